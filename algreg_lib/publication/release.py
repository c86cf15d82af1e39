"""The release rules: why a registration, or a field of it, stays out of the publication copy."""

import re
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

import pandas as pd

from algreg_lib.inventory import INTERVIEW_COLUMNS, Inventory
from algreg_lib.privacy import Redaction
from algreg_lib.publication.approval import (
    AGREED,
    TO_AGREE_NAME,
    TO_APPROVE_NAME,
    agreement_problem,
    approval_mark,
    approval_problem,
)
from algreg_lib.publication.grounds import ground_in, withholdings
from algreg_lib.standard import Field, standard
from algreg_lib.workbooks import CELL_LIMIT
from algreg_lib.workspace import Release


class Reason(NamedTuple):
    """Why something is withheld. An empty `field` is the whole registration."""

    registration_id: str
    field: str
    rule: str  #: stable id, such as `onvolledig`
    reason: str  #: Dutch; what is the matter, and what would change it
    ground: str = ""  #: the ground of article 5 Woo, when one was named


#: Two of Excel's own codes for a sign that share a `_`: no writer that we know gets them back whole.
_ESCAPES: Final = re.compile(r"_x[0-9A-Fa-f]{4}_x[0-9A-Fa-f]{4}_")
_FIXED_FORMATS: Final = frozenset({"contact", "url", "year-month"})
_NOT_MASKABLE: Final = (
    "Dit veld blijft weg: besluit bij een privacybevinding. Met een stuk erin gemaskeerd is het geen adres of vaste "
    "waarde meer. Vul iets in dat openbaar mag, zoals een algemeen adres."
)
REASON_COLUMNS: Final = Reason._fields


def reasons_table(reasons: list[Reason]) -> pd.DataFrame:
    """Reasons as a table with `REASON_COLUMNS`, all text."""
    return pd.DataFrame(reasons, columns=list(REASON_COLUMNS), dtype="str")


def field_reasons(inventory: Inventory, privacy: Redaction | None) -> list[Reason]:
    """The fields that the analyst withholds, in the inventory or as a decision on a privacy finding."""
    found = [
        Reason(identity, asked.field, "keuze", _chosen("Dit veld blijft weg", asked.text), _ground(asked.text))
        for identity, cell in _cells(inventory.registrations, "withhold_ground")
        for asked in withholdings(cell, standard().fields)
        if asked.field
    ]
    if privacy is not None:
        found += [
            Reason(identity, field, "privacy-besluit", "Dit veld blijft weg: besluit bij een privacybevinding.")
            for identity, field in _withheld(privacy)
            if field
        ]
        found += [
            Reason(identity, field, "privacy-besluit", _NOT_MASKABLE)
            for identity, field in privacy.masked[["registration_id", "field"]].astype("str").itertuples(index=False)
            if _is_fixed(field)
        ]
    return found


def _is_fixed(key: str) -> bool:
    """Whether a field holds an address, date or word from a list, of which nothing is left with a hole in it."""
    if key not in standard():
        return False
    return standard()[key].kind in {"choice", "choices"} or standard()[key].format in _FIXED_FORMATS


def registration_reasons(
    inventory: Inventory,
    public: pd.DataFrame,
    *,
    written: pd.DataFrame,
    release: Release,
    privacy: Redaction | None,
) -> list[Reason]:
    """Why whole registrations are withheld; `public` holds what would be published of them.

    `written` holds their public texts before decisions on privacy and grounds took something away: that is what
    people who were interviewed read and agree with.
    """
    gone = {identity for identity, field in _withheld(privacy) if not field} if privacy is not None else set()
    left = public[~public.index.isin(gone)]  # of the others the texts are gone, which says nothing about them
    return [
        *_chosen_reasons(inventory.registrations),
        *_value_reasons(left, "status", release.statuses, setting="statuses"),
        *_value_reasons(left, "publication_category", release.categories, setting="categories"),
        *(_incomplete(left) if release.require_complete else ()),
        *(_not_agreed(inventory, written) if release.require_agreement else ()),
        *(_privacy_reasons(privacy) if privacy is not None else ()),
        *_unwritable(left),
    ]


