"""Interventions: the items of a commission's programme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import code, in_language, term, tsu, typed
from kg.text.places import gazetteer
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.records import Coded, Intervention, Project
    from kg.rdf.iris import Minter
    from kg.rdf.provenance import Passages
    from kg.rdf.terms import Statement

_LABEL_CHARACTERS = 40


def _codes(record: Intervention) -> Iterator[tuple[str, str, Coded]]:
    """Property, code list and code of everything decided about an item."""
    lists = (
        ("interventionType", "intervention-type", record.types), ("targetGroup", "target-group", record.targets),
        ("referralSource", "referrer", record.referrers), ("supportStage", "support-stage", record.stages),
    )  # fmt: skip
    return ((name, scheme, coded) for name, scheme, codes in lists for coded in codes)


def intervention_statements(mint: Minter, project: Project, record: Intervention) -> Iterator[Statement]:
    """One item: its words and the codes decided from them."""
    node = NamedNode(mint.intervention(project, record.block, record.item))
    place = gazetteer().by_code.get(project.code)
    yield NamedNode(mint.commission(project, record.block)), tsu("hasIntervention"), node
    yield node, term("rdf:type"), tsu("Intervention")
    key = f"{record.block}-{record.item}"
    words = record.text if len(record.text) <= _LABEL_CHARACTERS else f"{record.text[:_LABEL_CHARACTERS]}…"
    types = "; ".join(code_list("intervention-type").label(coded.notation, "en") for coded in record.types)
    yield node, term("rdfs:label"), in_language(f"{project.municipality} {key} {words}", "ja")
    yield node, term("rdfs:label"), in_language(f"{place.label_en if place else project.municipality} {key}: {types}", "en")
    yield node, tsu("itemNumber"), typed(str(record.item), "xsd:integer")
    yield node, tsu("text"), Literal(record.text)
    if record.marker:
        yield node, tsu("marker"), Literal(record.marker)
    if record.heading:
        yield node, tsu("heading"), Literal(record.heading)
    for name, scheme, coded in _codes(record):
        yield node, tsu(name), code(mint.base, scheme, coded.notation)


def intervention_provenance(mint: Minter, passages: Passages, project: Project, record: Intervention) -> Iterator[Statement]:
    """The item's characters, and the cue of each code."""
    node = NamedNode(mint.intervention(project, record.block, record.item))
    yield from passages.extent(node, record.span)
    yield from passages.read_from(node, record.span)
    for name, scheme, coded in _codes(record):
        yield from passages.decided(node, (name, scheme), coded, record.span)
