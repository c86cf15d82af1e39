"""Every shape in which people keep a list of algorithms: what is a registration in it, and what each cell means."""

import json
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from algreg_lib.errors import InputError
from algreg_lib.inventory import Inventory, Place, import_files, read_inventory
from algreg_lib.standard import standard


def _workbook(path: Path, *sheets: tuple[str, list[list[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(path)
    return path


def _csv(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes("\n".join(lines).encode(encoding))
    return path


def _filled(inventory: Inventory) -> list[dict[str, str]]:
    frame = inventory.registrations
    return [{str(k): v for k, v in row.items() if isinstance(v, str)} for row in frame.to_dict("records")]


def test_a_sheet_with_dutch_titles_gives_a_registration_per_row(tmp_path):
    source = _workbook(
        tmp_path / "lijst.xlsx",
        (
            "Lijst",
            [["Naam", "Organisatienaam", "Doel en impact"], ["Slim parkeren", "Gemeente Voorbeeld", "Minder files"]],
        ),
    )
    inventory = read_inventory(source)
    assert _filled(inventory) == [
        {"name": "Slim parkeren", "organization": "Gemeente Voorbeeld", "goal": "Minder files"}
    ]
    assert inventory.place("gemeente-voorbeeld-slim-parkeren", "goal") == Place("lijst.xlsx", "Lijst", "C2")


def test_titles_above_the_table_marks_and_explanations_are_no_registrations(tmp_path):
    source = _workbook(
        tmp_path / "lijst.xlsx",
        (
            "Lijst",
            [
                ["Algoritmes van de gemeente, stand mei"],
                [],
                ["name", "organization", "status", "description_short"],
                ["verplicht", "verplicht", "verplicht", None],
                ["Naam", "Organisatie", "Status", "Korte omschrijving"],
                ["De naam die mensen kennen", "Wie het gebruikt", "In gebruik, in ontwikkeling of buiten gebruik", ""],
                ["Slim parkeren", "Gemeente Voorbeeld", "In gebruik", "Telt auto's"],
            ],
        ),
    )
    inventory = read_inventory(source)
    assert [row["name"] for row in _filled(inventory)] == ["Slim parkeren"]
    assert inventory.place("gemeente-voorbeeld-slim-parkeren", "status").cell == "C7"


def test_a_transposed_sheet_per_organisation_gives_a_registration_per_column(tmp_path):
    labels = ["Naam", "Organisatie", "Status", "Doel", "Herzieningsdatum"]
    first = [["A", "X", "In gebruik", "Doel A", date(2023, 4, 1)], ["B", "X", "", "Doel B", "Mogelijk 2023"]]
    empty = [["De naam die gebruikt wordt", "De organisatie", "", "Waarom", "Wanneer"]]
    source = _workbook(
        tmp_path / "masterlijst.xlsx",
        ("Lege invullijst", [["*", label, *(c[i] for c in empty)] for i, label in enumerate(labels)]),
        ("Gemeente X", [["*", label, *(c[i] for c in first)] for i, label in enumerate(labels)]),
    )
    inventory = read_inventory(source)
    assert [(row["name"], row["revision_date"]) for row in _filled(inventory)] == [
        ("A", "2023-04-01"),
        ("B", "Mogelijk 2023"),
    ]
    assert inventory.place("x-b", "goal") == Place("masterlijst.xlsx", "Gemeente X", "D4")


def test_a_sheet_named_after_a_version_is_read_with_the_titles_of_that_version(tmp_path):
    rows = [["Naam", "A"], ["Organisatie", "X"], ["Impacttoetsen", "DPIA"], ["Doel en impact", "Doel"]]
    source = _workbook(
        tmp_path / "export.xlsx", ("0.4", rows), ("1.0", [*rows[:2], ["Toelichting op impacttoetsen", "Ja"]])
    )
    first, second = _filled(read_inventory(source))
    assert first["impacttoetsen_grouping"] == "Data Protection Impact Assessment (DPIA)"
    assert second["impacttoetsen"] == "Ja"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(("encoding", "mark"), [("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("cp1252", "")])
def test_a_csv_file_is_read_whatever_its_separator_and_certain_encoding(separator, encoding, mark, tmp_path):
    header = separator.join(["name", "organization", "goal"])
    source = _csv(tmp_path / "lijst.csv", header, separator.join(["Zoë", "Gemeente Eén", "Doel"]), encoding=encoding)
    assert _filled(read_inventory(source)) == [{"name": "Zoë", "organization": "Gemeente Eén", "goal": "Doel"}]


def test_excel_s_own_first_line_in_a_csv_file_names_the_separator(tmp_path):
    source = _csv(tmp_path / "lijst.csv", "sep=;", "Naam;Organisatie;Doel", "A, en B;X;Y")
    assert [row["name"] for row in _filled(read_inventory(source))] == ["A, en B"]


def test_texts_that_look_like_missing_or_like_numbers_stay_text(tmp_path):
    names = ["NA", "None", "n.v.t.", "null", "nan", "007", "1e5", "TRUE", "12345678901234567890"]
    source = _csv(tmp_path / "lijst.csv", "name,organization,goal", *(f"{name},X,Doel" for name in names))
    assert [row["name"] for row in _filled(read_inventory(source))] == names


def test_numbers_dates_and_truth_in_a_workbook_become_the_text_a_person_sees(tmp_path):
    values = [2024, 0.4, 123456789012, True, date(2024, 3, 1), datetime.fromisoformat("2024-03-01 09:30"), time(9, 30)]
    source = _workbook(
        tmp_path / "lijst.xlsx",
        ("Lijst", [["Naam", "Organisatie", "Doel en impact"], *(["A", "X", value] for value in values)]),
    )
    assert [row["goal"] for row in _filled(read_inventory(source))] == [
        "2024",
        "0.4",
        "123456789012",
        "WAAR",
        "2024-03-01",
        "2024-03-01 09:30:00",
        "09:30:00",
    ]


def test_of_two_columns_with_one_name_both_are_kept(tmp_path):
    source = _csv(tmp_path / "lijst.csv", "Naam,Organisatienaam,Doel en impact,Naam,", "A,X,Y,Tweede naam,Zonder kop")
    assert _filled(read_inventory(source)) == [
        {"name": "A", "organization": "X", "goal": "Y", "Naam (2)": "Tweede naam", "Kolom E": "Zonder kop"}
    ]


def test_a_column_of_its_own_is_kept_exactly_as_read(tmp_path):
    source = _csv(tmp_path / "lijst.csv", "Naam,Organisatie,Doel,Kostenplaats", "A,X,Y, 0042 ")
    assert _filled(read_inventory(source))[0]["Kostenplaats"] == " 0042 "


def test_lists_of_the_register_become_one_entry_per_line(tmp_path):
    record = {
        "name": "A",
        "organization": "X",
        "description_short": "Kort",
        "category": '{Werk,"Ruimte en infrastructuur"}',
        "lawful_basis_grouping": [{"title": "Wet A", "link": "https://a.nl"}, {"title": "Wet B", "link": None}],
        "standard_version": "0.4.0",
        "lars": 12345670,
        "published": True,
    }
    path = tmp_path / "dump.json"
    path.write_text(json.dumps([record]), encoding="utf-8")
    row = _filled(read_inventory(path))[0]
    assert row["category"] == "Werk\nRuimte en infrastructuur"
    assert row["lawful_basis_grouping"] == "Wet A | https://a.nl\nWet B"
    assert (row["lars"], row["published"], row["standard_version"]) == ("12345670", "true", "1.0")


def test_numbered_references_in_an_export_become_one_per_line(tmp_path):
    cell = '"1: Wet A, lid 2, https://a.nl. 2: Wet B, https://b.nl"'
    source = _csv(tmp_path / "e.csv", "name,organization,standard_version,lawful_basis_grouping", f"A,X,1.0,{cell}")
    row = _filled(read_inventory(source))[0]
    assert row["lawful_basis_grouping"] == "Wet A, lid 2 | https://a.nl\nWet B | https://b.nl"


@pytest.mark.parametrize(
    ("cell", "entry"),
    [
        ("1: Wet A ,  https://a.nl", "Wet A | https://a.nl"),
        ("1: Wet A,https://a.nl", "Wet A | https://a.nl"),
        ("1: Wet A , https://a.nl/x,y", "Wet A | https://a.nl/x,y"),
        ("1: https://a.nl", "| https://a.nl"),
        ("1: Wet A, zie de site", "Wet A, zie de site"),
        ("1: Wet A , https://a.nl en https://b.nl", "Wet A , https://a.nl en https://b.nl"),
    ],
)
def test_spaces_round_the_comma_do_not_keep_title_and_link_together(cell, entry, tmp_path):
    source = _csv(tmp_path / "e.csv", "name,organization,standard_version,lawful_basis_grouping", f'A,X,1.0,"{cell}"')
    assert _filled(read_inventory(source))[0]["lawful_basis_grouping"] == entry


def test_a_value_put_together_from_old_keys_names_each_of_them(tmp_path):
    record = {"name": "A", "organization": "X", "goal": "Doel", "impact": "Impact", "dpia": "Ja", "iama": "Ja"}
    path = tmp_path / "dump.json"
    path.write_text(json.dumps([record | {"standard_version": "0.1"}]), encoding="utf-8")
    origin = read_inventory(path).origin
    assert origin is not None
    assert [place.cell for place in origin.places("x-a", "goal")] == ["[0].goal", "[0].impact"]
    assert [place.cell for place in origin.places("x-a", "impacttoetsen_grouping")] == ["[0].dpia", "[0].iama"]
    assert [place.cell for place in origin.places("x-a", "risks")] == []


def test_registrations_of_mixed_versions_each_go_their_own_way_and_keep_their_place(tmp_path):
    source = _csv(
        tmp_path / "e.csv",
        "name,organization,goal,impact,standard_version,impacttoetsen",
        "A,X,Doel A,,1.0,Uitleg",
        "B,X,Doel B,Impact B,0.1,",
        "C,X,Doel C,,0.4.0,DPIA",
    )
    inventory = read_inventory(source)
    rows = _filled(inventory)
    assert rows[0]["impacttoetsen"] == "Uitleg"
    assert rows[1]["goal"] == "Doel B\n\nImpact B"
    assert rows[2]["impacttoetsen_grouping"] == "Data Protection Impact Assessment (DPIA)"
    assert [inventory.place(i, "name").cell for i in inventory.registrations.index] == ["A2", "A3", "A4"]
    assert [place.cell for place in inventory.origin.places("x-b", "goal")] == ["C3", "D3"]


_KEYS = [field.key for field in standard().fields if field.kind == "text" and not field.format]
_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=4), order=st.permutations(_KEYS))
def test_the_order_of_columns_never_matters_and_no_text_is_lost(texts, order, tmp_path):
    rows = [
        {"name": f"N{i}", "organization": "X", "goal": goal, "risks": risks} for i, (goal, risks) in enumerate(texts)
    ]
    path = tmp_path / "lijst.xlsx"
    _workbook(path, ("Lijst", [list(order), *([f"'{row[k]}'" if k in row else None for k in order] for row in rows)]))
    frame = read_inventory(path).registrations
    for key in ("name", "goal", "risks"):
        invisible = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad"))
        expected = [" ".join(f"'{row[key]}'".translate(invisible).split()) for row in rows]
        assert [" ".join(text.split()) for text in frame[key]] == expected


def _merged(path: Path, *ranges: str) -> Path:
    book = openpyxl.load_workbook(path)
    for where in ranges:
        book.active.merge_cells(where)
    book.save(path)
    return path


_FOUR = ["Bron-ID", "Naam", "Organisatienaam", "Doel en impact", "Team"]


def test_a_merged_value_holds_for_every_registration_that_it_runs_over(tmp_path):
    rows = [["1", "A", "X", "Doel", "Zorg"], ["2", "B", None, None, None], ["3", "C", "Y", "Doel", None]]
    source = _merged(_workbook(tmp_path / "lijst.xlsx", ("Lijst", [_FOUR, *rows])), "C2:C3", "E2:E4", "D2:D3")
    imported = import_files([source], tmp_path / "uit.xlsx")
    frame = imported.inventory.registrations
    assert frame["organization"].tolist() == ["X", "X", "Y"]
    assert frame["department"].tolist() == ["Zorg", "Zorg", "Zorg"]
    assert frame["goal"].tolist() == ["Doel", "Doel", "Doel"]
    told = imported.report.recoded[["field", "before", "after", "count"]].to_records(index=False).tolist()
    assert sorted(told) == [("department", "", "Zorg", 2), ("goal", "", "Doel", 1), ("organization", "", "X", 1)]
    assert imported.report.hidden["advice"].str.startswith("De waarde is overgenomen bij elke registratie").all()
    assert len(imported.report.unplaced) == 0


def test_lines_of_one_merged_name_are_one_registration_with_all_their_texts(tmp_path):
    rows = [
        ["1", "A", "X", "Doel een", "Zorg"],
        [None, None, None, "Doel twee", "Zorg"],
        ["2", "B", "X", None, "Werk"],
        [None, None, None, "Doel", None],
    ]
    source = _merged(_workbook(tmp_path / "lijst.xlsx", ("Lijst", [_FOUR, *rows])), "B2:B3", "A2:A3", "E4:E5")
    imported = import_files([source], tmp_path / "uit.xlsx")
    frame = imported.inventory.registrations
    assert frame["name"].fillna("").tolist() == ["A", "B", ""]
    assert frame["goal"].fillna("").tolist() == ["Doel een\nDoel twee", "", "Doel"]
    assert frame["department"].tolist() == ["Zorg", "Werk", "Werk"]
    assert [imported.inventory.place(i, "goal").cell for i in frame.index] == ["D2", "D4", "D5"]
    one = imported.report.hidden["advice"].str.startswith("De naam loopt over deze regels")
    assert sorted(imported.report.hidden["where"][one]) == ["A2:A3", "B2:B3"]
    assert len(imported.report.unplaced) == 0


def test_in_a_transposed_sheet_a_merged_value_runs_to_the_right(tmp_path):
    rows = [
        ["Naam", "A", "B"],
        ["Organisatie", "X", None],
        ["Doel", "Doel A", "Doel B"],
        ["Status", "In gebruik", None],
    ]
    source = _merged(_workbook(tmp_path / "lijst.xlsx", ("Lijst", rows)), "B2:C2")
    assert [row["organization"] for row in _filled(read_inventory(source))] == ["X", "X"]


def test_merged_titles_and_cells_over_several_fields_are_only_told(tmp_path):
    rows = [["Algemeen", None, None, None, None], _FOUR, ["1", "A", "X", "Doel", None], ["2", "B", "X", None, None]]
    source = _merged(_workbook(tmp_path / "lijst.xlsx", ("Lijst", rows)), "A1:E1", "D3:E4")
    imported = import_files([source], tmp_path / "uit.xlsx")
    assert imported.inventory.registrations["goal"].fillna("").tolist() == ["Doel", ""]
    assert imported.report.hidden["advice"].str.startswith("De waarde staat alleen bij de eerste").tolist() == [
        True,
        True,
    ]


_LIST = [["Bron-ID", "Naam", "Organisatienaam", "Status", "Doel en impact"], ["1", "Drukte", "X", "In gebruik", "Rust"]]
_PEOPLE = {
    "a table under its own titles": [
        ["Algoritme", "Naam", "Functie", "E-mail", "Status"],
        ["Drukte", "Bo", "jurist", "bo@x.example", "gepland"],
    ],
    "one column per algorithm": [
        ["Algoritme", "Drukte"],
        ["Eigenaar", "Bo"],
        ["E-mail", "bo@x.example"],
        ["Status", "gepland"],
    ],
    "our titles under a heading": [
        ["Planning voorjaar"],
        ["Registratie-ID", "Wie", "Rol", "Datum interview", "Akkoord"],
        ["1", "Bo", "jurist", "1 mei", "Ja"],
    ],
}


@pytest.mark.parametrize("rows", _PEOPLE.values(), ids=_PEOPLE)
@pytest.mark.parametrize("name", ["Interviews", "planning interviews 2024"])
def test_a_sheet_that_plans_interviews_is_no_list_of_algorithms(rows, name, tmp_path):
    source = _workbook(tmp_path / "lijst.xlsx", ("Lijst", _LIST), (name, rows))
    imported = import_files([source], tmp_path / "uit.xlsx")
    assert imported.inventory.registrations["name"].tolist() == ["Drukte"]
    assert imported.report.remarks["remark"].str.startswith(f"Blad {name} lijkt een planning").tolist() == [True]
    assert set(imported.report.unplaced["why"]) == {"planning van interviews"}
    assert set(imported.report.unplaced["text"]) == {text for row in rows for text in row}


def test_a_planning_is_known_by_its_titles_alone_and_refused_when_there_is_nothing_else(tmp_path):
    source = _workbook(tmp_path / "lijst.xlsx", ("Blad1", _PEOPLE["our titles under a heading"]))
    with pytest.raises(InputError, match="planning van interviews, en geen algoritmes"):
        read_inventory(source)


def test_a_list_of_algorithms_on_a_sheet_called_interviews_is_read(tmp_path):
    rows = [["Naam", "Organisatie", "Doel", "Risicobeheer", "Wie"], ["Drukte", "X", "Rust", "Geen", "Bo"]]
    source = _workbook(tmp_path / "lijst.xlsx", ("Interviews", rows))
    assert [row["name"] for row in _filled(read_inventory(source))] == ["Drukte"]


@pytest.mark.parametrize("label", ["Naam", "Naam algoritme", "name", "Algoritme"])
def test_a_list_of_nothing_but_names_is_a_start(label, tmp_path):
    source = _csv(tmp_path / "lijst.csv", "", label, "Drukte", "", "Parkeren")
    assert [row["name"] for row in _filled(read_inventory(source))] == ["Drukte", "Parkeren"]


def test_one_column_of_something_else_is_no_list(tmp_path):
    with pytest.raises(InputError, match="geen enkel blad"):
        read_inventory(_csv(tmp_path / "lijst.csv", "Collega", "Bo", "Cas"))
