"""What the values of facets and columns are called, in Japanese and English."""

from __future__ import annotations

from functools import cache

from kg import resources
from kg.errors import Message
from kg.export.answers import column_label
from kg.search.entries import SCHEMES
from kg.text.places import gazetteer
from kg.text.vocabulary import code_list

_COLUMN_SCHEMES = {"types": "intervention-type", "targets": "target-group", "counting": "counting-basis", "status": "status"}

NOTHING = "—"
"""What stands where nothing is written, which is not 0."""


def message(name: str) -> Message:
    """A heading or a caution of queries/search/labels.csv."""
    return _words()[name]


@cache
def _words() -> dict[str, Message]:
    return {
        row["name"]: Message(row["label_ja"], row["label_en"])
        for row in resources.rows("queries/search/labels.csv", ("name", "label_ja", "label_en"))
    }


def facet_label(facet: str) -> Message:
    """What a facet is called (queries/search/labels.csv)."""
    return _words()[facet]


def heading(column: str, language: str) -> str:
    """What a column is called: as in the answers to questions, where they have it."""
    own = _words().get(column)
    return own.in_language(language) if own else column_label(column, language)


def value_label(facet: str, value: str) -> Message:
    """What a value of a facet is called; as it is where nobody has a name for it."""
    if facet in SCHEMES:
        return code_label(SCHEMES[facet], value)
    if facet == "government":
        return government_label(value)
    if facet == "prefecture":
        place = next((place for place in gazetteer().prefectures if place.name == value), None)
        return Message(value, place.label_en if place else value)
    return _words().get(f"{facet}:{value}", Message(value, value))


def value_order(facet: str, value: str) -> int:
    """Where a value stands in its code list; 0 where it is no code."""
    notations = code_list(SCHEMES[facet]).notations if facet in SCHEMES else ()
    return notations.index(value) if value in notations else 0


def government_label(key: str) -> Message:
    """The name of the government of a code; a name stays what it is."""
    place = gazetteer().by_code.get(key)
    return Message(place.name, place.label_en) if place else Message(key, key)


def code_label(scheme: str, notation: str) -> Message:
    """The label of a code."""
    codes = code_list(scheme)
    return Message(codes.label(notation, "ja"), codes.label(notation, "en")) if notation in codes.notations else Message(notation, notation)


def shown(column: str, value: str, language: str) -> str:
    """A value of a column as it is read by people: labels for codes, 約 for a rough figure."""
    if not value:
        return ""
    if column == "government":
        return government_label(value).in_language(language)
    if column in {"kind", "approximate"}:
        return _words()[f"{column}:{value}"].in_language(language)
    if column in _COLUMN_SCHEMES:
        separator = "、" if language == "ja" else "; "
        return separator.join(code_label(_COLUMN_SCHEMES[column], code).in_language(language) for code in value.split(";"))
    return value
