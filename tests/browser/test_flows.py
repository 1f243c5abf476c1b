"""What people come for, done with mouse and keyboard in a real browser."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, Visits, until

LABELS = {"ja": ("検索", "絞り込む", "比べる", "尋ねる"), "en": ("Search", "Narrow", "Compare", "Ask")}


def texts(table: Locator) -> list[list[str]]:
    """The words of a table's body, white space aside."""
    return [
        [re.sub(r"\s+", " ", cell.inner_text()).strip() for cell in row.locator("th, td").all()] for row in table.locator("tbody tr").all()
    ]


def saved(page: Page, button: Locator, place: Path) -> Path:
    with page.expect_download() as download:
        button.click()
    download.value.save_as(place / download.value.suggested_filename)
    return place / download.value.suggested_filename


@pytest.mark.parametrize(("language", "words", "title"), [("ja", "熊本市", "熊本市"), ("en", "Kumamoto City", "Kumamoto City")])
def test_find_a_government(visits: Visits, language: str, words: str, title: str) -> None:
    with visits() as visit:
        visit.open(f"/?lang={language}")
        page = visit.page
        page.get_by_role("searchbox").fill(words)
        page.get_by_role("search").get_by_role("button").click()
        page.locator("table.answer").get_by_role("link", name=title, exact=True).first.click()
        expect(page.locator("h1")).to_have_text(title)
        assert page.locator("html").get_attribute("lang") == language


def test_a_figure_opens_the_characters_that_it_was_read_from(visits: Visits) -> None:
    with visits() as visit:
        visit.open("/search?q=相談件数&kind=outcome&figures=with&lang=ja")
        page = visit.page
        row = page.locator("table.answer tbody tr").first
        figure = row.locator("td.num").first.inner_text().strip()
        row.get_by_role("link").first.click()
        marked = page.locator("table.source mark.own")
        expect(marked.first).to_be_visible()
        assert figure in "".join(marked.all_inner_texts()).replace(",", "").translate(str.maketrans("０１２３４５６７８９", "0123456789"))
        page.get_by_role("link", name="表全体の中で見る").first.click()
        assert page.locator("a.fact").count() > 20


def test_governments_are_compared(visits: Visits) -> None:
    with visits() as visit:
        visit.open("/compare?lang=ja")
        page = visit.page
        page.get_by_label("自治体 1", exact=True).select_option(label="北海道")
        page.get_by_label("自治体 2", exact=True).select_option(label="熊本市")
        page.get_by_role("button", name="比べる").click()
        assert page.locator("table.answer thead th").all_inner_texts()[-2:] == ["北海道", "熊本市"]
        link = page.locator("table.answer td.num a").first
        count = int(link.inner_text())
        link.click()
        expect(page.get_by_role("status")).to_have_text(f"{count} 件")


@pytest.mark.parametrize("path", ["/search?q=住居&lang=ja", "/map?lang=ja", "/compare?government=010006&government=430005&lang=ja"])
def test_the_file_is_the_screen(visits: Visits, tmp_path: Path, path: str) -> None:
    with visits() as visit:
        visit.open(path)
        screen = texts(visit.page.locator("table.answer").first)
        file = saved(visit.page, visit.page.locator(".files").get_by_role("link", name="CSV"), tmp_path)
        header, *rows = csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""))
        kept = [place for place, name in enumerate(header) if name not in {"cautions", "id"}]
        assert screen == [[re.sub(r"\s+", " ", row[place]).strip() for place in kept] for row in rows]


def graph(page: Page, script: str) -> object:
    return page.evaluate(f"(graph => {{ {script} }})(document.getElementById('explorer').graph)")


def wait_for_nodes(page: Page, more_than: int) -> int:
    until(page, "most => document.getElementById('explorer')?.graph?.nodes().length > most", more_than)
    return int(str(graph(page, "return graph.nodes().length")))


