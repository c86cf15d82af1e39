"""What changed between two inventories, and what a workspace remembers of it."""

import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from algreg_lib.errors import InputError
from algreg_lib.history import Difference, difference, events_of, read_history, record_run, record_save, unseen
from algreg_lib.inventory import Inventory
from algreg_lib.workspace import Settings, Workspace

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
FIRST = {
    "a1": {"name": "Drukte afval", "status": "In ontwikkeling", "goal": "Meten"},
    "b2": {"name": "Parkeren", "owner": "Team B"},
}


def table(rows: dict[str, dict[str, str | None]]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(rows, orient="index", dtype="str").rename_axis("registration_id")


def inventory(rows: dict[str, dict[str, str | None]] = FIRST, **changed: dict[str, str | None]) -> Inventory:
    return Inventory(registrations=table({key: {**row, **changed.get(key, {})} for key, row in rows.items()}))


def changes(found: Difference) -> list[tuple[str, ...]]:
    return [tuple(row) for row in found.changed.itertuples(index=False, name=None)]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, Settings())


def told(events: pd.DataFrame, *columns: str) -> list[tuple[str, ...]]:
    return list(events[list(columns)].itertuples(index=False, name=None))


def test_a_difference_names_what_came_what_went_and_each_field_that_changed() -> None:
    after = {"c3": {"name": "Nieuw"}, "a1": {**FIRST["a1"], "status": "In gebruik", "goal": None, "owner": "Team A"}}
    found = difference(table(FIRST), table(after))
    assert (found.came, found.went) == (("c3",), ("b2",))
    assert changes(found) == [
        ("a1", "status", "In ontwikkeling", "In gebruik"),
        ("a1", "goal", "Meten", ""),
        ("a1", "owner", "", "Team A"),
    ]


def test_the_same_registrations_do_not_differ_in_whatever_order_or_with_an_empty_column_more() -> None:
    after = table(dict(reversed(FIRST.items()))).assign(risks=pd.Series(dtype="str"))
    found = difference(table(FIRST), after[["risks", "owner", "name", "goal", "status"]])
    assert (found.came, found.went, changes(found)) == ((), (), [])


def test_an_empty_inventory_can_be_compared_too() -> None:
    nothing = table({})
    assert difference(nothing, table(FIRST)).came == ("a1", "b2")
    assert difference(table(FIRST), nothing).went == ("a1", "b2")


CELLS = st.dictionaries(
    st.sampled_from(["a", "b", "c"]),
    st.fixed_dictionaries({key: st.sampled_from([None, "x", "y"]) for key in ("name", "goal")}),
)


@given(CELLS, CELLS)
def test_what_came_went_and_changed_makes_the_new_out_of_the_old(
    before: dict[str, dict[str, str | None]], after: dict[str, dict[str, str | None]]
) -> None:
    found = difference(table(before), table(after))
    made = {key: dict(row) for key, row in before.items() if key not in found.went}
    made |= {key: dict(after[key]) for key in found.came}
    for key, field, old, new in changes(found):
        assert (made[key][field] or "") == old
        made[key][field] = new or None
    assert made == after


def test_the_first_run_only_begins_and_the_next_tells_what_changed(workspace: Workspace) -> None:
    record_run(workspace, inventory(), moment=MONDAY)
    assert read_history(workspace).events.empty
    record_run(workspace, inventory(a1={"status": "In gebruik"}), moment=TUESDAY)
    record_run(workspace, inventory(a1={"status": "In gebruik"}), moment=WEDNESDAY)
    history = read_history(workspace)
    assert told(history.events, "moment", "since", "how", "by", "registration_id", "field", "old", "new") == [
        (
            TUESDAY.isoformat(),
            MONDAY.isoformat(),
            "run",
            "",
            "a1",
            "status",
            "In ontwikkeling",
            "In gebruik",
        )
    ]
    assert (history.begin, history.moment) == (MONDAY.isoformat(), WEDNESDAY.isoformat())


def test_what_a_form_saved_is_remembered_with_who_and_when_and_not_told_again_by_a_run(workspace: Workspace) -> None:
    record_run(workspace, inventory(), moment=MONDAY)
    before, after = {"status": "In ontwikkeling", "goal": "Meten"}, {"status": "In gebruik", "goal": "Meten"}
    record_save(workspace, "a1", before=before, after=after, by=" Ada ", moment=TUESDAY)
    saved = inventory(a1={"status": "In gebruik", "changed_by": "Ada", "changed_on": "2026-11-17"})
    assert unseen(read_history(workspace), saved).empty
    record_run(workspace, saved, moment=WEDNESDAY)
    assert told(read_history(workspace).events, "moment", "by", "how", "field", "old", "new") == [
        (TUESDAY.isoformat(), "Ada", "formulier", "status", "In ontwikkeling", "In gebruik")
    ]


