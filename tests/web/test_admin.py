"""The admin port: who may use it, what can be read and written there, and what is refused."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from tests.conftest import SHARED
from tests.release.test_publish import SMALL
from tests.web.conftest import Answer, Running, eventually, start, start_admin

from kg.release.build import build
from kg.release.release import STORE, Release
from kg.settings import Settings
from kg.store.port import lexical

UPDATE = {"Content-Type": "application/sparql-update"}
TURTLE = {"Content-Type": "text/turtle"}
G = quote("urn:g", safe="")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return build([SMALL], tmp_path_factory.mktemp("small") / "release", Settings(all_places=False))


@pytest.fixture(scope="module")
def ports(small: Release, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Running]]:
    """A service over a small release: its public port and its admin port."""
    place = tmp_path_factory.mktemp("admin")
    (place / "limits.toml").write_text("seconds = 20\nupload_bytes = 3000000\nupdate_bytes = 200000\n", encoding="utf-8")
    public, private = start_admin(small.path, place, "--limits", place / "limits.toml")
    yield public, private
    public.stop()


@pytest.fixture
def admin(ports: tuple[Running, Running]) -> Running:
    """The admin port, its staging as the release is."""
    assert ports[1].ask("POST", "/reset").status == 200
    return ports[1]


def update(admin: Running, text: str, path: str = "/sparql") -> Answer:
    return admin.ask("POST", path, UPDATE, text.encode())


def count(port: Running, pattern: str = "?s ?p ?o") -> int:
    answer = port.query(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def audit(release: Path) -> list[dict[str, object]]:
    lines = (release.parent / f".{release.name}.staging" / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


SUITES = [("protocol/manifest.ttl", "protocol", "/sparql", 34), ("graph-store-protocol/manifest-direct.ttl", "gsp", "/graph-store", 4),
          ("graph-store-protocol/manifest-indirect.ttl", "gsp", "/graph-store", 9)]  # fmt: skip


@pytest.mark.skipif(not (SHARED / "w3c").is_dir(), reason="needs ../shared/w3c, the W3C's test suite")
@pytest.mark.parametrize(("manifest", "kind", "path", "cases"), SUITES)
def test_the_suites_of_the_w3c(admin: Running, manifest: str, kind: str, path: str, cases: int) -> None:
    run = subprocess.run(
        [sys.executable, SHARED / "w3c/protocol_runner.py", "127.0.0.1", str(admin.port), path, "/sparql", SHARED / "w3c/sparql11" / manifest,
         kind, f"Authorization: {admin.token['Authorization']}"],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert run.stdout == f"{cases}/{cases} passed\n"


def test_the_service_describes_itself_with_the_counts_of_the_moment(admin: Running) -> None:
    """The three cases of the W3C's service-description suite: RDF is returned, the endpoint is this one, and the schema is kept."""
    sd, void = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
    assert update(admin, "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 , 2 } }").status == 200
    answer = admin.get("/sparql", Accept="text/turtle")
    assert answer.headers["content-type"].startswith("text/turtle")
    graph = {(quad.subject, quad.predicate.value, quad.object) for quad in ox.parse(answer.body, ox.RdfFormat.TURTLE)}

    def values(predicate: str, of: object = None) -> set[str]:
        return {getattr(value, "value", "") for subject, link, value in graph if link == predicate and of in (None, subject)}

    assert values(f"{sd}endpoint") == {f"{admin.address}/sparql"}
    assert values(f"{sd}supportedLanguage") == {f"{sd}SPARQL11Query", f"{sd}SPARQL11Update"}
    typed = {(subject, getattr(value, "value", "")) for subject, link, value in graph if link.endswith("#type")}
    for link, kind in (
        ("endpoint", "Service"),
        ("defaultDataset", "Dataset"),
        ("defaultGraph", "Graph"),
        ("namedGraph", "NamedGraph"),
        ("graph", "Graph"),
    ):
        found = {value for _, predicate, value in graph if predicate == sd + link}
        assert found
        assert all((value, sd + kind) in typed for value in found)
    held = {}
    for subject, predicate, value in graph:
        if predicate == f"{sd}name":
            (inside,) = (other for one, link, other in graph if one == subject and link == f"{sd}graph")
            held[getattr(value, "value", "")] = values(f"{void}triples", inside)
    assert held["urn:g"] == {"2"}
    assert {name: {str(count(admin, f"GRAPH <{name}> {{ ?s ?p ?o }}"))} for name in held} == held
    (union,) = (value for _, predicate, value in graph if predicate == f"{sd}defaultGraph")
    assert values(f"{void}triples", union) == {str(count(admin))}


