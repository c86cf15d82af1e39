"""The examples for a workspace: from the files that its settings or the command name."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from algreg_lib.errors import InputError
from algreg_lib.inventory import Inventory
from algreg_lib.register.comparing import siblings
from algreg_lib.register.reference import read_reference, without_own
from algreg_lib.workspace import Workspace


def head_starts(
    inventory: Inventory, workspace: Workspace, *, files: Sequence[Path] | None = None
) -> Mapping[str, str]:
    """Where an example is for each registration that has one, in Dutch, by registration id.

    `files` are exports of the register and templates; without them those of algreg.toml. Empty without any file.
    Raises InputError when a file cannot be read, or when nothing in them is of another body.
    """
    files = files or workspace.registers
    if not files:
        return {}
    organisation = workspace.settings.organisation.name
    reference = without_own(read_reference(files), inventory, organisation=organisation)
    if reference.examples.empty:
        raise InputError(
            files[0],
            "hierin staan alleen algoritmes van uw eigen organisatie, dus geen voorbeelden van anderen.",
            advice="Haal op algoritmes.overheid.nl een export van alle algoritmes op.",
        )
    found = siblings(inventory, reference, organisation=organisation)
    return {str(row["registration_id"]): sentence(row) for row in found.to_dict("records")}


def sentence(sibling: Mapping[object, object]) -> str:
    """Where the example is and why it is one; `sibling` is a row of `siblings`."""
    if not sibling["organization"]:
        return f"sjabloon van {sibling['provider']}: {sibling['name']} ({sibling['why']})"
    number = f", nummer {sibling['number']}" if sibling["number"] else ""
    return f"voorbeeld bij {sibling['organization']}: {sibling['name']}{number} ({sibling['why']})"
