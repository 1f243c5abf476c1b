"""Queries written and answered in the browser: ``/query`` shows an answer as table, chart, squares of Japan or graph; a mistake at its line."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from kg.errors import QueryError
from kg.queries.binding import filled
from kg.queries.stored import question, stored_queries
from kg.rdf.terms import PREFIXES
from kg.search.labels import value_label
from kg.search.tiles import steps
from kg.settings import rebased
from kg.store.syntax import examine
from kg.web.endpoint import FORM_BYTES, method_refused, only_read
from kg.web.exchange import VARY
from kg.web.lines import short
from kg.web.links import PageLinks
from kg.web.media import HTML, JSON, N_TRIPLES, PLAIN_JSON
from kg.web.neighbourhoods import Neighbourhoods, Thing
from kg.web.problems import BAD_PARAMETER, Problem, problem
from kg.web.results import of_solutions, of_statements
from kg.web.searching import FRESH, asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.pages import Pages
    from kg.web.results import Result

VIEWS = ("table", "chart", "map", "graph")
_LONGEST_ADDRESS = 4_000
"""Bytes of a query, as addresses write it, that programs on the way to a reader are known to take; a longer one is sent by POST only."""
_SHOWN = 500
"""Rows on a page; the files have all of them."""
_POSITION = re.compile(r"\bat (\d+):(\d+)")
_NEVER_KEPT = (b"cache-control", b"no-store")
_GRAPH_FORMS = {"CONSTRUCT", "DESCRIBE"}


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a query; line and column of where, counted from 1, 0 where that is not known."""

    text: str
    line: int
    column: int


