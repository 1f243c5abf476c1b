"""Places through time: what the record of standard area codes knows besides the areas of today, and the changes between them (kg.text.chronicle).

Areas, not bodies: wards and districts are no governments, and an organization is not what a code of statistics stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import code, in_language, term, tsu, typed
from kg.text.chronicle import chronicle
from kg.text.places import gazetteer

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement
    from kg.text.chronicle import RecordedPlace, Succession

_TYPE, _LABEL = term("rdf:type"), term("rdfs:label")
_AREA, _CHANGE, _ACTIVITY = tsu("RecordedArea"), tsu("AreaChange"), term("prov:Activity")
_BEFORE, _AFTER, _REPLACED = tsu("areaBefore"), tsu("areaAfter"), term("dcterms:isReplacedBy")


def change_statements(mint: Minter) -> Iterator[Statement]:
    """All recorded areas and all changes, with the areas of today among what was there before and after."""
    for place in chronicle().places:
        if not _is_of_today(place):
            yield from _area_statements(mint, place)
    for succession in chronicle().successions:
        yield from _succession_statements(mint, succession)


def _is_of_today(place: RecordedPlace) -> bool:
    return place.valid_until is None and place.code in gazetteer().by_code


def _area(mint: Minter, place: RecordedPlace) -> NamedNode:
    return NamedNode(mint.area(place.code) if _is_of_today(place) else mint.recorded_area(place.code, place.valid_from))


def _area_statements(mint: Minter, place: RecordedPlace) -> Iterator[Statement]:
    node = _area(mint, place)
    (prefecture,) = gazetteer().resolve(place.prefecture)
    yield node, _TYPE, _AREA
    yield node, _LABEL, in_language(place.name, "ja")
    if place.within:
        yield node, term("skos:altLabel"), in_language(place.within + place.name, "ja")
    yield node, tsu("recordedCode"), Literal(place.code)
    yield node, term("dcterms:isPartOf"), NamedNode(mint.area(prefecture.code))
    if place.valid_from:
        yield node, tsu("validFrom"), _date(place.valid_from)
    if place.valid_until:
        yield node, tsu("validUntil"), _date(place.valid_until)


def _succession_statements(mint: Minter, succession: Succession) -> Iterator[Statement]:
    change, before, after = succession.change, succession.before, succession.after
    node = NamedNode(mint.area_change(change.key))
    yield node, _TYPE, _CHANGE
    yield node, _TYPE, _ACTIVITY
    yield node, _LABEL, in_language(change.record, "ja")
    yield node, term("dcterms:date"), _date(change.date)
    for kind in change.kinds:
        yield node, tsu("changeKind"), code(mint.base, "area-change-kind", kind)
    if before:
        yield node, _BEFORE, _area(mint, before)
    if after:
        yield node, _AFTER, _area(mint, after)
    if before and after and before.valid_until == change.date:
        yield _area(mint, before), _REPLACED, _area(mint, after)


def _date(day: dt.date) -> Literal:
    return typed(day.isoformat(), "xsd:date")
