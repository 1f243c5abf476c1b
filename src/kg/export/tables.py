"""The tables of a release as CSV, XLSX and Parquet files; each written as a stream, the same bytes for the same rows."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import polars as pl
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell

from kg.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_EXCEL_ROWS = 1_048_576
_EXCEL_CHARACTERS = 32_767
_EPOCH = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the zero of zip time stamps, which have no zone


class CsvWriter:
    """Writes the CSV files of one directory: UTF-8 with byte order mark, header first, LF, quotes where needed (RFC 4180)."""

    def __init__(self, directory: Path, tables: dict[str, tuple[str, ...]]) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        self.counts = dict.fromkeys(tables, 0)
        self._streams: list[TextIO] = []
        self._writers = {}
        for name, header in tables.items():
            stream = (directory / f"{name}.csv").open("w", encoding="utf-8-sig", newline="")
            self._streams.append(stream)
            self._writers[name] = (csv.writer(stream, lineterminator="\n"), csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL))
            self._writers[name][0].writerow(header)

    def write(self, table: str, row: Sequence[str]) -> None:
        """Append one row to ``table``."""
        plain, quoting = self._writers[table]
        # csv quotes only for its own line end; a lone CR in a value would end the row for most readers
        (quoting if any("\r" in value for value in row) else plain).writerow(row)
        self.counts[table] += 1

    def close(self) -> None:
        """Close all files."""
        for stream in self._streams:
            stream.close()


def export_csv(tables: Path, target: Path) -> list[Path]:
    """Copy the CSV tables of a release into the directory ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    return [Path(shutil.copyfile(file, target / file.name)) for file in _csv_files(tables)]


def export_parquet(tables: Path, target: Path) -> list[Path]:
    """Write each table as ``{name}.parquet``, all columns as text, without holding a table in memory."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for file in _csv_files(tables):
        path = target / f"{file.stem}.parquet"
        pl.scan_csv(file, infer_schema=False).with_columns(pl.all().fill_null("")).sink_parquet(path)
        written.append(path)
    return written


def export_xlsx(tables: Path, target: Path) -> list[Path]:
    """Write each table as ``{name}.xlsx``. Raises ExportError where a table has more rows or a cell more characters than Excel holds."""
    target.mkdir(parents=True, exist_ok=True)
    return [_workbook(file, target / f"{file.stem}.xlsx") for file in _csv_files(tables)]


def _csv_files(tables: Path) -> list[Path]:
    return sorted(tables.glob("*.csv"))


def _rows(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.reader(stream)


def _workbook(file: Path, target: Path) -> Path:
    book = Workbook(write_only=True)
    book.properties.created = book.properties.modified = _EPOCH
    sheet = book.create_sheet(file.stem)
    try:
        for number, row in enumerate(_rows(file), start=1):
            if number > _EXCEL_ROWS:
                raise ExportError(
                    f"{file.stem} の行数が Excel の上限（{_EXCEL_ROWS:,} 行）を超えます。csv か parquet を使ってください。",
                    f"{file.stem} has more rows than Excel holds ({_EXCEL_ROWS:,}); use csv or parquet",
                    where=target.name,
                )
            sheet.append([_cell(sheet, value, f"{target.name}:{number}") for value in row])
    finally:
        sheet.close()
    draft = target.with_suffix(".draft")
    try:
        book.save(draft)
        _without_clock(draft, target)
    finally:
        draft.unlink(missing_ok=True)
    return target


def _cell(sheet: WriteOnlyWorksheet, value: str, where: str) -> Cell:
    """A text cell: codes keep their zeros, and what begins with = is no formula."""
    if len(value) > _EXCEL_CHARACTERS:
        raise ExportError(
            f"{_EXCEL_CHARACTERS:,} 文字を超える値は Excel に入りません。csv か parquet を使ってください。",
            f"a value has more than {_EXCEL_CHARACTERS:,} characters, the most that Excel holds; use csv or parquet",
            where=where,
        )
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("\ufffd", value).replace("\r", "_x000D_"))
    cell.data_type = "s"
    return cell


def _without_clock(draft: Path, target: Path) -> None:
    """Copy a workbook with fixed time stamps."""
    with zipfile.ZipFile(draft) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as sink:
        for part in sorted(source.infolist(), key=lambda info: info.filename):
            info = zipfile.ZipInfo(part.filename, _EPOCH.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            content = source.read(part)
            if part.filename == "docProps/core.xml":
                content = _fixed_dates(content)
            sink.writestr(info, content)


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
