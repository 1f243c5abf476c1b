"""The code lists for the pages: each list with its codes in the order of its file, narrower codes below their broader one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF, SKOS, URIRef

from kg.export.reference.entries import MATCHES, TEXTS, Entry, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.export.reference.entries import Describer
    from kg.export.reference.model import Model

_SHOWN = {*TEXTS, *MATCHES, RDF.type, SKOS.inScheme, SKOS.topConceptOf, SKOS.notation, SKOS.broader, SKOS.narrower, SKOS.hasTopConcept}


@dataclass(frozen=True, slots=True)
class Code:
    """A code, and how deep it stands below the top of its list."""

    entry: Entry
    depth: int


@dataclass(frozen=True, slots=True)
class CodeList:
    """A concept scheme."""

    entry: Entry
    codes: list[Code]


def code_lists(model: Model, describer: Describer, word: Callable[[str], str]) -> list[CodeList]:
    """All code lists in the order of their file."""
    schemes = sorted((URIRef(str(s)) for s in model.graph.subjects(RDF.type, SKOS.ConceptScheme)), key=lambda s: _place(model, s))
    found = []
    for scheme in schemes:
        rows = [*describer.alignments(scheme), *describer.further(scheme, _SHOWN)]
        entry = describer.entry(scheme, model.short(scheme), [row for row in rows if row.values])
        found.append(CodeList(entry, [Code(_code(model, describer, word, iri), depth) for iri, depth in _in_hierarchy(model, scheme)]))
    return found


def _code(model: Model, describer: Describer, word: Callable[[str], str], iri: URIRef) -> Entry:
    names = {key: list(model.graph.objects(iri, predicate)) for key, predicate in (("broader", SKOS.broader), ("narrower", SKOS.narrower))}
    rows = [
        Row(word(key), [(describer.reader.name(URIRef(other)),) for other in sorted(map(str, others))]) for key, others in names.items()
    ]
    rows += [describer.mentioned(iri), *describer.alignments(iri), describer.sources(iri), *describer.further(iri, _SHOWN)]
    return describer.entry(iri, model.short(iri), [row for row in rows if row.values])


def _in_hierarchy(model: Model, scheme: URIRef) -> Iterator[tuple[URIRef, int]]:
    """Each code of a list once; one that the hierarchy does not reach from its top, or reaches twice, stands where it comes first."""
    members = sorted((URIRef(str(s)) for s in model.graph.subjects(SKOS.inScheme, scheme)), key=lambda s: _place(model, s))
    inside, seen = set(members), set[URIRef]()

    def below(iri: URIRef, depth: int) -> Iterator[tuple[URIRef, int]]:
        if iri not in seen:
            seen.add(iri)
            yield iri, depth
            for other in members:
                if (other, SKOS.broader, iri) in model.graph:
                    yield from below(other, depth + 1)

    for iri in members:
        if not inside.intersection(map(URIRef, map(str, model.graph.objects(iri, SKOS.broader)))):
            yield from below(iri, 0)
    for iri in members:
        yield from below(iri, 0)


def _place(model: Model, iri: URIRef) -> tuple[int, str]:
    return model.order.get(iri, len(model.order)), str(iri)
