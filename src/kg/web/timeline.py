"""From when projects and figures are: ``/timeline`` as a drawing with its table, and with .csv, .xlsx and .json as the files of the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.queries.binding import placed
from kg.queries.stored import stored_queries
from kg.web.chart import LEGEND, RIGHT, WIDTH, chart
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.media import ANSWERS, HTML, suffixed
from kg.web.moments import COLUMNS, Timeline, moments
from kg.web.searching import FRESH, asked, page_number, wished

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.moments import Line, Moment
    from kg.web.pages import Pages
    from kg.web.searching import Searching

_FACETS = ("cohort", "government")
_SHOWN = 50
"""Lines of governments on a page."""
_LONGEST = {"ja": 12, "en": 21}
"""Characters of a name that fit beside the drawing."""


class Timelines:
    """Draws the dates of what is served."""

    def __init__(self, asking: Asking, searching: Searching, pages: Pages, addresses: Addresses) -> None:
        self._asking = asking
        self._searching = searching
        self._pages = pages
        self._addresses = addresses
        self._query = stored_queries("page")["timeline"]
        self._release = ""
        self._every: list[Moment] = []

    async def show(self, exchange: Exchange, suffix: str) -> None:
        """Answer a request for /timeline, ``suffix`` being empty, or a dot and the name of a format. Raises Problem."""
        only_read(exchange)
        form = suffixed(suffix, exchange.header(b"accept"), ANSWERS)
        given = asked(exchange, "page", *_FACETS)
        wish = wished(given)
        release = self._asking.release
        every = await self._moments(exchange)
        found = [moment for moment in every if all(getattr(moment, facet) in wanted for facet, wanted in wish.chosen.items())]
        address = f"{self._addresses.public}/timeline?{urlencode([*wish.pairs(), ('lang', exchange.language)])}"
        cautions = [caution.in_language(exchange.language) for caution in self._query.cautions]
        timeline = Timeline(found, wish.chosen, exchange.language, release, address, cautions)
        if form is not HTML:
            await self._searching.send(exchange, timeline.table(lambda moment: self._opens(moment, exchange.language)), form)
            return
        lines = timeline.lines()
        pages = max(1, -(-len(lines) // _SHOWN))
        number = page_number(given, pages)
        content = self._page(timeline, every, lines[(number - 1) * _SHOWN : number * _SHOWN], (number, pages))
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])

    async def _moments(self, exchange: Exchange) -> list[Moment]:
        """All moments; asked once a release."""
        release = self._asking.release
        if release != self._release:
            every = moments(await self._asking.rows(exchange, placed(self._query, self._addresses.base)))
            if release != self._asking.release:
                return every
            self._release, self._every = release, every
        return self._every

    def _page(self, timeline: Timeline, every: Sequence[Moment], lines: Sequence[Line], place: tuple[int, int]) -> bytes:
        language = timeline.language
        labels = {moment.government: moment.label.in_language(language) for moment in every}
        return self._pages.timeline(
            timeline, lines, place, drawn=chart(timeline, lines), legend=LEGEND, width=WIDTH, right=RIGHT, most=_LONGEST[language],
            choices={"cohort": dict.fromkeys(moment.cohort for moment in every), "government": sorted(labels)}, labels=labels,
            columns=COLUMNS, opens=lambda moment: self._opens(moment, language), spoken=_spoken, empty=self._query.empty,
        )  # fmt: skip

    def _opens(self, moment: Moment, language: str) -> str:
        """What a moment opens: the list of its figures, or the thing itself."""
        if moment.what in {"as-of", "period", "undated"}:
            at = moment.date or "none"
            asked_for = {"government": moment.government, "cohort": moment.cohort, "at": at, "lang": language}
            return f"{self._addresses.public}/questions/dates?{urlencode(asked_for)}"
        return f"{self._addresses.here(moment.thing)}?lang={language}"


def _spoken(told: Sequence[str]) -> str:
    """A mark in words: whose it is, what, of which date, and how many."""
    cohort, government, what, name, date, _, _, count = told
    return " ".join(filter(None, (government or cohort, what, name, date, f"({count})" if count else "")))
