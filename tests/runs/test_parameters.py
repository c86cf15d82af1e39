"""Parameters as people type them."""

import pytest

from algreg_lib.runs import ParameterError, parameters_from


def test_numbers_and_truths_become_what_they_say() -> None:
    texts = ["top=5", "naam = Bo ", "alles=true", "min=-3", "formule=a=b", "leeg="]
    assert parameters_from(texts) == {
        "top": 5,
        "naam": "Bo",
        "alles": True,
        "min": -3,
        "formule": "a=b",
        "leeg": "",
    }


@pytest.mark.parametrize("text", ["top", "=5", ""])
def test_a_text_without_name_or_value_says_how_to_write_it(text: str) -> None:
    with pytest.raises(ParameterError, match="naam=waarde"):
        parameters_from([text])
