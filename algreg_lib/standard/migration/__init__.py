"""From every older version of the standard to 1.0, without losing a text.

What the rules of migration.toml can place with certainty is placed and recorded as a change. What needs a person stays
in a column named after the old key, with a note that says what to do. Nothing is invented, cut or dropped.
"""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from algreg_lib.findings import COLUMNS
from algreg_lib.standard.load import CURRENT, canonical_version, migration_steps, standard, value_map
from algreg_lib.standard.migration.draft import CHANGE_COLUMNS, Draft, stacked
from algreg_lib.standard.migration.references import merge_references
from algreg_lib.standard.migration.texts import append_text, move_text
from algreg_lib.standard.migration.values import (
    folded,
    is_impossible_date,
    is_nothing,
    known_values,
    status_with_begin,
    themes,
    year_month,
)

__all__ = ["CHANGE_COLUMNS", "Migrated", "is_nothing", "migrated"]

_SPELLING: Final = "Andere schrijfwijze van een vaste waarde"
_RENAMED: Final = "De waarde heet anders in 1.0"
_SINCE: Final = "De begindatum stond bij de status"
_DATE: Final = "Een datum is in 1.0 jjjj-mm"
_NO_DATE: Final = (
    "Deze datum bestaat niet (gelezen als dag, maand, jaar). Zoek de goede datum op en schrijf het jaar en de maand, "
    "zoals 2024-03."
)
_VERSION: Final = "Overgezet naar deze versie van de standaard"
_LIST: Final = "Eén waarde per regel"


@dataclass(frozen=True, kw_only=True)
class Migrated:
    """What a migration gives.

    `registrations`: the same rows, with every field of 1.0, then all other columns; all text, missing is missing.
    `changes`: `CHANGE_COLUMNS`, a row per cell that moved or changed, with the text before and after.
    `notes`: findings (`findings.COLUMNS`), a row per old text that a person has to place or decide on.
    """

    registrations: pd.DataFrame
    changes: pd.DataFrame
    notes: pd.DataFrame


def migrated(registrations: pd.DataFrame, version: str) -> Migrated:
    """Registrations of one version of the standard, as 1.0 has them. KeyError for a version that does not exist.

    A frame that is 1.0 already only gets the exact spelling of fixed values. Source of the rules: migration.toml.
    """
    version = canonical_version(version)
    draft = Draft(version, registrations.index, {str(key): registrations[key] for key in registrations.columns})
    steps = list(migration_steps(version))
    for step in steps:
        if (step["kind"] == "value" and step["from"] != step["to"]) or step["kind"] == "rename":
            move_text(draft, step["from"], step["to"])
    merge_references(draft, [step for step in steps if "how" in step])
    for step in steps:
        if step["kind"] == "merge" and "how" not in step:
            _merge_text(draft, step["from"], step["to"])
        if step["kind"] in {"manual", "drop"}:
            _leave(draft, step)
    for recode in (_recode_status, _recode_themes, _recode_dates, _recode_fixed, _recode_version):
        recode(draft)
    return Migrated(
        registrations=_in_order(draft, registrations),
        changes=stacked(draft.changes, CHANGE_COLUMNS),
        notes=stacked(draft.notes, COLUMNS),
    )


def _merge_text(draft: Draft, from_key: str, to_key: str) -> None:
    old = draft.take(from_key)
    nothing = old.map(is_nothing).astype("bool").to_numpy()
    append_text(draft, from_key, to_key, old[~nothing])
    draft.keep(from_key, old[nothing])


def _leave(draft: Draft, step: dict[str, str]) -> None:
    """The old text stays in its own column; a note tells what to do with it where there is something to do."""
    old = draft.take(step["from"])
    draft.keep(step["from"], old)
    if "advice" not in step:
        return
    worth = old[~old.map(is_nothing).astype("bool").to_numpy()]
    title = standard(draft.version)[step["from"]].title
    kept = draft.kept_name(step["from"])
    message = f"Het veld {title} bestaat niet meer in 1.0; de tekst staat nog in de kolom {kept}. {step['advice']}"
    if step["kind"] == "manual":
        draft.note("migratie-handwerk", "warning", step["to"], worth, message)
    else:
        draft.note("migratie-tip", "info", step["from"], worth, message)


