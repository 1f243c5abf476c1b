import tomllib
from pathlib import Path

import pytest

from kg.extract.results import figure_keys, read_results
from kg.text.numerals import plain
from kg.text.width import fold_with_origins

FILE = Path(__file__).with_name("results.toml")
CELLS = tomllib.loads(FILE.read_text(encoding="utf-8"))["cell"]


def described(text: str) -> tuple[list[str], list[str]]:
    folded = fold_with_origins(text)
    figures, words = [], []
    for reading in read_results(folded.text):
        for figure in sorted(reading.figures, key=lambda f: f.count.digits):
            label = " / ".join(folded.slice_raw(*bounds) for bounds in figure.labels)
            facts = [label, plain(figure.count.value) + figure.count.unit]
            facts += [f"{figure.kind} of {plain(figure.total.count.value)}"] if figure.total else []
            facts += [figure.counting] if figure.counting else []
            facts += [f"as of {figure.as_of.as_of()}"] if figure.as_of else []
            facts += [f"period {figure.period.period()}"] if figure.period else []
            figures.append(" | ".join(facts))
        words += [f"{result.status} | {folded.slice_raw(*result.quote)}" for result in reading.words]
    return figures, words


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell["why"])
def test_cells(cell: dict[str, str | list[str]]) -> None:
    figures, words = described(str(cell["text"]))
    assert figures == cell["figures"]
    assert words == cell.get("words", [])


def test_all_cells_on_disk_were_collected() -> None:
    assert len(CELLS) == FILE.read_text(encoding="utf-8").count("[[cell]]") >= 20


def test_a_newly_read_figure_renumbers_none() -> None:
    text = "■支援 計3人(R2.12月末時点) 第1回 延べ5件 十四人"
    keys = figure_keys(text, read_results(text))
    assert sorted(keys.values()) == ["01", "05", "k1"]


@pytest.mark.parametrize("pattern", ["計", "■", "■1 ", "1", "（1人", "1人（2人）", "R2.1 ", "うち1", "1～", "○", "【", "、"])
def test_a_cell_of_nonsense_is_read_in_reasonable_time_and_depth(pattern: str) -> None:
    text = fold_with_origins("■会議 計1回 " + pattern * (20_000 // len(pattern))).text
    assert read_results(text)[0].figures[0].count.value == 1
