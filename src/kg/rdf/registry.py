"""The registry of names: data/registry.csv says which key stands for the same organization as another. Keys themselves never change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg import resources
from kg.rdf.iris import segment
from kg.rdf.terms import in_language, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.rdf.terms import Statement


@dataclass(frozen=True, slots=True)
class Registered:
    """``key`` (such as ``organization/東京都-…``) is the same as ``same_as``, for a reason that names its source."""

    key: str
    same_as: str
    reason: str


@cache
def registry() -> tuple[Registered, ...]:
    """All rows of data/registry.csv."""
    return tuple(
        Registered(row["key"], row["same_as"], row["reason"]) for row in resources.rows("data/registry.csv", ("key", "same_as", "reason"))
    )


def _iri(base: str, key: str) -> NamedNode:
    return NamedNode(f"{base}id/" + "/".join(map(segment, key.split("/"))))


@cache
def _by_iri(base: str) -> dict[NamedNode, Registered]:
    return {_iri(base, entry.key): entry for entry in registry()}


def registry_statements(base: str, organization: NamedNode) -> Iterator[Statement]:
    """What the registry says of an organization that occurs: the key that it is the same as, and its name there."""
    entry = _by_iri(base).get(organization)
    if entry is None:
        return
    yield organization, term("owl:sameAs"), _iri(base, entry.same_as)
    yield organization, term("skos:altLabel"), in_language(entry.same_as.partition("/")[2].partition("-")[2], "ja")
    yield organization, term("rdfs:comment"), in_language(entry.reason, "ja")
