"""GraphML (http://graphml.graphdrawing.org/specification.html): one directed graph, a key for each column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.graphs.columns import Kind, written
from kg.export.graphs.drafts import draft
from kg.export.graphs.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kg.export.graphs.columns import Column, Value
    from kg.export.graphs.views import View

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {Kind.integer: "long", Kind.number: "double", Kind.truth: "boolean"}
"""Types of keys where they are not strings; GraphML knows no dates and no lists."""


def write_graphml(view: View, target: Path) -> None:
    """Write ``view`` to the file ``target``."""
    with draft(target) as path, path.open("wb") as stream:
        out = Markup(stream)
        out.begin()
        with out.inside(
            "graphml",
            xmlns=_NAMESPACE,
            xmlns__xsi="http://www.w3.org/2001/XMLSchema-instance",
            xsi__schemaLocation=f"{_NAMESPACE} {_NAMESPACE}/1.1/graphml.xsd",
        ):
            about = _about(view)
            for name in about:
                out.element("key", **{"id": f"graph-{name}", "for": "graph", "attr.name": name, "attr.type": "string"})
            _keys(out, "node", view.node_columns)
            _keys(out, "edge", view.edge_columns)
            with out.inside("graph", id=view.name, edgedefault="directed"):
                for name, text in about.items():
                    out.element("data", text, key=f"graph-{name}")
                for node in view.nodes():
                    with out.inside("node", id=node.id):
                        _data(out, "node", view.node_columns, node.values)
                for edge in view.edges():
                    with out.inside("edge", id=edge.id, source=edge.source, target=edge.target):
                        _data(out, "edge", view.edge_columns, edge.values)
        out.end()


def _about(view: View) -> dict[str, str]:
    """What is said of the graph as a whole."""
    about = {}
    for language in ("ja", "en"):
        about[f"title_{language}"] = view.title.in_language(language)
        about[f"cautions_{language}"] = "\n".join(caution.in_language(language) for caution in view.cautions)
    return about


def _keys(out: Markup, owner: str, columns: Sequence[Column]) -> None:
    for column in columns:
        out.element(
            "key",
            **{"id": f"{owner}-{column.name}", "for": owner, "attr.name": column.name, "attr.type": _TYPES.get(column.kind, "string")},
        )


def _data(out: Markup, owner: str, columns: Sequence[Column], values: Mapping[str, Value]) -> None:
    for column in columns:
        if column.name in values:
            out.element("data", written(values[column.name]), key=f"{owner}-{column.name}")
