"""Figures and results in words -> Outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.indicators import dimensions, indicator_type
from kg.extract.records import Coded, Outcome
from kg.extract.status import thing_named
from kg.text.numerals import plain
from kg.text.vocabulary import code_list
from kg.text.width import squeezed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kg.extract.readings import Figure, Label, Reading, Words
    from kg.sources.cells import Piece, Span
    from kg.text.eras import DateMention


def figure_outcome(block: int, key: str, figure: Figure, piece: Piece, items: tuple[int, ...], total: str, dimension: str) -> Outcome:
    """Outcome of a figure. ``items`` it reports on, ``total`` the key of the figure it is part of, ``dimension`` of that breakdown."""
    count = figure.count
    labels = [piece.text[slice(*label)] for label in figure.labels]
    row, cue, index = indicator_type(labels, count.measure)
    decided = _span(piece, figure.labels[index][0], (cue.start, cue.end)) if cue else None
    written = piece.raw(count.unit_at, count.end)
    return Outcome(
        block=block,
        key=key,
        interventions=items,
        indicator=indicator(figure.labels, piece),
        indicator_type=Coded(row.notation, decided),
        result_level=Coded(row.further["result_level"][0], decided),
        value=plain(count.value),
        unit=count.unit if squeezed(written) != count.unit else written,
        measure=Coded(count.measure, piece.span(count.unit_at, count.end) if count.end > count.unit_at else None),
        counting=Coded(figure.counting, piece.span(*figure.counting_at) if figure.counting_at else None) if figure.counting else None,
        approximate=count.approximate,
        as_of=figure.as_of.as_of() if figure.as_of else "",
        period=figure.period.period() if figure.period else "",
        total=total,
        breakdown_kind=Coded("subset" if figure.open else figure.kind, piece.span(*figure.sign) if figure.sign else None)
        if figure.kind
        else None,
        dimension=Coded(dimension, piece.span(*figure.labels[-1]) if figure.labels else None) if dimension else None,
        status=Coded("planned", piece.span(figure.planned.start, figure.planned.end)) if figure.planned else Coded("actual"),
        quote=piece.raw(*figure.quote),
        span=piece.span(count.digits, count.end),
        context=tuple(piece.span(*words) for words in (*figure.labels, *_dates(figure.as_of, figure.period))),
    )


def words_outcome(
    block: int, key: str, words: Words, heading: Label | None, piece: Piece, items: tuple[int, ...], last_day: dt.date | None
) -> Outcome:
    """Outcome of a result in words. A day after ``last_day``, the table's own date, has not come yet: what is dated so is planned."""
    text = piece.text[slice(*words.quote)]
    row, cue, _ = indicator_type([text], "")
    if words.status == "actual" and code_list("status").first(text, "completed"):
        row = next(r for r in code_list("indicator-type").rows if r.notation == "completed")
    decided = _span(piece, words.quote[0], (cue.start, cue.end)) if cue else None
    first_day = words.date.first_day if words.date else None
    planned = words.status == "actual" and first_day is not None and last_day is not None and first_day > last_day
    labels = words.labels or ((heading,) if heading else (thing_named(piece.text, words.quote, words.date),))
    return Outcome(
        block=block,
        key=key,
        interventions=items,
        indicator=indicator(labels, piece),
        indicator_type=Coded(row.notation, decided),
        result_level=Coded(row.further["result_level"][0], decided),
        value="",
        unit="",
        measure=Coded("other"),
        counting=None,
        approximate=False,
        as_of="",
        period=words.date.period() if words.date else "",
        total="",
        breakdown_kind=None,
        dimension=None,
        status=Coded("planned" if planned else words.status, piece.span(*words.cue) if words.cue else None),
        quote=piece.raw(*words.quote),
        span=piece.span(*words.quote),
        context=tuple(piece.span(*words) for words in (*labels, *_dates(words.date))),
    )


def _dates(*mentions: DateMention | None) -> Iterator[Label]:
    return ((mention.begin, mention.end) for mention in mentions if mention)


def _span(piece: Piece, at: int, label: Label) -> Span:
    return piece.span(at + label[0], at + label[1])


def indicator(labels: tuple[Label, ...], piece: Piece) -> str:
    """Heading and sub-labels in the source's words, joined by `` / ``."""
    return " / ".join(" ".join(piece.raw(*label).split()) for label in labels)


def breakdown_dimensions(reading: Reading, piece: Piece) -> dict[int, str]:
    """Dimension of each part of a section, by the first digit of its figure."""
    found: dict[int, str] = {}
    lists: dict[tuple[int, int, str], list[Figure]] = {}
    for figure in reading.figures:
        if figure.total is not None:
            lists.setdefault((figure.total.count.digits, figure.list_id, figure.kind), []).append(figure)
    for (_, _, kind), parts in lists.items():
        labels = [piece.text[slice(*part.labels[-1])] if part.labels else "" for part in parts]
        for part, dimension in zip(parts, dimensions(labels, kind), strict=True):
            found[part.count.digits] = dimension
    return found
