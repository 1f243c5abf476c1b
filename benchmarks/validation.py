"""Validation: the embedded release, against pySHACL alone, and its growth with the data.

    python benchmarks/validation.py [--most 280] [--pyshacl-minutes 30]

Each measurement runs in a process of its own, on a graph that another process wrote. Claims:

- the embedded release is validated by the default engine, all tiers, in less than a second: read into a store, shapes loaded and asked, findings
  gathered with their cells (imports are start-up);
- pySHACL alone, as one calls it (the shapes as they are, an rdflib graph that is already there), takes at least 20 times as long as the default
  engine (in a store that is already there, where a build has it) at the largest size that it finishes within ``--pyshacl-minutes``, and the results
  are the same: of a graph that lacks one statement in 500, so that there is something to find. The fast engine (extra ``fast``), where it is
  installed, finds the same too;
- from a file of N-Quads on (read into a store on disk, then shapes, stored checks, texts, each finding with its cell), time per table at the largest
  size (280 tables: 10,000 projects) is at most 1.5 times that at 10 tables, and memory is at most 512 MB at every size.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import pyoxigraph as ox
import pyshacl
from rdflib import Graph

from benchmarks.reasoning import write_graph
from kg.errors import EngineError
from kg.release.build import build
from kg.release.validation import validate
from kg.settings import Settings
from kg.store.rdflib_graph import as_graph
from kg.store.working import WorkingStore
from kg.validate.engines.report import read_report
from kg.validate.engines.selection import engine
from kg.validate.gathering import gathered
from kg.validate.shapes import load_shapes, shape_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kg.validate.engines.port import Result

GROWTH = (1, 3, 10, 30, 100, 280)
COMPARED = (1, 3, 10, 30, 100)
LACKING = 500
"""Of so many statements one is left out where something is to be found."""
FILE = "graph.nq"
MEMORY = 512
"""What a check may take at any size, in MB."""
Measured = dict[str, float]


def written(copies: int, place: Path, *, whole: bool) -> None:
    """The graph of so many tables, as a build checks it: whole, or without statements that are left out by chance of a fixed seed."""
    body = write_graph(copies, place)
    if whole:
        body.rename(place / FILE)
        return
    chance = random.Random(11)
    with body.open("rb") as given, (place / FILE).open("wb") as kept:
        kept.writelines(line for line in given if chance.randrange(LACKING))


def opened(place: Path) -> ox.Store:
    """A store of what ``written`` left, in memory or on disk as in a build."""
    return WorkingStore.load(place / FILE, place / "working").engine


def peak() -> float:
    """Most memory that this process has taken, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def by_engine(name: str, place: Path) -> Measured:
    """Seconds of an engine of ours from the open store on, shapes included, and its results in a file."""
    data, chosen = opened(place), engine(name)
    began = time.perf_counter()
    results = chosen.results(data, load_shapes(shape_files()))
    seconds = time.perf_counter() - began
    keep(results, place / f"{name}.json")
    return {"seconds": seconds, "results": len(results), "peak": peak(), "quads": len(data)}


def whole_check(place: Path) -> Measured:
    """Seconds of all that a build checks, from the file on."""
    began = time.perf_counter()
    data = opened(place)
    found = gathered(data, engine(), load_shapes(shape_files()), Settings().base)
    return {"seconds": time.perf_counter() - began, "results": len(found.findings), "peak": peak(), "quads": len(data)}


def by_pyshacl_alone(place: Path) -> Measured:
    """Seconds that pySHACL takes as anybody calls it, and its results in a file."""
    data, shapes = as_graph(opened(place)), load_shapes(shape_files())
    began = time.perf_counter()
    _, report, said = pyshacl.validate(data, shacl_graph=shapes)
    seconds = time.perf_counter() - began
    if not isinstance(report, Graph):
        raise SystemExit(said)
    results = read_report(report.serialize(format="nt", encoding="utf-8"), ox.RdfFormat.N_TRIPLES)
    keep(results, place / "alone.json")
    return {"seconds": seconds, "results": len(results), "peak": peak(), "quads": len(data)}


def keep(results: Iterable[Result], file: Path) -> None:
    """Write results in a fixed order."""
    file.write_text(json.dumps(sorted(dataclasses.astuple(result) for result in results), ensure_ascii=False), encoding="utf-8")


def of_release(place: Path) -> Measured:
    """Seconds from a release on disk to its findings, all tiers."""
    release, work = build([], place / "release", Settings()), place / "work"
    work.mkdir()
    began = time.perf_counter()
    checked = validate(release.path, Settings(), engine(), work)
    return {"seconds": time.perf_counter() - began, "findings": len(checked.found.findings), "peak": peak()}


MODES: dict[str, Callable[[Path], Measured]] = {
    "release": of_release,
    "whole": whole_check,
    "store": lambda place: by_engine("store", place),
    "shifty": lambda place: by_engine("shifty", place),
    "alone": by_pyshacl_alone,
}


