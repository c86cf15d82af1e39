"""A check as an analyst meets it: findings with a place and a sentence, and how far each registration is."""

import pytest

from algreg_lib.errors import RunError, SettingError
from algreg_lib.findings import COLUMNS
from algreg_lib.quality import check, completeness
from algreg_lib.workspace import Quality
from tests.quality.records import GOOD, inventory, judge_by_masks, placed


def found(*changes, **settings):
    """(registration, field, rule) of every finding."""
    findings = check(inventory(*changes), settings=Quality(**settings), judge=judge_by_masks).findings
    return list(findings[["registration_id", "field", "rule"]].itertuples(index=False, name=None))


def test_a_good_registration_has_no_findings_and_is_good():
    checked = check(inventory(), settings=Quality())
    assert checked.findings.to_dict("records") == []
    assert tuple(checked.findings.columns) == COLUMNS
    assert tuple(checked.completeness.columns) == completeness.COLUMNS
    assert checked.completeness.to_dict("index") == {
        # Of the 31 fields the register fills in two itself.
        "a1": {"name": GOOD["name"], "level": "goed", "filled": 20, "fields": 29, "missing": "", "vulling": 88}
    }


def test_a_finding_tells_the_cell_and_what_to_do():
    given = placed(inventory({}, {"status": "in gebruik"}))
    assert check(given, settings=Quality()).findings.to_dict("records") == [
        {
            "registration_id": "a2",
            "field": "status",
            "rule": "keuze",
            "severity": "critical",
            "message": "Status: 'in gebruik' bestaat niet in het register. Kies precies een van: In ontwikkeling; "
            "In gebruik; Buiten gebruik. Bedoelt u 'In gebruik'?",
            "value": "in gebruik",
            "file": "inventaris.xlsx",
            "sheet": "Registraties",
            "cell": "F5",
        }
    ]


def test_each_step_of_the_ladder_is_reached_by_what_it_asks():
    given = inventory({"name": None}, {"goal": None}, {"provider": None}, {})
    levels = check(given, settings=Quality(), judge=judge_by_masks).completeness["level"].tolist()
    assert levels == ["niet aan te leveren", "kan worden aangeleverd", "volledig", "goed"]


def test_the_score_is_the_registers_own():
    given = inventory({}, {"name": None, "provider": None})
    # Of 140 points the good one lacks url, process_index_url, two groupings and tags (2 each), and impacttoetsen (8).
    assert check(given, settings=Quality(), judge=judge_by_masks).completeness["vulling"].tolist() == [88, 76]


def test_what_is_missing_is_named_by_title():
    missing = check(inventory({"goal": None, "lang": None}), settings=Quality(), judge=judge_by_masks).completeness[
        "missing"
    ]
    assert missing.tolist() == ["Doel en impact, Taal"]


def test_an_organisation_may_change_the_severity_of_a_rule_or_ignore_it():
    given = inventory({"provider": None, "goal": None})
    settings = Quality(severity={"leeg": "info"}, ignore=["leeg-handboek"])
    findings = check(given, settings=settings, judge=judge_by_masks).findings
    assert findings[["field", "rule", "severity"]].to_numpy().tolist() == [["goal", "leeg", "info"]]


def test_ignoring_a_rule_does_not_make_the_register_accept_more():
    given = inventory({"name": None})
    checked = check(given, settings=Quality(ignore=["verplicht"]), judge=judge_by_masks)
    assert checked.findings.empty
    assert checked.completeness["level"].tolist() == ["niet aan te leveren"]


def test_a_setting_for_a_rule_that_does_not_exist_names_the_nearest():
    with pytest.raises(SettingError, match=r"'te-lnag' bestaat niet\. Bedoelt u 'te-lang'\?"):
        check(inventory(), settings=Quality(ignore=["te-lnag"]), judge=judge_by_masks)


def test_the_inventory_is_not_changed():
    given = inventory({"status": "in gebruik"})
    before = given.registrations.copy(deep=True)
    check(given, settings=Quality(), judge=judge_by_masks)
    assert given.registrations.equals(before)


def test_an_inventory_without_registrations_has_no_findings():
    empty = inventory()
    none = type(empty)(registrations=empty.registrations.head(0))
    checked = check(none, settings=Quality(), judge=judge_by_masks)
    assert (len(checked.findings), len(checked.completeness)) == (0, 0)


def test_one_cell_gets_one_sentence_when_the_second_would_say_nothing_new():
    long = {"description_short": "Dit is een korte zin. " * 19 + "Dit ook."}
    assert found(long) == [("a1", "description_short", "te-lang")]


@pytest.mark.parametrize("said", [True, False])
def test_a_verdict_that_the_located_cells_do_not_bear_out_stops_the_check(said):
    with pytest.raises(RunError, match="twee verschillende uitkomsten"):
        check(inventory({"status": "x"}), settings=Quality(), judge=lambda _, asked: lambda: [said] * len(asked))
