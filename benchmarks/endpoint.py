"""The endpoint against the bare oxigraph server over the same store, in one run; and one SELECT of a million rows.

    python benchmarks/endpoint.py [--release DIR] [--seconds 5]

Needs wrk (a system package) and the oxigraph server (the package of that name). Claims:

- point queries, each another one: at least 0.5 times as many a second as the bare server;
- point queries, the same 50 over and over: at least as many;
- aggregates, each another one: at least 0.8 times as many (they are the engine's work, and vary that much from run to run);
- of a SELECT of a million rows the first byte comes within 0.2 seconds, and front and workers together grow by less than 64 MB (the answer has 250).
"""

from __future__ import annotations

import argparse
import http.client
import json
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.serving import free_port, serving, until_open
from kg.release.build import build
from kg.release.release import open_release
from kg.settings import Settings
from kg.store.port import Solutions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.release.release import Release

ROUNDS = 3
CLIENTS = 8
LIMITS = "client_rate = 1000000\nclient_burst = 1000000\nclient_seconds = 100000\n"
MILLION = "SELECT ?a ?b ?c WHERE { { SELECT ?a { ?a ?p ?x } LIMIT 1000 } { SELECT ?b ?c { ?b ?c ?z } LIMIT 1000 } }"
AGGREGATE = (
    "SELECT ?g (COUNT(*) AS ?n) (SAMPLE(?s) AS ?one) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRLEN(STR(?s)) > {number}) }} GROUP BY ?g"
)


def script(queries: Sequence[str], place: Path, name: str) -> Path:
    """A script for wrk that sends the queries in turn, each thread and each run beginning elsewhere."""
    lines = ",\n".join(f'"?query={quote(query, safe="")}"' for query in queries)
    path = place / f"{name}.lua"
    path.write_text(
        "local paths = {\n" + lines + "\n}\nlocal at = 0\n"
        "function init(args) at = tonumber(args[1] or '0') end\n"
        'request = function() at = at % #paths + 1; return wrk.format("GET", ROOT .. paths[at], '
        '{["Accept"] = "application/sparql-results+json"}) end\n',
        encoding="utf-8",
    )
    return path


def rate(port: int, root: str, path: Path, seconds: int, offset: int) -> float:
    """Answers a second with status 200. Exits where there was any other status."""
    told = path.with_suffix(f".{port}.lua")
    told.write_text(f'ROOT = "{root}"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    run = subprocess.run(
        [shutil.which("wrk") or "wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--timeout", "30s", "-s", str(told),
         f"http://127.0.0.1:{port}/", "--", str(offset)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    if "Non-2xx" in run.stdout:
        raise SystemExit(run.stdout)
    found = re.search(r"Requests/sec:\s+([0-9.]+)", run.stdout)
    if found is None:
        raise SystemExit(run.stdout)
    return float(found[1])


def subjects(release: Release) -> Iterator[str]:
    """IRIs of things."""
    found = release.store().query("SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s a ?class } FILTER(ISIRI(?s)) } ORDER BY ?s")
    if isinstance(found, Solutions):
        for row in found.rows:
            yield str(row[0])


def resident(pid: int) -> int:
    """Kilobytes that a process and its children hold."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text(encoding="utf-8")
        except OSError:
            continue
        if re.search(rf"^(Pid|PPid):\t{pid}$", text, re.MULTILINE):
            held = re.search(r"VmRSS:\s+(\d+)", text)  # a process that is just ending holds none
            total += int(held[1]) if held else 0
    return total


def million(port: int, pid: int) -> tuple[float, float, float, int]:
    """Seconds to the first byte, seconds in all, MB that the service grew by at its peak, and bytes, of a SELECT of a million rows."""
    before = resident(pid)
    peak, size = before, 0
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    began = time.perf_counter()
    connection.request("GET", f"/sparql?query={quote(MILLION)}", headers={"Accept": "application/sparql-results+json"})
    response = connection.getresponse()
    size += len(response.read(1))
    first = time.perf_counter() - began
    while content := response.read(1024 * 1024):
        size += len(content)
        peak = max(peak, resident(pid))
    return first, time.perf_counter() - began, (peak - before) / 1024, size


def main() -> int:
    """Measure and print; exit 1 where a claim does not hold."""
    parser = argparse.ArgumentParser(description="the endpoint against the bare engine's server")
    parser.add_argument("--release", type=Path, help="a release; built from the embedded table where there is none")
    parser.add_argument("--seconds", type=int, default=5, help="of each measurement")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        release = open_release(options.release) if options.release else build([], place / "release", Settings())
        iris = list(subjects(release))
        kinds = {
            "point, distinct": [f"SELECT ?p ?o WHERE {{ {iri} ?p ?o }}" for iri in iris],
            "point, repeated": [f"SELECT ?p ?o WHERE {{ {iri} ?p ?o }}" for iri in iris[:50]],
            "aggregate": [AGGREGATE.format(number=number) for number in range(1, 100_000)],
        }
        bare_port = free_port()
        bare = subprocess.Popen(
            [str(Path(sys.executable).with_name("oxigraph")), "serve-read-only", "--location", str(release.path / "store"), "--union-default-graph",
             "--bind", f"127.0.0.1:{bare_port}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            until_open(bare_port)
            with serving(release, place, LIMITS) as (pid, port):
                return measured(kinds, (bare_port, port), pid, place, options.seconds)
        finally:
            bare.send_signal(signal.SIGTERM)
            bare.wait(30)


def measured(kinds: dict[str, list[str]], ports: tuple[int, int], pid: int, place: Path, seconds: int) -> int:
    """All measurements, in turns; each ratio is the median of the rounds."""
    claims = []
    for (kind, queries), least in zip(kinds.items(), (0.5, 1.0, 0.8), strict=True):
        path = script(queries, place, kind.partition(",")[0] + str(len(queries)))
        rounds = []
        for number in range(ROUNDS):
            offset = number * len(queries) // ROUNDS
            rounds.append((rate(ports[0], "/query", path, seconds, offset), rate(ports[1], "/sparql", path, seconds, offset)))
        ratio = statistics.median(mine / theirs for theirs, mine in rounds)
        print(f"{kind}: " + ", ".join(f"bare {theirs:,.0f}/s ours {mine:,.0f}/s" for theirs, mine in rounds), flush=True)
        claims.append((f"{kind}: against the bare server", ratio, least))
    first, total, grown, size = million(ports[1], pid)
    print(
        f"a million rows: {json.dumps({'first byte': round(first, 3), 'seconds': round(total, 1), 'grown MB': round(grown, 1), 'MB': size >> 20})}"
    )
    for claim, ratio, least in claims:
        print(f"{'holds' if ratio >= least else 'FAILS'}: {claim}: {ratio:.2f} (claim: at least {least})")
    for claim, value, most in (("first byte of a million rows, seconds", first, 0.2), ("growth of memory meanwhile, MB", grown, 64.0)):
        print(f"{'holds' if value <= most else 'FAILS'}: {claim}: {value:.2f} (claim: at most {most})")
    return 0 if all(ratio >= least for _, ratio, least in claims) and first <= 0.2 and grown <= 64 else 1


if __name__ == "__main__":
    sys.exit(main())
