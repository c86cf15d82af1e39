"""Characters a second of processor time, beside deduce on the same texts; start-up not counted.

Processor time, so that what else the machine does has less of a say in it. Every tool runs in a process of its own,
ours in a new one for every turn: it remembers words that it saw.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.privacy.scores import LEARNED, sentences

ROOT = Path(__file__).parents[2]
#: A Python that has deduce and presidio, where they are not in the environment of the project.
PEERS = os.environ.get("ALGREG_PEERS_PYTHON", sys.executable)
#: New processes of which the middle one counts.
TURNS = 3


def measure(sizes: Sequence[int] = ()) -> list[dict[str, object]]:  # noqa: ARG001 - same call for every benchmark
    """Two lines for the table, on texts with nothing to find and with much; beside deduce where that is installed."""
    marked = sentences()
    empty = [sentence.text for sentence in marked if not sentence.spans]
    rows = []
    for what, texts in (("niets te vinden", empty), ("de helft vol", [sentence.text for sentence in marked])):
        own, theirs = beside("deduce", cells(texts))
        row: dict[str, object] = {"what": f"privacy, {what}: {sum(map(len, texts)):,d} tekens", "seconds": own}
        if theirs is not None:
            row |= {"baseline_seconds": theirs["seconds"], "ratio": own / theirs["seconds"], "target": 0.2}
            row["what"] = f"{row['what']}, basis deduce {theirs['version']}"
        rows.append(row)
    return rows


def cells(texts: Sequence[str], *, together: int = 8) -> list[str]:
    """The sentences, some together, so that a text is as long as one in the register is (some 430 characters)."""
    return [" ".join(texts[start : start + together]) for start in range(0, len(texts), together)]


def beside(name: str, texts: Sequence[str]) -> tuple[float, dict[str, Any] | None]:
    """Our seconds, the middle of some turns before and after the other tool, and what that tool did."""
    before = [run("algreg", texts)["seconds"] for _ in range(TURNS // 2 + 1)]
    theirs = peer(name, texts)
    after = [run("algreg", texts)["seconds"] for _ in range(TURNS // 2)]
    return statistics.median([*before, *after]), theirs


def run(name: str, texts: Sequence[str], *, python: str = sys.executable) -> dict[str, Any]:
    """What a tool finds (`version`, `seconds`, `hits`). Raises CalledProcessError when it does not run."""
    done = subprocess.run(
        [python, str(Path(__file__).with_name("peers.py")), name],
        input=json.dumps({"warm": _warm(texts), "texts": list(texts)}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    return result


def _warm(texts: Sequence[str]) -> list[str]:
    """Other texts that a tool reads first, so that it has loaded what it loads at first use."""
    measured = set(texts)
    return [sentence.text for sentence in sentences(LEARNED[0]) if sentence.text not in measured]


def peer(name: str, texts: Sequence[str]) -> dict[str, Any] | None:
    """What another tool finds; None when it is not installed, which is said."""
    try:
        return run(name, texts, python=PEERS)
    except (OSError, subprocess.CalledProcessError) as error:
        lines = str(getattr(error, "stderr", "") or error).strip().splitlines()
        print(f"{name} is hier niet gemeten: {lines[-1]}. Zet ALGREG_PEERS_PYTHON op een Python die het heeft.")
        return None
