"""What there is at a glance: governments side by side (``/compare``) and Japan in squares (``/map``), as pages and as files of the same numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.search.comparison import FEWEST, MOST, Compared, Comparison, compared, wishes
from kg.search.entries import FACETS
from kg.search.index import Wish
from kg.search.labels import facet_label, government_label, value_label, value_order
from kg.search.tiles import TileMap, tiles
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.links import PageLinks, asked_for
from kg.web.media import ANSWERS, HTML, suffixed
from kg.web.problems import BAD_PARAMETER, problem
from kg.web.searching import FRESH, asked, wished
from kg.web.translations import translations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.search.index import Found
    from kg.web.addresses import Addresses
    from kg.web.exchange import Exchange
    from kg.web.pages import Pages
    from kg.web.searching import Searching

MEASURES = ("intervention", "outcome", "government", "contractor")
"""Kinds of entries that the map can count; the first is what it counts unless it is told another."""

_MAP_FACETS = ("type", "target", "stage", "function", "cohort")
"""What the map can be narrowed by on its page; its address takes all facets but the prefecture."""


class Overviews:
    """Compares and maps what is served."""

    def __init__(self, searching: Searching, pages: Pages, addresses: Addresses) -> None:
        self._searching = searching
        self._pages = pages
        self._addresses = addresses

    async def compare(self, exchange: Exchange, suffix: str) -> None:
        """Answer a request for /compare, ``suffix`` being empty, or a dot and the name of a format. Raises Problem."""
        only_read(exchange)
        form = suffixed(suffix, exchange.header(b"accept"), ANSWERS)
        keys = wished(asked(exchange, "government")).chosen.get("government", ())
        if len(keys) > MOST:
            raise problem(
                BAD_PARAMETER,
                f"比べられるのは {MOST} 団体までです。",
                f"up to {MOST} governments can be compared",
                limit=MOST,
            )
        opened = self._searching.opened
        found = {(key, kind): await self._searching.find(opened, wish) for key in keys for kind, wish in wishes(key).items()}
        parameters = urlencode([*(("government", key) for key in keys), ("lang", exchange.language)])
        address = f"{self._addresses.public}/compare?{parameters}"
        comparison = Comparison(keys, compared(keys, found, value_order), exchange.language, opened.release.identity, address)
        if form is not HTML:
            await self._searching.send(exchange, comparison.table(), form)
            return
        there = await self._searching.find(opened, Wish("", {"kind": ("government",)}))
        content = self._compared(comparison, sorted(key for key, _ in there.facets["government"]))
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])

    async def map(self, exchange: Exchange, suffix: str) -> None:
        """Answer a request for /map, ``suffix`` being empty, or a dot and the name of a format. Raises Problem."""
        only_read(exchange)
        form = suffixed(suffix, exchange.header(b"accept"), ANSWERS)
        wish = wished(asked(exchange, "q", *FACETS))
        kinds = wish.chosen.get("kind", MEASURES[:1])
        if len(kinds) > 1 or kinds[0] not in MEASURES or "prefecture" in wish.chosen:
            raise problem(
                BAD_PARAMETER,
                f"地図で数えられるのは kind のうち {'、'.join(MEASURES)} のどれか一つで、prefecture では絞れません。",
                f"the map counts one kind of {', '.join(MEASURES)}, and cannot be narrowed by prefecture",
            )
        wish = Wish(wish.words, {**wish.chosen, "kind": kinds})
        opened = self._searching.opened
        found = await self._searching.find(opened, wish)
        parameters = urlencode([*asked_for(wish), ("lang", exchange.language)])
        address = f"{self._addresses.public}/map?{parameters}"
        drawn = TileMap(wish, tiles(dict(found.facets["prefecture"])), exchange.language, opened.release.identity, address)
        if form is not HTML:
            await self._searching.send(exchange, drawn.table(), form)
            return
        content = self._drawn(drawn, found)
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])

    def _compared(self, comparison: Comparison, governments: Sequence[str]) -> bytes:
        """The page of governments side by side, of which there are ``governments`` to choose from."""
        language, public = comparison.language, self._addresses.public

        def entries(row: Compared, government: str) -> str:
            pairs = [*wishes(government)[row.kind].pairs(), (row.facet, row.value), ("lang", language)]
            return f"{public}/search?{urlencode(pairs)}"

        return self._pages.render(
            "compare.html", language, title=translations(language).gettext("自治体を比べる"), comparison=comparison,
            governments=governments, links=PageLinks(f"{public}/compare", language, [("government", key) for key in comparison.governments]),
            entries=entries, label=lambda key: government_label(key).in_language(language), most=MOST, facet_label=facet_label,
            value_label=value_label, fewest=FEWEST,
        )  # fmt: skip

    def _drawn(self, drawn: TileMap, found: Found) -> bytes:
        """The page of Japan in squares; ``found`` has the values to narrow by."""
        language, public = drawn.language, self._addresses.public
        links = PageLinks(f"{public}/map", language, asked_for(drawn.wish))

        def entries(prefecture: str) -> str:
            return f"{public}/search?{urlencode([*links.pairs, ('prefecture', prefecture), ('lang', language)])}"

        return self._pages.render(
            "map.html", language, title=translations(language).gettext("地図で見る"), drawn=drawn, found=found, measures=MEASURES, links=links,
            entries=entries, facet_label=facet_label, value_label=value_label, facets=_MAP_FACETS,
        )  # fmt: skip
