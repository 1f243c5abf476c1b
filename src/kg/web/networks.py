"""The graph as networks to take away: ``/networks`` tells of the views, ``/networks/{view}.{format}`` and ``/networks/questions/{slug}.{format}`` are files."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg import __version__
from kg.errors import ExportError, QueryError
from kg.export.graphs.chosen import chosen_view
from kg.export.graphs.formats import write_one
from kg.export.graphs.views import view_names
from kg.queries.stored import stored_queries
from kg.web.bridge import Bridge
from kg.web.cache import Kept, key_of
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.media import HTML, NETWORKS, negotiate, not_acceptable
from kg.web.problems import BAD_PARAMETER, BUSY, NOT_ACCEPTABLE, NOT_FOUND, TIME_LIMIT, TOO_LARGE, Problem, problem
from kg.web.questions import parameters_of
from kg.web.searching import FRESH, MOST_IN_A_FILE, asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.export.graphs.views import View
    from kg.store.port import Store
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.media import Format
    from kg.web.pages import Pages

_MOST_BYTES = 64 * 1024 * 1024
"""Bytes of a file; the front holds all of it at once."""
_QUESTIONS = "questions/"
Element = TypeVar("Element")


class Networks:
    """Hands out views of what is served as files for programs in which networks are drawn, the same as ``kg export`` writes."""

    def __init__(self, asking: Asking, pages: Pages, addresses: Addresses) -> None:
        self._asking = asking
        self._pages = pages
        self._addresses = addresses
        self._bridge = Bridge(asking)

    async def show(self, exchange: Exchange, rest: str) -> None:
        """Answer a request for a path below /networks. Raises Problem."""
        only_read(exchange)
        if not rest:
            await self._page(exchange)
            return
        name, _, suffix = rest.removeprefix(_QUESTIONS).partition(".")
        of_question = rest.startswith(_QUESTIONS)
        form = _format(name, suffix, list(stored_queries("question")) if of_question else view_names())
        if not of_question:
            asked(exchange)
        await self._file(exchange, name, parameters_of(exchange) if of_question else {}, form)

    async def _page(self, exchange: Exchange) -> None:
        asked(exchange)
        if negotiate(exchange.header(b"accept"), (HTML,)) is None:
            raise not_acceptable((HTML,))
        content = self._pages.networks(exchange.language, {name: stored_queries("view")[f"{name}-nodes"] for name in view_names()})
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])

    async def _file(self, exchange: Exchange, name: str, values: Mapping[str, str], form: Format) -> None:
        release, language = self._asking.release, exchange.language
        key = key_of(release, __version__, "network", name, sorted(values.items()), form.name, language)
        headers = [
            (b"content-disposition", f'attachment; filename="{name}.{form.name}"'.encode()),
            (b"etag", f'"{key}"'.encode()),
            (b"x-tsunagi-release", release[:12].encode()),
            VARY,
            FRESH,
        ]
        if exchange.has(f'"{key}"'):
            await exchange.respond(304, "", b"", headers)
            return
        kept = self._asking.cache.get(key)
        content = kept.body if kept else await self._made(exchange, name, values, form)
        if release != self._asking.release:
            raise problem(
                BUSY,
                "作っている間にリリースが入れ替わりました。もう一度送ってください。",
                "the release was replaced while the file was made; ask again",
                headers={"Retry-After": "2"},
            )
        self._asking.cache.put(key, Kept(form.content_type, f'"{key}"', content))
        await exchange.respond(200, form.content_type, content, headers)

    async def _made(self, exchange: Exchange, name: str, values: Mapping[str, str], form: Format) -> bytes:
        language, base = exchange.language, self._addresses.base

        def work(store: Store) -> bytes:
            view = chosen_view(store, base, name, values, language)
            if form.name == "xlsx.zip":
                view = _of_few(view, _too_much(name, form, language))
            with tempfile.TemporaryDirectory() as place:
                target = Path(place) / "network"
                write_one(view, _written(form), target)
                if target.stat().st_size > _MOST_BYTES:
                    raise _too_much(name, form, language)
                return target.read_bytes()

        try:
            return await self._bridge.run(exchange, work, _too_late(name, form, language))
        except QueryError as error:
            raise problem(BAD_PARAMETER, error.message.ja, error.message.en) from error
        except ExportError as error:
            raise problem(NOT_ACCEPTABLE, error.message.ja, error.message.en) from error
        except Problem as why:
            if why.kind is TOO_LARGE:
                raise _too_much(name, form, language) from why
            if why.kind is TIME_LIMIT:
                raise _too_late(name, form, language) from why
            raise


def _of_few(view: View, otherwise: Problem) -> View:
    """``view``, which raises ``otherwise`` where a workbook would have more rows than those of other pages: they take longest by far."""

    def few(elements: Iterator[Element]) -> Iterator[Element]:
        for number, element in enumerate(elements, start=1):
            if number > MOST_IN_A_FILE["xlsx"]:
                raise otherwise
            yield element

    return replace(view, nodes=lambda: few(view.nodes()), edges=lambda: few(view.edges()))


def _format(name: str, suffix: str, there: list[str]) -> Format:
    """The format of a file of ``name``, which must be one of those that are ``there``. Raises Problem."""
    form = next((form for form in NETWORKS if form.name == suffix), None)
    if name not in there:
        told = ", ".join(there)
        raise problem(NOT_FOUND, f"「{name[:100]}」はありません。あるのは: {told}", f"there is no {name[:100]!r}; there are: {told}")
    if form is None:
        told = ", ".join(f".{form.name}" for form in NETWORKS)
        raise problem(NOT_FOUND, f".{suffix[:50]} では返せません。あるのは: {told}", f"there is no .{suffix[:50]} here; there are: {told}")
    return form


def _written(form: Format) -> str:
    """What ``kg export`` calls a format."""
    return "cytoscape" if form.name == "cyjs" else form.name.removesuffix(".zip")


def _command(name: str, form: Format, language: str) -> str:
    target = f"{name}.{form.name}" if not form.name.endswith(".zip") else f"{name}/"
    return f"kg export {_written(form)} {target} --view {name} --lang {language}"


def _too_much(name: str, form: Format, language: str) -> Problem:
    command = _command(name, form, language)
    return problem(
        TOO_LARGE,
        f"サービスから返すには大きすぎます。/data/ のリリースを手元に置き、{command} で作ってください。",
        f"this is too large to be made by the service; take the release from /data/ and make it with {command}",
    )


def _too_late(name: str, form: Format, language: str) -> Problem:
    command = _command(name, form, language)
    return problem(
        TIME_LIMIT,
        f"作るのに時間がかかりすぎました。/data/ のリリースを手元に置き、{command} で作ってください。",
        f"making this took too long; take the release from /data/ and make it with {command}",
    )
