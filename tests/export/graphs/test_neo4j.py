import csv
import re
from pathlib import Path

import pandas as pd
from tests.export.graphs import want

from kg.export.graphs.columns import joined
from kg.export.graphs.neo4j import write_neo4j
from kg.export.graphs.views import View

FIELD = re.compile(r"(?P<name>\w*):(?P<type>ID|LABEL|START_ID|END_ID|TYPE|string(\[\])?|long|double|boolean|date)(\((?P<space>\w+)\))?")
"""A field of a header by the grammar of the Operations Manual, as far as it is used."""
VALUES = {
    "long": re.compile(r"(-?\d+)?"),
    "double": re.compile(r"(-?\d+(\.\d+)?(e[+-]?\d+)?)?"),
    "boolean": re.compile(r"(true|false)?"),
    "date": re.compile(r"(\d{4}-\d{2}-\d{2})?"),
}


def read(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    return header, rows


def types(header: list[str]) -> list[tuple[str, str, str]]:
    found = [FIELD.fullmatch(field) for field in header]
    assert all(found), header
    return [(match["name"], match["type"], match["space"] or "") for match in found if match]


def test_headers_follow_the_grammar_and_values_their_types(view: View, tmp_path: Path) -> None:
    write_neo4j(view, tmp_path)
    for name in ("nodes", "relationships"):
        header, rows = read(tmp_path / f"{name}.csv")
        fields = types(header)
        names = [field for field, _, _ in fields if field]
        assert len(set(names)) == len(names)
        for row in rows:
            assert len(row) == len(fields)
            for value, (field, type_, _) in zip(row, fields, strict=True):
                assert VALUES[type_].fullmatch(value) if type_ in VALUES else True, (field, value)
    node_types, edge_types = (types(read(tmp_path / f"{name}.csv")[0]) for name in ("nodes", "relationships"))
    assert node_types[:2] == [("id", "ID", "Thing"), ("", "LABEL", "")]
    assert edge_types[:3] == [("", "START_ID", "Thing"), ("", "END_ID", "Thing"), ("", "TYPE", "")]


def test_every_id_stands_once_and_every_relationship_leads_from_one_to_another(view: View, tmp_path: Path) -> None:
    write_neo4j(view, tmp_path)
    ids = [row[0] for row in read(tmp_path / "nodes.csv")[1]]
    assert len(set(ids)) == len(ids)
    relationships = read(tmp_path / "relationships.csv")[1]
    assert {end for row in relationships for end in row[:2]} <= set(ids)
    assert len({row[3] for row in relationships}) == len(relationships) == len(list(view.edges()))


def test_every_node_and_edge_is_there_with_its_values(view: View, tmp_path: Path) -> None:
    write_neo4j(view, tmp_path)
    header, rows = read(tmp_path / "nodes.csv")
    names = [name for name, _, _ in types(header)]
    wanted = want.nodes(view)
    found = {row[0]: {name: value for name, value in zip(names, row, strict=True) if name not in {"", "id"} and value} for row in rows}
    assert found == {id_: {name: value for name, value in values.items() if name != "classes"} for id_, values in wanted.items()}
    for row in rows:
        labels = row[1].split(";")
        assert labels[-1] == "Thing"
        assert labels[0] == wanted[row[0]].get("class", "Thing")
        assert set(labels) == {*wanted[row[0]].get("classes", "Thing").split(";"), labels[0], "Thing"}
    header, rows = read(tmp_path / "relationships.csv")
    names = [name for name, _, _ in types(header)]
    edges = {(row[0], row[1], row[3]): {n: v for n, v in zip(names, row, strict=True) if n not in {"", "id"} and v} for row in rows}
    assert edges == want.edges(view)
    assert {row[2] for row in rows} == {re.sub(r"(?<=[a-z])(?=[A-Z])", "_", values["type"]).upper() for values in edges.values()}


def test_arrays_come_apart_as_they_were(views: dict[str, View], tmp_path: Path) -> None:
    write_neo4j(views["hostile"], tmp_path)
    frame = pd.read_csv(tmp_path / "nodes.csv", dtype=str, keep_default_na=False)
    read_back = dict(zip(frame["id:ID(Thing)"], frame["other_names:string[]"], strict=True))
    for node in views["hostile"].nodes():
        names = node.values.get("other_names", ())
        assert isinstance(names, tuple)
        if any("\r" in name for name in names):
            continue  # pandas reads every line end as its own; test_every_node_and_edge reads these
        assert [one for one in read_back[node.id].split(";") if one] == [joined((name,)) for name in names]


def test_the_command_names_the_files_and_the_delimiter(views: dict[str, View], tmp_path: Path) -> None:
    files = write_neo4j(views["network"], tmp_path)
    command = (tmp_path / "README.txt").read_text(encoding="utf-8").splitlines()[-1]
    assert command.startswith("neo4j-admin database import full ")
    assert all(file.name in command for file in files if file.suffix == ".csv")
    assert "--array-delimiter=';'" in command
    assert "--multiline-fields=true" in command
