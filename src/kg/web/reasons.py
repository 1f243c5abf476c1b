"""Why a fact holds: ``/why`` shows the proof of an inferred fact, step by step, down to the characters of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import pyoxigraph as ox

from kg.reason.explanation import Words
from kg.reason.proofs import Prover
from kg.web.bridge import Bridge
from kg.web.endpoint import only_read
from kg.web.exchange import VARY
from kg.web.media import HTML
from kg.web.problems import BAD_PARAMETER, NOT_FOUND, TIME_LIMIT, problem
from kg.web.searching import FRESH

if TYPE_CHECKING:
    from kg.queries.rules import Pattern
    from kg.reason.explanation import Told
    from kg.store.port import Store
    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.pages import Pages

_WAYS = 3
"""Ways to a fact that are shown."""
_LONGEST = 4_000


class Reasons:
    """Explains facts of what is served, one at a time: a proof asks the store dozens of times."""

    def __init__(self, asking: Asking, pages: Pages, addresses: Addresses) -> None:
        self._bridge = Bridge(asking)
        self._pages = pages
        self._ontology = f"{addresses.base}graph/ontology"

    async def show(self, exchange: Exchange) -> None:
        """Answer a request for /why?subject=…&predicate=…&object=…, each a term as N-Triples writes it. Raises Problem."""
        only_read(exchange)
        fact = _fact(exchange)
        late = problem(
            TIME_LIMIT,
            "導き方を調べるのに時間がかかりすぎました。kg explain なら最後まで調べられます。",
            "finding the reasons took too long; kg explain has the time for it",
        )
        told = await self._bridge.run(exchange, lambda store: _told(store, self._ontology, fact, exchange.language), late)
        if not told:
            shown = " ".join(map(str, fact))[:500]
            raise problem(NOT_FOUND, f"この事実はデータにありません（{shown}）。", f"the data do not say so: {shown}")
        await exchange.respond(200, HTML.content_type, self._pages.why(exchange.language, fact, told), [*self._pages.headers, VARY, FRESH])


def _told(store: Store, ontology: str, fact: Pattern, language: str) -> list[Told]:
    words = Words(store, language)
    return [words.told(proof) for proof in Prover(store, ontology).proofs(fact)[:_WAYS]]


def _fact(exchange: Exchange) -> Pattern:
    """The fact that the address names. Raises Problem."""
    try:
        given = dict(parse_qsl(exchange.query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=8))
        terms = [given[name] for name in ("subject", "predicate", "object")]
        (triple,) = [quad.triple for quad in ox.parse(f"{' '.join(terms)} .\n", format=ox.RdfFormat.N_TRIPLES)]
    except (KeyError, ValueError, SyntaxError) as error:
        raise _unreadable() from error
    subject, predicate, value = triple.subject, triple.predicate, triple.object
    known = isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal)
    if not known or max(map(len, terms)) > _LONGEST:
        raise _unreadable()
    return subject, predicate, value


def _unreadable() -> Exception:
    return problem(
        BAD_PARAMETER,
        'subject、predicate、object に、N-Triples の書き方で一つの事実を書いてください（<IRI> や "文字"@ja）。',
        'name one fact as N-Triples writes it: subject, predicate and object, such as <IRI> or "text"@en',
    )
