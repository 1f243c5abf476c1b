"""The documentation: every term and code once on each page, every link leads somewhere, every axiom is told, the same bytes each time."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import html5rdf
import pytest
from markdown_it import MarkdownIt
from rdflib import SKOS, URIRef

from kg.errors import VocabularyError
from kg.export.reference.entries import Describer
from kg.export.reference.expressions import text_of
from kg.export.reference.model import LANGUAGES, Model, read_model
from kg.export.reference.pages import in_markdown, markdown_of, page_of
from kg.export.reference.wording import words
from kg.export.reference.writing import write_reference
from kg.rdf.ontology import ontology_files
from kg.release.release import Release
from kg.settings import BASE

HERE = Path(__file__).resolve().parent / "reference"
SMALL = [HERE / "modules" / "meaning.ttl"]
ROWS = list(csv.DictReader((HERE / "rows.csv").read_text(encoding="utf-8").splitlines()))
LOADED = {"img": "src", "script": "src", "link": "href", "iframe": "src", "object": "data", "source": "src", "image": "href", "use": "href"}
NOT_LOADED = {"alternate"}


def squeezed(text: str) -> str:
    return " ".join(text.split())


class Page(HTMLParser):
    """What a page holds: ids, links, what a browser would load, scripts and styles, and the text of each element with an id."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.active: list[str] = []
        self._pieces: dict[str, list[str]] = {}
        self._open: list[tuple[str, str | None]] = []
        self.feed(text)
        self.close()
        self.texts = {identifier: squeezed("".join(pieces)) for identifier, pieces in self._pieces.items()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self._open.append((tag, said.get("id")))
        if "id" in said:
            self.ids.append(said["id"])
        if tag == "a" and "href" in said:
            self.links.append(said["href"])
        if LOADED.get(tag, "-") in said and said.get("rel") not in NOT_LOADED:
            self.loaded.append(said[LOADED[tag]])
        self.active += [f"{tag} {name}" for name in said if name.startswith("on") or name == "style"]
        self.active += [tag] if tag in {"script", "style", "iframe", "object", "embed", "form"} else []
        if tag in {"meta", "link", "br", "img", "hr", "input"}:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        for _, identifier in self._open:
            if identifier:
                self._pieces.setdefault(identifier, []).append(data)


@pytest.fixture(scope="module")
def model() -> Model:
    return read_model(BASE)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("reference")
    write_reference(place, BASE)
    return place


@pytest.fixture(scope="module")
def pages(made: Path) -> dict[str, Page]:
    """The HTML pages, and the Markdown pages as the HTML that CommonMark makes of them."""
    found = {path.name: Page(path.read_text(encoding="utf-8")) for path in made.glob("*.html")}
    markdown = MarkdownIt("commonmark")
    return found | {path.name: Page(markdown.render(path.read_text(encoding="utf-8"))) for path in made.glob("*.md")}


def test_the_files(made: Path, model: Model) -> None:
    names = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
    expected = {"style.css", "context.jsonld", *(page_of(stem, lang) for stem in ("index", "ontology", "codes") for lang in LANGUAGES)}
    expected |= {markdown_of(stem, language) for stem in ("ontology", "codes") for language in LANGUAGES}
    drawings = ["overview", *(module.name for module in model.modules)]
    assert names == expected | {f"diagrams/{name}.{language}.svg" for name in drawings for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name_of", [page_of, markdown_of])
def test_each_term_has_one_anchor(pages: dict[str, Page], model: Model, language: str, name_of: Callable[[str, str], str]) -> None:
    count = Counter(pages[name_of("ontology", language)].ids)
    names = [term.name for term in model.terms.values()]
    assert len(names) > 100
    assert {name: count[name] for name in names} == dict.fromkeys(names, 1)
    assert max(count.values()) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_entry_tells_label_definition_and_iri(pages: dict[str, Page], model: Model, language: str) -> None:
    for stem, named in (
        ("ontology", {term.iri: term.name for term in model.terms.values()}),
        ("codes", {iri: model.short(iri) for iri in model.order}),
    ):
        for iri, name in named.items():
            text = pages[page_of(stem, language)].texts[name]
            assert model.label(iri, language) in text
            assert str(iri) in text
            for definition in model.texts(iri, SKOS.definition, language):
                assert squeezed(definition) in text, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_markdown_section_tells_label_definition_and_iri(made: Path, model: Model, language: str) -> None:
    for stem, named in (
        ("ontology", {term.iri: term.name for term in model.terms.values()}),
        ("codes", {iri: model.short(iri) for iri in model.order}),
    ):
        text = (made / markdown_of(stem, language)).read_text(encoding="utf-8")
        parts = re.split(r'<a id="([^"]+)"></a>\n', text)
        assert Counter(parts[1::2]).most_common(1)[0][1] == 1
        sections = dict(zip(parts[1::2], parts[2::2], strict=True))
        for iri, name in named.items():
            assert in_markdown(model.label(iri, language)) in sections[name]
            assert f"`{iri}`" in sections[name]
            for definition in model.texts(iri, SKOS.definition, language):
                assert in_markdown(definition) in sections[name], name


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name_of", [page_of, markdown_of])
def test_each_code_and_list_has_one_anchor(pages: dict[str, Page], model: Model, language: str, name_of: Callable[[str, str], str]) -> None:
    count = Counter(pages[name_of("codes", language)].ids)
    names = [model.short(iri) for iri in model.order]
    assert len(names) > 200
    assert {name: count[name] for name in names} == dict.fromkeys(names, 1)
    assert max(count.values()) == 1


def test_every_link_leads_somewhere(made: Path, pages: dict[str, Page]) -> None:
    drawings = {path.relative_to(made).as_posix(): Page(path.read_text(encoding="utf-8")) for path in made.rglob("*.svg")}
    links = 0
    for name, page in (pages | drawings).items():
        for link in page.links:
            path, _, fragment = link.partition("#")
            if "://" in path:
                continue
            links += 1
            target = os.path.normpath(os.path.join(os.path.dirname(name), path)) if path else name  # noqa: PTH118, PTH120 - names in a dictionary
            assert (made / target).is_file(), (name, link)
            if fragment:
                assert unquote(fragment) in pages[target].ids, (name, link)
    assert links > 3_000


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_active(made: Path, pages: dict[str, Page]) -> None:
    drawings = {path.name: Page(path.read_text(encoding="utf-8")) for path in made.rglob("*.svg")}
    for name, page in (pages | drawings).items():
        assert not page.active, name
        assert {loaded for loaded in page.loaded if not (made / loaded).is_file()} == set(), name
    style = (made / "style.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|@font-face", style)


def test_the_html_is_well_formed(made: Path) -> None:
    for path in made.glob("*.html"):
        html5rdf.HTMLParser(strict=True).parse(path.read_text(encoding="utf-8"))
    with pytest.raises(html5rdf.html5parser.ParseError):
        html5rdf.HTMLParser(strict=True).parse("<!DOCTYPE html><title>x</title><p><b>never closed</p>")


@pytest.mark.parametrize("case", ROWS, ids=lambda case: f"{case['term']}: {case['value']}")
def test_what_an_entry_says(case: dict[str, str]) -> None:
    model = read_model(BASE, SMALL)
    describer = Describer(model, "en", "codes.en.html", words("en"))
    (term,) = (term for term in model.terms.values() if term.name == case["term"])
    rows = {row.heading: [text_of(value) for value in row.values] for row in describer.term(term).rows}
    assert case["value"] in rows.get(case["row"], [])


def test_an_entry_says_nothing_else() -> None:
    """The rows of the small ontology are those of rows.csv (which leaves out what follows by turning a row round)."""
    model = read_model(BASE, SMALL)
    describer = Describer(model, "en", "codes.en.html", words("en"))
    listed = {(case["term"], case["row"], case["value"]) for case in ROWS}
    told = {
        (term.name, row.heading, text_of(value))
        for term in model.terms.values()
        for row in describer.term(term).rows
        for value in row.values
    }
    turned = {"Narrower than", "Broader than", "Has the properties", "Inherits the properties", "Is the range of", "Used in the meaning of"}
    assert listed <= told
    assert {row for row in told - listed if row[1] not in {*turned, "Domain", "Range", "Disjoint with"}} == set()


def test_what_is_special_in_html_and_markdown_is_shown_as_it_stands(tmp_path: Path) -> None:
    write_reference(tmp_path, BASE, SMALL)
    html = (tmp_path / "ontology.en.html").read_text(encoding="utf-8")
    assert "What has &lt;b&gt;parts&lt;/b&gt; &amp; more." in html
    markdown = MarkdownIt("commonmark").render((tmp_path / "ontology.en.md").read_text(encoding="utf-8"))
    assert "What has &lt;b&gt;parts&lt;/b&gt; &amp; more." in markdown
    assert "A piece of a *whole* [not a link](x)." in markdown


def test_a_class_that_a_newcomer_adds_appears_everywhere(tmp_path: Path) -> None:
    folder = tmp_path / "ontology" / "modules"
    folder.mkdir(parents=True)
    files = []
    for file in ontology_files():
        files.append(folder / file.name if file.parent.name == "modules" else folder.parent / file.name)
        shutil.copy(file, files[-1])
    with (folder / "place.ttl").open("a", encoding="utf-8") as stream:
        stream.write(
            'tsu:Island a owl:Class ; rdfs:subClassOf tsu:AdministrativeArea ; rdfs:label "島"@ja , "island"@en ;\n'
            '  skos:definition "水に囲まれた区域。"@ja , "An area surrounded by water."@en .\n'
        )
    (folder / "sea.ttl").write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix tsu: <https://w3id.org/tsunagi/ontology#> .\n"
        "# What is around islands.\ntsu:Sea a owl:Class .\n",
        encoding="utf-8",
    )
    place = tmp_path / "reference"
    write_reference(place, BASE, [*files, folder / "sea.ttl"])
    for language in LANGUAGES:
        html, markdown = ((place / name("ontology", language)).read_text(encoding="utf-8") for name in (page_of, markdown_of))
        for text in (html, markdown):
            assert text.count('id="Island"') == text.count('id="Sea"') == 1
            assert ("水に囲まれた区域。" if language == "ja" else "An area surrounded by water.") in text
            assert "What is around islands." in text
        assert 'href="#Island"' in html.split('id="AdministrativeArea"')[1].split("</article>")[0]
        for drawing in ("overview", "place"):
            assert "#Island" in (place / "diagrams" / f"{drawing}.{language}.svg").read_text(encoding="utf-8")
        assert "#Sea" in (place / "diagrams" / f"sea.{language}.svg").read_text(encoding="utf-8")
    assert '"Island": "tsu:Island"' in (place / "context.jsonld").read_text(encoding="utf-8")


def test_a_file_that_is_no_turtle_is_named(tmp_path: Path) -> None:
    (tmp_path / "wrong.ttl").write_text("tsu:X a", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"wrong\.ttl"):
        write_reference(tmp_path / "out", BASE, [tmp_path / "wrong.ttl"])


@pytest.mark.parametrize(
    "text",
    [
        "tsu:X a owl:Class ; owl:equivalentClass _:a . _:a owl:complementOf _:a .",
        "tsu:X a owl:Class ; owl:equivalentClass [ owl:unionOf _:l ] . _:l rdf:first tsu:X ; rdf:rest _:l .",
    ],
    ids=["expression", "list"],
)
def test_what_contains_itself_is_an_error_of_ours(tmp_path: Path, text: str) -> None:
    prefixes = "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix tsu: <https://w3id.org/tsunagi/ontology#> . "
    prefixes += "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "
    (tmp_path / "round.ttl").write_text(prefixes + text, encoding="utf-8")
    with pytest.raises(VocabularyError):
        write_reference(tmp_path / "out", BASE, [tmp_path / "round.ttl"])


def test_another_base(tmp_path: Path) -> None:
    base = "https://data.example.org/tsunagi/"
    write_reference(tmp_path, base)
    codes = Page((tmp_path / "codes.html").read_text(encoding="utf-8"))
    assert f"{base}code/support-stage/entry" in codes.texts["support-stage/entry"]
    write_reference(tmp_path / "small", base, SMALL)
    assert 'href="codes.html#support-stage/entry"' in (tmp_path / "small" / "ontology.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_same_bytes_each_time(made: Path, tmp_path: Path, seed: str) -> None:
    program = "import sys; from pathlib import Path; from kg.export.reference.writing import write_reference; write_reference(Path(sys.argv[1]), sys.argv[2])"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"}
    subprocess.run([sys.executable, "-c", program, str(tmp_path), BASE], env=environment, check=True)
    for path in made.rglob("*"):
        if path.is_file():
            assert (tmp_path / path.relative_to(made)).read_bytes() == path.read_bytes(), path.name


def test_the_release_holds_it(release: Release, made: Path) -> None:
    for path in made.rglob("*"):
        if path.is_file():
            name = f"reference/{path.relative_to(made).as_posix()}"
            assert (release.path / name).read_bytes() == path.read_bytes()
            assert release.manifest["files"][name]["bytes"] == path.stat().st_size
    assert "reference" in release.manifest["entries"]


def test_a_term_of_another_namespace_is_none_of_ours(model: Model) -> None:
    assert all(str(iri).startswith("https://w3id.org/tsunagi/ontology#") for iri in model.terms)
    assert URIRef("https://w3id.org/tsunagi/ontology") not in model.terms
