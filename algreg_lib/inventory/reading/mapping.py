"""The file in which a user sees and sets which column of an own list is which field: `<inventaris>-kolommen.toml`."""

import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

import tomlkit

from algreg_lib.errors import InputError, SettingError
from algreg_lib.files import replacing
from algreg_lib.inventory.reading.labels import folded
from algreg_lib.inventory.table import Match
from algreg_lib.standard import VERSIONS, standard, working_fields

TABLE: Final = "kolommen"
_HEAD: Final = (
    "Welke kolom van uw lijst bij welk veld hoort. algreg heeft dit voorgesteld; pas aan wat niet klopt en importeer",
    "opnieuw. Links staat de naam van de kolom, rechts het veld (zie het blad Toelichting van de inventaris).",
    'Laat rechts leeg ("") als de kolom bij geen enkel veld hoort: dan blijft hij staan als eigen kolom.',
)


def mapping_path(target: Path) -> Path:
    """Where the mapping for an inventory stands: beside it."""
    return target.with_name(f"{target.stem}-kolommen.toml")


def read_mapping(path: Path) -> dict[str, str]:
    """The user's choices, by key or by title: folded label to key, empty for an own column.

    Raises SettingError on a field that does not exist.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise InputError(path, "dit bestand bestaat niet.", advice="Controleer de naam en de map.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(
            path, "(hele bestand)", f"geen geldige TOML: {error}.", advice="Herstel die regel of gooi het bestand weg."
        ) from error
    table = raw.get(TABLE, {})
    if set(raw) - {TABLE} or not isinstance(table, dict):
        raise SettingError(path, "(hele bestand)", f"verwacht alleen een deel [{TABLE}].", advice="Haal de rest weg.")
    titles = {f.title.casefold(): f.key for f in (*working_fields(), *standard().fields)}
    named = {label: str(key).strip() for label, key in table.items()}
    chosen = {label: titles.get(key.casefold(), key) for label, key in named.items()}
    for label, key in chosen.items():
        _refuse_unknown(path, label, key)
    return {folded(label): key for label, key in chosen.items()}


def _refuse_unknown(path: Path, label: str, key: str) -> None:
    known = _keys()
    if key == "" or key in known:
        return
    near = get_close_matches(key, known, n=1, cutoff=0.4)
    advice = f"Bedoelt u '{near[0]}'?" if near else "Gebruik een veld van het blad Toelichting, of laat het leeg."
    raise SettingError(path, f"{TABLE}.{label}", f"'{key}' is geen veld.", advice=advice)


def _keys() -> list[str]:
    declared = {key for version in VERSIONS for key in standard(version).keys} | {f.key for f in working_fields()}
    return sorted(declared)


def write_mapping(path: Path, matches: Iterable[Match], chosen: Mapping[str, str]) -> bool:
    """Writes the columns given with their field; False, and no file, when the user has settled all of them already."""
    wanted = {m.label: "" if m.how == "own" else m.key for m in matches if m.label.strip()}
    settled = {folded(label) for label in wanted}
    if not wanted or settled <= chosen.keys():
        return False
    document = tomlkit.document()
    for line in _HEAD:
        document.add(tomlkit.comment(line))
    table = tomlkit.table()
    for label, key in wanted.items():
        table.add(label, key)
    document.add(TABLE, table)
    with replacing(path) as beside:
        beside.write_text(tomlkit.dumps(document), encoding="utf-8")
    return True
