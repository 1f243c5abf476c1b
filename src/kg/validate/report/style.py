"""How the sheets of the report look: fonts, fills, borders, widths and print setup."""

from __future__ import annotations

import math
import unicodedata
from enum import Enum
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kg.validate.findings import Severity

_FONT = Font(name="Yu Gothic", size=10)
_BOLD = Font(name="Yu Gothic", size=10, bold=True)
_TITLE = Font(name="Yu Gothic", size=12, bold=True)
_LINK = Font(name="Yu Gothic", size=10, color="0B5394", underline="single")
_FAINT = Font(name="Yu Gothic", size=9, color="595959")
_HEAD_FILL = PatternFill("solid", fgColor="E7E6E6")
_INPUT_FILL = PatternFill("solid", fgColor="FFFDE7")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_PLAIN = Alignment(vertical="top")
_CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")
_THIN = Side(style="thin", color="A6A6A6")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CONTINUED = Border(left=_THIN, right=_THIN)
"""Of a cell that is empty because what stands above it still holds."""
FILLS: dict[Severity, PatternFill] = {
    "violation": PatternFill("solid", fgColor="F8D0CB"),
    "warning": PatternFill("solid", fgColor="FFE9B8"),
    "info": PatternFill("solid", fgColor="D9E8F6"),
}
_EDGES: dict[Severity, Side] = {
    "violation": Side(style="thick", color="B3261E"),
    "warning": Side(style="mediumDashed", color="B26A00"),
    "info": Side(style="dotted", color="1F5FA8"),
}
MARKED = {severity: Border(left=edge, right=edge, top=edge, bottom=edge) for severity, edge in _EDGES.items()}
"""Borders of marked cells: thick, dashed and dotted, so that a print without colour tells them apart."""
_A4 = 9


class Look(Enum):
    """How a cell looks: font, alignment, border, fill, number format."""

    HEAD = _BOLD, _CENTRED, _GRID, _HEAD_FILL, "General"
    TEXT = _FONT, _WRAPPED, _GRID, None, "General"
    CONTINUED = _FONT, _WRAPPED, _CONTINUED, None, "General"
    TITLE = _TITLE, _PLAIN, None, None, "General"
    NOTE = _FONT, _PLAIN, None, None, "General"
    LINK = _LINK, _WRAPPED, _GRID, None, "General"
    GUIDANCE = _FAINT, _WRAPPED, None, None, "General"
    FILLED_IN = _FAINT, _WRAPPED, _GRID, None, "General"
    INPUT = _FONT, _WRAPPED, _GRID, _INPUT_FILL, "@"
    DATE = _FONT, _WRAPPED, _GRID, _INPUT_FILL, "yyyy-mm-dd"


def dress(cell: Cell, look: Look) -> None:
    """Give ``cell``, whose workbook has the looks, one of them: by its name, since to look up each font and border for every cell takes much longer."""
    cell.style = look.name


def add_looks(book: Workbook) -> None:
    """Make all looks known to ``book``."""
    for look in Look:
        font, alignment, border, fill, number_format = look.value
        named = NamedStyle(look.name, font, fill or PatternFill(), border or Border(), alignment, number_format)
        book.add_named_style(named)


HEAD_HEIGHT = 32.0
"""Points of a row of headings in two lines."""
_LINE = 13.5
"""Points of a line."""
_HIGHEST = 409.0
"""Points of a row that Excel shows at most."""


def for_print(sheet: Worksheet, header: int) -> None:
    """Landscape A4, as wide as the page; the heading, which ends at row ``header``, stands on every page and stays when one scrolls."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.5
    if sheet.oddFooter:
        sheet.oddFooter.center.text = "&A  &P / &N"
    if header:
        sheet.print_title_rows = f"1:{header}" if header <= 4 else f"{header}:{header}"


def width_for(texts: Iterable[str]) -> float:
    """Width of a column: narrow where its texts are short, wide where they are sentences, never wider than a page can show."""
    longest = max((max(map(_extent, text.split("\n"))) for text in texts), default=0)
    return min(max(longest + 2, 7), 14 if longest < 16 else 26 if longest < 120 else 70)


def height_for(cells: Iterable[tuple[str, float]]) -> float:
    """Height of a row that shows all of its texts, each in a column of the given width; spreadsheet programs do not all work it out themselves."""
    lines = max((sum(math.ceil(max(_extent(line), 1) / (width - 1.5)) for line in text.split("\n")) for text, width in cells), default=1)
    return min(lines * _LINE + 4, _HIGHEST)


def _extent(text: str) -> int:
    """How many digits wide a text is: a Japanese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
