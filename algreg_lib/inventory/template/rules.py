"""What Excel itself watches while people type: lists, help, limits, and colours for what is missing or wrong."""

from dataclasses import dataclass
from typing import Any, Final

from algreg_lib.inventory.addresses import column_letters
from algreg_lib.inventory.layout import COUNT_ROW, FIRST_ROW, Column
from algreg_lib.inventory.template.lists import is_binding, values_for
from algreg_lib.inventory.template.look import Look
from algreg_lib.standard import Field

#: Excel takes no more characters in the title and the text of an input message.
_MESSAGE_TITLE: Final = 32
_MESSAGE: Final = 255

#: What stands in the cell that says whose characters are counted, as long as nobody chose a registration.
LONGEST: Final = "Langste tekst"


@dataclass(frozen=True, kw_only=True)
class Area:
    """The cells of one column that people fill in, from `FIRST_ROW` to `last_row`; rows and columns 1-based."""

    column: int
    last_row: int
    row_columns: tuple[int, int]  #: first and last of the columns that say whether a row is in use

    @property
    def letters(self) -> str:
        """The letters of the column."""
        return column_letters(self.column)

    @property
    def top(self) -> str:
        """The first cell, relative: Excel shifts it for the cells below."""
        return f"{self.letters}{FIRST_ROW}"

    @property
    def fixed(self) -> str:
        """All cells, absolute."""
        return f"${self.letters}${FIRST_ROW}:${self.letters}${self.last_row}"

    @property
    def span(self) -> tuple[int, int, int, int]:
        """All cells as XlsxWriter numbers them, from 0."""
        return FIRST_ROW - 1, self.column - 1, self.last_row - 1, self.column - 1

    @property
    def row_in_use(self) -> str:
        """A formula: anything is filled in on this row."""
        first, last = map(column_letters, self.row_columns)
        return f"COUNTA(${first}{FIRST_ROW}:${last}{FIRST_ROW})>0"


def add_rules(page: Any, look: Look, column: Column, area: Area, *, source: str) -> None:
    """Adds validation and marking to one column; `source` is its list, if any. A column of the user gets none."""
    field = column.field
    if field is None:
        return
    page.data_validation(*area.span, _validation(field, area, source))
    empty = f"=AND({area.row_in_use},LEN(TRIM({area.top}))=0)"
    if is_mandatory(field):
        _mark(page, area, empty, look.gap)
    elif field.show_always:
        _mark(page, area, empty, look.open)
    if wrong := _wrong(field, area, source):
        _mark(page, area, wrong, look.wrong)
    if is_counted(field):  # behind the other, so that what is too long is no longer nearly too long
        _mark(page, area, f"=LEN({area.top})>={nearly(field)}", look.full)


def _mark(page: Any, area: Area, formula: str, form: Any) -> None:
    page.conditional_format(*area.span, {"type": "formula", "criteria": formula, "format": form})


def is_mandatory(field: Field) -> bool:
    """Whether an empty cell is marked: the register refuses it, or the workbench cannot tell registrations apart."""
    return field.required or field.key == "registration_id"


def is_counted(field: Field) -> bool:
    """Whether people must mind the length: not in a date, which has one length, nor in what the register fills in."""
    return (
        field.kind == "text" and bool(field.max_length) and field.format != "year-month" and not field.set_by_register
    )


