"""The view that is asked for by name: one of queries/views/, or a stored question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import ExportError
from kg.export.graphs.answers import answer_view
from kg.export.graphs.views import stored_view, view_names
from kg.queries.stored import stored_queries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.export.graphs.views import View
    from kg.store.port import Store


def chosen_view(store: Store, base: str, name: str, values: Mapping[str, str], language: str) -> View:
    """The view or question ``name``, with ``values`` for the question's parameters and labels in ``language``.

    Raises ExportError where there is neither, or a view is given values; QueryError where a question does not take one.
    """
    if name in stored_queries("question"):
        return answer_view(store, base, name, values, language)
    if name not in view_names():
        views, questions = ", ".join(view_names()), ", ".join(stored_queries("question"))
        raise ExportError(
            f"「{name}」というビューも質問もありません。ビュー: {views}。質問: {questions}",
            f"there is neither a view nor a question {name!r}; views: {views}; questions: {questions}",
        )
    if values:
        raise ExportError(
            f"--param は質問にだけ使えます。「{name}」はビューで、引数を取りません。",
            f"--param is for questions only; {name} is a view, which takes no parameters",
        )
    return stored_view(store, base, name, language)
