"""``kg link update``: against a site on this machine, which nobody else is asked in place of; a file that is not what we know changes nothing."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from benchmarks.register import made_up, write_register

from kg import resources
from kg.errors import DownloadError
from kg.link.refresh.downloads import COLUMNS, Download, is_allowed, read_downloads
from kg.link.refresh.record import read_record
from kg.link.refresh.update import update
from kg.settings import Limits
from tests.conftest import SHARED
from tests.forking import kg
from tests.link.site import PAGE, Site, served

TODAY = dt.date(2026, 11, 30)
OURS = read_downloads(resources.path("data/downloads.csv"))
CODES = SHARED / "data" / "codes"
with_codes = pytest.mark.skipif(not CODES.is_dir(), reason="needs the public data in ../shared/data/codes")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    register = tmp_path / "register.zip"
    write_register(register, list(made_up(30)), "utf-8", rows_a_file=30)
    made = Site(
        {"/register": register.read_bytes()},
        {"/register": {"Content-Disposition": "attachment; filename*=utf-8'ja'00_zenkoku_all_20261130.zip"}},
    )
    with served(made) as running:
        yield running


def here(key: str, site: Site, path: str) -> Download:
    """A download of ours, from the site on this machine."""
    return replace(OURS[key], address=site.address + path)


def sent(site: Site, key: str, header: str, *rows: str) -> Download:
    site.files["/file"] = "\n".join((header, *rows, "")).encode()
    return here(key, site, "/file")


def test_the_table_names_a_page_a_licence_and_https_for_each() -> None:
    assert len(OURS) >= 5
    for one in OURS.values():
        assert all((one.name_ja, one.name_en, one.licence, one.columns))
        assert all(address.startswith("https://") for address in (one.page, one.address, one.licence_url))


def test_the_register_is_fetched_from_behind_its_form(site: Site, tmp_path: Path) -> None:
    done = update(here("corporate-register", site, "/page"), tmp_path / "out", TODAY, Limits())
    assert done.path.read_bytes() == site.files["/register"]
    assert len(site.asked) == 2
    entry = read_record(tmp_path / "out")["corporate-register"]
    assert entry == done.entry
    assert (entry.given_name, entry.fetched, entry.licence) == (
        "00_zenkoku_all_20261130.zip",
        "2026-11-30",
        "公共データ利用規約（第1.0版）",
    )
    assert entry.sha256 == hashlib.sha256(site.files["/register"]).hexdigest()
    assert entry.bytes == str(len(site.files["/register"]))


def test_a_file_that_is_as_before_keeps_its_day(site: Site, tmp_path: Path) -> None:
    download = here("corporate-register", site, "/page")
    first = update(download, tmp_path / "out", TODAY, Limits())
    again = update(download, tmp_path / "out", TODAY + dt.timedelta(days=1), Limits())
    assert (first.changed, again.changed) == (True, False)
    assert again.entry.fetched == "2026-11-30"
    write_register(tmp_path / "register.zip", list(made_up(31)), "utf-8", rows_a_file=40)
    site.files["/register"] = (tmp_path / "register.zip").read_bytes()
    assert update(download, tmp_path / "out", TODAY + dt.timedelta(days=2), Limits()).entry.fetched == "2026-12-02"


def refusal(site: Site, download: Download, directory: Path, limits: Limits | None = None) -> DownloadError:
    """The error of an update that is to change nothing of what was there before."""
    directory.mkdir(exist_ok=True)
    before = sorted((path.name, path.read_bytes()) for path in directory.iterdir())
    with pytest.raises(DownloadError) as caught:
        update(download, directory, TODAY, limits or Limits())
    assert sorted((path.name, path.read_bytes()) for path in directory.iterdir()) == before
    assert site.address in caught.value.where
    assert download.key in caught.value.where or download.page in caught.value.message.en
    return caught.value


HEADER = "pref,city,citykana,lgcode"


@pytest.mark.parametrize("renamed", HEADER.split(","))
def test_a_changed_column_is_named_and_the_old_file_stays(site: Site, tmp_path: Path, renamed: str) -> None:
    update(sent(site, "municipalities", HEADER, "北海道,札幌市,さっぽろし,011002"), tmp_path / "out", TODAY, Limits())
    changed = sent(
        site, "municipalities", HEADER.replace(renamed, "other", 1) if renamed != "city" else HEADER.replace(",city,", ",other,")
    )
    error = refusal(site, changed, tmp_path / "out")
    assert f"lacks the column {renamed};" in error.message.en
    assert f"列「{renamed}」がありません" in error.message.ja


def test_a_new_column_is_told_and_does_no_harm(site: Site, tmp_path: Path) -> None:
    done = update(sent(site, "municipalities", HEADER + ",mayor", "北海道,札幌市,さっぽろし,011002,x"), tmp_path / "out", TODAY, Limits())
    assert done.more_columns == ["mayor"]


def test_a_register_with_another_column_is_refused_with_its_line_and_column(site: Site, tmp_path: Path) -> None:
    write_register(tmp_path / "r.csv", list(made_up(3)), "utf-8", rows_a_file=10)
    lines = (tmp_path / "r.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    site.files["/register"] = "".join([lines[0], "new," + lines[1]]).encode()
    error = refusal(site, here("corporate-register", site, "/page"), tmp_path / "out")
    assert "31 columns" in error.message.en
    site.files["/register"] = "".join(",".join(reversed(line.rstrip("\n").split(","))) + "\n" for line in lines).encode()
    assert "corporate_number" in refusal(site, here("corporate-register", site, "/page"), tmp_path / "out").message.en


def test_a_register_in_several_files_is_not_taken_for_the_whole(site: Site, tmp_path: Path) -> None:
    site.headers["/register"]["Content-Disposition"] = "attachment; filename=00_zenkoku_all_20261130_01.zip"
    assert "several files" in refusal(site, here("corporate-register", site, "/page"), tmp_path / "out").message.en


@pytest.mark.parametrize(
    ("page", "missing"),
    [
        (PAGE.format(action="/page").replace("csv-unicode", "csv-utf8"), "csv-unicode / 全国"),
        (PAGE.format(action="/page").replace("selDlFileNo", "fileNumber"), "selDlFileNo"),
        (PAGE.format(action="/page").replace("<dt>全国</dt>", "<dt>日本</dt>"), "csv-unicode / 全国"),
        ("", "selDlFileNo"),
    ],
    ids=["another section", "another field", "another entry", "nothing"],
)
def test_a_page_that_is_another_one_is_told_with_the_way_out(site: Site, tmp_path: Path, page: str, missing: str) -> None:
    site.page = page
    error = refusal(site, here("corporate-register", site, "/page"), tmp_path / "out")
    assert f"has no {missing}" in error.message.en
    assert OURS["corporate-register"].page in error.message.ja


def test_a_form_that_leads_to_another_site_without_encryption_is_not_sent(site: Site, tmp_path: Path) -> None:
    site.page = PAGE.format(action="http://example.org/take")
    assert "example.org" in refusal(site, here("corporate-register", site, "/page"), tmp_path / "out").message.en
    assert site.asked == ["/page"]


def test_what_is_cut_off_too_large_missing_elsewhere_or_no_csv_is_refused(site: Site, tmp_path: Path) -> None:
    whole = sent(site, "municipalities", HEADER, "北海道,札幌市,さっぽろし,011002")
    assert "> 20 bytes" in refusal(site, whole, tmp_path / "out", Limits(register_bytes=20)).message.en
    site.headers["/file"] = {"Content-Length": "9999"}
    assert "9,999 bytes" in refusal(site, whole, tmp_path / "out").message.en
    site.headers["/file"] = {"Location": "http://example.org/file"}
    assert "302" in refusal(site, whole, tmp_path / "out").message.en
    assert "404" in refusal(site, here("municipalities", site, "/gone"), tmp_path / "out").message.en
    site.headers = {}
    site.files["/file"] = b"<html>maintenance</html>"
    assert "lacks the column pref, city" in refusal(site, whole, tmp_path / "out").message.en
    site.files["/file"] = b"PK\x03\x04 no zip"
    assert refusal(site, whole, tmp_path / "out")
    site.files["/file"] = b"\xff\xfe\x00"
    assert refusal(site, whole, tmp_path / "out")


def test_nothing_is_fetched_over_plain_http_from_elsewhere() -> None:
    assert is_allowed("https://example.org/x")
    assert is_allowed("http://127.0.0.1:8/x")
    assert not any(map(is_allowed, ("http://example.org/x", "file:///etc/passwd", "ftp://example.org/x", "https://", "")))


CHANGES = "標準地域コード,都道府県,政令市･郡･支庁･振興局等,政令市･郡･支庁･振興局等（ふりがな）,市区町村,市区町村（ふりがな）,廃置分合等施行年月日,改正事由"


def test_news_are_what_the_tables_of_the_package_do_not_have(site: Site, tmp_path: Path) -> None:
    changes = sent(
        site, "area-changes", CHANGES,
        "01100,北海道,札幌市,さっぽろし,,,1972-04-01,札幌市(01201)の札幌市(01100)への政令指定都市施行",
        "22130,静岡県,浜松市,はままつし,,,2027-04-01,見本町(22999)が浜松市(22130)に編入",
    )  # fmt: skip
    assert [told.ja for told in update(changes, tmp_path / "out", TODAY, Limits()).news] == [
        "2027-04-01 見本町(22999)が浜松市(22130)に編入"
    ]
    assert "year_to=2026&month_to=11&day_to=30" in site.asked[-1]
    items = sent(
        site, "wikidata-items", "code,item", "011002,http://www.wikidata.org/entity/Q37951", "340006,http://www.wikidata.org/entity/Q999"
    )
    (told,) = update(items, tmp_path / "out", TODAY, Limits()).news
    assert told.en.startswith("340006 広島県: Q999 (here: ")


@with_codes
def test_the_tables_of_the_package_are_those_of_the_files_that_they_came_from(site: Site, tmp_path: Path) -> None:
    for key, file in (
        ("area-changes", "estat-code-changes.csv"),
        ("municipalities", "local-governments.csv"),
        ("prefectures", "prefectures.csv"),
    ):
        site.files["/file"] = (CODES / file).read_bytes()
        assert update(here(key, site, "/file"), tmp_path / "out", TODAY, Limits()).news == []
    site.files["/file"] = b"".join(
        line for line in (CODES / "local-governments.csv").read_bytes().splitlines(keepends=True) if b",011002" not in line
    )
    assert [told.en for told in update(here("municipalities", site, "/file"), tmp_path / "out", TODAY, Limits()).news] == [
        "011002 none (here: 札幌市)"
    ]


def table(path: Path, *downloads: Download) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(map(asdict, downloads))
    return path


def test_the_command_goes_on_after_a_failure_and_says_what_to_do_next(site: Site, tmp_path: Path) -> None:
    given = table(tmp_path / "t.csv", here("municipalities", site, "/gone"), here("corporate-register", site, "/page"))
    told = kg("link", "update", "--table", str(given), "--lang", "ja", cwd=tmp_path)
    assert told.returncode == 2
    assert "HTTP 404" in told.stderr
    assert "次に: kg link corporate downloads/corporate-register.zip --out links/" in told.stdout
    told = kg("link", "update", "corporate-register", "--table", str(given), "--json", cwd=tmp_path)
    assert told.returncode == 0
    (one,) = json.loads(told.stdout)
    assert (one["changed"], one["unknown_columns"], one["news"]) == (False, [], [])


@pytest.mark.parametrize(
    ("change", "said"),
    [({"key": "../x"}, "small letters"), ({"address": "http://example.org/"}, "https"), ({"address": "file:///etc/passwd"}, "https")],
)
def test_a_table_that_leads_astray_is_refused(site: Site, tmp_path: Path, change: dict[str, str], said: str) -> None:
    given = table(tmp_path / "t.csv", replace(here("municipalities", site, "/file"), **change))
    told = kg("link", "update", "--table", str(given), "--lang", "en", cwd=tmp_path)
    assert told.returncode == 2
    assert said in told.stderr
    assert "t.csv:2" in told.stderr
    assert site.asked == []


def test_the_list_connects_to_nothing_and_an_unknown_name_is_told(tmp_path: Path) -> None:
    told = kg("link", "update", "--list", "--lang", "ja", cwd=tmp_path)
    assert told.returncode == 0
    assert all(key in told.stdout and one.name_ja in told.stdout for key, one in OURS.items())
    told = kg("link", "update", "nothing-such", "--lang", "en", cwd=tmp_path)
    assert told.returncode == 2
    assert "corporate-register" in told.stderr
    assert not (tmp_path / "downloads").exists()
