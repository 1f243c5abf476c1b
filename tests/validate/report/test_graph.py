"""The report as RDF: of SHACL exactly what pySHACL's own report has, of every finding an annotation; no blank nodes, the same bytes."""

from __future__ import annotations

from collections import Counter

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, SH, BNode, Dataset, Graph, Namespace, URIRef
from rdflib import Literal as RdflibLiteral
from rdflib.term import Node

from kg.errors import Message
from kg.rdf.lines import lines_of
from kg.store.embedded import EmbeddedStore
from kg.validate.engines.port import Result
from kg.validate.findings import Finding, Place, Severity
from kg.validate.report.contents import Report
from kg.validate.report.graph import report_quads

OA = Namespace("http://www.w3.org/ns/oa#")
DQV = Namespace("http://www.w3.org/ns/dqv#")
TSU = Namespace("https://w3id.org/tsunagi/ontology#")
BASE = "https://w3id.org/tsunagi/"
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <https://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:Named a sh:PropertyShape ; sh:targetClass ex:Thing ; sh:path ex:name ; sh:minCount 1 ; sh:datatype xsd:string ; sh:maxLength 3 ;
  sh:message "名前がありません。書いてください。"@ja , "It has no name. Write one."@en ; sh:severity sh:Violation .
ex:Counted a sh:PropertyShape ; sh:targetClass ex:Thing ; sh:path ex:count ; sh:maxCount 1 ;
  sh:message "数が二つあります。"@ja , "It has two counts."@en ; sh:severity sh:Warning .
ex:Closed a sh:NodeShape ; sh:targetClass ex:Thing ; sh:closed true ; sh:ignoredProperties ( <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ex:name ex:count ) ;
  sh:message "余分です。"@ja , "One too many."@en ; sh:severity sh:Info ."""
DATA = """@prefix ex: <https://example.org/> .
ex:good a ex:Thing ; ex:name "abc" .
ex:nameless a ex:Thing ; ex:count 1 , 2 .
ex:long a ex:Thing ; ex:name "abcd\\"é𠮷" , "長い名前"@ja , 12 ; ex:more <https://example.org/x> ."""
WORD: dict[URIRef, Severity] = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}
Key = tuple[Node | None, ...]


def key_of(report: Graph, result: Node) -> Key:
    parts = (SH.focusNode, SH.resultPath, SH.value, SH.sourceShape, SH.sourceConstraintComponent, SH.resultSeverity)
    return tuple(report.value(result, part) for part in parts)


@pytest.fixture(scope="module")
def reference() -> Graph:
    _, report, _ = pyshacl.validate(Graph().parse(data=DATA), shacl_graph=Graph().parse(data=SHAPES))
    assert isinstance(report, Graph)
    return report


@pytest.fixture(scope="module")
def results(reference: Graph) -> set[Result]:
    found = set()
    for node in reference.subjects(RDF.type, SH.ValidationResult):
        focus, path, value, shape, component, severity = key_of(reference, node)
        assert isinstance(severity, URIRef)
        found.add(
            Result(
                str(shape), str(component).rpartition("#")[2], str(focus), str(path or ""), value.n3() if value is not None else "", WORD[severity]
            )
        )  # fmt: skip
    return found


@pytest.fixture(scope="module")
def told(results: set[Result]) -> list[Finding]:
    """One finding for each shape and node, as they are gathered."""
    shapes = Graph().parse(data=SHAPES)
    found = {}
    for result in sorted(results, key=lambda result: result.component):
        messages = {
            text.language: str(text) for text in shapes.objects(URIRef(result.shape), SH.message) if isinstance(text, RdflibLiteral)
        }
        message = Message(messages["ja"], messages["en"])
        found[result.shape, result.focus] = Finding(result.severity, "other", result.shape, result.focus, "", message, Message("", ""))
    return list(found.values())


def parsed(quads: list[ox.Quad]) -> Graph:
    """The graph as rdflib reads the N-Quads that are published; all of it in the graph of findings."""
    dataset = Dataset()
    dataset.parse(data=b"".join(lines_of(quads)), format="nquads")
    assert {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, ox.NamedNode)} == {f"{BASE}graph/findings"}
    return dataset.graph(URIRef(f"{BASE}graph/findings"))


def test_the_report_of_shacl_is_the_one_of_pyshacl(reference: Graph, results: set[Result], told: list[Finding]) -> None:
    graph = parsed(list(report_quads(Report.of(None, told), results)))
    whole = list(graph.subjects(RDF.type, SH.ValidationReport))
    assert whole == [URIRef(f"{BASE}id/report/tsunagi")]
    assert graph.value(whole[0], SH.conforms) == RdflibLiteral(False)
    nodes = list(graph.objects(whole[0], SH.result))
    assert set(nodes) == set(graph.subjects(RDF.type, SH.ValidationResult))
    wanted = {key_of(reference, node) for node in reference.subjects(RDF.type, SH.ValidationResult)}
    assert {key_of(graph, node) for node in nodes} == wanted
    assert len(nodes) == len(wanted) == len(results) >= 6
    shapes = Graph().parse(data=SHAPES)
    for node in nodes:
        shape = graph.value(node, SH.sourceShape)
        assert set(graph.objects(node, SH.resultMessage)) == set(shapes.objects(shape, SH.message))


