"""report.json: what its schema says, every finding with the characters that it is about, the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kg import resources
from kg.errors import Message
from kg.store.embedded import EmbeddedStore
from kg.validate.findings import Finding
from kg.validate.report.contents import Report
from kg.validate.report.document import document, schema

SOURCE = resources.path(resources.EMBEDDED_SOURCE).read_bytes().decode()
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
SAID = {"title", "description", "$schema", "$id", "$defs", "type", "additionalProperties", "properties"}
Rule = dict[str, Any]


def of_type(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and not (name == "integer" and isinstance(value, bool))


KEYWORDS: dict[str, Callable[[Any, Any, Rule], list[str]]] = {
    "enum": lambda value, asked, _: [] if value in asked else [f": not in {asked}"],
    "minimum": lambda value, asked, _: [] if value >= asked else [f": < {asked}"],
    "minLength": lambda value, asked, _: [] if len(value) >= asked else [": too short"],
    "required": lambda value, asked, _: [f": lacks {name}" for name in asked if name not in value],
    "items": lambda value, asked, whole: [f"[{at}]{wrong}" for at, item in enumerate(value) for wrong in broken(item, asked, whole)],
    "$ref": lambda value, asked, whole: broken(value, whole["$defs"][asked.rpartition("/")[2]], whole),
    "anyOf": lambda value, asked, whole: [] if any(not broken(value, each, whole) for each in asked) else [": none of anyOf"],
}


def broken(value: Any, rule: Rule, whole: Rule) -> list[str]:
    """What in ``value`` breaks ``rule``, of the keywords of JSON Schema 2020-12 that the schema uses; another one is an error of this test."""
    if "type" in rule and not of_type(value, rule["type"]):
        return [f": not {rule['type']}"]
    found = [wrong for keyword, asked in rule.items() if keyword not in SAID for wrong in KEYWORDS[keyword](value, asked, whole)]
    known, more = rule.get("properties", {}), rule.get("additionalProperties", {})
    for name in value if isinstance(value, dict) else ():
        if name not in known and more is False:
            found.append(f": has {name}")
        else:
            found += [f".{name}{wrong}" for wrong in broken(value[name], known.get(name, more or {}), whole)]
    return found


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
