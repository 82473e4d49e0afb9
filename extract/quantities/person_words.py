"""The words of headcounts: trades and seats, crews that are there already, people that are wanted."""

from extract.quantities.numerals import DIGITS, KANJI, WORDS
from extract.quantities.scanning import Pattern, Signs

_PEOPLE = (
    r"people|persons?|heads?|hires?|bodies|resources?|candidates?|temps?"
    r"|positions?|openings?|seats?|vacanc(?:y|ies)|roles?|slots?|reqs?|headcount"
    r"|developers?|devs?|engineers?|programmers?|architects?|designers?|testers?|analysts?|administrators?|admins?|technicians?|specialists?"
    r"|contractors?|consultants?|leads?|clerks?|operators?|agents?|receptionists?|assistants?|coordinators?|nurses?|drivers?"
    r"|attorneys?|lawyers?|solicitors?|paralegals?|teachers?|tutors?|lecturers?|instructors?|trainers?|welders?|fitters?|electricians?"
    r"|plumbers?|carpenters?|joiners?|labou?rers?|painters?|bricklayers?|scaffolders?|roofers?|glaziers?|mechanics?|machinists?"
    r"|assemblers?|installers?|pickers?|packers?|handlers?|warehouse operatives?|operatives?|workers?|cleaners?|porters?|chefs?|cooks?"
    r"|waiters?|waitresses?|bartenders?|baristas?|housekeepers?|guards?|carers?|caregivers?|midwi(?:fe|ves)|doctors?|physicians?"
    r"|pharmacists?|therapists?|radiographers?|phlebotomists?|scientists?|chemists?|biologists?|technologists?|statisticians?"
    r"|accountants?|bookkeepers?|auditors?|buyers?|planners?|schedulers?|estimators?|surveyors?|inspectors?|foremen|foreman"
    r"|translators?|interpreters?|writers?|editors?|recruiters?|representatives?|reps|executives?|advis[eo]rs?|associates?|interns?"
)
_PLAIN = (
    r"(?:(?:more|additional|extra|further|new|open|fewer|less|senior|junior|mid-level|experienced|qualified"
    r"|full-time|temporary|temp|contract) )"
)
_TRADE = r"(?:[a-z][a-z.+#/-]{2,}|go|qa|ui|ux|ai|bi|ml|it|db|c|c#|r|\.net)"
PERSONS = Pattern(
    rf"(?:\bx ?)?(?P<number>{DIGITS}|{KANJI}|\b(?:{WORDS}|a couple of|a pair of|a dozen|a single|single)\b)(?P<plus>\+)?(?: ?x\b)?"
    rf"(?: ?(?P<unit>名様?|人枠?|枠|ポジ(?:ション)?|(?:more )?(?:needed|wanted|required|remaining|left|still open|still to fill|to go)\b"
    rf"|{_PLAIN}{{0,2}}(?P<trade>(?:{_TRADE} ){{0,2}}?)(?:{_PEOPLE})\b))?"
)
"""A number of people; between number and noun may stand their trade ("two java developers")."""
SIGNS = Signs(
    "名 人 枠 ポジ needed wanted required remaining people person head hire bodies resource candidate temp position opening seat vacanc "
    "role slot req develop dev engineer program architect design test analyst admin technician specialist contractor consultant lead "
    "clerk operator agent receptionist assistant coordinator nurse driver "
    "attorney lawyer solicitor paralegal teacher tutor lecturer trainer welder fitter electrician plumber carpenter joiner labo painter "
    "bricklayer scaffolder roofer glazier mechanic machinist assembler installer picker packer handler worker cleaner porter chef cook "
    "wait "
    "bartender barista housekeeper guard carer caregiver midwi doctor physician pharmacist therapist radiographer phlebotomist scientist "
    "chemist biologist technologist statistician accountant bookkeeper auditor buyer planner scheduler estimator surveyor inspector "
    "foreman foremen quantity qty pair translator interpreter writer editor recruiter representative reps executive advis "
    "associate intern left"
)
PARTING = Pattern(
    r"\b(?:an?|the|of|or|and|in|on|at|per|for|with|to|from|by|is|are|not|as|into|other|different|main|both|internal|existing|current"
    r"|hours?|hr|days?|weeks?|months?|years?|yrs?|rounds?|interviews?|times?)\b"
)
"""Words between a number and a noun that part them: "3 yrs sales or support" counts nobody."""
SEVERAL = Pattern(rf"複数(?:名|人|枠)|若干名|数(?:名|人)|\b(?:several|multiple) {_PLAIN}?(?:[a-z]+ )?(?:{_PEOPLE})\b")
CREW_AFTER = Pattern(
    r"^ ?(?:以上|程度|ほど|前後|くらい|規模|以下)?[のでをが]? ?"
    r"(?:規模|体制|チーム|組織|会社|企業|部署|メンバー|部下|マネジメント|管理|指導|育成|育て|まとめ|統率|リード|リーダー|教育"
    r"|もの|の(?:皆様|皆さ|方々)|(?:が|は)?(?:来|手伝)(?:る|ま|て)|それぞれ|とも|全員|ずつ|中|対応|担当|作業|進め|開発|こな|でも|月|称|前|暮|当たり|あたり|につき|目"
    r"|退職|離任|離脱|抜け|決定|決ま|内定|辞退|在籍|充足|ご?提案(?:いた|し|させ|申)|ご?紹介(?:いた|し|させ|申))"
    r"|^[はが][^、。]{0,14}(?:決ま|決定|充足|埋ま)"
    r"|^ ?(?:team\b|strong\b|(?:in|on) (?:the|our|their) (?:team|office|company|shop|group)\b|in process\b|report"
    r"|(?:already|currently) |(?:(?:is|are|was|were|has|have|had|been|just|now) )*(?:leaving|gone|resign|quit|retir|moving on|moved on"
    r"|hand(?:ed|ing) in|away|off (?:sick|ill)|on (?:[a-z]+ )?leave)|(?:has|have|had|just) (?:just )?left\b"
    r"|(?:is|are|was|were|has been|have been) (?:already )?(?:taken|filled|gone|closed|placed))"
)
"""What the people are doing who are there already, or how a seat was filled."""
CREW_BEFORE = Pattern(
    r"(?:チーム(?:は|構成)?|体制|組織|従業員|社員数?|部下|メンバーは?|規模|ユーザー?|利用者|総勢|全|現在|既存|来ている|在籍|稼働中"
    r"|同席者?|客先|先方|定員|1日|1人|第|お|手伝い|応援|(?:[るた]|いない)(?:者|社員|職員|スタッフ|メンバー|人間))[:はが約、 ]*$"
    r"|\b(?:team of|group of|company of|manag(?:e|es|ing)|lead(?:s|ing)?|mentor(?:s|ing)?|supervis(?:e|ing)|train(?:ing)?|coach(?:ing)?"
    r"|help(?:ing)?|support(?:s|ing)?|serving|join(?:s|ing)?|with|alongside|under|to|over|among|between|from|of"
    r"|put(?:ting)? forward|propos(?:e|es|ed|ing)|present(?:s|ed|ing)?|submit(?:s|ted|ting)?|introduc(?:e|es|ed|ing)|offer(?:s|ed|ing)?"
    r"|our|the|these|those|about the|currently|already|have|has|had)"
    r"(?: (?:a|an|the|our|about|around|some|least|up to|other))* $"
)
LEFT_AFTER = Pattern(r"^ (?:the|our|us|on|in|last|this|yesterday|for|already|and|to join)\b")
"""Behind "five left": people who went away, and no seats that are still open."""
WANTED_BEFORE = Pattern(
    r"\b(?:need(?:s|ed)?|want(?:s|ed)?|looking for|seeking|short of|in need of|do with|could use|source|lookout for"
    r"|require[sd]?|hire|hiring|fill|take|have|has|openings?|positions?|total of"
    r"|change it|make it|now|from|go(?:es|ing)?|up|down|increase[sd]?|raise[sd]?|reduce[sd]?|cut|drop(?:ped)?)"
    r"(?: (?:from|have|has|headcount|the|it|of|to|up|down|for|over|least))* $"
)
LABEL_BEFORE = Pattern(
    r"(?:募集人数|募集枠|残枠|人数|\b(?:headcount|openings|positions|vacancies|quantity|qty)\b)"
    r"(?: |:|は|を|is|are|goes|now|from|to|of|up|down)*$"
)
"""The word itself before a bare number: then no label is needed."""
