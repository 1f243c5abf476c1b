"""The graph ``inferred`` of a release: what follows from all other graphs, sorted; a contradiction stops the build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Quad

from kg.rdf.lines import lines_of
from kg.reason.closure import Closure
from kg.reason.contradiction import refuse_contradictions
from kg.sorting import LineSorter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import NamedNode, Triple

    from kg.release.reference import Reference
    from kg.store.working import WorkingStore

_SORTED_AT_ONCE = 50_000


def inferred_lines(store: WorkingStore, graph: NamedNode, place: Path, reference: Reference | None = None) -> Iterator[bytes]:
    """Lines of what follows from ``store``, as quads of ``graph``, sorted; ``place`` is a directory for what is in between.

    With ``reference``, what follows of its specimens is there for all places like them. The store is added to. Raises GraphError where facts contradict the ontology.
    """
    place.mkdir()
    closure = Closure(store)
    refuse_contradictions(closure.contradictions(), store)
    sorter = LineSorter(place)
    for some in _batches(closure.triples()):
        lines = lines_of(Quad(triple.subject, triple.predicate, triple.object, graph) for triple in some)
        sorter.add(lines)
        if reference:
            sorter.add(reference.likewise(lines))
    return sorter.sorted()


def _batches(triples: Iterable[Triple]) -> Iterator[list[Triple]]:
    batch: list[Triple] = []
    for triple in triples:
        batch.append(triple)
        if len(batch) == _SORTED_AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
