"""JupyterLab in the workspace: in Dutch, with the notebooks, and without a question about news from elsewhere."""

import json
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from algreg_lib.errors import InputError
from algreg_lib.runs import lab_command, lab_environment, open_lab, place_notebooks
from algreg_lib.workspace import Workspace, open_workspace


@pytest.fixture
def plain(tmp_path: Path) -> Workspace:
    (tmp_path / "algreg.toml").write_text("", encoding="utf-8")
    return open_workspace(tmp_path)


def test_a_notebook_that_the_analyst_changed_stays_as_it_is(plain: Workspace) -> None:
    first = place_notebooks(plain)
    assert {"start.ipynb", "overzicht.ipynb"} <= {path.name for path in first}
    changed = plain.folder / "notebooks" / "overzicht.ipynb"
    changed.write_text("van mij", encoding="utf-8")
    (plain.folder / "notebooks" / "kwaliteit.ipynb").unlink()
    assert [path.name for path in place_notebooks(plain)] == ["kwaliteit.ipynb"]
    assert changed.read_text(encoding="utf-8") == "van mij"


def test_a_folder_that_is_no_workspace_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"geen werkmap.*algreg demo"):
        open_lab(open_workspace(tmp_path))
    assert not list(tmp_path.iterdir())


def test_lab_itself_says_that_it_speaks_dutch_and_fetches_no_news(plain: Workspace) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place_notebooks(plain)
    options = ["--no-browser", f"--port={port}", "--IdentityProvider.token=proef", "--allow-root"]
    server = subprocess.Popen(
        lab_command(plain, options), env=lab_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        settings = _settings(f"http://127.0.0.1:{port}", seconds=60)
        notebooks = _get(f"http://127.0.0.1:{port}/api/contents/notebooks?token=proef")["content"]
    finally:
        server.terminate()
        server.wait(timeout=30)
    assert settings["@jupyterlab/translation-extension:plugin"]["locale"]["default"] == "nl_NL"
    browser = settings["@jupyterlab/filebrowser-extension:browser"]
    assert browser["showLastModifiedColumn"]["default"] is False  # leaves room for the names of the files
    notification = settings["@jupyterlab/apputils-extension:notification"]
    assert (notification["fetchNews"]["default"], notification["checkForUpdates"]["default"]) == ("false", False)
    assert "start.ipynb" in {entry["name"] for entry in notebooks}


def _settings(address: str, *, seconds: float) -> dict[str, dict]:
    until = time.monotonic() + seconds
    while True:
        try:
            listed = _get(f"{address}/lab/api/settings?token=proef")["settings"]
        except (URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return {entry["id"]: entry["schema"].get("properties", {}) for entry in listed}


def _get(url: str) -> dict:
    with urlopen(url, timeout=30) as answer:
        return json.load(answer)
