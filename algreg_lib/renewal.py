"""The notebooks of a workspace after the program was renewed: which are older, and how they become new.

JupyterLab keeps outputs in a notebook, so only the cells tell one version from another. Beside the notebooks stands
which version of each was put there; without that a notebook that the analyst changed would look like one that is old.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from algreg_lib.errors import OutputError
from algreg_lib.files import replacing
from algreg_lib.shipped import shipped
from algreg_lib.workspace import FILE_NAME, Workspace

_RECORD: Final = ".algreg-notebooks.json"


@dataclass(frozen=True, kw_only=True)
class _Notebook:
    path: Path  #: in the workspace; it need not be there
    new: Path
    placed: str  #: mark of the version that was put there; empty when nobody noted it

    @property
    def is_older(self) -> bool:
        """Whether the program has another version than it had when this one was put there."""
        return self.path.is_file() and _mark(self.new) not in {_mark(self.path), self.placed}


def told_at_start(workspace: Workspace, *, renew: bool) -> list[str]:
    """What the analyst should know about the notebooks before the workbench opens, in Dutch; mostly nothing.

    With `renew`, notebooks that are older are replaced; one that the analyst changed stays beside it as `-vorige`.
    Raises OutputError when that cannot be written, and then that notebook stands as it was.
    """
    if not (workspace.folder / FILE_NAME).is_file():
        return []
    folder = workspace.folder / shipped("notebooks").name
    older = [notebook for notebook in _notebooks(folder) if notebook.is_older]
    told = [_renewed(notebook) for notebook in older] if renew else _advice(older, workspace.folder)
    _remember(folder)
    return told


def _notebooks(folder: Path) -> Iterator[_Notebook]:
    placed = _record(folder)
    for new in sorted(shipped("notebooks").glob("*.ipynb")):
        yield _Notebook(path=folder / new.name, new=new, placed=placed.get(new.name, ""))


def _advice(older: list[_Notebook], folder: Path) -> list[str]:
    if not older:
        return []
    names = ", ".join(notebook.path.stem for notebook in older)
    which = "Dit notebook is" if len(older) == 1 else "Deze notebooks zijn"
    where = "" if folder == Path() else f' -w "{folder}"'
    return [
        f"{which} ouder dan het programma: {names}.",
        f"Vernieuwen? Sluit JupyterLab en geef de opdracht: algreg lab{where} --renew",
        "Wat u zelf in een notebook veranderde, blijft dan ernaast staan.",
    ]


def _renewed(notebook: _Notebook) -> str:
    path, kept = notebook.path, ""
    if _mark(path) != notebook.placed:
        aside = _free_name(path)
        with replacing(aside) as beside:
            beside.write_bytes(path.read_bytes())
        kept = f" Zoals het bij u was, staat het in {aside.name}."
    with replacing(path) as beside:
        beside.write_bytes(notebook.new.read_bytes())
    return f"Vernieuwd: {path.name}.{kept}"


def _free_name(path: Path) -> Path:
    aside, number = path.with_stem(f"{path.stem}-vorige"), 1
    while aside.exists():
        number += 1
        aside = path.with_stem(f"{path.stem}-vorige-{number}")
    return aside


def _record(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(mark) for name, mark in found.items()} if isinstance(found, dict) else {}


def _remember(folder: Path) -> None:
    """Notes the version of each notebook that is there as it comes, or is put there next."""
    before = _record(folder)
    known = before | {n.path.name: _mark(n.new) for n in _notebooks(folder) if _mark(n.path) in {"", _mark(n.new)}}
    if known != before:
        # A folder in which nothing may be written is no reason to keep the workbench shut.
        with suppress(OutputError), replacing(folder / _RECORD) as beside:
            beside.write_text(json.dumps(known, indent=1), encoding="utf-8")


def _mark(path: Path) -> str:
    """What tells the cells of a notebook from those of another; empty where there is none."""
    if not path.is_file():
        return ""
    raw = path.read_bytes()
    try:
        cells = [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(raw)["cells"]]
    except (ValueError, KeyError, TypeError):
        return hashlib.sha256(raw).hexdigest()
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()
