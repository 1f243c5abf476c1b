"""The register's files: in either encoding, as CSV or zip, full or differences; whatever is no such file is refused, with the line and the column."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path

import pytest
from benchmarks.register import Row, made_up, number, write_register

from kg.errors import LinkError
from kg.link.corporate import match
from kg.link.corporations import Corporation
from kg.link.register import COLUMNS, NUMBER, entry, rows
from kg.settings import Limits
from tests.conftest import SHARED

SAMPLES = SHARED / "data" / "corporate"
with_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="needs the samples of the register in ../shared/data/corporate")
GOOD = Row(number(0), "社会福祉法人見本会", prefecture="埼玉県")


def written(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_text("".join(lines), encoding=encoding, newline="")
    return path


def test_a_file_says_the_same_as_csv_and_zip_and_in_both_encodings(tmp_path: Path) -> None:
    made = list(made_up(25))
    found = []
    for name, encoding in (("a.csv", "utf-8"), ("b.csv", "cp932"), ("c.csv", "utf-8-sig"), ("d.zip", "utf-8"), ("e.zip", "cp932")):
        write_register(tmp_path / name, made, encoding, rows_a_file=10)
        found.append([row for row, _, _ in rows([tmp_path / name], Limits())])
    assert len(found[0]) == 25
    assert all(one == found[0] for one in found)
    assert [where for _, where, line in rows([tmp_path / "d.zip"], Limits()) if line == 1] == [
        f"{tmp_path / 'd.zip'}!00_zenkoku_all_0{part}.csv" for part in (1, 2, 3)
    ]


@with_samples
def test_the_columns_are_those_of_the_register() -> None:
    assert json.loads((SAMPLES / "nta_30_columns.json").read_text(encoding="utf-8")) == list(COLUMNS)


@with_samples
def test_every_row_of_the_samples_is_read() -> None:
    """Two real files of differences, one in UTF-8 and one in Shift_JIS."""
    found: dict[str, list[object]] = {}
    for order, (row, name, line) in enumerate(rows(sorted(SAMPLES.glob("*.csv")), Limits())):
        found.setdefault(row[NUMBER], []).append(entry(row, name, line, order))
    assert sum(map(len, found.values())) == 5061


REFUSED = {
    "a header": (",".join(COLUMNS) + "\n" + GOOD.line(1), ":1", "corporate_number", "法人番号公表サイトの形式"),
    "a column less": (GOOD.line(1).replace(",0\n", "\n"), ":1", "29 columns", "列が 29"),
    "a column less far behind": (GOOD.line(1) * 1_500 + GOOD.line(1).replace(",0\n", "\n"), ":1501", "29 columns", "列が 29"),
    "columns in another order": (GOOD.line(1).replace(f"1,{GOOD.number},01", f"1,01,{GOOD.number}"), ":1", "corporate_number", "2 列目"),
    "no such day": (GOOD.line(1).replace("2018-04-02", "2018-02-30"), ":1", "update_date", "2018-02-30"),
    "a quote that does not end": (GOOD.line(1).replace(GOOD.name, "社会" + '"' + "x" * 200_000), ":1", "CSV", "CSV"),
    "an empty file": ("", "register.csv", "empty", "中身がありません"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_file_of_the_register_is_refused(tmp_path: Path, case: str) -> None:
    text, where, en, ja = REFUSED[case]
    with pytest.raises(LinkError) as refused:
        list(rows([written(tmp_path / "register.csv", text)], Limits()))
    assert refused.value.where.endswith(where)
    assert en in refused.value.in_language("en")
    assert ja in refused.value.in_language("ja")


def test_the_date_of_the_register_is_a_date(tmp_path: Path) -> None:
    file = written(tmp_path / "register.csv", GOOD.line(1) * 1_200, GOOD.line(1).replace("2018-04-02", "9999-99-99"))
    with pytest.raises(LinkError, match="update_date") as refused:
        match([file], [], (), Limits())
    assert refused.value.where.endswith(":1201")


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(GOOD.line(1).encode() + b"\xff\xfe\x00\x81")
    with pytest.raises(LinkError, match="Shift_JIS"):
        list(rows([tmp_path / "a.csv"], Limits()))


def test_a_damaged_or_empty_zip_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    write_register(tmp_path / "a.zip", made_up(3_000))
    content = bytearray((tmp_path / "a.zip").read_bytes())
    content[200:260] = bytes(60)
    (tmp_path / "a.zip").write_bytes(content)
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("readme.txt", "nothing here")
    for name, said in (("a.zip", "damaged"), ("b.zip", "no CSV"), ("c.zip", "no such file")):
        with pytest.raises(LinkError, match=said):
            list(rows([tmp_path / name], Limits()))


def test_a_file_beyond_the_limits_is_refused_before_memory_is_spent(tmp_path: Path) -> None:
    write_register(tmp_path / "a.zip", made_up(100))
    for limits in (Limits(register_bytes=1_000), Limits(line_bytes=20)):
        with pytest.raises(LinkError, match="too large"):
            list(rows([tmp_path / "a.zip"], limits))
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.csv", "x" * 5_000_000)  # one line
    with pytest.raises(LinkError, match="a line is too long"):
        list(rows([tmp_path / "b.zip"], Limits()))


def test_a_body_is_what_it_was_on_a_day(tmp_path: Path) -> None:
    history = [
        Row(GOOD.number, "株式会社旧", "301", "千葉県", latest="0"),
        Row(GOOD.number, "株式会社新", "301", "千葉県", process="11", change="2019-04-01", update="2019-04-05", latest="0"),
        Row(GOOD.number, "株式会社新", "301", "東京都", process="12", change="2020-04-01", update="2020-04-05"),
    ]
    write_register(tmp_path / "a.csv", reversed(history))
    body = Corporation.of(entry(row, name, line, line) for row, name, line in rows([tmp_path / "a.csv"], Limits()))
    assert [(e.name, e.prefecture) for e in map(body.on, map(dt.date.fromisoformat, ("2018-01-01", "2019-04-01", "2021-01-01")))] == [
        ("株式会社旧", "千葉県"),
        ("株式会社新", "千葉県"),
        ("株式会社新", "東京都"),
    ]
    assert [e.name for e in body.names()] == ["株式会社旧", "株式会社新"]
    assert body.current.prefecture == "東京都"
    assert not body.is_known_on(dt.date(2015, 1, 1))