def _recode_status(draft: Draft) -> None:
    old = draft.filled("status")
    found = {text: status_with_begin(text) for text in old.unique()}
    _set(draft, "status", old, {text: status for text, (status, _) in found.items()})
    begin = {text: month for text, (_, month) in found.items() if month}
    since = old[old.isin(list(begin)).to_numpy()]
    empty = draft.filled("begin_date").reindex(since.index).isna().to_numpy()
    months = since[empty].map(begin).astype("str")
    draft.put("begin_date", months)
    draft.record("status", "begin_date", since[empty], months, _SINCE)


def _recode_themes(draft: Draft) -> None:
    old = draft.filled("category")
    found = {text: themes(text) for text in old.unique()}
    cells = {text: "\n".join(values) for text, (values, _) in found.items()}
    new = old.map(cells).astype("str")
    changed = (new != old).to_numpy()
    draft.put("category", new[changed])
    listed = new.str.contains("\n", regex=False).to_numpy(bool)
    same_word = new.map(folded).eq(old.map(folded)).to_numpy()
    for reason, here in ((_RENAMED, ~listed & ~same_word), (_SPELLING, ~listed & same_word), (_LIST, listed)):
        draft.record("category", "category", old[changed & here], new[changed & here], reason)
    unknown = old[[bool(found[text][1]) for text in old]]
    _note_unknown(draft, "category", unknown)


def _recode_dates(draft: Draft) -> None:
    for key in ("begin_date", "end_date"):
        old = draft.filled(key)
        months = {text: year_month(text) or text for text in old.unique()}
        new = old.map(months).astype("str")
        changed = (new != old).to_numpy()
        draft.put(key, new[changed])
        draft.record(key, key, old[changed], new[changed], _DATE)
        draft.note("migratie-datum", "warning", key, old[[is_impossible_date(text) for text in old]], _NO_DATE)


def _recode_fixed(draft: Draft) -> None:
    for key in ("lang", "publication_category"):
        old = draft.filled(key)
        _set(draft, key, old, {text: known_values(key).get(folded(text)) for text in old.unique()})


def _recode_version(draft: Draft) -> None:
    """Every row is 1.0 from here on: the API stores a registration without it in such a way that downloads break."""
    old = draft.filled("standard_version").reindex(draft.index).fillna("")
    if draft.version == CURRENT:  # an empty cell stays empty; only the spelling of the version becomes the fixed one
        old = old[[_is_current(text) for text in old]]
    changed = old[(old != CURRENT).to_numpy()]
    new = pd.Series(CURRENT, index=changed.index, dtype="str")
    draft.put("standard_version", new)
    draft.record("standard_version", "standard_version", changed, new, _VERSION)


def _is_current(text: str) -> bool:
    try:
        return canonical_version(text) == CURRENT
    except KeyError:
        return False


def _set(draft: Draft, key: str, old: pd.Series, values: dict[str, str | None]) -> None:
    """Puts the fixed value of 1.0 for each old value; what has none stays, with a note."""
    new = old.map({text: value or text for text, value in values.items()}).astype("str")
    changed = (new != old).to_numpy()
    same_word = (old.map(folded) == new.map(folded)).to_numpy()
    draft.put(key, new[changed])
    draft.record(key, key, old[changed & same_word], new[changed & same_word], _SPELLING)
    draft.record(key, key, old[changed & ~same_word], new[changed & ~same_word], _RENAMED)
    _note_unknown(draft, key, old[[values[text] is None for text in old]])


def _note_unknown(draft: Draft, key: str, texts: pd.Series) -> None:
    if draft.version == CURRENT:  # no migration: the checks say what is wrong with a value of 1.0
        return
    known = standard()[key]
    choose = f"Kies een waarde uit de lijst van {known.title}."
    messages = []
    for text in texts:
        suggestion = value_map("suggestions").get(folded(text))
        hint = f" Misschien: {suggestion}." if suggestion else ""
        messages.append(f"Deze waarde heeft geen vaste tegenhanger in 1.0. {choose}{hint}")
    draft.note("migratie-waarde", "warning", key, texts, messages)


def _in_order(draft: Draft, before: pd.DataFrame) -> pd.DataFrame:
    missing = pd.Series(index=draft.index, dtype="str")
    # Of the old standard only columns with something in them are left: each of its fields has a step.
    columns = {key: draft.columns.get(key, missing) for key in [*standard().keys, *draft.columns]}
    return pd.DataFrame(columns, index=before.index)
