"""Publishing what was edited: the public port goes from the old release to the new one, never through anything else."""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.release.test_publish import SMALL, snapshot
from tests.web.conftest import Answer, Running, eventually, start_admin

from kg.release.build import build
from kg.release.release import Release, open_release
from kg.settings import Settings

UPDATE = {"Content-Type": "application/sparql-update"}
PREFIXES = """PREFIX tsu: <https://w3id.org/tsunagi/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX g: <https://w3id.org/tsunagi/graph/> """
LABELS = "DELETE { GRAPH g:data { ?x rdfs:label ?old } } INSERT { GRAPH g:data { ?x rdfs:label '%s'@ja } } WHERE { GRAPH g:data { ?x tsu:value ?v ; rdfs:label ?old } FILTER(LANG(?old) = 'ja') }"
LABELLED = "SELECT DISTINCT ?label { ?x <https://w3id.org/tsunagi/ontology#value> ?v ; <http://www.w3.org/2000/01/rdf-schema#label> ?label FILTER(LANG(?label) = 'ja') } ORDER BY ?label"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return build([SMALL], tmp_path_factory.mktemp("small") / "release", Settings(all_places=False))


@pytest.fixture
def edited(small: Release, tmp_path: Path) -> Iterator[tuple[Running, Running, Release]]:
    """Public port, admin port, and the release that they serve."""
    shutil.copytree(small.path, tmp_path / "release")
    (tmp_path / "limits.toml").write_text("client_rate = 100000\nclient_burst = 100000\n", encoding="utf-8")
    public, admin = start_admin(tmp_path / "release", tmp_path, "--limits", tmp_path / "limits.toml")
    yield public, admin, open_release(tmp_path / "release")
    public.stop()


def update(admin: Running, text: str) -> Answer:
    return admin.ask("POST", "/sparql", UPDATE, (PREFIXES + text).encode())


def publish(admin: Running) -> Answer:
    return admin.ask("POST", "/publish", timeout=120)


def labels(port: Running) -> list[str]:
    answer = port.query(LABELLED)
    assert answer.status == 200, answer.text
    return [row["label"]["value"] for row in answer.json()["results"]["bindings"]]


def audit(release: Release) -> list[dict[str, object]]:
    lines = (release.path.parent / ".release.staging" / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_the_public_port_sees_the_old_release_and_then_the_new_one(edited: tuple[Running, Running, Release]) -> None:
    public, admin, before = edited
    old = labels(public)
    seen: list[list[str]] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.append(labels(public))

    assert update(admin, LABELS % "半分").status == 200
    assert update(admin, LABELS % "編集した実績").status == 200
    assert labels(admin) == ["編集した実績"]
    reader = threading.Thread(target=look)
    reader.start()
    try:
        answer = publish(admin)
        assert answer.status == 200, answer.text
        assert labels(public) == ["編集した実績"]
        time.sleep(1.5)
    finally:
        done.set()
        reader.join()
    states = [state for place, state in enumerate(seen) if place == 0 or state != seen[place - 1]]
    assert states == [old, ["編集した実績"]]
    after = open_release(before.path)
    after.verify()
    assert answer.json() == {"release": after.identity}
    made = after.manifest["edited"]
    assert made["release"] == before.identity
    assert [edit["action"] for edit in made["edits"]] == ["update", "update"]
    assert after.manifest["inputs"] == before.manifest["inputs"]
    assert admin.get("/").json() == {"release": after.identity, "edits": []}
    assert audit(before)[-1] | {"time": ""} == {"time": "", "event": "publish", "status": 200, "release": after.identity, "edits": 2}
    assert publish(admin).status == 409
    assert update(admin, LABELS % "もう一度").status == 200
    assert publish(admin).status == 200
    again = open_release(before.path).manifest["edited"]
    assert (again["release"], len(again["edits"])) == (before.identity, 3)
    assert labels(public) == ["もう一度"]
    assert sorted(path.name for path in before.path.parent.iterdir() if path.name.startswith(".")) == [".release.staging"]
    assert len(list((before.path.parent / ".release.staging").iterdir())) == 3


def test_data_that_break_a_shape_are_refused_and_it_says_what(edited: tuple[Running, Running, Release]) -> None:
    public, admin, release = edited
    old, files = labels(public), snapshot(release.path)
    assert update(admin, "DELETE WHERE { GRAPH g:data { ?s tsu:value ?o } }").status == 200
    refused = publish(admin)
    told = refused.json()
    assert (refused.status, told["type"].rpartition("/")[2]) == (409, "invalid-data")
    assert told["violations"] >= len(told["findings"]) > 0
    for finding in told["findings"]:
        assert finding["focus"].startswith("https://w3id.org/tsunagi/id/")
        assert finding["rule"]
        assert finding["message"]["ja"]
        assert finding["message"]["en"]
    assert any(finding["place"].startswith("small.txt:") for finding in told["findings"])
    assert labels(public) == old
    assert snapshot(release.path) == files
    assert audit(release)[-1]["status"] == 409
    assert admin.ask("POST", "/reset").status == 200
    assert labels(admin) == old


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("INSERT DATA { <urn:s> <urn:p> <urn:o> }", "default"),
        ("INSERT DATA { GRAPH g:data { [] <urn:p> <urn:o> } }", "blank node"),
        ("DELETE WHERE { GRAPH g:codes { ?s ?p ?o } }", "codes"),
    ],
)
def test_what_no_release_can_hold_is_refused(edited: tuple[Running, Running, Release], text: str, says: str) -> None:
    _, admin, release = edited
    assert update(admin, text).status == 200
    refused = publish(admin)
    assert refused.status == 409
    assert says in refused.json()["details"]["en"]
    assert open_release(release.path).identity == release.identity