class Editor:
    """Answers queries on a page."""

    def __init__(self, asking: Asking, pages: Pages, addresses: Addresses) -> None:
        self._asking = asking
        self._pages = pages
        self._addresses = addresses
        self._neighbourhoods = Neighbourhoods(asking, addresses)

    async def show(self, exchange: Exchange) -> None:
        """Answer a request for /query?query=…&view=…, or with ``example`` the name of a stored question. Raises Problem.

        The form is sent by POST, since a query may be longer than an address; a shorter one then gets the address under which it can be shared.
        ``format`` is what /sparql takes, for which readers come here, too.
        """
        if exchange.method not in {"GET", "HEAD", "POST"}:
            raise method_refused("GET, HEAD, POST, OPTIONS")
        limits = self._asking.limits
        form = await exchange.body(limits.query_bytes * FORM_BYTES + 4096) if exchange.method == "POST" else None
        given = dict(asked(exchange, "query", "view", "example", "format", longest=limits.query_bytes, form=form))
        if form is not None and len(form) <= _LONGEST_ADDRESS:
            address = f"{self._addresses.public}/query?{urlencode(given)}"
            await exchange.respond(303, "text/plain; charset=utf-8", b"", [(b"location", address.encode("ascii")), _NEVER_KEPT])
            return
        text, view = given.get("query", "") or self._example(given.get("example", ""), exchange.language), given.get("view", VIEWS[0])
        if view not in VIEWS:
            raise problem(BAD_PARAMETER, f"view は {'、'.join(VIEWS)} のどれかです。", f"view is one of {', '.join(VIEWS)}")
        result, mistake, status = None, None, 200
        if "query" in given and given["query"].strip():
            try:
                result = await self._result(exchange, text)
            except Problem as why:
                if why.headers:  # to be tried again as it is
                    raise
                mistake, status = _mistake(why, exchange.language), why.kind.status
        drawn = await self._drawn(exchange, result) if result and view == "graph" else []
        content = self._page(exchange.language, text, view, result, mistake, drawn)
        fresh = FRESH if result and not examine(text).volatile else _NEVER_KEPT
        await exchange.respond(status, HTML.content_type, content, [*self._pages.headers, VARY, fresh])

    async def terms(self, exchange: Exchange) -> None:
        """Answer a request for /terms.json: what can be named in a query, with labels. Raises Problem."""
        only_read(exchange)
        text = rebased(stored_queries("page")["terms"].text, self._addresses.base)
        terms: dict[str, dict[str, str]] = {}
        for row in await self._asking.rows(exchange, text):
            term, label = row["term"]["value"], row["label"]
            name = short(term)
            told = terms.setdefault(term, {"name": name if name != term else f"<{term}>", "type": short(row["type"]["value"])})
            told[label.get("xml:lang", "")] = label["value"]
        body = {"prefixes": PREFIXES, "terms": list(terms.values())}
        await exchange.respond(200, PLAIN_JSON.content_type, json.dumps(body, ensure_ascii=False, indent=1).encode(), [FRESH])

    async def _result(self, exchange: Exchange, text: str) -> Result:
        if self._asking.looked_at(text).form in _GRAPH_FORMS:
            return of_statements(await self._asking.ask(exchange, text, N_TRIPLES), short)
        return of_solutions(await self._asking.ask(exchange, text, JSON), short)

    async def _drawn(self, exchange: Exchange, result: Result) -> list[dict[str, Any]]:
        """What relates things of an answer, as nodes and edges that Cytoscape.js takes."""
        ties, _ = result.ties
        iris = list(dict.fromkeys(iri for one, _, other in ties for iri in (one, other)))
        named = await self._neighbourhoods.named(exchange, iris)
        nodes = [(named.get(iri) or Thing(iri, short(iri), "", "", self._addresses.link(iri))).node() for iri in iris]
        edges = [{"data": {"id": " ".join(tie), "source": tie[0], "target": tie[2], "label": tie[1], "predicate": tie[1]}} for tie in ties]
        return [*nodes, *edges]

    def _example(self, slug: str, language: str) -> str:
        """The query of a stored question with its defaults, without its header. Raises Problem where there is no such question."""
        if not slug:
            return _first(language)
        try:
            stored = question(slug)
            text = filled(stored, {}, lambda _: [], self._addresses.base)
        except QueryError as error:
            raise problem(BAD_PARAMETER, error.message.ja, error.message.en) from error
        return re.sub(r"^#\+.*\n", "", text, flags=re.MULTILINE)

    def _page(
        self, language: str, text: str, view: str, result: Result | None, mistake: Mistake | None, drawn: Sequence[dict[str, Any]]
    ) -> bytes:
        asking = [("query", text)] if result or mistake else []
        links = PageLinks(f"{self._addresses.public}/query", language, [*asking, *([("view", view)] if asking else [])])
        return self._pages.render(
            "query.html", language, title="SPARQL", endpoint=self._addresses.sparql, query=text, view=view, result=result, mistake=mistake,
            lines=list(enumerate(text.splitlines(), start=1)), links=links, shown=_SHOWN, views=VIEWS, steps=steps, value_label=value_label,
            drawn=drawn, examples=stored_queries("question").values(),
            long=len(urlencode([("query", text)])) > _LONGEST_ADDRESS, viewed=lambda name: f"{self._addresses.public}/query?{urlencode([('query', text), ('view', name)])}",
            file=lambda form: f"{self._addresses.sparql}?{urlencode([('query', text), ('format', form)])}",
        )  # fmt: skip


def _mistake(why: Problem, language: str) -> Mistake:
    text = why.detail.in_language(language)
    found = _POSITION.search(text)
    return Mistake(text, *(map(int, found.groups()) if found else (0, 0)))


def _first(language: str) -> str:
    """A query to begin with."""
    return f"""PREFIX rdfs: <{PREFIXES["rdfs"]}>
PREFIX tsu: <{PREFIXES["tsu"]}>

SELECT ?government ?name (COUNT(?item) AS ?items) WHERE {{
  ?project tsu:undertakenBy ?government ; tsu:hasCommission/tsu:hasIntervention ?item .
  ?government rdfs:label ?name .
  FILTER(LANG(?name) = "{language}")
}}
GROUP BY ?government ?name
ORDER BY DESC(?items)
"""
