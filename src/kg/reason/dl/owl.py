"""The words of OWL 2 that the reader and the checkers share: which predicates build expressions, which datatypes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import OWL, RDF, RDFS, XSD, Literal, URIRef

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rdflib.term import Node

Triple = tuple["Node", "Node", "Node"]

LANG_RANGE = URIRef(f"{RDF}langRange")
"""The facet of rdf:PlainLiteral; rdflib's list of RDF's names lacks it."""

_RESERVED = (str(OWL), str(RDF), str(RDFS), str(XSD))

DATATYPES = frozenset(
    {OWL.real, OWL.rational, RDF.PlainLiteral, RDF.XMLLiteral, RDFS.Literal}
    | {
        XSD[name]
        for name in (
            *(
                "decimal",
                "integer",
                "nonNegativeInteger",
                "nonPositiveInteger",
                "positiveInteger",
                "negativeInteger",
                "long",
                "int",
                "short",
            ),
            *(
                "byte",
                "unsignedLong",
                "unsignedInt",
                "unsignedShort",
                "unsignedByte",
                "double",
                "float",
                "boolean",
                "dateTime",
                "dateTimeStamp",
            ),
            *("string", "normalizedString", "token", "language", "Name", "NCName", "NMTOKEN", "hexBinary", "base64Binary", "anyURI"),
        )
    }
)
"""The OWL 2 datatype map and rdfs:Literal (OWL 2 Structural Specification, section 4); neither xsd:date nor xsd:gYear is in it."""

ANNOTATION_PROPERTIES = frozenset(
    {RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy}
    | {OWL[name] for name in ("deprecated", "versionInfo", "priorVersion", "backwardCompatibleWith", "incompatibleWith")}
)
"""Annotation properties that need no declaration (OWL 2 Structural Specification, section 5.5)."""

BUILT_IN: Mapping[Node, str] = {
    name: kind
    for kind, names in (
        ("class", {OWL.Thing, OWL.Nothing}),
        ("object", {OWL.topObjectProperty, OWL.bottomObjectProperty}),
        ("data", {OWL.topDataProperty, OWL.bottomDataProperty}),
        ("datatype", DATATYPES),
        ("annotation", ANNOTATION_PROPERTIES),
    )
    for name in names
}
"""Names that are declared in every ontology (OWL 2 Structural Specification, table 5)."""

DECLARING: Mapping[Node, str] = {
    OWL.Class: "class",
    RDFS.Datatype: "datatype",
    OWL.DataRange: "datatype",
    OWL.ObjectProperty: "object",
    OWL.DatatypeProperty: "data",
    OWL.AnnotationProperty: "annotation",
    OWL.NamedIndividual: "individual",
}
"""Types that declare a name, and as what (OWL 2 Mapping to RDF, tables 5 and 7)."""

DECLARES_TOO = frozenset({OWL.TransitiveProperty, OWL.SymmetricProperty, OWL.InverseFunctionalProperty})
"""Types that declare an object property besides what they say of it (OWL 2 Mapping to RDF, table 6)."""

CHARACTERISTICS: Mapping[Node, str] = {
    OWL[f"{name}Property"]: name
    for name in ("Functional", "InverseFunctional", "Reflexive", "Irreflexive", "Symmetric", "Asymmetric", "Transitive")
}
"""Types that say something of a property."""

CONNECTIVES: Mapping[Node, str] = {OWL[n]: n for n in ("intersectionOf", "unionOf", "complementOf", "datatypeComplementOf", "oneOf")}
"""Predicates of class expressions and data ranges without a property."""

RESTRICTIONS: Mapping[Node, str] = {
    OWL[n]: n
    for n in (
        *("someValuesFrom", "allValuesFrom", "hasValue", "hasSelf", "minCardinality", "maxCardinality", "cardinality"),
        *("minQualifiedCardinality", "maxQualifiedCardinality", "qualifiedCardinality"),
    )
}
"""Predicates that tell what a restriction on a property is."""

FACETS: Mapping[Node, frozenset[str]] = {
    name: frozenset(families)
    for families, names in (
        (("number", "time"), (XSD.minInclusive, XSD.maxInclusive, XSD.minExclusive, XSD.maxExclusive)),
        (("text", "binary", "uri"), (XSD.length, XSD.minLength, XSD.maxLength)),
        (("text", "uri"), (XSD.pattern,)),
        (("plain",), (LANG_RANGE,)),
    )
    for name in names
}
"""Constraining facets, and the families of datatypes that have them (OWL 2 Structural Specification, sections 4.1 to 4.7)."""

STRUCTURE: frozenset[Node] = frozenset(
    {RDF.first, RDF.rest, OWL.onProperty, OWL.onProperties, OWL.onClass, OWL.onDataRange, OWL.onDatatype, OWL.withRestrictions}
    | CONNECTIVES.keys()
    | RESTRICTIONS.keys()
    | FACETS.keys()
)
"""Predicates that only build expressions; their subject is a blank node that belongs to the axiom in which the expression stands."""

_FAMILIES = {
    "text": "string normalizedString token language Name NCName NMTOKEN",
    "binary": "hexBinary base64Binary",
    "uri": "anyURI",
    "time": "dateTime dateTimeStamp",
    "none": "boolean",
}


def family(datatype: Node) -> frozenset[str]:
    """Families of a datatype of the map, by which its facets are decided."""
    if datatype == RDF.PlainLiteral:
        return frozenset({"text", "plain"})
    if datatype in {RDF.XMLLiteral, RDFS.Literal}:
        return frozenset({"none"})
    named = next((name for name, members in _FAMILIES.items() if datatype in {XSD[m] for m in members.split()}), "number")
    return frozenset({named})


def reserved(node: Node) -> bool:
    """Whether a name belongs to the reserved vocabulary (OWL 2 Structural Specification, section 2.4)."""
    return isinstance(node, URIRef) and str(node).startswith(_RESERVED)


def foreign_datatype(literal: Node) -> bool:
    """Whether a literal's datatype is outside the OWL 2 datatype map: reserved (xsd:date) or anybody's."""
    return isinstance(literal, Literal) and literal.datatype is not None and literal.datatype not in DATATYPES | {RDF.langString}
