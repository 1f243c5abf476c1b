"""Starting a job (workers/job.py) from the front, and ending it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from typing import TYPE_CHECKING, Any

from kg.errors import ServiceError
from kg.web.problems import TIME_LIMIT, problem

if TYPE_CHECKING:
    from kg.web.limits import Limits


class Jobs:
    """Runs one job at a time."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: asyncio.subprocess.Process | None = None

    async def run(self, asked: dict[str, object]) -> dict[str, Any]:
        """What came of a job. Raises Problem (504) at its time limit, ServiceError where its process ended without a word."""
        seconds = self._limits.publish_seconds
        asked = {**asked, "parent": os.getpid(), "memory_bytes": self._limits.worker_bytes}
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "kg.web.workers.job",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, cwd="/", start_new_session=True,
        )  # fmt: skip
        try:
            async with asyncio.timeout(seconds):
                told, _ = await process.communicate(json.dumps(asked).encode())
        except TimeoutError as error:
            raise problem(
                TIME_LIMIT, f"{seconds:g} 秒で打ち切りました。何も公開していません。", f"stopped after {seconds:g} s; nothing was published"
            ) from error
        finally:
            self.kill()
            await process.wait()
            self._process = None
        if not told.endswith(b"\n"):
            raise ServiceError(
                "作業のプロセスが途中で終わりました（メモリの上限など）。",
                "the process of the job has ended, for instance at its limit of memory",
            )
        found: dict[str, Any] = json.loads(told)
        return found

    def kill(self) -> None:
        """End the job that runs, if one does."""
        if self._process and self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
