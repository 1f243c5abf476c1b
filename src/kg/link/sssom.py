"""Links as an SSSOM mapping set (Simple Standard for Sharing Ontological Mappings, TSV with embedded metadata): https://mapping-commons.github.io/sssom/."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import kg
from kg.link.link_file import ACCEPT, BY_PERSON, HOJIN, REJECT, TOOL

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kg.link.link_file import Link

_REGISTER = "https://www.houjin-bangou.nta.go.jp/"
_COLUMNS = (
    "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label", "mapping_justification", "author_label",
    "confidence", "object_source_version", "comment",
)  # fmt: skip
_CURIES = {
    "hojin": HOJIN,
    "owl": "http://www.w3.org/2002/07/owl#",
    "semapv": "https://w3id.org/semapv/vocab/",
}


def write_sssom(links: Iterable[Link], register_date: str, base: str, path: Path) -> None:
    """Write the mapping set of all decided ``links``, a rejected one with the modifier ``Not``; its date is that of the register."""
    metadata = [
        "curie_map:",
        *(f"  {prefix}: {iri}" for prefix, iri in sorted((_CURIES | {"tsuid": f"{base}id/"}).items())),
        "license: https://creativecommons.org/licenses/by/4.0/",
        f"mapping_date: {register_date}",
        f"mapping_set_id: {base}mappings/corporate-numbers",
        "mapping_set_title: Organizations of Tsunagi and corporate numbers of Japan",
        f"mapping_tool: {TOOL}",
        f"mapping_tool_version: {kg.__version__}",
        "object_source: hojin:",
        f"other: matched against the register of corporate numbers of the National Tax Agency, {_REGISTER}",
    ]
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(f"#{line}\n" for line in metadata)
        writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
        writer.writerow(_COLUMNS)
        writer.writerows(_row(link) for link in links if link.decision in {ACCEPT, REJECT})


def _row(link: Link) -> tuple[str, ...]:
    return (
        f"tsuid:{link.subject}",
        link.name,
        "owl:sameAs",
        "Not" if link.decision == REJECT else "",
        f"hojin:{link.number}",
        link.registered_name,
        BY_PERSON if link.by_person else link.justification,
        link.decided_by if link.by_person else "",
        link.score,
        link.register_date,
        link.evidence_en,
    )
