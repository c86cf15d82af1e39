"""The publication copy: the allow-list, the release rules, and the account of what stayed behind."""

import pandas as pd
import pytest

from algreg_lib.errors import AlgregError
from algreg_lib.inventory import Inventory
from algreg_lib.publication import ACCOUNT_COLUMNS, PUBLIC_COLUMNS, public_url, publication_copy
from algreg_lib.publication.approval import approval_mark
from algreg_lib.workspace import Settings


def _rules(copy) -> list[tuple[str, str, str]]:
    return list(copy.withheld[["registration_id", "field", "rule"]].itertuples(index=False, name=None))


def _account(copy, identity: str, field: str) -> pd.Series:
    table = copy.accounts
    return table[(table["registration_id"] == identity) & (table["field"] == field)].iloc[0]


def test_a_complete_registration_is_published_as_it_stands(copy_of):
    copy = copy_of({"goal": "Wachttijd  korter.\nEerlijk."})
    assert list(copy.published.columns) == list(PUBLIC_COLUMNS)
    assert copy.published.loc["reg-1", "goal"] == "Wachttijd  korter.\nEerlijk."
    assert _rules(copy) == []
    assert _account(copy, "reg-1", "")["outcome"] == "published"


def test_an_internal_or_unknown_column_cannot_get_out(copy_of):
    copy = copy_of({"owner": "E. Igenaar", "Eigen kolom": "geheim", "remarks": "let op", "score_x": "5"})
    assert set(copy.published.columns) == set(PUBLIC_COLUMNS)
    assert {"E. Igenaar", "geheim", "let op"} <= set(copy.forbidden)
    assert _account(copy, "reg-1", "owner")["rule"] == "intern"
    assert _account(copy, "reg-1", "Eigen kolom")["rule"] == "onbekende-kolom"


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ({"contact_email": ""}, "onvolledig"),
        ({"contact_email": "  "}, "onvolledig"),
        ({"status": "Actief"}, "status"),
        ({"publication_category": "C"}, "categorie"),
        ({"publish": "Nee"}, "keuze"),
        ({"publish": " nee "}, "keuze"),
        ({"withhold_ground": "Woo 5.1.2.d"}, "keuze"),
        ({"publish": "misschien"}, "keuze-onduidelijk"),
        ({"publish": "Ja", "withhold_ground": "Woo 5.1.2.d"}, "keuze-onduidelijk"),
        ({"goal": "x" * 32_767}, "past-niet"),
        ({"goal": "half teken \ud83d"}, "past-niet"),
    ],
)
def test_a_registration_that_breaks_a_rule_is_withheld_with_the_reason(copy_of, row, rule):
    copy = copy_of(row, {})
    assert list(copy.published.index) == ["reg-2"]
    assert _rules(copy) == [("reg-1", "", rule)]
    assert _account(copy, "reg-1", "")["outcome"] == "withheld"
    assert _account(copy, "reg-1", "name")["rule"] == "registratie"


@pytest.mark.parametrize(
    "row", [{"publish": "Ja"}, {"publish": ""}, {"goal": "x" * 6_000}, {"status": "Buiten gebruik"}]
)
def test_the_good_twins_are_published(copy_of, row):
    assert _rules(copy_of(row)) == []


def test_an_incomplete_registration_goes_out_when_the_organisation_allows_it(copy_of):
    assert _rules(copy_of({"contact_email": ""}, require_complete=False)) == []


def test_what_the_register_would_refuse_goes_out_whole_and_is_said(inventory, settings):
    built = inventory({"goal": "x" * 3_000}, {})
    steps = pd.DataFrame({"level": ["niet aan te leveren", "goed"]}, index=["reg-1", "reg-2"])
    copy = publication_copy(built, settings=settings(), completeness=steps)
    assert copy.published.loc["reg-1", "goal"] == "x" * 3_000
    assert _account(copy, "reg-1", "")["rule"] == "aanleveren"
    assert _account(copy, "reg-2", "")["reason"] == ""


