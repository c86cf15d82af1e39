"""Old titles and links that become entries of a grouping in 1.0, one per line: `title | link`."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from algreg_lib.standard.load import standard
from algreg_lib.standard.migration.draft import Draft
from algreg_lib.standard.migration.texts import append_text
from algreg_lib.standard.migration.values import folded, is_nothing, known_titles, postgres_array
from algreg_lib.standard.model import ENTRY_SEPARATOR, entry_line

Step = Mapping[str, str]
#: Title and link of each entry, per registration.
Entries = dict[str, list[list[str]]]

_YES: Final = frozenset({"ja", "ja.", "yes", "true", "waar", "j", "y"})
_URL: Final = re.compile(r"(?:https?://|www\.)[^\s,;]+", re.IGNORECASE)
_NAMED_URL: Final = re.compile(
    r"\s*([^:,;\n]{2,120}?)\s*:\s*((?:https?://|www\.)[^\s,;]+)\s*(?:[,;\n]|$)", re.IGNORECASE
)
_MOVED: Final = "Overgenomen in het veld dat 1.0 hiervoor heeft"
#: Longer texts, and texts of more lines, are no title but an explanation.
_TITLE: Final = 120


def merge_references(draft: Draft, steps: list[Step]) -> None:
    """Does all steps that fill groupings, and writes the groupings."""
    groupings: dict[str, Entries] = defaultdict(lambda: defaultdict(list))
    for step in steps:
        old = draft.take(step["from"])
        placed = _HOW[step["how"]](draft, step, old, groupings[step["to"]])
        draft.keep(step["from"], old[~placed.to_numpy()])
        moved = old[placed.to_numpy()]
        lines = [_cell(groupings[step["to"]][str(key)]) for key in moved.index]
        new = pd.Series(lines, index=moved.index, dtype="str").fillna("")
        inside = (new != "").to_numpy()
        draft.record(step["from"], step["to"], moved[inside], new[inside], _MOVED)
    for key, entries in groupings.items():
        _write(draft, key, entries)


def _write(draft: Draft, key: str, entries: Entries) -> None:
    new = pd.Series({row: _cell(found) for row, found in entries.items() if found}, dtype="str")
    there = draft.filled(key).reindex(new.index)
    draft.put(key, (there + ENTRY_SEPARATOR + new).fillna(new))


def _cell(entries: list[list[str]]) -> str:
    return ENTRY_SEPARATOR.join(entry_line(title, link) for title, link in entries)


def _placed(old: pd.Series, place: Callable[[str, str], bool]) -> pd.Series:
    return pd.Series([place(str(row), text) for row, text in old.items()], index=old.index, dtype="bool")


def _yes_no(draft: Draft, step: Step, old: pd.Series, entries: Entries) -> pd.Series:
    """`Ja` becomes an entry. `Nee` stays in its own column; any other text goes to the explanation."""
    kind = old.map(lambda text: "yes" if folded(text) in _YES else "no" if is_nothing(text) else "text")
    for row in old.index[kind == "yes"]:
        entries[str(row)].append([step["item"], ""])
    prose = old[kind == "text"]
    append_text(draft, step["from"], "impacttoetsen", prose)
    draft.note(
        "migratie-handwerk",
        "warning",
        step["to"],
        prose,
        f"Dit stond bij {step['item']} en staat nu bij Toelichting op impacttoetsen. "
        "Is deze toets gedaan? Zet hem dan ook bij Impacttoetsen.",
    )
    return kind != "no"


def _link(draft: Draft, step: Step, old: pd.Series, entries: Entries) -> pd.Series:
    """A link goes with the entry `item`, which is made when there is none."""

    def place(row: str, text: str) -> bool:
        if not _URL.fullmatch(text.strip()):
            return False
        entry = next((e for e in entries[row] if e[0] == step["item"] and not e[1]), None)
        if entry is None:
            entry = [step["item"], ""]
            entries[row].append(entry)
        entry[1] = text.strip()
        return True

    return _noted(draft, step, old, _placed(old, place))


def _title(draft: Draft, step: Step, old: pd.Series, entries: Entries) -> pd.Series:
    """A short text becomes a title; a longer one is an explanation."""
    short = old.map(lambda text: len(text) <= _TITLE and "\n" not in text.strip()).astype("bool")
    nothing = old.map(is_nothing).astype("bool")
    for row, text in old[short & ~nothing].items():
        entries[str(row)].append([text.strip(), ""])
    append_text(draft, step["from"], "impacttoetsen", old[~short & ~nothing])
    return ~nothing


def _link_of_title(draft: Draft, step: Step, old: pd.Series, entries: Entries) -> pd.Series:
    """A link goes with the last entry that has none, else it becomes an entry without a title."""

    def place(row: str, text: str) -> bool:
        if not _URL.fullmatch(text.strip()):
            return False
        if not entries[row] or entries[row][-1][1]:
            entries[row].append(["", ""])
        entries[row][-1][1] = text.strip()
        return True

    return _noted(draft, step, old, _placed(old, place))


def _titles(_draft: Draft, _step: Step, old: pd.Series, entries: Entries) -> pd.Series:
    """A list of impact assessments: one per line, a PostgreSQL array, or `, ` between known names."""

    def place(row: str, text: str) -> bool:
        names = [] if is_nothing(text) else _names(text)
        entries[row] += [[name, ""] for name in names]
        return bool(names)

    return _placed(old, place)


def _named_links(draft: Draft, step: Step, old: pd.Series, entries: Entries) -> pd.Series:
    """`DPIA: https://…, IAMA: https://…` goes with the entries of those names; a single link with a single entry."""

    def place(row: str, text: str) -> bool:
        if _URL.fullmatch(text.strip()) and len(entries[row]) == 1:
            entries[row][0][1] = text.strip()
            return True
        pairs = _NAMED_URL.findall(text)
        if not pairs or _NAMED_URL.sub("", text).strip():
            return False
        for name, link in pairs:
            _entry_named(entries[row], name)[1] = link
        return True

    return _noted(draft, step, old, _placed(old, place))


def _bare_links(draft: Draft, step: Step, old: pd.Series, entries: Entries) -> pd.Series:
    """Links without a title, which 1.0 asks for: the links move, a person writes the titles."""

    def place(row: str, text: str) -> bool:
        links = [link for link in re.split(r"[\s,;]+", text.strip()) if link]
        if not links or not all(_URL.fullmatch(link) for link in links):
            return False
        entries[row] += [["", link] for link in links]
        return True

    placed = _placed(old, place)
    title = standard()[step["to"]].parts[0].title
    message = (
        f"In 1.0 hoort bij elke link een titel. Schrijf bij {standard()[step['to']].title} de '{title}' voor de |."
    )
    draft.note("migratie-titel", "warning", step["to"], old[placed.to_numpy()], message)
    return _noted(draft, step, old, placed)


_HOW: Final[dict[str, Callable[[Draft, Step, pd.Series, Entries], pd.Series]]] = {
    "yes-no": _yes_no,
    "link": _link,
    "title": _title,
    "link-of-title": _link_of_title,
    "titles": _titles,
    "named-links": _named_links,
    "bare-links": _bare_links,
}


def _noted(draft: Draft, step: Step, old: pd.Series, placed: pd.Series) -> pd.Series:
    left = old[~placed.to_numpy()]
    left = left[~left.map(is_nothing).astype("bool")]
    message = (
        f"Deze tekst is geen losse link en staat nog in de kolom {draft.kept_name(step['from'])}. "
        f"Zet de link bij {standard()[step['to']].title} als: titel | link."
    )
    draft.note("migratie-handwerk", "warning", step["to"], left, message)
    return placed


def _names(text: str) -> list[str]:
    known = known_titles()
    stripped = text.strip()
    if stripped.startswith("{") and stripped.endswith("}"):
        parts = postgres_array(stripped)
    else:
        parts = [part.strip() for part in stripped.split("\n") if part.strip()]
        commas = [part.strip() for part in stripped.split(",")]
        if all(folded(part) in known for part in commas):
            parts = commas
    return [known.get(folded(part), part) for part in parts]


def _entry_named(entries: list[list[str]], name: str) -> list[str]:
    wanted = known_titles().get(folded(name), name)
    for entry in entries:
        if not entry[1] and folded(wanted) in folded(entry[0]):
            return entry
    entries.append([wanted, ""])
    return entries[-1]
