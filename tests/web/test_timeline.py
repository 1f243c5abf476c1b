"""The timeline: every date that the graph holds is drawn and stands in the table, nothing without date is lost, and each mark opens what it stands for."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from tests.web.conftest import Running, start
from tests.web.test_overviews import cells, rows_of

from kg import resources
from kg.errors import Message
from kg.release.build import build
from kg.settings import Settings
from kg.web.chart import LEFT, RIGHT, WIDTH, chart
from kg.web.moments import WHATS, Moment, Timeline, moments

OF = """
PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
SELECT ?code ?cohort (STR(?at) AS ?date) (COUNT(DISTINCT ?outcome) AS ?count) {
  ?project tsu:undertakenBy/tsu:localGovernmentCode ?code ; tsu:cohort ?cohort ; tsu:hasCommission/tsu:hasOutcome ?outcome .
  ?outcome tsu:value ?value . %s
} GROUP BY ?code ?cohort ?at
"""
"""Figures by government and date, as the writer of this test asks for them."""
PATTERNS = {
    "as-of": "?outcome tsu:asOf ?at .",
    "period": "?outcome tsu:period ?at .",
    "undated": 'BIND("" AS ?at) MINUS { ?outcome tsu:asOf ?a } MINUS { ?outcome tsu:period ?b }',
}
MARK = re.compile(r'<a href="([^"]+)"><title(?: lang="ja")?>([^<]+)</title><g class="m-([a-z-]+)">')
ROW_LINK = re.compile(r'<td><a href="([^"]+)">')


def asked_of_graph(service: Running, what: str) -> dict[tuple[str, str, str], int]:
    rows = service.query(OF % PATTERNS[what]).json()["results"]["bindings"]
    return {(row["code"]["value"], row["cohort"]["value"], row["date"]["value"]): int(row["count"]["value"]) for row in rows}


def opened(service: Running, link: str) -> dict[str, object]:
    address = urlsplit(html.unescape(link))
    found: dict[str, object] = json.loads(service.get(f"{address.path}.json?{address.query}").body)
    return found


def page(service: Running, *asked: tuple[str, str], language: str = "ja") -> str:
    answer = service.get(f"/timeline?{urlencode([*asked, ('lang', language)])}", Accept="text/html")
    assert answer.status == 200, answer.text
    return answer.text


def lists(text: str) -> list[dict[str, str]]:
    """What the marks that open lists of figures ask for."""
    links = [urlsplit(html.unescape(link)) for link, _, _ in MARK.findall(text)]
    return [dict(parse_qsl(link.query)) for link in links if link.path.endswith("/questions/dates")]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_date_of_the_graph_is_drawn_and_in_the_table(service: Running, language: str) -> None:
    text = page(service, language=language)
    drawn = Counter((asked["government"], asked["cohort"], asked["at"]) for asked in lists(text))
    in_table = Counter(tuple(dict(parse_qsl(urlsplit(html.unescape(link)).query)).get(name, "") for name in ("government", "cohort", "at")) for link in ROW_LINK.findall(text))  # fmt: skip
    expected: Counter[tuple[str, str, str]] = Counter()
    for what in PATTERNS:
        expected.update((code, cohort, at or "none") for code, cohort, at in asked_of_graph(service, what))
    assert len(expected) > 50
    assert drawn == expected
    assert {key: count for key, count in in_table.items() if key[0]} == expected


def test_a_mark_counts_the_list_that_it_opens(service: Running) -> None:
    counts = {what: asked_of_graph(service, what) for what in PATTERNS}
    total = service.query("SELECT (COUNT(*) AS ?n) { ?o <https://w3id.org/tsunagi/ontology#value> ?v ; a <https://w3id.org/tsunagi/ontology#Outcome> }")  # fmt: skip
    both = service.query("PREFIX tsu: <https://w3id.org/tsunagi/ontology#> SELECT (COUNT(*) AS ?n) { ?o tsu:value ?v ; tsu:asOf ?a ; tsu:period ?p }")  # fmt: skip
    n, twice = (int(answer.json()["results"]["bindings"][0]["n"]["value"]) for answer in (total, both))
    assert sum(sum(found.values()) for found in counts.values()) == n + twice
    some = [mark for mark in MARK.findall(page(service)) if "/questions/dates" in mark[0]]
    for link, label, what in some[::7]:
        asked = dict(parse_qsl(urlsplit(html.unescape(link)).query))
        told = opened(service, link)
        rows = told["rows"]
        assert isinstance(rows, list)
        at = asked["at"] if what != "undated" else ""
        assert len(rows) == counts[what][asked["government"], asked["cohort"], at]
        assert f"({len(rows)})" in label
        assert all(at in (row["as_of"], row["period"]) for row in rows)


def test_single_results_projects_and_tables_open_their_pages(service: Running) -> None:
    text = page(service)
    marks = Counter(what for _, _, what in MARK.findall(text))
    query = "PREFIX tsu: <https://w3id.org/tsunagi/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?o {{ ?o a tsu:Outcome ; tsu:status/skos:notation ?s {} }}"  # fmt: skip
    for what, pattern in {
        "planned": 'FILTER(?s = "planned")', "in-progress": 'FILTER(?s = "in-progress")',
        "words": 'FILTER(?s != "planned" && ?s != "in-progress") MINUS { ?o tsu:value ?v }',
    }.items():  # fmt: skip
        expected = {row["o"]["value"] for row in service.query(query.format(pattern)).json()["results"]["bindings"]}
        assert expected
        assert len(expected) == marks[what]
        for thing in expected:
            assert f"/{thing.partition('/id/')[2]}?lang=ja" in text
    assert (marks["start"], marks["table"]) == (36, 2)
    for link, _, what in MARK.findall(text):
        if what in {"planned", "table", "words"}:
            address = urlsplit(html.unescape(link))
            assert service.get(f"{address.path}?{address.query}", Accept="text/html").status == 200


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "asked", [[], [("cohort", "R1")], [("government", "431001")], [("cohort", "H30"), ("government", "080004")]], ids=str
)
def test_the_files_are_the_table_on_the_screen(service: Running, asked: list[tuple[str, str]], language: str) -> None:
    rows = rows_of(service, "/timeline", urlencode([*asked, ("lang", language)]))
    text = page(service, *asked, language=language)
    assert cells(text) == [row[:-1] for row in rows]
    links = [html.unescape(link) for link in ROW_LINK.findall(text)]
    assert links == [row[-1] for row in rows]
    assert text.count("<th scope=") == 8 + sum(bool(row[1]) for row in rows)
    assert len(MARK.findall(text)) == len(rows)
    assert f'<html lang="{language}">' in text


def test_what_must_not_be_concluded_is_said(service: Running) -> None:
    told = json.loads(service.get("/timeline.json?lang=ja").body)
    text = page(service)
    assert any("表の題にある日付は、数値の時点ではありません" in caution for caution in told["cautions"])
    assert any("0 ではありません" in caution for caution in told["cautions"])
    for caution in told["cautions"]:
        assert caution[:20] in text
    assert sum(row["date"] == "書かれていない" for row in told["rows"]) > 5
    assert not any(row["end"] for row in told["rows"] if row["what"] == "事業の開始年度")


@pytest.mark.parametrize("asked", [[("cohort", "R9")], [("cohort", "R1"), ("government", "010006")], [("government", "</option><script>alert(1)</script>")]], ids=str)  # fmt: skip
def test_nothing_is_explained(service: Running, asked: list[tuple[str, str]]) -> None:
    text = page(service, *asked)
    assert "当てはまる事業は、表にありません" in text
    assert "<script" not in text
    assert "<svg" not in text
    assert rows_of(service, "/timeline", urlencode(asked)) == []


@pytest.mark.parametrize(
    ("query", "status", "kind"),
    [
        ("foo=1", 400, "bad-parameter"), ("cohort=" + "x" * 201, 400, "bad-parameter"), ("page=2", 404, "not-found"), ("page=x", 404, "not-found"),
        ("government=%ff", 400, "bad-parameter"), ("kind=outcome", 400, "bad-parameter"), ("&".join(f"cohort={n}" for n in range(70)), 400, "bad-parameter"),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_whoever_asks_wrongly_is_told(service: Running, query: str, status: int, kind: str) -> None:
    answer = service.get(f"/timeline?{query}")
    assert (answer.status, answer.json()["type"].rpartition("/")[2]) == (status, kind)
    assert service.get("/timeline.pdf").status == 404
    assert service.get("/timeline/below").status == 404
    assert service.ask("POST", "/timeline").status == 405


def test_the_way_there(service: Running) -> None:
    text = service.get("/?lang=ja", Accept="text/html").text
    assert text.count(f'href="{service.address}/timeline"') == 2
    assert "年表" in text


def moment(what: str, at: str, government: str = "p", cohort: str = "H30", thing: str = "") -> Moment:
    return Moment(cohort, government, f"https://example.org/{government}", Message(government, government), what, at, thing, "", 1)


def timeline(found: list[Moment]) -> Timeline:
    return Timeline(found, {}, "ja", "r", "a", [])


def test_marks_stand_in_time_and_never_over_another() -> None:
    found = [moment("table", "2020-12-31"), moment("period", "FY2018"), moment("as-of", "2018-04-02"), moment("period", "2018-04"), moment("as-of", "2019-03-31"), moment("undated", "")]  # fmt: skip
    drawn = chart(timeline(found), [("H30", "p")])
    assert drawn
    tables, own = drawn.bars
    places = {mark.moment.date: mark for mark in own.marks}
    assert (places["FY2018"].x, drawn.ticks[0]) == (LEFT, (LEFT, 2018))
    assert places["2018-04"].end - places["2018-04"].x < (places["FY2018"].end - places["FY2018"].x) / 10
    assert places["2018-04-02"].middle < places["2019-03-31"].middle < drawn.ticks[1][0] < tables.marks[0].middle < WIDTH - RIGHT
    assert places[""].x >= WIDTH - RIGHT
    for one in own.marks:
        assert own.top <= one.y - 7
        assert one.y + 7 <= own.top + own.height
        assert all(one is other or one.y != other.y or one.end < other.x or other.end < one.x for other in own.marks)


def test_many_projects_and_odd_dates_can_be_drawn() -> None:
    found = [moment("as-of", at, f"p{number}") for number, at in enumerate(["9999-12-31", "0001-01-01", "2020-02-30", "-0001-01-01", "FY9999", "2020", "x"] * 100)]  # fmt: skip
    drawn = chart(timeline(found), [("H30", f"p{number}") for number in range(700)])
    assert drawn
    assert len(drawn.bars) == 700
    assert len(drawn.ticks) <= 13
    assert chart(timeline([moment("undated", ""), moment("as-of", "soon")]), [("H30", "p")]) is None


def test_moments_stand_in_order_and_a_table_once() -> None:
    def row(**values: str) -> dict[str, dict[str, str]]:
        return {
            name: {"type": "literal", "value": value} for name, value in {"cohort": "H30", "count": "1", "thing": "t", **values}.items()
        }

    every = moments([row(government=key, what=what, date=str(2000 + n), ja=key) for key in "ba" for n, what in enumerate(reversed(WHATS))])
    lines = [("H30", "a"), ("H30", "b")]
    shown = timeline(every).rows(lines)
    assert timeline(every).lines() == lines
    assert [(one.government, one.what) for one in shown if not one.of_table] == [
        (p, what) for p in "ab" for what in WHATS if what != "table"
    ]
    assert [one.what for one in shown].count("table") == 1
    assert shown[0].of_table
    assert [one.government for one in timeline(every).rows(lines[1:])] == ["b"] * len(WHATS)
    assert timeline(every).rows([("R1", "a")]) == []
    assert next(one for one in shown if one.what == "start").date == "FY2007"
    assert moment("as-of", "2020-11-30").days == (date(2020, 11, 30), date(2020, 11, 30))


def test_tables_of_one_date_are_one_mark() -> None:
    found = [*(moment("table", at, thing=thing) for at, thing in (("2020-12-31", "a"), ("2020-12-31", "b"), ("2021-12-31", "c"))), moment("start", "FY2018")]  # fmt: skip
    drawn = chart(timeline(found), [("H30", "p")])
    assert drawn
    assert [mark.more for mark in drawn.bars[0].marks] == [1, 0]
    assert [bar.until for bar in drawn.bars] == [drawn.bars[0].marks[-1].middle] * 2


@pytest.mark.full
def test_a_government_with_two_projects_has_one_line(tmp_path: Path) -> None:
    text = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(text.replace("地域再犯防止推進モデル事業", "第2次地域再犯防止推進事業"), encoding="utf-8")
    running = start(
        build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "release", Settings(all_places=False)).path, tmp_path / "log"
    )
    try:
        text = page(running, ("cohort", "R1"))
        marks = Counter(what for _, _, what in MARK.findall(text))
        assert (marks["start"], marks["table"], text.count('<line class="rule"')) == (12, 1, 6)
        for link, label, what in MARK.findall(text):
            if what == "as-of":
                rows = opened(running, link)["rows"]
                assert isinstance(rows, list)
                assert f"({len(rows)})" in label
        assert len(rows_of(running, "/timeline", "cohort=R1&lang=ja")) == len(cells(text))
    finally:
        running.stop()
