"""XLSX workbooks as raw rows: every visible sheet in order, merged cells understood, each cell with its sheet and address."""

from __future__ import annotations

import datetime as dt
import warnings
import zipfile
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from kg.errors import SourceFormatError, SourceTooLargeError
from kg.sources.cells import Cell, RawRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from kg.settings import Limits

_DOCTYPE_WITHIN = 4096


def _refuse(path: Path, detail: str) -> SourceFormatError:
    return SourceFormatError(
        f"XLSX ブックとして読めません（{detail}）。表計算ソフトで開き、.xlsx で保存し直してください。",
        f"not a readable XLSX workbook ({detail}); open it in a spreadsheet program and save it as .xlsx",
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
                with archive.open(part) as stream:
                    if b"<!DOCTYPE" in stream.read(_DOCTYPE_WITHIN):
                        raise _refuse(path, "DOCTYPE")


def workbook_rows(path: Path, limits: Limits) -> Iterator[RawRow]:
    """Rows of all visible sheets. Raises SourceFormatError where the file is no workbook."""
    try:
        _check_parts(path, limits)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that do not matter here
            book = openpyxl.load_workbook(path, data_only=True)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, SyntaxError, OSError) as error:
        raise _refuse(path, type(error).__name__) from error
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                yield from _sheet_rows(path, sheet, limits)
    finally:
        book.close()


def _sheet_rows(path: Path, sheet: Worksheet, limits: Limits) -> Iterator[RawRow]:
    tops = {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, area.max_row + 1)
        for column in (area.min_col,)
    }
    title = sheet.title
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells = []
        for position, cell in enumerate(values):
            top = tops.get((number, position + 1))
            source = sheet.cell(*top) if top else cell
            text = _text(source.value)
            where = f"{title}!{source.coordinate}"
            if len(text) > limits.cell_characters:
                raise SourceTooLargeError(
                    f"{limits.cell_characters:,} 文字を超える欄があります。",
                    f"a cell has more than {limits.cell_characters:,} characters",
                    where=f"{path.name} {where}",
                )
            cells.append(Cell(text, 0, position, where, repeated=top is not None))
        yield RawRow(number, 0, "", tuple(cells[: limits.row_cells]))


def _text(value: object) -> str:
    """What a reader sees in the cell."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    return str(value)
