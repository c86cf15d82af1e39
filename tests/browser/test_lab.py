"""JupyterLab in a real browser: every notebook opens and runs, and what people do on the screens is in the files."""

import socket
import subprocess
import time
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from algreg_lib.history import record_save
from algreg_lib.inventory import Inventory, read_inventory, write_inventory
from algreg_lib.priority import ANSWERS_FILE, read_answers
from algreg_lib.privacy import current, read_decisions
from algreg_lib.runs import lab_command, lab_environment, place_notebooks, run_demo, run_reports
from algreg_lib.workspace import Workspace, open_workspace
from tests.browser.conftest import Watched
from tests.browser.test_reports import HOSTILE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
MOMENT = datetime(2026, 11, 21, 9, 5, tzinfo=UTC)
NOTEBOOKS = sorted(path.stem for path in (Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))
SCREENS = ("verkennen", "prioriteren", "kwaliteit-bekijken", "impacttoets", "privacy-besluiten")
IDLE = "() => jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
KERNEL = "() => ({id: jupyterapp.shell.currentWidget.sessionContext.session.kernel.id})"
#: Leaves every notebook without being asked whether to save it.
CLOSE = """async () => {
    for (const panel of jupyterapp.shell.widgets('main')) if (panel.context) panel.context.model.dirty = false;
    await jupyterapp.commands.execute('application:close-all');
}"""
OUTPUTS = "() => jupyterapp.shell.currentWidget.content.widgets.flatMap(cell => cell.model.outputs?.toJSON() ?? [])"


