"""The publication copy in memory: what may be public, what stays behind and why. Built new, never by cleaning."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from algreg_lib.errors import AlgregError
from algreg_lib.files import legal_name
from algreg_lib.inventory.model import Inventory
from algreg_lib.publication.release import (
    Reason,
    Redacted,
    field_reasons,
    reasons_table,
    registration_reasons,
)
from algreg_lib.publication.shapes import PORTAL_KEYS, is_formula_like
from algreg_lib.standard import CURRENT, canonical_version, standard, working_fields
from algreg_lib.workspace import Settings

#: What readers of the register ask for most, behind the fields of the standard.
ORGANISATION_ID: Final = "org_id"
PUBLIC_URL: Final = "public_url"
#: Dutch titles of the columns that no standard declares.
EXTRA_TITLES: Final = {ORGANISATION_ID: "Organisatie-ID (TOOI)", PUBLIC_URL: "Pagina in het Algoritmeregister"}
PUBLIC_COLUMNS: Final = (*PORTAL_KEYS, *EXTRA_TITLES)

#: `published`, `masked`, `withheld`, or `empty` where nobody filled anything in.
ACCOUNT_COLUMNS: Final = ("registration_id", "name", "field", "outcome", "rule", "reason", "ground")
#: Shorter texts stand everywhere by chance, so finding one proves nothing.
_SHORTEST_SECRET: Final = 4
_SITE: Final = "https://algoritmes.overheid.nl/nl/algoritme"


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What goes public and the account of everything that did not.

    `published`: index `registration_id` (for our own use, it is in no file), columns `PUBLIC_COLUMNS`, missing is
    missing. `withheld`: REASON_COLUMNS, each reason for which a registration or field stays behind. `accounts`:
    ACCOUNT_COLUMNS, one row for each registration (empty `field`), each of its public fields, and each internal field
    with something in it. `forbidden`: texts that may stand in no file that goes out.
    """

    published: pd.DataFrame
    withheld: pd.DataFrame
    accounts: pd.DataFrame
    forbidden: tuple[str, ...]
    organisation: str
    contact: str
    licence: str
    moment: date | None  #: of the data, for the cover sheet

    @property
    def name(self) -> str:
        """The name of its files, without extension."""
        return f"algoritmeregister-{legal_name(self.organisation)}"


def publication_copy(
    inventory: Inventory,
    *,
    settings: Settings,
    completeness: pd.DataFrame,
    privacy: Redacted | None = None,
    moment: date | None = None,
) -> Copy:
    """The publication copy of an inventory in standard 1.0.

    Only the public fields of the standard get in. A field that the analyst withholds stays empty; a registration that
    meets a release rule not stays out as a whole. `moment` is the date of the data; without it the newest date on which
    somebody agreed. Raises AlgregError when the inventory is in another version of the standard.
    """
    if inventory.standard != CURRENT:
        raise AlgregError(
            f"Deze inventaris is in standaard {inventory.standard}; de publicatiekopie is in {CURRENT}.",
            advice="Zet de inventaris eerst over met: algreg import INVENTARIS -o inventaris.xlsx",
        )
    by_field = reasons_table(field_reasons(inventory, privacy))
    public = _without(_public_texts(inventory, privacy), by_field)
    of_registrations = [
        *registration_reasons(inventory, public, release=settings.release, completeness=completeness, privacy=privacy),
        *_masked_elsewhere(public, privacy),
    ]
    by_registration = reasons_table(of_registrations)
    stays = public.index.isin(by_registration["registration_id"])
    published = _with_addresses(public[~stays], settings.organisation.tooi_id)
    return Copy(
        published=published,
        withheld=pd.concat([by_registration, by_field], ignore_index=True),
        accounts=_accounts(inventory, published, privacy, by_registration, by_field),
        forbidden=_forbidden(inventory, published, privacy),
        organisation=_organisation(settings, published),
        contact=settings.organisation.contact,
        licence=settings.release.licence,
        moment=moment or _newest_agreement(inventory),
    )


def _public_texts(inventory: Inventory, privacy: Redacted | None) -> pd.DataFrame:
    """The allow-list: a column that the standard does not declare public cannot get further than here."""
    source = inventory.registrations if privacy is None else privacy.registrations
    allowed = [key for key in PORTAL_KEYS if standard()[key].public]
    texts = source.reindex(columns=allowed).astype("str")
    texts.index = texts.index.astype("str")
    # The version is a fact of this file, not of what somebody typed: the copy is written in 1.0.
    return texts.assign(standard_version=CURRENT).where(lambda t: t.notna() & t.ne(""))


