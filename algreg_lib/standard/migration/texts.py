"""Old texts that go behind the text of a field of 1.0."""

import pandas as pd

from algreg_lib.standard.load import standard
from algreg_lib.standard.migration.draft import Draft

_BEHIND = "Achter de tekst van dit veld gezet; in 1.0 is het één veld"
_ALONE = "Overgenomen in het veld dat 1.0 hiervoor heeft"
_MOVED = "Het veld heet anders in 1.0"


def append_text(draft: Draft, from_key: str, to_key: str, texts: pd.Series) -> None:
    """Puts texts behind what stands in a field, after an empty line; not when the field holds that text already."""
    if not len(texts):
        return
    there = draft.filled(to_key).reindex(texts.index).fillna("")
    joined = [
        now if new in now else f"{now}\n\n{new}" if now else new
        for now, new in zip(there.tolist(), texts.tolist(), strict=True)
    ]
    new = pd.Series(joined, index=texts.index, dtype="str")
    draft.put(to_key, new)
    alone = (there == "").to_numpy()
    draft.record(from_key, to_key, texts[alone], new[alone], _ALONE)
    draft.record(from_key, to_key, texts[~alone], new[~alone], _BEHIND)
    limit = standard()[to_key].max_length
    if limit:
        long = new[(new.str.len() > limit).to_numpy()]
        message = f"Door het samenvoegen is deze tekst langer dan {limit} tekens. Maak de tekst korter."
        draft.note("migratie-te-lang", "warning", to_key, long, message)


def move_text(draft: Draft, from_key: str, to_key: str) -> None:
    """Moves a column to its new name. A cell in which the new field holds another text stays where it was."""
    old = draft.take(from_key)
    there = draft.filled(to_key).reindex(old.index)
    free = (there.isna() | (there == old)).to_numpy()
    moved, left = old[free], old[~free]
    draft.put(to_key, moved)
    draft.record(from_key, to_key, moved, moved, _MOVED)
    draft.keep(from_key, left)
    title = standard()[to_key].title
    message = f"{title} was al ingevuld. Deze tekst staat nog in de kolom {draft.kept_name(from_key)}; kies er een."
    draft.note("migratie-dubbel", "warning", to_key, left, message)
