"""The house itself: rooms import in one direction, the front door is light, what is said of the frame is true."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "algreg_lib"

#: Each room may import those of a lower number, and itself.
FLOORS = {
    "errors": 0,
    "files": 1,
    "findings": 1,
    "formulas": 0,
    "shipped": 1,
    "table_sheets": 1,
    "workbooks": 2,
    "standard": 3,
    "workspace": 4,
    "renewal": 5,
    "inventory": 5,
    "quality": 6,
    "register": 6,
    "priority": 6,
    "privacy": 6,
    "interviews": 7,
    "publication": 7,
    "history": 7,
    "reports": 8,
    "runs": 9,
    "widgets": 9,
    "cli_dutch": 0,
    "cli": 10,
    "__main__": 11,
}


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
    return [name for name in found if name.startswith("algreg_lib.")]


MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.name != "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_lower_rooms_and_only_through_their_front_door(path: Path) -> None:
    here = _room(path)
    for name in _imports(path):
        parts = name.split(".")
        there = parts[1]
        if there == here:
            continue
        assert FLOORS[there] < FLOORS[here], f"{here} imports {there}, which is not below it"
        assert len(parts) == 2, f"{here} reaches past the front door of {there}: {name}"


def test_the_command_line_loads_nothing_heavy() -> None:
    heavy = "pandas numpy great_expectations openpyxl pydantic papermill nbconvert altair faker rich".split()
    code = f"import sys, algreg_lib.cli; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def _pyproject() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def _locked() -> dict[str, set[Version]]:
    locked: dict[str, set[Version]] = {}
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([A-Za-z0-9_.-]+)==([^ ;\\]+)", line):
            locked.setdefault(found[1].lower().replace("_", "-"), set()).add(Version(found[2]))
    return locked


def test_the_lock_holds_a_fitting_version_of_everything_that_is_asked_for() -> None:
    project = _pyproject()["project"]
    locked = _locked()
    for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        wanted = Requirement(line)
        versions = locked.get(wanted.name.lower(), set())
        assert versions, f"{wanted.name} is not in requirements.lock: run make lock"
        assert all(wanted.specifier.contains(version) for version in versions), line


def test_the_lock_has_a_hash_for_every_package_and_names_no_registry() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    blocks = re.split(r"\n(?=\S)", text)
    assert all("--hash=sha256:" in block for block in blocks if "==" in block)


def test_conda_gets_the_same_python_and_the_same_package() -> None:
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    project = _pyproject()["project"]
    assert environment["name"] == project["name"]
    python, pip, by_pip = environment["dependencies"]
    assert python == f"python{project['requires-python']}"
    assert pip == "pip"
    assert by_pip == {"pip": ["-e ."]}


def test_the_version_is_the_same_everywhere() -> None:
    import algreg_lib

    public_code = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    assert algreg_lib.__version__ == _pyproject()["project"]["version"] == public_code["softwareVersion"]


def test_the_top_of_the_house_holds_what_a_visitor_expects() -> None:
    expected = "notebooks algreg_lib expectations data tests environment.yml README.md pyproject.toml Makefile LICENSE"
    assert [name for name in expected.split() if not (ROOT / name).exists()] == []
