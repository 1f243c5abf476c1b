"""All that the portal says is said in both languages, and Japanese words on English pages say that they are Japanese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from babel.messages.catalog import Catalog, Message
from jinja2 import Environment, nodes
from tests.web.catalogue import OTHERS, WEB, said, translated, written
from tests.web.conftest import Running
from tests.web.kinds import PAGES

from kg.export.letters import in_its_language, lang_of
from kg.web.translations import catalogue

JAPANESE = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9d]")
TEMPLATES = sorted((WEB / "templates").glob("*.html"))
TRANSLATING = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
MORE = {
    "outcome": "/id/outcome/moj-community-reoffending-prevention-model/R1/050008/2020-12/2-01?",
    "table": "/table/2685cde9819f?",
    "contractors": "/search?kind=contractor",
    "outcomes": "/search?kind=outcome&page=3",
    "documents": "/search?kind=document",
    "explore-found": "/explore?q=支援",
    "timeline-one": "/timeline?government=430005",
    "directory": "/questions/contractor-directory?",
}
"""Pages with more words of the source than those of ``PAGES``."""


def texts(message: Message) -> list[str]:
    """What a message says, or is translated by: once, or once for each plural form."""
    return [*message.string] if isinstance(message.string, (list, tuple)) else [str(message.string or "")]


def keys(found: Catalog) -> set[tuple[str, ...]]:
    """Messages by their context and forms."""
    return {(str(one.context), *([one.id] if isinstance(one.id, str) else one.id)) for one in found if one.id}


@pytest.fixture(scope="module", params=OTHERS)
def there(request: pytest.FixtureRequest) -> Catalog:
    return translated(request.param)


def test_the_catalogue_has_what_is_said_and_nothing_else(there: Catalog) -> None:
    assert len(keys(there)) > 200
    assert keys(there) == keys(said())
    assert not there.obsolete
    assert [one.id for one in there if one.id and (one.fuzzy or not all(texts(one)))] == []


def test_the_catalogue_is_the_same_bytes_for_the_same_texts(there: Catalog) -> None:
    """``make texts`` changes nothing: neither the order nor the places are someone's own, and no date is written."""
    assert catalogue(str(there.locale)).read_bytes() == written(there)


def test_a_new_text_gets_an_empty_translation_and_one_that_is_not_said_goes() -> None:
    before = Catalog(locale="en")
    before.add("検索", "Search")
    before.add("誰も言わない", "said by nobody")
    after = written(before).decode()
    assert 'msgid "検索"\nmsgstr "Search"' in after
    assert 'msgid "一覧と検索"\nmsgstr ""' in after
    assert "誰も言わない" not in after


def test_a_translation_has_what_its_message_is_filled_with(there: Catalog) -> None:
    """The same names and the same elements; what is neither is text, which stands in pages as it is."""
    for message in there:
        if not message.id:
            continue
        said_forms = [message.id] if isinstance(message.id, str) else [*message.id]
        for pattern in (r"%\(\w+\)[sd]", r"<[^>]*>"):
            wanted = sorted(re.findall(pattern, said_forms[0]))
            assert [sorted(re.findall(pattern, text)) for text in [*said_forms, *texts(message)]] == [wanted] * len(
                [*said_forms, *texts(message)]
            )
        for text in [*said_forms, *texts(message)]:
            assert not set('<>&"') & set(re.sub(r"<[^>]*>", "", text)), text
            assert not re.search(r"%(?!\(\w+\)[sd]|%)", text), text


def untranslatable(source: str) -> list[str]:
    """Japanese words of a template that no catalogue can translate."""
    environment = Environment(extensions=["jinja2.ext.i18n"])  # noqa: S701 - it renders nothing
    environment.newstyle_gettext = True  # type: ignore[attr-defined] # the extension adds it
    return [text for text in _outside(environment.parse(source)) if JAPANESE.search(text)]


def _outside(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.TemplateData):
        yield node.data
    elif isinstance(node, nodes.Const):
        yield str(node.value)
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in TRANSLATING:
        for argument in [*node.kwargs, *(one for one in node.args if not isinstance(one, nodes.Const))]:
            yield from _outside(argument)
    else:
        for child in node.iter_child_nodes():
            yield from _outside(child)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_says_nothing_that_cannot_be_translated(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert untranslatable(source) == []
    assert " if ja else " not in source


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('<p>{{ "検索" if ja else "Search" }}</p>', ["検索"]),
        ("<p>検索</p>", ["<p>検索</p>"]),
        ('{{ _("検索", name="名前") }}', ["名前"]),
        ('{% for a, b in (("x", "地図"),) %}{{ b }}{% endfor %}', ["地図"]),
        ('{{ _("検索") }}{{ pgettext("a", "検索") }}{% trans %}<a href="{{ x }}">検索</a>{% endtrans %}{# 検索 #}', []),
    ],
)
def test_what_cannot_be_translated_is_found(source: str, found: list[str]) -> None:
    assert untranslatable(source) == found


