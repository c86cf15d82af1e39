"""The questions of the AI Act: the tree is whole, the path explains itself, and doubt takes the heavier way."""

import re
from datetime import date
from pathlib import Path

import pytest

from algreg_lib.errors import InputError
from algreg_lib.priority import Answers, DecisionPath, key_dates, questions, read_answers, walk, write_answers

TO_AREA = {
    "algoritme": "Ja",
    "rol": "Gebruiksverantwoordelijke",
    "fase": "Ja",
    "ai_systeem": "Ja",
    "uitzondering": "Nee",
    "verboden": "Nee",
    "product": "Nee",
}
TAIL = {"transparantie": "Nee", "open_source": "Nee"}
#: Questions whose labels only describe.
DESCRIBING = ("rol", "fase")


def every_path(answers: dict[str, str] | None = None) -> list[tuple[dict[str, str], DecisionPath]]:
    path = walk(answers or {})
    if path.next is None:
        return [(answers or {}, path)]
    # One answer for each way on: the five roles, for example, lead to the same question.
    described = path.next.id in DESCRIBING
    ways = {(answer.next, "" if described else answer.label): answer for answer in path.next.answers}
    follow = ({**(answers or {}), path.next.id: answer.text} for answer in ways.values())
    return [found for said in follow for found in every_path(said)]


PATHS = every_path()


def test_every_answer_leads_to_a_question_that_exists_and_every_question_is_on_some_path():
    tree = questions()

    assert {a.next for q in tree.values() for a in q.answers if a.next} <= set(tree)
    assert {question.id for _, path in PATHS for question, _ in path.asked} == set(tree)


def test_every_path_ends_with_something_to_do():
    assert all(any(conclusion.settles for conclusion in path.conclusions) for _, path in PATHS)


def test_high_risk_and_not_high_risk_never_stand_together():
    for said, path in PATHS:
        settled = [c.settles for c in path.conclusions if c.settles]
        assert len(set(settled)) == 1, said
        assert (path.high_risk == "Ja") == (path.category == "Hoog-risico AI-systeem")


def test_every_conclusion_belongs_to_a_label_and_can_be_reached():
    reached = {conclusion.label for _, path in PATHS for conclusion in path.conclusions}
    text = (Path(__file__).parents[2] / "algreg_lib/priority/decision_path.toml").read_text(encoding="utf-8")

    assert reached == set(re.findall(r'^label = "(.+)"$', text, re.MULTILINE))


@pytest.mark.parametrize(
    ("answers", "label", "high_risk"),
    [
        ({"algoritme": "Nee"}, "geen algoritme", ""),
        ({"algoritme": "Ja", "rol": "Geen van deze"}, "geen rol", "Nee"),
        ({**TO_AREA, "ai_systeem": "Nee", "algemene_doeleinden": "Nee"}, "geen AI-systeem", "Nee"),
        (
            {**TO_AREA, "ai_systeem": "Nee", "algemene_doeleinden": "Ja, een model"},
            "AI-model voor algemene doeleinden",
            "Nee",
        ),
        (
            {
                **TO_AREA,
                "ai_systeem": "Nee",
                "algemene_doeleinden": "Ja, een systeem",
                "product": "Ja, afdeling B",
                **TAIL,
            },
            "hoog-risico AI",
            "Ja",
        ),
        ({**TO_AREA, "uitzondering": "Ja"}, "uitzondering van toepassing", "Nee"),
        ({**TO_AREA, "verboden": "Ja", "verboden_uitzondering": "Nee"}, "verboden AI", ""),
        ({**TO_AREA, "verboden": "Weet ik niet"}, "eerst uitzoeken", ""),
        ({**TO_AREA, "product": "Ja, afdeling A", **TAIL}, "hoog-risico AI", "Ja"),
        ({**TO_AREA, "gebied": "Nee", **TAIL}, "geen hoog-risico AI", "Nee"),
        ({**TO_AREA, "gebied": "Ja", "profilering": "Ja", **TAIL}, "hoog-risico AI", "Ja"),
        ({**TO_AREA, "gebied": "Ja", "profilering": "Nee", "hulptaak": "Ja", **TAIL}, "geen hoog-risico AI", "Nee"),
        ({**TO_AREA, "gebied": "Ja", "profilering": "Nee", "hulptaak": "Nee", **TAIL}, "hoog-risico AI", "Ja"),
    ],
)
def test_the_path_ends_where_the_decision_aid_of_the_government_ends(answers, label, high_risk):
    path = walk(answers)

    assert path.next is None
    assert label in path.labels
    assert path.high_risk == high_risk


