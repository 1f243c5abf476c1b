"""What all pages that search share: reading the address, asking the index of what is served, and handing out a table."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from kg.errors import KgError
from kg.export.answer_tables import as_csv, as_json, as_xlsx
from kg.search.entries import FACETS
from kg.search.index import Wish
from kg.web.exchange import VARY
from kg.web.media import PLAIN_JSON
from kg.web.problems import BAD_PARAMETER, NOT_ACCEPTABLE, NOT_FOUND, TIME_LIMIT, TOO_LARGE, problem

if TYPE_CHECKING:
    from kg.export.answer_tables import AnswerTable
    from kg.search.index import Found
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.media import Format
    from kg.web.served import Opened, Serving

Asked = list[tuple[str, str]]
"""The parameters of an address in their order."""
_WRITERS = {"csv": as_csv, "json": as_json, "xlsx": as_xlsx}
_LONGEST = 200
"""Characters of what is looked for, or of a value."""
_MOST_PARAMETERS = 64
_SECONDS = 5.0
MOST_IN_A_FILE = {"csv": 100_000, "json": 100_000, "xlsx": 10_000}
"""Rows of a table that is handed out."""
FRESH = (b"cache-control", b"public, max-age=300")


class Searching:
    """Searches the release that is served, one search at a time: each takes milliseconds."""

    def __init__(self, asking: Asking, served: Serving) -> None:
        self._asking = asking
        self._served = served
        self._one = asyncio.Semaphore(1)

    @property
    def opened(self) -> Opened:
        """The release that is searched. Raises Problem where there is no index of what is served."""
        opened = self._served.files
        if opened is None:
            raise problem(
                NOT_FOUND,
                "このサービスには検索の索引がありません（検索用データは別のサーバーにあります）。/questions と /sparql をお使いください。",
                "this service has no index for searches (its store is elsewhere); use /questions and /sparql instead",
            )
        return opened

    async def find(self, opened: Opened, wish: Wish, first: int = 0, most: int = 0) -> Found:
        """What there is for a wish. Raises Problem where that takes too long."""
        async with self._one:
            try:
                return await asyncio.to_thread(opened.search.find, wish, first, most, min(_SECONDS, self._asking.limits.seconds))
            except TimeoutError as error:
                raise problem(
                    TIME_LIMIT,
                    "検索に時間がかかりすぎました。言葉を足して絞ってください。",
                    "the search took too long; narrow it with more words",
                ) from error

    async def send(self, exchange: Exchange, table: AnswerTable, form: Format) -> None:
        """Send a table as a file. Raises Problem where it does not fit into one."""
        refuse_many(len(table.rows), form)
        async with self._one:
            try:
                content = await asyncio.to_thread(_WRITERS[form.name], table)
            except KgError as error:
                raise problem(NOT_ACCEPTABLE, error.message.ja, error.message.en) from error
        disposition = [] if form is PLAIN_JSON else [(b"content-disposition", f'attachment; filename="{table.where}.{form.name}"'.encode())]
        await exchange.respond(200, form.content_type, content, [*disposition, VARY, FRESH])


def refuse_many(found: int, form: Format) -> None:
    """Raise Problem (413) where there are more rows than a kind of file may have."""
    most = MOST_IN_A_FILE[form.name]
    if found > most:
        raise problem(
            TOO_LARGE,
            f"このファイルに書けるのは {most:,} 行までです（{found:,} 行あります）。条件を絞ってください。",
            f"this kind of file has at most {most:,} rows, and there are {found:,}; narrow the search",
            limit=most,
        )


def asked(exchange: Exchange, *names: str, longest: int = _LONGEST, form: bytes | None = None) -> Asked:
    """The parameters of the address, or of a ``form`` that was sent: lang, and those with ``names``.

    Raises Problem where there are others, or one is longer than ``longest``.
    """
    try:
        given = parse_qsl(
            (exchange.query_string if form is None else form).decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_PARAMETERS,
        )
    except ValueError as error:
        raise problem(
            BAD_PARAMETER,
            f"アドレスの引数が読めません（{_MOST_PARAMETERS} 個まで）。",
            f"the parameters of the address cannot be read (there may be {_MOST_PARAMETERS})",
        ) from error
    known = [*names, "lang"]
    for name, value in given:
        if len(value) > longest:
            raise problem(
                BAD_PARAMETER, f"{name[:20]} は {longest} 文字までです。", f"{name[:20]!r} may have {longest} characters", limit=longest
            )
        if name not in known:
            told = ", ".join(known)
            raise problem(BAD_PARAMETER, f"引数 {name[:50]} はありません（{told}）。", f"there is no parameter {name[:50]!r} ({told})")
    return [(name, value.strip()) for name, value in given]


def wished(given: Asked) -> Wish:
    """What the address asks for; a facet that is there without value is not asked for."""
    chosen = {facet: tuple(dict.fromkeys(value for name, value in given if name == facet and value)) for facet in FACETS}
    return Wish(dict(given).get("q", ""), {facet: values for facet, values in chosen.items() if values})


def page_number(given: Asked, pages: int = 999_999_999) -> int:
    """The page that the address names, 1 where it names none. Raises Problem where there is none of that number."""
    text = dict(given).get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= pages):
        raise problem(NOT_FOUND, f"ページは 1 から {pages} までです。", f"there are pages 1 to {pages}")
    return int(text)
