"""Inspection of a file as a stranger would do it: unpacked, looking for what is hidden and what may not be there."""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.errors import InputError
from algreg_lib.findings import findings_table
from algreg_lib.publication.inspection.container import parts_of
from algreg_lib.publication.inspection.decoded import readings_of, texts
from algreg_lib.publication.inspection.document import document_traces
from algreg_lib.publication.inspection.envelope import Envelope, envelope
from algreg_lib.publication.inspection.page import page_traces
from algreg_lib.publication.inspection.plain import csv_traces, json_content, json_texts, json_traces
from algreg_lib.publication.inspection.traces import FORBIDDEN, Trace, finding
from algreg_lib.publication.inspection.workbook import workbook_traces
from algreg_lib.publication.needles import Needles

__all__ = ["FORBIDDEN", "SUFFIXES", "inspect_file", "readings_of", "search_file"]

_WORKBOOKS: Final = frozenset({".xlsx", ".xlsm"})
_DOCUMENTS: Final = frozenset({".docx", ".docm"})
_PAGES: Final = frozenset({".html", ".htm"})
SUFFIXES: Final = _WORKBOOKS | _DOCUMENTS | _PAGES | {".csv", ".json"}
_LARGEST: Final = 500_000_000
#: Beside its parts: the names and remarks of the zip, and bytes that belong to no part.
_ENVELOPE: Final = "(zip)"
_LOOSE: Final = "(bestand)"
#: Folders of people and networks: `C:\Users\…`, `\\server\share`, `file:///…`, `/home/…`.
_PATH: Final = re.compile(
    r"\b[A-Za-z]:\\[\w .$-]+|\\\\[\w.-]+\\[\w .$-]+|\bfile:/{2,}[^\s\"'<>]+|(?<![\w/.:])/(?:home|Users)/[\w.-]+"
)
#: Byte order marks; the one of UTF-32 begins as that of UTF-16 does.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def inspect_file(path: Path, *, forbidden: Iterable[str] = ()) -> pd.DataFrame:
    """What is in the file that its reader does not see, and each forbidden text in it, as findings.

    The columns are those of all findings; `sheet` is the sheet or the part of the file, `value` what was found. Empty
    for a clean file. Raises InputError for a file that cannot be read, is locked, or is not of a kind that we know.
    """
    data = _bytes(path)
    suffix = path.suffix.casefold()
    if suffix in _WORKBOOKS | _DOCUMENTS:
        parts = parts_of(path, data)
        around = envelope(data)
        everything = {**parts, _ENVELOPE: "\n".join([around.names, *around.remarks]).encode(), _LOOSE: around.loose}
    else:
        parts, around = {"": data}, Envelope("", (), b"")
        everything = parts
    needles = Needles(forbidden)
    traces = [
        *_content_traces(path, suffix, parts),
        *_loose_traces(around),
        *(trace for name, part in everything.items() for trace in _text_traces(path, name, part, suffix, needles)),
    ]
    return findings_table(finding(trace, path.name) for trace in dict.fromkeys(traces))


def search_file(path: Path, *, forbidden: Iterable[str], name: str) -> pd.DataFrame:
    """Each forbidden text in the bytes of a file of any kind, or in its name, as findings; see `inspect_file`."""
    needles = Needles(forbidden)
    found = sorted({text for reading in {name, *texts(_read(path))} for text in needles.found_in(reading)})
    return findings_table(finding(Trace(FORBIDDEN, value=text), name) for text in found)


def _loose_traces(around: Envelope) -> Iterator[Trace]:
    for remark in around.remarks:
        yield Trace("los-in-zip", _ENVELOPE, value=remark)
    if around.loose:
        yield Trace("los-in-zip", _LOOSE, value=f"{len(around.loose)} bytes die bij geen onderdeel horen")


def _bytes(path: Path) -> bytes:
    if path.suffix.casefold() not in SUFFIXES:
        raise InputError(
            path, "dit soort bestand kunnen wij niet controleren.", advice=f"Kies uit: {', '.join(sorted(SUFFIXES))}."
        )
    return _read(path)


def _read(path: Path) -> bytes:
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
        yield from csv_traces(_decoded(parts[""]))
    else:
        yield from json_traces(json_content(path, _decoded(parts[""])))


def _decoded(data: bytes) -> str:
    """The text of a file of one piece, by its byte order mark; else UTF-8, else as old Windows programs write."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _text_traces(path: Path, name: str, data: bytes, suffix: str, needles: Needles) -> Iterator[Trace]:
    """Paths of people's computers, and forbidden texts."""
    readings = texts(data)
    # In the source of a JSON file an escaped line break after a colon looks like a path.
    shown = {"\n".join(json_texts(json_content(path, _decoded(data))))} if suffix == ".json" else readings
    for found in sorted({found[0] for reading in shown for found in _PATH.finditer(reading)}):
        if name != _LOOSE:  # packed bytes look like anything
            yield Trace("pad", name, value=found)
    for text in sorted({text for reading in readings for text in needles.found_in(reading)}):
        yield Trace(FORBIDDEN, name, value=text)
