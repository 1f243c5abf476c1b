"""Where the package's own data files are: inside the installed wheel, or at the top of a checkout."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import VocabularyError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

EMBEDDED_SOURCE = "data/moj-model-projects-2020-12.txt"
"""The table of the Ministry of Justice that a build without SOURCE reads."""


def path(name: str) -> Path:
    """Return the file or folder ``name`` (such as ``data/places.csv``) of the package.

    Raises VocabularyError where the installation lacks it.
    """
    here = Path(__file__).resolve().parent
    for root in (here / "package_data", here.parent.parent):
        if (root / name).exists():
            return root / name
    raise VocabularyError(
        f"付属のデータ {name} がありません。tsunagi-kg を入れ直してください。",
        f"the package lacks {name}; install tsunagi-kg again",
        where=name,
    )


def rows(name: str, columns: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield the rows of the CSV file ``name`` of the package as dictionaries; ``columns`` must all be in its header."""
    file = path(name)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [column for column in columns if column not in (reader.fieldnames or ())]
        if missing:
            raise VocabularyError(f"列 {'、'.join(missing)} がありません。", f"the header lacks {', '.join(missing)}", where=name)
        for row in reader:
            if None in row or None in row.values():
                raise VocabularyError(
                    f"{reader.line_num} 行目の列の数が見出しと違います。",
                    f"line {reader.line_num} has not as many cells as the header",
                    where=name,
                )
            yield row
