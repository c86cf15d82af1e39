"""From files to the sentence in the ranking: what counts as an example, and what is said when there is none."""

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from typer.testing import CliRunner

from algreg_lib.errors import InputError
from algreg_lib.inventory import Inventory, read_inventory, write_inventory
from algreg_lib.register import head_starts, read_reference, siblings, without_own
from algreg_lib.workspace import Workspace, open_workspace
from tests.priority.inventories import inventory_of

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "reference" / "corpus"
OURS = {"a": {"name": "Scanauto", "organization": "Gemeente Hier"}}
PUBLISHED = {
    "lars": "12345678",
    "name": "Scanauto",
    "organization": "Gemeente Elders",
    "goal": "Parkeren controleren.",
    "status": "In gebruik",
}
TEMPLATE = {"id": "maker-scanauto", "name": "Scanauto", "organization": None, "provider": "Maker B.V.", "goal": "Doel"}


def workspace_of(folder: Path, settings: str = "") -> Workspace:
    (folder / "algreg.toml").write_text(settings, encoding="utf-8")
    return open_workspace(folder)


def export(path: Path, *records: dict[str, object]) -> Path:
    path.write_text(json.dumps(list(records)), encoding="utf-8")
    return path


def test_an_example_is_told_with_the_body_and_the_number_to_find_it(tmp_path):
    register = export(tmp_path / "register.json", PUBLISHED)

    assert head_starts(inventory_of(OURS), workspace_of(tmp_path), files=[register]) == {
        "a": "voorbeeld bij Gemeente Elders: Scanauto, nummer 12345678 (dezelfde naam)"
    }


def test_a_registration_without_a_body_is_the_template_of_its_supplier(tmp_path):
    template = export(tmp_path / "sjabloon.json", TEMPLATE)

    assert head_starts(inventory_of(OURS), workspace_of(tmp_path), files=[template]) == {
        "a": "sjabloon van Maker B.V.: Scanauto (dezelfde naam)"
    }


def test_the_files_of_the_settings_are_used_when_none_are_named(tmp_path):
    export(tmp_path / "register.json", PUBLISHED)
    workspace = workspace_of(tmp_path, '[files]\nregisters = ["register.json"]\n')

    assert list(head_starts(inventory_of(OURS), workspace)) == ["a"]
    assert list(head_starts(inventory_of(OURS), workspace, files=[])) == ["a"]


def test_without_a_register_there_is_no_example_and_nothing_heavy_is_loaded(tmp_path):
    assert head_starts(inventory_of(OURS), workspace_of(tmp_path)) == {}
    code = "import sys, algreg_lib.register, algreg_lib.priority; print('sklearn' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_more_files_are_searched_together(tmp_path):
    files = [export(tmp_path / "register.json", PUBLISHED), export(tmp_path / "sjabloon.json", TEMPLATE)]

    assert len(read_reference(files).examples) == 2


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        ({}, True),
        ({"lang": "nld"}, True),
        ({"lang": "Nederlands"}, True),
        ({"lang": "eng"}, False),
        ({"organization": None}, False),
        ({"organization": None, "provider": "Maker"}, True),
        ({"name": ""}, False),
    ],
)
def test_an_example_is_in_dutch_and_has_a_name_and_a_body_or_a_supplier(tmp_path, record, kept):
    file = export(tmp_path / "register.json", PUBLISHED | {"lars": "87654321"}, PUBLISHED | record)

    assert len(read_reference([file]).examples) == 1 + kept


def test_a_file_without_examples_says_where_to_get_one(tmp_path):
    file = export(tmp_path / "lijst.json", PUBLISHED | {"organization": None})

    with pytest.raises(InputError, match=r"lijst\.json: hierin staat geen algoritme .* algoritmes\.overheid\.nl"):
        read_reference([file])


