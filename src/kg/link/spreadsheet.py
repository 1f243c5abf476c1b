"""A CSV file of names with columns added: which code, IRI and score a name has, and what else it may mean. Nothing of the file is changed or lost."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from kg.errors import LinkError
from kg.link.opening import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kg.link.reconciliation import Answers
    from kg.settings import Limits

ADDED = ("kg_code", "kg_iri", "kg_score", "kg_candidates")
"""The columns: empty code and IRI where nothing is certain; the candidates are then to be looked at by a person."""


def reconciled(
    path: Path, column: str, prefecture_column: str, look_up: Callable[[str, str], Answers], base: str, limits: Limits
) -> Iterator[tuple[list[str], str]]:
    """The rows of ``path`` with the columns added, first the header, each with what became of it: ``matched``, ``undecided`` or ``unknown``.

    ``look_up`` takes a name and a prefecture. Raises LinkError where the file is no CSV, or has not the columns, or has ``ADDED`` already.
    """
    with opened(path, "", limits) as stream:
        reader = csv.reader(stream)
        try:
            header = next(reader, [])
            at = _index(header, column, path)
            where = _index(header, prefecture_column, path) if prefecture_column else None
            if taken := [name for name in ADDED if name in header]:
                raise LinkError(
                    f"列 {'、'.join(taken)} がすでにあります。除くか、名前を変えてください。",
                    f"has the columns {', '.join(taken)} already; remove or rename them",
                    where=str(path),
                )
            yield [*header, *ADDED], ""
            for row in reader:
                if len(row) > len(header):
                    raise LinkError("列が見出しより多くあります。", "more cells than the header has", where=f"{path}:{reader.line_num}")
                cells = row + [""] * (len(header) - len(row))
                answers = look_up(cells[at], cells[where] if where is not None else "")
                added, became = _added(answers, base)
                yield cells + added, became
        except csv.Error as error:
            raise LinkError(
                f"CSV として読めません（{error}）。", f"not readable as CSV ({error})", where=f"{path}:{reader.line_num}"
            ) from error


def write_rows(rows: Iterator[tuple[list[str], str]], stream: TextIO) -> dict[str, int]:
    """Write the rows as CSV, lines ending in LF; how many became what."""
    counts = {"matched": 0, "undecided": 0, "unknown": 0}
    writer = csv.writer(stream, lineterminator="\n")
    for row, became in rows:
        writer.writerow(row)
        if became:
            counts[became] += 1
    return counts


def _index(header: list[str], column: str, path: Path) -> int:
    found = [index for index, name in enumerate(header) if name.strip() == column]
    if len(found) != 1:
        listed = "、".join(header)
        raise LinkError(
            f"列「{column}」が{'二つ以上あります' if found else 'ありません'}。見出しは: {listed}",
            f"{'several columns are' if found else 'no column is'} called {column!r}; the header has: {', '.join(header)}",
            where=str(path),
        )
    return found[0]


def _added(answers: Answers, base: str) -> tuple[list[str], str]:
    match = answers.match
    others = ";".join(f"{base}{answer.thing.key} {answer.thing.names[0]} {answer.score:.2f}" for answer in answers.found if answer != match)
    if match:
        return [match.thing.code, base + match.thing.key, f"{match.score:.2f}", others], "matched"
    best = f"{answers.found[0].score:.2f}" if answers.found else ""
    return ["", "", best, others], "undecided" if answers.found else "unknown"
