"""``report.html``: one page, in both languages, that needs nothing but itself: no script, no request, no font.

Language and filters are radio buttons that the style sheet looks at (``:has``); a browser that does not know it shows both languages, unfiltered.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.errors import Message
from kg.validate.findings import SEVERITIES
from kg.validate.report.grids import Grid, grids_of
from kg.validate.report.marking import visible
from kg.validate.report.wording import cohort_name, place_name, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kg.validate.findings import Finding, Severity
    from kg.validate.report.contents import Report
    from kg.validate.report.rows import Row

MOST_FINDINGS = 5_000
"""Findings on the page, the gravest first; a page with more would be of use to nobody."""
MOST_FOLDED = 1_000_000
"""Characters that are folded away but can be opened; beyond that they are left out."""
_LISTED = 40
_LETTERS: dict[Severity, str] = {"violation": "v", "warning": "w", "info": "i"}


@dataclass(frozen=True)
class Entry:
    """A finding on the page: its number, its IRI, the classes by which it is filtered."""

    number: int
    finding: Finding
    iri: str
    classes: str
    quote: str
    marked: bool

    @property
    def short(self) -> str:
        """The characters that it is about, or as many of them as fit in a list."""
        text = " ".join(visible(self.quote).split())
        return text if len(text) <= _LISTED else f"{text[: _LISTED - 1]}…"


@dataclass
class Card:
    """A row of a table (rows, where a finding runs over several) with all findings in it; one without rows holds findings that stand in none."""

    entries: list[Entry] = field(default_factory=list)
    rows: tuple[Row, ...] = ()
    grids: list[Grid] = field(default_factory=list)
    title: Message | None = None
    classes: str = ""


@dataclass
class Group:
    """What belongs to one government, or is of one kind."""

    anchor: str
    name: Message
    note: Message
    cards: list[Card] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    classes: str = ""
    total: int = 0

    @property
    def severities(self) -> list[tuple[Severity, int]]:
        """How many findings it has of each severity that it has."""
        counted = [(severity, sum(entry.finding.severity == severity for entry in self.entries)) for severity in SEVERITIES]
        return [(severity, count) for severity, count in counted if count]


def page(report: Report, language: str = "ja") -> str:
    """The page as HTML; ``language`` is the one that it opens in. The same text for the same report."""
    kinds = list(report.kinds)
    entries = _entries(report, kinds)
    pairs = {(_LETTERS[finding.severity], kinds.index(finding.kind)) for finding in report.findings}
    style = Markup(_style(len(kinds), pairs))  # noqa: S704 - the style sheet of this package and rules made of numbers
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("kg.validate.report"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        finalize=_allowed,
    )
    environment.globals |= {"say": say, "place_name": place_name, "is_link": is_link, "label": report.labels}
    return environment.get_template("report.html.jinja").render(
        report=report,
        language=language,
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        governments=_governments(report, entries),
        kinds=_kinds(report, entries, kinds),
        letters=_LETTERS,
        everything=_together(entries),
        left_out=len(report.findings) - len(entries),
    )


def write_page(report: Report, path: Path, language: str = "ja") -> None:
    """Write the page in UTF-8."""
    path.write_text(page(report, language), encoding="utf-8", newline="\n")


def _allowed(value: object) -> object:
    """What is written into the page: of text only characters that HTML allows; Jinja escapes them afterwards."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def is_link(iri: str) -> bool:
    """Whether an IRI may be the target of a link: nothing but what a browser fetches, never a script."""
    return iri.startswith(("https://", "http://"))


def _entries(report: Report, kinds: Sequence[str]) -> list[Entry]:
    numbered = list(enumerate(zip(report.findings, report.iris, strict=True), start=1))
    if len(numbered) > MOST_FINDINGS:
        gravest = sorted(numbered, key=lambda entry: (SEVERITIES.index(entry[1][0].severity), entry[0]))
        numbered = sorted(gravest[:MOST_FINDINGS])
    made = []
    for number, (finding, iri) in numbered:
        rows, place = report.rows.at(finding.place), finding.place
        marked = place is not None and any(cell.within(place) for row in rows for cell in row.cells)
        classes = _classes([(_LETTERS[finding.severity], kinds.index(finding.kind))])
        made.append(Entry(number, finding, iri, classes, report.rows.quote(place), marked))
    return made


