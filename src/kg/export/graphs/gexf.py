"""GEXF 1.3 (https://gexf.net/schema.html), as Gephi reads it: attributes, weights, colours, sizes, and lifetimes from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.export.graphs.colours import colour
from kg.export.graphs.columns import LABELS, LIFETIME, Kind, written
from kg.export.graphs.drafts import draft
from kg.export.graphs.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kg.export.graphs.columns import Column, Value
    from kg.export.graphs.elements import Edge, Node
    from kg.export.graphs.views import View

_NAMESPACE = "http://gexf.net/1.3"
_TYPES = {Kind.integer: "long", Kind.number: "double", Kind.truth: "boolean"}
"""Types of attributes where they are not strings. Lists are strings, too: programs part at how the items of a list are quoted."""
_OWN_PLACE = {LABELS[0].name, *(column.name for column in LIFETIME)}
"""Columns for which GEXF has attributes of its own; the weight of a node is no such, that of an edge is both."""
_SMALLEST, _STEP = 8.0, 4.0


def write_gexf(view: View, target: Path) -> None:
    """Write ``view`` to the file ``target``."""
    with draft(target) as path, path.open("wb") as stream:
        out = Markup(stream)
        out.begin()
        with out.inside("gexf", xmlns=_NAMESPACE, xmlns__viz=f"{_NAMESPACE}/viz", version="1.3"):
            with out.inside("meta"):
                out.element("creator", "Tsunagi")
                out.element("description", _description(view))
            with out.inside("graph", mode="dynamic", defaultedgetype="directed", timeformat="date", timerepresentation="interval"):
                _attributes(out, "node", view.node_columns)
                _attributes(out, "edge", view.edge_columns)
                with out.inside("nodes"):
                    for node in view.nodes():
                        _node(out, node, view.node_columns)
                with out.inside("edges"):
                    for edge in view.edges():
                        _edge(out, edge, view.edge_columns)
        out.end()


def _description(view: View) -> str:
    return "\n".join(message.in_language(language) for language in ("ja", "en") for message in (view.title, *view.cautions))


def _attributes(out: Markup, owner: str, columns: Sequence[Column]) -> None:
    with out.inside("attributes", class_=owner):
        for column in columns:
            if column.name not in _OWN_PLACE:
                out.element("attribute", id=f"{owner}-{column.name}", title=column.name, type=_TYPES.get(column.kind, "string"))


def _node(out: Markup, node: Node, columns: Sequence[Column]) -> None:
    with out.inside("node", id=node.id, label=str(node.values["label"]), **_lifetime(node.values)):
        _attvalues(out, "node", columns, node.values)
        classes = node.values.get("classes", ())
        red, green, blue = colour(str(node.values.get("class", "")), classes if isinstance(classes, tuple) else ())
        out.element("viz:color", r=str(red), g=str(green), b=str(blue))
        weight = node.values.get("weight")
        if isinstance(weight, int):  # never by a figure: figures of different bases, units and dates do not compare
            out.element("viz:size", value=f"{_SMALLEST + _STEP * weight**0.5:.1f}")


def _edge(out: Markup, edge: Edge, columns: Sequence[Column]) -> None:
    weight = {"weight": written(edge.values["weight"])} if "weight" in edge.values else {}
    names = {"id": edge.id, "source": edge.source, "target": edge.target, "label": str(edge.values["label"]), "kind": _kind(edge)}
    with out.inside("edge", **names, **weight, **_lifetime(edge.values)):
        _attvalues(out, "edge", columns, edge.values)


def _kind(edge: Edge) -> str:
    """What tells edges between the same two nodes apart. Gephi adds up the weights of those that agree in it, and editions are not to be added."""
    return " ".join(filter(None, (written(edge.values.get("type")), written(edge.values.get("edition")))))


def _lifetime(values: Mapping[str, Value]) -> dict[str, str]:
    """First and last day, as far as they are known; neither where a fault of the source puts the last before the first, which Gephi refuses."""
    days = {column.name: written(values[column.name]) for column in LIFETIME if column.name in values}
    return {} if days.get("end", "9999") < days.get("start", "") else days


def _attvalues(out: Markup, owner: str, columns: Sequence[Column], values: Mapping[str, Value]) -> None:
    with out.inside("attvalues"):
        for column in columns:
            if column.name in values and column.name not in _OWN_PLACE:
                out.element("attvalue", **{"for": f"{owner}-{column.name}", "value": written(values[column.name])})
