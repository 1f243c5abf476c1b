import json
from pathlib import Path

import pytest
from tests.forking import kg

VERBS = ("build", "info", "validate", "reason", "query", "explain", "place", "export", "load", "serve", "link")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("built")
    assert kg("build", cwd=directory).returncode == 0
    return directory


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(tmp_path: Path, verb: str) -> None:
    shown = kg(verb, "--help", cwd=tmp_path)
    assert shown.returncode == 0
    assert "例 / example" in shown.stdout
    assert f"kg {verb}" in shown.stdout


def test_the_list_of_verbs_is_the_help(tmp_path: Path) -> None:
    shown = kg("--help", cwd=tmp_path).stdout
    assert [line.split()[0] for line in shown.split("Commands:")[1].splitlines() if line.strip()] == list(VERBS)


def test_build_says_what_was_found_and_info_says_it_again(built: Path) -> None:
    again = kg("info", cwd=built)
    assert "36  projects" in again.stdout
    assert "227  outcomes" in again.stdout
    manifest = json.loads(kg("info", "--json", cwd=built).stdout)
    assert manifest["counts"]["tables"]["interventions"] == 134


@pytest.mark.parametrize(
    ("arguments", "environment", "word"),
    [
        ((), {"LC_ALL": "ja_JP.UTF-8"}, "リリース"),
        ((), {}, "release"),
        (("--lang", "ja"), {}, "リリース"),
        (("--lang", "en"), {"LC_ALL": "ja_JP.UTF-8"}, "release"),
    ],
)
def test_language_by_locale_or_option(built: Path, arguments: tuple[str, ...], environment: dict[str, str], word: str) -> None:
    assert kg("info", *arguments, cwd=built, **environment).stdout.startswith(word)


def test_export_writes_all_tables(built: Path, tmp_path: Path) -> None:
    for form in ("csv", "xlsx", "parquet"):
        run = kg("export", form, str(tmp_path / form), "--json", cwd=built)
        assert json.loads(run.stdout) == sorted(str(path) for path in (tmp_path / form).iterdir())
        assert sorted(p.stem for p in (tmp_path / form).iterdir() if p.suffix != ".json") == [
            "commissions",
            "findings",
            "interventions",
            "outcomes",
            "passages",
            "projects",
        ]
        assert (tmp_path / form / "csv-metadata.json").is_file() == (form == "csv")


HEADER = "自治体名\t担当部署\t再委託先\t主な事業内容\t主な活動実績\n"
BAD: dict[str, bytes] = {
    "empty.txt": b"",
    "newlines.txt": b"\n\n\n",
    "only-mark.txt": b"\xef\xbb\xbf",
    "header-only.txt": HEADER.encode(),
    "prose.txt": "むかしむかし、あるところに、おじいさんとおばあさんがいました。\n".encode() * 50,
    "english.txt": b"It was the best of times, it was the worst of times.\n" * 50,
    "binary.txt": bytes(range(256)) * 40,
    "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "table.pdf": b"%PDF-1.4\n" + b"x" * 100,
    "old.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "password.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "cut.xlsx": b"PK\x03\x04" + b"\0" * 50,
    "euc.txt": (HEADER * 20).encode("euc_jp"),
    "broken-utf-8.txt": (HEADER * 20).encode() + b"\xe3\x81 \xff\n",
    "huge-cell.txt": (HEADER + "1 北海道\t道民生活課\t—\t" + "あ" * 10_000_000 + "\t■会議 1回\n").encode(),
    "huge-cell.csv": (HEADER.replace("\t", ",") + '1 北海道,道民生活課,—,"' + "あ" * 10_000_000 + '",■会議 1回\n').encode(),
    "many-cells.csv": (HEADER.replace("\t", ",") + "x," * 500 + "\n").encode(),
    "unclosed.csv": (HEADER.replace("\t", ",") + '1,"' + "北海道,x\n" * 200_000).encode(),
    "data.json": b'{"a": [1, 2, 3]}',
    "page.html": b"<!DOCTYPE html><html><body><table></table></body></html>",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_clear_error_that_names_the_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    for language, head in (("ja", "kg: エラー: "), ("en", "kg: error: ")):
        run = kg("build", name, "--lang", language, cwd=tmp_path)
        assert run.returncode == 2, run.stderr
        assert run.stderr.startswith(head + name), run.stderr
        assert run.stderr.count("\n") == 1
        assert "Traceback" not in run.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "missing.txt"),
        ("build", "."),
        ("info",),
        ("export", "csv", "x"),
        ("export", "docx", "x"),
        ("frobnicate",),
        ("build", "--frobnicate"),
        ("info", "--release", "/nowhere"),
        ("export", "csv"),
        ("build", "--out", "file"),
    ],
)
def test_wrong_use_is_a_clear_error(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("mine")
    run = kg(*arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert run.stderr
    assert "Traceback" not in run.stderr


def test_a_terminal_that_knows_no_japanese_gives_no_traceback(built: Path) -> None:
    for encoding in ("ascii", "latin-1"):
        for arguments in (("info", "--lang", "ja"), ("build", "nothing.txt", "--lang", "ja"), ("build", "--help")):
            run = kg(*arguments, cwd=built, LC_ALL="C", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
            assert "Traceback" not in run.stderr


def test_a_release_is_not_written_into(built: Path) -> None:
    run = kg("export", "xlsx", "release/tables", cwd=built)
    assert run.returncode == 2
    assert run.stderr.startswith("kg: error: release/tables:")
