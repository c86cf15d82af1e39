"""What a plain reader of values does not see in an .xlsx: hidden things, comments, formulas, merged cells, errors."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from algreg_lib.errors import InputError
from algreg_lib.inventory.grids.grid import Cells, Unseen
from algreg_lib.inventory.grids.number_formats import telling_formats
from algreg_lib.inventory.grids.package import damaged, local_name, refuse_bomb, relations, sheet_parts, tree
from algreg_lib.inventory.grids.sheet_scan import SheetScan, pieces, widest

#: What reading a package raises where it is cut off, or holds what no program writes.
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    EOFError,
    KeyError,
    NotImplementedError,
    ValueError,
)
#: What is said of a kind of file that only gives its values.
VALUES_ONLY: Final = (
    "In dit bestandstype zijn verborgen rijen, opmerkingen en formules niet te zien. "
    "Sla het op als Excel-werkmap (.xlsx) om ze in dit verslag te krijgen."
)


@dataclass(kw_only=True)
class Parts:
    """The findings of one scan. `extents`: rows and columns per sheet; the others per sheet and cell."""

    unseen: tuple[Unseen, ...] = ()
    remarks: tuple[str, ...] = ()
    extents: dict[str, tuple[int, int]] = field(default_factory=dict)
    raw_cells: dict[str, Cells] = field(default_factory=dict)  #: what a reader of values gets wrong, as it stands
    formats: dict[str, Cells] = field(default_factory=dict)  #: formats that show something else than the value


def scanned(path: Path) -> Parts:
    """Everything unseen in a workbook. Raises InputError on a damaged file, a zip bomb, a zip that is no workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            refuse_bomb(path, archive)
            if "xl/workbook.xml" not in archive.namelist():
                return _other(path, archive)
            return _scan(archive)
    except _BROKEN as error:
        raise damaged(path) from error
    except RuntimeError as error:  # zipfile: "File is encrypted"
        raise InputError(
            path,
            "dit bestand is beveiligd met een wachtwoord.",
            advice="Haal het wachtwoord eraf en probeer opnieuw.",
        ) from error


#: A part by which the file of another program is known.
_OTHER_PROGRAMS: Final = {
    "word/document.xml": "Word",
    "ppt/presentation.xml": "PowerPoint",
    "Index/Document.iwa": "Numbers of Pages",
}


def _other(path: Path, archive: zipfile.ZipFile) -> Parts:
    if {"content.xml", "xl/workbook.bin"} & set(archive.namelist()):
        return Parts(remarks=(VALUES_ONLY,))
    for name, what in _OTHER_PROGRAMS.items():
        if name in archive.namelist():
            raise InputError(
                path,
                f"dit is een bestand van {what}.",
                advice="Sla de lijst daarin op als Excel-werkmap (.xlsx) of CSV.",
            )
    raise InputError(
        path,
        "dit is geen Excel-bestand (wel een zip-bestand).",
        advice="Pak het uit en kies het Excel- of CSV-bestand dat erin zit.",
    )


def _scan(archive: zipfile.ZipFile) -> Parts:
    result = Parts()
    unseen: list[Unseen] = []
    formats = _formats(archive)
    for name, state, part in sheet_parts(archive):
        if state != "visible":
            unseen.append(Unseen(name, "verborgen blad", "hele blad"))
        if part not in archive.namelist():
            continue
        scan = SheetScan(formats)
        for piece in pieces(archive, part):
            scan.take(piece)
        unseen += scan.unseen(name)
        unseen += _attached(archive, part, name)
        result.extents[name] = (scan.last_row, scan.last_column or widest(archive, part, scan.last_row))
        result.raw_cells[name] = scan.raw
        result.formats[name] = scan.formats
    result.unseen = tuple(unseen)
    return result


def _formats(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """The number formats that show something else than the value, by the number of the style as the cells name it."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    styles = tree(archive, "xl/styles.xml")
    codes = {int(e.get("numFmtId", 0)): e.get("formatCode", "") for e in styles.iter() if local_name(e.tag) == "numFmt"}
    forms = next((group for group in styles if local_name(group.tag) == "cellXfs"), ())
    found = telling_formats(codes, [int(form.get("numFmtId", 0)) for form in forms])
    return {str(style).encode(): code for style, code in found.items()}


#: Dutch name, and the elements that hold a text, by type of part.
_ATTACHED: Final = {
    "comments": ("opmerking", {"comment"}),
    "threadedComment": ("opmerking", {"threadedComment"}),
    "drawing": ("tekstvak", {"txBody"}),
}


def _attached(archive: zipfile.ZipFile, part: str, sheet: str) -> Iterator[Unseen]:
    """Comments, and texts in shapes, that hang on a sheet."""
    for kind, target in relations(archive, part).values():
        if target not in archive.namelist():
            continue
        if kind in _ATTACHED:
            name, tags = _ATTACHED[kind]
            found = (element for element in tree(archive, target).iter() if local_name(element.tag) in tags)
            yield from (Unseen(sheet, name, e.get("ref", ""), text) for e in found if (text := _text(e)))


def _text(element: ElementTree.Element) -> str:
    return "".join(e.text or "" for e in element.iter() if local_name(e.tag) in {"t", "text"}).strip()
