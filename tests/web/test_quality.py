"""The page of the findings: every one of them, counted as the list that it opens, the same in files, narrowed by conditions."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode

import pytest
from benchmarks.generate import write
from tests.web.conftest import Running, start

from kg.export.answers import column_label
from kg.release.build import build
from kg.search.labels import code_label
from kg.settings import Settings
from kg.web.quality import COLUMNS

ROW = re.compile(r'<tr class="of-([a-z]+)"><td><a href="([^"]+)">')


def page(service: Running, **asked: str) -> str:
    answer = service.get(f"/quality?{urlencode({'lang': 'ja', **asked})}", Accept="text/html")
    assert answer.status == 200, answer.text
    return answer.text


def in_file(service: Running, **asked: str) -> list[dict[str, str]]:
    answer = service.get(f"/quality.csv?{urlencode({'lang': 'ja', **asked})}")
    assert answer.status == 200, answer.text
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"), newline="")))


def test_all_findings_of_the_release_are_told(service: Running, embedded: dict[str, list[dict[str, str]]]) -> None:
    rows = in_file(service)
    assert [*rows[0]] == [*COLUMNS, "id", "cautions"]
    told = Counter((row["id"], row["government"], row["message"]) for row in rows)
    expected = Counter((row["finding_id"], row["municipality"], row["message_ja"]) for row in embedded["findings"])
    assert {key[0] for key in expected} <= {key[0] for key in told}
    assert expected - told == Counter()
    links = [link for _, link in ROW.findall(page(service))]
    shown = [row["id"].rpartition("/id/")[2] if row["id"] in {key[0] for key in expected} else "payment/" for row in rows]
    assert all(link.rpartition("/id/")[2].startswith(wanted) for link, wanted in zip(links, shown, strict=True))
    assert all("元の表" in service.get(link.removeprefix(service.address), Accept="text/html").text for link in links[:3])


def test_the_page_has_what_the_report_has(service: Running) -> None:
    """Also what checks found, such as two papers that tell two amounts of a payment."""
    report = json.loads(service.get("/data/report.json").text)["findings"]
    assert Counter(row["message"] for row in in_file(service)) == Counter(found["message"]["ja"] for found in report)
    assert any("金額が資料によって違います" in found["message"]["ja"] for found in report)


def test_each_count_is_the_length_of_the_list_that_it_opens(service: Running) -> None:
    counted = re.findall(r'<td class="num"><a href="([^"]+)">(\d+)</a>', page(service))
    assert len(counted) >= 5
    for link, count in counted:
        opened = service.get(html.unescape(link).removeprefix(service.address), Accept="text/html").text
        assert len(ROW.findall(opened)) == int(count)
    assert sum(int(count) for _, count in counted) == len(in_file(service))


@pytest.mark.parametrize("condition", [{"severity": "warning"}, {"kind": "missing-result"}, {"government": "奈良県"}, {"severity": "info", "government": "奄美市"}])  # fmt: skip
def test_conditions_narrow_the_page_and_its_files_alike(service: Running, condition: dict[str, str]) -> None:
    everything, rows = in_file(service), in_file(service, **condition)
    wanted = {
        "severity": code_label("severity", condition.get("severity", "")).ja,
        "kind": code_label("finding-kind", condition.get("kind", "")).ja,
        "government": condition.get("government", ""),
    }
    assert rows == [row for row in everything if all(row[name] == wanted[name] for name in condition)]
    assert 0 < len(rows) < len(everything)
    assert len(ROW.findall(page(service, **condition))) == len(rows)


def test_nothing_found_says_so_and_what_is_no_code_is_refused(service: Running) -> None:
    empty = page(service, severity="violation")
    assert "当てはまる所見はありません" in empty
    assert not ROW.findall(empty)
    for asked in ("kind=nothing", "severity=%3Cscript%3E", "order=x", "page=2", "page=0"):
        assert service.get(f"/quality?{asked}", Accept="text/html").status in {400, 404}
    assert "&lt;script" in service.get("/quality?government=%3Cscript%3E", Accept="text/html").text


def test_in_english_everything_but_the_words_of_the_source_is_english(service: Running) -> None:
    text = page(service, lang="en", government="奈良県")
    assert column_label("message", "en") in text
    assert "Nara</td>" in text
    assert "leaked row" in text


@pytest.mark.full
def test_findings_come_page_by_page(tmp_path: Path) -> None:
    source = tmp_path / "tables.txt"
    write(source, 2)
    running = start(build([source], tmp_path / "release", Settings()).path, tmp_path / "log")
    try:
        rows = in_file(running)
        seen: list[str] = []
        pages = -(-len(rows) // 50)
        for number in range(1, pages + 1):
            text = page(running, page=str(number))
            assert f"{number} / {pages}" in text
            seen += [link.rpartition("/id/")[2] for _, link in ROW.findall(text)]
        assert pages > 1
        assert seen == [row["id"].rpartition("/id/")[2] for row in rows]
    finally:
        running.stop()
