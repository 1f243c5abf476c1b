"""What docs/networks.md says is so."""

import re
from pathlib import Path

from tests.export.graphs.conftest import CASES

from kg.cli.export import Format
from kg.export.graphs.columns import EDGE_COLUMNS, NODE_COLUMNS
from kg.export.graphs.neo4j import COMMAND
from kg.export.graphs.views import View, view_names

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "networks.md").read_text(encoding="utf-8")


def test_every_column_and_no_other_is_explained() -> None:
    of_nodes, of_edges = (part.split("\n\n")[0] for part in re.split(r"\| column of an? \w+ \| meaning \|", TEXT)[1:])
    for table, columns in (
        (of_nodes, ("id", *(c.name for c in NODE_COLUMNS))),
        (of_edges, ("id", "source", "target", *(c.name for c in EDGE_COLUMNS))),
    ):
        explained = [name for line in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[1])]
        assert sorted(explained) == sorted(columns)


def test_every_format_and_view_is_shown() -> None:
    shown = set(re.findall(r"kg export (\w+)", TEXT))
    assert {"graphml", "gexf", "cytoscape", "neo4j", "csv"} <= shown <= set(Format)
    assert all(f"`{name}`" in TEXT for name in view_names())
    assert COMMAND in TEXT


def test_the_sizes_told_are_those_of_the_embedded_table(views: dict[str, View]) -> None:
    told = re.search(r"`everything` has ([\d,]+) nodes and ([\d,]+) edges, `network` ([\d,]+) and ([\d,]+)", TEXT)
    assert told
    assert set(CASES) >= {"everything", "network"}
    sizes = [sum(1 for _ in elements) for name in ("everything", "network") for elements in (views[name].nodes(), views[name].edges())]
    assert [int(number.replace(",", "")) for number in told.groups()] == sizes
