"""The publication category (A, B or C) by the impact test: in doubt the heavier one.

Source of the rule: Algoritmekader (MinBZK), pages on the impact of algorithms, the risk of AI systems and automated
risk selection; Publicatiestandaard 1.0, chapter 2.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from algreg_lib.standard import standard, working_fields

HIGH_RISK, IMPACTFUL, OTHER = standard()["publication_category"].choices
LETTERS: Final = {HIGH_RISK: "A", IMPACTFUL: "B", OTHER: "C"}

#: What a Yes (or a doubt) to a question leads to; the first that applies is the heaviest.
_LEADS_TO: Final = (
    ("test_high_risk", HIGH_RISK),
    ("risk_selection", IMPACTFUL),
    ("test_legal_effect", IMPACTFUL),
    ("test_classifies", IMPACTFUL),
    ("test_own_judgement", IMPACTFUL),
)
QUESTIONS: Final = tuple(key for key, _ in _LEADS_TO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A publication category, and the answers that led to it."""

    value: str  #: as the register spells it; empty when no question was answered
    certain: bool  #: no doubt and no open question could make it heavier
    because: tuple[str, ...]  #: keys of the questions whose answer led to it
    open: tuple[str, ...]  #: keys of the questions that were not answered
    sentence: str  #: Dutch: which category, which answers, what is still open

    @property
    def letter(self) -> str:
        """A, B or C as the guidance calls it; empty when there is no category."""
        return LETTERS.get(self.value, "")


def publication_category_of(answers: Mapping[str, str | None]) -> Category:
    """The category that these answers (`Ja`, `Nee`, `Weet ik niet`; keys in QUESTIONS) lead to.

    A doubt counts as Yes. A question without an answer counts as neither: it is listed as open.
    """
    said = {key: _normal(answers.get(key)) for key in QUESTIONS}
    unanswered = tuple(key for key, answer in said.items() if not answer)
    if len(unanswered) == len(QUESTIONS):
        return Category(
            value="",
            certain=False,
            because=(),
            open=unanswered,
            sentence="Nog geen categorie: beantwoord eerst de vragen van de impacttest.",
        )
    value = next((category for key, category in _LEADS_TO if said[key] in {"ja", "weet ik niet"}), OTHER)
    because = tuple(
        key
        for key, category in _LEADS_TO
        if said[key] and (said[key] == "nee" if value == OTHER else said[key] != "nee" and category == value)
    )
    heavier = {key for key, category in _LEADS_TO if LETTERS[category] < LETTERS[value]}
    certain = not heavier.intersection(unanswered) and any(said[key] != "weet ik niet" for key in because)
    return Category(
        value=value,
        certain=certain,
        because=because,
        open=unanswered,
        sentence=_sentence(value, because, said, tuple(key for key in unanswered if key in heavier)),
    )


def _normal(answer: object) -> str:
    text = answer.strip().casefold() if isinstance(answer, str) else ""
    return text if text in {"ja", "nee", "weet ik niet"} else ""


def _sentence(value: str, because: tuple[str, ...], said: Mapping[str, str], still: tuple[str, ...]) -> str:
    told = "; ".join(f"{_title(key)} {said[key].capitalize()}" for key in because)
    text = f"Categorie {LETTERS[value]} ({value}), door: {told}."
    if any(said[key] == "weet ik niet" for key in because):
        text += " Bij twijfel geldt de zwaarste categorie."
    if still:
        text += f" Nog open, kan de categorie zwaarder maken: {'; '.join(_title(key) for key in still)}"
    return text


def _title(key: str) -> str:
    return next(field.title for field in working_fields() if field.key == key)
