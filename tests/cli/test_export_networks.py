import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from kg.release.release import Release


def kg(release: Release, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg", "export", *arguments, "--release", str(release.path)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})


def test_a_file_for_programs_that_read_files(release: Release, tmp_path: Path) -> None:
    run = kg(release, "graphml", str(tmp_path / "made" / "x.graphml"), "--view", "network", "--lang", "ja", "--json")
    assert json.loads(run.stdout) == [str(tmp_path / "made" / "x.graphml")], run.stderr
    graph = nx.read_graphml(tmp_path / "made" / "x.graphml")
    assert "滋賀県" in {values["label"] for _, values in graph.nodes(data=True)}


def test_a_directory_for_the_others(release: Release, tmp_path: Path) -> None:
    for form, names in (("neo4j", ["README.txt", "nodes.csv", "relationships.csv"]), ("csv", ["README.txt", "edges.csv", "nodes.csv"])):
        run = kg(release, form, str(tmp_path / form), "--view", "network", "--json")
        assert sorted(json.loads(run.stdout)) == [str(tmp_path / form / name) for name in names]
        assert sorted(path.name for path in (tmp_path / form).iterdir()) == names


def test_nothing_said_is_everything(release: Release, tmp_path: Path) -> None:
    assert kg(release, "cytoscape", str(tmp_path / "x.cyjs")).returncode == 0
    assert json.loads((tmp_path / "x.cyjs").read_bytes())["data"]["name"] == "everything"


def test_a_question_with_its_parameter_from_a_file_of_quads(release: Release, tmp_path: Path) -> None:
    arguments = ("--view", "government-card", "--param", "government=熊本市", "--from", str(release.quads))
    run = kg(release, "gexf", str(tmp_path / "x.gexf"), *arguments)
    assert run.returncode == 0, run.stderr
    graph = nx.read_gexf(tmp_path / "x.gexf", version="1.3")
    assert {values["row_government"] for _, values in graph.nodes(data=True) if values["class"] == "Row"} == {"熊本市"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("gexf", "x", "--view", "networks"), "views: everything, network; questions: breakdowns"),
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
def test_wrong_use_is_one_line_that_says_the_way_out(
    release: Release, tmp_path: Path, arguments: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("mine", encoding="utf-8")
    run = kg(release, *arguments)
    assert run.returncode == 2
    assert words in run.stderr
    assert run.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]
