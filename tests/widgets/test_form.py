"""The form without a browser: nothing typed is lost, and what is saved is what was changed."""

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from algreg_lib import widgets
from algreg_lib.errors import AlgregError
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


def test_an_empty_inventory_says_what_to_do(tmp_path: Path) -> None:
    write_inventory(Inventory(registrations=pd.DataFrame(columns=["name"], dtype="str")), tmp_path / "inventaris.xlsx")
    (tmp_path / "algreg.toml").write_text("", encoding="utf-8")
    assert "nog geen algoritmes" in str(widgets.registration(tmp_path))


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
