"""How signatures, disclaimers and demands are worded: the patterns behind `signatures`, one line of text at a time."""

import re2


def _any(*patterns: str) -> "re2._Regexp":
    return re2.compile("|".join(f"(?:{pattern})" for pattern in patterns))


FENCE = re2.compile(r"^[\s━─═=＝\-－―_＿*＊~～∽+＋◇◆■□☆★○●◎・.:;｡。:：┏┓┗┛┌┐└┘+/\\|#＃^<>＜＞]{5,}$")
DELIMITER = frozenset({"--", "---", "—", "－－", "――", "ーー"})

CONTACT = _any(
    r"(?i)\b(?:tel|phone|fax|mobile|cell|mob|direct|office|携帯)\b\s?[.:：/）)]?\s?\+?[\d(０-９]",
    r"(?i)(?:TEL|ＴＥＬ|FAX|ＦＡＸ|電話|携帯|直通|代表)\s?[:：/]?\s?[\d(０-９+]",
    r"(?i)^\W{0,3}(?:e-?mail|mail|ﾒｰﾙ|メール|url|web|hp|website|linkedin|skype|line|[tmpfewd])\s?[:：.]\s?\S",
    r"^\W{0,3}<?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$",
    r"(?i)^\W{0,3}(?:https?://|www\.)\S+$",
    r"〒\s?[\d０-９]{3}",
    r"(?:東京都|北海道|(?:京都|大阪)府|.{2,3}県)\S{1,12}[市区町村郡]",
    r"^\W{0,3}\+?\d{1,4}[-(). ]{1,2}\d{2,4}[-(). ]{1,2}\d{3,4}(?:[-. ]\d{2,4})?\W{0,3}$",
    r"労働者派遣事業|有料職業紹介|派\s?\d{2}-|プライバシーマーク|ISMS",
    r"(?i)\b\d{1,5} [A-Z][\w.]+(?: [A-Z][\w.]+)? (?:St|Street|Ave|Avenue|Rd|Road|Blvd|Lane|Dr|Drive)\b",
)
LINK = re2.compile(r"(?i)^\W{0,3}(?:https?://|www\.)\S+$")
COMPANY = _any(
    r"(?:株式|有限|合同|合資)会社|[(（](?:株|有|同)[)）]|㈱|㈲",
    r"(?i)\b(?:inc|ltd|llc|llp|plc|corp|gmbh|co\.,? ?ltd|limited|k\.k)\b\.?",
    r"(?i)\b(?:consulting|recruitment|resourcing|staffing|solutions|technologies|systems)\b",
)
OFFICE = _any(
    r"(?:部|課|室|局|グループ|チーム|センター|支店|支社|本社|営業所|事業所|本部)(?:\s|　|$)|担当\s?[:：]?\s?\S{1,10}$|代表取締役|営業担当|マネージャー"
)
SENTENCE = _any(
    r"(?:です|ます|ません|ました|でした|ください|下さい|致します|候|ですが|ので|こと|とのこと|だ|である|たい|ない|いい)[。!！.…♪)）]*$",
    r"。",
    r"(?i)^(?:i|we|you|they|he|she|it|please|this|that|there|our|the|if|no|also|ps|p\.s)\b.{12,}",
    r"[A-Za-z]{2,}[.!?]$",
)
CLOSER = re2.compile(
    r"(?i)^(?:(?:many |kind(?:est)? |best |warm(?:est)? |with )*(?:thanks|thank you|regards|best|cheers|sincerely|thx|br|rgds)(?: (?:and|&) (?:kind |best |warm )?regards)?"
    r"(?: in advance| again| very much| so much)?|(?:yours|very) (?:sincerely|truly|faithfully)|sincerely yours|all the best|敬具|草々|かしこ|以上)[\s,.!、。]*$"
)
POSTSCRIPT = re2.compile(r"(?i)^\W{0,2}(?:p\.?\s?s\b|追伸|追記|n\.?b\.?\b|なお|尚、|※|update\b|correction\b|訂正|補足)")
ITEM = re2.compile(r"^(?:[・●○◎◆◇■□▼▽▲△*+•▪►▶✓→⇒-]\s?\S|[(（]?\d{1,2}[)）.．、]\s?\S|[①-⑳])")

