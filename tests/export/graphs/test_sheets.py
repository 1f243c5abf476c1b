import csv
import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pandas as pd
import polars as pl
import pytest
from tests.export.graphs import want
from tests.export.graphs.small import small_store

from kg.errors import ExportError
from kg.export.graphs.chosen import chosen_view
from kg.export.graphs.columns import Column, Kind, written
from kg.export.graphs.sheets import write_csv, write_parquet, write_xlsx
from kg.export.graphs.views import View
from kg.settings import BASE

KEYS = {"nodes": ["id"], "edges": ["id", "source", "target"]}
Table = list[want.Texts]


def tables(view: View) -> dict[str, Table]:
    nodes = [{"id": node.id, **want.texts(node.values)} for node in view.nodes()]
    return {"nodes": nodes, "edges": [{"id": e.id, "source": e.source, "target": e.target, **want.texts(e.values)} for e in view.edges()]}


def columns(view: View, table: str) -> list[str]:
    return [*KEYS[table], *(column.name for column in (view.node_columns if table == "nodes" else view.edge_columns))]


def test_pandas_reads_every_node_and_edge_of_the_csv(view: View, tmp_path: Path) -> None:
    files = write_csv(view, tmp_path / "out")
    assert sorted(files) == sorted((tmp_path / "out").iterdir())
    for table, wanted in tables(view).items():
        frame = pd.read_csv(tmp_path / "out" / f"{table}.csv", dtype=str, keep_default_na=False)
        assert list(frame.columns) == columns(view, table)
        found = [{str(name): str(value) for name, value in row.items() if value} for row in frame.to_dict("records")]
        assert [without_returns(row) for row in found] == [without_returns(row) for row in wanted]


def without_returns(row: want.Texts) -> want.Texts:
    return {name: re.sub("\r\n?", "\n", value) for name, value in row.items()}  # pandas reads every line end as its own


def test_python_reads_every_character_of_the_csv(view: View, tmp_path: Path) -> None:
    write_csv(view, tmp_path)
    for table, wanted in tables(view).items():
        assert (tmp_path / f"{table}.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
        with (tmp_path / f"{table}.csv").open(encoding="utf-8-sig", newline="") as stream:
            assert [{name: value for name, value in row.items() if value} for row in csv.DictReader(stream)] == wanted


def test_parquet_holds_numbers_truth_days_and_lists_as_such(view: View, tmp_path: Path) -> None:
    write_parquet(view, tmp_path)
    told = [dict(node.values) for node in view.nodes()], [dict(edge.values) for edge in view.edges()]
    for table, of_view, wanted in zip(KEYS, (view.node_columns, view.edge_columns), told, strict=True):
        frame = pl.read_parquet(tmp_path / f"{table}.parquet")
        assert frame.columns == columns(view, table)
        kinds = {
            Kind.integer: pl.Int64,
            Kind.number: pl.Float64,
            Kind.truth: pl.Boolean,
            Kind.date: pl.Date,
            Kind.texts: pl.List(pl.String),
        }
        assert [frame.schema[column.name] for column in of_view] == [kinds.get(column.kind, pl.String) for column in of_view]
        read = [{name: value for name, value in row.items() if value is not None} for row in frame.to_dicts()]
        assert [values(row, of_view) for row in read] == wanted


def values(row: dict[str, object], of_view: Sequence[Column]) -> dict[str, object]:
    found = {column.name: row[column.name] for column in of_view if column.name in row}
    return {
        name: tuple(value) if isinstance(value, list) else value.isoformat() if isinstance(value, dt.date) else value
        for name, value in found.items()
    }


def test_workbooks_hold_text(views: dict[str, View], tmp_path: Path) -> None:
    view = views["network"]
    write_xlsx(view, tmp_path)
    for table, wanted in tables(view).items():
        (sheet,) = openpyxl.load_workbook(tmp_path / f"{table}.xlsx").worksheets
        header, *rows = sheet.iter_rows(values_only=True)
        assert list(header) == columns(view, table)
        assert [{str(name): str(value) for name, value in zip(header, row, strict=True) if value} for row in rows] == wanted


def test_what_excel_cannot_hold_is_refused(tmp_path: Path) -> None:
    view = chosen_view(small_store({"long": "x" * 32_768}), BASE, "network", {}, "ja")
    with pytest.raises(ExportError, match="32,767"):
        write_xlsx(view, tmp_path)


def test_what_must_not_be_concluded_stands_beside_the_tables(view: View, tmp_path: Path) -> None:
    write_csv(view, tmp_path)
    lines = (tmp_path / "README.txt").read_text(encoding="utf-8")
    assert all(message.ja in lines and message.en in lines for message in (view.title, *view.cautions))


def test_values_that_hold_the_separator_can_be_taken_apart() -> None:
    assert written(("one; two;three", "four")).split(";") == ["one； two；three", "four"]
