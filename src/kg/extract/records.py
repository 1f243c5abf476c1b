"""The typed records that a table is read into. Keys are relative (block 2, item 3); only rdf/ turns them into IRIs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt

    from kg.correction_form import CodedProperty
    from kg.sources.cells import Span
    from kg.sources.returned import CellChange, Revised

Severity = Literal["violation", "warning", "info"]
Role = Literal[
    "title", "header", "number", "government", "department", "contractor", "marker", "heading", "item", "stage", "indicator", "figure", "unit",
    "date", "counting", "note", "separator", "leaked", "unread", "correction",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coded:
    """A code and the characters that decided it (None where nothing but a default did)."""

    notation: str
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """Which table a record was read from: programme, cohort (H30) and the table's own date (2020-12)."""

    programme: str
    cohort: str
    edition: str
    last_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """One government's undertaking. ``code`` is empty where the name could not be resolved; ``key`` then is the name."""

    edition: Edition
    number: str
    municipality: str
    code: str
    kind: str
    prefecture: str
    start_fiscal_year: int | None
    span: Span

    @property
    def key(self) -> str:
        """Six-digit code, or the name where it has none."""
        return self.code or self.municipality


@dataclass(frozen=True, slots=True)
class Commission:
    """Who does what for which department: a contractor, or the government itself (``contractor`` empty).

    ``kind`` is the one code of the tables (who runs a centre is first of all that); ``functions`` are all that the contractor's name says.
    """

    block: int
    department: str
    contractor: str
    legal_form: Coded | None
    kind: Coded | None
    functions: tuple[Coded, ...]
    centre: str
    listed_again: bool
    span: Span
    department_span: Span | None
    contractor_span: Span | None


@dataclass(frozen=True, slots=True)
class Intervention:
    """One item of a commission's programme."""

    block: int
    item: int
    marker: str
    heading: str
    text: str
    types: tuple[Coded, ...]
    targets: tuple[Coded, ...]
    referrers: tuple[Coded, ...]
    stages: tuple[Coded, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """One reported figure, or one result in words (``value`` empty). ``key`` is unique in its block, ``total`` the key of the figure it is part of.

    ``span`` is the figure with its unit, or the words; ``context`` the labels and dates that it was read with.
    """

    block: int
    key: str
    interventions: tuple[int, ...]
    indicator: str
    indicator_type: Coded
    result_level: Coded
    value: str
    unit: str
    measure: Coded
    counting: Coded | None
    approximate: bool
    as_of: str
    period: str
    total: str
    breakdown_kind: Coded | None
    dimension: Coded | None
    status: Coded
    quote: str
    span: Span
    context: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something odd in the source, in words an official understands, at its cell; ``context`` is what else it speaks of, such as a whole row."""

    severity: Severity
    kind: str
    cohort: str
    municipality: str
    message_ja: str
    message_en: str
    span: Span
    context: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of characters of one cell, or between cells, with one role; the passages of a document cover it without gap or overlap.

    ``row`` is the line of a text file or the row of a sheet, ``column`` the n-th cell of it from 1, or 0 between cells; ``rows`` is how many
    rows its cell spans.
    """

    span: Span
    role: Role
    text: str
    row: int
    column: int
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """Who corrected something, why and when (``2021-02-10``); what is not known is empty."""

    who: str
    why: str
    when: str


@dataclass(frozen=True, slots=True)
class FormPlace:
    """A cell of the sheet of corrections."""

    span: Span
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class CellCorrection:
    """A cell of the table that was changed. Of an earlier round it has its ``key``, the ``workbook`` (sha256) that brought it, and its cell ``now``."""

    change: CellChange
    signature: Signature
    key: str = ""
    workbook: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class CodeCorrection:
    """The code ``before`` (empty: one is added) of a record's property is to be ``after`` (empty: it is removed).

    ``item`` is the record's key (``intervention/…/2-3``), ``place`` the cell of the sheet of corrections that decides.
    """

    item: str
    entry: CodedProperty
    before: str
    after: str
    signature: Signature
    place: FormPlace


@dataclass(frozen=True, slots=True)
class ReturnedRecords:
    """What a workbook that came back says besides its table."""

    documents: tuple[Revised, ...]
    cells: tuple[CellCorrection, ...]
    codes: tuple[CodeCorrection, ...]


@dataclass(frozen=True)
class Portion:
    """What was read between two governments: one project with everything under it, or rows that belong to none (``project`` is None).

    ``known`` where another edition of the table already brought the project itself; ``returned`` are the corrections of its document, which stand
    in the first portion of it.
    """

    document: str
    project: Project | None = None
    known: bool = False
    commissions: list[Commission] = field(default_factory=list)
    interventions: list[Intervention] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    returned: ReturnedRecords | None = None
