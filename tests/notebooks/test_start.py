"""The page on which JupyterLab opens leads to every other notebook."""

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"


def test_every_notebook_can_be_reached_from_the_start() -> None:
    links = re.findall(r"\]\(([\w-]+)\.ipynb\)", (FOLDER / "tekst" / "start.md").read_text(encoding="utf-8"))
    assert len(links) == len(set(links))
    assert {*links, "start"} == {path.stem for path in FOLDER.glob("*.ipynb")}
