"""Remarks to colleagues, on sentences to develop with (`remark_sentences.py`)."""

import pytest

from algreg_lib.privacy import default_lists, hits
from algreg_lib.privacy.remarks.asides import aside_hits, aside_weights
from tests.privacy.remark_sentences import FOR_CITIZENS, FOR_COLLEAGUES


@pytest.mark.parametrize("text", FOR_COLLEAGUES.strip().splitlines())
def test_what_was_written_to_a_colleague_is_a_remark(text):
    assert "remark" in {hit.kind for hit in hits(text, default_lists())}
    assert "remark" in {hit.kind for hit in hits(f"Het algoritme telt fietsers. {text} En auto's.", default_lists())}


@pytest.mark.parametrize("text", FOR_CITIZENS.strip().splitlines())
def test_what_tells_something_to_a_citizen_is_none(text):
    assert hits(text, default_lists()) == []
    assert hits(f"Het algoritme telt fietsers. {text} En auto's.", default_lists()) == []


def _score(sentence: str) -> float:
    return sum(aside_weights(sentence).values())


@pytest.mark.parametrize(
    ("to_a_colleague", "to_a_citizen"),
    [
        ("Mag deze zin weg?", "Mag uw hond mee?"),
        ("Die namen graag weghalen.", "Het model haalt namen weg."),
        ("Moeten de cijfers hier ook vermeld worden?", "De cijfers worden elk jaar vermeld."),
        ("Vul dit stukje nog aan.", "De medewerker vult dit stukje aan."),
        ("Wat bedoelen jullie hier?", "Wat bedoelt u?"),
        ("Lees deze tekst nog even na.", "Een redacteur leest deze tekst na."),
        ("Kunt u dit nog nagaan?", "Kunt u dit niet betalen?"),
        ("Niet in deze vorm vrijgeven!", "De gemeente kan gegevens vrijgeven."),
    ],
)
def test_a_sentence_about_the_text_scores_more_than_its_twin_for_a_citizen(to_a_colleague, to_a_citizen):
    assert _score(to_a_colleague) >= 3 > _score(to_a_citizen)


def test_the_weights_say_why_a_sentence_is_proposed():
    weights = aside_weights("Mag deze alinea weg?")
    assert {name for name, weight in weights.items() if weight > 0} >= {"about", "edit", "asks", "may"}


def test_a_list_of_verbs_behind_what_something_can_is_no_order():
    assert _score("Dit is software die tekst kan voorlezen, vertalen en uitleggen.") < 3


def test_a_long_explanation_is_no_remark():
    assert _score("Hier nog een zin invoegen, " + "en daarna " * 60) == 0


def test_a_sentence_without_a_word_weighs_nothing():
    assert aside_weights("") == {}
    assert list(aside_hits("?!")) == []


@pytest.mark.parametrize("text", ["laag -> middel -> hoog", "TLS 1.1 -> 1.2", "Piet -> Karin -> het team"])
def test_an_arrow_between_steps_is_no_task(text):
    assert "remark" not in {hit.kind for hit in hits(text, default_lists())}


@pytest.mark.parametrize("text", ["-> nog navragen", ">> uitzoeken wie dit beheert"])
def test_an_arrow_before_a_task_is_a_remark(text):
    assert "remark" in {hit.kind for hit in hits(text, default_lists())}
