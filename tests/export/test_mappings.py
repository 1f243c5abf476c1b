import csv
import json
import re
from pathlib import Path

import pytest
import yaml
from tests.conftest import SHARED

from kg.export.mappings import FILE, write_mappings
from kg.release.release import Release
from kg.settings import BASE
from kg.store.port import Solutions, lexical

SCHEMA = SHARED / "vocab" / "sssom" / "sssom_schema.schema.json"


def read(path: Path) -> tuple[dict[str, object], list[dict[str, str]]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    metadata = yaml.safe_load("\n".join(line[1:] for line in lines if line.startswith("#")))
    return metadata, list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


def expanded(curie: str, metadata: dict[str, object]) -> str:
    prefix, _, local = curie.partition(":")
    curies = metadata["curie_map"]
    assert isinstance(curies, dict)
    return f"{curies[prefix]}{local}"


def test_the_mapping_set_says_what_the_graph_says(release: Release) -> None:
    metadata, rows = read(release.path / "mappings" / FILE)
    told = {tuple(expanded(row[column], metadata) for column in ("subject_id", "predicate_id", "object_id")) for row in rows}
    assert len(told) == len(rows) == 3 * 1788 - 20 + 1
    found = release.store().query(
        f"SELECT ?s ?p ?o {{ GRAPH <{BASE}graph/links> {{ ?s ?p ?o }} FILTER(REGEX(STR(?s), '/id/(government|area)/')) }}"
    )
    assert isinstance(found, Solutions)
    assert {tuple(map(lexical, row)) for row in found.rows} == told


def test_strength_follows_from_evidence_and_bodies_are_not_areas(release: Release) -> None:
    _, rows = read(release.path / "mappings" / FILE)
    for row in rows:
        body = row["subject_id"].startswith("tsuid:government/")
        same = row["predicate_id"] == "owl:sameAs"
        assert same == row["object_id"].startswith("hojin:") == (row["object_id"].startswith("hojin:") and body)
        assert 0 < float(row["confidence"]) <= 1
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", row["mapping_date"])
        assert row["comment"]
    assert {row["mapping_justification"] for row in rows} == {
        "semapv:LogicalReasoning", "semapv:CompositeMatching", "semapv:ManualMappingCuration",
    }  # fmt: skip


@pytest.mark.skipif(not SCHEMA.is_file(), reason="needs ../shared/vocab/sssom, the schema of SSSOM")
def test_rows_are_mappings_by_the_schema_of_sssom(tmp_path: Path) -> None:
    write_mappings(tmp_path / "mappings", BASE)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    properties = schema["$defs"]["Mapping"]["properties"]
    metadata, rows = read(tmp_path / "mappings" / FILE)
    assert set(schema["$defs"]["MappingSet"]["required"]) <= set(metadata)
    assert set(metadata) - {"curie_map"} <= set(schema["$defs"]["MappingSet"]["properties"])
    assert set(rows[0]) <= set(properties)
    assert {"predicate_id", "mapping_justification"} <= set(rows[0])
