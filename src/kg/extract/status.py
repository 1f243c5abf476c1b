"""Results in words: what is planned, under way, completed, or left blank with a dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.readings import Words
from kg.text.vocabulary import code_list

if TYPE_CHECKING:
    from kg.extract.readings import Label, Reading
    from kg.extract.scan import SectionText
    from kg.text.eras import DateMention

_DASH_AT_END = re.compile(r"(.*?)(?:^|\s+)(?:-+|ー|なし)$", re.DOTALL)


def note_or_status(scan: SectionText, reading: Reading, bounds: Label) -> None:
    """Words that label nothing: a status is a result in words, the rest a note."""
    label = scan.trimmed(bounds)
    if label and not add_status(scan, reading, label):
        reading.notes.append(label)


def add_status(scan: SectionText, reading: Reading, bounds: Label) -> bool:
    """Add a result in words where the words say 予定, 作成中 and the like; False where they say no status."""
    label = scan.trimmed(bounds)
    cue = code_list("status").first(scan.slice(label), "words") if label else None
    if label is None or cue is None:
        return False
    date = next(iter(scan.dates_in(label)), None)
    reading.words.append(Words(label, cue.notation, (label[0] + cue.start, label[0] + cue.end), date=date))
    return True


def add_completed(scan: SectionText, reading: Reading, bounds: Label, labels: tuple[Label, ...]) -> bool:
    """Add 全員修了・資格取得済み and the like: a result of people, stated without a figure."""
    cue = code_list("status").first(scan.slice(bounds), "completed")
    if cue is None:
        return False
    reading.words.append(Words(bounds, cue.notation, (bounds[0] + cue.start, bounds[0] + cue.end), labels))
    return True


_PARTICLE = re.compile(r"\s?(?:に|から|頃|以降|より)?\s?(?:現在)?、?")
_OBJECT = re.compile(r"(?:.*(?:にて|において))?(?P<thing>.+?)を[^を]*$", re.DOTALL)


def thing_named(text: str, quote: Label, date: DateMention | None) -> Label:
    """What a result in words is about, without its date and what was done to it: 「現在パンフレットを作成中」 is about パンフレット."""
    begin, end = quote
    if date and date.begin <= begin + 2:
        begin = max(begin, date.end)
    particle = _PARTICLE.match(text, begin, end)
    begin = particle.end() if particle else begin
    thing = _OBJECT.match(text, begin, end)
    return thing.span("thing") if thing else (begin, end) if begin < end else quote


def whole_section(scan: SectionText, reading: Reading) -> None:
    """A section without any figure is a result in words, or a dash: nothing stated."""
    bounds = scan.trimmed((scan.section.body, scan.end))
    if bounds is None:
        return
    dash = _DASH_AT_END.match(scan.slice(bounds))
    if dash:
        heading = scan.trimmed((bounds[0], bounds[0] + dash.end(1)))
        reading.heading = heading
        reading.words.append(Words(bounds, "none", None, (heading,) if heading else ()))
    elif not add_status(scan, reading, bounds):
        reading.words.append(Words(bounds, "actual", None, date=next(iter(scan.dates_in(bounds)), None)))
