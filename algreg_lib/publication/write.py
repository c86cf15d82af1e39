"""Writing the copy: made beside, inspected, and put in place as a whole (docs/decisions: publicatie-als-geheel)."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

import pandas as pd

from algreg_lib.errors import AlgregError, OutputError
from algreg_lib.files import locked, output_error, replacing, sha256
from algreg_lib.findings import findings_table
from algreg_lib.publication.accounts_workbook import write_accounts
from algreg_lib.publication.approval import TO_AGREE_NAME, TO_APPROVE_NAME, write_to_read
from algreg_lib.publication.copy import Copy
from algreg_lib.publication.exchange import put_in_place, removed
from algreg_lib.publication.inspection import FORBIDDEN, SUFFIXES, inspect_file, search_file
from algreg_lib.publication.proof import prove
from algreg_lib.publication.shapes import api_json, portal_csv
from algreg_lib.publication.workbook import write_public_workbook
from algreg_lib.workbooks import Sheet, write_workbook
from algreg_lib.workspace import FILE_NAME, Settings, Workspace

ACCOUNTS_NAME: Final = "verantwoording.xlsx"
#: What the inspection found in a copy that was therefore not put in place.
STOPPED_NAME: Final = "tegengehouden.xlsx"
_INTERNAL_NAMES: Final = (ACCOUNTS_NAME, TO_APPROVE_NAME, TO_AGREE_NAME)
_OUR_FILES: Final = re.compile(r"algoritmeregister(-[a-z0-9-]+)?\.(xlsx|csv|json)")
#: For whoever finds no public folder, and has no workbench at hand: in the folder beside, and where it stood.
_NOTE: Final = """Dit bestand is van algreg. Het staat er alleen terwijl de publicatiekopie wordt vervangen.

Staat de map {name} er niet? Dan is de computer of algreg precies op dat moment gestopt. Er is niets kwijt.
Start algreg opnieuw in deze werkmap, dan komt alles vanzelf goed.

