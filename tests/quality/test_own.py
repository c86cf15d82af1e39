"""The organisation's own rules, in plain Great Expectations JSON."""

import json

import pytest

from algreg_lib.errors import SettingError
from algreg_lib.quality import check
from algreg_lib.workspace import Quality
from tests.quality.records import inventory


def written(folder, text) -> object:
    path = folder / "organisatie.json"
    path.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
    return path


def own(folder, *expectations):
    return written(folder, {"name": "organisatie", "expectations": list(expectations)})


NO_TEST = {
    "type": "expect_column_values_to_not_match_regex",
    "kwargs": {"column": "name", "regex": "(?i)test"},
    "severity": "warning",
    "meta": {"rule": "geen-test", "message": "De naam '{waarde}' lijkt van een proef. Verwijder de registratie."},
}


def test_a_rule_of_the_organisation_gives_findings_with_its_own_name_and_message(tmp_path):
    given = inventory({}, {"name": "Test van ons"})
    findings = check(given, settings=Quality(), own_suite=own(tmp_path, NO_TEST)).findings
    assert findings[["registration_id", "field", "rule", "severity", "message"]].to_numpy().tolist() == [
        [
            "a2",
            "name",
            "geen-test",
            "warning",
            "De naam 'Test van ons' lijkt van een proef. Verwijder de registratie.",
        ]
    ]


def test_a_rule_without_a_name_and_message_gets_them(tmp_path):
    rule = {"type": "expect_column_values_to_be_in_set", "kwargs": {"column": "owner", "value_set": ["Ans"]}}
    given = inventory({"owner": "Bo"})
    findings = check(given, settings=Quality(), own_suite=own(tmp_path, rule)).findings
    assert findings["rule"].tolist() == ["organisatie-1"]
    assert "'Bo'" in findings["message"].iloc[0]


def test_a_type_that_only_great_expectations_can_locate_gives_rows_too(tmp_path):
    rule = {
        "type": "expect_column_values_to_match_like_pattern_list",
        "kwargs": {"column": "name", "like_pattern_list": ["x%"]},
    }
    dates = {
        "type": "expect_column_values_to_match_strftime_format",
        "kwargs": {"column": "begin_date", "strftime_format": "%Y-%m"},
    }
    given = inventory({}, {"begin_date": "01-2023"})
    findings = check(given, settings=Quality(), own_suite=own(tmp_path, dates)).findings
    assert ("a2", "organisatie-1") in set(findings[["registration_id", "rule"]].itertuples(index=False, name=None))
    with pytest.raises(SettingError, match=r"expectations\[0\]"):  # a type for databases only
        check(given, settings=Quality(), own_suite=own(tmp_path, rule))


def test_a_setting_may_name_a_rule_of_the_organisation(tmp_path):
    given = inventory({"name": "Test van ons"})
    checked = check(given, settings=Quality(ignore=["geen-test"]), own_suite=own(tmp_path, NO_TEST))
    assert checked.findings.empty


def test_without_the_file_there_are_no_rules_of_the_organisation(tmp_path):
    assert check(inventory(), settings=Quality(), own_suite=tmp_path / "organisatie.json").findings.empty


BETWEEN = "expect_column_values_to_be_between"


def rule(kind="", **arguments):
    return {"expectations": [{"type": NO_TEST["type"] + kind, "kwargs": arguments}]}


