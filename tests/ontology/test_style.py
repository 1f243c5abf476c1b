"""How the ontology is written, checked as data: each shape of shapes/style has cases that break it, and the ontology itself breaks none but by declared exceptions."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef

from kg import resources
from kg.rdf.concepts import concept_statements
from kg.rdf.ontology import ontology_quads
from kg.rdf.terms import ONTOLOGY
from kg.settings import BASE
from kg.validate.shapes import load_shapes, shape_files
from tests.checked import ShapeChecker
from tests.ontology.claims import background, closure

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent / "style"
FILES = sorted(resources.path("shapes/style").glob("*.ttl"))
SHAPES = load_shapes(FILES)
CASES = sorted(HERE.glob("*.ru"))
EXCEPTIONS = resources.path("ontology/exceptions.ttl")
EXAMPLES = sorted((ROOT / "ontology" / "examples").glob("*.ttl"))
TSH = "https://w3id.org/tsunagi/shape#"
GRAPH = ox.NamedNode(f"{BASE}graph/ontology")


def named_shapes() -> set[str]:
    kinds = (SH.NodeShape, SH.PropertyShape)
    return {str(shape).removeprefix(TSH) for kind in kinds for shape in SHAPES.subjects(RDF.type, kind) if isinstance(shape, URIRef)}


def broken_by(case: Path) -> set[str]:
    """Shapes that a case is named by: ``A.ru``, ``A.what.ru``, or ``A+B.ru``."""
    return set(case.stem.partition(".")[0].split("+"))


@pytest.fixture(scope="module")
def checker() -> ShapeChecker:
    return ShapeChecker(SHAPES, [])


def changed(*updates: Path) -> list[ox.Quad]:
    store = ox.Store()
    store.load(path=str(HERE / "conforming.ttl"), format=ox.RdfFormat.TURTLE)
    before = set(store)
    for update in updates:
        store.update(update.read_text(encoding="utf-8"))
        assert set(store) != before, "the case changes nothing"
    return list(store)


def read(path: Path) -> list[ox.Quad]:
    return [ox.Quad(quad.subject, quad.predicate, quad.object, GRAPH) for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)]


@cache
def used_by_examples() -> list[ox.Quad]:
    """What the examples say of their things, and what follows from it: a predicate or class is used where it stands in either."""
    graph = background()
    for path in EXAMPLES:
        graph.parse(path)
    told = Graph()
    for subject, predicate, value in closure(graph)[0]:
        if str(predicate).startswith(f"{ONTOLOGY}#") or (predicate == RDF.type and str(value).startswith(f"{ONTOLOGY}#")):
            told.add((subject, predicate, value))
    quads = ox.parse(told.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES)
    return [ox.Quad(quad.subject, quad.predicate, quad.object, GRAPH) for quad in quads]


def ontology() -> list[ox.Quad]:
    """The ontology with its code lists."""
    return [*ontology_quads(GRAPH), *(ox.Quad(*statement, GRAPH) for statement in concept_statements(BASE))]


def violations(checker: ShapeChecker, quads: list[ox.Quad]) -> set[tuple[str, str]]:
    """Shape and term of each violation."""
    return {(violation.rule.removeprefix(TSH), value) for violation in checker.check(quads) for value in violation.value.split(", ")}


def exemptions() -> set[tuple[str, str]]:
    """Shape and term of each declared exception."""
    graph = Graph().parse(EXCEPTIONS)
    exempt, source = URIRef(f"{TSH}exempt"), URIRef(f"{TSH}from")
    pairs = {(shape, term) for term, exemption in graph.subject_objects(exempt) for shape in graph.objects(exemption, source)}
    return {(str(shape).removeprefix(TSH), str(term)) for shape, term in pairs}


def test_there_are_cases_for_each_shape_and_no_other() -> None:
    assert set.union(*map(broken_by, CASES)) == named_shapes()
    assert len(list(HERE.iterdir())) == len(CASES) + 1


def test_the_conforming_ontology_conforms(checker: ShapeChecker) -> None:
    assert checker.check(changed()) == []


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_case_breaks_exactly_its_shapes(checker: ShapeChecker, case: Path) -> None:
    found = checker.check(changed(case))
    assert {violation.rule.removeprefix(TSH) for violation in found} == broken_by(case)
    assert all(violation.message.ja and violation.message.en != violation.message.ja for violation in found)


def test_every_shape_says_what_it_wants_in_both_languages() -> None:
    for name in named_shapes():
        for told in (SH.name, SH.description, SH.message):
            texts = [text for text in SHAPES.objects(URIRef(TSH + name), told) if isinstance(text, Literal)]
            assert sorted(text.language or "" for text in texts) == ["en", "ja"], (name, told)
        assert SHAPES.value(URIRef(TSH + name), SH.severity) == SH.Violation


def test_the_build_does_not_check_data_with_them() -> None:
    assert not set(FILES) & set(shape_files())


def test_the_ontology_breaks_no_shape(checker: ShapeChecker) -> None:
    """The author of a term reads what is wrong and how to repair it, in the words of the shape."""
    found = checker.check([*ontology(), *read(EXCEPTIONS), *used_by_examples()])
    assert not found, "\n".join(
        f"{one.rule.removeprefix(TSH)} {one.value}: {one.message.ja} {one.repair.ja} / {one.message.en} {one.repair.en}" for one in found
    )


@pytest.fixture(scope="module")
def without_exceptions(checker: ShapeChecker) -> set[tuple[str, str]]:
    return violations(checker, [*ontology(), *used_by_examples()])


@pytest.mark.full
def test_every_exception_is_needed_and_no_other(without_exceptions: set[tuple[str, str]]) -> None:
    """Without the file of exceptions exactly what it declares is wrong: none is stale, none is for a shape that nobody can be let off from."""
    assert without_exceptions == exemptions() != set()


@pytest.mark.full
def test_every_term_is_used_by_an_example(without_exceptions: set[tuple[str, str]]) -> None:
    found = {value for shape, value in without_exceptions if shape == "Term-usedInExample"}
    assert found == {term for shape, term in exemptions() if shape == "Term-usedInExample"}


def test_the_documentation_names_every_pitfall_that_is_checked() -> None:
    told = (ROOT / "docs" / "ontology-checks.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`tsh:(\w+-\w+)`", told))
    assert named <= named_shapes()
    assert {name for name in named_shapes() if re.match(r"P\d\d-", name)} <= named
    let_off = {term for shape, term in exemptions() if shape == "P11-missingDomainOrRange"}
    assert f"{len(let_off)} properties are exceptions" in told


def test_english_is_spelt_one_way() -> None:
    """«centre», but in alternative labels, which keep names as others write them, and in identifiers."""
    files = [*sorted((ROOT / "ontology").glob("*/*.ttl")), *sorted((ROOT / "shapes").glob("*.ttl")), *sorted((ROOT / "docs").glob("*.md"))]
    texts = {str(path): re.sub(r"skos:altLabel[^;]*;", "", path.read_text(encoding="utf-8")) for path in files}
    texts["codes"] = " ".join(str(part) for said in concept_statements(BASE) for part in said if "altLabel" not in str(said[1]))
    wrong = re.compile(r"(?<![-_\w/])centers?(?![-_\w])", re.IGNORECASE)
    assert len(files) > 40
    assert [(path, found) for path, text in texts.items() if (found := wrong.findall(text))] == []