Kan dat niet? In de map {making} (soms verborgen) staat de map 'nieuw'.
Verplaats die naar de plek waar {name} hoort en noem haar {name}. Daarna mag dit bestand weg.
"""
#: How long a run waits for another one.
_WAIT_SECONDS: Final = 30.0
#: What a spreadsheet program leaves beside a workbook that is open in it (Excel, LibreOffice).
_OPEN_ELSEWHERE: Final = ("~$*", ".~lock.*#")


class LeakError(AlgregError):
    """The files that were made hold something that may not go out; `findings` says what. Nothing was replaced."""

    exit_code: ClassVar[int] = 1

    def __init__(self, findings: pd.DataFrame) -> None:
        told = " ".join(dict.fromkeys(findings["file"] + ": " + findings["message"]))
        super().__init__(
            f"De publicatiekopie is niet neergezet: er zit iets in wat niet naar buiten mag. {told}",
            advice=f"Welke teksten dat zijn, staat in {STOPPED_NAME} in de interne map. Haal ze weg bij de bron en "
            "probeer het opnieuw. De vorige kopie staat er nog.",
        )
        self.findings = findings


class _Beside:
    """The folder beside `publicatie` in which a copy is made, and what stands where in it."""

    def __init__(self, workspace: Workspace) -> None:
        self.folder = workspace.making
        self.copy = self.folder / "nieuw"
        self.aside = self.folder / "oud"
        self.internal = self.folder / "intern"
        self.note = self.folder / "LEESMIJ.txt"
        #: The same text where people look, for as long as the public folder may be absent.
        self.sign = workspace.publication.with_name(f"{workspace.publication.name} - LEESMIJ.txt")
        #: Written when all is made and inspected: the hashes of the new copy.
        self.ready = self.folder / "klaar.json"


def write_copy(copy: Copy, workspace: Workspace, *, wait_seconds: float = _WAIT_SECONDS) -> list[Path]:
    """Writes the three files of the copy and the internal account; gives their paths.

    Beside the account comes what a second person has to read, when there is something.

    What stood in `publicatie` is replaced as a whole, after the new files were inspected; files that others put there
    stay. Raises LeakError when the inspection finds something critical, BusyError when another run is still busy after
    `wait_seconds`, OutputError when something cannot be written. In all these cases the old copy still stands.
    """
    _apart(workspace)
    with locked(workspace.internal, wait_seconds=wait_seconds):
        _recover(workspace)
        _not_open_elsewhere(workspace)
        beside = _Beside(workspace)
        with _writing(workspace.publication):
            try:
                names = _make(copy, workspace, beside)
                put_in_place(beside.copy, workspace.publication, aside=beside.aside, note=beside.note, sign=beside.sign)
            except BaseException:
                # Where the move itself went wrong, the next start needs what is there.
                if workspace.publication.exists() or not (beside.ready.exists() or beside.aside.exists()):
                    removed(beside.sign)
                    shutil.rmtree(beside.folder, ignore_errors=True)
                raise
            _finish(workspace, beside)
    internal = [workspace.internal / name for name in _INTERNAL_NAMES]
    return [*(workspace.publication / name for name in names), *(path for path in internal if path.exists())]


def recover(workspace: Workspace) -> bool:
    """Finishes what a killed run left behind, so that `publicatie` holds a whole copy; whether it was not there."""
    absent = not workspace.publication.exists()
    if _Beside(workspace).folder.exists():
        with locked(workspace.internal, wait_seconds=_WAIT_SECONDS), _writing(workspace.publication):
            _recover(workspace)
    return absent and workspace.publication.exists()


def workspace_around(path: Path) -> Path | None:
    """The folder of the workspace in which `path` may be: the nearest with settings, else with a copy left aside."""
    folders = list(path.absolute().parents)
    settled = (folder for folder in folders if (folder / FILE_NAME).exists())
    return next(settled, None) or next((f for f in folders if Workspace(f, Settings()).making.exists()), None)


def _recover(workspace: Workspace) -> None:
    beside = _Beside(workspace)
    if not beside.folder.exists():
        return
    with _writing(workspace.publication):
        whole = beside.copy if beside.ready.exists() and beside.copy.exists() else beside.aside
        if not workspace.publication.exists() and whole.exists():
            whole.rename(workspace.publication)
        if _is_in_place(workspace.publication, beside.ready):
            _finish(workspace, beside)
        else:
            _clear(beside)


def _is_in_place(publication: Path, ready: Path) -> bool:
    if not ready.exists():
        return False
    hashes = json.loads(ready.read_text(encoding="utf-8"))
    return all((publication / name).exists() and sha256(publication / name) == hashes[name] for name in hashes)


def _finish(workspace: Workspace, beside: _Beside) -> None:
    for name in _INTERNAL_NAMES if beside.internal.exists() else ():
        if (beside.internal / name).exists():
            with replacing(workspace.internal / name) as target:
                shutil.copyfile(beside.internal / name, target)
        else:
            (workspace.internal / name).unlink(missing_ok=True)
    _clear(beside)


def _clear(beside: _Beside) -> None:
    removed(beside.sign)
    shutil.rmtree(beside.folder)


def _make(copy: Copy, workspace: Workspace, beside: _Beside) -> list[str]:
    """Makes all files beside and inspects them; gives the names of the three."""
    beside.copy.mkdir(parents=True)
    beside.internal.mkdir()
    secrets = _secrets(copy, beside.folder / "leeg")
    _carry_over(workspace.publication, beside.copy)
    _write_files(copy, beside.copy)
    inspected = _inspected(beside.copy, secrets, stopped=workspace.internal / STOPPED_NAME)
    prove(copy, beside.copy)
    write_accounts(copy, inspected, searched=len(secrets), path=beside.internal / ACCOUNTS_NAME)
    write_to_read(copy.to_approve, copy.to_agree, beside.internal)
    names = [f"{copy.name}{suffix}" for suffix in (".xlsx", ".csv", ".json")]
    _to_disk(beside.copy)
    beside.note.write_text(_NOTE.format(name=workspace.publication.name, making=beside.folder.name), encoding="utf-8")
    with replacing(beside.ready) as target:
        hashes = {name: sha256(beside.copy / name) for name in names}
        target.write_text(json.dumps(hashes), encoding="utf-8")
    return names


def _write_files(copy: Copy, folder: Path) -> None:
    write_public_workbook(copy, folder / f"{copy.name}.xlsx")
    (folder / f"{copy.name}.csv").write_bytes(portal_csv(copy.published))
    (folder / f"{copy.name}.json").write_bytes(api_json(copy.published))


def _secrets(copy: Copy, folder: Path) -> list[str]:
    """What to look for in the files: all that was masked or is forbidden, and not in a copy without content.

    That bare copy holds only titles, settings and the words of the file format: an internal cell may say `Contact` or
    `null` too, and somebody may be called Velden. Finding such a word proves nothing, and nobody could take it away.
    No field says it either: the texts to look for are those that no published text holds, and `prove` reads the files
    back. The bare copy is thrown away.
    """
    folder.mkdir()
    _write_files(replace(copy, published=_bare(copy.published)), folder)
    sought = {*copy.masked, *copy.forbidden}
    found = [inspect_file(path, forbidden=sought) for path in sorted(folder.iterdir())]
    shutil.rmtree(folder)
    return sorted(sought - {text for table in found for text in table.loc[table["rule"] == FORBIDDEN, "value"]})


def _bare(published: pd.DataFrame) -> pd.DataFrame:
    """Two rows that say nothing, one with and one without a text in each field, for all words of the file formats."""
    said = {key: "x | y" if key.endswith("_grouping") else " 'x\n" for key in published.columns}
    return pd.DataFrame([said, {}], columns=published.columns, dtype="str")


def _inspected(folder: Path, secrets: list[str], *, stopped: Path) -> pd.DataFrame:
    """What an outsider would find in the files; when some of it is critical, LeakError, and a workbook of it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    findings = pd.concat([findings_table(), *(_found_in(path, folder, secrets) for path in files)])
    critical = findings[findings["severity"] == "critical"]
    if len(critical):
        table = critical[["file", "sheet", "cell", "value", "message"]]
        titles = {"file": "Bestand", "sheet": "Deel", "cell": "Cel", "value": "Tekst", "message": "Wat u kunt doen"}
        write_workbook(stopped, [Sheet(name="Tegengehouden", table=table, headers=titles)], title="Tegengehouden")
        raise LeakError(critical)
    stopped.unlink(missing_ok=True)
    return findings.reset_index(drop=True)


