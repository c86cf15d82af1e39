"""The release rules at their edges: what a choice, a ground, a status and an agreement do, and what not."""

import pandas as pd
import pytest

from algreg_lib.publication.approval import approval_mark


def _rules(copy) -> list[tuple[str, str, str]]:
    return list(copy.withheld[["registration_id", "field", "rule"]].itertuples(index=False, name=None))


def _reason(copy) -> str:
    (reason,) = copy.withheld["reason"]
    return reason


def test_a_choice_without_a_reason_or_without_a_ground_says_so(copy_of):
    assert "geen reden" in _reason(copy_of({"publish": "Nee"}))
    without = _reason(copy_of({"publish": "Nee", "withhold_ground": "Nog in overleg."}))
    assert "Nog in overleg. " in without
    assert "artikel 5 Woo" in without
    assert "geen grond" not in _reason(copy_of({"publish": "Nee", "withhold_ground": "Woo 5.1.2.d"}))


@pytest.mark.parametrize("answer", ["Ja", "ja ", ""])
def test_a_ground_for_one_field_says_nothing_about_the_registration(copy_of, answer):
    copy = copy_of({"publish": answer, "risks": "x", "withhold_ground": "Risicobeheer: Woo 5.1.2.d"})
    assert _rules(copy) == [("reg-1", "risks", "keuze")]
    assert list(copy.published.index) == ["reg-1"]


def test_an_empty_status_or_category_is_only_incomplete(copy_of):
    assert _rules(copy_of({"status": "", "publication_category": ""})) == [("reg-1", "", "onvolledig")]
    assert _rules(copy_of({"status": "", "publication_category": ""}, require_complete=False)) == []


def test_every_empty_mandatory_field_is_named(copy_of):
    told = _reason(copy_of({"status": "", "contact_email": " ", "goal": ""}))
    assert "Status" in told
    assert "Contact" in told
    assert "Doel" not in told


def test_each_registration_waits_for_its_own_interviewees(copy_of):
    mark = approval_mark(copy_of({}).published.loc["reg-1"])
    people = (
        {"registration_id": "reg-1", "interviewee": "A", "agreed": "Ja", "agreed_mark": mark},
        {"registration_id": "reg-2", "interviewee": "B", "agreed": " JA", "agreed_mark": mark},
        {"registration_id": "reg-2", "interviewee": "C"},
    )
    copy = copy_of({}, {}, {}, interviews=people, require_agreement=True)
    assert _rules(copy) == [("reg-2", "", "akkoord"), ("reg-3", "", "akkoord")]
    waiting, nobody = copy.withheld["reason"]
    assert "Nog niet akkoord: C." in waiting
    assert "niemand" in nobody


def test_open_findings_are_counted_per_registration(inventory, copy_of, decided):
    rows = ({}, {}, {})
    waiting = pd.DataFrame({"registration_id": ["reg-3", "reg-1", "reg-3"], "field": ["goal"] * 3}, dtype="str")
    copy = copy_of(*rows, privacy=decided(inventory(*rows).registrations, open=waiting))
    told = copy.withheld.set_index("registration_id")["reason"]
    assert set(told.index) == {"reg-1", "reg-3"}
    assert "1 privacybevinding" in told["reg-1"]
    assert "2 privacybevindingen" in told["reg-3"]


def test_a_registration_that_is_held_back_whole_is_not_called_incomplete_too(inventory, copy_of, decided):
    left = inventory({}).registrations
    left.loc["reg-1", :] = None
    chosen = pd.DataFrame({"registration_id": ["reg-1"], "field": [""]}, dtype="str")
    assert _rules(copy_of({}, privacy=decided(left, withheld=chosen))) == [("reg-1", "", "privacy-besluit")]


@pytest.mark.parametrize(("text", "fits"), [("x" * 32_766, True), ("x" * 32_767, False), ("😀" * 16_384, False)])
def test_a_text_goes_out_whole_or_not_at_all(copy_of, text, fits):
    copy = copy_of({"goal": text})
    assert _rules(copy) == ([] if fits else [("reg-1", "", "past-niet")])
    assert copy.published["goal"].tolist() == ([text] if fits else [])


@pytest.mark.parametrize(
    ("key", "masked", "rules"),
    [
        (
            "contact_email",
            "[e-mailadres]",
            [("reg-1", "", "onvolledig"), ("reg-1", "contact_email", "privacy-besluit")],
        ),
        ("website", "https://x.example/[naam]", [("reg-1", "website", "privacy-besluit")]),
        ("goal", "Vraag het [naam].", []),
    ],
)
def test_an_address_with_a_hole_in_it_is_withheld_and_a_sentence_is_not(
    inventory, copy_of, decided, key, masked, rules
):
    row = {key: "jan.jansen@x.example"}
    hidden = pd.DataFrame([{"registration_id": "reg-1", "field": key, "kind": "email", "text": "jan.jansen"}])
    left = inventory({key: masked}).registrations
    copy = copy_of(row, privacy=decided(left, masked=hidden.astype("str")))
    assert _rules(copy) == rules
    outcome = copy.accounts.set_index("field").loc[key, "outcome"]
    assert outcome == ("withheld" if rules else "masked")
