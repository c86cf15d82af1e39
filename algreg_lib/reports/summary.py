"""The summary for who decides: how many, what is in the way, what first, who does what."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from algreg_lib.reports.elements import Html, bullets, counted, key_figures, paragraph
from algreg_lib.reports.outcome import Results
from algreg_lib.reports.views import (
    by_rule,
    critical,
    deliverable,
    names,
    owners,
    withheld_by_reason,
    withheld_title,
    withheld_whole,
)

#: How many names stand behind a step before the rest is only counted.
_NAMED: Final = 3


def key_numbers(found: Results) -> Html:
    """The five figures that matter most."""
    total = len(found.registrations)
    able = int(deliverable(found).sum())
    full = int(found.completeness["level"].isin(["volledig", "goed"]).sum())
    problems = critical(found)
    out = total - withheld_whole(found)["registration_id"].nunique()
    return key_figures(
        [
            ("Algoritmes", total, "in de inventaris"),
            ("Aan te leveren", able, f"{_share(able, total)} neemt het register aan"),
            ("Volledig", full, "zonder lege velden op de site"),
            (
                "Moet opgelost",
                len(problems),
                f"in {_algorithms(problems['registration_id'].nunique())}",
            ),
            ("Publicatiekopie", out, f"{counted(total - out, 'blijft', 'blijven')} achter"),
        ]
    )


def headline(found: Results) -> Html:
    """What the figures say, in two or three sentences."""
    total, able = len(found.registrations), int(deliverable(found).sum())
    stuck = total - able
    if not total:
        return paragraph("De inventaris heeft nog geen algoritmes.", "Vul de inventaris en start de run opnieuw.")
    first = f"De inventaris telt {_algorithms(total)}."
    if not stuck:
        return paragraph(first, "Het register neemt ze allemaal aan.", _privacy_sentence(found))
    now = f"{counted(able, 'algoritme kan', 'algoritmes kunnen')} nu worden aangeleverd"
    if not able:
        now = "Nog geen enkel algoritme kan worden aangeleverd"
    return paragraph(
        first,
        f"{now}; bij {_algorithms(stuck)} moet eerst iets worden opgelost.",
        _privacy_sentence(found),
    )


def first_up(found: Results, *, top: int) -> pd.DataFrame:
    """The algorithms that go first and are not published yet: Algoritme, Plaats, Eigenaar, Waarom nog niet."""
    reasons = withheld_whole(found).drop_duplicates(["registration_id", "rule"])
    why = reasons["rule"].map(withheld_title).groupby(reasons["registration_id"], sort=False).agg("\n".join)
    waiting = found.ranking[found.ranking.index.isin(why.index)].head(top)
    named = owners(found).reindex(waiting.index)
    return pd.DataFrame(
        {
            "Algoritme": names(found).reindex(waiting.index),
            "Plaats": waiting["rank"],
            "Eigenaar": named.fillna("nog geen eigenaar"),
            "Waarom nog niet": why.reindex(waiting.index),
        }
    ).reset_index(drop=True)


def obstacles(found: Results, *, top: int) -> pd.DataFrame:
    """What makes the register refuse most algorithms: Veld, Wat er is, Algoritmes."""
    return by_rule(critical(found)).head(top)[["Veld", "Wat er is", "Algoritmes"]]


def in_and_out(found: Results) -> pd.DataFrame:
    """How many algorithms are published and how many stay behind, by reason: Uitkomst, Algoritmes."""
    out = withheld_whole(found)["registration_id"].nunique()
    rows = [("In de publicatiekopie", len(found.registrations) - out), ("Blijft achter", out)]
    reasons = withheld_by_reason(found)
    rows += [(f"… {why[:1].lower()}{why[1:]}", count) for why, count in reasons.itertuples(index=False, name=None)]
    return pd.DataFrame(rows, columns=["Uitkomst", "Algoritmes"])


def next_steps(found: Results) -> pd.DataFrame:
    """What has to be done, in this order, and who does it: Stap, Wie, Algoritmes. Steps without work are left out."""
    steps = [_assign(found), _decide_privacy(found), _solve(found), _publish(found)]
    return pd.DataFrame([step for step in steps if step["Algoritmes"]], columns=["Stap", "Wie", "Algoritmes"])


def gate(found: Results) -> dict[str, Any]:
    """Whether the content is good enough to deliver, and the figures behind it; for the manifest."""
    problems = critical(found)
    return {
        "geslaagd": problems.empty,
        "registraties": len(found.registrations),
        "aan_te_leveren": int(deliverable(found).sum()),
        "moet_opgelost": len(problems),
        "privacy_open": len(found.privacy),
        "achtergehouden": withheld_whole(found)["registration_id"].nunique(),
    }


def explanation(found: Results) -> Html:
    """How the ranking came about and how firm it is, in the words of the priority room."""
    parts = [part.strip() for part in found.facts.explanation.split("\n\n")]
    return Html("".join(str(paragraph(part)) for part in parts if part))


def remarks(found: Results) -> Html:
    """What else a reader must know to read the figures rightly."""
    ranking = found.ranking
    unknown = int((ranking["score_high"] > ranking["score_low"]).sum())
    items = []
    if unknown:
        items.append(
            f"Bij {_algorithms(unknown)} zijn niet alle scores bekend. Hun plaats in de rangorde kan nog veranderen."
        )
    if owners(found).isna().any():
        items.append("Niet elk algoritme heeft een eigenaar. Zonder eigenaar beantwoordt niemand de vragen.")
    return bullets(items) if items else paragraph("De cijfers hierboven zijn compleet.")


def _privacy_sentence(found: Results) -> str:
    if found.privacy.empty:
        return ""
    where = _algorithms(found.privacy["registration_id"].nunique())
    return f"In {where} staan mogelijk persoonsgegevens waarover nog een besluit nodig is."


def _assign(found: Results) -> dict[str, object]:
    return {
        "Stap": "Wijs een eigenaar aan.",
        "Wie": "Management",
        "Algoritmes": int(owners(found).isna().sum()),
    }


def _decide_privacy(found: Results) -> dict[str, object]:
    return {
        "Stap": "Besluit over gevonden persoonsgegevens: houden, maskeren of achterhouden.",
        "Wie": "Beheerder van het register",
        "Algoritmes": int(found.privacy["registration_id"].nunique()),
    }


def _solve(found: Results) -> dict[str, object]:
    stuck = found.registrations[~deliverable(found).reindex(found.registrations.index, fill_value=False)]
    work = owners(found).reindex(stuck.index).dropna().value_counts()
    told = [f"{name} ({count})" for name, count in work.head(_NAMED).items()]
    rest = len(work) - len(told)
    who = ", ".join(told) + (f" en {counted(rest, 'andere eigenaar', 'andere eigenaren')}" if rest > 0 else "")
    return {"Stap": "Los op wat het register weigert.", "Wie": who or "De eigenaren", "Algoritmes": len(stuck)}


def _publish(found: Results) -> dict[str, object]:
    out = len(found.registrations) - withheld_whole(found)["registration_id"].nunique()
    return {"Stap": "Publiceer wat klaar is.", "Wie": "Beheerder van het register", "Algoritmes": out}


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "0%"


def _algorithms(number: int) -> str:
    return counted(number, "algoritme", "algoritmes")
