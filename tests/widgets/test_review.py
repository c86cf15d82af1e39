"""Deciding on privacy findings: one at a time, kept at once, undone, and never over somebody else's decision."""

from datetime import date

import pandas as pd
import pytest

from algreg_lib.privacy import (
    current,
    decide,
    no_decisions,
    privacy_findings,
    read_decisions,
    read_lists,
    write_decisions,
)
from algreg_lib.widgets.review import (
    Review,
    decided,
    decisions_table,
    marked,
    moved,
    review_markup,
    review_of,
    taken_back,
)
from algreg_lib.widgets.review_screen import PrivacyReview
from algreg_lib.widgets.session import Material

DAY = date(2026, 11, 21)


@pytest.fixture
def findings(found: Material) -> pd.DataFrame:
    return privacy_findings(found.inventory, lists=read_lists(found.workspace.folder))


@pytest.fixture
def review(findings: pd.DataFrame) -> Review:
    return review_of(findings, no_decisions())


def press(screen: PrivacyReview, action: str, value: str = "", *, shown: str | None = None) -> None:
    seen = screen.page.shown if shown is None else shown
    screen.page._received(None, {"action": action, "value": value, "shown": seen}, None)


def test_deciding_brings_the_next_open_finding_into_view_and_undoing_brings_it_back(review: Review) -> None:
    after = decided(review, "maskeren", by="Noor", on=DAY)
    assert (review.at, after.at, after.open_count) == (0, 1, review.open_count - 1)
    back = taken_back(after)
    assert (back.at, back.open_count) == (0, review.open_count)
    assert taken_back(back) == back


def test_after_the_last_finding_those_that_were_skipped_come_back(review: Review) -> None:
    last = moved(review, 99)
    assert last.at == len(review.findings) - 1
    assert decided(last, "behouden", by="Noor", on=DAY).at == 0
    assert moved(review, -1).at == 0


def test_a_review_starts_at_the_first_open_finding(findings: pd.DataFrame, review: Review) -> None:
    after = decided(review, "behouden", by="Noor", on=DAY)
    assert review_of(findings, after.decisions).at == 1


def test_the_sentence_shows_what_was_found_and_only_that() -> None:
    value = "<i>Bel</i> mw. Jansen\nof niet"
    markup = marked({"value": value, "start": 15, "end": 21})
    assert markup == "&lt;i&gt;Bel&lt;/i&gt; mw. <mark>Jansen</mark><br>of niet"
    far = marked({"value": "x" * 1000, "start": 500, "end": 501})
    assert far.startswith("… ")
    assert far.endswith(" …")


def test_who_decided_what_and_when_is_shown(review: Review) -> None:
    after = moved(decided(review, "maskeren", by="<b>Noor</b>", on=DAY), -1)
    markup = review_markup(after, {})
    assert "Maskeren, door &lt;b&gt;Noor&lt;/b&gt; op 2026-11-21" in markup
    assert 'data-value="maskeren" aria-keyshortcuts="m" aria-pressed="true"' in markup
    row = decisions_table(after, {}).iloc[0]
    assert (row["Besluit"], row["Wie"], row["Wanneer"]) == ("maskeren", "<b>Noor</b>", "2026-11-21")


def test_an_inventory_without_findings_says_so(findings: pd.DataFrame) -> None:
    assert "niets gevonden" in review_markup(review_of(findings.head(0), no_decisions()), {})


def test_a_decision_is_in_the_file_at_once_and_undoing_too(found: Material) -> None:
    screen = PrivacyReview(found, by="Noor")
    first = str(screen.review.finding["key"])
    press(screen, "decide", "veld achterhouden")
    line = current(read_decisions(found.workspace.decisions)).loc[first]
    assert (line["decision"], line["by"]) == ("veld achterhouden", "Noor")
    press(screen, "undo")
    assert current(read_decisions(found.workspace.decisions)).loc[first, "decision"] == "open"
    press(screen, "undo")
    assert "nog niets besloten" in screen.page.told


def test_a_second_press_that_came_too_quick_does_not_decide_on_what_nobody_saw(found: Material) -> None:
    screen = PrivacyReview(found, by="Noor")
    seen = screen.page.shown
    press(screen, "decide", "maskeren", shown=seen)
    still = screen.review.open_count
    press(screen, "decide", "maskeren", shown=seen)
    assert screen.review.open_count == still


def test_a_decision_without_a_name_is_refused(found: Material) -> None:
    screen = PrivacyReview(found)
    press(screen, "decide", "maskeren")
    assert "Uw naam ontbreekt" in screen.page.told
    assert not found.workspace.decisions.exists()


def test_a_decision_of_somebody_else_is_read_before_ours_is_taken(found: Material, findings: pd.DataFrame) -> None:
    screen = PrivacyReview(found, by="Noor")
    theirs = review_of(findings, no_decisions()).decisions
    theirs = decide(theirs, theirs["key"].iloc[0], "registratie achterhouden", by="Emre", on=DAY)
    write_decisions(found.workspace.decisions, findings, theirs)
    press(screen, "decide", "behouden")
    assert "intussen veranderd" in screen.page.told
    assert set(read_decisions(found.workspace.decisions)["by"]) == {"", "Emre"}
    press(screen, "decide", "behouden")
    assert set(read_decisions(found.workspace.decisions)["by"]) == {"Emre", "Noor"}


def test_arrows_only_move(found: Material) -> None:
    screen = PrivacyReview(found)
    press(screen, "move", "1")
    assert screen.review.at == 1
    assert not found.workspace.decisions.exists()
