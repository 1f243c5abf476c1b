"""One row under a government -> its commission, interventions and outcomes, and what each of its characters is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.commissions import read_commission, words_of
from kg.extract.leaks import fingerprint
from kg.extract.outcomes import breakdown_dimensions, figure_outcome, words_outcome
from kg.extract.passages import Coverage
from kg.extract.records import Coded, Commission, Intervention, Outcome
from kg.extract.reports import ItemSense, SectionSense, link_part, link_section
from kg.extract.results import figure_keys, read_results
from kg.extract.understanding import understand
from kg.text.vocabulary import CueMatch

if TYPE_CHECKING:
    import datetime as dt

    from kg.extract.governments import Block
    from kg.extract.items import Item
    from kg.extract.readings import Figure, Label, Reading
    from kg.extract.records import Role
    from kg.sources.cells import Column, Piece, Span

# Words around figures and dates that carry no fact of their own: 11月「開催」, 「いずれも」R2.12末時点.
_AROUND = re.compile(r"いずれも|とも|の累計|累計|開催|実施|まで|時点|現在|中|の(?:数|実績|件数|人数|集計)(?=[)\s、。]|$)|に|の|で")
_LEFT_HALF: tuple[tuple[Column, Role], ...] = (
    ("number", "number"),
    ("government", "government"),
    ("department", "department"),
    ("contractor", "contractor"),
)
_OF_A_ROW: tuple[Column, ...] = ("department", "contractor", "interventions", "results")


@dataclass(frozen=True)
class Foreign:
    """What of a row leaked from another government: item numbers (from 1) and fingerprints of sections."""

    items: frozenset[int] = frozenset()
    sections: frozenset[str] = frozenset()


@dataclass
class ReadBlock:
    """Everything that one row holds; ``commission`` is None where nothing in it is the government's own."""

    coverage: Coverage
    commission: Commission | None = None
    interventions: list[Intervention] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    readings: list[tuple[Reading, Piece]] = field(default_factory=list)
    leaked: list[Span] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)
    unreadable_of: set[int] = field(default_factory=set)

    @property
    def reported(self) -> set[int]:
        """Items that some result reports on; ``unreadable_of`` are those of results whose figure could not be read, which is told by itself."""
        return {index for outcome in self.outcomes for index in outcome.interventions} | self.unreadable_of


def read_block(block: Block, foreign: Foreign, last_day: dt.date | None, known_centres: dict[str, str]) -> ReadBlock:
    """Read a row; ``last_day`` is the table's own date, ``known_centres`` as in read_commission."""
    out = ReadBlock(Coverage(block.row.raw))
    for column, role in _LEFT_HALF:
        piece = block.row[column]
        if piece:
            out.coverage.mark(words_of(piece), role)
    senses = _read_items(block, foreign, out)
    results = block.row["results"]
    if results is not None:
        _ResultsReader(block.number, results, senses, out, last_day).read(foreign)
    has_items = block.items is not None and bool(block.items.items)
    if out.interventions or out.outcomes or not has_items:
        out.commission = read_commission(block, known_centres)
    else:
        for column in _OF_A_ROW:
            piece = block.row[column]
            if piece:
                out.coverage.leak(piece.span())
    return out


# -- the cell of programme content --------------------------------------------------------------------------------------------------------


def _read_items(block: Block, foreign: Foreign, out: ReadBlock) -> list[ItemSense]:
    content, cell = block.row["interventions"], block.items
    if content is None:
        return []
    if cell is None:
        out.coverage.mark(words_of(content), "note")
        return []
    senses = []
    for index, item in enumerate(cell.items, start=1):
        if index in foreign.items:
            span = content.span(item.marker_at[0] if item.marker_at else item.begin, item.tag[1] if item.tag else item.end)
            out.coverage.mark(span, "leaked")
            out.leaked.append(span)
            continue
        text = content.text[item.begin : item.end]
        tag, heading = (content.text[bounds[0] + 1 : bounds[1] - 1] if bounds else "" for bounds in (item.tag, item.heading))
        sense = ItemSense(index, item.number, text, understand(text, _moved(item.stages, -item.begin)), tag, heading)
        senses.append(sense)
        out.interventions.append(_intervention(block.number, content, item, sense))
        _paint_item(out.coverage, content, item)
    for bounds in cell.headings:
        out.coverage.mark(content.span(*bounds), "heading")
    if cell.lead_in:
        out.coverage.mark(content.span(*cell.lead_in), "item")
    return senses


def _moved(matches: tuple[CueMatch, ...], offset: int) -> tuple[CueMatch, ...]:
    return tuple(CueMatch(m.notation, m.scope, m.start + offset, m.end + offset) for m in matches)


def _paint_item(coverage: Coverage, content: Piece, item: Item) -> None:
    if item.marker_at:
        coverage.mark(content.span(*item.marker_at), "marker")
    coverage.mark(content.span(item.begin, item.end), "item")
    if item.tag:
        coverage.mark(content.span(*item.tag), "stage")


def _intervention(block: int, content: Piece, item: Item, sense: ItemSense) -> Intervention:
    found = sense.sense
    return Intervention(
        block=block,
        item=sense.index,
        marker=content.raw(*item.marker_at) if item.marker_at else "",
        heading=content.raw(item.heading[0] + 1, item.heading[1] - 1) if item.heading else "",
        text=content.raw(item.begin, item.end),
        types=_codes(content, found.types, item.begin),
        targets=_codes(content, found.targets, item.begin),
        referrers=_codes(content, found.referrers, item.begin),
        stages=_codes(content, found.stages, item.begin),
        span=content.span(item.begin, item.end),
    )