def test_a_path_half_way_says_what_to_ask_next_and_concludes_nothing_yet():
    path = walk({"algoritme": "Ja", "rol": "Aanbieder"})

    assert path.next is not None
    assert path.next.id == "fase"
    assert (path.high_risk, path.category, path.labels) == ("", "", ("aanbieder",))


def test_a_conclusion_names_the_answers_that_led_to_it_and_no_later_ones():
    path = walk({**TO_AREA, "gebied": "Ja", "profilering": "Ja", **TAIL})
    (conclusion,) = (c for c in path.conclusions if c.label == "hoog-risico AI")

    assert [(question.id, answer) for question, answer in conclusion.because] == [
        *TO_AREA.items(),
        ("gebied", "Ja"),
        ("profilering", "Ja"),
    ]


def test_an_answer_that_the_question_does_not_know_counts_as_not_answered():
    path = walk({"algoritme": "misschien", "rol": "Aanbieder"})

    assert (path.asked, path.next and path.next.id) == ((), "algoritme")


def test_answers_off_the_path_change_nothing():
    assert walk({"algoritme": "Nee", "profilering": "Ja"}) == walk({"algoritme": "Nee"})


@pytest.mark.parametrize("question", ["product", "profilering", "hulptaak"])
def test_doubt_about_high_risk_takes_the_heavier_way_and_is_named(question):
    said = {**TO_AREA, "gebied": "Ja", "profilering": "Nee", **TAIL, question: "Weet ik niet"}
    path = walk(said)

    assert path.high_risk == "Ja"
    assert [doubt.id for doubt in path.doubts] == [question]


def test_dates_carry_their_source_and_the_day_it_was_read_and_contradictions_are_shown():
    dates = key_dates()

    assert [entry.starts for entry in dates] == sorted(entry.starts for entry in dates)
    assert all(entry.source and isinstance(entry.consulted, date) for entry in dates)
    high_risk = walk({**TO_AREA, "product": "Ja, afdeling A", **TAIL}).dates
    assert [d.starts.isoformat() for d in high_risk if d.contradicted_by] == ["2026-08-02", "2027-12-02"]


def test_answers_come_back_as_they_were_written_and_the_same_answers_give_the_same_bytes(tmp_path):
    answers = {
        "b": Answers(given={"algoritme": "Ja", "rol": "Aanbieder"}, by="Analist", on=date(2026, 11, 21)),
        "a": Answers(given={"algoritme": "Weet ik niet"}),
    }
    write_answers(tmp_path / "een.json", answers)
    write_answers(tmp_path / "twee.json", dict(reversed(answers.items())))

    assert read_answers(tmp_path / "een.json") == answers
    assert (tmp_path / "een.json").read_bytes() == (tmp_path / "twee.json").read_bytes()
    assert read_answers(tmp_path / "niets.json") == {}


@pytest.mark.parametrize(
    "text", ["", "[]", '{"a": 1}', '{"a": {}}', '{"a": {"antwoorden": {}, "op": "gisteren"}}', "\xff"]
)
def test_a_damaged_file_with_answers_stops_with_a_sentence(tmp_path, text):
    path = tmp_path / "ai-verordening.json"
    path.write_bytes(text.encode("latin-1"))

    with pytest.raises(InputError, match="niet te lezen"):
        read_answers(path)
