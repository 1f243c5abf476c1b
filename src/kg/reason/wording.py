"""Terms as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import PREFIXES

if TYPE_CHECKING:
    from kg.queries.rules import Part


def shortened(term: Part) -> str:
    """A term with the prefix of its vocabulary; the characters of a literal; a variable with its question mark."""
    if isinstance(term, NamedNode):
        for prefix, namespace in PREFIXES.items():
            if term.value.startswith(namespace):
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        return f"<{unquote(term.value)}>"
    return term.value if isinstance(term, Literal) else str(term)
