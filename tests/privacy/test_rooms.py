"""The sub-rooms of the privacy room."""

from pathlib import Path

import pytest

from tests.rooms import doors, is_door, modules, part, shown, wrong_imports

#: What stands in the room, from the ground up. A name may use those of a lower floor, and itself.
FLOORS = {
    "kinds": 0,
    "triggers": 0,
    "lists": 1,
    "decisions": 1,
    "decisions_file": 2,
    "redaction": 2,
    "names": 2,
    "remarks": 2,
    "patterns": 3,
    "detectors": 4,
    "detect": 5,
    "proposals": 6,
    "__init__": 7,
}


@pytest.mark.parametrize("path", modules("privacy"), ids=shown)
def test_a_module_uses_what_stands_below_it_and_sub_rooms_by_their_door(path: Path) -> None:
    assert wrong_imports("privacy", path, FLOORS) == []


@pytest.mark.parametrize("door", doors("privacy"), ids=shown)
def test_every_door_says_what_the_room_is_for_and_what_is_public(door: Path) -> None:
    assert is_door(door)


def test_no_part_of_the_room_is_without_a_floor() -> None:
    assert {part("privacy", path) for path in modules("privacy")} == set(FLOORS)
