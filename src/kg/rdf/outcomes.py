"""Outcomes: the figures of a commission, and its results in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import clipped, code, in_language, number, term, truth, tsu, typed
from kg.text.eras import period_days
from kg.text.places import gazetteer
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.records import Coded, Outcome, Project
    from kg.rdf.iris import Minter
    from kg.rdf.provenance import Passages
    from kg.rdf.terms import Statement


def _codes(record: Outcome) -> Iterator[tuple[str, str, Coded]]:
    """Property, code list and code of everything decided about a result; its level follows from its indicator type."""
    lists = (
        ("indicatorType", "indicator-type", record.indicator_type), ("resultLevel", "result-level", record.result_level),
        ("measure", "measure", record.measure), ("countingMethod", "counting", record.counting), ("breakdownKind", "breakdown-kind", record.breakdown_kind),
        ("breakdownDimension", "breakdown-dimension", record.dimension), ("status", "status", record.status),
    )  # fmt: skip
    return ((name, scheme, coded) for name, scheme, coded in lists if coded)


def outcome_statements(mint: Minter, project: Project, record: Outcome) -> Iterator[Statement]:
    """One result with its value, unit, dates and codes."""
    node = NamedNode(mint.outcome(project, record.block, record.key))
    yield NamedNode(mint.commission(project, record.block)), tsu("hasOutcome"), node
    yield node, term("rdf:type"), tsu("Outcome")
    yield from _labels(project, record, node)
    yield node, tsu("indicator"), Literal(record.indicator)
    yield node, tsu("quote"), Literal(record.quote)
    yield node, tsu("approximate"), truth(value=record.approximate)
    if record.value:
        yield node, tsu("value"), number(record.value)
    else:
        yield node, term("rdf:type"), tsu("OutcomeInWords")
    if record.unit:
        yield node, tsu("unit"), Literal(record.unit)
    yield from _times(node, record)
    for item in record.interventions:
        yield node, tsu("reportsOn"), NamedNode(mint.intervention(project, record.block, item))
    if record.total:
        yield node, tsu("breakdownOf"), NamedNode(mint.outcome(project, record.block, record.total))
    for name, scheme, coded in _codes(record):
        yield node, tsu(name), code(mint.base, scheme, coded.notation)


def _labels(project: Project, record: Outcome, node: NamedNode) -> Iterator[Statement]:
    place = gazetteer().by_code.get(project.code)
    figure = f" {'約' if record.approximate else ''}{record.value}{record.unit}" if record.value else ""
    yield node, term("rdfs:label"), in_language(f"{project.municipality} {clipped(record.indicator)}{figure}", "ja")
    measure, kind = (
        code_list("measure").label(record.measure.notation, "en"),
        code_list("indicator-type").label(record.indicator_type.notation, "en"),
    )
    figure = f", {'about ' if record.approximate else ''}{record.value} ({measure})" if record.value else ""
    key = f"{record.block}-{record.key}"
    yield node, term("rdfs:label"), in_language(f"{place.label_en if place else project.municipality} {key}: {kind}{figure}", "en")


def _date(written: str) -> Literal:
    """A date as precise as the source gives it: ``2020-12-31``, ``2020-12``, ``2020``, or a fiscal year, for which XML Schema has no type."""
    datatype = {10: "xsd:date", 7: "xsd:gYearMonth", 4: "xsd:gYear"}.get(len(written))
    return typed(written, datatype) if datatype and written[0] != "F" else Literal(written)


def _times(node: NamedNode, record: Outcome) -> Iterator[Statement]:
    if record.as_of:
        yield node, tsu("asOf"), _date(record.as_of)
    if record.period:
        yield node, tsu("period"), Literal(record.period)
        days = period_days(record.period)
        if days:
            yield node, tsu("periodStart"), typed(days[0].isoformat(), "xsd:date")
            yield node, tsu("periodEnd"), typed(days[1].isoformat(), "xsd:date")


def outcome_provenance(mint: Minter, passages: Passages, project: Project, record: Outcome) -> Iterator[Statement]:
    """Figure, unit, labels and dates of the result, and the cue of each code."""
    node = NamedNode(mint.outcome(project, record.block, record.key))
    yield from passages.extent(node, record.span)
    yield from passages.read_from(node, record.span, *record.context)
    for name, scheme, coded in _codes(record):
        yield from passages.decided(node, (name, scheme), coded, record.span)
