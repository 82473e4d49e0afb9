"""How fast the vocabulary is ready and how fast it reads, as ratios that hold on any machine.

usage: vocabulary.py [--rounds N]

Finding terms is compared with Sudachi's raw tokenising of the same text, the floor of everything that reads Japanese
(EXTRACT.md 8: matching should be next to free, below 1.0).
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sudachipy import Dictionary, SplitMode

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from extract.folding import fold
from extract.vocabulary.entries import load_vocabulary
from extract.vocabulary.matching import Matcher

_JAPANESE = """案件名：販売管理システムの保守開発
必須：Java（Spring Boot）での開発経験3年以上、Oracleの利用経験
尚可：AWS、Docker、基本情報技術者
基本設計からの参画、コミュニケーションが良好で勤怠に問題のない方
単価：60〜68万円 精算：140-180h 場所：大手町 リモート併用
"""
_ENGLISH = """Title: Backend developer for a payments team
Must have: five years of Python or Go, PostgreSQL, Kafka, Terraform
Nice to have: Kubernetes, AWS Certified Solutions Architect Associate
You explain things clearly, take ownership and are happy to be on call.
Rate: 520 to 560 a day outside IR35, hybrid in Leeds, six months
"""


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The best of several processor times: other programs only ever make it slower."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    start = time.process_time()
    vocabulary = load_vocabulary()
    loaded = time.process_time()
    matcher = Matcher(vocabulary)
    built = time.process_time()
    print(f"{'entries, spellings, traps':40} {len(vocabulary.entries)}, {len(vocabulary.senses)}, {len(vocabulary.traps)}")
    print(f"{'read and judge the files':40} {loaded - start:8.3f} s")
    print(f"{'build the automaton':40} {built - loaded:8.3f} s")
    tokenizer = Dictionary().tokenizer(mode=SplitMode.A)
    for name, mail in (("Japanese", _JAPANESE), ("English", _ENGLISH)):
        text = mail * 20
        folded = fold(text)
        finding = seconds(lambda folded=folded, text=text: matcher.find_terms(folded, text), rounds)  # type: ignore[misc]
        print(f"{f'find terms, {name}':40} {len(text) / finding / 1e6:8.2f} million characters a second")
        if mail is _JAPANESE:
            tokenising = seconds(lambda text=text: tokenizer.tokenize(text), rounds)  # type: ignore[misc]
            print(f"{'... of the time Sudachi takes':40} {finding / tokenising:8.2f}")


if __name__ == "__main__":
    main()
