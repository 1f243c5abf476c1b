import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from tests.export.graphs import want

from kg.export.graphs.columns import joined
from kg.export.graphs.cytoscape import write_cytoscape
from kg.export.graphs.views import View

OF_NODES = {"id", "value", "name"}
OF_EDGES = {"id", "key", "source", "target", "interaction", "name"}
MODULES = os.environ.get("KG_NODE_MODULES", "")
"""Where ``npm install cytoscape`` put its modules."""
SCRIPT = """
const { readFileSync } = require("node:fs");
const cytoscape = require("cytoscape");
const graph = cytoscape({ headless: true, ...JSON.parse(readFileSync(process.argv[2], "utf-8")) });
const read = (elements) => elements.map((one) => one.data());
const console_ = { nodes: read(graph.nodes()), edges: read(graph.edges()), data: graph.data() };
process.stdout.write(JSON.stringify(console_));
"""


def compare(view: View, nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> None:
    assert [one["id"] for one in nodes] == [node.id for node in view.nodes()]
    assert {one["id"]: columns(one, OF_NODES) for one in nodes} == want.nodes(view)
    assert {(one["source"], one["target"], one["id"]): columns(one, OF_EDGES) for one in edges} == want.edges(view)
    assert len(edges) == len(list(view.edges()))
    assert all(one["name"] == one["label"] for one in (*nodes, *edges))


def columns(values: dict[str, Any], own: set[str]) -> want.Texts:
    return {
        name: joined(tuple(value)) if isinstance(value, list) else want.plain(value) for name, value in values.items() if name not in own
    }


def test_networkx_reads_every_node_and_edge(view: View, tmp_path: Path) -> None:
    write_cytoscape(view, tmp_path / "x.cyjs")
    graph = nx.cytoscape_graph(json.loads((tmp_path / "x.cyjs").read_bytes()))
    assert graph.is_directed()
    compare(view, [values for _, values in graph.nodes(data=True)], [values for _, _, values in graph.edges(data=True)])
    assert graph.graph["cautions_ja"] == [one.ja for one in view.cautions]
    assert graph.graph["title_en"] == view.title.en


@pytest.mark.skipif(not (MODULES and shutil.which("node")), reason="needs system package nodejs and, from npm, cytoscape (KG_NODE_MODULES)")
def test_cytoscape_js_reads_every_node_and_edge(view: View, tmp_path: Path) -> None:
    write_cytoscape(view, tmp_path / "x.cyjs")
    (tmp_path / "node_modules").symlink_to(MODULES)
    (tmp_path / "read.cjs").write_text(SCRIPT, encoding="utf-8")
    command = [str(shutil.which("node")), "read.cjs", "x.cyjs"]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    compare(view, found["nodes"], found["edges"])
    assert found["data"]["name"] == view.name