def test_connections_are_expanded_narrowed_and_taken_away(visits: Visits, tmp_path: Path) -> None:
    with visits() as visit:
        visit.open("/explore?thing=id/government/010006&lang=ja")
        page = visit.page
        first = wait_for_nodes(page, 0)
        page.get_by_role("button", name=re.compile("^広げる: 北海道 1")).first.click()
        more = wait_for_nodes(page, first)
        edges = int(str(graph(page, "return graph.edges().length")))
        assert page.locator("table.connections tbody tr").count() == edges
        expect(page.get_by_role("status")).to_contain_text(f"{more} 件のもの、{edges} 件の関係")

        page.get_by_role("checkbox", name=re.compile("^実績 ")).uncheck()
        shown = int(str(graph(page, "return graph.nodes().not('.off').length")))
        hidden = int(str(graph(page, "return graph.nodes().filter(node => node.data('kindLabel') === '実績').length")))
        assert hidden > 0
        assert shown == more - hidden
        rows = page.locator("table.connections tbody tr").count()
        assert rows == int(str(graph(page, "return graph.edges(':visible').length"))) < edges

        file = saved(page, page.get_by_role("button", name="GraphML"), tmp_path)
        read = networkx.read_graphml(file, force_multigraph=True)
        assert set(read.nodes) == set(json.loads(str(graph(page, "return JSON.stringify(graph.nodes().not('.off').map(n => n.id()))"))))
        assert read.number_of_edges() == rows
        assert "北海道" in {data["label"] for _, data in read.nodes(data=True)}

        drawn = ET.fromstring(saved(page, page.get_by_role("button", name="SVG"), tmp_path).read_text(encoding="utf-8"))  # noqa: S314 - our own
        assert len(drawn.findall(".//{http://www.w3.org/2000/svg}circle")) == shown
        assert len(drawn.findall(".//{http://www.w3.org/2000/svg}line")) == rows
        written = ["".join(text.itertext()) for text in drawn.findall("{http://www.w3.org/2000/svg}text")]
        assert written[0] == page.title() == drawn.findtext("{http://www.w3.org/2000/svg}title")
        assert written[1:] == sorted(set(json.loads(str(graph(page, "return JSON.stringify(graph.nodes().not('.off').map(n => n.data('kindLabel')))")))), key=written.index)  # fmt: skip
        assert saved(page, page.get_by_role("button", name="PNG"), tmp_path).read_bytes().startswith(b"\x89PNG\r\n")


def test_labels_stay_readable_among_a_hundred(visits: Visits) -> None:
    with visits(size=(1600, 1000)) as visit:
        visit.open("/explore?thing=id/government/010006&lang=ja")
        page, count = visit.page, wait_for_nodes(visit.page, 0)
        for turn in itertools.count():
            if count >= 100:
                break
            assert turn < 40
            count = wait_for_nodes(page, count - 1)
            page.locator("table.connections tbody button").nth(turn % 7).click()
            page.wait_for_timeout(150)
        page.wait_for_timeout(600)
        found = graph(
            page,
            """
            const boxes = graph.nodes().not('.off').map(n => n.boundingBox({includeLabels: true, includeEdges: false, includeOverlays: false}));
            const covered = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
              Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1) > 3 && Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1) > 3));
            return [boxes.length, covered.length, graph.zoom() * 14];
            """,
        )
        assert isinstance(found, list)
        nodes, covered, pixels = found
        assert nodes >= 100
        assert covered == 0
        assert pixels >= 11


def test_connections_by_keyboard_alone(visits: Visits) -> None:
    with visits() as visit:
        visit.open("/explore?thing=id/government/430005&lang=ja")
        page, first = visit.page, wait_for_nodes(visit.page, 0)
        button = page.locator("table.connections tbody button").first
        button.focus()
        page.keyboard.press("Enter")
        wait_for_nodes(page, first)
        drawing = page.locator(".drawing")
        drawing.focus()
        before = graph(page, "return [graph.pan().x, graph.zoom()]")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("+")
        assert graph(page, "return [graph.pan().x, graph.zoom()]") != before


