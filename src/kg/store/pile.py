"""Triples put aside, however many, until they go into a store together."""

from __future__ import annotations

from itertools import islice
from threading import Lock
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Pile:
    """Triples in memory up to ``at_once``, and in the empty ``file`` beyond that; any thread may put some.

    A store on disk may write all that it has anew when something is added, so it had better be added at once.
    """

    def __init__(self, at_once: int, file: IO[bytes]) -> None:
        self._at_once = at_once
        self._held: set[ox.Triple] = set()
        self._file = file
        self._lock = Lock()

    def put(self, triples: Iterable[ox.Triple]) -> None:
        """Put triples aside."""
        stream = iter(triples)
        while some := list(islice(stream, self._at_once)):
            with self._lock:
                self._held.update(some)
                if len(self._held) > self._at_once:
                    ox.serialize(self._held, self._file, ox.RdfFormat.N_TRIPLES)
                    self._held.clear()

    def triples(self) -> Iterator[ox.Triple]:
        """All of them; one that was put twice may come twice."""
        self._file.seek(0)
        yield from (quad.triple for quad in ox.parse(self._file, ox.RdfFormat.N_TRIPLES, lenient=True))
        yield from self._held
