"""Whatever a source looks like, its graph conforms to the shapes: odd input becomes findings, never a build that stops."""

from __future__ import annotations

import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import resources
from kg.errors import SourceError
from kg.extract.tables import extract
from kg.rdf.concepts import concept_statements
from kg.rdf.portions import QuadWriter
from kg.settings import Settings
from kg.sources.reader import open_source
from kg.validate.shapes import load_shapes, shape_files
from tests.checked import ShapeChecker

BASE = Settings().base
PIECES = [
    "\t", "\n", "①", "②", "■", "・", "(", ")", "【", "】", "うち", "内訳", "計", "延べ", "約", "R2.12月末時点", "平成30年度", "令和3年1月", "—", "予定", "人", "回", "件", "3", "1,234", "0",
    "４５", "十二", "%", '"', "\\", "<", ">", "{", "|", "\x01", "\u200b", "🙂", "𠮷", "か\u3099", "\ue000", "(社福)", "受託団体】", "ダルク", "北海道", "府中市", "ほげ県", "R2.13月末", "2019年11月～2020年2月",
    "3.50", "4〜5", "1万2千", "FY2020", " ", "\u3000", "\r",
]  # fmt: skip


def mutated(seed: int) -> str:
    """A few governments of the embedded table, with pieces put in, cut out, replaced and moved."""
    chance = random.Random(seed)
    lines = resources.path(resources.EMBEDDED_SOURCE).read_text(encoding="utf-8").splitlines(keepends=True)
    first = chance.randrange(len(lines) - 8)
    text = list("".join(lines[:6] + lines[first : first + 6]))
    for _ in range(chance.randrange(1, 14)):
        at, kind = chance.randrange(len(text)), chance.choice(["put", "cut", "replace", "move"])
        match kind:
            case "put":
                text[at:at] = chance.choice(PIECES)
            case "cut":
                del text[at : at + chance.randrange(1, 12)]
            case "replace":
                text[at : at + 1] = chance.choice(PIECES)
            case _:
                start = chance.randrange(len(text))
                text[at:at] = text[start : start + chance.randrange(1, 60)]
    return "".join(text)


@pytest.fixture(scope="module")
def checker() -> ShapeChecker:
    codes = ox.NamedNode(f"{BASE}graph/codes")
    return ShapeChecker(load_shapes(shape_files()), [ox.Quad(*statement, codes) for statement in concept_statements(BASE)])


@pytest.mark.parametrize("seed", [*range(12), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(12, 120))])
def test_the_graph_of_a_mutated_table_conforms(checker: ShapeChecker, tmp_path: Path, seed: int) -> None:
    text = mutated(seed)
    (tmp_path / "t.txt").write_bytes(text.encode())
    try:
        document = open_source(tmp_path / "t.txt")
        portions = list(extract([document]))
    except SourceError:
        return  # no row names a government any more, and the error says so
    writer = QuadWriter(BASE, [document])
    quads = [*(quad for portion in portions for quad in writer.quads(portion)), *writer.rest()]
    assert [finding for finding in checker.check(quads) if finding.severity == "violation"] == []
    assert "".join(passage.text for portion in portions for passage in portion.passages) == text
