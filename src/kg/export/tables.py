"""The published tables: queries over the store (queries/tables/), written as CSV, XLSX and Parquet; the same bytes for the same graph."""

from __future__ import annotations

import csv
import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell.cell import WriteOnlyCell

from kg import spreadsheets
from kg.errors import ExportError
from kg.export.csv_rows import write_rows
from kg.export.csvw import METADATA, write_metadata
from kg.queries.stored import stored_queries
from kg.sorting import LineSorter, natural
from kg.store.port import Solutions, lexical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from kg.queries.stored import StoredQuery
    from kg.store.port import Store

_SHEET_CELL = re.compile(r"(.*)!([A-Z]{1,3})(\d+)")


def write_tables(opened: Callable[[], Store], directory: Path, scratch: Path | None = None) -> dict[str, int]:
    """Write each stored table as ``{name}.csv``, and what their columns mean; return the number of rows of each. Rows are sorted in ``scratch``.

    ``opened`` gives the store, anew for each table where that can be: the engine's cache serves a long table about a third slower when it is
    full of what another query asked for.
    UTF-8 with byte order mark, header first, LF, quotes where needed (RFC 4180).
    """
    directory.mkdir(parents=True, exist_ok=True)
    write_metadata(directory)
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
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        return write_rows(stream, header, rows_)


def export_csv(store: Store, target: Path) -> list[Path]:
    """Write the tables as CSV into the directory ``target``, and what their columns mean; the files written."""
    return sorted([target / METADATA, *(target / f"{name}.csv" for name in write_tables(lambda: store, target))])


def export_parquet(store: Store, target: Path) -> list[Path]:
    """Write each table as ``{name}.parquet``, all columns as text, without holding a table in memory."""
    return _converted(store, target, "parquet", _parquet)


def export_xlsx(store: Store, target: Path) -> list[Path]:
    """Write each table as ``{name}.xlsx``. Raises ExportError where a table has more rows or a cell more characters than Excel holds."""
    return _converted(store, target, "xlsx", workbook)


def _converted(store: Store, target: Path, ending: str, convert: Callable[[Path, Path], None]) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        written = []
        for name in write_tables(lambda: store, Path(place)):
            file = Path(place) / f"{name}.csv"
            written.append(target / f"{file.stem}.{ending}")
            convert(file, written[-1])
    return written


def _parquet(file: Path, target: Path) -> None:
    import polars as pl  # noqa: PLC0415 - it takes a seventh of the start of every verb that builds, and only this one needs it

    pl.scan_csv(file, infer_schema=False).with_columns(pl.all().fill_null("")).sink_parquet(target)


def _rows(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.reader(stream)


def workbook(file: Path, target: Path) -> None:
    """Write the CSV file ``file`` as the workbook ``target``. Raises ExportError where it has more rows or a cell more characters than Excel holds."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(file.stem)
    try:
        for number, row in enumerate(_rows(file), start=1):
            if number > spreadsheets.ROWS:
                raise ExportError(
                    f"{file.stem} の行数が Excel の上限（{spreadsheets.ROWS:,} 行）を超えます。csv か parquet を使ってください。",
                    f"{file.stem} has more rows than Excel holds ({spreadsheets.ROWS:,}); use csv or parquet",
                    where=target.name,
                )
            sheet.append([_cell(sheet, value, f"{target.name}:{number}") for value in row])
    finally:
        sheet.close()
    spreadsheets.save(book, target)


def _cell(sheet: WriteOnlyWorksheet, value: str, where: str) -> Cell:
    cell = WriteOnlyCell(sheet)
    spreadsheets.text_in(cell, value, where)
    return cell
