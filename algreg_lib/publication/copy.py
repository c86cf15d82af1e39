"""The publication copy in memory: what may be public, what stays behind and why. Built new, never by cleaning."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from algreg_lib.errors import AlgregError
from algreg_lib.files import legal_name
from algreg_lib.inventory import Inventory
from algreg_lib.privacy import Redaction
from algreg_lib.publication.accounts import accounts_table
from algreg_lib.publication.inspection import readings_of
from algreg_lib.publication.needles import Needles
from algreg_lib.publication.release import Reason, approval_reasons, field_reasons, reasons_table, registration_reasons
from algreg_lib.publication.shapes import PORTAL_KEYS, in_one_line, readable_of
from algreg_lib.standard import CURRENT, standard
from algreg_lib.workspace import Settings

#: What readers of the register ask for most, behind the fields of the standard.
ORGANISATION_ID: Final = "org_id"
PUBLIC_URL: Final = "public_url"
#: Dutch titles of the columns that no standard declares.
EXTRA_TITLES: Final = {ORGANISATION_ID: "Organisatie-ID (TOOI)", PUBLIC_URL: "Pagina in het Algoritmeregister"}
PUBLIC_COLUMNS: Final = (*PORTAL_KEYS, *EXTRA_TITLES)

#: Shorter texts stand everywhere by chance, so finding one proves nothing.
_SHORTEST_SECRET: Final = 4
_SHORTEST_NUMBER: Final = 7
#: The fields that people write; code and version are none.
_WRITTEN_KEYS: Final = tuple(key for key in PORTAL_KEYS if key not in {"lars", "standard_version"})
#: What does not change the text that the interviewed read.
_OF_LATER: Final = frozenset({"tweede-persoon", "privacy-open", "privacy-rest"})
_MASKED_ELSEWHERE: Final = (
    "Een tekst die u op een andere plek liet maskeren, staat hier nog. Haal hem weg, of zet hem in privacy-melden.txt, "
    "draai algreg privacy opnieuw en neem ook hier een besluit."
)
#: Registrations; more in one text takes a multiple of their memory.
_AT_ONCE: Final = 500
_SITE: Final = "https://algoritmes.overheid.nl/nl/algoritme"


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What goes public and the account of everything that did not.

    `published`: index `registration_id` (for our own use, it is in no file), columns `PUBLIC_COLUMNS`, missing is
    missing. `withheld`: REASON_COLUMNS, each reason for which a registration or field stays behind. `accounts`:
    ACCOUNT_COLUMNS, one row for each registration (empty `field`), each of its public fields, and each internal field
    with something in it. `masked` and `forbidden` are texts that may stand in no file that goes out; `forbidden` holds
    what was withheld or is internal, in so far as it is not public elsewhere.
    """

    published: pd.DataFrame
    withheld: pd.DataFrame
    accounts: pd.DataFrame
    masked: tuple[str, ...]
    forbidden: tuple[str, ...]
    organisation: str
    contact: str
    licence: str
    moment: date | None  #: of the data, for the cover sheet
    to_approve: pd.DataFrame  #: what would be published of those that wait only for a second person, as `published`
    to_agree: pd.DataFrame  #: the public texts of those that are ready but for the agreement of the interviewed

    @property
    def name(self) -> str:
        """The name of its files, without extension."""
        return f"algoritmeregister-{legal_name(self.organisation)}" if self.organisation else "algoritmeregister"


