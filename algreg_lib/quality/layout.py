"""Where each cell of the inventory stands in bevindingen.xlsx: where it stood in the file that was checked."""

from dataclasses import dataclass

from algreg_lib.inventory import Inventory, Source


@dataclass(frozen=True, kw_only=True)
class Layout:
    """0-based rows and columns, as XlsxWriter counts them. `rows` stand in the order of the registrations."""

    header: int
    rows: list[int]
    columns: dict[str, int]  #: by field, `registration_id` among them


def layout_of(inventory: Inventory) -> Layout:
    """The cells of the one sheet that was read; a plain table when there were more, or when it was no such sheet."""
    source = _only_source(inventory)
    fields = ["registration_id", *(str(name) for name in inventory.registrations.columns)]
    fields = list(dict.fromkeys(fields))
    if source is None or inventory.origin is None:
        return Layout(
            header=0,
            rows=list(range(1, len(inventory) + 1)),
            columns={field: number for number, field in enumerate(fields)},
        )
    columns = {field: source.lines[field][0] - 1 for field in fields if source.lines.get(field)}
    free = max(columns.values(), default=-1) + 1
    columns |= {field: free + n for n, field in enumerate(f for f in fields if f not in columns)}
    lines = inventory.origin.entries["line"].reindex(inventory.registrations.index)
    return Layout(
        header=max(source.header_lines, default=1) - 1, rows=[int(line) - 1 for line in lines], columns=columns
    )


def _only_source(inventory: Inventory) -> Source | None:
    if inventory.origin is None or len(inventory.origin.sources) != 1:
        return None
    source = inventory.origin.sources[0]
    one_cell_each = all(len(lines) == 1 for lines in source.lines.values())
    distinct = len({lines[0] for lines in source.lines.values()}) == len(source.lines) if one_cell_each else False
    complete = set(inventory.registrations.index) <= set(inventory.origin.entries.index)
    return source if source.orientation == "rows" and distinct and complete else None