def test_only_the_chosen_statuses_and_categories_go_out(copy_of):
    rows = [{"status": "In ontwikkeling"}, {"publication_category": "Impactvolle algoritmes"}]
    copy = copy_of(*rows, statuses=["In gebruik"], categories=["Impactvolle algoritmes"])
    assert list(copy.published.index) == ["reg-2"]
    assert _rules(copy) == [("reg-1", "", "status"), ("reg-1", "", "categorie")]


def test_a_field_with_a_ground_stays_away_and_the_rest_goes_out(copy_of):
    copy = copy_of({"risks": "waar wij op letten", "withhold_ground": "Risicobeheer: Woo 5.1, tweede lid, onder d"})
    assert pd.isna(copy.published.loc["reg-1", "risks"])
    account = _account(copy, "reg-1", "risks")
    assert account["outcome"] == "withheld"
    assert account["ground"] == "Woo artikel 5.1 lid 2 onder d: inspectie, controle en toezicht"
    assert "waar wij op letten" in copy.forbidden


def test_a_ground_for_a_mandatory_field_makes_the_registration_incomplete(copy_of):
    copy = copy_of({"withhold_ground": "contact_email: Woo 5.1.2.e"})
    assert _rules(copy) == [("reg-1", "", "onvolledig"), ("reg-1", "contact_email", "keuze")]


def test_a_ground_for_a_field_that_does_not_exist_withholds_everything(copy_of):
    assert _rules(copy_of({"withhold_ground": "Riscobeheer: Woo 5.1.2.d"})) == [("reg-1", "", "keuze")]


@pytest.mark.parametrize(
    ("people", "rules"),
    [
        ([], [("reg-1", "", "akkoord")]),
        (["Ja", ""], [("reg-1", "", "akkoord")]),
        (["Ja", "Nee"], [("reg-1", "", "akkoord")]),
        (["Ja", "ja "], []),
    ],
)
def test_all_interviewees_must_agree_when_the_organisation_asks_it(copy_of, people, rules):
    mark = approval_mark(copy_of({}).published.loc["reg-1"])
    interviews = tuple(
        {"registration_id": "reg-1", "interviewee": f"P{n}", "agreed": a, "agreed_mark": mark.upper()}
        for n, a in enumerate(people)
    )
    assert _rules(copy_of({}, interviews=interviews, require_agreement=True)) == rules
    assert _rules(copy_of({}, interviews=interviews)) == []


@pytest.mark.parametrize(
    ("row", "rules", "told"),
    [
        ({"status": "pilot"}, {}, "Status 'pilot' staat niet in de lijst van de standaard. Kies uit: In gebruik, In"),
        ({"status": "Buiten gebruik"}, {"statuses": ["In gebruik"]}, "Dat staat in algreg.toml bij statuses."),
        ({"publish": "Nee"}, {}, "Er is geen reden ingevuld; vul die in."),
        ({"contact_email": ""}, {}, "Een verplicht veld is leeg: Contactgegevens. Vul het in."),
        ({"contact_email": "", "lang": ""}, {}, "Verplichte velden zijn leeg: Contactgegevens, Taal. Vul ze in."),
        ({}, {"require_agreement": True}, "Nog niet akkoord: An, iemand zonder naam."),
    ],
)
def test_a_reason_says_what_to_do(copy_of, row, rules, told):
    people = tuple(
        {"registration_id": "reg-1", "interviewee": name, "agreed": agreed}
        for name, agreed in (("An", ""), ("Bo", "Ja"), ("An", "Nee"), ("", ""))
    )
    (reason,) = copy_of(row, interviews=people, **rules).withheld["reason"]
    assert told in reason


