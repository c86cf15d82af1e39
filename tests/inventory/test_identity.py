"""The id of a registration: from what it is made, unique in every list, and the same in every reading."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.inventory.identity import identities


def _ids(*given: str) -> tuple[list[str], list[str]]:
    nothing = [""] * len(given)
    return identities(given=given, source_ids=nothing, lars=nothing, organisations=nothing, names=nothing)


def _id(given: str = "", source_id: str = "", lars: str = "", organisation: str = "", name: str = "") -> str:
    (identity,), _ = identities(
        given=[given], source_ids=[source_id], lars=[lars], organisations=[organisation], names=[name]
    )
    return identity


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("A-1", "B-2", "27965463", "Gemeente A", "Drukte"), "A-1"),
        (("", "B-2", "27965463", "Gemeente A", "Drukte"), "B-2"),
        (("", "n.v.t.", "27965463", "Gemeente A", "Drukte"), "27965463"),
        (("", "", "2796546", "Gemeente A", "Drukte"), "gemeente-a-drukte"),
        (("", "", "279654633", "Gemeente A", "Drukte"), "gemeente-a-drukte"),
        (("", "", "", "", "Drukte"), "drukte"),
        (("", "", "", "", ""), "zonder-naam"),
    ],
)
def test_the_own_number_goes_before_the_code_of_the_register_and_that_before_the_name(parts, expected):
    assert _id(*parts) == expected


@pytest.mark.parametrize(
    ("given", "ids", "double"),
    [
        (["a", "b"], ["a", "b"], []),
        (["a", "a", "a"], ["a", "a-2", "a-3"], ["a"]),
        (["a", "a-2", "a"], ["a", "a-2", "a-3"], ["a"]),
        (["a", "a", "a-2"], ["a", "a-2", "a-2-2"], ["a"]),
        (["a", "b", "b", "a"], ["a", "b", "b-2", "a-2"], ["b", "a"]),
    ],
)
def test_each_later_one_with_the_same_id_gets_a_number_that_nobody_has(given, ids, double):
    assert _ids(*given) == (ids, double)


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "a-2-2", "b"]), max_size=12))
def test_ids_are_unique_and_the_ones_that_are_double_are_told_once(given):
    ids, double = _ids(*given)
    assert len(set(ids)) == len(given)
    assert sorted(double) == sorted({text for text in given if given.count(text) > 1})
    assert all(identity.startswith(text) for identity, text in zip(ids, given, strict=True))


def test_a_long_name_is_cut_and_two_that_begin_alike_stay_apart():
    long = "Voorspellen van de drukte op het afvalbrengstation in het weekend"
    first, second = _id(name=f"{long} een"), _id(name=f"{long} twee")
    assert first != second
    assert first[:51] == second[:51] == "voorspellen-van-de-drukte-op-het-afvalbrengstation"[:51] + first[50:51]
    assert max(len(first), len(second)) <= 60
    assert _id(name=f"{long} een") == first


@pytest.mark.parametrize("length", [59, 60])
def test_a_name_that_just_fits_is_kept_whole(length):
    assert _id(name="a" * length) == "a" * length
    assert len(_id(name="a" * 61)) == 60
