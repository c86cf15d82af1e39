"""Which published registration is of the same kind, and why."""

import pandas as pd
import pytest

from algreg_lib.inventory import Inventory
from algreg_lib.register import ALIKE, SIBLING_COLUMNS, Reference, siblings, without_own
from tests.priority.inventories import inventory_of

EXAMPLE = dict.fromkeys(("number", "name", "organization", "provider", "lang", "description_short", "goal"), "")
MASKING = "De software haalt persoonsgegevens uit documenten voordat de gemeente die openbaar maakt."
PARKING = "Een auto met camera's leest kentekens om te zien of er is betaald voor het parkeren."


def reference_of(*examples: dict[str, str], filled: int = 10) -> Reference:
    rows = [EXAMPLE | {"number": f"1000000{n}", "organization": "Gemeente Elders"} | e for n, e in enumerate(examples)]
    # Others, so that some words are common and others rare, as in the register.
    rows += [
        EXAMPLE | {"name": f"Rekenmodel {word}", "organization": "Provincie Elders"} for word in "brug kade".split()
    ]
    return Reference(examples=pd.DataFrame(rows, dtype="str").assign(filled=filled))


def found(row: dict[str, str], *examples: dict[str, str], organisation: str = "Gemeente Hier") -> list[tuple[str, str]]:
    table = siblings(inventory_of({"a": row}), reference_of(*examples), organisation=organisation)
    assert list(table.columns) == list(SIBLING_COLUMNS)
    return list(zip(table["number"], table["why"], strict=True))


def test_the_same_name_is_a_sibling_however_it_is_typed():
    assert found({"name": "ScanAuto  parkeren"}, {"name": "Scanauto parkeren"}) == [("10000000", "dezelfde naam")]


def test_the_same_text_under_another_name_is_a_sibling():
    row, example = {"name": "Datamasker", "goal": MASKING}, {"name": "Anonimiseren", "goal": MASKING}

    assert found(row, example) == [("10000000", "bijna dezelfde tekst")]


def test_marks_of_html_in_a_text_do_not_count():
    row, example = {"name": "Datamasker", "goal": MASKING}, {"name": "Anonimiseren", "goal": MASKING}
    marked = example | {"goal": f"<div class='tekst'><p style='opmaak'>{MASKING}</p></div>"}
    plain, same = (siblings(inventory_of({"a": row}), reference_of(e))["score"].tolist() for e in (example, marked))

    assert plain == same


def test_another_kind_of_algorithm_is_no_sibling():
    assert found({"name": "Scanauto", "goal": PARKING}, {"name": "Anonimiseren", "goal": MASKING}) == []


def test_a_name_that_only_sounds_alike_is_no_sibling_when_the_text_is_another():
    row = {"name": "Werkverkenner", "goal": "Voorspelt hoe snel iemand weer een baan vindt."}
    example = {"name": "Vuurwerkverkenner", "goal": "Herkent op een foto welk soort vuurwerk het is."}

    assert found(row, example) == []


def test_a_supplier_decides_when_the_rest_is_half_alike():
    row = {"name": "Aanvragen bijstand", "goal": "Inwoners vragen digitaal een uitkering aan."}
    example = {"name": "Bijstand", "goal": "Het model rekent uit hoeveel uitkering iemand krijgt."}

    assert found(row, example) == []
    named = found(row | {"provider": "Bouwer"}, example | {"provider": "Bouwer Nederland B.V."})
    assert [why.split(", ")[-1] for _, why in named] == ["dezelfde leverancier"]
    assert found(row | {"provider": "Bouwer"}, example | {"provider": "Maker"}) == []


def test_no_supplier_is_not_the_same_supplier():
    assert found({"name": "Scanauto", "provider": ""}, {"name": "Scanauto", "provider": ""})[0][1] == "dezelfde naam"


def test_of_examples_that_are_as_alike_the_template_of_the_supplier_comes_first():
    row = {"name": "Anonimiseren", "goal": MASKING}
    template = row | {"organization": "", "provider": "Maker B.V.", "number": ""}
    table = siblings(inventory_of({"a": row}), reference_of(row, template))

    assert table[["number", "organization", "provider"]].to_numpy().tolist() == [["", "", "Maker B.V."]]


def test_then_the_example_that_is_filled_in_furthest():
    rows = [{"name": "Scanauto"}, {"name": "Scanauto"}]
    reference = reference_of(*rows)
    reference.examples.loc[1, "filled"] = 20

    assert siblings(inventory_of({"a": rows[0]}), reference)["number"].tolist() == ["10000001"]


