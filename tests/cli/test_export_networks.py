import json
import subprocess
from pathlib import Path

import networkx as nx
import pytest
from tests.forking import kg

from kg.queries.stored import stored_queries
from kg.release.release import Release


def export(release: Release, place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return kg("export", *arguments, "--release", str(release.path), cwd=place)


def test_a_file_for_programs_that_read_files(release: Release, tmp_path: Path) -> None:
    run = export(release, tmp_path, "graphml", str(tmp_path / "made" / "x.graphml"), "--view", "network", "--lang", "ja", "--json")
    assert json.loads(run.stdout) == [str(tmp_path / "made" / "x.graphml")], run.stderr
    graph = nx.read_graphml(tmp_path / "made" / "x.graphml")
    assert "滋賀県" in {values["label"] for _, values in graph.nodes(data=True)}


def test_a_directory_for_the_others(release: Release, tmp_path: Path) -> None:
    for form, names in (("neo4j", ["README.txt", "nodes.csv", "relationships.csv"]), ("csv", ["README.txt", "edges.csv", "nodes.csv"])):
        run = export(release, tmp_path, form, str(tmp_path / form), "--view", "network", "--json")
        assert sorted(json.loads(run.stdout)) == [str(tmp_path / form / name) for name in names]
        assert sorted(path.name for path in (tmp_path / form).iterdir()) == names


def test_nothing_said_is_everything(release: Release, tmp_path: Path) -> None:
    assert export(release, tmp_path, "cytoscape", str(tmp_path / "x.cyjs")).returncode == 0
    assert json.loads((tmp_path / "x.cyjs").read_bytes())["data"]["name"] == "everything"


def test_a_question_with_its_parameter_from_a_file_of_quads(release: Release, tmp_path: Path) -> None:
    arguments = ("--view", "government-card", "--param", "government=熊本市", "--from", str(release.quads))
    run = export(release, tmp_path, "gexf", str(tmp_path / "x.gexf"), *arguments)
    assert run.returncode == 0, run.stderr
    graph = nx.read_gexf(tmp_path / "x.gexf", version="1.3")
    assert {values["row_government"] for _, values in graph.nodes(data=True) if values["class"] == "Row"} == {"熊本市"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("gexf", "x", "--view", "networks"), f"views: everything, network; questions: {next(iter(stored_queries('question')))}"),
        (("gexf", "x", "--view", "networks", "--lang", "ja"), "ビュー: everything, network"),
        (("turtle", "x", "--view", "network"), "--view and --param are for graphml, gexf, cytoscape, csv"),
        (("reference", "x", "--view", "network"), "not for reference"),
        (("source", "x", "--param", "language=en"), "not for source"),
        (("gexf", "x", "--param", "government=熊本市"), "everything is a view, which takes no parameters"),
        (("gexf", "x", "--view", "government-card", "--param", "government"), "--param takes NAME=VALUE"),
        (("gexf", "x", "--view", "government-card", "--param", "government=火星県"), "火星県"),
        (("gexf", "."), "name the file to write"),
        (("neo4j", "file", "--view", "network"), "name the directory to write to"),
    ],
)
def test_wrong_use_is_one_line_that_says_the_way_out(release: Release, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    run = export(release, tmp_path, *arguments)
    assert run.returncode == 2
    assert words in run.stderr
    assert run.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]
