"""Breakdown members: what a figure of a commission is about, whole or which part, as codes made of the source's own words.

The path 支援実施人数 > 入口支援 is the code ``breakdown-member/支援実施人数/入口支援``, one for all governments and editions that use these words, so that
their figures can be laid side by side; the code of a part has that of its whole above it. These codes come with the data, not with the project's
code lists, and stand in the graph ``data``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import in_language, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.records import Outcome
    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement

SCHEME = "breakdown-member"
Path = tuple[str, ...]
_UNWORDED = "unstated"
_FURTHER = "~"
"""Begins the last step of a path that no words tell from another; labels of the source do not begin with it."""


def members(figures: Iterable[tuple[Outcome, str]]) -> Iterator[Path]:
    """The member of each of a portion's ``figures``, which come with their reference periods.

    Where two figures of a commission share words, type, measure, counting and period, the first in the source has the words alone, each further
    one its key (the number of its run of digits) behind them. A figure that a later version learns to read thus changes the member of another
    only when it stands before it and differs from it in nothing; the IRI of an outcome never depends on it.
    """
    taken: set[tuple[object, ...]] = set()
    for record, period in figures:
        counting = record.counting.notation if record.counting else ""
        place = (record.block, record.indicator_type.notation, record.measure.notation, counting, period)
        path = _words(record.indicator)
        while (place, path) in taken:
            path = (*path, f"{_FURTHER}{record.key}")
        taken.add((place, path))
        yield path


def _words(indicator: str) -> Path:
    """Heading and sub-labels; a step of nothing but dots would be lost in an IRI (RFC 3986, section 5.2.4)."""
    return tuple(step for step in indicator.split(" / ") if step.strip(" .")) or (_UNWORDED,)


def member_statements(mint: Minter, path: Path) -> Iterator[Statement]:
    """A member and all that stand above it, in their scheme."""
    scheme = NamedNode(mint.scheme(SCHEME))
    yield scheme, term("rdf:type"), term("skos:ConceptScheme")
    for language, label, definition in (
        ("ja", "内訳の項目", "実績が何の数値かを、全体と部分の別も含め、原資料の語のまま並べた一覧。"),
        ("en", "breakdown members", "What reported figures are about, wholes and parts, in the words of the source."),
    ):
        yield scheme, term("skos:prefLabel"), in_language(label, language)
        yield scheme, term("skos:definition"), in_language(definition, language)
    top = NamedNode(mint.member(path[:1]))
    yield scheme, term("skos:hasTopConcept"), top
    yield top, term("skos:topConceptOf"), scheme
    for depth in range(1, len(path) + 1):
        yield from _member(mint, path[:depth], scheme)


def _member(mint: Minter, path: Path, scheme: NamedNode) -> Iterator[Statement]:
    node = NamedNode(mint.member(path))
    yield node, term("rdf:type"), term("skos:Concept")
    yield node, term("skos:inScheme"), scheme
    yield node, term("skos:notation"), Literal(node.value.removeprefix(f"{scheme.value}/"))
    for language, (label, definition) in zip(("ja", "en"), _names(path), strict=True):
        yield node, term("skos:prefLabel"), in_language(label, language)
        yield node, term("skos:definition"), in_language(definition, language)
    yield node, term("dcterms:source"), in_language("原資料の語", "ja")
    if len(path) > 1:
        above = NamedNode(mint.member(path[:-1]))
        yield node, term("skos:broader"), above
        yield above, term("skos:narrower"), node


def _names(path: Path) -> tuple[tuple[str, str], tuple[str, str]]:
    """Label and definition in Japanese and English; the words themselves have no English."""
    words = " / ".join(step for step in path if not step.startswith(_FURTHER))
    if words == _UNWORDED:
        ja, meaning_ja = "語の記載なし", "何の数値かを示す語のない実績。"
        en, meaning_en = "not worded", "Results without words that say what they are about."
    else:
        ja, meaning_ja = words, f"原資料の語で「{words}」とされた実績。"
        en, meaning_en = f"“{words}” in the words of the source", f"Results that the source words as “{words}”."
    further = " ".join(step.removeprefix(_FURTHER) for step in path if step.startswith(_FURTHER))
    if not further:
        return (ja, meaning_ja), (en, meaning_en)
    return (
        (f"{ja}（数字 {further}）", f"{meaning_ja}前にある実績とほかに違いがないため、欄の中での位置（数字 {further}）で区別する。"),
        (
            f"{en}, figure {further}",
            f"{meaning_en} One before it differs in nothing else, so that its place in the cell (figure {further}) tells it apart.",
        ),
    )
