"""The context loses nothing: through it, by our own writer and by PyLD, statements come back as they were, read by three processors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from rdflib import OWL, RDF, XSD

from kg.errors import ExportError
from kg.export.context import context_of, ontology_context
from kg.export.jsonld import jsonld_lines
from kg.export.reference.model import read_model
from kg.export.serialisations import export_rdf
from kg.rdf.terms import PREFIXES
from kg.release.release import Release
from kg.settings import BASE

TSU = PREFIXES["tsu"]
EX = "https://example.org/"
CONTEXT = ontology_context()
GRAPH = ox.NamedNode(f"{BASE}graph/data")
Quads = set[ox.Quad]


def by_oxigraph(document: bytes) -> Quads:
    return set(ox.parse(document, format=ox.RdfFormat.JSON_LD))


def by_pyld(document: bytes) -> Quads:
    text = jsonld.to_rdf(json.loads(document), {"format": "application/n-quads", "processingMode": "json-ld-1.1"})
    return set(ox.parse(text.encode(), format=ox.RdfFormat.N_QUADS))


def by_rdflib(document: bytes) -> Quads:
    dataset = rdflib.Dataset()
    dataset.parse(data=document, format="json-ld")
    lines = (f"{s.n3()} {p.n3()} {o.n3()} {rdflib.URIRef(str(g)).n3()} .\n" for s, p, o, g in dataset.quads())
    return set(ox.parse("".join(lines).encode(), format=ox.RdfFormat.N_QUADS))


READERS = [by_oxigraph, by_pyld, by_rdflib]


def canonical(quads: Iterable[ox.Quad]) -> Quads:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def written(quads: Iterable[ox.Quad]) -> bytes:
    return b"".join(jsonld_lines(quads, CONTEXT))


def of_graphs(release: Release, *names: str) -> list[ox.Quad]:
    wanted = {ox.NamedNode(f"{BASE}graph/{name}") for name in names}
    return [quad for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS) if quad.graph_name in wanted]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "names", [("data", "links"), pytest.param(("reference", "findings"), marks=pytest.mark.full), ("codes",), ("ontology",)], ids="+".join
)
def test_the_release_comes_back_from_our_writer(release: Release, read: Callable[[bytes], Quads], names: tuple[str, ...]) -> None:
    quads = sorted(of_graphs(release, *names), key=lambda quad: str(quad.graph_name))
    assert len(quads) > 100
    assert canonical(read(written(quads))) == canonical(quads)


def compacted(quads: Iterable[ox.Quad]) -> dict[str, Any]:
    """As another processor compacts by our context (JSON-LD 1.1 API, section 6)."""
    text = (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode()
    expanded = jsonld.from_rdf(text, {"format": "application/n-quads", "useNativeTypes": False})
    result: dict[str, Any] = jsonld.compact(expanded, CONTEXT, {"processingMode": "json-ld-1.1"})
    return result


def one_of_each(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Of each predicate with each kind of value, the first statement."""
    kinds = {
        (q.predicate, type(q.object), getattr(q.object, "datatype", None), getattr(q.object, "language", None)): q
        for q in reversed(list(quads))
    }
    return list(kinds.values())


@pytest.fixture(scope="module", params=["one of each", pytest.param("all", marks=pytest.mark.full)])
def by_another_processor(release: Release, request: pytest.FixtureRequest) -> tuple[list[ox.Quad], dict[str, Any]]:
    """Statements of the data graph, and what PyLD makes of them."""
    quads = of_graphs(release, "data")
    quads = one_of_each(quads) if request.param == "one of each" else quads
    assert len(quads) > 40
    return quads, compacted(quads)


@pytest.mark.parametrize("read", READERS)
def test_the_data_graph_comes_back_from_another_processor(
    by_another_processor: tuple[list[ox.Quad], dict[str, Any]], read: Callable[[bytes], Quads]
) -> None:
    quads, document = by_another_processor
    assert canonical(read(json.dumps(document).encode())) == canonical(quads)


