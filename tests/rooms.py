"""The law of a room with sub-rooms: each uses what stands below it, and another sub-room only by its door."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def modules(room: str) -> list[Path]:
    """All modules of a room of the library."""
    return sorted((ROOT / "algreg_lib" / room).rglob("*.py"))


def doors(room: str) -> list[Path]:
    """The `__init__.py` of a room and of its sub-rooms."""
    return [path for path in modules(room) if path.name == "__init__.py"]


def part(room: str, path: Path) -> str:
    """The module or sub-room that a file belongs to."""
    return path.relative_to(ROOT / "algreg_lib" / room).parts[0].removesuffix(".py")


def shown(path: Path) -> str:
    """The name of a file in the output of a test."""
    return path.relative_to(ROOT / "algreg_lib").as_posix()


def wrong_imports(room: str, path: Path, floors: Mapping[str, int]) -> list[str]:
    """What a module imports from the same floor or above, or past the door of a sub-room."""
    here = part(room, path)
    return [
        f"{here} imports {'.'.join((there, *inside))}"
        for there, *inside in _imported(room, path)
        if there != here and (inside or floors[there] >= floors[here])
    ]


def _imported(room: str, path: Path) -> Iterator[list[str]]:
    prefix = f"algreg_lib.{room}."
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(prefix):
            yield (node.module or "").removeprefix(prefix).split(".")


def is_door(path: Path) -> bool:
    """Whether a door says what its room is for and which names are public, and does nothing else."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = [node.targets[0] for node in tree.body if isinstance(node, ast.Assign)]
    public = [name.id for name in named if isinstance(name, ast.Name)]
    return ast.get_docstring(tree) is not None and public == ["__all__"]
