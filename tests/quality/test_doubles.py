"""Registrations that stand there twice: exactly by name, nearly by text, and only within an organisation."""

import pandas as pd
import pytest

from algreg_lib.quality.doubles import exact_doubles, near_doubles


def _table(*rows: dict[str, str | None]) -> pd.DataFrame:
    columns = ["organization", "name", "goal", "risks"]
    full = [{"organization": "Gemeente A", "name": f"Naam {number}"} | row for number, row in enumerate(rows)]
    return pd.DataFrame(full, columns=columns, index=[f"r{number}" for number in range(len(rows))], dtype="str")


def _words(count: int, *, start: int = 0) -> str:
    return " ".join(f"woord{number}" for number in range(start, start + count))


def test_each_double_names_the_first_and_the_first_names_the_second():
    table = _table({"name": "Een"}, {"name": "Ander"}, {"name": " een"}, {"name": "EEN "}, {"name": None})
    assert exact_doubles(table).fillna("-").to_dict() == {"r0": "r2", "r1": "-", "r2": "r0", "r3": "r0", "r4": "-"}


def test_the_same_name_elsewhere_or_without_organisation_is_no_double():
    table = _table(
        {"name": "Een"},
        {"name": "Een", "organization": "Gemeente B"},
        {"name": "Een", "organization": None},
        {"name": "Een", "organization": None},
    )
    assert exact_doubles(table).isna().all()


def _near(first: str, second: str, **more: str | None) -> bool:
    found = near_doubles(_table({"goal": first}, {"goal": second} | more), ["goal", "risks"])
    assert found.isna().nunique() == 1
    return bool(found.notna().all())


@pytest.mark.parametrize(("changed", "near"), [(0, True), (3, True), (6, True), (7, False), (30, False)])
def test_texts_of_which_four_of_five_threes_are_the_same_are_nearly_the_same(changed, near):
    # Of 60 words the last so many differ: (58 - n) threes in a row are shared out of 58 + n; 52/64 is above 0.8.
    other = f"{_words(60 - changed)} {_words(changed, start=100)}".strip()
    assert _near(_words(60), other) is near


@pytest.mark.parametrize(("count", "near"), [(19, False), (20, True)])
def test_a_text_of_less_than_twenty_words_says_too_little(count, near):
    assert _near(_words(count), _words(count).upper()) is near


def test_only_the_first_two_hundred_words_count():
    assert _near(_words(400), f"{_words(200)} {_words(200, start=1000)}")
    assert not _near(_words(400), f"{_words(100)} {_words(200, start=1000)}")


def test_the_same_words_in_another_order_are_another_text():
    assert not _near(_words(60), " ".join(reversed(_words(60).split())))


def test_all_fields_together_are_one_text():
    assert _near(_words(10), _words(10) + "\n" + _words(10, start=10)) is False
    table = _table({"goal": _words(10), "risks": _words(10, start=10)}, {"goal": _words(20)})
    assert near_doubles(table, ["goal", "risks"]).tolist() == ["r1", "r0"]


def test_another_organisation_none_or_the_same_name_is_left_alone():
    assert not _near(_words(60), _words(60), organization="Gemeente B")
    assert not _near(_words(60), _words(60), name="naam  0")
    nowhere = _table(*[{"goal": _words(60), "organization": None}] * 2)
    assert near_doubles(nowhere, ["goal"]).isna().all()


def test_two_organisations_with_several_registrations_are_never_compared():
    other = {"organization": "Gemeente B"}
    table = _table(
        {"goal": _words(60)},
        {"goal": _words(60, start=200)},
        {"goal": _words(60), **other},
        {"goal": _words(60, start=400), **other},
    )
    assert near_doubles(table, ["goal"]).isna().all()


def test_every_one_of_a_row_of_doubles_is_found():
    table = _table({"goal": _words(60)}, {"goal": "kort"}, {"goal": _words(60)}, {"goal": _words(59)})
    assert near_doubles(table, ["goal"]).fillna("-").tolist() == ["r2", "-", "r0", "r0"]
