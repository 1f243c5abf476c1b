"""Answers of the stored checks (queries/checks/): each row is a finding about the node of its first column."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib import DCTERMS, URIRef

from kg.errors import Message
from kg.queries.binding import clause
from kg.queries.stored import stored_queries
from kg.settings import BASE, rebased
from kg.store.heap import Heap
from kg.store.port import lexical
from kg.validate.findings import SEVERITIES, Finding
from kg.validate.places import owner_of, place_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from rdflib import Graph

    from kg.queries.stored import Check, StoredQuery
    from kg.validate.nodes import Nodes

_SHAPES = f"{BASE}shape#"


def check_findings(nodes: Nodes, base: str) -> Iterator[Finding]:
    """What all checks find in the store."""
    heap = Heap()

    def found(query: StoredQuery) -> list[Finding]:
        findings = list(_findings(query, nodes, base))
        heap.give_back()
        return findings

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # as with the shapes: a query leaves Python alone
        for findings in pool.map(found, stored_queries("check").values()):
            yield from findings


def presupposed_by(rule: str, shapes: Graph, base: str) -> set[str]:
    """What must hold before a shape (dcterms:requires) or a check (``requires`` of its header) has something to say."""
    check = stored_queries("check").get(rule.removeprefix(f"{base}check/"))
    if check is None or check.check is None:
        return {str(required).replace(f"{BASE}check/", f"{base}check/") for required in shapes.objects(URIRef(rule), DCTERMS.requires)}
    return {f"{base}check/{name}" if name in stored_queries("check") else f"{_SHAPES}{name}" for name in check.check.requires}


def _solutions(nodes: Nodes, query: StoredQuery, text: str) -> ox.QuerySolutions:
    found = nodes.store.query(text, use_default_graph_as_union=True)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError(query.slug)
    return found


def _texts(query: StoredQuery, suspects: str, nodes: Nodes, base: str) -> Iterator[str]:
    """What is asked: the check, or, where it names ``suspects``, the check about each of them."""
    text = rebased(query.text, base)
    if not suspects:
        yield text
        return
    wanted = stored_queries("suspect")[suspects]
    for row in dict.fromkeys(map(tuple, _solutions(nodes, wanted, rebased(wanted.text, base)))):
        yield _about(text, {name: str(term) for name, term in zip(wanted.returns, row, strict=True) if not isinstance(term, ox.BlankNode)})


def _about(text: str, terms: dict[str, str]) -> str:
    """``text`` with ``terms`` in its VALUES clauses; what has no name cannot be asked for, and leaves the check asked for all."""
    for name, term in terms.items():
        text = clause(name).sub(partial(_filled, term), text)
    return text


def _filled(term: str, found: re.Match[str]) -> str:
    return f"{found[1]} {term} {found[3]}"


def _findings(query: StoredQuery, nodes: Nodes, base: str) -> Iterator[Finding]:
    check = query.check
    if check is None:
        raise TypeError(query.slug)
    for text in _texts(query, check.suspects, nodes, base):
        yield from _of_rows(query, check, _solutions(nodes, query, text), nodes, base)


def _of_rows(query: StoredQuery, check: Check, found: ox.QuerySolutions, nodes: Nodes, base: str) -> Iterator[Finding]:
    names = [variable.value for variable in found.variables]
    for row in dict.fromkeys(tuple(row) for row in found):  # a statement in two graphs makes a row of each
        told = {name: lexical(term) for name, term in zip(names, row, strict=True)}
        focus = row[0]
        place, owner = None, ("", "")
        if isinstance(focus, ox.NamedNode | ox.BlankNode):
            place, owner = place_of(nodes, focus), owner_of(nodes, focus)
        yield Finding(
            severity=next(severity for severity in SEVERITIES if severity == check.severity),
            kind=check.kind,
            rule=f"{base}check/{query.slug}",
            focus=told[names[0]],
            value=told.get("value", ""),
            message=Message(check.message.ja.format_map(told), check.message.en.format_map(told)),
            repair=check.repair,
            place=place,
            government=owner[0],
            cohort=owner[1],
        )
