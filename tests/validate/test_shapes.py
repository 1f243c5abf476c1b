"""Every constraint of every shape: a conforming graph, and for each constraint a change to it that breaks exactly this shape."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, URIRef
from rdflib import Literal as RdflibLiteral

from kg.rdf.ontology import ontology_files
from kg.rdf.terms import ONTOLOGY
from kg.validate.shapes import load_shapes, shape_files
from tests.checked import ShapeChecker

HERE = Path(__file__).resolve().parents[1] / "shapes"
SHAPES = load_shapes(shape_files())
PARAMETERS = {
    "class", "datatype", "nodeKind", "minCount", "maxCount", "minInclusive", "maxInclusive", "minLength", "maxLength", "pattern", "languageIn", "uniqueLang",
    "equals", "disjoint", "lessThan", "lessThanOrEquals", "not", "and", "or", "xone", "node", "qualifiedMinCount", "qualifiedMaxCount", "hasValue", "in", "closed",
}  # fmt: skip
CASES = sorted(HERE.glob("*.ru"))


def local(iri: object) -> str:
    return str(iri).rpartition("#")[2]


def constraints() -> set[str]:
    """Names of cases that must be: the shape, and its constraint where it has several."""
    names = set()
    for shape in SHAPES.subjects(RDF.type, SH.PropertyShape):
        own = {local(p) for p in SHAPES.predicates(shape) if str(p).startswith(str(SH)) and local(p) in PARAMETERS}
        names |= {local(shape)} if len(own) == 1 else {f"{local(shape)}.{name}" for name in own}
    return names


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


def test_the_conforming_graph_conforms_and_uses_every_class(checker: ShapeChecker) -> None:
    quads = changed()
    assert checker.check(quads) == []
    typed = {quad.object.value for quad in quads if quad.predicate.value == str(RDF.type) and isinstance(quad.object, ox.NamedNode)}
    assert {str(target) for target in SHAPES.objects(None, SH.targetClass)} <= typed


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_case_breaks_exactly_its_shape(checker: ShapeChecker, case: Path) -> None:
    violations = checker.check(changed(case))
    assert {local(violation.rule) for violation in violations} == {case.stem.partition(".")[0]}
    assert all(violation.message.ja and violation.message.en != violation.message.ja for violation in violations)


def test_every_shape_says_what_it_wants_in_both_languages() -> None:
    for shape in SHAPES.subjects(RDF.type, SH.PropertyShape):
        assert isinstance(shape, URIRef)
        for told in (SH.name, SH.description, SH.message):
            texts = [text for text in SHAPES.objects(shape, told) if isinstance(text, RdflibLiteral)]
            assert sorted(text.language or "" for text in texts) == ["en", "ja"], (shape, told)
        assert SHAPES.value(shape, SH.severity) == SH.Violation
    for shape in SHAPES.subjects(SH.targetClass):
        assert isinstance(shape, URIRef)


def test_every_class_of_the_ontology_has_a_shape() -> None:
    """Its own, or that of a broader class: converters state the broader classes too. Outside classes are declared only to be mapped to."""
    ontology = Graph()
    for file in ontology_files():
        ontology.parse(file)
    shaped = set(SHAPES.objects(None, SH.targetClass))
    ours = [named for named in ontology.subjects(RDF.type, OWL.Class) if isinstance(named, URIRef) and named.startswith(f"{ONTOLOGY}#")]
    assert len(ours) > 40
    for named in ours:
        assert shaped & set(ontology.transitive_objects(named, RDFS.subClassOf)), named