def _found_in(path: Path, folder: Path, secrets: list[str]) -> pd.DataFrame:
    """What is in the file; in the name of one that others put there, and in one of another kind, only the secrets."""
    own = path.parent == folder and _OUR_FILES.fullmatch(path.name)
    looked = [] if own else [search_file(path, forbidden=secrets, name=str(path.relative_to(folder)))]
    if path.suffix.casefold() in SUFFIXES:
        looked.insert(0, inspect_file(path, forbidden=secrets))
    return pd.concat(looked)


def _carry_over(old: Path, new: Path) -> None:
    """Copies what others put in the folder; our own files of before, also under another name, are not carried over."""
    for path in sorted(old.iterdir()) if old.exists() else ():
        if path.is_dir():
            shutil.copytree(path, new / path.name)
        elif not _OUR_FILES.fullmatch(path.name):
            shutil.copy2(path, new / path.name)


def _to_disk(folder: Path) -> None:
    """Waits until the files are on the disk, so that a power cut after the swap finds them whole."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as handle:
                os.fsync(handle.fileno())


def _apart(workspace: Workspace) -> None:
    """The public folder may hold nothing of ours that is not public, whatever the settings say."""
    public = workspace.publication.resolve()
    own = (workspace.folder, workspace.internal, workspace.runs, workspace.inventory, workspace.decisions)
    for path in own:
        if path.resolve().is_relative_to(public):
            raise AlgregError(
                f"De map {workspace.settings.files.publication} is voor wat openbaar is, maar er staat ook "
                f"{path.name or 'de werkmap'} in.",
                advice="Geef in algreg.toml onder [files] een aparte map op bij 'publication'.",
            )


def _not_open_elsewhere(workspace: Workspace) -> None:
    ours = (
        (workspace.publication, "*"),
        *((workspace.internal, f"*{name}*") for name in _INTERNAL_NAMES),
    )
    for folder, names in ours:
        for pattern in _OPEN_ELSEWHERE:
            for path in sorted(folder.glob(pattern)) if folder.exists() else ():
                if path.match(names):
                    raise OutputError(
                        path,
                        "een bestand in deze map staat open in Excel of LibreOffice.",
                        advice="Sluit het en probeer het opnieuw; er is niets overschreven. Staat er niets open? "
                        f"Verwijder dan het bestand {path.name} in de map {folder.name}.",
                    )


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Turns what the system says about writing into a sentence for people."""
    try:
        yield
    except OSError as error:
        raise output_error(path, error) from error
