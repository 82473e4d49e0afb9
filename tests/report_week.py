"""A whole invented week, as the samples and the design have one: every company, person and seat is made up."""

from requisitions.messages import Problem
from requisitions.versions import Mail, Requisition
from requisitions.words import FlagRule, Necessity, Reason, Speaker, Status
from tests.report_builders import Extra, amend, demand, dropped, flag, full, interview, mail, proposal, seat

CLIENT, BROKER, OURS = Speaker.END_CLIENT, Speaker.INTERMEDIARY, Speaker.OWN_SALES
NICE = Necessity.PREFERRED


def clerk() -> Requisition:
    """A clerk's seat that became one for people who support engineers, after the second interview."""
    first = mail("11-05 09:00", kind="requisition", subject="【案件】庁内基盤 OA事務 1名 大崎")
    same = mail("11-12 11:10", subject="Re: 庁内基盤 OA事務")
    turned = mail("11-18 18:32", subject="Re: 庁内基盤 OA事務（追記あり）")
    return seat(
        "TB-3301",
        "OA事務（庁内基盤の更改）",
        "白樺台システムズ",
        full(
            first,
            demand("role", "office-clerk", label="OA事務", quote="OA事務を1名"),
            demand("skill", "excel", label="Excel", text="基本操作", quote="Excelの基本操作"),
            demand("skill", "word", label="Word", text="基本操作", quote="Wordの基本操作"),
            demand("trait", "communication", label="コミュニケーション", quote="意思疎通の円滑な方"),
            demand("trait", "cheerful", label="明るい方", quote="明るい方"),
            demand("age", "age", label="年齢", max=30, unit="age", quote="三十まで"),
            demand("gender", "gender", label="性別", text="female", quote="女性の方"),
            demand("period", "start-date", label="開始", text="2026-12-01", quote="12/1から"),
            demand("location", "location", label="勤務地", text="大崎", quote="大崎"),
            demand("headcount", "headcount", label="人数", min=1, max=1, unit="person", quote="1名"),
            demand("interview", "interview-count", label="面談", min=2, max=2, unit="count", quote="面談2回"),
        ),
        amend(
            turned,
            dropped("role", "office-clerk", "OA事務", "事務の方というより、現場の技術者を助けた経験のある方"),
            demand("experience", "engineer-support", label="技術者の補助", quote="現場の技術者を助けた経験のある方"),
            demand("trait", "immediately-effective", label="即戦力", quote="言われる前に動ける即戦力の方"),
            demand(
                "experience",
                "experience",
                label="実務経験",
                quote="手が回らず教えられないので、実務の経験がない方はご遠慮ください",
            ),
            reason=Reason.WORKLOAD,
        ),
        extra=Extra(
            events=[proposal("11-06 10:00"), interview("11-10 18:00", "2026-11-10"), interview("11-18 15:00", "2026-11-18T13:00")],
            flags=[flag(first, FlagRule.AGE_LIMIT, "三十まで"), flag(first, FlagRule.GENDER, "女性の方")],
            mails=[same],
        ),
    )


def bank() -> Requisition:
    """The end client takes remote work back; the intermediary sends the old text again."""
    demands = (
        demand("skill", "java", label="Java", min=5, unit="year", quote="Java 5年以上"),
        demand("skill", "spring-boot", label="Spring Boot", quote="Spring Boot"),
        demand("skill", "oracle", label="Oracle", necessity=NICE, quote="Oracle尚可"),
        demand("rate", "rate", label="単価", min=700000, max=750000, unit="jpy_per_month", quote="70〜75万"),
        demand("remote", "remote", label="リモート", text="partial", min=3, max=3, unit="day_per_week", quote="在宅は週3日"),
        demand("interview", "interview-count", label="面談", min=1, max=1, unit="count", quote="面談1回"),
        demand("location", "location", label="勤務地", text="水天宮前", quote="水天宮前"),
        demand("settlement", "settlement-hours", label="精算", min=140, max=180, unit="hour_per_month", quote="140-180h"),
    )
    return seat(
        "SR-0451",
        "勘定系システム Javaエンジニア",
        "汐入証券",
        full(mail("10-22 10:00", sender="笹舟テクノ 営業部", kind="requisition", subject="Java案件のご紹介"), *demands),
        amend(
            mail("11-19 10:12", sender="汐入証券 システム企画部", subject="勤務形態と面談について"),
            demand(
                "remote",
                "remote",
                label="リモート",
                text="none",
                quote="12月からは監査のため、毎日の出社をお願いいたします",
                reason=Reason.POLICY,
            ),
            demand("interview", "interview-count", label="面談", min=2, max=2, unit="count", quote="役員との面談を1回追加いたします"),
            by=CLIENT,
        ),
        full(mail("11-20 09:03", sender="笹舟テクノ 営業部", kind="requisition", subject="【再送】Java案件のご紹介"), *demands),
        extra=Extra(events=[proposal("11-13 09:30"), interview("11-20 12:00", "2026-11-25T14:00", planned=True)]),
    )


