import datetime as dt
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from tests.export.graphs import want

from kg.export.graphs.colours import colour
from kg.export.graphs.elements import Node
from kg.export.graphs.gexf import write_gexf
from kg.export.graphs.markup import fit_for_xml
from kg.export.graphs.views import View

GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
NOT_COLUMNS = {"viz", "id", "source", "target", "kind"}

ALLOWED = {"id", "label", "start", "end"}, {"id", "label", "start", "end", "source", "target", "kind", "weight"}
"""Attributes of nodes and of edges that are used; the schema has them all."""


@pytest.fixture
def written(view: View, tmp_path: Path) -> Path:
    write_gexf(view, tmp_path / "x.gexf")
    return tmp_path / "x.gexf"


def test_networkx_reads_every_node_and_edge(view: View, written: Path) -> None:
    graph = nx.read_gexf(written, version="1.3")
    assert graph.is_directed()
    found = {id_: columns(values) for id_, values in graph.nodes(data=True)}
    assert found == want.nodes(view, fit_for_xml)
    edges = [(source, target, values["id"], columns(values)) for source, target, values in graph.edges(data=True)]
    assert {(source, target, id_): values for source, target, id_, values in edges} == want.edges(view, fit_for_xml)
    assert len(edges) == len(list(view.edges()))


def columns(values: dict[str, object]) -> want.Texts:
    return {name: want.plain(value) for name, value in values.items() if name not in NOT_COLUMNS}


def test_it_is_gexf_1_3_with_the_elements_in_the_order_of_its_schema(view: View, written: Path) -> None:
    root = ET.parse(written).getroot()  # noqa: S314 - written by this very test
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.3")
    assert [child.tag for child in root] == [f"{GEXF}meta", f"{GEXF}graph"]
    graph = root[1]
    assert graph.attrib == {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date", "timerepresentation": "interval"}
    assert [child.tag.removeprefix(GEXF) for child in graph] == ["attributes", "attributes", "nodes", "edges"]
    assert [one.attrib for one in graph[:2]] == [{"class": "node"}, {"class": "edge"}]
    for part, known in zip(graph[2:], ALLOWED, strict=True):
        assert {name for one in part for name in one.attrib} <= known
    types = {one.get("type") for one in root.iter(f"{GEXF}attribute")}
    assert types <= {"string", "long", "double", "boolean"}
    declared = {one.get("id") for one in root.iter(f"{GEXF}attribute")}
    assert {one.get("for") for one in root.iter(f"{GEXF}attvalue")} <= declared
    assert all(message in (root.findtext(f"{GEXF}meta/{GEXF}description") or "") for message in (view.title.ja, view.title.en))


def test_each_node_has_the_colour_of_its_class_and_the_size_of_its_weight(view: View, written: Path) -> None:
    root = ET.parse(written).getroot()  # noqa: S314 - written by this very test
    drawn = {one.get("id"): one for one in root.iter(f"{GEXF}node")}
    for node in view.nodes():
        found = drawn[node.id].find(f"{VIZ}color")
        assert found is not None
        classes = node.values.get("classes", ())
        assert isinstance(classes, tuple)
        assert tuple(int(found.get(name, "")) for name in "rgb") == colour(str(node.values.get("class")), classes)
        assert (drawn[node.id].find(f"{VIZ}size") is not None) == ("weight" in node.values)


def test_lifetimes_are_real_days_and_those_of_the_view(view: View, written: Path) -> None:
    root = ET.parse(written).getroot()  # noqa: S314 - written by this very test
    told = {node.id: node.values for node in view.nodes()} | {edge.id: edge.values for edge in view.edges()}
    for element in (*root.iter(f"{GEXF}node"), *root.iter(f"{GEXF}edge")):
        for name in ("start", "end"):
            assert element.get(name) == told[element.get("id", "")].get(name)
            if element.get(name):
                dt.date.fromisoformat(element.get(name, ""))


def test_edges_that_are_not_to_be_added_differ_in_kind(written: Path) -> None:
    root = ET.parse(written).getroot()  # noqa: S314 - written by this very test
    triplets = [(edge.get("source"), edge.get("target"), edge.get("kind")) for edge in root.iter(f"{GEXF}edge")]
    assert len(set(triplets)) == len(triplets)
    assert all(kind for _, _, kind in triplets)


def test_a_lifetime_that_ends_before_it_begins_is_none(views: dict[str, View], tmp_path: Path) -> None:
    backwards = Node("x", {"label": "x", "start": "2020-12-31", "end": "2020-02-29"})
    forwards = Node("y", {"label": "y", "start": "2020-02-29", "end": "2020-02-29"})
    write_gexf(replace(views["nothing"], nodes=lambda: iter([backwards, forwards])), tmp_path / "x.gexf")
    found = ET.parse(tmp_path / "x.gexf").getroot().findall(f".//{GEXF}node")  # noqa: S314 - written by this very test
    assert [(one.get("start"), one.get("end")) for one in found] == [(None, None), ("2020-02-29", "2020-02-29")]
