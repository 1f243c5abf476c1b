"""Every serialisation is read back by rdflib as the same graph."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.compare import IsomorphicGraph, to_isomorphic
from rdflib.term import Node

from kg import resources
from kg.errors import ExportError
from kg.export.serialisations import DEFAULT_GRAPHS, FORMATS, chosen_graphs, export_rdf
from kg.rdf.cube import STRUCTURES
from kg.rdf.ontology import ontology_files
from kg.rdf.terms import GRAPHS
from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings

BASE = Settings().base
SMALL = Path(__file__).resolve().parents[1] / "release" / "small.txt"
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "nquads": "nquads", "trig": "trig", "jsonld": "json-ld", "rdfxml": "xml"}
DATASETS = {"nquads", "trig", "jsonld"}
Terms = tuple[Node, Node, Node, str]


def read(path: Path, form: str) -> set[Terms]:
    """Statements as rdflib reads them, with the name of their graph where the format keeps it."""
    if form in DATASETS:
        dataset = rdflib.Dataset()
        dataset.parse(data=path.read_bytes(), format=RDFLIB[form])
        return {(s, p, o, str(g)) for s, p, o, g in dataset.quads()}
    graph = rdflib.Graph()
    graph.parse(data=path.read_bytes(), format=RDFLIB[form])
    return {(s, p, o, "") for s, p, o in graph}


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """The embedded table without the places that it does not speak of: rdflib is slow."""
    return build([], tmp_path_factory.mktemp("embedded") / "release", Settings(all_places=False))


@pytest.fixture(scope="module")
def original(release: Release) -> set[Terms]:
    return read(release.quads, "nquads")


def of(original: set[Terms], graphs: tuple[str, ...], *, named: bool) -> set[Terms]:
    names = {f"{BASE}graph/{name}" for name in graphs}
    return {(s, p, o, g if named else "") for s, p, o, g in original if g in names}


def comes_back(release: Release, original: set[Terms], target: Path, form: str, graphs: tuple[str, ...]) -> None:
    export_rdf(release.quads, BASE, form, graphs, target)
    assert read(target, form) == of(original, graphs, named=form in DATASETS)


SAMPLED = ("turtle", "jsonld")
"""Formats of the whole graph that make test reads back: one without names of graphs, one with; make test-full reads all."""


@pytest.mark.parametrize("form", [form if form in SAMPLED else pytest.param(form, marks=pytest.mark.full) for form in FORMATS])
def test_read_back_as_the_same_graph(release: Release, original: set[Terms], tmp_path: Path, form: str) -> None:
    comes_back(release, original, tmp_path / "out", form, ("data", "links", "reference", "findings", "codes", "catalog"))


@pytest.mark.full
@pytest.mark.parametrize("form", FORMATS)
def test_read_back_with_all_of_the_provenance(release: Release, original: set[Terms], tmp_path: Path, form: str) -> None:
    comes_back(release, original, tmp_path / "out", form, DEFAULT_GRAPHS)


@pytest.fixture(scope="module")
def ontology() -> IsomorphicGraph:
    graph = rdflib.Graph()
    for file in (*ontology_files(), resources.path(STRUCTURES)):
        graph.parse(file)
    return to_isomorphic(graph)


@pytest.mark.parametrize("form", FORMATS)
def test_the_ontology_with_its_blank_nodes(release: Release, ontology: IsomorphicGraph, tmp_path: Path, form: str) -> None:
    export_rdf(release.quads, BASE, form, ("ontology",), tmp_path / "out")
    graph = rdflib.Graph()
    for s, p, o, _ in read(tmp_path / "out", form):
        graph.add((s, p, o))
    assert to_isomorphic(graph) == ontology


@pytest.fixture(scope="module")
def with_signs(tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release whose source holds signs that some syntax or other has to escape."""
    place = tmp_path_factory.mktemp("signs")
    text = "a\"b\\c\td\u2028e\u0085f🙂<g>&h]]>i'j"
    source = SMALL.read_text(encoding="utf-8") + f"備考 {text}\r\n\r\r\n"
    (place / "t.txt").write_bytes(source.encode())
    return build([place / "t.txt"], place / "release", Settings(all_places=False))


@pytest.fixture(scope="module")
def signs(with_signs: Release) -> set[Terms]:
    return read(with_signs.quads, "nquads")


@pytest.mark.parametrize("form", FORMATS)
def test_signs_that_need_escapes(with_signs: Release, signs: set[Terms], tmp_path: Path, form: str) -> None:
    export_rdf(with_signs.quads, BASE, form, ("provenance",), tmp_path / "out")
    assert read(tmp_path / "out", form) == of(signs, ("provenance",), named=form in DATASETS)


def test_a_control_character_is_not_written_as_broken_xml(tmp_path: Path) -> None:
    source = SMALL.read_text(encoding="utf-8") + "備考\x01\n"
    (tmp_path / "t.txt").write_text(source, encoding="utf-8")
    release = build([tmp_path / "t.txt"], tmp_path / "release", Settings(all_places=False))
    with pytest.raises(ExportError, match="XML"):
        export_rdf(release.quads, BASE, "rdfxml", ("provenance",), tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["release", "t.txt"]


def test_the_same_bytes_each_time(with_signs: Release, tmp_path: Path) -> None:
    for form in FORMATS:
        for name in ("one", "two"):
            export_rdf(with_signs.quads, BASE, form, ("reference", "links"), tmp_path / name)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes(), form


def test_graphs_are_chosen_by_name() -> None:
    assert chosen_graphs("data, codes") == ("data", "codes")
    assert chosen_graphs("all") == GRAPHS
    for wrong in ("dta", "", "data,nothing"):
        with pytest.raises(ExportError, match="inferred"):
            chosen_graphs(wrong)
