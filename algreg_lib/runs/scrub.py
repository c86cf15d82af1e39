"""An executed notebook without what is nobody's business: paths of this machine, secrets, times of papermill."""

import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from nbformat import NotebookNode

from algreg_lib.runs.kernel import secret_values

#: Stands where a secret stood.
HIDDEN: Final = "[verborgen]"

#: What papermill and the kernel note in the metadata; times and paths, never anything that a reader needs.
_NOTES: Final = ("papermill", "execution", "widgets")


def scrubber(folders: Mapping[str, Path], environment: Mapping[str, str]) -> Callable[[str], str]:
    """A function that takes secrets and absolute paths out of a text; `folders` are the names to put instead.

    The secrets are the values in `environment` whose variable has the name of one.
    """
    places = {
        **folders,
        "[werkbank]": Path(__file__).resolve().parents[2],
        "[python]": Path(sys.prefix),
        "[tijdelijk]": Path(tempfile.gettempdir()),
        "[thuis]": Path.home(),
    }
    replacements = {spelling: name for name, place in places.items() for spelling in _spellings(place)}
    replacements |= dict.fromkeys(secret_values(environment), HIDDEN)
    # the longest first: a folder before the folder in which it lies
    pattern = re.compile("|".join(re.escape(text) for text in sorted(replacements, key=len, reverse=True)))
    return lambda text: pattern.sub(lambda found: replacements[found[0]], text)


def scrubbed(notebook: NotebookNode, clean: Callable[[str], str]) -> NotebookNode:
    """A copy of an executed notebook with only what a reader needs; the same for the same input."""
    copy: NotebookNode = _cleaned(notebook, clean)
    for note in _NOTES:
        copy.metadata.pop(note, None)
    for number, cell in enumerate(copy.cells, start=1):
        cell["id"] = f"cel-{number}"
        for note in _NOTES:
            cell.metadata.pop(note, None)
        for output in cell.get("outputs", []):
            output.pop("transient", None)
    return copy


def _cleaned(part: Any, clean: Callable[[str], str]) -> Any:
    if isinstance(part, str):
        return clean(part)
    if isinstance(part, dict):
        cleaned = {clean(str(key)): _cleaned(value, clean) for key, value in part.items()}
        return NotebookNode(cleaned)  # type: ignore[no-untyped-call]
    if isinstance(part, list):
        return [_cleaned(value, clean) for value in part]
    return part


def _spellings(place: Path) -> Iterable[str]:
    """How a folder may be written; the root of a disk is nobody's secret, and stands in every text."""
    for path in {place.absolute(), place.resolve()} - {Path(place.resolve().anchor)}:
        plain = str(path)
        yield from (plain, path.as_posix(), plain.replace("\\", "\\\\"), path.as_uri())
