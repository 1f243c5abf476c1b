"""CSV for ``neo4j-admin database import`` (Neo4j Operations Manual, Import, CSV header format): one file of nodes, one of relationships."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from kg.export.graphs.columns import Kind, joined, written
from kg.export.graphs.drafts import draft
from kg.export.graphs.sheets import write_readme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kg.export.graphs.columns import Column
    from kg.export.graphs.elements import Node
    from kg.export.graphs.views import View

SPACE = "Thing"
"""The id space of all nodes, and a label of each."""
COMMAND = (
    "neo4j-admin database import full neo4j --nodes=nodes.csv --relationships=relationships.csv "
    "--array-delimiter=';' --multiline-fields=true --ignore-empty-strings=true"
)
"""How the files are taken in, in the directory that holds them."""
_TYPES = {Kind.texts: "string[]", Kind.integer: "long", Kind.number: "double", Kind.truth: "boolean", Kind.date: "date"}
_CLASSES = "classes"


def write_neo4j(view: View, target: Path) -> list[Path]:
    """Write ``nodes.csv``, ``relationships.csv`` and how to take them in into the directory ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    own = [column for column in view.node_columns if column.name != _CLASSES]  # they are labels
    with draft(target / "nodes.csv") as path:
        rows = ([node.id, _labels(node), *(written(node.values.get(column.name)) for column in own)] for node in view.nodes())
        _write(path, [f"id:ID({SPACE})", ":LABEL", *map(_header, own)], rows)
    with draft(target / "relationships.csv") as path:
        rows = (
            [edge.source, edge.target, _type(str(edge.values["type"])), edge.id]
            + [written(edge.values.get(column.name)) for column in view.edge_columns]
            for edge in view.edges()
        )
        _write(path, [f":START_ID({SPACE})", f":END_ID({SPACE})", ":TYPE", "id:string", *map(_header, view.edge_columns)], rows)
    return [target / "nodes.csv", target / "relationships.csv", write_readme(view, target, "", COMMAND)]


def _header(column: Column) -> str:
    return f"{column.name}:{_TYPES.get(column.kind, 'string')}"


def _labels(node: Node) -> str:
    classes = node.values.get(_CLASSES, ())
    named = (str(node.values.get("class", "")), *(classes if isinstance(classes, tuple) else ()), SPACE)
    return joined(tuple(dict.fromkeys(filter(None, named))))


def _type(name: str) -> str:
    """The name of a relation as Neo4j's users write it.

    >>> _type("hasOutcome")
    'HAS_OUTCOME'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """UTF-8 without byte order mark, which the import would take for a part of the first name; quotes around every value, doubled within."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(",".join(header) + "\n")
        csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
