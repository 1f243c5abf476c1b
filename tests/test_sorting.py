"""Lines sorted on disk are the lines sorted in memory, however many runs there were."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sorting import LineSorter, natural


@given(st.lists(st.binary(max_size=9).map(lambda line: line.replace(b"\n", b"") + b"\n"), max_size=200), st.integers(1, 60))
def test_any_number_of_runs_gives_each_line_once_in_order(lines: list[bytes], bytes_in_memory: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        sorter = LineSorter(Path(place), bytes_in_memory)
        for line in lines:
            sorter.add([line])
        assert list(sorter.sorted()) == sorted(set(lines))


@pytest.mark.parametrize("runs", [1, 2, 63, 64, 65, 1500])
def test_more_runs_than_files_may_be_open_are_merged_in_one_pass(tmp_path: Path, runs: int) -> None:
    sorter = LineSorter(tmp_path, 1)
    for run in range(runs):
        sorter.add([b"%06d %s\n" % (number, "再犯".encode()) for number in (run, runs - run, 7)])
    assert len(list(tmp_path.iterdir())) == runs
    expected = sorted({b"%06d %s\n" % (number, "再犯".encode()) for number in {*range(runs + 1), 7}})
    assert list(sorter.sorted()) == expected


def test_numbers_in_text_are_ordered_as_people_count() -> None:
    assert sorted(["2-10", "2-3", "10-1"], key=natural) == ["2-3", "2-10", "10-1"]
