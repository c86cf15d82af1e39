"""A slider tick on the screen for setting priorities, against the tenth of a second of kernel time that it may take.

A tick is all that the kernel does before the browser can draw: the order, the table and the chart. The chances follow
when the hand rests; they stand in a line of their own.
"""

import statistics
import time
from collections.abc import Callable, Sequence

from algreg_lib.widgets.prioritise import board_markup, chart_markup, firm, ordered, shares_sentence, with_weights
from benchmarks.bench_rank import SETTINGS, TICK, drawn_scores
from benchmarks.measuring import Measured, row

_TURNS = 21


def measure(sizes: Sequence[int]) -> list[dict[str, object]]:
    """Per size: a tick of a slider, and the chances that follow it."""
    return [line for size in sizes for line in _at(size)]


def _at(size: int) -> list[dict[str, object]]:
    scores = drawn_scores(size, decimals=False)
    was = ordered(scores, SETTINGS)["rank"]
    settings = with_weights(SETTINGS, {"impact": 0.5, "ease": 0.2, "urgency": 0.9})

    def tick() -> None:
        table = ordered(scores, settings)
        shares_sentence(settings)
        board_markup(table, was, settings)
        chart_markup(table, settings)

    def chances() -> None:
        board_markup(firm(scores, settings), was, settings)

    limit = Measured(TICK, float("nan"))
    return [
        row("schuif: tabel en grafiek / 0,1 seconde", size, _median(tick), limit, 1.0),
        row("schuif: kansen daarna / 0,1 seconde", size, _median(chances), limit, None),
    ]


def _median(work: Callable[[], object]) -> Measured:
    """The median of several turns, after one that warms up."""
    work()
    seconds = []
    for _ in range(_TURNS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return Measured(statistics.median(seconds), float("nan"))
