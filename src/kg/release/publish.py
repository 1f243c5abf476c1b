"""Putting a finished directory in the place of the old one in one step, and clearing up after a build that was killed."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.errors import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANIFEST = "manifest.json"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Yield an empty directory beside ``target``; when the block ends without an error it takes the place of ``target`` in one step.

    On an error, or when the process is killed, ``target`` is what it was; leftovers of killed builds are removed by the next one.
    Raises ReleaseError where ``target`` is something that no build made.
    """
    target = target.resolve()  # a link stays a link: what it points to is replaced
    _refuse_foreign(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name}.building-"
    _clear(target, prefix)
    draft = target.parent / f"{prefix}{os.getpid()}"
    draft.mkdir()
    try:
        yield draft
        _swap(draft, target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _refuse_foreign(target: Path) -> None:
    """Refuse to replace anything but an empty directory or a release in which nobody put files of his own."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    ours = _entries(target)
    if ours is None:
        raise ReleaseError(
            "既存のフォルダーかファイルで、kg build が作ったものではありません。別の --out を指定してください。",
            "exists and was not made by kg build; choose another --out",
            where=str(target),
        )
    strange = sorted(path.name for path in target.iterdir() if path.name not in ours)
    if strange:
        raise ReleaseError(
            f"リリースの中に kg build のものでないファイル「{strange[0]}」があります。移してから作り直してください。",
            f"the release holds a file that kg build did not write, {strange[0]!r}; move it away first",
            where=str(target),
        )


def _entries(target: Path) -> set[str] | None:
    """Names at the top of a release, as its manifest lists them; None where ``target`` is no release."""
    try:
        manifest = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
        listed = manifest.get("entries", ()) or [str(name).partition("/")[0] for name in manifest["files"]]  # format 1 had no entries
        return {MANIFEST, *map(str, listed)} if "tsunagi-kg" in manifest["versions"] else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _clear(target: Path, prefix: str) -> None:
    """Remove drafts of builds that are no longer running, and bring back the old release if a build died between two renames."""
    for leftover in sorted(path for path in target.parent.iterdir() if path.name.startswith(prefix)):
        pid = leftover.name.removeprefix(prefix).removesuffix("-old")
        if not pid.isdigit() or (int(pid) != os.getpid() and _running(int(pid))):
            continue
        if leftover.name.endswith("-old") and not target.exists():
            leftover.rename(target)
        else:
            shutil.rmtree(leftover, ignore_errors=True)


def _running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _swap(draft: Path, target: Path) -> None:
    if not target.exists():
        draft.rename(target)
        return
    if _exchange(draft, target):
        return
    old = draft.with_name(draft.name + "-old")
    target.rename(old)  # a system without exchange: for a moment there is no release, and the next build would bring the old one back
    draft.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _exchange(a: Path, b: Path) -> bool:
    """Exchange two directories atomically (Linux renameat2); False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(a), _AT_FDCWD, os.fsencode(b), _RENAME_EXCHANGE) == 0)
