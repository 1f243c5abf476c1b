import zipfile
from pathlib import Path

import openpyxl
import pytest

from kg.errors import SourceError, SourceFormatError, SourceMissingError, SourceTooLargeError
from kg.settings import Limits
from kg.sources.reader import open_source


def test_the_format_is_found_by_ending_and_content(tmp_path: Path) -> None:
    for name, text, found in [
        ("a.txt", "x\ty", "text"),
        ("a.csv", "x,y", "csv"),
        ("a.tsv", "x\ty", "tsv"),
        ("b.csv", "x\ty", "tsv"),
        ("noending", "a,b\nc,d\n", "csv"),
    ]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert open_source(path).format == found


@pytest.mark.parametrize(("head", "word"), [(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"), (b"%PDF-1.7\n", "PDF")])
def test_what_cannot_be_read_says_what_to_do(tmp_path: Path, head: bytes, word: str) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(head + b"\0" * 100)
    with pytest.raises(SourceFormatError, match=word):
        open_source(path)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.txt", tmp_path):
        with pytest.raises(SourceMissingError) as caught:
            open_source(path)
        assert caught.value.where == str(path)


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["自治体名"])
    book.save(path)
    return path


def test_a_workbook_with_a_doctype_is_refused(tmp_path: Path) -> None:
    good = workbook(tmp_path / "good.xlsx")
    bad = tmp_path / "bad.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as sink:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "xl/workbook.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "b">]>' + content
            sink.writestr(part, content)
    with pytest.raises(SourceFormatError, match="DOCTYPE"):
        list(open_source(bad).rows())


def test_a_zip_without_workbook_and_a_workbook_that_unpacks_to_too_much(tmp_path: Path) -> None:
    empty = tmp_path / "t.xlsx"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("hello.txt", "x")
    with pytest.raises(SourceError):
        list(open_source(empty).rows())
    with pytest.raises(SourceTooLargeError):
        list(open_source(workbook(tmp_path / "big.xlsx"), Limits(workbook_bytes=10)).rows())


def saved(path: Path, *rows: list[object]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_a_formula_without_its_result_is_refused_at_its_cell(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", ["1", "北海道", "道民生活課", "—", "①会議を開催。", '="■会議 "&5&"回"'])
    with pytest.raises(SourceFormatError) as caught:
        list(open_source(path).rows())
    assert caught.value.where == "t.xlsx Sheet!F1"


def test_a_stray_format_far_below_costs_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["1", "北海道"])
    book.worksheets[0]["XFD1048576"].number_format = "0.00"
    book.save(tmp_path / "t.xlsx")
    assert len(list(open_source(tmp_path / "t.xlsx").rows())) == 1


def test_what_stands_right_of_the_table_is_not_lost_silently(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", ["1", *[None] * 120, "x"])
    with pytest.raises(SourceTooLargeError):
        list(open_source(path).rows())


def test_a_cell_at_the_limit_of_a_spreadsheet_program_is_named_with_its_length(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", ["1", "北海道", "道民生活課", "—", "①" + "会" * 32_766])
    with pytest.raises(SourceTooLargeError, match=r"cell 5 of the row .* has 32,767 characters, more than 20,000") as caught:
        list(open_source(path).rows())
    assert caught.value.where == "t.xlsx Sheet!E1"


def test_a_merged_area_over_the_whole_sheet_is_refused(tmp_path: Path) -> None:
    good = saved(tmp_path / "good.xlsx", ["1", "北海道"])
    bad = tmp_path / "bad.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as sink:
        for part in source.infolist():
            content = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(
                    b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A4:XFD1048576"/></mergeCells>'
                )
            sink.writestr(part, content)
    with pytest.raises(SourceFormatError, match="merged area"):
        list(open_source(bad).rows())


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    assert open_source(saved(tmp_path / "t.xlsx", ["1"]).rename(tmp_path / "no ending")).format == "xlsx"
    assert len(list(open_source(tmp_path / "no ending").rows())) == 1


def test_a_damaged_stream_in_a_workbook_is_an_error(tmp_path: Path) -> None:
    data = bytearray(saved(tmp_path / "t.xlsx", ["1"] * 50).read_bytes())
    at = data.index(b"xl/worksheets/sheet1.xml") + 60
    data[at : at + 20] = b"\xff" * 20
    (tmp_path / "t.xlsx").write_bytes(bytes(data))
    with pytest.raises(SourceError):
        list(open_source(tmp_path / "t.xlsx").rows())
