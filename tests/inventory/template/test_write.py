"""Writing an inventory and reading it back: nothing is lost, nothing becomes a formula, nothing breaks the file."""

from hashlib import sha256
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algreg_lib.errors import OutputError
from algreg_lib.inventory import INTERVIEW_COLUMNS, Inventory, read_inventory, write_inventory
from algreg_lib.inventory.layout import FIRST_ROW, INTERVIEWS, PRIORITY, REGISTRATIONS
from algreg_lib.standard import standard, working_fields
from algreg_lib.workbooks import CELL_LIMIT


def _inventory(cells: dict[str, dict[str, str]], interviews: list[dict[str, str]] | None = None) -> Inventory:
    frame = pd.DataFrame.from_dict(cells, orient="index").rename_axis("registration_id").astype("str")
    people = pd.DataFrame(interviews or [], columns=list(INTERVIEW_COLUMNS)).astype("str")
    return Inventory(registrations=frame, interviews=people)


def _filled(frame: pd.DataFrame) -> dict[str, dict[str, str]]:
    return {str(row): cells.dropna().to_dict() for row, cells in frame.iterrows()}


def _round_trip(inventory: Inventory, folder: Path) -> Inventory:
    path = folder / "inventaris.xlsx"
    write_inventory(inventory, path)
    return read_inventory(path)


def test_registrations_scores_interviews_and_own_columns_come_back(tmp_path: Path) -> None:
    cells = {
        "LV-1": {
            "name": "Drukte",
            "goal": "Rust\nen ruimte",
            "score_impact": "3",
            "owner": "Team A",
            "Kostenplaats": "007",
        },
        "LV-2": {"name": "Bijstand", "score_media": "5", "test_high_risk": "Nee", "lars": "12345678"},
    }
    interviews = [
        {"registration_id": "LV-1", "interviewee": "Persoon Een", "interview_fields": "goal\nrisks", "agreed": "Ja"},
        {"registration_id": "LV-1", "interviewee": "Persoon Twee"},
    ]
    read = _round_trip(_inventory(cells, interviews), tmp_path)
    assert _filled(read.registrations) == cells
    assert [row.dropna().to_dict() for _, row in read.interviews.iterrows()] == interviews
    assert read.extra_columns == ("Kostenplaats", "score_media")


def test_an_empty_inventory_comes_back_empty(tmp_path: Path) -> None:
    empty = Inventory(registrations=pd.DataFrame(index=pd.Index([], name="registration_id", dtype="str")))
    assert len(_round_trip(empty, tmp_path)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "{=SUM(A1)}",
        "@SUM(A1)",
        "+31",
        "https://voorbeeld.nl",
        "0012",
        "1e5",
        "NA",
        "None",
        "nan",
        "n.v.t.",
        "2024-01",
        "TRUE",
        " rand ",
        "_x000D_",
        "a\tb",
        "<b>vet</b> & 'zo'",
        "👩‍💻 é ß",
        "a\x0bb\x01",
    ],
)
def test_a_text_stays_the_same_text(text: str, tmp_path: Path) -> None:
    cells = {"LV-1": {"name": "Drukte", "goal": text, "begin_date": text}}
    path = tmp_path / "inventaris.xlsx"
    write_inventory(_inventory(cells), path)
    assert openpyxl.load_workbook(path)[REGISTRATIONS].cell(FIRST_ROW, 2).data_type == "s"
    read = read_inventory(path)
    assert _filled(read.registrations) == cells


