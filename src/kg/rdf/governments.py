"""Governments and the areas they govern, from the reference table: a body and a place are two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.rdf.concepts import function_class
from kg.rdf.terms import code, in_language, term, tsu, typed
from kg.text.codes import local_government_check_digit, local_government_corporate_number
from kg.text.identifiers import identifiers
from kg.text.places import gazetteer, statuses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement
    from kg.text.places import Place

_TYPE, _LABEL = term("rdf:type"), term("rdfs:label")


def government_statements(mint: Minter, local_code: str, name: str) -> Iterator[Statement]:
    """The government with ``local_code``, its area, its statuses and its prefecture; one without code is known by its name alone."""
    place = gazetteer().by_code.get(local_code)
    if place is None:
        node = NamedNode(mint.government(local_code or name))
        yield node, _TYPE, tsu("Organization")
        yield node, _TYPE, tsu("LocalGovernment")
        yield node, _LABEL, in_language(name, "ja")
        return
    yield from known_government_statements(mint, place)
    if place.kind != "prefecture":
        yield from known_government_statements(mint, gazetteer().by_code[prefecture_of(place.code)])


def prefecture_of(local_code: str) -> str:
    """Code of the prefecture that a government with ``local_code`` is or lies in; empty for one without code.

    >>> prefecture_of("431001")
    '430005'
    """
    five = f"{local_code[:2]}000"
    return five + local_government_check_digit(five) if local_code else ""


def known_government_statements(mint: Minter, place: Place) -> Iterator[Statement]:
    """A government of the reference table with its area and its statuses; its prefecture is only named."""
    node, area = NamedNode(mint.government(place.code)), NamedNode(mint.area(place.code))
    labels = in_language(place.name, "ja"), in_language(place.label_en, "en")
    for kind in ("Organization", "LocalGovernment", *(("Municipality",) if place.kind != "prefecture" else ())):
        yield node, _TYPE, tsu(kind)
    yield node, _TYPE, tsu(function_class("municipality-kind", place.kind))
    yield node, tsu("localGovernmentCode"), Literal(place.code)
    yield node, tsu("corporateNumber"), Literal(local_government_corporate_number(place.code))
    yield node, tsu("reading"), Literal(place.kana)
    yield node, tsu("governs"), area
    yield area, _TYPE, tsu("AdministrativeArea")
    yield area, tsu("areaCode"), Literal(place.code)
    if iso := identifiers()[place.code].iso_3166_2:
        yield area, tsu("isoCode"), Literal(iso)
    if place.kind != "prefecture":
        yield area, tsu("locatedIn"), NamedNode(mint.area(prefecture_of(place.code)))
    for label in labels:
        yield node, _LABEL, label
        yield area, _LABEL, label
    for status in statuses(place.code):
        held = NamedNode(mint.status(place.code, status.status, status.valid_from.isoformat()))
        yield node, tsu("governmentStatus"), held
        yield held, _TYPE, tsu("GovernmentStatus")
        yield held, tsu("statusKind"), code(mint.base, "municipality-kind", status.status)
        yield held, tsu("validFrom"), typed(status.valid_from.isoformat(), "xsd:date")
        if status.valid_until:
            yield held, tsu("validUntil"), typed(status.valid_until.isoformat(), "xsd:date")
