"""Findings of the source: what is odd in it, in words an official understands, at its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import code, in_language, term, tsu

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator

    from kg.extract.records import Finding, Portion
    from kg.rdf.iris import Minter
    from kg.rdf.provenance import Passages
    from kg.rdf.terms import Statement


Named = tuple[NamedNode, "Finding"]


def named_findings(mint: Minter, portion: Portion, seen: Counter[tuple[str, str]]) -> list[Named]:
    """Findings of a portion with their IRIs; ``seen`` numbers those that the document has of a kind at one place.

    One place may have several, also of two governments where a cell of a workbook is merged over both.
    """
    named = []
    for finding in portion.findings:
        place = finding.span.label(finding.span.start)
        seen[finding.kind, place] += 1
        named.append((NamedNode(mint.finding(portion.document, finding.kind, place, seen[finding.kind, place])), finding))
    return named


def finding_statements(mint: Minter, named: Iterable[Named]) -> Iterator[Statement]:
    """What is odd, how grave it is, and where it stands."""
    for node, finding in named:
        yield from _finding(mint, node, finding)


def finding_provenance(mint: Minter, passages: Passages, named: Iterable[Named], document: str) -> Iterator[Statement]:
    """The characters that each finding is about."""
    for node, finding in named:
        yield from passages.extent(node, finding.span)
        yield from passages.target(node)
        if passages.within(finding.span):
            yield from passages.quoted_from(node, finding.span, *finding.context)
        else:  # a hidden sheet was not read: no passage holds it
            yield node, tsu("wasReadFrom"), NamedNode(mint.document(document))


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
