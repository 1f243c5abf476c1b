"""A section cut into its elements: figures, dates and brackets, in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.quantities import Unreadable, find_lost, find_unreadable
from kg.text.counts import Count, find_counts
from kg.text.eras import DateMention

if TYPE_CHECKING:
    from kg.extract.readings import Label
    from kg.extract.sections import Section

_NO_FIGURE = 10**15
"""From here on a run of digits is a slip: no result needs them, and stores do not hold figures of any length."""
_OPEN, _CLOSE = "(【<「『[", ")】>」』]"
TRIM = " 　:、,/・※。=\t\n\x0c"
"""Signs around words that are no part of a label."""
# Words behind a number that say what was done, so that the number is a result and no part of a label.
_ACTIONS = re.compile(
    r"(?:開催|実施|配布|配付|発行|発送|作成|放送|参加|提供|設置|派遣|掲載|訪問|送付|制作|回収|程度|以上|弱|強|超|分|ずつ)*"
    r"(?:済み?|した|している|しました|予定)?$|[をにがはへとでも]"
)
_LABEL_REST = re.compile(r"[^\s、。()【】<>・:\d]*")
_NEXT_FIGURE = re.compile(r"\s?:?\s?(?:計|延べ|約)?\s?\d")
_SPACE = re.compile(r"\s")
_TOKEN = re.compile(r"[^\s、,。]+")


@dataclass(frozen=True)
class Bracket:
    """A bracket: bounds with its signs, bounds of what is inside."""

    begin: int
    end: int
    inner: Label


Element = Count | DateMention | Bracket | Unreadable


class SectionText:
    """The folded cell, one section of it, and the elements found in it. ``end`` is where a note behind ※ begins."""

    def __init__(self, text: str, section: Section, dates: list[DateMention]) -> None:
        self.text = text
        self.section = section
        note = text.find("※", section.body, section.end)
        self.end = note if note >= 0 else section.end
        self.dates = [date for date in dates if section.body <= date.begin < section.end]
        busy = [(date.begin, date.end) for date in self.dates]
        self.unreadable = [
            found
            for found in find_unreadable(text, section.body, self.end)
            if not any(begin < found.end and found.begin < end for begin, end in busy)
        ]
        counts = find_counts(text, section.body, self.end)
        self.unreadable += [Unreadable(count.digits, count.end, "huge") for count in counts if count.value >= _NO_FIGURE]
        busy += [(found.begin, found.end) for found in self.unreadable]
        self.counts = [c for c in counts if not any(b <= c.digits < e for b, e in busy) and not self._part_of_label(c)]
        self.unreadable += find_lost(text, section.body, self.end, [*busy, *((c.begin, c.end) for c in self.counts)])

    def elements(self, begin: int, end: int) -> list[Element]:
        """Figures, dates and outermost brackets between two offsets, in order."""
        brackets = self._brackets(begin, end)

        starts = [bracket.begin for bracket in brackets]

        def outside(at: int) -> bool:
            before = bisect_right(starts, at) - 1
            return begin <= at < end and (before < 0 or at >= brackets[before].end)

        found: list[Element] = [*brackets]
        found += [count for count in self.counts if outside(count.digits)]
        found += [date for date in self.dates if outside(date.begin)]
        found += [unreadable for unreadable in self.unreadable if outside(unreadable.begin)]
        return sorted(found, key=lambda element: element.begin)

    def counts_in(self, label: Label) -> list[Count]:
        """Figures inside some bounds."""
        return [count for count in self.counts if label[0] <= count.digits < label[1]]

    def dates_in(self, label: Label) -> list[DateMention]:
        """Dates inside some bounds."""
        return [date for date in self.dates if label[0] <= date.begin < label[1]]

    def trimmed(self, label: Label) -> Label | None:
        """Bounds without signs and spaces at both ends; None where nothing is left."""
        begin, end = label
        while begin < end and self.text[begin] in TRIM + _CLOSE:
            begin += 1
        while begin < end and self.text[end - 1] in TRIM:
            end -= 1
        return (begin, end) if begin < end else None

    def tokens(self, begin: int, end: int) -> list[Label]:
        """Words between two offsets, split at spaces and commas, trimmed."""
        found = (self.trimmed((begin + m.start(), begin + m.end())) for m in _TOKEN.finditer(self.text[begin:end]))
        return [token for token in found if token]

    def slice(self, label: Label) -> str:
        """The characters of some bounds."""
        return self.text[label[0] : label[1]]

    def _brackets(self, begin: int, end: int) -> list[Bracket]:
        """The outermost brackets between two offsets; an unclosed one reaches to the end, a heading or date that is not closed (【内訳 …) to the next space."""
        found, depth, start = [], 0, -1
        for at in range(begin, end):
            if self.text[at] in _OPEN:
                start = at if depth == 0 else start
                depth += 1
            elif self.text[at] in _CLOSE and depth:
                depth -= 1
                if depth == 0:
                    found.append(Bracket(start, at + 1, (start + 1, at)))
        if depth:
            short = self.text[start] in "【<" or any(date.begin == start + 1 for date in self.dates)
            space = _SPACE.search(self.text, start, end) if short else None
            stop = space.start() if space else end
            found.append(Bracket(start, stop, (start + 1, stop)))
            found += self._brackets(stop, end)
        return found

    def _part_of_label(self, count: Count) -> bool:
        """Whether a number belongs to the words of a label (「16回すべて終えた者 9人」)."""
        if count.total or count.counting or count.approximate:
            return False
        rest = _LABEL_REST.match(self.text, count.end)
        if rest is None or not rest.group() or _ACTIONS.match(rest.group()):
            return False
        return bool(_NEXT_FIGURE.match(self.text, rest.end()))
