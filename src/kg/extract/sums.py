"""Totals and their parts: partitions that do not add up, parts larger than their total, parts without a label or with another's."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kg.extract.parts import among, partitions
from kg.extract.years import year_of_label
from kg.text.numerals import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.blocks import ReadBlock
    from kg.extract.faults import Reporter
    from kg.extract.readings import Figure, Reading
    from kg.extract.records import Finding
    from kg.sources.cells import Piece


def sum_findings(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Partitions that do not add up, and parts larger than their total."""
    for reading, piece in block.readings:
        larger: dict[int, list[Figure]] = {}
        for figure in reading.figures:
            if figure.total is not None and figure.kind != "partition" and figure.count.value > figure.total.count.value:
                larger.setdefault(id(figure.total), []).append(figure)
        yield from (_exceed(report, parts, piece) for parts in larger.values())
        off = {id(total): _added(parts) for total, parts in partitions(reading) if _adds_up(total, parts) is False}
        told: set[tuple[int, Decimal]] = set()
        above: dict[int, Figure] = {}
        for total, parts in partitions(reading):
            added = _added(parts)
            cause = next(
                (part for part in parts if id(part) in off and added - part.count.value + off[id(part)] == total.count.value), None
            )
            if cause:
                above[id(cause)] = total
            if (
                _adds_up(total, parts) is False
                and cause is None  # a part that is wrong itself is told below
                and (id(total), added) not in told  # several ways to divide a total that all agree: it is the total that is wrong
            ):
                told.add((id(total), added))
                yield _mismatch(report, reading, parts, total, piece, above.get(id(total)))


def _added(parts: list[Figure]) -> Decimal:
    return sum((part.count.value for part in parts), Decimal(0))


def _adds_up(total: Figure, parts: list[Figure]) -> bool | None:
    """Whether parts add up to their total; None where they need not."""
    if parts[0].open or any(figure.count.approximate for figure in (total, *parts)):
        return None
    return _added(parts) == total.count.value


def part_findings(report: Reporter, block: ReadBlock) -> Iterator[Finding]:
    """Parts without label, two parts of one list with the same label, and parts whose total is not there."""
    figures_above = False
    for reading, piece in block.readings:
        for total, parts in partitions(reading):
            before: tuple[object, ...] = ()
            called: tuple[str, ...] = ()
            for part in parts:
                labels = part.labels[len(total.labels) :]
                name = tuple(piece.text[slice(*label)] for label in labels)
                year = year_of_label(part)
                said = (*(name[:-1] if year else name), part.period and part.period.period(), part.as_of and part.as_of.literal)
                where = piece.span(part.count.digits, part.count.end)
                if not name and not part.period and len(parts) > 1:
                    ja = f"内訳の「{piece.raw(part.count.digits, part.count.end)}」に項目名がありません。何の数か書き入れてください。"
                    yield report.finding("warning", "other", ja, "this part of a breakdown has no label; say what it counts", where)
                elif name and said == before:  # side by side: two lists with the same labels may stand one behind the other
                    alike = "" if name == called else f"（「{' '.join(called)}」と同じ年）"
                    ja = f"内訳に「{' '.join(name)}」{alike}が二つあります。どちらかの項目名か数字を確かめてください。"
                    en = f"the breakdown has two parts named {' '.join(name)!r}; check their labels and figures"
                    yield report.finding("warning", "other", ja, en, where)
                before, called = said, name
        if not figures_above and not reading.unreadable and all(figure.count.known for figure in reading.figures):
            for sign in reading.without_total:
                ja = "内訳とありますが、その総数が書かれていません。総数が抜けていないか確かめてください。"
                en = "a breakdown is announced here, but its total is not written; check whether it is missing"
                yield report.finding("warning", "other", ja, en, piece.span(*sign))
        figures_above = figures_above or bool(reading.figures)  # the total of ■内訳 may stand under the ■ above


def _exceed(report: Reporter, parts: list[Figure], piece: Piece) -> Finding:
    """Parts larger than their total: one is told where it stands, several at their total, which is then the likelier to be wrong."""
    total = parts[0].total or parts[0]
    unit, b = total.count.unit, plain(total.count.value)
    a = [f"{plain(part.count.value)}{unit}" for part in parts]
    several = len(parts) > 1
    where, *context = (piece.span(one.count.digits, one.count.end) for one in ((total, *parts) if several else parts))
    return report.finding(
        "warning", "part-exceeds-total",
        f"うち数 {'、'.join(a)} が総数 {b}{unit} を超えています。{'総数か、うち数' if several else 'どちらか'}の数字を確かめてください。",
        f"the parts ({', '.join(a)}) are larger than their total ({b}{unit}); check the total and its parts"
        if several
        else f"the part ({a[0]}) is larger than its total ({b}{unit}); check both figures",
        where, tuple(context),
    )  # fmt: skip


def _mismatch(report: Reporter, reading: Reading, parts: list[Figure], total: Figure, piece: Piece, above: Figure | None) -> Finding:
    """``above`` is the total that does not add up only because this one, a part of it, is wrong."""
    totals = {id(figure.total) for figure in reading.figures}
    values = [part.count.value for part in parts]
    added = plain(sum(values, Decimal(0)))
    terms = " + ".join(map(plain, values)) + " = " + added if len(values) > 1 else added
    whole, unit = plain(total.count.value), total.count.unit
    others = [
        piece.raw(figure.count.digits, figure.count.end)
        for figure in reading.figures
        if figure.total is None and id(figure) not in totals and figure.count.unit != unit and among(total, parts, figure.count.digits)
    ]
    apart_ja = f"（単位の違う {'、'.join(others)} は加えていません）" if others else ""
    apart_en = f" ({', '.join(others)} is not added, since its unit differs)" if others else ""
    return report.finding(
        "warning", "sum-mismatch",
        f"内訳の合計 {terms}{unit} が総数 {whole}{unit} と一致しません{apart_ja}。総数か内訳の数字を確かめてください。",
        f"the parts add up to {terms}{unit}, the total says {whole}{unit}{apart_en}; check the total and its parts",
        piece.span(total.count.digits, total.count.end), (piece.span(above.count.digits, above.count.end),) if above else (),
    )  # fmt: skip
