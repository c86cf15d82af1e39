"""All proposals for one text: the detectors, the lists of the user, and which of two overlapping proposals stays."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from algreg_lib.privacy.contact import address_hits, email_hits, extension_hits, home_hits, phone_hits
from algreg_lib.privacy.internal import (
    credential_hits,
    inside_hits,
    ip_hits,
    link_hits,
    path_hits,
    server_hits,
    service_hits,
)
from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.lists import PrivacyLists
from algreg_lib.privacy.names import name_hits
from algreg_lib.privacy.numbers import (
    account_hits,
    bare_account_hits,
    birth_date_hits,
    bsn_hits,
    case_hits,
    case_shape_hits,
    iban_hits,
    person_number_hits,
    plate_hits,
    plate_said_hits,
)
from algreg_lib.privacy.remarks import draft_hits, label_hits, note_hits, sentence_hits


class _Detector(NamedTuple):
    """A detector, and what a text must hold before it is worth its time: one of the words (lower case), and a shape."""

    find: Callable[[str], Iterator[Hit]]
    needs: tuple[str, ...] = ()
    shape: re.Pattern[str] | None = None
    numeric: bool = False  #: finds nothing in a text without digits


_LONG_NUMBER: Final = re.compile(r"\d(?:[ .()/-]{0,3}\d){6}")
_STREET_NUMBER: Final = re.compile(
    r"(?:straat|laan|weg|plein|kade|gracht|singel|steeg|plantsoen|dreef|hof|dijk|pad|park|markt|ring|erf|haven|wal|baan|poort|veld"
    r"|boulevard) \d"
)
_DIGIT: Final = re.compile(r"\d")


def _words(words: str) -> tuple[str, ...]:
    """The words separated by white space; an underscore stands for a space."""
    return tuple(word.replace("_", " ") for word in words.split())


#: Detectors that find nothing in a text without digits.
_WITH_DIGITS: Final = (
    _Detector(bsn_hits, shape=_LONG_NUMBER),
    _Detector(iban_hits, shape=_LONG_NUMBER),
    _Detector(phone_hits, shape=_LONG_NUMBER),
    _Detector(extension_hits, _words("toestel doorkies intern_nummer tst")),
    _Detector(plate_hits, shape=re.compile(r"[A-Z0-9]-[A-Z0-9]{2,3}-[A-Z0-9]")),
    _Detector(plate_said_hits, _words("kenteken auto voertuig bus scooter brommer motor aanhanger taxi wagen")),
    _Detector(
        birth_date_hits,
        _words("gebor geboorte geb. geb_ geb: birth dob jarig verjaar hij_is_van zij_is_van die_is_van g.d gd: * °"),
    ),
    _Detector(address_hits, shape=re.compile(r"\d{4}[ \u00a0]?[A-Z]{2}")),
    _Detector(home_hits, shape=_STREET_NUMBER),
    _Detector(
        case_hits,
        _words(
            "nummer nr kenmerk zaak dossier casus melding incident ticket topdesk beschikking verzoek referentie "
            "-id aanvraag klacht bezwaar"
        ),
        re.compile(r"\d{3}"),
    ),
    _Detector(case_shape_hits, shape=re.compile(r"\d[-/.]\d{3}|[A-Z]\d{6}")),
    _Detector(ip_hits, shape=re.compile(r"\d\.\d{1,3}\.\d|:[0-9a-fA-F]{0,4}:")),
    _Detector(person_number_hits, _words("nummer nr -id medewerkerid")),
)
_WITHOUT_DIGITS: Final = (
    _Detector(
        account_hits,
        _words("gebruikers gebruiker_ account login inlog user uid \\ adm- adm_ admin- admin_ svc beheer- beheer_ @"),
    ),
    _Detector(bare_account_hits, shape=re.compile(r"\([a-z]{6,12}\d{0,3}\)|[Ll]og(?:boek)?: [a-z]")),
    _Detector(link_hits, ("://",)),
    _Detector(inside_hits, _words(".local .intern .lan .corp .prv .private .ad .home .domain")),
    _Detector(
        service_hits,
        _words(
            "intranet sharepoint idms confluence. jira wiki. gitlab adfs. vpn. citrix. webmail. dev. test. acc. "
            "acceptatie. staging. ota. prod."
        ),
    ),
    _Detector(
        server_hits,
        _words(
            "server host machine_ node_ srv svr sql werkstation vm cluster_ computernaam app- web- db- dc- fs- "
            "nb- lt- ws- app0 web0 db0 dc0 fs0 ts0 rds"
        ),
    ),
    _Detector(
        path_hits,
        _words(
            "\\ :/ -schijf /home/ /mnt/ /var/ /opt/ /srv/ /etc/ /usr/ /root/ /data/ /users/ /volumes/ /export/ "
            "/nfs/ /share /tmp/ /nas/ ~/"
        ),
    ),
    _Detector(
        label_hits,
        _words(
            "niet_openbaar niet-openbaar vertrouwelijk confident geheim embargo concept draft todo fixme ntb "
            "n.t.b tbd niet_publiceren alleen_intern intern_gebruik intern) intern. intern: intern- intern_- "
            "interne_notitie interne_opmerking"
        ),
    ),
    _Detector(
        note_hits,
        _words(
            "intern: intern_: interne: noot opm: opm. opmerking: opmerking_ aantekening notitie: todo actie: vraag_aan"
        ),
    ),
    _Detector(
        draft_hits,
        _words(
            "concept_v concept_d.d conceptversie concepttekst werkversie werkdocument kladversie praatstuk xxx @ ??? "
            "voor_extern ,_niet_openbaar (intern) vertrouwelijk rubricering classificatie: classificatie_: "
            "status: status_:"
        ),
    ),
    _Detector(
        sentence_hits,
        _words(
            "openbaar vertrouwelijk geheim embargo intern_ intern. intern, interne_ publicatie publiceren "
            "gepubliceerd verspreid delen gedeeld naar_buiten extern doorsturen nog_ svp s.v.p eigen_opmerking "
            "eigen_aantekening eigen_notitie"
        ),
    ),
    _Detector(
        credential_hits,
        _words(
            "wachtw passw passp pass: pass= pwd pin: pin_ pincode pin-code key sleutel token secret toegangscode "
            "inlog ww: ww_ ww= connectie bearer akia ghp_ gho_ ghu_ ghs_ ghr_ github_pat glpat sk- xox eyj aiza "
            "-----begin @"
        ),
    ),
)

_DETECTORS: Final = (*(detector._replace(numeric=True) for detector in _WITH_DIGITS), *_WITHOUT_DIGITS)
#: Texts that are looked at together.
_TOGETHER: Final = 32

#: Which kind stays where two claim the same letters: the one that says most, first.
_ORDER: Final = (
    "credential", "email", "iban", "internal_path", "user_id", "birth_date", "bsn", "address", "case_number",
    "phone", "plate", "ip", "internal_host", "name", "remark",
)  # fmt: skip
_RANK: Final = {kind: rank for rank, kind in enumerate(_ORDER)}


def hits(text: str, lists: PrivacyLists) -> list[Hit]:
    """The proposals for a text, by place; no two overlap, but that a remark may hold others."""
    return hits_of([text], lists)[0]


def hits_of(texts: Sequence[str], lists: PrivacyLists) -> list[list[Hit]]:
    """The proposals per text. Many texts at once cost less: words that none of them hold are looked for only once."""
    return [
        found for start in range(0, len(texts), _TOGETHER) for found in _group(texts[start : start + _TOGETHER], lists)
    ]


def _group(texts: Sequence[str], lists: PrivacyLists) -> Iterator[list[Hit]]:
    whole = "\n".join(texts).lower()
    detectors = [detector for detector in map(partial(_present, whole), _DETECTORS) if detector is not None]
    for text in texts:
        yield _hits(text, detectors, lists)


def _present(whole: str, detector: _Detector) -> _Detector | None:
    """The detector with only those of its words that the texts together hold; None when they hold none."""
    needs = tuple(need for need in detector.needs if need in whole)
    return detector._replace(needs=needs) if needs or not detector.needs else None


def _hits(text: str, detectors: Sequence[_Detector], lists: PrivacyLists) -> list[Hit]:
    lowered = text.lower()
    found = [*_patterns(text, lowered, detectors), *name_hits(text)]
    if "@" in text or "at]" in lowered or "at)" in lowered or "apenstaartje" in lowered:
        found += email_hits(text, lists)
    if len(lowered) == len(text):  # or places in the one are not places in the other
        found = [*_not_allowed(found, lowered, lists), *_denied(lowered, lists)]
    return _without_overlap(found) if found else []


def _patterns(text: str, lowered: str, detectors: Sequence[_Detector]) -> Iterator[Hit]:
    digits = _DIGIT.search(text) is not None
    for find, needs, shape, numeric in detectors:
        if numeric and not digits:
            continue
        if needs and not any(need in lowered for need in needs):
            continue
        if shape is None or shape.search(text):
            yield from find(text)


def _not_allowed(found: list[Hit], lowered: str, lists: PrivacyLists) -> list[Hit]:
    if not found or lists.allowed is None:
        return found
    allowed = [match.span() for match in lists.allowed.finditer(lowered)]
    return [hit for hit in found if not any(start <= hit.start and hit.end <= end for start, end in allowed)]


def _denied(lowered: str, lists: PrivacyLists) -> Iterator[Hit]:
    for match in lists.denied.finditer(lowered) if lists.denied else ():
        yield Hit(match.start(), match.end(), lists.deny.get(" ".join(match.group().split()), "name"), 1.0)


def _without_overlap(found: Iterable[Hit]) -> list[Hit]:
    """The hits by place. A remark is a sentence, and may hold a name or number; otherwise no two claim a letter."""
    found = list(found)
    remarks = _longest([hit for hit in found if hit.kind == "remark"])
    return sorted([*remarks, *_longest([hit for hit in found if hit.kind != "remark"])])


def _longest(found: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.confidence < 1.0, _RANK[h.kind], h.start - h.end, h.start)):
        if hit.end > hit.start and all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return kept