def test_a_graph_without_results_conforms(findings: list[Finding], store: EmbeddedStore) -> None:
    graph = parsed(list(report_quads(Report.of(store, findings), [])))
    (whole,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(whole, SH.conforms) == RdflibLiteral(True)
    assert len(graph) == 2  # the findings of the extraction are in the graph already


def test_every_finding_is_an_annotation(results: set[Result], told: list[Finding]) -> None:
    place = Place("表.xlsx", f"{BASE}id/source/abc", 3, 4, "表!D3", 2, 5)
    check = Finding(
        "warning",
        "sum-mismatch",
        f"{BASE}check/sum",
        f"{BASE}id/outcome/1",
        "3",
        Message("違う。", "Wrong."),
        Message("直す。", "Mend."),
        place,
    )
    report = Report.of(None, [*told, check])
    graph = parsed(list(report_quads(report, results)))
    nodes = set(graph.subjects(RDF.type, DQV.QualityAnnotation))
    assert {str(node) for node in nodes} >= set(report.iris)
    for node in nodes:
        assert graph.value(node, OA.motivatedBy) == DQV.qualityAssessment
        assert graph.value(node, TSU.severity) is not None
        bodies = [graph.value(body, RDF.value) for body in graph.objects(node, OA.hasBody)]
        assert sorted(body.language or "" for body in bodies if isinstance(body, RdflibLiteral)) == ["en", "ja"]
    (mine,) = (URIRef(iri) for iri, finding in zip(report.iris, report.findings, strict=True) if finding is check)
    assert (mine, RDF.type, SH.ValidationResult) not in graph
    assert set(graph.objects(mine, OA.hasTarget)) == {URIRef(check.focus), URIRef(f"{mine}#target")}
    assert str(graph.value(graph.value(URIRef(f"{mine}#target"), OA.hasSelector), TSU.cell)) == "表!D3"
    texts = {str(graph.value(body, RDF.value)) for body in graph.objects(mine, OA.hasBody)}
    assert texts == {"違う。直す。", "Wrong. Mend."}


def test_no_blank_nodes_and_the_same_bytes(results: set[Result], told: list[Finding]) -> None:
    strange = Result("_:shape", "MinCountConstraintComponent", "_:b0", "", '"x\\n\\"y"@ja', "violation")
    finding = Finding("violation", "other", "_:shape", "_:b0", "", Message("あ", "a"), Message("", ""))
    given = [*told, finding]
    first = sorted(lines_of(report_quads(Report.of(None, given), [*results, strange])))
    second = sorted(lines_of(report_quads(Report.of(None, given[::-1]), [strange, *sorted(results, key=lambda each: each.value)])))
    assert first == second
    assert len(first) == len(set(first))
    graph = parsed(list(report_quads(Report.of(None, given), [*results, strange])))
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    values = [value for value in graph.objects(None, SH.value) if isinstance(value, RdflibLiteral) and value.language == "ja"]
    assert RdflibLiteral('x\n"y', lang="ja") in values


def test_a_result_that_no_finding_tells_is_in_the_report(results: set[Result]) -> None:
    graph = parsed(list(report_quads(Report.of(None, []), results)))
    assert len(set(graph.objects(None, SH.result))) == len(results)
    assert Counter(graph.objects(None, SH.resultSeverity))[SH.Violation] >= 3


def test_findings_of_the_extraction_say_what_they_are_about(store: EmbeddedStore, findings: list[Finding]) -> None:
    asked = """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX tsu: <https://w3id.org/tsunagi/ontology#>
      SELECT ?f ?start ?end ?source { ?f a tsu:Finding ; oa:hasTarget ?t . ?t a oa:SpecificResource ; oa:hasSource ?source ; oa:hasSelector ?s .
      ?s a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end ; tsu:inDocument ?source }"""
    answer = store.query(asked)
    assert not isinstance(answer, bool)
    found = {tuple(getattr(term, "value", "") for term in row) for row in getattr(answer, "rows", ())}
    wanted = {(f.focus, str(f.place.start), str(f.place.end), f.place.source) for f in findings if f.place}
    assert found == wanted
    assert len(found) == 29


def test_a_shape_that_a_finding_breaks_is_another_finding(store: EmbeddedStore, findings: list[Finding]) -> None:
    result = Result("https://x/shape#Finding-cohort", "PatternConstraintComponent", findings[0].focus, "", '"x"', "violation")
    broken = Finding("violation", "other", result.shape, result.focus, "x", Message("あ", "a"), Message("", ""), findings[0].place)
    report = Report.of(store, [*findings, broken])
    assert len(set(report.iris)) == len(findings) + 1
    graph = parsed(list(report_quads(report, [result])))
    (node,) = graph.subjects(RDF.type, SH.ValidationResult)
    assert str(node) == f"{BASE}id/finding/Finding-cohort/{result.focus.removeprefix(f'{BASE}id/')}"
    assert (URIRef(result.focus), None, None) not in graph


def test_a_row_that_was_not_read_is_picked_by_its_fragment() -> None:
    """Where no characters were read there are none to count: what picks the row in its document stands in their place."""
    told, document = Message("x", "x"), f"{BASE}id/payment-document/x"
    place = Place("x", document, 0, 0, "", 0, 0, "/支出先/1")
    finding = Finding("warning", "other", f"{BASE}check/x", f"{BASE}id/payment/x/1", "", told, told, place)
    graph = parsed(list(report_quads(Report.of(None, [finding], BASE), set())))
    (selector,) = graph.subjects(RDF.type, OA.FragmentSelector)
    assert [str(text) for text in graph.objects(selector, RDF.value)] == ["/支出先/1"]
    (target,) = graph.subjects(OA.hasSelector, selector)
    assert [str(source) for source in graph.objects(target, OA.hasSource)] == [document]
    assert list(graph.objects(None, OA.start)) == []
    assert place.label() == "x#/支出先/1"