def test_the_admin_port_is_off_by_default(service: Running) -> None:
    (told,) = service.events("started")
    assert "admin" not in told
    assert not Path(service.log.parent / ".release.staging").exists()
    assert len(service.workers()) == told["workers"]


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Bearer wrong-token-of-more-than-16", "Basic {token}", "Bearer {token}x", "Bearer \u00e9"]
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/sparql"), ("POST", "/publish"), ("DELETE", "/graph-store?default"), ("GET", "/x")])
def test_without_the_token_nothing_is_told(admin: Running, header: str, method: str, path: str) -> None:
    token = admin.token["Authorization"].removeprefix("Bearer ")
    refused = admin.ask(method, path, {"Authorization": header.format(token=token)})
    assert refused.status == 401
    assert refused.headers["www-authenticate"].startswith("Bearer ")
    assert "access-control-allow-origin" not in refused.headers
    assert refused.json()["details"]["ja"]
    assert token not in admin.log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "mode", "says"),
    [(b"0123456789abcdef\n", 0o640, "chmod 600"), (b"0123456789abcdef\n", 0o604, "chmod 600"), (b"short\n", 0o600, "16"), (b"0123456789 abcdef", 0o600, "16"), (None, 0, "cannot read")],
)  # fmt: skip
def test_a_token_that_others_can_read_is_none(small: Release, tmp_path: Path, content: bytes | None, mode: int, says: str) -> None:
    if content is not None:
        (tmp_path / "token").write_bytes(content)
        (tmp_path / "token").chmod(mode)
    with pytest.raises(AssertionError, match=says):
        start(small.path, tmp_path / "log", "--admin-port", 0, "--admin-token", tmp_path / "token")


def test_port_and_token_belong_together(small: Release, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="both --admin-port and --admin-token"):
        start(small.path, tmp_path / "log", "--admin-port", 0)


@pytest.mark.usefixtures("ports")
def test_a_second_service_cannot_edit_the_same_release(small: Release, tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="another kg serve edits"):
        start_admin(small.path, tmp_path)


def test_an_update_is_read_at_once_and_not_on_the_public_port(ports: tuple[Running, Running], admin: Running, small: Release) -> None:
    public, _ = ports
    before = count(admin)
    assert before == count(public)
    answer = update(admin, "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } }")
    assert (answer.status, answer.json()) == (200, {"triples": {"before": before, "after": before + 1}})
    assert (count(admin), count(public)) == (before + 1, before)
    told = admin.get("/").json()
    assert told["release"] == small.identity
    (edit,) = told["edits"]
    begun, ended = audit(small.path)[-2:]
    assert begun["event"] == "begun"
    assert edit == {name: begun[name] for name in ("action", "sha256", "graph")}
    assert (ended["event"], ended["status"], ended["before"], ended["after"]) == ("ended", 200, before, before + 1)
    staging = small.path.parent / ".release.staging"
    assert oct((staging / "audit.jsonl").stat().st_mode)[-3:] == "600"
    assert admin.ask("POST", "/reset").json() == {"release": small.identity}
    assert count(admin) == before
    assert admin.get("/").json()["edits"] == []


def test_a_form_sends_an_update_too_and_its_dataset(admin: Running) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert update(admin, "INSERT DATA { GRAPH <urn:a> { <urn:s> <urn:p> 1 } GRAPH <urn:b> { <urn:s> <urn:p> 2 } }").status == 200
    text = "INSERT { GRAPH <urn:c> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    sent = urlencode({"update": text, "using-graph-uri": "urn:a"}).encode()
    assert admin.ask("POST", "/update", form, sent).status == 200
    assert count(admin, "GRAPH <urn:c> { ?s ?p ?o }") == 1
    assert admin.get("/").json()["edits"][-1]["graph"] == "urn:a"


