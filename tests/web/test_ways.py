"""What a reader needs who knows no vocabulary: ways on from a thing, questions among what is found, numbers that are numbers."""

from __future__ import annotations

import html
import io
import re
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from tests.web.conftest import Running

from kg import spreadsheets
from kg.web.lines import Line, parted

RECORDS = [
    "id/government/010006",
    "id/commission/moj-community-reoffending-prevention-model/H30/010006/2020-12/1",
    "id/project/moj-community-reoffending-prevention-model/H30/010006",
]


def links(page: str) -> list[str]:
    (shown,) = re.findall(r'<p class="files">(.*?)</p>', page[page.index("<h1>") :], re.DOTALL)[:1]
    return [html.unescape(link) for link in re.findall(r'href="([^"]+)"', shown)]


@pytest.mark.parametrize("thing", RECORDS)
def test_a_record_leads_to_all_that_its_government_does(service: Running, thing: str) -> None:
    page = service.get(f"/{thing}?lang=ja", Accept="text/html").text
    found = links(page)
    paths = [urlsplit(link).path for link in found]
    assert paths == ["/questions/government-card", "/questions/paid-and-reached", "/search", "/compare", "/timeline", "/explore"]
    for link in found[:-1]:
        at = urlsplit(link)
        assert parse_qsl(at.query) == [("government", "010006")]
        assert service.get(f"{at.path}?{at.query}", Accept="text/html").status == 200
    assert "北海道" in page[page.index("<h1>") : page.index("<h2>")]


def test_a_code_leads_to_what_has_it(service: Running) -> None:
    found = links(service.get("/code/target-group/juvenile?lang=en", Accept="text/html").text)
    at = urlsplit(found[0])
    assert (at.path, at.query) == ("/search", "target=juvenile")
    assert service.get(f"/search.json?{at.query}").json()["total"] > 5


def test_what_other_vocabularies_say_is_folded_away(service: Running) -> None:
    page = service.get("/id/government/010006?lang=en", Accept="text/html").text
    first, folded = page[: page.index("<details><summary>The same in other")], page[page.index("<details><summary>The same in other") :]
    assert f'href="{service.address}/ontology#governs"' in first
    for prefix in ("schema:", "org:", "prov:"):
        assert f">{prefix}" not in first
    assert "schema.org" in folded


def test_lines_are_parted_and_none_is_lost() -> None:
    def line(property_: str, other: str) -> Line:
        return Line(property_, "", other, is_iri=True, label="", language="", datatype="", graph="")

    rdf, tsu = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "https://w3id.org/tsunagi/ontology#"
    lines = [
        line(rdf, f"{tsu}City"),
        line(rdf, "https://schema.org/City"),
        line(f"{tsu}governs", "urn:a"),
        line("http://www.w3.org/ns/org#unitOf", "urn:b"),
    ]
    own, others = parted(lines)
    assert [one.other for _, group in own for one in group] == [f"{tsu}City", "urn:a"]
    assert [one.other for _, group in others for one in group] == ["https://schema.org/City", "urn:b"]


@pytest.mark.parametrize(("words", "language", "slug"), [("就職", "ja", "employment-results"), ("sex offences", "en", "sex-offence")])
def test_questions_with_the_words_are_found_too(service: Running, words: str, language: str, slug: str) -> None:
    page = service.get(f"/search?{urlencode({'q': words, 'lang': language})}", Accept="text/html").text
    assert f'href="{service.address}/questions/{slug}"' in page
    nothing = service.get(f"/search?{urlencode({'q': 'ぬるぽ', 'lang': language})}", Accept="text/html").text
    assert "/questions/employment-results" not in nothing


@pytest.mark.parametrize(("words", "told"), [("府中市", "東京都府中市、広島県府中市"), ("沖縄県", "沖縄県"), ("熊本市", ""), ("就労", "")])
def test_a_place_that_the_tables_do_not_have_is_told(service: Running, words: str, told: str) -> None:
    page = service.get(f"/search?q={quote(words)}&lang=ja", Accept="text/html").text
    assert ("は、読み取った表の自治体に入っていません。" in page) == bool(told)
    assert not told or f"{told} は、" in page


