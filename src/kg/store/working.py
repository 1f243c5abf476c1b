"""A store to check and to reason in: filled from a file of N-Quads, added to round by round, thrown away afterwards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.store.embedded import EmbeddedStore
from kg.store.loading import add_quads, load_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.store.port import Answer, Term

_BYTES_IN_MEMORY = 64 * 1024 * 1024
"""A larger file is loaded on disk: in memory it takes ten times its size."""


def _in_one_graph(without: ox.NamedNode | None, lines: list[bytes]) -> bytes:
    """N-Quads as N-Triples, each line but those of the graph ``without``; all that a release holds names its graph."""
    ending = f" {without} .\n".encode() if without else b"\0"
    return b" .\n".join([*[b"#" if line.endswith(ending) else line[: line.rfind(b" <")] for line in lines], b""])


class WorkingStore:
    """What a file states, as one graph, and what is added to it in named graphs; a query sees the union of all where it does not say GRAPH."""

    def __init__(self, store: ox.Store | None = None, beside: Path | None = None) -> None:
        """``beside`` is a directory for other files as large as the store; the system's own where there is none."""
        self._store = ox.Store() if store is None else store
        self.beside = beside

    @classmethod
    def load(cls, quads: Path, directory: Path, without: ox.NamedNode | None = None) -> WorkingStore:
        """Load an N-Quads file but for the graph ``without``: in memory, or below ``directory`` where it is large. Raises StoreError where it cannot be read.

        All of it becomes one graph: what is asked of the union of graphs may count a statement once for each graph that holds it; and on disk a statement
        in a named graph takes twice the room. There, too, each portion of a file is a file of its own, in all of which every look-up would search, the
        more the larger the graph; they are made one.
        """
        store = cls.empty(quads.stat().st_size, directory)
        load_quads(store.engine, quads, ox.RdfFormat.N_TRIPLES, partial(_in_one_graph, without))
        store.engine.optimize()
        return store

    def fill(self, quads: Iterable[ox.Quad]) -> None:
        """Add what is read from elsewhere, which then lies as ``load`` has it."""
        add_quads(self._store, quads)
        self._store.optimize()

    @classmethod
    def empty(cls, size: int, directory: Path) -> WorkingStore:
        """A store for ``size`` bytes of N-Quads: in memory, or at ``directory`` where they are many."""
        return cls() if size <= _BYTES_IN_MEMORY else cls(ox.Store(str(directory)), directory.parent)

    @property
    def engine(self) -> ox.Store:
        """The engine's own store, for what looks at it quad by quad."""
        return self._store

    def query(self, text: str) -> Answer:
        """Answer any query, as every store does."""
        return EmbeddedStore(self._store).query(text)

    def construct(self, text: str) -> Iterator[ox.Triple]:
        """Answer a CONSTRUCT query, as a stream that does not see what is added meanwhile."""
        found = self._store.query(text, use_default_graph_as_union=True)
        if not isinstance(found, ox.QueryTriples):
            raise TypeError(text)
        return found

    def select(self, text: str) -> Iterator[dict[str, Term]]:
        """Answer a SELECT query: of each row the bound variables by name."""
        found = self._store.query(text, use_default_graph_as_union=True)
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError(text)
        names = [variable.value for variable in found.variables]
        return ({name: term for name, term in zip(names, row, strict=True) if term is not None} for row in found)

    def matching(self, predicate: ox.NamedNode, value: Term | None = None) -> Iterator[ox.Triple]:
        """Triples with a predicate and, where given, a value."""
        return (quad.triple for quad in self._store.quads_for_pattern(None, predicate, value, None))

    def graphs_with(self, triple: ox.Triple) -> list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]:
        """The graphs that hold a triple."""
        return [quad.graph_name for quad in self._store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)]

    def about(self, term: Term) -> Iterator[ox.Quad]:
        """Quads with a term in any place but that of the graph."""
        if not isinstance(term, ox.Literal):
            yield from self._store.quads_for_pattern(term, None, None, None)
        if isinstance(term, ox.NamedNode):
            yield from self._store.quads_for_pattern(None, term, None, None)
        yield from self._store.quads_for_pattern(None, None, term, None)

    def add(self, triples: Iterable[ox.Triple], graph: ox.NamedNode) -> None:
        """Add triples to a graph."""
        add_quads(self._store, (ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples))

    def graph(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        """Quads of a graph."""
        return self._store.quads_for_pattern(None, None, None, graph)

    def __len__(self) -> int:
        return len(self._store)