def test_an_open_privacy_finding_withholds_the_registration(inventory, copy_of, decided):
    rows = ({}, {})
    waiting = pd.DataFrame({"registration_id": ["reg-1"], "field": ["goal"]}, dtype="str")
    copy = copy_of(*rows, privacy=decided(inventory(*rows).registrations, open=waiting))
    assert _rules(copy) == [("reg-1", "", "privacy-open")]
    assert list(copy.published.index) == ["reg-2"]


def test_a_decision_withholds_a_field_or_a_registration(inventory, copy_of, decided):
    rows = ({"risks": "iets"}, {})
    left = inventory(*rows).registrations
    left.loc["reg-1", "risks"] = None
    left.loc["reg-2", :] = None
    chosen = pd.DataFrame({"registration_id": ["reg-1", "reg-2"], "field": ["risks", ""]}, dtype="str")
    copy = copy_of(*rows, privacy=decided(left, withheld=chosen))
    assert _rules(copy) == [("reg-2", "", "privacy-besluit"), ("reg-1", "risks", "privacy-besluit")]
    assert _account(copy, "reg-1", "risks")["outcome"] == "withheld"
    assert _account(copy, "reg-2", "name")["outcome"] == "withheld"


def _masking(inventory, decided, *rows, kept=()):
    masked = [{**rows[0], "goal": "Vraag het [naam]."}, *rows[1:]]
    spans = pd.DataFrame(
        {"registration_id": ["reg-1"], "field": ["goal"], "kind": ["name"], "text": ["Okke Wielinga"]}, dtype="str"
    )
    keeping = pd.DataFrame(list(kept), columns=["registration_id", "field", "text"], dtype="str")
    return decided(inventory(*masked).registrations, masked=spans, kept=keeping)


def test_a_masked_text_is_published_masked_and_forbidden_everywhere(inventory, copy_of, decided):
    row = {"goal": "Vraag het Okke Wielinga."}
    copy = copy_of(row, privacy=_masking(inventory, decided, row))
    assert copy.published.loc["reg-1", "goal"] == "Vraag het [naam]."
    assert _account(copy, "reg-1", "goal")[["outcome", "reason"]].tolist() == ["masked", "Gemaskeerd: naam."]
    assert copy.masked == ("Okke Wielinga",)


def test_a_masked_text_that_still_stands_elsewhere_withholds_that_registration(inventory, copy_of, decided):
    rows = ({"goal": "Vraag het Okke Wielinga."}, {"risks": "OKKE wielinga kijkt mee."})
    copy = copy_of(*rows, privacy=_masking(inventory, decided, *rows))
    assert _rules(copy) == [("reg-2", "", "privacy-rest")]
    assert copy.masked == ("Okke Wielinga",)


def test_a_masked_text_may_stand_where_the_analyst_keeps_it(inventory, copy_of, decided):
    rows = ({"goal": "Vraag het Okke Wielinga."}, {"risks": "Wethouder Okke Wielinga kijkt mee."})
    kept = [("reg-2", "risks", "Okke Wielinga")]
    copy = copy_of(*rows, privacy=_masking(inventory, decided, *rows, kept=kept))
    assert _rules(copy) == []
    assert copy.masked == ()


def test_a_code_and_a_version_are_no_place_where_a_masked_text_still_stands(inventory, copy_of, decided):
    rows = ({"goal": "x"}, {"lars": "27965463"}, {"risks": "Bel 27965463."})
    masked = pd.DataFrame(
        [("reg-1", "goal", "phone", "27965463"), ("reg-1", "goal", "name", "1.0")],
        columns=["registration_id", "field", "kind", "text"],
        dtype="str",
    )
    copy = copy_of(*rows, privacy=decided(inventory(*rows).registrations, masked=masked))
    assert _rules(copy) == [("reg-3", "", "privacy-rest")]


def test_a_decision_on_what_is_not_in_the_copy_adds_no_row_and_no_column(inventory, copy_of, decided):
    chosen = pd.DataFrame({"registration_id": ["reg-9", "reg-1"], "field": ["goal", "remarks"]}, dtype="str")
    copy = copy_of({}, privacy=decided(inventory({}).registrations, withheld=chosen))
    assert list(copy.published.index) == ["reg-1"]
    assert list(copy.published.columns) == list(PUBLIC_COLUMNS)