def publication_copy(
    inventory: Inventory,
    *,
    settings: Settings,
    completeness: pd.DataFrame,
    privacy: Redaction | None = None,
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
    written = _public_texts(inventory, None)
    public = _without(_public_texts(inventory, privacy), by_field)
    of_registrations = [
        *registration_reasons(inventory, public, written=written, release=settings.release, privacy=privacy),
        *_masked_elsewhere(public, privacy),
    ]
    if settings.release.require_second_person:
        blocked = {reason.registration_id for reason in of_registrations}
        of_registrations += approval_reasons(inventory, public, blocked=blocked)
    by_registration = reasons_table(of_registrations)
    stays = public.index.isin(by_registration["registration_id"])
    published = _with_addresses(public[~stays], settings.organisation.tooi_id)
    return Copy(
        published=published,
        withheld=pd.concat([by_registration, by_field], ignore_index=True),
        accounts=accounts_table(inventory, published, privacy, by_registration, by_field, completeness),
        masked=_masked_texts(privacy, published),
        forbidden=_forbidden(inventory, published),
        organisation=_organisation(settings, published),
        contact=settings.organisation.contact,
        licence=settings.release.licence,
        moment=moment or _newest_agreement(inventory),
        to_approve=public[public.index.isin(_waiting(by_registration, "tweede-persoon"))],
        to_agree=written[written.index.isin(_waiting(by_registration, "akkoord", besides=_OF_LATER))],
    )


def _waiting(by_registration: pd.DataFrame, rule: str, *, besides: frozenset[str] = frozenset()) -> pd.Index:
    """The registrations that wait for this, and for nothing else but what may come after it."""
    rules = by_registration.groupby("registration_id")["rule"].agg(set)
    return rules.index[rules.map(lambda found: {rule} <= found <= {rule} | besides).astype(bool)]


def _public_texts(inventory: Inventory, privacy: Redaction | None) -> pd.DataFrame:
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


def _masked_elsewhere(public: pd.DataFrame, privacy: Redaction | None) -> Iterator[Reason]:
    """A text that was masked in one place and still stands in another place, where nobody decided to keep it."""
    if privacy is None or privacy.masked.empty:
        return
    kept = {
        (str(identity), str(field)): group["text"].astype(str).tolist()
        for (identity, field), group in privacy.kept.groupby(["registration_id", "field"], sort=False)
    }
    left = {
        identity: _said([(key, _bare(row[key], kept.get((str(identity), key), ()))) for key in _WRITTEN_KEYS])
        for identity, row in public[list(_WRITTEN_KEYS)].fillna("").to_dict("index").items()
    }
    masked, identities = Needles(privacy.masked["text"]), list(left)
    for start in range(0, len(identities), _AT_ONCE):
        together = identities[start : start + _AT_ONCE]
        # Many at once first, as most often nothing is found, and then only what was.
        remaining = Needles(anywhere := _found(masked, "\n".join(left[identity] for identity in together)))
        for identity in together if anywhere else ():
            if _found(remaining, left[identity]):
                yield Reason(str(identity), "", "privacy-rest", _MASKED_ELSEWHERE)


def _found(needles: Needles, text: str) -> set[str]:
    """Those that stand in the text, read as the inspection reads."""
    return {found for reading in readings_of(text) for found in needles.found_in(reading)}


def _said(cells: list[tuple[str, str]]) -> str:
    """The texts of a registration in every shape, or one that stands there in another shape would be overlooked."""
    return "\n".join(shape for key, text in cells if text for shape in _shapes(key, [text]))


def _bare(text: str, kept: Iterable[str]) -> str:
    for part in kept:
        text = text.replace(part, " ")
    return text


def _masked_texts(privacy: Redaction | None, published: pd.DataFrame) -> tuple[str, ...]:
    """What was masked; but for a text that somebody kept in another place, and that is public there."""
    if privacy is None:
        return ()
    masked = {text for text in privacy.masked["text"].astype(str) if _is_telling(text)}
    return tuple(sorted(masked - _standing_in(published, masked)))


def _forbidden(inventory: Inventory, published: pd.DataFrame) -> tuple[str, ...]:
    """Each text that was not published, unless it happens to stand in what was.

    (The status of a withheld registration stands in others too; finding it proves nothing.)
    """
    behind = {
        text.strip()
        for table in (inventory.registrations.reset_index(), inventory.interviews)
        for column in table.columns
        for text in table[column].dropna().astype(str).unique()
        if _is_telling(text.strip())
    }
    return tuple(sorted(behind - _standing_in(published, behind)))


def _standing_in(published: pd.DataFrame, texts: set[str]) -> set[str]:
    """Those of the texts that are public: as a cell, or within one, in one of the shapes in which it goes out."""
    columns = [_shapes(str(column), published[column].dropna().unique().tolist()) for column in published.columns]
    cells = {text.strip() for column in columns for text in column}
    needles = Needles(texts - cells)  # most texts are cells, and need no search
    # A column at a time, and each text once: all of a large inventory in one text takes a multiple of its memory.
    # And read as the inspection will read the files: what it would find in a public text, is public.
    return (texts & cells).union(*(_found(needles, "\n".join(column)) for column in columns))


def _shapes(key: str, texts: list[str]) -> list[str]:
    """The texts as they stand, for people, and on one line: a list has commas there, a grouping numbers."""
    said = (shape for text in texts for shape in (text, readable_of(key, text), in_one_line(key, text)))
    return list(dict.fromkeys(said))


def _is_telling(text: str) -> bool:
    """Whether finding the text says something: short texts and numbers stand in every file (counts, cell numbers)."""
    return len(text) >= (_SHORTEST_NUMBER if text.isdigit() else _SHORTEST_SECRET)


def _organisation(settings: Settings, published: pd.DataFrame) -> str:
    """The name in the settings, else the one name that all registrations share."""
    names = published["organization"].dropna().unique()
    return settings.organisation.name or (str(names[0]) if len(names) == 1 else "")


def _newest_agreement(inventory: Inventory) -> date | None:
    dates = pd.to_datetime(inventory.interviews["agreed_on"], format="%Y-%m-%d", errors="coerce").dropna()
    return None if dates.empty else dates.max().date()
