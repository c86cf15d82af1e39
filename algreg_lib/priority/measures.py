"""Points that follow from the inventory itself: how large the impact is, and how easy a registration is to complete.

Each measure gives the lowest and highest point that the known facts allow, and the signals that led to it, so that a
reader can redo it. The rules stand in docs/rangorde.md.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import numpy as np
import pandas as pd

from algreg_lib.inventory import Inventory
from algreg_lib.priority.category import HIGH_RISK, IMPACTFUL, OTHER
from algreg_lib.priority.weighing import Floats
from algreg_lib.standard import standard

#: Who or what makes filling in easier: registration to a Dutch remark such as "sjabloon van de leverancier".
HeadStarts = Mapping[str, str]


class Measured(NamedTuple):
    """Per registration (index `registration_id`): columns `low` and `high` (1 to 5) and `signals` (Dutch)."""

    table: pd.DataFrame


#: A Yes to one of these sets the point for impact at least here (docs/rangorde.md, the impact measure).
_IMPACT_OF_YES: Final = (
    ("test_high_risk", 5, "hoog risico"),
    ("risk_selection", 4, "risicoselectie"),
    ("test_legal_effect", 4, "gevolgen voor rechten of plichten"),
    ("test_classifies", 3, "deelt mensen of bedrijven in"),
    ("test_own_judgement", 3, "volgens de organisatie veel impact"),
)
#: A chosen category answers the questions that were left open: lowest and highest point by category.
_CATEGORY_AT_LEAST: Final = {HIGH_RISK: 5, IMPACTFUL: 3, OTHER: 1}
_CATEGORY_AT_MOST: Final = {HIGH_RISK: 5, IMPACTFUL: 4, OTHER: 1}
#: A text on human intervention that starts like this says that there is none.
_NOBODY: Final = r"(?i)\s*(?:<p>)?\s*(?:nee\b|geen\b|niet\b|n\.?v\.?t\b|volledig (?:ge)?automati)"

MINUTES_LONG_TEXT: Final = 20
MINUTES_SHORT: Final = 5
MINUTES_PERSON: Final = 60
#: Up to so many minutes of work left give 5, 4, 3 and 2 points; more gives 1.
EASE_LIMITS: Final = (30, 120, 240, 360)
_LONG_TEXT: Final = 1_000


def impact(inventory: Inventory, *, head_starts: HeadStarts | None = None) -> Measured:  # noqa: ARG001 - one shape for all measures
    """Impact on the citizen, from the impact test, the category, the kind of data and who decides."""
    frame = inventory.registrations
    category = _text(frame, "publication_category")
    low = category.map(_CATEGORY_AT_LEAST).fillna(1).to_numpy(float)
    open_to = category.map(_CATEGORY_AT_MOST).fillna(5).to_numpy(float)
    high = low.copy()
    known = category.isin(list(_CATEGORY_AT_LEAST))
    signals = [_marks(known, "categorie ").str.cat(category.where(known, ""))]
    for key, points, label in _IMPACT_OF_YES:
        answer = _text(frame, key).str.casefold()
        yes, doubt = answer == "ja", answer == "weet ik niet"
        low = np.where(yes, np.maximum(low, points), low)
        may_be = np.where(yes | doubt, points, np.where(answer == "nee", 1, np.minimum(open_to, points)))
        high = np.maximum(high, may_be)
        signals.append(_marks(yes, label).where(~doubt, f"misschien: {label}"))
    least, most, notes = _personal_data(frame)
    nobody = _text(frame, "human_intervention").str.match(_NOBODY)
    raised = _added(nobody)
    low = np.minimum(np.maximum(low, least[0]) + np.maximum(raised, least[1]), 5)
    high = np.minimum(np.maximum(high, most[0]) + np.maximum(raised, most[1]), 5)
    signals += [notes, _marks(nobody, "zonder menselijke tussenkomst")]
    return Measured(_table(frame, low, high, signals))


def _personal_data(frame: pd.DataFrame) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats], "pd.Series[str]"]:
    """What personal data do to the lowest and to the highest point (at least so many, so many more), and the signal."""
    kind = _text(frame, "personal_data").str.casefold()
    special, doubt = kind == "bijzondere persoonsgegevens", kind == "weet ik niet"
    ordinary = (kind == "gewone persoonsgegevens") | special
    signals = kind.where(ordinary, "").where(~doubt, "misschien: persoonsgegevens")
    return (_added(ordinary, 1), _added(special)), (_added(ordinary | doubt, 1), _added(special | doubt)), signals


def _added(where: "pd.Series[bool]", start: float = 0) -> Floats:
    added: Floats = np.asarray(where, dtype=np.float64) + start
    return added


def _marks(where: "pd.Series[bool]", label: str) -> "pd.Series[str]":
    return pd.Series(np.where(where, label, ""), index=where.index, dtype="str")


def ease(inventory: Inventory, *, head_starts: HeadStarts | None = None) -> Measured:
    """Easy to complete: the fewer minutes of work left, the more points.

    Counts the empty fields that the register asks for (a long text 20 minutes, another field 5, half when a sibling or
    a supplier template exists) and 60 minutes for each person who still has to agree.
    """
    frame = inventory.registrations
    long, short = _missing(frame, long=True), _missing(frame, long=False)
    starts = pd.Series(dict(head_starts or {}), dtype="str").reindex(frame.index)
    people = _people(inventory)
    minutes = long * MINUTES_LONG_TEXT + short * MINUTES_SHORT
    minutes = minutes / (1 + _added(starts.notna())) + people * MINUTES_PERSON
    points: Floats = 5.0 - np.searchsorted(EASE_LIMITS, minutes, side="left").astype(np.float64)
    signals = pd.Series(
        [
            f"{count:.0f} {'veld' if count == 1 else 'velden'} leeg, "
            f"{who:.0f} {'persoon' if who == 1 else 'personen'} te spreken, ongeveer {_hours(float(time))} werk"
            for count, who, time in zip(long + short, people, minutes, strict=True)
        ],
        index=frame.index,
    )
    return Measured(_table(frame, points, points, [signals, starts.fillna("")]))


def _missing(frame: pd.DataFrame, *, long: bool) -> Floats:
    """How many fields that the register requires or always shows are empty, per registration."""
    keys = [f.key for f in standard().asked if ((f.max_length or 0) > _LONG_TEXT) == long]
    empty: Floats = frame.reindex(columns=keys).isna().to_numpy().sum(axis=1).astype(np.float64)
    return empty


def _people(inventory: Inventory) -> Floats:
    """How many people still have to agree, per registration; who is not planned yet is not counted."""
    talks = inventory.interviews
    if talks.empty:
        return np.zeros(len(inventory))
    still = talks[talks["interviewee"].notna() & (talks["agreed"].str.strip().str.casefold() != "ja").fillna(True)]
    counts = still.drop_duplicates(["registration_id", "interviewee"]).groupby("registration_id").size()
    return np.asarray(counts.reindex(inventory.registrations.index, fill_value=0), dtype=np.float64)


def _hours(minutes: float) -> str:
    if minutes < 60:
        return f"{minutes:.0f} minuten"
    return f"{minutes / 60:.1f} uur".replace(".", ",").replace(",0 ", " ")


def _text(frame: pd.DataFrame, key: str) -> "pd.Series[str]":
    """The column without outer spaces; empty text where there is no value or no column."""
    if key not in frame.columns:
        return pd.Series("", index=frame.index, dtype="str")
    return frame[key].fillna("").str.strip()


def _table(frame: pd.DataFrame, low: Floats, high: Floats, signals: list["pd.Series[str]"]) -> pd.DataFrame:
    texts = ["; ".join(filter(None, row)) for row in zip(*(s.tolist() for s in signals), strict=True)]
    return pd.DataFrame(
        {"low": low, "high": high, "signals": pd.Series(texts, index=frame.index, dtype="str")}, index=frame.index
    )


#: The criteria that can be measured, by key.
MEASURES: Final[Mapping[str, Callable[..., Measured]]] = {"impact": impact, "ease": ease}
