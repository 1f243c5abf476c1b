"""The row that names a government -> its Project, resolved to a code where the name allows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.names import distance
from kg.extract.records import Finding, Project
from kg.text.places import gazetteer, kind_on

if TYPE_CHECKING:
    from kg.extract.faults import Reporter
    from kg.extract.governments import Government
    from kg.sources.cells import Span

_COHORT_YEAR = re.compile(r"([RHSTM])(\d+)$")
_ERA_BEGIN = {"R": 2018, "H": 1988, "S": 1925, "T": 1911, "M": 1867}


def read_project(government: Government, report: Reporter) -> tuple[Project, list[Finding]]:
    """Project of a government; a name that is unknown or could be two places stays undecided and becomes a finding."""
    piece, edition = government.label, government.edition
    text = piece.text
    span = piece.span(len(text) - len(text.lstrip()), len(text.rstrip()))
    candidates = gazetteer().resolve(government.name)
    place = candidates[0] if len(candidates) == 1 else None
    findings = [] if place else [_unresolved(report, government.name, [f"{c.prefecture}{c.name}" for c in candidates], span)]
    kind = kind_on(place, edition.last_day) if place and edition.last_day else place.kind if place else ""
    project = Project(
        edition=edition,
        number=number_of(government),
        municipality=government.name,
        code=place.code if place else "",
        kind=kind,
        prefecture=place.prefecture if place else "",
        start_fiscal_year=cohort_year(edition.cohort),
        span=span,
    )
    return project, findings


def number_of(government: Government) -> str:
    """The government's number in its table, without signs around it."""
    number = government.first["number"]
    return number.text.strip(" ().．No№") if number else ""


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


def cohort_year(cohort: str) -> int | None:
    """Fiscal year in which a cohort began: H30 → 2018, R1 → 2019."""
    match = _COHORT_YEAR.match(cohort)
    return _ERA_BEGIN[match[1]] + int(match[2]) if match else None
