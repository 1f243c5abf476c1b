"""Names of prefectures and municipalities resolved to their six-digit codes.

The table is data/places.csv: 47 prefectures and 1,741 municipalities (special wards included). A name that several places
share (府中市, 伊達市) stays undecided unless its prefecture says which.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from kg import resources
from kg.text.width import squeezed

_SPELLINGS = str.maketrans(
    {
        "ヶ": "ケ",
        "ｹ": "ケ",
        "が": "ケ",
        "ガ": "ケ",
        "﨑": "崎",
        "龍": "竜",
        "竈": "釜",
        "檮": "梼",
        "祇": "祗",
        "曾": "曽",
        "冨": "富",
        "嶋": "島",
        "條": "条",
        "礪": "砺",
        "鰺": "鯵",
    }
)


_KINDS_EN = {"prefecture": "", "city": "City", "special-ward": "Ward", "town": "Town", "village": "Village"}


@dataclass(frozen=True, slots=True)
class Place:
    """A prefecture or municipality of the reference table; ``kind`` is prefecture, city, special-ward, town or village."""

    code: str
    kind: str
    name: str
    kana: str
    name_en: str
    prefecture: str

    @property
    def label_en(self) -> str:
        """The English name with its kind, as the Japanese name has it: ``Kumamoto`` is the prefecture, ``Kumamoto City`` the city in it."""
        return " ".join(filter(None, (self.name_en, _KINDS_EN[self.kind])))


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """What a text says at its beginning: the places it can mean, and how many characters (of the text as given) say so."""

    candidates: tuple[Place, ...]
    length: int

    @property
    def place(self) -> Place | None:
        """The one place meant; None while undecided."""
        return self.candidates[0] if len(self.candidates) == 1 else None


class Gazetteer:
    """All places by name, with and without their prefecture before it."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = places
        self._by_name: dict[str, list[Place]] = {}
        for place in places:
            names = {place.name} if place.kind == "prefecture" else {place.name, place.prefecture + place.name}
            for name in names:
                self._by_name.setdefault(place_key(name), []).append(place)
        self._longest = max(map(len, self._by_name))
        full = sorted((name for name in self._by_name if len(name) > 2), key=len, reverse=True)
        self._full_names = re.compile("|".join(map(re.escape, full)))
        self.by_code = {place.code: place for place in places}
        self.prefectures = tuple(place for place in places if place.kind == "prefecture")

    def resolve(self, name: str, prefecture: str = "") -> tuple[Place, ...]:
        """All places that ``name`` can mean, white space and spelling variants aside; ``prefecture`` narrows them."""
        found = self._by_name.get(place_key(name), [])
        return tuple(place for place in found if not prefecture or place_key(place.prefecture) == place_key(prefecture))

    def match_start(self, text: str) -> PlaceMatch | None:
        """The longest place name at the beginning of ``text`` (spaces inside it allowed); None where it begins with none."""
        letters = [(index, char) for index, char in enumerate(text) if not char.isspace()][: self._longest]
        keys = [place_key(char) for _, char in letters]
        for count in range(len(letters), 0, -1):
            found = self._by_name.get("".join(keys[:count]))
            if found:
                return PlaceMatch(tuple(found), letters[count - 1][0] + 1)
        return None

    def prefectures_in(self, text: str) -> frozenset[str]:
        """Prefectures whose name stands in ``text``, with or without 都, 府, 県 (栃木ダルク)."""
        key = place_key(text)
        return frozenset(p.name for p in self.prefectures if p.name in key or (p.name != "北海道" and p.name[:-1] in key))

    def named_in(self, text: str) -> frozenset[str]:
        """Codes of all places whose unambiguous full name stands in ``text``."""
        groups = (self._by_name[match.group()] for match in self._full_names.finditer(place_key(text)))
        return frozenset(group[0].code for group in groups if len(group) == 1)


def place_key(name: str) -> str:
    """``name`` as names of places are compared: without white space, variants of writing made one."""
    return squeezed(name).translate(_SPELLINGS)


@cache
def gazetteer() -> Gazetteer:
    """The reference table of the package."""
    columns = ("code", "kind", "name", "kana", "name_en", "prefecture")
    return Gazetteer(tuple(Place(*(row[column] for column in columns)) for row in resources.rows("data/places.csv", columns)))


@dataclass(frozen=True, slots=True)
class Status:
    """That a city is a designated or core city from a day on; ``valid_until`` is the first day on which it no longer is."""

    status: str
    valid_from: dt.date
    valid_until: dt.date | None


@cache
def _statuses() -> dict[str, tuple[Status, ...]]:
    found: dict[str, list[Status]] = {}
    for row in resources.rows("data/city-statuses.csv", ("code", "status", "valid_from", "valid_until")):
        until = dt.date.fromisoformat(row["valid_until"]) if row["valid_until"] else None
        found.setdefault(row["code"], []).append(Status(row["status"], dt.date.fromisoformat(row["valid_from"]), until))
    return {code: tuple(held) for code, held in found.items()}


def statuses(code: str) -> tuple[Status, ...]:
    """Statuses of the government ``code``, past and present (地方自治法 252条の19, 252条の22)."""
    return _statuses().get(code, ())


def kind_on(place: Place, day: dt.date) -> str:
    """Kind of ``place`` on ``day``: designated-city and core-city are statuses with dates."""
    held = (status.status for status in statuses(place.code) if status.valid_from <= day < (status.valid_until or dt.date.max))
    return next(held, place.kind)
