"""Findings of the source: what is odd in it, in words an official understands, at its cell."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import code, in_language, term, tsu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.records import Finding, Portion
    from kg.rdf.iris import Minter
    from kg.rdf.provenance import Passages
    from kg.rdf.terms import Statement


def finding_statements(mint: Minter, portion: Portion) -> Iterator[Statement]:
    """All findings of a portion."""
    for node, finding in _named(mint, portion):
        yield from _finding(mint, node, finding)


def finding_provenance(mint: Minter, passages: Passages, portion: Portion) -> Iterator[Statement]:
    """The characters that each finding is about."""
    for node, finding in _named(mint, portion):
        yield from passages.extent(node, finding.span)
        if passages.within(finding.span):
            yield from passages.read_from(node, finding.span)
        else:  # a hidden sheet was not read: no passage holds it
            yield node, tsu("wasReadFrom"), NamedNode(mint.document(portion.document))


def _named(mint: Minter, portion: Portion) -> Iterator[tuple[NamedNode, Finding]]:
    """Findings with their IRIs; one place may have several of a kind."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in portion.findings:
        place = finding.span.label(finding.span.start)
        seen[finding.kind, place] += 1
        yield NamedNode(mint.finding(portion.document, finding.kind, place, seen[finding.kind, place])), finding


def _finding(mint: Minter, node: NamedNode, finding: Finding) -> Iterator[Statement]:
    yield node, term("rdf:type"), tsu("Finding")
    yield node, tsu("severity"), code(mint.base, "severity", finding.severity)
    yield node, tsu("findingKind"), code(mint.base, "finding-kind", finding.kind)
    for message, language in ((finding.message_ja, "ja"), (finding.message_en, "en")):
        yield node, tsu("message"), in_language(message, language)
    if finding.cohort:
        yield node, tsu("cohort"), Literal(finding.cohort)
    if finding.municipality:
        yield node, tsu("governmentAsWritten"), Literal(finding.municipality)
