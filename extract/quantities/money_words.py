"""The words of prices: currencies, periods, what is no wage, steps, tax."""

from extract.phrases import phrases
from extract.quantities.numerals import DIGITS, HUNDREDS, KANJI, WORDS
from extract.quantities.scanning import Pattern, Signs

CURRENCIES = {
    "$": "usd", "us$": "usd", "usd$": "usd", "dollar": "usd", "buck": "usd", "a$": "aud", "c$": "cad", "s$": "sgd", "hk$": "hkd",
    "nz$": "nzd", "rm": "myr",
    "£": "gbp", "pound": "gbp", "quid": "gbp", "€": "eur", "euro": "eur", "₹": "inr", "rs": "inr", "rs.": "inr", "rupee": "inr",
    "¥": "jpy", "\\": "jpy", "円": "jpy", "yen": "jpy",
}  # fmt: skip
SCALES = {"万": 10_000, "千": 1_000, "百万": 1_000_000, "k": 1_000, "m": 1_000_000, "mn": 1_000_000}
LAKHS = frozenset({"lpa", "lakh", "lakhs", "lacs", "lac", "l"})

CODES = frozenset(
    {
        *(
            "usd",
            "gbp",
            "eur",
            "inr",
            "jpy",
            "aud",
            "cad",
            "sgd",
            "chf",
            "hkd",
            "nzd",
            "sar",
            "aed",
            "qar",
            "kwd",
            "bhd",
            "omr",
            "myr",
            "php",
        ),
        *("thb", "idr", "vnd", "krw", "cny", "zar", "nok", "sek", "dkk", "pln", "czk", "huf", "ron", "brl", "mxn"),
    }
)
"""ISO 4217."""
_CODE = "|".join(sorted(CODES))
_SIGN = rf"us\$|usd\$|hk\$|nz\$|[acs]\$|\brm|[$£€¥₹\\]|\b(?:{_CODE}|rs\.?)"
_NAME = rf"円|yen\b|(?:{_CODE})\b|dollars?\b|bucks?\b|pounds?\b|quid\b|euros?\b|rupees?\b"
_PENCE = r"(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ]five)?"
"""Behind spoken pounds: eighteen pounds fifty an hour."""
_SCALE = r"百?万|千|k\b|mn?\b|lpa\b|lakhs?\b|lacs?\b|l\b"
_PER = r"(?:/ ?1? ?|per |an? |each |p/?)"
_PERIODS = (
    rf"(?P<hour>{_PER}(?:h|hr|hrs|hour)\b|/ ?1?(?:時間|時))"
    rf"|(?P<day>{_PER}(?:d|day|diem)\b|/ ?1?人?日)"
    rf"|(?P<week>{_PER}(?:w|wk|week)\b|/ ?週)"
    rf"|(?P<month>{_PER}(?:m|mo|mth|month)\b|pcm\b|/ ?1?(?:人月|[ヶかカケヵ]月|月))"
    rf"|(?P<year>{_PER}(?:y|yr|year|annum)\b|p\.?a\b\.?|/ ?年)"
)
SIGNS = Signs(
    r"@ 円 万 千 給 単 額 日当 年俸 年収 予算 $ £ € ¥ \ ₹ usd gbp eur inr jpy aud cad sgd chf hkd rs yen dollar buck pound quid rupee "
    r"lpa lakh lac rate salary ctc budget hour /h "
    r"nzd sar aed qar kwd bhd omr myr php thb idr vnd krw cny zar nok sek dkk pln czk huf ron brl mxn",
    r"[0-9] ?(?:k\b|l\b|p\.?/?[hdw]\b|(?:an? |per |each |/ ?)(?:h|d|w))|\brm ?[0-9]",
)
AMOUNT = Pattern(
    rf"(?:(?P<sign>{_SIGN}) ?)?(?P<at>@ ?)?(?P<number>{DIGITS}|{KANJI}|\b(?:{HUNDREDS}|{WORDS})\b)"
    rf"(?P<unit>(?: ?(?P<scale>{_SCALE})(?:(?P<odd>[0-9]{{1,4}})(?P<oddscale>千)?)?)?(?: ?(?P<name>{_NAME})(?: (?P<pence>{_PENCE}))?)?)"
    r"(?P<plus>\+)?"
    rf"(?: ?(?:{_PERIODS}))?"
)
"""One amount with its sign, scale, currency and period; 1万2千円 in one."""

