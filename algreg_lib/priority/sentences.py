"""The ranking in words: one sentence per registration, and the explanation of the whole. Dutch, for the reader."""

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

import pandas as pd

from algreg_lib.priority.weighing import CONCENTRATION, Floats
from algreg_lib.workspace import Criterion, Priority

STANDINGS: Final = {"zeker": "Zeker in de top {top}", "rand": "Rond de grens", "buiten": "Buiten de top {top}"}


@lru_cache(maxsize=4_096)  # the same few scores are written thousands of times
def number(value: float) -> str:
    """A score in Dutch notation, without a needless decimal: 4,25 and 4."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def percentage(share: float) -> str:
    """A share as a percentage; never 0% or 100% when it is not quite so."""
    if 0 < share < 0.005:
        return "minder dan 1%"
    if 0.995 <= share < 1:
        return "meer dan 99%"
    return f"{share * 100:.0f}%"


def chances(table: pd.DataFrame) -> list[str]:
    """The chance to be in the top, per row; with the room that unknown points leave behind it: 95% (0% tot 95%)."""
    figures = zip(*(table[f"top_k_{name}"].tolist() for name in ("chance", "low", "high")), strict=True)
    return [
        percentage(chance) if low == high else f"{percentage(chance)} ({percentage(low)} tot {percentage(high)})"
        for chance, low, high in figures
    ]


def headline_of(table: pd.DataFrame, *, to_score: int, wrong: int, waiting: int) -> str:
    """What came out, and what to do next, in a few sentences."""
    if table.empty:
        return "Er zijn geen algoritmes om op volgorde te zetten."
    text = f"{len(table)} {'algoritme' if len(table) == 1 else 'algoritmes'} op volgorde."
    if to_score:
        text += (
            f" Bij {to_score} zijn er nog punten onbekend die de top kunnen veranderen:"
            " vul die aan op het blad Prioritering."
        )
    if started := int((table["head_start"] != "").sum()):
        text += f" Voor {started} is er een voorbeeld om mee te beginnen: zie rangorde.xlsx."
    if wrong:
        text += (
            f" {wrong} {'score is' if wrong == 1 else 'scores zijn'} geen getal van 1 tot en met 5: zie Bevindingen."
        )
    if waiting:
        text += (
            f" {waiting} {'antwoord' if waiting == 1 else 'antwoorden'} uit het notebook Impacttoets"
            f" {'staat' if waiting == 1 else 'staan'} nog niet in het werkboek: zie Bevindingen."
        )
    return text


def standing_label(standing: str, top: int) -> str:
    """How an end user reads `standing`."""
    return STANDINGS[standing].format(top=top)


class _Part(NamedTuple):
    label: str
    added: float
    low: float
    high: float


def reasons(table: pd.DataFrame, criteria: Sequence[Criterion], weights: Floats) -> list[str]:
    """For each row of the ranking one sentence why it stands where it stands."""
    labels = [c.label for c, weight in zip(criteria, weights, strict=True) if weight > 0]
    keys = [c.key for c, weight in zip(criteria, weights, strict=True) if weight > 0]
    columns = ["rank", "score", "rank_best", "rank_worst"]
    columns += [f"{part}_{key}" for key in keys for part in ("contribution", "low", "high")]
    shared = table["rank"].duplicated(keep=False).tolist()
    lines = list(zip(shared, *(table[column].tolist() for column in columns), strict=True))
    # Registrations with the same points have the same reason: it is put into words once.
    told = {line: _reason_of(line, labels) for line in set(lines)}
    return [told[line] for line in lines]


def _reason_of(line: tuple[Any, ...], labels: Sequence[str]) -> str:
    together, place, score, best, worst, *numbers = line
    parts = [_Part(label, *numbers[3 * n : 3 * n + 3]) for n, label in enumerate(labels)]
    where = f"{'Gedeelde plaats' if together else 'Plaats'} {place}"
    return _reason(where, score, f"{best} tot en met {worst}", parts)


def _reason(where: str, score: float, may_be: str, parts: Sequence[_Part]) -> str:
    known = sorted((part for part in parts if part.low == part.high), key=lambda part: -part.added)
    if not known:
        return f"{where}: nog niet gescoord. De plaats kan {may_be} worden."
    told = ", ".join(f"{part.label} {number(part.low)} (telt voor {number(part.added)})" for part in known)
    unknown = [
        f"{part.label} ({number(part.low)} tot {number(part.high)}, telt nu voor {number(part.added)})"
        for part in parts
        if part.low != part.high
    ]
    text = f"{where} met score {number(score)}: {told}."
    return f"{text} Nog niet bekend: {' en '.join(unknown)}. De plaats kan {may_be} worden." if unknown else text


def tipping_sentence(tip: Mapping[Hashable, Any], names: Mapping[str, str], top: int) -> str:
    """A row of `Ranking.tipping` as a sentence; `names` are the names by registration id."""
    side = "Lager" if tip["side"] == "lager" else "Hoger"
    if pd.isna(tip["at"]):
        return f"{side} dan {percentage(tip['weight'])}: niemand anders komt in de top {top}."
    return (
        f"{side}, vanaf {percentage(tip['at'])}: '{names[tip['enters']]}' komt in de top {top}, "
        f"'{names[tip['leaves']]}' valt eruit of deelt de laatste plaats."
    )


def explanation_of(settings: Priority, weights: Mapping[str, float], table: pd.DataFrame) -> str:
    """How the ranking came about, a paragraph per subject: criteria, sum, unknown points, ties, groups, firmness."""
    heaviest = sorted(settings.criteria, key=lambda c: -weights[c.key])
    explanation = _EXPLANATION if not table["head_start"].any() else f"{_EXPLANATION}\n\n{_HEAD_STARTS}"
    return explanation.format(
        criteria="; ".join(_criterion(c, weights[c.key]) for c in settings.criteria),
        unknown=_unknown(table),
        heaviest=heaviest[0].label,
        ties=", daarna op ".join(c.label for c in heaviest),
        crowd=_crowd(table, settings.top),
        margin=number(max(weights.values())),
        draws=f"{settings.draws:,}".replace(",", "."),
        concentration=f"{CONCENTRATION:.0f}",
        seed=settings.seed,
        top=settings.top,
    )


_EXPLANATION: Final = """\
Criteria en gewichten. {criteria}. Elk criterium heeft een vaste schaal van 1 tot en met 5.

