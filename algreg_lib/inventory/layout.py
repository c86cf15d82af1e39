"""The shape of our own workbook: which column stands on which sheet and where. Shared by template, writer and reader.

Three sheets hold what people fill in: `Registraties` (one row per registration), `Prioritering` (one row per
registration) and `Interviews` (one row per registration and person). On each of them:

- row 1 (`BAND_ROW`) is a band with the section of the columns below it; a section is written in its first column;
- row 2 (`COUNT_ROW`) counts characters against the limits (formulas and fixed text; never read back);
- row 3 (`TITLE_ROW`) holds the Dutch titles, each once on a sheet; a column of the user has its own name there. It
  stands right above the data, so that Excel's filter and sort leave the rows above it alone;
- the data start in row 4 (`FIRST_ROW`); a row without any value is no registration;
- column A is `Registratie-ID`. On `Prioritering` and `Interviews` column B repeats the name of the registration for the
  reader's eye (value or formula); it is never read back.

Keys are not in the sheet: a title names its field, whatever the order of the columns, so people may move, hide or add
columns. A sheet with another name (`Toelichting`, `Keuzelijsten`, …) is not read.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from algreg_lib.standard import CURRENT, Field, standard, working_fields

SheetName = Literal["Registraties", "Interviews", "Prioritering"]

REGISTRATIONS: Final[SheetName] = "Registraties"
INTERVIEWS: Final[SheetName] = "Interviews"
PRIORITY: Final[SheetName] = "Prioritering"
SHEETS: Final[tuple[SheetName, ...]] = (REGISTRATIONS, INTERVIEWS, PRIORITY)

BAND_ROW: Final = 1
COUNT_ROW: Final = 2
TITLE_ROW: Final = 3
FIRST_ROW: Final = 4
#: Rows that are ready to be filled in (lists, help, colours) below those that are filled.
FREE_ROWS: Final = 500

ID_KEY: Final = "registration_id"
#: Shown on Interviews and Prioritering beside the id, for the eye only.
NAME_KEY: Final = "name"
#: Sheets that the workbook fills itself: how it works, the lists to choose from, and texts too long for one cell.
EXPLANATION: Final = "Toelichting"
LISTS: Final = "Keuzelijsten"
CONTINUED: Final = "Vervolg"
#: The first cell of the sheet Toelichting ends with this; some versions of the standard have the same titles.
VERSION_MARK: Final = "(publicatiestandaard {version})"
#: Band above the columns that the user added.
OWN_BAND: Final = "Eigen kolommen"
#: Scores of criteria that the organisation added stand on Prioritering, under their column name.
SCORE_PREFIX: Final = "score_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a sheet. `field` is None for a column that the user added; its `key` is then its title."""

    key: str
    title: str
    band: str
    field: Field | None = None


@cache
def columns(sheet: SheetName, version: str = CURRENT) -> tuple[Column, ...]:
    """The declared columns of a sheet, from column A on. Keys and titles are unique on a sheet."""
    working = [f for f in working_fields() if f.sheet == sheet and f.key != ID_KEY]
    identity = next(f for f in working_fields() if f.key == ID_KEY)
    fields = [identity]
    if sheet == REGISTRATIONS:
        fields += standard(version).fields
        # A working field that this version of the standard has itself stands with the standard.
        fields += [f for f in working if f.key not in standard(version)]
    else:
        fields += [_name_field(version), *working]
    return tuple(Column(key=f.key, title=f.title, band=f.section or "Register", field=f) for f in fields)


def own_columns(sheet: SheetName, names: list[str], version: str = CURRENT) -> tuple[Column, ...]:
    """Those of `names` that nothing declares and that belong on this sheet, in the order given, behind the others.

    On Interviews all names are those of interviews.
    """
    others = (INTERVIEWS,) if sheet == INTERVIEWS else SHEETS
    declared = {column.key for other in others for column in columns(other, version)}
    wanted = [n for n in names if n not in declared and sheet in {INTERVIEWS, sheet_of(n, version)}]
    return tuple(Column(key=name, title=name, band=OWN_BAND) for name in wanted)


def sheet_of(key: str, version: str = CURRENT) -> SheetName:
    """The sheet on which a field of a registration stands, or a column of the user."""
    declared = any(column.key == key for column in columns(PRIORITY, version) if column.key not in {ID_KEY, NAME_KEY})
    return PRIORITY if declared or key.startswith(SCORE_PREFIX) else REGISTRATIONS


def _name_field(version: str) -> Field:
    known = standard(version)
    return known[NAME_KEY] if NAME_KEY in known else standard(CURRENT)[NAME_KEY]
