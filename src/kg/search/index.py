"""The index of a release, asked: what is found, in which order, and how many of it have which code."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.errors import StoreError
from kg.search.entries import FACETS
from kg.search.words import comparable, terms
from kg.search.writing import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FEWEST_FIRST = ("government", "prefecture", *(name for name in reversed(FACETS) if name not in {"government", "prefecture"}))
"""Facets, those first of whose values each is had by few entries."""
_STEPS = 10_000
"""Steps of the engine between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for: words that must all be found, and for each facet the values of which one must hold."""

    words: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def pairs(self) -> list[tuple[str, str]]:
        """The conditions one by one, as an address has them."""
        return [(name, value) for name, values in self.chosen.items() for value in values]


@dataclass(frozen=True, slots=True)
class Found:
    """How many entries there are, those asked for as columns (writing.COLUMNS), and for each facet its values with how many have them."""

    total: int
    rows: list[dict[str, str]]
    facets: dict[str, list[tuple[str, int]]]


class Index:
    """An index on disk, open for reading."""

    def __init__(self, path: Path) -> None:
        """Open the index at ``path``. Raises StoreError where there is none."""
        self._lock = threading.Lock()  # one search at a time, and none in a file that is being closed
        try:
            self._file = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._file.execute("SELECT id FROM entry LIMIT 1")
        except sqlite3.Error as error:
            raise StoreError(
                "検索の索引が無いか壊れています。kg build で作り直してください。",
                "the index for searches is missing or damaged; build again with kg build",
                where=str(path),
            ) from error

    def close(self) -> None:
        """Give the file back, when the search that goes on has ended."""
        with self._lock:
            self._file.close()

    def find(self, wish: Wish, first: int, most: int, seconds: float) -> Found:
        """``most`` of the entries for a wish from the ``first`` (0) on: names that are the words themselves, then by how well they fit.

        What fits alike stands in the order of the release. Raises TimeoutError after ``seconds``.
        """
        with self._lock:
            until = time.monotonic() + seconds
            self._file.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
            try:
                return self._found(wish, first, most)
            except sqlite3.OperationalError as error:
                if time.monotonic() > until:
                    raise TimeoutError from error
                raise

    def _found(self, wish: Wish, first: int, most: int) -> Found:
        looked_for = terms(wish.words)
        if wish.words.strip() and not looked_for:
            return Found(0, [], {name: [] for name in FACETS})
        match = " ".join(term.match for term in looked_for)
        asked = {"match": match, **_conditions(wish.chosen)}
        total: int = self._file.execute(_sql("counted"), asked).fetchone()[0]
        page = {**asked, "name": comparable(wish.words.strip()).text, "most": most, "first": first}
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in self._file.execute(_sql("found"), page)]
        return Found(total, rows, {facet: self._counts(match, wish, facet) for facet in FACETS})

    def _counts(self, match: str, wish: Wish, facet: str) -> list[tuple[str, int]]:
        """Values of a facet among what the other facets leave."""
        others = {name: values for name, values in wish.chosen.items() if name != facet}
        return self._file.execute(_sql("facet"), {"match": match, "facet": facet, **_conditions(others)}).fetchall()


def _conditions(chosen: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Conditions as parameters, and the facet from whose values entries are sought: the one that leaves fewest, as far as that can be told."""
    start = next((name for name in _FEWEST_FIRST if name in chosen), "")
    return {
        "chosen": json.dumps({name: list(values) for name, values in chosen.items()}),
        "from": start,
        "values": json.dumps(list(chosen.get(start, ()))),
    }


@cache
def _sql(name: str) -> str:
    return resources.path(f"queries/search/{name}.sql").read_text(encoding="utf-8")