def _classes(pairs: Iterable[tuple[str, int]]) -> str:
    """Classes of what holds findings of such severities and kinds."""
    found = sorted(set(pairs))
    names = [*(letter for letter, _ in found), *(f"k{kind}" for _, kind in found), *(f"{letter}{kind}" for letter, kind in found)]
    return " ".join(["f", *dict.fromkeys(names)])


def _together(entries: Iterable[Entry]) -> str:
    return " ".join(dict.fromkeys(name for entry in entries for name in entry.classes.split()))


def _governments(report: Report, entries: Sequence[Entry]) -> list[Group]:
    """Governments in the order of the documents, each with its rows, each row once."""
    found: dict[tuple[str, str], Group] = {}
    cards: dict[tuple[object, ...], Card] = {}
    for entry in entries:
        finding = entry.finding
        key = finding.cohort, finding.government
        name = say("no-government") if not finding.government else Message(finding.government, finding.government)
        group = found.setdefault(key, Group(f"government-{len(found) + 1}", name, cohort_name(finding.cohort)))
        rows = report.rows.at(finding.place)
        where = (*key, rows[0].key) if rows else (*key, entry.number)
        if where not in cards:
            cards[where] = Card()
            group.cards.append(cards[where])
        card = cards[where]
        card.entries.append(entry)
        card.rows = max(card.rows, rows, key=len)
        group.entries.append(entry)
    budget = MOST_FOLDED
    for group in found.values():
        group.classes = _together(group.entries)
        for card in group.cards:
            budget = _filled(card, report, budget)
    return list(found.values())


def _filled(card: Card, report: Report, budget: int) -> int:
    """Draw the rows of a card; returns how many characters may still be folded away."""
    card.classes = _together(card.entries)
    if not card.rows:
        return budget
    place = next(entry.finding.place for entry in card.entries if entry.finding.place)
    _, sheet, row = card.rows[0].key
    card.title = say("sheet-row" if sheet else "line", document=place.document, sheet=sheet, row=row)
    places = [(entry.number, _LETTERS[entry.finding.severity], entry.finding.place) for entry in card.entries if entry.finding.place]
    card.grids, budget = grids_of(card.rows, places, report.labels, budget)
    return budget


def _kinds(report: Report, entries: Sequence[Entry], kinds: Sequence[str]) -> list[Group]:
    groups = []
    for index, kind in enumerate(kinds):
        chosen = [entry for entry in entries if entry.finding.kind == kind]
        group = Group(
            f"kind-{index}", report.labels("finding-kind", kind), Message("", ""), [], chosen, _together(chosen), report.kinds[kind]
        )
        groups.append(group)
    return groups


def _style(kinds: int, pairs: set[tuple[str, int]]) -> str:
    """The style sheet, and the rules that hide what is not asked for."""
    text = (resources.files("kg.validate.report") / "templates" / "report.css").read_text(encoding="utf-8")
    return "\n" + text + "\n".join(_rules(kinds, pairs)) + "\n"


def _rules(kinds: int, pairs: set[tuple[str, int]]) -> Iterator[str]:
    for letter in _LETTERS.values():
        yield f"body:has(#s-{letter}:checked) .f:not(.{letter}) {{ display: none; }}"
        if not any(pair[0] == letter for pair in pairs):
            yield f"body:has(#s-{letter}:checked) .nothing {{ display: block; }}"
    for kind in range(kinds):
        yield f"body:has(#k-{kind}:checked) .f:not(.k{kind}) {{ display: none; }}"
        for letter in _LETTERS.values():
            both = f"body:has(#s-{letter}:checked):has(#k-{kind}:checked)"
            yield f"{both} .f:not(.{letter}{kind}) {{ display: none; }}"
            if (letter, kind) not in pairs:
                yield f"{both} .nothing {{ display: block; }}"
