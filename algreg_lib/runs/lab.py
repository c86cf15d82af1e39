"""JupyterLab in the workspace: in Dutch, on the page that says what to do next."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from algreg_lib.errors import InputError
from algreg_lib.shipped import shipped
from algreg_lib.workspace import FILE_NAME, Workspace

#: The folder in the workspace with the notebooks; what the analyst changes there stays.
NOTEBOOKS: Final = "notebooks"
_START: Final = f"{NOTEBOOKS}/start.ipynb"
#: Dutch, and no question about news from elsewhere: defaults, which a user can change in JupyterLab itself.
_CONFIG: Final = Path(__file__).parent / "jupyter"


def open_lab(workspace: Workspace, *, options: Sequence[str] = ()) -> int:
    """Runs JupyterLab until the user stops it; `options` go to JupyterLab as they are. Its exit code comes back.

    Raises InputError when the folder is no workspace.
    """
    if not (workspace.folder / FILE_NAME).is_file():
        raise InputError(
            workspace.folder.resolve(),
            "dit is geen werkmap, want er is geen algreg.toml.",
            advice="Ga naar uw werkmap of noem die met -w. Oefenen kan met: algreg demo",
        )
    place_notebooks(workspace)
    return subprocess.run(lab_command(workspace, options), env=lab_environment(), check=False).returncode  # noqa: S603


def place_notebooks(workspace: Workspace) -> list[Path]:
    """Puts the notebooks that the workspace does not have yet into it; the paths of these."""
    target = workspace.folder / NOTEBOOKS
    target.mkdir(exist_ok=True)
    missing = [path for path in sorted(shipped("notebooks").glob("*.ipynb")) if not (target / path.name).exists()]
    return [Path(shutil.copyfile(path, target / path.name)) for path in missing]


def lab_command(workspace: Workspace, options: Sequence[str] = ()) -> list[str]:
    """What is run. JupyterLab listens to this machine only, and asks its own token."""
    folder = workspace.folder.resolve()
    own = [f"--ServerApp.root_dir={folder}", f"--LabApp.default_url=/lab/tree/{_START}", "--LabApp.news_url=None"]
    return [sys.executable, "-m", "jupyterlab", *own, *options]


def lab_environment() -> dict[str, str]:
    """The environment of JupyterLab: ours, and its settings found behind those of the user."""
    known = os.environ.get("JUPYTER_CONFIG_PATH", "")
    return {**os.environ, "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, (known, str(_CONFIG))))}
