"""Nodes and edges as two tables in a directory: CSV, Parquet with typed columns, workbooks. What must not be concluded stands beside them."""

from __future__ import annotations

import csv
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.graphs.columns import Kind, written
from kg.export.graphs.drafts import draft
from kg.export.tables import workbook

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.export.graphs.columns import Column, Value
    from kg.export.graphs.views import View

_README = "README.txt"
_TABLES = ("nodes", "edges")


def write_csv(view: View, target: Path) -> list[Path]:
    """Write ``nodes.csv`` and ``edges.csv`` into the directory ``target``: UTF-8 with byte order mark, several values joined by semicolons."""
    return _written(view, target, "csv", _csv)


def write_parquet(view: View, target: Path) -> list[Path]:
    """Write ``nodes.parquet`` and ``edges.parquet``: numbers, truth, days and lists as such."""
    return _written(view, target, "parquet", _parquet)


def write_xlsx(view: View, target: Path) -> list[Path]:
    """Write ``nodes.xlsx`` and ``edges.xlsx``, all cells as text. Raises ExportError where Excel cannot hold a value or so many rows."""
    return _written(view, target, "xlsx", _xlsx)


def write_readme(view: View, target: Path, *more: str) -> Path:
    """Write what the view is and what must not be concluded from it, in both languages, and ``more`` lines."""
    lines = [message.in_language(language) for language in ("ja", "en") for message in (view.title, *view.cautions)]
    with draft(target / _README) as path:
        path.write_text("\n".join((*lines, *more, "")), encoding="utf-8", newline="\n")
    return target / _README


def columns_of(view: View, table: str) -> list[str]:
    """Names of the columns of ``nodes`` or ``edges``."""
    keys, columns = (["id"], view.node_columns) if table == "nodes" else (["id", "source", "target"], view.edge_columns)
    return [*keys, *(column.name for column in columns)]


def rows_of(view: View, table: str) -> Iterator[dict[str, Value]]:
    """Rows of ``nodes`` or ``edges``, with the values that there are."""
    if table == "nodes":
        for node in view.nodes():
            yield {"id": node.id, **node.values}
    else:
        for edge in view.edges():
            yield {"id": edge.id, "source": edge.source, "target": edge.target, **edge.values}


def _written(view: View, target: Path, ending: str, write: Callable[[View, str, Path], None]) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    files = [target / f"{table}.{ending}" for table in _TABLES]
    for table, file in zip(_TABLES, files, strict=True):
        with draft(file) as path:
            write(view, table, path)
    return [*files, write_readme(view, target)]


def _csv(view: View, table: str, path: Path) -> None:
    names = columns_of(view, table)
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        plain, quoting = csv.writer(stream, lineterminator="\n"), csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL)
        plain.writerow(names)
        for row in rows_of(view, table):
            values = [written(row.get(name)) for name in names]
            # csv quotes only for its own line end; a lone CR in a value would end the row for most readers
            (quoting if any("\r" in value for value in values) else plain).writerow(values)


def _parquet(view: View, table: str, path: Path) -> None:
    import polars as pl  # noqa: PLC0415 - as in kg.export.tables: only this needs it, and it is slow to load

    types: dict[Kind, pl.DataType | type[pl.DataType]] = {
        Kind.texts: pl.List(pl.String),
        Kind.integer: pl.Int64,
        Kind.number: pl.Float64,
        Kind.truth: pl.Boolean,
    }
    columns: Sequence[Column] = view.node_columns if table == "nodes" else view.edge_columns
    names = columns_of(view, table)
    of_columns = {column.name: types.get(column.kind, pl.String) for column in columns}
    schema = {name: of_columns.get(name, pl.String) for name in names}
    days = [column.name for column in columns if column.kind is Kind.date]
    with tempfile.TemporaryDirectory(dir=path.parent) as place:
        lines = Path(place) / "rows.jsonl"
        with lines.open("w", encoding="utf-8", newline="\n") as stream:
            for row in rows_of(view, table):
                stream.write(json.dumps({name: row.get(name) for name in names}, ensure_ascii=False) + "\n")
        read = pl.scan_ndjson(lines, schema=schema) if lines.stat().st_size else pl.LazyFrame(schema=schema)
        read.with_columns(pl.col(days).str.to_date("%Y-%m-%d")).sink_parquet(path)


def _xlsx(view: View, table: str, path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=path.parent) as place:
        file = Path(place) / f"{table}.csv"
        _csv(view, table, file)
        workbook(file, path)
