"""Proposes e-mail addresses of persons, telephone numbers and addresses of homes in a text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.lists import PrivacyLists
from algreg_lib.privacy.names import PREFIXES, folded, is_role, is_written_together, name_lists

_EMAIL: Final = re.compile(r"[\w.+'&%-]{1,64} ?@ ?[A-Za-z0-9](?:[\w-]*\.)+[A-Za-z]{2,24}\b")
_SPELLED_EMAIL: Final = re.compile(
    r"\b[\w.+-]{1,64} ?(?:\[at\]|\(at\)|\[apenstaartje\]|\(apenstaartje\)) ?[\w-]+"
    r"(?:(?:\.| ?[(\[](?:dot|punt)[)\]] ?)[\w-]+)*(?:\.| ?[(\[](?:dot|punt)[)\]] ?)[a-z]{2,24}\b",
    re.IGNORECASE,
)
#: What stands before the @ when the rest was left out: `l.brouwers@ of`.
_HALF_EMAIL: Final = re.compile(r"(?<![\w.@-])[a-z]+(?:\.[a-z-]+)+@(?=[\s,;)]|$)")
#: Mailboxes that people have at home.
_HOME_DOMAINS: Final = re.compile(
    r"(?:gmail|hotmail|outlook|live|yahoo|icloud|ziggo|kpnmail|kpnplanet|planet|xs4all|home|hetnet|casema|chello"
    r"|upcmail"
    r"|quicknet|protonmail|proton|msn|me|telfort|online|solcon|freedom)\.(?:com|nl|me|net)",
    re.IGNORECASE,
)

_GAP: Final = r"[\s.()/-]{0,3}"
#: A Dutch number, national or international, or a foreign one with its country code.
_PHONE: Final = re.compile(
    rf"(?<![\w.,/=@+-])(?:(?:(?:\+|00) ?31[\s.-]*(?:\(0\)[\s.-]*)?|\(?0)[1-9](?:{_GAP}\d){{8}}"
    rf"|(?:\+|00)(?! ?31)[1-9]\d{{0,2}}(?:{_GAP}\d){{7,11}})(?!\d|[.,-]\d)"
)
_PHONE_SAID: Final = re.compile(
    r"\b(?:tel|telefoon|telefoonnummer|mobiel|mob|gsm|bereikbaar op|bel(?:len)?(?: naar| met)?|06-nummer)\b"
    r"[\s.:]*(?:nr\.?|nummer)?[\s.:]*((?:\+\d{1,3}|0)[\d\s()/.-]{7,14}\d)(?!\d)",
    re.IGNORECASE,
)
_EXTENSION: Final = re.compile(
    r"\b(?:bel intern|toestel|toestelnummer|toestelnr|doorkiesnr|doorkiesnummer|doorkies|intern nummer|sein"
    r"|tst)\b[\s.:]*(?:nr\.?"
    r"|nummer|is)?[\s.:]*"
    r"(\d{3,5}|\d{1,2}-\d{3,4})\b(?![\d%-])",
    re.IGNORECASE,
)
_DESK: Final = re.compile(
    r"\b(?:secretariaat|receptie|balie|centrale|klantcontactcentrum|kcc|servicedesk|helpdesk|meldkamer|algemeen nummer"
    r"|publieksnummer|infolijn|storingsnummer|piketnummer|loket|provinciehuis|gemeentehuis|stadhuis|afsprakenlijn"
    r"|meldpunt|infopunt)\b[^;\n]{0,45}$",
    re.IGNORECASE,
)
_GENERAL: Final = re.compile(r" ?\((?:algemeen|centraal|receptie|balie|secretariaat)", re.IGNORECASE)
#: Free and paid service numbers, 14 + area code, and numbers of machines name no person (Dutch numbering plan).
_SERVICE: Final = re.compile(r"(?:0031|31)?0?(?:800|90[0-9]|97|14\d|67|84|85|91)|0?112$")
_MOBILE: Final = re.compile(r"(?:0031|31)?0?6")

_POSTCODE: Final = r"[1-9]\d{3}[ \u00a0]?(?!SA|SD|SS)[A-Z]{2}"
_AMOUNT: Final = r"(?!\d|[.%/-]\d| ?(?:%|procent|dagen|weken|uur|jaar|keer|euro|meter|m2|km))"
_ADDRESS: Final = re.compile(
    r"(?<![\w/-])(?:(?P<street>[^\W\d_][^\n;:()\d,]{1,40}?) (?P<number>\d{1,5}(?:[ -]?[A-Za-z]{1,3}\b|-\d{1,3}\b)?)"
    rf"(?: ?[,;|-]? ?| / ?)(?:te )?)?(?:postcode[ :]*)?(?P<postcode>{_POSTCODE})(?![A-Za-z_]|-(?!\d)|\d{{5}})"
    r"(?P<behind>(?: ?[,;/-]? ?(?:met |en )?(?:huisnummer|huisnr\.?|nummer|nr\.?)[ :]*| ?[,;/-]? ?)"
    rf"\d{{1,5}}(?:-\d{{1,3}}\b|{_AMOUNT}(?:[ -]?[A-Za-z]\b)?))?"
    r"(?P<town>,? (?:te )?(?:'s-|[A-ZÀ-Þ])[\w'-]+(?:(?: (?:aan|den|de|op|en|bij|het)){0,3} [A-ZÀ-Þ][\w'-]+)?)?"
)
_STREET_END: Final = (
    r"(?:straat|laan|weg|plein|kade|gracht|singel|steeg|plantsoen|dreef|hof|dijk|pad|park|markt|ring|erf|haven|wal|baan"
    r"|poort|veld|boulevard|dyk|passage)"
)
#: The end of a street with a house number that is no year; and the words before it that belong to the street.
_HOUSE: Final = re.compile(
    rf"{_STREET_END}(?<![ei]ring),? (?:nr\.? ?|nummer |huisnummer |no\.? )?(?!19\d\d\b|20\d\d\b)\d{{1,4}}"
    r"(?![\d.,/%]\d|\d)(?:[ -]?[A-Za-z]\b|-\d{1,3}\b)?"
)
#: Any words with a capital and a number, with a town behind the comma.
_HOUSE_IN_TOWN: Final = re.compile(
    r"(?<![\w-])(?P<street>(?:[A-ZÀ-Þ][\w'’.-]* (?:(?:van|de|den|der|het|'t|ter|ten) ){0,2}){0,2}[A-ZÀ-Þ][\w'’-]{3,})"
    r" (?!19\d\d\b|20\d\d\b)\d{1,4}[a-zA-Z]?(?=, (?:te )?[A-ZÀ-Þ])"
)
#: What has a number too.
_NUMBERED: Final = frozenset(
    "artikel artikelen bijlage hoofdstuk paragraaf kamer zaal fase stap tabel figuur versie groep niveau lokaal "
    "gemaal stuw sluis pomp regel zone wijk lijn vak blok pagina deel lid categorie optie variant week kwartaal "
    "windows office pijler spoor perceel loket balie".split()
)
#: The town behind a house, when it is one.
_TOWN: Final = re.compile(
    r"(?:,| te| in|, te) (?P<town>[A-ZÀ-Þ][\w'-]+(?: (?:aan|den|de|op|bij|het)(?= [\w-]+ [A-Z]| [A-Z])"
    r"| [A-ZÀ-Þ][\w'-]+){0,3})"
    r"(?P<last>(?=[.;)\n]|$))?"
)
#: A house in a street that has no word for street in it: `Achter de Kerk 3`, `woont op De Brink 12`.
_HOUSE_SAID: Final = re.compile(
    r"\bAchter (?:de|het|den|'t) [A-ZÀ-Þ][\w'-]+ (?!19\d\d\b"
    r"|20\d\d\b)\d{1,4}[a-zA-Z]?\b"
    r"(?=,? (?:te |in )?[A-Z]|[.;\n)]|$)"
    r"|\b(?:[Ww]oonadres|[Hh]uisadres|[Aa]dres|[Ss]traat(?:naam)? en huis\w+"
    r"|[Ww]oont(?: (?:op|aan|in))?|(?:[Bb]oerderij|[Ww]oning|[Pp]and|[Oo]prit|[Pp]erceel|[Hh]oeve"
    r"|[Tt]uin) (?:aan|op|van)|[Ww]onende?(?: op| aan| te)?"
    r"|[Ww]oonachtig(?: op| aan)?"
    r"|[Vv]erhuisd naar)\b[^\n\d.;]{0,20}?\b(?P<house>(?:(?:de|het|den|'t|ter|ten) )?[A-ZÀ-Þ][\w'-]+(?: [\w'-]+){0,3}? "
    r"(?!19\d\d\b|20\d\d\b)\d{1,4}[a-zA-Z]?\b)(?![%/:]|[.,]\d| (?:euro|jaar|procent|dagen|weken|uur))"
)
_STREET_BEFORE: Final = re.compile(
    r"(?:[A-ZÀ-Þ'][\w'’.-]* (?:(?:van|de|den|der|het|'t|ter|ten) ){0,3}){0,3}[\w'’.-]{2,}$"
)
#: Streets of town halls, and the office that stands between brackets behind one.
_OFFICE_STREET: Final = re.compile(r"\b(?:Raadhuis|Stadhuis|Gemeente|Provincie|Stadskantoor|Waterschaps)$")
_OFFICE_BEHIND: Final = re.compile(r" \((?:kantoor|balie|loket|\w*huis|\w*kantoor|bezoekadres|hoofdingang)\b")
#: What makes the next address one of a home, whatever office stands before it.
_HOME: Final = re.compile(r"\b(?:thuis|woon\w*|priv[eé]\w*|huisadres)\b", re.IGNORECASE)
_OFFICE: Final = re.compile(
    r"\b(?:bezoekadres|postadres|bezoekersadres|kantooradres|vestigingsadres|stadhuis|gemeentehuis|provinciehuis"
    r"|stadskantoor|hoofdkantoor|kantoor|loket|balie|postbus|antwoordnummer|rechtbank|gerechtshof|ombudsman|ministerie"
    r"|autoriteit persoonsgegevens|gevestigd|statutair|departement|kom langs|langskomen|provinciekantoor"
    r"|waterschapskantoor"
    r"|locaties?|steunpunt"
    r"|bezoek ons|bezoek:|inloop\w*|kom naar|zalencentrum|bibliotheek|wijkcentrum|buurthuis|werf)\b",
    re.IGNORECASE,
)


def email_hits(text: str, lists: PrivacyLists) -> Iterator[Hit]:
    """E-mail addresses but for those of a function or department."""
    for match in _EMAIL.finditer(text):
        if _is_personal(match.group(), lists):
            yield Hit(match.start(), match.end(), "email", 0.9)
    for match in _HALF_EMAIL.finditer(text):
        if _is_personal(match.group(), lists):
            yield Hit(match.start(), match.end(), "email", 0.7)
    for match in _SPELLED_EMAIL.finditer(text):
        if _is_personal(re.sub(r" ?[\[(].*[\])] ?", "@", match.group()), lists):
            yield Hit(match.start(), match.end(), "email", 0.8)


def _is_personal(address: str, lists: PrivacyLists) -> bool:
    local, _, domain = (part.strip() for part in address.partition("@"))
    local = local.partition("+")[0]  # what stands behind a plus is a label of the same mailbox
    parts = [folded(part) for part in re.split(r"[._+\-&\d']+", local) if part]
    if not parts:
        return False
    if _is_initials_and_surname(parts):
        return True
    function = any(lists.mailbox.fullmatch(part) for part in parts)
    if function and parts[-1] in name_lists().dutch_first:
        return True  # `webmaster.karin`
    if function and not _is_surname(parts[-1]) and parts[0] not in name_lists().first:
        return False
    if not function and len(parts) == 2 and len(parts[-1]) < 4 and len(parts[0]) > 4 and not _is_task(parts[0]):
        return True  # a surname with initials behind: `jansen.pa`
    if any(_names_person(part) for part in parts) or _HOME_DOMAINS.fullmatch(domain):
        return not lists.mailbox.fullmatch(parts[-1])
    # What no list knows: two words look like a first name and a surname, one short word like an abbreviation.
    return not function and ((len(parts) > 1 and len(parts[-1]) > 3) or len(parts[0]) > 9) and not _is_task(parts[-1])


def _is_task(word: str) -> bool:
    """Whether a word has the end of a Dutch noun for work that is done (`woordvoering`)."""
    return (
        re.search(r"(?:ing|ingen|heid|schap|atie|teit|zaken|beleid|beheer|dienst|ties?|erij|kunde)$", word) is not None
    )


def _is_initials_and_surname(parts: list[str]) -> bool:
    *initials, surname = [part for part in parts if part not in PREFIXES or part == parts[-1]]
    return bool(initials) and len(initials[0]) == 1 and len(surname) > 2


def _names_person(part: str) -> bool:
    lists = name_lists()
    if part in lists.first or (part in lists.weak_first and len(part) > 3) or _is_surname(part):
        return True
    return is_written_together(part)


@cache
def _squeezed_surnames() -> frozenset[str]:
    return frozenset(name.replace(" ", "").replace("'", "") for name in name_lists().surnames)


def _is_surname(part: str) -> bool:
    return part in _squeezed_surnames()


def phone_hits(text: str) -> Iterator[Hit]:
    """Telephone numbers but for service numbers, numbers of machines and those of a desk."""
    for match in _PHONE.finditer(text):
        if _is_phone(match.group()) and not _is_desk(text, match.start(), match.end()):
            yield Hit(match.start(), match.end(), "phone", 0.9)
    for match in _PHONE_SAID.finditer(text):
        desk = _is_desk(text, match.start(), match.end())
        if not desk and not _SERVICE.match(re.sub(r"\D", "", match.group(1))):
            yield Hit(match.start(1), match.end(1), "phone", 0.7)


def extension_hits(text: str) -> Iterator[Hit]:
    """The short number of somebody's own telephone."""
    for match in _EXTENSION.finditer(text):
        yield Hit(match.start(1), match.end(1), "phone", 0.6)


