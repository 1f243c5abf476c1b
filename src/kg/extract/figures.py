"""One section of results read into figures and results in words.

A section is a heading, then figures with labels, dates and brackets: 「支援実施人数 計31人（R2.2月末時点）【内訳】入口支援：12人（検察：5人、裁判：7人）」.
It is read from left to right, a bracket as a level of its own. What stands between two figures is the label of the second (labels.py); brackets,
内訳 and うち make parts of the figure before them (parts.py); dates belong to what they stand behind or above (qualifiers.py).
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.labels import LONGEST_LABEL, Labels
from kg.extract.parts import Parts, leave_open
from kg.extract.qualifiers import AS_OF, Qualifiers, read_note
from kg.extract.quantities import Unreadable
from kg.extract.readings import Figure, Reading, Words
from kg.extract.scan import TRIM, Bracket, SectionText
from kg.extract.sections import is_breakdown_heading
from kg.extract.status import add_completed, add_status, note_or_status, whole_section
from kg.text.counts import Count
from kg.text.eras import DateMention
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.readings import Label
    from kg.extract.sections import Section

_DEEPEST = 6
"""Brackets inside brackets that are still read; the embedded table has two."""
_PLANNED = re.compile(r"[^\s。、)]{0,14}?(?:予定|見込|に公開|より開始|から開始)")
_WITH_FIGURE = re.compile(r"[^。、]*\d+[回人件名部]")
_REST_OF_WORD = re.compile(r"[^\s、)]*")
_AS_OF_TAIL = re.compile(r"\s?(?:末)?(?:時点|現在)?(?:までの累計|の累計|まで)?(?:で、?)?")
_PERIOD_TAIL = re.compile(r"^(?:実績|度|分|中)")
_DONE_TAIL = re.compile(r"(?:に|の)?(?:開催|実施|発行|配布|作成|中)?")
_LABELS_FIGURE = re.compile(r"\s?[:(]?\s?(?:計|延べ|約|全)?\s?\d|\s?:|\s?\((?=\d|計|約|延)")
_OPENS_WORDS = re.compile(r"\s?\((?!\d|計|約|延)")
_LABEL_GOES_ON = re.compile(r"\s?:|[^\s、。()【】<>・:\d※計延約]")


def read_section(text: str, section: Section, dates: list[DateMention]) -> Reading:
    """Read one section of the folded cell ``text``, all of whose dates are ``dates``."""
    scan, reading = SectionText(text, section, dates), Reading(section)
    _Level(scan, reading, itertools.count(1)).run(section.body, scan.end)
    read_note(scan, reading)
    leave_open(reading, text)
    for figure in reading.figures:
        figure.inherit()
    if not reading.figures and not reading.words:
        whole_section(scan, reading)
    return reading


class _Level:
    """One level of brackets: the section itself, or the inside of ``bracket`` one level below ``above``."""

    def __init__(
        self, scan: SectionText, reading: Reading, lists: Iterator[int], above: _Level | None = None, bracket: Bracket | None = None
    ) -> None:
        self.scan = scan
        self.reading = reading
        self.lists = lists
        self.depth: int = above.depth + 1 if above else 0
        self.top = above is None
        total = above.here[-1] if above and above.here else None
        self.parts = Parts(reading, lists, total, (bracket.begin, bracket.begin + 1) if bracket else None)
        self.labels = Labels(scan, reading, self.parts, top=self.top)
        self.qualifiers = Qualifiers(scan, reading)
        self.here: list[Figure] = []

    def run(self, begin: int, end: int) -> None:
        """Read everything between two offsets."""
        at = begin
        for element in self.scan.elements(begin, end):
            if element.begin < at:
                continue
            gap = (at, element.begin)
            match element:
                case Count():
                    at = self._count(element, gap)
                case DateMention():
                    at = self._date(element, gap, end)
                case Bracket():
                    at = self._bracket(element, gap, end)
                case Unreadable():
                    self._words_before(gap)
                    self.reading.unreadable.append(replace(element, labels=self.labels.chain()))
                    at = element.end
        if self.here or self.reading.figures or not self.top:
            note_or_status(self.scan, self.reading, (at, end))

    def _take(self, gap: Label, *, glued: bool = False) -> None:
        self.labels.take(gap, glued=glued, first=not self.here)

    # -- figures ----------------------------------------------------------------------------------------------------------------------------

    def _count(self, count: Count, gap: Label) -> int:
        words = (gap[0], count.begin)
        list_before = self.parts.list_id
        pending = self.labels.pending
        if pending and not self.scan.slice(words).strip(TRIM):
            self._take((pending[0], gap[0]), glued=True)
        else:
            before = self.scan.text[count.begin - 1] if count.begin > gap[0] else " "
            self._take(words, glued=not before.isspace() and before not in ":、")
        self.labels.pending = None
        if self.parts.list_id != list_before:
            self.qualifiers.period = None  # ○性別 behind ○年度: the years were those of the list above
        if not self.here:
            self.labels.settle_first()
        self._add(count, gap[0])
        if self.top and self.labels.heading:
            self.reading.heading = self.reading.heading or self.labels.heading
        return count.end

    def _add(self, count: Count, quoted_from: int) -> None:
        label = self.labels.label
        begin = label[0] if label and quoted_from <= label[0] < count.begin else count.begin
        figure = Figure(count, (), (begin, count.end))
        if not self.parts.relate(figure, self.labels.own(), self.here):
            figure.labels = self.labels.chain()
        self.qualifiers.qualify(figure, label)
        self.here.append(figure)
        self.reading.figures.append(figure)

    # -- dates outside brackets ---------------------------------------------------------------------------------------------------------------

    def _date(self, date: DateMention, gap: Label, end: int) -> int:
        """A date of what is planned, the day up to which figures run, or a period, which may be a label (H30年度：)."""
        self.reading.dates.append(date)
        behind = self.scan.text[date.end : end]
        if not date.possible:
            self.reading.impossible_dates.append(date)
            self._heading_before(gap)
            if self._label_of(date, date.end):
                self.qualifiers.period = None
            return date.end
        if _PLANNED.match(behind) and not _WITH_FIGURE.match(behind):
            return self._planned(date, gap, behind)
        if AS_OF.match(behind) and not behind.startswith(("までに", "末までに")):
            self._heading_before(gap)
            if self.here:
                self.qualifiers.date_behind(date, as_of=True)
            else:
                self.qualifiers.date_above(date, as_of=True)
            tail = _AS_OF_TAIL.match(behind)
            return date.end + (tail.end() if tail else 0)
        return self._period(date, gap, behind)

    def _planned(self, date: DateMention, gap: Label, behind: str) -> int:
        """「次回は令和6年2月の予定」: a result in words with its date."""
        rest = _REST_OF_WORD.match(behind)
        stop = date.end + (rest.end() if rest else 0)
        start = self.scan.trimmed((gap[0], date.begin))
        labels = (start,) if start and start[1] - start[0] <= LONGEST_LABEL else ()
        cue = code_list("status").first(self.scan.text[date.end : stop], "words")
        spot = (date.end + cue.start, date.end + cue.end) if cue else None
        self.reading.words.append(Words((start[0] if start else date.begin, stop), "planned", spot, labels, date))
        return stop

    def _heading_before(self, gap: Label) -> None:
        if not self.here and self.scan.trimmed(gap):
            self._take(gap)

    def _period(self, date: DateMention, gap: Label, behind: str) -> int:
        """A period holds until the next one; before a colon or figure (H30年度：, R1.10(250部)) it is also the label."""
        end = date.end + len(behind) - len(_PERIOD_TAIL.sub("", behind, 1))
        self._heading_before(gap)
        if self.here:
            note_or_status(self.scan, self.reading, gap)
        self.qualifiers.period = date
        if until := self.qualifiers.until_month(date, end):
            return until
        if self._label_of(date, end):
            return end
        done = _DONE_TAIL.match(behind)
        return date.end + (done.end() if done else 0)

    def _label_of(self, date: DateMention, end: int) -> bool:
        """Make a date, ``end`` being that of its words, the label of a figure right behind it, where there is one."""
        if not _LABELS_FIGURE.match(self.scan.text, end) or _OPENS_WORDS.match(self.scan.text, end):
            return False
        self.labels.label, self.labels.pending = (date.begin, end), None
        self.reading.indicators.append((date.begin, end))
        return True

    # -- brackets -------------------------------------------------------------------------------------------------------------------------------

    def _bracket(self, bracket: Bracket, gap: Label, end: int) -> int:
        sign = self.scan.text[bracket.begin]
        goes_on = sign == "(" and _LABEL_GOES_ON.match(self.scan.text, bracket.end, end) is not None
        if sign in "「『" or (goes_on and not self._is_counting(bracket)):
            return self._keep_in_label(bracket, gap)
        if sign in "【<" and is_breakdown_heading(self.scan.slice(bracket.inner)):
            self._announced(bracket, gap)
        elif self.depth == _DEEPEST:
            note_or_status(self.scan, self.reading, (gap[0], bracket.end))
        elif self.scan.counts_in(bracket.inner):
            self._words_before(gap)
            self._figures_in(bracket)
        elif counting := self.qualifiers.counting_of(bracket):
            self._counted(counting, gap)
        else:
            self._words_before(gap)
            self._words_in(bracket, gap)
        return bracket.end

    def _is_counting(self, bracket: Bracket) -> bool:
        """Whether a bracket in front of more words only says how the next figure was counted."""
        return bool(code_list("counting").find(self.scan.slice(bracket.inner))) and not self.scan.counts_in(bracket.inner)

    def _keep_in_label(self, bracket: Bracket, gap: Label) -> int:
        """Leave a bracket to the label it belongs to: 「出口支援（特別調整に準ずる者）：8人」."""
        start = self.scan.trimmed((gap[0], bracket.begin))
        self.labels.pending = self.labels.pending or start or (bracket.begin, bracket.end)
        return gap[0]

    def _words_before(self, gap: Label) -> None:
        """Words before a bracket: a label, or the end of a sentence about the figure before (「部を配布（…）」)."""
        if self.scan.trimmed(gap) is None:
            return
        if self.here and self.scan.text[gap[0]] not in " \t":
            note_or_status(self.scan, self.reading, gap)
        else:
            self._take(gap)

    def _announced(self, bracket: Bracket, gap: Label) -> None:
        """【内訳】, 【年度別】: what follows are the parts of the figure before."""
        self._words_before(gap)
        self.parts.announce("partition", bracket.inner)
        self.labels.label = None
        self.qualifiers.period = None
        self.qualifiers.forget_counting()
        self.reading.signs.append(bracket.inner)

    def _counted(self, counting: tuple[str, Label], gap: Label) -> None:
        """(実人員), 【延べ数】 behind words or a figure."""
        if self.scan.trimmed(gap):
            self._words_before(gap)
            self.qualifiers.count_next(counting, once=bool(self.here) or self.labels.label is not None)
        elif self.here:
            self.here[-1].counting, self.here[-1].counting_at = counting
        else:
            self.qualifiers.count_next(counting, once=False)

    def _figures_in(self, bracket: Bracket) -> None:
        """A bracket with figures: parts of the figure before it, or further facts on it."""
        label = self.labels.label
        is_new_date = (
            label is not None and any(d.begin == label[0] for d in self.scan.dates) and not any(label in f.labels for f in self.here)
        )
        if self.here and is_new_date:
            self._dated_part(bracket)
            return
        level = _Level(self.scan, self.reading, self.lists, self, bracket)
        level.qualifiers.as_of, level.qualifiers.period = self.qualifiers.as_of, self.qualifiers.period
        level.run(*bracket.inner)
        level.parts.close_bracket(level.here)
        self.qualifiers.undated += [figure for figure in level.here if figure.total is None]
        inside = next((figure.as_of for figure in level.here if figure.as_of), None)
        if inside:
            self.qualifiers.date_behind(inside, as_of=True)

    def _dated_part(self, bracket: Bracket) -> None:
        """「1,150部 R1.10(250部) R2.2(470部)」: the figure in the bracket is that date's part of the total."""
        total = next((figure for figure in self.here if figure.total is None), None)
        own = self.labels.own()
        for count in self.scan.counts_in(bracket.inner):
            figure = Figure(count, own, (own[0][0], bracket.end), period=self.qualifiers.period)
            if total and total.count.unit == count.unit:
                figure.total, figure.kind, figure.sign, figure.list_id = total, "partition", (bracket.begin, bracket.begin + 1), -1
                figure.labels = total.labels + own
            self.here.append(figure)
            self.reading.figures.append(figure)

    def _words_in(self, bracket: Bracket, gap: Label) -> None:
        """A bracket without figures: a date, a stage tag, a status, a completed result, 同上, or a note."""
        inside = self.scan.slice(bracket.inner)
        behind_new_label = self.labels.label is not None and self.scan.trimmed(gap) is not None and self.scan.text[gap[0]].isspace()
        before = len(self.reading.words)
        if self.qualifiers.date_bracket(bracket, above=not self.here or behind_new_label, first=not self.here):
            heading = self.labels.label or self.labels.heading
            if len(self.reading.words) > before and not self.here and heading:
                planned = self.reading.words[-1]  # 報告会開催回数（2月10日予定）: the heading says what is planned
                planned.labels, planned.quote = (heading,), (heading[0], bracket.end)
            return
        if self.scan.text[bracket.begin] == "【" and code_list("support-stage").find(inside):
            self.reading.stages.append(bracket.inner)
        elif inside.strip() == "同上":
            self.reading.same_date = True
            self.reading.notes.append(bracket.inner)
        elif not add_status(self.scan, self.reading, bracket.inner):
            above = self.here[-1].labels[:-1] or self.here[-1].labels if self.here else ()
            if not (self.here and add_completed(self.scan, self.reading, bracket.inner, (*above, bracket.inner))):
                self.reading.notes.append(bracket.inner)
