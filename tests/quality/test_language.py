"""The measures of language against sums done by hand, and each with the edge where it begins to speak."""

import math

import pytest

from algreg_lib.quality.language import (
    abbreviations,
    hard_to_read,
    hard_word_list,
    hard_words,
    long_sentence,
    readability,
)

#: Ten words of one syllable.
EASY = "De kat zit op de mat bij het raam thuis. "


def test_the_score_is_that_of_douma_worked_by_hand():
    assert readability(EASY * 4) == pytest.approx(206.84 - 0.77 * 100 - 0.93 * 10)
    assert readability(EASY.replace("raam", "water") * 4) == pytest.approx(206.84 - 0.77 * 110 - 0.93 * 10)
    assert readability((EASY * 4).replace(". D", " d")) == pytest.approx(206.84 - 0.77 * 100 - 0.93 * 40)


def test_a_text_of_less_than_forty_words_has_no_score():
    assert math.isnan(readability(EASY * 3 + EASY.replace("De ", "")))
    assert not math.isnan(readability(EASY * 4))


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("huis", 1),
        ("zee", 1),
        ("nieuw", 1),
        ("bsn", 1),
        ("idee", 2),
        ("draaien", 2),
        ("koeien", 2),
        ("mooie", 2),
        ("reünie", 3),
        ("computers", 3),
        ("auto's", 2),
    ],
)
def test_syllables_are_counted_by_the_sounds_of_dutch(word, syllables):
    assert readability(f"{word} " * 40) == pytest.approx(206.84 - 77 * syllables - 0.93 * 40)


def test_a_hard_text_names_its_two_hardest_sentences_hardest_first():
    hardest = "Verantwoordelijkheidsverdelingen veronderstellen gegevensuitwisselingsprocedures."
    harder = "Organisatorische besluitvorming beoordeelt risicobeheersingsmaatregelen."
    hard = "Belanghebbenden raadplegen beleidsdocumenten overeenkomstig voorschriften."
    said = hard_to_read(f"{hard} {harder} " * 2 + f"{hard} {hardest} " * 3)
    assert said is not None
    assert said.startswith("Leesscore ")
    assert said.endswith(f"op dat niveau is 50 of meer gewoon. Begin met: '{hardest}' en '{hardest}'.")
    said = hard_to_read(f"{harder} {hardest} " + f"{hard} " * 7)
    assert said is not None
    assert said.endswith(f"Begin met: '{hardest}' en '{harder}'.")
    assert hard_to_read(EASY * 4) is None
    assert hard_to_read(hardest) is None


def test_a_sentence_of_25_words_may_pass_and_one_of_26_is_shown_with_its_beginning():
    assert long_sentence("en zo " * 12 + "door. Kort.") is None
    assert long_sentence("en zo " * 12 + "maar door") == f"26 woorden: '{'en zo ' * 12}maar door'"
    long = "heel " * 24 + "lang zo"
    assert long_sentence(f"Kort. {long.capitalize()}. Kort.") == f"26 woorden: '{long.capitalize()[:119].rstrip()}…'"


def test_a_sentence_of_exactly_120_signs_is_shown_whole():
    whole = "abc " * 25 + "x" * 20
    assert len(whole) == 120
    assert long_sentence(whole) == f"26 woorden: '{whole}'"
    assert long_sentence(f"{whole}y") == f"26 woorden: '{whole[:119]}…'"


def test_at_most_five_hard_words_are_named_with_a_plainer_one():
    words = [word for word in sorted(hard_word_list()) if word.isalpha()][:6]
    found = hard_words(" ".join(reversed(words)).upper())
    assert found == ", ".join(f"'{hard_word_list()[word]}' in plaats van '{word}'" for word in words[:5])


@pytest.mark.parametrize(
    "text",
    [
        "Het bureau (GBPRO) helpt.",
        "Het bureau (afgekort GBPRO) helpt.",
        "Het bureau ( de GBPRO) helpt.",
        "GBPRO staat voor een bureau.",
        "GBPRO betekent een bureau.",
        "GBPRO (een bureau) helpt.",
        "De GBPRO, het bureau dat helpt.",
        "Zie https://a.nl/GBPRO of GBPRO@a.nl voor meer.",
        "LET OP GBPRO kijkt mee.",
        "Het type GBPRO-3 en a/GBPRO.",
    ],
)
def test_an_abbreviation_that_is_explained_or_none_is_not_named(text):
    assert abbreviations(text) is None


@pytest.mark.parametrize("text", ["De GBPRO (en meer) of GBPRO.", "GBPRO, een bureau", "(GBPRO)"])
def test_an_explanation_anywhere_in_the_text_is_enough(text):
    assert abbreviations(f"De GBPRO kijkt mee. {text}") is None


def test_abbreviations_are_named_once_in_the_order_of_the_text_and_at_most_five():
    text = "De QZB en de QAC en de QZB of de QDX met de QEX bij de QFX na de QGX kijken mee."
    assert abbreviations(text) == "QZB, QAC, QDX, QEX, QFX"
    assert abbreviations(text.replace(" en", ",")) == "QZB, QAC, QDX, QEX, QFX"
    assert abbreviations("<p>De <b>QZB</b> kijkt mee.</p>") == "QZB"
