"""How the public site shows one registration: which fields, in which order, and what stands there when one is empty."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Final

from algreg_lib.inventory import entries, grouping
from algreg_lib.quality import stripped
from algreg_lib.standard import Field, standard

EMPTY: Final = "Veld niet ingevuld."

#: What the register keeps in a long text; all else it drops.
_TAGS: Final = {"p", "div", "br", "ul", "ol", "li"}
_LINK: Final = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_MAIL: Final = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[a-zA-Z]{2,}")


def public_page(values: Mapping[str, str], *, version: str) -> str:
    """The page as markup; `values` are the texts of the cells by key, empty or absent where nothing is filled in.

    A field that the site always shows says `EMPTY` when it is empty; another empty one is left out. Every text is
    escaped, save the few tags that the register keeps in long texts.
    """
    name = stripped(values.get("name", "")).strip()
    title = escape(name) or f'<span class="leeg">{EMPTY}</span>'
    sections = [_section(label, fields, values) for label, fields in standard(version).sections.items() if label]
    return f'<article class="openbaar"><h2>{title}</h2>{"".join(sections)}</article>'


def _section(label: str, fields: tuple[Field, ...], values: Mapping[str, str]) -> str:
    shown = [(field, field_markup(field, values.get(field.key, ""))) for field in fields]
    lines = "".join(
        f'<dt id="openbaar-{escape(field.key)}">{escape(field.title)}</dt><dd>{markup}</dd>'
        for field, markup in shown
        if markup
    )
    return f"<h3>{escape(label)}</h3><dl>{lines}</dl>" if lines else ""


def field_markup(field: Field, text: str) -> str:
    """What stands behind the title of a field; empty where the site leaves the field out."""
    if markup := _filled(field, text):
        return markup
    return f'<span class="leeg">{EMPTY}</span>' if field.show_always else ""


def _filled(field: Field, text: str) -> str:
    if not stripped(text).strip():
        return ""
    if field.kind == "grouping":
        lines = "".join(f"<li>{_entry(entry['title'], entry['link'])}</li>" for entry in grouping(text))
        return f"<ul>{lines}</ul>" if lines else ""
    if field.kind == "choices":
        return escape(", ".join(entries(text)))
    if field.html:
        return _kept(text)
    plain = stripped(text).strip()
    if field.format == "contact" and _MAIL.fullmatch(plain):
        return f'<a href="mailto:{escape(plain)}">{escape(plain)}</a>'
    return _entry("", plain) if _LINK.fullmatch(plain) else escape(plain)


def _kept(text: str) -> str:
    """A long text with the tags that the register keeps, and no others."""
    import nh3  # here: only the pages that people look at need it

    return nh3.clean(text, tags=_TAGS, attributes={})


def _entry(title: str, link: str) -> str:
    """A link by its title. What is no link of the web stays text, so that nothing runs when it is clicked."""
    if _LINK.fullmatch(link):
        return f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer">{escape(title or link)}</a>'
    return escape(" ".join(filter(None, (title, link))))
