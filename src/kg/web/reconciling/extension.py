"""Data extension of the API (section 6): values of properties of things that were found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kg.queries.binding import placed, with_values
from kg.queries.stored import stored_queries
from kg.rdf.terms import PREFIXES
from kg.settings import rebased
from kg.web.lines import short
from kg.web.problems import BAD_PARAMETER, problem
from kg.web.reconciling.queries import parsed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.web.addresses import Addresses
    from kg.web.endpoint import Asking
    from kg.web.exchange import Exchange
    from kg.web.lines import Row

CLASSES = {"government": "tsu:LocalGovernment", "organization": "tsu:Organization", "concept": "skos:Concept"}
"""The class of the things of each type."""
_MOST = 500
"""Things, or properties, of a request."""
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_UNSAFE = frozenset('<>"{}|\\^`')


class Extension:
    """Tells values of properties in what is served. A property is named by its prefixed name, such as tsu:localGovernmentCode."""

    def __init__(self, asking: Asking, addresses: Addresses) -> None:
        self._asking = asking
        self._addresses = addresses
        self._queries = stored_queries("link")

    async def properties(self, exchange: Exchange, kind: str) -> list[dict[str, str]]:
        """Properties that things of a type have, by their labels. Raises Problem."""
        text = placed(self._queries["properties"], self._addresses.base, **{"class": _iri(CLASSES[kind])})
        return self._named(await self._asking.rows(exchange, text), exchange.language)

    def _named(self, rows: Iterable[Row], language: str) -> list[dict[str, str]]:
        labels: dict[str, dict[str, str]] = {}
        for row in rows:
            label = row.get("label", {})
            labels.setdefault(short(row["property"]["value"]), {})[label.get("xml:lang", "")] = label.get("value", "")
        found = [{"id": name, "name": told.get(language) or name} for name, told in labels.items() if ":" in name and "/" not in name]
        return sorted(found, key=lambda one: (one["name"], one["id"]))

    async def extended(self, exchange: Exchange, text: str) -> dict[str, Any]:
        """The answer to a data extension query. Raises Problem."""
        ids, properties = _asked(parsed(text))
        things = {iri: key for key in ids if (iri := self._thing(key))}
        terms = {iri: name for name in properties if (iri := _iri(name))}
        rows = await self._values(exchange, things, terms) if things and terms else []
        cells: dict[tuple[str, str], dict[str, list[Row]]] = {}
        for row in rows:
            cell = cells.setdefault((things[row["thing"]["value"]], terms[row["property"]["value"]]), {})
            cell.setdefault(json.dumps(row["value"], sort_keys=True), []).append(row)
        named = {one["id"]: one["name"] for kind in CLASSES for one in await self.properties(exchange, kind)}
        return {
            "meta": [{"id": name, "name": named.get(name, name)} for name in properties],
            "rows": {
                key: {name: self._spoken(cells.get((key, name), {}).values(), exchange.language) for name in properties} for key in ids
            },
        }

    async def _values(self, exchange: Exchange, things: Iterable[str], terms: Iterable[str]) -> list[Row]:
        text = with_values(rebased(self._queries["values"].text, self._addresses.base), "thing", (f"<{iri}>" for iri in things))
        return await self._asking.rows(exchange, with_values(text, "property", (f"<{iri}>" for iri in terms)))

    def _spoken(self, values: Iterable[list[Row]], language: str) -> list[dict[str, Any]]:
        """Values as the API has them; of texts in several languages those of the reader's, where there are some."""
        every = list(values)
        mine = [rows for rows in every if rows[0]["value"].get("xml:lang", language) == language]
        return [self._value(rows, language) for rows in mine or every]

    def _value(self, rows: list[Row], language: str) -> dict[str, Any]:
        value = rows[0]["value"]
        if value["type"] == "uri":
            labels = {row["label"].get("xml:lang", ""): row["label"]["value"] for row in rows if "label" in row}
            iri = value["value"]
            return {"id": iri.removeprefix(self._addresses.base), "name": labels.get(language) or next(iter(labels.values()), short(iri))}
        if value.get("datatype") == _INTEGER:
            return {"int": int(value["value"])}
        return {"str": value["value"]}

    def _thing(self, key: str) -> str:
        """The IRI of a thing by its key; empty where that is none."""
        fits = key.startswith(("id/", "code/")) and not any(char in _UNSAFE or char <= " " for char in key)
        return self._addresses.base + key if fits else ""


def _asked(given: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The things and properties that are asked for. Raises Problem."""
    ids, properties = given.get("ids"), given.get("properties")
    names = [one.get("id") if isinstance(one, dict) else None for one in properties] if isinstance(properties, list) else [None]
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in [*ids, *names]) or max(len(ids), len(names)) > _MOST:
        raise problem(
            BAD_PARAMETER,
            f"extend には ids と properties を、それぞれ {_MOST} 個まで書いてください。",
            f"extend has ids and properties, at most {_MOST} of each",
        )
    return list(dict.fromkeys(ids)), list(dict.fromkeys(str(name) for name in names))


def _iri(name: str) -> str:
    """The IRI of a prefixed name; empty where its prefix is not known."""
    prefix, _, local = name.partition(":")
    fits = prefix in PREFIXES and local and not any(char in _UNSAFE or char <= " " for char in local)
    return PREFIXES[prefix] + local if fits else ""
