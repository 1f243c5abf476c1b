"""The search as a page and as files: what is on the screen is what is taken away, its state is its address, and whoever asks wrongly is told."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import openpyxl
import pytest
from tests.web.conftest import Answer, Running, start

from kg import resources
from kg.release.build import build
from kg.search.results import COLUMNS
from kg.settings import Settings


class Screen(HTMLParser):
    """The table of what was found, the links in its rows, what is marked, the boxes of the facets, and the links of the conditions."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: list[str] = []
        self.marked: list[str] = []
        self.boxes: dict[str, dict[str, bool]] = {}
        self.leaving: list[str] = []
        self.inside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in {"input", "meta", "link", "br"}:
            self.inside.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        elif tag == "mark":
            self.marked.append("")
        elif tag == "a" and "td" in self.inside:
            self.links.append(given["href"])
        elif tag == "a" and given.get("aria-label", "").startswith("外す"):
            self.leaving.append(given["href"])
        elif tag == "input" and given.get("type") == "checkbox":
            self.boxes.setdefault(given["name"], {})[given["value"]] = "checked" in given

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.inside):
            self.rows[-1][-1] += data
        if "mark" in self.inside:
            self.marked[-1] += data


def page(service: Running, *asked: tuple[str, str], language: str = "ja") -> Answer:
    answer = service.get(f"/search?{urlencode([*asked, ('lang', language)])}", Accept="text/html")
    assert answer.status == 200, answer.text
    return answer


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "asked",
    [
        [("q", "就労")],
        [("q", "employment"), ("kind", "intervention")],
        [("type", "housing-support"), ("type", "consultation"), ("figures", "with"), ("kind", "outcome"), ("prefecture", "愛知県")],
        [("q", "ぬるぽ")],
    ],
    ids=str,
)
def test_the_files_are_the_screen(service: Running, asked: list[tuple[str, str]], language: str) -> None:
    query = urlencode([*asked, ("lang", language)])
    told = json.loads(service.get(f"/search.json?{query}").body)
    assert told["total"] == len(told["rows"])
    rows = [[row[name] for name in COLUMNS] for row in told["rows"]]
    header, *in_csv = list(csv.reader(io.StringIO(service.get(f"/search.csv?{query}").body.decode("utf-8-sig"), newline="")))
    assert header == [*COLUMNS, "id", "cautions"]
    assert [row[:-2] for row in in_csv] == rows
    book = openpyxl.load_workbook(io.BytesIO(service.get(f"/search.xlsx?{query}").body))
    heading, *in_book = [["" if value is None else str(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert [row[:-2] for row in in_book] == rows
    on_screen: list[list[str]] = []
    first = Screen(page(service, *asked, language=language).text)
    for number in range(1, max(1, -(-len(rows) // 50)) + 1):
        on_screen += Screen(page(service, *asked, ("page", str(number)), language=language).text).rows[1:]
    assert [[" ".join(value.split()) for value in row] for row in on_screen] == [[" ".join(value.split()) for value in row] for row in rows]
    assert not rows or first.rows[0] == heading[: len(COLUMNS)]
    figures = any(row["value"] for row in told["rows"])
    assert bool(told["cautions"]) == figures
    assert {row[-1] for row in in_csv} <= {" / ".join(told["cautions"])}


def test_the_match_is_marked_and_every_row_opens_its_page(service: Running) -> None:
    screen = Screen(page(service, ("q", "ﾀﾞﾙｸ")).text)
    assert len(screen.rows) > 4
    assert set(screen.marked) >= {"ダルク"}
    place = screen.rows[0].index("数値")
    assert len(screen.links) == len(screen.rows) - 1 + sum(bool(row[place]) for row in screen.rows[1:])  # a figure leads there, too
    for link in screen.links:
        at = urlsplit(link)
        assert service.get(f"{at.path}?{at.query}", Accept="text/html").status == 200, link


def test_the_boxes_are_the_state_of_the_address(service: Running) -> None:
    asked = [("q", "支援"), ("kind", "intervention"), ("type", "consultation"), ("type", "housing-support")]
    screen = Screen(page(service, *asked).text)
    checked = [(facet, value) for facet, boxes in screen.boxes.items() for value, is_checked in boxes.items() if is_checked]
    assert sorted(checked) == sorted(asked[1:])
    assert len(screen.leaving) == 3
    for link in screen.leaving:
        left = parse_qsl(urlsplit(link).query)
        assert len(left) == 4
        assert set(left) < {*asked, ("lang", "ja")}
    assert set(screen.boxes) >= {
        "kind",
        "prefecture",
        "government",
        "function",
        "type",
        "target",
        "stage",
        "referrer",
        "indicator",
        "figures",
    }


def test_a_box_that_nothing_has_any_more_can_still_be_left(service: Running) -> None:
    screen = Screen(page(service, ("q", "住居"), ("type", "nonsense<b>")).text)
    assert screen.boxes["type"]["nonsense<b>"]
    assert not screen.rows


def test_a_search_is_told_in_both_languages_and_keeps_its_state(service: Running) -> None:
    english = page(service, ("q", "Hokkaido"), ("kind", "government"), language="en").text
    assert '<html lang="en">' in english
    assert Screen(english).rows[1][:3] == ["local government", "Hokkaido", "Hokkaido"]
    other = re.search(r'<a class="tongue" href="([^"]+)" hreflang="ja"', english)
    assert other
    assert parse_qs(urlsplit(html.unescape(other[1])).query) == {"q": ["Hokkaido"], "kind": ["government"], "lang": ["ja"]}


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("foo=1", 400, "foo"),
        ("q=" + "a" * 201, 400, "200"),
        ("type=" + "a" * 201, 400, "200"),
        ("&".join(f"type={number}" for number in range(70)), 400, "64"),
        ("q=%ff", 400, "引数"),
        ("page=0", 404, "1"),
        ("page=99", 404, "15"),
        ("page=x", 404, "1"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_whoever_asks_wrongly_is_told(service: Running, query: str, status: int, words: str) -> None:
    answer = service.get(f"/search?{query}", Accept="text/html")
    assert answer.status == status
    assert words in answer.text


def test_other_ways_to_ask(service: Running) -> None:
    assert service.get("/search.pdf").status == 404
    assert service.get("/search/below").status == 404
    assert service.ask("POST", "/search").status == 405
    assert service.ask("HEAD", "/search?q=x").status == 200
    assert service.get("/search?q=x", Accept="application/json").json()["total"] == 0
    assert service.get("/search?q=x", Accept="image/png").status == 406


def test_every_page_has_the_search(service: Running) -> None:
    for path in ("/", "/questions", "/questions/housing", "/sparql", "/data/", "/search", "/code/intervention-type/housing-support"):
        text = service.get(path, Accept="text/html").text
        assert 'role="search"' in text, path


def test_hostile_words_stay_words(service: Running, tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script>\"'"
    text = page(service, ("q", nasty), ("type", nasty)).text
    assert "<script" not in text
    assert "alert(1)" in text
    table = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8")
    (tmp_path / "table.txt").write_text(table.replace("(株) ピーアールセンター", f"(株) {nasty}"), encoding="utf-8")
    running = start(build([tmp_path / "table.txt"], tmp_path / "release", Settings(all_places=False)).path, tmp_path / "log")
    try:
        screen = page(running, ("q", "alert"), ("kind", "contractor")).text
        assert "<script" not in screen
        assert "<mark>alert</mark>" in screen
    finally:
        running.stop()
