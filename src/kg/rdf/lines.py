"""Quads as lines of canonical N-Quads, the form in which they are sorted and published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, serialize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad


def lines_of(quads: Iterable[Quad]) -> list[bytes]:
    """One line a quad, with its line end (RDF Dataset Canonicalization, W3C 2024, section 5: no blank nodes to rename here)."""
    return (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