Score. De punten per criterium keer het gewicht, bij elkaar opgeteld. De score ligt dus ook tussen 1 en 5. \
Komt er een algoritme bij of gaat er een af, dan houden de andere hun score en hun onderlinge volgorde.

Onbekend. Een punt dat niet bekend is, telt mee als het laagste punt dat nog kan. \
'Hoogst mogelijke score' en 'Plaats kan worden' laten zien wat er nog kan veranderen. {unknown}

Gelijke stand. Wie dezelfde score heeft, deelt de plaats. \
Binnen een gedeelde plaats staat bovenaan wie hoger scoort op {ties}; daarna op de hoogst mogelijke score en op naam. \
Dat bepaalt alleen de volgorde van de regels, niet de plaats. {crowd}

Groepen. In één groep staan algoritmes die hoogstens {margin} punt lager scoren dan de eerste van die groep. \
Eén stap verschil in de score voor {heaviest} kan de volgorde binnen een groep omdraaien.

Hoe zeker. De computer heeft {draws} keer gewichten geloot die iets afwijken van de gekozen gewichten \
(Dirichlet, concentratie {concentration}, startgetal {seed}). \
De kans op de top {top} is het deel van de lotingen waarin het algoritme in de top {top} staat. \
'Bij elk gewicht' is hetzelfde met gewichten die alle kanten op mogen. \
Met hetzelfde startgetal komt er steeds hetzelfde uit."""

_HEAD_STARTS: Final = """\
Voorbeelden. Een andere organisatie heeft in het register al zo'n algoritme beschreven, of de leverancier heeft een \
sjabloon. Invullen kost dan ongeveer half zoveel tijd; dat telt mee waar gemak wordt gemeten. \
Zoek het voorbeeld op met het nummer op algoritmes.overheid.nl en kijk eerst of het hetzelfde algoritme is."""


def _criterion(criterion: Criterion, weight: float) -> str:
    turned = " (lager is dringender)" if criterion.direction == "min" else ""
    return f"{criterion.label} {percentage(weight)}{turned}"


def _crowd(table: pd.DataFrame, top: int) -> str:
    """Says so when a shared place makes the top larger than its number: each of them has its full chance."""
    inside = int((table["rank"] <= top).sum())
    if inside <= top:
        return f"Wie de laatste plaats van de top {top} deelt, hoort erbij."
    return (
        f"Wie de laatste plaats van de top {top} deelt, hoort erbij: nu zijn dat samen {inside} algoritmes. "
        "Met meer scores op het blad Prioritering komt er verschil."
    )


def _unknown(table: pd.DataFrame) -> str:
    open_ones = int((table["score_high"] > table["score_low"]).sum())
    if not open_ones:
        return "Nu is alles bekend."
    if open_ones == len(table):
        return "Nu is voor geen enkel algoritme alles bekend."
    return f"Nu is voor {open_ones} van de {len(table)} algoritmes nog niet alles bekend."
