"""What follows from the tables by the ontology: ``/inferred`` lists the kinds of inferred facts, and ``?of=`` those of one kind, each with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.queries.binding import placed, with_values
from kg.queries.stored import stored_queries
from kg.rdf.terms import PREFIXES
from kg.settings import rebased
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.lines import short
from kg.web.links import PageLinks
from kg.web.media import HTML
from kg.web.neighbourhoods import Neighbourhoods
from kg.web.problems import NOT_FOUND, problem
from kg.web.searching import FRESH, asked, page_number
from kg.web.translations import translations

if TYPE_CHECKING:
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.lines import Row
    from kg.web.pages import Pages

_TERMS = PREFIXES["tsu"]
_SHOWN = 100
"""Facts on a page."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of inferred facts: that things belong to a class, or that a property relates them; ``key`` is its name in our vocabulary."""

    key: str
    of_class: bool
    count: int
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Fact:
    """An inferred fact; ``value`` is empty where it says that a thing belongs to a class. ``why`` is where its reason is told."""

    thing: str
    thing_label: str
    value: str
    value_label: str
    why: str


class Conclusions:
    """Lists what was inferred in what is served."""

    def __init__(self, asking: Asking, pages: Pages, addresses: Addresses) -> None:
        self._asking = asking
        self._pages = pages
        self._addresses = addresses
        self._queries = stored_queries("page")
        self._neighbourhoods = Neighbourhoods(asking, addresses)

    async def show(self, exchange: Exchange) -> None:
        """Answer a request for /inferred, or with ``of`` the name of a class or property. Raises Problem."""
        only_read(exchange)
        given = asked(exchange, "of", "page")
        of = dict(given).get("of", "")
        kinds = await self._kinds(exchange)
        kind = next((kind for kind in kinds if kind.key == of), None)
        if of and kind is None:
            raise problem(NOT_FOUND, f"{of[:100]} について推論された事実はありません。", f"nothing was inferred of {of[:100]}")
        pages = max(1, -(-kind.count // _SHOWN)) if kind else 1
        number = page_number(given, pages)
        facts = await self._facts(exchange, kind, number) if kind else []
        say = translations(exchange.language)
        content = self._pages.render(
            "inferred.html", exchange.language, title=kind.label if kind else say.gettext("推論で分かること"), kinds=kinds, kind=kind, facts=facts,
            page=number, pages=pages, address=f"{self._addresses.public}/inferred", whole=self._whole(kind) if kind else "",
            links=PageLinks(f"{self._addresses.public}/inferred", exchange.language, [("of", of)] if of else []),
        )  # fmt: skip
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, VARY, FRESH])

    async def _kinds(self, exchange: Exchange) -> list[Kind]:
        """Classes first, then properties, each by name."""
        base = self._addresses.base
        rows = await self._asking.rows(exchange, rebased(self._queries["inferred"].text, base))
        text = with_values(
            placed(self._queries["terms-told"], base, language=exchange.language), "term", (f"<{row['term']['value']}>" for row in rows)
        )
        told = {row["term"]["value"]: row for row in await self._asking.rows(exchange, text)} if rows else {}
        return sorted((self._kind(row, told) for row in rows), key=lambda kind: (not kind.of_class, kind.label))

    def _kind(self, row: Row, told: dict[str, Row]) -> Kind:
        term = row["term"]["value"]
        words = {name: value["value"] for name, value in told.get(term, {}).items()}
        of_class = row["of_class"]["value"] in {"true", "1"}
        return Kind(
            term.removeprefix(_TERMS), of_class, int(row["count"]["value"]), words.get("label", short(term)), words.get("definition", "")
        )

    def _query(self, kind: Kind) -> str:
        return placed(self._queries["inferred-facts"], self._addresses.base, term=_TERMS + kind.key)

    async def _facts(self, exchange: Exchange, kind: Kind, number: int) -> list[Fact]:
        rows = await self._asking.rows(exchange, f"{self._query(kind)} LIMIT {_SHOWN} OFFSET {(number - 1) * _SHOWN}")
        named = await self._neighbourhoods.named(exchange, {value["value"] for row in rows for value in row.values()})

        def label(iri: str) -> str:
            return named[iri].label if iri in named else short(iri)

        return [
            Fact(thing, label(thing), value, label(value) if value else "", self._why(kind, thing, value))
            for thing, value in ((row["thing"]["value"], row["value"]["value"] if "value" in row else "") for row in rows)
        ]

    def _why(self, kind: Kind, thing: str, value: str) -> str:
        term = _TERMS + kind.key
        predicate, end = (f"{PREFIXES['rdf']}type", term) if kind.of_class else (term, value)
        told = {"subject": f"<{thing}>", "predicate": f"<{predicate}>", "object": f"<{end}>"}
        return f"{self._addresses.public}/why?{urlencode(told)}"

    def _whole(self, kind: Kind) -> str:
        """Where all facts of a kind can be asked for, and taken away."""
        return f"{self._addresses.public}/query?{urlencode({'query': self._query(kind)})}"