@pytest.mark.parametrize("name", ["Gemeente Hier", "gemeente  hier", "Hier"])
def test_a_registration_of_the_body_itself_is_no_example(name):
    assert (
        found({"name": "Scanauto", "organization": name}, {"name": "Scanauto", "organization": "Gemeente Hier"}) == []
    )


def test_a_province_with_the_name_of_a_municipality_is_another_body():
    row = {"name": "Scanauto", "organization": "Gemeente Utrecht"}

    assert found(row, {"name": "Scanauto", "organization": "Provincie Utrecht"})


def test_a_registration_that_names_no_body_is_of_the_body_of_the_workspace():
    assert found({"name": "Scanauto"}, {"name": "Scanauto", "organization": "Gemeente Hier"}) == []


def test_the_score_runs_from_the_limit_to_one_and_stands_in_the_order_of_the_inventory():
    rows = {"b": {"name": "Scanauto", "goal": PARKING}, "x": {"name": "Iets anders"}, "a": {"name": "Anonimiseren"}}
    table = siblings(inventory_of(rows), reference_of(*rows.values()))

    assert table["registration_id"].tolist() == ["b", "x", "a"]
    assert table["score"].between(ALIKE, 1).all()
    assert table["score"].is_monotonic_decreasing


@pytest.mark.parametrize("row", [{"name": None}, {"name": ""}, {"name": " ", "goal": "<p></p>"}, {"name": "?"}])
def test_a_registration_without_words_has_no_example(row):
    assert found(row, {"name": "Scanauto", "goal": ""}) == []


def test_an_empty_inventory_or_an_empty_register_gives_an_empty_table():
    reference = reference_of({"name": "Scanauto"})
    nothing = Reference(examples=reference.examples.head(0))

    for table in (siblings(inventory_of({}), reference), siblings(inventory_of({"a": {"name": "Scanauto"}}), nothing)):
        assert list(table.columns) == list(SIBLING_COLUMNS)
        assert table.empty


def test_more_registrations_than_are_compared_at_a_time_each_get_their_own_example():
    rows = {f"r{n}": {"name": f"Model {n:04d}-{n * 7919 % 10007}"} for n in range(1_203)}
    table = siblings(inventory_of(rows), reference_of(*rows.values()))

    assert table["registration_id"].tolist() == list(rows)
    assert (table["name"] == [row["name"] for row in rows.values()]).all()


def test_nothing_is_changed_in_the_inventory_or_the_register():
    inventory, reference = inventory_of({"a": {"name": "Scanauto"}}), reference_of({"name": "Scanauto"})
    before = inventory.registrations.copy(deep=True), reference.examples.copy(deep=True)
    siblings(inventory, reference)

    pd.testing.assert_frame_equal(inventory.registrations, before[0])
    pd.testing.assert_frame_equal(reference.examples, before[1])


def numbers_left(inventory: Inventory, *examples: dict[str, str], organisation: str = "") -> list[str]:
    left = without_own(reference_of(*examples), inventory, organisation=organisation).examples
    return left.loc[left["number"] != "", "number"].tolist()


def test_what_has_the_number_of_an_own_registration_is_left_out():
    named = {"name": "Scanauto", "organization": "Gemeente Hier"}

    assert numbers_left(inventory_of({"10000000": named}), {"name": "Scanauto (oud)"}) == []
    assert numbers_left(inventory_of({"a": named | {"lars": "10000000"}}), {"name": "Scanauto (oud)"}) == []


def test_all_that_one_body_published_is_left_out_of_its_own_examples():
    inventory = inventory_of({"a": {"name": "Scanauto", "organization": "Gemeente Hier"}, "b": {"name": "Anders"}})
    examples = [{"name": "Oud model", "organization": "gemeente Hier"}, {"name": "Scanauto"}]

    assert numbers_left(inventory, *examples, organisation="Gemeente Hier") == ["10000001"]


def test_in_a_list_of_more_bodies_only_what_stands_in_it_is_left_out():
    inventory = inventory_of(
        {"a": {"name": "Scanauto", "organization": "Hier"}, "b": {"name": "Chatbot", "organization": "Daar"}}
    )
    examples = [{"name": "scanauto", "organization": "Hier"}, {"name": "Scanauto", "organization": "Daar"}]

    assert numbers_left(inventory, *examples) == ["10000001"]
