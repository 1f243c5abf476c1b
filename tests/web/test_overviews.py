"""Governments side by side and Japan in squares: every number is the length of the list that it opens, and the files are the page."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

import openpyxl
import pytest
from tests.web.conftest import Running

from kg import resources
from kg.text.places import gazetteer

TILE = re.compile(r'<g class="tile level-(\d)"><title>([^<]+) (\d+|—)</title>')


def rows_of(service: Running, path: str, query: str) -> list[list[str]]:
    """The rows of the CSV, which must be those of JSON and workbook."""
    told = json.loads(service.get(f"{path}.json?{query}").body)
    header, *rows = list(csv.reader(io.StringIO(service.get(f"{path}.csv?{query}").body.decode("utf-8-sig"), newline="")))
    assert header == [*(column["name"] for column in told["columns"]), "cautions"]
    assert [row[:-1] for row in rows] == [list(row.values()) for row in told["rows"]]
    assert {row[-1] for row in rows} <= {" / ".join(told["cautions"])}
    book = openpyxl.load_workbook(io.BytesIO(service.get(f"{path}.xlsx?{query}").body))
    in_book = [["" if value is None else str(value) for value in row] for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)]
    assert in_book == rows
    return [row[:-1] for row in rows]


def found(service: Running, link: str) -> int:
    at = urlsplit(html.unescape(link))
    total: int = json.loads(service.get(f"{at.path}.json?{at.query}").body)["total"]
    return total


def cells(page: str) -> list[list[str]]:
    """Texts of the rows of the table."""
    body = page[page.index("<tbody>") : page.index("</tbody>")]
    return [
        [html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        for row in body.split("<tr>")[1:]
    ]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_governments_side_by_side(service: Running, language: str) -> None:
    query = urlencode([("government", "010006"), ("government", "030007"), ("government", "401005"), ("lang", language)])
    page = service.get(f"/compare?{query}", Accept="text/html").text
    rows = rows_of(service, "/compare", query)
    assert cells(page) == rows
    assert len(rows) > 30
    assert {len(row) for row in rows} == {5}
    links = re.findall(r'<td class="num"><a href="([^"]+)">(\d+)</a>', page)
    assert len(links) == sum(cell != "—" for row in rows for cell in row[2:])
    assert "0" not in {cell for row in rows for cell in row[2:]}
    for link, count in links[::6]:
        assert found(service, link) == int(count), link
    assert page.count(" selected>") == 3


def test_other_beginnings_are_told(service: Running) -> None:
    def cautions(*keys: str) -> list[str]:
        query = urlencode([("government", key) for key in keys])
        told: list[str] = json.loads(service.get(f"/compare.json?{query}").body)["cautions"]
        return told

    assert len(cautions("010006", "030007")) == 2
    later = next(value["value"] for value in json.loads(service.get("/search.json?kind=government&cohort=R1").body)["facets"]["government"])
    assert "開始年度" in cautions("010006", later)[2]


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("", 200, "二つから四つ"),
        ("government=010006", 200, "二つから四つ"),
        ("government=010006&government=010006", 200, "二つから四つ"),
        ("government=999999&government=x", 200, "記載はありません"),
        ("government=010006&government=030007&government=&government=", 200, "岩手県"),
        ("&".join(f"government={number}" for number in range(5)), 400, "4 団体まで"),
        ("type=housing-support", 400, "government"),
        ("foo=1", 400, "foo"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_can_be_compared(service: Running, query: str, status: int, words: str) -> None:
    answer = service.get(f"/compare?{query}", Accept="text/html", **{"Accept-Language": "ja"})
    assert (answer.status, words in answer.text) == (status, True)


def test_there_is_a_square_for_every_prefecture_and_each_stands_alone() -> None:
    rows = list(resources.rows("data/prefecture-tiles.csv", ("prefecture", "column", "row")))
    assert sorted(row["prefecture"] for row in rows) == sorted(place.name for place in gazetteer().prefectures)
    assert len({(row["column"], row["row"]) for row in rows}) == 47


@pytest.mark.parametrize(
    "asked",
    [
        [],
        [("kind", "government")],
        [("kind", "outcome"), ("type", "employment-support"), ("lang", "en")],
        [("q", "住居"), ("kind", "contractor")],
        [("q", "ぬるぽ")],
    ],
    ids=str,
)
def test_the_map_is_its_table_and_its_files(service: Running, asked: list[tuple[str, str]]) -> None:
    query = urlencode(asked if dict(asked).get("lang") else [*asked, ("lang", "ja")])
    page = service.get(f"/map?{query}", Accept="text/html").text
    rows = rows_of(service, "/map", query)
    tiles = TILE.findall(page)
    assert [[name, count] for _, name, count in tiles] == rows == cells(page)
    assert len(rows) == 47
    most = max((int(count) for _, _, count in tiles if count != "—"), default=0)
    assert {level for level, _, count in tiles if count == str(most)} == ({"4"} if most else set())
    assert all((level == "0") == (count == "—") for level, _, count in tiles)
    links = re.findall(r'<td class="num"><a href="([^"]+)">(\d+)</a>', page)
    assert len(links) == sum(row[1] != "—" for row in rows)
    for link, count in links[::6]:
        assert found(service, link) == int(count), link
        assert ("prefecture", "") not in parse_qsl(urlsplit(html.unescape(link)).query, keep_blank_values=True)


@pytest.mark.parametrize("query", ["kind=concept", "kind=government&kind=outcome", "prefecture=東京都", "foo=1", "page=2"], ids=str)
def test_what_cannot_be_mapped_is_told(service: Running, query: str) -> None:
    answer = service.get(f"/map?{urlencode(parse_qsl(query))}")
    assert (answer.status, answer.json()["type"].rpartition("/")[2]) == (400, "bad-parameter")


@pytest.mark.parametrize("path", ["/map", "/compare"])
def test_hostile_values_stay_values(service: Running, path: str) -> None:
    nasty = "<script>alert(1)</script>\"'"
    for name in ("government", "q", "type"):
        text = service.get(f"{path}?{urlencode([(name, nasty), ('government', '010006')])}", Accept="text/html").text
        assert "<script" not in text
