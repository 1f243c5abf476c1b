"""The clients that people use, against the service as it runs."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, JSONLD, N3, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, URLENCODED, XML, SPARQLWrapper
from tests.web.conftest import Running

SELECT = "PREFIX tsu: <https://w3id.org/tsunagi/ontology#> SELECT ?g { ?g a tsu:LocalGovernment } ORDER BY ?g LIMIT 3"
GRAPH = "PREFIX tsu: <https://w3id.org/tsunagi/ontology#> CONSTRUCT { ?g a tsu:LocalGovernment } WHERE { ?g a tsu:LocalGovernment } ORDER BY ?g LIMIT 3"
THING = "https://w3id.org/tsunagi/id/government/010006"


@pytest.mark.parametrize(("method", "sending"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
@pytest.mark.parametrize("form", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_gets_solutions(service: Running, method: str, sending: str, form: str) -> None:
    wrapper = _wrapper(service, SELECT, method, sending, form)
    assert THING.encode() in wrapper.query().response.read()
    if form == JSON:
        found: Any = wrapper.query().convert()
        assert len(found["results"]["bindings"]) == 3


@pytest.mark.parametrize(("method", "sending"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
@pytest.mark.parametrize(("form", "syntax"), [(TURTLE, "turtle"), (N3, "n3"), (RDFXML, "xml"), (JSONLD, "json-ld")])
@pytest.mark.parametrize("text", [GRAPH, f"DESCRIBE <{THING}>"])
def test_sparqlwrapper_gets_graphs(service: Running, method: str, sending: str, form: str, syntax: str, text: str) -> None:
    content = _wrapper(service, text, method, sending, form).query().response.read()
    assert (URIRef(THING), None, None) in Graph().parse(data=content, format=syntax)


@pytest.mark.parametrize(("method", "sending"), [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)])
def test_sparqlwrapper_asks(service: Running, method: str, sending: str) -> None:
    found: Any = _wrapper(service, f"ASK {{ <{THING}> ?p ?o }}", method, sending, JSON).query().convert()
    assert found["boolean"] is True


def _wrapper(service: Running, text: str, method: str, sending: str, form: str) -> SPARQLWrapper:
    wrapper = SPARQLWrapper(f"{service.address}/sparql")
    wrapper.setMethod(method)
    wrapper.setRequestMethod(sending)
    wrapper.setReturnFormat(form)
    wrapper.setQuery(text)
    return wrapper


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflibs_store(service: Running, method: str) -> None:
    store = SPARQLStore(f"{service.address}/sparql", method=method, context_aware=False)
    graph = Graph(store)
    assert len(list(graph.query(SELECT))) == 3
    assert bool(graph.query(f"ASK {{ <{THING}> ?p ?o }}"))
    assert Literal("北海道", lang="ja") in set(graph.objects(URIRef(THING), URIRef("http://www.w3.org/2000/01/rdf-schema#label")))
    described = graph.query(f"DESCRIBE <{THING}>")
    assert described.graph is not None
    assert len(described.graph) > 3


def test_pandas(service: Running) -> None:
    pandas = pytest.importorskip("pandas", reason="needs pandas, which is in the dependency group test")
    address = f"{service.address}/sparql?query={quote(SELECT)}"
    table = pandas.read_csv(address, storage_options={"Accept": "text/csv"})
    assert next(iter(table["g"])) == THING
    assert list(pandas.read_csv(f"{address}&format=csv")["g"]) == list(table["g"])
    projects = pandas.read_csv(f"{service.address}/data/tables/projects.csv", dtype=str)
    assert len(projects) == 36


@pytest.mark.skipif(shutil.which("curl") is None, reason="needs system package curl")
def test_curl(service: Running, tmp_path: Path) -> None:
    curl = [str(shutil.which("curl")), "--silent", "--show-error", "--fail-with-body", "--max-time", "30"]
    (tmp_path / "my.rq").write_text(SELECT, encoding="utf-8")

    def run(*arguments: str) -> bytes:
        return subprocess.run([*curl, *arguments], capture_output=True, check=True).stdout

    sent = run("-H", "Accept: text/csv", "--data-urlencode", f"query@{tmp_path / 'my.rq'}", f"{service.address}/sparql")
    assert sent.decode().split()[1] == THING
    assert b"010006" in run("-L", "-H", "Accept: text/turtle", f"{service.address}/id/government/010006")
    iri = "id/organization/東京都-一般社団法人社会支援ネット・早稲田すぱいく"
    assert "早稲田".encode() in run(f"{service.address}/{iri}.nt") or b"\\u65E9" in run(f"{service.address}/{iri}.nt")
    assert run("-L", f"{service.address}/{iri.replace('すぱいく', 'すばい')}.nt") == run(f"{service.address}/{quote(iri)}.nt")
    assert run("-r", "0-9", f"{service.address}/data/data.nq") == run(f"{service.address}/data/data.nq")[:10]


MODULES = os.environ.get("KG_NODE_MODULES", "")
"""Where ``npm install fetch-sparql-endpoint`` put its modules."""
FETCH = """
import { SparqlEndpointFetcher } from "fetch-sparql-endpoint";
const [address, select, graph, ask] = process.argv.slice(2);
const fetcher = new SparqlEndpointFetcher();
const all = (stream) => new Promise((resolve, reject) => { const found = []; stream.on("data", (one) => found.push(one)); stream.on("end", () => resolve(found)); stream.on("error", reject); });
const rows = await all(await fetcher.fetchBindings(address, select));
const triples = await all(await fetcher.fetchTriples(address, graph));
const yes = await fetcher.fetchAsk(address, ask);
console.log(JSON.stringify({ rows: rows.map((row) => row.g.value), triples: triples.length, yes }));
"""


@pytest.mark.skipif(
    not (MODULES and shutil.which("node")), reason="needs system package nodejs and, from npm, fetch-sparql-endpoint (KG_NODE_MODULES)"
)
def test_comunicas_http_layer(service: Running, tmp_path: Path) -> None:
    (tmp_path / "node_modules").symlink_to(MODULES)
    (tmp_path / "fetch.mjs").write_text(FETCH, encoding="utf-8")
    run = subprocess.run(
        [str(shutil.which("node")), "fetch.mjs", f"{service.address}/sparql", SELECT, GRAPH, f"ASK {{ <{THING}> ?p ?o }}"],
        capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, timeout=60, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["rows"][0] == THING
    assert (found["triples"], found["yes"]) == (3, True)


def test_a_table_that_a_spreadsheet_program_opens(service: Running) -> None:
    text = io.StringIO(service.get("/data/tables/projects.csv").body.decode("utf-8-sig"), newline="")
    assert next(text).startswith("project_id,programme")
