"""Whether shapes use a feature that some engine fails on."""

from __future__ import annotations

import re
from collections.abc import Callable

from rdflib import OWL, SH, XSD, Graph, Literal

QUERIES = (SH.select, SH.ask)
VALIDATORS = (SH.validator, SH.nodeValidator, SH.propertyValidator)


def looks_into_the_shapes(shapes: Graph) -> bool:
    return any(re.search(r"[$?]shapesGraph\b", str(text)) for parameter in QUERIES for text in shapes.objects(None, parameter))


USES: dict[str, Callable[[Graph], bool]] = {
    "$shapesGraph": looks_into_the_shapes,
    "prefixes by owl:imports": lambda shapes: any((node, OWL.imports, None) in shapes for node in shapes.objects(None, SH.prefixes)),
    "sh:ConstraintComponent": lambda shapes: any((None, parameter, None) in shapes for parameter in VALIDATORS),
    "sh:uniqueLang as 1": lambda shapes: (None, SH.uniqueLang, Literal("1", datatype=XSD.boolean, normalize=False)) in shapes,
}
