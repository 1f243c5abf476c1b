"""The table as a workbook: laid out as a ministry lays it out, built from as from the source, its findings at their cells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook import Workbook

from kg import correction_form, spreadsheets
from kg.errors import Message
from kg.release.build import build
from kg.release.release import Release
from kg.release.validation import Validated, validate
from kg.settings import Limits, Settings
from kg.sources.workbook import returned_workbook
from kg.validate.engines.store.engine import StoreEngine
from kg.validate.findings import Finding
from kg.validate.report.workbook import SIGNS, write_workbook
from tests.conftest import Tables, read_records
from tests.test_same_table_other_file import fill, same

TITLE = "○○事業における取組状況等について【令和元年度開始分】（令和2年12月末現在）"
HEADER = "番号\t自治体名\t担当部署\t再委託先\t主な事業内容\t主な活動実績"
ITEM = "①高齢者に対し、社会福祉士が福祉サービスの利用に向けた相談支援を実施。"
GENRE = sorted((Path(__file__).resolve().parents[2] / "gold").glob("genre-*.txt"))


def validated(path: Path, place: Path) -> Validated:
    return validate(path, Settings(), StoreEngine(), place)


def written(path: Path, place: Path) -> tuple[Path, list[Finding]]:
    place.mkdir(exist_ok=True)
    found = validated(path, place)
    write_workbook(found.store, found.found.findings, place / "report.xlsx")
    return place / "report.xlsx", found.found.findings


@pytest.fixture(scope="module")
def report(release: Release, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Finding]]:
    return written(release.path, tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def book(report: tuple[Path, list[Finding]]) -> Workbook:
    return openpyxl.load_workbook(report[0])


def comment_of(cell: Cell | MergedCell) -> str:
    return cell.comment.text if cell.comment else ""


def ids(tables: Tables) -> set[str]:
    return {
        value
        for rows in tables.values()
        for row in rows
        for key, value in row.items()
        if key in {"intervention_id", "outcome_id", "commission_id"}
    }


def test_building_from_it_gives_the_same_records(report: tuple[Path, list[Finding]], embedded: Tables) -> None:
    got = read_records(report[0])
    assert ids(got) == ids(embedded)
    same(got, embedded)
    returned = returned_workbook(report[0], Limits())
    assert returned is not None
    assert returned.form is not None
    assert (returned.changes, returned.form.rows, returned.form.missing) == ((), (), ())
    assert [document.name for document in returned.documents] == ["moj-model-projects-2020-12.txt"]


def test_it_is_laid_out_as_the_ministry_does(book: Workbook) -> None:
    assert book.sheetnames == ["平成30年度開始分", "令和元年度開始分", "所見", "訂正", "項目", "符号", correction_form.HIDDEN]
    sheet = book["平成30年度開始分"]
    assert str(sheet["A1"].value).startswith("地域再犯防止推進モデル事業における取組状況等について")
    assert [cell.value for cell in sheet[2]][:5] == ["番号", "自治体名", "担当部署", "再委託先", "モデル事業の取組"]
    assert [cell.value for cell in sheet[3]][4:] == ["主な事業内容", "主な活動実績"]
    assert [str(cell.value)[:8] for cell in sheet[4]] == ["1", "北海道", "環境生活部 道民", "—", "①地域における再", "■推進会議開催回"]
    assert (sheet.freeze_panes, sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("C4", "landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert "fitToPage=True" in "".join(repr(sheet.sheet_properties.pageSetUpPr).split())
    assert book[correction_form.HIDDEN].sheet_state == "hidden"
    numbers = [cell.value for name in book.sheetnames[:2] for (cell,) in book[name].iter_rows(max_col=1) if str(cell.value).isdigit()]
    assert numbers == [str(number) for number in [*range(1, 31), *range(1, 7)]]


def test_every_finding_is_in_the_comment_of_its_cell_and_in_the_list(report: tuple[Path, list[Finding]], book: Workbook) -> None:
    findings, listed = report[1], book["所見"]
    assert len(findings) > 20
    assert listed.max_row == len(findings) + 1
    assert listed.auto_filter.ref == f"A1:K{len(findings) + 1}"
    for row, finding in enumerate(findings, start=2):
        assert listed.cell(row, 6).value == finding.message.ja
        if finding.place and finding.place.fragment:  # a row of another document, which the table does not hold
            assert listed.cell(row, 5).value == finding.place.label()
            continue
        sheet, _, where = str(listed.cell(row, 5).value).rpartition("!")
        link = listed.cell(row, 5).hyperlink
        assert link is not None
        assert link.location == f"'{sheet}'!{where}"
        cell = book[sheet][where]
        assert f"{SIGNS[finding.severity]}{finding.message.ja}" in comment_of(cell)
        assert finding.message.en in comment_of(cell)
        assert str(listed.cell(row, 8).value).removesuffix("…") in str(cell.value)
        assert cell.fill.fgColor.rgb != "00000000"
        assert cell.border.left.style in {"thick", "mediumDashed", "dotted"}
    assert sum(cell.comment is not None for name in book.sheetnames[:2] for row in book[name].iter_rows() for cell in row) <= len(findings)


def test_several_findings_of_one_cell_are_all_told_the_gravest_first(
    report: tuple[Path, list[Finding]], release: Release, tmp_path: Path
) -> None:
    finding = next(finding for finding in report[1] if finding.severity == "info")
    graver = replace(
        finding, severity="violation", message=Message("甲が違います。", "A is wrong."), repair=Message("乙に直す。", "Make it B.")
    )
    write_workbook(release.store(), [finding, graver], tmp_path / "t.xlsx")
    (cell,) = (
        cell
        for sheet in openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    )
    assert comment_of(cell).startswith("【違反】甲が違います。\n→ 乙に直す。\n\n【注記】")
    assert comment_of(cell).index(finding.message.ja) < comment_of(cell).index("[violation] A is wrong.")
    assert cell.fill.fgColor.rgb == "00F8D0CB"


def test_each_item_is_listed_with_its_codes(book: Workbook, embedded: Tables) -> None:
    sheet = book["項目"]
    keys = [str(cell.value) for (cell,) in sheet.iter_rows(min_row=2, max_col=1)]
    want = [row[f"{kind}_id"].partition("/id/")[2] for kind in ("intervention", "outcome") for row in embedded[f"{kind}s"]]
    assert sorted(keys) == sorted(want)
    row = embedded["interventions"][0]
    line = [cell.value for cell in sheet[keys.index(row["intervention_id"].partition("/id/")[2]) + 2]]
    assert [part.rpartition("（")[2].rstrip("）") for part in str(line[7]).split("\n")] == row["types"].split(";")
    assert line[6] == row["text"]


def test_what_may_be_chosen_are_the_codes(book: Workbook) -> None:
    codes = book["符号"]
    for column, entry in enumerate(correction_form.PROPERTIES, start=1):
        assert codes.cell(1, column).value == entry.label_ja
        assert str(codes.cell(2, column).value).endswith("）")
    validations = book["訂正"].data_validations.dataValidation
    assert len(validations) == 4
    assert {str(v.sqref).split(":")[0] for v in validations} == {"A10", "D10", "F10", "G10"}
    assert [str(cell.value).split("\n")[0] for cell in book["訂正"][9]] == [ja for _, ja, _ in correction_form.COLUMNS]


def test_the_same_graph_gives_the_same_bytes(report: tuple[Path, list[Finding]], release: Release, tmp_path: Path) -> None:
    write_workbook(release.store(), report[1], tmp_path / "report.xlsx")
    assert (tmp_path / "report.xlsx").read_bytes() == report[0].read_bytes()


@pytest.mark.parametrize("source", GENRE, ids=lambda path: path.stem)
def test_other_tables_come_back_the_same(source: Path, tmp_path: Path) -> None:
    path, _ = written(source, tmp_path / "report")
    want = read_records(source)
    got = read_records(path)
    assert ids(got) == ids(want)
    same(got, want)


@pytest.mark.parametrize("name", ["t.csv", "t.tsv"])
def test_quotes_and_line_ends_of_cells_come_back(tmp_path: Path, name: str) -> None:
    mark = "," if name == "t.csv" else "\t"
    rows = [
        [TITLE],
        [*HEADER.split("\t")],
        ["1", "熊本県", "福祉課", "—", f'{ITEM}\n②「"再犯"防止」の研修会を開催。', "=1+1\r\n■相談 計5人"],
    ]
    quoted = ['"' + f'"{mark}"'.join(cell.replace('"', '""') for cell in row) + '"' for row in rows]
    (tmp_path / name).write_text("\r\n".join(quoted) + "\r\n", encoding="utf-8", newline="")
    path, _ = written(tmp_path / name, tmp_path / "report")
    cells = list(openpyxl.load_workbook(path).worksheets[0][3])
    assert [cell.value for cell in cells][4:] == [f'{ITEM}\n②「"再犯"防止」の研修会を開催。', "=1+1\n■相談 計5人"]
    assert {cell.data_type for cell in cells} == {"s"}
    assert ids(read_records(path)) == ids(read_records(tmp_path / name))


def test_a_merged_workbook_comes_back_as_it_was(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    rows: list[list[str | None]] = [
        [TITLE], [*HEADER.split("\t")],
        ["1", "熊本県", "福祉課", "(社福) 見本会", ITEM, "■相談 計5人"], [None, None, None, None, "②研修会を開催。", "■研修会 計3回"],
    ]  # fmt: skip
    sheet = book.worksheets[0]
    fill(sheet, rows, merge=True)
    sheet.title = "所見"
    last = sheet.max_row
    sheet.merge_cells(start_row=last - 1, end_row=last, start_column=4, end_column=4)
    book.save(tmp_path / "t.xlsx")
    path, _ = written(tmp_path / "t.xlsx", tmp_path / "report")
    again = openpyxl.load_workbook(path)
    assert again.sheetnames[:2] == ["所見", "所見 (2)"]
    assert {str(area) for area in again.worksheets[0].merged_cells.ranges} >= {f"D{last - 1}:D{last}", f"B{last - 1}:B{last}"}
    want = read_records(tmp_path / "t.xlsx")
    assert [row["contractor"] for row in want["commissions"]] == ["社会福祉法人見本会"] * 2
    same(read_records(path), want)


@pytest.mark.full
def test_a_report_of_a_report_is_the_same_table(report: tuple[Path, list[Finding]], embedded: Tables, tmp_path: Path) -> None:
    release = build([report[0]], tmp_path / "release", Settings(all_places=False))
    path, _ = written(release.path, tmp_path / "report")
    same(read_records(path), embedded)


def test_titles_of_sheets_are_what_excel_takes() -> None:
    taken: set[str] = set()
    wanted = ["a/b[c]:*?", "'x'", "", "あ" * 40, "あ" * 40, "X"]
    titles = [spreadsheets.sheet_title(title, taken) for title in wanted]
    assert titles == ["a b c", "x", "Sheet", "あ" * 31, "あ" * 25 + " (2)", "X (2)"]
