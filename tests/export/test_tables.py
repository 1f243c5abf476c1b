import csv
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from kg.errors import ExportError
from kg.export.tables import CsvWriter, export_csv, export_parquet, export_xlsx

HEADER = ("id", "text")
ROWS = [("e", "a\rb"), ("0012", "=1+1"), ("b", 'a "quoted", line\nbreak'), ("c", ""), ("d", "①（株）𠮷")]


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    writer = CsvWriter(tmp_path / "tables", {"things": HEADER})
    for row in ROWS:
        writer.write("things", row)
    writer.close()
    assert writer.counts == {"things": len(ROWS)}
    return tmp_path / "tables"


def test_csv_has_a_byte_order_mark_and_its_header(tables: Path, tmp_path: Path) -> None:
    (path,) = export_csv(tables, tmp_path / "out")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,text\n")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert [tuple(row) for row in csv.reader(stream)] == [HEADER, *ROWS]


def test_xlsx_keeps_text_as_text(tables: Path, tmp_path: Path) -> None:
    (path,) = export_xlsx(tables, tmp_path / "out")
    (sheet,) = openpyxl.load_workbook(path).worksheets
    shown = [tuple(str(cell.value or "").replace("_x000D_", "\r") for cell in row) for row in sheet.iter_rows()]
    assert shown == [HEADER, *ROWS]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_parquet_keeps_text_as_text(tables: Path, tmp_path: Path) -> None:
    (path,) = export_parquet(tables, tmp_path / "out")
    frame = pl.read_parquet(path)
    assert frame.columns == list(HEADER)
    assert frame.rows() == ROWS


def test_what_excel_cannot_hold_is_refused(tmp_path: Path) -> None:
    writer = CsvWriter(tmp_path / "tables", {"things": HEADER})
    writer.write("things", ("a", "x" * 32_768))
    writer.close()
    with pytest.raises(ExportError, match="32,767"):
        export_xlsx(tmp_path / "tables", tmp_path / "out")