def test_a_register_of_only_the_body_itself_says_so(tmp_path):
    file = export(tmp_path / "register.json", PUBLISHED | {"name": "Oud model", "organization": "gemeente Hier"})

    with pytest.raises(InputError, match="alleen algoritmes van uw eigen organisatie"):
        head_starts(inventory_of(OURS), workspace_of(tmp_path), files=[file])


def test_the_own_list_of_more_bodies_is_no_register(tmp_path):
    rows = OURS | {"b": {"name": "Chatbot", "organization": "Gemeente Daar"}}
    write_inventory(inventory_of(rows), tmp_path / "inventaris.xlsx")

    with pytest.raises(InputError, match="alleen algoritmes van uw eigen organisatie"):
        head_starts(inventory_of(rows), workspace_of(tmp_path), files=[tmp_path / "inventaris.xlsx"])


@pytest.mark.parametrize(
    ("name", "content"),
    [("leeg.csv", ""), ("kop.csv", "name,organization,goal\n"), ("kas.csv", "datum,bedrag\n1,2\n"), ("l.json", "[]")],
)
def test_a_file_that_is_no_register_stops_with_its_name_and_what_to_do(tmp_path, name, content):
    (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(InputError, match=name):
        read_reference([tmp_path / name])


def test_the_command_puts_the_example_in_both_files(tmp_path):
    from algreg_lib.cli import app

    rows = OURS | {"b": {"name": "Chatbot", "organization": "Gemeente Hier"}}
    write_inventory(inventory_of(rows), tmp_path / "inventaris.xlsx")
    workspace_of(tmp_path, "[priority]\ndraws = 100\n")
    hostile = export(tmp_path / "register.json", PUBLISHED | {"organization": '=HYPERLINK("http://x")'})
    arguments = ["rank", "-w", str(tmp_path), "-o", str(tmp_path), "--register", str(hostile)]

    done = CliRunner().invoke(app, arguments)

    assert done.exit_code == 0, done.output
    assert "Voor 1 is er een voorbeeld om mee te beginnen" in done.output
    told = 'voorbeeld bij =HYPERLINK("http://x"): Scanauto, nummer 12345678 (dezelfde naam)'
    assert told in pd.read_csv(tmp_path / "rangorde.csv")["head_start"].tolist()
    sheet = openpyxl.load_workbook(tmp_path / "rangorde.xlsx")["Rangorde"]
    assert told in [cell.value for row in sheet for cell in row if cell.data_type == "s"]


@pytest.mark.corpus
@pytest.mark.parametrize(
    "name",
    [
        "portal-export/derived-portal-export-mixed-versions.csv",
        "portal-export/derived-portal-export-mixed-versions.xlsx",
        "api-shape/site-data-sample-2024-11-19.json",
        "vendor-templates-1.0/Centric.json",
        "spreadsheets/Masterlijst_2022-12-20.xlsx",
    ],
)
def test_every_real_shape_is_read(name):
    if not CORPUS.is_dir():
        pytest.skip("the real texts are not beside this checkout")
    examples = read_reference([CORPUS / name]).examples

    assert examples["number"].str.fullmatch(r"|[0-9]{8}").all()
    assert examples["name"].ne("").all()
    assert examples["organization"].eq("").all() == ("templates" in name)


@pytest.mark.corpus
def test_who_has_a_namesake_in_the_real_register_gets_an_example():
    """How often the example is right was read by hand; docs/rangorde.md has the figures."""
    path = CORPUS / "national-register-2026-08-08.json"
    if not path.is_file():
        pytest.skip("the real texts are not beside this checkout")
    frame = read_inventory(path).registrations
    inventory = Inventory(registrations=frame[frame["organization"] == "Gemeente Landsmeer"])
    reference = without_own(read_reference([path]), inventory)
    names = set(reference.examples["name"].str.casefold())
    namesakes = inventory.registrations.index[inventory.registrations["name"].str.casefold().isin(names)]
    found = siblings(inventory, reference)

    assert len(namesakes) > 0
    assert set(namesakes) <= set(found["registration_id"])
    assert (found["organization"] != "Gemeente Landsmeer").all()