def test_a_new_registration_in_a_form_is_remembered_once(workspace: Workspace) -> None:
    record_run(workspace, inventory(), moment=MONDAY)
    record_save(workspace, "c3", before=None, after={"name": "Nieuw", "status": "Plan"}, by="Ada", moment=TUESDAY)
    row = {"name": "Nieuw", "status": "Plan", "changed_by": "Ada", "changed_on": "2026-11-17"}
    record_run(workspace, inventory({**FIRST, "c3": row}), moment=WEDNESDAY)
    assert told(events_of(read_history(workspace).events, "c3"), "field", "new") == [("status", "Plan"), ("", "Nieuw")]


def test_what_changed_since_the_last_run_is_seen_before_there_is_a_new_one(workspace: Workspace) -> None:
    changed = inventory({"a1": {**FIRST["a1"], "goal": "Tellen"}, "c3": {"name": "Nieuw"}})
    assert unseen(read_history(workspace), changed).empty
    record_run(workspace, inventory(), moment=MONDAY)
    assert told(unseen(read_history(workspace), changed), "how", "since", "registration_id", "field", "old", "new") == [
        ("nog geen run", MONDAY.isoformat(), "c3", "", "", "Nieuw"),
        ("nog geen run", MONDAY.isoformat(), "b2", "", "Parkeren", ""),
        ("nog geen run", MONDAY.isoformat(), "a1", "goal", "Meten", "Tellen"),
    ]


def test_a_save_just_before_the_clock_goes_back_stands_before_the_run_after_it(workspace: Workspace) -> None:
    summer = datetime(2026, 10, 25, 2, 50, tzinfo=timezone(timedelta(hours=2)))
    winter = datetime(2026, 10, 25, 2, 10, tzinfo=timezone(timedelta(hours=1)))  # twenty minutes later
    record_run(workspace, inventory(), moment=summer)
    record_save(workspace, "a1", before={"goal": "Meten"}, after={"goal": "Tellen"}, by="Ada", moment=winter)
    saved = inventory(a1={"goal": "Tellen", "changed_by": "Ada", "changed_on": "2026-10-25"})
    assert unseen(read_history(workspace), saved).empty


def test_the_same_state_gives_the_same_bytes_and_only_changes_are_added(workspace: Workspace) -> None:
    folder = workspace.internal / "geschiedenis"
    record_run(workspace, inventory(), moment=MONDAY)
    first = (folder / "stand.json.gz").read_bytes()
    record_run(workspace, inventory(), moment=MONDAY)
    assert (folder / "stand.json.gz").read_bytes() == first
    assert not (folder / "wijzigingen.jsonl").exists()


def test_texts_of_every_kind_come_back_as_they_were(workspace: Workspace) -> None:
    odd = '<b>é</b>\n\r\n\ud800 \u2028 "=1+1" NA'
    record_run(workspace, inventory(), moment=MONDAY)
    record_run(workspace, inventory(a1={"goal": odd}), moment=TUESDAY)
    history = read_history(workspace)
    assert told(history.events, "new") == [(odd,)]
    assert history.texts.at["a1", "goal"] == odd


@pytest.mark.parametrize("name", ["stand.json.gz", "wijzigingen.jsonl"])
def test_a_damaged_file_is_told_with_what_to_do(workspace: Workspace, name: str) -> None:
    record_run(workspace, inventory(), moment=MONDAY)
    (workspace.internal / "geschiedenis" / name).write_bytes(b'{"wanneer": ')
    with pytest.raises(InputError, match="verwijder het bestand") as error:
        read_history(workspace)
    assert error.value.path.name == name


def test_the_file_can_be_read_by_people(workspace: Workspace) -> None:
    record_save(workspace, "a1", before={"status": ""}, after={"status": "Één"}, by="Ada", moment=MONDAY)
    (line,) = (workspace.internal / "geschiedenis" / "wijzigingen.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {
        "wanneer": MONDAY.isoformat(),
        "wie": "Ada",
        "hoe": "formulier",
        "registratie": "a1",
        "veld": "status",
        "werd": "Één",
    }
    assert "Één" in line
