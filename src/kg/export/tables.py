"""The published tables: queries over the store (queries/tables/), written as CSV, XLSX and Parquet; the same bytes for the same graph."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, WriteOnlyCell

from kg.errors import ExportError
from kg.queries.stored import stored_queries
from kg.sorting import LineSorter, natural
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from kg.queries.stored import StoredQuery
    from kg.store.port import Store

_EXCEL_ROWS = 1_048_576
_EXCEL_CHARACTERS = 32_767
_SHEET_CELL = re.compile(r"(.*)!([A-Z]{1,3})(\d+)")
_EPOCH = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the zero of zip time stamps, which have no zone


def write_tables(opened: Callable[[], Store], directory: Path, scratch: Path | None = None) -> dict[str, int]:
    """Write each stored table as ``{name}.csv`` and return the number of rows of each; ``scratch`` is where rows are sorted.

    ``opened`` gives the store, anew for each table where that can be: the engine's cache serves a long table about a third slower when it is
    full of what another query asked for.
    UTF-8 with byte order mark, header first, LF, quotes where needed (RFC 4180).
    """
    directory.mkdir(parents=True, exist_ok=True)
    tables = stored_queries("table").items()
    return {name: _write(directory / f"{name}.csv", query.returns, rows(opened(), query, scratch)) for name, query in tables}


def rows(store: Store, query: StoredQuery, scratch: Path | None = None) -> Iterator[list[str]]:
    """Rows of a stored table in its order, sorted on disk."""
    answer = store.query(query.text)
    if not isinstance(answer, Solutions):
        raise TypeError(query.slug)
    at = {name: index for index, name in enumerate(answer.variables)}
    columns, order, several = [at[n] for n in query.returns], [at[n] for n in query.order], {at[n] for n in query.several}
    with tempfile.TemporaryDirectory(dir=scratch) as place:
        sorter = LineSorter(Path(place))
        for solution in answer.rows:
            values = [lexical(term) for term in solution]
            for index in several:
                values[index] = ";".join(sorted(values[index].split(";"), key=natural))
            row = [values[index] for index in columns]
            key = [_sort_key(values[index]) for index in order]
            sorter.add([json.dumps([key, natural(row[0]), row], ensure_ascii=False).encode() + b"\n"])
        for line in sorter.sorted():
            yield json.loads(line)[2]


def _sort_key(value: str) -> str:
    """Numbers as people count; cells of a sheet row by row (``Sheet1!D7`` before ``Sheet1!A10``)."""
    cell = _SHEET_CELL.fullmatch(value)
    return f"{natural(cell[1])}!{cell[3].zfill(8)}{cell[2]:>4}" if cell else natural(value)


def _write(path: Path, header: Sequence[str], rows_: Iterable[Sequence[str]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        plain, quoting = csv.writer(stream, lineterminator="\n"), csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
        plain.writerow(header)
        for row in rows_:
            # csv quotes only for its own line end; a lone CR in a value would end the row for most readers
            (quoting if any("\r" in value for value in row) else plain).writerow(row)
            count += 1
    return count


def export_csv(store: Store, target: Path) -> list[Path]:
    """Write the tables as CSV into the directory ``target``."""
    return [target / f"{name}.csv" for name in write_tables(lambda: store, target)]


def export_parquet(store: Store, target: Path) -> list[Path]:
    """Write each table as ``{name}.parquet``, all columns as text, without holding a table in memory."""
    return _converted(store, target, "parquet", _parquet)


def export_xlsx(store: Store, target: Path) -> list[Path]:
    """Write each table as ``{name}.xlsx``. Raises ExportError where a table has more rows or a cell more characters than Excel holds."""
    return _converted(store, target, "xlsx", _workbook)


def _converted(store: Store, target: Path, ending: str, convert: Callable[[Path, Path], None]) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        written = []
        for file in export_csv(store, Path(place)):
            written.append(target / f"{file.stem}.{ending}")
            convert(file, written[-1])
    return written


def _parquet(file: Path, target: Path) -> None:
    pl.scan_csv(file, infer_schema=False).with_columns(pl.all().fill_null("")).sink_parquet(target)


def _rows(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.reader(stream)


def _workbook(file: Path, target: Path) -> None:
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
