"""The workbook that goes to an official with findings and comes back with corrections: what its writer and its reader must agree on.

Visible are the sheets of the table, then one sheet each of findings, corrections, items and codes. A hidden sheet (``HIDDEN``) says what each
cell of the table held when the workbook was written. Each row of it begins with one of the words of ``Row``:

=========  ==================================================================================================
tsunagi    the version of this form
document   sha256, file name, format and the documents it revises (their sha256, joined by spaces)
sheet      name of a defined name of the workbook (it follows a sheet that is renamed), and the sheet's title
cell       that name, row, column, sha256 of the document, and the cell's text
corrected  a cell that was corrected in an earlier round: ``EARLIER`` names what follows
=========  ==================================================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HIDDEN = "_tsunagi"
VERSION = "1"
Row = Literal["tsunagi", "document", "sheet", "cell", "corrected"]
EARLIER = (
    "key",
    "document",
    "corrects",
    "cell",
    "row",
    "column",
    "before",
    "after",
    "who",
    "why",
    "when",
    "sheet",
    "sheet_row",
    "sheet_column",
)
"""Of a correction of an earlier round: its key, sha256 of the workbook that brought it and of the document it corrected, what it said, and where the
cell stands now (defined name of the sheet, row and column; empty where it is gone)."""
TABLE_NAME = "tsunagi_table_"
"""Beginning of the defined names of the sheets that hold the table; they are numbered from 1."""
CORRECTIONS_NAME = "tsunagi_corrections"
OTHER_NAMES = ("tsunagi_findings", CORRECTIONS_NAME, "tsunagi_items", "tsunagi_codes")
"""Defined names of the sheets that hold no table."""


@dataclass(frozen=True, slots=True)
class CodedProperty:
    """A property that takes codes and that an official may correct.

    ``name`` is that of the ontology, ``kind`` the records that have it; ``several`` whether a record may have more than one code, ``optional``
    whether it may have none.
    """

    name: str
    scheme: str
    kind: Literal["intervention", "outcome"]
    label_ja: str
    label_en: str
    several: bool = False
    optional: bool = False


PROPERTIES = (
    CodedProperty("interventionType", "intervention-type", "intervention", "種類", "intervention type", several=True),
    CodedProperty("targetGroup", "target-group", "intervention", "対象", "target group", several=True, optional=True),
    CodedProperty("referralSource", "referrer", "intervention", "紹介元", "referral source", several=True, optional=True),
    CodedProperty("supportStage", "support-stage", "intervention", "段階", "support stage", several=True, optional=True),
    CodedProperty("indicatorType", "indicator-type", "outcome", "指標の種類", "indicator type"),
    CodedProperty("resultLevel", "result-level", "outcome", "結果の段階", "result level"),
    CodedProperty("measure", "measure", "outcome", "数えたもの", "measure"),
    CodedProperty("countingMethod", "counting", "outcome", "数え方", "counting method", optional=True),
    CodedProperty("breakdownKind", "breakdown-kind", "outcome", "内訳の種類", "breakdown kind"),
    CodedProperty("breakdownDimension", "breakdown-dimension", "outcome", "内訳の観点", "breakdown dimension"),
    CodedProperty("status", "status", "outcome", "状況", "status"),
)
"""In the order in which they are offered."""
CELL_TEXT = ("欄の文字", "text of a cell")
"""What is corrected where a row speaks of a cell of the table, whose new text stands in the table itself: who corrected it, why and when."""

COLUMNS = (
    ("item", "項目の番号（ID）", "item (ID)"),
    ("government", "自治体（自動）", "government (filled in)"),
    ("words", "見出し・文（自動）", "heading, text (filled in)"),
    ("property", "何を", "what"),
    ("current", "いまの符号（自動）", "codes now (filled in)"),
    ("read", "読み取られた符号", "code as read"),
    ("correct", "正しい符号", "correct code"),
    ("who", "訂正した人", "by whom"),
    ("why", "理由", "why"),
    ("when", "日付", "date"),
)
"""Columns of the corrections: key, heading in Japanese and English. A column is found by its heading, wherever it stands."""


def heading(key: str) -> str:
    """What stands above the column ``key`` of the corrections."""
    return next(f"{ja}\n{en}" for name, ja, en in COLUMNS if name == key)


def fills_itself_in(key: str) -> bool:
    """Whether formulas fill the column ``key`` of the corrections, which is not read therefore."""
    return "自動" in heading(key)


def choice(label: str, notation: str) -> str:
    """A code as it is offered: its label, and its notation in brackets."""
    return f"{label}（{notation}）"
