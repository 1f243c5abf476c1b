"""Units that are not what the heading counts: 開催回数 in 人, and 回数・人数 whose figures changed places."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.extract.contradictions import SEPARATED
from kg.text.counts import measure_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.readings import Figure
    from kg.extract.records import Finding
    from kg.sources.cells import Piece

_COUNTED = re.compile(r"(回|人|名|者|件|部|冊|社|団体|機関|校|世帯|箇所|か所)数$")
_PERSONS = "者"
_ALIKE = ({"events", "cases"}, {"persons", "cases"}, {"copies", "items"}, {"companies", "organisations", "sites", "persons"})
"""Measures that tables take for each other: a consultation is an event and a case."""
_JUDGED = set().union(*_ALIKE)
_PUBLIC = re.compile(r"研修|フォーラム|シンポジウム|講演|講習|セミナー|学習会|報告会|イベント")
"""Events to which several come, so that those who come are no fewer than the events."""
_PAIR = ["events", "persons"]


def unit_findings(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Figures whose unit is none that their heading names, or that the heading names for the other one."""
    for reading, piece in block.readings:
        own = [figure for figure in reading.figures if figure.total is None and figure.labels]
        for _, group in itertools.groupby(own, key=lambda figure: figure.labels):
            yield from _of_one_heading(report, list(group), piece)


def _of_one_heading(report: Reporter, figures: list[Figure], piece: Piece) -> Iterator[Finding]:
    """Judge the first figures under one label, as many as it names; only where it says of each what is counted."""
    name = "".join(piece.text[slice(*figures[0].labels[-1])].split())
    expected = [_measure(part) for part in SEPARATED.split(name)]
    first = figures[: len(expected)]
    found = [figure.count.measure for figure in first]
    if None in expected or not set(found) <= _JUDGED:
        return
    written = "、".join(piece.raw(figure.count.digits, figure.count.end) for figure in first)
    where, *context = (piece.span(figure.count.digits, figure.count.end) for figure in first)
    foreign = [figure for figure in first if not any(_alike(figure.count.measure, one) for one in expected)]
    if foreign:
        wrong = piece.raw(foreign[0].count.digits, foreign[0].count.end)
        ja = f"「{name}」の数が {wrong} と書かれています。単位を確かめてください。"
        en = f"{name!r} is given as {wrong}; check the unit"
        yield report.finding("warning", "other", ja, en, piece.span(foreign[0].count.digits, foreign[0].count.end))
    elif len({figure.count.value for figure in first}) > 1 and found != expected and sorted(found) == sorted(filter(None, expected)):
        ja = f"「{name}」の順と、{written} の単位の順が違います。数字と単位の組を確かめてください。"
        en = f"{name!r} names its figures in another order than the units of {written}; check which unit belongs to which figure"
        yield report.finding("warning", "other", ja, en, where, tuple(context))
    elif (
        found == expected == _PAIR
        and _PUBLIC.search(name)
        and first[0].count.value > first[1].count.value
        and not any(figure.counting or figure.count.approximate for figure in first)
    ):
        ja = f"「{name}」の回数が参加した人の数より多くなっています（{written}）。数字が入れ替わっていないか確かめてください。"
        en = f"{name!r}: there were more events than people who came ({written}); check whether the figures changed places"
        yield report.finding("warning", "other", ja, en, where, tuple(context))


def _measure(part: str) -> str | None:
    """What a part of a heading says that it counts: 開催回数 counts events."""
    counted = _COUNTED.search(part)
    return ("persons" if counted[1] == _PERSONS else measure_of(counted[1])) if counted else None


def _alike(one: str, other: str | None) -> bool:
    return one == other or any({one, other} <= group for group in _ALIKE)
