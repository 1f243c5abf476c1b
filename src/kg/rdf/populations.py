"""Populations as observations of a statistical cube of their own: an area, a day, a number, and the statistics that say so (ontology/structures.ttl)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import in_language, number, term, tsu, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement
    from kg.sources.populations import Population

_TYPE, _LABEL = term("rdf:type"), term("rdfs:label")


def population_statements(mint: Minter, populations: Iterable[Population]) -> Iterator[Statement]:
    """The observations, and the data set and series that they belong to where there is any."""
    data_set, series = NamedNode(mint.area_data_set("population")), NamedNode(mint.area_data_set())
    for one in populations:
        node = NamedNode(mint.population(one.code, one.day.isoformat()))
        yield series, _TYPE, term("dcat:DatasetSeries")
        yield series, _LABEL, in_language("区域の統計", "ja")
        yield series, _LABEL, in_language("figures of areas", "en")
        yield data_set, _TYPE, term("qb:DataSet")
        yield data_set, _LABEL, in_language("区域の人口", "ja")
        yield data_set, _LABEL, in_language("populations of areas", "en")
        yield data_set, term("dcat:inSeries"), series
        yield data_set, term("qb:structure"), NamedNode(mint.population_structure())
        yield node, _TYPE, term("qb:Observation")
        yield node, _TYPE, tsu("PopulationFigure")
        yield node, term("qb:dataSet"), data_set
        yield node, tsu("refArea"), NamedNode(mint.area(one.code))
        yield node, tsu("populationDate"), typed(one.day.isoformat(), "xsd:date")
        yield node, tsu("population"), number(one.value)
        yield node, tsu("populationSource"), Literal(one.source)