def shop() -> Requisition:
    """Three musts grew heavier after the proposal while the rate stands."""
    return seat(
        "NS-2207",
        "通販サイト フロントエンド",
        "鳴砂百貨店",
        full(
            mail("11-04 13:20", sender="鳴砂百貨店 通販推進室", kind="requisition", subject="フロントエンド募集"),
            demand("skill", "react", label="React", min=2, unit="year", quote="React 2年以上"),
            demand("skill", "typescript", label="TypeScript", necessity=NICE, quote="TypeScriptができると助かります"),
            demand("skill", "git", label="Git", quote="Git"),
            demand("rate", "rate", label="単価", min=650000, max=650000, unit="jpy_per_month", quote="65万円"),
            demand("remote", "remote", label="リモート", text="partial", min=4, max=4, unit="day_per_week", quote="週4日在宅"),
            demand("location", "location", label="勤務地", text="浅草橋", quote="浅草橋"),
            by=CLIENT,
        ),
        amend(
            mail("11-17 15:40", sender="鳴砂百貨店 通販推進室", subject="要件の変更"),
            demand("experience", "payment-api", label="決済API連携", quote="今期から決済も扱うので、API連携の経験がある方に絞ります"),
            demand("skill", "typescript", label="TypeScript", quote="TypeScriptは必須にさせてください"),
            demand("skill", "react", label="React", min=3, unit="year", quote="Reactは3年以上で探しています"),
            by=CLIENT,
            reason=Reason.SCOPE,
        ),
        extra=Extra(events=[proposal("11-12 16:00"), interview("11-19 10:00", "2026-11-26T10:00", planned=True)]),
    )


def hospital() -> Requisition:
    """The start moves up and the settlement band narrows; nobody is proposed."""
    return seat(
        "CG-1182",
        "診療記録システム PMO",
        "茅ヶ原メディカル",
        full(
            mail("10-19 09:00", sender="茅ヶ原メディカル 情報室", kind="requisition", subject="PMO募集"),
            demand("role", "pmo", label="PMO", quote="PMO"),
            demand("rate", "rate", label="単価", max=800000, unit="jpy_per_month", quote="80万まで"),
            demand("period", "start-date", label="開始", text="2027-01-04", quote="1/4から"),
            demand("settlement", "settlement-hours", label="精算", min=140, max=180, unit="hour_per_month", quote="140-180h"),
            by=CLIENT,
        ),
        amend(
            mail("11-05 17:00", sender="茅ヶ原メディカル 情報室", subject="単価について"),
            demand("rate", "rate", label="単価", max=820000, unit="jpy_per_month", quote="82万まで可能です"),
            by=CLIENT,
        ),
        amend(
            mail("11-20 11:26", sender="茅ヶ原メディカル 情報室", subject="開始日の件"),
            demand(
                "period",
                "start-date",
                label="開始",
                text="2026-12-07",
                quote="検収が早まり、12月7日からお越しいただきたいです",
                reason=Reason.SCHEDULE,
            ),
            demand("settlement", "settlement-hours", label="精算", min=150, max=170, unit="hour_per_month", quote="精算は150-170hです"),
            by=CLIENT,
        ),
    )


def data() -> Requisition:
    """English: one more must, a lower cap."""
    return seat(
        "REQ-50713",
        "Data engineer, warehouse migration",
        "Brackwater Analytics",
        full(
            mail("11-10 09:00", sender="Brackwater Analytics, Data", kind="requisition", language="en", subject="Data engineer"),
            demand("skill", "snowflake", label="Snowflake", min=2, unit="year", quote="2+ years of Snowflake"),
            demand("skill", "sql", label="SQL", quote="strong SQL"),
            demand("language", "english", label="English", text="business level", quote="business-level English"),
            demand("rate", "rate", label="Rate", max=5600, unit="jpy_per_hour", quote="up to 5,600 yen an hour"),
            demand("remote", "remote", label="Remote", text="full", quote="fully remote"),
            demand("period", "duration", label="Duration", min=6, max=6, unit="month", quote="six months"),
            by=CLIENT,
        ),
        amend(
            mail("11-19 17:05", sender="Brackwater Analytics, Data", language="en", subject="Re: Data engineer"),
            demand("skill", "dbt", label="dbt", quote="We now need hands-on dbt, no exceptions."),
            demand(
                "rate",
                "rate",
                label="Rate",
                max=5200,
                unit="jpy_per_hour",
                quote="Finance trimmed us: 5,200 yen an hour at most.",
                reason=Reason.BUDGET,
            ),
            by=CLIENT,
        ),
    )


