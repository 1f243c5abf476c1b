"""Answers of the stored checks (queries/checks/): each row is a finding about the node of its first column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import Message
from kg.queries.stored import stored_queries
from kg.settings import rebased
from kg.store.port import lexical
from kg.validate.findings import SEVERITIES, Finding
from kg.validate.places import owner_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.queries.stored import StoredQuery
    from kg.validate.nodes import Nodes


def check_findings(nodes: Nodes, base: str) -> Iterator[Finding]:
    """What all checks find in the store."""
    for query in stored_queries("check").values():
        yield from _findings(query, nodes, base)


def _findings(query: StoredQuery, nodes: Nodes, base: str) -> Iterator[Finding]:
    found = nodes.store.query(rebased(query.text, base), use_default_graph_as_union=True)
    if not isinstance(found, ox.QuerySolutions) or query.check is None:
        raise TypeError(query.slug)
    names = [variable.value for variable in found.variables]
    for row in found:
        told = {name: lexical(term) for name, term in zip(names, row, strict=True)}
        focus = row[0]
        place, owner = None, ("", "")
        if isinstance(focus, ox.NamedNode | ox.BlankNode):
            place, owner = place_of(nodes, focus), owner_of(nodes, focus)
        yield Finding(
            severity=next(severity for severity in SEVERITIES if severity == query.check.severity),
            kind=query.check.kind,
            rule=f"{base}check/{query.slug}",
            focus=told[names[0]],
            value="",
            message=Message(query.check.message.ja.format_map(told), query.check.message.en.format_map(told)),
            repair=query.check.repair,
            place=place,
            government=owner[0],
            cohort=owner[1],
        )
