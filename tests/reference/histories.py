"""The changes that the record tells -> the places that it knows, each from a day until another, and what became of each."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.text.codes import local_government_check_digit
from tests.reference.sentences import Mention, Told, changes_told

CONTINUES_BEFORE = {"separation", "core-city-status", "special-city-status"}
"""Kinds of change after which what was there before is there still."""
CONTINUES_AFTER = {"absorption", "core-city-status", "special-city-status"}
"""Kinds of change before which what is there afterwards was there already."""


class ContradictionError(ValueError):
    """Sentences of the record that cannot be true together."""


@dataclass
class Recorded:
    """A place under one code and name, from a day (empty: before the record begins) until another (empty: it exists)."""

    code: str
    name: str
    prefecture: str
    valid_from: str
    valid_until: str = ""
    kana: str = ""
    within: str = ""

    @property
    def kind(self) -> str:
        if self.name.endswith("区"):
            return "special-ward" if self.prefecture == "東京都" else "ward"
        return {"市": "city", "町": "town", "村": "village", "郡": "district"}.get(self.name[-1], "subprefecture")


@dataclass
class Change:
    """A change with what was there before and what is there after; `` are the places before of which only a part is meant."""

    key: str
    date: str
    told: Told
    before: list[Recorded] = field(default_factory=list)
    after: list[Recorded] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record, which tells where a place lay and how it is read."""

    code: str
    prefecture: str
    parent: str
    parent_kana: str
    name: str
    kana: str
    date: str
    record: str


def record_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(stream)
        next(reader)
        return [Row(*cells) for cells in reader]


def six(code: str) -> str:
    return code + local_government_check_digit(code)


class Histories:
    """All that the record tells, put in order."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._prefectures = {row.code[:2]: row.prefecture for row in rows}
        self._open: dict[str, Recorded] = {}
        self.recorded: list[Recorded] = []
        self.changes: list[Change] = []
        by_day: dict[str, dict[str, Told]] = defaultdict(dict)
        for row in rows:
            for told in changes_told(row.record):
                by_day[row.date][told.sentence] = told
        for date, of_day in sorted(by_day.items()):
            self._day(date, list(of_day.values()))
        self._described()

    def _day(self, date: str, waiting: list[Told]) -> None:
        """Apply the changes of one day, each once what it begins with is there; what takes something in does so before it changes itself."""
        waiting = sorted(waiting, key=lambda told: (not CONTINUES_AFTER & set(told.kinds), told.sentence))
        while waiting:
            ready = next((told for told in waiting if self._can_begin(told, waiting)), None)
            if ready is None:
                raise ContradictionError(f"{date}: {waiting[0].sentence}")
            waiting.remove(ready)
            self._apply(Change(self._key(date, ready), date, ready))

    def _key(self, date: str, told: Told) -> str:
        """Day and code of what the sentence names first; where two of a day begin with the same, the later says which it is."""
        key = f"{date}-{six((told.before or told.after)[0].code)}"
        earlier = sum(change.key == key or change.key.startswith(f"{key}-") for change in self.changes)
        return f"{key}-{earlier + 1}" if earlier else key

    def _can_begin(self, told: Told, waiting: Sequence[Told]) -> bool:
        """Whether all that must be there is: under the name told, and not only once another change of the day has made it."""
        needed = [*told.before, *(told.after if CONTINUES_AFTER & set(told.kinds) else ())]
        others = [mention for other in waiting if other is not told and not CONTINUES_AFTER & set(other.kinds) for mention in other.after]
        made = {(mention.code, mention.name) for mention in others}
        return all(
            self._open[mention.code].name == mention.name if mention.code in self._open else (mention.code, mention.name) not in made
            for mention in needed
        )

    def _apply(self, change: Change) -> None:
        kinds, date = set(change.told.kinds), change.date
        change.before = [self._existing(mention, date) for mention in change.told.before]
        if not kinds & CONTINUES_BEFORE:
            for place in change.before:
                place.valid_until = date
                self._open.pop(place.code, None)
        codes = {mention.name: mention.code for mention in change.told.before}
        for mention in change.told.after:
            code = mention.code or codes[mention.name]
            if kinds & CONTINUES_AFTER:
                change.after.append(self._existing(Mention(mention.name, code), date))
            else:
                change.after.append(self._new(Mention(mention.name, code, mention.kana), date))
        for place, mention in zip(change.before, change.told.before, strict=True):
            place.kana = place.kana or mention.kana
        self.changes.append(change)

    def _existing(self, mention: Mention, date: str) -> Recorded:
        if mention.partial:  # two changes of one day may each take a part of it
            for place in self.recorded:
                if (place.code, place.name, place.valid_until) == (mention.code, mention.name, date):
                    return place
        return self._open.get(mention.code) or self._new(mention, "")

    def _new(self, mention: Mention, date: str) -> Recorded:
        if mention.code in self._open:
            raise ContradictionError(f"{date}: {mention.name}, {self._open[mention.code]}")
        place = Recorded(mention.code, mention.name, self._prefectures[mention.code[:2]], date, kana=mention.kana)
        self._open[mention.code] = place
        self.recorded.append(place)
        return place

    def _described(self) -> None:
        """Add how each place is read and in what it lay, which the rows tell."""
        told: dict[tuple[str, str], list[Row]] = defaultdict(list)
        parents = {(row.prefecture, row.parent): row.parent_kana for row in self._rows}
        for row in self._rows:
            told[row.code, row.name or row.parent].append(row)
        for place in self.recorded:
            rows = [row for row in told[place.code, place.name] if place.valid_from <= row.date and row.date <= (place.valid_until or "9")]
            place.kana = place.kana or parents.get((place.prefecture, place.name), "")
            for row in rows:
                place.kana = place.kana or row.kana
                place.within = place.within or (row.parent if row.name else "")
