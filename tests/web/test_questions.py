"""The stored questions as pages and files: what is on the screen is what is taken away, with its cautions; whoever asks wrongly is told what there is."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode

import openpyxl
import pytest
from tests.conftest import Tables
from tests.web.conftest import Running, start

from kg import resources
from kg.export.answers import column_label
from kg.export.answers import value_in as in_answers
from kg.queries.stored import stored_queries
from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings
from kg.web import quality

QUESTIONS = stored_queries("question")
SOME = [pytest.param(slug, marks=[pytest.mark.full] if number % 4 else []) for number, slug in enumerate(QUESTIONS)]
"""Every fourth question for make test, all for make test-full."""


class Table(HTMLParser):
    """Cells of the table of an answer, the links in them, and the choices of the form."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.links: list[str] = []
        self.choices: dict[str, list[str]] = {}
        self.chosen: dict[str, str] = {}
        self.inside: list[str] = []
        self.select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in {"tr", "td", "th"}:
            self.inside.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
        elif tag == "a" and "td" in self.inside:
            self.links.append(given["href"])
        elif tag == "select":
            self.select = given["name"]
        elif tag == "option":
            self.choices.setdefault(self.select, []).append(given["value"])
            if "selected" in given:
                self.chosen[self.select] = given["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"tr", "td", "th"}:
            self.inside.remove(tag)

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] in {"td", "th"}:
            self.rows[-1][-1] += data


def in_plain_words(caution: str) -> str:
    """A caution as a reader without the names of questions and columns reads it."""

    def plain(match: re.Match[str]) -> str:
        name = match.group()
        return QUESTIONS[name].question.ja if name in QUESTIONS else column_label(name, "ja")

    return re.sub(r"[A-Za-z][A-Za-z0-9_-]*", plain, caution)


def test_cautions_speak_plainly() -> None:
    assert in_plain_words("「government-card」の approximate") == f"「{QUESTIONS['government-card'].question.ja}」の 概数か"


