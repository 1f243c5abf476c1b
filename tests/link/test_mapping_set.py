"""Mapping sets of others: read with their licence; what is none, or no link of ours, is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import LinkError
from kg.link.mapping_set import Correspondence, read_mapping_sets
from kg.settings import BASE, Limits

HEAD = f"""#curie_map:
#  tsuid: {BASE}id/
#  dbr: http://dbpedia.org/resource/
#license: https://creativecommons.org/licenses/by-sa/3.0/
#mapping_set_id: https://example.org/sets/dbpedia
#mapping_set_title: Prefectures at DBpedia
"""
COLUMNS = "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\n"
ROW = "tsuid:area/340006\tskos:closeMatch\t\tdbr:Hiroshima_Prefecture\tsemapv:ManualMappingCuration\n"


def written(directory: Path, text: str, name: str = "dbpedia.sssom.tsv") -> Path:
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path


def test_links_are_read_with_what_the_set_says_of_itself(tmp_path: Path) -> None:
    denied = "tsuid:area/340006\tskos:exactMatch\tNot\tdbr:Hiroshima\tsemapv:ManualMappingCuration\n"
    nothing = "tsuid:area/350001\tskos:exactMatch\t\tsssom:NoTermFound\tsemapv:ManualMappingCuration\n"
    whole = f"{BASE}id/area/350001\towl:sameAs\t\thttps://sws.geonames.org/1848681/\tsemapv:LexicalMatching\n"
    (made,) = read_mapping_sets([written(tmp_path, HEAD + COLUMNS + ROW + denied + nothing + whole + ROW)], BASE, Limits())
    assert (made.key, made.iri, made.title) == ("dbpedia", "https://example.org/sets/dbpedia", "Prefectures at DBpedia")
    assert made.licence == "https://creativecommons.org/licenses/by-sa/3.0/"
    assert made.negative == 2
    close, same = "http://www.w3.org/2004/02/skos/core#closeMatch", "http://www.w3.org/2002/07/owl#sameAs"
    assert made.mappings == (
        Correspondence(f"{BASE}id/area/340006", close, "http://dbpedia.org/resource/Hiroshima_Prefecture"),
        Correspondence(f"{BASE}id/area/350001", same, "https://sws.geonames.org/1848681/"),
    )


def test_a_file_that_a_spreadsheet_saved_is_the_same(tmp_path: Path) -> None:
    """With byte order mark, other ends of lines, a comment that holds a separator of lines, and a quoted cell."""
    whole = HEAD + COLUMNS.replace("\n", "\tcomment\n") + ROW.replace("\n", '\t"広島\u2028県 ""の"" 項目"\n')
    saved = written(tmp_path, "\ufeff" + whole.replace("\n", "\r\n"))
    (tmp_path / "plain").mkdir()
    (one,), (other,) = (read_mapping_sets([path], BASE, Limits()) for path in (saved, written(tmp_path / "plain", HEAD + COLUMNS + ROW)))
    assert (one.mappings, one.title, one.licence) == (other.mappings, other.title, other.licence)


def test_a_title_is_one_line_that_a_terminal_shows(tmp_path: Path) -> None:
    text = HEAD.replace("Prefectures at DBpedia", '"か\u3099\\e[2J\\nx"') + COLUMNS + ROW
    assert read_mapping_sets([written(tmp_path, text)], BASE, Limits())[0].title == "が [2J x"


REFUSED = {
    "no licence": (HEAD.replace("#license", "#rights") + COLUMNS + ROW, "", "license", "license がありません"),
    "a licence that is no address": (HEAD.replace("https://creativecommons.org/licenses/by-sa/3.0/", "CC BY") + COLUMNS + ROW, "", "license", "license"),
    "a column less": (HEAD + COLUMNS.replace("object_id\t", "") + ROW, "", "lacks the columns object_id", "列 object_id"),
    "no columns": (HEAD, "", "lacks the columns", "列 subject_id"),
    "an empty file": ("", "", "license", "license"),
    "a cell less": (HEAD + COLUMNS + ROW + "tsuid:area/340006\tskos:closeMatch\n", ":9", "not as many cells", "列の数"),
    "somebody else's subject": (HEAD + COLUMNS + ROW.replace("tsuid:", "dbr:"), ":8", "is no IRI of these data", "このデータの IRI"),
    "a subject of an unknown prefix": (HEAD + COLUMNS + ROW.replace("tsuid:", "x:"), ":8", "'x:area/340006'", "「x:area/340006」"),
    "a relation that is no link": (HEAD + COLUMNS + ROW.replace("skos:closeMatch", "rdfs:subClassOf"), ":8", "use one of", "使えるのは"),
    "an object without its prefix": (HEAD + COLUMNS + ROW.replace("dbr:", "dbx:"), ":8", "declare its prefix", "curie_map"),
    "an object that breaks out": (HEAD + COLUMNS + ROW.replace("dbr:Hiroshima_Prefecture", "http://x/> <urn:y> <urn:z"), ":8", "is no IRI", "IRI になりません"),
    "metadata that are no YAML": ("#license: [\n" + COLUMNS + ROW, "", "no YAML", "YAML"),
    "metadata that are a list": ("#- license\n" + COLUMNS + ROW, "", "name: value", "名前: 値"),
    "prefixes that are a list": (HEAD.replace("#  tsuid: ", "#  - ").replace("#  dbr: ", "#  - ") + COLUMNS + ROW, "", "name: value", "名前: 値"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_mapping_set_of_ours_is_refused(tmp_path: Path, case: str) -> None:
    text, line, en, ja = REFUSED[case]
    with pytest.raises(LinkError) as caught:
        read_mapping_sets([written(tmp_path, text)], BASE, Limits())
    assert en in caught.value.message.en
    assert ja in caught.value.message.ja
    assert caught.value.where == f"{tmp_path / 'dbpedia.sssom.tsv'}{line}"


@pytest.mark.parametrize("name", ["dbpedia.tsv", ".sssom.tsv", "..sssom.tsv", "日本.sssom.tsv", "a b.sssom.tsv"])
def test_a_name_that_makes_no_key_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(LinkError, match="mapping set"):
        read_mapping_sets([written(tmp_path, HEAD + COLUMNS + ROW, name)], BASE, Limits())


def test_a_file_that_is_not_there_or_a_name_twice_is_told(tmp_path: Path) -> None:
    with pytest.raises(LinkError, match="no such file"):
        read_mapping_sets([tmp_path / "x.sssom.tsv"], BASE, Limits())
    (tmp_path / "other").mkdir()
    both = [written(tmp_path, HEAD + COLUMNS + ROW), written(tmp_path / "other", HEAD + COLUMNS + ROW)]
    with pytest.raises(LinkError, match="two mapping sets"):
        read_mapping_sets(both, BASE, Limits())
