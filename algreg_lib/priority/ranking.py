"""The ranking of an inventory: order, contributions, and how firm the order is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from algreg_lib.errors import AlgregError
from algreg_lib.inventory import Inventory
from algreg_lib.priority import weighing
from algreg_lib.priority.answers import Answers
from algreg_lib.priority.measures import HeadStarts
from algreg_lib.priority.scores import Scores, scores_of
from algreg_lib.priority.sentences import explanation_of, headline_of, reasons
from algreg_lib.priority.taking_over import NOT_TAKEN_OVER, not_taken_over
from algreg_lib.workspace import Priority

#: A registration is surely in (or out of) the top when it is so in this share of the draws.
SURE: Final = 0.95


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """The outcome of `rank`.

    `table`: index `registration_id`, in the order of the ranking, with `name`, `rank` (shared where scores are equal),
    `score` (the known part: an unknown point counts as the lowest), `score_low`, `score_high` (1 to 5), `rank_best`,
    `rank_worst` (what unknown points still allow), `band` (1 is highest), per criterion `score_<key>` (missing where
    unknown), `low_<key>`, `high_<key>`, `source_<key>`, `signals_<key>`, `contribution_<key>`, then `top_k_chance`,
    `top_k_low`, `top_k_high`, `top_k_uninformed` (0 to 1), `standing` (`zeker`, `rand` or `buiten`), `dominated_by`
    (how many stand above it at any weights), `reason` (Dutch) and `head_start` (Dutch: where an example is;
    empty where none is).
    """

    table: pd.DataFrame
    tipping: (
        pd.DataFrame
    )  #: per criterion: `key`, `label`, `weight`, `side`, `at`, `leaves`, `enters` (registration ids)
    weights: dict[str, float]  #: by criterion key, together 1
    findings: pd.DataFrame  #: of COLUMNS
    explanation: str  #: Dutch, several paragraphs
    settings: Priority

    @property
    def headline(self) -> str:
        """What came out and what to do next, in Dutch."""
        waiting = int((self.findings["rule"] == NOT_TAKEN_OVER).sum())
        wrong = len(self.findings) - waiting
        return headline_of(self.table, to_score=len(self.first_to_score), wrong=wrong, waiting=waiting)

    @property
    def first_to_score(self) -> pd.DataFrame:
        """The registrations with unknown points that may still reach the top, most promising first."""
        open_ones = self.table[(self.table["score_high"] > self.table["score_low"]) & (self.table["top_k_high"] > 0)]
        return open_ones.sort_values(["top_k_high", "rank"], ascending=[False, True], kind="stable")


def rank(
    inventory: Inventory,
    *,
    settings: Priority,
    head_starts: HeadStarts | None = None,
    answers: Mapping[str, Answers] | None = None,
) -> Ranking:
    """The ranking of all registrations.

    `head_starts` says for which registrations something makes filling in easier, such as a template of the supplier;
    `register.head_starts` finds them. `answers` are those of the notebook: one that the inventory lacks is a finding.
    Raises AlgregError when all weights are zero or a criterion cannot be measured.
    """
    scores = scores_of(inventory, criteria=settings.criteria, head_starts=head_starts)
    findings = pd.concat([scores.findings, not_taken_over(inventory, answers or {})], ignore_index=True)
    return ranked(replace(scores, findings=findings), settings=settings)


def ranked(scores: Scores, *, settings: Priority) -> Ranking:
    """The ranking of registrations whose points are known; weights come from `settings`, not from `scores`."""
    weights = weights_of(settings)
    table = order(scores, weights=weights)
    firm = _firmness(scores, weights, settings)
    table = table.join(firm).loc[reading_order(table, scores, weights)]
    table["reason"] = reasons(table, scores.criteria, weights)
    table["head_start"] = pd.Series(dict(scores.head_starts), dtype="str").reindex(table.index).fillna("")
    shares = dict(zip(scores.low.columns, weights.tolist(), strict=True))
    return Ranking(
        table=table,
        tipping=_tipping(scores, weights, settings.top),
        weights=shares,
        findings=scores.findings,
        explanation=explanation_of(settings, shares, table),
        settings=settings,
    )


def weights_of(settings: Priority) -> weighing.Floats:
    """The weights as parts of 1. Raises AlgregError when all are zero."""
    try:
        return weighing.shares(np.array([criterion.weight for criterion in settings.criteria]))
    except ValueError as error:
        raise AlgregError(
            "Alle gewichten zijn 0: er is dan niets om op te ordenen.",
            advice="Geef ten minste één criterium een gewicht boven 0.",
        ) from error


def order(scores: Scores, *, weights: weighing.Floats) -> pd.DataFrame:
    """The ranking without firmness and reasons, in the order of `scores`: quick enough for a slider.

    Columns: those of `Ranking.table` up to and with `contribution_<key>`.
    """
    low, high = points_of(scores)
    least, most = weighing.scores(low, weights), weighing.scores(high, weights)
    best, worst = weighing.rank_limits(least, most)
    columns: dict[str, object] = {
        "name": scores.names,
        "rank": weighing.shared_ranks(least),
        "score": least,
        "score_low": least,
        "score_high": most,
        "rank_best": best,
        "rank_worst": worst,
        "band": weighing.bands(least, float(weights.max())),
    }
    added = weighing.contributions(low, weights)
    for position, key in enumerate(scores.low.columns):
        lowest, highest = scores.low[key], scores.high[key]
        columns |= {
            f"score_{key}": lowest.where(lowest == highest),
            f"low_{key}": lowest,
            f"high_{key}": highest,
            f"source_{key}": scores.sources[key],
            f"signals_{key}": scores.signals[key],
            f"contribution_{key}": added[:, position],
        }
    return pd.DataFrame(columns, index=scores.low.index)


def points_of(scores: Scores) -> tuple[weighing.Floats, weighing.Floats]:
    """Lowest and highest points, higher is more urgent: a criterion with direction `min` is turned around (6 - x)."""
    low, high = scores.low.to_numpy(float), scores.high.to_numpy(float)
    turned = np.array([criterion.direction == "min" for criterion in scores.criteria])
    total = weighing.LOWEST + weighing.HIGHEST
    return np.where(turned, total - high, low), np.where(turned, total - low, high)


def reading_order(table: pd.DataFrame, scores: Scores, weights: weighing.Floats) -> pd.Index:
    """The ids in the order of reading; `table` is what `order` gives.

    By rank; within a shared rank by the heaviest criterion, the next, the highest possible score, name and id.
    """
    low, _ = points_of(scores)
    heaviest_first = np.argsort(-weights, kind="stable")
    names = table["name"].fillna("").str.casefold()
    keys = [table.index.to_series().to_numpy(str), names.to_numpy(str), -table["score_high"].to_numpy()]
    keys += [-low[:, column] for column in heaviest_first[::-1]]
    return table.index[np.lexsort((*keys, table["rank"].to_numpy()))]


def _firmness(scores: Scores, weights: weighing.Floats, settings: Priority) -> pd.DataFrame:
    low, high = points_of(scores)
    near = weighing.drawn_weights(weights, settings.draws, seed=settings.seed)
    free = weighing.drawn_weights(weights, settings.draws, seed=settings.seed, concentration=None)
    chances = weighing.top_chances(low, high, near, settings.top)
    standing = np.where(chances.least >= SURE, "zeker", np.where(chances.most <= 1 - SURE, "buiten", "rand"))
    on = weights > 0
    return pd.DataFrame(
        {
            "top_k_chance": chances.as_ranked,
            "top_k_low": chances.least,
            "top_k_high": chances.most,
            "top_k_uninformed": weighing.top_share(low, free, settings.top),
            "standing": pd.Series(standing, index=scores.low.index, dtype="str"),
            "dominated_by": weighing.dominators(high[:, on], low[:, on]),
        },
        index=scores.low.index,
    )


def _tipping(scores: Scores, weights: weighing.Floats, top: int) -> pd.DataFrame:
    by_id = np.argsort(scores.low.index.to_numpy(str), kind="stable")  # so that the order of the input never matters
    low, ids = points_of(scores)[0][by_id], scores.low.index[by_id]
    rows = []
    for position, criterion in enumerate(scores.criteria):
        sides = zip(("lager", "hoger"), weighing.tipping_weights(low, weights, position, top), strict=True)
        for side, tip in sides:
            found = (np.nan, None, None) if tip is None else (tip.weight, ids[tip.leaves], ids[tip.enters])
            rows.append((criterion.key, criterion.label, float(weights[position]), side, *found))
    columns = ["key", "label", "weight", "side", "at", "leaves", "enters"]
    return pd.DataFrame(rows, columns=columns).astype({"leaves": "str", "enters": "str"})
