"""What a figure counts, comparable across wordings: indicator type, result level, and the dimension of a breakdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.text.eras import find_dates
from kg.text.vocabulary import CueMatch, CueRow, code_list

if TYPE_CHECKING:
    from collections.abc import Sequence


def indicator_type(labels: Sequence[str], measure: str) -> tuple[CueRow, CueMatch | None, int]:
    """Row of the code list that fits a figure, the cue in a label (None where the measure alone decided) and which label holds it.

    The figure's own label speaks first, then the labels above it. ``measure`` is empty for a result in words.
    """
    rows = [
        row for row in code_list("indicator-type").rows if (measure in row.further["measure"] if measure else not row.further["measure"])
    ]
    for index in reversed(range(len(labels))):
        for row in rows:
            match = next(iter(row.find(labels[index])), None) if row.cues else None
            if match:
                return row, match, index
    return next(row for row in rows if not row.cues), None, -1


def dimensions(labels: Sequence[str], kind: str) -> list[str]:
    """Dimension of each part of one breakdown. The parts of a partition share one; うち parts each have their own."""
    each = [_dimension(label) for label in labels]
    if kind != "partition":
        return each
    most = max(dict.fromkeys(each), key=lambda dimension: (each.count(dimension), dimension != "other"))
    return [most] * len(each)


def _dimension(label: str) -> str:
    date = next(iter(find_dates(label + ":")), None)
    if date and date.start:
        return "year" if date.start.precision in {"fiscal-year", "year"} else "other"
    rows = code_list("breakdown-dimension").rows
    for row in rows:
        if row.notation == "target" and code_list("target-group").find(label, "offender", "family", "public"):
            return "target"
        if any(row.find(label + ":")):
            return row.notation
    return "other"
