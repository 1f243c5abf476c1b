"""Links as quads: the corporate number of an organization, and what makes us say so; a number that a person rejected is said to be another's."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.link.evidence import Evidence
from kg.link.link_file import ACCEPT, BY_RULE, HOJIN, REJECT
from kg.rdf.terms import code, in_language, term, tsu, typed
from kg.text.codes import local_government_corporate_number
from kg.text.places import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.link.link_file import Link
    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement


class Links:
    """Decided links by the organization that they are about, and which of them were asked for."""

    def __init__(self, mint: Minter, links: Sequence[Link]) -> None:
        self._mint = mint
        self._links: dict[str, list[Link]] = {}
        for link in links:
            self._links.setdefault(mint.keyed(link.subject), []).append(link)
        self._used: set[str] = set()

    def statements(self, organization: NamedNode) -> Iterator[Statement]:
        """What the links say of an organization that occurs."""
        found = self._links.get(organization.value, ())
        if found:
            self._used.add(organization.value)
        for link in found:
            if link.decision in {ACCEPT, REJECT}:
                yield from self._link(organization, link)

    def unused(self) -> list[Link]:
        """Links about organizations that did not occur."""
        return [link for iri, links in self._links.items() if iri not in self._used for link in links]

    def _link(self, organization: NamedNode, link: Link) -> Iterator[Statement]:
        body = NamedNode(HOJIN + link.number)
        if link.decision == ACCEPT:
            if not _follows_from_code(link):  # else it stands in the graph reference
                yield organization, tsu("corporateNumber"), Literal(link.number)
            yield organization, term("owl:sameAs"), body
        else:
            yield organization, term("owl:differentFrom"), body
        node = NamedNode(self._mint.identification(link.subject, link.number))
        yield node, term("rdf:type"), tsu("Identification")
        yield node, tsu("identifies"), organization
        yield node, tsu("numberFound"), Literal(link.number)
        yield node, tsu("identificationBasis"), code(self._mint.base, "identification-basis", _basis(link))
        yield node, tsu("confidence"), typed("1" if link.by_person else _decimal(link.score), "xsd:decimal")
        if link.register_date:
            yield node, tsu("registerDate"), typed(link.register_date, "xsd:date")
        yield node, term("rdfs:label"), in_language(f"{link.name} 法人番号 {link.number}", "ja")
        yield node, term("rdfs:label"), in_language(f"{link.name}: corporate number {link.number}", "en")
        person = Evidence("person", link.decided_by or "—").text if link.by_person else None
        for language, told in (("ja", link.evidence_ja), ("en", link.evidence_en)):
            texts = [person.in_language(language)] if person else []
            yield (
                node,
                term("rdfs:comment"),
                in_language(("。" if language == "ja" else "; ").join([*texts, told] if told else texts), language),
            )


def _follows_from_code(link: Link) -> bool:
    """Whether the number is the one that a government of the reference table has by its code."""
    key = link.subject.removeprefix("government/")
    return key in gazetteer().by_code and link.number == local_government_corporate_number(key)


def _decimal(score: str) -> str:
    """A decimal in its canonical form (XML Schema 1.1, 3.3.3.2), as stores give it back."""
    return format(Decimal(score or "0").normalize(), "f")


def _basis(link: Link) -> str:
    if link.decision == REJECT:
        return "rejected-by-person"
    if link.by_person:
        return "confirmed-by-person"
    return "by-rule" if link.justification == BY_RULE else "same-in-register"
