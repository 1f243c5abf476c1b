import codecs
from pathlib import Path

import pytest

from kg.errors import SourceEncodingError, SourceFormatError
from kg.sources.encoding import encoding_of

TEXT = "自治体名\t担当部署\r\n1 北海道\t道民生活課\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("cp932"), "cp932"),
        (TEXT.encode("utf-16"), "utf-16"),
        (b"plain ascii", "utf-8"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, data: bytes, encoding: str) -> None:
    path = tmp_path / "table.txt"
    path.write_bytes(data)
    assert encoding_of(path) == encoding


def test_an_encoding_that_nothing_fits_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_bytes("一行目\n".encode() + b"\xff\xfe\x80 broken\n")
    with pytest.raises(SourceEncodingError) as caught:
        encoding_of(path)
    assert caught.value.where == "table.txt:2"
    assert "UTF-8" in caught.value.in_language("ja")


def test_binary_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_bytes(b"\x7fELF\0\0\0")
    with pytest.raises(SourceFormatError):
        encoding_of(path)


def test_a_character_cut_by_a_chunk_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_text("x" + "再" * 70_000, encoding="utf-8")
    assert encoding_of(path) == "utf-8"
