"""Prints the tables of speed and memory: `python -m benchmarks [--quick] [--write README.md]`."""

import argparse
import math
import platform
import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

#: 130 is what a large body has, 1,530 the whole register in 2026, 100,000 where growth shows.
SIZES = (130, 1_530, 100_000)
MODULES = ("bench_start", "bench_import", "bench_check", "bench_rank", "bench_widgets", "bench_run", "privacy")
HEADER = "| wat | registraties | seconden | basis | verhouding | doel | MB | MB basis |"
MARKS = re.compile(r"(<!-- benchmarks -->\n).*?(<!-- /benchmarks -->)", re.DOTALL)


def main() -> None:
    """Measures, prints, and with --write puts the table between the marks in a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without the 100,000 registrations")
    parser.add_argument("--write", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    lines = [HEADER, "|---|--:|--:|--:|--:|--:|--:|--:|"]
    print(*lines, sep="\n", flush=True)
    for name in MODULES:
        for row in import_module(f"benchmarks.{name}").measure(list(SIZES[:2] if chosen.quick else SIZES)):
            lines.append(_line(row))
            print(lines[-1], flush=True)
    if chosen.write:
        _put(chosen.write, lines)


def _line(row: dict[str, object]) -> str:
    def number(key: str, form: str) -> str:
        value = row.get(key)
        known = isinstance(value, int | float) and not math.isnan(value)
        return format(value, form) if known else "–"

    cells = [str(row["what"]), number("size", ",d"), number("seconds", ".2f"), number("baseline_seconds", ".2f")]
    cells += [number("ratio", ".2f"), number("target", ".1f"), number("peak_mb", ",.0f")]
    return f"| {' | '.join([*cells, number('baseline_peak_mb', ',.0f')])} |"


def _put(path: Path, lines: Sequence[str]) -> None:
    table = "\n".join([f"Python {platform.python_version()}, {platform.machine()}, 2 kernen:", "", *lines, ""])
    text = path.read_text(encoding="utf-8")
    path.write_text(MARKS.sub(lambda found: found[1] + table + found[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
