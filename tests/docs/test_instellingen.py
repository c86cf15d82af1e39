"""The page about settings says what the workspace really takes, and what it does when a setting is left out."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from algreg_lib.workspace import Criterion, Settings, read_settings

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "instellingen.md").read_text(encoding="utf-8")

#: Lists of parts, described in a section of their own.
NESTED = {("priority", "criteria")}


def models() -> dict[str, type[BaseModel]]:
    found: dict[str, type[BaseModel]] = {"priority.criteria": Criterion}
    for name, field in Settings.model_fields.items():
        assert isinstance(field.annotation, type)
        found[name] = field.annotation
    return found


def rows(section: str) -> dict[str, tuple[str, str, str]]:
    """Meaning, default and example by setting, as the page has them."""
    heading = re.escape(section)
    match = re.search(rf"^#{{2,3}} {heading}\n(.*?)(?=^#|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert match is not None, f"geen kop voor {section}"
    lines = re.findall(r"^\| `(\w+)` \| (.+) \| (\S.*) \| `(.+)` \|$", match[1], re.MULTILINE)
    return {name: (meaning, default, example) for name, meaning, default, example in lines}


@pytest.mark.parametrize("section", models())
def test_every_setting_is_explained_and_no_other(section: str) -> None:
    names = {name for name in models()[section].model_fields if (section, name) not in NESTED}
    assert set(rows(section)) == names


@pytest.mark.parametrize("section", models())
def test_the_default_on_the_page_is_the_default_of_the_workbench(section: str) -> None:
    for name, (_, default, _) in rows(section).items():
        field = models()[section].model_fields[name]
        if field.is_required():
            assert default == "verplicht"
        else:
            assert _value(default.strip("`")) == field.get_default(call_default_factory=True), name


@pytest.mark.parametrize("section", models())
def test_every_example_is_taken_and_differs_from_the_default(section: str) -> None:
    model = models()[section]
    examples = {name: _value(example) for name, (_, _, example) in rows(section).items()}
    read = model.model_validate(examples).model_dump()
    for name, value in examples.items():
        assert read[name] == value
        assert value != model.model_fields[name].get_default(call_default_factory=True)


def test_the_three_criteria_that_hold_without_settings_are_named() -> None:
    for criterion in Settings().priority.criteria:
        weight = str(criterion.weight).replace(".", ",")
        assert f"`{criterion.key}` ({criterion.label}, gewicht {weight})" in " ".join(PAGE.split())


def test_the_limits_of_the_draws_are_the_real_ones() -> None:
    assert "100 tot 1.000.000" in PAGE
    assert Settings.model_validate({"priority": {"draws": 100}}).priority.draws == 100
    for too_far in (99, 1_000_001):
        with pytest.raises(ValidationError):
            Settings.model_validate({"priority": {"draws": too_far}})


def test_the_settings_of_the_example_workspace_are_read() -> None:
    assert read_settings(ROOT / "data" / "voorbeeld" / "algreg.toml").organisation.tooi_id == "gm9999"


def _value(text: str) -> Any:
    # A table inside a line is TOML, the rest is the same in both; JSON would refuse the bare keys.
    value = tomllib.loads(f"value = {text}")["value"]
    json.dumps(value)
    return value
