"""What a user starts with: a workspace with every default in sight and an empty inventory, or only the template."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import tomlkit

from algreg_lib.errors import OutputError
from algreg_lib.files import replacing
from algreg_lib.inventory.template import write_template
from algreg_lib.standard import Organisation, display_name, near_organisations, organisation, successors
from algreg_lib.workspace import FILE_NAME, Workspace, open_workspace


@dataclass(frozen=True, kw_only=True)
class Started:
    """A workspace that was just made. `advice` are Dutch sentences about the name of the organisation; often none."""

    workspace: Workspace
    advice: tuple[str, ...]

    @property
    def written(self) -> tuple[Path, ...]:
        """The files that were made."""
        return self.workspace.folder / FILE_NAME, self.workspace.inventory


def start_workspace(folder: Path, *, organisation_name: str) -> Started:
    """Makes the folder with algreg.toml and an empty inventaris.xlsx; the TOOI id is filled in when the name is known.

    Raises OutputError when one of the files is there already, and then writes nothing.
    """
    settings = files("algreg_lib.inventory").joinpath("werkmap.toml").read_text(encoding="utf-8")
    inventory = str(tomlkit.parse(settings)["files"]["inventory"])
    for name in (FILE_NAME, inventory):
        _refuse(folder / name, advice="Kies een andere map, of werk verder in de werkmap die er al is.")
    name = " ".join(organisation_name.split())
    known = organisation(name)
    with replacing(folder / FILE_NAME) as beside:
        beside.write_text(_filled_in(settings, name, known), encoding="utf-8", newline="\n")
    workspace = open_workspace(folder)
    write_template(workspace.inventory, organisation=workspace.settings.organisation.name)
    return Started(workspace=workspace, advice=_advice(name, known))


def new_template(path: Path, *, version: str) -> None:
    """Writes an empty template where no file is yet: it might be one that people filled in. Raises OutputError."""
    _refuse(path, advice="Kies een andere naam met -o, of verwijder het bestand eerst zelf.")
    write_template(path, version=version)


def _refuse(path: Path, *, advice: str) -> None:
    if path.exists():
        raise OutputError(path, "bestaat al; er is niets overschreven.", advice=advice)


def _filled_in(settings: str, name: str, known: Organisation | None) -> str:
    document = tomlkit.parse(settings)
    section = document["organisation"]
    section["name"] = name if known is None else display_name(known)
    section["tooi_id"] = "" if known is None else known.id
    return tomlkit.dumps(document)


def _advice(name: str, known: Organisation | None) -> tuple[str, ...]:
    if known is not None and known.ended:
        since = f"sinds {known.ended} " if known.ended.isdigit() else ""
        heirs = " en ".join(f"{display_name(body)} ({body.id})" for body in successors(known))
        now = f" Nu is het: {heirs}." if heirs else ""
        return (f"{display_name(known)} bestaat {since}niet meer.{now} Controleer name en tooi_id in {FILE_NAME}.",)
    if known is not None:
        return ()
    near = ", ".join(f"{display_name(body)} ({body.id})" for body in near_organisations(name))
    question = f" Bedoelt u: {near}?" if near else ""
    todo = f"Vul zo nodig name en tooi_id in {FILE_NAME} aan."
    return (f"'{name}' staat niet in de lijst van overheidsorganisaties.{question} {todo}",)