def test_a_registration_of_which_a_field_is_held_back_must_still_be_complete(inventory, copy_of, decided):
    row = {"contact_email": "iemand@lindervoort.example", "status": "Actief"}
    left = inventory(row).registrations
    left.loc["reg-1", "contact_email"] = None
    chosen = pd.DataFrame({"registration_id": ["reg-1"], "field": ["contact_email"]}, dtype="str")
    copy = copy_of(row, privacy=decided(left, withheld=chosen))
    assert [rule for _, _, rule in _rules(copy)] == ["status", "onvolledig", "privacy-besluit"]


def test_an_empty_text_is_missing_in_the_copy(inventory, settings):
    built = inventory({"goal": "weg"})
    built.registrations.loc["reg-1", "goal"] = ""
    copy = publication_copy(built, settings=settings(), completeness=pd.DataFrame())
    assert pd.isna(copy.published.loc["reg-1", "goal"])
    assert _account(copy, "reg-1", "goal")["outcome"] == "empty"


def test_a_text_that_is_public_elsewhere_is_not_forbidden(copy_of):
    copy = copy_of({"remarks": "over drukte VOORSPELLEN"[5:]}, {"publish": "Nee", "name": "Geheim plan"})
    assert "drukte VOORSPELLEN" not in copy.forbidden
    assert "Geheim plan" in copy.forbidden


@pytest.mark.parametrize(
    ("key", "public", "internal"),
    [
        ("lawful_basis_grouping", "Wet | https://x.example/", "1: Wet, https://x.example/"),
        ("description_short", "<p>Eerst dit.</p><p>Dan dat nu.</p>", "Eerst dit. Dan dat nu."),
        ("category", "Verkeer\nZorg en gezondheid", "Verkeer, Zorg en gezondheid"),
        ("goal", "Kosten &amp; baten", "kosten & baten"),
    ],
)
def test_a_text_that_is_public_in_another_shape_is_not_forbidden(copy_of, key, public, internal):
    """The inspection would find it in the files, and nobody could take it away."""
    assert internal not in copy_of({key: public, "Eigen kolom": internal}).forbidden


@pytest.mark.parametrize("left", ["door O<b>kke</b> Wielinga", "door Okke%20Wielinga", "door Okke\nWielinga"])
def test_a_masked_text_that_stands_elsewhere_in_another_shape_withholds_that_registration_too(
    inventory, settings, decided, left
):
    built = inventory({"goal": "door [naam]"}, {"description_short": left})
    masked = [{"registration_id": "reg-1", "field": "goal", "kind": "name", "text": "Okke Wielinga"}]
    privacy = decided(built.registrations, masked=pd.DataFrame(masked, dtype="str"))
    copy = publication_copy(built, settings=settings(), completeness=pd.DataFrame(), privacy=privacy)
    assert [tuple(row) for row in copy.withheld[["registration_id", "rule"]].to_numpy()] == [("reg-2", "privacy-rest")]
    assert copy.masked == ("Okke Wielinga",)


def test_a_text_of_four_signs_or_a_number_of_seven_is_forbidden_and_a_shorter_one_proves_nothing(copy_of):
    copy = copy_of({"owner": "Anna", "remarks": "Jan", "approved_by": " Bob ", "Nummer": "1234567", "Deel": "123456"})
    assert {"Anna", "1234567"} <= set(copy.forbidden)
    assert not {"Jan", "Bob", " Bob ", "123456"} & set(copy.forbidden)


