"""The form for one registration in JupyterLab: what is typed is counted, shown, saved, and saved in one row only."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from algreg_lib.inventory import Inventory, read_inventory, write_inventory
from algreg_lib.runs import place_notebooks
from algreg_lib.workspace import Workspace, open_workspace
from tests.browser.test_lab import Lab, lab  # noqa: F401  the fixture, over the workspace of this module
from tests.browser.test_reports import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
GOAL = "Het algoritme voorspelt per uur hoeveel inwoners met afval komen."
ROWS = {
    "LV-1": {
        "name": "Voorspelling drukte afvalbrengstation",
        "description_short": "Dit algoritme voorspelt hoe druk het wordt. Inwoners zien wanneer zij kunnen komen.",
        "organization": "Gemeente Utrecht",
        "category": "Natuur en milieu",
        "status": "In gebruik",
        "begin_date": "2023-04",
        "contact_email": "algoritmes@lindervoort.example",
        "website": "https://www.lindervoort.example/afvalbrengstation",
        "publication_category": "Overige algoritmes",
        "goal": GOAL,
        "risks": "<p>De voorspelling kan <b>fout</b> zijn.</p><ul><li>Inwoners wachten dan langer.</li></ul>",
        "lawful_basis_grouping": "Wet milieubeheer | https://wetten.overheid.nl/BWBR0003245\nBeleidsplan",
        "owner": "Teamleider Afval",
        "Eigen kolom": "van de gebruiker",
    },
    "LV-2": {"name": "Parkeerdruk", "goal": "Staat hiernaast"},
    "LV-3": dict.fromkeys(["name", "goal", "website", "lawful_basis_grouping", "status", "Eigen kolom"], HOSTILE[1]),
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("formulier")
    (folder / "algreg.toml").write_text('[organisation]\nname = "Gemeente Lindervoort"\n', encoding="utf-8")
    table = pd.DataFrame.from_dict(ROWS, orient="index", dtype="str").rename_axis("registration_id")
    write_inventory(Inventory(registrations=table), folder / "inventaris.xlsx")
    place_notebooks(open_workspace(folder))
    return open_workspace(folder)


def goal_in(path: Path) -> list[str]:
    return read_inventory(path).registrations["goal"].tolist()


def test_a_changed_text_is_counted_shown_and_saved_in_its_own_row_only(lab: Lab, workspace: Workspace) -> None:  # noqa: F811
    before = read_inventory(workspace.inventory).registrations
    panel = lab.run("registratie")
    form, seen = panel.locator(".algreg-form"), panel.locator(".openbaar")
    expect(seen.get_by_role("heading", level=2)).to_have_text(ROWS["LV-1"]["name"])
    lab.watched.picture("formulier-begin", whole=False)

    form.get_by_role("tab").first.press("ArrowRight")
    expect(form.get_by_role("tab", selected=True)).to_contain_text("Verantwoord gebruik")
    goal = form.get_by_label("Doel en impact")
    expect(form.locator(".veld[data-key=goal] .tellen")).to_have_text(f"{len(GOAL)} van 2500 tekens.")
    cells = lab.page.locator(".jp-Cell").count()
    goal.press("Control+End")
    goal.press_sequentially(" Nu ook bij regen.")
    expect(form.locator(".veld[data-key=goal] .tellen")).to_have_text(f"{len(GOAL) + 18} van 2500 tekens.")
    expect(seen).to_contain_text("Nu ook bij regen.")
    goal.fill("a" * 2_501)
    expect(form.locator(".veld[data-key=goal] .tellen")).to_contain_text("1 teken te veel")
    expect(form.locator(".veld[data-key=goal] .bevindingen")).to_contain_text("Moet opgelost")
    lab.watched.picture("formulier-te-lang", whole=False)
    goal.fill(GOAL + " Nu ook bij regen.")

    laws = form.locator(".veld[data-key=lawful_basis_grouping]")
    laws.get_by_role("button", name="Rij toevoegen").click()
    laws.get_by_role("textbox").nth(4).fill("Gemeentewet")
    laws.get_by_role("textbox").nth(5).fill("https://wetten.overheid.nl/BWBR0005416")
    expect(seen.get_by_role("link", name="Gemeentewet")).to_have_attribute(
        "href", "https://wetten.overheid.nl/BWBR0005416"
    )
    for number, tab in enumerate(form.get_by_role("tab").all()):
        tab.click()
        lab.page.wait_for_timeout(500)
        form.locator(".veld:visible").first.scroll_into_view_if_needed()
        lab.watched.picture(f"formulier-blad-{number}", whole=False)
        result = Axe().run(lab.page, context=".algreg-screen")
        assert result.violations_count == 0, result.generate_report()
    form.get_by_role("tab", name="Verantwoord gebruik").click()
    goal.focus()

    goal.press("Control+s")
    expect(panel.get_by_role("status").filter(has_text="Uw naam ontbreekt")).to_be_visible()
    assert goal_in(workspace.inventory) == before["goal"].tolist()
    panel.get_by_label("Uw naam").fill("Noor")
    panel.get_by_role("button", name="Bewaren in het werkboek").press("Enter")
    expect(panel.get_by_role("status").filter(has_text="Bewaard in inventaris.xlsx")).to_be_visible()
    assert lab.page.locator(".jp-Cell").count() == cells
    lab.watched.picture("formulier-bewaard", whole=False)

    after = read_inventory(workspace.inventory).registrations
    assert after.loc["LV-1", "goal"] == GOAL + " Nu ook bij regen."
    assert after.loc["LV-1", "lawful_basis_grouping"].endswith("Gemeentewet | https://wetten.overheid.nl/BWBR0005416")
    assert after.loc["LV-1", "changed_by"] == "Noor"
    changed = ["goal", "lawful_basis_grouping", "changed_by", "changed_on"]
    pd.testing.assert_frame_equal(after.drop(columns=changed), before.drop(columns=changed))
    pd.testing.assert_frame_equal(after.drop(index="LV-1"), before.drop(index="LV-1"))


def test_what_was_typed_survives_a_workbook_that_somebody_else_changed(lab: Lab, workspace: Workspace) -> None:  # noqa: F811
    panel = lab.run("registratie")
    form = panel.locator(".algreg-form")
    panel.get_by_label("Algoritme", exact=True).select_option("Parkeerdruk")
    form.get_by_role("tab", name="Verantwoord gebruik").click()
    goal = form.get_by_label("Doel en impact")
    expect(goal).to_have_value("Staat hiernaast")
    goal.fill("Mijn tekst")
    expect(panel.get_by_text("Nog niet bewaard bij Parkeerdruk: Doel en impact.")).to_be_visible()
    book = openpyxl.load_workbook(workspace.inventory)
    book["Registraties"]["C5"] = "van een collega"
    book.save(workspace.inventory)
    panel.get_by_label("Uw naam").fill("Noor")
    panel.get_by_role("button", name="Bewaren in het werkboek").click()
    expect(panel.get_by_role("status").filter(has_text="intussen veranderd")).to_be_visible()
    expect(goal).to_have_value("Mijn tekst")
    panel.get_by_role("button", name="Werkboek opnieuw lezen").click()
    expect(panel.get_by_role("status").filter(has_text="opnieuw gelezen")).to_be_visible()
    expect(form.get_by_label("Doel en impact")).to_have_value("Mijn tekst")
    panel.get_by_role("button", name="Bewaren in het werkboek").click()
    expect(panel.get_by_role("status").filter(has_text="Bewaard in inventaris.xlsx")).to_be_visible()
    row = read_inventory(workspace.inventory).registrations.loc["LV-2"]
    assert list(row[["goal", "description_short"]]) == ["Mijn tekst", "van een collega"]


def test_choices_can_be_made_and_taken_back(lab: Lab) -> None:  # noqa: F811
    panel = lab.run("registratie")
    form, seen = panel.locator(".algreg-form"), panel.locator(".openbaar")
    status = form.get_by_label("Status")
    expect(status).to_have_value("In gebruik")
    status.select_option("In ontwikkeling")
    expect(seen).to_contain_text("In ontwikkeling")
    status.select_option("(niets gekozen)")
    expect(seen.locator("#openbaar-status + dd")).to_have_text("Veld niet ingevuld.")
    status.select_option("In gebruik")
    expect(panel.get_by_text("Er is niets dat u nog moet bewaren.")).to_be_visible()
    form.get_by_role("checkbox", name="Verkeer").check()
    expect(seen.locator("#openbaar-category + dd")).to_have_text("Natuur en milieu, Verkeer")
    form.get_by_role("checkbox", name="Natuur en milieu").uncheck()
    expect(seen.locator("#openbaar-category + dd")).to_have_text("Verkeer")
    form.get_by_role("tab", name="Verantwoord gebruik").click()
    laws = form.locator(".veld[data-key=lawful_basis_grouping]")
    laws.get_by_role("button", name="Rij 1 van").click()
    expect(laws.get_by_role("textbox").first).to_be_focused()
    expect(seen.locator("#openbaar-lawful_basis_grouping + dd li").first).to_have_text("Beleidsplan")
    form.get_by_role("tab", name="Algemene informatie").click()
    form.get_by_role("checkbox", name="Verkeer").scroll_into_view_if_needed()
    lab.watched.picture("formulier-keuzes", whole=False)


def test_a_new_registration_is_a_row_more_and_can_be_filled_in_at_once(lab: Lab, workspace: Workspace) -> None:  # noqa: F811
    before = read_inventory(workspace.inventory).registrations
    panel = lab.run("registratie")
    form = panel.locator(".algreg-form")
    panel.get_by_label("Nieuw algoritme").fill("Bomen in beeld")
    panel.get_by_role("button", name="Nieuwe registratie").press("Enter")
    expect(panel.get_by_role("status").filter(has_text="Uw naam ontbreekt")).to_be_visible()
    assert len(read_inventory(workspace.inventory)) == len(before)
    panel.get_by_label("Uw naam").fill("Noor")
    panel.get_by_role("button", name="Nieuwe registratie").press("Enter")
    expect(panel.get_by_role("status").filter(has_text="'Bomen in beeld' staat nu in")).to_be_visible()
    expect(form.get_by_label("Naam", exact=False).first).to_have_value("Bomen in beeld")
    lab.watched.picture("formulier-nieuw", whole=False)
    form.get_by_role("tab", name="Verantwoord gebruik").click()
    form.get_by_label("Doel en impact").fill("Bomen tellen op luchtfoto's.")
    panel.get_by_role("button", name="Bewaren in het werkboek").click()
    expect(panel.get_by_role("status").filter(has_text="Bewaard in inventaris.xlsx")).to_be_visible()
    after = read_inventory(workspace.inventory).registrations
    row = after.loc["gemeente-lindervoort-bomen-in-beeld"]
    assert list(row[["name", "goal", "changed_by"]]) == ["Bomen in beeld", "Bomen tellen op luchtfoto's.", "Noor"]
    pd.testing.assert_frame_equal(after.loc[before.index, before.columns], before)


def test_hostile_cells_never_run_in_the_form(lab: Lab) -> None:  # noqa: F811
    panel = lab.run("registratie")
    panel.get_by_label("Algoritme", exact=True).select_option(index=2)
    form = panel.locator(".algreg-form")
    expect(form.get_by_label("Naam", exact=False).first).to_have_value(HOSTILE[1])
    for tab in form.get_by_role("tab").all():
        tab.click()
    lab.watched.picture("formulier-vijandig", whole=False)
    screen = panel.locator(".algreg-screen")
    assert screen.locator("script, iframe, img, base, style, a[href^='javascript:']").count() == 0
    assert lab.page.evaluate("window.bereikt") is None
    assert lab.watched.dialogs == []
    assert lab.watched.outside == []
