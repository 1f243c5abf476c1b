"""A build stage by stage at 1, 10, 100 and 1,000 times the embedded table, and against a plain rdflib + pySHACL build.

    python benchmarks/stages.py [--most 1000]

Each size runs in two processes of its own: one writes the graph (read, emit, sort, check, reason), one builds what is asked (store, tables). Claims:

- emission (records -> lines of N-Quads) takes at most 3 times as long as pyoxigraph's bare serialiser, which makes the same terms from ready
  strings and writes them, in the same run;
- each stage grows linearly: its time per table at the largest size is at most 1.5 times that at 10 tables;
- memory before the store is constant: the peak at the largest size is at most 1.25 times that at 10 tables;
- a whole build of the embedded table, store and tables included, is faster than a graph of the same statements made, written and checked with
  rdflib and pySHACL.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pyoxigraph as ox
import pyshacl
import rdflib

from benchmarks.generate import write
from kg import resources
from kg.export.tables import write_tables
from kg.extract.tables import extract
from kg.rdf.concepts import concept_statements
from kg.rdf.lines import lines_of
from kg.rdf.ontology import ontology_quads
from kg.rdf.portions import QuadWriter
from kg.release.build import build
from kg.release.graph import refuse_violations
from kg.release.inference import inferred_lines
from kg.settings import Settings
from kg.sorting import LineSorter
from kg.sources.reader import open_source
from kg.store.embedded import EmbeddedStore, build_store
from kg.store.working import WorkingStore
from kg.validate.engines.store.engine import StoreEngine
from kg.validate.gathering import gathered
from kg.validate.shapes import load_shapes, shape_files

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (1, 10, 100, 1000)
BASE = Settings().base
XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
Row = tuple[str, str, str, str | None, str | None, str]


def plain(quad: ox.Quad) -> Row:
    """A quad as strings: subject, predicate, value, language, datatype (both None for an IRI), graph."""
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    if not (isinstance(subject, ox.NamedNode) and isinstance(graph, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal)):
        raise TypeError(quad)
    if isinstance(value, ox.NamedNode):
        return subject.value, quad.predicate.value, value.value, None, None, graph.value
    return subject.value, quad.predicate.value, value.value, value.language, value.datatype.value, graph.value


class Bare:
    """What pyoxigraph needs at least: terms from strings, predicates, datatypes and graphs made once, written as they come."""

    def __init__(self) -> None:
        self.nodes: dict[str, ox.NamedNode] = {}

    def node(self, iri: str) -> ox.NamedNode:
        """A node made once."""
        found = self.nodes.get(iri)
        if found is None:
            found = self.nodes[iri] = ox.NamedNode(iri)
        return found

    def quads(self, rows: list[Row]) -> Iterator[ox.Quad]:
        """Quads of ready strings."""
        for subject, predicate, value, language, datatype, graph in rows:
            if datatype is None:
                term: ox.NamedNode | ox.Literal = ox.NamedNode(value)
            else:
                term = ox.Literal(value, language=language) if language else ox.Literal(value, datatype=self.node(datatype))
            yield ox.Quad(ox.NamedNode(subject), self.node(predicate), term, self.node(graph))


def graph_stages(source: Path, target: Path) -> dict[str, float]:
    """Seconds of each stage up to the canonical file, and of the bare serialiser."""
    clock = time.perf_counter
    spent = dict.fromkeys(("read", "emit", "bare", "sort", "check", "reason"), 0.0)
    document = open_source(source)
    writer, bare, sorter = QuadWriter(BASE, [document]), Bare(), LineSorter(target.parent)
    sorter.add(lines_of(ox.Quad(*statement, ox.NamedNode(f"{BASE}graph/codes")) for statement in concept_statements(BASE)))
    sorter.add(lines_of(ontology_quads(ox.NamedNode(f"{BASE}graph/ontology"), BASE)))
    portions = extract([document])
    count = 0
    while True:
        began = clock()
        portion = next(portions, None)
        spent["read"] += clock() - began
        if portion is None:
            break
        began = clock()
        quads = list(writer.quads(portion))
        lines = lines_of(quads)
        spent["emit"] += clock() - began
        rows = [plain(quad) for quad in quads]
        began = clock()
        lines_of(bare.quads(rows))
        spent["bare"] += clock() - began
        began = clock()
        sorter.add(lines)
        spent["sort"] += clock() - began
        count += len(quads)
    sorter.add(lines_of(writer.rest()))
    began = clock()
    with target.open("wb") as stream:
        stream.writelines(sorter.sorted())
    spent["sort"] += clock() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before the store that is checked and reasoned in
    began = clock()
    store = WorkingStore.load(target, target.parent / "working")
    refuse_violations(gathered(store.engine, StoreEngine(), load_shapes(shape_files()), BASE).violations())
    spent["check"] += clock() - began
    began = clock()
    conclusions = inferred_lines(store, ox.NamedNode(f"{BASE}graph/inferred"), target.parent / "reasoning")
    with target.open("ab") as stream:
        stream.writelines(conclusions)
    spent["reason"] += clock() - began
    return {**spent, "quads": count, "peak": peak}


def store_stages(quads: Path, place: Path) -> dict[str, float]:
    """Seconds of bulk load and of the tables, which are queries."""
    began = time.perf_counter()
    build_store(quads, place / "store")
    loaded = time.perf_counter()
    write_tables(partial(EmbeddedStore.open, place / "store"), place / "tables", place)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"load": loaded - began, "tables": time.perf_counter() - loaded, "store peak": peak}


def in_a_process(*arguments: str) -> dict[str, float]:
    """Run this file for one stage and return what it measured."""
    run = subprocess.run([sys.executable, __file__, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def against_rdflib(place: Path) -> tuple[float, float]:
    """Seconds of a whole build of the embedded table, and of the same statements made, written and checked with rdflib and pySHACL."""
    build([], place / "once", Settings())  # once unmeasured, so that neither side pays for cold files
    began = time.perf_counter()
    release = build([], place / "release", Settings())
    ours = time.perf_counter() - began
    rows = [
        plain(quad)
        for quad in ox.parse(path=str(release.quads), format=ox.RdfFormat.N_QUADS)
        if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.BlankNode)
    ]
    shapes = load_shapes(shape_files())
    began = time.perf_counter()
    portions = list(extract([open_source(resources.path(resources.EMBEDDED_SOURCE))]))
    dataset = rdflib.Dataset(default_union=True)
    for subject, predicate, value, language, datatype, graph in rows:
        term = (
            rdflib.URIRef(value)
            if datatype is None
            else rdflib.Literal(value, lang=language, datatype=None if language or datatype == XSD_STRING else rdflib.URIRef(datatype))
        )
        dataset.graph(rdflib.URIRef(graph)).add((rdflib.URIRef(subject), rdflib.URIRef(predicate), term))
    dataset.serialize(place / "rdflib.nq", format="nquads")
    conforms, *_ = pyshacl.validate(dataset, shacl_graph=shapes)
    theirs = time.perf_counter() - began
    if not portions or not conforms:
        raise SystemExit("the embedded table was not read, or its graph does not conform")
    return ours, theirs


def main() -> int:
    """Measure all sizes and print a table; exit 1 where a claim does not hold."""
    parser = argparse.ArgumentParser(description="a build, stage by stage")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="largest multiple of the embedded table")
    parser.add_argument("--graph", nargs=2, metavar=("SOURCE", "TARGET"), help="only the stages up to the graph")
    parser.add_argument("--store", nargs=2, metavar=("QUADS", "PLACE"), help="only the stages from the store on")
    options = parser.parse_args()
    if options.graph:
        print(json.dumps(graph_stages(Path(options.graph[0]), Path(options.graph[1]))))
        return 0
    if options.store:
        print(json.dumps(store_stages(Path(options.store[0]), Path(options.store[1]))))
        return 0
    return report([size for size in SIZES if size <= options.most])


def report(sizes: list[int]) -> int:
    """Measure, print, and judge the claims."""
    columns = ("read", "emit", "bare", "sort", "check", "reason", "load", "tables", "peak", "store peak")
    print(f"{'tables':>7} {'quads':>12} " + " ".join(f"{name:>10}" for name in columns) + "   (seconds; peaks in MB)")
    found: dict[int, dict[str, float]] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as directory:
            place = Path(directory)
            write(place / "source.txt", size)
            measured = in_a_process("--graph", str(place / "source.txt"), str(place / "data.nq"))
            measured |= in_a_process("--store", str(place / "data.nq"), str(place))
        found[size] = measured
        shown = " ".join(f"{measured[name]:>10,.2f}" for name in columns)
        print(f"{size:>7,} {measured['quads']:>12,.0f} {shown}", flush=True)
    last = sizes[-1]
    claims = [("emission against the bare serialiser", max(entry["emit"] / entry["bare"] for entry in found.values()), 3.0)]
    if last > 10:
        claims += [
            (f"{name}: time per table at {last:,} against 10", found[last][name] / last / (found[10][name] / 10), 1.5)
            for name in ("read", "emit", "sort", "check", "reason", "load", "tables")
        ]
        claims.append((f"peak before the store at {last:,} against 10", found[last]["peak"] / found[10]["peak"], 1.25))
    with tempfile.TemporaryDirectory() as directory:
        ours, theirs = against_rdflib(Path(directory))
    claims.append((f"whole build ({ours:.1f} s) against rdflib + pySHACL ({theirs:.1f} s)", ours / theirs, 1.0))
    for claim, ratio, most in claims:
        print(f"{'holds' if ratio <= most else 'FAILS'}: {claim}: {ratio:.2f} (claim: at most {most})")
    return 0 if all(ratio <= most for _, ratio, most in claims) else 1


if __name__ == "__main__":
    sys.exit(main())
