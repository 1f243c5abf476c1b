"""Corrections that a graph already holds: a workbook made of it hands them on, so that the next one that comes back does not undo or forget them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.correction_form import EARLIER, PROPERTIES
from kg.sorting import natural
from kg.validate.report.passages import answers, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.store.port import Store
    from kg.validate.report.addresses import Addresses


@dataclass(frozen=True, slots=True)
class EarlierCorrection:
    """A correction: of a code of ``item`` where it has a ``property``, else of a cell whose passages begin at ``starts`` (source, cell, offset)."""

    key: str
    document: str
    corrects: str
    cell: str
    row: int
    column: int
    before: str
    after: str
    who: str
    why: str
    when: str
    property: str
    item: str
    starts: tuple[tuple[str, str, int], ...]

    def row_of(self, addresses: Addresses, names: Mapping[str, str]) -> tuple[str, ...]:
        """The row of the hidden sheet for a cell; ``names`` are the defined names of the sheets by title."""
        found = next((address for start in self.starts if (address := addresses.at(*start))), None)
        now = (names[found.sheet], str(found.row), str(found.column)) if found else ("", "", "")
        values = (
            self.key, self.document, self.corrects, self.cell, str(self.row), str(self.column), self.before, self.after,
            self.who, self.why, self.when, *now,
        )  # fmt: skip
        return "corrected", *(value for value, _ in zip(values, EARLIER, strict=True))


def corrections_of(store: Store) -> list[EarlierCorrection]:
    """All corrections of a graph, codes of properties that nobody may correct aside; one of a code once for each of its items."""
    starts: dict[str, list[tuple[str, str, int]]] = {}
    for correction, source, cell, start in answers(store, "corrected-cells"):
        starts.setdefault(correction, []).append((source, cell, whole(start)))
    known = {entry.name for entry in PROPERTIES}
    found = []
    for iri, document, corrects, cell, row, column, *changed, who, why, when, item in answers(store, "corrections"):
        text_before, text_after, name, code_before, code_after = changed
        name = name.rpartition("#")[2]
        if name and name not in known:
            continue
        before, after = (code_before, code_after) if name else (text_before, text_after)
        places = tuple(sorted(starts.get(iri, ())))
        found.append(
            EarlierCorrection(
                iri.partition("/id/")[2], document, corrects, cell, whole(row), whole(column), before, after, who, why, when, name,
                item.partition("/id/")[2], places,
            )
        )  # fmt: skip
    return sorted(found, key=lambda correction: (natural(correction.cell), correction.key, correction.item))
