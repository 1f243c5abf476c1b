"""How long the service takes for each kind of page.

    python benchmarks/pages.py [--tables 15] [--each 60]

On the embedded release, and on one of ``tables`` generated tables, which holds more than a million statements. Each kind of page is asked for at
``each`` different addresses (or as many as there are of it), one after the other, over a connection that is kept, once the first has been asked for. Claims: at the 95th percentile
a page takes at most 100 ms on the embedded release, and 500 ms on the large one.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import write
from benchmarks.serving import serving
from kg.queries.stored import stored_queries
from kg.release.build import build
from kg.settings import Settings
from kg.store.port import Solutions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.release.release import Release

LIMITS = "client_rate = 100000\nclient_burst = 100000\nclient_seconds = 100000\n"
WORDS = ("再犯", "就労", "住居", "支援", "相談", "研修", "保護", "薬物", "高齢", "障害", "会議", "少年", "女性", "出口支援", "地域生活定着")
FACETS = {
    "type": ("employment-support", "consultation", "housing-support", "training"),
    "target": ("juvenile", "elderly", "disabled", "substance-dependent"),
}
BY_GOVERNMENT = (
    "PREFIX tsu: <https://w3id.org/tsunagi/ontology#> SELECT ?government (COUNT(?c) AS ?n) "
    "{{ ?p tsu:undertakenBy ?government ; tsu:hasCommission ?c . FILTER(?c != <urn:{number}>) }} GROUP BY ?government"
)


def asked(release: Release, query: str) -> list[str]:
    """The first column of an answer."""
    found = release.store().query(query)
    return [str(getattr(row[0], "value", "")) for row in found.rows] if isinstance(found, Solutions) else []


def things(release: Release, kind: str) -> list[str]:
    """IRIs of a kind (``id/outcome``, ``code``)."""
    base = f"{release.manifest['base']}{kind}/"
    return asked(release, f'SELECT DISTINCT ?s {{ ?s a ?c FILTER(STRSTARTS(STR(?s), "{base}") && !CONTAINS(STR(?s), "#")) }} ORDER BY ?s')


def inferred(release: Release) -> list[tuple[str, ...]]:
    """Inferred facts in our own vocabulary, as N-Triples writes their terms; an evenly spread thousand."""
    base = release.manifest["base"]
    query = (
        f'SELECT ?s ?p ?o {{ GRAPH <{base}graph/inferred> {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?p), "{base}ontology#")) }} ORDER BY ?s ?p ?o'
    )
    found = release.store().query(query)
    facts = [tuple(map(str, row)) for row in found.rows] if isinstance(found, Solutions) else []
    return facts[:: len(facts) // 1000 + 1]


def addresses(release: Release) -> dict[str, list[str]]:
    """Addresses by kind of page."""
    base = release.manifest["base"]
    governments = [iri.rpartition("/")[2] for iri in things(release, "id/government")]
    found = {
        kind: [f"/{quote(iri.removeprefix(base))}" for iri in things(release, f"id/{kind}")]
        for kind in ("government", "organization", "commission", "intervention", "outcome", "source")
    }
    found["code"] = [f"/{quote(iri.removeprefix(base))}" for iri in things(release, "code")]
    found["explore"] = [
        f"/explore?{urlencode({'thing': iri})}" for kind in ("government", "commission") for iri in things(release, f"id/{kind}")
    ]
    found["table"] = [
        f"/table/{quote(iri.rpartition('/')[2])}?page={page}" for iri in things(release, "id/source") for page in (1, 2, 3, 4)
    ]
    found["search"] = [f"/search?{urlencode({'q': f'{a} {b}'})}" for a, b in itertools.permutations(WORDS, 2)]
    found["map"] = [
        f"/map?{urlencode({facet: value, 'q': word})}" for facet, values in FACETS.items() for value in values for word in WORDS
    ]
    found["compare"] = [f"/compare?{urlencode([('government', a), ('government', b)])}" for a, b in itertools.combinations(governments, 2)]
    found["question"] = [f"/questions/{slug}?lang={language}" for slug in stored_queries("question") for language in ("ja", "en")]
    found["query"] = [f"/query?{urlencode({'query': BY_GOVERNMENT.format(number=number)})}" for number in range(100)]
    found["why"] = [f"/why?{urlencode(dict(zip(('subject', 'predicate', 'object'), fact, strict=True)))}" for fact in inferred(release)]
    for name in ("/", "/questions", "/data/", "/about", "/licence"):
        found[name] = [name]
    return found


def milliseconds(port: int, paths: Iterable[str]) -> list[float]:
    """How long each page took. Exits where one is not there."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    spent = []
    for path in paths:
        began = time.perf_counter()
        connection.request("GET", path, headers={"Accept": "text/html", "Accept-Language": "ja"})
        response = connection.getresponse()
        response.read()
        if response.status == 301:  # another name of what is asked for anyway
            continue
        spent.append((time.perf_counter() - began) * 1000)
        if response.status != 200:
            raise SystemExit(f"{response.status} {path}")
    return spent


def measured(release: Release, place: Path, each: int, most: float) -> bool:
    """Measure all kinds, and tell whether the claim holds of all."""
    chance = random.Random(1)  # the same sample in every run
    held = True
    with serving(release, place, LIMITS) as (_, port):
        for kind, paths in addresses(release).items():
            sample = chance.sample(paths, min(each, len(paths)))
            milliseconds(port, paths[:1])  # tables of labels are read, and workers started, at the first
            spent = milliseconds(port, sample if len(sample) > 1 else paths * each)
            high = statistics.quantiles(spent, n=20, method="inclusive")[-1]
            held = held and high <= most
            told = "holds" if high <= most else "FAILS"
            print(
                f"{told}: {kind:<14} {len(spent):>4} pages, median {statistics.median(spent):>7.1f} ms, 95 % within {high:>7.1f} ms",
                flush=True,
            )
    return held


def main() -> int:
    """Measure both releases; exit 1 where a claim does not hold."""
    parser = argparse.ArgumentParser(description="server time of each kind of page")
    parser.add_argument("--tables", type=int, default=15, help="generated tables in the large release")
    parser.add_argument("--each", type=int, default=60, help="addresses of each kind")
    options = parser.parse_args()
    held = True
    for name, tables, most in (("embedded", 0, 100.0), ("large", options.tables, 500.0)):
        with tempfile.TemporaryDirectory() as directory:
            place = Path(directory)
            sources = [place / "source.txt"] if tables else []
            if tables:
                write(sources[0], tables)
            release = build(sources, place / "release", Settings())
            with release.quads.open("rb") as stream:
                print(f"{name}: {sum(1 for _ in stream):,} statements, at most {most:g} ms at 95 %", flush=True)
            held = measured(release, place, options.each, most) and held
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
