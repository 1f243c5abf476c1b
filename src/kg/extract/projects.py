"""The row that names a government -> its Project, resolved to a code where the name allows, and what its title leaves out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.governments import UNSTATED
from kg.extract.names import distance
from kg.extract.records import Finding, Project
from kg.text.eras import find_dates
from kg.text.places import gazetteer, kind_on
from kg.text.width import fold_with_origins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.extract.records import Edition
    from kg.sources.cells import Span, TitleRow

_COHORT_YEAR = re.compile(r"([RHSTM])(\d+)$")
_ERA_BEGIN = {"R": 2018, "H": 1988, "S": 1925, "T": 1911, "M": 1867}


def read_project(government: Government, report: Reporter) -> tuple[Project, list[Finding]]:
    """Project of a government; a name that is unknown or could be two places stays undecided and becomes a finding."""
    piece, edition = government.label, government.edition
    number = government.first["number"]
    text = piece.text
    span = piece.span(len(text) - len(text.lstrip()), len(text.rstrip()))
    candidates = gazetteer().resolve(government.name)
    place = candidates[0] if len(candidates) == 1 else None
    findings = [] if place else [_unresolved(report, government.name, [f"{c.prefecture}{c.name}" for c in candidates], span)]
    kind = kind_on(place, edition.last_day) if place and edition.last_day else place.kind if place else ""
    project = Project(
        edition=edition,
        number=number.text.strip(" ().．No№") if number else "",
        municipality=government.name,
        code=place.code if place else "",
        kind=kind,
        prefecture=place.prefecture if place else "",
        start_fiscal_year=cohort_year(edition.cohort),
        span=span,
    )
    return project, findings


def _unresolved(report: Reporter, name: str, candidates: list[str], span: Span) -> Finding:
    if candidates:
        ja = f"「{name}」は {'、'.join(candidates)} のどれか決められません。都道府県名を付けてください。"
        return report.finding("warning", "other", ja, f"{name} may be {', '.join(candidates)}; write its prefecture before it", span)
    near = sorted({place.name for place in gazetteer().places if distance(place.name, name, 1) == 1})[:3]
    hint_ja = f"「{'」「'.join(near)}」の誤りではありませんか。" if near else "名称を確かめてください。"
    hint_en = f"is it {' or '.join(near)}?" if near else "check the name"
    return report.finding(
        "warning", "name-suspect", f"「{name}」という自治体は見つかりません。{hint_ja}", f"no government is called {name}; {hint_en}", span
    )


def title_findings(report: Reporter, edition: Edition, span: Span) -> Iterator[Finding]:
    """What no title says although every record needs it."""
    facts = ((edition.programme, "事業名", "programme"), (edition.cohort, "開始年度", "cohort"), (edition.edition, "表の日付", "date"))
    missing = [(ja, en) for value, ja, en in facts if value == UNSTATED]
    if missing:
        ja, en = "・".join(ja for ja, _ in missing), ", ".join(en for _, en in missing)
        example = "「○○事業における取組状況等について【令和○年度開始分】（令和○年○月末現在）」の形の表題を表の前に置いてください。"
        yield report.finding(
            "warning", "other", f"表題から{ja}を読み取れません。{example}", f"no title states the {en}; put a title above the table", span
        )


def title_date_findings(report: Reporter, row: TitleRow) -> Iterator[Finding]:
    """A table dated before the year in which its programme began: one of the two dates of its title is wrong."""
    year, last = cohort_year(row.title.cohort), row.title.last_day
    if year is None or not last or last >= f"{year}-04-01":
        return
    cell = row.raw.filled[0]
    folded = fold_with_origins(cell.text)
    date = next((found for found in find_dates(folded.text) if found.last_day and found.last_day.isoformat() == last), None)
    begin, end = (folded.origin(date.begin), folded.origin(date.end)) if date else (0, len(cell.text))
    literal = cell.text[begin:end].strip()
    ja = f"表題の日付「{literal}」（{last}）が、事業の開始年度（{year}年度）より前です。元号と年を確かめてください。"
    en = f"the title dates the table {literal} ({last}), before its programme began in fiscal year {year}; check era and year"
    yield report.finding("warning", "suspicious-date", ja, en, cell.span(begin, end))


def cohort_year(cohort: str) -> int | None:
    """Fiscal year in which a cohort began: H30 → 2018, R1 → 2019."""
    match = _COHORT_YEAR.match(cohort)
    return _ERA_BEGIN[match[1]] + int(match[2]) if match else None
