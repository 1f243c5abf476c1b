"""What the release holds, searched: ``/search`` as a page, and with .csv, .xlsx and .json as the files of the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.queries.stored import stored_queries
from kg.search.entries import FACETS
from kg.search.index import Wish
from kg.search.results import SearchResult
from kg.search.words import comparable
from kg.text.places import gazetteer
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.media import ANSWERS, HTML, suffixed
from kg.web.searching import FRESH, MOST_IN_A_FILE, asked, page_number, refuse_many, wished

if TYPE_CHECKING:
    from kg.queries.stored import StoredQuery
    from kg.web.addresses import Addresses
    from kg.web.exchange import Exchange
    from kg.web.pages import Pages
    from kg.web.searching import Asked, Searching

_GOVERNMENTS = Wish("", {"kind": ("government",)})
_SHOWN = 50
"""Entries on a page."""


class Search:
    """The page of a search, and its files."""

    def __init__(self, searching: Searching, pages: Pages, addresses: Addresses) -> None:
        self._searching = searching
        self._pages = pages
        self._addresses = addresses

    async def show(self, exchange: Exchange, suffix: str) -> None:
        """Answer a request for /search, ``suffix`` being empty, or a dot and the name of a format. Raises Problem."""
        only_read(exchange)
        form = suffixed(suffix, exchange.header(b"accept"), ANSWERS)
        given = asked(exchange, "q", "page", *FACETS)
        wish = wished(given)
        if form is HTML:
            await self._page(exchange, wish, given)
            return
        result = await self._result(exchange, wish, 0, MOST_IN_A_FILE[form.name])
        refuse_many(result.found.total, form)
        await self._searching.send(exchange, result.table(), form)

    async def _page(self, exchange: Exchange, wish: Wish, given: Asked) -> None:
        number = page_number(given)
        result = await self._result(exchange, wish, (number - 1) * _SHOWN, _SHOWN)
        pages = max(1, -(-result.found.total // _SHOWN))
        page_number(given, pages)
        there = {key for key, _ in (await self._searching.find(self._searching.opened, _GOVERNMENTS)).facets["government"]}
        content = self._pages.search(result, (number, pages), _questions(wish.words), _elsewhere(wish.words, there, exchange.language))
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])

    async def _result(self, exchange: Exchange, wish: Wish, first: int, most: int) -> SearchResult:
        opened = self._searching.opened
        found = await self._searching.find(opened, wish, first, most)
        parameters = urlencode([("q", wish.words), *wish.pairs(), ("lang", exchange.language)])
        return SearchResult(wish, found, exchange.language, opened.release.identity, f"{self._addresses.public}/search?{parameters}")


def _questions(words: str) -> list[StoredQuery]:
    """Stored questions that have all of the words, in either language."""
    wanted = [comparable(word).text for word in words.split()]
    told = {
        asked: comparable(f"{asked.question.ja} {asked.question.en} {asked.summary}").text for asked in stored_queries("question").values()
    }
    return [asked for asked, text in told.items() if wanted and all(word in text for word in wanted)]


def _elsewhere(words: str, there: set[str], language: str) -> str:
    """Places that the words name while none of them is among the governments that are ``there``; empty where it is otherwise."""
    places = gazetteer().resolve(words) if words.strip() else ()
    if any(place.code in there for place in places):
        return ""
    separator = "、" if language == "ja" else ", "
    return separator.join(f"{place.prefecture}{place.name}" if place.kind != "prefecture" else place.name for place in places)
