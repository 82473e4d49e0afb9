"""Human languages, with the level in the mail's own words."""

from collections.abc import Iterator

import re2

from extract.clauses import Clause, item_bounds
from extract.demanding import describes, listed
from extract.findings import Finding, of_term
from extract.labels import Field
from extract.scene import Scene
from requisitions.words import Category

_LEVEL = re2.compile(
    r"\bn[1-5]\b|ネイティブ(?:レベル|並み)?|ビジネス(?:レベル|会話)?|日常会話(?:レベル)?|会話|読み書き|読み?書き|読解|流暢|上級|中級|初級|メール|技術文書|ドキュメント"
    r"|\bnative\b|\bfluent\b|\bfluency\b|\bbusiness[- ]level\b|\bbusiness\b|\bconversational\b|\bexcellent\b|\bproficien(?:t|cy)\b|\bbasic\b|\bintermediate\b|\badvanced\b|\bgood\b|\bstrong\b|\b[abc][12]\b|\bbilingual\b|\bworking\b|\bspoken\b|\bwritten\b"
)
_NOT_A_DEMAND = re2.compile(
    r"^(?:版|名|表記|圏|サイト|表示|資料|対応の?(?:システム|アプリ|サイト))|^(?:[- ]language| version| market| client| customers?| office| law| holidays?| time)"
)
_USED = re2.compile(
    r"で(?:の)?(?:会議|やり取り|コミュニケーション|メール|対応)|力|レベル|スキル|speak|written|spoken|fluen|communicat|level|skills?|language|must|need|require|plus"
)


def find(clause: Clause, scene: Scene) -> Iterator[Finding]:
    """The languages that a clause asks for."""
    if describes(clause):
        return
    text = clause.unit.text
    for hit in scene.hits(clause, Category.LANGUAGE):
        if _NOT_A_DEMAND.match(text[hit.end : hit.end + 20]):
            continue
        first, last = item_bounds(clause, hit.start, hit.end)
        levels = [level for level in _LEVEL.finditer(text, first, min(clause.end, max(last, hit.end + 24)))]
        levels = [level for level in levels if level.start() >= hit.end or level.end() <= hit.start]
        level = min(levels, key=lambda found: min(abs(found.start() - hit.end), abs(hit.start - found.end())), default=None)
        asked = listed(clause) or clause.unit.field is Field.LANGUAGE or level is not None or _USED.search(clause.text) or clause.cues
        if not asked:
            continue
        start, end = hit.start, hit.end
        if level is not None:
            start, end = min(start, level.start()), max(end, level.end())
        words = scene.written(clause, level.start(), level.end()) if level is not None else None
        yield of_term(clause, hit, text=words, anchor=(hit.start, hit.end)).spread(start, end)
