"""What libraries log stands in the same log, a JSON object a line."""

from __future__ import annotations

import json
import logging

import pytest

from kg.web.log import Lines


def test_words_of_a_library_are_a_line_without_what_failed(capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.Logger("uvicorn.error")
    logger.addHandler(Lines())
    logger.warning("Invalid HTTP request received.")
    try:
        raise ValueError("secret")
    except ValueError:
        logger.exception("Exception in\nASGI application")
    first, second = (json.loads(line) for line in capsys.readouterr().err.splitlines())
    assert (first["level"], first["event"], first["name"], first["text"]) == (
        "warning",
        "library",
        "uvicorn.error",
        "Invalid HTTP request received.",
    )
    assert (second["text"], second["error"]) == ("Exception in\nASGI application", "ValueError")
    assert "secret" not in json.dumps(second)
