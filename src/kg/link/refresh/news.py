"""What a fresh file says that the tables of the package do not: for whoever keeps them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kg import resources
from kg.errors import Message
from kg.link.refresh.columns import rows
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.settings import Limits

Row = dict[str, str]


def news(key: str, path: Path, limits: Limits) -> list[Message]:
    """What is new in the file of the download ``key``, a sentence each; nothing where the package has no table of it. Raises LinkError as ``rows`` does."""
    return list(_TELLERS[key](rows(path, limits))) if key in _TELLERS else []


def _area_changes(given: Iterable[Row]) -> Iterator[Message]:
    """Changes after the last one that the package knows."""
    last = max(row["date"] for row in resources.rows("data/area-changes.csv", ("date",)))
    told = {(row["廃置分合等施行年月日"], " ".join(row["改正事由"].split())) for row in given}
    for date, record in sorted(told):
        if date > last:
            yield Message(f"{date} {record}", f"{date} {record}")


def _municipalities(given: Iterable[Row]) -> Iterator[Message]:
    """Cities, towns, villages and special wards that are not ours, and those of ours that are not there; wards of cities aside, of which ours are no governments."""
    names = {row["lgcode"].zfill(6): row["city"] for row in given if " " not in row["city"].strip()}
    ours = {place.code: place.name for place in gazetteer().places if place.kind != "prefecture"}
    yield from _differences(names, ours)


def _prefectures(given: Iterable[Row]) -> Iterator[Message]:
    names = {row["lgcode"].zfill(6): row["pref"] for row in given}
    yield from _differences(names, {place.code: place.name for place in gazetteer().places if place.kind == "prefecture"})


def _wikidata_items(given: Iterable[Row]) -> Iterator[Message]:
    """Governments of ours whose area or body has another item there than here."""
    items: dict[str, set[str]] = {}
    for row in given:
        items.setdefault(row["code"], set()).add(row["item"].rpartition("/")[2])
    for row in resources.rows("data/government-identifiers.csv", ("code", "wikidata_area", "wikidata_body")):
        known = {row["wikidata_area"], row["wikidata_body"]} - {""}
        found = items.get(row["code"], set())
        name = gazetteer().by_code[row["code"]].name
        if found and found != known:
            there, here = " ".join(sorted(found)), " ".join(sorted(known))
            yield Message(
                f"{row['code']} {name}: {there}（付属の表: {here or 'なし'}）", f"{row['code']} {name}: {there} (here: {here or 'none'})"
            )


def _differences(there: dict[str, str], here: dict[str, str]) -> Iterator[Message]:
    for code in sorted(there.keys() | here.keys()):
        one, other = _same_width(there.get(code, "")), _same_width(here.get(code, ""))
        if one != other:
            yield Message(f"{code} {one or 'なし'}（付属の表: {other or 'なし'}）", f"{code} {one or 'none'} (here: {other or 'none'})")


def _same_width(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip()


_TELLERS: dict[str, Callable[[Iterable[Row]], Iterator[Message]]] = {
    "area-changes": _area_changes,
    "municipalities": _municipalities,
    "prefectures": _prefectures,
    "wikidata-items": _wikidata_items,
}
