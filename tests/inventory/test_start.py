"""A new workspace: every default in sight, the organisation looked up, nothing overwritten."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from typer.testing import CliRunner

from algreg_lib.cli import app
from algreg_lib.errors import OutputError
from algreg_lib.inventory import new_template, read_inventory, start_workspace
from algreg_lib.workspace import Criterion, Settings, open_workspace


def test_a_new_workspace_has_settings_and_an_empty_inventory(tmp_path: Path) -> None:
    started = start_workspace(tmp_path / "werk", organisation_name="gemeente  utrecht")
    assert [path.name for path in started.written] == ["algreg.toml", "inventaris.xlsx"]
    assert started.advice == ()
    organisation = open_workspace(tmp_path / "werk").settings.organisation
    assert (organisation.name, organisation.tooi_id) == ("Gemeente Utrecht", "gm0344")
    assert len(read_inventory(started.workspace.inventory)) == 0


def test_the_settings_are_the_defaults(tmp_path: Path) -> None:
    settings = start_workspace(tmp_path, organisation_name="Gemeente Lindervoort").workspace.settings
    defaults = Settings()
    assert settings == defaults.model_copy(
        update={"organisation": defaults.organisation.model_copy(update={"name": "Gemeente Lindervoort"})}
    )


def _settings(model: type[BaseModel]) -> dict[str, Any]:
    return {
        name: _settings(field.annotation)
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
        else None
        for name, field in model.model_fields.items()
    }


def test_every_setting_stands_in_the_file() -> None:
    shown = tomllib.loads(files("algreg_lib.inventory").joinpath("werkmap.toml").read_text(encoding="utf-8"))
    for section, names in _settings(Settings).items():
        assert set(shown[section]) == set(names), section
    assert {frozenset(criterion) for criterion in shown["priority"]["criteria"]} == {frozenset(Criterion.model_fields)}


def test_a_name_that_is_nearly_right_gets_a_proposal(tmp_path: Path) -> None:
    started = start_workspace(tmp_path, organisation_name="utrecht")
    assert started.workspace.settings.organisation.tooi_id == ""
    assert "Gemeente Utrecht (gm0344)" in started.advice[0]
    assert "Provincie Utrecht (pv26)" in started.advice[0]


def test_a_municipality_that_ended_is_told_with_its_successor(tmp_path: Path) -> None:
    [advice] = start_workspace(tmp_path, organisation_name="gemeente Weesp").advice
    assert "sinds 2022 niet meer" in advice
    assert "Gemeente Amsterdam (gm0363)" in advice


@pytest.mark.parametrize("name", ['Stichting "Zo" \\ #1', "a = b", "'"])
def test_a_name_with_odd_signs_is_kept(name: str, tmp_path: Path) -> None:
    assert start_workspace(tmp_path, organisation_name=name).workspace.settings.organisation.name == name


@pytest.mark.parametrize("there", ["algreg.toml", "inventaris.xlsx"])
def test_nothing_is_overwritten(there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text("van mij", encoding="utf-8")
    with pytest.raises(OutputError, match="bestaat al"):
        start_workspace(tmp_path, organisation_name="gemeente Utrecht")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [(there, "van mij")]


def test_the_command_names_what_it_made(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["init", str(tmp_path / "werk"), "--organisation", "gemeente Utrecht"])
    assert (done.exit_code, done.output.splitlines()) == (
        0,
        [str(tmp_path / "werk" / "algreg.toml"), str(tmp_path / "werk" / "inventaris.xlsx")],
    )


def test_the_template_command_takes_every_spelling_of_a_version(tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.xlsx"
    done = CliRunner().invoke(app, ["template", "-o", str(path), "--standard", "0.4.0"])
    assert (done.exit_code, done.output.strip()) == (0, str(path))
    assert read_inventory(path).standard == "0.4"


def test_the_template_command_does_not_overwrite_what_people_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "inventaris.xlsx"
    path.write_text("van mij", encoding="utf-8")
    with pytest.raises(OutputError, match="bestaat al"):
        new_template(path, version="1.0")
    assert path.read_text(encoding="utf-8") == "van mij"


def test_the_template_command_names_the_versions_there_are(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["template", "-o", str(tmp_path / "x.xlsx"), "--standard", "0.5"])
    assert done.exit_code == 2
    assert "org-0.3.1" in done.output
    assert list(tmp_path.iterdir()) == []
