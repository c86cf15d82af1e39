"""Our own workbook comes back exactly as it stands, with the right cell of every value on every sheet."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from algreg_lib.errors import InputError
from algreg_lib.inventory import INTERVIEW_COLUMNS, Inventory, Place, import_files, read_inventory, write_inventory
from algreg_lib.inventory.layout import FIRST_ROW, TITLE_ROW, columns
from algreg_lib.standard import VERSIONS, standard


def _inventory(version: str = "1.0", **columns: list[str | None]) -> Inventory:
    ids = pd.Index(["ALG-1", "ALG-2"], name="registration_id", dtype="str")
    table = {"name": ["Slim parkeren", "Baan"], "organization": ["X", "X"], **columns}
    interviews = pd.DataFrame(
        [["ALG-1", "Beheerder", "Rol", None, "goal", "2026-05-01", "Ja", None, None]],
        columns=list(INTERVIEW_COLUMNS),
        dtype="str",
    )
    return Inventory(registrations=pd.DataFrame(table, index=ids, dtype="str"), standard=version, interviews=interviews)


def test_texts_come_back_as_they_stand_also_untidy_ones(tmp_path):
    path = tmp_path / "inventaris.xlsx"
    untidy = {
        "goal": [" Doel\u00a0", None],
        "status": ["in gebruik", None],
        "score_impact": ["5", None],
        "Eigen": [None, "0042"],
    }
    write_inventory(_inventory(**untidy), path)
    read = read_inventory(path)
    for key, texts in untidy.items():
        assert [None if text != text else text for text in read.registrations[key]] == texts
    assert read.interviews.loc[0, "interviewee"] == "Beheerder"


def test_a_place_is_the_cell_on_the_sheet_where_the_field_stands(tmp_path):
    path = tmp_path / "inventaris.xlsx"
    write_inventory(_inventory(score_impact=["5", "3"]), path)
    read = read_inventory(path)
    place = read.place("ALG-2", "name")
    book = openpyxl.load_workbook(path)
    assert (place.sheet, book[place.sheet][place.cell].value) == ("Registraties", "Baan")
    place = read.place("ALG-2", "score_impact")
    assert (place.sheet, book[place.sheet][place.cell].value) == ("Prioritering", "3")
    assert read.place("ALG-9", "name") == Place("", "", "")


def test_moved_columns_and_rows_between_are_read_just_the_same(tmp_path):
    path = tmp_path / "inventaris.xlsx"
    write_inventory(_inventory(goal=["Doel 1", "Doel 2"]), path)
    expected = read_inventory(path).registrations
    book = openpyxl.load_workbook(path)
    page = book["Registraties"]
    page.insert_cols(1)
    page.cell(TITLE_ROW, 1, "Nieuw")
    page.cell(FIRST_ROW, 1, "eerste")
    page.insert_rows(FIRST_ROW + 1)
    book.save(path)
    read = read_inventory(path).registrations
    assert read["Nieuw"].dropna().tolist() == ["eerste"]
    pd.testing.assert_frame_equal(read.drop(columns="Nieuw"), expected)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_template_of_any_version_comes_back_in_that_version(version, tmp_path):
    path = tmp_path / "inventaris.xlsx"
    key = next(f.key for f in reversed(standard(version).fields) if f.kind == "text")
    write_inventory(_inventory(version, **{key: ["Tekst", None]}), path)
    read = read_inventory(path)
    assert set(standard(version).keys) == set(standard(read.standard).keys)
    assert read.registrations[key].dropna().tolist() == ["Tekst"]


def test_importing_a_template_of_an_older_version_lifts_it_to_the_newest(tmp_path):
    path = tmp_path / "oud.xlsx"
    write_inventory(_inventory("0.1", goal=["Doel", None], impact=["Gevolg", None], score_impact=["5", None]), path)
    made = import_files([path], tmp_path / "inventaris.xlsx").inventory
    assert made.standard == "1.0"
    assert made.registrations.loc["ALG-1", ["goal", "score_impact"]].tolist() == ["Doel\n\nGevolg", "5"]
    assert made.interviews.loc[0, "interviewee"] == "Beheerder"


def test_scores_of_a_registration_that_is_gone_are_reported(tmp_path):
    path = tmp_path / "bron.xlsx"
    write_inventory(_inventory(score_impact=["5", "3"]), path)
    book = openpyxl.load_workbook(path)
    book["Registraties"].delete_rows(FIRST_ROW + 1)
    book.save(path)
    made = import_files([path], tmp_path / "inventaris.xlsx").report
    assert made.unplaced[["sheet", "text", "why"]].to_records(index=False).tolist() == [
        ("Prioritering", "ALG-2", "hoort bij geen registratie"),
        ("Prioritering", "3", "hoort bij geen registratie"),
    ]


def test_a_text_longer_than_a_cell_comes_back_whole(tmp_path):
    path = tmp_path / "inventaris.xlsx"
    long = "lange tekst " * 6_000
    write_inventory(_inventory(risks=[long, None]), path)
    assert read_inventory(path).registrations.loc["ALG-1", "risks"] == long


def _with_sheet(path: Path, name: str, rows: list[list[str]]) -> Path:
    """An inventory of one registration in which one sheet holds something else."""
    frame = pd.DataFrame({"name": ["Drukte"]}, index=pd.Index(["LV-1"], name="registration_id"), dtype="str")
    write_inventory(Inventory(registrations=frame), path)
    book = openpyxl.load_workbook(path)
    del book[name]
    page = book.create_sheet(name)
    for row in rows:
        page.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("name", ["Interviews", "Prioritering"])
def test_a_sheet_of_the_user_under_one_of_our_names_is_kept_and_told(name: str, tmp_path: Path) -> None:
    path = _with_sheet(tmp_path / "bron.xlsx", name, [["Mijn planning"], ["Algoritme", "Persoon"], ["Drukte", "Bo"]])
    assert len(read_inventory(path).interviews) == 0
    told = import_files([path], tmp_path / "inventaris.xlsx").report.unplaced
    assert set(told["text"]) == {"Mijn planning", "Algoritme", "Persoon", "Drukte", "Bo"}


def test_a_sheet_that_lost_the_title_of_its_ids_says_so(tmp_path: Path) -> None:
    titles = [column.title for column in columns("Prioritering")]
    path = _with_sheet(tmp_path / "bron.xlsx", "Prioritering", [["Nummer", *titles[1:]], ["LV-1", "Drukte", "3"]])
    with pytest.raises(InputError, match="op blad Prioritering ontbreekt de kolom Registratie-ID"):
        read_inventory(path)


def test_an_interview_without_an_algorithm_stays_without_one(tmp_path: Path) -> None:
    people = pd.DataFrame({"registration_id": [None], "interviewee": ["Bo"], "Kamer": ["K12"]}, dtype="str")
    frame = pd.DataFrame({"name": ["Drukte"]}, index=pd.Index(["LV-1"], name="registration_id"), dtype="str")
    write_inventory(Inventory(registrations=frame, interviews=people), tmp_path / "inventaris.xlsx")
    read = read_inventory(tmp_path / "inventaris.xlsx").interviews
    assert read[["interviewee", "Kamer"]].to_numpy().tolist() == [["Bo", "K12"]]
    assert read["registration_id"].isna().all()
