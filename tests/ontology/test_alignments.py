"""Alignments: outside terms exist and are what we take them for, nothing is claimed in their owners' names, and no mapping is dead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, PROV, RDF, RDFS, SKOS, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.errors import Message
from kg.rdf.concepts import concepts
from kg.rdf.ontology import ontology_files
from kg.rdf.terms import ONTOLOGY
from kg.settings import BASE
from kg.validate.engines.port import Result
from kg.validate.findings import Finding, Place
from kg.validate.report.contents import Report
from kg.validate.report.graph import report_quads
from tests.ontology.vocabularies import BUILT_IN, PROPERTIES, SCHEMA, VOCABULARIES, described, kinds, namespace_of

FILES = {path.stem: Graph().parse(path) for path in ontology_files()}
ALIGNMENTS = {path.stem: FILES[path.stem] for path in ontology_files() if path.parent.name == "alignments"}
ALL = Graph()
for _graph in FILES.values():
    ALL += _graph
DECLARING = {
    OWL.Class: "class",
    OWL.ObjectProperty: "object",
    OWL.DatatypeProperty: "datatype",
    OWL.AnnotationProperty: "annotation",
    OWL.NamedIndividual: "individual",
}
ABOUT_TERMS = {
    RDFS.subClassOf,
    RDFS.subPropertyOf,
    RDFS.domain,
    RDFS.range,
    OWL.inverseOf,
    OWL.equivalentClass,
    OWL.equivalentProperty,
    OWL.disjointWith,
}
MAPPINGS = {SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch}
with_vocabularies = pytest.mark.skipif(not VOCABULARIES.is_dir(), reason="needs the outside vocabularies in ../shared/vocab")


def outside(node: Node) -> bool:
    """Whether a node is a term of somebody else: neither ours nor built into OWL, and in a known namespace."""
    return isinstance(node, URIRef) and not str(node).startswith((BASE, *BUILT_IN)) and bool(namespace_of(node))


def nodes(graph: Graph) -> set[Node]:
    return {node for triple in graph for node in triple}


def terms(graph: Graph) -> set[URIRef]:
    """What stands where a class or property stands, and everything in a known namespace."""
    placed = {p for _, p, _ in graph} | {o for _, _, o in graph.triples((None, RDF.type, None))}
    placed |= {s for s, p, _ in graph if p in ABOUT_TERMS} | {o for _, p, o in graph if p in ABOUT_TERMS}
    known = {node for node in nodes(graph) if isinstance(node, URIRef) and namespace_of(node)}
    return {node for node in placed | known if isinstance(node, URIRef) and not node.startswith(BASE)}


def declared(graph: Graph) -> dict[URIRef, set[str]]:
    found: dict[URIRef, set[str]] = {}
    for term, _, kind in graph.triples((None, RDF.type, None)):
        if isinstance(term, URIRef) and outside(term) and kind in DECLARING:
            found.setdefault(term, set()).add(DECLARING[URIRef(str(kind))])
    return found


def misfits(found: dict[URIRef, set[str]]) -> list[str]:
    """Terms that their vocabulary does not describe, or as something else than we declare."""
    wrong = []
    for term, ours in found.items():
        theirs = kinds(term)
        expected = {"class"} if ours == {"class"} else {"individual"} if ours == {"individual"} else {"property"}
        said = theirs & {"object", "datatype", "annotation"}
        if not theirs & expected or (expected == {"property"} and said and not ours & said):
            wrong.append(f"{term}: {ours} for us, {theirs} there")
    return wrong


def hijacked(graph: Graph) -> list[tuple[str, str, str]]:
    """Axioms about two outside terms that their vocabulary does not state."""
    found = []
    for s, p, o in graph:
        if not (outside(s) and outside(o) and isinstance(s, URIRef) and isinstance(o, URIRef)) or not (p in ABOUT_TERMS or p == RDF.type):
            continue
        theirs = described(s) + described(o)
        stated = o in set(theirs.transitive_objects(s, p)) if p in {RDFS.subClassOf, RDFS.subPropertyOf} else (s, p, o) in theirs
        if p == OWL.inverseOf:
            stated = any({(s, q, o), (o, q, s)} & set(theirs) for q in (OWL.inverseOf, SCHEMA.inverseOf))
        if not stated:
            found.append((str(s), str(p), str(o)))
    return found


def mapped(graph: Graph) -> Iterator[URIRef]:
    """Outside terms that something of ours is a kind of, directly or by what their owners say, and those that a chain of ours yields."""
    for s, p, o in graph:
        if p in {RDFS.subClassOf, RDFS.subPropertyOf} and outside(o):
            yield URIRef(str(o))
        if p in {OWL.propertyChainAxiom, OWL.inverseOf} and outside(s):
            yield URIRef(str(s))
        if p == OWL.onProperty and outside(o) and isinstance(s, BNode):
            yield URIRef(str(o))


@pytest.fixture(scope="module")
def stated(asserted: list[ox.Quad]) -> list[ox.Quad]:
    """What the embedded release states, and what one with a result of validation states besides."""
    shape, focus, told = f"{BASE}shape#x", f"{BASE}id/x", Message("x", "x")
    place = Place("x", f"{BASE}id/source/x", 1, 1, "x!A1", 0, 1)
    results = [Result(shape, "ClassConstraintComponent", focus, f"{ONTOLOGY}#x", value, "warning") for value in ('"x"', "<urn:x>")]
    report = Report.of(None, [Finding("warning", "other", shape, focus, "x", told, told, place)])
    return [*asserted, *report_quads(report, results)]


def test_there_is_a_file_for_each_vocabulary_of_the_design() -> None:
    wanted = {"org", "regorg", "cpsv-ap", "prov", "web-annotation", "dqv", "dcat", "schema", "foaf", "geosparql", "imi"}
    assert wanted <= set(ALIGNMENTS)


@with_vocabularies
def test_every_outside_term_is_described_by_its_vocabulary() -> None:
    found = terms(ALL)
    assert len(found) > 150
    assert [term for term in found if not namespace_of(term)] == []
    assert [term for term in found if (term, None, None) not in described(term)] == []


@with_vocabularies
@pytest.mark.parametrize("name", FILES)
def test_outside_terms_are_of_the_kind_that_their_vocabulary_says(name: str) -> None:
    assert misfits(declared(FILES[name])) == []


@with_vocabularies
def test_a_wrong_kind_or_name_is_found() -> None:
    org = "http://www.w3.org/ns/org#"
    wrong = {URIRef(f"{org}hasUnit"): {"datatype"}, URIRef(f"{org}Organisation"): {"class"}, URIRef(f"{org}Site"): {"object"}}
    assert len(misfits(wrong)) == 3
    assert misfits({URIRef(f"{org}hasUnit"): {"object"}}) == []


@pytest.mark.parametrize("name", ALIGNMENTS)
def test_each_file_declares_each_outside_term_that_it_uses_once(name: str) -> None:
    """So that each file can be taken alone. The notes and mapping relations of SKOS are declared in skos.ttl."""
    used = {node for node in nodes(ALIGNMENTS[name]) if outside(node)} - (MAPPINGS if name != "skos" else set())
    found = declared(ALIGNMENTS[name])
    assert used == set(found)
    assert all(len(kind) == 1 for kind in found.values())


def test_a_term_has_one_kind_in_all_files(stated: list[ox.Quad]) -> None:
    """And whatever the release uses is declared, so that the whole of it is OWL 2 DL by its declarations."""
    found = declared(ALL)
    assert [term for term, kind in found.items() if len(kind) != 1] == []
    used: dict[URIRef, set[bool]] = {}
    types = set()
    for quad in stated:
        if quad.predicate.value == str(RDF.type) and isinstance(quad.object, ox.NamedNode):
            types.add(URIRef(quad.object.value))
        else:
            used.setdefault(URIRef(quad.predicate.value), set()).add(isinstance(quad.object, ox.Literal))
    assert {term for term in types if not str(term).startswith((BASE, *BUILT_IN))} <= {
        term for term, kind in found.items() if kind == {"class"}
    }
    for term, literal in used.items():
        if not str(term).startswith((BASE, *BUILT_IN)):
            assert term in found, term
            assert found[term] in ({"annotation"}, {"datatype"} if literal == {True} else {"object"}), term


def test_nothing_is_declared_in_vain(stated: list[ox.Quad]) -> None:
    used = {term.value for quad in stated for term in (quad.predicate, quad.object) if isinstance(term, ox.NamedNode)}
    used |= {str(node) for s, p, o in ALL for node in (s, p, o) if not (p == RDF.type and o in DECLARING and node == s)}
    assert [term for term in declared(ALL) if str(term) not in used and term not in MAPPINGS] == []


@with_vocabularies
@pytest.mark.parametrize("name", ALIGNMENTS)
def test_what_is_said_of_two_outside_terms_is_said_by_their_vocabulary(name: str) -> None:
    assert hijacked(ALIGNMENTS[name]) == []


@with_vocabularies
def test_a_claim_in_the_name_of_others_is_found() -> None:
    graph = Graph().parse(
        data="""@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
        org:Organization rdfs:subClassOf schema:Organization . org:unitOf rdfs:subPropertyOf org:transitiveSubOrganizationOf .
        schema:provider owl:inverseOf schema:serviceOperator . schema:hasPart owl:inverseOf schema:isPartOf .""",
        format="turtle",
    )
    assert sorted(s.rpartition("/")[2] for s, _, _ in hijacked(graph)) == ["org#Organization", "provider"]


def test_no_outside_term_is_said_to_be_the_same_as_ours() -> None:
    same = {OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs}
    assert [(s, o) for s, p, o in ALL if p in same and (outside(s) or outside(o))] == []


def test_only_object_properties_stand_under_object_properties() -> None:
    kind = {term: DECLARING[URIRef(str(k))] for term, _, k in ALL.triples((None, RDF.type, None)) if k in PROPERTIES & set(DECLARING)}
    pairs: list[tuple[Node, Node]] = [(s, o) for s, o in ALL.subject_objects(RDFS.subPropertyOf) if isinstance(o, URIRef)]
    pairs += [(link, s) for s, chain in ALL.subject_objects(OWL.propertyChainAxiom) for link in Collection(ALL, chain)]
    assert len(pairs) > 40
    assert [(s, o) for s, o in pairs if kind[s] != kind[o]] == []


def test_every_mapping_by_skos_gives_its_reason_beside_it() -> None:
    """A comment right above the mapping, or above the mappings in whose group it stands."""
    for path in (Path(file) for file in ontology_files() if file.stem in ALIGNMENTS):
        for group in path.read_text(encoding="utf-8").split("\n\n"):
            if any(f"skos:{str(relation).rpartition('#')[2]} " in group and not group.startswith("@prefix") for relation in MAPPINGS):
                assert group.startswith("#") or path.stem == "skos", f"{path.name}: {group}"


def test_the_registered_forms_are_all_but_none() -> None:
    listed = {str(value).rpartition("/")[2] for value in FILES["regorg"].objects(None, OWL.hasValue)}
    assert listed == {notation for scheme, notation in concepts() if scheme == "legal-form"} - {"none"}


def test_no_mapping_is_dead(inferred: frozenset[ox.Triple]) -> None:
    """Each outside class and property that something of ours is mapped to has a member on the embedded release which nobody stated.

    Nothing is corrected or linked in it; that corrections and links have the members they should is for tests/test_corrections.py and
    tests/release/test_links.py.
    """
    of_corrections = {PROV.Activity, PROV.used, PROV.wasInfluencedBy, PROV.wasRevisionOf}
    of_links = {URIRef(f"https://w3id.org/sssom/{name}") for name in ("confidence", "mapping_justification")}
    wanted = {term: declared(ALL)[term] for graph in ALIGNMENTS.values() for term in mapped(graph) if term not in of_corrections | of_links}
    assert len(wanted) >= 70
    used = {URIRef(triple.predicate.value) for triple in inferred}
    typed = {URIRef(t.object.value) for t in inferred if t.predicate.value == str(RDF.type) and isinstance(t.object, ox.NamedNode)}
    assert sorted(term for term, kind in wanted.items() if term not in (typed if kind == {"class"} else used)) == []


def test_no_two_organizations_share_an_identifier(asserted: list[ox.Quad]) -> None:
    """ORG makes org:identifier the key of an organization: two with one identifier would be the same."""
    identifiers = [q.object for q in asserted if q.predicate.value == f"{ONTOLOGY}#localGovernmentCode"]
    assert len(identifiers) == len(set(identifiers)) > 30


def test_the_ontology_names_itself_only_once() -> None:
    assert list(ALL.subjects(RDF.type, OWL.Ontology)) == [URIRef(ONTOLOGY)]
