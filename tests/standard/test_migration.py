"""From every older version to 1.0: what moves, what stays for a person, and that nothing is lost."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algreg_lib.findings import COLUMNS
from algreg_lib.standard import CHANGE_COLUMNS, CURRENT, VERSIONS, Migrated, migrated, migration_steps, standard

IAMA = "Impact Assessment Mensenrechten en Algoritmes (IAMA)"
DPIA = "Data Protection Impact Assessment (DPIA)"


def _migrate(version: str, **cells: str) -> Migrated:
    frame = pd.DataFrame(cells, index=pd.Index(["LV-1"], name="registration_id"), dtype="str")
    return migrated(frame, version)


def _filled(result: Migrated) -> dict[str, str]:
    return result.registrations.loc["LV-1"].dropna().to_dict()


def _rules(result: Migrated) -> list[tuple[str, str]]:
    return list(result.notes[["field", "rule"]].itertuples(index=False, name=None))


def test_a_migrated_frame_has_every_field_of_1_0_and_then_the_others() -> None:
    result = _migrate("0.4", name="Drukte", owner="Team A", mijn_kolom="x")
    assert list(result.registrations.columns) == [*standard().keys, "owner", "mijn_kolom"]
    assert _filled(result) == {"name": "Drukte", "standard_version": "1.0", "owner": "Team A", "mijn_kolom": "x"}
    assert list(result.changes.columns) == list(CHANGE_COLUMNS)
    assert list(result.notes.columns) == list(COLUMNS)


def test_the_frame_that_is_given_does_not_change() -> None:
    frame = pd.DataFrame({"status": ["Actief"], "impact": ["Veel"]}, index=["LV-1"], dtype="str")
    before = frame.copy(deep=True)
    migrated(frame, "0.1")
    pd.testing.assert_frame_equal(frame, before)


def test_an_unknown_version_is_an_error() -> None:
    with pytest.raises(KeyError):
        _migrate("2.0", name="Drukte")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Actief", "In gebruik"),
        ("in gebruik", "In gebruik"),
        ("In  gebruik\u00a0", "In gebruik"),
        ("IN PRODUCTIE", "In gebruik"),
        ("Gestopt", "Buiten gebruik"),
        ("gepland", "In ontwikkeling"),
        ("in_gebruik", "In gebruik"),
    ],
)
def test_another_spelling_of_a_status_becomes_the_fixed_value(old: str, new: str) -> None:
    result = _migrate("0.1", status=old)
    assert _filled(result)["status"] == new
    change = result.changes.iloc[0]
    assert (change["old"], change["new"]) == (old, new)
    assert _rules(result) == []


@pytest.mark.parametrize(
    ("version", "key", "old", "reason"),
    [
        ("0.1", "status", "in  gebruik", "Andere schrijfwijze van een vaste waarde"),
        ("0.1", "status", "Actief", "De waarde heet anders in 1.0"),
        ("1.0", "lang", "NLD", "Andere schrijfwijze van een vaste waarde"),
        ("0.4", "category", "Werk; Economie", "Eén waarde per regel"),
        ("0.4", "category", "werk", "Andere schrijfwijze van een vaste waarde"),
        ("0.4", "category", "Financiën", "De waarde heet anders in 1.0"),
        ("0.4", "begin_date", "03-2022", "Een datum is in 1.0 jjjj-mm"),
        ("0.4", "standard_version", "0.4", "Overgezet naar deze versie van de standaard"),
        ("0.1", "impact", "Minder wachten.", "Overgenomen in het veld dat 1.0 hiervoor heeft"),
        ("org-0.3", "keywords", "druk", "Het veld heet anders in 1.0"),
    ],
)
def test_each_change_says_why(version: str, key: str, old: str, reason: str) -> None:
    changes = _migrate(version, **{key: old}).changes
    assert changes.loc[changes["from_field"] == key, "reason"].tolist() == [reason]


def test_a_status_that_is_right_is_no_change() -> None:
    assert "status" not in _migrate("0.3.1", status="In gebruik").changes["to_field"].tolist()


@pytest.mark.parametrize(("old", "hint"), [("pilot", "In ontwikkeling of In gebruik"), ("evaluatie", "In gebruik")])
def test_a_status_in_doubt_stays_and_is_asked_about(old: str, hint: str) -> None:
    result = _migrate("org-0.3", status=old)
    assert _filled(result)["status"] == old
    assert _rules(result) == [("status", "migratie-waarde")]
    assert f"Misschien: {hint}." in result.notes["message"].iloc[0]


def test_a_begin_date_in_the_status_goes_to_its_own_field() -> None:
    result = _migrate("0.1", status="In gebruik sinds 18-12-2020")
    assert _filled(result) == {"status": "In gebruik", "begin_date": "2020-12", "standard_version": "1.0"}
    assert result.changes[["from_field", "to_field", "new"]].to_numpy().tolist()[:2] == [
        ["status", "status", "In gebruik"],
        ["status", "begin_date", "2020-12"],
    ]


def test_a_begin_date_that_stands_there_is_not_replaced_by_the_one_in_the_status() -> None:
    assert _filled(_migrate("0.1", status="In gebruik sinds 2020", begin_date="2019-01"))["begin_date"] == "2019-01"
    result = _migrate("0.1", status="In gebruik sinds 18-12-2020", begin_date="2019-01")
    assert _filled(result)["begin_date"] == "2019-01"


@pytest.mark.parametrize("date", ["18-13-2020", "31-11-2020"])
def test_a_status_with_an_impossible_date_stays(date: str) -> None:
    result = _migrate("0.1", status=f"In gebruik sinds {date}")
    assert _filled(result)["status"] == f"In gebruik sinds {date}"
    assert _rules(result) == [("status", "migratie-waarde")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("03-2022", "2022-03"),
        ("3-2022", "2022-03"),
        ("15-03-2022", "2022-03"),
        ("2022-03-15", "2022-03"),
        ("2022-03-15 00:00:00", "2022-03"),
        ("2022-03", "2022-03"),
        ("13-2022", "13-2022"),
        ("jan2023", "jan2023"),
        ("2022", "2022"),
    ],
)
def test_a_date_becomes_year_and_month_only_when_it_is_one(old: str, new: str) -> None:
    result = _migrate("0.4", begin_date=old, end_date=old)
    assert (_filled(result)["begin_date"], _filled(result)["end_date"]) == (new, new)
    assert result.changes["old"].tolist().count(old) == (2 if old != new else 0)


@pytest.mark.parametrize(
    "text", ["31-02-2024", "2023-02-29", "2024-04-31 00:00:00", "00-03-2024", "13-2022", "25/12/0000"]
)
@pytest.mark.parametrize("version", ["0.4", "1.0"])
def test_a_date_that_does_not_exist_stays_and_is_asked_about(version: str, text: str) -> None:
    result = _migrate(version, begin_date=text)
    assert _filled(result)["begin_date"] == text
    assert "begin_date" not in result.changes["to_field"].tolist()
    assert _rules(result) == [("begin_date", "migratie-datum")]
    assert result.notes["message"].str.startswith("Deze datum bestaat niet").all()


@pytest.mark.parametrize("text", ["29-02-2024", "2024-12-31", "2024-02", "voorjaar 2024", "2022"])
def test_a_date_that_exists_or_is_none_is_not_asked_about(text: str) -> None:
    assert _rules(_migrate("1.0", begin_date=text)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Financiën", "Overheidsfinanciën"),
        ("{Financiën}", "Overheidsfinanciën"),
        ('{Werk,Huisvesting,"Ruimte en infrastructuur"}', "Werk\nWonen\nRuimte en infrastructuur"),
        ("Werk, Economie", "Werk\nEconomie"),
        ("Werk; Economie", "Werk\nEconomie"),
        ("werk\nEconomie", "Werk\nEconomie"),
        ('{Werk,"", Economie }', "Werk\nEconomie"),
        ("Huisvesting, Wonen", "Wonen"),
    ],
)
def test_policy_areas_become_themes_one_per_line(old: str, new: str) -> None:
    result = _migrate("0.4", category=old)
    assert _filled(result)["category"] == new
    assert _rules(result) == []


def test_a_domain_with_commas_in_its_name_is_one_value() -> None:
    assert _filled(_migrate("org-0.3.1", domain="bouwen, wonen en leefomgeving"))["category"] == "Wonen"


def test_an_area_without_a_theme_stays_between_the_others_and_is_asked_about() -> None:
    result = _migrate("0.4", category="{Dienstverlening,Werk}")
    assert _filled(result)["category"] == "Dienstverlening\nWerk"
    assert _rules(result) == [("category", "migratie-waarde")]


def test_free_text_is_not_cut_at_its_commas() -> None:
    result = _migrate("0.1", category="wonen, werken en leefomgeving")
    assert _filled(result)["category"] == "wonen, werken en leefomgeving"
    assert _rules(result) == [("category", "migratie-waarde")]


@pytest.mark.parametrize("old", ["Werk}", "{Werk", "(Werk, Economie)"])
def test_half_a_list_of_the_database_is_not_cut(old: str) -> None:
    assert _filled(_migrate("0.4", category=old))["category"] == old
    assert _filled(_migrate("0.4", impacttoetsen=old.replace("Werk", "DPIA")))["impacttoetsen_grouping"] == old.replace(
        "Werk", "DPIA"
    )


def test_impact_goes_behind_the_goal() -> None:
    result = _migrate("0.1", goal="Sneller helpen.", impact="Minder wachten.")
    assert _filled(result)["goal"] == "Sneller helpen.\n\nMinder wachten."
    assert "impact" not in result.registrations


def test_impact_is_the_goal_when_there_is_none_and_is_not_said_twice() -> None:
    assert _filled(_migrate("0.1", impact="Minder wachten."))["goal"] == "Minder wachten."
    assert _filled(_migrate("0.1", goal="Minder wachten.", impact="Minder wachten."))["goal"] == "Minder wachten."


def test_an_impact_that_says_nothing_does_not_reach_the_goal() -> None:
    result = _migrate("0.1", goal="Sneller helpen.", impact="n.v.t.")
    assert _filled(result)["goal"] == "Sneller helpen."
    assert _filled(result)["impact"] == "n.v.t."


def test_a_goal_that_becomes_too_long_is_whole_and_noted() -> None:
    result = _migrate("0.3.1", goal="a" * 2000, impact="b" * 600)
    assert _filled(result)["goal"] == "a" * 2000 + "\n\n" + "b" * 600
    assert _rules(result) == [("goal", "migratie-te-lang")]
    assert _rules(_migrate("0.3.1", goal="a" * 2000, impact="b" * 498)) == []
    assert _rules(_migrate("0.3.1", goal="a" * 2000, impact="b" * 499)) == [("goal", "migratie-te-lang")]


def test_yes_to_an_impact_assessment_becomes_an_entry() -> None:
    result = _migrate("0.1", iama="ja", dpia="Ja", dpia_description="Gedaan in 2021.")
    assert _filled(result)["impacttoetsen_grouping"] == f"{IAMA}\n{DPIA}"
    assert _filled(result)["impacttoetsen"] == "Gedaan in 2021."
    assert _rules(result) == []


@pytest.mark.parametrize("yes", ["Ja.", "JA ", "yes", "True", "waar", "j", "Y"])
def test_any_way_to_say_yes_is_a_yes(yes: str) -> None:
    assert _filled(_migrate("0.1", dpia=yes)) == {"impacttoetsen_grouping": DPIA, "standard_version": "1.0"}


def test_no_to_an_impact_assessment_stays_in_its_own_column() -> None:
    assert _filled(_migrate("0.1", dpia="Nee", iama="-")) == {"dpia": "Nee", "iama": "-", "standard_version": "1.0"}


def test_a_sentence_about_an_impact_assessment_goes_to_the_explanation_and_is_asked_about() -> None:
    result = _migrate("0.1", dpia="Er is een DPIA uitgevoerd")
    assert _filled(result)["impacttoetsen"] == "Er is een DPIA uitgevoerd"
    assert "impacttoetsen_grouping" not in _filled(result)
    assert _rules(result) == [("impacttoetsen_grouping", "migratie-handwerk")]


def test_the_link_of_0_3_1_goes_with_its_impact_assessment() -> None:
    result = _migrate("0.3.1", iama="Ja", iama_description="https://voorbeeld.nl/iama", dpia="Ja")
    assert _filled(result)["impacttoetsen_grouping"] == f"{IAMA} | https://voorbeeld.nl/iama\n{DPIA}"


def test_a_link_whose_impact_assessment_is_not_named_makes_the_entry() -> None:
    result = _migrate("0.3.1", iama_description=" https://voorbeeld.nl/iama ")
    assert _filled(result)["impacttoetsen_grouping"] == f"{IAMA} | https://voorbeeld.nl/iama"
    assert ("iama_description", "impacttoetsen_grouping") in set(
        result.changes[["from_field", "to_field"]].itertuples(index=False, name=None)
    )


def test_a_link_without_a_title_is_an_entry_without_one() -> None:
    assert _filled(_migrate("org-0.3", AIA_url="https://voorbeeld.nl/aia"))["impacttoetsen_grouping"] == (
        "| https://voorbeeld.nl/aia"
    )


def test_an_empty_column_of_the_old_standard_goes_and_one_of_the_user_stays() -> None:
    frame = pd.DataFrame({"impact": [None], "eigen": [None], "dpia": ["Nee"]}, index=["LV-1"], dtype="str")
    columns = list(migrated(frame, "0.1").registrations.columns)
    assert columns == [*standard().keys, "eigen", "dpia"]


def test_what_is_no_link_stays_in_its_own_column() -> None:
    result = _migrate("0.3.1", iama="Ja", iama_description="Op te vragen bij de balie")
    assert _filled(result)["iama_description"] == "Op te vragen bij de balie"
    assert _rules(result) == [("impacttoetsen_grouping", "migratie-handwerk")]
    assert _rules(_migrate("0.3.1", iama="Ja", iama_description="n.v.t.")) == []


@pytest.mark.parametrize(
    "old",
    [
        '{"Data Protection Impact Asssesment (DPIA)",IAMA}',
        "Data Protection Impact Assessment (DPIA), Impact Assessment Mensenrechten en Algoritmes (IAMA)",
        "DPIA\nIAMA",
    ],
)
def test_the_list_of_0_4_becomes_entries_with_the_names_of_the_register(old: str) -> None:
    result = _migrate("0.4", impacttoetsen=old)
    assert _filled(result) == {"impacttoetsen_grouping": f"{DPIA}\n{IAMA}", "standard_version": "1.0"}


def test_named_links_of_0_4_find_their_impact_assessment() -> None:
    links = "IAMA: https://voorbeeld.nl/i, DPIA: https://voorbeeld.nl/d"
    result = _migrate("0.4", impacttoetsen="DPIA\nIAMA", iama_description=links)
    assert (
        _filled(result)["impacttoetsen_grouping"] == f"{DPIA} | https://voorbeeld.nl/d\n{IAMA} | https://voorbeeld.nl/i"
    )
    assert _rules(result) == []


def test_a_list_in_a_column_whose_key_means_something_else_in_1_0_keeps_its_name_and_version() -> None:
    result = _migrate("0.4", impacttoetsen="n.v.t.")
    assert _filled(result) == {"impacttoetsen (0.4)": "n.v.t.", "standard_version": "1.0"}


def test_an_empty_list_of_the_database_stays_and_fills_nothing() -> None:
    result = _migrate("0.4", impacttoetsen="{}", category="{}")
    assert _filled(result) == {"impacttoetsen (0.4)": "{}", "category": "{}", "standard_version": "1.0"}


def test_links_without_a_title_move_and_ask_for_one() -> None:
    result = _migrate("0.4", lawful_basis_link="https://voorbeeld.nl/a, https://voorbeeld.nl/b")
    assert _filled(result)["lawful_basis_grouping"] == "| https://voorbeeld.nl/a\n| https://voorbeeld.nl/b"
    assert _rules(result) == [("lawful_basis_grouping", "migratie-titel")]


def test_prose_in_a_field_for_links_stays() -> None:
    result = _migrate("0.4", source_data_link="zie https://voorbeeld.nl")
    assert _filled(result)["source_data_link"] == "zie https://voorbeeld.nl"
    assert _rules(result) == [("source_data_grouping", "migratie-handwerk")]


@pytest.mark.parametrize(("text", "is_title"), [("a" * 120, True), ("a" * 121, False), ("een\ntwee", False)])
def test_a_short_text_is_a_title_and_a_longer_one_an_explanation(text: str, is_title: bool) -> None:
    filled = _filled(_migrate("org-0.3", AIA_description=text))
    assert filled["impacttoetsen_grouping" if is_title else "impacttoetsen"] == text
    assert len(filled) == 2


def test_title_and_link_of_the_older_standard_become_one_entry() -> None:
    result = _migrate("org-0.3", AIA_description="AIA van 2021", AIA_url="https://voorbeeld.nl/aia")
    assert _filled(result)["impacttoetsen_grouping"] == "AIA van 2021 | https://voorbeeld.nl/aia"


def test_a_renamed_field_moves_unless_the_new_one_is_filled() -> None:
    assert _filled(_migrate("org-0.3", keywords="druk, afval"))["tags"] == "druk, afval"
    result = _migrate("org-0.3", keywords="druk", tags="afval")
    assert (_filled(result)["tags"], _filled(result)["keywords"]) == ("afval", "druk")
    assert _rules(result) == [("tags", "migratie-dubbel")]


def test_what_a_person_must_place_stays_with_the_old_text_at_hand() -> None:
    result = _migrate("0.1", monitoring="Elke maand", documentation="-")
    assert _filled(result)["monitoring"] == "Elke maand"
    note = result.notes.iloc[0]
    assert (len(result.notes), note["field"], note["value"]) == (1, "risks", "Elke maand")
    assert "kolom monitoring" in note["message"]


def test_keywords_under_the_key_of_the_themes_do_not_become_themes() -> None:
    result = _migrate("org-0.2", category="afval, druk")
    assert _filled(result) == {"category (org-0.2)": "afval, druk", "standard_version": "1.0"}
    assert _rules(result) == [("tags", "migratie-handwerk")]


def test_a_language_and_a_publication_category_get_their_fixed_spelling() -> None:
    result = _migrate("1.0", lang="NLD", publication_category="Overige algoritmes (Categorie C)")
    assert (_filled(result)["lang"], _filled(result)["publication_category"]) == ("nld", "Overige algoritmes")


def test_a_frame_of_1_0_gets_no_notes_and_keeps_its_meaning() -> None:
    result = _migrate("1.0", status="pilot", impacttoetsen="Toelichting", standard_version="1.0.0")
    assert _filled(result) == {"status": "pilot", "impacttoetsen": "Toelichting", "standard_version": "1.0"}
    assert len(result.notes) == 0
    assert _migrate("1.0", name="Drukte").registrations["standard_version"].isna().all()


_TEXTS = st.one_of(
    st.sampled_from(
        [
            "Ja",
            "Nee",
            "-",
            "n.v.t.",
            "pilot",
            "Actief",
            "https://voorbeeld.nl/x",
            "DPIA: https://voorbeeld.nl",
            "03-2022",
        ]
    ),
    st.sampled_from(
        ['{Werk,"Economie"}', "{", "{}", '{"a', "Werk, Economie", "a | b", "|", "In gebruik sinds 1-2-2020"]
    ),
    st.text(min_size=1, max_size=30).filter(lambda text: text.strip()),
)


@st.composite
def _frames(draw: st.DrawFn) -> tuple[str, pd.DataFrame]:
    version = draw(st.sampled_from(VERSIONS))
    keys = draw(st.lists(st.sampled_from([*standard(version).keys, "eigen kolom", "owner"]), unique=True, min_size=1))
    rows = draw(st.integers(min_value=1, max_value=3))
    cells = {key: draw(st.lists(st.one_of(st.none(), _TEXTS), min_size=rows, max_size=rows)) for key in keys}
    index = pd.Index([f"LV-{row}" for row in range(rows)], name="registration_id")
    return version, pd.DataFrame(cells, index=index, dtype="str")


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@given(_frames())
@settings(deadline=None, max_examples=150)
def test_every_old_text_can_still_be_found(given_frame: tuple[str, pd.DataFrame]) -> None:
    version, frame = given_frame
    result = migrated(frame, version)
    assert list(result.registrations.index) == list(frame.index)
    assert set(standard().keys) <= set(result.registrations.columns)
    _assert_nothing_lost(frame, result)


def _assert_nothing_lost(frame: pd.DataFrame, result: Migrated) -> None:
    for row, cells in frame.iterrows():
        after = result.registrations.loc[row].dropna().map(_words).tolist()
        changes = result.changes[result.changes["registration_id"] == row]["old"].map(_words).tolist()
        for text in cells.dropna():
            assert any(_words(text) in cell for cell in [*after, *changes]), text


@given(_frames())
@settings(deadline=None, max_examples=50)
def test_a_second_migration_changes_nothing(given_frame: tuple[str, pd.DataFrame]) -> None:
    version, frame = given_frame
    once = migrated(frame, version).registrations
    pd.testing.assert_frame_equal(migrated(once, CURRENT).registrations, once)


@pytest.mark.parametrize("version", [v for v in VERSIONS if v != CURRENT])
def test_every_step_starts_at_a_field_of_its_version_and_ends_at_one_of_1_0(version: str) -> None:
    for step in migration_steps(version):
        assert step["from"] in standard(version)
        assert step["kind"] == "drop" or step["to"] in standard()
        assert (step["kind"] == "merge" and "part" in step) == ("how" in step)
        assert step["kind"] != "manual" or step["advice"].endswith(".")


@pytest.mark.parametrize("version", [v for v in VERSIONS if v != CURRENT])
def test_every_field_of_an_older_version_that_1_0_lacks_has_a_step(version: str) -> None:
    gone = set(standard(version).keys) - set(standard().keys)
    assert gone <= {step["from"] for step in migration_steps(version)}
    frame = pd.DataFrame(None, columns=[*standard(version).keys], index=["LV-1"], dtype="str")
    assert list(migrated(frame, version).registrations.columns) == list(standard().keys)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("version", "count", "statuses"),
    [
        ("0.1", 102, {"In gebruik": 44, "In ontwikkeling": 3, "Buiten gebruik": 5}),
        ("0.3.1", 16, {"In gebruik": 15, "In ontwikkeling": 1}),
        ("0.4", 12, {"In gebruik": 11}),
    ],
)
def test_real_registrations_lose_no_text(corpus: Path, version: str, count: int, statuses: dict[str, int]) -> None:
    records = json.loads((corpus / "full-fields" / "pub_data_2023-06-19.json").read_text(encoding="utf-8"))
    frame = pd.DataFrame(records).set_index("lars")
    frame = frame[frame["standard_version"].str.startswith(version)].drop(columns=["published", "released"])
    frame = frame.where(frame.notna() & (frame != "")).dropna(axis="columns", how="all").astype("str")
    result = migrated(frame, version)
    assert len(result.registrations) == count
    _assert_nothing_lost(frame, result)
    known = result.registrations["status"][result.registrations["status"].isin(standard()["status"].choices)]
    assert known.value_counts().to_dict() == statuses


def _told(table: pd.DataFrame, row: str) -> list[tuple[str, ...]]:
    return sorted(table[table["registration_id"] == row].itertuples(index=False, name=None))


@given(_frames())
@settings(deadline=None, max_examples=60)
def test_what_becomes_of_a_registration_does_not_depend_on_the_others(given_frame: tuple[str, pd.DataFrame]) -> None:
    version, frame = given_frame
    together = migrated(frame, version)
    for row in frame.index:
        alone = migrated(frame.loc[[row]], version)
        assert together.registrations.loc[row].dropna().to_dict() == alone.registrations.loc[row].dropna().to_dict()
        assert _told(together.changes, row) == _told(alone.changes, row)
        assert _told(together.notes, row) == _told(alone.notes, row)


@given(_frames())
@settings(deadline=None, max_examples=60)
def test_the_last_change_of_a_field_says_what_stands_there_now(given_frame: tuple[str, pd.DataFrame]) -> None:
    version, frame = given_frame
    result = migrated(frame, version)
    last = result.changes.drop_duplicates(["registration_id", "to_field"], keep="last")
    for row, field, new in last[["registration_id", "to_field", "new"]].itertuples(index=False, name=None):
        assert result.registrations.loc[row, field] == new, field


@given(_frames())
@settings(deadline=None, max_examples=60)
def test_every_text_in_a_field_of_1_0_stood_there_or_is_accounted_for(given_frame: tuple[str, pd.DataFrame]) -> None:
    version, frame = given_frame
    result = migrated(frame, version)
    told = set(result.changes[["registration_id", "to_field"]].itertuples(index=False, name=None))
    for row in frame.index:
        for key, text in result.registrations.loc[row, list(standard().keys)].dropna().items():
            same = key in frame and frame.loc[row, key] == text
            assert same or (row, key) in told, key
