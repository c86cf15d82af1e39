"""Whatever stands in a source stands in the inventory or in the report, however people laid out their list."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from algreg_lib.errors import InputError
from algreg_lib.inventory.conversion.converting import conversion
from algreg_lib.inventory.grids.any_file import Contents, Grid
from algreg_lib.inventory.importing.report import Report, report
from algreg_lib.inventory.reading.labels import _own_table
from algreg_lib.inventory.reading.source import tabular
from algreg_lib.standard import VERSIONS, other_labels, standard, working_fields

_LABELS = sorted(
    {f.title for version in VERSIONS for f in standard(version).fields}
    | {f.key for version in VERSIONS for f in standard(version).fields}
    | {f.title for f in working_fields()}
    | {label for version in VERSIONS for label in other_labels(version)}
    | set(_own_table("synonyms"))
)
_OWN = ["Budget", "Nr.", "Kostenplaats", "Domein/afdeling", "Naam contactpersoon", "Datum laatste wijziging", ""]
_VALUES = [
    "Ja", "Nee", "n.v.t.", "-", "Actief", "in gebruik", "In gebruik sinds 18-12-2020", "01-2024", "2024-01-01", "Werk",
    "{Werk,Economie}", "1: Wet A , https://a.nl. 2: Wet B", "https://a.nl, https://b.nl", "DPIA", "IAMA: https://a.nl",
    "Wet | https://a.nl", " spatie ", "nul\u200bbreed", "vast\u00a0wit", "twee\nregels", "1.0", "0.1", "=1+1", "\u200b",
]  # fmt: skip


@st.composite
def _layouts(draw: st.DrawFn) -> tuple[Sequence[Sequence[str]], list[list[str]]]:
    """Columns of a sheet, and the texts that are registrations, all different."""
    labels = draw(st.lists(st.sampled_from([*_LABELS, *_OWN]), min_size=2, max_size=12))
    labels.insert(draw(st.integers(0, len(labels))), draw(st.sampled_from(["Naam", "name", "Naam algoritme"])))
    texts = st.one_of(st.just(""), st.sampled_from(_VALUES), st.text("abc é\t😀", max_size=8))
    rows = [[draw(texts) for _ in labels] for _ in range(draw(st.integers(1, 4)))]
    for blank in draw(st.lists(st.integers(0, len(rows)), max_size=2)):
        rows.insert(blank, [""] * len(labels))
    titles = [
        [text, *[""] * (len(labels) - 1)] for text in draw(st.lists(st.sampled_from(["Lijst 2024", ""]), max_size=2))
    ]
    notes = [
        [text, *[""] * (len(labels) - 1)] for text in draw(st.lists(st.sampled_from(["Bron: Jan", ""]), max_size=2))
    ]
    lines = [*titles, labels, *rows, *notes]
    if draw(st.booleans()):
        lines = [list(line) for line in zip(*lines, strict=True)]
    return [list(column) for column in zip(*lines, strict=True)], lines


@given(layout=_layouts())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_text_of_a_sheet_is_in_the_inventory_or_in_the_report(layout):
    columns, lines = layout
    grid = Grid(file="lijst.xlsx", sheet="Lijst", columns=columns)
    try:
        reading = tabular(Path("lijst.xlsx"), Contents(grids=(grid,)))
    except InputError:
        event("not recognised")
        assume(False)
    event(f"{reading.tables[0].orientation}, {len(reading.tables[0].entries)} registrations")
    converted = conversion(reading.tables)
    made = report([reading], converted.recoding, to_do=converted.notes)
    frame = converted.inventory.registrations.reset_index()
    written = [_plain(text) for text in frame.to_numpy().ravel() if isinstance(text, str)]
    told = _told(made)
    # line by line: two lines under `Link naar wettelijke basis` are two references
    parts = [_plain(part) for line in lines for text in line for part in text.split("\n")]
    missing = [part for part in parts if part and part not in told and not any(part in cell for cell in written)]
    assert missing == []


def _told(made: Report) -> set[str]:
    parts = [made.mapped["label"], made.recoded["before"], made.unplaced["text"]]
    return {_plain(line) for part in parts for text in part for line in [text, *text.split("\n")]}


def _plain(text: str) -> str:
    return " ".join(text.translate(dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad"))).split())
