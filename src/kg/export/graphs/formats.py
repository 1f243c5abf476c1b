"""The formats that a view can be written in, by the name that the command line knows them by; those of several files also as one archive."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from kg.export.graphs.cytoscape import write_cytoscape
from kg.export.graphs.gexf import write_gexf
from kg.export.graphs.graphml import write_graphml
from kg.export.graphs.neo4j import write_neo4j
from kg.export.graphs.sheets import write_csv, write_parquet, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from kg.export.graphs.views import View

FILES: Mapping[str, Callable[[View, Path], None]] = {"graphml": write_graphml, "gexf": write_gexf, "cytoscape": write_cytoscape}
"""Formats that are one file."""
DIRECTORIES: Mapping[str, Callable[[View, Path], list[Path]]] = {
    "csv": write_csv, "xlsx": write_xlsx, "parquet": write_parquet, "neo4j": write_neo4j,
}  # fmt: skip
"""Formats that are several files in a directory."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The zero of zip time stamps, so that the same files are the same archive."""
_UNIX, _READABLE = 3, 0o644 << 16


def write_one(view: View, name: str, target: Path) -> None:
    """Write ``view`` in the format ``name`` as the one file ``target``: itself, or a zip archive of its files.

    Raises ExportError where the format cannot hold it.
    """
    if name in FILES:
        FILES[name](view, target)
        return
    place = target.with_name(f"{target.name}.d")
    _pack(DIRECTORIES[name](view, place), target)


def _pack(files: Sequence[Path], target: Path) -> None:
    with zipfile.ZipFile(target, "w") as archive:
        for file in files:
            info = zipfile.ZipInfo(file.name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system, info.external_attr = _UNIX, _READABLE
            with file.open("rb") as source, archive.open(info, "w") as sink:
                while part := source.read(1 << 20):
                    sink.write(part)
