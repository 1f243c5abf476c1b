"""All governments, areas and changes in every release, at the price of a few: what follows of one government follows of each like it.

Some 60,000 statements about places are the same in every release, and documents speak of few of the places. To check and to reason over all of them
would take longer than all else. So the graph that is checked and reasoned over has, besides the governments that documents speak of, one specimen of
each kind; what is inferred of a specimen is repeated for all of its kind. Changes are stated with all that follows of them. A test compares with what
reasoning over all of it infers.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, Triple

from kg.rdf.governments import government_statements, prefecture_of
from kg.rdf.identities import identity_statements
from kg.rdf.iris import Minter
from kg.rdf.lines import lines_of
from kg.rdf.reference import reference_quads
from kg.text.codes import local_government_corporate_number
from kg.text.places import gazetteer, statuses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kg.text.places import Place


_MARKS = (b"\0", b"\1", b"\2")
"""Characters that no line has: the code of a government, that of its prefecture, its corporate number."""
_Own = tuple[bytes, bytes, bytes]


class Reference:
    """The statements about places that are the same in every release with one base."""

    def __init__(self, base: str) -> None:
        self._mint = Minter(base)
        self._others: dict[str, tuple[Place, list[_Own]]] = {}

    def lines(self) -> list[bytes]:
        """All that is stated of places, sorted; what documents speak of is among it."""
        return _lines(self._mint.base)

    def links(self) -> Iterator[Triple]:
        """All that it says of other data, which specimens do not."""
        return (Triple(*statement) for statement in identity_statements(self._mint))

    def specimens(self, named: Collection[str]) -> list[bytes]:
        """Lines about one government of each kind that documents do not speak of, that is, whose code is not among ``named``."""
        municipalities = [place for place in gazetteer().places if place.kind != "prefecture" and place.code not in named]
        self._others = dict(_specimens(municipalities))
        described = {prefecture_of(code) for code in self._others}  # with the municipalities that lie in them
        prefectures = [place for place in gazetteer().prefectures if place.code not in named and place.code not in described]
        self._others |= dict(_specimens(prefectures))
        graph = NamedNode(self._mint.graph("reference"))
        specimens = (place for place, _ in self._others.values())
        return lines_of(Quad(*stated, graph) for place in specimens for stated in government_statements(self._mint, place.code, place.name))

    def likewise(self, inferred: Iterable[bytes]) -> Iterator[bytes]:
        """For each line among ``inferred`` that is about a specimen the same about each other government of its kind."""
        if not self._others:
            return
        about = re.compile(rb"/id/(?:government|area)/(" + "|".join(self._others).encode() + rb")>")
        for line in inferred:
            found = about.search(line)
            if found:
                specimen, others = self._others[found[1].decode()]
                template = _template(line, specimen)
                for own in others:
                    one = template
                    for mark, text in zip(_MARKS, own, strict=True):
                        one = one.replace(mark, text)
                    yield one


def _specimens(places: Iterable[Place]) -> Iterator[tuple[str, tuple[Place, list[_Own]]]]:
    """The first of each kind by its code, with all others of its kind; a city with a status is another kind than one without."""
    kinds: dict[tuple[str, bool], list[Place]] = {}
    for place in places:
        kinds.setdefault((place.kind, bool(statuses(place.code))), []).append(place)
    for first, *others in kinds.values():
        yield first.code, (first, [_own(place) for place in others])


def _own(place: Place) -> _Own:
    """What of a line is a government's own, in the order of the marks."""
    return place.code.encode(), prefecture_of(place.code).encode(), local_government_corporate_number(place.code).encode()


def _template(line: bytes, specimen: Place) -> bytes:
    """``line`` with marks for the code of the specimen, in IRIs and as a text, for that of its prefecture, and for its corporate number."""
    for kind in (b"government", b"area"):
        line = line.replace(b"/id/%s/%s>" % (kind, specimen.code.encode()), b"/id/%s/\0>" % kind)
        if specimen.kind != "prefecture":
            line = line.replace(b"/id/%s/%s>" % (kind, prefecture_of(specimen.code).encode()), b"/id/%s/\1>" % kind)
    number = local_government_corporate_number(specimen.code)
    return line.replace(b'"%s"' % specimen.code.encode(), b'"\0"').replace(b'"%s"' % number.encode(), b'"\2"')


@cache
def _lines(base: str) -> list[bytes]:
    return sorted(set(lines_of(reference_quads(Minter(base)))))
