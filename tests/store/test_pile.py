"""Triples that wait for a store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.store.pile import Pile


def numbered(first: int, last: int) -> list[ox.Triple]:
    return [ox.Triple(ox.BlankNode(f"b{n}"), ox.NamedNode("urn:p"), ox.Literal(f"\n「{n}」", language="ja")) for n in range(first, last)]


@pytest.mark.parametrize("at_once", [1, 7, 1000])
def test_all_that_was_put_comes_out_as_it_was_whatever_waits_in_the_file(at_once: int, tmp_path: Path) -> None:
    with (tmp_path / "file").open("w+b") as file:
        pile = Pile(at_once, file)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(pile.put, [numbered(0, 50), numbered(40, 90), [], iter(numbered(90, 100))]))
        assert set(pile.triples()) == set(numbered(0, 100))
        assert (file.seek(0, 2) > 0) == (at_once < 100)


def test_nothing_comes_out_where_nothing_was_put(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w+b") as file:
        assert list(Pile(10, file).triples()) == []