def _is_desk(text: str, start: int, end: int) -> bool:
    """Whether the words around a number say that many people answer it."""
    return _DESK.search(text, max(0, start - 40), start) is not None or _GENERAL.match(text, end) is not None


def _is_phone(written: str) -> bool:
    import phonenumbers  # here: loading it costs more than reading most texts, which hold no number

    digits = re.sub(r"\(0\)|\D", "", written)
    is_date = re.match(r"0\d[-./]\d{2}[-./]\d{4}", written)
    if is_date or _SERVICE.match(digits) or (digits.endswith("000") and not _MOBILE.match(digits)):
        return False  # a fixed line that ends in zeros is a switchboard
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(written, "NL"))
    except phonenumbers.NumberParseException:
        return False


def address_hits(text: str) -> Iterator[Hit]:
    """Post codes with a house number before or behind them, with the street and the town; not that of an office."""
    for match in _ADDRESS.finditer(text):
        if not (match["number"] or match["behind"]) or _is_office(text, match.start("postcode")):
            continue
        street = match["street"] or ""
        start = match.start("street") + _street_start(street) if street else match.start()
        yield Hit(start, match.end(), "address", 0.9)


def home_hits(text: str) -> Iterator[Hit]:
    """A street with a house number, without post code; not that of an office."""
    for match in _HOUSE.finditer(text):
        left = max(0, match.start() - 50)
        street = _STREET_BEFORE.search(text[left : match.start()])
        if street and not (_is_office(text, left + street.start()) or _OFFICE_STREET.search(street.group())):
            start = left + street.start() + _behind_person(street.group())
            yield Hit(start, _with_town(text, match.end()), "address", 0.7)


