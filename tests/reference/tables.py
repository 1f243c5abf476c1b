"""The tables of data/ that are derived from ../shared/data: each as the text that its file should hold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from kg.text.places import gazetteer
from tests.reference.histories import Change, Histories, Recorded, record_rows, six


def derived(data: Path) -> dict[str, str]:
    """Text of each derived table by its file name; ``data`` is the folder of the public data."""
    histories = Histories(record_rows(data / "codes" / "estat-code-changes.csv"))
    recorded = sorted(
        [*histories.recorded, *_other_wards(data, histories)], key=lambda place: (place.code, place.valid_from, place.valid_until)
    )
    return {
        "recorded-places.csv": _table(
            ("code", "valid_from", "valid_until", "kind", "name", "kana", "within", "prefecture"),
            ((six(p.code), p.valid_from, p.valid_until, p.kind, p.name, p.kana, p.within, p.prefecture) for p in recorded),
        ),
        "area-changes.csv": _table(
            ("change", "date", "kinds", "record"), ((c.key, c.date, " ".join(c.told.kinds), c.told.sentence) for c in histories.changes)
        ),
        "area-successions.csv": _table(
            ("change", "before", "before_from", "after", "after_from", "extent"),
            (row for c in histories.changes for row in _successions(c)),
        ),
        "government-identifiers.csv": _table(("code", "iso_3166_2", "wikidata_area", "wikidata_body"), _identifiers(data)),
    }


def _successions(change: Change) -> Iterator[tuple[str, ...]]:
    """A row for each place before with each place after, whole or in part; a place that came from none, or went nowhere, has a row of its own."""
    parts = {"division", "separation"} & set(change.told.kinds)
    partial = {place.code for place, mention in zip(change.before, change.told.before, strict=True) if parts or mention.partial}
    before: list[Recorded | None] = [*change.before] or [None]
    after: list[Recorded | None] = [*change.after] or [None]
    pairs = zip(before, after, strict=True) if "regrouping" in change.told.kinds else product(before, after)
    for one, other in pairs:
        extent = "" if one is None or other is None else "part" if one.code in partial else "whole"
        yield (change.key, *_named(one), *_named(other), extent)


def _named(place: Recorded | None) -> tuple[str, str]:
    return (six(place.code), place.valid_from) if place else ("", "")


def _other_wards(data: Path, histories: Histories) -> Iterator[Recorded]:
    """Wards of designated cities of which the record tells no change."""
    known = {place.code for place in histories.recorded}
    with (data / "codes" / "local-governments.csv").open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            city, _, ward = row["city"].partition(" ")
            if ward and row["lgcode"][:5] not in known:
                kana = row["citykana"].partition(" ")[2]
                yield Recorded(row["lgcode"][:5], ward, row["pref"], "", kana=kana, within=city)


def _identifiers(data: Path) -> Iterator[tuple[str, ...]]:
    """ISO 3166-2 of prefectures; the items of Wikidata, of which one is about a body (東京都庁) and all others are about areas."""
    with (data / "codes" / "prefectures.csv").open(encoding="utf-8-sig", newline="") as stream:
        iso = {row["lgcode"].zfill(6): row["ISO3166-2"] for row in csv.DictReader(stream)}
    with (data / "links" / "governments.csv").open(encoding="utf-8-sig", newline="") as stream:
        areas = {row["lgcode6"]: row["wikidata_qid"] for row in csv.DictReader(stream)}
    bodies: dict[str, str] = {}
    for item in json.loads((data / "codes" / "wikidata-municipalities.json").read_text(encoding="utf-8"))["municipalities"]:
        place = gazetteer().by_code.get(item["code"])
        if place is None:
            continue  # no government of today: six villages that Japan does not administer, six that are gone
        if item["name"] == place.name and item["prefecture"] == place.prefecture:
            areas.setdefault(place.code, item["wikidataId"])
            if areas[place.code] != item["wikidataId"]:
                raise ValueError(f"two items of Wikidata: {item}")
        else:
            bodies[place.code] = item["wikidataId"]
    for place in gazetteer().places:
        yield place.code, iso.get(place.code, ""), areas.get(place.code, ""), bodies.get(place.code, "")


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return stream.getvalue()
