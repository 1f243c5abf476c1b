"""What stands twice: rows that leaked from one government to another, and governments that one edition has twice.

An item and a result that stand word for word under two governments of one programme and date cannot both be right. A first pass over all
documents writes a fingerprint of every item and result to a temporary database on disk (memory stays constant); then each group is decided: the
owner is who is named in the words, whose run of markers it continues, whose neighbours it fits, whose name stands in the row; else it is left undecided.
"""

from __future__ import annotations

import hashlib
import itertools
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from kg.extract.alike import LEAST_WORDS, wording
from kg.extract.governments import Government
from kg.extract.sections import split_sections
from kg.text.names import is_none
from kg.text.places import gazetteer
from kg.text.width import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.governments import Between, Block
    from kg.extract.records import Edition

_MOST_PLACES = 4
"""Governments from which on equal wording is a common phrase and no leak, unless the words name one of them."""
_MOST_ROWS = 50
"""Rows with the same words from which on they are a common phrase, however few the governments."""
_NAMED, _RUN, _CONTRACTOR, _FIRST = 8, 4, 3, 2
_TABLES = """
CREATE TABLE government (programme TEXT, cohort TEXT, edition TEXT, name TEXT, UNIQUE (programme, cohort, edition, name));
CREATE TABLE project (programme TEXT, cohort TEXT, name TEXT, UNIQUE (programme, cohort, name));
CREATE TABLE item (edition TEXT, words TEXT, government INT, block INT, item INT, score INT, name TEXT);
CREATE TABLE section (words TEXT, government INT, block INT);
CREATE TABLE whole (edition TEXT, words TEXT, government INT, block INT, items INT, score INT, name TEXT);
"""
_NEW_GOVERNMENT = "INSERT OR IGNORE INTO government VALUES (?, ?, ?, ?)"
_NEW_PROJECT = "INSERT OR IGNORE INTO project VALUES (?, ?, ?)"


@dataclass
class Survey:
    """What the first pass found, by government ordinal and block.

    ``foreign`` items and ``sections`` leaked there from ``owners``, ``edited`` ones with other figures; ``undecided`` items stand under
    another government too. ``repeated`` are governments that the same edition already had, ``known_projects`` those of which another edition came before.
    """

    foreign: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    sections: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    owners: dict[tuple[int, int], str] = field(default_factory=dict)
    edited: set[tuple[int, int]] = field(default_factory=set)
    undecided: dict[tuple[int, int], dict[int, str]] = field(default_factory=dict)
    repeated: set[int] = field(default_factory=set)
    known_projects: set[int] = field(default_factory=set)


class _Place(NamedTuple):
    """Where an item (or all that a row has) stands, how well it fits there, and whose place it is."""

    government: int
    block: int
    item: int
    score: int
    name: str


def fingerprint(text: str) -> str:
    """Sixteen hexadecimal digits that stand for the words, white space and width aside."""
    return hashlib.blake2b(squeezed(text).encode(), digest_size=8).hexdigest()


def survey(stream: Iterable[Government | Between]) -> Survey:
    """Read all documents once and find what stands in them twice."""
    found = Survey()
    with sqlite3.connect("") as database:  # an empty name is a private file on disk that SQLite removes by itself
        database.executescript(_TABLES)
        for entry in stream:
            if isinstance(entry, Government):
                _write(database, entry, found)
        database.execute("CREATE INDEX item_words ON item (edition, words)")
        database.execute("CREATE INDEX section_place ON section (government, block)")
        for group in _groups(database):
            _decide(database, group, found)
        for group in _groups(database, "whole"):
            _decide_edited(database, group, found)
    database.close()
    return found


# -- the first pass -------------------------------------------------------------------------------------------------------------------------


def _write(database: sqlite3.Connection, government: Government, found: Survey) -> None:
    label = squeezed(government.name)
    places = gazetteer().resolve(label)
    key = places[0].code if len(places) == 1 else label
    edition = government.edition
    if not _new(database, _NEW_GOVERNMENT, edition.programme, edition.cohort, edition.edition, key):
        found.repeated.add(government.ordinal)
        return
    if not _new(database, _NEW_PROJECT, edition.programme, edition.cohort, key):
        found.known_projects.add(government.ordinal)
    own = frozenset(place.code for place in places)
    for block in government.blocks:
        _write_block(database, government, block, own, label)


def _new(database: sqlite3.Connection, insert: str, *key: str) -> bool:
    return bool(database.execute(insert, key).rowcount)


