"""Outcomes as a statistical cube: each one with a figure is itself an observation (W3C RDF Data Cube Vocabulary, 2014).

What the dimensions, measures and attributes are stands in ontology/structures.ttl; here an outcome gets the values that it has not anyway.
An outcome in words is no observation.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyoxigraph as ox
from pyoxigraph import NamedNode

from kg import resources
from kg.errors import VocabularyError
from kg.rdf.members import member_statements, members
from kg.rdf.periods import period_statements, reference_period
from kg.rdf.terms import code, in_language, number, term, tsu
from kg.settings import BASE
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.records import Edition, Outcome, Project
    from kg.rdf.iris import Minter
    from kg.rdf.members import Path
    from kg.rdf.terms import Statement

STRUCTURES = "ontology/structures.ttl"
_TYPE, _LABEL = term("rdf:type"), term("rdfs:label")


@cache
def _measures() -> dict[str, NamedNode]:
    """The measure property of each code of the list ``measure``, as the structures' qb:concept says."""
    codes = f"{BASE}code/measure/"
    quads = ox.parse(path=str(resources.path(STRUCTURES)), format=ox.RdfFormat.TURTLE)
    return {
        quad.object.value.removeprefix(codes): quad.subject
        for quad in quads
        if quad.predicate == term("qb:concept") and isinstance(quad.object, NamedNode) and isinstance(quad.subject, NamedNode)
    }


def measure_property(notation: str) -> NamedNode:
    """``tsu:numberOfPersons`` for ``persons``. Raises VocabularyError for a code that has none."""
    found = _measures().get(notation)
    if found is None:
        raise VocabularyError(
            f"コード measure/{notation} に当たる qb:MeasureProperty がありません。ontology/modules/cube.ttl に特性を、ここに測度と構造を加えてください。",
            f"no qb:MeasureProperty for the code measure/{notation}; add a property to ontology/modules/cube.ttl, and its measure and structure here",
            where=STRUCTURES,
        )
    return found


def cube_statements(mint: Minter, project: Project, edition: Edition, outcomes: Iterable[Outcome]) -> Iterator[Statement]:
    """The observations among the ``outcomes`` of a government, with their data sets, periods and breakdown members.

    ``edition`` is that of the project, with the date by which the table goes.
    """
    figures = [(record, reference_period(record, edition)) for record in outcomes if record.value]
    for (record, period), path in zip(figures, members(figures), strict=True):
        yield from _data_set(mint, record.measure.notation)
        yield from period_statements(mint, period)
        yield from member_statements(mint, path)
        yield from _observation(mint, project, record, period, path)


def _observation(mint: Minter, project: Project, record: Outcome, period: str, path: Path) -> Iterator[Statement]:
    node, measure = NamedNode(mint.outcome(project, record.block, record.key)), record.measure.notation
    yield node, _TYPE, term("qb:Observation")
    yield node, term("qb:dataSet"), NamedNode(mint.data_set(measure))
    yield node, tsu("refCommission"), NamedNode(mint.commission(project, record.block))
    yield node, term("qb:measureType"), measure_property(measure)
    yield node, measure_property(measure), number(record.value)
    yield node, tsu("breakdownMember"), NamedNode(mint.member(path))
    yield node, tsu("countingBasis"), code(mint.base, "counting-basis", record.counting.notation if record.counting else "unstated")
    yield node, tsu("refPeriod"), NamedNode(mint.period(period))
    yield node, tsu("refEdition"), NamedNode(mint.edition(project.edition))


def _data_set(mint: Minter, measure: str) -> Iterator[Statement]:
    """The outcomes of one measure, and the series of all such data sets (DCAT 3, section 6.7)."""
    series, node = NamedNode(mint.data_set()), NamedNode(mint.data_set(measure))
    yield series, _TYPE, term("dcat:DatasetSeries")
    yield series, _LABEL, in_language("実績", "ja")
    yield series, _LABEL, in_language("outcomes", "en")
    yield node, _TYPE, term("qb:DataSet")
    yield node, term("dcat:inSeries"), series
    yield node, term("qb:structure"), NamedNode(mint.structure(measure))
    yield node, _LABEL, in_language(f"実績（{code_list('measure').label(measure, 'ja')}）", "ja")
    yield node, _LABEL, in_language(f"outcomes: {code_list('measure').label(measure, 'en')}", "en")
