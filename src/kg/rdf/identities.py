"""The same governments and areas in other public data, and how strong each link is.

owl:sameAs stands only where both IRIs name one thing: gBizINFO names the body that has the corporate number. The standard area code of e-Stat is that of
the area (skos:exactMatch). Items of Wikidata tell of a body and its area in one (skos:closeMatch).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg.rdf.terms import term
from kg.text.codes import local_government_corporate_number
from kg.text.identifiers import identifiers
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement
    from kg.text.places import Place

ESTAT = "http://data.e-stat.go.jp/lod/sac/"
"""Standard area codes of e-Stat (Statistics Bureau)."""
HOJIN = "http://hojin-info.go.jp/data/"
"""Bodies with a corporate number in gBizINFO (METI)."""
WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a link rests on: how strongly it may be put (a prefixed name), the kind of evidence (a term of SEMAPV), how sure it is (0 to 1), and why."""

    predicate: str
    justification: str
    confidence: str
    evidence: str


_BODY = Basis(
    "owl:sameAs", "LogicalReasoning", "1.0", "the corporate number follows from the local government code: check digit, 000020, code"
)
_CODE = Basis("skos:exactMatch", "LogicalReasoning", "1.0", "the standard area code is the local government code without its check digit")
_ITEM = Basis(
    "skos:closeMatch",
    "CompositeMatching",
    "0.9",
    "same local government code (P429), name and prefecture; the item tells of area and body in one",
)
_ITEM_BY_HAND = Basis(
    "skos:closeMatch",
    "ManualMappingCuration",
    "0.9",
    "looked up for the prefectures of the embedded table; the item tells of area and body in one",
)
_ITEM_OF_BODY = Basis(
    "skos:closeMatch",
    "CompositeMatching",
    "0.8",
    "same local government code (P429); the item bears the name of the office, not of the area",
)


@dataclass(frozen=True, slots=True)
class Identity:
    """That ``ours``, the government of ``place`` or its area, is ``theirs``, and the basis of saying so."""

    place: Place
    ours: str
    theirs: str
    basis: Basis


def government_identities(mint: Minter) -> Iterator[Identity]:
    """All links of the governments of today and of their areas, in the order of codes."""
    for code, known in identifiers().items():
        place = gazetteer().by_code[code]
        body, area = mint.government(code), mint.area(code)
        yield Identity(place, body, HOJIN + local_government_corporate_number(code), _BODY)
        yield Identity(place, area, ESTAT + known.estat_area, _CODE)
        if known.wikidata_area:
            yield Identity(place, area, WIKIDATA + known.wikidata_area, _ITEM_BY_HAND if place.kind == "prefecture" else _ITEM)
        if known.wikidata_body:
            yield Identity(place, body, WIKIDATA + known.wikidata_body, _ITEM_OF_BODY)


def identity_statements(mint: Minter) -> Iterator[Statement]:
    """The links as statements."""
    for identity in government_identities(mint):
        yield NamedNode(identity.ours), term(identity.basis.predicate), NamedNode(identity.theirs)
