import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from pyoxigraph import Literal

from kg.errors import ExportError
from kg.export.tables import export_csv, export_parquet, export_xlsx
from kg.queries.stored import stored_queries
from kg.store.port import Solutions, Store, Term

TABLE = "interventions"
COLUMNS = stored_queries("table")[TABLE].returns
VALUES = ["a\rb", "=1+1", 'a "quoted", line\nbreak', "", "①（株）𠮷", "0012"]
Export = Callable[[Store, Path], list[Path]]


class Fake:
    """A store that answers the query of one table with rows of its own, last row first, and all others with none."""

    def __init__(self, texts: list[str], types: str = "") -> None:
        self.texts = texts
        self.types = types

    def query(self, text: str) -> Solutions:
        query = next(query for query in stored_queries("table").values() if query.text == text)
        variables = (*query.returns, *(name for name in query.order if name not in query.returns))
        rows: list[tuple[Term | None, ...]] = []
        for number, value in reversed(list(enumerate(self.texts if query.slug == TABLE else []))):
            known = {"intervention_id": f"x/{number}", "text": value, "types": self.types, "document": "t", "start": str(number)}
            rows.append(tuple(Literal(known[name]) if known.get(name) else None for name in variables))
        return Solutions(variables, iter(rows))


def only(paths: list[Path]) -> Path:
    assert [path.stem for path in paths if path.suffix != ".json"] == list(stored_queries("table"))
    return next(path for path in paths if path.stem == TABLE)


def want() -> list[tuple[str, ...]]:
    rows = [{"intervention_id": f"x/{number}", "text": value} for number, value in enumerate(VALUES)]
    return [COLUMNS, *(tuple(row.get(name, "") for name in COLUMNS) for row in rows)]


def test_csv_has_a_byte_order_mark_and_its_header(tmp_path: Path) -> None:
    path = only(export_csv(Fake(VALUES), tmp_path / "out"))
    assert path.read_bytes().startswith(b"\xef\xbb\xbfintervention_id,commission_id,")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert [tuple(row) for row in csv.reader(stream)] == want()


def test_xlsx_keeps_text_as_text(tmp_path: Path) -> None:
    (sheet,) = openpyxl.load_workbook(only(export_xlsx(Fake(VALUES), tmp_path / "out"))).worksheets
    shown = [tuple(str(cell.value or "").replace("_x000D_", "\r") for cell in row) for row in sheet.iter_rows()]
    assert shown == want()
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_parquet_keeps_text_as_text(tmp_path: Path) -> None:
    frame = pl.read_parquet(only(export_parquet(Fake(VALUES), tmp_path / "out")))
    assert [tuple(frame.columns), *frame.rows()] == want()


def test_several_values_and_rows_stand_in_natural_order(tmp_path: Path) -> None:
    path = only(export_csv(Fake([str(number) for number in range(12)], types="b-10;a;b-9"), tmp_path / "out"))
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["text"] for row in rows] == [str(number) for number in range(12)]
    assert {row["types"] for row in rows} == {"a;b-9;b-10"}


def test_what_excel_cannot_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="32,767"):
        export_xlsx(Fake(["x" * 32_768]), tmp_path / "out")


@pytest.mark.parametrize("export", [export_csv, export_xlsx, export_parquet])
def test_nothing_but_the_tables_and_what_describes_them_is_left_behind(tmp_path: Path, export: Export) -> None:
    written = export(Fake(VALUES), tmp_path / "out")
    assert sorted(written) == sorted((tmp_path / "out").iterdir())
