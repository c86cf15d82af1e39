"""One way to write to a colleague about a text, and the pieces of which its patterns are made."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, NamedTuple

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.remarks.sentences import whole_sentence
from algreg_lib.privacy.triggers import any_of

#: So many letters of what is found may be the verb of the sentence: `de inwoner moet nog …`.
_VERB_SIZE: Final = 6
#: Who does in a sentence what a citizen may read about.
_ANYONE: Final = re.compile(
    r"\b(?:u|men|inwoners?|aanvragers?|medewerkers?|gebruikers?|algoritme|systeem|tool|model|chatbot|computer)\b[^.\n]*"
    r"\b(?:kan|kunt|kunnen|moet|moeten|wil|willen|vraagt|helpt|gaat|wacht|checkt)\b"
    r"|\b(?:leverancier|verwerker|ontvanger)s?\b[^.\n]*\b(?:mag|mogen)\b",
    re.IGNORECASE,
)


class Note(NamedTuple):
    """One way to write to a colleague about a text: a pattern, and what a sentence must hold before it can match."""

    needs: tuple[str, ...]  #: in lower case, with spaces
    pattern: re.Pattern[str]
    word: re.Pattern[str] | None = None  #: or a whole word in lower case

    def find(self, text: str) -> Iterator[Hit]:
        """Such remarks in a sentence; not what a reader or the system can do."""
        for match in self.pattern.finditer(text):
            if not _ANYONE.search(text, 0, match.start() + _VERB_SIZE):
                bracketed = match.group()[0] in "(["
                yield Hit(*(match.span() if bracketed else whole_sentence(text, *match.span())), "remark", 0.6)


def note(needs: str | Iterable[str], *patterns: str, word: re.Pattern[str] | None = None) -> Note:
    """A note with one or more patterns; in its needs an underscore stands for a space."""
    words = needs.split() if isinstance(needs, str) else needs
    spaced = dict.fromkeys(each.replace("_", " ") for each in words)
    return Note(tuple(spaced), re.compile("|".join(patterns), re.IGNORECASE), word)


def each(*columns: str) -> tuple[str, ...]:
    """Every row of one word from each column."""
    return tuple("_".join(row) for row in product(*(column.split() for column in columns)))


EDIT_WORDS: Final = (
    "aanvullen aan_te_vullen invullen in_te_vullen navragen uitzoeken uit_te_zoeken checken controleren nakijken "
    "afstemmen af_te_stemmen bespreken bevestigen aanpassen bijwerken verwijderen weghalen weglaten schrappen lakken "
    "weglakken anonimiseren uitwerken uit_te_werken toevoegen opzoeken overleggen vaststellen meelezen te_bepalen "
    "nalopen omzetten nagaan regelen inplannen testen opvragen vertalen herschrijven inkorten afronden aanleveren "
    "ophalen aanscherpen verifiëren dubbelchecken vragen te_bespreken te_controleren te_doen te_vullen te_beantwoorden "
    "te_vragen te_checken te_regelen doorlopen updaten actualiseren overnemen onderbouwen specificeren concretiseren "
    "schrijven op_te_vragen te_accorderen parkeren nazoeken"
)
PLACE_WORDS: Final = "publicatie register algoritmeregister website site openbare_versie"
OUTSIDER_WORDS: Final = "pers media raad bewoners burgers publiek externen derden leverancier buitenwereld"


def _any(words: str) -> str:
    return any_of(word.replace("_", " ") for word in words.split())


EDITS: Final = _any(EDIT_WORDS)
PLACES: Final = rf"(?:de |het |dit |ons )?{_any(PLACE_WORDS)}"
OUTSIDERS: Final = rf"(?:de |het )?{_any(OUTSIDER_WORDS)}"
PASSAGE: Final = (
    r"(?:zin|alinea|tekst|passage|paragraaf|veld|regel|naam|namen|cel|kolom|stuk|bijlage|link|onderdeel|rij|deel)"
)
DOCUMENT: Final = r"(?:document|rapport|notitie|memo|advies|overzicht|verslag|lijst|toelichting)"
PUT: Final = "opnemen zetten plaatsen vermelden tonen noemen"
AT: Final = r"(?:opnemen|zetten|plaatsen|vermelden|tonen|noemen)"
APPROVAL: Final = r"(?:akkoord|antwoord|reactie|input|terugkoppeling|goedkeuring|bevestiging)"
#: Where a sentence or a part of it begins, and where a whole sentence does.
OPENS: Final = r"(?:^|(?<=[.:;,!?(\[>\n|•-])|(?<=[.:;,!?>|•-] ))"
STARTS: Final = r"(?:^|(?<=[\n|•])|(?<=[.!?|] ))"
GROUPS: Final = (
    r"(?:\w*team\w*|mt|dt|directie|college|bestuur|collega'?s|medewerkers|afdeling|ambtenaren|raad|organisatie"
    r"|projectgroep|stuurgroep|werkgroep|klankbordgroep|redactie|kring|groep|intern gebruik)"
)
NEAR: Final = r"[^.\n]{0,30}"
#: Where it ends: before a stop, a bracket, or the end of the line.
CLOSES: Final = r"(?=\s*(?:$|[.!;)\n]))"
CLOSES_PART: Final = r"(?=\s*(?:$|[.,;:)\n]))"
