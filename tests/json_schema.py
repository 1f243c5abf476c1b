"""As much of JSON Schema 2020-12 as our schemas use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
SAID = {"title", "description", "$schema", "$id", "$defs", "type", "additionalProperties", "properties"}
Rule = dict[str, Any]


def of_type(value: Any, name: str) -> bool:
    return isinstance(value, TYPES[name]) and not (name == "integer" and isinstance(value, bool))


KEYWORDS: dict[str, Callable[[Any, Any, Rule], list[str]]] = {
    "enum": lambda value, asked, _: [] if value in asked else [f": not in {asked}"],
    "minimum": lambda value, asked, _: [] if value >= asked else [f": < {asked}"],
    "minItems": lambda value, asked, _: [] if len(value) >= asked else [": too few"],
    "maxItems": lambda value, asked, _: [] if len(value) <= asked else [": too many"],
    "minLength": lambda value, asked, _: [] if len(value) >= asked else [": too short"],
    "required": lambda value, asked, _: [f": lacks {name}" for name in asked if name not in value],
    "items": lambda value, asked, whole: [f"[{at}]{wrong}" for at, item in enumerate(value) for wrong in broken(item, asked, whole)],
    "$ref": lambda value, asked, whole: broken(value, whole["$defs"][asked.rpartition("/")[2]], whole),
    "anyOf": lambda value, asked, whole: [] if any(not broken(value, each, whole) for each in asked) else [": none of anyOf"],
}


def broken(value: Any, rule: Rule, whole: Rule) -> list[str]:
    """What in ``value`` breaks ``rule``, of the keywords of JSON Schema 2020-12 that our schemas use; another one is an error of the test."""
    if "type" in rule and not of_type(value, rule["type"]):
        return [f": not {rule['type']}"]
    found = [wrong for keyword, asked in rule.items() if keyword not in SAID for wrong in KEYWORDS[keyword](value, asked, whole)]
    known, more = rule.get("properties", {}), rule.get("additionalProperties", {})
    for name in value if isinstance(value, dict) else ():
        if name not in known and more is False:
            found.append(f": has {name}")
        else:
            found += [f".{name}{wrong}" for wrong in broken(value[name], known.get(name, more or {}), whole)]
    return found
