"""Linked data: the page or the statements of whatever has an IRI of the data; graphs as the SPARQL 1.1 Graph Store Protocol reads them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from kg.errors import QueryError
from kg.queries.binding import placed
from kg.queries.stored import stored_queries
from kg.rdf.terms import ONTOLOGY
from kg.web.addresses import Addresses, ascii_uri
from kg.web.endpoint import only_read
from kg.web.evidence import evidence
from kg.web.exchange import VARY
from kg.web.lines import lines_of
from kg.web.media import GRAPHS, HTML, Format, named, negotiate
from kg.web.problems import BAD_REQUEST, NOT_ACCEPTABLE, NOT_FOUND, Problem, problem
from kg.web.protocol import Operation

if TYPE_CHECKING:
    from kg.web.datasets import Datasets
    from kg.web.editor import Editor
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.lines import Row
    from kg.web.pages import Pages

_SHOWN = 300
"""Statements in each direction that a page shows; the query asks for one more, to know whether there are more."""
_FRESH = (b"cache-control", b"public, max-age=300")


class Things:
    """Shows things and graphs."""

    def __init__(self, asking: Asking, pages: Pages, addresses: Addresses, editor: Editor, datasets: Datasets) -> None:
        self._asking = asking
        self._pages = pages
        self._editor = editor
        self._datasets = datasets
        self._addresses = addresses
        self._queries = stored_queries("page")

    async def show(self, exchange: Exchange, raw_path: str) -> None:
        """Answer a request for a path under /id/ or /code/. Raises Problem."""
        only_read(exchange)
        try:
            thing, form, suffix = self._named(exchange, raw_path)
        except ValueError as error:
            raise _missing(raw_path) from error
        moved = await self._rows(exchange, "superseded", thing=thing)
        if moved:
            address = self._addresses.here(moved[0]["same"]["value"]) + suffix
            await exchange.respond(301, "text/plain; charset=utf-8", b"", [(b"location", address.encode("ascii")), _FRESH])
            return
        lines = await self._rows(exchange, "thing", thing=thing)
        mentions = await self._rows(exchange, "mentions", thing=thing)
        if not lines and not mentions:
            raise _missing(thing)
        links = self._links(thing)
        if form is not HTML:
            await self._statements(exchange, "statements", form, links, thing=thing)
            return
        quotes = await self._rows(exchange, "quotes", thing=thing)
        cues = await self._rows(exchange, "cues", thing=thing, language=exchange.language) if quotes else []
        found = await evidence(self._asking, exchange, quotes, cues)
        if thing.startswith(f"{self._addresses.base}id/payment/"):
            rows = await self._rows(exchange, "payment", thing=thing, language=exchange.language)
            found = replace(found, told=[_plain(row) for row in rows])
        content = self._pages.thing(
            exchange.language,
            thing,
            (lines_of(lines, "value", exchange.language), lines_of(mentions, "subject", exchange.language)),
            [_plain(row) for row in quotes],
            found,
            _SHOWN,
            self._asking.release,
            dataset=await self._datasets.of_document(exchange, thing) if thing.startswith(f"{self._addresses.base}id/source/") else {},
        )
        await exchange.respond(200, HTML.content_type, content, [*self._pages.headers, *links, VARY, _FRESH])

    async def ontology(self, exchange: Exchange, raw_path: str) -> None:
        """Answer a request for /ontology: the reference for readers, the graph for programs."""
        only_read(exchange)
        form = _form(exchange, raw_path.partition(".")[2], (HTML, *GRAPHS))
        links = self._links(ONTOLOGY)
        if form is HTML:
            page = "ontology.html" if exchange.language == "ja" else "ontology.en.html"
            address = f"{self._addresses.public}/reference/{page}".encode("ascii")
            await exchange.respond(303, "text/plain; charset=utf-8", b"", [(b"location", address), VARY, *links])
            return
        await self._statements(exchange, "graph", form, links, graph=f"{self._addresses.base}graph/ontology")

    async def graph(self, exchange: Exchange, raw_path: str = "") -> None:
        """Answer a read request of the Graph Store Protocol: ``?default``, ``?graph=IRI``, or a graph's own address."""
        only_read(exchange)
        if raw_path:
            graph, form, _ = self._named(exchange, raw_path, offered=GRAPHS)
        else:
            asked = parse_qs(exchange.query_string.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
            form = _form(exchange, asked.get("format", [""])[0], GRAPHS)
            graph = "" if "default" in asked else asked.get("graph", [""])[0]
            if ("default" in asked) == ("graph" in asked) or (not graph and "graph" in asked):
                raise problem(
                    BAD_REQUEST,
                    "?default か ?graph=IRI のどちらか一つを付けてください。",
                    "give either ?default or ?graph=IRI",
                )
        if not graph:
            await self._statements(exchange, "everything", form, [])
            return
        try:
            query = f"SELECT ?s {{ GRAPH {_term(graph)} {{ ?s ?p ?o }} }} LIMIT 1"  # no ASK: Virtuoso says true of a graph that is not in the dataset
        except ValueError as error:
            raise problem(BAD_REQUEST, f"グラフの IRI ではありません（{graph[:200]}）。", f"no IRI of a graph: {graph[:200]}") from error
        if not await self._asking.rows(exchange, query):
            raise _missing(graph)
        await self._statements(exchange, "graph", form, [], graph=graph)

    async def counts(self, exchange: Exchange) -> dict[str, str]:
        """How much there is, by what is counted; nothing while the store holds no whole release or does not answer."""
        try:
            return _plain((await self._rows(exchange, "counts"))[0])
        except Problem:
            return {}

    async def editions(self, exchange: Exchange) -> list[tuple[str, str]]:
        """The tables that were read: where each is described, and its label; nothing while the store does not answer."""
        try:
            rows = await self._rows(exchange, "editions")
        except Problem:
            return []
        return [
            (self._addresses.link(row["edition"]["value"]), row["label"]["value"])
            for row in rows
            if row["label"].get("xml:lang") == exchange.language
        ]

    async def catalogue(self, exchange: Exchange) -> None:
        """Answer a request for the catalogue (VoID, DCAT)."""
        only_read(exchange)
        await self._statements(exchange, "void", _form(exchange, "", GRAPHS), [])

    async def service(self, exchange: Exchange) -> None:
        """Answer a request to the endpoint without a query: what it is, in RDF, or the page where queries are written."""
        asked = parse_qs(exchange.query_string.decode("utf-8", "replace"), max_num_fields=20)
        form = _form(exchange, asked.get("format", [""])[0], (*GRAPHS, HTML))
        if form is not HTML:
            await self._statements(exchange, "service", form, [], endpoint=self._addresses.sparql)
            return
        await self._editor.show(exchange)

    async def _statements(self, exchange: Exchange, slug: str, form: Format, links: list[tuple[bytes, bytes]], **iris: str) -> None:
        text = placed(self._queries[slug], self._addresses.base, **iris)
        await self._asking.send(exchange, Operation(text, format=form.name), (form,), links)

    async def _rows(self, exchange: Exchange, slug: str, **values: str) -> list[Row]:
        try:
            text = placed(self._queries[slug], self._addresses.base, **values)
        except QueryError as error:
            raise _missing(values["thing"]) from error
        return await self._asking.rows(exchange, text)

    def _named(self, exchange: Exchange, raw_path: str, offered: tuple[Format, ...] = (HTML, *GRAPHS)) -> tuple[str, Format, str]:
        """The IRI of a path, the format asked for, and the suffix, such as ``.ttl``, that asks for it."""
        stem, _, suffix = raw_path.rpartition(".")
        by_suffix = next((entry for entry in offered if stem and entry.name == suffix), None)
        if by_suffix:
            return self._addresses.iri(stem), by_suffix, f".{suffix}"
        return self._addresses.iri(raw_path), _form(exchange, "", offered), ""

    def _links(self, thing: str) -> list[tuple[bytes, bytes]]:
        """Link headers (RFC 8288): the canonical IRI, and the statements in every format."""
        address = self._addresses.here(thing)
        links = [f'<{ascii_uri(thing)}>; rel="canonical"']
        links += [f'<{address}.{entry.name}>; rel="alternate"; type="{entry.media_type}"' for entry in GRAPHS]
        return [(b"link", ", ".join(links).encode("ascii"))]


def _term(iri: str) -> str:
    from pyoxigraph import NamedNode  # noqa: PLC0415

    return str(NamedNode(iri))


def _form(exchange: Exchange, asked: str, offered: tuple[Format, ...]) -> Format:
    found = named(asked, offered) if asked else negotiate(exchange.header(b"accept"), offered)
    if found is None:
        types = ", ".join(entry.media_type for entry in offered)
        raise problem(NOT_ACCEPTABLE, f"{types} のどれかで返せます。", f"this can be had as one of {types}")
    return found


def _missing(what: str) -> Problem:
    return problem(NOT_FOUND, f"このデータには <{what[:500]}> についての記述がありません。", f"nothing is stated of <{what[:500]}> here")


def _plain(row: Row) -> dict[str, str]:
    return {name: value["value"] for name, value in row.items()}