def test_another_processor_finds_the_terms(by_another_processor: tuple[list[ox.Quad], dict[str, Any]]) -> None:
    """The context is of use: no property of the ontology needs a prefixed name."""
    keys = {key for node in by_another_processor[1]["@graph"] for key in node}
    assert {"@id", "@type", "rdfs:label", "contractor", "hasOutcome", "indicator"} <= keys
    assert [key for key in keys if key.startswith("tsu:")] == []


def test_the_file_of_the_release_is_the_context(release: Release) -> None:
    assert json.loads((release.path / "reference" / "context.jsonld").read_text(encoding="utf-8")) == {"@context": CONTEXT}


def test_every_class_and_property_has_its_plain_name() -> None:
    model = read_model(BASE)
    for term in model.terms.values():
        rule = CONTEXT[term.name]
        assert (rule if isinstance(rule, str) else rule["@id"]) == f"tsu:{term.name}"
        if term.kind == "object-property":
            assert rule["@type"] == "@id"
        if term.kind.endswith("property"):
            assert ("@container" not in rule) == ((term.iri, RDF.type, OWL.FunctionalProperty) in model.graph)


def test_a_datatype_is_fixed_only_where_no_value_could_change() -> None:
    fixed = {rule["@type"] for rule in CONTEXT.values() if isinstance(rule, dict) and rule.get("@type", "@id") != "@id"}
    assert fixed
    assert fixed <= {"xsd:boolean", "xsd:integer", "xsd:hexBinary"}
    assert "@type" not in CONTEXT["value"]
    graph = rdflib.Graph()
    for index, kind in enumerate([XSD.decimal, XSD.string, XSD.boolean, XSD.integer]):
        iri = rdflib.URIRef(f"{TSU}p{index}")
        graph.add((iri, RDF.type, OWL.DatatypeProperty))
        graph.add((iri, rdflib.RDFS.range, kind))
    context = context_of(graph, PREFIXES)
    assert [context[f"p{index}"].get("@type") for index in range(4)] == [None, None, "xsd:boolean", "xsd:integer"]


LITERALS = [
    ox.Literal("滋賀県"), ox.Literal("滋賀県", language="ja"), ox.Literal("Shiga", language="en"), ox.Literal("", language="en"), ox.Literal(""),
    *(ox.Literal(value, datatype=ox.NamedNode(PREFIXES["xsd"] + kind)) for value, kind in [
        ("12", "integer"), ("007", "integer"), ("-0", "integer"), ("+5", "integer"), ("12345678901234567890", "integer"), ("12", "decimal"), ("12.50", "decimal"),
        ("true", "boolean"), ("1", "boolean"), ("TRUE", "boolean"), ("2020-12-31", "date"), ("2018", "gYear"), ("2020-12", "gYearMonth"), ("1.0E0", "double"),
        ("INF", "double"), ("0aF", "hexBinary"), ("https://example.org/", "anyURI"), ("x", "integer"), ("12", "nonNegativeInteger"),
    ]),
    ox.Literal("a", datatype=ox.NamedNode(f"{EX}type")), ox.Literal('{"a": [1]}', datatype=ox.NamedNode(PREFIXES["rdf"] + "JSON")),
]  # fmt: skip
NODES = [ox.NamedNode(f"{EX}thing"), ox.NamedNode("urn:x:y"), ox.NamedNode(f"{TSU}Project"), ox.BlankNode("b1"), ox.BlankNode("b2")]
PROPERTIES = [
    ox.NamedNode(iri)
    for iri in (
        *(TSU + name for name in ("value", "rowNumber", "approximate", "contractor", "cohort", "asOf", "message", "notDeclared", "Project")),
        *(PREFIXES["rdfs"] + name for name in ("label", "seeAlso")), PREFIXES["rdf"] + "type", PREFIXES["skos"] + "altLabel", f"{EX}p", "urn:x:p", PREFIXES["xsd"] + "//x",
    )
]  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(PROPERTIES), st.sampled_from([*NODES, *LITERALS])), min_size=1, max_size=12)
)
@settings(deadline=None, max_examples=120)
def test_any_statements_come_back(
    statements: list[tuple[ox.NamedNode | ox.BlankNode, ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal]],
) -> None:
    quads = [ox.Quad(*statement, GRAPH) for statement in statements]
    document = written(quads)
    assert canonical(by_oxigraph(document)) == canonical(quads)
    assert canonical(by_pyld(document)) == canonical(quads)