_LABELS_JA = (
    r"案件|案件名|案件番号|業務|業務内容|作業|作業内容|内容|概要|職種|仕事|スキル|必須|必要|尚可|尚良|歓迎|優遇|要件|条件|経験|資格|単価|単金|予算|金額|時給|月額|費用|報酬|精算|清算|"
    r"場所|勤務地|勤務場所|作業場所|就業場所|最寄|最寄駅|期間|時期|開始|終了|参画|入場|稼働|稼動|時間|勤務時間|就業時間|定時|残業|人数|募集|募集人数|面談|面談回数|面接|打合せ|商談|商流|契約|"
    r"契約形態|支払|支払サイト|サイト|年齢|性別|国籍|外国籍|人物|人物像|人柄|性格|備考|その他|リモート|在宅|出社|エンド|常駐先|工程|環境|ポジション|募集要項"
)
_LABELS_EN = (
    r"rate|pay|salary|budget|location|site|where|duration|length|start|start date|end date|hours|skills?|must haves?|must|required|requirements?|nice to haves?|preferred|desired|"
    r"essential|bonus|experience|qualifications?|education|interviews?|visa|work authorization|openings|positions?|headcount|role|title|job|job title|req id|job id|client|remote|schedule|"
    r"shift|tax terms|contract|responsibilities|description|terms|notice|clearance|pay rate|bill rate|day rate"
)
DEMAND = _any(
    r"^[\W_]{0,4}(?:" + _LABELS_JA + r")[\s　]{0,6}[】〕］\]>＞≫》]?\s?[:：/／\t・…=＝|｜]",
    r"^[【〔［\[<＜≪《]\s?(?:" + _LABELS_JA + r")\S{0,8}[】〕］\]>＞≫》]",
    r"^[■□●○◆◇▼★☆・]\s?(?:" + _LABELS_JA + r")(?:[\s　:：]|$)",
    r"(?i)^[\W_]{0,4}(?:" + _LABELS_EN + r")\s?[*_]{0,2}[:：\t=]",
    r"(?:[\d０-９]\s?万|[\d,]{3,}\s?円)(?:\s?[円/／~〜～まで])?|[$£€¥￥]\s?\d|\b\d+\s?(?:/|per )\s?(?:hr|hour|day|month)\b",
    r"[\d０-９]\s?年以上の?.{0,12}経験|経験.{0,8}[\d０-９]\s?年|(?i)\b\d+\+? years?\b",
)
CAPITAL = re2.compile(r"資本金|創業|設立|年商")

BOILERPLATE = _any(
    r"(?i)confidential(?:ity)?\b.{0,40}\b(?:notice|intended|e-?mail|message|information)|^\W{0,3}confidential(?:ity)?(?: notice)?\W*$",
    r"(?i)\b(?:this|the) (?:e-?mail|message|communication|transmission)\b.{0,120}\b(?:confidential|privileged|intended|solely|legally|virus|scanned)",
    r"(?i)not the intended recipient|intended recipient\(?s?\)?|received this (?:e-?mail|message|communication) in error|delete (?:it|this (?:e-?mail|message))\b.{0,60}\b(?:immediately|error)",
    r"(?i)equal[- ]opportunit(?:y|ies)|all qualified applicants will|without regard to (?:race|age|sex|color)|committed to (?:diversity|equality)|disability and protected veteran",
    r"(?i)\bunsubscribe\b|opt[- ]out of|manage your (?:e-?mail )?preferences|you (?:are receiving|received) this (?:e-?mail|message) because|update your subscription",
    r"(?i)^\W{0,3}sent (?:from|via|with) (?:my |outlook|yahoo|mail for|samsung|the |gmail|proton)|^get outlook for\b|\bvirus[- ]free\b|scanned (?:by|for) .{0,40}virus|please consider the environment",
    r"(?i)^\W{0,3}(?:caution|external(?: e-?mail)?|warning)\b.{0,20}\b(?:originated|external|outside)|registered (?:in|office|number)\b.{0,60}\b(?:england|wales|scotland|company|no)",
    r"配信停止|配信解除|配信不要|メルマガ|配信を希望(?:され|し)ない|(?:本|この)メールは.{0,60}(?:お送りして|配信して|名刺|自動|送信専用|機密|宛先)|名刺交換(?:を)?(?:させて)?いただいた",
    r"誤(?:って|送信).{0,24}(?:受信|届|送付|場合)|(?:本|この)(?:メール|電子メール|メッセージ).{0,60}(?:機密|秘密|秘匿|破棄|削除|開示)|守秘義務.{0,30}(?:本|この)?メール",
    r"(?:iPhone|iPad|Android|Galaxy|スマートフォン|Yahoo!メール).{0,6}から(?:の)?送信|Outlook for (?:iOS|Android) を|ウイルス(?:チェック|スキャン|対策|は検出)|返信いただいても(?:お答え|回答)",
)
"""Words that nobody writes for one requisition: disclaimers, unsubscribe footers, equal-opportunity lines, what telephones add."""

ADVERTISING = _any(
    r"(?i)^\W{0,3}(?:we also|visit (?:us|our)|follow us|check out|part of the|proud(?:ly)?|award|voted|winner|find us|join (?:us|our)|now hiring|ask me about|connect with)",
    r"(?:採用|募集)(?:実施)?中|新卒|中途|キャンペーン|多数(?:ございます|あり)|受賞|セミナー|展示会|公式|認定",
)
