"""What a plain reader of values does not see in an .xlsx: hidden things, comments, formulas, merged cells, errors.

The XML is read in pieces and searched, never built up as a tree: at 100,000 rows a sheet is hundreds of megabytes.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath
from typing import Final
from xml.etree import ElementTree

from algreg_lib.errors import InputError
from algreg_lib.inventory.grids.number_formats import telling_formats

_PIECE: Final = 1 << 22
_LARGEST: Final = 4 << 30  #: bytes unpacked; the largest real workbook that we know of is a tenth of it
_LARGEST_PART: Final = 3 << 30
_SUSPECT_RATIO: Final = 400
_SUSPECT_SIZE: Final = 200 << 20
_MANY_ROWS: Final = 100_000
#: The size of a sheet.
LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384


@dataclass(frozen=True, slots=True)
class Unseen:
    """Something that Excel hides or that is more than a value, with the text that it holds."""

    sheet: str
    kind: str  #: Dutch, such as `verborgen rijen`
    where: str  #: Excel's addresses
    text: str = ""


#: The kind of a merged cell among what is unseen.
MERGED: Final = "samengevoegde cellen"
#: Something for cells, by their row and column, which count from 0.
Cells = dict[tuple[int, int], str]


@dataclass(kw_only=True)
class Parts:
    """The findings of one scan. `extents`: rows and columns per sheet; the others per sheet and cell."""

    unseen: tuple[Unseen, ...] = ()
    remarks: tuple[str, ...] = ()
    extents: dict[str, tuple[int, int]] = field(default_factory=dict)
    raw_cells: dict[str, Cells] = field(default_factory=dict)  #: what a reader of values gets wrong, as it stands
    formats: dict[str, Cells] = field(default_factory=dict)  #: formats that show something else than the value


def damaged(path: Path) -> InputError:
    """The error for a workbook that is broken or cut off."""
    return InputError(
        path,
        "dit bestand is beschadigd of niet helemaal binnengekomen.",
        advice="Haal het opnieuw op, of open het in Excel en sla het op als nieuwe werkmap (.xlsx).",
    )


def scanned(path: Path) -> Parts:
    """Everything unseen in a workbook. Raises InputError on a damaged file, a zip bomb, a zip that is no workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_bomb(path, archive)
            if "xl/workbook.xml" not in archive.namelist():
                return _other(path, archive)
            return _scan(archive)
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, EOFError, KeyError, NotImplementedError) as error:
        raise damaged(path) from error
    except RuntimeError as error:  # zipfile: "File is encrypted"
        raise InputError(
            path,
            "dit bestand is beveiligd met een wachtwoord.",
            advice="Haal het wachtwoord eraf en probeer opnieuw.",
        ) from error


