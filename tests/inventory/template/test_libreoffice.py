"""The template in another program: what people fill in survives LibreOffice, and its formulas give the same there."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.formula.translate import Translator

from algreg_lib.inventory import Inventory, column_letters, read_inventory, write_inventory
from algreg_lib.inventory.layout import COUNT_ROW, FIRST_ROW, INTERVIEWS, PRIORITY, REGISTRATIONS, TITLE_ROW, columns
from algreg_lib.standard import CURRENT, VERSIONS, Field, standard, working_fields

pytestmark = pytest.mark.slow

_TEXTS = ["Drukte <b>&</b>\n\nTweede alinea", "=1+1", "'007", "2024-03", "WAAR", "é😀", "  spatie", "1e5"]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile for LibreOffice of its own; skipped where there is none."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice staat niet op deze machine")
    return tmp_path_factory.mktemp("profiel")


def _saved_as(kind: str, sources: Iterable[Path], folder: Path, profile: Path) -> None:
    """LibreOffice opens each workbook and saves it in the folder."""
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources)], check=True, capture_output=True, timeout=300
    )


def _value(field: Field, position: int) -> str:
    if field.kind == "choice":
        return field.choices[position % len(field.choices)]
    return _TEXTS[position % len(_TEXTS)]


def _full(version: str) -> Inventory:
    """Two registrations with something in every column, and somebody who is interviewed."""
    fields = [*standard(version).fields, *(f for f in working_fields() if f.sheet != INTERVIEWS)]
    keys = {f.key: f for f in fields if f.key != "registration_id"}
    rows = {
        f"LV-{row}": {key: _value(field, row + n) for n, (key, field) in enumerate(keys.items())}
        | {"Kostenplaats": "0042", "score_draagvlak": "4"}
        for row in (1, 2)
    }
    frame = pd.DataFrame.from_dict(rows, orient="index").rename_axis("registration_id").astype("str")
    people = {f.key: [_value(f, n)] for n, f in enumerate(working_fields()) if f.sheet == INTERVIEWS}
    interviews = pd.DataFrame({"registration_id": ["LV-1"]} | people, dtype="str")
    return Inventory(registrations=frame, interviews=interviews, standard=version)


def test_every_version_comes_back_from_libreoffice_as_it_was(office: Path, tmp_path: Path) -> None:
    wanted = {version: _full(version) for version in VERSIONS}
    for version, inventory in wanted.items():
        write_inventory(inventory, tmp_path / f"{version}.xlsx")
    sources = sorted(tmp_path.glob("*.xlsx"))
    _saved_as("xlsx", sources, tmp_path / "xlsx", office)
    _saved_as("ods", sources, tmp_path / "ods", office)
    _saved_as("xlsx", sorted((tmp_path / "ods").glob("*.ods")), tmp_path / "terug", office)
    for folder in ("xlsx", "terug"):
        for version, inventory in wanted.items():
            read = read_inventory(tmp_path / folder / f"{version}.xlsx")
            assert read.standard == version
            filled = inventory.registrations
            pd.testing.assert_frame_equal(read.registrations[filled.columns], filled)
            assert set(read.registrations.columns) == {*filled.columns}
            pd.testing.assert_frame_equal(read.interviews[inventory.interviews.columns], inventory.interviews)


def test_lists_limits_and_messages_are_still_there(office: Path, tmp_path: Path) -> None:
    write_inventory(_full(CURRENT), tmp_path / "inventaris.xlsx")
    _saved_as("xlsx", [tmp_path / "inventaris.xlsx"], tmp_path / "uit", office)
    before, after = (openpyxl.load_workbook(tmp_path / name / "inventaris.xlsx") for name in (".", "uit"))
    for sheet in (REGISTRATIONS, INTERVIEWS, PRIORITY):
        there = [
            sorted((rule.prompt or "", rule.type or "") for rule in book[sheet].data_validations.dataValidation)
            for book in (before, after)
        ]
        assert there[0] == there[1]
    assert set(after.defined_names) >= {name for name in before.defined_names if name.startswith("keuze_")}


def _calculated(book: openpyxl.Workbook, folder: Path, profile: Path) -> openpyxl.Workbook:
    """The workbook with the outcomes of its formulas; openpyxl keeps none, so LibreOffice has to calculate."""
    book.save(folder / "vraag.xlsx")
    _saved_as("xlsx", [folder / "vraag.xlsx"], folder / "uit", profile)
    return openpyxl.load_workbook(folder / "uit" / "vraag.xlsx", data_only=True)


def test_characters_are_counted_of_the_longest_text_or_of_the_chosen_algorithm(office: Path, tmp_path: Path) -> None:
    rows = {"LV-1": {"name": "Drukte", "goal": "abc"}, "LV-2": {"name": "Bijstand", "goal": "abcd\ne"}}
    frame = pd.DataFrame.from_dict(rows, orient="index").rename_axis("registration_id").astype("str")
    write_inventory(Inventory(registrations=frame), tmp_path / "inventaris.xlsx")
    book = openpyxl.load_workbook(tmp_path / "inventaris.xlsx")
    shown = _calculated(book, tmp_path, office)
    titles = {cell.value: cell.column for cell in shown[REGISTRATIONS][TITLE_ROW]}

    def counts(page: openpyxl.Workbook) -> list[object]:
        wanted = ("Naam", "Korte omschrijving", "Doel en impact")
        return [page[REGISTRATIONS].cell(COUNT_ROW, titles[title]).value for title in wanted]

    assert counts(shown) == ["8 / 100, rij 5", "0 / 400", "6 / 2500, rij 5"]
    assert counts(shown) == counts(openpyxl.load_workbook(tmp_path / "inventaris.xlsx", data_only=True))
    book[REGISTRATIONS].cell(COUNT_ROW, 1).value = "Drukte"
    assert counts(_calculated(book, tmp_path, office)) == ["6 / 100", "0 / 400", "3 / 2500"]
    assert shown[PRIORITY].cell(FIRST_ROW, 2).value == "Drukte"


#: Field, text, and which of its marks it gets: empty, wrong, nearly too long (as far as the field has them).
_MARKED = [
    ("name", "", [True, False, False]),
    ("name", "a" * 89, [False, False, False]),
    ("name", "a" * 90, [False, False, True]),
    ("name", "a" * 101, [False, True, True]),
    ("category", "", [True, False]),
    ("category", "Werk", [False, False]),
    ("category", "Werk\nEconomie", [False, False]),
    ("category", "Werk\n\nEconomie\n", [False, False]),
    ("category", "Werk\nZorg", [False, True]),
    ("category", "Werk, Economie", [False, True]),
    ("category", "Zorg en gezondheid", [False, False]),
    ("status", "In gebruik", [False, False]),
    ("status", "in gebruik", [False, True]),
    ("begin_date", "2024-12", [False, False]),
    ("begin_date", "2024-13", [False, True]),
    ("begin_date", "jan2023", [False, True]),
]


def test_the_marks_say_in_libreoffice_what_they_say_in_excel(office: Path, tmp_path: Path) -> None:
    """The formula of each mark stands in a cell of the same row here, so that its outcome can be read."""
    frame = pd.DataFrame(
        {key: [text if key == of else None for of, text, _ in _MARKED] for key, _, _ in _MARKED},
        index=pd.Index([f"LV-{n}" for n in range(len(_MARKED))], name="registration_id"),
        dtype="str",
    )
    write_inventory(Inventory(registrations=frame), tmp_path / "inventaris.xlsx")
    book = openpyxl.load_workbook(tmp_path / "inventaris.xlsx")
    page = book[REGISTRATIONS]
    places = {column.key: place for place, column in enumerate(columns(REGISTRATIONS), start=1)}
    for row, (key, _, _) in enumerate(_MARKED, start=FIRST_ROW):
        cell = f"{column_letters(places[key])}{FIRST_ROW}"
        rules = [rule for ranges in page.conditional_formatting if cell in ranges.sqref for rule in ranges.rules]
        for place, rule in enumerate(rules, start=100):
            formula = Translator(f"={rule.formula[0]}", cell)
            page.cell(row, place).value = formula.translate_formula(row_delta=row - FIRST_ROW)
    shown = _calculated(book, tmp_path, office)[REGISTRATIONS]
    found = [
        [bool(shown.cell(row, place).value) for place in range(100, 100 + len(marks))]
        for row, (_, _, marks) in enumerate(_MARKED, start=FIRST_ROW)
    ]
    assert found == [marks for _, _, marks in _MARKED]
