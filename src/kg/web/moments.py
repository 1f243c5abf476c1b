"""What the timeline holds: when projects began, as of when and for which periods they report figures, what is planned, and the dates of tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import Message
from kg.export.answer_tables import AnswerTable
from kg.export.answers import column_label
from kg.search.labels import facet_label, message, value_label
from kg.sorting import natural
from kg.text.eras import period_days

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from kg.web.lines import Row

WHATS = ("start", "table", "period", "as-of", "planned", "in-progress", "words", "undated")
"""Kinds of moments (queries/pages/timeline.rq), in their order within a line."""
COLUMNS = ("cohort", "government", "what", "indicator", "date", "start", "end", "count")
"""What is shown of a moment, besides the address that it opens."""


Line = tuple[str, str]
_UNCOUNTED = {"start", "table"}
"""Kinds that no figure is behind."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or period of what a government does in a cohort, as it is written (empty where none is), and how many figures are of it.

    ``government`` is the code, or the IRI ``iri`` where there is none; ``thing`` is a single result, which is about ``name``, a project or a table.
    """

    cohort: str
    government: str
    iri: str
    label: Message
    what: str
    date: str
    thing: str
    name: str
    count: int

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """First and last day; None where no date is written, or one that no calendar has."""
        try:
            return period_days(self.date)
        except ValueError:
            return None

    @property
    def of_table(self) -> bool:
        """Whether it is the date of a table, which all of its governments share."""
        return self.what == "table"

    @property
    def line(self) -> Line:
        """The line of the timeline that it stands in: cohort and government; the tables of a cohort have one of their own."""
        return self.cohort, "" if self.of_table else self.government


def moments(rows: Sequence[Row]) -> list[Moment]:
    """The moments that the rows of queries/pages/timeline.rq tell, cohort by cohort; in each its tables, then government by government."""
    found = [_moment({name: term["value"] for name, term in row.items()}) for row in rows]
    return sorted(found, key=_place)


def _moment(row: Mapping[str, str]) -> Moment:
    name = row.get("ja") or row.get("en") or row["government"]
    date = row.get("date", "")
    return Moment(
        row["cohort"],
        row.get("code") or row["government"],
        row["government"],
        Message(name, row.get("en") or name),
        row["what"],
        f"FY{date}" if row["what"] == "start" else date,
        row.get("thing", ""),
        row.get("name", ""),
        int(row["count"]),
    )


def _place(moment: Moment) -> tuple[object, ...]:
    return moment.line, WHATS.index(moment.what), natural(moment.date), moment.thing, moment.government


@dataclass(frozen=True, slots=True)
class Timeline:
    """The moments for some cohorts and governments (all where none are chosen). ``address`` is where the same can be asked again."""

    moments: Sequence[Moment]
    chosen: Mapping[str, Sequence[str]]
    language: str
    release: str
    address: str
    cautions: Sequence[str]

    def lines(self) -> list[Line]:
        """The lines of governments, in their order."""
        return list(dict.fromkeys(moment.line for moment in self.moments if not moment.of_table))

    def rows(self, lines: Sequence[Line]) -> list[Moment]:
        """The moments of some lines of governments; the date of each of their tables once."""
        wanted = set(lines)
        found: dict[object, Moment] = {}
        for moment in self.moments:
            if (moment.cohort, moment.government) in wanted:
                found.setdefault(moment.thing if moment.of_table else moment, moment)
        return list(found.values())

    def shown(self, moment: Moment) -> list[str]:
        """A moment as it is read by people, column by column."""
        # a project begins some day of its fiscal year, and does not end with that
        first, last = (day.isoformat() for day in moment.days) if moment.days and moment.what != "start" else ("", "")
        return [
            value_label("cohort", moment.cohort).in_language(self.language),
            "" if moment.of_table else moment.label.in_language(self.language),
            value_label("what", moment.what).in_language(self.language),
            moment.name,
            moment.date or message("not-dated").in_language(self.language),
            first,
            last,
            str(moment.count) if moment.what not in _UNCOUNTED else "",
        ]

    def headings(self) -> list[str]:
        """The columns' labels."""
        named = {"cohort": facet_label("cohort"), "government": facet_label("government")}
        named |= {name: message(name) for name in ("what", "date", "start", "end", "count")}
        return [named[name].in_language(self.language) if name in named else column_label(name, self.language) for name in COLUMNS]

    def table(self, opens: Callable[[Moment], str]) -> AnswerTable:
        """All moments as a table that can be written to a file, each with the address that it ``opens``."""
        rows = [[*self.shown(moment), opens(moment)] for moment in self.rows(self.lines())]
        names, headings = [*COLUMNS, "opens"], [*self.headings(), message("opens").in_language(self.language)]
        before = {"chosen": {facet: list(values) for facet, values in self.chosen.items()}}
        return AnswerTable("timeline", self.language, names, headings, rows, self.cautions, self.release, self.address, before=before)
