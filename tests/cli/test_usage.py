"""Wrong use of the command line is said in Japanese or English, in one line, with the way out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.test_cli import VERBS
from tests.forking import kg

CASES = {
    "no verb": (("frobnicate",), "「frobnicate」という動詞はありません", "no verb 'frobnicate'", "validate"),
    "no option": (("build", "--frob"), "--frob というオプションはありません", "no option --frob", "kg build --help"),
    "an option like another": (("build", "--ou", "x"), "（--json、--out のことですか）", "(did you mean --json, --out)", "--out"),
    "an option before any verb": (("--frob",), "--frob というオプションはありません", "no option --frob", "kg --help"),
    "an option without its value": (("info", "--release"), "--release の書き方が違います", "--release lacks its value", "kg info --help"),
    "an option that takes none": (("info", "--json=3"), "--json の書き方が違います", "or takes none", "kg info --help"),
    "an argument is missing": (("export", "csv"), "TARGET がありません", "TARGET is missing", "kg export --help"),
    "an argument of a list is missing": (("export",), "FORMAT がありません（csv、", "FORMAT is missing (one of csv, ", "turtle"),
    "no such choice": (("explain", "x", "--format", "foo"), "text、json、ttl のどれか", "one of text, json, ttl", "--format"),
    "no such argument": (("export", "docx", "x"), "FORMAT の値が正しくありません", "wrong value for FORMAT", "parquet"),
    "no number": (("query", "x", "--timeout", "abc"), "--timeout の値が正しくありません", "wrong value for --timeout", "kg query --help"),
    "no verb below": (("link", "frobnicate"), "「frobnicate」という動詞はありません", "no verb 'frobnicate'", "reconcile"),
    "an option below is missing": (
        ("link", "reconcile", "x.csv"),
        "--column がありません",
        "--column is missing",
        "kg link reconcile --help",
    ),
    "an argument too many": (("info", "extra"), "引数が多すぎる", "too many arguments", "kg info --help"),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("language", "head"), [("ja", "kg: エラー: "), ("en", "kg: error: ")])
def test_wrong_use_is_said_in_the_language_asked_for(tmp_path: Path, case: str, language: str, head: str) -> None:
    arguments, ja, en, both = CASES[case]
    asked = kg(*arguments, cwd=tmp_path, LC_ALL="ja_JP.UTF-8" if language == "ja" else "C.UTF-8")
    assert (asked.returncode, asked.stdout, asked.stderr.count("\n")) == (2, "", 1)
    assert asked.stderr.startswith(head)
    assert (ja if language == "ja" else en) in asked.stderr
    assert both in asked.stderr
    assert bool(re.search(r"[ぁ-ん]", asked.stderr.removeprefix(head))) == (language == "ja")


@pytest.mark.parametrize(
    "arguments", [("build", "--lang", "ja", "--frob"), ("build", "--frob", "--lang=ja"), ("frobnicate", "--lang", "ja")]
)
def test_the_option_chooses_the_language_of_wrong_use_too(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert "ありません" in kg(*arguments, cwd=tmp_path).stderr


def test_no_such_language_is_said_in_that_of_the_locale(tmp_path: Path) -> None:
    assert "ja、en のどれか" in kg("info", "--lang", "fr", cwd=tmp_path, LC_ALL="ja_JP.UTF-8").stderr
    assert "one of ja, en" in kg("info", "--lang", "fr", cwd=tmp_path).stderr


def test_nothing_typed_shows_the_help_and_a_version_is_good(tmp_path: Path) -> None:
    nothing, version = kg(cwd=tmp_path), kg("--version", cwd=tmp_path)
    assert all(verb in nothing.stdout + nothing.stderr for verb in VERBS)
    assert "Traceback" not in nothing.stderr
    assert "reconcile" in kg("link", cwd=tmp_path).stderr
    assert (version.returncode, version.stderr) == (0, "")
    assert version.stdout.startswith("kg ")
