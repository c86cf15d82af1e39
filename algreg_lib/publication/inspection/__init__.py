"""Inspection of a file as a stranger would do it: unpacked, looking for what is hidden and what may not be there."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.errors import InputError
from algreg_lib.findings import findings_table
from algreg_lib.inventory import cell_address
from algreg_lib.publication.inspection.container import names_and_remarks, parts_of
from algreg_lib.publication.inspection.decoded import texts
from algreg_lib.publication.inspection.document import document_traces
from algreg_lib.publication.inspection.page import page_traces
from algreg_lib.publication.inspection.traces import Trace, finding
from algreg_lib.publication.inspection.workbook import workbook_traces
from algreg_lib.publication.needles import Needles
from algreg_lib.publication.shapes import is_formula_like

_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm"})
_DOCUMENTS: Final = frozenset({".docx", ".docm"})
_PAGES: Final = frozenset({".html", ".htm"})
SUFFIXES: Final = _WORKBOOKS | _DOCUMENTS | _PAGES | {".csv", ".json"}
_LARGEST: Final = 500_000_000
#: Beside its parts: the names and remarks of the zip, and the zip as it is.
_ENVELOPE: Final = "(zip)"
_WHOLE: Final = "(bestand)"
#: Folders of people and networks: `C:\Users\…`, `\\server\share`, `file:///…`, `/home/…`.
_PATH: Final = re.compile(
    r"\b[A-Za-z]:\\[\w .$-]+|\\\\[\w.-]+\\[\w .$-]+|\bfile:/{2,}[^\s\"'<>]+|(?<![\w/.:])/(?:home|Users)/[\w.-]+"
)
_NUMBER: Final = re.compile(r"[+-]?\d+([.,]\d+)*")


def inspect_file(path: Path, *, forbidden: Iterable[str] = ()) -> pd.DataFrame:
    """What is in the file that its reader does not see, and each forbidden text in it, as findings.

    The columns are those of all findings; `sheet` is the sheet or the part of the file, `value` what was found. Empty
    for a clean file. Raises InputError for a file that cannot be read, is locked, or is not of a kind that we know.
    """
    data = _bytes(path)
    suffix = path.suffix.casefold()
    packed = suffix in _WORKBOOKS | _DOCUMENTS
    parts = parts_of(path, data) if packed else {"": data}
    # The whole file too: something may stand between its parts.
    everything = {**parts, _ENVELOPE: names_and_remarks(data).encode(), _WHOLE: data} if packed else parts
    needles = Needles(forbidden)
    traces = [
        *_content_traces(path, suffix, parts),
        *(trace for name, part in everything.items() for trace in _text_traces(name, part, suffix, needles)),
    ]
    return findings_table(finding(trace, path.name) for trace in dict.fromkeys(traces))


def _bytes(path: Path) -> bytes:
    if path.suffix.casefold() not in SUFFIXES:
        raise InputError(
            path, "dit soort bestand kunnen wij niet controleren.", advice=f"Kies uit: {', '.join(sorted(SUFFIXES))}."
        )
    if path.is_dir():
        raise InputError(path, "is een map, geen bestand.", advice="Kies een bestand in deze map.")
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(path, "is te groot om te controleren.", advice="Splits het in kleinere bestanden.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(path, "bestaat niet.", advice="Controleer de naam en de map.") from error
    except OSError as error:
        raise InputError(
            path, f"kan niet worden gelezen ({error.strerror}).", advice="Controleer de naam en de map."
        ) from error


def _content_traces(path: Path, suffix: str, parts: Mapping[str, bytes]) -> Iterator[Trace]:
    if suffix in _WORKBOOKS:
        yield from workbook_traces(path, parts)
    elif suffix in _DOCUMENTS:
        yield from document_traces(path, parts)
    elif suffix in _PAGES:
        yield from page_traces(_decoded(parts[""]))
    elif suffix == ".csv":
        yield from _csv_traces(_decoded(parts[""]))
    else:
        _refuse_broken_json(path, parts[""])


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _csv_traces(text: str) -> Iterator[Trace]:
    """Text that a spreadsheet runs as a formula. A plain number below zero is none."""
    first = text.partition("\n")[0]
    separator = max((",", ";", "\t"), key=first.count)
    csv.field_size_limit(_LARGEST)
    for row, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1):
        for column, cell in enumerate(cells, start=1):
            if not cell.startswith("'") and is_formula_like(cell) and not _NUMBER.fullmatch(cell.strip()):
                yield Trace("formule", cell=cell_address(row, column), value=cell)


def _refuse_broken_json(path: Path, data: bytes) -> None:
    try:
        json.loads(_decoded(data))
    except (ValueError, RecursionError) as error:
        raise InputError(
            path, "is geen geldige JSON.", advice="Maak het bestand opnieuw; misschien is het afgebroken."
        ) from error


def _text_traces(name: str, data: bytes, suffix: str, needles: Needles) -> Iterator[Trace]:
    """Paths of people's computers, and forbidden texts."""
    readings = texts(data)
    # In the source of a JSON file an escaped line break after a colon looks like a path.
    shown = {"\n".join(_strings(json.loads(_decoded(data))))} if suffix == ".json" else readings
    for found in sorted({found[0] for reading in shown for found in _PATH.finditer(reading)}):
        if name != _WHOLE:  # packed bytes look like anything
            yield Trace("pad", name, value=found)
    for text in sorted({text for reading in readings for text in needles.found_in(reading)}):
        yield Trace("niet-openbaar", name, value=text)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from value
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