def approval_reasons(inventory: Inventory, public: pd.DataFrame, *, blocked: Collection[str]) -> Iterator[Reason]:
    """Why registrations wait for a second person. That comes last: of those in `blocked` the text will still change."""
    cells, owners = (dict(_cells(inventory.registrations, column)) for column in ("approved_by", "owner"))
    for identity, texts in zip(public.index.astype(str), public.to_dict("records"), strict=True):
        mark = approval_mark(texts)
        problem = approval_problem(cells.get(identity, ""), owners.get(identity, ""), mark)
        if problem:
            todo = (
                "Doe dat als laatste, als de tekst verder klaar is."
                if identity in blocked
                else f"Laat iemand de tekst lezen in {TO_APPROVE_NAME} en daarna bij 'Goedgekeurd door' invullen: "
                f"naam | {mark}"
            )
            yield Reason(identity, "", "tweede-persoon", f"{problem} {todo}")


def _cells(table: pd.DataFrame, column: str) -> Iterator[tuple[str, str]]:
    """Id and text of the cells in this column that hold one."""
    if column in table.columns:
        filled = table[column].dropna()
        yield from zip(filled.index.astype(str), filled.astype(str), strict=True)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _ground(text: str) -> str:
    ground = ground_in(text)
    return str(ground) if ground else ""


def _chosen(what: str, text: str) -> str:
    if not text:
        return f"{what}: keuze van de organisatie. Er is geen reden ingevuld; vul die in."
    missing = "" if ground_in(text) else " Er is geen grond uit artikel 5 Woo genoemd; noem die erbij."
    return f"{what}: {text.rstrip('.')}.{missing}"


def _chosen_reasons(table: pd.DataFrame) -> Iterator[Reason]:
    answers = dict(_cells(table, "publish"))
    asked = {
        identity: " ".join(a.text for a in withholdings(cell, standard().fields) if not a.field)
        for identity, cell in _cells(table, "withhold_ground")
    }
    for identity in table.index.astype(str):
        answer, text = answers.get(identity, "").strip().casefold(), asked.get(identity, "")
        if answer == "nee" or (text and answer == ""):
            yield Reason(identity, "", "keuze", _chosen("Niet publiceren", text), _ground(text))
        elif answer not in {"", "ja"}:
            told = "Bij 'Publiceren' staat geen Ja of Nee. Kies een van de twee."
            yield Reason(identity, "", "keuze-onduidelijk", told)
        elif text:
            told = "Bij 'Publiceren' staat Ja, maar er is ook een reden om dat niet te doen. Haal een van de twee weg."
            yield Reason(identity, "", "keuze-onduidelijk", told, _ground(text))


def _value_reasons(public: pd.DataFrame, key: str, allowed: list[str], *, setting: str) -> Iterator[Reason]:
    """An empty value is no reason here: whether a mandatory field may be empty is for `require_complete`."""
    field = standard()[key]
    for identity, value in _cells(public, key):
        if value not in allowed:
            told = (
                f"{field.title} '{value}' wordt niet gepubliceerd. Wel: {', '.join(allowed)}. Dat staat in algreg.toml "
                f"bij {setting}."
                if value in field.choices
                else f"{field.title} '{value}' staat niet in de lijst van de standaard. Kies uit: {', '.join(allowed)}."
            )
            yield Reason(identity, "", "status" if key == "status" else "categorie", told)


def _incomplete(public: pd.DataFrame) -> Iterator[Reason]:
    """Mandatory is what the delivery API asks (standard 1.0, software config v1_0.json).

    Looked at in what would be published, so that a mandatory field that is withheld counts as empty. A text that the
    register finds too long is no reason: the copy holds it whole, and the quality room reports it.
    """
    for identity, empty in _empty_mandatory(public):
        if empty:
            missing = ", ".join(f.title for f in empty)
            one = f"Een verplicht veld is leeg: {missing}. Vul het in."
            more = f"Verplichte velden zijn leeg: {missing}. Vul ze in."
            yield Reason(identity, "", "onvolledig", one if len(empty) == 1 else more)


