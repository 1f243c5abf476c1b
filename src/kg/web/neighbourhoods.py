"""What a thing is related to: itself and its neighbours, named and sorted by class, for the page of connections and what is drawn on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from kg.export.graphs.colours import hexadecimal
from kg.queries.binding import placed, with_values
from kg.queries.stored import stored_queries
from kg.settings import rebased

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange

MOST = 500
"""Relations of a thing that are looked at; the query asks for one more, to know whether there are more."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing, its label in the reader's language, its class with label, and where its page is (empty where none is linked to)."""

    iri: str
    label: str
    kind: str
    kind_label: str
    page: str

    def node(self) -> dict[str, Any]:
        """The thing as a node that Cytoscape.js takes, with the colour of its class."""
        return {
            "data": {
                "id": self.iri, "label": self.label, "kind": self.kind, "kindLabel": self.kind_label, "page": self.page,
                "colour": hexadecimal(self.kind.rpartition("#")[2]),
            }
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """A statement between the thing in the middle and another one; ``outgoing`` where the one in the middle is its subject."""

    property: str
    label: str
    other: Thing
    outgoing: bool


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A thing and its relations, by class and name of the others; ``more`` where there are more than are looked at."""

    thing: Thing
    relations: Sequence[Relation]
    more: bool

    def kinds(self) -> list[tuple[Thing, int]]:
        """Each class of the others, told by one of them, with how many relations lead there."""
        found: dict[str, list[Relation]] = {}
        for relation in self.relations:
            found.setdefault(relation.other.kind, []).append(relation)
        return [(relations[0].other, len(relations)) for relations in found.values()]

    def document(self) -> dict[str, Any]:
        """Nodes and edges as Cytoscape.js takes them."""
        things = {relation.other.iri: relation.other for relation in self.relations} | {self.thing.iri: self.thing}
        nodes = [thing.node() for thing in things.values()]
        edges = []
        for relation in self.relations:
            ends = (self.thing.iri, relation.other.iri) if relation.outgoing else (relation.other.iri, self.thing.iri)
            name = f"{ends[0]} {relation.property} {ends[1]}"
            edges.append(
                {"data": {"id": name, "source": ends[0], "target": ends[1], "predicate": relation.property, "label": relation.label}}
            )
        return {"thing": self.thing.iri, "more": self.more, "elements": {"nodes": nodes, "edges": edges}}


class Neighbourhoods:
    """Finds neighbourhoods in what is served."""

    def __init__(self, asking: Asking, addresses: Addresses) -> None:
        self._asking = asking
        self._addresses = addresses
        self._queries = stored_queries("page")

    async def around(self, exchange: Exchange, thing: str) -> Neighbourhood | None:
        """The neighbourhood of a thing with labels in the reader's language; None where nothing is known of it.

        Raises Problem, and QueryError where ``thing`` is no IRI.
        """
        rows = await self._asking.rows(exchange, placed(self._queries["neighbours"], self._addresses.base, thing=thing))
        others = {row["other"]["value"] for row in rows[:MOST]}
        named = await self.named(exchange, {thing, *others, *(row["property"]["value"] for row in rows)})
        if not rows and thing not in named:
            return None
        relations = [
            Relation(
                row["property"]["value"],
                self._thing(named, row["property"]["value"]).label,
                self._thing(named, row["other"]["value"]),
                row["outgoing"]["value"] in {"true", "1"},
            )
            for row in rows[:MOST]
        ]
        relations.sort(key=lambda relation: (relation.other.kind_label, relation.label, relation.other.label, relation.other.iri))
        return Neighbourhood(self._thing(named, thing), relations, len(rows) > MOST)

    async def named(self, exchange: Exchange, iris: Iterable[str]) -> dict[str, Thing]:
        """Those of ``iris`` of which the data tell a label or a class, in the reader's language. Raises Problem."""
        labels, kinds = await self._described(exchange, iris)
        kind_labels, _ = await self._described(exchange, set(kinds.values()))
        found = {}
        for iri in labels.keys() | kinds.keys():
            kind = kinds.get(iri, "")
            found[iri] = Thing(iri, labels.get(iri, _last(iri)), kind, kind_labels.get(kind, _last(kind)), self._addresses.link(iri))
        return found

    def _thing(self, named: Mapping[str, Thing], iri: str) -> Thing:
        return named.get(iri) or Thing(iri, _last(iri), "", "", self._addresses.link(iri))

    async def _described(self, exchange: Exchange, iris: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
        """Labels in the reader's language, or in the other one, and classes."""
        terms = [str(NamedNode(iri)) for iri in sorted(iris) if iri]
        if not terms:
            return {}, {}
        text = with_values(rebased(self._queries["described"].text, self._addresses.base), "thing", terms)
        labels: dict[str, str] = {}
        kinds: dict[str, str] = {}
        for row in await self._asking.rows(exchange, text):
            thing = row["thing"]["value"]
            if "class" in row:
                kinds[thing] = max(kinds.get(thing, ""), row["class"]["value"], key=self._fit)
            elif row["label"].get("xml:lang") == exchange.language:
                labels[thing] = row["label"]["value"]
            else:
                labels.setdefault(thing, row["label"]["value"])
        return labels, kinds

    def _fit(self, kind: str) -> tuple[int, str]:
        """What a thing is rather told to be: of a list of ours or a class of ours than of a class of others."""
        return kind.startswith(self._addresses.base) * 2 + bool(kind), kind


def _last(iri: str) -> str:
    """What is left of an IRI that has no label."""
    return iri.rstrip("#/").replace("#", "/").rpartition("/")[2]
