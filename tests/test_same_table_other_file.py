"""The same table as CSV, TSV and XLSX gives the same records as the text copy, spans apart."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kg.sources.cells import DataRow, HeaderRow, TitleRow
from kg.sources.reader import open_source
from kg.text.width import fold
from tests.conftest import Tables, read_records

COLUMNS = ("number", "government", "department", "contractor", "interventions", "results")
HEADER = ["番号", "自治体名", "担当部署", "再委託先", "主な事業内容", "主な活動実績"]


def clean_rows(source: Path) -> list[list[str | None]]:
    """The table as an official would lay it out: one cell a column, titles alone, None where a cell continues the one above."""
    rows: list[list[str | None]] = []
    for row in open_source(source).rows():
        if isinstance(row, TitleRow):
            rows += [[row.raw.raw.strip()], list(HEADER)]
        elif isinstance(row, DataRow):
            rows.append([row.pieces[c].raw().strip() if c in row.pieces else None for c in COLUMNS])
    return rows


def comparable(tables: Tables, name: str) -> Counter[tuple[tuple[str, str], ...]]:
    """Rows without spans; white space at line breaks and the width of characters do not count."""
    return Counter(
        tuple((k, "".join(fold(v).split())) for k, v in row.items() if not k.startswith("source_") and k != "finding_id")
        for row in tables[name]
    )


def same(got: Tables, want: Tables) -> None:
    for name in ("projects", "commissions", "interventions", "outcomes"):
        assert comparable(got, name) == comparable(want, name), name
    layout = {"shifted-column"}
    got, want = ({**tables, "findings": [row for row in tables["findings"] if row["kind"] not in layout]} for tables in (got, want))
    assert comparable(got, "findings") == comparable(want, "findings")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory, source_text: str) -> list[list[str | None]]:
    path = tmp_path_factory.mktemp("table") / "t.txt"
    path.write_text(source_text, encoding="utf-8", newline="")
    return clean_rows(path)


def built(path: Path) -> Tables:
    return read_records(path)


@pytest.mark.parametrize(
    ("delimiter", "name", "encoding"),
    [(",", "t.csv", "utf-8"), (",", "t.csv", "utf-8-sig"), ("\t", "t.tsv", "utf-8"), (",", "t.csv", "cp932")],
)
def test_csv_and_tsv(tmp_path: Path, embedded: Tables, table: list[list[str | None]], delimiter: str, name: str, encoding: str) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(
        [[cell or "" for cell in row] for row in table]
    )
    text = stream.getvalue().replace("—", "―") if encoding == "cp932" else stream.getvalue()
    (tmp_path / name).write_bytes(text.encode(encoding))
    tables = built(tmp_path / name)
    same(tables, embedded)
    decoded = text
    for row in tables["outcomes"]:
        if row["value"]:
            assert decoded[int(row["source_start"])].isdigit()
    assert tables["passages"][-1]["source_end"] == str(len(decoded))


def test_line_breaks_inside_csv_cells(tmp_path: Path, embedded: Tables, table: list[list[str | None]]) -> None:
    stream = io.StringIO()
    broken = [[(cell or "").replace(" ■", "\n■").replace("。 ", "。\n") for cell in row] for row in table]
    csv.writer(stream, lineterminator="\n").writerows(broken)
    (tmp_path / "t.csv").write_text(stream.getvalue(), encoding="utf-8", newline="")
    same(built(tmp_path / "t.csv"), embedded)


def fill(sheet: Worksheet, rows: list[list[str | None]], *, merge: bool) -> None:
    """Write rows; with ``merge``, government and department are merged over the rows that continue them, and the header has two rows."""
    begins: dict[int, int] = {}

    def close(column: int, last: int) -> None:
        if column in begins and last > begins[column]:
            sheet.merge_cells(start_row=begins[column], end_row=last, start_column=column, end_column=column)
        begins.pop(column, None)

    for row in rows:
        if row == HEADER and merge:
            sheet.append([*HEADER[:4], "モデル事業の取組"])
            at = sheet.max_row
            sheet.merge_cells(start_row=at, end_row=at, start_column=5, end_column=6)
            sheet.append([None, None, None, None, *HEADER[4:]])
            continue
        sheet.append([int(cell) if index == 0 and cell and cell.isdigit() else cell for index, cell in enumerate(row)])
        at = sheet.max_row
        for column in (1, 2, 3):
            value = row[column - 1] if len(row) > 1 else None
            if len(row) == 1 or value is not None:
                close(column, at - 1)
            if len(row) > 1 and value is not None and merge:
                begins[column] = at
        if len(row) > 1 and row[1] is not None and row[2] is None:
            close(3, at)
    for column in (1, 2, 3):
        close(column, sheet.max_row)


@pytest.mark.parametrize("merge", [False, True], ids=["plain", "merged cells and two header rows"])
@pytest.mark.parametrize("sheets", [1, 2], ids=["one sheet", "a sheet a cohort"])
def test_workbooks(tmp_path: Path, embedded: Tables, table: list[list[str | None]], merge: bool, sheets: int) -> None:
    book = openpyxl.Workbook()
    second = [index for index, row in enumerate(table) if len(row) == 1][1]
    parts = [table] if sheets == 1 else [table[:second], table[second:]]
    for index, part in enumerate(parts):
        fill(book.worksheets[0] if index == 0 else book.create_sheet("令和元年度"), part, merge=merge)
    book.worksheets[0].title = "平成30年度"
    hidden = book.create_sheet("隠し")
    hidden.append(["1", "北海道", "x課", "—", "①会議を開催。", "■会議 1回"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "t.xlsx")
    tables = built(tmp_path / "t.xlsx")
    hidden_ones = [row for row in tables["findings"] if "非表示のシート「隠し」" in row["message_ja"]]
    assert [row["source_start"] for row in hidden_ones] == ["隠し!A1:0"]
    tables["findings"] = [row for row in tables["findings"] if row not in hidden_ones]
    same(tables, embedded)
    places_lead_to_cells(tmp_path / "t.xlsx", tables)


def places_lead_to_cells(path: Path, tables: Tables) -> None:
    book = openpyxl.load_workbook(path)
    for row in tables["outcomes"]:
        place, _, offset = row["source_start"].rpartition(":")
        title, _, address = place.rpartition("!")
        words = str(book[title][address].value)[int(offset) :]
        assert words.startswith(row["quote"][:1]) if not row["value"] else words[0].isdigit()
    covered: dict[str, int] = {}
    for row in tables["passages"]:
        place, _, offset = row["source_start"].rpartition(":")
        assert covered.get(place, 0) == int(offset)
        covered[place] = int(row["source_end"].rpartition(":")[2])
    for worksheet in book.worksheets:
        filled = [
            cell for cells in worksheet.iter_rows() for cell in cells if cell.value is not None and worksheet.sheet_state == "visible"
        ]
        for cell in filled:
            assert covered[f"{worksheet.title}!{cell.coordinate}"] == len(str(cell.value))


def test_headers_in_a_workbook_are_headers(tmp_path: Path, table: list[list[str | None]]) -> None:
    book = openpyxl.Workbook()
    fill(book.worksheets[0], table, merge=True)
    book.save(tmp_path / "t.xlsx")
    assert sum(isinstance(row, HeaderRow) for row in open_source(tmp_path / "t.xlsx").rows()) == 4
