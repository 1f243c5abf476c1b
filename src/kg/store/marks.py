"""How a store elsewhere says which release it holds: one triple in a graph of its own, written last and removed first."""

from __future__ import annotations

from typing import Final

from kg.rdf.terms import term

MARK: Final = r"[0-9a-f]{64}"
"""An identity as ``kg load`` writes it."""
MARKED: Final = f"SELECT ?identity {{ ?release {term('dcterms:identifier')} ?identity }}"
"""The question for it, over the graph ``marked``."""


def marked(base: str) -> str:
    """The graph that holds the identity; it is none of the nine, and in no answer."""
    return f"{base}graph/release"


def mark(base: str, identity: str) -> str:
    """The triple, as N-Triples."""
    return f'<{marked(base)}> {term("dcterms:identifier")} "{identity}" .\n'
