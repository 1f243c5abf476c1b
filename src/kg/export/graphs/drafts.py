"""Files that appear at their place only when they are complete."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def draft(target: Path) -> Iterator[Path]:
    """A file to write to, which takes the place of ``target`` when all went well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as place:
        path = Path(place) / "draft"
        yield path
        path.replace(target)
