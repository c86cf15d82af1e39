"""The kinds of what should not be made public, with the Dutch words for them."""

from typing import Final, NamedTuple


class Hit(NamedTuple):
    """A stretch of a text that a detector proposes; `confidence` from 0 to 1."""

    start: int
    end: int
    kind: str
    confidence: float


class Kind(NamedTuple):
    """What an end user reads for a kind."""

    label: str  #: Dutch name, as in the decisions file
    mask: str  #: what takes its place in a masked text
    advice: str  #: completes the message of a finding


KINDS: Final[dict[str, Kind]] = {
    "name": Kind("naam", "[naam]", "Dit lijkt de naam van een mens."),
    "email": Kind("e-mailadres", "[e-mailadres]", "Dit e-mailadres lijkt van één persoon te zijn."),
    "phone": Kind("telefoonnummer", "[telefoonnummer]", "Dit lijkt het telefoonnummer van een persoon."),
    "bsn": Kind("burgerservicenummer", "[burgerservicenummer]", "Dit lijkt een burgerservicenummer (BSN)."),
    "iban": Kind("rekeningnummer", "[rekeningnummer]", "Dit lijkt een bankrekeningnummer (IBAN)."),
    "plate": Kind("kenteken", "[kenteken]", "Dit lijkt een kenteken."),
    "birth_date": Kind("geboortedatum", "[geboortedatum]", "Dit lijkt een geboortedatum."),
    "address": Kind("adres", "[adres]", "Dit lijkt het adres van een woning of pand."),
    "ip": Kind("IP-adres", "[IP-adres]", "Dit lijkt een IP-adres."),
    "user_id": Kind("gebruikersnaam", "[gebruikersnaam]", "Dit lijkt een account of nummer van een persoon."),
    "case_number": Kind("zaaknummer", "[zaaknummer]", "Dit lijkt het nummer van een zaak of dossier."),
    "internal_host": Kind("interne server", "[interne server]", "Dit lijkt een adres binnen uw eigen netwerk."),
    "internal_path": Kind("interne map", "[interne map]", "Dit lijkt een map of bestand binnen uw organisatie."),
    "remark": Kind(
        "interne opmerking", "[interne opmerking]", "Dit lijkt een opmerking die intern had moeten blijven."
    ),
    "credential": Kind(
        "wachtwoord of sleutel", "[wachtwoord of sleutel]", "Dit lijkt een wachtwoord of toegangssleutel."
    ),
}

#: Kind by its Dutch label, in lower case.
KIND_BY_LABEL: Final = {kind.label.casefold(): key for key, kind in KINDS.items()}
