"""The service under an hour of mixed load: descriptors, processes and memory before and after.

    python benchmarks/endurance.py [--release DIR] [--minutes 60] [--pace 10]

Queries that are all different, pages, ranges of files, wrong queries, streams that are left in the middle, clients that hang up on a query that
never ends, and queries that are killed at their limit; ``pace`` rounds of them a second at most. Claims, of the state after the load against
that after its first tenth:

- not more than 4 descriptors more in the front, and as many workers;
- memory of the front at most 1.25 times as much;
- no answer of status 500, and no fault in the log.
"""

from __future__ import annotations

import argparse
import http.client
import json
import socket
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.endpoint import resident
from benchmarks.serving import serving
from kg.release.build import build
from kg.release.release import open_release
from kg.settings import Settings

LIMITS = "client_rate = 100000\nclient_burst = 100000\nclient_seconds = 100000\nseconds = 2\ncache_bytes = 8000000\n"
"""A cache that is full within the first tenth, so that what grows afterwards is no cache."""
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?g) }"
LONG = "SELECT ?a ?b ?c { ?a ?p ?b . ?b ?q ?c }"
LEFT_EVERY, KILLED_EVERY = 10, 200
"""Rounds between two queries whose client hangs up, and between two that run into their limit: each costs a worker."""


@dataclass(frozen=True)
class State:
    """Of the front: descriptors, workers, and kilobytes that it holds itself and with its workers."""

    descriptors: int
    workers: int
    front: int
    together: int


def state(pid: int) -> State:
    """What a service holds now."""
    place = Path(f"/proc/{pid}")
    front = next(int(line.split()[1]) for line in (place / "status").read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
    workers = (place / "task" / str(pid) / "children").read_text(encoding="utf-8").split()
    return State(len(list((place / "fd").iterdir())), len(workers), front, resident(pid))


def ask(port: int, path: str, accept: str = "*/*", **headers: str) -> int:
    """The status of a whole answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers={"Accept": accept, **headers})
        response = connection.getresponse()
        response.read()
        return response.status
    finally:
        connection.close()


def leave(port: int, query: str, read: int) -> None:
    """Ask, read so many bytes at most, and hang up."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as client:
        client.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        if read:
            client.recv(read)


def one_round(port: int, number: int) -> list[int]:
    """Ask everything once; the statuses."""
    statuses = [
        ask(
            port,
            f"/sparql?query={quote(f'SELECT ?s {{ ?s ?p ?o }} LIMIT {number % 500 + 1} # {number}')}",
            "application/sparql-results+json",
        ),
        ask(port, "/id/government/010006", "text/html"),
        ask(port, f"/data/tables/projects.csv?{number}", Range="bytes=0-99"),
        ask(port, f"/sparql?query=SELEKT{number}"),
    ]
    leave(port, f"{LONG} # {number}", 4096)
    if number % LEFT_EVERY == 0:
        leave(port, f"{ENDLESS} # {number}", 0)
    if number % KILLED_EVERY == 0:
        statuses.append(ask(port, f"/sparql?query={quote(f'{ENDLESS} # killed {number}')}"))
    return statuses


def main() -> int:
    """Put on the load, print the state each tenth of it, and judge the claims."""
    parser = argparse.ArgumentParser(description="the service under mixed load")
    parser.add_argument("--release", type=Path, help="a release; built from the embedded table where there is none")
    parser.add_argument("--minutes", type=float, default=60, help="of load")
    parser.add_argument("--pace", type=float, default=10, help="rounds a second at most")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        release = open_release(options.release) if options.release else build([], place / "release", Settings())
        with serving(release, place, LIMITS) as (pid, port):
            return loaded(pid, port, options.minutes * 60, options.pace, place / "log")


def loaded(pid: int, port: int, seconds: float, pace: float, log: Path) -> int:
    """The load, its states, and what came of the claims."""
    statuses: Counter[int] = Counter()
    states: list[State] = []
    number, began = 0, time.monotonic()
    print(f"{'minute':>7} {'rounds':>9} {'descriptors':>12} {'workers':>8} {'front MB':>9} {'all MB':>8}")
    while len(states) < 10:
        end = time.monotonic() + seconds / 10
        while time.monotonic() < end:
            due = time.monotonic() + 1 / pace
            number += 1
            statuses.update(one_round(port, number))
            time.sleep(max(0.0, due - time.monotonic()))
        time.sleep(4)  # until what was left behind has met its limit
        now = state(pid)
        states.append(now)
        print(
            f"{(time.monotonic() - began) / 60:>7.1f} {number:>9,} {now.descriptors:>12} {now.workers:>8} {now.front / 1024:>9.1f} {now.together / 1024:>8.1f}",
            flush=True,
        )
    faults = sum(1 for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{") and "fault" in json.loads(line))
    print(f"statuses: {dict(sorted(statuses.items()))}; faults in the log: {faults}")
    first, last = states[0], states[-1]
    claims = (
        ("descriptors", last.descriptors - first.descriptors, 4),
        ("workers", abs(last.workers - first.workers), 0),
        ("memory of the front against the first tenth", last.front / first.front, 1.25),
        ("answers of status 500 and faults", statuses[500] + faults, 0),
    )
    for claim, found, most in claims:
        print(f"{'holds' if found <= most else 'FAILS'}: {claim}: {found:.2f} (claim: at most {most})")
    return 0 if all(found <= most for _, found, most in claims) else 1


if __name__ == "__main__":
    sys.exit(main())
