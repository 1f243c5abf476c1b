"""Wrong use of the command line in both languages, by the class of exception that Typer raises."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

import typer

from kg.errors import Message, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

CommandLineError: type[Exception] = typer.BadParameter.__mro__[2]
"""Root of what Typer raises on wrong use, which it does not publish: what its BadParameter, a kind of UsageError, is a kind of."""


def said(error: Any, called: str) -> UsageError:
    """What is wrong with the use of ``called`` (``kg build``), and where the right use is shown."""
    message = next((_SAID[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in _SAID), _other)(error)
    return UsageError(f"{message.ja}使い方: {called} --help", f"{message.en}; for the usage: {called} --help")


def unknown_verb(typed: str, verbs: tuple[str, ...]) -> UsageError:
    """``typed`` stands where a verb should."""
    return UsageError(
        f"「{typed}」という動詞はありません。{'、'.join(verbs)} のどれかです。", f"no verb {typed!r}; there are {', '.join(verbs)}"
    )


def _no_option(error: Any) -> Message:
    ja, en = _listed(sorted(error.possibilities or ()), "のことですか", "did you mean")
    return Message(f"{error.option_name} というオプションはありません{ja}。", f"no option {error.option_name}{en}")


def _option(error: Any) -> Message:
    return Message(
        f"{error.option_name} の書き方が違います（値が足りないか、値を取りません）。", f"{error.option_name} lacks its value, or takes none"
    )


def _missing(error: Any) -> Message:
    ja, en = _listed(_choices(error), "のどれか", "one of")
    return Message(f"{_parameter(error)} がありません{ja}。", f"{_parameter(error)} is missing{en}")


def _value(error: Any) -> Message:
    ja, en = _listed(_choices(error), "のどれか", "one of")
    return Message(f"{_parameter(error)} の値が正しくありません{ja}。", f"wrong value for {_parameter(error)}{en}")


def _other(_: Any) -> Message:
    return Message("引数が多すぎるか、書き方が違います。", "too many arguments, or written wrongly")


_SAID: dict[str, Callable[[Any], Message]] = {
    "NoSuchOption": _no_option,
    "BadOptionUsage": _option,
    "MissingParameter": _missing,
    "BadParameter": _value,
}
"""By the nearest class that stands here."""


def _parameter(error: Any) -> str:
    """An option as typed, an argument as the usage shows it."""
    parameter = error.param
    options = [name for name in parameter.opts if name.startswith("-")]
    return "/".join(options) or str(parameter.metavar or parameter.name.upper()).strip("[]")


def _choices(error: Any) -> list[str]:
    """The values that a parameter has, where they are listed; by the name of Typer, or the one of Click, on which Typer stood before."""
    kind = getattr(error.param, "type_descriptor", None) or getattr(error.param, "type", None)
    return [str(one.value if isinstance(one, Enum) else one) for one in getattr(kind, "choices", None) or ()]


def _listed(words: list[str], ja: str, en: str) -> tuple[str, str]:
    """``words`` in brackets in both languages; nothing where there are none."""
    return (f"（{'、'.join(words)} {ja}）", f" ({en} {', '.join(words)})") if words else ("", "")
