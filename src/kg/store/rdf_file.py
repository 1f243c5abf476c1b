"""RDF files of any common syntax as quads; nothing is fetched, imports are not followed."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import SourceFormatError, SourceMissingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SYNTAXES = {
    ".ttl": ox.RdfFormat.TURTLE, ".turtle": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG,
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
        for quad in _parsed(path, form, base or path.resolve().as_uri()):
            if isinstance(quad.object, ox.Triple):
                raise SourceFormatError(
                    f"RDF 1.2 の三つ組の項（{quad.object}）は扱えません。ふつうの文に直してください。",
                    f"a triple term of RDF 1.2 ({quad.object}) is not taken; write plain statements",
                    where=str(path),
                )
            yield quad
    except (SyntaxError, ValueError) as error:
        raise _unreadable(path, error) from error


def _parsed(path: Path, form: ox.RdfFormat, base: str) -> Iterator[ox.Quad]:
    """The quads of a file; the mark that some editors of Windows put before UTF-8 is none of its characters."""
    with path.open("rb") as stream:
        if stream.read(len(codecs.BOM_UTF8)) != codecs.BOM_UTF8:
            stream.seek(0)
        yield from ox.parse(stream, format=form, base_iri=base, rename_blank_nodes=True)


def _unreadable(path: Path, error: Exception) -> SourceFormatError:
    if "LoadDocumentCallback" in str(error):
        return SourceFormatError(
            "JSON-LD の @context が外のアドレスを指していますが、安全のため取りに行きません。@context の中身をファイルに書き込んでください。",
            "the @context of this JSON-LD is an address elsewhere, which is not fetched, for safety; write the context itself into the file",
            where=str(path),
        )
    line = error.lineno if isinstance(error, SyntaxError) else None
    at_ja, at_en = (f"{line} 行目が ", f"line {line} is ") if line else ("", "")
    return SourceFormatError(f"{at_ja}RDF として読めません（{error}）。", f"{at_en}not readable as RDF ({error})", where=str(path))


def _has_doctype(path: Path) -> bool:
    """Whether the bytes of a document type declaration stand anywhere in the file, however far behind comments."""
    with path.open("rb") as stream:
        end = b""
        while chunk := stream.read(_CHUNK):
            if _DOCTYPE in end + chunk:
                return True
            end = chunk[-len(_DOCTYPE) :]
    return False
