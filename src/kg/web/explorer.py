"""How things are connected: ``/explore`` starts anywhere, shows what a thing is related to as a table and drawn, and goes on from each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.errors import QueryError
from kg.search.index import Wish
from kg.search.labels import value_label
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.links import PageLinks
from kg.web.media import HTML, PLAIN_JSON, suffixed
from kg.web.neighbourhoods import MOST, Neighbourhoods
from kg.web.problems import BAD_PARAMETER, NOT_FOUND, problem
from kg.web.searching import FRESH, asked
from kg.web.translations import translations

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.search.index import Found
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.neighbourhoods import Neighbourhood
    from kg.web.pages import Pages
    from kg.web.searching import Searching
    from kg.web.served import Serving

_LONGEST = 2_000
_LONGEST_WORDS = 200
_STARTS = 60
"""Things to start from that are listed."""


class Explorer:
    """Shows connections in what is served."""

    def __init__(self, asking: Asking, served: Serving, searching: Searching, pages: Pages, addresses: Addresses) -> None:
        self._served = served
        self._searching = searching
        self._pages = pages
        self._addresses = addresses
        self._neighbourhoods = Neighbourhoods(asking, addresses)

    async def show(self, exchange: Exchange, suffix: str) -> None:
        """Answer a request for /explore, with ``thing`` an IRI, or ``q`` words to find one by; with .json as Cytoscape.js takes it. Raises Problem."""
        only_read(exchange)
        form = suffixed(suffix, exchange.header(b"accept"), (HTML, PLAIN_JSON))
        given = dict(asked(exchange, "thing", "q", longest=_LONGEST))
        thing, words = given.get("thing", ""), given.get("q", "")[:_LONGEST_WORDS]
        if not thing:
            if form is not HTML:
                raise problem(BAD_PARAMETER, "thing=IRI を付けてください。", "give thing=IRI")
            content = self._starts(exchange.language, words, await self._found(words))
        else:
            around = await self._around(exchange, thing)
            if form is not HTML:
                body = json.dumps(around.document(), ensure_ascii=False, indent=1).encode()
                await exchange.respond(200, form.content_type, body, [VARY, FRESH])
                return
            content = self._page(exchange.language, around)
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])

    async def _around(self, exchange: Exchange, thing: str) -> Neighbourhood:
        iri = self._addresses.base + thing if thing.startswith(("id/", "code/")) else thing
        try:
            around = await self._neighbourhoods.around(exchange, iri)
        except (QueryError, ValueError) as error:
            raise problem(BAD_PARAMETER, f"thing が IRI ではありません（{thing[:200]}）。", f"thing is no IRI: {thing[:200]}") from error
        if around is None:
            raise problem(
                NOT_FOUND, f"このデータには <{iri[:500]}> についての記述がありません。", f"nothing is stated of <{iri[:500]}> here"
            )
        return around

    async def _found(self, words: str) -> Found | None:
        """Where one can start: what has the words, else the governments; None where this service cannot search."""
        if self._served.files is None:
            return None
        wish = Wish(words, {}) if words else Wish("", {"kind": ("government",)})
        return await self._searching.find(self._searching.opened, wish, 0, _STARTS)

    def _starts(self, language: str, words: str, found: Found | None) -> bytes:
        rows = found.rows if found else []
        starts = [(row["iri"], (language == "en" and row["title_en"]) or row["title"], value_label("kind", row["kind"])) for row in rows]
        return self._pages.render(
            "explore.html", language, title=_title(language), around=None, words=words, found=found, starts=starts, most=_STARTS,
            links=PageLinks(f"{self._addresses.public}/explore", language, [("q", words)] if words else []), step=self._step(language),
        )  # fmt: skip

    def _page(self, language: str, around: Neighbourhood) -> bytes:
        return self._pages.render(
            "explore.html", language, title=f"{around.thing.label} – {_title(language)}", around=around, most=MOST, words="",
            links=PageLinks(f"{self._addresses.public}/explore", language, [("thing", around.thing.iri)]), step=self._step(language),
        )  # fmt: skip

    def _step(self, language: str) -> Callable[[str], str]:
        """Where the connections of a thing are shown."""
        return lambda iri: f"{self._addresses.public}/explore?{urlencode({'thing': iri, 'lang': language})}"


def _title(language: str) -> str:
    return translations(language).gettext("つながり")
