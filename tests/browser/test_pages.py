"""Every kind of page in a real browser: nothing that it complains of, nothing that axe finds, nothing wider than the screen, in both languages and schemes."""

from __future__ import annotations

from itertools import product

import pytest

from tests.browser.conftest import DESKTOP, PHONE, Visits, until_drawn
from tests.web.kinds import LONG, PAGES, REFUSED

COMBINATIONS = list(product(("ja", "en"), (False, True), (DESKTOP, PHONE)))


def look(visits: Visits, name: str, language: str, *, dark: bool, size: tuple[int, int]) -> None:
    with visits(dark=dark, size=size, refused=name in REFUSED) as visit:
        visit.open(f"{PAGES[name]}&lang={language}")
        page = visit.page
        if page.locator("#explorer").count():
            until_drawn(page)
        if page.locator("textarea#query").count() and "chart" not in name and "graph" not in name:
            page.wait_for_selector(".cm-content")
        assert page.locator("h1").count() == 1
        assert page.locator("html").get_attribute("lang") == language
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], "wider than the screen"
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == ("rgb(23, 24, 27)" if dark else "rgb(255, 255, 255)")
        assert visit.axe() == []


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.full) if name in LONG else name for name in PAGES])
def test_a_page(visits: Visits, name: str) -> None:
    """One combination for each page, all of them over the pages; the whole matrix is in ``make test-full``."""
    language, dark, size = COMBINATIONS[list(PAGES).index(name) % len(COMBINATIONS)]
    look(visits, name, language, dark=dark, size=size)


@pytest.mark.full
@pytest.mark.parametrize(("language", "dark", "size"), COMBINATIONS, ids=str)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_every_way(visits: Visits, name: str, language: str, dark: bool, size: tuple[int, int]) -> None:
    look(visits, name, language, dark=dark, size=size)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_without_script(visits: Visits, name: str) -> None:
    """What a page is for stands there without JavaScript: its words, its tables, its forms; nothing waits for an island."""
    with visits(script=False, refused=name in REFUSED) as visit:
        visit.open(f"{PAGES[name]}&lang=ja")
        page = visit.page
        assert page.locator("h1").is_visible()
        assert len(page.locator("main").inner_text()) > 40
        for table in page.locator("main table").all():
            assert table.locator("tr").count() > 1 or "query-graph" in name
        if name.startswith("query"):
            assert page.locator("textarea#query").is_visible()
        assert not page.locator("#chart").is_visible()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_on_paper(visits: Visits, name: str) -> None:
    with visits(dark=True, refused=name in REFUSED) as visit:
        visit.open(f"{PAGES[name]}&lang=ja")
        visit.page.emulate_media(media="print")
        assert not visit.page.locator("header nav").is_visible()
        assert visit.page.locator("h1").is_visible()
