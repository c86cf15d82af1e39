"""The start of the command against the start of Python itself."""

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import process, python, row


def measure(sizes: Sequence[int]) -> list[dict[str, object]]:
    """One row: `algreg --help` against `python -c pass`; does not depend on size."""
    del sizes
    command = Path(sys.executable).with_name("algreg")
    return [row("algreg --help", None, process([str(command), "--help"], turns=9), python("pass", turns=9), 10.0)]