def nearly(field: Field) -> int:
    """From how many characters on a text is nearly too long: nine tenths of the limit."""
    return -(-(field.max_length or 0) * 9 // 10)


def count_formula(area: Area, limit: int, *, name_column: int) -> str:
    """Counts characters against the limit: of the registration chosen in A2, or the longest text of all and its row.

    SUMPRODUCT has every Excel and LibreOffice look at all cells, with no formula that must be entered in a special way.
    """
    name = column_letters(name_column)
    names = f"${name}${FIRST_ROW}:${name}${area.last_row}"
    chosen = f'LEN(INDEX({area.fixed},MATCH($A${COUNT_ROW},{names},0)))&" / {limit}"'
    longest = f"SUMPRODUCT(MAX(LEN({area.fixed})))"
    row = f"SUMPRODUCT(MAX((LEN({area.fixed})={longest})*ROW({area.fixed})))"
    return f'=IFERROR({chosen},{longest}&" / {limit}"&IF({longest}=0,"",", rij "&{row}))'


def count_shown(length: int, row: int, limit: int) -> str:
    """What the formula gives as long as nobody chose a registration, for programs that do not calculate."""
    return f"{length} / {limit}" + (f", rij {row}" if length else "")


def add_count_rules(page: Any, look: Look, area: Area, field: Field) -> None:
    """Marks the count itself when it is nearly or over the limit."""
    cell = f"{area.letters}{COUNT_ROW}"
    count = f'VALUE(LEFT({cell},FIND(" ",{cell})-1))'
    where = (COUNT_ROW - 1, area.column - 1, COUNT_ROW - 1, area.column - 1)
    for formula, form in ((f"={count}>{field.max_length}", look.wrong), (f"={count}>={nearly(field)}", look.full)):
        page.conditional_format(*where, {"type": "formula", "criteria": formula, "format": form})


def in_short(field: Field) -> str:
    """What a cell of this field takes, in a few words; empty where anything goes."""
    if field.set_by_register:
        return "vult het register in"
    if field.kind == "grouping":
        return "per regel: titel | link"
    if field.kind == "choices":
        return "keuzelijst, één per regel"
    if values_for(field):
        return "keuzelijst"
    if field.format == "date":
        return "datum" if field.public else "jjjj-mm-dd"
    return {"year-month": "jjjj-mm", "email": "e-mailadres", "url": "link"}.get(field.format, "")


def message_title(field: Field) -> str:
    """The title of a field, cut to what Excel takes above an input message."""
    return field.title if len(field.title) <= _MESSAGE_TITLE else field.title[: _MESSAGE_TITLE - 1] + "…"


def _validation(field: Field, area: Area, source: str) -> dict[str, Any]:
    shown = {
        "input_title": message_title(field),
        "input_message": _message(field),
        "error_title": message_title(field),
        "ignore_blank": True,
    }
    if source and is_binding(field):
        complaint = "Deze waarde staat niet in de lijst. Kies een waarde uit de lijst, dan neemt het register haar aan."
        return shown | {"validate": "list", "source": f"={source}", "error_message": complaint, "error_type": "warning"}
    if source:
        return shown | {"validate": "list", "source": f"={source}", "show_error": False}
    if field.format == "year-month":
        complaint = "Schrijf het jaar en de maand als jjjj-mm, bijvoorbeeld 2024-03."
        return shown | _warning("custom", f"={_is_year_month(area.top)}", complaint)
    if field.max_length and not field.set_by_register:
        complaint = f"Dit is langer dan de {field.max_length} tekens die het register aanneemt. Maak de tekst korter."
        rule = _warning("length", field.max_length, complaint)
        return shown | rule | {"criteria": "<="}
    return shown | {"validate": "any"}


def _warning(kind: str, value: object, complaint: str) -> dict[str, Any]:
    # A warning and not a stop: what people have must fit in their own list first; the checks say what must change.
    return {"validate": kind, "value": value, "error_message": complaint, "error_type": "warning"}


def _message(field: Field) -> str:
    help_text = field.help or in_short(field) or field.title
    limit = f" Hoogstens {field.max_length} tekens." if field.max_length and not field.choices else ""
    whole = help_text + limit
    if len(whole) <= _MESSAGE:
        return whole
    return help_text if len(help_text) <= _MESSAGE else help_text[: _MESSAGE - 1] + "…"


def _wrong(field: Field, area: Area, source: str) -> str:
    filled = f"LEN({area.top})>0"
    if source and is_binding(field):
        return f"=AND({filled},SUMPRODUCT(--EXACT({source},{area.top}))=0)"
    if field.kind == "choices" and source:
        # Every line is a value of the list when the values that stand on a line are as long together as all lines.
        line = f"FIND(CHAR(10)&{source}&CHAR(10),CHAR(10)&{area.top}&CHAR(10))"
        known = f"SUMPRODUCT(ISNUMBER({line})*LEN({source}))"
        return f'=LEN(SUBSTITUTE({area.top},CHAR(10),""))<>{known}'
    if field.format == "year-month":
        return f"=AND({filled},NOT(IFERROR({_is_year_month(area.top)},FALSE)))"
    if field.max_length and field.kind == "text":
        return f"=LEN({area.top})>{field.max_length}"
    return ""


def _is_year_month(cell: str) -> str:
    month = f"VALUE(RIGHT({cell},2))"
    year = f"VALUE(LEFT({cell},4))"
    return f'AND(LEN({cell})=7,MID({cell},5,1)="-",{year}>=1900,{month}>=1,{month}<=12)'