@pytest.mark.parametrize("slug", SOME)
def test_the_file_is_the_screen_with_its_cautions(service: Running, slug: str) -> None:
    asked = QUESTIONS[slug]
    in_json = json.loads(service.get(f"/questions/{slug}.json?lang=ja").body)
    rows = [[row[name] for name in asked.returns] for row in in_json["rows"]]
    text = service.get(f"/questions/{slug}.csv?lang=ja").body
    assert text.startswith(b"\xef\xbb\xbf")
    header, *in_csv = list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert header == [*asked.returns, "cautions"]
    assert [row[:-1] for row in in_csv] == rows
    assert {row[-1] for row in in_csv} <= {" / ".join(caution.ja for caution in asked.cautions)}
    book = openpyxl.load_workbook(io.BytesIO(service.get(f"/questions/{slug}.xlsx?lang=ja").body))
    heading, *in_book = [["" if value is None else str(value) for value in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    assert heading == [*(column_label(name, "ja") for name in asked.returns), "注意"]
    assert [row[:-1] for row in in_book] == rows
    assert [str(row[1].value) for row in book.worksheets[1].iter_rows() if row[0].value == "注意"] == [
        caution.ja for caution in asked.cautions
    ]
    page = service.get(f"/questions/{slug}?lang=ja", Accept="text/html")
    assert page.status == 200
    screen = Table(page.text)
    without_id = [[value for name, value in zip(asked.returns, row, strict=True) if name != "id"] for row in rows[:200]]
    assert [row[len(row) - len(without_id[0]) :] for row in screen.rows[1:]] == without_id if rows else not screen.rows
    # a row leads to the record that it is about, and so does each of its figures
    figures = {"value", "total_value", "part_value", "count", "items", "results", "governments", "population"} & set(asked.returns)
    leading = [1 + sum(bool(row[name]) for name in figures) for row in in_json["rows"][:200]]
    assert len(screen.links) == ("id" in asked.returns) * sum(leading)
    if rows:
        told = [html.unescape(re.sub(r"<[^>]+>", "", words)) for words in re.findall(r'<li lang="ja">(.*?)</li>', page.text, re.DOTALL)]
        assert told == [in_plain_words(caution.ja) for caution in asked.cautions]
    elif asked.empty:
        assert "".join(asked.empty.ja.split())[:12] in "".join(page.text.split())


def test_every_row_opens_its_source(service: Running) -> None:
    links = Table(service.get("/questions/housing", Accept="text/html").text).links
    assert links
    for link in set(links):
        assert "<mark>" in service.get(quote(link.removeprefix(service.address), safe="/%"), Accept="text/html").text


@pytest.mark.parametrize("slug", SOME)
def test_every_choice_of_a_form_is_a_value(service: Running, slug: str) -> None:
    form = Table(service.get(f"/questions/{slug}?lang=ja", Accept="text/html").text)
    assert "language" not in form.choices  # that of the page is chosen for all of it
    for parameter in (one for one in QUESTIONS[slug].parameters if one.type != "language"):
        values = form.choices.get(parameter.name, [""])
        assert parameter.type in {"integer", "text"} or len(values) > 1, parameter.name
        assert form.chosen.get(parameter.name, "") == (parameter.default if parameter.name in form.choices else "")
        for value in (values[1], values[-1]) if len(values) > 1 else ():
            assert service.get(f"/questions/{slug}.json?{urlencode({parameter.name: value})}").status == 200, value


def test_a_parameter_narrows_the_answer(service: Running) -> None:
    every = json.loads(service.get("/questions/settlement-centres.json").body)
    one = json.loads(service.get(f"/questions/government-card.json?{urlencode({'government': '熊本市'})}").body)
    assert {row["government"] for row in one["rows"]} == {"熊本市"}
    assert every["parameters"]["language"] == "ja"
    english = json.loads(service.get("/questions/settlement-centres.json?lang=en").body)
    assert english["parameters"]["language"] == "en"
    assert english["question"]["text"] == QUESTIONS["settlement-centres"].question.en
    assert english["address"] == f"{service.address}/questions/settlement-centres?{urlencode(english['parameters'])}"
    assert (
        json.loads(service.get(english["address"].removeprefix(service.address), Accept="application/json").body)["rows"] == english["rows"]
    )


@pytest.mark.parametrize(
    ("path", "status", "kind", "words"),
    [
        ("/questions/housing?stage=nowhere", 400, "bad-parameter", "入口支援"),
        ("/questions/housing?colour=red", 400, "bad-parameter", "colour"),
        ("/questions/housing?language=fr", 400, "bad-parameter", "ja / en"),
        ("/questions/housing?stage=%ff", 400, "bad-parameter", "読めません"),
        ("/questions/housing?" + "a=b&" * 70, 400, "bad-parameter", "読めません"),
        ("/questions/nothing", 404, "not-found", "housing"),
        ("/questions/housing.pdf", 404, "not-found", ".pdf"),
        ("/questions/housing?page=7", 404, "not-found", "ページは 1 から 1"),
        ("/questions/housing?page=x", 404, "not-found", "ページは 1 から 1"),
    ],
)
def test_who_asks_wrongly_is_told_what_there_is(service: Running, path: str, status: int, kind: str, words: str) -> None:
    answer = service.get(path)
    assert (answer.status, answer.json()["type"].rpartition("/")[2]) == (status, kind)
    assert words in answer.json()["detail"]
    assert service.ask("POST", "/questions/housing", body=b"x").status == 405
    assert service.get("/questions/housing", Accept="image/png").status == 406


def test_the_list(service: Running) -> None:
    page = service.get("/questions", Accept="text/html").text
    listed = json.loads(service.get("/questions.json").body)
    assert [entry["slug"] for entry in listed] == list(QUESTIONS)
    for slug in QUESTIONS:
        assert f'href="{service.address}/questions/{slug}"' in page


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_first_page_says_how_much_there_is(service: Running, embedded: Tables, language: str) -> None:
    page = service.get(f"/?lang={language}", Accept="text/html").text
    told = re.findall(r'<dd><a href="([^"]+)">([0-9,]+)</a></dd>', page)
    contractors = {commission["contractor_id"] for commission in embedded["commissions"]} - {""}
    figures = [outcome for outcome in embedded["outcomes"] if outcome["value"]]
    assert [int(number.replace(",", "")) for _, number in told] == [
        len(embedded["projects"]), len(contractors), len(embedded["interventions"]), len(figures), 1,
    ]  # fmt: skip
    for link, number in told:  # each opens the list that it is the length of
        path, _, asked = html.unescape(link).removeprefix(service.address).partition("?")
        assert service.get(f"{path}.json?{asked}").json()["total"] == int(number.replace(",", ""))


def test_english_answers_name_governments_and_units_in_english(service: Running) -> None:
    ja, en = (json.loads(service.get(f"/questions/employment-results.json?lang={lang}").body)["rows"] for lang in ("ja", "en"))
    assert [row["id"] for row in ja] == [row["id"] for row in en]
    pairs = {(one["government"], other["government"]) for one, other in zip(ja, en, strict=True)}
    assert ("熊本市", "Kumamoto City") in pairs
    assert ("兵庫県", "Hyogo") in pairs
    assert {(one["unit"], other["unit"]) for one, other in zip(ja, en, strict=True)} == {("人", "persons"), ("", "")}
    screen = service.get("/questions/employment-results?lang=en", Accept="text/html").text
    assert "Kumamoto City</td>" in screen
    assert in_answers("government", "府中市", "en") == "府中市"  # two cities are called so
    assert in_answers("unit", "束", "en") == "束"
    assert in_answers("text", "人", "en") == "人"


def test_columns_have_labels_and_labels_have_columns() -> None:
    named = [row["name"] for row in resources.rows("queries/questions/columns.csv", ("name", "label_ja", "label_en", "holds"))]
    assert len(named) == len(set(named))
    assert set(named) == {name for asked in QUESTIONS.values() for name in asked.returns} | {"cautions", *quality.COLUMNS}


def test_hostile_words_stay_words(tmp_path: Path, release: Release) -> None:
    text = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8")
    nasty = '=HYPERLINK("http://x")<script>alert(1)</script>\u202e"\''
    (tmp_path / "table.txt").write_text(text.replace("(株) ピーアールセンター", f"(株) {nasty}"), encoding="utf-8")
    made = build([tmp_path / "table.txt"], tmp_path / "release", Settings(all_places=False))
    running = start(made.path, tmp_path / "log")
    asked = urlencode({"government": "北海道"})
    try:
        page = running.get(f"/questions/government-card?{asked}", Accept="text/html").text
        assert "<script>" not in page
        assert "alert(1)" in page
        book = openpyxl.load_workbook(io.BytesIO(running.get(f"/questions/government-card.xlsx?{asked}").body))
        cells = [cell for row in book.worksheets[0].iter_rows() for cell in row if "HYPERLINK" in str(cell.value)]
        assert cells
        assert {cell.data_type for cell in cells} == {"s"}
        assert made.identity != release.identity
    finally:
        running.stop()


@pytest.mark.full
def test_more_than_a_page_or_a_workbook_holds_is_refused(service: Running) -> None:
    anything = urlencode({parameter.name: "" for parameter in QUESTIONS["gap-compare"].parameters if parameter.type != "language"})
    answer = service.get(f"/questions/gap-compare.xlsx?{anything}")
    assert (answer.status, answer.json()["type"].rpartition("/")[2]) == (413, "too-large")
    assert "絞る" in answer.json()["detail"]
    assert service.query("ASK { ?s ?p ?o }").json()["boolean"]


def test_long_answers_come_page_by_page(service: Running) -> None:
    whole = json.loads(service.get("/questions/housing.json?type=").body)["rows"]
    assert 200 < len(whole) <= 400
    first, second = (Table(service.get(f"/questions/housing?type=&page={page}", Accept="text/html").text) for page in (1, 2))
    assert len(first.rows) == 201
    assert len(second.rows) == len(whole) - 200 + 1
    assert (
        f'href="{service.address}/questions/housing?type=&amp;lang=ja&amp;page=2"'
        in service.get("/questions/housing?type=", Accept="text/html").text
    )
