"""The cell of a node: the passage of the source that it was read from, or that something next to it was read from; and whose row that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.rdf.terms import term, tsu
from kg.validate.findings import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.validate.nodes import Node, Nodes

_STEPS = 2
_UP = ("hasOutcome", "hasIntervention", "hasCommission")
_MOST_READERS = 5
"""Of the records that were read from one passage so many are asked whose they are; a heading of a whole table has thousands."""


def passages_of(nodes: Nodes, focus: Node) -> list[Node]:
    """Passages at ``focus`` or, where it has none, at what it consists of or belongs to, at its neighbours, then at theirs.

    They come in the order of the document. A table edition, and its programme, stand in the title of the table; an area in the rows of its government.
    """
    title = _title(nodes, focus)
    if title is not None:
        return [title]
    undertaken = [project for body in nodes.subjects(tsu("governs"), focus) for project in nodes.subjects(tsu("undertakenBy"), body)]
    if rows := {passage for project in undertaken for passage in _at(nodes, project)}:
        return _in_order(nodes, rows)
    seen: set[Node] = set()
    ring = [focus]
    parts = [part for step in _UP for part in (*nodes.nodes(focus, tsu(step)), *nodes.subjects(tsu(step), focus))]
    for _ in range(_STEPS + 1):
        found = {passage for node in ring for passage in _at(nodes, node)}
        if found:
            return _in_order(nodes, found)
        seen.update(ring)
        if ring == [focus] and any(passage for node in parts for passage in _at(nodes, node)):
            ring = parts
            continue
        ring = [neighbour for node in ring for neighbour in dict.fromkeys(nodes.neighbours(node)) if neighbour not in seen]
    return []


def _in_order(nodes: Nodes, passages: Iterable[Node]) -> list[Node]:
    return sorted(passages, key=lambda passage: (nodes.number(passage, tsu("position")), str(passage)))


def _title(nodes: Nodes, focus: Node) -> Node | None:
    """The title above the rows of a table edition (of a programme: the first of its editions), as the last before the first of them."""
    candidates = (focus, *nodes.subjects(tsu("partOfProgramme"), focus))
    editions = [node for node in candidates if nodes.is_a(node, "TableEdition") or nodes.subjects(tsu("reportedIn"), node)]
    for edition in editions:
        role = NamedNode(f"{str(edition.value).partition('/id/')[0]}/code/passage-role/title")
        documents = nodes.nodes(edition, tsu("wasReadFrom"))
        titles = [node for node in nodes.subjects(tsu("role"), role) if not set(documents).isdisjoint(nodes.nodes(node, tsu("inDocument")))]
        commissions = nodes.subjects(tsu("reportedIn"), edition)
        read = {passage for commission in commissions for passage in nodes.nodes(commission, tsu("wasReadFrom"))}
        first = min((nodes.number(passage, tsu("position")) for passage in read), default=0)
        above = [(nodes.number(node, tsu("position")), str(node), node) for node in titles]
        found = max((entry for entry in above if entry[0] < first), default=None)
        if found is not None:
            return found[2]
    return None


def _at(nodes: Nodes, node: Node) -> Iterator[Node]:
    if nodes.is_a(node, "SourcePassage"):
        yield node
    yield from (passage for passage in nodes.nodes(node, tsu("wasReadFrom")) if nodes.is_a(passage, "SourcePassage"))


def place_of(nodes: Nodes, focus: Node) -> Place | None:
    """Where ``focus`` stands: its own extent, or the first passage near it; None where there is none within two steps.

    A payment stands in a row of its document, and that document in none of the table.
    """
    if nodes.is_a(focus, "PaymentDocument"):
        return None
    if nodes.is_a(focus, "Payment"):
        return _row_of(nodes, focus)
    passages = passages_of(nodes, focus)
    extent = next((extent for extent in nodes.nodes(focus, tsu("extent")) if nodes.text(extent, term("oa:start"))), None)
    if extent is None and not passages:
        return None
    selector = extent or _position(nodes, passages[0])
    start, end = (0, 0) if selector is None else (nodes.number(selector, term("oa:start")), nodes.number(selector, term("oa:end")))
    within = next((passage for passage in passages if _holds(nodes, passage, start)), passages[0] if passages else None)
    holders = [
        node for node in (selector, within) if node is not None
    ]  # the extent of a record says its document, that of a passage does not
    document = next((document for node in holders for document in nodes.nodes(node, tsu("inDocument"))), None)
    return _place(nodes, document, within, selector, (start, end))


def _row_of(nodes: Nodes, payment: Node) -> Place | None:
    document = next(iter(nodes.nodes(payment, tsu("wasReadFrom"))), None)
    if document is None:
        return None
    name, source = nodes.text(document, term("rdfs:label"), "ja"), getattr(document, "value", "")
    return Place(name or source, source, 0, 0, "", 0, 0, nodes.text(payment, tsu("locator")))


def _position(nodes: Nodes, passage: Node) -> Node | None:
    return next((selector for selector in nodes.nodes(passage, term("oa:hasSelector")) if nodes.text(selector, term("oa:start"))), None)


def _holds(nodes: Nodes, passage: Node, start: int) -> bool:
    selector = _position(nodes, passage)
    return selector is not None and nodes.number(selector, term("oa:start")) <= start < nodes.number(selector, term("oa:end"))


def _place(nodes: Nodes, document: Node | None, passage: Node | None, selector: Node | None, bounds: tuple[int, int]) -> Place:
    name = nodes.text(document, tsu("fileName")) if document else ""
    row, column = (nodes.number(passage, tsu(name)) for name in ("row", "column")) if passage else (0, 0)
    cell = nodes.text(selector, tsu("cell")) if selector else ""
    source = getattr(document, "value", "")
    return Place(name or source, source, row, column, cell, *bounds)


def owner_of(nodes: Nodes, focus: Node) -> tuple[str, str]:
    """The government in whose rows it stands, as written there, and the cohort; both empty where it belongs to none.

    A payment is of the government that is paid, or else pays, and of no cohort; a table edition is of a cohort alone.
    """
    if nodes.is_a(focus, "TableEdition") or nodes.is_a(focus, "Programme"):
        return "", nodes.text(focus, tsu("cohort"))
    if nodes.is_a(focus, "PaymentDocument"):
        return "", ""
    if nodes.is_a(focus, "Payment"):
        bodies = [body for end in ("payee", "payer") for body in nodes.nodes(focus, tsu(end)) if nodes.is_a(body, "LocalGovernment")]
        return (nodes.text(bodies[0], term("rdfs:label"), "ja") if bodies else ""), ""
    for node in (focus, *passages_of(nodes, focus)):
        readers = nodes.subjects(tsu("wasReadFrom"), node)[:_MOST_READERS]
        for start in (node, *readers, *nodes.neighbours(node)):
            project = _project(nodes, start)
            if project is not None:
                return nodes.text(project, tsu("governmentAsWritten")), nodes.text(project, tsu("cohort"))
    return "", ""


def owners_of(nodes: Nodes, node: Node) -> list[Node]:
    """The commissions and projects that a record belongs to."""
    found: list[Node] = []
    ring = [node]
    for step in _UP:
        ring = [owner for inner in ring for owner in nodes.subjects(tsu(step), inner)] or ring
        found += ring
    return found


def _project(nodes: Nodes, node: Node) -> Node | None:
    """The project that a record belongs to."""
    for step in _UP:
        node = next(iter(nodes.subjects(tsu(step), node)), node)
    return node if nodes.is_a(node, "Project") else None
