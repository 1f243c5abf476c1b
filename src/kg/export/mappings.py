"""Links of governments and their areas to other public data as an SSSOM mapping set (TSV with embedded metadata): https://mapping-commons.github.io/sssom/."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import kg
from kg.rdf.identities import ESTAT, HOJIN, WIKIDATA, government_identities
from kg.rdf.iris import Minter
from kg.rdf.terms import PREFIXES
from kg.text.identifiers import DERIVED

if TYPE_CHECKING:
    from pathlib import Path

    from kg.rdf.identities import Identity

FILE = "governments.sssom.tsv"
_COLUMNS = (
    "subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification", "confidence", "mapping_tool", "mapping_tool_version", "mapping_date", "comment",
)  # fmt: skip
_SEMAPV = "https://w3id.org/semapv/vocab/"


def write_mappings(directory: Path, base: str) -> None:
    """Make ``directory`` and write ``governments.sssom.tsv`` into it: a row for each link, in the order of codes."""
    directory.mkdir()
    things = {"estat": ESTAT, "hojin": HOJIN, "tsuid": f"{base}id/", "wd": WIKIDATA}
    curies = {**things, **{name: PREFIXES[name] for name in ("owl", "skos")}, "semapv": _SEMAPV}
    metadata = [
        "curie_map:",
        *(f"  {prefix}: {iri}" for prefix, iri in sorted(curies.items())),
        "license: https://creativecommons.org/licenses/by/4.0/",
        f"mapping_date: {DERIVED}",
        f"mapping_set_id: {base}mappings/governments",
        "mapping_set_title: Local governments of Japan and their areas in gBizINFO, e-Stat and Wikidata",
    ]
    with (directory / FILE).open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(f"#{line}\n" for line in metadata)
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows(_row(identity, things) for identity in government_identities(Minter(base)))


def _row(identity: Identity, things: dict[str, str]) -> tuple[str, ...]:
    basis = identity.basis
    by_hand = basis.justification == "ManualMappingCuration"
    return (
        _curie(identity.ours, things),
        identity.place.name,
        basis.predicate,
        _curie(identity.theirs, things),
        f"semapv:{basis.justification}",
        basis.confidence,
        "" if by_hand else "tsunagi-kg",
        "" if by_hand else kg.__version__,
        DERIVED,
        basis.evidence,
    )


def _curie(iri: str, things: dict[str, str]) -> str:
    return next(f"{prefix}:{iri.removeprefix(start)}" for prefix, start in things.items() if iri.startswith(start))
