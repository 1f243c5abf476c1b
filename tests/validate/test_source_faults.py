"""One thing changed in the embedded table: exactly one finding more, of the right kind, at the right characters; untouched, none more."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from kg import resources
from kg.extract.records import Finding
from kg.extract.tables import extract
from kg.release.validation import validate
from kg.settings import Settings
from kg.sources.reader import open_source
from kg.validate.engines.selection import engine
from kg.validate.gathering import gathered as gather
from kg.validate.shapes import load_shapes, shape_files

TEXT = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8")
Told = tuple[str, str, str, str]


def cases() -> list[dict[str, str]]:
    with (Path(__file__).parent / "faults" / "source.csv").open(encoding="utf-8", newline="") as stream:
        return [{name: value.replace("\\t", "\t").replace("\\n", "\n") for name, value in row.items()} for row in csv.DictReader(stream)]


CASES = cases()


def read(text: str, place: Path) -> list[Finding]:
    (place / "table.txt").write_bytes(text.encode())
    return [finding for portion in extract([open_source(place / "table.txt")]) for finding in portion.findings]


def told(text: str, place: Path) -> Counter[Told]:
    return Counter((f.severity, f.kind, f.municipality, text[f.span.start : f.span.end]) for f in read(text, place))


def gathered(text: str, place: Path) -> Counter[Told]:
    """What a person is told in the end, SHACL and checks included."""
    (place / "table.txt").write_bytes(text.encode())
    found = validate(place / "table.txt", Settings(), engine(), place).found.findings
    return Counter((f.severity, f.kind, f.government, text[f.place.start : f.place.end]) for f in found if f.place)


def changed(case: dict[str, str]) -> str:
    assert TEXT.count(case["old"]) == 1, "the case must name one place of the table"
    return TEXT.replace(case["old"], case["new"])


def test_there_are_cases() -> None:
    assert len({case["case"] for case in CASES}) == len(CASES) >= 18


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Counter[Told]:
    return told(TEXT, tmp_path_factory.mktemp("untouched"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_the_change_gives_one_finding_at_its_characters(case: dict[str, str], untouched: Counter[Told], tmp_path: Path) -> None:
    text = changed(case)
    found = told(text, tmp_path)
    more = list((found - untouched).elements())
    assert [one[:3] for one in more] == [(case["severity"], case["kind"], case["government"])]
    assert more[0][3] == case["quote"] or not case["quote"]
    renamed = Counter(one for one in untouched.elements() if one[2] != case["government"])
    assert renamed - found == Counter()


@pytest.mark.parametrize(
    "case", [CASES[0], *(pytest.param(case, marks=pytest.mark.full) for case in CASES[1:])], ids=lambda case: case["case"]
)
def test_it_is_told_once(case: dict[str, str], tmp_path: Path) -> None:
    """Shapes see the same fault in the graph: it must not be told a second time."""
    text = changed(case)
    assert gathered(text, tmp_path) == told(text, tmp_path)


ROWS = TEXT.splitlines(keepends=True)
SAITAMA = next(index for index, row in enumerate(ROWS) if row.startswith("7\t埼玉県"))


@pytest.mark.parametrize("at", [SAITAMA + 1, SAITAMA + 2], ids=["just below", "behind another government"])
def test_a_row_that_stands_twice_is_counted_once(at: int, untouched: Counter[Told], tmp_path: Path) -> None:
    text = "".join([*ROWS[:at], ROWS[SAITAMA], *ROWS[at:]])
    more = [finding for finding in read(text, tmp_path) if "二度目の行は数えませんでした" in finding.message_ja]
    assert [(finding.kind, finding.municipality) for finding in more] == [("other", "埼玉県")]
    assert sum((told(text, tmp_path) - untouched).values()) == 1
    outcomes = [outcome for portion in extract([open_source(tmp_path / "table.txt")]) for outcome in portion.outcomes]
    (tmp_path / "once.txt").write_bytes(TEXT.encode())
    assert len(outcomes) == len([o for portion in extract([open_source(tmp_path / "once.txt")]) for o in portion.outcomes])


def test_what_is_odd_in_other_documents_is_no_fault_of_the_table(tmp_path: Path) -> None:
    """A release tells of a corporate number that a review sheet has wrong; whoever checks his table is not told."""
    row = TEXT[TEXT.index("18\t兵庫県") : TEXT.index("20\t奈良県")]
    (tmp_path / "table.txt").write_bytes((TEXT[: TEXT.index("1 北海道")] + row).encode())
    validated = validate(tmp_path / "table.txt", Settings(), engine(), tmp_path)
    assert not any("/id/payment/" in finding.focus for finding in validated.found.findings)
    whole = gather(validated.store.engine, engine(), load_shapes(shape_files(), validated.base), validated.base)
    (found,) = [finding for finding in whole.findings if "/id/payment/" in finding.focus]
    assert (found.severity, found.government) == ("warning", "兵庫県")
    assert found.place is not None
    assert found.place.label().endswith("0010（JUDGIT!）#/支出先/1")
