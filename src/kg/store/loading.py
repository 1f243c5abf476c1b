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


def load_quads(
    store: ox.Store, quads: Path, form: ox.RdfFormat = ox.RdfFormat.N_QUADS, lines_as: Callable[[list[bytes]], bytes] = b"".join
) -> None:
    """Add the statements of a file to ``store``, blank nodes by the labels that they have there.

    ``lines_as`` may turn lines into as many lines of another ``form``. Raises StoreError, with the line, where one cannot be read.
    """
    before = 0
    try:
        with quads.open("rb") as stream:
            while lines := list(islice(stream, PORTION)):
                _add(store, lines_as(lines), form)
                before += len(lines)
    except (OSError, SyntaxError) as error:
        raise not_quads(quads, error, before) from error


def add_quads(store: ox.Store, quads: Iterable[ox.Quad]) -> None:
    """Add ``quads`` to ``store``."""
    coming = iter(quads)
    while portion := list(islice(coming, PORTION)):
        store.bulk_extend(portion)


def _add(store: ox.Store, lines: bytes, form: ox.RdfFormat) -> None:
    if b"_:" in lines:  # to load would name a blank node anew in each portion; what is parsed keeps its label
        store.bulk_extend(ox.parse(lines, format=form))
    else:
        store.bulk_load(lines, format=form)
