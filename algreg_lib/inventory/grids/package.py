"""An .xlsx as the zip of XML parts that it is: its sheets by name, what hangs on a part, and what is not opened."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import join, normpath
from typing import Final
from xml.etree import ElementTree

from algreg_lib.errors import InputError

_LARGEST: Final = 4 << 30  #: bytes unpacked; the largest real workbook that we know of is a tenth of it
_LARGEST_PART: Final = 3 << 30
_SUSPECT_RATIO: Final = 400
_SUSPECT_SIZE: Final = 200 << 20


def damaged(path: Path) -> InputError:
    """The error for a workbook that is broken or cut off."""
    return InputError(
        path,
        "dit bestand is beschadigd of niet helemaal binnengekomen.",
        advice="Haal het opnieuw op, of open het in Excel en sla het op als nieuwe werkmap (.xlsx).",
    )


def refuse_bomb(path: Path, archive: zipfile.ZipFile) -> None:
    """Raises InputError for an archive that would fill the memory."""
    parts = archive.infolist()
    sizes = [part.file_size for part in parts]
    ratio = max((p.file_size / max(p.compress_size, 1) for p in parts if p.file_size > _SUSPECT_SIZE), default=0)
    if sum(sizes) > _LARGEST or max(sizes, default=0) > _LARGEST_PART or ratio > _SUSPECT_RATIO:
        raise InputError(
            path,
            "dit bestand wordt bij het uitpakken onwaarschijnlijk groot en is daarom niet geopend.",
            advice="Vertrouwt u het bestand? Kopieer dan in Excel alleen uw gegevens naar een nieuwe werkmap.",
        )


def sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str, str]]:
    """Name, state (`visible`, `hidden`, …) and part of each sheet, in order."""
    targets = relations(archive, "xl/workbook.xml")
    for element in tree(archive, "xl/workbook.xml").iter():
        if local_name(element.tag) == "sheet":
            relation = next((v for k, v in element.attrib.items() if local_name(k) == "id" and k != "id"), "")
            yield element.get("name", ""), element.get("state", "visible"), targets.get(relation, ("", ""))[1]


def sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where in the workbook each sheet stands, by its name."""
    return {name: part for name, _, part in sheet_parts(archive)}


def relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Type and target by relation id; empty when the part has none."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.namelist():
        return {}
    return {
        e.get("Id", ""): (e.get("Type", "").rpartition("/")[2], _target(folder, e.get("Target", "")))
        for e in tree(archive, path)
    }


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))


def tree(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    """The XML of a part, for parts that stay small. Raises BadZipFile where it declares a document type."""
    raw = archive.read(part)
    if b"<!DOCTYPE" in raw[:4096]:  # no workbook has one; in a hostile file it is a bomb of entities
        raise zipfile.BadZipFile
    return ElementTree.fromstring(raw)  # noqa: S314 - without DOCTYPE there are no entities to expand


def local_name(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]
