"""Where in a grid the registrations are: orientation, header, first line of data, and which line is which field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from algreg_lib.inventory.addresses import cell_address, column_letters
from algreg_lib.inventory.grids import Grid
from algreg_lib.inventory.model import Orientation
from algreg_lib.inventory.reading.headers import Header, header_in
from algreg_lib.inventory.reading.labels import Matches, matches
from algreg_lib.inventory.reading.merging import merged, one_line_ranges
from algreg_lib.inventory.table import Leftover, Match, Table, Texts, free_name
from algreg_lib.standard import CURRENT, canonical_version, standard

_HEADER_ROWS: Final = 30  #: a header further down than this is not looked for
_LABEL_COLUMNS: Final = 6
_LABEL_ROWS: Final = 200  #: more fields than this has no registration; below it stand data
_EXPLAINS_NAME: Final = re.compile(
    r"(de |het |een )?(volledige |officiële )?(naam|titel) (die|van|waar|waaronder)\b", re.I
)


def table(grid: Grid, *, chosen: Mapping[str, str] | None = None) -> Table | None:
    """The registrations in a grid; None when no line of it looks like a header."""
    by_row = header_in(grid.head(_HEADER_ROWS), chosen)
    by_column = header_in([column[:_LABEL_ROWS] for column in grid.columns[:_LABEL_COLUMNS]], chosen)
    if max(by_row.score, by_column.score) == 0:
        return None
    # A transposed sheet has one label per row; the row of names may look like a header only by accident.
    if by_column.score > by_row.score:
        return _cut(grid, grid.rows, "columns", by_column, chosen)
    return _cut(grid, grid.columns, "rows", by_row, chosen)


def names_only(grid: Grid) -> Table | None:
    """The registrations in a grid that holds nothing but one column, headed as the name; None for any other."""
    filled = [column for column in grid.columns if any(text.strip() for text in column)]
    if len(filled) != 1:
        return None
    head = next(row for row, text in enumerate(filled[0]) if text.strip())
    keys = {match.key for match in matches([filled[0][head].strip()]).labels if match.how != "own"}
    return _cut(grid, grid.columns, "rows", Header(1, head, (head,)), None) if keys == {"name"} else None


def _cut(
    grid: Grid,
    fields: Sequence[Sequence[str]],
    orientation: Orientation,
    header: Header,
    chosen: Mapping[str, str] | None,
) -> Table:
    start = header.lines[-1] + 1
    found = matches([line[header.main].strip() for line in fields], chosen=chosen, version=_named_version(grid.sheet))
    read = [np.array(line[start:], dtype=object) for line in fields]
    labels = _unique(found, read, orientation)
    cells = merged(read, labels, one_line_ranges(grid.merged, transposed=orientation == "columns", start=start))
    body = cells.body
    kept = _registrations(labels, body)
    skipped = [i for i in range(len(fields)) if not labels[i].label and not any(body[i][kept])]
    inside = [i for i in range(len(fields)) if i not in skipped]
    return Table(
        file=grid.file,
        sheet=grid.sheet,
        orientation=orientation,
        header_lines=tuple(line + 1 for line in header.lines),
        version=found.version,
        by_key=found.by_key,
        labels=tuple(labels[i] for i in inside),
        lines=tuple(i + 1 for i in inside),
        values=tuple(body[i][kept] for i in inside),
        entries=np.flatnonzero(kept) + start + 1,
        leftovers=tuple(_leftovers(grid, fields, orientation, header, kept | cells.inside)),
        filled=tuple(cells.filled),
        merged_advice=cells.advice,
    )


def _named_version(sheet: str) -> str:
    try:
        return canonical_version(sheet)
    except KeyError:
        return ""


def _unique(found: Matches, body: list[Texts], orientation: Orientation) -> list[Match]:
    """The matches with every key once: of two columns with one name the second becomes a column of its own."""
    seen: set[str] = set()
    labels = []
    for position, match in enumerate(found.labels):
        if not match.label:
            if not any(body[position]):
                labels.append(match)
                continue
            name = f"Kolom {column_letters(position + 1)}" if orientation == "rows" else f"Rij {position + 1}"
            match = Match("", name, "own", 0)  # noqa: PLW2901 - the same column, now with a name
        name = free_name(match.key, seen, label=match.label)
        seen.add(name)
        labels.append(match if name == match.key else Match(match.label, name, "own", 0))
    return labels


def _registrations(labels: Sequence[Match], body: list[Texts]) -> npt.NDArray[np.bool_]:
    """Which lines of data are a registration: something is filled in, and it is no explanation of the fields."""
    filled = np.zeros(len(body[0]) if body else 0, dtype=bool)
    for match, texts in zip(labels, body, strict=True):
        if match.how != "own":
            filled |= has_text(texts)
    by_key = {match.key: texts for match, texts in zip(labels, body, strict=True) if match.how != "own"}
    first = int(np.argmax(filled)) if filled.any() else -1
    if first >= 0 and _explains({key: texts[first] for key, texts in by_key.items()}):
        filled[first] = False
    return filled


def has_text(texts: Texts) -> npt.NDArray[np.bool_]:
    """Which of the texts hold more than spaces."""
    filled: npt.NDArray[np.bool_] = texts.astype(bool)
    spaces = [i for i in np.flatnonzero(filled).tolist() if texts[i].isspace()]
    filled[spaces] = False
    return filled


def _explains(registration: Mapping[str, str]) -> bool:
    """Whether the first line under the header says what the fields mean instead of describing an algorithm."""
    status = registration.get("status", "").casefold()
    named = sum(choice.casefold() in status for choice in standard(CURRENT)["status"].choices)
    return named > 1 or _EXPLAINS_NAME.match(registration.get("name", "").strip()) is not None


def _leftovers(
    grid: Grid,
    fields: Sequence[Sequence[str]],
    orientation: Orientation,
    header: Header,
    kept: npt.NDArray[np.bool_],
) -> Iterator[Leftover]:
    start = header.lines[-1] + 1
    before = "boven de tabel" if orientation == "rows" else "naast de tabel"
    outside = [*range(start), *(np.flatnonzero(~kept) + start).tolist()]
    for other in outside:
        why = "kopregel" if other in header.lines else before if other < start else "geen registratie"
        for position, line in enumerate(fields):
            if other != header.main and (text := line[other]).strip():
                at = (other + 1, position + 1) if orientation == "rows" else (position + 1, other + 1)
                yield Leftover(file=grid.file, sheet=grid.sheet, cell=cell_address(*at), text=text, why=why)
