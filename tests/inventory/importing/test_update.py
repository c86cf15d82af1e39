"""A new import onto what exists: what the import may replace, and what it may only fill."""

import pandas as pd

from algreg_lib.inventory import INTERVIEW_COLUMNS, Inventory
from algreg_lib.inventory.importing.update import update


def _inventory(rows: dict[str, dict[str, str]], *, people: tuple[tuple[str, str], ...] = ()) -> Inventory:
    table = pd.DataFrame.from_dict(rows, orient="index", dtype="str").rename_axis("registration_id")
    talks = [{"registration_id": identity, "interviewee": person} for identity, person in people]
    return Inventory(registrations=table, interviews=pd.DataFrame(talks, columns=list(INTERVIEW_COLUMNS), dtype="str"))


def _rows(inventory: Inventory) -> dict[str, dict[str, str]]:
    return {str(key): row.dropna().to_dict() for key, row in inventory.registrations.iterrows()}


def test_a_field_of_the_standard_is_replaced_and_an_empty_one_erases_nothing():
    old = _inventory({"a": {"name": "Oud", "goal": "Doel"}, "b": {"name": "Blijft"}})
    done = update(old, _inventory({"a": {"name": "Nieuw"}}))
    assert _rows(done.inventory) == {"a": {"name": "Nieuw", "goal": "Doel"}, "b": {"name": "Blijft"}}
    assert done.updated.to_numpy().tolist() == [["a", "name", "Oud", "Nieuw"]]
    assert done.new == 0


def test_a_working_field_and_an_own_column_are_filled_but_never_replaced():
    old = _inventory({"a": {"name": "A", "owner": "Team A", "eigen": "mijn"}, "b": {"name": "B"}})
    fresh = {"owner": "Team B", "eigen": "ander"}
    done = update(old, _inventory({"a": {"name": "A", **fresh}, "b": {"name": "B", **fresh}}))
    assert _rows(done.inventory) == {
        "a": {"name": "A", "owner": "Team A", "eigen": "mijn"},
        "b": {"name": "B", **fresh},
    }
    assert done.updated.empty


def test_a_text_that_is_the_same_or_fills_an_empty_cell_is_no_replacement():
    old = _inventory({"a": {"name": "A", "goal": "Doel"}})
    done = update(old, _inventory({"a": {"name": "A", "goal": "Doel", "risks": "Risico"}}))
    assert _rows(done.inventory) == {"a": {"name": "A", "goal": "Doel", "risks": "Risico"}}
    assert done.updated.empty


def test_the_version_of_the_standard_is_replaced_without_being_told():
    done = update(_inventory({"a": {"standard_version": "0.4"}}), _inventory({"a": {"standard_version": "1.0"}}))
    assert _rows(done.inventory) == {"a": {"standard_version": "1.0"}}
    assert done.updated.empty


def test_rows_keep_their_order_and_new_ones_come_behind_in_theirs():
    old = _inventory({"c": {"name": "C"}, "a": {"name": "A"}})
    fresh = _inventory({"z": {"name": "Z", "extra": "x"}, "a": {"name": "A"}, "b": {"name": "B"}})
    done = update(old, fresh)
    assert list(done.inventory.registrations.index) == ["c", "a", "z", "b"]
    assert list(done.inventory.registrations.columns) == ["name", "extra"]
    assert _rows(done.inventory)["z"] == {"name": "Z", "extra": "x"}
    assert done.new == 2


def test_who_was_interviewed_already_is_not_added_again_and_nobody_goes():
    old = _inventory({"a": {"name": "A"}}, people=(("a", "An"), ("a", "An")))
    fresh = _inventory({"a": {"name": "A"}}, people=(("a", "An"), ("a", "Bo"), ("a", "Bo")))
    assert update(old, fresh).inventory.interviews["interviewee"].tolist() == ["An", "An", "Bo"]


def test_an_inventory_in_an_older_standard_stays_in_it_and_its_fields_are_its_own():
    old = _inventory({"a": {"name": "A", "impact": "Oud", "lawful_basis_grouping": "van mij"}})
    old = Inventory(registrations=old.registrations, standard="0.1")
    done = update(old, _inventory({"a": {"name": "A", "impact": "Nieuw", "lawful_basis_grouping": "ander"}}))
    assert done.inventory.standard == "0.1"
    assert _rows(done.inventory)["a"] == {"name": "A", "impact": "Nieuw", "lawful_basis_grouping": "van mij"}


def test_neither_of_the_two_is_changed():
    old, fresh = _inventory({"a": {"name": "Oud"}}), _inventory({"a": {"name": "Nieuw"}, "b": {"name": "B"}})
    before = old.registrations.copy(deep=True), fresh.registrations.copy(deep=True)
    update(old, fresh)
    pd.testing.assert_frame_equal(old.registrations, before[0])
    pd.testing.assert_frame_equal(fresh.registrations, before[1])
