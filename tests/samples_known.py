"""What the program still reads otherwise than the truth table of the samples, and why. General rules have to mend it, no bent sample."""

_DAYS = "days of a week at the office or at home are taken for working days"
_ROLE = "the job stands in the seat's heading or subject alone, or under a label whose words no vocabulary knows"
_TALK = "a mail in a proposal's thread that names the person is taken for a profile, or for nothing that concerns a seat"

KNOWN_MISSES: dict[str, dict[str, str]] = {
    "001": {
        "TS-3107: nationality/nationality necessity not_required": "a refusal under a padded label (外 国 籍) is turned round",
        "no flag nationality-condition": "follows from that",
    },
    "002": {"seat: period/start-date text 2026-12": "年末に向けて is taken for a start, and beats the labelled period"},
    "007": {"kind candidate": _TALK, "TS-3107: no statement": "follows from that"},
    "010": {"seat: headcount/headcount not workload": "the cause stands in the next bullet of the same memo"},
    "011": {
        "PR-7714: no role/backend-engineer": _ROLE,
        "PR-7714: invented schedule/working-days": _DAYS,
        "PR-7715: no role/qa": _ROLE,
        "PR-7715: invented schedule/working-days": _DAYS,
    },
    "015": {"BC-118: invented schedule/working-days": _DAYS},
    "016": {"TS-3107: no language/japanese": "a level in brackets behind 外国籍：可 is not read as a language"},
    "017": {"seat: no remote/remote": _DAYS, "seat: invented schedule/working-days": _DAYS},
    "018": {"seat: skill/spring-boot bounds 4.0..None": "the years of the last item behind a slash are given to the one before it as well"},
    "020": {
        "BC-118: rate/rate bounds 540.0..540.0": "the figure that belongs elsewhere is read, the right one in the next sentence is not",
        "BC-118: rate/rate not intermediary": "'another vacancy of theirs' is no cue yet",
    },
    "023": {"KB-0418: no experience/experience": "資格や経験は問いません waives two things, and one is written down"},
    "024": {
        "PR-7714: headcount/headcount not intermediary": "'the team … they now need' is no cue yet",
        "PR-7715: language/japanese not intermediary": "as above",
        "PR-7715: language/japanese not unstated": "the cause of one seat is carried over to the next",
    },
    "026": {"no event proposal x2": "two people in a numbered list count as one", "invented event proposal x1": "as above"},
    "028": {"seat: no remote/remote": _DAYS, "seat: invented schedule/working-days": _DAYS},
    "031": {"OG-1187: no interview/interview-count": "the topic stands in the question, the figure in the red answer"},
    "033": {"KB-0418: invented period/start-date": "an interview's date is taken for the seat's start"},
    "035": {"no event proposal x1": "'would like to propose one programmer' is no proposal yet"},
    "039": {"BC-118: no role/sas": _ROLE, "BC-118: invented schedule/working-days": _DAYS},
    "042": {
        "kind candidate": _TALK,
        "TS-3107: no statement": "follows from that",
        "no event interview 2026-11-25T15:00": "follows from that",
    },
    "043": {
        "kind other": _TALK,
        "PR-7714: no statement": "follows from that",
        "no event interview 2026-11-24T10:00": "'would like to meet'",
    },
    "045": {
        "OG-1187: no skill/csharp": "Aは5年以上から3年以上に緩和 is not read",
        "OG-1187: rate/rate not market": "the cause does not reach the numbered list that it leads in",
    },
    "046": {"kind candidate": "a forward of the client's words is taken for a profile", "TS-3107: no statement": "follows from that"},
    "047": {"seat: invented skill/infrastructure-automation": "a purpose (…するため) is taken for a demand"},
    "049": {"PR-7714: no interview/interview-count": "'added a second interview round' tells a count by an ordinal"},
    "050": {
        "KB-0418: no role/office-clerk": "AではなくBをお願いしたい drops nothing yet",
        "KB-0418: no experience/infra": "エンジニアのサポート is neither a job nor an experience yet",
        "KB-0418: no experience/experience": "未経験の方は不可 refuses nothing yet",
    },
    "054": {
        "BC-118: rate/rate bounds 480.0..None": "'can't go above' is read as a floor",
        "BC-118: no skill/adam": "SDTM and ADaM are one key with CDISC",
        "BC-118: invented skill/cdisc": "as above",
    },
    "055": {"KB-0418: invented contract/dispatch": "the addressee (派遣チーム各位) is taken for a demand"},
    "056": {"seat: status None": "募集は終了といたします, told of the last people, is not read"},
    "058": {
        "TW-093: no role/support": _ROLE,
        "TW-093: no remote/remote": "On-site: 5 days a week is not read as no remote work",
    },
}
