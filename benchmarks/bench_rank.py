"""Ranking against the bare matrix product of its draws; a slider tick and finding examples against what they may take.

All run in one process, in turns, so that the mood of the machine weighs on all. The product is taken in parts of some
250 MB at most: in one piece it would need 16 GB at 100,000 registrations.
"""

import statistics
import time
import tracemalloc
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from algreg_lib.findings import findings_table
from algreg_lib.inventory import Inventory
from algreg_lib.priority import Scores, order, rank, ranked, weights_of
from algreg_lib.register import Reference, siblings
from algreg_lib.workspace import Priority
from benchmarks.measuring import Measured, row

SETTINGS = Priority()
TICK = 0.1  # seconds
#: So many registrations the whole register has, and so long may finding an example for each of 1,530 take.
REGISTER, EXAMPLES = 1_530, 5.0
_PART = 2**25
_MOST_DECIMALS = 10_000


def measure(sizes: Sequence[int]) -> list[dict[str, object]]:
    """Per size: ranking whole points (one in ten unknown), ranking points with decimals, the command's way, a tick."""
    return [line for size in sizes for line in _at(size)]


def _at(size: int) -> list[dict[str, object]]:
    whole, decimal = drawn_scores(size, decimals=False), drawn_scores(size, decimals=True)
    inventory = _inventory(size)
    weights = weights_of(SETTINGS)
    draws = np.random.default_rng(1).dirichlet(weights * 50, size=SETTINGS.draws)
    points = whole.low.to_numpy(float)

    def product() -> None:
        step = max(1, _PART // size)
        for start in range(0, len(draws), step):
            draws[start : start + step] @ points.T

    turns = 3 if size > 10_000 else 9
    works = [product, lambda: ranked(whole, settings=SETTINGS), lambda: rank(inventory, settings=SETTINGS)]
    works += [lambda: order(whole, weights=weights)]
    # Who beats whom is asked of every pair of different rows: with decimals at 100,000 that takes over ten minutes.
    works += [lambda: ranked(decimal, settings=SETTINGS)] if size <= _MOST_DECIMALS else []
    base, ranking, from_inventory, tick, *fine = _in_turns(works, turns)
    return [
        row("rangorde, 20.000 lotingen / kaal matrixproduct", size, ranking, base, 3.0 if size == 1_530 else None),
        *(row("idem, punten met decimalen", size, measured, base, None) for measured in fine),
        row("idem, vanaf de inventaris", size, from_inventory, base, None),
        row("schuif verzet / 0,1 seconde", size, tick, Measured(TICK, 0.0), 1.0 if size == 1_530 else None),
        *_examples(size),
    ]


def _examples(size: int) -> list[dict[str, object]]:
    """Finding examples in a register with texts as long as the real ones; 100,000 is no inventory of one body."""
    if size > _MOST_DECIMALS:
        return []
    theirs = _texts(REGISTER, seed=9).assign(number="", organization="Elders", provider="Maker", lang="", filled=9)
    reference, inventory = Reference(examples=theirs.fillna("")), Inventory(registrations=_texts(size, seed=10))
    (found,) = _in_turns([lambda: siblings(inventory, reference)], 3)
    limit = 1.0 if size == REGISTER else None
    return [row("voorbeelden in een register van 1.530 / 5 seconden", size, found, Measured(EXAMPLES, 0.0), limit)]


def _texts(size: int, *, seed: int) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    letters = np.array(list("aaaeeeeeiiooudtnrslgvkm"))
    words = np.array(["".join(random.choice(letters, length)) for length in random.integers(3, 12, 6_000)])
    columns = {
        key: [" ".join(random.choice(words, length)) for length in random.integers(*lengths, size)]
        for key, lengths in (("name", (1, 6)), ("description_short", (10, 40)), ("goal", (20, 160)))
    }
    index = pd.Index([f"r{n}" for n in range(size)], name="registration_id")
    return pd.DataFrame({**columns, "provider": random.choice(["Maker", "Bouwer"], size)}, index=index, dtype="str")


def _in_turns(works: Sequence[Callable[[], object]], turns: int) -> list[Measured]:
    seconds: list[list[float]] = [[] for _ in works]
    for work in works:
        work()
    for _ in range(turns):
        for spent, work in zip(seconds, works, strict=True):
            start = time.perf_counter()
            work()
            spent.append(time.perf_counter() - start)
    return [Measured(statistics.median(spent), _peak(work)) for spent, work in zip(seconds, works, strict=True)]


def _peak(work: Callable[[], object]) -> float:
    """The largest amount of memory that the work itself held, in MB."""
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def drawn_scores(size: int, *, decimals: bool) -> Scores:
    random = np.random.default_rng(7)
    keys = [criterion.key for criterion in SETTINGS.criteria]
    index = pd.Index([f"r{n}" for n in range(size)], name="registration_id")
    drawn = (
        random.uniform(1, 5, (size, len(keys))) if decimals else random.integers(1, 6, (size, len(keys))).astype(float)
    )
    unknown = random.random(drawn.shape) < 0.1
    low = pd.DataFrame(np.where(unknown, 1.0, drawn), index=index, columns=keys)
    high = pd.DataFrame(np.where(unknown, 5.0, drawn), index=index, columns=keys)
    texts = pd.DataFrame("", index=index, columns=keys, dtype="str")
    return Scores(
        criteria=tuple(SETTINGS.criteria),
        names=pd.Series([f"Algoritme {n}" for n in range(size)], index=index, dtype="str"),
        low=low,
        high=high,
        sources=texts,
        signals=texts,
        findings=findings_table(),
    )


def _inventory(size: int) -> Inventory:
    random = np.random.default_rng(8)
    answers = ["Ja", "Nee", "Nee", "Weet ik niet"]
    columns = {f"score_{key}": random.choice(["1", "2", "3", "4", "5"], size) for key in ("impact", "urgency")}
    columns |= {key: random.choice(answers, size) for key in ("test_high_risk", "test_legal_effect", "risk_selection")}
    columns["name"] = [f"Algoritme {n}" for n in range(size)]
    frame = pd.DataFrame(columns, index=pd.Index([f"r{n}" for n in range(size)], name="registration_id"), dtype="str")
    for key in ("impact", "urgency"):
        frame.loc[random.random(size) < 0.1, f"score_{key}"] = np.nan
    return Inventory(registrations=frame)
