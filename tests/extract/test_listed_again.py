"""Contractors that are marked as listed again (【再掲】)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.extract.test_odd import told


@pytest.mark.parametrize(
    ("first", "again", "expected"),
    [
        ("（特非）みほん", "（特非）みほん【再掲】", ""),
        ("（特非）みほん", "(特非) みほん 【再掲】", ""),
        ("特定非営利活動法人みほん", "みほん【再掲】", ""),
        ("（特非）みほん", "（特非）べつもの", ""),
        ("（特非）みほん", "（特非）みぼん【再掲】", "but another row has 特定非営利活動法人みほん"),
        ("（特非）みほん", "（特非）べつもの【再掲】", "but no other row of this government has it"),
        ("（特非）みほん【再掲】", "（特非）みほん", ""),
    ],
)
def test_what_is_told(first: str, again: str, expected: str, tmp_path: Path) -> None:
    lines = [f"1 岩手県\t福祉課\t{first}\t①相談を実施。\t■相談件数 3件", f"\t\t{again}\t②研修会を開催。\t■研修会開催回数 3回"]
    found = [text for _, text in told(lines, tmp_path)]
    assert len(found) == bool(expected)
    assert not expected or expected in found[0]
