"""Processes of ``kg`` that start in a few milliseconds: one that has imported everything forks a child for each call.

A child has arguments, directory, environment, standard streams and exit code of its own, as ``python -m kg`` has; only how Python itself starts
(its encodings, say) is not in it: whoever sets PYTHON… gets a new ``python -m kg``. ``python -m tests.forking`` is the process that forks.
"""

from __future__ import annotations

import atexit
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]
_SECONDS = 120


def kg(*arguments: str, cwd: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Call ``kg`` and wait until it ends; in a new process where the environment says how Python starts."""
    if not hasattr(os, "fork") or any(name.startswith("PYTHON") for name in environment):
        return subprocess.run(
            [sys.executable, "-m", "kg", *arguments], cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8", **environment}, timeout=_SECONDS,
        )  # fmt: skip
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "0").write_text(stdin, encoding="utf-8")
        process = _forking()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"arguments": arguments, "cwd": str(cwd), "place": place, "environment": environment}) + "\n")
        process.stdin.flush()
        code = int(process.stdout.readline())
        # as a text stream reads them: every line end is \n
        out, error = ((Path(place) / name).read_text(encoding="utf-8") for name in ("1", "2"))
    return subprocess.CompletedProcess(["kg", *arguments], code, out, error)


@cache
def _forking() -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.forking"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    atexit.register(process.kill)
    return process


def _child(asked: dict[str, object]) -> NoReturn:
    """Become the process that was asked for."""
    code = 70
    try:
        signal.alarm(_SECONDS)
        for number, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY | os.O_CREAT), (2, os.O_WRONLY | os.O_CREAT)):
            os.dup2(os.open(f"{asked['place']}/{number}", flags), number)
        sys.stdin, sys.stdout, sys.stderr = (
            io.TextIOWrapper(os.fdopen(number, mode), encoding="utf-8", line_buffering=number == 2)
            for number, mode in ((0, "rb"), (1, "wb"), (2, "wb"))
        )
        os.chdir(str(asked["cwd"]))
        arguments, environment = asked["arguments"], asked["environment"]
        assert isinstance(arguments, list)
        assert isinstance(environment, dict)
        os.environ.update(environment)
        sys.argv = ["kg", *arguments]
        import_module("kg.cli.main").run()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1 if end.code else 0
    except BaseException:  # noqa: BLE001 - a process shows its traceback and ends with 1
        traceback.print_exc()
        code = 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def main() -> None:
    """Import all verbs, then fork a child for each line."""
    for verb in import_module("kg.cli.main").VERBS:
        import_module(f"kg.cli.{verb}")
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _child(json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
