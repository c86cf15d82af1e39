"""A small workspace whose every text is known, with one attack in it."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from algreg_lib.inventory import Inventory, write_inventory
from algreg_lib.reports import computed, stored
from algreg_lib.widgets.session import Material
from algreg_lib.workspace import open_workspace

ATTACK = "<img src=x onerror=alert(1)>"
ROWS = {
    "a1": {"name": "Parkeren", "status": "In gebruik", "department": "Straat", "owner": "Noor", "score_impact": "5"},
    "a2": {"name": ATTACK, "status": "In gebruik", "department": ATTACK, "owner": ATTACK, "score_impact": "3"},
    "a3": {"name": "Bomen", "status": "pilot", "goal": "Bel mw. Hiske Rintjema of dhr. Kees Brandwijk.\nOf niet."},
}


@pytest.fixture(autouse=True)
def _answer_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen waits for a rest only where a loop runs, and browser tests in the same process leave one running."""

    def none_runs() -> None:
        raise RuntimeError("no running event loop")

    monkeypatch.setattr(asyncio, "get_running_loop", none_runs)


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """The workspace as it starts; computing what is in it takes seconds, so it is done once."""
    folder = tmp_path_factory.mktemp("werkmap")
    table = pd.DataFrame.from_dict(ROWS, orient="index", dtype="str").rename_axis("registration_id")
    write_inventory(Inventory(registrations=table), folder / "inventaris.xlsx")
    (folder / "algreg.toml").write_text("[priority]\ntop = 1\n", encoding="utf-8")
    workspace = open_workspace(folder)
    outcome = computed(workspace, moment=datetime(2026, 11, 21, tzinfo=UTC))
    stored(outcome.results, folder / "tabellen")
    return Material(workspace=workspace, inventory=outcome.inventory, found=outcome.results)


@pytest.fixture
def found(_made: Material) -> Iterator[Material]:
    """What the screens start from; what a test wrote is gone after it."""
    folder = _made.workspace.folder
    settings = (folder / "algreg.toml").read_bytes()
    yield _made
    (folder / "algreg.toml").write_bytes(settings)
    for name in ("besluiten.xlsx", "ai-verordening.json"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "intern", ignore_errors=True)


@pytest.fixture
def folder(found: Material) -> Path:
    return found.workspace.folder
