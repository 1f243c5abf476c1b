"""Places through time: a name or code of any year since 1970 is what it is today, and today's place is all that it came from.

The tables are data/recorded-places.csv (municipalities, wards, districts, each under one code and name from a day until another),
data/area-changes.csv (mergers and other changes) and data/area-successions.csv (what became of what), all from the Statistics Bureau's 廃置分合等情報;
the places of today are those of ``kg.text.places``. Nothing is guessed: a name of two places stays undecided, and a place that was
divided is several places today.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg import resources
from kg.text.codes import is_local_government_code, local_government_check_digit
from kg.text.places import gazetteer, place_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.text.places import Place

_IN_DISTRICT = re.compile(r"(北海道|東京都|京都府|大阪府|..県|...県|)[^都道府県]+?郡(.+[町村])")
_CODE = re.compile(r"[0-9]{5,6}")


@dataclass(frozen=True, slots=True)
class RecordedPlace:
    """A place under one code and name from ``valid_from`` (None: before 1970-04-01, when the record begins) until before ``valid_until`` (None: it exists).

    ``kind`` is prefecture, city, special-ward, town, village, ward, district or subprefecture; ``within`` the district of a town or village, or
    the city of a ward, where the record tells it.
    """

    code: str
    valid_from: dt.date | None
    valid_until: dt.date | None
    kind: str
    name: str
    kana: str
    within: str
    prefecture: str

    def was_there(self, day: dt.date) -> bool:
        """Whether it was there on ``day``."""
        return (self.valid_from or dt.date.min) <= day < (self.valid_until or dt.date.max)

    @property
    def written_as(self) -> frozenset[str]:
        """Its name alone, and with what it lay in before it."""
        before = ("", self.within, self.prefecture, self.prefecture + self.within)
        return frozenset({self.name} if self.kind == "prefecture" else {wider + self.name for wider in before})


@dataclass(frozen=True, slots=True)
class AreaChange:
    """A change on a day: its kinds (notations of the code list area-change-kind) and the sentence of the record that tells it."""

    key: str
    date: dt.date
    kinds: tuple[str, ...]
    record: str


@dataclass(frozen=True, slots=True)
class Succession:
    """That ``before`` became ``after``, or a ``part`` of it did; None where something came from nothing that is recorded, or went to nothing."""

    change: AreaChange
    before: RecordedPlace | None
    after: RecordedPlace | None
    part: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """A place at the other end of a chain of changes, which may be none; ``part`` where only a part of one lies in the other."""

    place: RecordedPlace
    changes: tuple[AreaChange, ...]
    part: bool

    @property
    def government(self) -> Place | None:
        """The government of today in whose area it lies: its own, or that of the city for a ward; None where it is no place of today."""
        place = self.place
        if place.valid_until is not None:
            return None
        if place.kind == "ward":
            return next(iter(gazetteer().resolve(place.within, place.prefecture)), None)
        return gazetteer().by_code.get(place.code)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A place of some time, and where it is today: one place, several where it was divided, none where it was dissolved (a district)."""

    then: RecordedPlace
    today: tuple[Linked, ...]

    @property
    def governments(self) -> frozenset[str]:
        """Codes of the governments of today in whose areas it lies."""
        return frozenset(government.code for linked in self.today if (government := linked.government))


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name or code can mean, in the order of codes and days."""

    candidates: tuple[Resolution, ...]

    @property
    def decided(self) -> Resolution | None:
        """The one meaning: where there are several, they must be stages of what is the same today, of which this is the latest."""
        found = {candidate.governments for candidate in self.candidates}
        codes = {linked.place.code for candidate in self.candidates for linked in candidate.today}
        if len(self.candidates) == 1 or (len(found) == 1 and len(codes) == 1):
            return max(self.candidates, key=lambda candidate: candidate.then.valid_from or dt.date.min)
        return None


class Chronicle:
    """All places that are or were, and what became of them."""

    def __init__(self, recorded: Iterable[RecordedPlace], successions: Iterable[Succession]) -> None:
        self.places = tuple(recorded)
        self.successions = tuple(successions)
        self._by_name: dict[str, list[RecordedPlace]] = {}
        self._by_code: dict[str, list[RecordedPlace]] = {}
        self._onwards: dict[RecordedPlace, list[Succession]] = {}
        self._backwards: dict[RecordedPlace, list[Succession]] = {}
        for place in self.places:
            self._by_code.setdefault(place.code, []).append(place)
            for name in {place_key(written) for written in place.written_as}:
                self._by_name.setdefault(name, []).append(place)
        for succession in self.successions:
            if succession.before and succession.after and succession.before != succession.after:
                self._onwards.setdefault(succession.before, []).append(succession)
                self._backwards.setdefault(succession.after, []).append(succession)

    def resolve(self, text: str, on: dt.date | None = None, prefecture: str = "") -> Resolved:
        """What ``text``, a name or a code of five or six digits, meant ``on`` a day (at any time where there is none), and what it is today.

        A name may have its prefecture, its district or its city before it; ``prefecture`` narrows names and codes alike.
        """
        code = text.strip()
        if _CODE.fullmatch(code):
            six = code if len(code) == 6 else code + local_government_check_digit(code)
            found = self._by_code.get(six, []) if is_local_government_code(six) else []
        else:
            found = self._by_name.get(place_key(text)) or self._beside_district(text)
        wanted = place_key(prefecture)
        return Resolved(
            tuple(
                Resolution(place, self.today(place, on))
                for place in found
                if (on is None or place.was_there(on)) and (not wanted or place_key(place.prefecture) == wanted)
            )
        )

    def _beside_district(self, text: str) -> list[RecordedPlace]:
        """Places of which the record tells no district, by a name that has one before it."""
        match = _IN_DISTRICT.fullmatch(place_key(text))
        return [place for place in self._by_name.get(f"{match[1]}{match[2]}", ()) if not place.within] if match else []

    def today(self, place: RecordedPlace, on: dt.date | None = None) -> tuple[Linked, ...]:
        """Where ``place``, as it was ``on`` a day (when it began, where there is none), is today; each place once, whole where any way there is whole."""
        return _each_once(self._followed(place, on or place.valid_from or dt.date.min))

    def origins(self, place: RecordedPlace) -> tuple[Linked, ...]:
        """All that became ``place``, near and far, with the changes on the way in the order of time."""
        return _each_once(self._traced(place, (), part=False))

    def of_today(self, code: str) -> RecordedPlace | None:
        """The place that has ``code`` today."""
        return next((place for place in self._by_code.get(code, ()) if place.valid_until is None), None)

    def _followed(self, place: RecordedPlace, on: dt.date) -> Iterator[Linked]:
        left = [one for one in self._onwards.get(place, ()) if one.change.date > on or one.change.date == place.valid_until]
        lost = any(one.part for one in left)
        if place.valid_until is None:
            yield Linked(place, (), part=lost)
        for one in left:
            if one.after:
                for linked in self._followed(one.after, one.change.date):
                    yield Linked(linked.place, (one.change, *linked.changes), part=one.part or linked.part)

    def _traced(self, place: RecordedPlace, changes: tuple[AreaChange, ...], *, part: bool) -> Iterator[Linked]:
        for one in self._backwards.get(place, ()):
            if one.before:
                way = (one.change, *changes)
                yield Linked(one.before, way, part=part or one.part)
                yield from self._traced(one.before, way, part=part or one.part)


def _each_once(found: Iterable[Linked]) -> tuple[Linked, ...]:
    kept: dict[RecordedPlace, Linked] = {}
    for linked in found:
        known = kept.get(linked.place)
        if known is None or (known.part and not linked.part):
            kept[linked.place] = linked
    return tuple(sorted(kept.values(), key=lambda linked: (linked.place.code, linked.place.valid_from or dt.date.min)))


@cache
def chronicle() -> Chronicle:
    """The record of the package, with the places of today of which it tells no change."""
    recorded = {(place.code, _text(place.valid_from)): place for place in _recorded()}
    known = {code for code, _ in recorded}
    unchanged = (
        RecordedPlace(place.code, None, None, place.kind, place.name, place.kana, "", place.prefecture)
        for place in gazetteer().places
        if place.code not in known
    )
    places = sorted([*recorded.values(), *unchanged], key=lambda place: (place.code, place.valid_from or dt.date.min))
    columns = ("change", "date", "kinds", "record")
    rows = resources.rows("data/area-changes.csv", columns)
    changes = {
        row["change"]: AreaChange(row["change"], dt.date.fromisoformat(row["date"]), tuple(row["kinds"].split()), row["record"])
        for row in rows
    }
    ends = ("change", "before", "before_from", "after", "after_from", "extent")
    successions = (
        Succession(
            changes[row["change"]],
            recorded[row["before"], row["before_from"]] if row["before"] else None,
            recorded[row["after"], row["after_from"]] if row["after"] else None,
            part=row["extent"] == "part",
        )
        for row in resources.rows("data/area-successions.csv", ends)
    )
    return Chronicle(places, successions)


def _recorded() -> Iterator[RecordedPlace]:
    columns = ("code", "valid_from", "valid_until", "kind", "name", "kana", "within", "prefecture")
    for row in resources.rows("data/recorded-places.csv", columns):
        code, begin, end, *rest = (row[column] for column in columns)
        yield RecordedPlace(code, _day(begin), _day(end), *rest)


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _text(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