def _refuse_bomb(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    sizes = [part.file_size for part in parts]
    ratio = max((p.file_size / max(p.compress_size, 1) for p in parts if p.file_size > _SUSPECT_SIZE), default=0)
    if sum(sizes) > _LARGEST or max(sizes, default=0) > _LARGEST_PART or ratio > _SUSPECT_RATIO:
        raise InputError(
            path,
            "dit bestand wordt bij het uitpakken onwaarschijnlijk groot en is daarom niet geopend.",
            advice="Vertrouwt u het bestand? Kopieer dan in Excel alleen uw gegevens naar een nieuwe werkmap.",
        )


#: A part by which the file of another program is known.
_OTHER_PROGRAMS: Final = {
    "word/document.xml": "Word",
    "ppt/presentation.xml": "PowerPoint",
    "Index/Document.iwa": "Numbers of Pages",
}


def _other(path: Path, archive: zipfile.ZipFile) -> Parts:
    if {"content.xml", "xl/workbook.bin"} & set(archive.namelist()):
        remark = (
            "In dit bestandstype zijn verborgen rijen, opmerkingen en formules niet te zien. "
            "Sla het op als Excel-werkmap (.xlsx) om ze in dit verslag te krijgen."
        )
        return Parts(remarks=(remark,))
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
    for name, state, part in _sheet_parts(archive):
        if state != "visible":
            unseen.append(Unseen(name, "verborgen blad", "hele blad"))
        if part not in archive.namelist():
            continue
        scan = _SheetScan(formats)
        for piece in _pieces(archive, part):
            scan.take(piece)
        unseen += scan.unseen(name)
        unseen += _attached(archive, part, name)
        result.extents[name] = (scan.last_row, scan.last_column or _widest(archive, part, scan.last_row))
        result.raw_cells[name] = scan.raw
        result.formats[name] = scan.formats
    result.unseen = tuple(unseen)
    return result


def _formats(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """The number formats that show something else than the value, by the number of the style as the cells name it."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    tree = _tree(archive, "xl/styles.xml")
    codes = {int(e.get("numFmtId", 0)): e.get("formatCode", "") for e in tree.iter() if _local(e.tag) == "numFmt"}
    forms = next((group for group in tree if _local(group.tag) == "cellXfs"), ())
    found = telling_formats(codes, [int(form.get("numFmtId", 0)) for form in forms])
    return {str(style).encode(): code for style, code in found.items()}


def _widest(archive: zipfile.ZipFile, part: str, rows: int) -> int:
    """The last column that holds anything; only looked up where rows times columns could become too much."""
    if rows <= _MANY_ROWS:
        return 1
    letters = {found for piece in _pieces(archive, part) for found in set(_FILLED_CELL.findall(piece))}
    return max((column_number(found) for found in letters), default=1)


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str, str]]:
    targets = _relations(archive, "xl/workbook.xml")
    for element in _tree(archive, "xl/workbook.xml").iter():
        if _local(element.tag) == "sheet":
            relation = next((v for k, v in element.attrib.items() if _local(k) == "id" and k != "id"), "")
            yield element.get("name", ""), element.get("state", "visible"), targets.get(relation, ("", ""))[1]


def sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Where in the workbook each sheet stands, by its name."""
    return {name: part for name, _, part in _sheet_parts(archive)}


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Type and target by relation id; empty when the part has none."""
    folder, _, name = part.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive.namelist():
        return {}
    return {
        e.get("Id", ""): (e.get("Type", "").rpartition("/")[2], _target(folder, e.get("Target", "")))
        for e in _tree(archive, path)
    }


def _target(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))


#: Dutch name, and the elements that hold a text, by type of part.
_ATTACHED: Final = {
    "comments": ("opmerking", {"comment"}),
    "threadedComment": ("opmerking", {"threadedComment"}),
    "drawing": ("tekstvak", {"txBody"}),
}


def _attached(archive: zipfile.ZipFile, part: str, sheet: str) -> Iterator[Unseen]:
    """Comments, and texts in shapes, that hang on a sheet."""
    for kind, target in _relations(archive, part).values():
        if target not in archive.namelist():
            continue
        if kind in _ATTACHED:
            name, tags = _ATTACHED[kind]
            found = (element for element in _tree(archive, target).iter() if _local(element.tag) in tags)
            yield from (Unseen(sheet, name, e.get("ref", ""), text) for e in found if (text := _text(e)))


def _text(element: ElementTree.Element) -> str:
    return "".join(e.text or "" for e in element.iter() if _local(e.tag) in {"t", "text"}).strip()


def _tree(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    raw = archive.read(part)
    if b"<!DOCTYPE" in raw[:4096]:  # no workbook has one; in a hostile file it is a bomb of entities
        raise zipfile.BadZipFile
    return ElementTree.fromstring(raw)  # noqa: S314 - without DOCTYPE there are no entities to expand


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that end behind a row, so that no cell is cut in two."""
    rest = b""
    with archive.open(part) as handle:
        while chunk := handle.read(_PIECE):
            chunk = rest + chunk
            cut = max(chunk.rfind(b"</row>"), chunk.rfind(b":row>"))
            if cut < 0:
                rest = chunk
                continue
            cut = chunk.index(b">", cut) + 1
            yield _double_quoted(chunk[:cut])
            rest = chunk[cut:]
    yield _double_quoted(rest)


def _double_quoted(piece: bytes) -> bytes:
    """The piece with every attribute between double quotes; some programs write single ones."""
    if b"='" not in piece:
        return piece
    return _TAG.sub(lambda tag: _SINGLE_QUOTED.sub(rb'="\1"', tag[0]), piece)


_TAG: Final = re.compile(rb"<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>")
_SINGLE_QUOTED: Final = re.compile(rb"='([^'\"]*)'")


_HIDDEN_ROW: Final = re.compile(rb'<(?:\w+:)?row\b(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_HIDDEN_COLUMN: Final = re.compile(rb'<(?:\w+:)?col\b(?=[^>]*\bhidden="(?:1|true)")[^>]*>')
_BOUNDS: Final = re.compile(rb'\b(min|max)="(\d+)"')
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z0-9:]+)"')
_LAST_ROW: Final = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_WIDE_CELL: Final = re.compile(rb'\br="([A-Z]{3,})\d+"[^>]*[^/]>')
_FAR_ROW: Final = re.compile(rb'\br="[A-Z]*([1-9]\d{6,})"')
_FILLED_CELL: Final = re.compile(rb'\br="([A-Z]+)\d+"[^>]*[^/]>')
_CELL: Final = rb'<(?:\w+:)?c\b(?=[^>]*?\br="([A-Z]+)(\d+)")'
_FORMULA: Final = re.compile(
    _CELL + rb"[^>]*>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*(<(?:\w+:)?v>|<(?:\w+:)?is>)?"
)
_ERROR: Final = re.compile(_CELL + rb'(?=[^>]*\bt="e")[^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<', re.DOTALL)
#: Cheap looks that tell whether the dear searches can find anything.
_DIGITS: Final = re.compile(rb"v>[-0-9]{16}")
_THREE_LETTERS: Final = re.compile(rb'"[A-Z]{3,}\d')
_LONG_NUMBER: Final = re.compile(
    _CELL + rb'(?![^>]*\bt="(?!n"))[^>]*>(?:<(?:\w+:)?f\b[^<]*</(?:\w+:)?f>)?<(?:\w+:)?v>(-?\d{16,})</'
)


class _SheetScan:
    """Collects from the pieces of one sheet; each search is skipped where a cheap look shows that it finds nothing."""

    def __init__(self, formats: Mapping[bytes, str]) -> None:
        self.last_row = 0
        self.last_column = 0  #: only counted when it is beyond ZZ; nearly no sheet is that wide
        self.raw: Cells = {}
        self.formats: Cells = {}
        self._codes = formats
        self._marks = tuple(b's="%b"' % style for style in formats)
        styles = b"|".join(formats)
        self._formatted = re.compile(_CELL + rb'(?=[^>]*\bs="(' + styles + rb')")[^>]*[^/]>')
        self._rows: list[int] = []
        self._columns: list[str] = []
        self._merged: list[str] = []
        self._errors: list[tuple[str, str]] = []
        self._empty_formulas: list[tuple[str, str]] = []
        self._formulas: dict[bytes, list[tuple[int, str]]] = {}

    def take(self, piece: bytes) -> None:
        self._extent(piece)
        if b'hidden="' in piece:
            self._hidden(piece)
        if b"mergeCell" in piece:
            self._merged += [ref.decode() for ref in _MERGED.findall(piece)]
        if b"</f>" in piece or b"<f " in piece or b":f>" in piece or b"<f/>" in piece:
            self._take_formulas(piece)
        if any(mark in piece for mark in self._marks):
            for letters, row, style in self._formatted.findall(piece):
                self.formats[int(row) - 1, column_number(letters) - 1] = self._codes[style]
        self._take_raw(piece)

    def _take_raw(self, piece: bytes) -> None:
        if b't="e"' in piece:
            for letters, row, text in _ERROR.findall(piece):
                self._errors.append((f"{letters.decode()}{row.decode()}", text.decode()))
                self.raw[int(row) - 1, column_number(letters) - 1] = text.decode()
        if _DIGITS.search(piece) is not None:
            for letters, row, digits in _LONG_NUMBER.findall(piece):
                self.raw[int(row) - 1, column_number(letters) - 1] = digits.decode()

    def _extent(self, piece: bytes) -> None:
        filled = max(piece.rfind(mark) for mark in (b"<v>", b":v>", b"<is>", b":is>"))
        start = max(piece.rfind(b"<row ", 0, filled + 1), piece.rfind(b":row ", 0, filled + 1), 1) - 1
        if filled >= 0 and (last := _LAST_ROW.search(piece, start)) is not None:
            self.last_row = max(self.last_row, int(last[1]))
        if _FAR_ROW.search(piece) is not None:  # no sheet of Excel has it, so it is no empty formatted row either
            far = max(int(row) for row in _FAR_ROW.findall(piece))
            self.last_row = max(self.last_row, far if far > LAST_ROW else 0)
        if _THREE_LETTERS.search(piece) is not None:
            self.last_column = max([self.last_column, *map(column_number, set(_WIDE_CELL.findall(piece)))])

    def _hidden(self, piece: bytes) -> None:
        self._rows += [int(row) for row in _HIDDEN_ROW.findall(piece)]
        for column in _HIDDEN_COLUMN.findall(piece):
            bounds = {name: _letters(int(number)) for name, number in _BOUNDS.findall(column)}
            self._columns.append(f"{bounds.get(b'min', '')}:{bounds.get(b'max', '')}")

    def _take_formulas(self, piece: bytes) -> None:
        for letters, row, formula, stored in _FORMULA.findall(piece):
            text = f"={_unescaped(formula)}" if formula else "(gedeelde formule)"
            if stored:
                self._formulas.setdefault(letters, []).append((int(row), text))
            else:
                self._empty_formulas.append((f"{letters.decode()}{row.decode()}", text))

    def unseen(self, sheet: str) -> Iterator[Unseen]:
        """What was collected, rows and formulas taken together per range."""
        yield from (Unseen(sheet, "verborgen rijen", where) for where in _ranges(self._rows))
        yield from (Unseen(sheet, "verborgen kolommen", where) for where in self._columns)
        yield from (Unseen(sheet, MERGED, where) for where in self._merged)
        yield from (Unseen(sheet, "foutwaarde", where, text) for where, text in self._errors)
        yield from (Unseen(sheet, "formule zonder waarde", where, text) for where, text in self._empty_formulas)
        for letters, found in self._formulas.items():
            name = letters.decode()
            numbers = _ranges([row for row, _ in found])
            where = ", ".join(":".join(f"{name}{row}" for row in part.split(":")) for part in numbers)
            yield Unseen(sheet, "formule", where, found[0][1])


def _ranges(numbers: list[int]) -> list[str]:
    """Runs of following numbers: [2, 3, 4, 9] gives `2:4` and `9`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [str(first) if first == last else f"{first}:{last}" for first, last in runs]


def column_number(letters: bytes) -> int:
    """The 1-based number of a column from its letters: `AB` is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _letters(column: int) -> str:
    from algreg_lib.inventory.model import column_letters

    return column_letters(column)


def _unescaped(formula: bytes) -> str:
    text = formula.decode("utf-8", "replace")
    for name, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        text = text.replace(name, sign)
    return text
