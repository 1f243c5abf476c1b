"""The docstring of kg, the folders, the import contracts, the help and the documents tell the same story."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import kg
import kg.errors
from kg import resources
from kg.cli.info import report
from kg.release.release import Release
from kg.text.vocabulary import code_list

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "kg"


def told() -> list[str]:
    """Layers in the order of the docstring."""
    return re.findall(r"^    (\w+)/ ", kg.__doc__ or "", re.MULTILINE)


def test_layers_are_the_folders_and_the_contract() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert set(told()) == folders
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = config["tool"]["importlinter"]["contracts"][0]["layers"]
    assert [layer for layer in reversed(layers) if layer in folders] == told()


def test_no_module_is_a_drawer_for_everything_and_none_is_long() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert path.stem not in {"utils", "util", "helpers", "common", "misc"}
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path


def test_the_error_tree_is_the_one_drawn() -> None:
    drawn = re.findall(r"(\w+Error)\b", (kg.errors.__doc__ or "").split("::")[1])
    real = [name for name, value in vars(kg.errors).items() if isinstance(value, type) and issubclass(value, Exception)]
    assert drawn == real


def test_the_readme_shows_the_two_commands_first() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert "make run" in "\n".join(readme[:20])
    assert "make test" in "\n".join(readme[:60])
    for name in told():
        assert f"{name}/" in "\n".join(readme)


def test_the_version_stands_in_one_place() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"version: {kg.__version__}" in citation


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*[!d]")), ids=lambda path: path.name)
def test_every_data_file_is_listed_with_its_sum(path: Path) -> None:
    if path.name == "README.md":
        return
    listed = dict(
        re.findall(r"^\| ([\w.-]+) \|.*`([0-9a-f]{64})` \|$", (ROOT / "data" / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert listed[path.name] == hashlib.sha256(path.read_bytes()).hexdigest()


LISTS = sorted(path.stem for path in (ROOT / "ontology" / "codes").glob("*.csv"))


@pytest.mark.parametrize("name", LISTS)
def test_every_code_list_loads_and_repeats_no_cue(name: str) -> None:
    codes = code_list(name)
    for row in codes.rows:
        assert row.label_ja
        assert row.label_en
        assert len(row.cues) == len(set(row.cues)), row.notation
        if name != "legal-form":
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", row.notation), row.notation


def test_every_code_list_is_explained() -> None:
    explained = (ROOT / "ontology" / "codes" / "README.md").read_text(encoding="utf-8")
    with_scope = {name for name in LISTS if any(row.scope for row in code_list(name).rows)}
    assert all(f"**{name}**" in explained for name in with_scope)


def test_the_embedded_source_is_the_one_of_the_ministry() -> None:
    assert hashlib.sha256(resources.path(resources.EMBEDDED_SOURCE).read_bytes()).hexdigest().startswith("2685cde9819f")


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    for path in ROOT.rglob("*"):
        if path.is_file() and path.suffix in {".py", ".md", ".toml", ".csv", ".cff"} and not {".venv", "release"} & set(path.parts):
            assert not re.search(r"/(?:work|farm|home|root)/\w", path.read_text(encoding="utf-8")), path


def test_the_readme_shows_what_make_run_prints(release: Release) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.split("$ make run\n")[1].split("```")[0].splitlines()
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nrun: ")[1].split("\n\n")[0]
    asked = re.findall(r"kg query ([a-z-]+)", recipe)
    assert len(asked) == 3
    command = [sys.executable, "-m", "kg", "query", asked[0], "--lang", "en", "--release", str(release.path)]
    answer = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout.splitlines()
    assert shown[1:] == [*report(release, "en").splitlines()[1:], *answer, "…"]


def test_what_is_imported_is_what_the_package_depends_on() -> None:
    modules = {"pyyaml": "yaml", "sparqlwrapper": "SPARQLWrapper", "prometheus-client": "prometheus_client"}
    behind = {"httptools"}  # what uvicorn's protocol of that name is made of
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=]", requirement)[0] for requirement in declared}
    imported = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    assert imported - set(sys.stdlib_module_names) - {"kg"} == {modules.get(name, name) for name in names - behind}
