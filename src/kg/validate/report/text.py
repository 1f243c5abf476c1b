"""The report for a terminal, or as plain text for a file or pipe: how many of what, then each finding under its government."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from kg.validate.report.wording import cohort_name, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from kg.validate.findings import Finding, Severity
    from kg.validate.report.contents import Report

_STYLES: dict[Severity, str] = {"violation": "bold red", "warning": "yellow", "info": "cyan"}
_SIGNS: dict[Severity, str] = {"violation": "×", "warning": "▲", "info": "○"}
_QUOTED = 40


def renderable(report: Report, language: str) -> RenderableType:
    """The report in ``language``, for a Rich console of any width; colours only repeat what words say."""
    if not report.findings:
        return Text(say("none").in_language(language))
    return Group(_verdict(report, language), "", _counts(report, language), *_governments(report, language))


def lines(report: Report, language: str, width: int) -> list[str]:
    """The same as plain lines of at most ``width`` columns, a character of full width taking two."""
    console = Console(file=io.StringIO(), width=width, color_system=None, highlight=False)
    with console.capture() as drawn:
        console.print(renderable(report, language))
    return [line.rstrip() for line in drawn.get().splitlines()]


def _verdict(report: Report, language: str) -> Text:
    counted = {str(severity): count for severity, count in report.severities.items()}
    first = say("verdict-none") if report.conforms else say("verdict", **counted)
    return Text(f"{first.in_language(language)} {say('verdict-more', **counted).in_language(language)}", style="bold")


def _severity(report: Report, severity: Severity, language: str) -> Text:
    return Text(f"{_SIGNS[severity]} {report.labels('severity', severity).in_language(language)}", style=_STYLES[severity])


def _kind(report: Report, kind: str, language: str) -> Text:
    return Text(_printable(report.labels("finding-kind", kind).in_language(language)))


def _counts(report: Report, language: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(say("severity").in_language(language), no_wrap=True)
    table.add_column(say("kind").in_language(language), overflow="fold")
    table.add_column(say("findings").in_language(language), justify="right")
    for severity in report.severities:
        for kind in report.kinds:
            count = sum(finding.severity == severity and finding.kind == kind for finding in report.findings)
            if count:
                table.add_row(_severity(report, severity, language), _kind(report, kind, language), str(count))
    return table


def _governments(report: Report, language: str) -> Iterator[RenderableType]:
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in report.findings:
        groups.setdefault((finding.cohort, finding.government), []).append(finding)
    for (cohort, government), findings in groups.items():
        name = government or say("no-government").in_language(language)
        began = cohort_name(cohort).in_language(language)
        yield ""
        yield Text(_printable(f"{name} ({began})" if began else name), style="bold underline")
        table = Table.grid(padding=(0, 1))
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for finding in findings:
            table.add_row(_severity(report, finding.severity, language), _told(report, finding, language))
        yield table


def _told(report: Report, finding: Finding, language: str) -> Text:
    """Kind and place, the characters, what is wrong, what to do."""
    where = finding.place.label() if finding.place else say("nowhere").in_language(language)
    told = _kind(report, finding.kind, language)
    told.stylize("bold")
    told.append(f"  {_printable(where)}", style="dim")
    quote = " ".join(_printable(report.rows.quote(finding.place)).split())
    if quote:
        told.append(f"\n「{quote if len(quote) <= _QUOTED else quote[: _QUOTED - 1] + '…'}」")
    for text in (finding.message.in_language(language), f"{say('value').in_language(language)}: {finding.value}" if finding.value else ""):
        told.append(f"\n{_printable(text)}" if text else "")
    if repair := finding.repair.in_language(language):
        told.append(f"\n→ {_printable(repair)}")
    return told


def _printable(text: str) -> str:
    """Without characters that would steer the terminal."""
    return "".join(sign if sign.isprintable() or sign in " \n\t" else "\ufffd" for sign in text)
