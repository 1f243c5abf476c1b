"""Reasoning against owlrl, and its growth with the data.

    python benchmarks/reasoning.py [--most 1000] [--owlrl-up-to 1]

At each size the generated tables become a graph (not measured), from which both engines infer all that follows; ours from the file on, store
included, owlrl from an rdflib graph that is already there. Claims:

- at the largest size that owlrl is given, it takes at least 20 times as long (that both infer the same,
  tests/reason/test_closure.py holds);
- time per table at the largest size is at most 1.5 times that at 10 tables.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import owlrl
import pyoxigraph as ox
import rdflib

from benchmarks.generate import write
from kg.extract.tables import extract
from kg.rdf.concepts import concept_statements
from kg.rdf.lines import lines_of
from kg.rdf.ontology import ontology_quads
from kg.rdf.portions import QuadWriter
from kg.reason.closure import Closure
from kg.settings import Settings
from kg.sources.reader import open_source
from kg.store.working import WorkingStore

SIZES = (1, 10, 100, 1000)
BASE = Settings().base


def write_graph(copies: int, place: Path) -> Path:
    """The graph of so many tables, as a build reasons over it."""
    source, target = place / "source.txt", place / "body.nq"
    write(source, copies)
    document = open_source(source)
    writer = QuadWriter(BASE, [document])
    codes = (ox.Quad(*statement, ox.NamedNode(f"{BASE}graph/codes")) for statement in concept_statements(BASE))
    with target.open("wb") as stream:
        stream.writelines(lines_of(codes))
        stream.writelines(lines_of(ontology_quads(ox.NamedNode(f"{BASE}graph/ontology"))))
        for portion in extract([document]):
            stream.writelines(lines_of(writer.quads(portion)))
        stream.writelines(lines_of(writer.rest()))
    return target


def ours(body: Path, place: Path) -> dict[str, float]:
    """Seconds from the file to the last conclusion, conclusions, peak memory."""
    began = time.perf_counter()
    store = WorkingStore.load(body, place / "store")
    loaded = time.perf_counter()
    count = sum(1 for _ in Closure(store).triples())
    seconds = time.perf_counter() - began
    return {
        "given": len(store), "load": loaded - began, "seconds": seconds, "inferred": count,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip


def by_owlrl(body: Path) -> float:
    """Seconds that owlrl takes on an rdflib graph that is already there."""
    graph = rdflib.Graph()
    triples = {quad.triple for quad in ox.parse(path=str(body), format=ox.RdfFormat.N_QUADS)}
    graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    began = time.perf_counter()
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return time.perf_counter() - began


def in_a_process(*arguments: str) -> dict[str, float]:
    """Run this file for one size and return what it measured."""
    run = subprocess.run([sys.executable, __file__, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(run.stdout)
    return found


def main() -> int:
    """Measure all sizes and print a table; exit 1 where a claim does not hold."""
    parser = argparse.ArgumentParser(description="reasoning, against owlrl and against its own growth")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="largest multiple of the embedded table")
    parser.add_argument("--owlrl-up-to", type=int, default=1, help="largest multiple that owlrl is given (it takes minutes for one)")
    parser.add_argument("--one", nargs=2, metavar=("COPIES", "OWLRL"), help="only one size")
    options = parser.parse_args()
    if options.one:
        with tempfile.TemporaryDirectory() as directory:
            body = write_graph(int(options.one[0]), Path(directory))
            measured = ours(body, Path(directory))
            print(json.dumps({**measured, "owlrl": by_owlrl(body) if options.one[1] == "yes" else 0.0}))
        return 0
    columns = ("given", "inferred", "load", "seconds", "owlrl", "peak")
    print(f"{'tables':>7} " + " ".join(f"{name:>12}" for name in columns) + "   (seconds; peak in MB)")
    found = {}
    for size in [size for size in SIZES if size <= options.most]:
        found[size] = in_a_process("--one", str(size), "yes" if size <= options.owlrl_up_to else "no")
        print(f"{size:>7,} " + " ".join(f"{found[size][name]:>12,.2f}" for name in columns), flush=True)
    compared, last = max(size for size in found if size <= options.owlrl_up_to), max(found)
    faster = found[compared]["owlrl"] / found[compared]["seconds"]
    claims = [(f"owlrl's time against ours at {compared:,}", faster >= 20, faster, "at least 20")]
    if last > 10:
        growth = found[last]["seconds"] / last / (found[10]["seconds"] / 10)
        claims.append((f"time per table at {last:,} against 10", growth <= 1.5, growth, "at most 1.5"))
    for claim, holds, ratio, bound in claims:
        print(f"{'holds' if holds else 'FAILS'}: {claim}: {ratio:.2f} (claim: {bound})")
    return 0 if all(holds for _, holds, _, _ in claims) else 1


if __name__ == "__main__":
    sys.exit(main())
