"""All that is wrong with a graph, each thing once: SHACL, checks, and what the extraction found odd in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.rdf.terms import ONTOLOGY, tsu
from kg.validate.check_findings import check_findings, presupposed_by
from kg.validate.findings import Finding
from kg.validate.nodes import TYPE, Nodes
from kg.validate.places import owners_of, passages_of
from kg.validate.shape_findings import shape_findings
from kg.validate.shared_faults import shared_faults
from kg.validate.source_findings import DATE, OTHER, source_findings
from kg.validate.term_findings import Vocabulary, foreign_findings, term_findings
from kg.validate.text_findings import text_findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import Store
    from rdflib import Graph

    from kg.validate.engines.port import Engine, Result
    from kg.validate.nodes import Node


@dataclass(frozen=True, slots=True)
class Gathered:
    """Findings in the order of the source, and the results of SHACL, of which a finding may tell several, or a better one none."""

    findings: list[Finding]
    results: set[Result]

    def violations(self) -> list[Finding]:
        """What is wrong with the graph."""
        return [finding for finding in self.findings if finding.severity == "violation"]


def gathered(data: Store, engine: Engine, shapes: Graph, base: str, *, foreign: bool = False) -> Gathered:
    """All about the union of the graphs of ``data``; ``foreign``: of somebody else's, which may say what no converter of ours says.

    Raises VocabularyError where a shape or check is not what the engine can ask.
    """
    nodes = Nodes(data)
    told = list(source_findings(nodes))
    results = engine.results(data, shapes)
    vocabulary = Vocabulary.of(nodes)
    if foreign:
        results = {result for result in results if _concerns_us(result.focus, nodes, vocabulary, base)}
    shared = shared_faults(results, shapes, nodes, vocabulary, base)
    wrong = [*term_findings(nodes, vocabulary, base), *shared.findings]
    if foreign:
        named = {result.path for result in results} | {result.value[1:-1] for result in results}
        wrong += foreign_findings(nodes, vocabulary, named, base)
    wrong += [*shape_findings(results - shared.results, shapes, nodes), *check_findings(nodes, base)]
    if not any(finding.severity == "violation" for finding in wrong):  # else one of them may be the reason
        wrong += text_findings(nodes, base)
    explained = {(result.shape, result.focus) for result in shared.results}
    kept = _not_told(_causes(wrong, explained, shapes, nodes, base), told, nodes)
    return Gathered(sorted([*told, *kept], key=Finding.order), results)


def _concerns_us(focus: str, nodes: Nodes, vocabulary: Vocabulary, base: str) -> bool:
    """Whether a node of somebody else's graph is ours, has or is named by something of ours; code lists, cubes and notes of their own are theirs."""
    node = (
        ox.BlankNode(focus[2:]) if focus.startswith("_:") else ox.NamedNode(focus) if ":" in focus and not focus.startswith('"') else None
    )
    if node is None or focus.startswith(base):
        return True

    def of_ours(one: Node | ox.Triple) -> bool:
        return not isinstance(one, ox.Triple) and any(getattr(named, "value", "") in vocabulary.classes for named in nodes.nodes(one, TYPE))

    said, named = nodes.store.quads_for_pattern(node, None, None), nodes.store.quads_for_pattern(None, None, node)
    return (
        of_ours(node)
        or any(quad.predicate.value.startswith(f"{ONTOLOGY}#") or str(quad.object).startswith(f"<{base}") for quad in said)
        or any(quad.predicate.value.startswith(f"{ONTOLOGY}#") or of_ours(quad.subject) for quad in named)
    )


def _not_told(wrong: Iterable[Finding], told: Iterable[Finding], nodes: Nodes) -> list[Finding]:
    """Leave out what a finding of the extraction already says: of the same kind, about the same passage, and in better words.

    A title that is told to have a wrong date stands above all rows of its table: what their dates contradict is the title.
    """
    known: dict[str, set[str]] = {}
    titles = {_table(finding) for finding in told if finding.kind == DATE and not finding.government}
    for finding in told:
        passages = nodes.nodes(ox.NamedNode(finding.focus), tsu("wasReadFrom"))
        known.setdefault(finding.kind, set()).update(str(passage) for passage in passages)
    kept = []
    for finding in wrong:
        if finding.kind == DATE and finding.severity != "violation" and _table(finding) in titles:
            continue
        at = known.get(finding.kind, set()) if finding.kind != OTHER and finding.severity != "violation" else set()
        if not at or at.isdisjoint(str(passage) for passage in passages_of(nodes, ox.NamedNode(finding.focus))):
            kept.append(finding)
    return kept


def _table(finding: Finding) -> tuple[str, str]:
    """Document and cohort of the table that a finding is about."""
    return finding.place.source if finding.place else "", finding.cohort


def _causes(wrong: Sequence[Finding], explained: set[tuple[str, str]], shapes: Graph, nodes: Nodes, base: str) -> list[Finding]:
    """Leave out what only follows from another fault, and will be seen again if it does not.

    A shape or check that presupposes another says nothing of a node that breaks that one, or that belongs to such a node or names it as what is
    wrong (one that presupposes itself: that names another node that breaks it); and in a row of the table where the graph is wrong, what is only
    odd waits until it is mended. ``explained`` are shapes and nodes of which another finding tells.
    """
    broken = explained | {(finding.rule, finding.focus) for finding in wrong}
    named = broken | {(finding.rule, node) for finding in wrong for node in _told_of(finding)}
    presupposed = {finding.rule: presupposed_by(finding.rule, shapes, base) for finding in wrong}
    mended_first = {_row(finding) for finding in wrong if finding.severity == "violation"} - {None}

    def follows(finding: Finding) -> bool:
        return any(
            (rule, node) in named if rule != finding.rule else node != finding.focus and (rule, node) in broken
            for rule in presupposed[finding.rule]
            for node in _beside(finding, nodes)
        )

    return [finding for finding in wrong if not follows(finding) and (finding.severity == "violation" or _row(finding) not in mended_first)]


def _beside(finding: Finding, nodes: Nodes) -> Iterator[str]:
    """The node of a finding, what it names as wrong there, and what the node belongs to."""
    yield from _told_of(finding)
    if ":" in finding.focus and not finding.focus.startswith("_:"):
        yield from (str(owner.value) for owner in owners_of(nodes, ox.NamedNode(finding.focus)))


def _told_of(finding: Finding) -> tuple[str, ...]:
    """The node of a finding and the other nodes that it names, codes aside."""
    named = (value for value in finding.value.split(", ") if re.match(r"(?:https?|urn):", value) and "/code/" not in value)
    return (finding.focus, *named)


def _row(finding: Finding) -> tuple[str, str, int, str] | None:
    place = finding.place
    return None if place is None else (place.source, place.cell.partition("!")[0], place.row, place.fragment)
