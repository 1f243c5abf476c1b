"""The report as text: complete in both languages, never wider than asked, no sign that would steer a terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from kg.errors import Message
from kg.validate.findings import Finding
from kg.validate.report.contents import Report
from kg.validate.report.text import lines


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [60, 80, 200])
def test_every_finding_is_told_within_the_width(report: Report, language: str, width: int) -> None:
    told = lines(report, language, width)
    assert max(cell_len(line) for line in told) <= width
    whole = "".join("".join(told).split())
    for finding in report.findings:
        assert finding.place
        for text in (
            finding.message.in_language(language),
            finding.repair.in_language(language),
            finding.place.label(),
            finding.government,
        ):
            assert "".join(text.split()) in whole
    assert sum(line.startswith("○") for line in told) == 22
    assert sum(line.startswith("▲") for line in told) == 7
    assert all(line == line.rstrip() for line in told)


def test_the_summary(report: Report) -> None:
    told = lines(report, "ja", 80)
    assert told[0] == "違反はありません。 警告 7 件、注記 22 件。"
    assert next(line.split() for line in told if "実績の記載なし" in line) == ["○", "注記", "実績の記載なし", "15"]
    english = lines(report, "en", 80)
    assert english[0] == "No violations. Warnings: 7. Notes: 22."
    assert ["▲", "warning", "leaked", "row", "2"] in [line.split() for line in english]


def test_none() -> None:
    assert lines(Report.of(None, []), "ja", 80) == ["所見はありません"]
    assert lines(Report.of(None, []), "en", 80) == ["No findings"]


def test_a_text_cannot_steer_the_terminal() -> None:
    evil = Message("\x1b[31m赤\u202e[bold]", "\x1b]0;title\x07[link=http://x]y[/link]")
    finding = Finding("violation", "\x1b[2J", "urn:r", "urn:f", "\x1b[1m", evil, evil, None, "[red]県\x1b", "")
    for language in ("ja", "en"):
        told = "\n".join(lines(Report.of(None, [finding]), language, 80))
        assert "\x1b" not in told
        assert "\x07" not in told
        assert "[red]県" in told
        assert ("[bold]" if language == "ja" else "[link=http://x]y[/link]") in told
