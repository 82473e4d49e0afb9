"""A spaCy pipeline a language: components that annotate the Doc of a mail, each from what stands before it.

The Doc covers the message's whole text, so that its offsets are the evidence's. Deciding is left to pure functions that read
`doc._.findings` afterwards (`extract.reading`).
"""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

import extract.tokenizers
from extract.clauses import Clause, clauses_of
from extract.figures import with_figures
from extract.findings import Finding
from extract.folding import Folded, fold
from extract.openclass import open_findings
from extract.references import find_references
from extract.references_split import one_seat_each
from extract.registry import findings_in
from extract.scene import Scene
from extract.units import Unit, read_units
from extract.vocabulary.matching import Matcher, TermHit, matcher_for
from requisitions.messages import Message

MAX_READ = 200_000
"""Characters of a mail that are read; no requisition is longer."""

TERMS = "terms"
"""Key of the span group that holds the vocabulary's terms; `span.id_` is `category/key`."""

for _name in ("message", "folded", "units", "clauses", "scene", "findings"):
    Doc.set_extension(_name, default=None, force=True)


@Language.component("reqdrift_units", assigns=["doc._.folded", "doc._.units"])
def _units(doc: Doc) -> Doc:
    marks, japanese = doc._, doc.lang_ == "ja"
    message: Message = marks.message
    folded: Folded = fold(message.text[:MAX_READ])
    marks.folded = with_figures(folded) if japanese else folded
    marks.units = read_units(message, marks.folded, japanese=japanese)
    return doc


@Language.component("reqdrift_clauses", requires=["doc._.units"], assigns=["doc._.clauses"])
def _clauses(doc: Doc) -> Doc:
    marks = doc._
    units: tuple[Unit, ...] = marks.units
    marks.clauses = tuple(part for unit in units for clause in clauses_of(unit) for part in one_seat_each(clause))
    return doc


@Language.factory("reqdrift_terms", default_config={"vocabulary": []}, requires=["doc._.units"], assigns=["doc._.scene", "doc.spans"])
def _terms(nlp: Language, name: str, vocabulary: list[str]) -> "_TermFinder":  # noqa: ARG001 (spaCy's signature)
    return _TermFinder(matcher_for(tuple(Path(path) for path in vocabulary)))


class _TermFinder:
    """Finds the vocabulary's terms by characters on the folded copy; tokens only frame them."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    def __call__(self, doc: Doc) -> Doc:
        marks = doc._
        message: Message = marks.message
        units: tuple[Unit, ...] = marks.units
        terms = {id(unit): self._outside_references(unit, message.text) for unit in units}
        marks.scene = Scene(_local_date(message), doc.lang_ == "ja", message.text, terms)
        spans = []
        for unit in units:
            for hit in terms[id(unit)]:
                start, end = unit.folded.original(hit.start, hit.end)
                span = doc.char_span(start, end, alignment_mode="expand", span_id=f"{hit.entry.category}/{hit.entry.key}")
                if span is not None:
                    spans.append(span)
        doc.spans[TERMS] = SpanGroup(doc, name=TERMS, spans=spans)
        return doc

    def _outside_references(self, unit: Unit, original: str) -> list[TermHit]:
        """The terms of a unit: the letters of a client's own number (QM-31) are none."""
        codes = [(code.start, code.end) for code in find_references(unit.text)]
        hits = self._matcher.find_terms(unit.folded, original)
        return [hit for hit in hits if not any(start < hit.end and hit.start < end for start, end in codes)]


@Language.component("reqdrift_findings", requires=["doc._.clauses", "doc._.scene"], assigns=["doc._.findings"])
def _findings(doc: Doc) -> Doc:
    marks = doc._
    clauses: tuple[Clause, ...] = marks.clauses
    scene: Scene = marks.scene
    found: list[Finding] = [finding for clause in clauses for finding in findings_in(clause, scene)]
    marks.findings = tuple(found)
    return doc


@Language.component("reqdrift_open_class", requires=["doc._.findings"], assigns=["doc._.findings"])
def _open_class(doc: Doc) -> Doc:
    marks = doc._
    found: tuple[Finding, ...] = marks.findings
    marks.findings = (*found, *open_findings(marks.clauses, found, marks.scene))
    return doc


def _local_date(message: Message) -> date:
    sent = message.sent_at or message.received_at
    return sent.date() if sent is not None else date(1970, 1, 1)


@lru_cache(maxsize=4)
def pipeline_for(language: str, vocabulary: tuple[Path, ...] = ()) -> Language:
    """The pipeline of a language (`ja`, `en`), built once a process.

    Raises:
        VocabularyError: a company's own vocabulary file cannot be used.
    """
    config = {"nlp": {"tokenizer": {"@tokenizers": "reqdrift.runs"}}}
    nlp = spacy.blank(language, config=config)
    nlp.max_length = 2_000_000
    nlp.add_pipe("reqdrift_units")
    nlp.add_pipe("reqdrift_clauses")
    nlp.add_pipe("reqdrift_terms", config={"vocabulary": [str(path) for path in vocabulary]})
    nlp.add_pipe("reqdrift_findings")
    nlp.add_pipe("reqdrift_open_class")
    return nlp


def annotate(message: Message, language: str, vocabulary: tuple[Path, ...] = ()) -> Doc:
    """The annotated Doc of a message."""
    return annotate_all([message], language, vocabulary)[0]


def annotate_all(messages: Sequence[Message], language: str, vocabulary: tuple[Path, ...] = ()) -> list[Doc]:
    """The annotated Docs of messages in one language.

    A component sees all of them before the next one does: each keeps tables of its own (the dictionary, the patterns' automata),
    and taking turns with every mail would drive them out of the processor's cache (`bench/extract.py`: a third of the time).
    """
    nlp = pipeline_for(language, vocabulary)
    docs = [nlp.make_doc(message.text[:MAX_READ]) for message in messages]
    for doc, message in zip(docs, messages, strict=True):
        doc._.message = message
    for _, component in nlp.pipeline:
        docs = [component(doc) for doc in docs]
    return docs


__all__ = ["annotate", "annotate_all", "extract", "pipeline_for"]
