"""What a name can mean: governments, bodies and codes, each under all of its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = ("government", "organization", "concept")
"""Kinds of things that names are looked up for."""
GOVERNMENT, ORGANIZATION, CONCEPT = TYPES


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with its names, the one that is shown first, and the one that is shown in ``english``, where it has one.

    ``key`` is its IRI without base (``id/government/010006``, ``code/measure/persons``), ``code`` what other data know it by: code of a government,
    corporate number, notation. ``prefectures`` are where a government is, or a body is active.
    """

    key: str
    type: str
    code: str
    names: tuple[str, ...]
    prefectures: frozenset[str] = frozenset()
    english: str = ""

    def label(self, language: str) -> str:
        """What it is called in ``language``; in Japanese where it has no other name."""
        return self.english if language == "en" and self.english else self.names[0]


def governments() -> Iterator[Named]:
    """All prefectures and municipalities of the reference table, under their Japanese and English names and their reading."""
    for place in gazetteer().places:
        names = (place.name, place.label_en, place.kana)
        yield Named(f"id/government/{place.code}", GOVERNMENT, place.code, names, frozenset({place.prefecture}), place.label_en)