def test_a_query_is_written_with_labels_and_asked(visits: Visits) -> None:
    with visits() as visit:
        visit.open("/query?lang=ja")
        page = visit.page
        field = page.locator(".cm-content")
        field.click()
        page.keyboard.press("Control+a")
        page.keyboard.type("SELECT ?a ?b WHERE { ?a ")
        page.keyboard.type("再委託先")
        option = page.locator(".cm-tooltip-autocomplete li").filter(has_text="tsu:contractor").filter(has_text="has contractor").first
        option.click()
        page.keyboard.type(" ?b }")
        assert "PREFIX tsu: <https://w3id.org/tsunagi/ontology#>" in field.inner_text()
        page.get_by_role("button", name="尋ねる").click()
        expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ 行"))
        page.get_by_role("navigation", name="見方").get_by_role("link", name="つながり").click()
        wait_for_nodes(page, 10)
        page.go_back()
        assert page.locator("#rows tbody tr").count() == 49


def test_a_mistake_is_marked_in_the_field(visits: Visits) -> None:
    with visits(refused=True) as visit:
        visit.open("/query?lang=ja&query=SELECT+*+WHERE+%7B%0A+FILTR(%3Fx)%0A%7D")
        expect(visit.page.get_by_role("alert")).to_contain_text("2:")
        expect(visit.page.locator(".cm-lint-marker-error")).to_have_count(1)


def test_bars_are_the_rows_of_the_table(visits: Visits) -> None:
    with visits() as visit:
        visit.open("/questions/employment-results?lang=ja")
        page = visit.page
        heads = page.locator("table.answer thead th").evaluate_all("cells => cells.map(cell => cell.dataset.name)")
        rows = [dict(zip(heads, row, strict=True)) for row in texts(page.locator("table.answer"))]
        wanted = [row["value"] for row in rows if row["value"] and row["unit"] == "人"]
        expect(page.locator("#chart svg")).to_be_visible()
        drawn = page.locator("#chart svg text").all_text_contents()
        assert len(wanted) == 3
        assert [text for text in drawn if text in wanted][-3:] == wanted
        expect(page.locator("#chart [role=status]")).to_contain_text(f"{len(wanted)} 行")


@pytest.mark.parametrize(
    "path",
    [
        "/search?q=就労&kind=outcome",
        "/map?type=employment-support",
        "/questions/dates?government=010006",
        "/explore?thing=id/government/010006",
    ],
)
def test_the_other_language_is_the_same_page_and_is_kept(visits: Visits, path: str) -> None:
    with visits() as visit:
        visit.open(f"{path}&lang=ja")
        page = visit.page
        rows = page.locator("main table").first.locator("tbody tr").count()
        page.get_by_role("link", name="English").click()
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.locator("main table").first.locator("tbody tr").count() == rows
        page.get_by_role("link", name="Map", exact=True).click()
        expect(page.locator("h1")).to_have_text("Map")


def test_by_keyboard_alone_from_the_first_page_to_a_figure(visits: Visits) -> None:
    with visits() as visit:
        visit.open("/?lang=ja")
        page = visit.page
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="本文へ")).to_be_focused()
        for _ in range(2):
            page.keyboard.press("Tab")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.type("就職者数")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?**")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")  # over what every page begins with
        link = page.locator("table.answer tbody a").first
        for _ in range(80):
            if link.evaluate("element => element === document.activeElement"):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("mark.own").first).to_be_visible()


def test_a_wide_table_scrolls_in_its_frame_on_a_phone(visits: Visits) -> None:
    with visits(size=PHONE) as visit:
        visit.open("/questions/government-card?government=430005&lang=ja")
        frame = visit.page.locator(".wide").first
        assert frame.evaluate("element => element.scrollWidth > element.clientWidth")
        frame.focus()
        visit.page.keyboard.press("ArrowRight")
        until(visit.page, "() => document.querySelector('.wide').scrollLeft > 0")
