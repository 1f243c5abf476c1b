"""What a look at a query tells is never less than what an engine makes of it."""

from __future__ import annotations

import random

import pyoxigraph as ox
import pytest

from kg.store.syntax import Traits, examine

PROLOGUE = "PREFIX : <http://127.0.0.1:9/> PREFIX ex: <http://127.0.0.1:9/> PREFIX PREFIX: <http://x/> PREFIX from: <http://x/> "
ELSEWHERE = [
    "SERVICE<http://127.0.0.1:9/>{?a?b?c}",
    "SERVICE:y{?a?b?c}",
    "SERVICE ex:y {}",
    "SERVICE SILENT<http://127.0.0.1:9/>{}",
    "SERVICE?a{}",
]
BEFORE = [
    'BIND("\\u0022" AS ?q)', "BIND('\\u0027' AS ?q)", 'BIND("""\\"""" AS ?q)', 'BIND("\\\\" AS ?q)', "?s ?p ?PREFIX .", "?s ?p ?PREFIX ", "?s ?p ex:PREFIX .",
    "?s ?p PREFIX:a .", "?s ?p PREFIX: .", "?s a ex:.", "?s a :.", "?s a :a.", "?s a ex:a\\-PREFIX ", "?s a ex:a%50 ", "?s ?p ?o .", "?s ?p ?o", "?s ?p 'x'@en-a .",
    "?s ?p 1.", "?s ?p 1 .", "?s ?p true.", "?s <http://x/\\u0041#> ?o .", "?s <http://x/#SERVICE> ?o .", "?s ?p '#' .", "#'\n", "# \"\"\"\n", "?s ?p '''a''b''' .",
    "FILTER(?a<?b)", "FILTER(?a<1&&?b>2)", "?s ex:p? ?o .", "?s ex:p?/ex:q ?o .", "{}", "?s ?p \"a\\n'\" .", "?s ?p ex:\\' .", "?s ?p ex:a\\#b .", "?s from:a ?FROM .", "",
]  # fmt: skip
"""What has hidden a keyword from one lexer or another."""
AFTER = ['BIND("\\u0022" AS ?r)', "BIND('\\u0027' AS ?r)", "FILTER(?c>?d)", "#'\n", "?s ?p '''x''' .", "?s <a:> ex:a", "?s ?p ':' .", ""]


def asked_elsewhere(text: str) -> bool:
    """Whether the engine itself begins to ask another server: it refuses to ask port 9, and cannot ask a relative IRI or a variable."""
    try:
        list(ox.Store().query(text, base_iri="http://127.0.0.1:9/"))  # type: ignore[arg-type]  # no ASK is among them
    except SyntaxError:
        return False
    except (RuntimeError, OSError, ValueError):
        return True
    return False


def test_no_keyword_that_an_engine_sees_is_hidden() -> None:
    chance, seen = random.Random(7), 0
    for _ in range(2000):
        parts = [*chance.choices(BEFORE, k=chance.randint(0, 3)), chance.choice(ELSEWHERE), *chance.choices(AFTER, k=chance.randint(0, 2))]
        text = f"{PROLOGUE}SELECT * {{ {chance.choice([' ', '']).join(parts)} }}"
        if asked_elsewhere(text):
            seen += 1
            assert examine(text).asks_elsewhere, text
    assert seen > 300


@pytest.mark.parametrize("quote", ["'", '"', "'''", '"""'])
@pytest.mark.parametrize("code", ["\\u0022", "\\u0027", "\\U00000022", "\\U00000027"])
def test_no_escape_hides_anything(quote: str, code: str) -> None:
    hidden = f"BIND({quote}{code}{quote} AS ?a) {{}} SERVICE <http://x/> {{ {'{' * 200} {'}' * 200} FILTER(NOW() = 1 || 1 = 1) . }} BIND({quote}{code}{quote} AS ?b)"
    seen = examine(f"SELECT * {{ {hidden} }}")
    assert seen.asks_elsewhere
    assert seen.volatile
    assert seen.depth > 200
    assert (seen.form, seen.names_dataset) == ("SELECT", False)
    assert seen.operators >= 3
    assert seen.steps >= 1


def test_escapes_where_nothing_is_hidden_change_nothing() -> None:
    plain = Traits("SELECT", names_dataset=False, asks_elsewhere=False, volatile=False, depth=1, steps=1, operators=1)
    assert examine("SELECT * { ?s <http://x/a> 'SERVICE' . }") == plain
    assert examine("SELECT * { ?s <http://x/\\u0061> 'SERVIC\\u0045' . }") == plain


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("PREFIX from: <http://x/> DESCRIBE from:Project", False),
        ("PREFIX From: <http://x/>PREFIX a: <http://x/> CONSTRUCT { ?s a:p From: } WHERE { ?s a:p From:b }", False),
        ("PREFIX : <http://x/> SELECT * FROM:g { ?s ?p ?o }", True),
        ("PREFIX from: <http://x/> PREFIX : <http://x/> SELECT * FROM:g { ?s ?p ?o }", True),
        ("PREFIX from: <http://x/> SELECT * FROM from:g { ?s ?p ?o }", True),
        ("SELECT * FROM<http://x/> { ?s ?p ?o }", True),
        ("SELECT * FROM NAMED <http://x/> { ?s ?p ?o }", True),
        ("SELECT ?FROM { ?FROM ?p 'FROM' }", False),
        ("SELECT * \\u0046ROM <http://x/> { ?s ?p ?o }", True),
    ],
)
def test_a_prefix_is_no_dataset(text: str, named: bool) -> None:
    assert examine(text).names_dataset == named
