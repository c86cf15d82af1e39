"""The form without a browser: nothing typed is lost, and what is saved is what was changed."""

from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from algreg_lib import widgets
from algreg_lib.errors import AlgregError
from algreg_lib.history import read_history
from algreg_lib.inventory import Inventory, open_workbook, read_inventory, write_inventory
from algreg_lib.widgets import form as form_module
from algreg_lib.widgets.form import Form
from algreg_lib.workspace import open_workspace

ROWS = {"a1": {"name": "Drukte", "goal": "Eerste doel"}, "b2": {"name": "Parkeren", "category": "Verkeer"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    table = pd.DataFrame.from_dict(ROWS, orient="index", dtype="str").rename_axis("registration_id")
    write_inventory(Inventory(registrations=table), tmp_path / "inventaris.xlsx")
    (tmp_path / "algreg.toml").write_text("", encoding="utf-8")
    return tmp_path


@pytest.fixture
def form(folder: Path) -> Form:
    workspace = open_workspace(folder)
    return Form(workspace, open_workbook(workspace.inventory), chosen="a1", by="Ada")


def note(form: Form, key: str) -> dict[str, object]:
    return form.inputs.notes["fields"][key]


def saved(folder: Path) -> pd.DataFrame:
    return read_inventory(folder / "inventaris.xlsx").registrations


def test_unattended_it_is_the_public_page(folder: Path) -> None:
    page = str(widgets.registration(folder))
    assert "<h2>Drukte</h2>" in page
    assert "Eerste doel" in page
    assert "<h2>Parkeren</h2>" in str(widgets.registration(folder, algorithm="b2"))


def test_an_id_that_does_not_exist_is_told(folder: Path) -> None:
    with pytest.raises(AlgregError, match="geen registratie met ID 'zz'"):
        widgets.registration(folder, algorithm="zz")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    write_inventory(Inventory(registrations=pd.DataFrame(columns=["name"], dtype="str")), tmp_path / "inventaris.xlsx")
    (tmp_path / "algreg.toml").write_text('[organisation]\nname = "Gemeente Lindervoort"\n', encoding="utf-8")
    return tmp_path


def test_an_empty_inventory_says_what_to_do(empty: Path) -> None:
    assert "nog geen algoritmes" in str(widgets.registration(empty))


def test_the_first_registration_is_made_in_the_form(empty: Path) -> None:
    workspace = open_workspace(empty)
    form = Form(workspace, open_workbook(workspace.inventory), chosen="", by="Ada")
    assert form.inputs not in every_part(form.screen)
    form.new_name.value = "Bomen in beeld"
    form.add()
    assert saved(empty)[["name", "organization"]].to_dict("index") == {
        "gemeente-lindervoort-bomen-in-beeld": {"name": "Bomen in beeld", "organization": "Gemeente Lindervoort"}
    }
    assert form.inputs in every_part(form.screen)
    assert "<h2>Bomen in beeld</h2>" in form.page.markup


def every_part(part: Any) -> list[Any]:
    return [part, *(each for child in getattr(part, "children", ()) for each in every_part(child))]


def test_a_new_registration_is_shown_to_be_filled_in_and_what_was_typed_elsewhere_waits(
    form: Form, folder: Path
) -> None:
    form.edited("goal", "Mijn doel")
    form.new_name.value = "Bomen"
    form.add()
    assert form.log.told == "'Bomen' staat nu in inventaris.xlsx. Vul de velden in en bewaar."
    assert (form.chooser.value, form.values["name"], form.new_name.value) == ("bomen", "Bomen", "")
    form.edited("goal", "Tellen")
    form.save()
    assert saved(folder)["goal"].dropna().to_dict() == {"a1": "Eerste doel", "bomen": "Tellen"}
    form.chooser.value = "a1"
    assert form.values["goal"] == "Mijn doel"
    events = read_history(open_workspace(folder)).events
    assert list(zip(events["by"], events["field"], events["new"], strict=True)) == [
        ("Ada", "", "Bomen"),
        ("Ada", "goal", "Tellen"),
    ]


@pytest.mark.parametrize(("name", "told"), [("Drukte", "Er is al een registratie"), (" ", "De naam ontbreekt")])
def test_a_new_registration_with_a_name_that_is_taken_or_empty_is_refused(
    form: Form, folder: Path, name: str, told: str
) -> None:
    before = (folder / "inventaris.xlsx").read_bytes()
    form.new_name.value = name
    form.add()
    assert told in form.log.told
    assert (folder / "inventaris.xlsx").read_bytes() == before
    assert form.chooser.value == "a1"


def test_a_new_registration_waits_for_excel_to_close_the_workbook(form: Form, folder: Path) -> None:
    (folder / "~$inventaris.xlsx").write_bytes(b"")
    form.new_name.value = "Bomen"
    form.add()
    assert "staat open in Excel" in form.log.told
    assert form.new_name.value == "Bomen"
    (folder / "~$inventaris.xlsx").unlink()
    form.add()
    assert "bomen" in saved(folder).index


def test_somebody_at_the_screen_gets_the_form(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_module, "interactive", lambda: True)
    assert "algreg-screen" in widgets.registration(folder)._dom_classes


def test_typing_is_counted_shown_and_checked(form: Form) -> None:
    assert note(form, "goal")["remarks"] == []
    form.edited("goal", "b" * 2501)
    assert note(form, "goal")["over"]
    assert note(form, "goal")["remarks"][0]["severity"] == "critical"
    assert "b" * 2501 in form.page.markup
    assert "Nog niet bewaard bij Drukte: Doel en impact." in form.log.markup
    form.edited("goal", "Eerste doel")
    assert "niets dat u nog moet bewaren" in form.log.markup


def test_a_begin_that_still_has_to_come_is_told_while_typing(form: Form) -> None:
    form.edited("status", "In gebruik")
    form.edited("begin_date", "2099-12")

    assert "toekomst" in str(note(form, "begin_date")["remarks"])


def test_saving_writes_what_was_changed_with_who(form: Form, folder: Path) -> None:
    before = saved(folder)
    form.edited("category", ["Verkeer", "Wonen"])
    form.edited("lawful_basis_grouping", [["Wet", "https://a.example"], ["", ""]])
    form.save()
    assert form.log.told == "Bewaard in inventaris.xlsx: Thema, Verwijzingen wettelijke basis."
    row = saved(folder).loc["a1"]
    assert list(row[["category", "lawful_basis_grouping", "changed_by"]]) == [
        "Verkeer\nWonen",
        "Wet | https://a.example",
        "Ada",
    ]
    assert note(form, "changed_by")["fixed"] == "Ada"
    events = read_history(open_workspace(folder)).events
    assert list(zip(events["by"], events["how"], events["field"], events["old"], events["new"], strict=True)) == [
        ("Ada", "formulier", "category", "", "Verkeer\nWonen"),
        ("Ada", "formulier", "lawful_basis_grouping", "", "Wet | https://a.example"),
    ]
    pd.testing.assert_frame_equal(saved(folder).drop(index="a1"), before.drop(index="a1"))
    form.save()
    assert "niets veranderd" in form.log.told


def test_a_refused_save_loses_nothing_and_a_fresh_reading_makes_it_possible(form: Form, folder: Path) -> None:
    form.edited("goal", "Mijn doel")
    book = openpyxl.load_workbook(folder / "inventaris.xlsx")
    goal = [cell.value for cell in book["Registraties"][3]].index("Doel en impact") + 1
    book["Registraties"].cell(4, goal).value = "Doel van een collega"
    book.save(folder / "inventaris.xlsx")
    form.save()
    assert "intussen veranderd" in form.log.told
    assert form.values["goal"] == "Mijn doel"
    form.reread()
    assert "Let op: ook daar veranderd: Doel en impact (Drukte)." in form.log.told
    assert form.values["goal"] == "Mijn doel"
    form.save()
    assert saved(folder).loc["a1", "goal"] == "Mijn doel"


def test_a_registration_that_disappeared_keeps_its_text_on_the_screen(form: Form, folder: Path) -> None:
    form.edited("goal", "Mijn doel")
    book = openpyxl.load_workbook(folder / "inventaris.xlsx")
    book["Registraties"].delete_rows(4)
    book.save(folder / "inventaris.xlsx")
    form.reread()
    assert "staat niet meer: Drukte" in form.log.told
    assert form.values["goal"] == "Mijn doel"
    form.discard()
    form.reread()
    assert form.chooser.value == "b2"


def test_drafts_wait_while_another_registration_is_looked_at(form: Form) -> None:
    form.edited("goal", "Mijn doel")
    form.chooser.value = "b2"
    assert form.values["name"] == "Parkeren"
    assert ("Drukte (nog niet bewaard)", "a1") in form.chooser.options
    form.chooser.value = "a1"
    assert form.values["goal"] == "Mijn doel"
    form.discard()
    assert form.values["goal"] == "Eerste doel"
    assert form.log.told == "Weggegooid: Doel en impact."


def told(form: Form, value: str, *, turn: int, shown: str = "a1", **more: bool) -> None:
    form.inputs._received(None, {"edited": "goal", "value": value, "turn": turn, "shown": shown, **more}, None)


def test_what_was_typed_for_another_registration_is_dropped(form: Form) -> None:
    told(form, "laat", turn=1, shown="b2")
    assert form.values["goal"] == "Eerste doel"


def test_a_text_that_comes_in_too_late_does_not_win(form: Form) -> None:
    told(form, "eerst", turn=1)
    told(form, "derde", turn=3)
    told(form, "tweede", turn=2)
    assert form.values["goal"] == "derde"


def test_the_key_to_save_saves_the_text_that_it_came_with(form: Form, folder: Path) -> None:
    told(form, "net getypt", turn=1, save=True)
    assert saved(folder).loc["a1", "goal"] == "net getypt"
    form.inputs._received(None, {"save": True, "shown": "a1"}, None)
    assert "niets veranderd" in form.log.told


def test_a_view_that_opens_later_shows_what_was_typed_and_one_in_use_is_left_alone(form: Form) -> None:
    before = form.inputs.form
    form.edited("goal", "Mijn doel")
    now = form.inputs.form
    assert now["load"] == before["load"]
    assert [f["value"] for tab in now["tabs"] for f in tab["fields"] if f["key"] == "goal"] == ["Mijn doel"]
    form.reread()
    assert form.inputs.form["load"] > now["load"]
