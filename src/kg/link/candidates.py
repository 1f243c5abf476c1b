"""A body of a release beside a body of the register: what speaks for and against their being one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.link.evidence import Evidence, score, told
from kg.link.names import comparable, differ_in_one, kinds_of, plain, without_branch
from kg.text.codes import is_corporate_number
from kg.text.names import NO_FORM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.errors import Message
    from kg.link.corporations import Corporation
    from kg.link.names import ComparableName
    from kg.link.register import Entry
    from kg.link.subjects import Subject

_LISTED = 5
"""Prefectures that an evidence names."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A corporate number that may be that of a body, with the evidence."""

    number: str
    registered_name: str
    address: str
    prefecture: str
    evidence: tuple[Evidence, ...]

    @property
    def acceptable(self) -> bool:
        """Whether nothing speaks against it."""
        return all(one.accepted for one in self.evidence)

    @property
    def same_name(self) -> bool:
        """Whether name and form are the same, whatever else is not."""
        codes = {one.code for one in self.evidence}
        return "form-same" in codes and not codes.isdisjoint({"name-exact", "name-corrected"})

    @property
    def score(self) -> float:
        """From 0 to 1."""
        return score(self.evidence)

    @property
    def told(self) -> Message:
        """The evidence in words."""
        return told(self.evidence)


def candidate(subject: Subject, corporation: Corporation) -> Candidate | None:
    """``corporation`` as a candidate for ``subject``; None where it is not worth a person's time: another name, or another form elsewhere."""
    best = max(_names(subject, corporation), key=lambda found: score(found[1]), default=None)
    if best is None:
        return None
    entry, evidence = best
    place = _place(subject, corporation)
    if place.code == "place-other" and Evidence("form-same") not in evidence:
        return None
    evidence += (place, _kind(subject, entry), *_times(subject, corporation))
    if not is_corporate_number(corporation.number):
        evidence += (Evidence("check-digit-wrong"),)
    current = corporation.current
    if subject.date and current.since and current.since > subject.date and plain(current.name) != plain(entry.name):
        evidence += (Evidence("renamed-since", current.name),)
    return Candidate(corporation.number, current.name or entry.name, current.address, current.prefecture, evidence)


def by_rule(subject: Subject, number: str, corporation: Corporation | None) -> Candidate:
    """The number that follows from a government's code, beside what the register has under it."""
    rule = Evidence("rule")
    if corporation is None:
        return Candidate(number, subject.name, "", "", (rule, Evidence("rule-not-in-files")))
    current = corporation.current
    same = plain(current.name) in {plain(subject.name), *(plain(prefecture + subject.name) for prefecture in subject.prefectures)}
    beside = Evidence("rule-confirmed") if same else Evidence("rule-other-name", current.name)
    return Candidate(number, current.name, current.address, current.prefecture, (rule, beside))


def with_homonyms(one: Candidate, others: Iterable[Candidate]) -> Candidate:
    """``one`` with the prefectures in which there are others of its name."""
    elsewhere = sorted({other.prefecture for other in others if other.number != one.number and other.same_name} - {one.prefecture, ""})
    if not elsewhere:
        return one
    listed = "、".join(elsewhere[:_LISTED]) + ("…" if len(elsewhere) > _LISTED else "")
    return replace(one, evidence=(*one.evidence, Evidence("homonym-elsewhere", listed)))


def _names(subject: Subject, corporation: Corporation) -> Iterator[tuple[Entry, tuple[Evidence, ...]]]:
    """Each name of the body of the register that may be one of ``subject``, and how far it is the same."""
    for index, name in enumerate((subject.name, *subject.other_names)):
        asked = comparable(name)
        for entry in corporation.names():
            registered = comparable(entry.name)
            if asked.core == registered.core:
                same = _when(corporation, entry, subject, Evidence("name-corrected" if index else "name-exact"))
            elif asked.doubtful == registered.doubtful:
                same = Evidence("name-variant", entry.name)
            elif registered.core == without_branch(asked.core):
                same = Evidence("name-branch", entry.name)
            elif asked.form == registered.form and differ_in_one(asked.doubtful, registered.doubtful):
                same = Evidence("name-near", entry.name)
            else:
                continue
            yield entry, (same, _form(asked, registered))


def _when(corporation: Corporation, entry: Entry, subject: Subject, same: Evidence) -> Evidence:
    """Whether the name was the body's between the beginning of the project and the day of the document."""
    day = subject.date
    if day is None or corporation.may_have_had_name(entry, subject.since or day, day):
        return same
    if entry.since is not None and entry.since > day:
        return Evidence("name-later", entry.since.isoformat())
    return Evidence("name-former", corporation.on(day).name)


def _form(asked: ComparableName, registered: ComparableName) -> Evidence:
    if asked.form != registered.form:
        told_form = "—" if registered.form == NO_FORM else registered.form
        return Evidence("form-missing" if NO_FORM in {asked.form, registered.form} else "form-different", told_form)
    return Evidence("form-same" if asked.at_end == registered.at_end else "form-position")


def _place(subject: Subject, corporation: Corporation) -> Evidence:
    held = corporation.during(subject.since or subject.date, subject.date) if subject.date else [corporation.current]
    entry = held[-1]
    if not entry.prefecture or not subject.prefectures:
        return Evidence("place-unknown")
    if same := [one.prefecture for one in held if one.prefecture in subject.prefectures]:
        return Evidence("place-same", same[-1])
    moved = subject.date is not None and not corporation.is_known_on(subject.date)
    return Evidence("place-moved" if moved else "place-other", entry.prefecture)


def _kind(subject: Subject, entry: Entry) -> Evidence:
    fits = entry.kind in kinds_of(comparable(subject.name).form) | kinds_of(comparable(entry.name).form)
    return Evidence("kind-fits" if fits else "kind-other", entry.kind)


def _times(subject: Subject, corporation: Corporation) -> Iterator[Evidence]:
    """Number, closing and rows of the body of the register beside the date of the document."""
    day, assigned = subject.date, corporation.assigned
    if corporation.deleted:
        yield Evidence("deleted")
    if day is None:
        yield Evidence("document-undated")
        return
    if assigned is None:
        yield Evidence("assigned-unknown")
    else:
        yield Evidence("assigned-before" if assigned <= day else "assigned-after", assigned.isoformat())
    closed = corporation.closed(day)
    if closed is not None:
        successor = corporation.current.successor
        yield Evidence("closed-after" if closed > day else "closed-before", closed.isoformat() + (f" → {successor}" if successor else ""))
    since = corporation.entries[0].since
    if since is not None and since > day and (assigned is None or assigned <= day):
        yield Evidence("history-unknown", since.isoformat())
