"""Conditions on one value, as SPARQL expressions that are true where it breaks a constraint (SHACL, sections 4.1 to 4.4 and 4.8).

Each function takes the parameter's value and the variable of the value; none of the expressions raises an error in SPARQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import SH, XSD, URIRef

if TYPE_CHECKING:
    from collections.abc import Callable

    from rdflib.term import Node

_KINDS = {
    SH.IRI: "isIRI({0})",
    SH.BlankNode: "isBlank({0})",
    SH.Literal: "isLiteral({0})",
    SH.BlankNodeOrIRI: "(isBlank({0}) || isIRI({0}))",
    SH.BlankNodeOrLiteral: "(isBlank({0}) || isLiteral({0}))",
    SH.IRIOrLiteral: "(isIRI({0}) || isLiteral({0}))",
}
_CAST = {str(XSD[name]) for name in (
    "integer", "decimal", "double", "float", "boolean", "dateTime", "date", "time", "gYear", "gYearMonth", "gMonthDay", "gMonth", "gDay", "duration",
    "dayTimeDuration", "yearMonthDuration",
)}  # fmt: skip
"""Datatypes to which the engine casts: a lexical form that it does not cast is ill-typed."""
_INTEGERS: dict[str, tuple[int | None, int | None]] = {
    "byte": (-128, 127), "short": (-32768, 32767), "int": (-(2**31), 2**31 - 1), "long": (-(2**63), 2**63 - 1),
    "unsignedByte": (0, 255), "unsignedShort": (0, 65535), "unsignedInt": (0, 2**32 - 1), "unsignedLong": (0, None),
    "nonNegativeInteger": (0, None), "positiveInteger": (1, None), "nonPositiveInteger": (None, 0), "negativeInteger": (None, -1),
}  # fmt: skip
_WRITTEN = {"hexBinary": "^([0-9a-fA-F]{2})*$", "language": "^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$"}


def broken_datatype(datatype: Node, value: str) -> str:
    """Another datatype, or a lexical form that is none of it (section 4.1.2)."""
    iri = str(datatype)
    wrong = f"!isLiteral({value}) || DATATYPE({value}) != <{iri}>"
    local = iri.removeprefix(str(XSD))
    if iri in _CAST:
        return f"({wrong} || !COALESCE(isLiteral(<{iri}>(STR({value}))), false))"
    if local in _INTEGERS:
        least, most = _INTEGERS[local]
        number = f"<{XSD.integer}>(STR({value}))"
        bounds = [f"{number} {sign} {bound}" for sign, bound in ((">=", least), ("<=", most)) if bound is not None]
        return f"({wrong} || !COALESCE({' && '.join(bounds)}, false))"
    if local in _WRITTEN:
        return f'({wrong} || !REGEX(STR({value}), "{_WRITTEN[local]}"))'
    return f"({wrong})"


def broken_node_kind(kind: Node, value: str) -> str:
    """Section 4.1.3."""
    return "!" + _KINDS[URIRef(str(kind))].format(value)


def broken_language(ranges: list[Node], value: str) -> str:
    """None of the language ranges matches (section 4.4.4)."""
    known = " || ".join(f"LANGMATCHES(LANG({value}), {language.n3()})" for language in ranges) or "false"
    return f"(!isLiteral({value}) || !({known}))"


def broken_in(members: list[Node], value: str) -> str:
    """None of the listed terms (section 4.8.3)."""
    return "!(" + (" || ".join(f"sameTerm({value}, {member.n3()})" for member in members) or "false") + ")"


def broken_pattern(pattern: Node, flags: str, value: str) -> str:
    """Section 4.4.3; a blank node has no text."""
    arguments = f'{pattern.n3()}, "{flags}"' if flags else pattern.n3()
    return f"(isBlank({value}) || !REGEX(STR({value}), {arguments}))"


def _compared(sign: str) -> Callable[[Node, str], str]:
    return lambda bound, value: f"!COALESCE({value} {sign} {bound.n3()}, false)"


def _length(sign: str) -> Callable[[Node, str], str]:
    return lambda bound, value: f"(isBlank({value}) || !(STRLEN(STR({value})) {sign} {int(str(bound))}))"


SIMPLE: dict[URIRef, tuple[str, Callable[[Node, str], str]]] = {
    SH.datatype: ("Datatype", broken_datatype),
    SH.nodeKind: ("NodeKind", broken_node_kind),
    SH.minExclusive: ("MinExclusive", _compared(">")),
    SH.minInclusive: ("MinInclusive", _compared(">=")),
    SH.maxExclusive: ("MaxExclusive", _compared("<")),
    SH.maxInclusive: ("MaxInclusive", _compared("<=")),
    SH.minLength: ("MinLength", _length(">=")),
    SH.maxLength: ("MaxLength", _length("<=")),
}
"""Parameters that need nothing but the value: the component's name and its condition."""
