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
