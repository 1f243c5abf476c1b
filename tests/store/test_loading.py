"""Files of N-Quads a portion at a time: the same statements, whatever the portion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.store import loading
from kg.store.embedded import build_store
from kg.store.loading import load_quads
from kg.store.working import WorkingStore

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    '<urn:a> <urn:p> "一" <urn:g> .',
    '<urn:a> <urn:p> "一" <urn:inferred> .',
    "<urn:a> <urn:q> _:b <urn:g> .",
    '<urn:b> <urn:p> "二" <urn:g> .',
    '_:b <urn:p> "三" <urn:g> .',
]


@pytest.fixture(params=[1, 2, 100])
def portion(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many statements at a time."""
    monkeypatch.setattr(loading, "PORTION", request.param)
    monkeypatch.setattr(loading, "_BLOCK", 1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """All lines as a file."""
    place = tmp_path / "data.nq"
    place.write_text("\n".join([*LINES, ""]), encoding="utf-8")
    return place


@pytest.mark.usefixtures("portion")
def test_a_blank_node_is_one_however_far_apart_it_stands(file: Path, tmp_path: Path) -> None:
    build_store(file, tmp_path / "store")
    store = ox.Store.read_only(str(tmp_path / "store"))
    assert len(store) == len(LINES)
    (node,) = [quad.object for quad in store.quads_for_pattern(None, ox.NamedNode("urn:q"), None)]
    assert isinstance(node, ox.BlankNode)
    assert [quad.object for quad in store.quads_for_pattern(node, None, None)] == [ox.Literal("三")]


@pytest.mark.usefixtures("portion")
def test_a_working_store_has_all_but_one_graph_as_one(file: Path, tmp_path: Path) -> None:
    store = WorkingStore.load(file, tmp_path / "unused", ox.NamedNode("urn:inferred"))
    assert len(store) == len(LINES) - 1
    assert {quad.graph_name for quad in store.engine} == {ox.DefaultGraph()}


@pytest.mark.usefixtures("portion")
@pytest.mark.parametrize(
    "wrong", ["<urn:a> <urn:p> nothing <urn:g> .", "<urn:a> <urn:p> <no scheme> <urn:g> .", '<urn:a> <urn:p> "not closed <urn:g> .']
)
def test_what_cannot_be_read_is_told_with_its_line_in_the_file(wrong: str, file: Path, tmp_path: Path) -> None:
    file.write_text("\n".join([*LINES, wrong, *LINES]), encoding="utf-8")
    for load in (lambda: load_quads(ox.Store(), file), lambda: WorkingStore.load(file, tmp_path / "unused", ox.NamedNode("urn:inferred"))):
        with pytest.raises(StoreError) as raised:
            load()
        assert raised.value.where == f"{file}, {len(LINES) + 1}"
        assert f"{len(LINES) + 1} 行目" in raised.value.message.ja
        assert f"line {len(LINES) + 1} " in raised.value.message.en


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"data\.nq"):
        load_quads(ox.Store(), tmp_path / "data.nq")
