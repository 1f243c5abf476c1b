"""The cell of programme content (主な事業内容) split into its items.

An item is what one marker (①, (1), ・) introduces, or the whole cell where nothing is numbered. A circled number inside a sentence
(「上記①の支援」「②のセミナーへの参加」) refers to an item and begins none: a marker stands at the beginning of the cell, or behind the end of a
sentence, a heading or a stage tag, and continues the run of numbers. 【…】 or <…> before items is their heading; 【…】 with
入口支援 or 出口支援 behind an item is its stage tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.marks import NUMBERED, family, ordinal
from kg.text.vocabulary import CueMatch, code_list

_HEADING = re.compile(r"[【<〔《]([^】>〕》]{1,80})[】>〕》]")
_SENTENCE_END = "。】>〕》)"
_REFERS = re.compile(r"\s?(?:[のにとでをはや及及び、,・～~]|[①-⑳]|において|における|から|について|に加え|とも)")


@dataclass(frozen=True, slots=True)
class Item:
    """One item in folded offsets of its cell: marker, text and stage tag; its heading if it has one.

    ``number`` is 0 where the marker carries none; ``continues`` whether it is the next number after the item before (in the project).
    """

    marker: str
    number: int
    marker_at: tuple[int, int] | None
    begin: int
    end: int
    heading: tuple[int, int] | None
    tag: tuple[int, int] | None
    stages: tuple[CueMatch, ...]


@dataclass(frozen=True, slots=True)
class ItemCell:
    """The items of a cell, the headings between them, and text before the first item that belongs to none."""

    items: tuple[Item, ...]
    headings: tuple[tuple[int, int], ...]
    lead_in: tuple[int, int] | None


def split_items(text: str, last_number: int = 0) -> ItemCell:
    """Split folded ``text``; ``last_number`` is the number of the item before this cell in the same project (0 for none)."""
    marks = _marks(text, last_number)
    tags, headings = _brackets(text, marks)
    if not marks:
        begin = max((end for _, end in headings if _only_space(text, headings, end)), default=0)
        begin += len(text[begin:]) - len(text[begin:].lstrip())
        starts: list[tuple[str, int, int]] = [("", begin, begin)]
    else:
        starts = marks
    items = []
    for index, (mark, at, begin) in enumerate(starts):
        limit = starts[index + 1][1] if index + 1 < len(starts) else len(text)
        next_heading = next((h for h in headings if begin <= h[0] < limit), None)
        end = next_heading[0] if next_heading else limit
        heading = next((span for span in reversed(headings) if span[1] <= max(at, begin)), None)
        items.append(_item(text, (mark, at, begin), end, heading, tags))
    lead_in = _lead_in(text, starts[0][1], headings) if marks else None
    return ItemCell(tuple(item for item in items if item.end > item.begin), tuple(headings), lead_in)


def _only_space(text: str, headings: list[tuple[int, int]], end: int) -> bool:
    """Whether nothing but headings and spaces stands before ``end``: then they head the whole cell."""
    at = 0
    for begin, stop in headings:
        if stop > end:
            break
        if text[at:begin].strip():
            return False
        at = stop
    return True


def _marks(text: str, last_number: int) -> list[tuple[str, int, int]]:
    """Markers that begin items, as (mark, begin, begin of the item's text)."""
    numbered = _numbered(text, last_number)
    return numbered or _bulleted(text)


def _numbered(text: str, last_number: int) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    style, previous = "", last_number
    for match in NUMBERED.finditer(text):
        mark, number = match.group(), ordinal(match.group())
        before = text[: match.start()].rstrip()
        boundary = not before or before[-1] in _SENTENCE_END or (not found and before[-1] in "、:")
        if not boundary and text[match.start() - 1].isspace() and number == previous + 1 and found:
            boundary = True  # an item that ends without 。
        if not boundary or (found and family(mark) != style):
            continue
        headed = bool(before) and before[-1] in "】>〕》" and not _stage_tag(_last_bracket(before))
        restarts = number == 1 and (headed or not found)
        if found and number != previous + 1 and not restarts and _REFERS.match(text, match.end()):
            continue
        if not found and before and number > 1 and number != previous + 1 and not headed:
            continue
        style, previous = family(mark), number
        found.append((mark, match.start(), match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())))
    return found


def _bulleted(text: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for match in re.finditer(r"[・●○◯◆■□▪]", text):
        before = text[: match.start()].rstrip()
        if not before or (before[-1] in _SENTENCE_END and found) or (before[-1] in "】>〕》"):
            after = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
            found.append((match.group(), match.start(), after))
    return found


def _last_bracket(text: str) -> str:
    brackets = [match[1] for match in _HEADING.finditer(text)]
    return brackets[-1] if brackets else ""


def _stage_tag(inside: str) -> list[CueMatch]:
    """Stages that a bracket names, where it is a tag and not the title of a scheme (…支援事業)."""
    if re.search(r"事業$|プログラム$|制度$|モデル$", inside.strip()):
        return []
    return code_list("support-stage").find(inside)


def _brackets(text: str, marks: list[tuple[str, int, int]]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Stage tags (behind items) and headings (before items), as spans."""
    tags: list[tuple[int, int]] = []
    headings: list[tuple[int, int]] = []
    first = marks[0][1] if marks else None
    for match in _HEADING.finditer(text):
        before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
        at_start = not before or (bool(headings) and headings[-1][1] == len(before))
        if (not at_start and before[-1:] in "。)】" and _stage_tag(match[1])) or (not after and _stage_tag(match[1])):
            tags.append(match.span())
        elif at_start or (before[-1] in _SENTENCE_END and (not after or NUMBERED.match(after) or after[0] in "・●○◯" or first is None)):
            headings.append(match.span())
    return tags, headings


def _item(text: str, start: tuple[str, int, int], end: int, heading: tuple[int, int] | None, tags: list[tuple[int, int]]) -> Item:
    """The item that ``start`` (marker, its place, begin of the text) begins and that ends before ``end``."""
    mark, at, begin = start
    tag = next((span for span in tags if begin < span[0] < end and not text[span[1] : end].strip()), None)
    stop = len(text[: tag[0]].rstrip()) if tag else len(text[:end].rstrip())
    stages: tuple[CueMatch, ...] = ()
    if tag:
        stages = tuple(
            CueMatch(m.notation, m.scope, m.start + tag[0], m.end + tag[0]) for m in code_list("support-stage").find(text[tag[0] : tag[1]])
        )
    return Item(mark, ordinal(mark), (at, at + len(mark)) if mark else None, begin, stop, heading, tag, stages)


def _lead_in(text: str, first: int, headings: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Words before the first marker that are no heading, such as 「物質使用障害者に対する支援策として、」."""
    begin = max((end for _, end in headings if end <= first), default=0)
    body = text[begin:first]
    if not body.strip():
        return None
    return begin + len(body) - len(body.lstrip()), begin + len(body.rstrip())
