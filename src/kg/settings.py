"""Names and limits, passed as an argument; nothing here reads the environment."""

from __future__ import annotations

from dataclasses import dataclass

BASE = "https://w3id.org/tsunagi/"
"""Base of all IRIs unless a build is told otherwise; the files of shapes/ and queries/ are written with it."""


def rebased(text: str, base: str) -> str:
    """A shape or query under another base; the ontology's own IRI stays."""
    for part in ("id/", "code/", "graph/"):
        text = text.replace(BASE + part, base + part)
    return text


@dataclass(frozen=True, slots=True)
class Limits:
    """What a source may be at most; beyond it a SourceTooLargeError says so before memory is spent."""

    cell_characters: int = 20_000
    """Code points in one cell; the longest of the embedded table has about 700."""
    row_cells: int = 100
    """Cells in one row; the table has six columns."""
    workbook_bytes: int = 64 * 1024 * 1024
    """Bytes of a workbook's parts when unpacked (a small zip can hold a huge sheet)."""
    register_bytes: int = 8 * 1024**3
    """Bytes of a file of the register of corporate numbers, unpacked (the full one has about 1.5 GB), or of another CSV file that links are made of."""
    line_bytes: int = 1024 * 1024
    """Bytes of one line of it; a row has about 250."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build depends on besides its inputs."""

    base: str = BASE
    """Base of all IRIs; it ends in a slash."""
    limits: Limits = Limits()
    all_places: bool = True
    """Whether a release knows all governments, areas and changes of areas, or only the governments that its documents speak of."""