def test_unsorted_statements_and_several_graphs() -> None:
    a, b, p = (ox.NamedNode(EX + name) for name in "abp")
    other = ox.NamedNode(f"{BASE}graph/links")
    quads = [ox.Quad(a, p, b, GRAPH), ox.Quad(b, p, a, GRAPH), ox.Quad(a, p, a, GRAPH), ox.Quad(a, p, b, other), ox.Quad(b, p, b, GRAPH)]
    assert by_oxigraph(written(quads)) == set(quads)
    assert by_oxigraph(written([])) == set()


def test_numbers_and_languages_read_as_people_expect() -> None:
    thing, typed = ox.NamedNode(f"{EX}thing"), PREFIXES["xsd"]
    quads = [
        ox.Quad(thing, ox.NamedNode(TSU + "value"), ox.Literal("12", datatype=ox.NamedNode(typed + "integer")), GRAPH),
        ox.Quad(thing, ox.NamedNode(TSU + "approximate"), ox.Literal("false", datatype=ox.NamedNode(typed + "boolean")), GRAPH),
        ox.Quad(thing, ox.NamedNode(TSU + "asOf"), ox.Literal("2020-12-31", datatype=ox.NamedNode(typed + "date")), GRAPH),
        ox.Quad(thing, ox.NamedNode(PREFIXES["rdfs"] + "label"), ox.Literal("もの", language="ja"), GRAPH),
    ]
    (node,) = json.loads(written(quads))["@graph"][0]["@graph"]
    flat = {key: value[0] if isinstance(value, list) else value for key, value in node.items()}
    assert flat == {
        "@id": f"{EX}thing", "value": 12, "approximate": False, "asOf": {"@value": "2020-12-31", "@type": "xsd:date"}, "rdfs:label": {"ja": ["もの"]},
    }  # fmt: skip


@pytest.mark.parametrize(
    "quad",
    [
        ox.Quad(ox.NamedNode("skos:x"), ox.NamedNode(f"{EX}p"), ox.Literal("1"), GRAPH),
        ox.Quad(ox.NamedNode(f"{EX}a"), ox.NamedNode(f"{EX}p"), ox.NamedNode("skos:x"), GRAPH),
        ox.Quad(ox.NamedNode(f"{EX}a"), ox.NamedNode("skos:x"), ox.Literal("1"), GRAPH),
        ox.Quad(ox.NamedNode(f"{EX}a"), ox.NamedNode(PREFIXES["rdf"] + "type"), ox.NamedNode("skos:x"), GRAPH),
        ox.Quad(ox.NamedNode(f"{EX}a"), ox.NamedNode(f"{EX}p"), ox.Literal("1", datatype=ox.NamedNode("skos:x")), GRAPH),
        ox.Quad(ox.NamedNode(f"{EX}a"), ox.NamedNode(f"{EX}p"), ox.Literal("1"), ox.NamedNode("skos:x")),
        ox.Quad(ox.NamedNode(f"{EX}a"), ox.NamedNode(f"{EX}p"), ox.Triple(ox.NamedNode(f"{EX}a"), ox.NamedNode(f"{EX}p"), ox.Literal("1")), GRAPH),
    ],
    ids=["subject", "object", "predicate", "class", "datatype", "graph", "statement"],
)  # fmt: skip
def test_what_would_be_read_otherwise_is_not_written(quad: ox.Quad) -> None:
    with pytest.raises(ExportError, match="another format"):
        written([quad])


def test_the_exported_file_is_compact(release: Release, tmp_path: Path) -> None:
    export_rdf(release.quads, BASE, "jsonld", ("data",), tmp_path / "data.jsonld")
    document = json.loads((tmp_path / "data.jsonld").read_bytes())
    assert document["@context"] == CONTEXT
    assert all("@id" in node for node in document["@graph"][0]["@graph"])
