"""The W3C's query evaluation cases through HTTP: what a client gets is what the engine itself finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from tests.conftest import SHARED
from tests.release.test_publish import SMALL
from tests.web.conftest import Running, start

from kg.release.build import build
from kg.settings import Settings
from kg.store.syntax import examine

SUITE = SHARED / "w3c" / "sparql11"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
LEAST = 225
"""Cases of the suite that are not about entailment or federation."""
BY_CHANCE = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\s*\(", re.IGNORECASE)
SYNTAX = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML}
pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason="needs ../shared/w3c, the W3C's test suite")


@dataclass(frozen=True)
class Case:
    """A query with the files of its default graph and of its named graphs."""

    name: str
    query: Path
    default: tuple[Path, ...]
    named: tuple[Path, ...]

    @property
    def names_dataset(self) -> bool:
        """Whether the query says itself of which graphs it asks."""
        return examine(self.text).names_dataset

    @property
    def text(self) -> str:
        """The query, whose relative IRIs are those of its file."""
        text = self.query.read_text(encoding="utf-8")
        return text if re.search(r"\bBASE\s*<", text, re.IGNORECASE) else f"BASE <{self.query.as_uri()}>\n{text}"


def cases() -> Iterator[Case]:
    for manifest in sorted(SUITE.glob("*/manifest.ttl")):
        if manifest.parent.name in {"entailment", "service", "syntax-fed"}:
            continue
        graph = Graph().parse(manifest, publicID=manifest.as_uri())
        for case in sorted({*graph.subjects(RDF.type, MF.QueryEvaluationTest), *graph.subjects(RDF.type, MF.CSVResultFormatTest)}, key=str):
            action = graph.value(case, MF.action)
            files = [tuple(sorted(_path(one) for one in graph.objects(action, link))) for link in (QT.data, QT.graphData)]
            yield Case(f"{manifest.parent.name}/{str(case).rpartition('#')[2]}", _path(graph.value(action, QT.query)), files[0], files[1])


def _path(node: object) -> Path:
    assert isinstance(node, URIRef)
    return Path(str(node).removeprefix("file://"))


CASES = list(cases()) if SUITE.is_dir() else []


@pytest.fixture(scope="module")
def staging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service whose staging copy holds every data file of the suite as a graph of its own, by the name of the file."""
    place = tmp_path_factory.mktemp("suite")
    token = place / "token"
    token.write_text("0123456789abcdef" * 2, encoding="utf-8")
    token.chmod(0o600)
    release = build([SMALL], place / "release", Settings(all_places=False))
    (place / "limits.toml").write_text("client_rate = 100000\nclient_burst = 100000\n", encoding="utf-8")
    running = start(release.path, place / "log", "--admin-port", 0, "--admin-token", token, "--limits", place / "limits.toml")
    admin = Running(running.process, running.events("started")[0]["admin_port"], running.log, running.address)
    admin.token = {"Authorization": f"Bearer {token.read_text(encoding='utf-8')}"}
    for path in sorted({path for case in CASES for path in (*case.default, *case.named)}):
        lines = ox.serialize((quad.triple for quad in read(path)), format=ox.RdfFormat.N_TRIPLES) or b""
        put = admin.ask(
            "PUT", f"/graph-store?graph={quote(path.as_uri())}", {**admin.token, "Content-Type": "application/n-triples"}, lines
        )
        assert put.status in {201, 204}, (path, put.text)
    yield admin
    running.stop()


def read(path: Path) -> list[ox.Quad]:
    return list(ox.parse(path=str(path), format=SYNTAX[path.suffix], base_iri=path.as_uri()))


def by_the_engine(case: Case) -> object:
    store = ox.Store()
    by_name = (*case.default, *case.named) if case.names_dataset else case.named
    for path in () if case.names_dataset else case.default:
        store.extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in read(path))
    for path in by_name:
        graph = ox.NamedNode(path.as_uri())
        store.add_graph(graph)
        store.extend(ox.Quad(quad.subject, quad.predicate, quad.object, graph) for quad in read(path))
    return store.query(case.text)


def comparable(found: object, *, by_chance: bool) -> object:
    """Solutions as a bag, graphs in canonical form; blank nodes are alike, and values that chance or the clock decides."""
    if isinstance(found, ox.QuerySolutions):
        names = [variable.value for variable in found.variables]
        rows = Counter(
            tuple("" if by_chance else "_" if isinstance(term, ox.BlankNode) else str(term) for term in solution) for solution in found
        )
        return sorted(names), Counter({tuple(sorted(zip(names, row, strict=True))): count for row, count in rows.items()})
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    dataset = ox.Dataset(ox.Quad(triple.subject, triple.predicate, triple.object) for triple in found)  # type: ignore[attr-defined]
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def test_the_cases_are_all_there() -> None:
    assert len(CASES) >= LEAST


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_client_gets_what_the_engine_finds(staging: Running, case: Case) -> None:
    parameters = [
        ("query", case.text),
        *(("default-graph-uri", path.as_uri()) for path in case.default),
        *(("named-graph-uri", path.as_uri()) for path in case.named),
    ]
    if case.names_dataset:
        parameters = parameters[:1]
    elif not case.default and not case.named:
        parameters.append(("default-graph-uri", "urn:nothing"))
    body = "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters).encode()
    graphs = re.search(r"^\s*(?:CONSTRUCT|DESCRIBE)\b", case.text, re.IGNORECASE | re.MULTILINE)
    accept = "application/n-triples" if graphs else "application/sparql-results+json"
    answer = staging.ask("POST", "/sparql", {**staging.token, "Content-Type": "application/x-www-form-urlencoded", "Accept": accept}, body)
    by_chance = bool(BY_CHANCE.search(case.text))
    try:
        wanted = comparable(by_the_engine(case), by_chance=by_chance)
    except (SyntaxError, RuntimeError):
        assert answer.status in {400, 403, 500}
        return
    assert answer.status == 200, answer.text
    if graphs:
        told: object = (quad.triple for quad in ox.parse(answer.body, ox.RdfFormat.N_TRIPLES))
    else:
        told = ox.parse_query_results(answer.body, ox.QueryResultsFormat.JSON)
    assert comparable(told, by_chance=by_chance) == wanted
