"""A body of the register through time: what its rows say it was called, and where it was, on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.link.register import DELETED, NAME_CHANGED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.link.register import Entry


@dataclass(frozen=True, slots=True)
class Corporation:
    """All that was read of one corporate number: its entries by the day from which they hold, a correction behind what it corrects."""

    number: str
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Corporation:
        """The body that ``entries`` (of one number, at least one) are about."""
        ordered = sorted(entries, key=lambda entry: (entry.since or dt.date.min, entry.updated, entry.order))
        return cls(ordered[0].number, tuple(ordered))

    @property
    def current(self) -> Entry:
        """The entry that is the latest by its own word, and came last."""
        return max(self.entries, key=lambda entry: (entry.latest, entry.updated, entry.since or dt.date.min, entry.order))

    def on(self, day: dt.date) -> Entry:
        """The entry that held on ``day``; the first of all where nothing as old was read."""
        return self.during(day, day)[-1]

    def during(self, first: dt.date, last: dt.date) -> list[Entry]:
        """The entries that held at some time from ``first`` to ``last``, in their order; the first of all where nothing as old was read."""
        held = [entry for entry in self.entries if entry.since is None or entry.since <= last]
        begun = [index for index, entry in enumerate(held) if entry.since is None or entry.since <= first]
        return held[begun[-1] if begun else 0 :] or [self.entries[0]]

    def is_known_on(self, day: dt.date) -> bool:
        """Whether anything was read that held on ``day``."""
        first = self.entries[0]
        return first.since is None or first.since <= day

    def may_have_had_name(self, entry: Entry, first: dt.date, last: dt.date) -> bool:
        """Whether the name of ``entry`` was the body's at some time then, as far as was read: a first entry that is no change of name may be older."""
        return entry.name in {held.name for held in self.during(first, last)} and (self.is_known_on(last) or entry.process != NAME_CHANGED)

    def names(self) -> list[Entry]:
        """The entries with which a name began, in their order."""
        return [self.entries[0], *(after for before, after in pairwise(self.entries) if after.name != before.name)]

    @property
    def assigned(self) -> dt.date | None:
        """The day on which the number was assigned."""
        return self.current.assigned

    def closed(self, day: dt.date) -> dt.date | None:
        """When it was closed: by ``day``, even if it was restored later, or since."""
        return (self.on(day).closed if self.is_known_on(day) else None) or self.current.closed

    @property
    def deleted(self) -> bool:
        """Whether the number was withdrawn."""
        return self.current.process == DELETED
