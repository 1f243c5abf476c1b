"""Interventions and outcomes as an official sees them: where they stand, their words and their codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.sorting import natural
from kg.validate.report.passages import answers, whole

if TYPE_CHECKING:
    from kg.store.port import Store


@dataclass(frozen=True, slots=True)
class Item:
    """An intervention or outcome; ``key`` is its IRI without base (``intervention/…/2-3``), ``codes`` the notations by property."""

    key: str
    kind: str
    government: str
    cohort: str
    heading: str
    words: str
    source: str
    cell: str
    start: int
    codes: dict[str, list[str]] = field(default_factory=dict)


def items_of(store: Store) -> list[Item]:
    """All items in the order of their keys."""
    found: dict[str, Item] = {}
    for iri, kind, government, cohort, heading, words, name, notation, source, cell, start in answers(store, "items"):
        item = found.setdefault(
            iri, Item(iri.partition("/id/")[2], kind, government, cohort, heading.strip(), words, source, cell, whole(start))
        )
        if name:
            item.codes.setdefault(name.rpartition("#")[2], []).append(notation)
    for item in found.values():
        for notations in item.codes.values():
            notations.sort()
    return sorted(found.values(), key=lambda item: (item.cohort, natural(item.key.partition("/")[2]), item.kind))
