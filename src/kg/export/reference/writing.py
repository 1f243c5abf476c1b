"""``write_reference``: all files of the documentation, in both languages, from the ontology and the code lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from kg.export.context import context_text
from kg.export.reference.codelists import code_lists
from kg.export.reference.diagrams import Artist
from kg.export.reference.entries import Describer
from kg.export.reference.expressions import Reader
from kg.export.reference.header import header_of
from kg.export.reference.model import KINDS, LANGUAGES, read_model
from kg.export.reference.pages import Pages, markdown_of, page_of
from kg.export.reference.wording import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.export.reference.entries import Entry
    from kg.export.reference.model import Model


@dataclass(frozen=True, slots=True)
class Group:
    """Terms of one kind in a module."""

    kind: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Section:
    """A module on the page; the last one holds what stands in none."""

    name: str
    title: str
    text: str
    diagram: str
    groups: list[Group]


def write_reference(place: Path, base: str, files: Sequence[Path] | None = None) -> list[Path]:
    """Write the documentation of the ontology (``files``; the package's where none are named) and the code lists into the directory ``place``.

    Japanese has the plain names (``ontology.html``), English stands beside it (``ontology.en.html``). Raises VocabularyError where the
    ontology cannot be read.
    """
    written = []
    for name, text in (_of_package(base) if files is None else _made(base, files)).items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


@lru_cache(maxsize=2)
def _of_package(base: str) -> dict[str, str]:
    """The package's own, which a service that publishes writes with each release."""
    return _made(base, None)


def _made(base: str, files: Sequence[Path] | None) -> dict[str, str]:
    """Texts of all files by name."""
    model = read_model(base, files)
    made = {"context.jsonld": context_text(model.graph, model.prefixes)}
    made["style.css"] = (resources.files("kg.export.reference") / "templates" / "style.css").read_text(encoding="utf-8")
    pages = Pages()
    for language in LANGUAGES:
        made |= dict(_in_language(model, language, pages))
    return dict(sorted(made.items()))


def _in_language(model: Model, language: str, pages: Pages) -> Iterator[tuple[str, str]]:
    diagrams = _diagrams(model, language)
    files = {f"diagrams/{name}.{language}.svg": text for name, text in diagrams.items()}
    yield from files.items()
    beyond = f'href="../{page_of("ontology", language)}#'
    within = {name: text.replace(beyond, 'href="#') for name, text in diagrams.items()}
    context = _context(model, language, page_of, within) | {"files": list(files)}
    for stem in ("index", "ontology", "codes"):
        yield page_of(stem, language), pages.html(stem, context)
    context = _context(model, language, markdown_of, within)
    for stem in ("ontology", "codes"):
        yield markdown_of(stem, language), pages.markdown(stem, context)


def _diagrams(model: Model, language: str) -> dict[str, str]:
    """The diagrams as files of their own, by name; what has nothing to show has none."""
    word = words(language)
    artist = Artist(model, Reader(model, language, ""), language, word, f"../{page_of('ontology', language)}")
    made = {"overview": artist.draw(None, "overview", word("overview"))}
    made |= {module.name: artist.draw(module.name, module.name, module.titles[language]) for module in model.modules}
    return {name: text for name, text in made.items() if text}


def _context(model: Model, language: str, page: Callable[[str, str], str], diagrams: Mapping[str, str]) -> dict[str, object]:
    """What the templates are given; ``page`` names the page of codes and that of terms, ``diagrams`` are those that stand in the page."""
    word = words(language)
    describer = Describer(model, language, page("codes", language), word)
    lists = code_lists(model, Describer(model, language, "", word, page("ontology", language)), word)
    sections = [
        Section(m.name, m.titles[language], m.texts[language], diagrams.get(m.name, ""), _groups(model, describer, m.name))
        for m in model.modules
    ]
    if groups := _groups(model, describer, ""):
        sections.append(Section("elsewhere", word("elsewhere"), "", "", groups))
    return {
        "language": language,
        "other": "en" if language == "ja" else "ja",
        "word": word,
        "comma": "、" if language == "ja" else ", ",
        "semicolon": "； " if language == "ja" else "; ",
        "header": header_of(model, describer, language, word),
        "overview": diagrams.get("overview", ""),
        "sections": sections,
        "counts": [(kind, len(model.of(kind))) for kind in KINDS if model.of(kind)],
        "lists": lists,
        "code_count": sum(len(each.codes) for each in lists),
        "markdown": [markdown_of(stem, language) for stem in ("ontology", "codes")],
    }


def _groups(model: Model, describer: Describer, module: str) -> list[Group]:
    found = (Group(kind, [describer.term(term) for term in model.of(kind, module)]) for kind in KINDS)
    return [group for group in found if group.entries]
