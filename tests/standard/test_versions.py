"""Every version of the standard loads, and says what its sources say."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from algreg_lib.standard import VERSIONS, Field, canonical_version, disagreements, standard, value_map, working_fields

COUNTS = {
    "1.0": (31, 7),
    "0.4": (31, 2),
    "0.3.1": (38, 2),
    "0.2.3": (39, 2),
    "0.1": (39, 2),
    "org-0.3.1": (49, 29),
    "org-0.3": (46, 15),
    "org-0.2": (35, 9),
}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_has_its_fields_each_once(version: str) -> None:
    found = standard(version)
    assert (len(found.fields), len(found.required)) == COUNTS[version]
    assert len(set(found.keys)) == len(found.keys)
    assert len({field.title for field in found.fields}) == len(found.fields)
    assert all(field.choices for field in found.fields if field.kind == "choice")
    assert all(field.parts for field in found.fields if field.kind == "grouping")


@pytest.mark.parametrize(
    ("text", "version"),
    [("1.0", "1.0"), ("1.0.0", "1.0"), ("v1.0", "1.0"), (" 0.4.0 ", "0.4"), ("0.1.0", "0.1"), ("ORG-0.3", "org-0.3")],
)
def test_a_version_has_many_spellings(text: str, version: str) -> None:
    assert canonical_version(text) == version
    assert standard(text) is standard(text)
    assert standard(text).version == version


@pytest.mark.parametrize("text", ["", "2.0", "1", "0.3", "latest"])
def test_an_unknown_version_is_an_error(text: str) -> None:
    with pytest.raises(KeyError):
        canonical_version(text)


def test_a_standard_is_looked_up_by_key() -> None:
    current = standard()
    assert current["status"].choices == ("In ontwikkeling", "In gebruik", "Buiten gebruik")
    assert "status" in current
    assert "impact" not in current
    with pytest.raises(KeyError):
        current["impact"]
    assert [field.key for field in current.required] == [
        "name",
        "description_short",
        "organization",
        "status",
        "contact_email",
        "publication_category",
        "lang",
    ]
    assert list(current.sections) == ["Algemene informatie", "Verantwoord gebruik", "Werking", "Metadata", ""]


def test_working_fields_are_never_public_and_clash_with_no_field_of_1_0() -> None:
    assert not any(field.public for field in working_fields())
    assert not {field.key for field in working_fields()} & set(standard().keys)
    assert all(field.public for field in standard().fields)


def test_the_specs_of_1_0_disagree_on_a_name_and_agree_on_the_status() -> None:
    assert disagreements(standard()["name"]) == (
        "Lengte: software hoogstens 100, handboek hoogstens 99, JSON-schema hoogstens 99.",
    )
    assert disagreements(standard()["status"]) == ()
    assert disagreements(Field(key="x", title="X")) == ()


def test_the_specs_disagree_in_every_way_that_is_told() -> None:
    words = {sentence.split(":")[0] for field in standard().fields for sentence in disagreements(field)}
    assert words == {"Lengte", "Naam", "Verplicht", "Leeg veld", "Keuzes"}


@pytest.mark.parametrize("name", ["status", "category", "publication_category", "lang"])
def test_old_values_lead_to_values_that_exist(name: str) -> None:
    assert set(value_map(name).values()) <= set(standard()[name].choices)


@pytest.mark.corpus
@pytest.mark.parametrize("version", VERSIONS)
def test_the_facts_are_those_of_the_sources(version: str, corpus: Path) -> None:
    text = (corpus.parent / "standard-fields.yaml").read_text(encoding="utf-8")
    facts = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))["versions"][version]
    assert {fact["key"]: _facts(fact) for fact in facts["fields"]} == {
        field.key: _declared(field) for field in standard(version).fields
    }
    assert set(facts.get("aliases") or ()) == set(standard(version).aliases)
    assert facts["delivery_api_path"] == standard(version).api_path


def _facts(fact: dict[str, Any]) -> dict[str, Any]:
    handbook, schema = fact.get("handbook", {}), fact.get("json_schema", {})
    return {
        "title": fact["title_nl"],
        "required": fact["required"],
        "max_length": fact.get("max_length"),
        "choices": tuple(fact.get("permitted_values") or ([fact["const"]] if "const" in fact else ())),
        "weight": fact.get("completeness_weight") or 0,
        "show_always": bool(fact.get("show_always")),
        "handbook_title": handbook.get("title_nl"),
        "schema_key": schema.get("key"),
        "schema_required": schema.get("required"),
        "schema_max_length": schema.get("maxLength"),
        "parts": [(item["key"], item["required"], item.get("max_length")) for item in fact.get("items") or ()],
    }


def _declared(field: Field) -> dict[str, Any]:
    return {
        "title": field.title,
        "required": field.required,
        "max_length": field.max_length,
        "choices": field.choices,
        "weight": field.weight,
        "show_always": field.show_always,
        "handbook_title": field.handbook_title,
        "schema_key": field.schema_key,
        "schema_required": field.schema_required,
        "schema_max_length": field.schema_max_length,
        "parts": [(part.key, part.required, part.max_length) for part in field.parts],
    }
