"""Which items a result reports on: by the number it names, because there is only one, or by clear wording; none where it is unclear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.understanding import GENERAL, Understanding, notations
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from collections.abc import Sequence

# Words that stand in nearly every indicator and so tell no item from another.
_COMMON = re.compile(
    r"支援|実施|開催|回数|人数|件数|部数|参加|延べ|実績|対象者?|関係|事業|作成|配布|配付|活動|状況|[のをにはがとやへで数者計等]"
)
_GENERIC_SUPPORT = re.compile(
    r"^(?:相談)?支援(?:実施|した)?(?:対象)?(?:者|人|件)?数?(?:人数|件数|者数|対象者数|実施人数|実施件数)?$|^(?:支援)?対象者数?$|^利用者数?$|^(?:支援)?人数$|^支援者数$"
)
_ENOUGH = 1.5
_SAME_KIND = 1.5


@dataclass(frozen=True)
class ItemSense:
    """What linking needs to know of an item: its place in the block, its number, its folded text, stage tag and heading, and what it says."""

    index: int
    number: int
    text: str
    sense: Understanding
    tag: str = ""
    heading: str = ""

    @property
    def supports_people(self) -> bool:
        """Whether it supports offenders or their families directly."""
        return self.sense.direct and any(match.scope in {"offender", "family"} for match in self.sense.targets)


@dataclass(frozen=True)
class SectionSense:
    """What linking needs to know of a section: its folded heading and labels, the items it names by number, the group it stands under."""

    labels: tuple[str, ...]
    numbers: tuple[int, ...]
    group: str = ""


def link_section(section: SectionSense, items: Sequence[ItemSense], previous: tuple[int, ...], taken: set[int]) -> tuple[int, ...]:
    """Items that a section reports on; ``previous`` are those of the section before it, ``taken`` those of all before it."""
    named = tuple(item.index for item in items if item.number in section.numbers)
    if named:
        return named
    items = [item for item in items if _same_group(item.heading, section.group)] or items
    if len(items) == 1:
        return (items[0].index,)
    heading = section.labels[0] if section.labels else ""
    if _GENERIC_SUPPORT.match("".join(heading.split())):
        people = tuple(item.index for item in items if item.supports_people) or tuple(item.index for item in items if item.sense.direct)
        if people:
            return people
    scores = {item.index: _score(section.labels, item) for item in items}
    best = max(scores.values(), default=0.0)
    if best >= _ENOUGH:
        tied = [item for item in items if scores[item.index] == best]
        if "支援" in heading and all(item.supports_people for item in tied):
            return tuple(item.index for item in tied)
        ahead = [item for item in tied if not previous or item.index >= min(previous)]
        return ((ahead or tied)[0].index,)
    left = [item.index for item in items if item.index not in taken]
    return (left[0],) if len(left) == 1 else ()


def _same_group(heading: str, group: str) -> bool:
    """Whether item and section stand under the same heading (<令和5年度> and <令和5年度（12月末まで）>)."""
    return bool(heading and group) and (heading.startswith(group) or group.startswith(heading))


def _score(labels: Sequence[str], item: ItemSense) -> float:
    """How clearly the labels speak of the item: the longest words they share, and whether they name the same kind of activity."""
    words = max((_shared(label, item.text) for label in labels), default=0)
    kinds = {match.notation for label in labels for match in code_list("intervention-type").find(label, "activity", "programme", "support")}
    return min(words, 8) + (_SAME_KIND if kinds & set(notations(item.sense.types)) else 0.0)


def _shared(label: str, text: str) -> int:
    """Length of the longest run of telling characters that the label shares with the text."""
    best = 0
    for run in _COMMON.sub(" ", label).split():
        for begin in range(len(run)):
            while begin + best < len(run) and run[begin : begin + best + 1] in text:
                best += 1
    return best if best >= 2 else 0


def link_part(label: str, dimension: str, total: tuple[int, ...], items: Sequence[ItemSense]) -> tuple[int, ...]:
    """Items that a part reports on: those of its total that share its stage or people, else all of them."""
    pool = [item for item in items if item.index in total] or list(items)
    tagged = tuple(item.index for item in pool if label and label == item.tag)
    if tagged:
        return tagged
    stages = set(notations(code_list("support-stage").find(label)))
    if dimension == "entry-exit" and len(items) > 1:
        return tuple(item.index for item in pool if stages & set(notations(item.sense.stages)))
    people = set(notations(code_list("target-group").find(label))) - {GENERAL}
    for wanted, name in ((people, "targets"), (stages, "stages")):
        chosen = tuple(item.index for item in pool if wanted & set(notations(getattr(item.sense, name))))
        if chosen:
            return chosen
    scores = {item.index: _shared(label, item.text) for item in pool}
    best = max(scores.values(), default=0)
    nearest = tuple(index for index, score in scores.items() if score == best)
    if len(pool) > 1 and (best >= 3 or (best == 2 and len(nearest) == 1)):
        return nearest
    return total
