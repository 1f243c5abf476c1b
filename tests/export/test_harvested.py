"""The catalogue is found: read by rdflib, harvested as a CKAN portal does it, valid against the shapes of DCAT-AP, true to the release it describes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF, XSD
from tests.conftest import SHARED
from tests.export.harvester import Harvester

from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings

SH = Namespace("http://www.w3.org/ns/shacl#")
SHAPES = SHARED / "vocab" / "dcat-ap"
PUBLISHER_TYPE = (SH.Warning, DCTERMS.type, "https://w3id.org/tsunagi/id/agent/tsunagi")
ALGORITHM = URIRef("http://spdx.org/rdf/terms#algorithm")
with_shapes = pytest.mark.skipif(not SHAPES.is_dir(), reason="needs the shapes of DCAT-AP 3.0.1 in ../shared/vocab/dcat-ap")


@pytest.fixture(scope="module")
def catalog(release: Release) -> Graph:
    return Graph().parse(release.path / "catalog.ttl")


@pytest.mark.parametrize(
    ("language", "title", "publisher", "where", "table"),
    [
        ("ja", "つなぎ：地域再犯防止の取組の知識グラフ", "つなぎ（Tsunagi）編集者", "日本", "活動実績の一覧（outcomes.csv）"),
        ("en", "Tsunagi: knowledge graph of local recidivism-prevention programmes in Japan", "Tsunagi maintainers", "Japan", "All outcomes (outcomes.csv)"),
    ],
)  # fmt: skip
def test_a_portal_harvests_one_dataset_in_its_language(
    catalog: Graph, language: str, title: str, publisher: str, where: str, table: str
) -> None:
    (package,) = Harvester(catalog, language).packages()
    assert not [name for name, value in package.items() if not value]
    assert package["title"] == title
    assert package["publisher_name"] == package["contact_name"] == publisher
    assert package["spatial_text"] == where
    assert package["identifier"] == package["uri"]
    assert package["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert {"再犯防止", "recidivism prevention"} <= set(package["tags"])
    assert (package["temporal_start"], package["temporal_end"]) == ("2018-04-01", "2020-12-31")
    assert "2020-12-31" < str(package["issued"]) <= str(package["modified"])
    assert table in [resource["name"] for resource in package["resources"]]


def test_every_file_that_is_harvested_is_the_file_of_the_release(catalog: Graph, release: Release) -> None:
    (package,) = Harvester(catalog, "ja").packages()
    resources = {str(one["uri"]).partition("#")[2]: one for one in package["resources"]}
    assert set(resources) == {
        "sparql",
        "data.nq",
        "mappings/governments.sssom.tsv",
        *(f"tables/{name}.csv" for name in release.manifest["counts"]["tables"]),
    }
    assert resources.pop("sparql")["url"] == "https://w3id.org/tsunagi/sparql"
    for path, resource in resources.items():
        content = (release.path / path).read_bytes()
        assert resource["url"] == f"https://w3id.org/tsunagi/data/{path}"
        assert int(resource["size"]) == len(content)
        assert resource["hash"] == hashlib.sha256(content).hexdigest()
        assert resource["hash_algorithm"] == "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
        assert all(resource.values())


def test_the_service_serves_the_dataset(catalog: Graph) -> None:
    (service,) = catalog.subjects(RDF.type, DCAT.DataService)
    (dataset,) = catalog.subjects(RDF.type, DCAT.Dataset)
    assert list(catalog.objects(service, DCAT.servesDataset)) == [dataset]
    assert list(catalog.subjects(DCAT.service, service)) == list(catalog.subjects(DCAT.dataset, dataset))


def shapes(*names: str) -> Graph:
    """The shapes of DCAT-AP. Five of their nodes name a property shape that is described nowhere; pySHACL refuses them, so they are left out."""
    graph = Graph()
    for name in names:
        graph.parse(SHAPES / name)
    nowhere = [shape for shape in set(graph.objects(None, SH.property)) if graph.value(shape, SH.path) is None]
    for shape in nowhere:
        graph.remove((None, SH.property, shape))
    assert len(nowhere) <= 5
    return graph


def findings(catalog: Graph, *names: str) -> set[tuple[object, ...]]:
    """Severity, path and node of each result."""
    _, report, _ = validate(catalog, shacl_graph=shapes(*names))
    assert isinstance(report, Graph)
    results = report.objects(None, SH.result)
    return {
        (report.value(one, SH.resultSeverity), report.value(one, SH.resultPath), str(report.value(one, SH.focusNode))) for one in results
    }


@with_shapes
@pytest.mark.parametrize(
    "names",
    [("dcat-ap-SHACL.ttl", "ranges.ttl"), ("html-shacl/shapes.ttl", "html-shacl/range.ttl"), ("html-shacl/deprecateduris.ttl",)],
    ids=["SHACL and ranges", "shapes and ranges by level", "deprecated URIs"],
)
def test_the_shapes_of_dcat_ap_find_nothing(catalog: Graph, names: tuple[str, ...]) -> None:
    assert findings(catalog, *names) == set()


@with_shapes
def test_of_what_dcat_ap_recommends_only_the_kind_of_publisher_is_missing(catalog: Graph) -> None:
    """A company, an authority, a person: whoever publishes a release knows, the software does not."""
    assert findings(catalog, "html-shacl/shapes_recommended.ttl") == {PUBLISHER_TYPE}


@with_shapes
def test_of_the_controlled_vocabularies_two_cannot_be_used(catalog: Graph) -> None:
    """A publisher must be a body of the European Union's list, and the algorithm stand under https://spdx.org/rdf/terms.

    DCAT 3 and SPDX 2.3 have it under http://spdx.org/rdf/terms#: with the other spelling nothing is found.
    """
    name = "html-shacl/mdr-vocabularies.shape.ttl"
    assert {path for _, path, _ in findings(catalog, name)} == {ALGORITHM, DCTERMS.publisher}
    sha256 = "spdx.org/rdf/terms#checksumAlgorithm_sha256"
    moved = Graph().parse(data=catalog.serialize(format="nt").replace(f"http://{sha256}", f"https://{sha256}"), format="nt")
    assert {path for _, path, _ in findings(moved, name)} == {DCTERMS.publisher}


@with_shapes
@pytest.mark.parametrize(
    ("predicate", "path"),
    [(DCTERMS.title, "title"), (DCTERMS.publisher, "publisher"), (DCAT.accessURL, "accessURL"), (DCTERMS.description, "description")],
)
def test_the_shapes_would_find_what_is_missing(catalog: Graph, predicate: URIRef, path: str) -> None:
    poorer = Graph()
    for triple in catalog:
        if triple[1] != predicate:
            poorer.add(triple)
    assert path in {str(found[1]).rpartition("/")[2].rpartition("#")[2] for found in findings(poorer, "dcat-ap-SHACL.ttl", "ranges.ttl")}


VOID = Graph().parse(Path(__file__).with_name("void.ttl"))


def test_what_void_asks_of_a_description_is_there(catalog: Graph) -> None:
    conforms, _, told = validate(catalog, shacl_graph=VOID)
    assert conforms, told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("void:linkPredicate skos:exactMatch", "void:linkPredicate 'exactMatch'"),
        ("void:subjectsTarget <https://w3id.org/tsunagi/id/dataset/tsunagi>", "void:subjectsTarget <urn:x>"),
        ("void:dataDump <https://w3id.org/tsunagi/data/data.nq>", "void:dataDump 'data.nq'"),
        ("void:uriSpace \"https://w3id.org/tsunagi/id/\"", "void:uriSpace <https://w3id.org/tsunagi/id/>"),
        ("void:class dcat:Catalog", "void:property dcat:Catalog"),
        ("void:property dcat:keyword", "void:class dcat:keyword"),
        ("a void:Linkset", "a void:Linkset ; void:triples 7"),
        ("void:entities 134", "void:entities '134'"),
    ],
)  # fmt: skip
def test_void_is_checked(release: Release, old: str, new: str) -> None:
    text = (release.path / "catalog.ttl").read_text(encoding="utf-8")
    assert old in text
    conforms, _, _ = validate(Graph().parse(data=text.replace(old, new)), shacl_graph=VOID)
    assert not conforms


def test_a_date_is_no_text_and_a_size_no_decimal(catalog: Graph) -> None:
    dataset = URIRef("https://w3id.org/tsunagi/id/dataset/tsunagi")
    for predicate in (DCTERMS.issued, DCTERMS.modified):
        assert {getattr(value, "datatype", None) for value in catalog.objects(dataset, predicate)} == {XSD.date}
    assert {getattr(value, "datatype", None) for value in catalog.objects(None, DCAT.byteSize)} == {XSD.nonNegativeInteger}


@pytest.mark.full
def test_another_base_is_told_throughout(tmp_path: Path) -> None:
    made = build([], tmp_path / "release", Settings(base="https://data.example.jp/"))
    text = (made.path / "catalog.ttl").read_text(encoding="utf-8")
    assert "w3id.org/tsunagi/" not in text.replace("https://w3id.org/tsunagi/ontology", "")
    (package,) = Harvester(Graph().parse(data=text), "ja").packages()
    assert package["uri"] == "https://data.example.jp/id/dataset/tsunagi"
    assert all(one["url"].startswith("https://data.example.jp/") for one in package["resources"])
