"""Importing files into one inventory in our own shape: a new one, or one that people work in."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from algreg_lib.errors import InputError, OutputError
from algreg_lib.files import replacing
from algreg_lib.inventory.conversion import conversion
from algreg_lib.inventory.grids import contents, lock_beside
from algreg_lib.inventory.importing.any_shape import chosen_columns, interviews_in, read_file
from algreg_lib.inventory.importing.report import Report, report
from algreg_lib.inventory.importing.report_workbook import REPORT_NAME, write_report
from algreg_lib.inventory.importing.update import update
from algreg_lib.inventory.model import Inventory
from algreg_lib.inventory.own_workbook import Existing, fits, own_workbook, write_into
from algreg_lib.inventory.reading import Reading, mapping_path, write_mapping
from algreg_lib.inventory.table import Match, Table
from algreg_lib.inventory.template import write_inventory
from algreg_lib.standard import CURRENT

_WORKBOOK: Final = ".xlsx"


@dataclass(frozen=True, kw_only=True)
class Import:
    """What an import gave: the inventory as it was written, the report, and the files, the inventory first."""

    inventory: Inventory
    report: Report
    written: tuple[Path, ...]
    proposed: tuple[Match, ...] = ()  #: columns that look like a field; a person has to check them


def import_files(sources: Sequence[Path], target: Path, *, mapping: Path | None = None) -> Import:
    """One inventory from all sources, written to `target`, with the conversion report beside it.

    On an inventory that exists, rows are updated by id in the workbook itself, so that what the user added stays; the
    old file is kept beside it.
    Columns that were not recognised for certain stand in `<target>-kolommen.toml`, to be edited and used again.
    Raises InputError, SettingError or OutputError, and then nothing was written over.
    """
    _refuse_target(target)
    chosen = chosen_columns(mapping, target)
    read = [read_file(path, chosen) for path in sources]
    readings = [found for _, found in read]
    converted = conversion(table for found in readings for table in found.tables)
    inventory = replace(converted.inventory, interviews=interviews_in(own for own, _ in read))
    remarks, updated = list(converted.remarks), None
    matches = [match for found in readings for table in found.tables for match in _to_check(table)]
    existing, in_place = _existing(target), False
    if existing is not None:
        change = update(existing.inventory, inventory)
        inventory, updated = change.inventory, change.updated
        in_place = fits(existing, inventory)
        remarks.insert(0, (target.name, _updated_sentence(change.new, target, in_place=in_place)))
        if not in_place:
            readings.append(_left_behind(existing))
    made = report(readings, converted.recoding, remarks=remarks, updated=updated, to_do=converted.notes)
    written = _write(target, inventory, made, existing, in_place=in_place)
    if write_mapping(mapping_path(target), matches, chosen):
        written.append(mapping_path(target))
    proposed = tuple(dict.fromkeys(match for match in matches if match.how == "proposed"))
    return Import(inventory=inventory, report=made, written=tuple(written), proposed=proposed)


def _to_check(table: Table) -> tuple[Match, ...]:
    """The columns that a person should look at. In an export, where all names are keys, an unknown key is no puzzle."""
    return tuple(m for m in table.labels if m.how in {"proposed", "chosen"} or (m.how == "own" and not table.by_key))


def _refuse_target(target: Path) -> None:
    if target.suffix.lower() != _WORKBOOK:
        raise OutputError(
            target, "een inventaris is een Excel-werkmap.", advice="Geef met -o een naam die eindigt op .xlsx."
        )
    if (lock := lock_beside(target)) is not None:
        raise OutputError(
            target,
            "staat open in Excel of een ander programma.",
            advice=f"Sluit het bestand en probeer opnieuw. Staat het nergens open? Gooi dan {lock.name} weg.",
        )


def _existing(target: Path) -> Existing | None:
    """The inventory that stands at the target; None when there is none, or only the empty template.

    Raises InputError when something else stands there.
    """
    if not target.exists():
        return None
    found = contents(target)
    own = own_workbook(found.grids)
    if own is None or own.version != CURRENT:
        raise InputError(
            target,
            f"hier staat al een bestand, en dat is geen inventaris van algreg in standaard {CURRENT}.",
            advice="Kies met -o een andere naam; er is niets overschreven.",
        )
    inventory = own.inventory()
    if not (len(inventory) or len(inventory.interviews) or inventory.extra_columns or own.leftovers):
        return None
    return Existing(path=target, own=own, inventory=inventory, unseen=found.unseen)


def _left_behind(existing: Existing) -> Reading:
    """What of the workbook does not come along when it is written anew."""
    lost = tuple(u for u in existing.unseen if u.kind in {"opmerking", "tekstvak"})
    return Reading(file=existing.path.name, tables=(), leftovers=existing.own.leftovers, unseen=lost)


_ALL_STAYED: Final = "Alles wat u zelf toevoegde is gebleven, zoals kolommen, bladen, kleuren en opmerkingen."
_TEXTS_STAYED: Final = (
    "Uw eigen kolommen en de volgorde zijn gebleven. Kleuren, opmerkingen bij cellen en eigen bladen niet, omdat een "
    "tekst niet in één cel past of een blad ontbreekt."
)


def _updated_sentence(new: int, target: Path, *, in_place: bool) -> str:
    count = {0: "geen nieuwe registraties", 1: "1 nieuwe registratie"}.get(new, f"{new} nieuwe registraties")
    return (
        f"Deze inventaris bestond al en is bijgewerkt: {count}. {_ALL_STAYED if in_place else _TEXTS_STAYED} "
        f"De vorige versie staat in {_previous(target).name}."
    )


def _previous(target: Path) -> Path:
    return target.with_name(f"{target.stem}-vorige{target.suffix}")


def _write(
    target: Path, inventory: Inventory, made: Report, existing: Existing | None, *, in_place: bool
) -> list[Path]:
    """Writes the inventory and the report, and keeps the version before; the files, the inventory first."""
    verslag = target.with_name(REPORT_NAME)
    written = [target, verslag]
    with replacing(target) as beside:
        if existing is not None and in_place:
            write_into(existing, inventory, beside)
        else:
            write_inventory(inventory, beside)
        # Inside, so that a report which cannot be written leaves the inventory as it was.
        write_report(verslag, made, target=target.name, count=len(inventory))
        if existing is not None:
            with replacing(_previous(target)) as old:
                shutil.copyfile(target, old)
            written.append(_previous(target))
    return written
