"""Ask the store for what breaks the shapes."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import RDF, RDFS, SH

from kg.errors import VocabularyError
from kg.store.heap import Heap
from kg.validate.engines.port import Result
from kg.validate.engines.store.compiler import Inquiry, Query, compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib import Graph

_PORTION = 900
"""Focus nodes that a constraint in SPARQL is asked about at a time. Fewer than a thousand, which is what the engine takes a pattern with a known
predicate and value to have: with more it would begin at all that have that value, for each portion anew.
"""
_FEW = 10_000
"""Fewer focus nodes than that are asked about at once: what the engine keeps of them is little, and to read their names takes longer than to find them."""
_PROGRAMS = 4
"""Sets of queries that are kept: several files are checked by the same shapes, and what a service publishes, too."""
Memberships = frozenset[tuple[str, str]]


class StoreEngine:
    """Validates a store where it stands, in memory or on disk."""

    name = "store"

    def results(self, data: ox.Store, shapes: Graph) -> set[Result]:
        """All results over the union of the graphs of ``data``. Raises VocabularyError where a shape cannot be said in SPARQL."""
        heap = Heap()

        def answered(inquiry: Inquiry) -> list[Result]:
            found = list(_results(data, inquiry))
            heap.give_back()
            return found

        with ThreadPoolExecutor(os.cpu_count()) as pool:  # a query leaves Python alone, so that others run beside it
            return {result for results in pool.map(answered, _program(_Shapes(shapes), _memberships(data, shapes))) for result in results}


class _Shapes:
    """A graph that is equal to another with the same statements."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._statements = frozenset(graph)

    def __hash__(self) -> int:
        return hash(self._statements)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shapes) and self._statements == other._statements


@lru_cache(maxsize=_PROGRAMS)
def _program(shapes: _Shapes, memberships: Memberships) -> tuple[Inquiry, ...]:
    below: dict[str, list[str]] = {}
    for lower, upper in sorted(memberships):
        below.setdefault(upper, []).append(lower)
    return tuple(compiled(shapes.graph, lambda named: [named.n3(), *below.get(named.n3(), ())]))


def _memberships(data: ox.Store, shapes: Graph) -> Memberships:
    """Classes whose members have to be sought under their own name, each with a class of the shapes that it is below (SHACL, section 1.1).

    Where all members of a class are said to be of the class above it too, as a release says it, they are found there, and once only.
    """
    above: dict[str, set[str]] = {}
    for row in _solutions(data, f"SELECT DISTINCT ?c ?d WHERE {{ ?c <{RDFS.subClassOf}> ?d }}", ""):
        above.setdefault(str(row[0]), set()).add(str(row[1]))
    uppers = {named.n3() for of in (SH.targetClass, SH["class"]) for named in shapes.objects(None, of)}
    uppers |= {named.n3() for named in shapes.subjects(RDF.type, RDFS.Class)}
    return frozenset(
        (lower, upper)
        for lower in above
        if not lower.startswith("_:")  # what has no name cannot be asked for
        for upper in uppers & _all_above(lower, above)
        if _asked(data, f"ASK {{ ?one <{RDF.type}> {lower} FILTER NOT EXISTS {{ ?one <{RDF.type}> {upper} }} }}", "")
    )


def _all_above(lower: str, above: dict[str, set[str]]) -> set[str]:
    found, queue = set[str](), [*above[lower]]
    while queue:
        one = queue.pop()
        if one not in found:
            found.add(one)
            queue += above.get(one, ())
    return found - {lower}


def _asked(data: ox.Store, text: str, shape: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    try:
        return data.query(text, use_default_graph_as_union=True)
    except (SyntaxError, ValueError) as error:
        raise VocabularyError(
            f"形の SPARQL が正しくありません（{error}）。", f"the SPARQL of a shape is wrong ({error})", where=shape
        ) from error


def _solutions(data: ox.Store, text: str, shape: str) -> ox.QuerySolutions:
    found = _asked(data, text, shape)
    if not isinstance(found, ox.QuerySolutions):
        raise VocabularyError("sh:select は SELECT でなければなりません。", "sh:select must be a SELECT query", where=shape)
    return found


def _texts(data: ox.Store, query: Query) -> Iterator[str]:
    """What is to be asked, portion by portion of the focus nodes; a blank node has no name to ask by."""
    if not query.targets:
        yield query.text
        return
    targets = (row["this"] for row in _solutions(data, f"SELECT ?this WHERE {{ {query.targets} }}", query.shape))
    first = list(islice(targets, _FEW))
    if len(first) < _FEW:
        yield query.over_all()
        return
    coming = chain(first, targets)
    while nodes := dict.fromkeys(islice(coming, _PORTION)):
        if any(isinstance(node, ox.BlankNode) for node in nodes):
            yield query.over_all()
            return
        yield query.over(map(str, nodes))


def _results(data: ox.Store, inquiry: Inquiry) -> Iterator[Result]:
    if inquiry.screen and not _asked(data, inquiry.screen, inquiry.queries[0].shape):
        return
    for query in inquiry.queries:
        for text in _texts(data, query):
            yield from _of_rows(query, _solutions(data, text, query.shape))


def _of_rows(query: Query, found: ox.QuerySolutions) -> Iterator[Result]:
    names = [variable.value.removesuffix("_") for variable in found.variables]
    for row in found:
        bound = dict(zip(names, row, strict=True))
        focus, value, path = bound.get("this"), bound.get("value"), bound.get("path")
        if focus is None:
            continue
        if value is None and query.value_is_focus:
            value = focus
        yield Result(
            shape=query.shape,
            component=query.component,
            focus=focus.value if isinstance(focus, ox.NamedNode) else str(focus),
            path=path.value if isinstance(path, ox.NamedNode) else query.path,
            value="" if value is None else str(value),
            severity=query.severity,
        )