class Lab:
    """One page with JupyterLab, in which notebooks open one after the other."""

    def __init__(self, watched: Watched, address: str) -> None:
        self.watched, self.page = watched, watched.page
        self._address = address
        self.sockets: list[str] = []
        self._kernels: dict[str, dict[str, str]] = {}
        self.page.on("websocket", lambda each: self.sockets.append(each.url))
        self.load()

    def load(self) -> None:
        """Opens JupyterLab afresh."""
        self.page.goto(f"{self._address}/lab?reset", wait_until="domcontentloaded")
        self.page.wait_for_function("() => window.jupyterapp?.restored")
        self.page.evaluate("() => jupyterapp.restored")

    def run(self, notebook: str, folder: str = "notebooks") -> Locator:
        """Opens the notebook as the only one and runs all its cells; what it shows.

        The notebooks of a folder share a kernel here, as starting one takes long; tests/notebooks gives each its own.
        """
        self.page.evaluate(CLOSE)
        options = {"path": f"{folder}/{notebook}.ipynb", "factory": "Notebook"}
        options |= {"kernel": self._kernels[folder]} if folder in self._kernels else {}
        self.page.evaluate("options => jupyterapp.commands.execute('docmanager:open', options)", options)
        self.page.wait_for_function(IDLE, timeout=60_000)
        self._kernels[folder] = self.page.evaluate(KERNEL)
        self.page.evaluate("() => jupyterapp.commands.execute('notebook:run-all-cells')")
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def outputs(self) -> list[dict[str, Any]]:
        return self.page.evaluate(OUTPUTS)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The example workspace, and in it a folder with another one, of which every cell is an attack."""
    folder = run_demo(tmp_path_factory.mktemp("lab") / "voorbeeld", moment=MOMENT).folder
    place_notebooks(open_workspace(folder))
    attack = folder / "vijandig"
    keys = ["name", "description_short", "organization", "status", "contact_email", "goal", "owner", "department"]
    keys += ["publication_category", "website", "risks", "<b>eigen kolom</b>"]
    rows = {
        f"<i>r{n}</i>": dict.fromkeys(keys, f"{text} Bel mw. Hiske Rintjema. {n}") for n, text in enumerate(HOSTILE)
    }
    table = pd.DataFrame.from_dict(rows, orient="index", dtype="str").rename_axis("registration_id")
    write_inventory(Inventory(registrations=table), attack / "inventaris.xlsx")
    settings = '[organisation]\nname = "<script>window.bereikt = 1</script>"\n'
    for key in ("impact", "urgency"):
        settings += (
            f"[[priority.criteria]]\nkey = '{key}'\nlabel = '<img src=x onerror=\"window.bereikt=1\">'\nweight = 1\n"
        )
    (attack / "algreg.toml").write_text(settings, encoding="utf-8")
    run_reports(open_workspace(attack), moment=MOMENT)
    for key in rows:
        past = {"before": {"goal": HOSTILE[0]}, "after": {"goal": HOSTILE[1]}}
        record_save(open_workspace(attack), key, **past, by=HOSTILE[2], moment=MOMENT)
    place_notebooks(open_workspace(attack))
    return open_workspace(folder)


@pytest.fixture(scope="module")
def lab(browser: Browser, workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """JupyterLab as `algreg lab` starts it, in a browser without history."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = tmp_path_factory.mktemp("jupyter")
    variables = {f"JUPYTER_{name}_DIR": str(own / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    options = ["--no-browser", f"--port={port}", "--IdentityProvider.token=", "--allow-root", "--expose-app-in-browser"]
    server = subprocess.Popen(
        lab_command(workspace, options),
        env={**lab_environment(), **variables, "IPYTHONDIR": str(own / "ipython")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    context = browser.new_context(viewport={"width": 1280, "height": 1200}, locale="nl-NL")
    try:
        _wait_for(f"http://127.0.0.1:{port}/api", seconds=60)
        yield Lab(Watched(context.new_page()), f"http://127.0.0.1:{port}")
    finally:
        context.close()
        server.terminate()
        server.wait(timeout=30)


def _wait_for(url: str, *, seconds: float) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            urlopen(url, timeout=5).close()
        except (URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_a_notebook_opens_and_runs_without_errors(lab: Lab, notebook: str) -> None:
    panel = lab.run(notebook)
    kinds = {output["output_type"] for output in lab.outputs()}
    assert kinds <= {"execute_result", "display_data"}
    if notebook in SCREENS:
        expect(panel.locator(".algreg-page").first).to_be_visible()
        lab.page.wait_for_timeout(400)
        result = Axe().run(lab.page, context=".algreg-screen")
        assert result.violations_count == 0, result.generate_report()
    lab.watched.picture(f"lab-{notebook}")


def test_a_slider_moves_the_table_and_the_chart_and_saved_weights_are_there_after_a_reload(
    lab: Lab, workspace: Workspace
) -> None:
    panel = lab.run("prioriteren")
    table, chart = panel.locator(".algreg-page table"), panel.locator(".algreg-page svg")
    expect(table.locator("tbody tr").first).to_contain_text("100%")
    rows, drawing = table.locator("tbody").inner_text(), chart.inner_html()
    urgency = panel.get_by_role("slider", name="Politieke urgentie")
    urgency.focus()
    for _ in range(5):
        urgency.press("PageUp")
    expect(panel.get_by_role("status").first).not_to_contain_text("Impact op de burger 50%")
    expect(table.locator("tbody")).not_to_contain_text("…")
    assert table.locator("tbody").inner_text() != rows
    assert chart.inner_html() != drawing
    weight = int(urgency.get_attribute("aria-valuenow").split(".")[0])
    panel.get_by_label("Uw naam").fill("Noor")
    panel.get_by_label("Waarom").fill("de raad vraagt ernaar <b>nu</b>")
    panel.get_by_role("button", name="Gewichten bewaren").press("Enter")
    expect(panel.get_by_text("Bewaard in algreg.toml")).to_be_visible()
    lab.watched.picture("lab-prioriteren-bewaard")

    text = (workspace.folder / "algreg.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["priority"]["criteria"][2]["weight"] == weight / 100
    assert "door Noor" in text
    assert "# Hoeveel algoritmes u de komende tijd wilt oppakken." in text
    lab.page.evaluate(CLOSE)
    lab.load()
    again = lab.run("prioriteren")
    shown = again.get_by_role("slider", name="Politieke urgentie")
    total = sum(entry["weight"] for entry in tomllib.loads(text)["priority"]["criteria"])
    assert round(float(shown.get_attribute("aria-valuenow"))) == round(weight / total)
    expect(again.get_by_text("Waarom: de raad vraagt ernaar <b>nu</b>")).to_be_visible()


def test_the_arrows_go_through_a_list_and_tab_leaves_it(lab: Lab) -> None:
    panel = lab.run("verkennen")
    lines, detail = panel.locator("button.rij"), panel.get_by_role("region", name="Alles over")
    first, second = lines.nth(0).inner_text(), lines.nth(1).inner_text()
    expect(detail.get_by_role("heading", level=2)).to_have_text(first)
    lines.nth(0).focus()
    lines.nth(0).press("ArrowDown")
    expect(lines.nth(1)).to_be_focused()
    lines.nth(1).press("Enter")
    expect(detail.get_by_role("heading", level=2)).to_have_text(second)
    expect(lines.nth(1)).to_be_focused()
    lines.nth(1).press("Tab")
    expect(detail).to_be_focused()
    lab.page.keyboard.press("Shift+Tab")
    expect(lines.nth(1)).to_be_focused()
    lines.nth(1).press("End")
    expect(lines.last).to_be_focused()


def test_one_key_decides_on_a_privacy_finding_and_another_takes_it_back(lab: Lab, workspace: Workspace) -> None:
    panel = lab.run("privacy-besluiten")
    page = panel.locator(".algreg-page")
    page.focus()
    page.press("m")
    expect(panel.get_by_role("status")).to_contain_text("Uw naam ontbreekt")
    assert not workspace.decisions.exists()
    panel.get_by_label("Uw naam").fill("Noor")
    first = page.locator("mark").inner_text()
    cells = lab.page.locator(".jp-Cell").count()
    page.focus()
    for key, told in (("m", "Bewaard: maskeren"), ("v", "Bewaard: veld achterhouden"), ("u", "ongedaan gemaakt")):
        page.press(key)
        expect(panel.get_by_role("status")).to_contain_text(told)
    page.press("b")
    expect(panel.get_by_role("status")).to_contain_text("Bewaard: behouden")
    lab.watched.picture("lab-privacy-besloten")
    decided = current(read_decisions(workspace.decisions))
    taken = decided[decided["decision"] != "open"]
    assert taken["decision"].tolist() == ["maskeren", "behouden"]
    assert taken["text"].iloc[0] == first
    assert set(taken["by"]) == {"Noor"}
    assert set(taken["on"]) == {datetime.now(UTC).astimezone().date().isoformat()}
    assert lab.page.locator(".jp-Cell").count() == cells, "JupyterLab took a key for itself"
    page.press("ArrowLeft")
    expect(page).to_contain_text("Behouden, door Noor op")


def test_answers_of_the_impact_test_are_kept_lead_to_a_category_and_are_taken_over_in_the_workbook(
    lab: Lab, workspace: Workspace
) -> None:
    panel = lab.run("impacttoets")
    page = panel.locator(".algreg-page")
    panel.get_by_label("Uw naam").fill("Noor")
    page.focus()
    for key in ("1", "2", "1", "1", "2", "2", "3"):
        asked = page.locator(".vraag h3").inner_text()
        page.press(key)
        expect(page.locator(".vraag h3")).not_to_have_text(asked)
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.locator(".vraag h3")).to_have_text("Maakt het een profiel van mensen?")
    for key in ("1", "2", "2"):
        asked = page.locator(".vraag h3").inner_text()
        page.press(key)
        expect(page.locator(".vraag h3")).not_to_have_text(asked)
    expect(page.locator(".vraag")).to_contain_text("Categorie A (Hoog-risico AI-systeem), door:")
    lab.watched.picture("lab-impacttoets-uitkomst")
    (entry,) = read_answers(workspace.folder / ANSWERS_FILE).values()
    assert (entry.by, entry.given["profilering"]) == ("Noor", "Ja")

    page.get_by_role("button", name="Overnemen in het werkboek").click()
    expect(panel.get_by_role("status")).to_contain_text("Overgenomen in inventaris.xlsx")
    (chosen,) = read_answers(workspace.folder / ANSWERS_FILE)
    row = read_inventory(workspace.inventory).registrations.loc[chosen]
    assert list(row[["test_high_risk", "publication_category"]]) == ["Ja", "Hoog-risico AI-systeem"]

    panel = lab.run("verkennen")
    panel.locator(f"[data-value='{chosen}']").click()
    past = panel.locator(".geschiedenis")
    expect(past).to_contain_text("bewaard door Noor")
    expect(past.locator("q", has_text="Hoog-risico AI-systeem")).to_have_count(1)
    past.scroll_into_view_if_needed()
    lab.watched.picture("lab-geschiedenis")
    result = Axe().run(lab.page, context=".algreg-screen")
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("notebook", SCREENS)
def test_text_from_an_inventory_never_runs_on_a_screen(lab: Lab, notebook: str) -> None:
    panel = lab.run(notebook, folder="vijandig/notebooks")
    expect(panel.locator(".algreg-page").first).to_be_visible()
    for button in panel.locator(".algreg-page button.rij").all()[:4]:
        button.click()
    lab.page.wait_for_timeout(300)
    lab.watched.picture(f"lab-vijandig-{notebook}")
    screen = panel.locator(".algreg-screen")
    assert "window.bereikt" in screen.inner_text()
    assert screen.locator("script, iframe, img, base, style, a[href^='javascript:']").count() == 0
    assert lab.page.evaluate("window.bereikt") is None
    assert lab.watched.dialogs == []


def test_nothing_left_the_machine(lab: Lab) -> None:
    assert lab.watched.outside == []
    assert lab.sockets
    assert all(url.startswith("ws://127.0.0.1:") for url in lab.sockets)
