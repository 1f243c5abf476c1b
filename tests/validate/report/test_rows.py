"""The row that a finding stands in is the source's own row, character for character, under the right columns."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from kg import resources
from kg.store.embedded import EmbeddedStore
from kg.validate.findings import Finding, Place
from kg.validate.report.rows import COLUMNS, Rows
from tests.validate.report.made import document_of, findings_of, rows_of, store_of

SOURCE = resources.path(resources.EMBEDDED_SOURCE).read_bytes().decode()


@pytest.fixture(scope="module")
def every(store: EmbeddedStore) -> dict[int, list[tuple[int, str, tuple[str, ...]]]]:
    """Offset, text and columns of all cells of the embedded table, by line."""
    iri, name = document_of(store)
    places = [Place(name, iri, line, 1, "", 0, 0) for line in range(1, SOURCE.count("\n") + 2)]
    rows = Rows.of(store, places)
    return {place.row: [(cell.start, cell.text, cell.columns) for row in rows.at(place) for cell in row.cells] for place in places}


def test_every_cell_is_the_source_s_own_text(every: dict[int, list[tuple[int, str, tuple[str, ...]]]]) -> None:
    for number, line in enumerate(SOURCE.split("\n"), start=1):
        assert [text for _, text, _ in every[number]] == [cell.strip() for cell in line.split("\t") if cell.strip()], number
        assert all(SOURCE[start : start + len(text)] == text for start, text, _ in every[number])
    assert sum(map(len, every.values())) > 300


@pytest.mark.parametrize(
    ("line", "spans"),
    [
        (7, [(0, 1), (2, 2), (3, 3), (4, 4), (5, 5)]),  # number and government share a cell
        (8, [(3, 3), (4, 4), (5, 5)]),  # the government above goes on
        (42, [(3, 3), (4, 4), (5, 5)]),  # one column to the left
        (54, [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]),
        (55, [(3, 3), (4, 4), (5, 5)]),  # a leaked row, of which no cell says what it is
        (66, [(0, 0), (1, 2), (3, 3), (4, 4), (5, 5)]),  # government and department share a cell
        (3, None),  # a title
        (5, None),  # column names
    ],
)
def test_columns(store: EmbeddedStore, line: int, spans: list[tuple[int, int]] | None) -> None:
    iri, name = document_of(store)
    place = Place(name, iri, line, 1, "", 0, 0)
    (row,) = Rows.of(store, [place]).at(place)
    assert row.spans == (None if spans is None else tuple(spans))


def test_the_quote_of_each_finding_is_what_stands_there(findings: list[Finding], store: EmbeddedStore) -> None:
    rows = Rows.of(store, [finding.place for finding in findings])
    assert len(findings) == 29
    for finding in findings:
        assert finding.place
        quote, between = rows.quote(finding.place), SOURCE[finding.place.start : finding.place.end]
        assert quote.split() == between.split()
        assert finding.kind != "name-suspect" or quote == between


def test_a_place_that_runs_over_several_lines_has_them_all(store: EmbeddedStore) -> None:
    iri, name = document_of(store)
    start, end = SOURCE.index("(株) ピーアールセンター"), SOURCE.index("福祉保険部 福祉保険課")
    place = Place(name, iri, 8, 3, "", start, end)
    rows = Rows.of(store, [place])
    assert [row.number for row in rows.at(place)] == [8, 9]
    assert rows.quote(place).split() == SOURCE[start:end].split()


def test_a_place_without_a_row_has_none(store: EmbeddedStore) -> None:
    iri, name = document_of(store)
    for place in (
        None,
        Place(name, iri, 0, 0, "", 0, 1),
        Place(name, iri, 10_000, 1, "", 0, 1),
        Place(name, "urn:other", 7, 1, "", 95, 97),
    ):
        rows = Rows.of(store, [place])
        assert rows.at(place) == ()
        assert rows.quote(place) == ""


HEADER = ["番号", "自治体名", "担当部署", "再委託先", "主な事業内容", "主な活動実績"]
TITLE = "地域再犯防止推進モデル事業における取組状況等について【平成30年度開始分】（令和2年12月末現在）"


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedStore:
    """Two sheets with the same rows and a cell merged over two of them."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet, government, word in (("表!1", "千葉県", "𠮷野家労務場留置"), ("表2", "東京都", "労務場留置")):
        page = book.create_sheet(sheet)
        page.append([TITLE])
        page.append(HEADER)
        page.append([1, government, "健康福祉部", "—", f"①{word}の者に\n相談支援を実施。", "■相談件数 計3件"])
        page.append([None, None, None, "(特非) 支援の会", "②研修会を実施。", "■研修会開催回数 計4回"])
        page.merge_cells("C3:C4")
    path = tmp_path_factory.mktemp("book") / "表.xlsx"
    book.save(path)
    return store_of(Path(path))


def test_rows_of_a_workbook_are_told_apart_by_sheet(workbook: EmbeddedStore) -> None:
    suspects = [finding for finding in findings_of(workbook) if finding.kind == "name-suspect"]
    assert {finding.place.cell for finding in suspects if finding.place} == {"表!1!E3", "表2!E3"}
    rows = Rows.of(workbook, [finding.place for finding in suspects])
    for finding in suspects:
        (row,) = rows.at(finding.place)
        assert row.spans == tuple((column, column) for column in range(len(COLUMNS)))
        assert row.cells[1].text == finding.government
        assert row.cells[4].text.endswith("の者に\n相談支援を実施。")
        assert rows.quote(finding.place) == "労務場留置"


def test_the_row_of_a_workbook_is_the_one_of_the_cell(workbook: EmbeddedStore) -> None:
    asked = "SELECT ?d { ?d <https://w3id.org/tsunagi/ontology#fileName> ?n }"
    ((iri,),) = rows_of(workbook, asked)
    place = Place("表.xlsx", iri, 4, 4, "表2!D4", 0, 4)
    (row,) = Rows.of(workbook, [place]).at(place)
    assert [cell.cell for cell in row.cells] == ["表2!D4", "表2!E4", "表2!F4"]
    assert row.quote(place) == "(特非)"
