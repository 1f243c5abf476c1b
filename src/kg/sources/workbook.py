"""XLSX workbooks as raw rows: every visible sheet in order, merged cells understood, each cell with its sheet and address."""

from __future__ import annotations

import re
import warnings
import zipfile
import zlib
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from kg.correction_form import HIDDEN, OTHER_NAMES
from kg.errors import SourceFormatError, SourceTooLargeError
from kg.sources.cells import Cell, RawRow, cell_too_large
from kg.sources.returned import Returned, read_returned, sheets_without_table
from kg.sources.values import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from kg.settings import Limits

_DOCTYPE_WITHIN = 4096
_SHEET_NAMES = "xl/workbook.xml"
_LARGEST_MERGE = 100_000
"""Cells of one merged area; openpyxl makes an object for each."""
_MERGE = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
# What zipfile, zlib and openpyxl raise on damaged files.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, InvalidFileException, ArithmeticError, AttributeError, LookupError, OSError, EOFError, RuntimeError,
    SyntaxError, TypeError, ValueError,
)  # fmt: skip


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> int:
    width = column_index_from_string(right.decode()) - column_index_from_string(left.decode()) + 1
    return width * (int(bottom) - int(top) + 1)


def _refuse(path: Path, ja: str, en: str) -> SourceFormatError:
    return SourceFormatError(
        f"XLSX ブックとして読めません（{ja}）。表計算ソフトで開き、.xlsx で保存し直してください。",
        f"not a readable XLSX workbook ({en}); open it in a spreadsheet program and save it as .xlsx",
        where=path.name,
    )


def _check_parts(path: Path, limits: Limits) -> None:
    """Refuse a zip that unpacks to too much, and any part with a DOCTYPE, before the parts are parsed."""
    with zipfile.ZipFile(path) as archive:
        if sum(part.file_size for part in archive.infolist()) > limits.workbook_bytes:
            raise SourceTooLargeError(
                f"展開すると {limits.workbook_bytes:,} バイトを超えます。",
                f"unpacks to more than {limits.workbook_bytes:,} bytes",
                where=path.name,
            )
        for part in archive.infolist():
            if part.filename.endswith((".xml", ".rels")):
                content = archive.read(part)
                if b"<!DOCTYPE" in content[:_DOCTYPE_WITHIN]:
                    raise _refuse(path, "DOCTYPE", "DOCTYPE")
                if any(_area(*match.groups()) > _LARGEST_MERGE for match in _MERGE.finditer(content)):
                    raise _refuse(path, "結合セルが広すぎます", "a merged area is too large")


def workbook_rows(path: Path, limits: Limits) -> Iterator[RawRow]:
    """Rows of all visible sheets; a hidden sheet is named, not read. Of a workbook of findings only the sheets of the table are rows.

    Raises SourceFormatError where the file is no workbook, or a cell shows a formula without its result or an error.
    """
    book = _load(path, limits, data_only=True)
    formulas = _load(path, limits, data_only=False)
    left_out = _left_out(path, book)
    for sheet, source in zip(book.worksheets, formulas.worksheets, strict=True):
        if sheet.title in left_out:
            continue
        if sheet.sheet_state == "visible":
            yield from _sheet_rows(path, sheet, source, limits)
        else:
            yield RawRow(1, 0, "", (), hidden=sheet.title)


def _left_out(path: Path, book: Workbook) -> set[str]:
    try:
        return sheets_without_table(book)
    except ValueError as error:
        raise _changed(path) from error


def _changed(path: Path) -> SourceFormatError:
    """The error of a workbook of findings of which nobody can tell what was in it."""
    return SourceFormatError(
        f"所見のブックの隠しシート「{HIDDEN}」が書き換えられていて、どこを訂正したのか分かりません。kg validate --report で作り直し、そこに訂正を書いてください。",
        f"the hidden sheet {HIDDEN} of this workbook of findings was changed, so that nobody can tell what was corrected; make the workbook anew with "
        "kg validate --report and write the corrections into that",
        where=path.name,
    )


def returned_workbook(path: Path, limits: Limits) -> Returned | None:
    """What a workbook of findings that came back says besides its table; None where the workbook is none.

    Raises SourceFormatError where the file is no workbook.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.read(_SHEET_NAMES)
            if not any(name.encode() in names for name in (HIDDEN, *OTHER_NAMES)):
                return None
    except _DAMAGED as error:
        raise _refuse(path, "壊れているか、暗号化されています", "damaged or encrypted") from error
    try:
        return read_returned(_load(path, limits, data_only=True))
    except (ValueError, LookupError) as error:
        raise _changed(path) from error


def _load(path: Path, limits: Limits, *, data_only: bool) -> Workbook:
    try:
        _check_parts(path, limits)
        with warnings.catch_warnings(), path.open("rb") as stream:
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that do not matter here
            return openpyxl.load_workbook(stream, data_only=data_only)
    except _DAMAGED as error:
        raise _refuse(path, "壊れているか、暗号化されています", "damaged or encrypted") from error


def _sheet_rows(path: Path, sheet: Worksheet, source: Worksheet, limits: Limits) -> Iterator[RawRow]:
    """Rows of one sheet up to its last filled one; stray formats far below cost nothing."""
    # iter_rows would make a cell for every empty place; _cells holds those that the file has
    filled: dict[int, dict[int, str]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        text = shown(cell.value)
        where = f"{path.name} {sheet.title}!{cell.coordinate}"
        if cell.data_type == "e" or (cell.value is None and source.cell(row, column).data_type == "f"):
            raise SourceFormatError(
                "数式の結果が保存されていないか、エラー値の欄です。表計算ソフトで開いて直し、保存し直してください。",
                "a formula without its stored result, or an error value; open the workbook in a spreadsheet program, mend it and save it",
                where=where,
            )
        if len(text) > limits.cell_characters:
            raise cell_too_large(text, limits, where=where, number=column)
        if text and column > limits.row_cells:
            raise SourceTooLargeError(
                f"{limits.row_cells} 列より右の欄に文字があります。表の外の文字を消してください。",
                f"there is text right of column {limits.row_cells}; delete what stands outside the table",
                where=where,
            )
        if text:
            filled.setdefault(row, {})[column] = text
    tops = {(row, area.min_col): area.min_row for area in sheet.merged_cells.ranges for row in range(area.min_row + 1, area.max_row + 1)}
    heights = {(area.min_row, area.min_col): area.max_row - area.min_row + 1 for area in sheet.merged_cells.ranges}
    last = max(filled, default=0)
    for row in range(1, last + 1):
        yield RawRow(row, 0, "", tuple(_row_cells(sheet.title, row, filled, (tops, heights))))


_Places = dict[tuple[int, int], int]
"""A number for a place, which is row and column."""


def _row_cells(title: str, row: int, filled: dict[int, dict[int, str]], merged_areas: tuple[_Places, _Places]) -> Iterator[Cell]:
    """Cells of a row up to its last filled or merged one; the lower cells of a vertical merge show the text of the top one.

    ``merged_areas`` are the top row of each lower cell, and the number of rows of each top one.
    """
    tops, heights = merged_areas
    merged = {column: tops[row, column] for column in range(1, 101) if (row, column) in tops}
    texts = filled.get(row, {})
    for column in range(1, max([*texts, *merged], default=0) + 1):
        top = merged.get(column)
        text = filled.get(top, {}).get(column, "") if top else texts.get(column, "")
        where = f"{title}!{get_column_letter(column)}{top or row}"
        yield Cell(text, 0, column - 1, where, repeated=top is not None, rows=heights.get((row, column), 1))
