"""A source document row by row: all of its characters stand there, and whatever was read from some of them can be reached from them."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
import pytest
from tests.conftest import Tables
from tests.web.conftest import Running, start

from kg import resources
from kg.release.build import build
from kg.settings import Settings

ROW = re.compile(r'<tr id="row-(\d+)"><th scope="row">\d+</th>(.*?)</tr>', re.DOTALL)
CELL = re.compile(r"<td[^>]*>(.*?)</td>", re.DOTALL)
FACT = re.compile(r'<a class="fact f-(\w+)" href="([^"]+)" title="([^"]+)">(.*?)</a>', re.DOTALL)
HEADER = ["自治体名", "担当部署", "再委託先", "主な事業内容", "主な活動実績"]


def plain(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


def pages_of(service: Running) -> list[str]:
    """All pages of the only document."""
    (document,) = service.get("/search.json?kind=document").json()["rows"]
    key = document["id"].rpartition("/")[2]
    found: list[str] = []
    while not found or 'rel="next"' in found[-1]:
        answer = service.get(f"/table/{key}?page={len(found) + 1}&lang=ja", Accept="text/html")
        assert answer.status == 200, answer.text
        found.append(answer.text)
    return found


def test_nothing_of_the_document_is_lost(service: Running, source_text: str) -> None:
    shown = {int(number): "".join(map(plain, CELL.findall(cells))) for page in pages_of(service) for number, cells in ROW.findall(page)}
    lines = source_text.splitlines()
    assert set(shown) == {number for number, line in enumerate(lines, start=1) if line.strip()}
    for number, text in shown.items():
        assert "".join(text.split()) == "".join(lines[number - 1].split()), number


def test_every_stretch_leads_to_what_was_read_from_it(service: Running, embedded: Tables) -> None:
    facts = [fact for page in pages_of(service) for fact in FACT.findall(page)]
    assert {kind for kind, _, _, _ in facts} == {
        "finding",
        "outcome",
        "intervention",
        "organization",
        "department",
        "commission",
        "project",
    }
    passages = service.query(
        "PREFIX tsu: <https://w3id.org/tsunagi/ontology#> SELECT DISTINCT ?p { ?p a tsu:SourcePassage . ?r tsu:wasReadFrom ?p . "
        "VALUES ?c { tsu:Finding tsu:Outcome tsu:Intervention tsu:Organization tsu:Department tsu:Commission tsu:Project } ?r a ?c }"
    ).json()["results"]["bindings"]
    assert len(facts) == len(passages)
    outcomes = {link.rpartition("/id/")[2] for _, link, _, _ in facts if "/id/outcome/" in link}
    figures = {row["outcome_id"].rpartition("/id/")[2] for row in embedded["outcomes"] if row["value"]}
    alone = {html.unescape(outcome) for outcome in outcomes} & figures
    assert len(alone) == len(figures)  # a figure is one outcome's own
    for _, link, title, text in facts[::60]:
        address = urlsplit(html.unescape(link))
        opened = service.get(address.path, Accept="text/html")
        assert opened.status == 200, link
        assert title
        assert "".join(plain(text).split())[:8] in "".join(plain(opened.text).split())


def test_a_figure_leads_to_its_row_and_back(service: Running) -> None:
    housing = service.get("/questions/housing.json?lang=ja").json()["rows"][0]
    page = service.get(urlsplit(housing["id"]).path.replace("/tsunagi", "", 1), Accept="text/html").text
    link = re.search(r'<a href="([^"]+#row-\d+)">表全体の中で見る', page)
    assert link
    address = urlsplit(html.unescape(link[1]))
    table = service.get(f"{address.path}?{address.query}", Accept="text/html").text
    assert f'id="{address.fragment}"' in table
    row = next(cells for number, cells in ROW.findall(table) if f"row-{number}" == address.fragment)
    assert "outcome" in row or "intervention" in row


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/table/nothing", 404),
        ("/table/", 404),
        ("/table", 404),
        ("/table/{key}?page=0", 404),
        ("/table/{key}?page=6", 404),
        ("/table/{key}?x=1", 400),
    ],
    ids=str,
)
def test_what_is_not_there_is_told(service: Running, path: str, status: int) -> None:
    key = service.get("/search.json?kind=document").json()["rows"][0]["id"].rpartition("/")[2]
    assert service.get(path.format(key=key)).status == status


def test_the_page_of_a_document_leads_to_its_rows(service: Running) -> None:
    document = service.get("/search.json?kind=document").json()["rows"][0]["id"]
    key = document.rpartition("/")[2]
    assert f"/table/{key}?lang=" in service.get(f"/id/source/{key}", Accept="text/html").text


def test_sheets_stand_one_behind_the_other_and_hostile_text_stays_text(tmp_path: Path) -> None:
    text = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8")
    title = next(line.strip() for line in text.splitlines() if "開始分" in line)
    book = openpyxl.Workbook()
    first, second = book.worksheets[0], book.create_sheet("二枚目")
    first.title = "一枚目"
    for sheet, name, contractor in ((first, "北海道", "(株)<b>太字</b>"), (second, "青森県", "—")):
        for line in ([title], HEADER, [f"1 {name}", "福祉課", contractor, "①研修会を開催。", "■研修会開催回数 3回"]):
            sheet.append(line)
    book.save(tmp_path / "table.xlsx")
    running = start(build([tmp_path / "table.xlsx"], tmp_path / "release", Settings(all_places=False)).path, tmp_path / "log")
    try:
        (page,) = pages_of(running)
        assert page.index("<h2>一枚目</h2>") < page.index("北海道") < page.index("<h2>二枚目</h2>") < page.index("青森県")
        assert "<b>太字" not in page
        assert "&lt;b&gt;太字" in page
        assert "3回" in plain(page)
        assert any(kind == "outcome" for kind, _, _, _ in FACT.findall(page))
    finally:
        running.stop()
