"""A real browser: Debian's chromium, driven by playwright, that refuses every address but this machine's."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

#: Without these chromium talks to its maker at every start, or needs a kernel feature that containers lack.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
#: Screenshots stay behind for whoever wants to look; git ignores the folder.
ARTEFACTS = Path(__file__).resolve().parents[2] / "artefacten"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the test is skipped where it is not installed."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("chromium staat niet op deze computer")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, headless=True, args=FLAGS)
        yield chromium
        chromium.close()


class Watched:
    """A page, and what it asked of other machines or said on the console."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.outside: list[str] = []
        self.dialogs: list[str] = []
        page.route("**/*", self._guard)
        page.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))

    def _guard(self, route: Route) -> None:
        url = route.request.url
        if url.startswith(("file:", "data:", "blob:", "http://127.0.0.1", "ws://127.0.0.1")):
            route.continue_()
        else:
            self.outside.append(url)
            route.abort()

    def picture(self, name: str, *, whole: bool = True) -> None:
        """Keeps a screenshot under the git-ignored folder."""
        ARTEFACTS.mkdir(exist_ok=True)
        self.page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=whole)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A fresh page in a browser without history."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield Watched(context.new_page())
    context.close()
