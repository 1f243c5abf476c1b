"""A store to check and to reason in: filled from a file of N-Quads, added to round by round, thrown away afterwards."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.store.embedded import EmbeddedStore
from kg.store.faults import not_quads

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.store.port import Answer, Term

_BYTES_IN_MEMORY = 64 * 1024 * 1024
"""A larger file is loaded on disk: in memory it takes ten times its size."""
_BLOCK = 256 * 1024


class _OneGraph(io.RawIOBase):
    """The N-Quads of a file as N-Triples, without those of one graph; each line names its graph, as all that a release holds does."""

    def __init__(self, quads: Path, without: ox.NamedNode | None) -> None:
        self._stream = quads.open("rb")
        self._without = f" {without} .\n".encode() if without else b"\0"
        self._block = memoryview(b"")

    def readable(self) -> bool:
        """Whether it can be read, which it can."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]  # any buffer that takes bytes
        """Fill ``buffer`` with the next bytes."""
        while not self._block:
            lines = self._stream.readlines(_BLOCK)
            if not lines:
                return 0
            kept = [line[: line.rfind(b" <")] for line in lines if not line.endswith(self._without)]
            self._block = memoryview(b" .\n".join([*kept, b""]))
        taken = self._block[: len(buffer)]
        buffer[: len(taken)] = taken
        self._block = self._block[len(taken) :]
        return len(taken)

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
        super().close()


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
        in a named graph takes twice the room. There, too, each million statements is a file of its own, in all of which every look-up would search, the
        more the larger the graph; they are made one.
        """
        store = cls.empty(quads.stat().st_size, directory)
        try:
            with io.BufferedReader(_OneGraph(quads, without), _BLOCK) as lines:
                store.engine.bulk_load(lines, format=ox.RdfFormat.N_TRIPLES)
        except (OSError, SyntaxError) as error:
            raise not_quads(quads, error) from error
        store.engine.optimize()
        return store

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
        self._store.bulk_extend(ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples)

    def graph(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        """Quads of a graph."""
        return self._store.quads_for_pattern(None, None, None, graph)

    def __len__(self) -> int:
        return len(self._store)
