"""The grounds of article 5 Woo, and how an analyst refers to them."""

import pytest

from algreg_lib.publication import ground_in, grounds


def test_each_ground_is_there_once_with_a_name():
    assert len(grounds()) == 17
    assert len({(g.article, g.paragraph, g.letter) for g in grounds()}) == 17
    assert all(g.name for g in grounds())


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Woo 5.1.2.e", "e"),
        ("artikel 5.1 lid 2 onder e", "e"),
        ("Wet open overheid, artikel 5.1, tweede lid, onder d: anders weten overtreders waarop wij letten.", "d"),
        ("art. 5.1, lid 2, aanhef en onder i, Woo", "i"),
        ("5.1 lid 2 sub f", "f"),
        ("5.1.2e", "e"),
        ("Persoonlijke levenssfeer", "e"),
    ],
)
def test_a_ground_is_recognised_as_people_write_it(text, letter):
    found = ground_in(text)
    assert found is not None
    assert (found.article, found.paragraph, found.letter) == ("5.1", 2, letter)


@pytest.mark.parametrize(("text", "paragraph"), [("5.1 lid 5", 5), ("5.2", 1), ("artikel 5.2, eerste lid", 1)])
def test_a_ground_without_letter_is_recognised(text, paragraph):
    found = ground_in(text)
    assert found is not None
    assert (found.paragraph, found.letter) == (paragraph, "")


@pytest.mark.parametrize(
    "text", ["", "geen zin in", "5.1", "5.1.2", "5.1.3.a", "artikel 15.1 lid 2 onder e", "5.1.2.z"]
)
def test_other_texts_name_no_ground(text):
    assert ground_in(text) is None


@pytest.mark.parametrize("ground", grounds(), ids=str)
def test_a_ground_recognises_itself(ground):
    assert ground_in(str(ground)) == ground
    assert ground_in(f"{ground.article}.{ground.paragraph}{ground.letter and '.' + ground.letter}") == ground
