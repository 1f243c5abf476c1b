"""How time and memory grow with the table: 1, 10, 100 and 1,000 times the embedded one, each built by `kg build` in a process of its own.

Claims: linear time (the time a government takes at the largest size is at most 1.5 times that at 10 times), and memory that does not grow with the
number of projects (peak resident size at the largest size at most 1.25 times that at 10 times).

    python benchmarks/growth.py [--most 1000]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.generate import write

SIZES = (1, 10, 100, 1000)
GOVERNMENTS = 36


def measure(copies: int, directory: Path) -> tuple[float, float, float]:
    """Seconds, peak resident megabytes and source megabytes of a build of ``copies`` tables."""
    source = directory / f"{copies}.txt"
    write(source, copies)
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "build", str(source), "--out", str(directory / "release")], stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the build of {copies} tables failed")
    return time.perf_counter() - began, usage.ru_maxrss / 1024, source.stat().st_size / 1e6


def main() -> int:
    """Measure all sizes and print a table; exit 1 where a claim does not hold."""
    parser = argparse.ArgumentParser(description="growth of kg build")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="largest multiple of the embedded table")
    sizes = [size for size in SIZES if size <= parser.parse_args().most]
    print(f"{'tables':>7} {'governments':>12} {'source MB':>10} {'seconds':>9} {'ms/government':>14} {'peak MB':>8}")
    per_government, peaks = {}, {}
    with tempfile.TemporaryDirectory() as directory:
        measure(1, Path(directory))  # once unmeasured, so that the first size does not pay for cold files
        for size in sizes:
            seconds, peaks[size], megabytes = measure(size, Path(directory))
            per_government[size] = seconds / (size * GOVERNMENTS) * 1000
            print(
                f"{size:>7,} {size * GOVERNMENTS:>12,} {megabytes:>10.2f} {seconds:>9.2f} {per_government[size]:>14.2f} {peaks[size]:>8.0f}",
                flush=True,
            )
    if len(sizes) < 3:
        print("claims need sizes 10 and 100 at least")
        return 0
    last = sizes[-1]
    time_ratio, memory_ratio = per_government[last] / per_government[10], peaks[last] / peaks[10]
    print(
        f"time per government at {last:,} against 10 tables: {time_ratio:.2f} (claim: at most 1.5); peak memory: {memory_ratio:.2f} (claim: at most 1.25)"
    )
    return 0 if time_ratio <= 1.5 and memory_ratio <= 1.25 else 1


if __name__ == "__main__":
    sys.exit(main())