def factory() -> Requisition:
    """Nobody applied, so the seat grew easier."""
    return seat(
        "KS-0620",
        "社内SE・ヘルプデスク",
        "鎌沼精機",
        full(
            mail("10-26 10:00", kind="requisition", subject="社内SE 1名"),
            demand("language", "english", label="英語", text="日常会話", quote="英語は日常会話程度"),
            demand("rate", "rate", label="単価", min=480000, max=480000, unit="jpy_per_month", quote="48万"),
            demand("contract", "dispatch", label="派遣", quote="派遣契約"),
            demand("location", "location", label="勤務地", text="相模大野", quote="相模大野"),
        ),
        amend(
            mail("11-18 09:48", subject="条件の見直し"),
            demand("language", "english", label="英語", necessity=NICE, quote="ご応募がないので、英語はあれば尚可に下げます"),
            demand("rate", "rate", label="単価", max=520000, unit="jpy_per_month", quote="52万まで出せます"),
            reason=Reason.MARKET,
        ),
    )


def depot() -> Requisition:
    """Place and headcount moved; there is only our own note of a call."""
    return seat(
        "OB-0188",
        "倉庫管理 運用保守",
        "帯坂物流",
        full(
            mail("10-13 10:00", sender="笹舟テクノ 営業部", kind="requisition", subject="倉庫管理の保守"),
            demand("skill", "oracle", label="Oracle", quote="Oracle"),
            demand("location", "location", label="勤務地", text="川口", quote="川口"),
            demand("headcount", "headcount", label="人数", min=2, max=2, unit="person", quote="2名"),
            demand("rate", "rate", label="単価", min=550000, max=580000, unit="jpy_per_month", quote="55〜58万"),
        ),
        amend(
            mail("11-17 16:20", sender="自社 営業部", subject="電話メモ"),
            demand("location", "location", label="勤務地", text="八潮", quote="電話あり。場所は八潮の新しい倉庫になるとのこと"),
            demand("headcount", "headcount", label="人数", min=1, max=1, unit="person", quote="人数はひとまず1名とのこと"),
            by=OURS,
        ),
    )


def others() -> list[Requisition]:
    """New, closed, silent and unmoved seats."""
    tableau = mail("11-19 10:00", sender="夜船データ 調達", kind="requisition", subject="Tableau")
    closed = mail("11-20 10:15", sender="夜船データ 調達", subject="終了のご連絡")
    cad = mail("11-02 10:00", kind="requisition", subject="CAD補助")
    tests = mail("11-09 10:00", kind="requisition", subject="試験の自動化")
    maybe = mail("11-20 15:00", subject="Re: 試験の自動化")
    fee = {"max": 600000.0, "unit": "jpy_per_month"}
    return [
        seat(
            "YF-0155",
            "ダッシュボード作成",
            "夜船データ",
            full(
                tableau,
                demand("skill", "tableau", label="Tableau", quote="Tableau"),
                demand("skill", "sql", label="SQL", quote="SQL"),
                demand("rate", "rate", label="単価", quote="60万まで", **fee),  # type: ignore[arg-type]
                by=CLIENT,
            ),
        ),
        seat(
            "YF-0149",
            "データ移行の支援",
            "夜船データ",
            full(mail("10-20 10:00", sender="夜船データ 調達", kind="requisition"), demand("skill", "sql", label="SQL"), by=CLIENT),
            amend(closed, by=CLIENT, status=Status.CLOSED, status_quote="別の会社様に決まりました"),
        ),
        seat(
            "KS-0611",
            "CAD補助",
            "鎌沼精機",
            full(
                cad,
                demand("skill", "cad", label="CAD"),
            ),
            extra=Extra(events=[proposal("11-03 10:00")]),
        ),
        seat(
            "SR-0440",
            "試験の自動化",
            "汐入証券",
            full(tests, demand("skill", "selenium", label="Selenium")),
            amend(maybe, demand("rate", "rate", label="単価", hedged=True, quote="単価は少し上げられるかもしれません", **fee)),  # type: ignore[arg-type]
        ),
    ]


def whole_week() -> tuple[list[Requisition], list[Problem], list[Mail]]:
    """Seats, problems, and the mails that belong to no seat."""
    broken = mail("11-19 08:41", sender="潮入電機 購買", kind="unreadable", subject="案件票の送付")
    letter = mail("11-17 08:00", sender="月刊 人材通信", kind="other", subject="今月号")
    problem = Problem(
        "attachment",
        "The only attachment is a ZIP file with a password.",
        "Wait for the password, or ask for the text in a mail.",
        broken.sha256,
        "inbox",
    )
    seats = [clerk(), bank(), shop(), hospital(), data(), factory(), depot(), *others()]
    return seats, [problem], [broken, letter]
