"""Limits: what the documentation says they are, and what a file may say."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from kg.errors import ServiceError
from kg.web.limits import Limits, read_limits

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "endpoint.md"


def test_the_table_of_the_documentation_is_the_one_of_the_code() -> None:
    told = re.findall(r"^\| `([a-z_]+)` \| ([0-9,.]+) \| \S", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert {name: float(value.replace(",", "")) for name, value in told} == {
        field.name: float(getattr(Limits(), field.name)) for field in fields(Limits)
    }


def test_a_file_changes_what_it_names(tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text("seconds = 5\nquery_bytes = 1000\n", encoding="utf-8")
    assert read_limits(tmp_path / "limits.toml") == Limits(seconds=5, query_bytes=1000)


@pytest.mark.parametrize(
    "text", ["second = 5", "seconds = 0", "seconds = -1", "seconds = inf", "seconds = nan", "seconds = true", 'seconds = "5"', "seconds ="]
)
def test_what_is_no_limit_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "limits.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ServiceError, match=r"second|TOML"):
        read_limits(tmp_path / "limits.toml")
