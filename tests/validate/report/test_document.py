"""report.json: what its schema says, every finding with the characters that it is about, the same bytes each time."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg import resources
from kg.errors import Message
from kg.store.embedded import EmbeddedStore
from kg.validate.findings import Finding
from kg.validate.report.contents import Report
from kg.validate.report.document import document, schema
from tests.json_schema import broken

SOURCE = resources.path(resources.EMBEDDED_SOURCE).read_bytes().decode()


@pytest.fixture(scope="module")
def made(report: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(document(report))
    return loaded


def test_it_is_as_the_schema_says(made: dict[str, Any]) -> None:
    rules: dict[str, Any] = schema()
    assert broken(made, rules, rules) == []
    made_wrong = json.loads(json.dumps(made))
    made_wrong["findings"][0]["severity"] = "error"
    made_wrong["findings"][1]["place"]["row"] = "7"
    del made_wrong["conforms"]
    made_wrong["more"] = 1
    assert broken(made_wrong, rules, rules) == [
        ": lacks conforms",
        ".findings[0].severity: not in ['violation', 'warning', 'info']",
        ".findings[1].place: none of anyOf",
        ": has more",
    ]


def test_every_finding_with_its_characters(made: dict[str, Any], report: Report) -> None:
    assert made["conforms"] is True
    assert made["counts"]["severities"] == {"violation": 0, "warning": 7, "info": 22}
    assert sum(made["counts"]["kinds"].values()) == made["counts"]["findings"] == len(made["findings"]) == 29
    for told, finding in zip(made["findings"], report.findings, strict=True):
        assert (told["severity"], told["kind"], told["focus"]) == (finding.severity, finding.kind, finding.focus)
        assert told["message"] == {"ja": finding.message.ja, "en": finding.message.en}
        place = told["place"]
        assert place["quote"].split() == SOURCE[place["start"] : place["end"]].split()
    places = [(told["place"]["document"], told["place"]["start"]) for told in made["findings"]]
    assert places == sorted(places)


def test_the_same_bytes_whatever_the_order(store: EmbeddedStore, findings: list[Finding]) -> None:
    first, second = document(Report.of(store, findings)), document(Report.of(store, reversed(findings)))
    assert first == second
    assert first.endswith("}\n")


def test_a_violation_does_not_conform_and_may_have_no_place(findings: list[Finding]) -> None:
    finding = Finding("violation", "other", "https://x/shape#A", "_:b0", "", Message("あ", "a"), Message("い", "b"))
    told = json.loads(document(Report.of(None, [*findings, finding])))
    rules: dict[str, Any] = schema()
    assert broken(told, rules, rules) == []
    assert told["conforms"] is False
    assert [each["place"] for each in told["findings"] if each["focus"] == "_:b0"] == [None]
    assert {each["place"]["quote"] for each in told["findings"] if each["place"]} == {""}


def test_no_two_findings_share_an_iri() -> None:
    messages = [Message(str(number), str(number)) for number in range(3)]
    same = [Finding("violation", "other", "https://x/shape#A", "https://x/y", "", message, message) for message in messages]
    report = Report.of(None, [*same, *same])
    base = "https://w3id.org/tsunagi/id/finding/A/https%3A%2F%2Fx%2Fy"
    assert report.iris == (base.replace("%3A", ":"), f"{base.replace('%3A', ':')}/2", f"{base.replace('%3A', ':')}/3")
