"""Bodies of a release and the register of corporate numbers: read twice as a stream, matched, decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.link.candidates import Candidate, by_rule, candidate, with_homonyms
from kg.link.corporations import Corporation
from kg.link.evidence import Evidence
from kg.link.index import SubjectIndex
from kg.link.link_file import ACCEPT, BY_RULE, HOJIN, LEXICAL, NONE, TOOL, Link
from kg.link.names import comparable
from kg.link.register import NAME, NUMBER, PREFECTURE, UPDATED, checked, entry, rows
from kg.text.codes import local_government_corporate_number
from kg.text.names import NO_FORM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.link.register import Entry
    from kg.link.subjects import Subject
    from kg.settings import Limits

_SHOWN = 20
"""Candidates of one body that a person is asked about."""
_TELL_EACH = 100_000


@dataclass(frozen=True, slots=True)
class Matched:
    """What came of it: links that are decided, rows that wait for a person, the date of the register (its last update), and how many rows it had."""

    links: tuple[Link, ...]
    review: tuple[Link, ...]
    register_date: str
    rows: int


def match(
    files: Sequence[Path],
    subjects: Iterable[Subject],
    decisions: Sequence[Link],
    limits: Limits,
    progress: Callable[[int], None] = lambda _rows: None,
) -> Matched:
    """Match ``subjects`` with the register in ``files`` (the full one, differences, or both); ``decisions`` of persons stand.

    Memory grows with the subjects and what may be one of them, not with the register. ``progress`` is called with the number of rows read so far.
    Raises LinkError where a file is not one of the register.
    """
    listed = sorted(subjects, key=lambda subject: subject.key)
    index = SubjectIndex(listed)
    numbers, register_date, count = _wanted(files, index, limits, progress)
    corporations = _read(files, numbers, limits)
    candidates: dict[str, list[Candidate]] = {subject.key: [] for subject in listed}
    for corporation in corporations.values():
        found = {subject.key: subject for one in corporation.entries for subject in index.found(one.name, one.prefecture)}
        for subject in found.values():
            made = candidate(subject, corporation)
            if made:
                candidates[subject.key].append(made)
    decider = _Decider(decisions, register_date)
    for subject in listed:
        if subject.code:
            number = local_government_corporate_number(subject.code)
            decider.decide(subject, [by_rule(subject, number, corporations.get(number))])
        else:
            decider.decide(subject, sorted(candidates[subject.key], key=lambda one: (-one.score, one.number)))
    return Matched(tuple(decider.all_links()), tuple(decider.review), register_date, count)


def _wanted(files: Sequence[Path], index: SubjectIndex, limits: Limits, progress: Callable[[int], None]) -> tuple[set[str], str, int]:
    """Numbers of the bodies that may be one of those looked for, the last update, and the number of rows."""
    numbers: set[str] = set()
    last, count = "", 0
    wants = index.wants
    for row, name, line in rows(files, limits):
        count += 1
        if row[UPDATED] > last:
            checked(row, name, line)
            last = row[UPDATED]
        if wants(row[NUMBER], row[NAME], row[PREFECTURE]):
            numbers.add(row[NUMBER])
        if not count % _TELL_EACH:
            progress(count)
    return numbers, last, count


def _read(files: Sequence[Path], numbers: set[str], limits: Limits) -> dict[str, Corporation]:
    """The bodies of ``numbers``, each with all of its rows: a name that it had before, or has now, may be one that nobody looks for."""
    found: dict[str, list[Entry]] = {}
    for order, (row, name, line) in enumerate(rows(files, limits)):
        if row[NUMBER] in numbers:
            found.setdefault(row[NUMBER], []).append(entry(row, name, line, order))
    return {number: Corporation.of(entries) for number, entries in sorted(found.items())}


class _Decider:
    """Sorts candidates into links and what a person is asked about; what a person has decided before is not asked again."""

    def __init__(self, decisions: Iterable[Link], register_date: str) -> None:
        self._decisions: dict[str, list[Link]] = {}
        for link in decisions:
            if link.by_person:
                self._decisions.setdefault(link.subject, []).append(link)
        self._register_date = register_date
        self._links: list[Link] = []
        self.review: list[Link] = []

    def all_links(self) -> Iterator[Link]:
        """Links in the order of their keys, decisions of persons about bodies that no longer occur among them."""
        kept = [link for links in self._decisions.values() for link in links]
        yield from sorted([*self._links, *kept], key=lambda link: (link.subject, link.decision, link.number))

    def decide(self, subject: Subject, found: Sequence[Candidate]) -> None:
        """Decide about one body, whose candidates are given, the best first."""
        decided = self._decisions.get(subject.key, ())
        if any(link.decision in {ACCEPT, NONE} for link in decided):
            return
        rejected = {link.number for link in decided}
        left = [one for one in found if one.number not in rejected]
        acceptable = [one for one in left if one.acceptable]
        if len(acceptable) == 1:
            best = with_homonyms(acceptable[0], found)
            self._links.append(self._link(subject, best, accepted=True))
            return
        several = (Evidence("several", str(len(acceptable))),)
        more = (Evidence("more", str(len(left) - _SHOWN)),) if len(left) > _SHOWN else ()
        for one in left[:_SHOWN]:
            doubts = (several if one.acceptable else ()) + more
            self.review.append(self._link(subject, replace(one, evidence=doubts + one.evidence), accepted=False))
        if not left:
            nothing = "none-found-without-form" if comparable(subject.name).form == NO_FORM else "none-found"
            nobody = Candidate("", "", "", "", (Evidence(nothing),))  # a person may know the number
            self.review.append(self._link(subject, nobody, accepted=False))

    def _link(self, subject: Subject, one: Candidate, *, accepted: bool) -> Link:
        return Link(
            decision=ACCEPT if accepted else "",
            name=subject.name,
            number=one.number,
            registered_name=one.registered_name,
            address=one.address,
            body=HOJIN + one.number if one.number else "",
            score=f"{one.score:.2f}",
            evidence_ja=one.told.ja,
            evidence_en=one.told.en,
            cell=subject.cell,
            prefectures="、".join(sorted(subject.prefectures)),
            document_date=subject.date.isoformat() if subject.date else "",
            subject=subject.key,
            justification=BY_RULE if subject.code else LEXICAL,
            register_date=self._register_date,
            decided_by=TOOL if accepted else "",
        )