def _without(public: pd.DataFrame, by_field: pd.DataFrame) -> pd.DataFrame:
    kept = public.copy()
    for identity, field in zip(by_field["registration_id"], by_field["field"], strict=True):
        if identity in kept.index and field in kept.columns:
            kept.loc[identity, field] = pd.NA
    return kept


def _with_addresses(public: pd.DataFrame, organisation_id: str) -> pd.DataFrame:
    columns = {
        ORGANISATION_ID: [organisation_id or None] * len(public),
        PUBLIC_URL: [
            public_url(organisation_id, lars, name) or None
            for lars, name in zip(public["lars"].fillna(""), public["name"].fillna(""), strict=True)
        ],
    }
    return pd.concat([public, pd.DataFrame(columns, index=public.index, dtype="str")], axis=1)[list(PUBLIC_COLUMNS)]


def public_url(organisation_id: str, lars: str, name: str) -> str:
    """The page of a registration on the national register; empty without a valid code.

    Without organisation it is the short address, which the site redirects (portal-formats: page address).
    """
    if not is_lars(lars):
        return ""
    return f"{_SITE}/{organisation_id}/{lars}/{legal_name(name)}" if organisation_id else f"{_SITE}/{lars}"


def is_lars(code: str) -> bool:
    """Whether this is a code of the register: seven digits 1-9 and a check digit (its util/upc.py)."""
    if len(code) != 8 or not (code.isascii() and code.isdigit()) or "0" in code[:7]:
        return False
    digits = [int(sign) for sign in code]
    return (3 * sum(digits[0:7:2]) + sum(digits[1:7:2])) % 10 == digits[7]


def _masked_elsewhere(public: pd.DataFrame, privacy: Redacted | None) -> Iterator[Reason]:
    """A text that was masked in one place and still stands in another place of what would go out."""
    if privacy is None or privacy.masked.empty:
        return
    spans = sorted({text for text in privacy.masked["value"].dropna() if len(text) >= _SHORTEST_SECRET})
    whole = public.drop(columns=["lars", "standard_version"]).fillna("").agg("\n".join, axis=1).str.casefold()
    for span in spans:
        for identity in whole.index[whole.str.contains(span.casefold(), regex=False)]:
            told = (
                "Een tekst die u op een andere plek liet maskeren, staat hier nog. Draai algreg privacy opnieuw en "
                "neem er een besluit over."
            )
            yield Reason(str(identity), "", "privacy-rest", told)


def _accounts(
    inventory: Inventory,
    published: pd.DataFrame,
    privacy: Redacted | None,
    by_registration: pd.DataFrame,
    by_field: pd.DataFrame,
) -> pd.DataFrame:
    index = inventory.registrations.index.astype("str")
    out = ~index.isin(published.index)
    joined = by_registration.drop_duplicates().groupby("registration_id", sort=False)
    whole = pd.DataFrame(
        {
            "outcome": ["withheld" if flag else "published" for flag in out],
            "rule": joined["rule"].agg(lambda rules: ", ".join(dict.fromkeys(rules))).reindex(index).to_numpy(),
            "reason": joined["reason"].agg(lambda told: " ".join(dict.fromkeys(told))).reindex(index).to_numpy(),
            "ground": joined["ground"]
            .agg(lambda g: ", ".join(dict.fromkeys(filter(None, g))))
            .reindex(index)
            .to_numpy(),
        },
        index=index,
    )
    tables = [whole.assign(registration_id=index, field="", _order=-1)]
    original = inventory.registrations.set_axis(index)
    for order, key in enumerate(PORTAL_KEYS):
        chosen = by_field[by_field["field"] == key].drop_duplicates("registration_id").set_index("registration_id")
        table = _field_account(key, original, published, privacy, chosen)
        table.loc[out & table["outcome"].ne("empty"), ["outcome", "rule", "reason", "ground"]] = [
            "withheld", "registratie", "De hele registratie wordt niet gepubliceerd.", "",
        ]  # fmt: skip
        tables.append(table.assign(registration_id=index, field=key, _order=order))
    tables += _internal_accounts(original)
    position = pd.Series(range(len(index)), index=index)
    account = pd.concat(tables, ignore_index=True)
    account["_position"] = account["registration_id"].map(position)
    if "name" in original.columns:
        account["name"] = account["registration_id"].map(original["name"])
    ordered = account.reindex(columns=[*account.columns, *({"name"} - set(account.columns))]).sort_values(
        ["_position", "_order"], kind="stable", ignore_index=True
    )
    return ordered[list(ACCOUNT_COLUMNS)].fillna("").astype("str")


