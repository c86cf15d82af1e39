"""Proposes remarks in a text that were meant for colleagues: not public, confidential, draft, for internal use."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit

_SECRECY: Final = (
    r"(?:niet[ -]openbaar|(?:strikt |zeer |departementaal )?vertrouwelijk|confidentieel|(?:stg\.? )?geheim|staatsgeheim"
    r"|confidential|embargo|interne? (?:notitie|opmerking|aantekening)|alleen intern|intern gebruik"
    r"|concept(?:versie|tekst)?"
    r"|draft)"
)
#: A label: within brackets, before a colon or dash at the start of a line, or alone on a line or behind the last stop.
_LABEL: Final = re.compile(
    rf"[\[(] ?(?:let op:? ?|nog |dit is |intern: ?|noot:? ?|nb:? ?)?{_SECRECY}\b[^\])\n]{{0,80}}[\])]"
    rf"|(?:^|(?<=[\n|•]))[ \t*_#-]*{_SECRECY}(?: (?:versie|v)?\.? ?\d[\w.]*)?(?: ?[:–—|]| -)(?=\s|$)"
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
    r"(?:dit|deze|het|de|bijgevoegde?|onderliggende?|genoemde?) (?:interne )?(?:rapport|rapportage|document"
    r"|notitie|memo|nota"
    r"|stuk|bijlage|versie|tekst|alinea|passage|onderzoek|verslag|dpia|iama|handleiding|evaluatie|audit|advies)[^.;\n]{0,40}?"
    r" (?:is|zijn|blijft|blijven) (?:nog |strikt |zeer |voorlopig |vooralsnog )*(?:niet[ -]openbaar"
    r"|vertrouwelijk|geheim|intern"
    r"|een concept|concept|niet gepubliceerd)"
)
_TO_DO: Final = (
    r"(?:nog |s\.v\.p\. |svp )(?:aan te vullen|aanvullen|in te vullen|invullen|navragen|uitzoeken|checken"
    r"|afstemmen|nagaan)"
    r"|(?:interne|eigen) (?:opmerking|aantekening|notitie|noot)(?: (?:voor|van|aan) [\w ]{2,30})?(?= ?:)"
)
_SENTENCE: Final = re.compile(rf"\b(?:{_ONLY_INSIDE}|{_NOT_OUTSIDE}|{_THIS_IS}|{_TO_DO})", re.IGNORECASE)


def remark_hits(text: str) -> Iterator[Hit]:
    """Remarks for colleagues; not a sentence that the data are treated confidentially."""
    for pattern, confidence in ((_LABEL, 0.8), (_CAPITALS, 0.7), (_SENTENCE, 0.7)):
        for match in pattern.finditer(text):
            written = match.group()
            start = match.start() + len(written) - len(written.lstrip(" \t*_#-"))
            yield Hit(start, match.end(), "remark", confidence)