def job_of(public: Running) -> list[int]:
    found = []
    for pid in public.workers():
        try:
            if b"workers.job" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(pid)
        except OSError:
            continue
    return found


def test_while_a_release_is_made_staging_is_read_and_a_job_that_dies_changes_nothing(edited: tuple[Running, Running, Release]) -> None:
    public, admin, release = edited
    old = labels(public)
    assert update(admin, LABELS % "編集した実績").status == 200
    answers: list[Answer] = []
    publishing = threading.Thread(target=lambda: answers.append(publish(admin)))
    publishing.start()
    eventually(lambda: job_of(public))
    assert labels(admin) == ["編集した実績"]
    refused = update(admin, LABELS % "途中")
    assert (refused.status, "retry-after" in refused.headers) == (503, True)
    assert admin.ask("POST", "/publish").status == 503
    for pid in job_of(public):
        os.kill(pid, signal.SIGKILL)
    publishing.join()
    assert answers[0].status == 500
    assert labels(public) == old
    assert open_release(release.path).identity == release.identity
    assert publish(admin).status == 200
    assert labels(public) == ["編集した実績"]


def test_a_release_built_meanwhile_is_not_overwritten(edited: tuple[Running, Running, Release]) -> None:
    public, admin, release = edited
    other = release.path.parent / "other.txt"
    other.write_text(SMALL.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert update(admin, LABELS % "編集した実績").status == 200
    built = build([other], release.path, Settings(all_places=False))
    eventually(lambda: public.events("release-served"))
    refused = publish(admin)
    assert refused.status == 409
    assert "replaced" in refused.json()["details"]["en"]
    assert open_release(release.path).identity == built.identity
    assert labels(admin) == ["編集した実績"]
    assert admin.ask("POST", "/reset").json() == {"release": built.identity}


def test_staging_follows_as_long_as_nothing_was_edited(edited: tuple[Running, Running, Release]) -> None:
    public, admin, release = edited
    other = release.path.parent / "other.txt"
    other.write_text(SMALL.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    built = build([other], release.path, Settings(all_places=False))
    eventually(lambda: public.events("release-served"))
    assert admin.get("/").json() == {"release": built.identity, "edits": []}
    assert labels(admin) == labels(public)
