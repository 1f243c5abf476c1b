"""A release brought into a store elsewhere: its nine graphs take the place of those of the same names, and nothing else is touched."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kg.errors import GraphError, ReleaseError
from kg.rdf.iris import Minter
from kg.rdf.terms import GRAPHS
from kg.store.connection import credentials
from kg.store.marks import mark, marked
from kg.store.port import Solutions, lexical
from kg.store.remote import RemoteStore
from kg.store.writing import writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.release.release import Release
    from kg.store.targets import Addresses
    from kg.store.writing import Writer

_LAST = "catalog"
"""The graph by which a release is known where no identity is written: it goes first and comes last."""


@dataclass
class _Part:
    """The triples of a graph on disk: those with blank nodes, which must be sent together, and the others."""

    blank: Path
    plain: Path
    triples: int = 0

    def chunks(self, size: int) -> Iterator[tuple[bytes, bool]]:
        """About ``size`` bytes at a time, each with whether there are blank nodes in it."""
        together = self.blank.read_bytes()
        if together:
            yield together, True
        with self.plain.open("rb") as stream:
            while lines := stream.readlines(size):
                yield b"".join(lines), False


def load(release: Release, where: Addresses, seconds: int, say: Callable[[str, int], None]) -> dict[str, int]:
    """Bring ``release`` to the store at ``where`` and return how many triples each graph has there; ``say`` hears of each before it is sent.

    The identity that a service tells a release by is removed first and written last, when all is counted. Raises ReleaseError, StoreError,
    and GraphError where the store does not hold as many triples as it was sent.
    """
    release.verify()
    base = release.manifest["base"]
    names = sorted(GRAPHS, key=lambda name: name == _LAST)
    graphs = {name: Minter(base).graph(name) for name in names}
    to = writer(where, credentials(), seconds)
    with TemporaryDirectory(prefix="kg-load-") as directory:
        parts = _split(release, graphs, Path(directory))
        to.remove(marked(base))
        to.remove(graphs[_LAST])
        for name in names:
            say(name, parts[name].triples)
            to.replace(graphs[name], parts[name].chunks(to.chunk_bytes))
            _counted(where.query, graphs[name], parts[name].triples, seconds)
        _marked(to, base, release.identity)
        return {name: parts[name].triples for name in GRAPHS}


def _marked(to: Writer, base: str, identity: str) -> None:
    to.replace(marked(base), iter([(mark(base, identity).encode(), False)]))


def _split(release: Release, graphs: dict[str, str], directory: Path) -> dict[str, _Part]:
    """The triples of each graph of ``data.nq``, whose lines all end with the IRI of their graph."""
    parts = {iri.encode(): _Part(directory / f"{name}-blank.nt", directory / f"{name}.nt") for name, iri in graphs.items()}
    with ExitStack() as stack, release.quads.open("rb") as quads:
        files = {
            iri: (stack.enter_context(part.blank.open("wb")), stack.enter_context(part.plain.open("wb"))) for iri, part in parts.items()
        }
        for line in quads:
            triple, _, graph = line.rstrip(b" .\n").rpartition(b" <")
            part = parts.get(graph[:-1])
            if part is None:
                raise ReleaseError(
                    "リリースのグラフではない行があります。", "a line of no graph of a release", where=f"{release.quads}: {line[:100]!r}"
                )
            part.triples += 1
            blank = triple.startswith(b"_:") or triple.split(b" ", 2)[2].startswith(b"_:")
            files[graph[:-1]][not blank].write(triple + b" .\n")
    return {name: parts[iri.encode()] for name, iri in graphs.items()}


def _counted(url: str, graph: str, wanted: int, seconds: int) -> None:
    """Compare what the store holds of ``graph`` with what it was sent. Raises GraphError."""
    answer = RemoteStore(url, [graph], seconds).query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    rows = list(answer.rows) if isinstance(answer, Solutions) else []
    found = lexical(rows[0][0]) if rows else ""
    if found != str(wanted):
        raise GraphError(
            f"グラフ {graph} は {wanted:,} トリプルのはずですが、データベースには {found or '0'} しかない（または多い）ため、読み込みを完了としません。もう一度 kg load を実行してください。",
            f"graph {graph} should have {wanted:,} triples, but the store has {found or '0'}; the load does not count as complete: run kg load again",
            where=url,
        )
