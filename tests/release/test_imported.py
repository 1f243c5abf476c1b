"""Mapping sets of others in a release: in graphs and files of their own, under their own licence, and in nothing that is concluded."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCAT, DCTERMS
from tests.export.harvester import Harvester
from tests.export.test_harvested import findings, with_shapes
from tests.forking import kg

from kg.cli.info import report
from kg.rdf.iris import Minter
from kg.release.build import build
from kg.release.editing import publish_edited
from kg.release.release import STORE, Release, open_release
from kg.settings import BASE, Settings
from kg.store.port import Solutions, lexical

SOURCE = Path(__file__).with_name("small.txt")
CODE = "011002"
BY_SA = "https://creativecommons.org/licenses/by-sa/3.0/"
COLUMNS = "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
SETS = {
    "dbpedia.sssom.tsv": f"#license: {BY_SA}\n#mapping_set_title: Areas at DBpedia\n#mapping_set_id: https://example.org/dbpedia\n{COLUMNS}"
    f"{BASE}id/area/{CODE}\towl:sameAs\thttp://dbpedia.org/resource/Sapporo\tsemapv:ManualMappingCuration\n"
    f"{BASE}id/area/999999\tskos:exactMatch\thttp://dbpedia.org/resource/Nowhere\tsemapv:ManualMappingCuration\n",
    "geonames.sssom.tsv": f"#license: https://creativecommons.org/licenses/by/4.0/\n{COLUMNS}"
    f"{BASE}id/area/{CODE}\tskos:closeMatch\thttps://sws.geonames.org/2128295/\tsemapv:ManualMappingCuration\n"
    f"{BASE}code/measure/persons\tskos:closeMatch\thttps://id.ndl.go.jp/auth/ndlsh/00000001\tsemapv:ManualMappingCuration\n",
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return build([SOURCE], tmp_path_factory.mktemp("plain") / "release", Settings(all_places=False))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    place = tmp_path_factory.mktemp("sets")
    for name, text in SETS.items():
        (place / name).write_text(text, encoding="utf-8")
    return [place / name for name in SETS]


@pytest.fixture(scope="module")
def imported(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Release:
    return build([SOURCE], tmp_path_factory.mktemp("imported") / "release", Settings(all_places=False), mappings=files)


def rows(release: Release, query: str) -> list[tuple[str, ...]]:
    found = release.store().query(f"PREFIX dcterms: <http://purl.org/dc/terms/> SELECT {query}")
    assert isinstance(found, Solutions)
    return sorted(tuple(map(lexical, row)) for row in found.rows)


def test_the_data_and_all_that_is_concluded_are_as_without_them(plain: Release, imported: Release) -> None:
    before, after = plain.manifest["files"], imported.manifest["files"]
    added = {f"imported/{name}" for name in SETS} | {"imported/dbpedia.nq", "imported/geonames.nq"}
    assert set(after) - set(before) == added
    assert {name for name in before if before[name] != after[name]} == {"catalog.ttl"}
    assert "dbpedia" not in (imported.path / "data.nq").read_text(encoding="utf-8")


def test_links_are_in_graphs_of_their_own_with_their_licence(imported: Release) -> None:
    asked = f"?licence ?other {{ GRAPH ?g {{ ?g dcterms:license ?licence . <{BASE}id/area/{CODE}> ?link ?other }} }}"
    assert rows(imported, asked) == [
        ("https://creativecommons.org/licenses/by-sa/3.0/", "http://dbpedia.org/resource/Sapporo"),
        ("https://creativecommons.org/licenses/by/4.0/", "https://sws.geonames.org/2128295/"),
    ]
    quads = list(ox.parse(path=str(imported.path / "imported" / "dbpedia.nq"), format=ox.RdfFormat.N_QUADS))
    assert {str(quad.graph_name) for quad in quads} == {f"<{BASE}graph/imported-dbpedia>"}
    assert (imported.path / "imported" / "dbpedia.sssom.tsv").read_text(encoding="utf-8") == SETS["dbpedia.sssom.tsv"]


def test_the_manifest_tells_them_and_what_is_about_nothing(imported: Release, files: list[Path]) -> None:
    dbpedia, geonames = imported.manifest["imported"]
    assert (dbpedia["links"], dbpedia["about_nothing"]) == (1, [f"{BASE}id/area/999999"])
    assert (geonames["title"], geonames["links"], geonames["about_nothing"]) == ("geonames", 2, [])
    assert f"Areas at DBpedia: 1 links ({BY_SA})" in report(imported, "en")
    assert "このリリースにないものについての行 1 件" in report(imported, "ja")
    imported.verify()
    told = kg("build", str(SOURCE), "--mappings", str(files[0]), "--json", "--out", "r", cwd=files[0].parent)
    assert json.loads(told.stdout)["imported"] == [dbpedia]


def test_the_same_files_make_the_same_bytes(imported: Release, files: list[Path], tmp_path: Path) -> None:
    again = build([SOURCE], tmp_path / "release", Settings(all_places=False), mappings=[*reversed(files)])
    assert again.identity == imported.identity


def test_the_catalogue_offers_each_under_its_licence(imported: Release) -> None:
    catalog = Graph().parse(imported.path / "catalog.ttl")
    packages = {str(one["title"]): one for one in Harvester(catalog, "en").packages()}
    assert packages["Areas at DBpedia"]["license"] == BY_SA
    (resource,) = packages["Areas at DBpedia"]["resources"]
    assert int(resource["size"]) == (imported.path / "imported" / "dbpedia.nq").stat().st_size
    assert {str(licence) for licence in catalog.objects(None, DCTERMS.license)} == {BY_SA, "https://creativecommons.org/licenses/by/4.0/"}
    assert len(set(catalog.objects(URIRef(Minter(BASE).published("catalog")), DCAT.dataset))) == 3


@with_shapes
def test_the_catalogue_stays_valid(imported: Release) -> None:
    catalog = Graph().parse(imported.path / "catalog.ttl")
    assert findings(catalog, "dcat-ap-SHACL.ttl", "ranges.ttl") == set()
    assert findings(catalog, "html-shacl/shapes.ttl", "html-shacl/range.ttl") == set()


def test_editing_the_data_keeps_them(imported: Release, files: list[Path], tmp_path: Path) -> None:
    release = build([SOURCE], tmp_path / "release", Settings(all_places=False), mappings=files)
    staging = ox.Store()
    staging.bulk_load(path=str(release.quads), format=ox.RdfFormat.N_QUADS)
    made = publish_edited(open_release(release.path), staging, [])
    assert made.manifest["imported"] == imported.manifest["imported"]
    assert (release.path / STORE).is_dir()
    assert rows(made, f"?other {{ GRAPH <{BASE}graph/imported-dbpedia> {{ <{BASE}id/area/{CODE}> ?link ?other }} }}") == [
        ("http://dbpedia.org/resource/Sapporo",)
    ]
