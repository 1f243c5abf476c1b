"""A view as plain dictionaries, which what was read back must equal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.export.graphs.columns import Value, written
from kg.export.graphs.views import View

Texts = dict[str, str]
Ends = tuple[str, str, str]


def as_it_is(text: str) -> str:
    return text


def texts(values: Mapping[str, Value], fit: Callable[[str], str] = as_it_is) -> Texts:
    """All values as text."""
    return {name: fit(written(value)) for name, value in values.items()}


def nodes(view: View, fit: Callable[[str], str] = as_it_is) -> dict[str, Texts]:
    found = [(node.id, texts(node.values, fit)) for node in view.nodes()]
    assert len(dict(found)) == len(found)
    return dict(found)


def edges(view: View, fit: Callable[[str], str] = as_it_is) -> dict[Ends, Texts]:
    found = [((edge.source, edge.target, edge.id), texts(edge.values, fit)) for edge in view.edges()]
    assert len(dict(found)) == len(found)
    return dict(found)


def plain(value: object) -> str:
    """A value that a reader gives, as ``written`` writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
