"""Hostile words of a table in a real browser: they stay words, on every kind of page and in what is drawn."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser

from kg import resources
from kg.release.build import build
from kg.settings import Settings
from tests.browser.conftest import DESKTOP, PHONE, Visits, serving, until_drawn
from tests.web.conftest import Running

pytestmark = pytest.mark.full
MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}%(x)s"
COMBINING = "セ\u309a"
"""Two code points that are read as one character and have no single one."""
BACKWARDS = "\u202eبلدية اختبار\u202c"
LONG = "長い名前" * 1200
CHANGES = {
    "(株) ピーアールセンター": f"(株) {MARKUP}",
    "栃木ダルク": f"{BACKWARDS}{COMBINING * 14}ダルク",
    "情報の共有": f"情報{MARKUP}{LONG}の共有",
}
BY_LABEL = "SELECT ?s ?o { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o FILTER(CONTAINS(?o, 'onerror')) }"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    place = tmp_path_factory.mktemp("hostile")
    text = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8")
    for words, others in CHANGES.items():
        assert words in text
        text = text.replace(words, others)
    (place / "table.txt").write_text(text, encoding="utf-8")
    release = build([place / "table.txt"], place / "release", Settings(all_places=False))
    with serving(release, place) as running:
        yield running


@pytest.fixture(scope="module")
def opened(browser: Browser, hostile: Running) -> Visits:
    return Visits(browser, hostile.address)


def things(hostile: Running) -> dict[str, str]:
    """Paths of the things with hostile names, by the kind of their IRI."""
    rows = hostile.query(
        "SELECT DISTINCT ?s { ?s ?p ?o FILTER(ISLITERAL(?o) && (CONTAINS(?o, 'onerror') || CONTAINS(?o, '長い名前長い名前') || CONTAINS(?o, 'بلدية'))) "
        "FILTER(CONTAINS(STR(?s), '/id/') && !CONTAINS(STR(?s), '#')) }"
    ).json()["results"]["bindings"]
    found = [row["s"]["value"].partition("/tsunagi")[2] for row in rows]
    return {path.split("/")[2]: path for path in sorted(found, key=lambda path: ("%3Cscript" in path, path))}


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=str)
def test_hostile_words_stay_words_on_every_page(hostile: Running, opened: Visits, size: tuple[int, int]) -> None:
    found = things(hostile)
    assert {"organization", "intervention", "commission"} <= set(found)
    paths = [quote(path, safe="/%") for path in found.values()]
    paths += [f"/explore?{urlencode({'thing': path.lstrip('/')})}" for path in found.values()]
    paths += [
        "/search?q=alert", "/search?kind=outcome&government=010006", "/questions/government-card?government=010006", "/questions/contractor-directory",
        "/compare?government=010006&government=030007", "/timeline?government=010006", "/map", "/networks",
        f"/query?{urlencode({'query': BY_LABEL})}",
        f"/query?{urlencode({'query': 'CONSTRUCT WHERE { ?s <https://w3id.org/tsunagi/ontology#contractor> ?o }', 'view': 'graph'})}",
    ]  # fmt: skip
    for path in paths:
        with opened(size=size) as visit:
            visit.page.on("dialog", lambda dialog: visit.complaints.append(f"dialog: {dialog.message}"))
            visit.open(path)
            if visit.page.locator("#explorer").count():
                until_drawn(visit.page)
            visit.page.wait_for_timeout(100)
            assert visit.page.locator("main img").count() == 0, path
            assert visit.page.evaluate("document.documentElement.scrollWidth") <= size[0], path
            assert "49%(x)s" not in visit.page.content()


def test_a_citation_is_not_turned_round(hostile: Running, opened: Visits) -> None:
    with opened() as visit:
        visit.open(quote(things(hostile)["organization"], safe="/%"))
        last = visit.page.locator("main p").last
        assert last.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"
        iri = last.locator(".iri")
        assert iri.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"


def test_a_picture_of_hostile_words_is_well_formed(hostile: Running, opened: Visits, tmp_path: Path) -> None:
    with opened() as visit:
        visit.open(f"/explore?{urlencode({'thing': things(hostile)['organization'].lstrip('/')})}")
        page = visit.page
        until_drawn(page)
        for name in ("SVG", "GraphML"):
            with page.expect_download() as download:
                page.get_by_role("button", name=name).click()
            download.value.save_as(tmp_path / name)
        drawn = ET.fromstring((tmp_path / "SVG").read_text(encoding="utf-8"))  # noqa: S314 - our own
        assert not drawn.findall(f".//{SVG}script")
        assert any("onerror" in "".join(title.itertext()) for title in drawn.findall(f".//{SVG}title"))
        graph = ET.fromstring((tmp_path / "GraphML").read_text(encoding="utf-8"))  # noqa: S314 - our own
        assert any(MARKUP in "".join(data.itertext()) for data in graph.iter() if data.tag.endswith("data"))


def test_a_picture_parts_no_character_from_its_mark(hostile: Running, opened: Visits, tmp_path: Path) -> None:
    rows = hostile.query(f"SELECT ?s {{ ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o FILTER(CONTAINS(?o, '{COMBINING}')) }}").json()
    thing = next(row["s"]["value"] for row in rows["results"]["bindings"] if "/id/organization/" in row["s"]["value"])
    with opened() as visit:
        visit.open(f"/explore?{urlencode({'thing': thing})}")
        until_drawn(visit.page)
        with visit.page.expect_download() as download:
            visit.page.get_by_role("button", name="SVG").click()
        download.value.save_as(tmp_path / "picture.svg")
    drawn = ET.fromstring((tmp_path / "picture.svg").read_text(encoding="utf-8"))  # noqa: S314 - our own
    lines = ["".join(text.itertext()) for text in drawn.iter(f"{SVG}text")]
    assert sum(COMBINING in line for line in lines) > 1
    assert not [line for line in lines if line.startswith("\u309a")]
