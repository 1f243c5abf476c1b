"""Cells in pieces: nothing is lost, and what is marked is what was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.validate.report.marking import Mark, pieces, visible

TEXTS = st.text(alphabet=st.sampled_from('あ漢1 \n<"𠮷👩🏽\u202e'), max_size=400)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends).map(sorted), max_size=6))
    return text, [(start, end, number) for number, (start, end) in enumerate(spans, start=1)]


@given(marked())
def test_the_pieces_make_the_text_and_each_mark_its_characters(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    found = pieces(text, marks)
    assert "".join(piece.text for piece in found) == text
    for start, end, number in marks:
        assert "".join(piece.text for piece in found if number in piece.findings) == text[start:end]
        at = [index for index, piece in enumerate(found) if number in piece.ends]
        assert len(at) == 1
        assert sum(len(piece.text) for piece in found[: at[0] + 1]) == end
    assert not any(piece.hidden and piece.findings for piece in found)


@pytest.mark.parametrize(
    ("length", "marks", "shown"),
    [
        (72, [], [72]),  # short enough to be shown whole
        (73, [], [40, -33]),
        (300, [(100, 110, 1)], [-76, 24, 10, 24, -166]),
        (300, [(0, 10, 1), (290, 300, 2)], [10, 24, -232, 24, 10]),
        (300, [(0, 10, 1), (80, 90, 2)], [10, 70, 10, 24, -186]),
        (300, [(0, 300, 1)], [300]),
        (0, [(0, 0, 1)], [0]),
        (10, [(4, 4, 1)], [4, 0, 6]),
    ],
)
def test_long_stretches_are_folded(length: int, marks: list[Mark], shown: list[int]) -> None:
    assert [-len(piece.text) if piece.hidden else len(piece.text) for piece in pieces("あ" * length, marks)] == shown


def test_signs_for_what_html_cannot_hold_keep_the_offsets() -> None:
    text = "".join(map(chr, [*range(0x100), 0xFDD0, 0xFFFE, 0x1FFFF, 0x20000]))
    seen = visible(text)
    assert len(seen) == len(text)
    assert seen[9:11] == "\t\n"
    assert seen[0x20:0x7F] == text[0x20:0x7F]
    assert seen[0] == "␀"
    assert seen[13] == "␍"
    assert seen[-4:] == "\ufffd\ufffd\ufffd\U00020000"
