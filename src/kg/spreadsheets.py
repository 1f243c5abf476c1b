"""XLSX workbooks that are the same bytes for the same content, and whose cells hold text and nothing else.

Office Open XML (ECMA-376) keeps times of making and saving in a workbook and its zip; here all of them are fixed.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, MergedCell

from kg.errors import ExportError

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.cell.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 1_048_576
"""Rows that a sheet of Excel holds."""
COLUMNS = 16_384
"""Columns that a sheet of Excel holds."""
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,5}[1-9])?")
"""What a spreadsheet holds as it is written: no zeros before or behind it, and not more digits than it keeps."""
CHARACTERS = 32_767
"""Characters that a cell of Excel holds."""
_EPOCH = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the zero of zip time stamps, which have no zone
_NO_TEXT = re.compile(f"{ILLEGAL_CHARACTERS_RE.pattern}|[\ud800-\udfff\ufffe\uffff]")
"""What no cell holds: control characters, and what is no character of XML 1.0."""
_NOT_IN_A_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_TITLE = 31


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell of a place, which must not be covered by a merged area."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        raise TypeError(cell.coordinate)
    return cell


def text_in(cell: Cell, value: str, where: str) -> None:
    """Put ``value`` into ``cell`` as text: codes keep their zeros, and what begins with = is no formula.

    Raises ExportError, which names ``where``, where Excel cannot hold so many characters.
    """
    if len(value) > CHARACTERS:
        raise ExportError(
            f"{CHARACTERS:,} 文字を超える値は Excel に入りません。csv か parquet を使ってください。",
            f"a value has more than {CHARACTERS:,} characters, the most that Excel holds; use csv or parquet",
            where=where,
        )
    cell.value = _NO_TEXT.sub("\ufffd", value).replace("\r", "_x000D_")
    cell.data_type = "s"


def number_in(cell: Cell, value: str, where: str) -> None:
    """Put ``value`` into ``cell`` as a number where that loses nothing of how it is written, else as text (``text_in``)."""
    if _PLAIN_NUMBER.fullmatch(value):
        cell.value = float(value) if "." in value else int(value)
    else:
        text_in(cell, value, where)


def sheet_title(wanted: str, taken: set[str]) -> str:
    """A title for a new sheet that Excel takes and none of ``taken`` (small letters), which it joins."""
    base = _NOT_IN_A_TITLE.sub(" ", wanted).strip().strip("'")[:_LONGEST_TITLE].strip() or "Sheet"
    title, number = base, 1
    while title.lower() in taken:
        number += 1
        title = f"{base[: _LONGEST_TITLE - 6].strip()} ({number})"
    taken.add(title.lower())
    return title


def save(book: Workbook, target: Path) -> None:
    """Write ``book`` to ``target``, whole or not at all."""
    draft = target.with_suffix(".draft")
    try:
        _save(book, draft)
        _without_clock(draft, target)
    finally:
        draft.unlink(missing_ok=True)


def content(book: Workbook) -> bytes:
    """The bytes of ``book``."""
    draft, target = io.BytesIO(), io.BytesIO()
    _save(book, draft)
    _without_clock(draft, target)
    return target.getvalue()


def _save(book: Workbook, draft: Path | io.BytesIO) -> None:
    book.properties.created = book.properties.modified = _EPOCH
    book.save(draft)


def _without_clock(draft: Path | io.BytesIO, target: Path | io.BytesIO) -> None:
    """Copy a workbook with fixed time stamps."""
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as sink:
        for part in sorted(source.infolist(), key=lambda info: info.filename):
            info = zipfile.ZipInfo(part.filename, _EPOCH.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            inside = source.read(part)
            sink.writestr(info, _fixed_dates(inside) if part.filename == "docProps/core.xml" else inside)


def _fixed_dates(core: bytes) -> bytes:
    """Openpyxl stamps the time of saving over the one that was set."""
    stamp = _EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    for tag in (b"created", b"modified"):
        head, found, tail = core.partition(b"<dcterms:" + tag)
        if found:
            inner, close, rest = tail.partition(b"</dcterms:" + tag)
            attributes = inner.split(b">", 1)[0]
            core = head + found + attributes + b">" + stamp + close + rest
    return core