def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path) -> None:
    path = tmp_path / "inventaris.xlsx"
    write_inventory(_inventory({"=A1": {"name": "=1+1", "website": "https://voorbeeld.nl", "eigen": "=2"}}), path)
    page = openpyxl.load_workbook(path)[REGISTRATIONS]
    cells = [cell for row in page.iter_rows(min_row=FIRST_ROW) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


@pytest.mark.parametrize("text", ["a" * CELL_LIMIT, "a" * (CELL_LIMIT + 1), "👍" * CELL_LIMIT, "ab" * 50_000])
def test_a_text_longer_than_a_cell_takes_is_whole(text: str, tmp_path: Path) -> None:
    cells = {"LV-1": {"name": "Kort"}, "LV-2": {"name": "Lang", "goal": text}}
    read = _round_trip(_inventory(cells), tmp_path)
    assert read.registrations.loc["LV-2", "goal"] == text
    assert pd.isna(read.registrations.loc["LV-1", "goal"])


def test_the_sheet_for_long_texts_is_there_only_when_it_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "inventaris.xlsx"
    for length, expected in ((CELL_LIMIT, False), (CELL_LIMIT + 1, True)):
        write_inventory(_inventory({"LV-1": {"name": "Lang", "goal": "a" * length}}), path)
        assert ("Vervolg" in openpyxl.load_workbook(path).sheetnames) is expected


def test_half_a_character_does_not_break_the_workbook(tmp_path: Path) -> None:
    frame = pd.DataFrame({"name": ["a\ud800b"]}, index=pd.Index(["LV-1"], name="registration_id"), dtype=object)
    read = _round_trip(Inventory(registrations=frame), tmp_path)
    assert read.registrations["name"].tolist() == ["a_xD800_b"]


def test_an_own_column_with_the_title_of_a_field_is_not_mixed_up_with_it(tmp_path: Path) -> None:
    read = _round_trip(_inventory({"LV-1": {"name": "Drukte", "Status": "groen", "status": "In gebruik"}}), tmp_path)
    assert _filled(read.registrations) == {
        "LV-1": {"name": "Drukte", "status": "In gebruik", "Status (eigen)": "groen"}
    }


def test_names_are_shown_beside_scores_and_people(tmp_path: Path) -> None:
    path = tmp_path / "inventaris.xlsx"
    write_inventory(_inventory({"LV-1": {"name": "Drukte"}}, [{"registration_id": "LV-1"}]), path)
    book = openpyxl.load_workbook(path, data_only=True)
    assert [book[sheet].cell(FIRST_ROW, 2).value for sheet in (PRIORITY, INTERVIEWS)] == ["Drukte", "Drukte"]


def test_more_rows_than_look_ups_can_bear_show_their_name_as_text(tmp_path: Path) -> None:
    cells = {f"LV-{row}": {"name": f"Algoritme {row}"} for row in range(2_001)}
    path = tmp_path / "inventaris.xlsx"
    write_inventory(_inventory(cells), path)
    page = openpyxl.load_workbook(path)[PRIORITY]
    assert page.cell(FIRST_ROW + 2_000, 2).value == "Algoritme 2000"
    assert _filled(read_inventory(path).registrations) == cells


def test_five_hundred_registrations_leave_room_for_more(tmp_path: Path) -> None:
    cells = {f"LV-{row}": {"name": "Drukte"} for row in range(500)}
    path = tmp_path / "inventaris.xlsx"
    write_inventory(_inventory(cells), path)
    page = openpyxl.load_workbook(path)[REGISTRATIONS]
    lasts = {ranges.max_row for v in page.data_validations.dataValidation for ranges in v.sqref.ranges}
    assert lasts == {2, FIRST_ROW - 1 + 1_000}


def test_the_same_inventory_gives_the_same_bytes(tmp_path: Path) -> None:
    inventory = _inventory(
        {"LV-1": {"name": "Drukte", "goal": "é" * 40_000, "eigen": "x"}}, [{"registration_id": "LV-1"}]
    )
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for path in paths:
        write_inventory(inventory, path)
    assert len({sha256(path.read_bytes()).digest() for path in paths}) == 1


def test_a_folder_that_takes_no_file_is_an_error_and_the_old_file_stays(tmp_path: Path) -> None:
    blocked = tmp_path / "bestand"
    blocked.write_text("geen map", encoding="utf-8")
    with pytest.raises(OutputError):
        write_inventory(_inventory({"LV-1": {"name": "Drukte"}}), blocked / "inventaris.xlsx")
    assert blocked.read_text(encoding="utf-8") == "geen map"


_KEYS = [*standard().keys, *(f.key for f in working_fields() if f.sheet != "Interviews" and f.key != "registration_id")]
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda text: text.strip())


@given(rows=st.lists(st.dictionaries(st.sampled_from(_KEYS), _TEXTS, min_size=1, max_size=6), min_size=1, max_size=4))
@settings(deadline=None, max_examples=25)
def test_whatever_is_written_is_read(rows: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    cells = {f"LV-{number}": {"name": "Drukte"} | row for number, row in enumerate(rows)}
    read = _round_trip(_inventory(cells), tmp_path_factory.mktemp("rond"))
    assert _filled(read.registrations) == cells