def _empty_mandatory(public: pd.DataFrame) -> Iterator[tuple[str, list[Field]]]:
    required = standard().required
    empty = pd.DataFrame({f.key: public[f.key].fillna("").str.strip().eq("") for f in required}, index=public.index)
    for identity, flags in zip(public.index.astype(str), empty.to_numpy(), strict=True):
        yield identity, [f for f, flag in zip(required, flags, strict=True) if flag]


def _not_agreed(inventory: Inventory, written: pd.DataFrame) -> Iterator[Reason]:
    people = inventory.interviews.reindex(columns=list(INTERVIEW_COLUMNS)).astype("str").fillna("")
    groups = dict(tuple(people.groupby("registration_id", sort=False)))
    for identity, texts in zip(written.index.astype(str), written.to_dict("records"), strict=True):
        if identity not in groups:
            told = "Er is niemand geïnterviewd, dus niemand heeft akkoord gegeven. Vul het blad Interviews in."
            yield Reason(identity, "", "akkoord", told)
            continue
        mark = approval_mark(texts)
        problems = _disagreements(groups[identity], mark)
        if problems:
            told = " ".join(problem.format(who=", ".join(dict.fromkeys(who))) for problem, who in problems.items())
            todo = (
                f"Vraag het na met de tekst in {TO_AGREE_NAME} en vul op het blad Interviews in: Akkoord Ja, "
                f"Kenmerk akkoord '{AGREED}{mark}'."
            )
            yield Reason(identity, "", "akkoord", f"{told} {todo}")


def _disagreements(people: pd.DataFrame, mark: str) -> dict[str, list[str]]:
    """What is the matter, and with whom."""
    found: dict[str, list[str]] = {}
    for person in people.to_dict("records"):
        agreed = str(person["agreed"]).strip().casefold() == "ja"
        problem = agreement_problem(str(person["agreed_mark"]), mark) if agreed else "Nog niet akkoord: {who}."
        if problem:
            found.setdefault(problem, []).append(str(person["interviewee"]).strip() or "iemand zonder naam")
    return found


def _privacy_reasons(privacy: Redaction) -> Iterator[Reason]:
    counts = privacy.open["registration_id"].value_counts(sort=False)
    for identity, count in counts.items():
        what = "staat nog 1 privacybevinding" if count == 1 else f"staan nog {count} privacybevindingen"
        told = f"Er {what} open. Neem een besluit in besluiten.xlsx; algreg privacy maakt dat bestand."
        yield Reason(str(identity), "", "privacy-open", told)
    for identity, field in _withheld(privacy):
        if not field:
            told = "Niet publiceren: besluit bij een privacybevinding."
            yield Reason(identity, "", "privacy-besluit", told)


def _withheld(privacy: Redaction) -> Iterator[tuple[str, str]]:
    """Registration and field (empty: all of it) of each decision to withhold."""
    yield from privacy.withheld[["registration_id", "field"]].astype("str").itertuples(index=False, name=None)


def _unwritable(public: pd.DataFrame) -> Iterator[Reason]:
    for key in public.columns:
        for identity, value in _cells(public, str(key)):
            if not _fits(value):
                told = (
                    f"De tekst bij '{standard()[str(key)].title}' past niet in een cel van Excel: te lang ("
                    f"{CELL_LIMIT} tekens of meer) of met onleesbare tekens. Er is niets ingekort; pas de tekst aan."
                )
                yield Reason(identity, "", "past-niet", told)


def _fits(value: str) -> bool:
    """Whether a cell of Excel can hold the text, with a ' before it; Excel counts in UTF-16."""
    try:
        return len(value.encode("utf-16-le")) // 2 < CELL_LIMIT and not _ESCAPES.search(value)
    except UnicodeEncodeError:  # half of a character, as a damaged JSON file may hold
        return False
