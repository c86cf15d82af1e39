"""The sub-rooms of the inventory."""

from pathlib import Path

import pytest

from tests.rooms import doors, is_door, modules, part, shown, wrong_imports

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


@pytest.mark.parametrize("path", modules("inventory"), ids=shown)
def test_a_module_uses_what_stands_below_it_and_sub_rooms_by_their_door(path: Path) -> None:
    assert wrong_imports("inventory", path, FLOORS) == []


@pytest.mark.parametrize("door", doors("inventory"), ids=shown)
def test_every_door_says_what_the_room_is_for_and_what_is_public(door: Path) -> None:
    assert is_door(door)


def test_no_part_of_the_room_is_without_a_floor() -> None:
    assert {part("inventory", path) for path in modules("inventory")} == set(FLOORS)
