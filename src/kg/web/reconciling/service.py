"""The routes below ``/reconcile``: manifest, queries, data extension, suggestions and previews."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from kg import __version__
from kg.link.named import TYPES, governments
from kg.link.reconciliation import Reconciler
from kg.release.subjects import named
from kg.web.bridge import Bridge
from kg.web.endpoint import FORM_BYTES, method_refused
from kg.web.exchange import VARY
from kg.web.media import HTML, PLAIN_JSON
from kg.web.problems import BAD_PARAMETER, NOT_FOUND, TIME_LIMIT, problem
from kg.web.protocol import FORM
from kg.web.reconciling.extension import CLASSES, Extension
from kg.web.reconciling.queries import PROPERTIES, TYPE_NAMES, batch, entity, results
from kg.web.translations import translations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.link.named import Named
    from kg.store.port import Store
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.pages import Pages

_BYTES = 256 * 1024
"""The longest request."""
_SUGGESTED = 20
_WIDTH, _HEIGHT = 400, 180
_SPACE = "identifierSpace"
_FRAMED = b"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
"""The policy of a preview, which another program shows in a frame of its own."""


class Reconciliation:
    """Looks names up among the governments, bodies and codes of what is served."""

    def __init__(self, asking: Asking, pages: Pages, addresses: Addresses) -> None:
        self._asking = asking
        self._pages = pages
        self._addresses = addresses
        self._bridge = Bridge(asking)
        self._extension = Extension(asking, addresses)
        self._known: tuple[str, list[Named], Reconciler] | None = None

    async def show(self, exchange: Exchange, below: str) -> None:
        """Answer a request for /reconcile or a path below it. Raises Problem."""
        if exchange.method not in {"GET", "HEAD", "POST"}:
            raise method_refused("GET, HEAD, POST, OPTIONS")
        given = await _given(exchange)
        match below:
            case "":
                await self._asked(exchange, given)
            case "suggest/entity" | "suggest/property" | "suggest/type":
                await self._suggest(exchange, below.rpartition("/")[2], given.get("prefix", ""))
            case "properties":
                await self._properties(exchange, given.get("type", TYPES[0]))
            case "preview" | "flyout" | "view":
                await self._about(exchange, below, given.get("id", ""))
            case _:
                raise problem(NOT_FOUND, "このアドレスには何もありません。", "there is nothing at this address")

    async def _asked(self, exchange: Exchange, given: dict[str, str]) -> None:
        if "queries" in given:
            queries = batch(given["queries"])
            _, reconciler = await self._reconciler(exchange)
            await _send(exchange, await asyncio.to_thread(results, queries, reconciler, exchange.language))
        elif "extend" in given:
            await _send(exchange, await self._extension.extended(exchange, given["extend"]))
        else:
            await _send(exchange, self._manifest(exchange.language))

    def _manifest(self, language: str) -> dict[str, Any]:
        """What the service can do (section 3)."""
        root = f"{self._addresses.public}/reconcile"
        suggest = {
            kind: {"service_url": self._addresses.public, "service_path": f"/reconcile/suggest/{kind}"}
            for kind in ("entity", "property", "type")
        }
        suggest["entity"] |= {"flyout_service_url": self._addresses.public, "flyout_service_path": "/reconcile/flyout?id=${id}"}
        return {
            "versions": ["0.2"],
            "name": translations(language).gettext("つなぎ"),
            _SPACE: self._addresses.base,
            "schemaSpace": f"{self._addresses.base}ontology#",
            "serviceVersion": __version__,
            "documentation": f"{self._addresses.public}/about",
            "defaultTypes": [_type(kind, language) for kind in TYPES],
            "view": {"url": f"{root}/view?id={{{{id}}}}"},
            "preview": {"url": f"{root}/preview?id={{{{id}}}}", "width": _WIDTH, "height": _HEIGHT},
            "suggest": suggest,
            "extend": {
                "propose_properties": {"service_url": self._addresses.public, "service_path": "/reconcile/properties"},
                "property_settings": [],
            },
        }

    async def _reconciler(self, exchange: Exchange) -> tuple[list[Named], Reconciler]:
        """What can be found, made once a release. Raises Problem."""
        release = self._asking.release
        if self._known is None or self._known[0] != release:
            late = problem(TIME_LIMIT, "名称の一覧を作るのに時間がかかりすぎました。", "making the list of names took too long")

            def made(store: Store) -> tuple[str, list[Named], Reconciler]:
                things = [*governments(), *named(store, self._addresses.base)]
                return release, things, Reconciler(things)

            self._known = await self._bridge.run(exchange, made, late)
        return self._known[1], self._known[2]

    async def _suggest(self, exchange: Exchange, what: str, prefix: str) -> None:
        """Things, types or properties whose name begins with what was typed, or contains it (section 5)."""
        language = exchange.language
        match what:
            case "type":
                found = [_type(kind, language) for kind in TYPES]
            case "property":
                own = [{"id": name, "name": label.in_language(language), "description": text.in_language(language)} for name, (label, text) in PROPERTIES.items()]  # fmt: skip
                others = [one for kind in CLASSES for one in await self._extension.properties(exchange, kind)]
                found = list({one["id"]: one for one in [*own, *others]}.values())
            case _:
                things, _ = await self._reconciler(exchange)
                begun = await asyncio.to_thread(_beginning, things, prefix)
                await _send(
                    exchange, {"result": [{**entity(thing, language), "notable": [_type(thing.type, language)]} for thing in begun]}
                )
                return
        wanted = prefix.casefold()
        await _send(exchange, {"result": [one for one in found if wanted in f"{one['id']} {one['name']}".casefold()][:_SUGGESTED]})

    async def _properties(self, exchange: Exchange, kind: str) -> None:
        """Properties that are worth fetching for things of a type (section 6.1)."""
        kind = kind if kind in CLASSES else TYPES[0]
        await _send(exchange, {"type": kind, "properties": await self._extension.properties(exchange, kind)})

    async def _about(self, exchange: Exchange, how: str, key: str) -> None:
        """A thing as a small page in a frame, as a piece of HTML, or its own page. Raises Problem."""
        things, _ = await self._reconciler(exchange)
        thing = next((thing for thing in things if thing.key == key), None)
        if thing is None:
            raise problem(NOT_FOUND, f"{key[:100]} はありません。", f"there is no {key[:100]}")
        page = self._addresses.here(self._addresses.base + key)
        if how == "view":
            await exchange.respond(303, "text/plain; charset=utf-8", b"", [(b"location", page.encode("ascii"))])
            return
        content = self._pages.render(
            "preview.html", exchange.language, thing=thing, told=entity(thing, exchange.language), page=page, whole=how == "preview"
        )
        if how == "flyout":
            await _send(exchange, {"id": key, "html": content.decode()})
            return
        await exchange.respond(200, HTML.content_type, content, [(b"content-security-policy", _FRAMED), VARY])


def _beginning(things: Iterable[Named], prefix: str) -> list[Named]:
    """Things of which a name begins with ``prefix``, then those of which one contains it."""
    wanted = prefix.strip().casefold()
    ranked = [
        (min((name.casefold().find(wanted) for name in thing.names if wanted in name.casefold()), default=-1), thing) for thing in things
    ]
    found = [(place > 0, thing.names[0], thing.key, thing) for place, thing in ranked if place >= 0]
    return [thing for *_, thing in sorted(found, key=lambda one: one[:3])[:_SUGGESTED]]


def _type(kind: str, language: str) -> dict[str, str]:
    return {"id": kind, "name": TYPE_NAMES[kind].in_language(language)}


async def _given(exchange: Exchange) -> dict[str, str]:
    """The parameters of the address, and of a form that was sent. Raises Problem."""
    texts = [exchange.query_string]
    if exchange.method == "POST":
        if exchange.header(b"content-type").partition(";")[0].strip().lower() != FORM:
            raise problem(BAD_PARAMETER, f"POST の本文は {FORM} で送ってください。", f"send a body of {FORM}")
        texts.append(await exchange.body(_BYTES * FORM_BYTES))
    try:
        return {name: value for text in texts for name, value in parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict")}
    except ValueError as error:
        raise problem(BAD_PARAMETER, "引数が読めません。", "the parameters cannot be read") from error


async def _send(exchange: Exchange, content: dict[str, Any]) -> None:
    body = json.dumps(content, ensure_ascii=False).encode()
    await exchange.respond(200, PLAIN_JSON.content_type, body, [VARY])
