"""A table of answers as a file that speaks for itself: CSV, XLSX, JSON, each with the cautions that belong to its figures."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openpyxl.workbook import Workbook

from kg import spreadsheets
from kg.export.csv_rows import write_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CAUTIONS = "cautions"
"""The column of a file that holds what must not be concluded."""
NUMERIC = {
    "value",
    "total_value",
    "part_value",
    "count",
    "items",
    "results",
    "governments",
    "population",
    "row",
    "amount",
    "other_amount",
    "difference",
}
"""Columns that hold numbers."""
_COUNTED = "government_"
"""How columns begin that count something of one government."""
_CAUTIONS = {"ja": "注意", "en": "cautions"}


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """Rows as they are shown, and what belongs to them.

    ``names`` and ``headings`` name the columns for programs and for people; ``release`` is what the rows come from, ``address`` where they can be
    asked for again; ``told`` is what else a workbook says, label by label, ``before`` and ``after`` are further members of the JSON form around the
    rows; ``where`` is what an error names.
    """

    where: str
    language: str
    names: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    cautions: Sequence[str]
    release: str
    address: str
    told: Sequence[tuple[str, str]] = ()
    before: Mapping[str, object] = field(default_factory=dict)
    after: Mapping[str, object] = field(default_factory=dict)


def as_csv(table: AnswerTable) -> bytes:
    """UTF-8 with BOM, so that spreadsheet programs read it; the cautions stand in a column of their own in each row."""
    stream = io.StringIO()
    cautions = " / ".join(table.cautions)
    write_rows(stream, [*table.names, CAUTIONS], ([*row, cautions] for row in table.rows))
    return stream.getvalue().encode("utf-8-sig")


def as_json(table: AnswerTable) -> bytes:
    """The rows by column, with what was asked, the cautions, and the release that they come from."""
    content = {
        **table.before,
        "columns": [{"name": name, "label": label} for name, label in zip(table.names, table.headings, strict=True)],
        "rows": [dict(zip(table.names, row, strict=True)) for row in table.rows],
        "cautions": list(table.cautions),
        **table.after,
        "release": table.release,
        "address": table.address,
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def as_xlsx(table: AnswerTable) -> bytes:
    """A sheet with the rows and their cautions, numbers as numbers, and one that says what was asked, of which release, and where.

    Raises ExportError where a value does not fit into a cell of Excel.
    """
    ja = table.language == "ja"
    book = Workbook()
    first, second = book.worksheets[0], book.create_sheet("この表について" if ja else "About")
    first.title = "答え" if ja else "Answer"
    first.freeze_panes = "A2"
    cautions = " / ".join(table.cautions)
    numeric = {place for place, name in enumerate(table.names, start=1) if name in NUMERIC or name.startswith(_COUNTED)}
    rows = [[*table.headings, _CAUTIONS[table.language]], *([*row, cautions] for row in table.rows)]
    origin = [("リリース" if ja else "release", table.release), ("アドレス" if ja else "address", table.address)]
    told = [*table.told, *origin, *(("注意" if ja else "caution", caution) for caution in table.cautions)]
    for sheet, content in ((first, rows), (second, told)):
        for number, row in enumerate(content, start=1):
            for column, value in enumerate(row, start=1):
                put = spreadsheets.number_in if column in numeric and sheet is first and number > 1 else spreadsheets.text_in
                put(spreadsheets.cell_at(sheet, number, column), value, table.where)
    return spreadsheets.content(book)
