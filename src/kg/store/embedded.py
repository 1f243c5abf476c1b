"""The embedded store: Oxigraph, built once by bulk load, opened read-only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store.faults import guarded, not_a_query, refuse_service
from kg.store.loading import load_quads
from kg.store.port import Answer, Solutions, Statements
from kg.store.syntax import examine

if TYPE_CHECKING:
    from pathlib import Path


_REFUSED = (SyntaxError, RuntimeError, ValueError)
"""What the engine raises for text that is no query, for functions that it does not know, and for characters that are none."""


def build_store(quads: Path, directory: Path) -> None:
    """Load the N-Quads file ``quads`` into a new store at ``directory``.

    The file has then been read once and for all; its pages leave the system's memory to those of the store, which is asked next.
    """
    store = ox.Store(str(directory))
    load_quads(store, quads)
    forget_pages(quads)
    store.optimize()
    store.flush()


def forget_pages(path: Path) -> None:
    """Tell the system, where it listens (POSIX), that the pages of a file will not be read again soon."""
    if hasattr(os, "posix_fadvise"):
        with path.open("rb") as stream:
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


class EmbeddedStore:
    """A store of a release, or one in memory."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    @classmethod
    def open(cls, directory: Path) -> EmbeddedStore:
        """Open the store of a release read-only. Raises StoreError where it is missing or damaged."""
        try:
            # unlike the other functions this one takes the path as UTF-8, whatever the locale says of file names
            return cls(ox.Store.read_only(os.fsencode(directory).decode("utf-8", "surrogateescape")))
        except (OSError, UnicodeError) as error:
            raise StoreError(
                "リリースの検索用データが無いか壊れています。kg build で作り直してください。",
                "the release's store is missing or damaged; build again with kg build",
                where=str(directory),
            ) from error

    @classmethod
    def load(cls, quads: Path) -> EmbeddedStore:
        """Load an N-Quads file into memory. Raises StoreError where it cannot be read."""
        store = ox.Store()
        load_quads(store, quads)
        return cls(store)

    def query(self, text: str) -> Answer:
        """Answer ``text``; without FROM over the union of all graphs. SERVICE is refused: no query causes a request."""
        traits = examine(text)
        refuse_service(traits)
        try:
            found = self._store.query(text, use_default_graph_as_union=not traits.names_dataset)
        except _REFUSED as error:
            raise not_a_query(error) from error
        if isinstance(found, ox.QuerySolutions):
            rows = guarded((tuple(solution) for solution in found), _REFUSED, not_a_query)
            return Solutions(tuple(variable.value for variable in found.variables), rows)
        return bool(found) if isinstance(found, ox.QueryBoolean) else Statements(guarded(iter(found), _REFUSED, not_a_query))
