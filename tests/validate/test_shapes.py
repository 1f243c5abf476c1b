"""Every constraint of every shape: a conforming graph, and for each constraint a change to it that breaks exactly this shape."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, Graph, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.collection import Collection
from rdflib.term import Node

from kg.rdf.concepts import concepts
from kg.rdf.ontology import ontology_files
from kg.rdf.terms import ONTOLOGY
from kg.validate.shapes import load_shapes, shape_files
from tests.checked import ShapeChecker

HERE = Path(__file__).resolve().parents[1] / "shapes"
EDGES = Path(__file__).with_name("edges")
SHAPES = load_shapes(shape_files())
PARAMETERS = {
    "class", "datatype", "nodeKind", "minCount", "maxCount", "minInclusive", "maxInclusive", "minLength", "maxLength", "pattern", "languageIn", "uniqueLang",
    "equals", "disjoint", "lessThan", "lessThanOrEquals", "not", "and", "or", "xone", "node", "qualifiedMinCount", "qualifiedMaxCount", "hasValue", "in", "closed",
    "sparql",
}  # fmt: skip
CASES = sorted(HERE.glob("*.ru"))
QUERIES = {str(shape): str(SHAPES.value(constraint, SH.select)) for shape, constraint in SHAPES.subject_objects(SH.sparql)}
KIND = URIRef(f"{ONTOLOGY}#findingKind")


def local(iri: object) -> str:
    return str(iri).rpartition("#")[2]


def named_shapes() -> list[URIRef]:
    """Node and property shapes, each with a name of its own."""
    shapes = {shape for kind in (SH.NodeShape, SH.PropertyShape) for shape in SHAPES.subjects(RDF.type, kind)}
    shapes |= set(SHAPES.subjects(SH.targetClass))
    assert all(isinstance(shape, URIRef) for shape in shapes)
    return sorted(URIRef(str(shape)) for shape in shapes)


def own(shape: Node) -> set[str]:
    """Constraint parameters of a shape."""
    return {local(p) for p in SHAPES.predicates(shape) if str(p).startswith(str(SH)) and local(p) in PARAMETERS}


def constrained() -> list[URIRef]:
    """Shapes that say themselves what is wrong: a node shape that only gathers property shapes says nothing."""
    return [shape for shape in named_shapes() if own(shape)]


def constraints() -> set[str]:
    """Names of cases that must be: the shape, and its constraint where it has several."""
    names = set()
    for shape in constrained():
        parameters = own(shape)
        names |= {local(shape)} if len(parameters) == 1 else {f"{local(shape)}.{name}" for name in parameters}
    return names


def in_both_languages(shape: URIRef, told: URIRef) -> bool:
    texts = [text for text in SHAPES.objects(shape, told) if isinstance(text, RdflibLiteral)]
    return sorted(text.language or "" for text in texts) == ["en", "ja"]


@pytest.fixture(scope="module")
def checker() -> ShapeChecker:
    return ShapeChecker(SHAPES, [])


def changed(*updates: Path) -> list[ox.Quad]:
    """The conforming graph after the updates."""
    store = ox.Store()
    store.load(path=str(HERE / "conforming.ttl"), format=ox.RdfFormat.TURTLE)
    before = set(store)
    for update in updates:
        store.update(update.read_text(encoding="utf-8"))
        assert set(store) != before, "the case changes nothing"
    return list(store)


def test_there_is_a_case_for_each_constraint_and_no_other() -> None:
    assert {path.stem for path in CASES} == constraints()
    assert Counter(path.suffix for path in HERE.iterdir()) == {".ru": len(constraints()), ".ttl": 1}


def test_what_compares_records_has_cases_on_both_sides_of_its_edge() -> None:
    """Where the source may be wrong a careful reader decides: what must be silent is proven as well as what must fire."""
    warnings = {local(shape) for shape in SHAPES.subjects(SH.severity, SH.Warning)}
    assert len(warnings) == 5
    for side in ("breaks", "conforms"):
        assert warnings <= {path.stem.partition(".")[0] for path in (EDGES / side).glob("*.ru")}


def test_the_conforming_graph_conforms_and_uses_every_class(checker: ShapeChecker) -> None:
    quads = changed()
    assert checker.check(quads) == []
    typed = {quad.object.value for quad in quads if quad.predicate.value == str(RDF.type) and isinstance(quad.object, ox.NamedNode)}
    assert {str(target) for target in SHAPES.objects(None, SH.targetClass)} <= typed


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_case_breaks_exactly_its_shape(checker: ShapeChecker, case: Path) -> None:
    found = checker.check(changed(case))
    assert {local(finding.rule) for finding in found} == {case.stem.partition(".")[0]}
    assert all(finding.message.ja and finding.message.en != finding.message.ja for finding in found)
    assert all(finding.repair.ja and finding.repair.en != finding.repair.ja for finding in found)


def test_every_shape_says_what_it_wants_in_both_languages_and_where_it_has_that_from() -> None:
    for shape in named_shapes():
        assert in_both_languages(shape, SH.name), shape
        assert in_both_languages(shape, SH.description), shape
        assert set(SHAPES.objects(shape, DCTERMS.source)), shape
    for shape in constrained():
        assert in_both_languages(shape, SH.message), shape
        assert SHAPES.value(shape, SH.severity) in {SH.Violation, SH.Warning, SH.Info}, shape


@pytest.mark.parametrize("language", ["ja", "en"])
def test_names_of_shapes_tell_them_apart(language: str) -> None:
    names = Counter(str(name) for name in SHAPES.objects(None, SH.name) if isinstance(name, RdflibLiteral) and name.language == language)
    assert len(names) > 250
    assert [name for name, count in names.items() if count > 1] == []


def test_kinds_of_findings_are_codes() -> None:
    kinds = {local(shape): str(kind).rpartition("/")[2] for shape, kind in SHAPES.subject_objects(KIND)}
    assert {("finding-kind", kind) for kind in kinds.values()} <= set(concepts())
    assert {
        "Outcome-partsAddUp": "sum-mismatch",
        "Outcome-partWithinTotal": "part-exceeds-total",
        "Outcome-asOfInRange": "suspicious-date",
        "Outcome-periodInRange": "suspicious-date",
    }.items() <= kinds.items()


@pytest.mark.parametrize("shape", sorted(QUERIES), ids=local)
def test_a_constraint_in_sparql_reads_the_same_for_one_node_and_for_all_at_once(shape: str) -> None:
    """No nested SELECT, which would not know the node, and nothing that SHACL forbids (section 5.2.1)."""
    query = QUERIES[shape]
    assert not re.search(r"\b(MINUS|SERVICE|VALUES|GRAPH)\b", query)
    assert query.count("SELECT") == 1
    assert query.count("WHERE {") == 1
    assert query.index("$this", query.index("WHERE")) < query.find("FILTER") % len(query)


def ontology() -> Graph:
    graph = Graph()
    for file in ontology_files():
        graph.parse(file)
    return graph


def properties_of(path: Node) -> set[Node]:
    """All properties that a path walks over."""
    if isinstance(path, URIRef):
        return {path}
    if (path, RDF.first, None) in SHAPES:
        return {found for step in Collection(SHAPES, path) for found in properties_of(step)}
    return {found for step in SHAPES.objects(path) for found in properties_of(step)}


def test_every_property_of_the_ontology_is_constrained_or_says_why_not() -> None:
    kinds, graph = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty), ontology()
    ours = {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind) if str(term).startswith(f"{ONTOLOGY}#")}
    told = {str(found) for path in SHAPES.objects(None, SH.path) for found in properties_of(path)}
    told |= {str(found) for found in SHAPES.objects(None, SH.equals)}
    with Path(__file__).with_name("unconstrained.csv").open(encoding="utf-8", newline="") as stream:
        exempt = list(csv.DictReader(stream))
    assert len(ours) > 80
    assert all(row["ja"] and row["en"] for row in exempt)
    assert [row["property"] for row in exempt] == sorted(local(term) for term in ours - told)


def family(named: Node, graph: Graph) -> set[Node]:
    """A class with the broader and the narrower ones."""
    found = (*graph.transitive_objects(named, RDFS.subClassOf), *graph.transitive_subjects(RDFS.subClassOf, named))
    return {member for member in found if member is not None}


@pytest.mark.parametrize("shape", sorted(SHAPES.subjects(SH.closed), key=str), ids=local)
def test_a_closed_class_admits_whatever_a_shape_or_the_ontology_gives_it(shape: Node) -> None:
    """The list stands in full, and nothing twice, so that what is admitted can be read in one place."""
    graph, target, listed = ontology(), SHAPES.value(shape, SH.targetClass), SHAPES.value(shape, SH.ignoredProperties)
    assert target is not None
    assert listed is not None
    admitted = list(Collection(SHAPES, listed))
    assert len(admitted) == len(set(admitted))
    needed: set[Node] = {RDF.type, RDFS.label}
    for named in family(target, graph):
        needed |= {term for term in graph.subjects(RDFS.domain, named) if str(term).startswith(f"{ONTOLOGY}#")}
        for gathering in SHAPES.subjects(SH.targetClass, named):
            paths = {SHAPES.value(part, SH.path) for part in SHAPES.objects(gathering, SH.property)}
            needed |= {path for path in paths if isinstance(path, URIRef)}
    assert needed <= set(admitted)


def test_every_class_of_the_ontology_has_a_shape() -> None:
    """Its own, or that of a broader class: converters state the broader classes too. Outside classes are declared only to be mapped to."""
    graph = ontology()
    shaped = set(SHAPES.objects(None, SH.targetClass))
    ours = [named for named in graph.subjects(RDF.type, OWL.Class) if isinstance(named, URIRef) and named.startswith(f"{ONTOLOGY}#")]
    assert len(ours) > 40
    for named in ours:
        assert shaped & set(graph.transitive_objects(named, RDFS.subClassOf)), named
