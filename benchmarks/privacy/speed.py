"""Characters a second of processor time, beside deduce on the same texts; start-up not counted.

Processor time, so that what else the machine does has no say in it.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from algreg_lib.privacy import default_lists, hits_of
from benchmarks.privacy.scores import Span, sentences

#: A Python that has deduce and presidio, where they are not in the environment of the project.
PEERS = os.environ.get("ALGREG_PEERS_PYTHON", sys.executable)


def measure(sizes: Sequence[int] = ()) -> list[dict[str, object]]:  # noqa: ARG001 - same call for every benchmark
    """One line for the table: our seconds beside those of deduce; no line where deduce is absent."""
    texts = cells([sentence.text for sentence in sentences()])
    theirs = peer("deduce", texts)
    if theirs is None:
        return []
    seconds = own(texts)[0]
    return [
        {
            "what": f"privacy: {sum(map(len, texts)):,d} tekens, basis deduce {theirs['version']}",
            "size": len(texts),
            "seconds": seconds,
            "baseline_seconds": theirs["seconds"],
            "ratio": seconds / theirs["seconds"],
            "target": 0.2,
        }
    ]


def cells(texts: Sequence[str], *, together: int = 8) -> list[str]:
    """The sentences, some together, so that a text is as long as one in the register is (some 430 characters)."""
    return [" ".join(texts[start : start + together]) for start in range(0, len(texts), together)]


def own(texts: Sequence[str], *, turns: int = 3) -> tuple[float, list[list[Span]]]:
    """The best of some turns in seconds, and what was proposed per text."""
    lists = default_lists()
    hits_of(["Jan Jansen, 06-12345678, NL91ABNA0417164300"], lists)  # loads the word lists: start-up is not counted
    best, found = float("inf"), []
    for _ in range(turns):
        start = time.process_time()
        found = hits_of(texts, lists)
        best = min(best, time.process_time() - start)
    return best, [[Span(hit.start, hit.end, hit.kind) for hit in per_text] for per_text in found]


def peer(name: str, texts: Sequence[str]) -> dict[str, Any] | None:
    """What another tool finds (`version`, `seconds`, `hits`); None when it is not installed, which is said."""
    script = Path(__file__).with_name("peers.py")
    done = subprocess.run(
        [PEERS, str(script), name], input=json.dumps(list(texts)), capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["geen melding"]
        print(f"{name} is hier niet gemeten: {reason[0]}. Zet ALGREG_PEERS_PYTHON op een Python die het heeft.")
        return None
    result: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    return result
