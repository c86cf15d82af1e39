"""Proposes numbers of a person or a case: BSN, IBAN, licence plate, staff and case numbers."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.patterns.births import DATE, passes_eleven_test
from algreg_lib.privacy.triggers import any_case_of, any_of

#: Small words and signs between what a number is called and the number itself.
_IS: Final = r"[ .:#=\"'(]*(?:is|van|nr|nummer|no|luidt|met nummer|met kenmerk)?[ .:#=\"'(]*"


def _any(words: str) -> str:
    """The words, separated by white space in the source, as alternatives in a pattern."""
    return any_of(word.replace("_", " ") for word in words.split())


_BSN: Final = re.compile(
    r"(?<![\w./=&?#%+-])(?<!\d )"
    r"(?:\d{9}|\d{3}([. -])\d{3}\1\d{3}|\d{4}([. -])\d{2}\2\d{3}|\d{3}([. -])\d{2}\3\d{4}|\d{2}([. -])\d{3}\4\d{4})"
    r"(?![\w/=%-]|[.,]\d| \d)"
)


def _word(words: str, *, at_start: bool = True) -> str:
    """The same in any case, at the start of a word or also within one."""
    return any_case_of((word.replace("_", " ") for word in words.split()), at_start=at_start)


_NINE: Final = re.compile(r"\d{9}")
_BSN_SAID: Final = re.compile(
    rf"(?:bsn|burgerservicenummer|burger service nummer|sofi-?nummer){_IS}(\d{{9}})(?!\d)", re.IGNORECASE
)
#: A BSN that lost its zero in a spreadsheet, where the text speaks of that.
_SHORT_BSN: Final = re.compile(r"(?<![\w./=&?#%+-])\d{8}(?![\w/=%-]|[.,]\d)")
_SHORT_BSN_SAID: Final = re.compile(r"\b(?:bsn|burgerservicenummers?|sofi-?nummer|voorloopnul)", re.IGNORECASE)
#: What else has nine digits, or digits of which nine pass.
_OTHER_NUMBER: Final = re.compile(
    r"(?:rsin|kvk\S*|oin|fiscaal nummer|handelsregister\S*|btw\S*|bag\S*|\w*(?:vestigings|identificatie"
    r"|object)nummer|isbn\S*"
    rf"|issn){_IS}$",
    re.IGNORECASE,
)
_IBAN: Final = re.compile(r"(?<![\w-])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,3})?(?![\w-])")
_DUTCH_IBAN: Final = re.compile(r"\bNL\d{2}[ .-]?[A-Z]{4}(?:[ .-]?\d){10}(?!\d)", re.IGNORECASE)
_BANKS: Final = frozenset(
    "ABNA INGB RABO SNSB TRIO BUNQ KNAB ASNB RBRB FVLB BNGH NWAB REVO HAND ZWLB NNBA ADYB BITS".split()
)

#: The shapes that the RDW gave out since 1951 (sidecodes 1 to 14), in letters (L) and digits (D).
_PLATE_SHAPES: Final = (
    *("LL-DD-DD", "DD-DD-LL", "DD-LL-DD", "LL-DD-LL", "LL-LL-DD", "DD-LL-LL", "DD-LLL-D"),
    *("D-LLL-DD", "LL-DDD-L", "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD", "DDD-LL-D"),
)


def _plates(separator: str) -> str:
    shapes = (shape.replace("-", separator).replace("L", "[A-Z]").replace("D", r"\d") for shape in _PLATE_SHAPES)
    return "|".join(shapes)


_PLATE: Final = re.compile(rf"(?<![\w./=-])(?:{_plates('-')})(?![\w/=-]|\.\w)", re.IGNORECASE)
#: What else is called by letters and digits.
_TYPE_BEFORE: Final = re.compile(
    r"\b(?:\w*type|\w*model|\w*code|formulier\w*|sensor\w*|norm|artikelnummer|versie|product\w*|heten|heet|serie\w*"
    r"|route"
    r"|lijn|bestelnummer|onderdeel\w*|vak|kaartblad) [\w ]{0,8}$",
    re.IGNORECASE,
)
_VEHICLES: Final = _word(
    "kenteken kentekens kentekenplaat kentekennummer auto dienstauto leaseauto voertuig bestelbus bus scooter "
    "brommer motor aanhanger bestelauto vrachtwagen taxi personenauto"
)
_PLATE_SAID: Final = re.compile(
    rf"{_VEHICLES}\b(?:,? (?:met )?(?:het )?kenteken)?(?: (?:is|was|met|nr|nummer|luidt))*[ :(\"'‘]*"
    rf"({_plates('[ -]?')})(?![\w-])",
    re.IGNORECASE,
)

#: A plate as systems keep it, and what shows that a text speaks of vehicles or is a row of fields.
_BARE_PLATE: Final = re.compile(rf"(?<![\w./=-])(?:{_plates('')})(?![\w/=-]|\.\w)")
_OF_VEHICLES: Final = re.compile(
    r"\b(?:anpr|kenteken|parkeer|scanauto|scan:|camera|auto|voertuig|passage|rijrichting|trajectcontrole|rdw|export)"
    r"|[;|].*[;|]",
    re.IGNORECASE,
)

_PERSON_NUMBERS: Final = _any(
    "personeelsnummer personeelsnr pers.nr medewerkersnummer medewerkernummer medewerker-id medewerkerid "
    "werknemersnummer werknemernummer stamnummer dienstnummer gebruikersnummer burgernummer leerlingnummer "
    "studentnummer lidnummer paspoortnummer rijbewijsnummer a-nummer v-nummer vreemdelingennummer persoonsnummer "
    "bignummer big-nummer persoons-id pasnummer badgenummer user-id userid user_id gebruikers-id gebruikersid"
)
_NUMBERED_PERSON: Final = (
    r"(?:medewerkers?|personeels?|werknemers?|ambtenaren|ambtenaar|boa|agent|inspecteurs?|gebruikers?|user|inlog"
    r"|login|burger"
    r"|leerling|studenten|student|lid|pas|badge|toegangspas|dienst|stam|persoons?|paspoort|rijbewijs|big|[apvkb])"
    r"[ _-]?(?:nummer|nr\.?|id|code)|employee ?id|toegangspas|badge|medewerker|gebruiker"
)
_USER_NUMBER: Final = re.compile(
    rf"\b(?:{_PERSON_NUMBERS}"
    rf"|{_NUMBERED_PERSON})(?!\w){_IS}((?=[\w.-]*\d)[A-Za-z]{{0,4}}[-.]?\d[\w.-]{{0,18}}\b)(?! ?%)",
    re.IGNORECASE,
)
#: Words behind which any number is that of a case, and words behind which only a long one is.
_SURE_CASE: Final = _word(
    "zaaknummer zaaknr klantnummer klantnr clientnummer cliëntnummer clientnr cliëntnr patientnummer patiëntnummer "
    "relatienummer debiteurnummer debiteurennummer klant-id cliënt-id zaak-id zaakid zaakkenmerk zaakidentificatie "
    "dossiernummer dossiernr dossier-id dossierkenmerk kenmerk briefkenmerk referentienummer referentie "
    "aanvraagnummer meldingsnummer meldingnummer meldingnr beschikkingsnummer besluitnummer bezwaarnummer "
    "klachtnummer incidentnummer ticketnummer ticket wijzigingsnummer parketnummer griffienummer procesverbaalnummer "
    "pv-nummer proces-verbaalnummer rekestnummer rolnummer zaak-/rolnummer documentkenmerk documentnummer "
    "registratienummer documentnr corsanummer intakenummer behandelnummer casusnummer vergunningnummer "
    "subsidienummer verzoeknummer topdesk topdesknummer topdeskmelding topdesk-melding boetenummer cjib-nummer "
    "opdrachtnummer inkoopnummer volgnummer aanslagnummer beschikkingsnr beroepsnummer procedurenummer intakenr "
    "betalingskenmerk polisnummer schadenummer claimnummer vorderingsnummer uitkeringsnummer briefnummer zaakcode "
    "dossiercode dossier-nr dossiernummers zaaknummers casenummer case-id casusnr klachtnr bezwaarnr meldnummer olo "
    "dso olo-nummer dso-nummer bvh bvh-nummer pv-nr pvnr mutatienummer mutatienr wmo-nummer wmo-nr jeugdwetnummer "
    "uitkeringsnr debiteur debiteurnr cjib incidentnr aanvraagnr schadeclaim schadeclaimnummer claim schadenr "
    "meldingsnr incident-id melding-id aanvraag-id dossier-id verzoek-id klacht-id olo-aanvraag dso-verzoek "
    "omgevingsvergunning woo-nummer wob-nummer jira jira-ticket gripnummer cliëntcode clientcode cliënt-nr client-id "
    "vth-zaak"
)
_VAGUE_CASE: Final = _word(
    "zaak dossier casus melding incident beschikking woo-verzoek wob-verzoek aanvraag klacht bezwaar beroep "
    "procedure hoger_beroep bezwaarschrift beroepschrift procedurenummer change wijziging cliënt client patiënt "
    "uitkering schade vergunning zaken aangifte bestuursdwang handhavingszaak datalek dossiers verzoek avg-verzoek "
    "inzageverzoek handhavingsverzoek werkorder proces-verbaal zorgindicatie aanmeldnummer melding_openbare_ruimte",
    at_start=False,
)
_CASE_NUMBER: Final = (
    r"#?(?P<number>C/\d\d/\d{5,6} / (?:[A-Z]{2} ){1,2}\d\d-\d+|[A-Z]{3} \d\d/\d{3,5} [A-Z]{2,6}\b|\d\d ?/ ?\d{3,6}\b"
    r"|(?=[\w./-]*\d)(?-i:(?:[A-Z][A-Za-z]{0,7}[-./_]){0,2}[A-Z]{0,12}[-./_ ]?"
    r"|[a-z]{1,4}[-./_]?)\d[\w./-]*\w(?: \d{3,4}\b(?! ?(?:euro|keer|jaar|dagen))){0,3})"
)
_NO_AMOUNT: Final = r"(?! ?(?:euro|keer|jaar|dagen|pagina|inwoners|procent|%|stuks|gevallen|zaken))"
_CASE_SAID: Final = re.compile(rf"{_SURE_CASE}\b{_IS}{_CASE_NUMBER}{_NO_AMOUNT}", re.IGNORECASE)
_CASE_SAID_SHORTLY: Final = re.compile(rf"{_word('pv ref pbi')}\b{_IS}{_CASE_NUMBER}{_NO_AMOUNT}", re.IGNORECASE)
_CASE_SAID_VAGUELY: Final = re.compile(rf"{_VAGUE_CASE}\b{_IS}{_CASE_NUMBER}{_NO_AMOUNT}", re.IGNORECASE)
_DIGITS: Final = re.compile("[0-9]+")
#: So far before and behind the digits of a number stand the word for it and its other parts.
_BEFORE_DIGITS: Final = 70
_BEHIND_DIGITS: Final = 50
#: A year is no number of a case.
_FEW_DIGITS: Final = 3
_CASES_SAID: Final = (_CASE_SAID, _CASE_SAID_VAGUELY, _CASE_SAID_SHORTLY)
#: What else has letters and numbers: laws, standards, publications, vulnerabilities, registers.
_NO_CASE: Final = (
    r"(?!(?:EU|EG|EEG|PB|ORA|CPV|NEN|ISO|IEC|EN|CEN|ETSI|RFC|CELEX|COM|STB|STCRT|TRB|KST|CVE|BWBR|CVDR|DIN|KVK|RSIN"
    r"|OIN|BTW"
    r"|BAG|ID|DOI"
    r"|ISBN|ISSN|TOOI|UTF|GM|WS|PV|LARS|ECLI|EPSG|RAL|SHA|AES|TLS|COVID|WGS|RD|NAP|VNG|IPM|NLCS|NTA|NPR|ETRS"
    r"|CPV|PS|GS|RV|DV|RIS|BBV|AB|VV)[-/ \d])"
)
_CASE_SHAPE: Final = re.compile(
    r"(?<![\w./=-])(?:(?:Z|ZK|ZAAK|DOS|D|INC|CHG|RFC|REQ|SR|BZW|MLD|PV|PL\d{4})[-/.]?(?:19|20)?\d{2}[-/.]\d{3,10}"
    r"|(?:INC|CHG|REQ|RITM|TASK|SCTASK|PRB|CS)\d{6,10}|(?:TIP|KLA|KLACHT|AANV|MELD|MLD|CASE|DOSS|BZW)-\d{4,9}|ZAAK-\d{4}-\d{4,10}|\d{2}/\d{6}-\d{2}"
    r"|20\d{7}/\d{1,2}/[A-Z]\d"  # of the Raad van State
    rf"|{_NO_CASE}[A-Z]{{2,6}}[-/ ]?(?:20)?\d{{2}}[-/.]\d{{3,7}}|(?:C|D|Z)[/.]\d{{2,4}}[/.]\d{{4,7}}"
    r"|ZK\d{7,10}|[A-Z]{2,5}-\d{4,6}/\d\d|[WICM] ?\d\d ?\d\d[ -]\d{3,4}|(?:19|20)\d\d-[A-Z]{2,4}-\d{4,6}"
    rf"|\d{{2}}-\d{{6}}-\d{{2}}|PL\d{{4}}-\d{{6,12}}|\d{{2}}[A-Z]\d{{5,6}})(?![\w/-]|[.,]\d)"
)
#: What is registered under a code, in any shape: `gemeld onder KRM 44120`, `geregistreerd als KL-IB-24-0019`.
_REGISTERED: Final = re.compile(
    r"\b(?:gemeld|geregistreerd|ingeschreven|vastgelegd|afgehandeld|beantwoord|bekend|staat|staan|ingediend"
    r"|ingeboekt|opgenomen)\b[^.\n\d]{0,30}?"
    r"\b(?:onder|als|in|met)(?: (?:het )?(?:nummer|nr\.?|kenmerk|zaak\w*))? "
    r"(?P<number>(?:[A-Z][A-Z&]{1,5}[-_./ ]){0,2}[A-Z]{1,6}[-_./ ]?(?:20\d\d[-_./ ])?\d[\d./-]{2,}\d)(?![\w%])"
)
#: A code with letters, a year and a number, of which only the words around tell that it is one of a case.
_DATED_CODE: Final = re.compile(
    rf"(?<![\w./=&-]){_NO_CASE}(?:[A-Z](?:&?[A-Z]){{0,4}}(?:[-_./ ][A-Z]{{1,5}}){{0,2}}[-_./ ]?)?(?:20)?\d\d[-_./]"
    r"(?:\d\d[-_./]|[A-Z]{2,4}[-_./])?\d{3,7}(?:-[A-Z]\b)?(?![\w/-]|[.,]\d)|(?<![\w./=-])zk\.? (?P<short>\d\d-\d{3,6})"
)
#: What else is called by a year and a number: purchases and forms.
_TENDER: Final = re.compile(
    r"\b(?:bestek\w*|raamovereenkomst|aanbesteding|contract\w*|formulier\w*|heten|offerte\w*|perceel|cpv"
    r"|factuur\w*)\b[^.\n]{0,18}$",
    re.IGNORECASE,
)
#: Two years, and what else is digits with signs between.
_YEARS: Final = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:19|20)\d\d$")
_DATE_OR_YEARS: Final = re.compile(rf"{DATE}|[\d./-]{{0,10}}|.*(?<!\d)(?:19|20)\d\d-(?:19|20)\d\d", re.IGNORECASE)
#: A code behind a word for what it is of, some small words between: `datalek FG-DL-0241`, `ticket is CS0418827`.
_OF_CASE: Final = (
    "zaak ticket melding klacht datalek ref heronderzoek rapport_heet incident dossier nota tip beroep bezwaar "
    "topdesk casus "
    "aangifte verzoek inzage"
)
_CODE_OF_CASE: Final = re.compile(
    rf"{_word(_OF_CASE, at_start=False)}(?: (?:nu|bij de \w+|is|als|van|nr\.?"
    rf"|nummer))?:? \(?(?P<number>{_NO_CASE}#?[A-Z]{{1,6}}(?:[-/ ][A-Z]{{1,4}}){{0,2}}[-/. ]?\d"
    r"[\d./-]{2,}\d(?: \d{4})?|\d\d/\d{2,5})(?![\w%])"
)
#: The numbers that the documents of ministries have.
_DIGITAL: Final = re.compile(r"(?<![\w/-])20\d\d-0\d{9}(?!\d)")
#: A shape that products have too; a number of a case only where the text speaks of cases or begins with it.
_CASE_CODE: Final = re.compile(rf"(?<![\w./=-]){_NO_CASE}[A-Z]{{2,5}}[-/]\d{{5,9}}(?![\w/-]|[.,]\d)")
_CASE_WORD: Final = re.compile(
    r"(?:zaak|zaken|dossiers?|meldingen|melding|casus|klacht|klachten|bezwaar|beroep|procedure|verzoek|aanvraag"
    r"|kenmerk|referentie"
    r"|incident|ticket|beschikking|besluit|vergunning|bezwaarzaak|case|dossiers|handhaving\w*|kap\w*|nummers?|nr"
    r"|\w*(?:zaak|melding|dossier|verzoek|klacht"
    r"|aanvraag))\b",
    re.IGNORECASE,
)


def bsn_hits(text: str) -> Iterator[Hit]:
    """Nine digits that pass the eleven test and are not some other number, such as that of a company (RSIN)."""
    for match in _BSN.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if passes_eleven_test(digits) and not _OTHER_NUMBER.search(text, max(0, match.start() - 40), match.start()):
            yield Hit(match.start(), match.end(), "bsn", 0.95)
    for match in _BSN_SAID.finditer(text) if _NINE.search(text) else ():
        if passes_eleven_test(match.group(1)):
            yield Hit(match.start(1), match.end(1), "bsn", 0.95)
    if _SHORT_BSN.search(text) and _SHORT_BSN_SAID.search(text):
        for match in _SHORT_BSN.finditer(text):
            if passes_eleven_test(f"0{match.group()}"):
                yield Hit(match.start(), match.end(), "bsn", 0.8)


def iban_hits(text: str) -> Iterator[Hit]:
    """Account numbers with a right check number, or with a Dutch bank in them (a typing error is as telling)."""
    from stdnum import iban

    for match in _DUTCH_IBAN.finditer(text):
        bare = re.sub(r"[^A-Za-z0-9]", "", match.group()).upper()
        if bare[4:8] in _BANKS or iban.is_valid(bare, check_country=False):
            yield Hit(match.start(), match.end(), "iban", 0.95)
    for match in _IBAN.finditer(text):
        words = match.group()
        while words and not words.startswith("NL"):
            if iban.is_valid(words, check_country=False):
                yield Hit(match.start(), match.start() + len(words), "iban", 0.95)
                break
            words = words.rpartition(" ")[0]


def plate_hits(text: str) -> Iterator[Hit]:
    """Licence plates in a shape of the RDW, with hyphens and capitals."""
    for match in _PLATE.finditer(text):
        if not _TYPE_BEFORE.search(text, max(0, match.start() - 30), match.start()):
            yield Hit(match.start(), match.end(), "plate", 0.8)


def plate_said_hits(text: str) -> Iterator[Hit]:
    """Licence plates in any writing, where the text speaks of a vehicle."""
    for match in _PLATE_SAID.finditer(text):
        yield Hit(match.start(1), match.end(1), "plate", 0.8)


def bare_plate_hits(text: str) -> Iterator[Hit]:
    """Licence plates without hyphens, in a row of fields or where the text speaks of vehicles."""
    if _OF_VEHICLES.search(text):
        for match in _BARE_PLATE.finditer(text):
            if not _TYPE_BEFORE.search(text, max(0, match.start() - 30), match.start()):
                yield Hit(match.start(), match.end(), "plate", 0.7)


def person_number_hits(text: str) -> Iterator[Hit]:
    """Numbers by which an organisation knows a person, after the word that says so."""
    for match in _near_digits(text, _USER_NUMBER):
        if (
            len(match.group(1)) < 4
            or re.fullmatch(DATE, match.group(1))
            or re.fullmatch(r"(?:19|20)\d\d", match.group(1))
        ):
            continue
        yield Hit(match.start(1), match.end(1), "user_id", 0.8)


def case_hits(text: str) -> Iterator[Hit]:
    """Numbers of cases and files after a word that says so."""
    for match in _near_digits(text, *_CASES_SAID):
        sure = match.re is _CASE_SAID
        digits = sum(sign.isdigit() for sign in match["number"])
        tender = text[max(0, match.start() - 9) : match.start()].lower() == "enderned-" or _TENDER.search(
            text, max(0, match.start() - 18), match.start()
        )
        if digits >= (3 if sure else 5) and not tender and not _is_plain_number(match["number"], sure=sure):
            yield Hit(match.start("number"), match.end("number"), "case_number", 0.8)


def _alike(text: str, found: re.Match[str]) -> Iterator[Hit]:
    """The other codes of the same shape behind one: `K2024-56 en K2024-57`."""
    shape = re.sub(r"\d", r"\\d", re.escape(found["number"]))
    for match in re.compile(rf"(?<![\w/-]){shape}(?!\w)").finditer(text, found.end()):
        yield Hit(match.start(), match.end(), "case_number", 0.6)


def registered_hits(text: str) -> Iterator[Hit]:
    """The code under which something is registered."""
    for match in _REGISTERED.finditer(text):
        yield Hit(*match.span("number"), "case_number", 0.7)


def case_shape_hits(text: str) -> Iterator[Hit]:
    """Numbers in a shape that case systems use (`Z-2023-001234`), whatever stands before them."""
    for match in chain(_CASE_SHAPE.finditer(text), _DIGITAL.finditer(text)):
        if not _YEARS.search(match.group()):
            yield Hit(match.start(), match.end(), "case_number", 0.8)
    yield from _told_hits(text)
    for match in _CASE_CODE.finditer(text):
        if match.start() == 0 or _CASE_WORD.search(text, max(0, match.start() - 60), match.start()):
            yield Hit(match.start(), match.end(), "case_number", 0.7)


def _told_hits(text: str) -> Iterator[Hit]:
    """Codes that words before them tell to be those of a case."""
    for match in _near_digits(text, _CODE_OF_CASE):
        if sum(sign.isdigit() for sign in match["number"]) > _FEW_DIGITS:
            yield Hit(*match.span("number"), "case_number", 0.7)
            yield from _alike(text, match)
    for match in _near_digits(text, _DATED_CODE):
        told = match["short"] or _CASE_WORD.search(text, max(0, match.start() - 60), match.start())
        tender = _TENDER.search(text, max(0, match.start() - 30), match.start())
        if told and not tender and not _DATE_OR_YEARS.fullmatch(match.group()):
            yield Hit(*match.span("short" if match["short"] else 0), "case_number", 0.6)


def _near_digits(text: str, *patterns: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What patterns find around the digits of a text: what they look for has one, and most of a text has none."""
    start, end = 0, -1
    spans = []
    for digits in _DIGITS.finditer(text):
        if digits.start() - _BEFORE_DIGITS > end and end >= 0:
            spans.append((start, end))
            end = -1
        if end < 0:
            start = max(0, digits.start() - _BEFORE_DIGITS)
        end = digits.end() + _BEHIND_DIGITS
    if end >= 0:
        spans.append((start, end))
    for pattern in patterns:
        for first, behind in spans:
            yield from pattern.finditer(text, first, behind)


def _is_plain_number(number: str, *, sure: bool) -> bool:
    """Whether it is a date, an IP address or, after a vague word, a year or an amount."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}", number):
        return True
    if re.fullmatch(DATE, number) and not number.isdigit():
        return True
    return not sure and bool(re.fullmatch(r"(?:19|20)\d{2}(?:[-/](?:19|20)?\d{2})?|\d+(?:\.\d{3})+", number))