def test_graphs_are_written_by_the_graph_store_protocol(admin: Running) -> None:
    here = f"/graph-store?graph={G}"
    assert admin.get(here).status == 404
    assert admin.ask("PUT", here, TURTLE, b"<urn:s> <urn:p> 1 , [] .").status == 201
    assert admin.ask("PUT", here, TURTLE, b"<urn:s> <urn:p> [] .").status == 204
    assert admin.ask("POST", here, {"Content-Type": "application/n-triples"}, b"_:b0 <urn:p> <urn:o> .").status == 204
    nodes = {quad.subject for quad in ox.parse(admin.get(here, Accept="text/turtle").body, ox.RdfFormat.TURTLE)}
    assert len(nodes) == 2
    assert admin.ask("PUT", here, TURTLE, b"").status == 204
    assert (admin.get(here).status, admin.get(here).body) == (200, b"")
    assert admin.ask("DELETE", here).status == 204
    assert admin.ask("DELETE", here).status == 404
    assert admin.ask("PUT", "/graph-store?default", TURTLE, b"<x> a <y> .").status == 204
    (quad,) = ox.parse(admin.get("/graph-store?default", Accept="text/turtle").body, ox.RdfFormat.TURTLE)
    assert quad.subject == ox.NamedNode(f"{admin.address}/x")
    assert (
        admin.ask("POST", "/graph-store/", TURTLE, b"<urn:s> a <urn:o> .").headers["location"].startswith(f"{admin.address}/graph-store/")
    )
    data = admin.get("/graph/data", Accept="application/n-quads")
    assert (data.status, data.headers["cache-control"]) == (200, "no-store")


@pytest.mark.parametrize("here", [f"/graph-store?graph={G}", "/graph-store?default"])
@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        (
            "<urn:s> <urn:p> 1 , 01 , 'a' , 'a'@en .",
            "<urn:s> <urn:p> 01 , 'b'@en , <urn:o> .",
            ["1", "b", "urn:o"],
        ),  # to the engine one number
        ("<urn:s> <urn:p> 1 , 2 .", "<urn:s> <urn:p> 1 , 2 .", ["1", "2"]),
        ("<urn:s> <urn:p> 1 , 2 .", "<urn:s> <urn:p> 1 , 2 , 3 .", ["1", "2", "3"]),
        ("<urn:s> <urn:p> 1 , 2 .", "<urn:t> <urn:p> 1 .", ["1"]),
        ("<urn:s> <urn:p> 1 , [ <urn:q> 2 ] .", "<urn:s> <urn:p> 1 , [ <urn:q> 2 ] .", ["", "1", "2"]),
        ("<urn:s> <urn:p> 1 , [ <urn:q> 2 ] .", "<urn:s> <urn:p> '}' .", ["}"]),
        ("<urn:s> <urn:p> 1 .", "", []),
    ],
)
def test_what_is_put_is_all_that_a_graph_holds(here: str, old: str, new: str, left: list[str], admin: Running) -> None:
    assert admin.ask("PUT", here, TURTLE, old.encode()).status in {201, 204}
    assert admin.ask("PUT", here, TURTLE, new.encode()).status == 204
    found = [quad.object for quad in ox.parse(admin.get(here, Accept="text/turtle").body, ox.RdfFormat.TURTLE)]
    assert sorted("" if isinstance(term, ox.BlankNode) else lexical(term) for term in found) == left
    assert admin.ask("PUT", here, TURTLE, b"").status == 204


def test_a_graph_is_written_on_conditions(admin: Running) -> None:
    here = f"/graph-store?graph={G}conditions"
    assert admin.ask("PUT", here, {**TURTLE, "If-Match": "*"}, b"<urn:s> <urn:p> 1 .").status == 412
    assert admin.get(here).status == 404
    assert admin.ask("PUT", here, {**TURTLE, "If-None-Match": "*"}, b"<urn:s> <urn:p> 1 .").status == 201
    for headers in ({"If-None-Match": "*"}, {"If-Match": '"x"'}):
        refused = admin.ask("PUT", here, {**TURTLE, **headers}, b"")
        assert (refused.status, refused.json()["type"].rpartition("/")[2]) == (412, "precondition-failed")
    assert admin.ask("PUT", here, {**TURTLE, "Content-Range": "bytes 0-1/9"}, b"").status == 400
    assert b"<urn:s>" in admin.get(here, Accept="text/turtle").body
    assert admin.ask("PUT", here, {**TURTLE, "If-Match": "*"}, b"<urn:s> <urn:p> 2 .").status == 204
    assert admin.ask("DELETE", here, {"If-None-Match": "*"}).status == 412
    assert admin.ask("DELETE", here, {"If-Match": "*"}).status == 204


