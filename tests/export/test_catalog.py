"""The catalogue's counts are those of the release, and the canonical file is canonical."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.release.release import Release
from kg.settings import Settings
from kg.store.port import Solutions, lexical

BASE = Settings().base
PREFIXES = "PREFIX void: <http://rdfs.org/ns/void#> PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> PREFIX dcat: <http://www.w3.org/ns/dcat#> "
DATASET = f"<{BASE}id/dataset/tsunagi>"


def numbers(release: Release, query: str) -> dict[str, int]:
    answer = release.store().query(PREFIXES + query)
    assert isinstance(answer, Solutions)
    return {lexical(row[0]): int(lexical(row[1])) for row in answer.rows}


def test_counts_of_each_graph_are_true(release: Release) -> None:
    said = numbers(release, f"SELECT ?g ?n {{ {DATASET} void:subset ?part . ?part sd:name ?g ; void:triples ?n }}")
    assert said == numbers(release, "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    subjects = numbers(release, f"SELECT ?g ?n {{ {DATASET} void:subset ?part . ?part sd:name ?g ; void:distinctSubjects ?n }}")
    assert subjects == numbers(release, "SELECT ?g (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("?p ?n { D void:classPartition [ void:class ?p ; void:entities ?n ] }", "?c (COUNT(DISTINCT ?s) AS ?n) { ?s a ?c } GROUP BY ?c"),
        ("?p ?n { D void:propertyPartition [ void:property ?p ; void:triples ?n ] }", "?p (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?p"),
        ("('all' AS ?k) ?n { D void:triples ?n }", "('all' AS ?k) (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"),
        ("('all' AS ?k) ?n { D void:classes ?n }", "('all' AS ?k) (COUNT(DISTINCT ?c) AS ?n) { ?s a ?c }"),
        ("('all' AS ?k) ?n { D void:properties ?n }", "('all' AS ?k) (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }"),
    ],
    ids=["classes", "properties", "triples", "number of classes", "number of properties"],
)  # fmt: skip
def test_counts_of_the_whole_are_true(release: Release, said: str, counted: str) -> None:
    assert numbers(release, "SELECT " + said.replace("D ", f"{DATASET} ")) == numbers(release, "SELECT " + counted)


def test_the_catalogue_file_is_the_catalogue_graph(release: Release) -> None:
    file = {str(quad.triple) for quad in ox.parse(path=str(release.path / "catalog.ttl"), format=ox.RdfFormat.TURTLE)}
    graph = ox.NamedNode(f"{BASE}graph/catalog")
    quads = ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS)
    assert file == {str(quad.triple) for quad in quads if quad.graph_name == graph}


def test_the_file_of_quads_is_canonical(release: Release) -> None:
    """RDF Dataset Canonicalization (W3C 2024): blank nodes renamed, canonical N-Quads, sorted by code point, each once."""
    content = release.quads.read_bytes()
    dataset = ox.Dataset(ox.parse(content, format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted((ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True))
    assert content == b"".join(lines)
    assert len(set(lines)) == len(lines)
    assert content.decode() == content.decode().encode().decode()