def _field_account(
    key: str, original: pd.DataFrame, published: pd.DataFrame, privacy: Redacted | None, chosen: pd.DataFrame
) -> pd.DataFrame:
    """Outcome of one field for each registration, as if all registrations went out."""
    table = pd.DataFrame({"outcome": "published", "rule": "", "reason": "", "ground": ""}, index=original.index)
    before = original[key] if key in original.columns else pd.Series(pd.NA, index=original.index, dtype="str")
    table.loc[before.isna() | before.eq(""), "outcome"] = "empty"
    if key == "standard_version":
        told = f"De kopie is in standaard {CURRENT}; dat staat er nu bij."
        table.loc[~before.map(_is_current), ["outcome", "rule", "reason"]] = ["published", "versie", told]
    masked = _masked_kinds(privacy, key)
    for identity in masked.index.intersection(table.index):
        table.loc[identity, ["outcome", "rule", "reason"]] = [
            "masked",
            "privacy-besluit",
            f"Gemaskeerd: {masked[identity]}.",
        ]
    texts = published[key].reindex(original.index)
    formula = texts.fillna("").map(is_formula_like)
    told = "Begint als een formule: in xlsx en csv staat er een ' voor, zodat het tekst blijft."
    table.loc[formula, "rule"] = table.loc[formula, "rule"].where(table.loc[formula, "rule"].ne(""), "formule")
    table.loc[formula, "reason"] = (table.loc[formula, "reason"] + " " + told).str.strip()
    filled = chosen.loc[chosen.index.intersection(table.index[table["outcome"].ne("empty")])]
    table.loc[filled.index, ["rule", "reason", "ground"]] = filled[["rule", "reason", "ground"]]
    table.loc[filled.index, "outcome"] = "withheld"
    return table


def _is_current(text: object) -> bool:
    try:
        return isinstance(text, str) and canonical_version(text) == CURRENT
    except KeyError:
        return False


def _masked_kinds(privacy: Redacted | None, key: str) -> pd.Series:
    if privacy is None:
        return pd.Series(dtype="str")
    here = privacy.masked[privacy.masked["field"] == key]
    return here.groupby("registration_id", sort=False)["kind"].agg(lambda kinds: ", ".join(dict.fromkeys(kinds)))


def _internal_accounts(original: pd.DataFrame) -> list[pd.DataFrame]:
    working = {field.key for field in working_fields()}
    tables = []
    for order, column in enumerate((c for c in original.columns if c not in PORTAL_KEYS), start=len(PORTAL_KEYS)):
        filled = original.index[original[column].notna()]
        rule = "intern" if column in working else "onbekende-kolom"
        told = "Intern veld: komt nooit naar buiten." if column in working else "Deze kolom staat niet in de standaard."
        table = pd.DataFrame(index=filled).assign(
            outcome="withheld",
            rule=rule,
            reason=told,
            ground="",
            registration_id=filled,
            field=str(column),
            _order=order,
        )
        tables.append(table)
    return [table for table in tables if len(table)]


def _forbidden(inventory: Inventory, published: pd.DataFrame, privacy: Redacted | None) -> tuple[str, ...]:
    """What was masked, and each text that was not published and does not happen to stand in what was.

    (The status of a withheld registration stands in others too; finding it proves nothing.)
    """
    masked = set() if privacy is None else set(privacy.masked["value"].dropna().astype(str))
    behind = {
        text.strip()
        for table in (inventory.registrations.reset_index(), inventory.interviews)
        for column in table.columns
        for text in table[column].dropna().astype(str).unique()
    }
    public = "\n".join(" ".join(text.split()) for text in _texts(published)).casefold()
    hidden = {text for text in behind if " ".join(text.split()).casefold() not in public}
    return tuple(sorted(text for text in {*masked, *hidden} if len(text) >= _SHORTEST_SECRET))


def _texts(table: pd.DataFrame) -> Iterable[str]:
    return (text for column in table.columns for text in table[column].dropna())


def _organisation(settings: Settings, published: pd.DataFrame) -> str:
    """The name in the settings, else the one name that all registrations share."""
    names = published["organization"].dropna().unique()
    return settings.organisation.name or (str(names[0]) if len(names) == 1 else "")


def _newest_agreement(inventory: Inventory) -> date | None:
    dates = pd.to_datetime(inventory.interviews["agreed_on"], format="%Y-%m-%d", errors="coerce").dropna()
    return None if dates.empty else dates.max().date()
