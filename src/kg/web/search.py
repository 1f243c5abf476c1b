"""What the release holds, searched: ``/search`` as a page, and with .csv, .xlsx and .json as the files of the same rows."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from kg.errors import KgError
from kg.search.entries import FACETS
from kg.search.files import SearchResult, as_csv, as_json, as_xlsx
from kg.search.index import Wish
from kg.web.endpoint import method_refused
from kg.web.media import ANSWERS, HTML, PLAIN_JSON, Format, suffixed
from kg.web.problems import BAD_PARAMETER, NOT_ACCEPTABLE, NOT_FOUND, TIME_LIMIT, TOO_LARGE, problem

if TYPE_CHECKING:
    from kg.search.index import Found
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.pages import Pages
    from kg.web.served import Serving

_WRITERS = {"csv": as_csv, "json": as_json, "xlsx": as_xlsx}
_SHOWN = 50
"""Entries on a page."""
_MOST_IN_A_FILE = {"csv": 100_000, "json": 100_000, "xlsx": 10_000}
_LONGEST = 200
"""Characters of what is looked for, or of a value."""
_MOST_PARAMETERS = 64
_SECONDS = 5.0
_OTHERS = ("q", "page", "lang")
_VARY = (b"vary", b"Accept, Accept-Language")
_FRESH = (b"cache-control", b"public, max-age=300")


class Search:
    """Searches the release that is served, one search at a time: each takes milliseconds."""

    def __init__(self, asking: Asking, served: Serving, pages: Pages, addresses: Addresses) -> None:
        self._asking = asking
        self._served = served
        self._pages = pages
        self._addresses = addresses
        self._one = asyncio.Semaphore(1)

    async def show(self, exchange: Exchange, suffix: str) -> None:
        """Answer a request for /search, ``suffix`` being empty, or a dot and the name of a format. Raises Problem."""
        if exchange.method not in {"GET", "HEAD"}:
            raise method_refused("GET, HEAD, OPTIONS")
        form = suffixed(suffix, exchange.header(b"accept"), ANSWERS)
        asked = _asked(exchange)
        wish = _wish(asked)
        if form is HTML:
            await self._page(exchange, wish, _number(asked))
            return
        result = await self._found(exchange, wish, 0, _MOST_IN_A_FILE[form.name])
        if result.found.total > len(result.found.rows):
            most, found = len(result.found.rows), result.found.total
            raise problem(
                TOO_LARGE,
                f"このファイルに書けるのは {most:,} 行までです（{found:,} 行あります）。条件を絞ってください。",
                f"this kind of file has at most {most:,} rows, and there are {found:,}; narrow the search",
                limit=most,
            )
        content = await self._file(result, form)
        disposition = [] if form is PLAIN_JSON else [(b"content-disposition", f'attachment; filename="search.{form.name}"'.encode())]
        await exchange.respond(200, form.content_type, content, [*disposition, _VARY, _FRESH])

    async def _file(self, result: SearchResult, form: Format) -> bytes:
        async with self._one:
            try:
                return await asyncio.to_thread(_WRITERS[form.name], result)
            except KgError as error:
                raise problem(NOT_ACCEPTABLE, error.message.ja, error.message.en) from error

    async def _page(self, exchange: Exchange, wish: Wish, number: int) -> None:
        result = await self._found(exchange, wish, (number - 1) * _SHOWN, _SHOWN)
        pages = max(1, -(-result.found.total // _SHOWN))
        if number > pages:
            raise problem(NOT_FOUND, f"ページは 1 から {pages} までです。", f"there are pages 1 to {pages}")
        content = self._pages.search(result, (number, pages))
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, _VARY, _FRESH])

    async def _found(self, exchange: Exchange, wish: Wish, first: int, most: int) -> SearchResult:
        opened = self._served.files
        if opened is None:
            raise problem(
                NOT_FOUND,
                "このサービスには検索の索引がありません（検索用データは別のサーバーにあります）。/questions と /sparql をお使いください。",
                "this service has no index for searches (its store is elsewhere); use /questions and /sparql instead",
            )
        async with self._one:
            try:
                found: Found = await asyncio.to_thread(opened.search.find, wish, first, most, min(_SECONDS, self._asking.limits.seconds))
            except TimeoutError as error:
                raise problem(
                    TIME_LIMIT,
                    "検索に時間がかかりすぎました。言葉を足して絞ってください。",
                    "the search took too long; narrow it with more words",
                ) from error
        parameters = [
            ("q", wish.words),
            *((name, value) for name, values in wish.chosen.items() for value in values),
            ("lang", exchange.language),
        ]
        return SearchResult(
            wish, found, exchange.language, opened.release.identity, f"{self._addresses.public}/search?{urlencode(parameters)}"
        )


def _asked(exchange: Exchange) -> list[tuple[str, str]]:
    try:
        return parse_qsl(exchange.query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except ValueError as error:
        raise problem(
            BAD_PARAMETER,
            f"アドレスの引数が読めません（{_MOST_PARAMETERS} 個まで）。",
            f"the parameters of the address cannot be read (there may be {_MOST_PARAMETERS})",
        ) from error


def _wish(asked: list[tuple[str, str]]) -> Wish:
    """What the address asks for; a facet that is there without value is not asked for."""
    chosen: dict[str, tuple[str, ...]] = {}
    words = ""
    for name, value in asked:
        if len(value) > _LONGEST:
            raise problem(
                BAD_PARAMETER, f"{name[:20]} は {_LONGEST} 文字までです。", f"{name[:20]!r} may have {_LONGEST} characters", limit=_LONGEST
            )
        if name == "q":
            words = value.strip()
        elif name in FACETS:
            chosen[name] = tuple(dict.fromkeys([*chosen.get(name, ()), *([value] if value else [])]))
        elif name not in _OTHERS:
            known = ", ".join([*_OTHERS, *FACETS])
            raise problem(BAD_PARAMETER, f"引数 {name[:50]} はありません（{known}）。", f"there is no parameter {name[:50]!r} ({known})")
    return Wish(words, {name: chosen[name] for name in FACETS if chosen.get(name)})


def _number(asked: list[tuple[str, str]]) -> int:
    text = dict(asked).get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and int(text) >= 1):
        raise problem(NOT_FOUND, "ページは 1 から始まる数です。", "a page is a number from 1 on")
    return int(text)
