"""The ranking as a whole: from an inventory to an order that can be explained."""


from algreg_lib.priority import Ranking, rank
from algreg_lib.workspace import Criterion, Priority
from tests.priority.inventories import inventory_of

GIVEN = [
    Criterion(key="impact", label="Impact", weight=0.5, source="given"),
    Criterion(key="ease", label="Gemak", weight=0.2, source="given"),
    Criterion(key="urgency", label="Urgentie", weight=0.3, source="given"),
]


def ranking_of(rows: dict[str, tuple[str | None, ...]], criteria: list[Criterion] = GIVEN, **more: int) -> Ranking:
    keys = [f"score_{criterion.key}" for criterion in criteria]
    inventory = inventory_of({i: dict(zip(keys, row, strict=True)) | {"name": f"Naam {i}"} for i, row in rows.items()})
    return rank(inventory, settings=Priority(criteria=criteria, **({"draws": 1000, "top": 2} | more)))


def test_the_example_of_the_documentation_comes_out_as_it_was_worked_by_hand():
    table = ranking_of({"a": ("4", "2", "5"), "b": ("5", "3", "2"), "c": ("2", "5", "3"), "d": ("5", "3", "2")}).table

    assert table["score"].to_dict() == {"a": 3.9, "b": 3.7, "d": 3.7, "c": 2.9}
    assert table["rank"].to_dict() == {"a": 1, "b": 2, "d": 2, "c": 4}
    assert table["band"].to_dict() == {"a": 1, "b": 1, "d": 1, "c": 2}
    assert table.loc["a", ["contribution_impact", "contribution_ease", "contribution_urgency"]].tolist() == [
        2.0,
        0.4,
        1.5,
    ]
