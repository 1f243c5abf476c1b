"""Rows that say the same but for their figures: most likely one row that was copied, and a figure changed in one of the two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.text.eras import find_dates
from kg.text.names import is_none
from kg.text.width import squeezed

if TYPE_CHECKING:
    from kg.sources.cells import DataRow

LEAST_WORDS = 12
"""Squeezed characters from which on equal wording is no coincidence."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


def without_figures(text: str) -> str:
    """Folded ``text`` with every figure made alike, white space and width aside; dates stay, since results of two dates are two results.

    >>> without_figures("■相談件数 計1,459件 (R2.12月末時点)")
    '■相談件数計#件(R2.12月末時点)'
    """
    parts, at = [], 0
    for date in find_dates(text):
        parts += [_FIGURE.sub("#", text[at : date.begin]), text[date.begin : date.end]]
        at = date.end
    return squeezed("".join([*parts, _FIGURE.sub("#", text[at:])]))


def wording(row: DataRow) -> str:
    """Contractor, activities and results of a row without their figures; empty where it has no activities or no figures of its own.

    The lower rows of a vertical merge show the activities of the top one: they are no copy.
    """
    contractor, content, results = row["contractor"], row["interventions"], row["results"]
    if content is None or content.cell.repeated or is_none(content.text) or results is None or results.cell.repeated:
        return ""
    alike = without_figures(results.text)
    return "\n".join([squeezed(contractor.text) if contractor else "", squeezed(content.text), alike]) if "#" in alike else ""
