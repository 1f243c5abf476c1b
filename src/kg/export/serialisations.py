"""The graphs of a release in the serialisations of RDF: Turtle, N-Triples, N-Quads, TriG, JSON-LD, RDF/XML."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, RdfFormat, parse, serialize

from kg.errors import ExportError
from kg.export.context import ontology_context
from kg.export.jsonld import jsonld_lines
from kg.rdf.iris import Minter
from kg.rdf.terms import GRAPHS, PREFIXES
from kg.store.faults import not_quads

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pyoxigraph import Quad

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
DEFAULT_GRAPHS = ("data", "links", "reference", "provenance")
_WITH_PREFIXES = {"turtle", "trig"}
# XML 1.0, section 2.2: characters that no document may hold, not even escaped.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def chosen_graphs(names: str) -> tuple[str, ...]:
    """Graphs named in a comma-separated list; ``all`` for all of them. Raises ExportError where one is not known."""
    if names == "all":
        return GRAPHS
    chosen = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    unknown = [name for name in chosen if name not in GRAPHS]
    if unknown or not chosen:
        listed = ", ".join((*GRAPHS, "all"))
        raise ExportError(
            f"「{', '.join(unknown)}」というグラフはありません。あるのは: {listed}",
            f"no graph is called {', '.join(unknown)!r}; there are: {listed}",
        )
    return chosen


def export_rdf(quads: Path, base: str, form: str, graphs: Sequence[str], target: Path) -> None:
    """Write ``graphs`` of the N-Quads file ``quads`` to ``target``, graph by graph in that order, as a stream.

    Formats of triples merge the graphs; N-Quads, TriG and JSON-LD keep their names. JSON-LD is compact and holds the ontology's context.
    """
    rdf = FORMATS[form]
    found = _quads_of(quads, [Minter(base).graph(name) for name in graphs])
    prefixes = PREFIXES if form in _WITH_PREFIXES else None
    with tempfile.TemporaryDirectory(dir=target.parent) as place:
        draft = Path(place) / "draft"
        if form == "jsonld":
            with draft.open("wb") as stream:
                stream.writelines(jsonld_lines(found, ontology_context()))
        elif rdf.supports_datasets:
            serialize(found, output=str(draft), format=rdf, prefixes=prefixes)
        else:
            triples = (quad.triple for quad in (_fit_for_xml(found) if form == "rdfxml" else found))
            serialize(triples, output=str(draft), format=rdf, prefixes=prefixes)
        if form == "rdfxml":
            _rewrite(draft, _with_escaped_returns)
        if form in _WITH_PREFIXES:
            _rewrite(draft, with_sorted_prefixes)
        draft.replace(target)


def _quads_of(quads: Path, graphs: Iterable[str]) -> Iterator[Quad]:
    try:
        for graph in graphs:
            for quad in parse(path=str(quads), format=RdfFormat.N_QUADS):
                if getattr(quad.graph_name, "value", "") == graph:
                    yield quad
    except (OSError, SyntaxError) as error:
        raise not_quads(quads, error) from error


def _fit_for_xml(quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        if isinstance(quad.object, Literal) and _NOT_IN_XML.search(quad.object.value):
            raise ExportError(
                "制御文字を含む値があり、XML では表せません。turtle など別の形式を使ってください。",
                "a value holds a control character, which XML cannot; use another format such as turtle",
                where=str(quad.subject),
            )
        yield quad


def _rewrite(file: Path, change: Callable[[Iterable[bytes]], Iterator[bytes]]) -> None:
    """Replace a file by its changed lines."""
    changed = file.with_suffix(".changed")
    with file.open("rb") as source, changed.open("wb") as sink:
        sink.writelines(change(source))
    changed.replace(file)


def _with_escaped_returns(lines: Iterable[bytes]) -> Iterator[bytes]:
    """A carriage return in XML is read as a line feed unless it is written as a reference (XML 1.0, section 2.11)."""
    return (line.replace(b"\r", b"&#13;") for line in lines)


def with_sorted_prefixes(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The serialiser writes the prefixes at the top of a file in another order each time."""
    prefixes: list[bytes] = []
    for line in lines:
        if line.startswith(b"@prefix "):
            prefixes.append(line)
        else:
            yield from sorted(prefixes)
            prefixes = []
            yield line
    yield from sorted(prefixes)
