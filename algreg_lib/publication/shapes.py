"""The shapes in which the copy goes out: the portal's CSV, the API's bodies, and text that no spreadsheet runs."""

import csv
import html
import io
import json
import re
from typing import Any, Final

import pandas as pd

from algreg_lib.formulas import neutralised, neutralised_in_line
from algreg_lib.inventory import entries, grouping
from algreg_lib.standard import standard

#: The columns of a record of 1.0 in the portal's CSV, in its order (schemas/algoritme_version.py, executed).
PORTAL_KEYS: Final = (
    "name", "organization", "description_short", "category", "website", "status", "goal", "proportionality",
    "lawful_basis", "standard_version", "url", "contact_email", "lang", "publiccode", "source_data",
    "methods_and_models", "human_intervention", "risks", "provider", "process_index_url", "tags", "source_id",
    "begin_date", "end_date", "impacttoetsen", "publication_category", "lawful_basis_grouping",
    "impacttoetsen_grouping", "source_data_grouping", "lars", "publication_dt",
)  # fmt: skip

#: The only tags that the register keeps (util/html.py).
_TAGS: Final = re.compile(r"</?(p|div|br|ul|ol|li)\b[^<>]*>", re.IGNORECASE)


def readable(text: str) -> str:
    """Text with the register's six tags as plain text with line breaks; text without them is left alone.

    Only these tags: anything else between < and > may be a link (`<https://…>`), and dropping it would cut.
    """
    if not _TAGS.search(text):
        return text
    bare = _TAGS.sub(_break, text)
    return re.sub(r"\n{3,}", "\n\n", html.unescape(bare)).strip()


def _break(tag: re.Match[str]) -> str:
    name, closing = tag[1].casefold(), tag[0].startswith("</")
    if name == "li":
        return "" if closing else "\n• "
    return "\n" if name == "br" or closing or name in {"ul", "ol"} else ""


def readable_of(key: str, text: str) -> str:
    """The text of a field for people: cell notation, and without tags where the standard allows them."""
    return readable(text) if key in standard() and standard()[key].html else text


def cell_text(key: str, text: str) -> str:
    """What stands in a cell of the workbook for people, never a formula."""
    return neutralised(readable_of(key, text))


def in_one_line(key: str, text: str) -> str:
    """The text of a field on one line: lists with commas, groupings numbered (util/stringify.py)."""
    kind = standard()[key].kind if key in standard() else "text"
    if kind == "choices":
        flat = ", ".join(entries(text))
    elif kind == "grouping":
        items = [", ".join(filter(None, (entry["title"], entry["link"]))) for entry in grouping(text)]
        flat = ". ".join(f"{number}: {item}" for number, item in enumerate(items, start=1))
    else:
        flat = readable_of(key, text)
    return re.sub(r"\r\n?|\n", " ", flat)


def portal_text(key: str, text: str) -> str:
    """What stands in the portal's CSV."""
    return neutralised_in_line(in_one_line(key, text))


def portal_csv(published: pd.DataFrame) -> bytes:
    """The registrations as the portal writes them: UTF-8 with BOM, everything quoted, LF, keys as header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    keys = [str(column) for column in published.columns]
    writer.writerow([standard()[key].export_key or key if key in standard() else key for key in keys])
    for row in published.itertuples(index=False, name=None):
        writer.writerow([portal_text(key, v) if isinstance(v, str) else "" for key, v in zip(keys, row, strict=True)])
    return text.getvalue().encode("utf-8-sig")


def bodies(published: pd.DataFrame) -> list[dict[str, Any]]:
    """The registrations as the delivery API takes them (AlgorithmIn), with what it ignores: code, address, dates."""
    keys = [str(column) for column in published.columns]
    return [
        {key: _value(key, value) for key, value in zip(keys, row, strict=True)}
        for row in published.itertuples(index=False, name=None)
    ]


def api_json(published: pd.DataFrame) -> bytes:
    """The bodies as a JSON list, UTF-8."""
    return (json.dumps(bodies(published), ensure_ascii=False, indent=1) + "\n").encode()


def _value(key: str, value: object) -> Any:
    if not isinstance(value, str):
        return None
    match standard()[key].kind if key in standard() else "text":
        case "choices":
            return entries(value)
        case "grouping":
            return grouping(value)
        case _:
            return value
