"""What a release knows of all places, whatever its documents speak of: governments and areas, how they changed, what others call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg.rdf.changes import change_statements
from kg.rdf.governments import known_government_statements
from kg.rdf.identities import identity_statements
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.rdf.iris import Minter


def reference_quads(mint: Minter) -> Iterator[Quad]:
    """All of it, each in its graph; some of it more than once."""
    reference, links = NamedNode(mint.graph("reference")), NamedNode(mint.graph("links"))
    for place in gazetteer().places:
        yield from (Quad(*statement, reference) for statement in known_government_statements(mint, place))
    yield from (Quad(*statement, reference) for statement in change_statements(mint))
    yield from (Quad(*statement, links) for statement in identity_statements(mint))
