"""Inventories and decisions to publish from, built in code."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from algreg_lib.inventory import INTERVIEW_COLUMNS, Inventory
from algreg_lib.privacy import Redaction
from algreg_lib.publication import Copy, publication_copy
from algreg_lib.workspace import Settings, Workspace

#: All that the delivery API makes mandatory.
COMPLETE = {
    "name": "Drukte voorspellen",
    "description_short": "Voorspelt hoe druk het wordt op het afvalbrengstation.",
    "organization": "Gemeente Lindervoort",
    "status": "In gebruik",
    "contact_email": "algoritmes@lindervoort.example",
    "publication_category": "Overige algoritmes",
    "lang": "nld",
    "standard_version": "1.0",
}


def build_redaction(registrations: pd.DataFrame, **tables: pd.DataFrame) -> Redaction:
    """What the privacy room hands over, with nothing decided but what is said."""
    empty = {
        "open": pd.DataFrame(columns=["registration_id", "field"], dtype="str"),
        "withheld": pd.DataFrame(columns=["registration_id", "field", "decision"], dtype="str"),
        "masked": pd.DataFrame(columns=["registration_id", "field", "kind", "text"], dtype="str"),
        "kept": pd.DataFrame(columns=["registration_id", "field", "text"], dtype="str"),
    }
    return Redaction(registrations, **(empty | tables))


def build_inventory(*rows: dict[str, str], interviews: tuple[dict[str, str], ...] = ()) -> Inventory:
    table = pd.DataFrame(
        [COMPLETE | row for row in rows], index=[f"reg-{n}" for n in range(1, len(rows) + 1)], dtype="str"
    )
    table = table.rename_axis("registration_id")
    table = table.where(table.notna() & table.ne(""))
    people = pd.DataFrame(list(interviews), columns=list(INTERVIEW_COLUMNS), dtype="str")
    return Inventory(registrations=table, interviews=people)


def build_settings(**release: object) -> Settings:
    organisation = {"name": "Gemeente Lindervoort", "tooi_id": "gm9999", "contact": "algoritmes@lindervoort.example"}
    return Settings.model_validate({"organisation": organisation, "release": release})


@pytest.fixture
def inventory() -> Callable[..., Inventory]:
    """Makes an inventory: registrations `reg-1`, `reg-2`, …, complete but for what is said of them."""
    return build_inventory


@pytest.fixture
def settings() -> Callable[..., Settings]:
    """Makes settings with these release rules."""
    return build_settings


@pytest.fixture
def decided() -> Callable[..., Redaction]:
    """Makes privacy decisions: the registrations after them, and `open`, `withheld`, `masked` and `kept`."""
    return build_redaction


@pytest.fixture
def copy_of() -> Callable[..., Copy]:
    """The publication copy of registrations, with release rules as keywords."""

    def make(*rows: dict[str, str], privacy: Redaction | None = None, interviews=(), **release: object) -> Copy:
        built = build_inventory(*rows, interviews=interviews)
        return publication_copy(
            built,
            settings=build_settings(**release),
            completeness=pd.DataFrame(index=built.registrations.index),
            privacy=privacy,
        )

    return make


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace in an empty folder."""
    return Workspace(tmp_path, build_settings())
