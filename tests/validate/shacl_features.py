"""Whether shapes use a feature that some engine fails on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rdflib import OWL, SH, XSD, Graph, Literal, Variable
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

THIS = Variable("this")
CONTEXT = "?this <urn:x:is> <urn:x:focus> ."
"""In a query over all focus nodes this pattern stands first in the outermost group."""


def texts(shapes: Graph) -> list[str]:
    return [str(text) for parameter in (SH.select, SH.ask) for text in shapes.objects(None, parameter)]


def says(pattern: str) -> Callable[[Graph], bool]:
    return lambda shapes: any(re.search(pattern, text, re.IGNORECASE) for text in texts(shapes))


def parts(node: object) -> Iterator[CompValue]:
    """A node of the algebra and those below it; what stands in EXISTS is asked with every variable bound, and is left out."""
    if isinstance(node, CompValue):
        if "EXISTS" in node.name:
            return
        yield node
        for child in node.values():
            yield from parts(child)
    elif isinstance(node, list | tuple):
        for child in node:
            yield from parts(child)


def variables(node: object) -> set[Variable]:
    if isinstance(node, Variable):
        return {node}
    children = node.values() if isinstance(node, CompValue) else node if isinstance(node, list | tuple) else ()
    return {variable for child in children for variable in variables(child)}


def algebras(shapes: Graph) -> Iterator[CompValue]:
    for holder, text in shapes.subject_objects(SH.select):
        prefixes = "".join(
            f"PREFIX {shapes.value(declared, SH.prefix)}: <{shapes.value(declared, SH.namespace)}>\n"
            for named in shapes.objects(holder, SH.prefixes)
            for declared in shapes.objects(named, SH.declare)
        )
        query = prefixes + re.sub(r"\$PATH\b", "<urn:x:path>", str(text)).replace("{", "{ " + CONTEXT, 1)
        yield translateQuery(parseQuery(query), initNs={"ex": "urn:x:"}).algebra


def asks_for_this_where_nothing_binds_it(shapes: Graph) -> bool:
    return any(
        THIS in variables(part.expr) and THIS not in part.p["_vars"]
        for algebra in algebras(shapes)
        for part in parts(algebra)
        if part.name in {"Filter", "Extend"}
    )


def selects_without_this(shapes: Graph) -> bool:
    return any(part.name == "Project" and THIS not in part.PV for algebra in algebras(shapes) for part in parts(algebra))


VALIDATORS = (SH.validator, SH.nodeValidator, SH.propertyValidator)
USES: dict[str, Callable[[Graph], bool]] = {
    "$shapesGraph": says(r"[$?]shapesGraph\b"),
    "$this in a nested group that does not bind it": asks_for_this_where_nothing_binds_it,
    "MINUS": says(r"\bMINUS\b"),
    "SERVICE": says(r"\bSERVICE\b"),
    "VALUES": says(r"\bVALUES\b"),
    "nested SELECT *": says(r"\bSELECT\s*\*"),
    "nested SELECT without $this": selects_without_this,
    "prefixes by owl:imports": lambda shapes: any((node, OWL.imports, None) in shapes for node in shapes.objects(None, SH.prefixes)),
    "sh:ConstraintComponent": lambda shapes: any((None, parameter, None) in shapes for parameter in VALIDATORS),
    "sh:uniqueLang as 1": lambda shapes: (None, SH.uniqueLang, Literal("1", datatype=XSD.boolean, normalize=False)) in shapes,
}
