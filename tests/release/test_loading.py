"""``kg load``: a release in a store elsewhere, whole or not at all said to be there."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.servers import Server, oxigraph, replying, says

from kg.errors import GraphError, ReleaseError, StoreError
from kg.rdf.terms import GRAPHS
from kg.release.loading import load
from kg.release.release import Release
from kg.store.connection import Connection, Credentials
from kg.store.marks import MARKED, marked
from kg.store.port import Solutions, Statements
from kg.store.remote import RemoteStore
from kg.store.targets import Addresses
from kg.store.writing import GraphStore, Updates

ALL = "CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH <{}> {{ ?s ?p ?o }} }}"
COUNT = b'{"head":{"vars":["n"]},"results":{"bindings":[{"n":{"type":"literal","value":"7"}}]}}'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as running:
        yield running


def quiet(_name: str, _triples: int) -> None:
    """Say nothing."""


def held(server: Server, graph: str) -> ox.Dataset:
    answer = RemoteStore(server.query, [graph]).query(ALL.format(graph))
    assert isinstance(answer, Statements)
    found = ox.Dataset(ox.Quad(*triple) for triple in answer.triples)
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


def identity(server: Server, base: str) -> list[str]:
    answer = RemoteStore(server.query, [marked(base)]).query(MARKED)
    assert isinstance(answer, Solutions)
    return [row[0].value for row in answer.rows if isinstance(row[0], ox.Literal)]


@pytest.mark.parametrize("by", [pytest.param("graphs", marks=pytest.mark.full), "updates"])
@pytest.mark.parametrize("size", [pytest.param(0, marks=pytest.mark.full), 100_000])
def test_a_release_takes_the_place_of_what_was_there(
    server: Server, release: Release, monkeypatch: pytest.MonkeyPatch, by: str, size: int
) -> None:
    base = release.manifest["base"]
    stale, foreign = f"{base}graph/links", "urn:foreign"
    where = Addresses(server.query, server.update, server.graph_store if by == "graphs" else "")
    for graph in (stale, foreign):
        Updates(Connection(server.update, Credentials(), 10)).replace(graph, iter([(b"<urn:old> <urn:p> 1 .\n", False)]))
    if size:
        monkeypatch.setattr(GraphStore if by == "graphs" else Updates, "chunk_bytes", size)
    counts = load(release, where, 60, quiet)
    wanted: dict[str, list[ox.Quad]] = {}
    for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS):
        wanted.setdefault(str(quad.graph_name).strip("<>"), []).append(ox.Quad(*quad.triple))
    assert counts == {name: len(wanted.get(f"{base}graph/{name}", [])) for name in GRAPHS}
    for name in ("ontology", "links", "findings") if size else GRAPHS:
        graph = f"{base}graph/{name}"
        dataset = ox.Dataset(wanted[graph])
        dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
        assert held(server, graph) == dataset
    assert len(held(server, foreign)) == 1
    assert identity(server, base) == [release.identity]


def test_a_store_that_holds_something_else_is_not_said_to_hold_it(release: Release) -> None:
    with replying(says(COUNT)) as (url, seen), pytest.raises(GraphError, match="graph/data should") as raised:
        load(release, Addresses(url, url, url), 10, quiet)
    assert raised.value.exit_code == 1
    assert "グラフ" in raised.value.in_language("ja")
    assert len(seen) == 4  # the identity and the catalogue removed, the first graph sent, and counted; no identity was written


def test_what_is_said_where_nothing_may_be_written(release: Release) -> None:
    for status in (401, 403, 405, 500):
        with replying(says(b"no writing here", "text/plain", status)) as (url, _), pytest.raises(StoreError, match=f"{status} no writing"):
            load(release, Addresses(url, url), 10, quiet)


def test_a_changed_release_is_not_loaded(release: Release, tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    with replying(says(COUNT)) as (url, seen), pytest.raises(ReleaseError, match="manifest"):
        load(Release(tmp_path, release.manifest), Addresses(url, url), 10, quiet)
    assert seen == []


@pytest.mark.full
def test_the_verb(server: Server, release: Release) -> None:
    command = [sys.executable, "-m", "kg", "load", "--release", str(release.path), "--lang", "ja", "--store"]
    run = subprocess.run([*command, server.query], capture_output=True, text=True, encoding="utf-8", check=True)
    assert Counter(run.stdout.split())["catalog"] == 1
    assert f"リリース {release.identity[:12]}" in run.stdout
    assert run.stderr == ""
    run = subprocess.run([*command, "http://127.0.0.1:9/sparql"], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 2
    assert "KG_STORE_USER" in run.stderr
