"""A page: what comes back from the browser, and what is told when it cannot be done."""

from pathlib import Path

import pytest

from algreg_lib.errors import AlgregError
from algreg_lib.inventory import write_template
from algreg_lib.widgets import explore, impact_test, interactive, prioritise, privacy_review, triage
from algreg_lib.widgets.explore_screen import Explore
from algreg_lib.widgets.impact_screen import ImpactTest
from algreg_lib.widgets.markup import button, rows, severity, text
from algreg_lib.widgets.page import Page
from algreg_lib.widgets.prioritise_screen import Prioritise
from algreg_lib.widgets.review_screen import PrivacyReview
from algreg_lib.widgets.session import Material, material
from algreg_lib.widgets.triage_screen import Triage
from tests.widgets.conftest import ATTACK


def received(page: Page, action: str, shown: str = "") -> None:
    page._received(page, {"action": action, "value": "1", "shown": shown}, [])


def test_an_action_reaches_the_screen_unless_it_was_meant_for_what_is_gone() -> None:
    done: list[tuple[str, str]] = []
    page = Page(label="x", act=lambda action, value: done.append((action, value)))
    page.shown = "b"
    received(page, "decide", shown="a")
    received(page, "decide", shown="b")
    assert done == [("decide", "1")]


def test_an_error_for_the_user_is_told_and_goes_away_after_the_next_action() -> None:
    def act(action: str, _: str) -> None:
        if action == "bad":
            raise AlgregError("Dat kan niet.", advice="Doe iets anders.")

    page = Page(label="x", act=act)
    received(page, "bad")
    assert page.told == "Dat kan niet. Doe iets anders."
    received(page, "good")
    assert page.told == ""


def test_a_mistake_of_ours_is_not_hidden() -> None:
    def act(_: str, __: str) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        received(Page(label="x", act=act), "good")


def test_a_page_without_actions_ignores_them() -> None:
    received(Page(label="x"), "good")


@pytest.mark.parametrize(
    "markup", [text(ATTACK), button(ATTACK, ATTACK, ATTACK, key=ATTACK, about=ATTACK), severity(ATTACK)]
)
def test_every_piece_escapes_its_texts(markup: str) -> None:
    assert "<img" not in markup


def test_a_table_escapes_ids_and_names() -> None:
    assert "<img" not in rows([(ATTACK, {"a": ATTACK})], {"a": ATTACK}, caption=ATTACK, chosen=ATTACK)


@pytest.mark.parametrize(("value", "shown"), [("a\nb", "a<br>b"), ("", "–"), (float("nan"), "–"), (3, "3")])
def test_a_text_keeps_its_lines_and_a_missing_one_is_seen(value: object, shown: str) -> None:
    assert text(value) == shown


def test_nobody_sits_at_it_outside_a_notebook() -> None:
    assert interactive() is False


@pytest.mark.parametrize("screen", [explore, prioritise, triage, impact_test, privacy_review])
def test_without_anybody_at_it_a_screen_is_still_and_writes_nothing(found: Material, screen: object) -> None:
    before = sorted(path.name for path in found.workspace.folder.iterdir())
    markup = screen(found.workspace.folder)._repr_html_()  # type: ignore[operator]
    assert "<table>" in markup
    assert "<img" not in markup
    assert sorted(path.name for path in found.workspace.folder.iterdir()) == before


def test_an_empty_inventory_gives_a_sentence_on_every_screen(tmp_path: Path) -> None:
    write_template(tmp_path / "inventaris.xlsx")
    (tmp_path / "algreg.toml").write_text("", encoding="utf-8")
    empty = material(tmp_path)
    shown = [Explore(empty).list, Triage(empty).list, PrivacyReview(empty, by="Noor").page, ImpactTest(empty).page]
    assert [page.markup.count("<p>") for page in shown] == [1, 1, 1, 1]
    assert "0 van 0" in Prioritise(empty).board.markup
    received(shown[2], "decide", shown=shown[2].shown)
    assert not (tmp_path / "besluiten.xlsx").exists()