def _codes(piece: Piece, matches: list[CueMatch], offset: int) -> tuple[Coded, ...]:
    """Each notation once, with the span of its first cue."""
    first: dict[str, CueMatch] = {}
    for match in matches:
        first.setdefault(match.notation, match)
    return tuple(Coded(m.notation, piece.span(m.start + offset, m.end + offset) if m.end > m.start else None) for m in first.values())


# -- the cell of results --------------------------------------------------------------------------------------------------------------------


class _ResultsReader:
    """Reads the sections of one results cell in order; which items the earlier ones report on helps with the later ones."""

    def __init__(self, block: int, piece: Piece, senses: list[ItemSense], out: ReadBlock, last_day: dt.date | None) -> None:
        self.block = block
        self.piece = piece
        self.senses = senses
        self.out = out
        self.last_day = last_day
        self.readings = read_results(piece.text)
        self.keys = figure_keys(piece.text, self.readings)
        self.previous: tuple[int, ...] = ()
        self.taken: set[int] = set()
        self.words = 0

    def read(self, foreign: Foreign) -> None:
        """Add outcomes and roles to the block."""
        for reading in self.readings:
            section = reading.section
            if foreign.sections and fingerprint(self.piece.text[section.begin : section.end]) in foreign.sections:
                span = words_of(self.piece, section.begin, section.end)
                self.out.coverage.mark(span, "leaked")
                self.out.leaked.append(span)
                self.words += len(reading.words)
            else:
                self._section(reading)

    def _section(self, reading: Reading) -> None:
        self.out.readings.append((reading, self.piece))
        items = self._link(reading, self._labels(reading))
        self.out.unreadable_of.update(items if reading.unreadable else ())
        self._figures(reading, items)
        for words in reading.words:
            self.words += 1
            outcome = words_outcome(self.block, f"w{self.words}", words, reading.heading, self.piece, items, self.last_day)
            self.out.outcomes.append(outcome)
        _paint_section(self.out.coverage, reading, self.piece)

    def _link(self, reading: Reading, labels: tuple[str, ...]) -> tuple[int, ...]:
        section = SectionSense(labels, reading.section.references, self._text(reading.section.group))
        items = link_section(section, self.senses, self.previous, self.taken)
        self.previous = items or self.previous
        self.taken.update(items)
        return items

    def _text(self, bounds: Label | None) -> str:
        return self.piece.text[slice(*bounds)] if bounds else ""

    def _labels(self, reading: Reading) -> tuple[str, ...]:
        """Heading and labels of a section, each once; a result in words speaks for itself."""
        labels: list[Label] = [reading.heading] if reading.heading else []
        labels += [label for figure in reading.figures if figure.total is None for label in figure.labels]
        labels += [label for quantity in reading.unreadable for label in quantity.labels]
        labels += [words.quote for words in reading.words if not labels]
        return tuple(self._text(label) for label in dict.fromkeys(labels))

    def _figures(self, reading: Reading, items: tuple[int, ...]) -> None:
        dimension = breakdown_dimensions(reading, self.piece)
        links: dict[int, tuple[int, ...]] = {}
        by_label: dict[tuple[Label, ...], tuple[int, ...]] = {}
        for figure in sorted(reading.figures, key=lambda figure: figure.count.digits):
            at = figure.count.digits
            if figure.total is None and reading.heading is None and figure.labels and len(self.senses) > 1:
                # several facts side by side under no common heading: each speaks for itself
                if figure.labels not in by_label:
                    by_label[figure.labels] = self._link(reading, tuple(self._text(label) for label in figure.labels)) or items
                links[at] = by_label[figure.labels]
            else:
                links[at] = self._links_of(figure, dimension.get(at, ""), items, links)
            total = self.keys[figure.total.count.digits] if figure.total else ""
            self.out.outcomes.append(figure_outcome(self.block, self.keys[at], figure, self.piece, links[at], total, dimension.get(at, "")))

    def _links_of(self, figure: Figure, dimension: str, items: tuple[int, ...], links: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
        if figure.total is None:
            return items
        label = self.piece.text[slice(*figure.labels[-1])] if figure.labels else ""
        return link_part(label, dimension, links.get(figure.total.count.digits, items), self.senses)


def _paint_section(coverage: Coverage, reading: Reading, piece: Piece) -> None:
    """Roles of the characters of one section."""
    section = reading.section

    def mark(bounds: Label | None, role: Role) -> None:
        if bounds and bounds[1] > bounds[0]:
            coverage.mark(piece.span(*bounds), role)

    mark(section.group, "heading")
    if section.references:
        mark((section.mark[1] if section.mark else section.begin, section.body), "marker")
    for quantity in reading.unreadable:
        mark((quantity.begin, quantity.end), "unread")
    for figure in reading.figures:
        count = figure.count
        mark((count.begin, count.digits), "counting")
        mark((count.digits, count.unit_at), "figure")
        mark((count.unit_at, count.end), "unit")
        mark(figure.counting_at, "counting")
    for date in reading.dates:
        behind = piece.text[date.end : section.end]
        mark((date.begin, date.end + len(behind) - len(behind.lstrip("時点現在末まで"))), "date")
    used = {figure.sign for figure in reading.figures}
    words = [*(result.quote for result in reading.words), *([reading.heading] if reading.heading else []), *reading.indicators]
    words += [sign for sign in reading.signs if sign in used]  # 内訳 of a total that could not be read announces nothing: a note
    painted: tuple[tuple[list[Label], Role], ...] = (
        (reading.countings, "counting"),
        (words, "indicator"),
        (reading.stages, "stage"),
        ([*reading.notes, *reading.signs, *(match.span() for match in _AROUND.finditer(piece.text, section.body, section.end))], "note"),
    )
    for bounds_list, role in painted:
        for bounds in bounds_list:
            mark(bounds, role)
