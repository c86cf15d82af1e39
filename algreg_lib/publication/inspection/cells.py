"""Where the cells of a sheet stand, and what stands under others."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from algreg_lib.publication.inspection.container import attribute, every, local, text_of
from algreg_lib.publication.inspection.traces import Trace

_ADDRESS: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")


def cell_position(address: str) -> tuple[int, int]:
    """Row and column (from 1) of an address such as `B12`; 1 and 1 where it is none."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return 1, 1
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def covered_cells(sheet: Element, name: str) -> Iterator[Trace]:
    """Filled cells under a merged cell, which shows only its first one."""
    areas = [_corners(attribute(merged, "ref")) for merged in every(sheet, "mergeCell")]
    for cell in every(sheet, "c") if areas else ():
        if any(local(child.tag) in {"v", "is"} and text_of(child).strip() for child in cell):
            row, column = cell_position(attribute(cell, "r"))
            if any(
                top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
                for (top, left), (bottom, right) in areas
            ):
                yield Trace("verborgen-tekst", name, attribute(cell, "r"), "onder een samengevoegde cel")


def shared_text_numbers(sheet: Element) -> set[str]:
    """The numbers of the shared texts that the cells show."""
    return {
        (child.text or "").strip()
        for cell in every(sheet, "c")
        if attribute(cell, "t") == "s"
        for child in cell
        if local(child.tag) == "v"
    }


def _corners(area: str) -> tuple[tuple[int, int], tuple[int, int]]:
    first, _, last = area.partition(":")
    return cell_position(first), cell_position(last or first)
