"""RDF files of any common syntax as quads; nothing is fetched, imports are not followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import SourceFormatError, SourceMissingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SYNTAXES = {
    ".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG,
    ".rdf": ox.RdfFormat.RDF_XML, ".owl": ox.RdfFormat.RDF_XML, ".xml": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD, ".json": ox.RdfFormat.JSON_LD, ".n3": ox.RdfFormat.N3,
}  # fmt: skip
"""RDF syntaxes by the ending of a file's name."""
_DOCTYPE = b"<!DOCTYPE"
_CHUNK = 1024 * 1024


def quads_of(path: Path, base: str | None = None) -> Iterator[ox.Quad]:
    """The quads of a file, whose blank nodes are its own; relative IRIs stand under ``base``, or where the file lies.

    Raises SourceMissingError where it is not there, SourceFormatError where it cannot be read as what its name says.
    """
    if not path.is_file():
        raise SourceMissingError("ファイルがありません。", "no such file", where=str(path))
    form = SYNTAXES.get(path.suffix.lower())
    if form is None:
        known = " ".join(SYNTAXES)
        raise SourceFormatError(
            f"RDF の種類が名前から分かりません。拡張子を {known} のどれかにしてください。",
            f"the name does not tell the RDF syntax; let it end in one of {known}",
            where=str(path),
        )
    if form == ox.RdfFormat.RDF_XML and _has_doctype(path):
        raise SourceFormatError(
            "DOCTYPE のある RDF/XML は、安全のため読みません。DOCTYPE を除いてください。",
            "RDF/XML with a DOCTYPE is not read, for safety; remove it",
            where=str(path),
        )
    try:
        for quad in ox.parse(path=str(path), format=form, base_iri=base or path.resolve().as_uri(), rename_blank_nodes=True):
            if isinstance(quad.object, ox.Triple):
                raise SourceFormatError(
                    f"RDF 1.2 の三つ組の項（{quad.object}）は扱えません。ふつうの文に直してください。",
                    f"a triple term of RDF 1.2 ({quad.object}) is not taken; write plain statements",
                    where=str(path),
                )
            yield quad
    except (SyntaxError, ValueError) as error:
        raise SourceFormatError(f"RDF として読めません（{error}）。", f"not readable as RDF ({error})", where=str(path)) from error


def _has_doctype(path: Path) -> bool:
    """Whether the bytes of a document type declaration stand anywhere in the file, however far behind comments."""
    with path.open("rb") as stream:
        end = b""
        while chunk := stream.read(_CHUNK):
            if _DOCTYPE in end + chunk:
                return True
            end = chunk[-len(_DOCTYPE) :]
    return False
