"""The cell of results (主な活動実績) split into sections: what one ■, ○, ・ or item number introduces, under its 【…】 or <…> group if any."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.marks import REFERENCE, REFERENCES, references
from kg.text.vocabulary import code_list

_SQUARES = re.compile(r"(?<![計べ約:●])[■●◆□◇▪▶◎]")  # but 延べ●人 lacks its digits
_CIRCLES = re.compile(r"(?:(?<=^)|(?<=\s))[○◯〇](?=\S)")
_BULLETS = re.compile(r"(?:(?<=^)|(?<=[\s】>]))・(?=\s?\S)")
_NUMBERS = re.compile(rf"(?:(?<=^)|(?<=[\s】>])){REFERENCE.pattern}")
_GROUP = re.compile(r"(?:(?<=^)|(?<=\s))[【<]([^】>]{1,60})[】>]\s*")


@dataclass(frozen=True, slots=True)
class Section:
    """Bounds of one section in the folded cell, its mark, the items it names by number, and the group heading it stands under."""

    begin: int
    end: int
    mark: tuple[int, int] | None
    body: int
    references: tuple[int, ...]
    group: tuple[int, int] | None = None


def is_breakdown_heading(inside: str) -> bool:
    """Whether a bracket such as 【内訳】 or 【年度別】 announces parts of the figure before it."""
    return bool(code_list("breakdown-kind").find(inside)) or bool(re.search(r"(?:別|先)$", inside.strip()))


def split_sections(text: str) -> list[Section]:
    """Sections of a folded results cell, in order, covering all of it but white space."""
    groups = [
        m
        for m in _GROUP.finditer(text)
        if not is_breakdown_heading(m[1]) and not code_list("support-stage").find(m[1]) and not code_list("counting").find(m[1])
    ]
    groups = [m for m in groups if not _SQUARES.search(text[: m.start()]) or _SQUARES.match(text, m.end())]
    marks = _marks(text)
    mark_at = {mark[0]: mark for mark in marks}
    starts = sorted({0, *(m.end() for m in groups), *(m[0] for m in marks)} - {len(text)})
    found = []
    for index, begin in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(text)
        group = next((m for m in reversed(groups) if m.end() <= begin), None)
        if next_group := next((m for m in groups if begin < m.start() < end), None):
            end = next_group.start()
        if not text[begin:end].strip() or (group is None and any(m.start() == begin for m in groups)):
            continue
        mark = mark_at.get(begin)
        body, numbers = _references(text, mark[1] if mark else begin, end)
        found.append(Section(begin, end, mark, body, numbers, group.span(1) if group else None))
    return found


def _marks(text: str) -> list[tuple[int, int]]:
    """The marks of the highest level that the cell uses."""
    for pattern in (_SQUARES, _CIRCLES, _BULLETS, _NUMBERS):
        matches = list(pattern.finditer(text))
        if matches and (pattern in (_SQUARES,) or not text[: matches[0].start()].strip() or _GROUP.match(text)):
            return [(m.start(), m.end() if pattern is not _NUMBERS else m.start()) for m in matches]
    return []


def _references(text: str, at: int, end: int) -> tuple[int, tuple[int, ...]]:
    """Item numbers at the beginning of a section, and where its words begin."""
    at += len(text[at:end]) - len(text[at:end].lstrip())
    match = REFERENCES.match(text, at, end)
    if not match:
        return at, ()
    stop = match.end()
    return stop + len(text[stop:end]) - len(text[stop:end].lstrip()), references(match.group())
