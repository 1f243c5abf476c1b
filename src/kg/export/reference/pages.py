"""Pages from templates: HTML, in which Jinja escapes what is HTML, and Markdown, in which we escape what is Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.export.letters import in_its_language, lang_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIGNS = re.compile(r"([\\`*_\[\]#|~!&])")
_BEGINNING = re.compile(r"^([-+]|\d+[.)])(?= )")


def page_of(stem: str, language: str) -> str:
    """File of an HTML page; Japanese comes first and has the plain name."""
    return f"{stem}.html" if language == "ja" else f"{stem}.{language}.html"


def markdown_of(stem: str, language: str) -> str:
    """File of a Markdown page."""
    return f"{stem}.{language}.md"


def in_markdown(value: object) -> Markup:
    """Text that Markdown shows as it stands (CommonMark 0.31, sections 2.4 and 4.2), on one line."""
    if isinstance(value, Markup):
        return value
    text = " ".join(str(value).split())
    text = _BEGINNING.sub(r"\\\1", _SIGNS.sub(r"\\\1", text))
    return Markup(text.replace("<", "&lt;").replace(">", "&gt;"))  # noqa: S704 - escaped just now


def _target(value: object) -> Markup:
    """A link's target: what would end it is percent-encoded, what is encoded already stays."""
    return Markup(quote(str(value), safe="/:#?&=%@!$',*+;~.-_"))  # noqa: S704 - nothing is left that could end the target


def _verbatim(value: object) -> Markup:
    """Text of a code span, which knows no escapes."""
    return Markup(str(value).replace("`", "'").replace("<", "%3C").replace(">", "%3E"))  # noqa: S704 - it stands between back ticks


def _environment(*, markdown: bool) -> Environment:
    loader = PackageLoader("kg.export.reference")
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True, finalize=in_markdown if markdown else None
    )
    made.filters |= {"target": _target, "verbatim": _verbatim, "in_its_language": in_its_language}
    made.globals |= {"lang_of": lang_of}
    made.globals |= {"page_of": page_of}
    return made


@dataclass(frozen=True, slots=True)
class Parts:
    """What a page holds, for those who put it into a frame of their own: its title, its contents (where it has some), and the rest, as HTML."""

    title: str
    contents: Markup
    main: Markup


_PARTS = re.compile(r'<title>(.*?)</title>.*?<div class="page[^"]*">(.*?)<main id="main-text">(.*)</main>\n</div>\n<footer>', re.DOTALL)


def parts_of(page: str) -> Parts:
    """The parts of a page that this package made (templates/base.html.jinja). Raises ValueError where it is another one."""
    found = _PARTS.search(page)
    if found is None:
        raise ValueError(page[:200])
    title, contents, main = found.groups()
    return Parts(str(Markup(title).unescape()), Markup(contents.strip()), Markup(main))  # noqa: S704 - escaped when the page was made


class Pages:
    """Renders templates."""

    def __init__(self) -> None:
        self._html = _environment(markdown=False)
        self._markdown = _environment(markdown=True)

    def html(self, stem: str, context: Mapping[str, object]) -> str:
        """An HTML page."""
        return self._html.get_template(f"{stem}.html.jinja").render(context, stem=stem)

    def markdown(self, stem: str, context: Mapping[str, object]) -> str:
        """A Markdown page."""
        return self._markdown.get_template(f"{stem}.md.jinja").render(context)