def test_what_is_relative_within_a_graph_is_relative_to_its_name(admin: Running) -> None:
    here = f"/graph-store?graph={quote('http://example.org/a/b', safe='')}"
    assert admin.ask("PUT", here, TURTLE, b"<> <#p> <c> .").status == 201
    (quad,) = ox.parse(admin.get(here, Accept="text/turtle").body, ox.RdfFormat.TURTLE)
    assert [lexical(term) for term in (quad.subject, quad.predicate, quad.object)] == [
        "http://example.org/a/b", "http://example.org/a/b#p", "http://example.org/a/c",
    ]  # fmt: skip
    assert admin.ask("DELETE", here).status == 204


def rdf_xml(inside: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{inside}</rdf:RDF>'.encode()


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
MULTIPART = "multipart/form-data; boundary=x"


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("PUT", f"/graph-store?graph={G}", {**TURTLE, "Content-Length": "3000001"}, b"#", 413),
        ("PUT", f"/graph-store?graph={G}", {"Content-Type": "application/rdf+xml"}, rdf_xml("&i;", LAUGHS), 400),
        ("PUT", f"/graph-store?graph={G}", {"Content-Type": "application/rdf+xml"}, rdf_xml("", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>"), 400),
        ("PUT", f"/graph-store?graph={G}", {"Content-Type": "application/rdf+xml"}, rdf_xml("").decode().encode("utf-16"), 400),
        ("PUT", f"/graph-store?graph={G}", TURTLE, b"<urn:s> <urn:p> " + b"<<( <urn:s> <urn:p> " * 100_000, 400),
        ("PUT", f"/graph-store?graph={G}", TURTLE, b"<urn:s> <urn:p> <<( <urn:s> <urn:p> <urn:o> )>> .", 400),
        ("PUT", f"/graph-store?graph={G}", {"Content-Type": "application/ld+json"}, b"[" * 100_000, 400),
        ("PUT", f"/graph-store?graph={G}", {"Content-Type": "application/ld+json"}, b'{"@context": "http://example.org/"}', 400),
        ("PUT", f"/graph-store?graph={G}", TURTLE, b"<urn:s> <urn:p> .", 400),
        ("PUT", f"/graph-store?graph={G}", TURTLE, b"<urn:s> <urn:p> '\xff' .", 400),
        ("PUT", f"/graph-store?graph={G}", {**TURTLE, "Content-Encoding": "gzip"}, b"x", 415),
        ("PUT", f"/graph-store?graph={G}", {"Content-Type": "text/turtle; charset=utf-16"}, b"x", 415),
        ("PUT", f"/graph-store?graph={G}", {"Content-Type": "application/trig"}, b"", 415),
        ("PUT", f"/graph-store?graph={G}", {}, b"", 415),
        ("PUT", "/graph-store?graph=a%20b", TURTLE, b"", 400),
        ("PUT", "/graph-store?graph=%FF", TURTLE, b"", 400),
        ("PUT", "/graph-store", TURTLE, b"", 400),
        ("PUT", f"/graph-store?default&graph={G}", TURTLE, b"", 400),
        ("PATCH", f"/graph-store?graph={G}", TURTLE, b"", 405),
        ("POST", f"/graph-store?graph={G}", {"Content-Type": "multipart/form-data"}, b"", 400),
        ("POST", f"/graph-store?graph={G}", {"Content-Type": MULTIPART}, b"--x\r\n\r\n\r\n", 400),
        ("POST", f"/graph-store?graph={G}", {"Content-Type": MULTIPART}, b"--x\r\nContent-Type: text/csv\r\n\r\na,b\r\n--x--", 415),
        ("POST", f"/graph-store?graph={G}", {"Content-Type": MULTIPART}, b"--x\r\nContent-Type: text/turtle\r\n\r\n<urn:s> a <urn:o> .\r\n--x\r\nContent-Type: text/turtle\r\n\r\n<\r\n--x--", 400),
        ("POST", "/sparql", UPDATE, b"LOAD <http://127.0.0.1:9/>", 403),
        ("POST", "/sparql", UPDATE, b"INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403),
        ("POST", "/sparql", UPDATE, b"INSERT DATA { <urn:s> <urn:p> '" + b"x" * 200_000 + b"' }", 413),
        ("POST", "/sparql", UPDATE, b"CREATE GRAPH <https://w3id.org/tsunagi/graph/data>", 409),
        ("POST", "/sparql", UPDATE, b"INSERT DATA {", 400),
        ("POST", "/sparql", UPDATE, b"INSERT { <urn:s> <urn:p> ?x } WHERE { BIND(" + b"(" * 100_000 + b") }", 500),
        ("PUT", "/sparql", UPDATE, b"CLEAR ALL", 405),
        ("GET", "/publish", {}, None, 405),
        ("GET", "/nothing", {}, None, 404),
    ],
)  # fmt: skip
def test_what_is_refused_changes_nothing_and_ends_nothing(
    admin: Running, method: str, path: str, headers: dict[str, str], body: bytes | None, status: int
) -> None:
    before = count(admin)
    refused = admin.ask(method, path, headers, body)
    assert (refused.status, refused.headers["content-type"]) == (status, "application/problem+json"), refused.text
    assert refused.json()["details"]["en"]
    assert count(admin) == before
    assert admin.get(f"/graph-store?graph={G}").status == 404


def test_the_staging_worker_reaches_no_network(ports: tuple[Running, Running]) -> None:
    (staging,) = staging_worker(ports[0])
    assert Path(f"/proc/{staging}/ns/net").readlink() != Path("/proc/self/ns/net").readlink()


def staging_worker(running: Running) -> list[int]:
    found = []
    for pid in running.workers():
        try:
            if b"workers.staging" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(pid)
        except OSError:
            continue
    return found


def test_a_worker_killed_in_the_middle_of_updates_loses_nothing_acknowledged(ports: tuple[Running, Running], admin: Running) -> None:
    public, _ = ports
    acknowledged: list[int] = []
    tried = 0
    done = threading.Event()

    def write() -> None:
        nonlocal tried
        number = 0
        while not done.is_set():
            number += 1
            tried = number
            halves = f"GRAPH <urn:one> {{ <urn:s> <urn:p> {number} }} GRAPH <urn:two> {{ <urn:s> <urn:p> {number} }}"
            try:
                if update(admin, f"INSERT DATA {{ {halves} }}").status == 200:
                    acknowledged.append(number)
            except (OSError, http.client.HTTPException):
                continue

    writer = threading.Thread(target=write)
    writer.start()

    def acknowledges(more: int) -> None:
        goal = len(acknowledged) + more
        eventually(lambda: len(acknowledged) >= goal)

    for _ in range(4):
        acknowledges(20)
        for pid in staging_worker(public):
            os.kill(pid, signal.SIGKILL)
    acknowledges(5)
    done.set()
    writer.join()

    def numbers(graph: str) -> set[int]:
        rows = admin.query(f"SELECT ?n {{ GRAPH <{graph}> {{ ?s ?p ?n }} }}").json()["results"]["bindings"]
        return {int(row["n"]["value"]) for row in rows}

    assert numbers("urn:one") == numbers("urn:two")
    assert set(acknowledged) <= numbers("urn:one") <= set(range(1, tried + 1))
    assert len(admin.get("/").json()["edits"]) >= len(acknowledged)


def test_edits_outlive_the_service(small: Release, tmp_path: Path) -> None:
    """Killed at once, with all its processes, and started again."""
    (tmp_path / "release").symlink_to(small.path)
    public, admin = start_admin(tmp_path / "release", tmp_path)
    assert admin.ask("PUT", f"/graph-store?graph={G}", TURTLE, b"<urn:s> <urn:p> 1 , 2 .").status == 201
    public.process.kill()
    public.ended()
    time.sleep(0.2)
    public, admin = start_admin(tmp_path / "release", tmp_path)
    try:
        assert count(admin, "GRAPH <urn:g> { ?s ?p ?o }") == 2
        assert [edit["action"] for edit in admin.get("/").json()["edits"]] == ["PUT"]
        assert (tmp_path / ".release.staging").is_dir()
    finally:
        public.stop()
    assert (small.path / STORE).is_dir()
    small.verify()
