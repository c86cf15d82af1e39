"""The expectations on fields together, and on registrations together."""

from collections.abc import Iterator

from algreg_lib.quality import patterns
from algreg_lib.quality.declaring import (
    IN_SET,
    NO_MATCH,
    NOT_NULL,
    NULL,
    PAIR_GREATER,
    UNIQUE,
    Expectation,
    expectation,
    no_evidence,
    where,
)
from algreg_lib.quality.registrations import HIGH_RISK, IMPACTFUL, OTHER
from algreg_lib.quality.rules import DERIVED
from algreg_lib.quality.table import long_texts
from algreg_lib.standard import Standard

_OUT_OF_USE = "Buiten gebruik"


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
    yield expectation(
        "einddatum-voor-begindatum",
        end,
        PAIR_GREATER,
        column_A=f"end_date{DERIVED}month",
        column_B=f"begin_date{DERIVED}month",
        or_equal=True,
        ignore_row_if="either_value_is_missing",
    )
    known = [choice for choice in of["status"].choices if choice != _OUT_OF_USE]
    yield expectation("einddatum-in-gebruik", end, NULL, row_condition=where("status", "IN", known))
    yield expectation("einddatum-ontbreekt", end, NOT_NULL, row_condition=where("status", "==", _OUT_OF_USE))
    yield expectation("ontwikkeling-begindatum", begin, NULL, row_condition=where("status", "==", "In ontwikkeling"))


def _of_category(of: Standard) -> Iterator[Expectation]:
    category, assessments = of["publication_category"], of["impacttoetsen_grouping"]
    yield no_evidence("categorie-te-licht", category, "lighter")
    yield no_evidence("categorie-te-zwaar", category, "heavier")
    yield no_evidence("zonder-wettelijke-basis", of["lawful_basis"], "needed")
    yield no_evidence("zonder-impacttoets", assessments, "needed")
    yield no_evidence("zonder-dpia", assessments, "dpia")
    yield no_evidence("tegenspraak-persoonsgegevens", of["source_data"], "contradiction")
    selects = where("risk_selection", "==", "Ja")
    yield expectation(
        "risicoselectie-categorie", category, IN_SET, value_set=[HIGH_RISK, IMPACTFUL], row_condition=selects
    )
    for key in ("name", "description_short", "goal"):
        condition = where("publication_category", "==", OTHER)
        yield expectation(
            "risicoselectie-tekst", of[key], NO_MATCH, regex=patterns.RISK_SELECTION, row_condition=condition
        )