def pairs(source: str) -> list[str]:
    """Japanese words of a module that are chosen in place, by an expression with if and else."""
    chosen = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.IfExp)]
    return [ast.unparse(one) for one in chosen if isinstance(one.body, ast.Constant) and isinstance(one.orelse, ast.Constant)
            and JAPANESE.search(ast.unparse(one)) and "language" in ast.unparse(one.test)]  # fmt: skip


def test_no_module_has_a_pair_of_texts_in_place() -> None:
    assert pairs('title = "地図" if language == "ja" else "Map"') != []
    assert {path.name: pairs(path.read_text(encoding="utf-8")) for path in WEB.rglob("*.py")} == {
        path.name: [] for path in WEB.rglob("*.py")
    }


class Spoken(HTMLParser):
    """Collects what a page says in each language, by the ``lang`` of the elements that it stands in; words in attributes cannot say theirs."""

    def __init__(self) -> None:
        super().__init__()
        self._open = [("", "")]
        self.words: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "link", "input", "br", "img", "hr"}:
            self._open.append((tag, dict(attrs).get("lang") or self._open[-1][1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element of a drawing without content."""

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.words.setdefault(self._open[-1][1], []).append(data)


def japanese_in(page: str) -> dict[str, list[str]]:
    """Japanese words of a page by the language that they are said to be in."""
    spoken = Spoken()
    spoken.feed(page)
    found = {language: [text for text in words if JAPANESE.search(text)] for language, words in spoken.words.items()}
    return {language: words for language, words in found.items() if words}


@pytest.mark.parametrize("name", [*PAGES, *MORE])
def test_japanese_words_on_an_english_page_say_that_they_are(service: Running, name: str) -> None:
    path = f"{ {**PAGES, **MORE}[name] }&lang=en"
    answer = service.get(quote(path, safe="/?&=%+"), accept="text/html")
    assert '<html lang="en">' in answer.text
    assert name in {"refused", "query-mistake"} or answer.status == 200
    assert set(japanese_in(answer.text)) <= {"ja"}


def test_a_word_in_the_wrong_language_is_found(service: Running) -> None:
    page = service.get("/?lang=ja", accept="text/html").text
    assert japanese_in(page.replace('<html lang="ja">', '<html lang="en">'))["en"]
    assert japanese_in('<html lang="en"><p lang="ja">検索<b>地図</b></p><p>年表</p></html>') == {"ja": ["検索", "地図"], "en": ["年表"]}


@pytest.mark.parametrize(
    ("text", "around", "marked"),
    [
        ("熊本市", "ja", "熊本市"),
        ("Kumamoto City", "en", "Kumamoto City"),
        ("熊本市", "en", '<span lang="ja">熊本市</span>'),
        ("支援 / 入口 12人", "en", '<span lang="ja">支援 / 入口 12人</span>'),
        ("read from 2 “千葉県” (24)", "en", 'read from 2 “<span lang="ja">千葉県</span>” (24)'),
        ("NPO法人 A & 旭川市", "en", '<span lang="ja">NPO法人</span> A &amp; <span lang="ja">旭川市</span>'),
        ("<b>市</b> <i>", "en", '<span lang="ja">&lt;b&gt;市&lt;/b&gt;</span> &lt;i&gt;'),
    ],
)
def test_japanese_words_become_elements(text: str, around: str, marked: str) -> None:
    assert in_its_language(text, around) == marked
    assert bool(lang_of(text, around)) == ("<span" in marked)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("path", ["/search", "/explore"])
def test_words_that_fill_a_text_stay_words(service: Running, path: str, language: str) -> None:
    """They are neither elements, nor filled in turn, nor take the page down."""
    hostile = '<script>alert(1)</script>"%(words)s%s{{ 7 * 7 }}市'
    answer = service.get(f"{path}?{urlencode({'q': hostile, 'lang': language})}", accept="text/html")
    assert answer.status == 200
    assert "<script>alert" not in answer.text
    assert "%(words)s%s{{ 7 * 7 }}市" in re.sub(r"<[^>]*>", "", answer.text)


@pytest.mark.parametrize(
    ("language", "count", "told"), [("en", 1, "1 row<"), ("en", 2, "2 rows<"), ("en", 0, "0 rows<"), ("ja", 1, "1 行<"), ("ja", 2, "2 行<")]
)
def test_one_row_is_no_rows(service: Running, language: str, count: int, told: str) -> None:
    query = f"SELECT * {{ VALUES ?x {{ {' '.join(map(str, range(count)))} }} }}"
    assert told in service.get(f"/query?{urlencode({'query': query, 'lang': language})}", accept="text/html").text
