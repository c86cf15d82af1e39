"""Proposes remarks in a text that were meant for colleagues: not public, confidential, draft, for internal use."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit

_SECRECY: Final = (
    r"(?:niet[ -]openbaar|(?:strikt |zeer |departementaal |commercieel |hoogst |uiterst )?vertrouwelijk|confidentieel"
    r"|(?:stg\.? |streng |strikt |zeer )?geheim|staatsgeheim|confidential|embargo|internal"
    r"|interne? (?:notitie|opmerking|aantekening)|alleen intern|intern gebruik"
    r"|concept(?:versie|tekst)?"
    r"|draft)"
)
_DOCUMENT: Final = (
    r"(?:rapport|rapportage|document|documentatie|notitie|memo|nota|stuk|bijlage|versie|tekst|alinea|passage|onderzoek"
    r"|verslag|dpia|iama|handleiding|evaluatie|audit|advies|toelichting|beschrijving|opmerking|overzicht|kolom|veld"
    r"|onderdeel|registratie)"
)
#: A label: within brackets, before a colon or dash at the start of a line, or alone on a line or behind the last stop.
_LABEL: Final = re.compile(
    r"[\[(] ?(?:let op:? ?|dit is |intern: ?|noot:? ?|nb:? ?)?"
    rf"(?:(?:(?:het|de|dit|deze) )?{_DOCUMENT} (?:is|zijn|blijft) )?"
    rf"(?:nog )?{_SECRECY}\b[^\])\n]{{0,80}}[\])]"
    rf"|(?:^|(?<=[\n|•]))[ \t*_#-]*{_SECRECY}(?: (?:versie|v)?\.? ?\d[\w.]*)?(?: ?[:–—|]| -)(?=\s|$)"
    rf"|(?:^|(?<=[\n|•]))[ \t*_#-]*(?:embargo (?:tot|t/m) [^.\n]{{3,60}}|{_SECRECY}, [^.\n]{{3,80}}(?=$|[.\n!]))"
    rf"|(?:^|(?<=[\n.!?|–-]))[ \t*_#-]*{_SECRECY}[ \t*_.!]*(?=$|\n)",
    re.IGNORECASE,
)
_CAPITALS: Final = re.compile(
    r"(?<![\w-])(?:(?:STRIKT |ZEER |DEPARTEMENTAAL |NOG )?(?:VERTROUWELIJK|NIET OPENBAAR|NIET PUBLICEREN|CONCEPT"
    r"|GEHEIM|"
    r"CONFIDENTIAL|DRAFT|ALLEEN INTERN|INTERN GEBRUIK|INTERN|EMBARGO)|TODO|FIXME|NNTB|N\.N\.T\.B\.)(?![\w-])"
    r"|\[TBD\]|(?<=: )TBD(?=\.|$)"
)
_ONLY_INSIDE: Final = (
    r"(?:alleen|uitsluitend|slechts|enkel)(?: bedoeld| bestemd)?(?: voor)? (?:intern(?: gebruik| te gebruiken"
    r"| te delen)?\b"
    r"|interne (?:doeleinden|verspreiding|medewerkers))|voor intern gebruik(?=[.!,;)\]]|$)"
)
_NOT_OUTSIDE: Final = (
    r"(?:nog )?niet (?:voor|bestemd voor|geschikt voor|bedoeld voor) (?:publicatie|publiek|buiten|externen|verspreiding"
    r"|openbaarmaking|het publiek)"
    r"|niet (?:extern )?(?:publiceren|openbaar maken|verspreiden|delen met derden|naar buiten(?: brengen)?"
    r"|doorsturen|extern delen)"
    r"|(?:nog )?niet (?:extern )?(?:delen|gedeeld worden)(?= met|\.|,|!|$| buiten)"
    r"|(?:mag|mogen|moet|kan) (?:nog )?niet (?:worden (?:gepubliceerd|gedeeld)|gepubliceerd worden|gedeeld worden"
    r"|openbaar(?: worden)?(?: gemaakt)?|naar buiten|extern)"
    r"|(?:weghalen|verwijderen|schrappen) voor (?:de )?publicatie|onder embargo"
)
_THIS_IS: Final = (
    rf"(?:dit|deze|het|de|bijgevoegde?|onderliggende?|genoemde?) (?:interne )?{_DOCUMENT}[^.;\n]{{0,40}}?"
    r" (?:is|zijn|blijft|blijven) (?:nog |strikt |zeer |voorlopig |vooralsnog )*(?:niet[ -]openbaar"
    r"|vertrouwelijk|geheim|intern"
    r"|een concept|concept)"
)
_TO_DO: Final = (
    r"(?:nog |s\.v\.p\. |svp )(?:aan te vullen|aanvullen|in te vullen|invullen|navragen|uitzoeken|checken"
    r"|afstemmen|nagaan)"
    r"|(?:interne|eigen) (?:opmerking|aantekening|notitie|noot)(?: (?:voor|van|aan) [\w ]{2,30})?(?= ?:)"
)
_SENTENCE: Final = re.compile(rf"\b(?:(?P<rule>{_ONLY_INSIDE}|{_NOT_OUTSIDE})|{_THIS_IS}|{_TO_DO})", re.IGNORECASE)
#: What a sentence holds that tells a citizen how the system is used or what happens to the data: a thing and a verb.
_SYSTEM: Final = re.compile(
    r"\b\w*(?:algoritme[ns]?|model|modellen|systeem|systemen|programma|software|datasets?|gegevens|data|informatie"
    r"|code|gebruik|applicatie|tool|dashboard|chatbot|koppeling|resultaten|uitkomsten)\b",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"\b(?:is|zijn|wordt|worden|mag|mogen|kan|kunnen|moet|moeten|zou|zouden|hebben|heeft)\b", re.IGNORECASE
)
_WORKS: Final = re.compile(r"\b(?:werkt|werken|draait|draaien|gebruikt|gebruiken|ingezet|toegepast)\b", re.IGNORECASE)
_OWN_TEXT: Final = re.compile(rf"\b(?:{_DOCUMENT}|let op|nb|noot)\b", re.IGNORECASE)
#: A note to a colleague, up to the end of its line or brackets.
_NOTE: Final = re.compile(
    r"[\[(]\s?(?:interne?|noot|opm\.?|opmerking|todo|vraag aan|actie)\b ?:[^\])\n]{2,200}[\])]"
    r"|(?:^|(?<=[\n.!?] )|(?<=\n))(?:interne?(?: (?:noot|opmerking|notitie|aantekening))?|noot"
    r"|opmerking(?: intern| redactie)?|todo"
    r"|vraag aan (?!(?:de |onze )?(?:lezer|inwoner|burger|bewoner|gebruiker|klant"
    r"|aanvrager))[\w ]{2,30}) ?: [^\n]{2,200}?(?=[.!?](?:\s|$)|\n|$)",
    re.IGNORECASE,
)
#: What shows that a text is not finished: a version, a question to a colleague, a place left open.
_DRAFT: Final = re.compile(
    r"\bconcept(?:versie|tekst)? (?:versie |v\.? ?|d\.d\. ?)\d[\w.-]*|\b(?:werkversie|werkdocument|kladversie"
    r"|praatstuk)\b"
    r"|(?:^|(?<=[.!?)|] )|(?<=\n))@[a-z]\w+ ?: ?[^\n.]{3,120}|\bx{3,}\b(?:[^\n.]{0,80}(?=$|[.\n])"
    r"|[^\n]{0,60}\bx{3,}\b)?"
    r"|\?{3,}[^\n.!?]{0,60}"
    r"|\bniet voor extern(?:en)?\b|\(intern\)|(?<=, )niet openbaar(?=[,.]|$)"
    r"|\b(?:strikt |zeer )?vertrouwelijke? (?:\w+)?(?:rapport|rapportage|notitie|memo|nota|stuk|bijlage"
    r"|document|verslag)\b"
    r"|\b(?:rubricering|classificatie|status) ?: ?(?:departementaal |strikt |zeer |nog )*(?:vertrouwelijk|geheim"
    r"|intern|niet openbaar|concept)",
    re.IGNORECASE,
)


def label_hits(text: str) -> Iterator[Hit]:
    """Labels of secrecy or draft; not a sentence that the data are treated confidentially."""
    for pattern, confidence in ((_LABEL, 0.8), (_CAPITALS, 0.7)):
        yield from _marked(pattern, text, confidence)


def note_hits(text: str) -> Iterator[Hit]:
    """Notes to a colleague, introduced by a word and a colon."""
    return _marked(_NOTE, text, 0.7)


def draft_hits(text: str) -> Iterator[Hit]:
    """What shows that a text is not finished, or not meant for all."""
    return _marked(_DRAFT, text, 0.7)


def sentence_hits(text: str) -> Iterator[Hit]:
    """Sentences that say that something stays inside or has still to be done."""
    for match in _SENTENCE.finditer(text):
        start, end = whole_sentence(text, *match.span())
        if match["rule"] is None or not _tells_of_use(text[start:end]):
            yield Hit(start, end, "remark", 0.7)


def _marked(pattern: re.Pattern[str], text: str, confidence: float) -> Iterator[Hit]:
    for match in pattern.finditer(text):
        written = match.group()
        start = match.start() + len(written) - len(written.lstrip(" \t*_#-"))
        yield Hit(start, match.end(), "remark", confidence)


def _tells_of_use(sentence: str) -> bool:
    told = _WORKS.search(sentence) or (_SYSTEM.search(sentence) and _VERB.search(sentence))
    return told is not None and not _OWN_TEXT.search(sentence)


def whole_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a remark, so that no half of it is left; the remark itself when that is long."""
    before = [match.end() for match in re.finditer(r"[.!?;:](?:\s+|$)|\n|[(\[]", text[:start])]
    behind = re.compile(r"[.!?;](?=\s|$)|\n|[)\]]|$").search(text, end)
    first, last = before[-1] if before else 0, behind.start() if behind else end
    return (first, last) if last - first <= 200 else (start, end)
