import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceFormatError, SourceTooLargeError
from kg.settings import Limits
from kg.sources.delimited import csv_rows, text_copy_rows

CELLS = st.text(alphabet='あい①"\n,\t 計1R、', max_size=8)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=4), st.sampled_from([",", "\t"]))
def test_csv_cells_are_what_the_standard_says_and_lead_back_to_the_file(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str
) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(rows)
    text = stream.getvalue()
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    path.write_text(text, encoding="utf-8", newline="")
    read = list(csv_rows(path, "utf-8", delimiter, Limits()))
    assert [[cell.text for cell in row.cells] for row in read] == list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert "".join(row.raw for row in read) == text
    for row in read:
        for cell in row.cells:
            for index, char in enumerate(cell.text):
                span = cell.span(index, index + 1)
                assert text[span.start : span.end] == char


def test_text_copies_have_no_quoting_and_keep_their_offsets(tmp_path: Path) -> None:
    text = 'あ\t"い"\r\n\tう\n最後'
    path = tmp_path / "t.txt"
    path.write_text(text, encoding="utf-8", newline="")
    rows = list(text_copy_rows(path, "utf-8", Limits()))
    assert [[cell.text for cell in row.cells] for row in rows] == [["あ", '"い"'], ["", "う"], ["最後"]]
    assert all(text[cell.start : cell.start + len(cell.text)] == cell.text for row in rows for cell in row.cells)
    assert "".join(row.raw for row in rows) == text


@pytest.mark.parametrize("cells", [["あ" * 1001], ["あ"] * 101])
def test_what_is_too_large_is_refused_with_its_line(tmp_path: Path, cells: list[str]) -> None:
    path = tmp_path / "t.txt"
    path.write_text("a\tb\n" + "\t".join(cells), encoding="utf-8")
    with pytest.raises(SourceTooLargeError) as caught:
        list(text_copy_rows(path, "utf-8", Limits(cell_characters=1000)))
    assert caught.value.where == "t.txt:2"


def test_a_cell_that_is_too_large_is_named_with_its_length(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    path.write_text("1\t" + "あい" * 600 + "\tう", encoding="utf-8")
    with pytest.raises(SourceTooLargeError) as caught:
        list(text_copy_rows(path, "utf-8", Limits(cell_characters=1000)))
    assert (
        "左から 2 番目の欄「あいあいあいあいあいあいあいあいあいあい…」は 1,200 文字あり、上限の 1,000 文字を超えています"
        in caught.value.message.ja
    )
    assert "has 1,200 characters, more than 1,000" in caught.value.message.en


def test_a_quote_that_is_never_closed_is_refused_where_it_opens(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('x,y\na,"b\nc,d\n', encoding="utf-8")
    with pytest.raises(SourceFormatError) as caught:
        list(csv_rows(path, "utf-8", ",", Limits()))
    assert caught.value.where == "t.csv:2"


def test_many_doubled_quotes_take_linear_time(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('1,"' + '""会議""\n' * 2_000 + '",2\n', encoding="utf-8", newline="")
    (row,) = csv_rows(path, "utf-8", ",", Limits())
    assert row.cells[1].text == '"会議"\n' * 2_000
