"""What a person types in one cell for several values, to the register's lists and back without loss.

One entry per line; in a grouping `title | link`. A title that itself holds ` | ` keeps it: the link is what stands
behind the last one.
"""

from typing import TypedDict

from algreg_lib.standard import ENTRY_SEPARATOR, PART_SEPARATOR, entry_line


class Entry(TypedDict):
    """One entry of a grouping, as the register's API knows it; empty text where a part is missing."""

    title: str
    link: str


def entries(cell: str) -> list[str]:
    """The values in a cell, one per line, without empty lines and outer spaces."""
    return [line.strip() for line in cell.split(ENTRY_SEPARATOR) if line.strip()]


def cell_of_entries(values: list[str]) -> str:
    """The cell text of several values. Line breaks inside a value become spaces, as they would start a new one."""
    return ENTRY_SEPARATOR.join(" ".join(value.split()) for value in values if value.strip())


def grouping(cell: str) -> list[Entry]:
    """The entries of a grouping cell. A line without separator is a link when it looks like one, else a title."""
    return [_entry(line) for line in entries(cell)]


def cell_of_grouping(values: list[Entry]) -> str:
    """The cell text of a grouping, so that `grouping` gives the same entries back."""
    return ENTRY_SEPARATOR.join(entry_line(" ".join(v["title"].split()), " ".join(v["link"].split())) for v in values)


def _entry(line: str) -> Entry:
    title, separator, link = line.rpartition(PART_SEPARATOR.strip())
    if separator:
        return Entry(title=title.strip(), link=link.strip())
    if line.casefold().startswith(("http://", "https://", "www.")) and " " not in line:
        return Entry(title="", link=line)
    return Entry(title=line, link="")
