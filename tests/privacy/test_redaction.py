"""Masking changes the stretches that were decided on, and not one letter more."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from algreg_lib.inventory import Inventory
from algreg_lib.privacy import asked, decide, no_decisions, redacted
from algreg_lib.privacy.kinds import KINDS

DAY = date(2026, 11, 21)


def _findings(*spans: tuple[int, int, str], text: str) -> pd.DataFrame:
    rows = [
        ("a", "goal", text, start, end, kind, text[start:end], f"k{n}") for n, (start, end, kind) in enumerate(spans)
    ]
    names = ["registration_id", "field", "value", "start", "end", "kind", "text", "key"]
    return pd.DataFrame(rows, columns=names)


def _decided(findings: pd.DataFrame, *choices: str) -> pd.DataFrame:
    log = asked(findings, no_decisions())
    for key, choice in zip(findings["key"], choices, strict=True):
        log = decide(log, key, choice, by="An", on=DAY)
    return log


def _inventory(**fields: str) -> Inventory:
    return Inventory(registrations=pd.DataFrame([fields], index=pd.Index(["a"], name="registration_id"), dtype="str"))


def test_masked_text_reads_naturally(inventory, findings_of):
    built = inventory({"goal": "Bel Jan Jansen, tel. 06-12345678, of mail j.jansen@stad.nl."})
    findings = findings_of(built)
    done = redacted(built, findings, _decided(findings, *["maskeren"] * 3))
    assert done.registrations.loc["a", "goal"] == "Bel [naam], tel. [telefoonnummer], of mail [e-mailadres]."
    assert done.open.empty
    assert done.masked["text"].tolist() == ["Jan Jansen", "06-12345678", "j.jansen@stad.nl"]
    assert built.registrations.loc["a", "goal"].startswith("Bel Jan Jansen")


@pytest.mark.parametrize(
    ("text", "spans", "shown", "masked"),
    [
        ("Jan Jansen's team.", [(0, 12, "name")], "[naam]'s team.", ["Jan Jansen"]),
        ("Jan Jansen’s team.", [(0, 12, "name")], "[naam]’s team.", ["Jan Jansen"]),
        ("Jan Jansen team.", [(0, 10, "name")], "[naam] team.", ["Jan Jansen"]),
        ("GEHEIM: niet delen.", [(0, 6, "remark"), (8, 18, "remark")], "[interne opmerking].", ["GEHEIM: niet delen"]),
        (
            "GEHEIM: dit niet delen.",
            [(0, 6, "remark"), (12, 22, "remark")],
            "[interne opmerking]: dit [interne opmerking].",
            ["GEHEIM", "niet delen"],
        ),
        ("Jan, Piet en Fatima.", [(0, 3, "name"), (5, 9, "name")], "[naam], [naam] en Fatima.", ["Jan", "Piet"]),
        ("mail jan@x.nl, jan", [(5, 13, "email"), (15, 18, "name")], "mail [e-mailadres], [naam]", ["jan@x.nl", "jan"]),
    ],
)
def test_what_is_left_around_a_mask_is_a_sentence(text, spans, shown, masked):
    findings = _findings(*spans, text=text)
    done = redacted(_inventory(goal=text), findings, _decided(findings, *["maskeren"] * len(spans)))
    assert done.registrations.loc["a", "goal"] == shown
    assert done.masked["text"].tolist() == masked


@pytest.mark.parametrize(
    ("choice", "goal", "name", "withheld"),
    [
        ("behouden", "Jan Jansen helpt", "Scan", []),
        ("veld achterhouden", None, "Scan", [["a", "goal"]]),
        ("registratie achterhouden", None, None, [["a", ""]]),
    ],
)
def test_a_decision_leaves_the_text_or_takes_the_field_or_the_registration_away(choice, goal, name, withheld):
    findings = _findings((0, 10, "name"), text="Jan Jansen helpt")
    done = redacted(_inventory(goal="Jan Jansen helpt", name="Scan"), findings, _decided(findings, choice))
    row = done.registrations.loc["a"]
    assert [value if isinstance(value, str) else None for value in (row["goal"], row["name"])] == [goal, name]
    assert done.withheld[["registration_id", "field"]].to_numpy().tolist() == withheld
    assert len(done.kept) == (choice == "behouden")


def test_an_undecided_finding_stays_in_the_text_and_is_open():
    findings = _findings((0, 10, "name"), text="Jan Jansen helpt")
    done = redacted(_inventory(goal="Jan Jansen helpt"), findings, asked(findings, no_decisions()))
    assert done.registrations.loc["a", "goal"] == "Jan Jansen helpt"
    assert done.open["key"].tolist() == ["k0"]


def test_spans_that_overlap_become_one_mask_of_the_longest():
    text = "Niet delen, zegt Jan Jansen."
    findings = _findings((0, 27, "remark"), (17, 27, "name"), text=text)
    done = redacted(_inventory(goal=text), findings, _decided(findings, "maskeren", "maskeren"))
    assert done.registrations.loc["a", "goal"] == "[interne opmerking]."


def test_a_shorter_span_that_begins_earlier_does_not_name_the_mask():
    text = "Let op: Jan Jansen."
    findings = _findings((0, 11, "remark"), (8, 18, "name"), (4, 18, "address"), text=text)
    done = redacted(_inventory(goal=text), findings, _decided(findings, *["maskeren"] * 3))
    assert done.masked[["start", "end", "kind", "text"]].to_numpy().tolist() == [[0, 18, "address", text[:18]]]
    assert done.registrations.loc["a", "goal"] == f"{KINDS['address'].mask}."


def test_spans_that_only_touch_keep_their_own_mask():
    text = "Jan Jansen0612345678"
    findings = _findings((10, 20, "phone"), (0, 10, "name"), text=text)
    done = redacted(_inventory(goal=text), findings, _decided(findings, "maskeren", "maskeren"))
    assert done.registrations.loc["a", "goal"] == "[naam][telefoonnummer]"


def test_each_cell_is_masked_by_its_own_findings_and_the_account_tells_of_each(inventory, findings_of):
    built = inventory(
        {"goal": "Bel Jan Jansen.", "risks": "Jan Jansen, 06-12345678"},
        {"goal": "Vraag het Marloes van Kesteren.", "risks": "Niets."},
    )
    findings = findings_of(built)
    done = redacted(built, findings, _decided(findings, "maskeren", "behouden", "maskeren", "maskeren"))
    assert done.registrations[["goal", "risks"]].to_numpy().tolist() == [
        ["Bel [naam].", "Jan Jansen, [telefoonnummer]"],
        ["Vraag het [naam].", "Niets."],
    ]
    assert done.masked.to_numpy().tolist() == [
        ["a", "goal", 4, 14, "name", "Jan Jansen", "[naam]"],
        ["a", "risks", 12, 23, "phone", "06-12345678", "[telefoonnummer]"],
        ["b", "goal", 10, 30, "name", "Marloes van Kesteren", "[naam]"],
    ]
    assert done.kept.to_numpy().tolist() == [["a", "risks", "Jan Jansen"]]


def test_a_field_and_a_registration_are_each_held_back_once_however_many_findings_say_so():
    text = "Jan Jansen en Piet de Vries"
    findings = _findings((0, 10, "name"), (14, 27, "name"), text=text)
    for choice, field in (("veld achterhouden", "goal"), ("registratie achterhouden", "")):
        done = redacted(_inventory(goal=text), findings, _decided(findings, choice, choice))
        assert done.withheld.to_numpy().tolist() == [["a", field, choice]]
    both = redacted(_inventory(goal=text), findings, _decided(findings, "maskeren", "veld achterhouden"))
    assert both.registrations["goal"].isna().all()


def test_without_findings_nothing_changes(inventory, findings_of):
    built = inventory({"goal": "Het algoritme helpt."}, {"name": "Scan"})
    done = redacted(built, findings_of(built), no_decisions())
    pd.testing.assert_frame_equal(done.registrations, built.registrations)
    assert done.masked.empty
    assert done.withheld.empty


@st.composite
def _texts_and_spans(draw):
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    spans = draw(
        st.lists(
            st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12), st.sampled_from(sorted(KINDS)), st.booleans()),
            max_size=6,
            unique_by=lambda span: span[:2],
        )
    )
    return text, [(start, min(start + size, len(text)), kind, mask) for start, size, kind, mask in spans]


@settings(max_examples=60)
@given(_texts_and_spans())
def test_nothing_outside_the_masked_stretches_changes(drawn):
    text, spans = drawn
    findings = _findings(*[span[:3] for span in spans], text=text)
    choices = ["maskeren" if mask else "behouden" for *_, mask in spans]
    done = redacted(_inventory(goal=text), findings, _decided(findings, *choices))
    covered = {place for start, end, _, mask in spans if mask for place in range(start, end)}
    pieces, place = [], 0
    for row in done.masked.itertuples():
        assert set(range(row.start, row.end)) <= covered
        pieces += [text[place : row.start], row.mask]
        place = row.end
    assert {p for row in done.masked.itertuples() for p in range(row.start, row.end)} == covered
    assert done.registrations.loc["a", "goal"] == "".join([*pieces, text[place:]])
    assert "".join(done.masked["text"]) == "".join(sign for p, sign in enumerate(text) if p in covered)
