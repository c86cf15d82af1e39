"""The account: for every registration and field what happened to it and why, also when several things did."""

import pandas as pd
import pytest

from algreg_lib.publication import publication_copy

MASKED = ["registration_id", "field", "kind", "text"]


def _row(copy, identity: str, field: str) -> dict[str, str]:
    table = copy.accounts
    (row,) = table[(table["registration_id"] == identity) & (table["field"] == field)].to_dict("records")
    return {key: row[key] for key in ("outcome", "rule", "reason", "ground")}


def test_all_reasons_of_a_registration_stand_in_its_row_each_once(copy_of):
    copy = copy_of({"publish": "Nee", "status": "Actief", "withhold_ground": "Woo 5.1.2.d"}, {"status": "Actief"})
    whole = _row(copy, "reg-1", "")
    assert (whole["outcome"], whole["rule"]) == ("withheld", "keuze, status")
    assert whole["ground"] == "Woo artikel 5.1 lid 2 onder d: inspectie, controle en toezicht"
    assert all(told in whole["reason"] for told in ("Niet publiceren", "'Actief'"))
    other = _row(copy, "reg-2", "")
    assert (other["rule"], other["ground"]) == ("status", "")
    assert "Niet publiceren" not in other["reason"]


def test_a_field_of_a_withheld_registration_is_withheld_with_it_but_an_empty_one_stays_empty(copy_of):
    copy = copy_of({"publish": "Nee", "goal": "iets", "withhold_ground": "goal: Woo 5.1.2.d"})
    assert _row(copy, "reg-1", "name")["rule"] == "registratie"
    assert _row(copy, "reg-1", "goal")["rule"] == "registratie"
    assert _row(copy, "reg-1", "risks") == {"outcome": "empty", "rule": "", "reason": "", "ground": ""}


def test_a_ground_for_a_field_that_is_empty_withholds_nothing(copy_of):
    copy = copy_of({"withhold_ground": "Risicobeheer: Woo 5.1.2.d"})
    assert _row(copy, "reg-1", "risks")["outcome"] == "empty"
    assert _row(copy, "reg-1", "name") == {"outcome": "published", "rule": "", "reason": "", "ground": ""}


def test_what_the_register_refuses_is_not_said_of_what_stays_behind(inventory, settings):
    built = inventory({"publish": "Nee"}, {})
    steps = pd.DataFrame({"level": ["niet aan te leveren"] * 2}, index=["reg-1", "reg-2"])
    copy = publication_copy(built, settings=settings(), completeness=steps)
    assert [_row(copy, identity, "")["rule"] for identity in ("reg-1", "reg-2")] == ["keuze", "aanleveren"]


def test_every_kind_that_was_masked_is_named_once_and_a_formula_is_said_behind_it(inventory, copy_of, decided):
    rows = ({"goal": "=Vraag Okke Wielinga."}, {"goal": "=2"})
    spans = pd.DataFrame(
        [
            ("reg-1", "goal", "name", "Okke Wielinga"),
            ("reg-1", "goal", "phone", "0612345678"),
            ("reg-1", "goal", "name", "Anna de Wit"),
        ],
        columns=MASKED,
        dtype="str",
    )
    left = inventory({"goal": "=Vraag [naam]."}, rows[1]).registrations
    copy = copy_of(*rows, privacy=decided(left, masked=spans))
    masked, formula = _row(copy, "reg-1", "goal"), _row(copy, "reg-2", "goal")
    assert (masked["outcome"], masked["rule"]) == ("masked", "privacy-besluit")
    assert masked["reason"].startswith("Gemaskeerd: naam, telefoonnummer. ")
    assert (formula["outcome"], formula["rule"]) == ("published", "formule")
    assert masked["reason"].endswith(formula["reason"])


@pytest.mark.parametrize(
    ("version", "rule"), [("1.0", ""), ("1.0.0", ""), ("0.4", "versie"), ("iets", "versie"), ("", "versie")]
)
def test_another_version_than_that_of_the_copy_is_told(copy_of, version, rule):
    row = _row(copy_of({"standard_version": version}), "reg-1", "standard_version")
    assert (row["outcome"], row["rule"]) == ("published", rule)


def test_internal_cells_are_told_of_behind_the_fields_and_only_where_something_stands(copy_of):
    copy = copy_of({"name": "Een", "owner": "Team A"}, {"name": "Twee", "Eigen kolom": "x"})
    accounts = copy.accounts
    assert accounts.groupby("registration_id")["field"].last().to_dict() == {"reg-1": "owner", "reg-2": "Eigen kolom"}
    assert accounts.groupby("registration_id")["field"].first().tolist() == ["", ""]
    assert accounts.groupby("registration_id")["name"].unique().map(list).to_dict() == {
        "reg-1": ["Een"],
        "reg-2": ["Twee"],
    }
    told = [_row(copy, *place) for place in (("reg-1", "owner"), ("reg-2", "Eigen kolom"))]
    assert [(row["outcome"], row["rule"]) for row in told] == [("withheld", "intern"), ("withheld", "onbekende-kolom")]
    assert told[0]["reason"].startswith("Intern veld")
    assert "niet in de standaard" in told[1]["reason"]
