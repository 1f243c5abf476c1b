"""The published tables are queries over the store; they equal the rows written from the records, so the graph lost nothing."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pytest
from benchmarks.generate import write
from openpyxl.worksheet.worksheet import Worksheet

from kg import resources
from kg.release.build import build
from kg.settings import Settings
from tests.conftest import read_records
from tests.gold.test_score import HERE
from tests.rdf.rows import TABLES
from tests.test_same_table_other_file import clean_rows, fill

EMBEDDED = resources.path(resources.EMBEDDED_SOURCE)


def from_records(paths: Sequence[Path]) -> dict[str, list[tuple[str, ...]]]:
    return {name: [tuple(row.values()) for row in rows] for name, rows in read_records(*paths).items()}


def from_graph(release: Path) -> dict[str, list[tuple[str, ...]]]:
    found = {}
    for name, header in TABLES.items():
        with (release / "tables" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            first, *rows = csv.reader(stream)
        assert tuple(first) == header
        found[name] = [tuple(row) for row in rows]
    return found


def test_the_embedded_table_row_by_row_in_its_order(tmp_path: Path) -> None:
    build([], tmp_path / "release", Settings(all_places=False))
    graph, records = from_graph(tmp_path / "release"), from_records([EMBEDDED])
    records["findings"].sort(key=lambda row: (int(row[-2]), row[0]))  # records: rule by rule; table: in the order of the source
    assert graph == records


def editions(directory: Path) -> list[Path]:
    later = directory / "later.txt"
    later.write_text(
        EMBEDDED.read_text(encoding="utf-8").replace("令和２年１２月末", "令和３年３月末").replace("令和2年12月末", "令和3年3月末"),
        encoding="utf-8",
    )
    return [EMBEDDED, later]


def generated(directory: Path) -> list[Path]:
    write(directory / "generated.txt", 2)
    return [directory / "generated.txt"]


def workbook(directory: Path) -> list[Path]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    fill(sheet, clean_rows(EMBEDDED), merge=True)
    hidden = book.create_sheet("隠し")
    hidden.append(["1", "北海道", "x課", "—", "①会議を開催。", "■会議 1回"])
    hidden.sheet_state = "hidden"
    book.save(directory / "table.xlsx")
    return [directory / "table.xlsx"]


def merged_over_two_governments(directory: Path) -> list[Path]:
    """A cell with a misread name that two governments share: each has its finding."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["地域再犯防止推進モデル事業における取組状況等について【平成30年度開始分】（令和2年12月末現在）"])
    sheet.append(["番号", "自治体名", "担当部署", "再委託先", "主な事業内容", "主な活動実績"])
    sheet.append(
        ["1", "京都府", "安心・安全まちづくり推進課", "京都わかかさねっと", "①女性を対象に相談支援を実施。", "■相談件数 3件 (R5.13末時点)"]
    )
    sheet.append(["2", "京都市", "保健福祉局 地域福祉課", None, "①女性を対象に相談支援を実施する。", None])
    sheet.merge_cells("D3:D4")
    sheet.merge_cells("F3:F4")
    book.save(directory / "merged.xlsx")
    return [directory / "merged.xlsx"]


def genres(_: Path) -> list[Path]:
    return [HERE / f"{name}.txt" for name in ("genre-1", "genre-2", "genre-3")]


@pytest.mark.parametrize(
    "sources",
    [*(pytest.param(sources, marks=pytest.mark.full) for sources in (editions, genres, generated)), workbook, merged_over_two_governments],
)
def test_other_tables_row_by_row(tmp_path: Path, sources: Callable[[Path], list[Path]]) -> None:
    paths = sources(tmp_path)
    build(paths, tmp_path / "release", Settings(all_places=False))
    graph, records = from_graph(tmp_path / "release"), from_records(paths)
    for name in TABLES:
        assert Counter(graph[name]) == Counter(records[name]), name