def _write_block(database: sqlite3.Connection, government: Government, block: Block, own: frozenset[str], label: str) -> None:
    content, results = block.row["interventions"], block.row["results"]
    if content is None or block.items is None:
        return
    for index, item in enumerate(block.items.items, start=1):
        words = content.text[item.begin : item.end]
        if len(squeezed(words)) >= LEAST_WORDS:
            score = _score(words, own, government, block, index - 1)
            row = (_scope(government.edition), fingerprint(words), government.ordinal, block.number, index, score, label)
            database.execute("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    words = wording(block.row)
    if len(words) >= LEAST_WORDS:
        whole = (_scope(government.edition), fingerprint(words), government.ordinal, block.number, len(block.items.items))
        database.execute("INSERT INTO whole VALUES (?, ?, ?, ?, ?, ?, ?)", (*whole, _named_score(content.text, own, block), label))
    if results is not None and not is_none(results.text):
        marks = {fingerprint(results.text[section.begin : section.end]) for section in split_sections(results.text)}
        database.executemany("INSERT INTO section VALUES (?, ?, ?)", [(mark, government.ordinal, block.number) for mark in sorted(marks)])


def _scope(edition: Edition) -> str:
    """Rows leak within a document of one date, also from one cohort to another."""
    return f"{edition.programme}/{edition.edition}"


def _score(words: str, own: frozenset[str], government: Government, block: Block, at: int) -> int:
    """How well an item fits where it stands: who is named weighs most, then the run of markers, then contractor and neighbours.

    Rows leak as a whole: one that names its own government did not slip in below it.
    """
    score = _named_score(words, own, block)
    score += _RUN if block.continues[at] else -_RUN
    score += _FIRST if block.number == 1 else 0
    above = government.blocks[block.number - 2] if block.number > 1 else None
    if above is not None and block.row["department"] is None and _alone(above) and _alone(block):
        score -= 1  # a government's own work is one row, not two in a row
    return score


def _named_score(words: str, own: frozenset[str], block: Block) -> int:
    """Whether the words, and the contractor, name the government's own place or another one."""
    score = 0
    named = gazetteer().named_in(words)
    if named:
        score += _NAMED if named & own else -_NAMED
    contractor = block.row["contractor"]
    if contractor is not None and not is_none(contractor.text):
        theirs = gazetteer().prefectures_in(contractor.text)
        ours = {gazetteer().by_code[code].prefecture for code in own}
        score += 0 if not theirs else _CONTRACTOR if theirs & ours else -_CONTRACTOR
    return score


def _alone(block: Block) -> bool:
    piece = block.row["contractor"]
    return piece is not None and is_none(piece.text)


# -- the decision ------------------------------------------------------------------------------------------------------------------------------


_GROUPS = """
SELECT i.words, i.government, i.block, i.{what}, i.score, i.name FROM {table} i JOIN
(SELECT edition, words FROM {table} GROUP BY edition, words HAVING count(DISTINCT name) BETWEEN 2 AND ?) d
ON i.edition = d.edition AND i.words = d.words ORDER BY i.edition, i.words, i.government, i.block, i.{what}
"""


def _groups(database: sqlite3.Connection, table: Literal["item", "whole"] = "item") -> list[list[_Place]]:
    """Places of each item, or row, that stands under several governments, in the order of the documents."""
    rows = database.execute(_GROUPS.format(table=table, what="item" if table == "item" else "items"), (_MOST_PLACES,)).fetchall()
    return [[_Place(*row[1:]) for row in group] for _, group in itertools.groupby(rows, key=lambda row: row[0])]


def _decide(database: sqlite3.Connection, group: list[_Place], found: Survey) -> None:
    """Find the owner among the places that also share a result with another one."""
    if len(group) > _MOST_ROWS:
        return
    shared = {place: _shared_sections(database, place, group) for place in group}
    places = [place for place in group if shared[place]]
    if len(places) < 2:
        return
    best = max(place.score for place in places)
    owners = [place for place in places if place.score == best]
    for place in places:
        where = (place.government, place.block)
        if len(owners) > 1:
            found.undecided.setdefault(where, {})[place.item] = next(other.name for other in places if other.name != place.name)
        elif place is not owners[0] and place.name != owners[0].name:
            found.foreign.setdefault(where, set()).add(place.item)
            found.sections.setdefault(where, set()).update(shared[place])
            found.owners[where] = owners[0].name


def _decide_edited(database: sqlite3.Connection, group: list[_Place], found: Survey) -> None:
    """Rows that are the owner's but for figures: only those that name the owner's place where they stand, as two may hire the same contractor."""
    best = max(place.score for place in group)
    owners = [place for place in group if place.score == best]
    if (
        len(owners) > 1
        or best <= 0
        or len(group) > _MOST_ROWS
        or not {(owners[0].government, owners[0].block)}.isdisjoint({*found.foreign, *found.undecided})
    ):
        return
    for place in (place for place in group if place.score < 0 and place.name != owners[0].name):
        where = (place.government, place.block)
        sections = _sections(database, place)
        if sections != _sections(database, owners[0]):
            found.foreign[where] = set(range(1, place.item + 1))
            found.sections[where], found.owners[where] = sections, owners[0].name
            found.edited.add(where)


def _shared_sections(database: sqlite3.Connection, place: _Place, group: list[_Place]) -> set[str]:
    """Results of the place's row that stand word for word in the row of another place of the group."""
    own = _sections(database, place)
    return {mark for other in group if other.name != place.name for mark in own & _sections(database, other)}


def _sections(database: sqlite3.Connection, place: _Place) -> set[str]:
    rows = database.execute("SELECT words FROM section WHERE government = ? AND block = ?", (place.government, place.block))
    return {row[0] for row in rows}
