"""Figures that contradict each other: a result given twice in one cell, 延べ below the persons it repeats, a total in another unit than its parts."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.text.numerals import plain

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.readings import Figure, Reading
    from kg.extract.records import Finding
    from kg.sources.cells import Piece

_DATE_BETWEEN = r"[\s、,・]*(?:\([^()、,]*(?:時点|現在)\)[\s、,・]*)?"
_NOTHING_BETWEEN = re.compile(_DATE_BETWEEN)
_SIGNS = re.compile(r"[\s、,・:()]")
_OPENS = re.compile(rf"{_DATE_BETWEEN}\(\s*")
SEPARATED = re.compile(r"[・、,/]|及び|並びに|と(?=.)")
"""Between the indicators that one heading names."""
_DIVIDED = re.compile(r"別|ごと|毎|各")
"""Labels of figures that stand one behind the other for several groups: 男女別参加人数 3人 4人."""
_FOR_ALL = re.compile(r"※\s?(?:いずれも|すべて|全て|なお)")
"""Begins a note on the whole cell, which tells no section from another."""
_ONE_BY_ONE = re.compile(r"支援|相談|面接|面談")
_DID = re.compile(r"(?:実施|体験|利用|相談|面接|面談)者数?$")
_ONE_INDICATOR = "数"
_SEVERAL = 2
"""Parts that do not add up to a total of another unit by chance: one person may well come once."""


def repeated_results(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """A result that a cell gives twice: the section with its heading again, or two totals side by side."""
    seen: dict[Hashable, tuple[Figure, Piece]] = {}
    for reading, piece in block.readings:
        own = [figure for figure in reading.figures if figure.total is None and figure.labels]
        keys = {id(figure): (*_said_of_section(reading, piece), *_said_of(figure, piece)) for figure in own}
        again = [(seen[keys[id(figure)]][0], figure) for figure in own if keys[id(figure)] in seen]
        again = again or [pair for pair in itertools.pairwise(own) if _side_by_side(*pair, piece)]
        differing = [pair for pair in again if pair[0].count.value != pair[1].count.value]
        for first, second in (differing or again)[:1]:
            yield _repeated(report, first, second, piece)
        seen.update({keys[id(figure)]: (figure, piece) for figure in reversed(own)})


def _said_of_section(reading: Reading, piece: Piece) -> tuple[Hashable, ...]:
    """What tells a section from another: group, items named, and all its words but figures and dates, which tell the figures apart."""
    section = reading.section
    words, at = "", section.body
    figures = [(figure.count.begin, figure.count.end) for figure in reading.figures]
    note = _FOR_ALL.search(piece.text, at, section.end)
    stop = note.start() if note else section.end
    for begin, end in sorted(span for span in (*figures, *((date.begin, date.end) for date in reading.dates)) if span[0] < stop):
        words, at = words + piece.text[at : max(at, begin)], max(at, end)
    words += piece.text[at:stop]
    return piece.text[slice(*section.group)] if section.group else "", section.references, _SIGNS.sub("", words)


def _said_of(figure: Figure, piece: Piece) -> tuple[Hashable, ...]:
    """What tells a figure from another beside its value: labels, unit, way of counting, dates, and whether it is planned or about."""
    count = figure.count
    return (
        tuple("".join(piece.text[slice(*label)].split()) for label in figure.labels),
        count.unit,
        figure.counting,
        figure.as_of.as_of() if figure.as_of else "",
        figure.period.period() if figure.period else "",
        figure.planned is None,
        count.approximate,
    )


def _side_by_side(first: Figure, second: Figure, piece: Piece) -> bool:
    """Whether two totals of the same thing stand one behind the other, under a heading of one indicator: 計5回 計6回."""
    between = piece.text[first.count.end : second.count.begin]
    return (
        first.count.total
        and second.count.total
        and _NOTHING_BETWEEN.fullmatch(between) is not None
        and _said_of(first, piece) == _said_of(second, piece)
        and _one_indicator(second, piece)
    )


def _one_indicator(figure: Figure, piece: Piece) -> bool:
    """Whether the heading leaves no two figures of a unit: 開催回数・参加人数 gives each its own, セミナー・研修会の参加人数 may give one each."""
    heading = piece.text[slice(*figure.labels[0])] if figure.labels else ""
    parts = [part.strip() for part in SEPARATED.split(heading)]
    endings = {part[-2:] for part in parts}
    named = len(parts) == 1 or (len(endings) == len(parts) and all(part.endswith(_ONE_INDICATOR) for part in parts))
    return named and not any(_DIVIDED.search(piece.text[slice(*label)]) for label in figure.labels)


def _repeated(report: Reporter, first: Figure, second: Figure, piece: Piece) -> Finding:
    name = " ".join(piece.text[slice(*second.labels[-1])].split())
    a, b = (piece.raw(figure.count.digits, figure.count.end) for figure in (first, second))
    spans = (piece.span(figure.count.digits, figure.count.end) for figure in (second, first))
    if first.count.value == second.count.value:
        ja = f"この欄に「{name}」の {b} が二度書かれています。余分であれば一方を除いてください。"
        en = f"this cell gives {b} for {name!r} twice; delete one of them if it is not meant"
    else:
        ja = f"この欄に「{name}」の数が二つあり、{a} と {b} で合いません。正しい方を残してください。"
        en = f"this cell gives two figures for {name!r}, {a} and {b}; keep the right one"
    where, context = spans
    return report.finding("warning", "other", ja, en, where, (context,))


def counted_each_time(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """A count of each time (延べ) that is smaller than the figure before it; where that says 実人員, a shape tells it."""
    for reading, piece in block.readings:
        for once, each in itertools.pairwise(figure for figure in reading.figures if figure.labels):
            if _each_time_of(once, each, piece) and each.count.value < once.count.value:
                a, b = (piece.raw(figure.count.digits, figure.count.end) for figure in (once, each))
                ja = f"延べの {b} が、その前の {a} より小さくなっています。二つの数字と、どちらが延べかを確かめてください。"
                en = f"the count of each time ({b}) is smaller than the count before it ({a}); check both figures and which of them counts each time"
                spans = [piece.span(figure.count.digits, figure.count.end) for figure in (each, once)]
                yield report.finding("warning", "other", ja, en, spans[0], (spans[1],))


def units_apart(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """A total whose unit is not that of its parts, although they add up to it: one of the units is wrong."""
    for reading, piece in block.readings:
        for total, others in reading.unlike:
            parts = [figure for figure in others if figure.list_id == others[0].list_id]  # of several lists, the first
            units = {figure.count.unit for figure in others}
            whole = any(figure.total is total for figure in reading.figures) or not all(figure.count.known for figure in (total, *others))
            if (
                whole
                or len(units) != 1
                or len(parts) < _SEVERAL
                or sum((part.count.value for part in parts), Decimal(0)) != total.count.value
            ):
                continue
            added = " + ".join(plain(part.count.value) for part in parts)
            unit, other = total.count.unit, units.pop()
            ja = f"総数の単位「{unit}」が、内訳の単位「{other}」と違います（数は {added} で総数と合います）。どちらかの単位を確かめてください。"
            en = f"the total is in {unit}, its parts are in {other}, though they add up to it ({added}); check which unit is right"
            where, *context = (piece.span(figure.count.digits, figure.count.end) for figure in (total, *others))
            yield report.finding("warning", "sum-mismatch", ja, en, where, tuple(context))


def _each_time_of(once: Figure, each: Figure, piece: Piece) -> bool:
    """Whether the second figure counts each time what the first counts: in the bracket behind it, or side by side under one indicator."""
    a, b = _said_of(once, piece), _said_of(each, piece)
    between = piece.text[once.count.end : each.count.begin]
    beside = _OPENS.fullmatch(between) or (_NOTHING_BETWEEN.fullmatch(between) and _one_indicator(each, piece))
    alike = once.total is each.total and a[:2] == b[:2] and b[3] in {"", a[3]} and a[4:] == b[4:] and not each.count.approximate
    return bool(not once.counting and each.counting == "nobe" and ((alike and beside) or _cases_of_persons(once, each, piece)))


def _cases_of_persons(once: Figure, each: Figure, piece: Piece) -> bool:
    """Whether each person of the first figure must be in the second at least once: cases of those supported, times of those who did something."""
    words = "".join(piece.text[slice(*label)] for label in once.labels)
    between = piece.text[once.count.end : each.count.begin]
    if once.count.measure != "persons" or once.count.approximate or each.count.approximate:
        return False
    if each.count.measure == "cases":
        return _ONE_BY_ONE.search(words) is not None and between.startswith("(") and "。" not in between
    return each.count.measure == "events" and _DID.search(words) is not None and between in {"・", "、", ","}
