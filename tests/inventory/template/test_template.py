"""The template: lists, help, limits, marking and explanation for every field, in every version of the standard."""

import zipfile
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.datavalidation import DataValidation

from algreg_lib.inventory import column_letters, read_inventory, write_template
from algreg_lib.inventory.layout import BAND_ROW, COUNT_ROW, FIRST_ROW, REGISTRATIONS, SHEETS, TITLE_ROW, columns
from algreg_lib.inventory.template.look import FULL_COLOUR, GAP_COLOUR, OPEN_COLOUR, WRONG_COLOUR
from algreg_lib.standard import (
    VERSIONS,
    Field,
    current_organisations,
    impact_assessment_titles,
    standard,
    working_fields,
)

FIELDS = {field.key: field for field in (*standard().fields, *working_fields())}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sjabloon") / "sjabloon.xlsx"
    write_template(path, organisation="Gemeente Lindervoort")
    return path


@pytest.fixture(scope="module")
def book(template: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(template)


def _validation(book: openpyxl.Workbook, key: str) -> DataValidation:
    sheet = FIELDS[key].sheet
    position = [column.key for column in columns(sheet)].index(key) + 1
    cell = f"{column_letters(position)}{FIRST_ROW}"
    found = [v for v in book[sheet].data_validations.dataValidation if cell in v.sqref]
    assert len(found) == 1
    return found[0]


def _choices(book: openpyxl.Workbook, validation: DataValidation) -> list[str]:
    [(sheet, cells)] = book.defined_names[validation.formula1].destinations
    return [cell.value for row in book[sheet][cells] for cell in row]


def _rules(book: openpyxl.Workbook, key: str) -> list[Rule]:
    sheet = FIELDS[key].sheet
    position = [column.key for column in columns(sheet)].index(key) + 1
    cell = f"{column_letters(position)}{FIRST_ROW}"
    return [rule for ranges in book[sheet].conditional_formatting if cell in ranges.sqref for rule in ranges.rules]


def _marking(book: openpyxl.Workbook, key: str) -> list[str]:
    return [rule.formula[0] for rule in _rules(book, key)]


def test_the_sheets_stand_in_the_order_of_use(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [*SHEETS, "Toelichting", "Keuzelijsten"]
    assert {page.sheet_state for page in book} == {"visible"}


@pytest.mark.parametrize("sheet", SHEETS)
def test_band_and_titles_stay_in_sight_above_the_rows(book: openpyxl.Workbook, sheet: str) -> None:
    page = book[sheet]
    declared = columns(sheet)  # type: ignore[arg-type]
    assert page.freeze_panes == f"C{FIRST_ROW}"
    assert [cell.value for cell in page[TITLE_ROW]] == [column.title for column in declared]
    bands = [cell.value for cell in page[BAND_ROW] if cell.value]
    assert bands == [band for band, _ in groupby(declared, key=lambda column: column.band)]
    assert page.auto_filter.ref.startswith(f"A{TITLE_ROW}:")


@pytest.mark.parametrize("key", [key for key, field in FIELDS.items() if field.kind == "choice"])
def test_a_choice_has_exactly_its_list(book: openpyxl.Workbook, key: str) -> None:
    validation = _validation(book, key)
    assert (validation.type, validation.showErrorMessage) == ("list", True)
    assert _choices(book, validation) == list(FIELDS[key].choices)
    assert any("EXACT" in formula for formula in _marking(book, key))


def test_lists_that_only_help_let_other_texts_through(book: openpyxl.Workbook) -> None:
    for key, values in (
        ("category", standard()["category"].choices),
        ("organization", current_organisations()),
        ("impacttoetsen_grouping", impact_assessment_titles()),
    ):
        validation = _validation(book, key)
        assert (validation.type, bool(validation.showErrorMessage)) == ("list", False)
        assert _choices(book, validation) == list(values)


@pytest.mark.parametrize("key", [key for key in FIELDS if key != "registration_id"])
def test_a_cell_shows_help_within_the_limits_of_excel(book: openpyxl.Workbook, key: str) -> None:
    validation = _validation(book, key)
    assert validation.showInputMessage
    assert 0 < len(validation.promptTitle) <= 32
    assert len(validation.prompt) <= 255
    assert validation.prompt.startswith(FIELDS[key].help)
    assert len(validation.error or "") <= 255


def test_no_formula_of_a_validation_is_longer_than_excel_takes(book: openpyxl.Workbook) -> None:
    formulas = [v.formula1 for page in book for v in page.data_validations.dataValidation if v.formula1]
    assert max(map(len, formulas)) <= 255


def test_a_text_that_is_too_long_warns_and_is_marked(book: openpyxl.Workbook) -> None:
    validation = _validation(book, "description_short")
    assert (validation.type, validation.operator, validation.formula1) == ("textLength", "lessThanOrEqual", "400")
    assert validation.errorStyle == "warning"
    assert "LEN(C4)>400" in _marking(book, "description_short")


def test_a_month_is_asked_as_year_and_month(book: openpyxl.Workbook) -> None:
    validation = _validation(book, "begin_date")
    assert (validation.type, validation.errorStyle) == ("custom", "warning")
    assert "jjjj-mm" in validation.error
    assert book[REGISTRATIONS].column_dimensions["G"].number_format == "@"


@pytest.mark.parametrize("key", ["registration_id", *[field.key for field in standard().required]])
def test_a_mandatory_gap_is_marked_in_a_row_that_is_in_use(book: openpyxl.Workbook, key: str) -> None:
    last = column_letters(len(columns(REGISTRATIONS)))
    assert any(f"COUNTA($A4:${last}4)>0" in formula and "LEN(TRIM" in formula for formula in _marking(book, key))


@pytest.mark.parametrize(
    ("key", "colours"),
    [
        ("name", [GAP_COLOUR, WRONG_COLOUR, FULL_COLOUR]),
        ("category", [OPEN_COLOUR, WRONG_COLOUR]),
        ("goal", [OPEN_COLOUR, WRONG_COLOUR, FULL_COLOUR]),
        ("begin_date", [OPEN_COLOUR, WRONG_COLOUR]),
        ("end_date", [WRONG_COLOUR]),
        ("tags", [WRONG_COLOUR, FULL_COLOUR]),
        ("lawful_basis_grouping", []),
    ],
)
def test_each_mark_has_its_own_colour_and_the_worst_comes_first(
    book: openpyxl.Workbook, key: str, colours: list[str]
) -> None:
    found = [rule.dxf.fill.bgColor.rgb.replace("FF", "#", 1) for rule in _rules(book, key)]
    assert found == colours


def test_what_nobody_asks_is_not_marked_when_empty(book: openpyxl.Workbook) -> None:
    assert not any("TRIM" in formula for formula in _marking(book, "end_date"))


def _is_counted(field: Field) -> bool:
    return field.kind == "text" and bool(field.max_length) and field.format != "year-month"


def test_every_limit_is_counted_above_its_column(book: openpyxl.Workbook) -> None:
    declared = columns(REGISTRATIONS)
    for position, column in enumerate(declared, start=1):
        value = book[REGISTRATIONS].cell(COUNT_ROW, position).value
        limited = column.field is not None and _is_counted(column.field)
        assert limited == str(value).startswith("="), column.key
        if limited:
            assert f'&" / {column.field.max_length}"' in value


def test_the_explanation_tells_of_every_field_what_why_limit_and_example(book: openpyxl.Workbook) -> None:
    page = book["Toelichting"]
    rows = {row[0]: row for row in page.iter_rows(values_only=True)}
    for field in FIELDS.values():
        row = rows[field.title]
        assert (row[3], row[4], row[5]) == (field.help, field.example.strip("\n"), field.question)
        if field.public:
            assert row[1] == field.key
        if field.max_length and not field.choices:
            assert f"hoogstens {field.max_length} tekens" in row[7]
    assert "handboek hoogstens 99" in rows["Naam"][8]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_of_the_standard_has_a_template_that_is_read_back_as_that_version(
    version: str, tmp_path: Path
) -> None:
    path = tmp_path / "sjabloon.xlsx"
    write_template(path, version=version)
    book = openpyxl.load_workbook(path)
    titles = [cell.value for cell in book[REGISTRATIONS][TITLE_ROW]]
    assert {field.title for field in standard(version).fields} <= set(titles)
    assert len(titles) == len(set(titles))
    _fill_in(book, path)
    read = read_inventory(path)
    assert read.standard == version
    assert read.registrations["name"].tolist() == ["Drukte"]


def _fill_in(book: openpyxl.Workbook, path: Path) -> None:
    page = book[REGISTRATIONS]
    titles = {cell.value: cell.column for cell in page[TITLE_ROW]}
    page.cell(FIRST_ROW, 1).value = "LV-1"
    page.cell(FIRST_ROW, titles["Naam"]).value = "Drukte"
    book.save(path)


def test_an_unknown_version_is_an_error_and_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_template(tmp_path / "sjabloon.xlsx", version="0.5")
    assert list(tmp_path.iterdir()) == []


def test_the_same_template_has_the_same_bytes(template: Path, tmp_path: Path) -> None:
    again = tmp_path / "sjabloon.xlsx"
    write_template(again, organisation="Gemeente Lindervoort")
    assert sha256(again.read_bytes()).digest() == sha256(template.read_bytes()).digest()


def test_the_workbook_has_a_title_a_language_and_no_author(template: Path) -> None:
    with zipfile.ZipFile(template) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "<dc:title>Inventaris algoritmes Gemeente Lindervoort</dc:title>" in core
    assert "<dc:language>nl-NL</dc:language>" in core
    assert "<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>" in core


def test_the_workbook_holds_no_macro_link_or_picture(template: Path) -> None:
    with zipfile.ZipFile(template) as parts:
        names: list[Any] = parts.namelist()
    assert not [name for name in names if any(word in name for word in ("vba", "external", "media", "drawing"))]
