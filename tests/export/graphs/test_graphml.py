from pathlib import Path

import igraph
import networkx as nx
from tests.export.graphs import want

from kg.export.graphs.graphml import write_graphml
from kg.export.graphs.markup import fit_for_xml
from kg.export.graphs.views import View


def test_networkx_reads_every_node_and_edge(view: View, tmp_path: Path) -> None:
    write_graphml(view, tmp_path / "x.graphml")
    graph = nx.read_graphml(tmp_path / "x.graphml", force_multigraph=True)
    assert graph.is_directed()
    found = {id_: {name: want.plain(value) for name, value in values.items()} for id_, values in graph.nodes(data=True)}
    assert found == want.nodes(view, fit_for_xml)
    assert list(found) == [node.id for node in view.nodes()]
    edges = {
        (source, target, key): {name: want.plain(value) for name, value in values.items() if name != "id"}
        for source, target, key, values in graph.edges(keys=True, data=True)
    }
    assert edges == want.edges(view, fit_for_xml)
    assert graph.graph["title_ja"] == view.title.ja
    assert graph.graph["cautions_en"].split("\n") == ([one.en for one in view.cautions] or [""])


def test_igraph_reads_every_node_and_edge(view: View, tmp_path: Path) -> None:
    write_graphml(view, tmp_path / "x.graphml")
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "x.graphml"))
    assert graph.is_directed()
    wanted = want.nodes(view, fit_for_xml)
    assert graph.vcount() == len(wanted)
    found = {vertex["id"]: vertex.attributes() for vertex in graph.vs}
    assert {id_: {name: want.plain(found[id_][name]) for name in values} for id_, values in wanted.items()} == wanted
    wanted_edges = [(source, target, values) for (source, target, _), values in want.edges(view, fit_for_xml).items()]
    read = [(graph.vs[edge.source]["id"], graph.vs[edge.target]["id"], edge.attributes()) for edge in graph.es]
    assert len(read) == len(wanted_edges)
    for (source, target, values), (read_source, read_target, attributes) in zip(wanted_edges, read, strict=True):
        assert (source, target) == (read_source, read_target)
        assert {name: want.plain(attributes[name]) for name in values} == values


def test_controls_are_shown_and_line_ends_kept(views: dict[str, View], tmp_path: Path) -> None:
    write_graphml(views["hostile"], tmp_path / "x.graphml")
    labels = {str(values.get("label")) for _, values in nx.read_graphml(tmp_path / "x.graphml").nodes(data=True)}
    assert "a␁b␈c␋d␟e\x7ff\ufffdg\ufffd" in labels
    assert "first\nsecond\r\nthird\rfourth\ttab" in labels
