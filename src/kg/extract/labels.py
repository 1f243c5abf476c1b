"""The words of one level of brackets: heading, label of the next figure, and the signs that announce parts (内訳, うち, ○)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.status import note_or_status

if TYPE_CHECKING:
    from kg.extract.parts import Parts
    from kg.extract.readings import Label, Reading
    from kg.extract.scan import SectionText

LONGEST_LABEL = 45
"""Characters beyond which words are prose, no label."""
_OF_THE_FIGURE_BEFORE = {"以上", "以下", "程度", "余り", "余", "弱", "強", "超", "未満"}
_PART_SIGN = re.compile(r"(?:うち(?:、|わけ)?|(?<![一-龥])内訳[:：]?|その内)")
_SUB_BULLET = re.compile(r"(?:(?<=\s)|^)(?:[○◯]|・(?=[^\s\d計延約]))")
_CLAUSE_END = re.compile(r"。|(?:ため|ので|して|おり|[をにがはで])[、,]")
_LAST_COMMA = re.compile(r"、(?=[^、]*$)")


class Labels:
    """Heading and labels as they are met from left to right.

    ``heading`` stands over all figures of the level; ``label`` belongs to the next figure and those behind it until other words come.
    ``heading_is_label`` says that the first words only label the first figure (「面接 19人 … つながった者 11人」).
    """

    def __init__(self, scan: SectionText, reading: Reading, parts: Parts, *, top: bool) -> None:
        self.scan = scan
        self.reading = reading
        self.parts = parts
        self.top = top
        self.heading: Label | None = None
        self.label: Label | None = None
        self.heading_is_label = False
        self.pending: Label | None = None
        # Behind ■ stands a heading for all that follows; behind a bare number or nothing, the first words only label the first figure.
        mark = scan.section.mark
        self._headed = mark is not None and mark[1] > mark[0]

    def take(self, gap: Label, *, glued: bool, first: bool) -> None:
        """Make the words of ``gap`` heading or label of the figure that follows.

        ``glued`` where no space stands before that figure, ``first`` where no figure has been read on this level.
        """
        begin, end = self._part_sign(gap)
        begin, end = self._sub_bullet(begin, end, first=first)
        tokens = self.scan.tokens(self._after_sentence(begin, end, first=first), end)
        while tokens and not first and self.scan.slice(tokens[0]) in _OF_THE_FIGURE_BEFORE:
            self.reading.notes.append(tokens.pop(0))
        if not tokens:
            return
        words = (tokens[0][0], tokens[-1][1])
        if self.top and self.heading is None and first:
            self._first_words(words, glued=glued)
        elif words[1] - words[0] > LONGEST_LABEL:
            self.reading.notes.append(words)
            self.label = None
        else:
            self._next_words(words, first=first)

    def settle_first(self) -> None:
        """The first figure was reached: whether its words are a heading for the others too."""
        self.heading_is_label = self.label is None and not self._headed

    def chain(self) -> tuple[Label, ...]:
        """Labels of a figure that is no part: heading, then label."""
        heading = (self.heading,) if self.heading and self.top else ()
        return heading + self.own()

    def own(self) -> tuple[Label, ...]:
        """The label alone."""
        return (self.label,) if self.label else ()

    def _first_words(self, words: Label, *, glued: bool) -> None:
        """The first words of a section: its heading, with the first label behind it; only a label where the figure is glued to them."""
        begin, end = words
        tokens = [(begin + m.start(), begin + m.end()) for m in re.finditer(r"\S+", self.scan.slice(words))]
        if len(tokens) == 1 and end - begin > LONGEST_LABEL:
            self.reading.notes.append(words)
            return
        if len(tokens) == 1 and glued:
            self.label = words
        else:
            self.heading = tokens[0]
            self.label = (tokens[1][0], tokens[-1][1]) if len(tokens) > 1 else None
        self.reading.indicators += tokens

    def _next_words(self, words: Label, *, first: bool) -> None:
        self.label = words
        if self.top and not first and not self.parts.expected and self.heading_is_label:
            self.heading, self.heading_is_label = None, False
        self.reading.indicators.append(words)

    def _part_sign(self, gap: Label) -> Label:
        """Take 内訳 and うち out of a gap and tell ``parts`` what they announce; return what stands behind."""
        match = _PART_SIGN.search(self.scan.slice(gap))
        if not match:
            return gap
        begin, end = gap[0] + match.start(), gap[0] + match.end()
        note_or_status(self.scan, self.reading, (gap[0], begin))
        self.parts.announce("partition" if match.group().startswith(("内訳", "うちわけ")) else "subset", (begin, end))
        self.reading.signs.append((begin, end))
        self.label = None
        return end, gap[1]

    def _sub_bullet(self, begin: int, end: int, *, first: bool) -> Label:
        """○性別 or ・ラベル inside a section: a new list of parts, or a further fact beside the section's heading."""
        match = _SUB_BULLET.search(self.scan.text[begin:end]) if self.top and not first else None
        if not match:
            return begin, end
        note_or_status(self.scan, self.reading, (begin, begin + match.start()))
        begin += match.end()
        self.label = None
        if self.parts.mode != "partition":
            self.parts.end()
            self.heading_is_label = True
            return begin, end
        self.parts.new_list()
        tokens = self.scan.tokens(begin, end)
        if len(tokens) > 1:  # 「○性別 男性：」: the first word names the list
            self.reading.notes.append(tokens[0])
            begin = tokens[0][1]
        return begin, end

    def _after_sentence(self, begin: int, end: int, *, first: bool) -> int:
        """Where the label begins: behind the last sentence end, or comma of what was said of the figure before."""
        words = self.scan.text[begin:end]
        cuts = [*_CLAUSE_END.finditer(words), *(() if first else _LAST_COMMA.finditer(words))]
        cut = max((begin + m.end() for m in cuts), default=begin)
        if cut > begin:
            note_or_status(self.scan, self.reading, (begin, cut))
        return cut
