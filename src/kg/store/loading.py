"""Files of N-Quads into an engine, a portion at a time, so that the memory it takes depends on the portion, not on the file."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.store.faults import not_quads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

PORTION = 100_000
"""Statements that an engine is given at a time. It holds what it is given in six orders: of a million, which is what it takes by itself, 0.7 to 1 GB."""
_BLOCK = 256 * 1024
"""Bytes that are looked at at a time: as much as a processor keeps near."""


def load_quads(
    store: ox.Store, quads: Path, form: ox.RdfFormat = ox.RdfFormat.N_QUADS, lines_as: Callable[[list[bytes]], bytes] = b"".join
) -> None:
    """Add the statements of a file to ``store``, blank nodes by the labels that they have there.

    ``lines_as`` may turn lines into as many lines of another ``form``. Raises StoreError, with the line, where one cannot be read.
    """
    before, count, blocks = 0, 0, list[bytes]()
    try:
        with quads.open("rb") as stream:
            while lines := stream.readlines(_BLOCK):
                blocks.append(lines_as(lines))
                count += len(lines)
                if count - before >= PORTION:
                    _add(store, b"".join(blocks), form)
                    before, blocks = count, []
        _add(store, b"".join(blocks), form)
    except (OSError, SyntaxError) as error:
        raise not_quads(quads, error, before) from error


def add_quads(store: ox.Store, quads: Iterable[ox.Quad]) -> None:
    """Add ``quads`` to ``store``."""
    coming = iter(quads)
    while portion := list(islice(coming, PORTION)):
        store.bulk_extend(portion)


def _add(store: ox.Store, lines: bytes, form: ox.RdfFormat) -> None:
    """Add lines; those with a blank node, of which there are few, as they are parsed: to load them would give it another name in each portion."""
    named, unnamed, done = [], [], 0
    while (found := lines.find(b"_:", done)) >= 0:
        begin, end = lines.rfind(b"\n", 0, found) + 1, lines.find(b"\n", found) + 1 or len(lines)
        # an empty line in place of each that is not there, so that a parser tells the right number
        named += [lines[done:begin], b"\n"]
        unnamed += [b"\n" * lines.count(b"\n", done, begin), lines[begin:end]]
        done = end
    store.bulk_extend(ox.parse(b"".join(unnamed), format=form))
    store.bulk_load(b"".join([*named, lines[done:]]), format=form)