def where(column):
    one = {"type": "comparison", "column": {"name": column}, "operator": "==", "parameter": "x"}
    return {"type": "and", "conditions": [one]}


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ('{"expectations": [', "regel 1, teken 19", "geen geldige JSON"),
        ({"regels": []}, "expectations", "ontbreekt of is geen lijst"),
        ([], "expectations", "ontbreekt of is geen lijst"),
        ({"expectations": [3]}, "expectations[0]", "'type' ontbreekt"),
        ({"expectations": [{"type": "x"}]}, "expectations[0].kwargs", "ontbreekt"),
        (
            {"expectations": [NO_TEST, NO_TEST | {"type": "expect_column_values_to_not_match_regx"}]},
            "expectations[1].type",
            "Bedoelt u 'expect_column_values_to_not_match_regex",
        ),
        (
            {"expectations": [NO_TEST | {"kwargs": {"column": "nmae", "regex": "x"}}]},
            "expectations[0].kwargs",
            "Bedoelt u 'name'",
        ),
        ({"expectations": [NO_TEST | {"severity": "erg"}]}, "expectations[0].severity", "Kies uit: critical"),
        (
            {"expectations": [NO_TEST | {"kwargs": {"column": "name", "regex": "("}}]},
            "expectations[0].kwargs.regex",
            "patroon",
        ),
        (
            {"expectations": [NO_TEST | {"kwargs": {"column": "name", "regexx": "x"}}]},
            "expectations[0].kwargs",
            "argumenten",
        ),
        ({"expectations": [NO_TEST | {"meta": 3}]}, "expectations[0].meta", "blok"),
        ({"expectations": [NO_TEST | {"meta": {"rule": 3}}]}, "expectations[0].meta.rule", "geen tekst"),
        ({"expectations": [NO_TEST | {"meta": {"message": ["a"]}}]}, "expectations[0].meta.message", "geen tekst"),
        ({"expectations": [NO_TEST | {"meta": {"rule": "<b>"}}]}, "expectations[0].meta.rule", "letters, cijfers"),
        ({"expectations": [NO_TEST | {"meta": {"rule": "leeg"}}]}, "expectations[0].meta.rule", "al een regel"),
        ({"expectations": [NO_TEST | {"meta": {"field": "nmae"}}]}, "expectations[0].meta.field", "Bedoelt u 'name'"),
        (rule(column="name", regex=3), "expectations[0].kwargs.regex", "niet een tekst"),
        (rule("_list", column="name", regex_list="x"), "expectations[0].kwargs.regex_list", "lijst met teksten"),
        (rule("_list", column="name", regex_list=["("]), "expectations[0].kwargs.regex_list", "patroon"),
        (rule(column_list="name"), "expectations[0].kwargs.column_list", "geen lijst"),
        (rule(column="name", regex="x", row_condition="@pd"), "expectations[0].kwargs.row_condition", "een @"),
        (rule(column="name", regex="x", row_condition=where("stauts")), "expectations[0].kwargs", "Bedoelt u 'status'"),
        (
            rule(column="name", regex="x", row_condition="stauts == 1", condition_parser="pandas"),
            "expectations[0]",
            "stauts",
        ),
        (rule(column="name"), "expectations[0].kwargs", "regex: field required"),
        (
            {"expectations": [{"type": BETWEEN, "kwargs": {"column": "name", "min_value": 5}}]},
            "expectations[0]",
            "not supported between",
        ),
        ({"expectations": [NO_TEST | {"type": "expect_x"}]}, "expectations[0].type", "greatexpectations.io"),
        ("[" * 100_000, "(hele bestand)", "te veel haakjes"),
        (" " * 2_000_001, "(hele bestand)", "te groot"),
    ],
)
def test_a_broken_file_gets_an_error_that_names_the_place(tmp_path, text, place, says):
    with pytest.raises(SettingError) as caught:
        check(inventory(), settings=Quality(), own_suite=written(tmp_path, text))
    assert caught.value.setting == place
    assert says in str(caught.value)
    assert str(caught.value).startswith("organisatie.json")


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    path = tmp_path / "organisatie.json"
    path.write_text(json.dumps({"expectations": [NO_TEST]}), encoding="utf-8-sig")
    findings = check(inventory({"name": "Een test"}), settings=Quality(), own_suite=path).findings
    assert findings["rule"].tolist() == ["geen-test"]


def test_a_rule_on_the_inventory_as_a_whole_is_one_finding(tmp_path):
    count = {"type": "expect_table_row_count_to_be_between", "kwargs": {"min_value": 5}}
    findings = check(inventory({}, {}), settings=Quality(), own_suite=own(tmp_path, count)).findings
    assert findings[["registration_id", "field", "rule"]].to_numpy().tolist() == [["", "", "organisatie-1"]]
    assert check(inventory(*[{}] * 5), settings=Quality(), own_suite=own(tmp_path, count)).findings.empty


def test_a_message_says_what_was_found_where_there_is_something_to_say(tmp_path):
    said = {"message": "Er staat {bewijs} in {waarde}; {lengte}."}
    absent = {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": "tags"}, "meta": said}
    given = inventory({"name": "Een test"})
    findings = check(given, settings=Quality(), own_suite=own(tmp_path, NO_TEST | {"meta": said}, absent)).findings
    assert findings.sort_values("field")["message"].tolist() == [
        "Er staat test in Een test; {lengte}.",
        "Er staat {bewijs} in {waarde}; {lengte}.",
    ]
