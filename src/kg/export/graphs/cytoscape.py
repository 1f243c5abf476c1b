"""Cytoscape JSON (https://js.cytoscape.org/#notation/elements-json), as Cytoscape.js, Cytoscape and networkx read it."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

from kg.export.graphs.drafts import draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kg.export.graphs.columns import Value
    from kg.export.graphs.elements import Edge, Node
    from kg.export.graphs.views import View


def write_cytoscape(view: View, target: Path) -> None:
    """Write ``view`` to the file ``target``: one element a line."""
    about = {
        "name": view.name,
        **{f"title_{language}": view.title.in_language(language) for language in ("ja", "en")},
        **{f"cautions_{language}": [one.in_language(language) for one in view.cautions] for language in ("ja", "en")},
    }
    with draft(target) as path, path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(f'{{"directed": true, "multigraph": true, "data": {_text(about)},\n"elements": {{"nodes": [\n')
        _list(stream, (_node(node) for node in view.nodes()))
        stream.write('], "edges": [\n')
        _list(stream, (_edge(edge) for edge in view.edges()))
        stream.write("]}}\n")


def _node(node: Node) -> dict[str, object]:
    """``name`` is what Cytoscape shows, ``value`` what networkx takes for the node itself."""
    return {"id": node.id, "value": node.id, "name": node.values["label"], **_several(node.values)}


def _edge(edge: Edge) -> dict[str, object]:
    """``key`` is what keeps parallel edges apart in networkx, ``interaction`` what Cytoscape calls the type of an edge."""
    known = {"id": edge.id, "key": edge.id, "source": edge.source, "target": edge.target, "interaction": edge.values.get("type", "")}
    return {**known, "name": edge.values["label"], **_several(edge.values)}


def _several(values: Mapping[str, Value]) -> dict[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _list(stream: IO[str], elements: Iterable[dict[str, object]]) -> None:
    between = ""
    for element in elements:
        stream.write(f'{between}{{"data": {_text(element)}}}')
        between = ",\n"
    stream.write("\n")


def _text(value: object) -> str:
    """JSON in the characters themselves; half a surrogate pair, which UTF-8 cannot write, is marked as such."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
