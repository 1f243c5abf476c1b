"""An edited release: what was edited is in it, what follows is made anew, and it says that it was edited."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.release.test_publish import SMALL, snapshot

from kg.cli.info import report
from kg.errors import GraphError, ReleaseError
from kg.release.build import build
from kg.release.editing import publish_edited
from kg.release.graph import ViolationsError
from kg.release.release import STORE, Edit, Release, open_release
from kg.settings import Settings

EDIT: Edit = {"action": "update", "sha256": "0" * 64, "graph": ""}
PREFIXES = """PREFIX tsu: <https://w3id.org/tsunagi/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX g: <https://w3id.org/tsunagi/graph/> """


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return build([SMALL], tmp_path_factory.mktemp("built") / "release", Settings(all_places=False))


@pytest.fixture
def edited(built: Release, tmp_path: Path) -> tuple[Release, ox.Store]:
    """A release, and a store with its data."""
    shutil.copytree(built.path, tmp_path / "release")
    ox.Store.read_only(str(built.path / STORE)).backup(str(tmp_path / "staging"))
    return open_release(tmp_path / "release"), ox.Store(str(tmp_path / "staging"))


def test_what_is_not_changed_comes_out_the_same(edited: tuple[Release, ox.Store]) -> None:
    """Blank nodes of the ontology, findings of the source, conclusions and catalogue: the same bytes as a build makes."""
    release, store = edited
    before = snapshot(release.path)
    made = publish_edited(release, store, [EDIT])
    after = snapshot(release.path)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name) and not name.startswith(f"{STORE}/")}
    assert changed == {"manifest.json"}
    assert made.manifest["edited"] == {"release": release.identity, "edits": [EDIT]}
    assert made.manifest["inputs"] == release.manifest["inputs"]
    assert made.identity != release.identity
    open_release(release.path).verify()


def test_an_edit_is_in_the_data_and_in_what_follows_from_them(edited: tuple[Release, ox.Store]) -> None:
    release, store = edited
    store.update(
        PREFIXES
        + "DELETE { GRAPH g:data { ?p rdfs:label ?old } } INSERT { GRAPH g:data { ?p rdfs:label '編集した実績'@ja } } "
        + "WHERE { GRAPH g:data { ?p tsu:value ?v ; rdfs:label ?old } FILTER(LANG(?old) = 'ja') }"
    )
    store.update(PREFIXES + "INSERT DATA { GRAPH g:inferred { <urn:made-up> a tsu:Outcome } }")
    store.update(PREFIXES + "DELETE WHERE { GRAPH g:catalog { ?s ?p ?o } }")
    again: Edit = {"action": "PUT", "sha256": "1" * 64, "graph": "https://w3id.org/tsunagi/graph/data"}
    made = publish_edited(publish_edited(release, store, [EDIT]), store, [again])
    text = made.quads.read_text(encoding="utf-8")
    assert "編集した実績" in text
    assert "urn:made-up" not in text
    assert "/graph/catalog> ." in text
    assert made.manifest.get("edited") == {"release": release.identity, "edits": [EDIT, again]}
    assert f"編集: 組み立てたリリース {release.identity[:12]} から 2 回" in report(made, "ja")
    assert f"edited: 2 times since the release {release.identity[:12]} was built" in report(made, "en")
    assert "編集" not in report(release, "ja")


@pytest.mark.parametrize(
    ("update", "says"),
    [
        ("INSERT DATA { <urn:s> <urn:p> <urn:o> }", "default"),
        ("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> <urn:o> } }", "urn:g"),
        ("INSERT DATA { GRAPH g:data { _:x <urn:p> <urn:o> } }", "blank node"),
        ("INSERT DATA { GRAPH g:ontology { tsu:Outcome rdfs:label 'x'@en } }", "ontology"),
        ("DELETE WHERE { GRAPH g:codes { ?s ?p ?o } }", "codes"),
    ],
)
def test_what_no_release_can_hold_is_refused(edited: tuple[Release, ox.Store], update: str, says: str) -> None:
    release, store = edited
    before = snapshot(release.path)
    store.update(PREFIXES + update)
    with pytest.raises(GraphError, match=says):
        publish_edited(release, store, [EDIT])
    assert snapshot(release.path) == before


def test_a_violation_is_refused_with_its_place(edited: tuple[Release, ox.Store]) -> None:
    release, store = edited
    before = snapshot(release.path)
    store.update(PREFIXES + "DELETE WHERE { GRAPH g:data { ?s tsu:value ?o } }")
    with pytest.raises(ViolationsError) as caught:
        publish_edited(release, store, [EDIT])
    assert caught.value.violations
    assert all(finding.focus and finding.message.ja and finding.message.en for finding in caught.value.violations)
    assert snapshot(release.path) == before


def test_a_release_that_was_replaced_meanwhile_is_left_alone(edited: tuple[Release, ox.Store], monkeypatch: pytest.MonkeyPatch) -> None:
    release, store = edited
    opened: Callable[[Path], Release] = lambda path: Release(path, {**open_release(path).manifest, "base": "https://example.org/"})
    monkeypatch.setattr("kg.release.editing.open_release", opened)
    before = snapshot(release.path)
    with pytest.raises(ReleaseError, match="replaced"):
        publish_edited(release, store, [EDIT])
    assert snapshot(release.path) == before