_ENDING = r"(?:あたり|当たり|当り|につき|額|$|[ )、。,(;])"
PIECES = phrases("rate", "pieces_before")
PIECES_AFTER = phrases("rate", "pieces_behind")
PERIOD_AFTER = Pattern(
    r"^ ?(?:\([^()0-9]{1,8}\) ?)?\(?(?:(?:usd|gbp|eur|inr|jpy) )?(?:"
    rf"(?P<hour>{_PER}(?:h|hr|hrs|hour)\b|hourly\b|(?:/ ?)?1?(?:時間|時){_ENDING})"
    rf"|(?P<day>{_PER}(?:d|day|diem)\b|daily\b|(?:/ ?)?1?人?日{_ENDING})"
    r"|(?P<week>weekly\b)"
    rf"|(?P<month>monthly\b|(?:/ ?)?1?(?:人月|[ヶかカケヵ]月|月){_ENDING})"
    rf"|(?P<year>yearly\b|annual(?:ly)?\b|(?:base|basic|salary|package|ote)\b|年{_ENDING}))"
)
"""A period farther off: in brackets, behind a bound, or in words."""
PERIOD_BEFORE = Pattern(
    r"(?:(?P<hour>時給|時間給|時間単価|1時間あたり|時間当たり|\b(?:hourly|per hour|an hour)\b)"
    r"|(?P<day>日給|日額|日当|日単価|\b(?:day rate|daily|per day)\b)"
    r"|(?P<week>週給|\bweekly\b)"
    r"|(?P<month>月給|月額|月単価|人月単価|人月|月々|月収|月(?:約|に)?$|\bmonthly\b)"
    r"|(?P<year>年収|年俸|年額|\b(?:annual|salary|ctc|per annum)\b))"
    r"[^0-9、。;$£€¥]{0,28}$"
)
WAGE = Pattern(
    r"(?:(?P<ja>時給|時間単価|日給|日額|日当|月給|月額|月単価|単価|単金|年収|年俸|予算)"
    r"|\b(?:hourly|daily|day|bill|pay|billing)? ?(?:rate|rates|salary|ctc|budget)\b)"
    r"(?: |:|=|は|を|が|の|で|も|、|上限|最大|max|約|~|is|of|to|at|now|up|goes|rises|from|around|about|cap|capped|be|can|will)*$"
)
"""A word of pay right before the number: then it needs no currency."""

OTHER_MONEY = Pattern(
    r"(?:(?:交通費|旅費|宿泊費?|家賃|食費|[1一]食|昼食代?|給食費?|弁当代?|駐車(?:場)?(?:代|料金)?|会費|受講料|入場料|保険料|制服代?|クリーニング代?|寮費|水道光熱費|部屋代|経費|手当|インセンティブ|ボーナス|賞与|支援費|紹介料|手数料|違約金|資本金|売上|年商|定員|参加費"
    r"|費用は?無料)(?:は|が|の|を|も|:|、| |として|実費|支給|上限|最大|月額|月|約|高)*"
    r"|\b(?:bonus|sign-on|signing|stipend|allowance|relocation|expenses?|parking|mileage|fee|deposit|penalty|fine|invoice"
    r"|revenue|turnover|funding|fund|equity|raised|worth|valued|savings?)\b(?: (?:of|up|to|is|at|a|around|about|worth)|:| )*)$"
)
OTHER_AFTER = Pattern(
    r"^ ?(?:人|名|件|社|個|店|回|枚|行|歩|本|点|席|ユーザ|レコード|pv|アクセス)"
    r"|^ ?(?:[a-z-]+ )?(?:lines?|users?|people|employees|staff|records|tickets|customers"
    r"|bonus|sign-on|signing|stipend|allowance|voucher|gift|discount|deposit|fee|parking|travel|mileage|lunch"
    r"|revenue|turnover|funding|project|programme|deal|contract value)\b"
)
BESIDE = Pattern(r"^ ?(?:\+|plus\b|and\b|with\b|incl\b|including\b|excl\b|excluding\b|no\b)")
"""Behind a wage: what is paid beside it (`£30 an hour plus mileage`)."""
STEP_BEFORE = Pattern(
    r"(?:(?:^|[^0-9a-z万円歳年+~ ]|[^0-9万円h+~] )\+ ?|プラス ?|(?:さらに|更に|もう|あと)(?:約| )?"
    r"|(?P<down>マイナス ?|▲ ?|\b(?:lower(?:ed)?|reduc\w+|cut|drop\w*|decreas\w+)(?: [a-z]+){0,4} (?:by|of) (?:about |around |up to )?"
    r"|\bdown (?:by )?(?:about |around )?)"
    r"|\b(?:by|another|up|(?:an )?(?:extra|additional)|(?:increase|bump|raise|uplift|rise) of)(?: (?:up to|about|around))? )$"
)
STEP_AFTER = Pattern(
    r"^(?:円)?(?:ほど|程度|くらい|ぐらい|だけ|分|の)? ?(?:アップ|up\b|(?:引き?)?上げ|増額|増し|増や|増(?:$|[の、。 )])|上乗せ|プラス|高く"
    r"|(?P<down>ダウン|(?:引き?)?下げ|減額|減ら|マイナス|低く|安く))"
    r"|^ ?(?:(?:/|an? |per )(?:h|hr|hour|d|day|month|year) )?"
    r"(?:(?:more|extra|higher|on top|uplift|increase|rise)\b|(?P<less>(?:less|lower|off|cut|reduction|decrease)\b))"
)
TAX_AFTER = Pattern(
    r"^[ (/,、+]*(?:月|月額|hour|hr|day|h)?[ )(/,、+]*(?P<tax>税抜き?|税別|税込み?|外税|内税|消費税別途?|別途消費税"
    r"|(?:plus|\+|ex\.?|excl\.?|excluding|inc\.?|incl\.?|including) ?vat)"
)
TAX_BEFORE = Pattern(r"(?P<tax>税抜き?|税別|税込み?|外税|内税)[ ):で]*$")
OPEN_RATE = Pattern(
    r"(?:完全|ご?経験・?)?スキル(?:・?経験)?(?:に応じ|によ|次第|見合|みあ)(?:い|り|って|て)?|ご?経験・?スキル見合い?"
    r"|\bdoe\b|\b(?:depending|dependent|based) (?:up)?on (?:experience|skills?)\b|\bcommensurate with experience\b"
)
