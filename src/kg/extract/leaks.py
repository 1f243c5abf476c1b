"""Rows that leaked from one government to another: an item and a result that stand word for word under two governments of one edition.

A first pass over the document writes a fingerprint of every item and result to a temporary database on disk (memory stays constant); then each
pair is decided: the owner is who is named in the words, whose run of markers it continues, whose neighbours it fits; else it is left undecided.
"""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.governments import Government
from kg.extract.sections import split_sections
from kg.text.names import is_none
from kg.text.places import gazetteer
from kg.text.width import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.governments import Between, Block

_SHORTEST = 12
"""Squeezed characters from which on equal wording is no coincidence."""


@dataclass
class Leak:
    """An item that stands under two governments: where (government ordinal, block, item), and who owns it (0 while undecided)."""

    places: tuple[tuple[int, int, int], tuple[int, int, int]]
    names: tuple[str, str]
    owner: int


@dataclass
class LeakPlan:
    """What the first pass found: for each government, the items and sections that are not its own, and the undecided pairs."""

    foreign: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    sections: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    owners: dict[tuple[int, int], str] = field(default_factory=dict)
    undecided: dict[tuple[int, int], dict[int, str]] = field(default_factory=dict)


def fingerprint(text: str) -> str:
    """Sixteen hexadecimal digits that stand for the words, white space and width aside."""
    return hashlib.blake2b(squeezed(text).encode(), digest_size=8).hexdigest()


def survey(stream: Iterable[Government | Between]) -> LeakPlan:
    """Read a document once and find what stands in it twice."""
    with sqlite3.connect("") as database:  # an empty name is a private file on disk that SQLite removes by itself
        database.execute("CREATE TABLE item (edition TEXT, words TEXT, government INT, block INT, item INT, score INT, name TEXT)")
        database.execute("CREATE TABLE section (words TEXT, government INT, block INT)")
        for entry in stream:
            if isinstance(entry, Government):
                _write(database, entry)
        database.execute("CREATE INDEX item_words ON item (edition, words)")
        database.execute("CREATE INDEX section_place ON section (government, block)")
        return _plan(database)


def _write(database: sqlite3.Connection, government: Government) -> None:
    name = government.first["government"]
    label = squeezed(name.text) if name else ""
    own = {place.code for place in gazetteer().resolve(label)}
    for block in government.blocks:
        content, results = block.row["interventions"], block.row["results"]
        if content is None or block.items is None:
            continue
        for index, item in enumerate(block.items.items, start=1):
            words = content.text[item.begin : item.end]
            if len(squeezed(words)) >= _SHORTEST:
                score = _score(words, own, government, block, index - 1)
                row = (str(government.edition), fingerprint(words), government.ordinal, block.number, index, score, label)
                database.execute("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        if results is not None and not is_none(results.text):
            marks = {fingerprint(results.text[s.begin : s.end]) for s in split_sections(results.text)}
            database.executemany(
                "INSERT INTO section VALUES (?, ?, ?)", [(mark, government.ordinal, block.number) for mark in sorted(marks)]
            )


def _score(words: str, own: set[str], government: Government, block: Block, at: int) -> int:
    """How well an item fits where it stands: who is named weighs most, then the run of markers, then the neighbours."""
    named = gazetteer().named_in(words)
    score = 0
    if named:
        score += 8 if named & own else -8
    score += 4 if block.continues[at] else -4
    above = government.blocks[block.number - 2] if block.number > 1 else None
    if above is not None and block.row["department"] is None and _alone(above) and _alone(block):
        score -= 1  # a government's own work is one row, not two in a row
    return score


def _alone(block: Block) -> bool:
    piece = block.row["contractor"]
    return piece is not None and is_none(piece.text)


def _plan(database: sqlite3.Connection) -> LeakPlan:
    plan = LeakPlan()
    pairs = database.execute(
        "SELECT a.government, a.block, a.item, a.score, a.name, b.government, b.block, b.item, b.score, b.name FROM item a JOIN item b"
        " ON a.edition = b.edition AND a.words = b.words AND a.government < b.government AND a.name <> b.name"
        " WHERE (SELECT count(DISTINCT name) FROM item c WHERE c.edition = a.edition AND c.words = a.words) = 2"
        " ORDER BY a.government, a.block, a.item"
    ).fetchall()
    for ga, ba, ia, sa, na, gb, bb, ib, sb, nb in pairs:
        shared = {
            row[0]
            for row in database.execute(
                "SELECT x.words FROM section x JOIN section y ON x.words = y.words WHERE x.government = ? AND x.block = ? AND y.government = ? AND y.block = ?",
                (ga, ba, gb, bb),
            )
        }
        if not shared:
            continue
        if sa == sb:
            plan.undecided.setdefault((ga, ba), {})[ia] = nb
            plan.undecided.setdefault((gb, bb), {})[ib] = na
            continue
        where, item, owner = ((gb, bb), ib, na) if sa > sb else ((ga, ba), ia, nb)
        plan.foreign.setdefault(where, set()).add(item)
        plan.sections.setdefault(where, set()).update(shared)
        plan.owners[where] = owner
    return plan
