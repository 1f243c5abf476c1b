"""Totals behind what they add up, shares that make more than a whole, and groups of ages that overlap."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.extract.parts import partitions
from kg.text.counts import find_counts
from kg.text.numerals import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.readings import Figure, Reading
    from kg.extract.records import Finding
    from kg.sources.cells import Piece

_BETWEEN = re.compile(r"[\s、,]*")
_SUM = re.compile(r"\s?(?:\([^()+]*(?:時点|現在)\)\s?)?\((?P<terms>[^()+]*\d[^()+]*(?:\+[^()+]*\d[^()+]*)+)\)")
_AGES = re.compile(r"(?P<low>\d{1,3})(?:代|歳)?(?:[~-](?P<high>\d{1,3}))?(?P<unit>代|歳)(?P<open>以上|以降)?")
_DECADE = 9
_OLDEST = 999
_SEVERAL = 2
_WHOLE = 100


def total_findings(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Each fault of the kinds above, at the figure or label that says it."""
    for reading, piece in block.readings:
        yield from _behind_its_parts(report, reading, piece)
        yield from _sums_in_brackets(report, reading, piece)
        yield from _shares(report, reading, piece)
        for _, parts in partitions(reading):
            yield from _ages(report, parts, piece)


def _behind_its_parts(report: Reporter, reading: Reading, piece: Piece) -> Iterator[Finding]:
    """A total right behind labelled figures: 入口支援：28人 出口支援：11人 計40人."""
    figures = reading.figures
    for at, total in enumerate(figures):
        if not at or not total.count.total or total.total is not None or total.labels != figures[at - 1].labels:
            continue
        parts = _parts_before(total, figures[:at])
        labels = {part.labels for part in parts}
        glued = _BETWEEN.fullmatch(piece.text, parts[-1].count.end, total.count.begin) if parts else None
        if glued and len(parts) == len(labels) >= _SEVERAL:
            yield from _compared(report, total, [part.count.value for part in parts], piece)


def _parts_before(total: Figure, before: list[Figure]) -> list[Figure]:
    """The figures right before a total that it may add up: exact, in its unit, all on one level."""
    parts: list[Figure] = []
    for one in reversed(before):
        if one.count.total or one.count.approximate or one.count.unit != total.count.unit or one.total is not before[-1].total:
            break
        parts.insert(0, one)
    return parts


def _sums_in_brackets(report: Reporter, reading: Reading, piece: Piece) -> Iterator[Finding]:
    """A sum written out behind its total: 39人（28人＋12人）."""
    for figure in reading.figures:
        match = _SUM.match(piece.text, figure.count.end)
        terms = [find_counts(term) for term in match["terms"].split("+")] if match else []
        counts = [found[0] for found in terms if len(found) == 1]
        if len(counts) == len(terms) > 1 and all(count.unit == figure.count.unit for count in counts) and not figure.count.approximate:
            yield from _compared(report, figure, [count.value for count in counts], piece)


def _compared(report: Reporter, total: Figure, values: list[Decimal], piece: Piece) -> Iterator[Finding]:
    added = sum(values, Decimal(0))
    if added != total.count.value:
        unit, whole = total.count.unit, plain(total.count.value)
        terms = f"{' + '.join(map(plain, values))} = {plain(added)}{unit}"
        ja = f"数の合計 {terms} が、書かれた計 {whole}{unit} と一致しません。どの数字が正しいか確かめてください。"
        en = f"the figures add up to {terms}, the total says {whole}{unit}; check all of them"
        yield report.finding("warning", "sum-mismatch", ja, en, piece.span(total.count.digits, total.count.end))


def _shares(report: Reporter, reading: Reading, piece: Piece) -> Iterator[Finding]:
    """Percentages of the parts of a partition that do not make a whole."""
    named = [{_label(part, piece) for part in parts} for _, parts in partitions(reading)]
    shares = [figure for figure in reading.figures if figure.count.unit == "%"]
    added = sum((share.count.value for share in shares), Decimal(0))
    exact = len(shares) == len({_label(share, piece) for share in shares}) and {_label(share, piece) for share in shares} in named
    if exact and abs(added - _WHOLE) > len(shares) and not any(share.count.approximate for share in shares):
        written = " + ".join(plain(share.count.value) for share in shares)
        ja = f"内訳の割合 {written} = {plain(added)}% が 100% になりません。割合を確かめてください。"
        en = f"the shares of the parts, {written} = {plain(added)}%, do not make 100%; check them"
        where, *context = (piece.span(share.count.digits, share.count.end) for share in shares)
        yield report.finding("warning", "sum-mismatch", ja, en, where, tuple(context))


def _label(figure: Figure, piece: Piece) -> str:
    return "".join(piece.text[slice(*figure.labels[-1])].split()) if figure.labels else ""


def _ages(report: Reporter, parts: list[Figure], piece: Piece) -> Iterator[Finding]:
    """Groups of ages that run backwards, or of which one holds an age of another."""
    before: list[tuple[int, int, str]] = []
    for part in parts:
        match = _AGES.fullmatch(_label(part, piece))
        if match is None:
            continue
        low, high = int(match["low"]), int(match["high"] or match["low"])
        where = piece.span(*part.labels[-1])
        if high < low:
            ja = f"年齢「{match[0]}」の順が逆です。年齢の区分を確かめてください。"
            yield report.finding("warning", "other", ja, f"the ages {match[0]} run backwards; check the groups of ages", where)
            continue
        high = _OLDEST if match["open"] else high + _DECADE if match["unit"] == "代" else max(low, high - 1)  # 20～30歳、30～40歳 may meet
        other = next((name for first, last, name in before if low <= last and first <= high), "")
        if other:
            ja = f"年齢「{match[0]}」が、同じ内訳の「{other}」と重なっています。年齢の区分を確かめてください。"
            yield report.finding("warning", "other", ja, f"the ages {match[0]} overlap with {other}; check the groups of ages", where)
        before.append((low, high, match[0]))
