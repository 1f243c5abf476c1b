"""Search engines find the dataset: pages hold schema.org/Dataset as JSON-LD that a processor reads, true to the release, and safe whatever a file is called."""

from __future__ import annotations

import hashlib
import html
import json
import re
from typing import Any

import pytest
from pyld import jsonld
from tests.web.conftest import Running

from kg.release.release import Release
from kg.web.addresses import Addresses
from kg.web.assets import Assets
from kg.web.pages import Pages

SCHEMA = "https://schema.org/"
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
SOURCE = "/id/source/2685cde9819f"


def blocks(service: Running, path: str) -> list[Any]:
    return [json.loads(block) for block in BLOCK.findall(service.get(path, Accept="text/html").text)]


def expanded(document: dict[str, Any]) -> list[Any]:
    """The document as a JSON-LD processor reads it; of schema.org's context it needs that every word is one of that vocabulary."""

    def loaded(url: str, _options: object) -> dict[str, object]:
        assert url == SCHEMA
        context = {"@vocab": SCHEMA, **{name: {"@type": "@id"} for name in ("url", "license", "contentUrl")}}
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}}

    found: list[Any] = jsonld.expand(document, {"documentLoader": loaded})
    return found


@pytest.mark.parametrize(
    ("language", "name"), [("ja", "つなぎ：地域再犯防止の取組の知識グラフ"), ("en", "Tsunagi: knowledge graph of local")]
)
def test_the_first_page_describes_the_dataset(service: Running, release: Release, language: str, name: str) -> None:
    (found,) = blocks(service, f"/?lang={language}")
    assert found["@type"] == "Dataset"
    assert found["name"].startswith(name)
    assert 50 <= len(found["description"]) <= 5000  # what Google asks of a description
    assert found["temporalCoverage"] == "2018-04-01/2020-12-31"
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["datePublished"] <= found["dateModified"]
    assert found["publisher"]["name"]
    assert found["spatialCoverage"]["name"] == {"ja": "日本", "en": "Japan"}[language]
    files = {one["contentUrl"].removeprefix(f"{service.address}/data/"): one for one in found["distribution"]}
    assert set(files) == {
        "data.nq",
        "mappings/governments.sssom.tsv",
        *(f"tables/{table}.csv" for table in release.manifest["counts"]["tables"]),
    }
    for path, told in files.items():
        content = (release.path / path).read_bytes()
        assert (told["contentSize"], told["sha256"]) == (f"{len(content)} B", hashlib.sha256(content).hexdigest())
    assert files["tables/outcomes.csv"]["encodingFormat"] == "text/csv"


def test_what_is_told_can_be_fetched(service: Running) -> None:
    (found,) = blocks(service, "/")
    for told in found["distribution"]:
        head = service.ask("HEAD", told["contentUrl"].removeprefix(service.address))
        assert head.status == 200
        assert head.headers["content-length"] == told["contentSize"].removesuffix(" B")
        assert head.headers["content-type"].startswith(told["encodingFormat"])
    assert service.get("/data/tables/csv-metadata.json").json()["@context"] == "http://www.w3.org/ns/csvw"


def test_a_document_describes_the_tables_that_were_read_from_it(service: Running) -> None:
    (found,) = blocks(service, f"{SOURCE}?lang=ja")
    editions = {one["@id"].rpartition("/reoffending")[2]: one for one in found["@graph"]}
    assert len(editions) == 2
    assert {one["temporalCoverage"] for one in editions.values()} == {"2018-04-01/2020-12-31", "2019-04-01/2020-12-31"}
    for one in editions.values():
        assert one["@type"] == "Dataset"
        assert 50 <= len(one["description"]) <= 5000
        assert one["isBasedOn"]["name"] == "moj-model-projects-2020-12.txt"
        assert one["isBasedOn"]["sha256"].startswith("2685cde9819f")
        assert one["url"].startswith(service.address)
    assert blocks(service, "/id/government/010006") == []


@pytest.mark.parametrize("path", ["/", SOURCE])
def test_a_processor_reads_every_word(service: Running, path: str) -> None:
    (found,) = blocks(service, path)
    for node in expanded(found):
        assert node["@type"] == [f"{SCHEMA}Dataset"]
        assert all(key.startswith((SCHEMA, "@")) for key in node)
        assert node[f"{SCHEMA}license"] == [{"@id": "https://creativecommons.org/licenses/by/4.0/"}]


def test_no_name_ends_the_block() -> None:
    """Neither </script> nor <!-- leaves it, and the reader gets the name as it is."""
    nasty = "</script><script>alert(1)</script><!--<img src=x>&amp;'\"\u2028"
    pages = Pages(Addresses("https://example.org", "https://w3id.org/tsunagi/"), Assets())
    page = pages.home("ja", "0" * 64, {}, [], dataset={"@type": "Dataset", "name": nasty}).decode()
    assert "alert(1)</script>" not in page
    (block,) = BLOCK.findall(page)
    assert not set("<>&'") & set(block)
    assert json.loads(html.unescape(block))["name"] == nasty


def test_a_page_without_a_dataset_has_no_block() -> None:
    pages = Pages(Addresses("https://example.org", "https://w3id.org/tsunagi/"), Assets())
    assert "ld+json" not in pages.home("en", "0" * 64, {}, [], dataset={}).decode()
