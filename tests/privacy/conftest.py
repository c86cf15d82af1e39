"""What the tests of the privacy room share."""

from collections.abc import Callable

import pandas as pd
import pytest

from algreg_lib.inventory import Inventory
from algreg_lib.privacy import default_lists, hits, privacy_findings


@pytest.fixture
def found() -> Callable[[str], list[tuple[str, str]]]:
    """What is proposed in a text: (kind, stretch) by place."""

    def proposals(text: str) -> list[tuple[str, str]]:
        return [(hit.kind, text[hit.start : hit.end]) for hit in hits(text, default_lists())]

    return proposals


@pytest.fixture
def inventory() -> Callable[..., Inventory]:
    """Builds an inventory from rows of fields; the ids are a, b, c, …"""

    def build(*rows: dict[str, str]) -> Inventory:
        ids = pd.Index([chr(ord("a") + number) for number in range(len(rows))], name="registration_id")
        return Inventory(registrations=pd.DataFrame(list(rows), index=ids, dtype="str"))

    return build


@pytest.fixture
def findings_of() -> Callable[[Inventory], pd.DataFrame]:
    """The privacy findings with the lists of the package."""
    return lambda inventory: privacy_findings(inventory, lists=default_lists())
