"""The stored questions as pages, files and an interface for programs: ``/questions``, ``/questions/{slug}`` with .csv, .xlsx, .json, ``/openapi.json``."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from kg.errors import KgError, QueryError
from kg.export.answer_tables import as_csv, as_json, as_xlsx
from kg.export.answers import QuestionAnswer, value_in
from kg.queries.binding import choices, filled, listing, spoken
from kg.queries.stored import question, stored_queries
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.media import ANSWERS, HTML, PLAIN_JSON, XLSX, Format, not_acceptable, suffixed
from kg.web.openapi import description
from kg.web.problems import BAD_PARAMETER, NOT_ACCEPTABLE, NOT_FOUND, TOO_LARGE, problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.queries.binding import Choice
    from kg.queries.stored import Parameter, StoredQuery
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.lines import Row
    from kg.web.pages import Pages

_WRITERS = {"csv": as_csv, "json": as_json}
_MOST_IN_A_WORKBOOK = 10_000
_OWN = {"lang", "page"}
"""Parameters of the address that are not the question's."""
_SHOWN = 200
"""Rows on a page."""
_MOST_PARAMETERS = 64
_FRESH = (b"cache-control", b"public, max-age=300")


class Questions:
    """Answers stored questions of whatever is served."""

    def __init__(self, asking: Asking, pages: Pages, addresses: Addresses) -> None:
        self._asking = asking
        self._pages = pages
        self._addresses = addresses
        self._release = ""
        self._listed: dict[tuple[str, str], list[Choice]] = {}
        self._interface: dict[bool, bytes] = {}
        self._one_workbook = asyncio.Semaphore(1)

    async def show(self, exchange: Exchange, below: str) -> None:
        """Answer a request for a path below /questions. Raises Problem."""
        only_read(exchange)
        slug, dot, suffix = below.partition(".")
        form = suffixed(f"{dot}{suffix}", exchange.header(b"accept"), ANSWERS)
        if not slug:
            await self._list(exchange, form)
            return
        try:
            asked = question(slug)
        except QueryError as error:
            raise problem(NOT_FOUND, error.message.ja, error.message.en) from error
        given = parameters_of(exchange)
        listed = {parameter.name: await self._choices(exchange, parameter) for parameter in asked.parameters}
        answer = await self._answered(exchange, asked, given, listed)
        if form is HTML:
            await self._page(exchange, answer, listed, given)
            return
        content = await self._file(answer, form)
        name = f'attachment; filename="{slug}.{form.name}"'.encode()
        disposition = [] if form is PLAIN_JSON else [(b"content-disposition", name)]
        await exchange.respond(200, form.content_type, content, [*disposition, VARY, _FRESH])

    async def interface(self, exchange: Exchange, *, indexed: bool) -> None:
        """Answer a request for /openapi.json: what there is for programs, with the search where there is an index of it. Raises Problem."""
        only_read(exchange)
        questions = stored_queries("question")
        listed = {
            (parameter.type, parameter.scheme): await self._choices(exchange, parameter)
            for asked in questions.values()
            for parameter in asked.parameters
        }
        if indexed not in self._interface:
            content = description(questions.values(), listed, self._addresses.public, indexed=indexed)
            self._interface[indexed] = json.dumps(content, ensure_ascii=False, indent=1).encode()
        await exchange.respond(200, PLAIN_JSON.content_type, self._interface[indexed], [_FRESH])

    async def _list(self, exchange: Exchange, form: Format) -> None:
        if form is HTML:
            content = self._pages.questions(exchange.language)
            await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, _FRESH])
            return
        if form is not PLAIN_JSON:
            raise not_acceptable(ANSWERS)
        told = [
            {
                "slug": asked.slug,
                "topic": asked.topic,
                "question": {"ja": asked.question.ja, "en": asked.question.en},
                "parameters": {parameter.name: parameter.default for parameter in asked.parameters},
                "address": f"{self._addresses.public}/questions/{asked.slug}",
            }
            for asked in stored_queries("question").values()
        ]
        await exchange.respond(200, form.content_type, json.dumps(told, ensure_ascii=False, indent=1).encode(), [VARY, _FRESH])

    async def _file(self, answer: QuestionAnswer, form: Format) -> bytes:
        """An answer as a file. Workbooks are made one at a time, and none of very many rows: they take longest by far."""
        if form is not XLSX:
            return _WRITERS[form.name](answer.table())
        if len(answer.rows) > _MOST_IN_A_WORKBOOK:
            raise problem(
                TOO_LARGE,
                f"Excel にできるのは {_MOST_IN_A_WORKBOOK:,} 行までです（{len(answer.rows):,} 行あります）。条件を絞るか、CSV を使ってください。",
                f"a workbook has at most {_MOST_IN_A_WORKBOOK:,} rows, and there are {len(answer.rows):,}; narrow the question, or use CSV",
                limit=_MOST_IN_A_WORKBOOK,
            )
        async with self._one_workbook:
            try:
                return await asyncio.to_thread(as_xlsx, answer.table())
            except KgError as error:
                raise problem(NOT_ACCEPTABLE, error.message.ja, error.message.en) from error

    async def _choices(self, exchange: Exchange, parameter: Parameter) -> list[Choice]:
        """What the store holds for a parameter; nothing where it takes any value of its type."""
        release, key = self._asking.release, (parameter.type, parameter.scheme)
        if release != self._release:
            self._release = release
            self._interface.clear()
            self._listed.clear()
        found = self._listed.get(key)
        if found is None:
            text = listing(parameter, self._addresses.base)
            rows = await self._asking.rows(exchange, text) if text else []
            found = choices((f"<{row['thing']['value']}>", *(_value(row, name) for name in ("name", "ja", "en"))) for row in rows)
            if release == self._asking.release == self._release:
                self._listed[key] = found
        return found

    async def _answered(
        self, exchange: Exchange, asked: StoredQuery, given: Mapping[str, str], listed: Mapping[str, list[Choice]]
    ) -> QuestionAnswer:
        values = spoken(asked, given, exchange.language)
        try:
            text = filled(asked, values, lambda parameter: listed[parameter.name], self._addresses.base)
        except QueryError as error:
            raise problem(BAD_PARAMETER, error.message.ja, error.message.en) from error
        release = self._asking.release
        rows = await self._asking.rows(exchange, text)
        used = {parameter.name: values.get(parameter.name, parameter.default) for parameter in asked.parameters}
        language = next((used[parameter.name] for parameter in asked.parameters if parameter.type == "language"), exchange.language)
        table = [[value_in(name, _value(row, name), language) for name in asked.returns] for row in rows]
        return QuestionAnswer(asked, language, used, table, release, self._address(asked, used))

    async def _page(self, exchange: Exchange, answer: QuestionAnswer, listed: Mapping[str, list[Choice]], given: Mapping[str, str]) -> None:
        pages = max(1, -(-len(answer.rows) // _SHOWN))
        number = _page_number(exchange, pages)
        content = self._pages.question(
            exchange.language, answer, listed, answer.rows[(number - 1) * _SHOWN : number * _SHOWN], (number, pages), given
        )
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, _FRESH])

    def _address(self, asked: StoredQuery, used: Mapping[str, str]) -> str:
        """Where exactly this can be asked again: every parameter is named, so that a default that changes changes nothing."""
        return f"{self._addresses.public}/questions/{asked.slug}" + (f"?{urlencode(used)}" if used else "")


def _asked(exchange: Exchange) -> dict[str, str]:
    """The parameters of the address; of those that are given twice, the last."""
    try:
        return dict(
            parse_qsl(exchange.query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
        )
    except ValueError as error:
        raise problem(BAD_PARAMETER, "アドレスの引数が読めません。", "the parameters of the address cannot be read") from error


def parameters_of(exchange: Exchange) -> dict[str, str]:
    """The question's own parameters of an address. Raises Problem where they cannot be read."""
    return {name: value.strip() for name, value in _asked(exchange).items() if name not in _OWN}


def _page_number(exchange: Exchange, pages: int) -> int:
    text = _asked(exchange).get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and 1 <= int(text) <= pages):
        raise problem(NOT_FOUND, f"ページは 1 から {pages} までです。", f"there are pages 1 to {pages}")
    return int(text)


def _value(row: Row, name: str) -> str:
    return row[name]["value"] if name in row else ""
