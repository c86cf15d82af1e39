"""The migration beside the mapping that was worked out from the register's code: nothing skipped, nothing astray."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from algreg_lib.inventory import read_inventory
from algreg_lib.standard import CURRENT, VERSIONS, Migrated, migrated, migration_steps, standard, value_map

pytestmark = pytest.mark.corpus

OLDER = [version for version in VERSIONS if version != CURRENT]
_ASKED = "ask"  #: in the mapping: a person has to choose


@pytest.fixture(scope="module")
def mapping(corpus: Path) -> dict[str, Any]:
    return yaml.safe_load((corpus.parent / "version-mapping.yaml").read_text(encoding="utf-8"))


def _fields(mapping: dict[str, Any], version: str) -> list[dict[str, Any]]:
    return mapping["to_1_0"][version]["fields"]


def _target(field: dict[str, Any]) -> str:
    return (field["to"] or "").partition("[]")[0]


def _alone(version: str, key: str, text: str) -> Migrated:
    index = pd.Index(["LV-1"], name="registration_id")
    return migrated(pd.DataFrame({key: [text]}, index=index, dtype="str"), version)


def _filled(result: Migrated) -> dict[str, str]:
    return result.registrations.loc["LV-1"].dropna().drop("standard_version", errors="ignore").to_dict()


def test_every_older_version_has_its_mapping(mapping: dict[str, Any]) -> None:
    assert set(mapping["to_1_0"]) == set(OLDER)


@pytest.mark.parametrize("version", OLDER)
def test_every_mapping_is_a_step_of_the_same_kind_to_the_same_field(version: str, mapping: dict[str, Any]) -> None:
    steps = {step["from"]: (step["kind"], step.get("to", "")) for step in migration_steps(version)}
    wanted = {f["from"]: (f["kind"], _target(f)) for f in _fields(mapping, version)}
    same = {key for key, (kind, _) in wanted.items() if kind == "same"}
    assert all(key in standard() and wanted[key][1] == key for key in same)
    assert {key: step for key, step in steps.items() if key not in same} == {
        key: step for key, step in wanted.items() if key not in same
    }
    assert set(wanted) == set(standard(version).keys)


_TEXT = "Dit is een wat langere oude tekst. Hij heeft twee zinnen, staat in geen enkele lijst en legt dus iets uit."


@pytest.mark.parametrize("version", OLDER)
def test_a_text_alone_in_a_field_ends_where_the_mapping_says(version: str, mapping: dict[str, Any]) -> None:
    """What is kept in a column of its own is told in a note when a person has to place it."""
    for field in _fields(mapping, version):
        key, kind, to = field["from"], field["kind"], _target(field)
        if to == "standard_version":
            continue
        result = _alone(version, key, _TEXT)
        [(place, text)] = _filled(result).items()
        assert text == _TEXT
        kept = f"{key} ({version})" if key in standard() else key
        if kind in {"manual", "drop"}:
            assert place == kept, key
            assert kind == "drop" or result.notes["field"].tolist() == [to], key
        elif kind == "merge" and to.endswith("_grouping"):
            assert place in {to, "impacttoetsen", kept}, key
            assert place != kept or result.notes["field"].tolist() == [to], key
        else:
            assert place == to, key


@pytest.mark.parametrize("version", OLDER)
def test_what_is_new_in_1_0_is_not_invented(version: str, mapping: dict[str, Any]) -> None:
    """Only an explanation that stood in another field may come into the explanation of impact assessments."""
    texts = {f["from"]: [_TEXT] for f in _fields(mapping, version)}
    result = migrated(pd.DataFrame(texts, index=pd.Index(["LV-1"], name="registration_id"), dtype="str"), version)
    new = mapping["to_1_0"][version]["new_in_1_0_without_source"]
    assert set(new) <= set(standard().keys)
    assert {key: text for key, text in _filled(result).items() if key in new} in ({}, {"impacttoetsen": _TEXT})


def test_every_value_of_the_mapping_gets_its_value_of_1_0(mapping: dict[str, Any]) -> None:
    maps = mapping["value_maps"]
    themes = maps["category_values"]["from_0_4"] | maps["category_values"]["org_domain"]
    statuses = {old: new for old, new in maps["status_values"]["map"].items() if "and begin_date" not in new}
    cases = [
        *(("0.4", "category", old, new) for old, new in maps["category_values"]["from_0_4"].items()),
        *(("org-0.3.1", "domain", old, new) for old, new in maps["category_values"]["org_domain"].items()),
        *(("0.1", "status", old, None if _ASKED in new else new) for old, new in statuses.items()),
        *(("0.1", "status", old, new) for old, new in maps["status_values"]["dump_codes"].items()),
        *(("0.1", "lang", old, new) for old, new in maps["lang_values"].items()),
    ]
    assert len(themes) > 30
    for version, key, old, new in cases:
        result = _alone(version, key, old)
        to = "category" if key == "domain" else key
        assert _filled(result)[to] == (new or old), (key, old)
        assert (result.notes["rule"].tolist() == []) == (new is not None), (key, old)
    titles = maps["impact_assessment_title_typos"]
    assert {old: value_map("impact_assessment")[old.casefold()] for old in titles} == titles


@pytest.mark.parametrize("labels", ["json_schema_keys", "excel_2022_labels"])
def test_every_other_label_is_recognised(labels: str, mapping: dict[str, Any], tmp_path: Path) -> None:
    """Keys of the JSON Schema and titles of the spreadsheets of 2022, each with its own text in the cell below it."""
    wanted = mapping[labels]["map"]
    version = CURRENT if labels == "json_schema_keys" else "0.1"
    path = tmp_path / "lijst.csv"
    path.write_text("\n".join([";".join(wanted), ";".join(f"x{n}" for n in range(len(wanted)))]), encoding="utf-8")
    inventory = read_inventory(path)
    [source] = inventory.origin.sources
    assert source.version == version
    letters = {line: key for key, lines in source.lines.items() for line in lines}
    steps = {step["from"]: step.get("to", step["from"]) for step in migration_steps(source.version)}
    for position, key in enumerate(wanted.values(), start=1):
        field = key.partition("[]")[0]
        assert letters[position] in {field, steps.get(field, field)}, key


@pytest.mark.parametrize("version", OLDER)
def test_the_texts_of_real_registrations_survive_every_migration(version: str, corpus: Path) -> None:
    """As if each had been written in that version: whatever people wrote can be found afterwards."""
    records = json.loads((corpus / "full-fields" / "pub_data_2023-06-19.json").read_text(encoding="utf-8"))
    frame = pd.DataFrame(records).astype("object")
    frame = frame.where(frame.notna() & (frame != "")).dropna(axis="columns", how="all").astype("str")
    frame = frame.set_axis([f"LV-{row}" for row in range(len(frame))]).rename_axis("registration_id")
    result = migrated(frame, version)
    changed = result.changes.groupby("registration_id")["old"].agg(set).to_dict()
    missing = [
        (row, key, text)
        for row, cells in frame.iterrows()
        for key, text in cells.dropna().items()
        if not any(_plain(text) in _plain(found) for found in result.registrations.loc[row].dropna())
        and text not in changed.get(row, ())
    ]
    assert missing == []


def _plain(text: str) -> str:
    return " ".join(text.split())
