"""The expectations on fields together, and on registrations together."""

from collections.abc import Iterator
from typing import Final

from algreg_lib.quality import patterns
from algreg_lib.quality.declaring import (
    IN_SET,
    NO_MATCH,
    NOT_IN_SET,
    NOT_NULL,
    NULL,
    UNIQUE,
    Condition,
    Expectation,
    all_of,
    any_of,
    expectation,
    no_evidence,
    where,
    where_empty,
)
from algreg_lib.quality.registrations import HIGH_RISK, IMPACTFUL, OTHER
from algreg_lib.quality.table import long_texts
from algreg_lib.standard import Standard

_OUT_OF_USE: Final = "Buiten gebruik"
#: What people answer to the questions of the impact test; in doubt the heavier category holds.
_MAYBE: Final = ["Ja", "Weet ik niet"]
_QUESTIONS_OF_IMPACT: Final = ("test_legal_effect", "test_classifies", "test_own_judgement")
_PERSONAL_DATA: Final = ["Gewone persoonsgegevens", "Bijzondere persoonsgegevens"]


def of_relations(of: Standard) -> Iterator[Expectation]:
    """All expectations that look at more than one cell."""
    yield from _of_registrations(of)
    if "begin_date" in of and "end_date" in of and "status" in of:
        yield from _of_dates(of)
    if "publication_category" in of:
        yield from _of_category(of)
    for field in list(long_texts(of))[1:]:
        yield no_evidence("zelfde-tekst", of[field], "same_as")


def _of_registrations(of: Standard) -> Iterator[Expectation]:
    yield no_evidence("dubbel", of["name"], "double")
    yield no_evidence("bijna-dubbel", of["name"], "near_double")
    yield no_evidence("organisatie-onbekend", of["organization"], "unknown")
    yield no_evidence("organisatie-opgeheven", of["organization"], "ended")
    yield expectation("organisatie-meerdere", of["organization"], NO_MATCH, regex=patterns.SEVERAL_BODIES)
    if "source_id" in of:
        yield expectation("bron-id-dubbel", of["source_id"], UNIQUE)


def _of_dates(of: Standard) -> Iterator[Expectation]:
    begin, end = of["begin_date"], of["end_date"]
    yield no_evidence("einddatum-voor-begindatum", end, "before_begin")
    yield no_evidence("datum-toekomst", begin, "future")
    yield no_evidence("datum-toekomst", end, "future")
    known = [choice for choice in of["status"].choices if choice != _OUT_OF_USE]
    yield expectation("einddatum-in-gebruik", end, NULL, row_condition=where("status", "IN", known))
    yield expectation("einddatum-ontbreekt", end, NOT_NULL, row_condition=where("status", "==", _OUT_OF_USE))
    yield expectation("ontwikkeling-begindatum", begin, NULL, row_condition=where("status", "==", "In ontwikkeling"))


def _of_category(of: Standard) -> Iterator[Expectation]:
    heavy = where("publication_category", "IN", [HIGH_RISK, IMPACTFUL])
    for rule, text, grouping in (
        ("zonder-wettelijke-basis", "lawful_basis", "lawful_basis_grouping"),
        ("zonder-impacttoets", "impacttoetsen_grouping", "impacttoetsen"),
    ):
        declared = expectation(rule, of[text], NOT_NULL, row_condition=all_of(heavy, where_empty(grouping)))
        declared["meta"]["evidence"] = "publication_category"
        yield declared
    yield no_evidence("zonder-dpia", of["impacttoetsen_grouping"], "dpia")
    yield from _of_impact_test(of)
    yield from _of_personal_data(of)
    selects = where("risk_selection", "==", "Ja")
    yield expectation(
        "risicoselectie-categorie",
        of["publication_category"],
        IN_SET,
        value_set=[HIGH_RISK, IMPACTFUL],
        row_condition=selects,
    )
    for key in ("name", "description_short", "goal"):
        condition = where("publication_category", "==", OTHER)
        yield expectation(
            "risicoselectie-tekst", of[key], NO_MATCH, regex=patterns.RISK_SELECTION, row_condition=condition
        )


def _of_impact_test(of: Standard) -> Iterator[Expectation]:
    """Source: reference categories: high risk before impactful before other; in doubt the heavier one."""
    high, not_high = where("test_high_risk", "IN", _MAYBE), where("test_high_risk", "NOT_IN", _MAYBE)
    impact = [where(question, "IN", _MAYBE) for question in (*_QUESTIONS_OF_IMPACT, "risk_selection")]
    only_impact = any_of(*(all_of(not_high, answer) for answer in impact))
    none = all_of(
        *(where(question, "==", "Nee") for question in ("test_high_risk", *_QUESTIONS_OF_IMPACT)),
        where("risk_selection", "NOT_IN", _MAYBE),
    )
    follows: list[tuple[Condition, str]] = [(high, HIGH_RISK), (only_impact, IMPACTFUL), (none, OTHER)]
    from_light_to_heavy = [OTHER, IMPACTFUL, HIGH_RISK]
    for condition, category in follows:
        place = from_light_to_heavy.index(category)
        for rule, wrong in (
            ("categorie-te-licht", from_light_to_heavy[:place]),
            ("categorie-te-zwaar", from_light_to_heavy[place + 1 :]),
        ):
            if wrong:
                facts = {"bewijs": category}
                yield expectation(
                    rule,
                    of["publication_category"],
                    NOT_IN_SET,
                    facts=facts,
                    value_set=wrong,
                    row_condition=condition,
                )


def _of_personal_data(of: Standard) -> Iterator[Expectation]:
    for condition, regex, said in (
        (
            where("personal_data", "IN", _PERSONAL_DATA),
            patterns.NO_PERSONAL_DATA,
            "de tekst zegt 'geen persoonsgegevens', maar bij de impacttest staat van wel",
        ),
        (
            where("personal_data", "==", "Nee"),
            patterns.KIND_OF_PERSONAL_DATA,
            "bij de impacttest staat dat er geen persoonsgegevens zijn, maar de tekst noemt ze",
        ),
    ):
        facts = {"bewijs": said}
        yield expectation(
            "tegenspraak-persoonsgegevens",
            of["source_data"],
            NO_MATCH,
            facts=facts,
            regex=regex,
            row_condition=condition,
        )
    yield no_evidence("tegenspraak-persoonsgegevens", of["source_data"], "contradiction")
