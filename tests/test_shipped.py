"""What comes with the workbench is found in the project, and put into the package that people install."""

import tomllib
from pathlib import Path

from algreg_lib import shipped as room

ROOT = Path(__file__).resolve().parents[1]


def test_each_folder_is_there_and_gets_into_the_package_where_it_is_looked_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    looked_for = {str(project.relative_to(ROOT)): str(bundled.relative_to(ROOT)) for bundled, project in _places()}
    assert {key: Path(value).as_posix() for key, value in looked_for.items()} == included
    assert all(project.is_dir() for _, project in _places())


def test_an_installed_package_uses_its_own_folder(tmp_path: Path, monkeypatch) -> None:
    bundled = tmp_path / "bundled"
    bundled.mkdir()
    monkeypatch.setitem(room._PLACES, "notebooks", (bundled, ROOT / "notebooks"))
    assert room.shipped("notebooks") == bundled
    bundled.rmdir()
    assert room.shipped("notebooks") == ROOT / "notebooks"


def _places() -> list[tuple[Path, Path]]:
    return list(room._PLACES.values())
