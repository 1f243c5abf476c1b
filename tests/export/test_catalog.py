"""The catalogue's counts, linksets, sizes and checksums are those of the release, and the canonical file is canonical."""

from __future__ import annotations

import hashlib
from collections import Counter

import pyoxigraph as ox
import pytest

from kg import resources
from kg.export.catalog import Catalog
from kg.export.content import Content
from kg.export.counts import GraphCounts
from kg.rdf.terms import ONTOLOGY, term
from kg.release.release import Release
from kg.settings import Settings
from kg.store.port import Solutions, lexical
from kg.store.working import WorkingStore

BASE = Settings().base
PREFIXES = "PREFIX void: <http://rdfs.org/ns/void#> PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> PREFIX dcat: <http://www.w3.org/ns/dcat#> "
FACTS = ("dcat:byteSize", "spdx:checksum", "spdx:checksumValue")
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


def test_the_catalogue_file_is_the_catalogue_graph_with_sizes_and_checksums(release: Release) -> None:
    """A graph cannot tell the checksum of the file that holds it; the file tells it beside the graph, and labels and classes of what is not ours."""
    file = {quad.triple for quad in ox.parse(path=str(release.path / "catalog.ttl"), format=ox.RdfFormat.TURTLE)}
    graph = ox.NamedNode(f"{BASE}graph/catalog")
    stated = {quad.triple for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS) if quad.graph_name == graph}
    assert stated < file
    assert all(str(one.subject).startswith(f"<{BASE}") for one in stated)
    more = {one for one in file - stated if str(one.subject).startswith(f"<{BASE}")}
    sizes, sums, values = ({one.subject: one.object for one in more if one.predicate == term(name)} for name in FACTS)
    availability = {one for one in more if one.predicate == term("dcatap:availability")}  # which no vocabulary declares
    assert len(availability) == len(sizes) + 1
    assert len(more - availability) == 5 * len(sizes)
    urls = {one.subject: one.object for one in stated if one.predicate == term("dcat:downloadURL")}
    told = {str(urls[node].value): (int(sizes[node].value), str(values[sums[node]].value)) for node in urls}
    files = {
        f"{BASE}data/{path.relative_to(release.path)}": path.read_bytes()
        for path in [release.quads, *(release.path / "tables").glob("*.csv"), *(release.path / "mappings").iterdir()]
    }
    assert told == {url: (len(content), hashlib.sha256(content).hexdigest()) for url, content in files.items()}


def linksets(release: Release) -> dict[tuple[str, str], int]:
    text = "SELECT ?p ?site ?n { ?set a void:Linkset ; void:subjectsTarget D ; void:linkPredicate ?p ; void:triples ?n ; void:objectsTarget/void:uriSpace ?site }"
    answer = release.store().query(PREFIXES + text.replace("D ", f"{DATASET} "))
    assert isinstance(answer, Solutions)
    return {(lexical(row[0]), lexical(row[1])): int(lexical(row[2])) for row in answer.rows}


def links(release: Release) -> Counter[tuple[str, str]]:
    """Triples of the file itself that lead from our data to somebody else's: a count by no query."""
    predicates = {
        term(name) for name in ("owl:sameAs", *(f"skos:{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")))
    }
    found = {quad.triple for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS) if quad.predicate in predicates}
    own = (f"{BASE}id/", f"{BASE}code/")
    return Counter(
        (one.predicate.value, "/".join(one.object.value.split("/")[: 4 if "//w3id.org/" in one.object.value else 3]) + "/")
        for one in found
        if isinstance(one.object, ox.NamedNode)
        and isinstance(one.subject, ox.NamedNode)
        and one.subject.value.startswith(own)
        and not one.object.value.startswith((*own, ONTOLOGY))
    )


def test_linksets_are_counted_from_the_graph(release: Release) -> None:
    assert linksets(release) == links(release) != {}


def test_what_is_linked_to_has_a_name_where_it_is_known(release: Release) -> None:
    known = {
        row["site"]: row["title_ja"] for row in resources.rows("data/linked-datasets.csv", ("site", "title_ja", "title_en", "homepage"))
    }
    text = "PREFIX dcterms: <http://purl.org/dc/terms/> SELECT ?site ?title { ?d void:uriSpace ?site ; dcterms:title ?title . FILTER(LANG(?title) = 'ja') ?set void:objectsTarget ?d }"
    answer = release.store().query(PREFIXES + text)
    assert isinstance(answer, Solutions)
    told = {lexical(row[0]): lexical(row[1]) for row in answer.rows}
    assert told == {site: known.get(site, site) for site in told}
    assert set(told) & set(known)


