"""Where facts come from: documents, the passages that hold every character of them, and the cues that decided codes.

Selectors are those of the W3C Web Annotation Data Model, sections 4.2.4 (text quote) and 4.2.5 (text position); offsets are code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import code, in_language, term, truth, tsu, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.extract.records import Coded, Passage
    from kg.rdf.iris import Minter
    from kg.rdf.terms import Statement
    from kg.sources.cells import Span
    from kg.sources.encoding import Bytes
    from kg.sources.reader import Document

_TYPE = term("rdf:type")


class Extent(Protocol):
    """What selectors say of characters: a Span, or whatever else knows where it stands."""

    @property
    def start(self) -> int:
        """Offset of the first character."""
        ...

    @property
    def end(self) -> int:
        """Offset behind the last one."""
        ...

    @property
    def cell(self) -> str:
        """The cell of a workbook; empty in a text."""
        ...


def document_statements(mint: Minter, document: Document, written: Bytes | None) -> Iterator[Statement]:
    """A source file: name, sum, format, and for text how its characters were ``written``."""
    node = NamedNode(mint.document(document.sha256[:12]))
    yield node, _TYPE, tsu("SourceDocument")
    yield node, term("rdfs:label"), in_language(document.name, "ja")
    yield node, tsu("fileName"), Literal(document.name)
    yield node, tsu("fileFormat"), Literal(document.format)
    yield node, tsu("sha256"), Literal(document.sha256)
    if written:
        yield node, tsu("encoding"), Literal(written.codec)
        yield node, tsu("characterCount"), typed(str(written.characters), "xsd:integer")
        if written.mark:
            yield node, tsu("byteOrderMark"), typed(written.mark.hex().upper(), "xsd:hexBinary")


def deviation_statements(mint: Minter, document: Document, written: Bytes) -> Iterator[Statement]:
    """The characters of a file that stand there in other bytes than its encoding writes; there may be many, so they are stated only once."""
    node = NamedNode(mint.document(document.sha256[:12]))
    return ((node, tsu("encodedAs"), Literal(f"{offset}:{raw.hex().upper()}")) for offset, raw in written.deviations)


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage with its IRI and its number in the document."""

    passage: Passage
    node: NamedNode
    position: int