def in_a_process(place: Path, mode: str, seconds: float | None = None) -> Measured | None:
    """Run this file for one measurement; None where it takes longer than ``seconds``."""
    try:
        run = subprocess.run(
            [sys.executable, __file__, "--in", str(place), mode], check=True, stdout=subprocess.PIPE, text=True, timeout=seconds
        )
    except subprocess.TimeoutExpired:
        return None
    found: Measured = json.loads(run.stdout)
    return found


def prepared(copies: int, place: Path, *, whole: bool) -> None:
    """Write the store in a process of its own, so that it counts for no memory."""
    subprocess.run(
        [sys.executable, __file__, "--in", str(place), f"{copies} {'whole' if whole else 'lacking'}"], check=True, stdout=subprocess.DEVNULL
    )


def with_shifty() -> bool:
    """Whether the fast engine is installed."""
    try:
        engine("shifty")
    except EngineError:
        return False
    return True


def compared(most: int, limit: float) -> tuple[float, bool]:
    """How many times as long as ours pySHACL takes at the largest size that it finishes, and whether all results were the same at every size."""
    faster, same = 0.0, True
    engines = ["store", "shifty"] if with_shifty() else ["store"]
    print(f"{'tables':>7} {'quads':>12} {'results':>8} " + " ".join(f"{name:>9}" for name in (*engines, "pySHACL")) + "   (seconds)")
    for copies in [size for size in COMPARED if size <= most]:
        with tempfile.TemporaryDirectory() as directory:
            place = Path(directory)
            prepared(copies, place, whole=False)
            found = {name: in_a_process(place, name) for name in engines} | {"alone": in_a_process(place, "alone", limit)}
            done = {name: measured for name, measured in found.items() if measured is not None}
            same &= len({(place / f"{name}.json").read_bytes() for name in done}) == 1 and done["store"]["results"] > 0
        shown = " ".join(f"{done[name]['seconds']:>9,.2f}" if name in done else f"{'> limit':>9}" for name in (*engines, "alone"))
        print(f"{copies:>7,} {done['store']['quads']:>12,.0f} {done['store']['results']:>8,.0f} {shown}", flush=True)
        if "alone" not in done:
            break
        faster = done["alone"]["seconds"] / done["store"]["seconds"]
    return faster, same


def grown(most: int) -> dict[int, Measured]:
    """Seconds and peak memory of the default engine at each size, nothing being wrong."""
    found: dict[int, Measured] = {}
    print(f"{'tables':>7} {'quads':>12} {'seconds':>9} {'peak MB':>9}")
    for copies in [size for size in GROWTH if size <= most]:
        with tempfile.TemporaryDirectory() as directory:
            prepared(copies, Path(directory), whole=True)
            measured = in_a_process(Path(directory), "whole")
        if measured is None:
            raise AssertionError(copies)
        found[copies] = measured
        print(f"{copies:>7,} {measured['quads']:>12,.0f} {measured['seconds']:>9,.2f} {measured['peak']:>9,.0f}", flush=True)
    return found


def main() -> int:
    """Measure, print, and judge the claims: exit 1 where one does not hold."""
    parser = argparse.ArgumentParser(description="validation, against pySHACL and against its own growth")
    parser.add_argument("--most", type=int, default=GROWTH[-1], help="largest multiple of the embedded table")
    parser.add_argument("--pyshacl-minutes", type=float, default=30, help="how long pySHACL may take for one size")
    parser.add_argument("--in", nargs=2, metavar=("PLACE", "MODE"), dest="one", help="only one measurement")
    options = parser.parse_args()
    if options.one:
        place, mode = Path(options.one[0]), options.one[1]
        if mode in MODES:
            print(json.dumps(MODES[mode](place)))
        else:
            copies, kind = mode.split()
            written(int(copies), place, whole=kind == "whole")
        return 0
    return report(options.most, options.pyshacl_minutes * 60)


def report(most: int, limit: float) -> int:
    """Measure all that is claimed and say of each claim whether it holds."""
    with tempfile.TemporaryDirectory() as directory:
        release = in_a_process(Path(directory), "release")
    if release is None:
        raise AssertionError
    print(f"the embedded release: {release['seconds']:.2f} s, {release['findings']:.0f} findings, peak {release['peak']:.0f} MB")
    faster, same = compared(most, limit)
    found = grown(most)
    claims = [
        ("seconds for the embedded release", release["seconds"] < 1, release["seconds"], "less than 1"),
        ("pySHACL's time against ours at the largest size that it finished", faster >= 20, faster, "at least 20"),
        ("same results at every size", same, float(same), "1"),
    ]
    last = max(found)
    if last > 10:
        growth = found[last]["seconds"] / last / (found[10]["seconds"] / 10)
        memory = max(measured["peak"] for measured in found.values())
        claims.append((f"time per table at {last:,} against 10", growth <= 1.5, growth, "at most 1.5"))
        claims.append(("most memory at any size, in MB", memory <= MEMORY, memory, f"at most {MEMORY}"))
    for claim, holds, ratio, bound in claims:
        print(f"{'holds' if holds else 'FAILS'}: {claim}: {ratio:.2f} (claim: {bound})")
    return 0 if all(holds for _, holds, _, _ in claims) else 1


if __name__ == "__main__":
    sys.exit(main())
