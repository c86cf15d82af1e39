"""The sub-rooms of the inventory: each imports only what stands below it, and another sub-room only by its door."""

import ast
from pathlib import Path

import pytest

ROOM = Path(__file__).resolve().parents[2] / "algreg_lib" / "inventory"
HERE = "algreg_lib.inventory"

#: What stands in the room, from the ground up. A name may use those of a lower floor, and itself.
FLOORS = {
    "addresses": 0,
    "layout": 0,
    "notation": 0,
    "model": 1,
    "identity": 1,
    "grids": 2,
    "template": 2,
    "table": 3,
    "start": 3,
    "reading": 4,
    "conversion": 4,
    "own_workbook": 4,
    "importing": 5,
    "__init__": 6,
}

MODULES = sorted(ROOM.rglob("*.py"))


def _part(path: Path) -> str:
    return path.relative_to(ROOM).parts[0].removesuffix(".py")


def _imported(path: Path) -> list[list[str]]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    names = [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return [name.removeprefix(f"{HERE}.").split(".") for name in names if name.startswith(HERE)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOM).as_posix())
def test_a_module_uses_what_stands_below_it_and_sub_rooms_by_their_door(path: Path) -> None:
    here = _part(path)
    for there, *inside in _imported(path):
        if there != here:
            assert FLOORS[there] < FLOORS[here], f"{here} imports {there}, which is not below it"
            assert not inside, f"{here} reaches past the door of {there}"


@pytest.mark.parametrize("door", [path for path in MODULES if path.name == "__init__.py"], ids=lambda p: p.parent.name)
def test_every_door_says_what_the_room_is_for_and_what_is_public(door: Path) -> None:
    tree = ast.parse(door.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    named = [node.targets[0].id for node in tree.body if isinstance(node, ast.Assign)]
    assert named == ["__all__"]


def test_no_part_of_the_room_is_without_a_floor() -> None:
    assert {_part(path) for path in MODULES} == set(FLOORS)