TRIG = """@prefix id: <https://w3id.org/tsunagi/id/> . @prefix code: <https://w3id.org/tsunagi/code/> . @prefix tsu: <https://w3id.org/tsunagi/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
<urn:g:ontology> { <https://w3id.org/tsunagi/ontology> dcterms:created "2026-11-23" ; dcterms:modified "2026-11-25" . }
"""


def content(trig: str) -> Content:
    store = ox.Store()
    store.load((TRIG + trig).encode(), format=ox.RdfFormat.TRIG)
    return Content.of(WorkingStore(store), BASE)


@pytest.mark.parametrize(
    ("stated", "counted"),
    [
        ("<urn:g:1> { id:a owl:sameAs <http://x.jp/1> . id:b owl:sameAs <http://x.jp/2> }", [("sameAs", "http://x.jp/", 2)]),
        (
            "<urn:g:1> { id:a owl:sameAs <http://purl.org/x/1> , <http://purl.org/y/1> , <https://w3id.org/z#1> }",
            [("sameAs", "http://purl.org/x/", 1), ("sameAs", "http://purl.org/y/", 1), ("sameAs", "https://w3id.org/z/", 1)],
        ),
        ("<urn:g:1> { id:a owl:sameAs <http://x.jp/1> } <urn:g:2> { id:a owl:sameAs <http://x.jp/1> }", [("sameAs", "http://x.jp/", 1)]),
        (
            "<urn:g:1> { id:a owl:sameAs <http://x.jp/1> , <https://x.jp/1> , <http://x.jp:80/1> }",
            [("sameAs", "http://x.jp/", 1), ("sameAs", "http://x.jp:80/", 1), ("sameAs", "https://x.jp/", 1)],
        ),
        ("<urn:g:1> { code:a skos:broadMatch <http://x.jp/c#1> ; skos:closeMatch code:b }", [("broadMatch", "http://x.jp/", 1)]),
        ("<urn:g:1> { id:a owl:sameAs id:b ; owl:differentFrom <http://x.jp/1> . tsu:Project skos:closeMatch <http://x.jp/c> }", []),
        ("<urn:g:1> { code:a skos:closeMatch tsu:Project . <http://x.jp/1> owl:sameAs id:a , <http://y.jp/1> }", []),
    ],
    ids=["two", "sites below a resolver", "once in two graphs", "another scheme or port", "a code", "none of ours, none at all", "not from us"],
)  # fmt: skip
def test_what_is_a_link(stated: str, counted: list[tuple[str, str, int]]) -> None:
    found = [(one.predicate.rpartition("#")[2], one.site, one.triples) for one in content(stated).linksets]
    assert sorted(found) == counted


@pytest.mark.parametrize(
    ("stated", "days"),
    [
        ("", ("", "", "2026-11-23", "2026-11-25")),
        ('<urn:g:1> { id:p tsu:startFiscalYear "2019"^^xsd:gYear . id:q tsu:startFiscalYear "2018"^^xsd:gYear }', ("2018-04-01", "", "2026-11-23", "2026-11-25")),
        ('<urn:g:1> { id:e tsu:tableDate "2020-12-31"^^xsd:date . id:f tsu:tableDate "2021-03-31"^^xsd:date }', ("", "2021-03-31", "2026-11-23", "2026-11-25")),
        ('<urn:g:1> { id:e tsu:tableDate "2027-03-31"^^xsd:date }', ("", "2027-03-31", "2026-11-23", "2027-03-31")),
    ],
    ids=["no table", "projects", "tables", "a table after the vocabulary"],
)  # fmt: skip
def test_dates_are_those_of_the_tables_and_of_the_vocabulary(stated: str, days: tuple[str, str, str, str]) -> None:
    found = content(stated)
    assert (found.first, found.last, found.issued, found.modified) == days


def test_a_catalogue_without_dates_tells_no_period() -> None:
    lines = b"".join(Catalog(BASE, [], content("")).lines(GraphCounts()))
    assert b"/terms/temporal>" not in lines
    assert b"/terms/modified>" in lines


def test_the_file_of_quads_is_canonical(release: Release) -> None:
    """RDF Dataset Canonicalization (W3C 2024): blank nodes renamed, canonical N-Quads, sorted by code point, each once."""
    content = release.quads.read_bytes()
    dataset = ox.Dataset(ox.parse(content, format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted((ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True))
    assert content == b"".join(lines)
    assert len(set(lines)) == len(lines)
    assert content.decode() == content.decode().encode().decode()