@pytest.mark.parametrize(
    ("setting", "rows", "name"),
    [
        ("Gemeente X", [{}], "algoritmeregister-gemeente-x"),
        ("", [{}, {}], "algoritmeregister-gemeente-lindervoort"),
        ("", [{}, {"organization": "Gemeente Elders"}], "algoritmeregister"),
        ("", [{}, {"organization": "Gemeente Elders", "publish": "Nee"}], "algoritmeregister-gemeente-lindervoort"),
        ("", [], "algoritmeregister"),
    ],
)
def test_the_copy_is_named_after_the_setting_or_the_one_body_in_it(inventory, setting, rows, name):
    settings = Settings.model_validate({"organisation": {"name": setting}})
    built = inventory({}, *rows)
    built = Inventory(registrations=built.registrations.iloc[1:])
    assert publication_copy(built, settings=settings, completeness=pd.DataFrame()).name == name


def test_the_id_of_a_registration_is_forbidden_too(copy_of):
    assert {"reg-1", "reg-2"} <= set(copy_of({}, {"publish": "Nee"}).forbidden)


def test_every_row_has_the_number_of_the_organisation_and_its_page_where_they_are_known(copy_of, inventory):
    published = copy_of({"lars": "27965463"}, {}).published
    assert published["org_id"].tolist() == ["gm9999", "gm9999"]
    assert published["public_url"].notna().tolist() == [True, False]
    built = inventory({})
    without = publication_copy(built, settings=Settings(), completeness=pd.DataFrame()).published
    assert without[["org_id", "public_url"]].isna().all(axis=None)


def test_every_registration_and_public_field_is_accounted_for_once(copy_of):
    copy = copy_of({"owner": "x"}, {"publish": "Nee"})
    accounts = copy.accounts
    assert list(accounts.columns) == list(ACCOUNT_COLUMNS)
    assert not accounts.duplicated(["registration_id", "field"]).any()
    assert len(accounts) == 2 * (1 + 31) + 2
    assert accounts.notna().all(axis=None)
    assert list(dict.fromkeys(accounts["registration_id"])) == ["reg-1", "reg-2"]


def test_text_like_a_formula_is_reported(copy_of):
    copy = copy_of({"goal": "=1+1"})
    assert _account(copy, "reg-1", "goal")["rule"] == "formule"
    assert copy.published.loc["reg-1", "goal"] == "=1+1"


def test_the_copy_names_its_own_standard(copy_of):
    copy = copy_of({"standard_version": ""}, {"standard_version": "1.0.0"})
    assert list(copy.published["standard_version"]) == ["1.0", "1.0"]
    assert _account(copy, "reg-1", "standard_version")["rule"] == "versie"


def test_an_inventory_in_an_older_standard_is_refused_with_what_to_do(inventory, settings):
    built = Inventory(registrations=inventory({}).registrations, standard="0.4")
    with pytest.raises(AlgregError, match="algreg import"):
        publication_copy(built, settings=settings(), completeness=pd.DataFrame())


def test_no_argument_is_changed(inventory, settings, decided):
    built = inventory({"withhold_ground": "goal: Woo 5.1.2.e", "goal": "x"})
    before = built.registrations.copy(deep=True)
    publication_copy(built, settings=settings(), completeness=pd.DataFrame())
    pd.testing.assert_frame_equal(built.registrations, before)


def test_an_empty_inventory_gives_an_empty_copy(copy_of):
    assert len(copy_of({"publish": "Nee"}).published) == 0


@pytest.mark.parametrize(
    ("organisation", "lars", "url"),
    [
        ("gm9999", "27965463", "https://algoritmes.overheid.nl/nl/algoritme/gm9999/27965463/drukte-meten"),
        ("", "27965463", "https://algoritmes.overheid.nl/nl/algoritme/27965463"),
        ("gm9999", "27965464", ""),
        ("gm9999", "2796546", ""),
        ("gm9999", "", ""),
        ("gm9999", "20965463", ""),
        ("gm9999", "２７９６５４６３", ""),
    ],
)
def test_the_public_page_needs_a_code_with_a_right_check_digit(organisation, lars, url):
    assert public_url(organisation, lars, "Drukte meten") == url
