"""Who wrote the words: the site itself, somebody between, or one of ours (FIELD.md 5)."""

import re2

from requisitions.messages import Address
from requisitions.parties import Parties
from requisitions.words import Speaker

_BETWEEN = re2.compile(
    r"お?客様|お客さま|エンド(?:様|さん|ユーザ|先|クライアント)|クライアント|上位(?:会社|様|より)|元請|先方|現場(?:様|さん)|案件(?:の)?(?:ご)?(?:紹介|情報|配信)|要員(?:様)?を|(?:貴社|御社)(?:様)?(?:社員|まで|1社)|弊社同席|パートナー(?:各位|様)|ご提案(?:の(?:ほど|際)|いただ)|案件です"
    r"|\b(?:my|our|the|end|a [a-z]+) client\b|\bclient's\b|\bthe (?:end )?customer\b|\bprime vendor\b|\bmsp\b|\bimplementation partner\b|\btheir (?:budget|team|office|q\d|legal|manager|programme|program)\b|\bpartners,|\bvendors?\b|\bthey(?:'d|'ve| have| want| need| absolutely| will| are| also)\b|\bthe insurer\b|\bthe bank\b"
)
_SITE = re2.compile(
    r"弊社(?:の|では|にて|で|事業所|工場|センター|と|現場|カスタマー|開発)|当社|うち(?:は|の)|所長|社内(?:でも|の|に)|自社(?:サービス|の)|私ども|私(?:と|の)|本社の|現場の本音|お任せする|働いてくれる|工場の"
    r"|\bour (?:own )?(?:team|office|plant|site|company|portal|lease|warehouse|patient|product|programmer|lead|developers?|department|engineers?|desk|data|finance|legal|new|current|group|business|head)\b|\b(?:lead|senior) \w+ (?:gave notice|left)|\bwe(?:'re| are) (?:building|growing|migrating|moving|hiring|a )|\bour [a-z]+ (?:programmer|manager|team|department|office)\b|\bleadership wants\b|\bi can approve\b|\bthe req\b|\bwe(?:'ll)? be moving\b|\bfrom my side\b|\bour\b"
)
_NAME_BETWEEN = re2.compile(
    r"営業|リクルート|人材|パートナー|案件|ses|スタッフ|エージェント|resourc|recruit|staffing|talent|consult|people|search|agency|partners"
)
_NAME_SITE = re2.compile(
    r"人事|総務|採用|開発|技術部|庶務|製造|情報システム|システム部|統括部|工場|センター|施設|hr\b|human resources|operations|engineering|health|hospital|bank|school"
)


def speaker_of(author: Address | None, words: str, parties: Parties) -> Speaker:
    """Who speaks in words by `author` (null: nobody known).

    Args:
        author: the sender, or the inner author of a forwarded part.
        words: the folded words, signature included: a company's name tells what it lives on.
        parties: who is who, by configuration.
    """
    if author is not None and author.address:
        if parties.is_ours(author):
            return Speaker.OWN_SALES
        if parties.intermediary(author) is not None:
            return Speaker.INTERMEDIARY
        if parties.client(author) is not None:
            return Speaker.END_CLIENT
    name = f"{author.name} {author.domain}".lower() if author is not None else ""
    between = len(_BETWEEN.findall(words)) + 2 * bool(_NAME_BETWEEN.search(name))
    site = len(_SITE.findall(words)) + 2 * bool(_NAME_SITE.search(name))
    if between == site == 0:
        return Speaker.UNKNOWN
    return Speaker.INTERMEDIARY if between >= site else Speaker.END_CLIENT