def test_the_other_language_of_an_answer_is_all_of_it(service: Running) -> None:
    page = service.get("/questions/government-card?government=010006&language=ja&lang=ja", Accept="text/html").text
    (other,) = re.findall(r'<a class="tongue" href="([^"]+)"', page)
    english = service.get(html.unescape(other).removeprefix(service.address), Accept="text/html").text
    assert '<table class="answer" lang="en">' in english
    assert "010006" in html.unescape(other)


def test_figures_of_a_workbook_are_numbers(service: Running) -> None:
    book = openpyxl.load_workbook(io.BytesIO(service.get("/questions/employment-results.xlsx?lang=ja").body))
    head, *rows = book.worksheets[0].iter_rows(values_only=True)
    place = head.index("数値")
    assert {row[place] for row in rows} == {None, 2, 7, 11}
    assert all(isinstance(row[head.index("時点")], str | None) for row in rows)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("-3", -3),
        ("2.5", 2.5),
        ("0", 0),
        ("010006", "010006"),
        ("1.50", "1.50"),
        ("=1", "=1"),
        ("1e3", "1e3"),
        ("", None),
        ("9" * 16, "9" * 16),
    ],
)
def test_only_what_is_written_as_a_number_is_one(text: str, value: object) -> None:
    cell = spreadsheets.cell_at(Workbook().worksheets[0], 1, 1)
    spreadsheets.number_in(cell, text, "here")
    assert (cell.value or None if text == "" else cell.value) == value


def test_notes_are_no_characters_of_the_source(service: Running) -> None:
    page = service.get("/id/outcome/moj-community-reoffending-prevention-model/H30/280003/2020-12/2-05?lang=ja", Accept="text/html").text
    notes = re.findall(r'<sup class="note"[^>]*><a href="#cue-(\d+)" aria-label="決め手 (\d+)">\d+</a></sup>', page)
    assert notes
    assert all(one == other for one, other in notes)


def test_a_government_leads_to_what_it_was_paid(service: Running) -> None:
    page = service.get("/id/government/280003?lang=ja", Accept="text/html").text
    (paid,) = [link for link in links(page) if "paid-and-reached" in link]
    at = urlsplit(paid)
    rows = service.get(f"{at.path}.json?{at.query}").json()["rows"]
    assert [(row["fiscal_year"], row["amount"]) for row in rows if row["amount"]] == [
        ("2018", "8000000"), ("2019", "11700000"), ("2020", "6774000"), ("2020", "6800000"),
    ]  # fmt: skip
    assert {row["value"] for row in rows if row["value"]} == {"246", "11"}
    assert "id/payment/judgit-2019-0010/2018-A-2" in page  # and its own page lists each


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_payment_shows_the_row_that_it_was_read_from(service: Running, language: str) -> None:
    page = service.get(f"/id/payment/judgit-2019-0010/2018-A-2?lang={language}", Accept="text/html").text
    row = page[page.index("<table") : page.index("</table>")]
    assert re.findall(r"<td[^>]*>(.*?)</td>", row) == [
        "2018",
        "A",
        "兵庫県",
        "800002028003",
        "モデル事業",
        '<mark class="own">8.0</mark>',
        "百万円",
    ]
    assert "/支出先/1" in page
    assert 'href="http://www.moj.go.jp/content/001333600.pdf"' in page
    assert f'href="{service.address}/id/payment-document/judgit-2019-0010"' in page
    assert service.get("/id/payment-document/judgit-2019-0010", Accept="text/html").status == 200


def test_a_contract_names_its_day(service: Running) -> None:
    page = service.get("/id/payment/gbizinfo-202102/2020-04-01-7000020310000?lang=en", Accept="text/html").text
    assert "day of the contract" in page
    assert "2020-04-01" in page[page.index("<table") : page.index("</table>")]