def house_in_town_hits(text: str) -> Iterator[Hit]:
    """A house whose street only the town behind it shows to be one; not that of an office."""
    for match in _HOUSE_IN_TOWN.finditer(text):
        end = _with_town(text, match.end())
        named = folded(match["street"]).split()
        if end > match.end() and _NUMBERED.isdisjoint(named) and not _is_office(text, match.start()):
            yield Hit(match.start(), end, "address", 0.6)


def house_said_hits(text: str) -> Iterator[Hit]:
    """A house in a street that only the words around it show to be one; not that of an office."""
    for match in _HOUSE_SAID.finditer(text):
        start = match.start("house") if match["house"] else match.start()
        if not _is_office(text, start):
            yield Hit(start, _with_town(text, match.end()), "address", 0.6)


def _with_town(text: str, end: int) -> int:
    """Where an address ends: behind the town that follows the house, or at the house."""
    match = _TOWN.match(text, end)
    if match is None:
        return end
    town, lists = folded(match["town"]), name_lists()
    while town and town not in lists.places:
        town = town.rpartition(" ")[0]
    if town:
        return match.start("town") + len(town)
    person = any(word in lists.first or word in lists.surnames for word in folded(match["town"]).split())
    return match.end() if match["last"] is not None and not person else end


def _behind_person(words: str) -> int:
    """How many signs of these words are a role and a name before the street: `Bewoner Lubbers van de `."""
    match = re.match(r"(?P<role>[A-Z][a-zë]+) [A-Z][\w-]+ van (?:de|het) (?=[A-Z])", words)
    return match.end() if match and is_role(match["role"].lower()) else 0


def _is_office(text: str, start: int) -> bool:
    offices = list(_OFFICE.finditer(text, max(0, start - 90), start))
    if offices:
        return _HOME.search(text, offices[-1].end(), start) is None
    bracket = text.find(" (", start, start + 60)
    return bracket >= 0 and _OFFICE_BEHIND.match(text, bracket) is not None


def _street_start(words: str) -> int:
    """Where the street begins in the words before a house number: at the first capital that small words tie to it."""
    match = re.search(
        r"(?:[A-ZÀ-Þ'][\w'’.-]* (?:(?:van|de|den|der|het|'t|ter|ten|in|op|aan) ){0,3}){0,3}[\w'’.-]+$", words
    )
    return match.start() if match else 0
