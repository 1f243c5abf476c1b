"""The index on disk: an SQLite file with the entries, their tokens (FTS5) and their facets."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from kg import resources
from kg.rdf.concepts import concepts
from kg.search.entries import SCHEMES
from kg.search.labels import code_label, government_label
from kg.search.words import comparable, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.errors import Message
    from kg.search.entries import Entry

COLUMNS = (
    "kind", "title", "title_en", "government", "contractor", "text", "text_en", "types", "targets", "value", "unit", "counting", "approximate",
    "as_of", "period", "status", "iri",
)  # fmt: skip
"""What the index keeps of an entry as it is, in the order of queries/search/found.sql."""
_INSERT = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def write_index(entries: Iterable[Entry], target: Path) -> int:
    """Write the index of ``entries`` and return how many there are."""
    with closing(sqlite3.connect(target, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode = OFF")
        file.execute("PRAGMA synchronous = OFF")
        file.executescript(resources.path("queries/search/schema.sql").read_text(encoding="utf-8"))
        file.execute("BEGIN")
        count = 0
        for count, entry in enumerate(entries, start=1):
            _add(file, count, entry)
        file.execute("COMMIT")
        file.execute("INSERT INTO words (words) VALUES ('optimize')")
        file.execute("ANALYZE")
        return count


def _add(file: sqlite3.Connection, number: int, entry: Entry) -> None:
    kept = [_kept(entry, column) for column in COLUMNS]
    file.execute(_INSERT, (number, comparable(entry.title).text, comparable(entry.title_en).text, *kept))
    title, text, further = f"{entry.title} \n {entry.title_en}", f"{entry.text} \n {entry.text_en}", " \n ".join(_further(entry))
    file.execute(
        "INSERT INTO words (rowid, title, text, further) VALUES (?, ?, ?, ?)", (number, tokens(title), tokens(text), tokens(further))
    )
    facets = {("kind", entry.kind), *((name, value) for name, values in entry.codes.items() for value in values)}
    file.executemany("INSERT INTO facet VALUES (?, ?, ?)", [(name, value, number) for name, value in sorted(facets)])


def _kept(entry: Entry, column: str) -> str:
    if column == "counting" and entry.values.get("value"):
        return entry.values[column] or "unstated"
    own = getattr(entry, column, None)
    return own if isinstance(own, str) else entry.values.get(column, "")


def _further(entry: Entry) -> Iterator[str]:
    """What else an entry is found by: other names, whose it is, and what the codes of its own record are called."""
    yield entry.further
    yield entry.contractor
    if entry.kind == "contractor":
        for value in sorted(entry.codes.get("function", ())):
            yield from _names(SCHEMES["function"], value)
    if entry.kind in {"intervention", "outcome"}:
        yield from _both(government_label(entry.government))
        own = {"indicator": entry.codes.get("indicator", set())} if entry.kind == "outcome" else entry.codes
        for facet, scheme in SCHEMES.items():
            if facet not in {"function", "indicator"} or entry.kind == "outcome":
                for value in sorted(own.get(facet, ())):
                    yield from _names(scheme, value)


def _names(scheme: str, notation: str) -> Iterator[str]:
    """The labels of a code, and whatever else it is called in English: the tables say it in Japanese themselves, each in its own words."""
    yield from _both(code_label(scheme, notation))
    concept = concepts().get((scheme, notation))
    if concept:
        yield from concept.alternatives[1]


def _both(label: Message) -> tuple[str, str]:
    return label.ja, label.en
