"""The source is written again from the graph alone, byte for byte, whatever its encoding; what is missing is said."""

from __future__ import annotations

import codecs
import csv
import io
from pathlib import Path

import pytest
from tests.gold.test_score import HERE

from kg import resources
from kg.errors import ExportError, GraphError
from kg.export.source import export_source
from kg.release.build import build
from kg.release.release import Release
from kg.settings import Settings
from kg.store.embedded import EmbeddedStore
from kg.store.port import Solutions, lexical

GENRE = (HERE.parent / "release" / "small.txt").read_bytes().decode()
EMBEDDED = resources.path(resources.EMBEDDED_SOURCE)


def as_csv(text: str) -> str:
    stream = io.StringIO()
    rows = [line.split("\t") for line in text.splitlines()]
    csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(
        [[cell.replace(" ■", '\n"■"') for cell in row] for row in rows]
    )
    return stream.getvalue()


SAFE = GENRE.translate({ord("—"): "―", ord("〜"): "～", ord("－"): "-"}).encode("cp932", "replace").decode("cp932")
# 髙 and ∵ have two codes in cp932; Python writes the first of each pair
TWICE = SAFE.encode("cp932") + "備考：".encode("cp932") + b"\xee\xe0" + b"\xfb\xfc" + b"\x81\xe6" + b"\x87\x9a" + b"\r\n"
FILES = {
    "utf-8": ("a.txt", GENRE.encode()),
    "utf-8 with mark": ("a.txt", codecs.BOM_UTF8 + GENRE.encode()),
    "utf-16 little": ("a.txt", codecs.BOM_UTF16_LE + GENRE.encode("utf-16-le")),
    "utf-16 big": ("a.txt", codecs.BOM_UTF16_BE + GENRE.encode("utf-16-be")),
    "crlf": ("a.txt", GENRE.replace("\n", "\r\n").encode()),
    "cp932": ("a.txt", SAFE.encode("cp932")),
    "cp932 written otherwise": ("a.txt", TWICE),
    "csv": ("a.csv", as_csv(GENRE).encode()),
    "csv in cp932": ("表.csv", as_csv(SAFE).encode("cp932")),
    "odd characters": ("a.txt", GENRE.replace("\n", "\u2028\x0b \x7f\x01\u0301\u0085🙂\ufeff\n", 3).encode()),
}


def test_the_codes_that_python_writes_otherwise_are_there() -> None:
    assert TWICE.decode("cp932").encode("cp932") != TWICE


SAMPLED = {"utf-8", "utf-16 big", "cp932 written otherwise", "csv"}
"""Files that make test writes again; make test-full does so with all."""


@pytest.mark.parametrize("name", [name if name in SAMPLED else pytest.param(name, marks=pytest.mark.full) for name in FILES])
def test_byte_for_byte(tmp_path: Path, name: str) -> None:
    file, content = FILES[name]
    (tmp_path / file).write_bytes(content)
    release = build([tmp_path / file], tmp_path / "release", Settings(all_places=False))
    export_source(release.store(), tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == content
    export_source(EmbeddedStore.load(release.quads), tmp_path / "from-quads")
    assert (tmp_path / "from-quads").read_bytes() == content


def test_the_embedded_source(release: Release, tmp_path: Path) -> None:
    export_source(release.store(), tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == EMBEDDED.read_bytes()


def test_no_literal_holds_more_than_one_cell(release: Release) -> None:
    cells = {cell for line in EMBEDDED.read_text(encoding="utf-8").splitlines() for cell in line.split("\t")}
    longest = max(map(len, cells))
    for value in column(release, "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?text { ?quote oa:exact ?text }"):
        assert len(value) <= longest
        assert not value.strip("\t\n").count("\t"), value
        assert not value.strip() or any(value in cell for cell in cells), value


def column(release: Release, query: str) -> list[str]:
    answer = release.store().query(query)
    assert isinstance(answer, Solutions)
    return [lexical(row[0]) for row in answer.rows]


def without(quads: Path, target: Path, *, containing: str) -> Path:
    lines = quads.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if containing not in line]
    assert len(kept) < len(lines)
    target.write_text("".join(kept), encoding="utf-8")
    return target


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_with_one_passage_removed_exactly_its_text_is_missing(release: Release, tmp_path: Path, place: str) -> None:
    text = EMBEDDED.read_bytes().decode()
    found = column(release, "SELECT ?p { ?p a <https://w3id.org/tsunagi/ontology#SourcePassage> }")
    passages = sorted(found, key=lambda iri: int(iri.rpartition("/")[2].split("-")[0]))
    iri = {"first": passages[0], "middle": passages[len(passages) // 2], "last": passages[-1]}[place]
    start, end = map(int, iri.rpartition("/")[2].split("-"))
    quads = without(release.quads, tmp_path / "less.nq", containing=f"<{iri}")
    with pytest.raises(GraphError, match=rf"lacks {end - start} characters \({start}-{end}\)"):
        export_source(EmbeddedStore.load(quads), tmp_path / "again")
    assert (tmp_path / "again").read_bytes().decode() == text[:start] + text[end:]


def test_a_changed_character_is_noticed(release: Release, tmp_path: Path) -> None:
    changed = release.quads.read_text(encoding="utf-8").replace('"334"', '"335"')
    (tmp_path / "changed.nq").write_text(changed, encoding="utf-8")
    with pytest.raises(GraphError, match="sha256"):
        export_source(EmbeddedStore.load(tmp_path / "changed.nq"), tmp_path / "again")


def test_of_several_documents_one_is_named(tmp_path: Path) -> None:
    release = build([HERE / "genre-1.txt", HERE / "genre-2.txt"], tmp_path / "release", Settings(all_places=False))
    with pytest.raises(ExportError, match=r"genre-1\.txt"):
        export_source(release.store(), tmp_path / "again")
    for name in ("genre-1.txt", "genre-2.txt"):
        export_source(release.store(), tmp_path / "again", name)
        assert (tmp_path / "again").read_bytes() == (HERE / name).read_bytes()
    export_source(release.store(), tmp_path / "again", release.manifest["inputs"][0]["sha256"][:12])
    with pytest.raises(ExportError):
        export_source(release.store(), tmp_path / "again", "genre-9.txt")
