"""The examples in a run and on the screen: found once, by the files in the settings."""

from datetime import UTC, datetime

import pytest

from algreg_lib.inventory import write_inventory
from algreg_lib.reports import Outcome, computed, inputs
from algreg_lib.widgets.prioritise import head_starts_in
from algreg_lib.workspace import open_workspace
from tests.priority.inventories import inventory_of
from tests.register.test_head_starts import PUBLISHED, export

TOLD = {"a": "voorbeeld bij Gemeente Elders: Scanauto, nummer 12345678 (dezelfde naam)"}


@pytest.fixture
def outcome(tmp_path) -> Outcome:
    rows = {"a": {"name": "Scanauto"}, "b": {"name": "Chatbot"}}
    write_inventory(inventory_of(rows), tmp_path / "inventaris.xlsx")
    export(tmp_path / "register.json", PUBLISHED)
    (tmp_path / "algreg.toml").write_text('[files]\nregisters = ["register.json"]\n', encoding="utf-8")
    return computed(open_workspace(tmp_path), moment=datetime(2026, 11, 21, tzinfo=UTC))


def test_a_run_measures_ease_with_the_examples_and_the_screen_takes_them_from_it(outcome, tmp_path):
    ranking = outcome.results.ranking

    assert head_starts_in(ranking) == TOLD
    assert head_starts_in(ranking.drop(columns="head_start")) == {}
    assert ranking.loc["a", "low_ease"] > ranking.loc["b", "low_ease"]
    assert "voorbeeld bij Gemeente Elders" in ranking.loc["a", "signals_ease"]


def test_another_register_makes_a_run_out_of_date(outcome, tmp_path):
    workspace = open_workspace(tmp_path)
    before = inputs(workspace)
    export(tmp_path / "register.json", PUBLISHED | {"name": "Chatbot"})

    assert "register.json" in before
    assert inputs(workspace) != before
