"""Whole processes, measured: seconds and peak memory, the median of several turns."""

import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import psutil

ROOT = Path(__file__).resolve().parents[1]


class Measured(NamedTuple):
    """What one process cost: wall-clock seconds, and its largest resident memory in MB (with its children)."""

    seconds: float
    peak_mb: float


def process(arguments: Sequence[str], *, turns: int = 3, accept: Sequence[int] = (0,)) -> Measured:
    """The median cost of `arguments` as a process; RuntimeError when it ends with another code than accepted."""
    results = [_once(list(arguments), accept) for _ in range(turns)]
    return Measured(statistics.median(r.seconds for r in results), max(r.peak_mb for r in results))


def python(code: str, *arguments: str, turns: int = 3) -> Measured:
    """The cost of a piece of Python in an interpreter of its own."""
    return process([sys.executable, "-c", code, *arguments], turns=turns)


def row(what: str, size: int | None, cost: Measured, baseline: Measured, target: float | None) -> dict[str, object]:
    """One line of the table; `target` is the ratio to reach."""
    return {
        "what": what,
        "size": size,
        "seconds": cost.seconds,
        "baseline_seconds": baseline.seconds,
        "ratio": cost.seconds / baseline.seconds,
        "target": target,
        "peak_mb": cost.peak_mb,
        "baseline_peak_mb": baseline.peak_mb,
    }


def _once(arguments: list[str], accept: Sequence[int]) -> Measured:
    start = time.perf_counter()
    with psutil.Popen(arguments, cwd=ROOT, stdout=-3, stderr=-3) as started:  # -3 is subprocess.DEVNULL
        peak = 0
        while started.poll() is None:
            peak = max(peak, _resident(started))
            time.sleep(0.01)
        seconds = time.perf_counter() - start
    if started.returncode not in accept:
        raise RuntimeError(f"{arguments} ended with {started.returncode}")
    return Measured(seconds, peak / 2**20)


def _resident(process: psutil.Process) -> int:
    try:
        return sum(p.memory_info().rss for p in [process, *process.children(recursive=True)])
    except psutil.NoSuchProcess:
        return 0