class Passages:
    """The passages of one document, numbered as they come; of a text only those of the current portion are kept, of a workbook all.

    A workbook is in memory anyway, and a cell merged over several rows may be read again much later. ``corrections`` are those of its cells.
    """

    def __init__(self, mint: Minter, document: str, corrections: Mapping[str, Sequence[NamedNode]] | None = None) -> None:
        self._mint = mint
        self._corrections = corrections or {}
        self._document = document
        self._node = NamedNode(mint.document(document))
        self._position = 0
        self._by_cell: dict[str, list[Placed]] = {}

    def enter(self, passages: Iterable[Passage]) -> Iterator[Statement]:
        """Number ``passages``, which follow those entered before, and state them."""
        self._by_cell.pop("", None)
        for passage in passages:
            self._position += 1
            placed = Placed(passage, NamedNode(self._mint.passage(self._document, passage.span)), self._position)
            self._by_cell.setdefault(passage.span.cell, []).append(placed)
            yield from self.statements(placed)

    def statements(self, placed: Placed) -> Iterator[Statement]:
        """One passage with its position and quote selectors."""
        passage, node = placed.passage, placed.node
        yield node, _TYPE, tsu("SourcePassage")
        yield node, tsu("inDocument"), self._node
        yield node, tsu("position"), typed(str(placed.position), "xsd:integer")
        yield node, tsu("role"), code(self._mint.base, "passage-role", passage.role)
        yield node, tsu("row"), typed(str(passage.row), "xsd:integer")
        if passage.column:
            yield node, tsu("column"), typed(str(passage.column), "xsd:integer")
        if passage.rows > 1:
            yield node, tsu("rowSpan"), typed(str(passage.rows), "xsd:integer")
        for correction in self._corrections.get(passage.span.cell, ()):
            yield node, tsu("correctedBy"), correction
        yield from selectors(node, passage.span, passage.text)

    def within(self, *spans: Span | None) -> list[Placed]:
        """The passages that overlap any of ``spans``, in their order, each once; separators only where nothing else does."""
        found: dict[NamedNode, Placed] = {}
        for span in spans:
            placed = self._overlapping(span) if span else []
            for entry in [entry for entry in placed if entry.passage.role != "separator"] or placed:
                found[entry.node] = entry
        return sorted(found.values(), key=lambda entry: entry.position)

    def _overlapping(self, span: Span) -> list[Placed]:
        entries = self._by_cell.get(span.cell, [])
        first = bisect_right(entries, span.start, key=lambda entry: entry.passage.span.end)
        last = bisect_left(entries, max(span.end, span.start + 1), key=lambda entry: entry.passage.span.start)
        return entries[first:last]

    def text(self, span: Span) -> str:
        """The source's own characters of ``span``."""
        return "".join(
            entry.passage.text[max(span.start - entry.passage.span.start, 0) : max(span.end - entry.passage.span.start, 0)]
            for entry in self._overlapping(span)
        )

    def read_from(self, record: NamedNode, *spans: Span | None) -> Iterator[Statement]:
        """``record`` was read from the passages of ``spans``, and was corrected where one of them was."""
        yield from self.quoted_from(record, *spans)
        for cell in dict.fromkeys(placed.passage.span.cell for placed in self.within(*spans)):
            for correction in self._corrections.get(cell, ()):
                yield record, tsu("correctedBy"), correction

    def quoted_from(self, record: NamedNode, *spans: Span | None) -> Iterator[Statement]:
        """``record``, which says no more than that its characters stand there, was read from the passages of ``spans``."""
        for placed in self.within(*spans):
            yield record, tsu("wasReadFrom"), placed.node
            if placed.passage.span.cell:  # it may have come with an earlier portion: state it again, so that each portion stands by itself
                yield from self.statements(placed)

    def extent(self, record: NamedNode, span: Span) -> Iterator[Statement]:
        """From the first to the last character of a record."""
        node = NamedNode(f"{record.value}#extent")
        yield record, tsu("extent"), node
        yield node, tsu("inDocument"), self._node
        yield from _position(node, span)

    def target(self, annotation: NamedNode) -> Iterator[Statement]:
        """What an annotation is about: the part of the document that its extent picks (Web Annotation Vocabulary, section 3.2.7)."""
        node = NamedNode(f"{annotation.value}#target")
        yield annotation, term("oa:hasTarget"), node
        yield node, _TYPE, term("oa:SpecificResource")
        yield node, term("oa:hasSource"), self._node
        yield node, term("oa:hasSelector"), NamedNode(f"{annotation.value}#extent")

    def decided(
        self, record: NamedNode, scheme: tuple[str, str], coded: Coded, otherwise: Span, *, at: NamedNode | None = None
    ) -> Iterator[Statement]:
        """The cue that decided a code of ``record``; where no word did, all of ``otherwise`` was looked at.

        ``scheme`` is the property of the record (``type`` where the code says its class) and the code list of its value; ``at`` is the row where
        it was decided, for a record such as an organization that several rows name.
        """
        node = NamedNode(self._mint.cue((at or record).value, scheme[0], coded.notation))
        yield record, tsu("decidedBy"), node
        yield from self.cue(node, scheme, coded, otherwise)

    def cue(self, node: NamedNode, scheme: tuple[str, str], coded: Coded, otherwise: Span) -> Iterator[Statement]:
        """The cue ``node`` itself, with the characters that it is."""
        decided, listed = scheme
        span = coded.cue or otherwise
        yield node, _TYPE, tsu("Cue")
        yield node, tsu("decidedProperty"), _TYPE if decided == "type" else tsu(decided)
        yield node, tsu("decidedCode"), code(self._mint.base, listed, coded.notation)
        if coded.cue is None:
            yield node, tsu("byDefault"), truth(value=True)
        yield from selectors(node, span, self.text(span))
        yield from self.quoted_from(node, span)


def selectors(node: NamedNode, span: Extent, text: str) -> Iterator[Statement]:
    """Position and quote selector of a passage or cue."""
    position, quote = NamedNode(f"{node.value}#position"), NamedNode(f"{node.value}#quote")
    yield node, term("oa:hasSelector"), position
    yield node, tsu("extent"), position  # which of its selectors that is, without looking at each
    yield from _position(position, span)
    yield node, term("oa:hasSelector"), quote
    yield quote, _TYPE, term("oa:TextQuoteSelector")
    yield quote, term("oa:exact"), Literal(text)


def _position(node: NamedNode, span: Extent) -> Iterator[Statement]:
    yield node, _TYPE, term("oa:TextPositionSelector")
    yield node, term("oa:start"), typed(str(span.start), "xsd:integer")
    yield node, term("oa:end"), typed(str(span.end), "xsd:integer")
    if span.cell:
        yield node, tsu("cell"), Literal(span.cell)
