"""Proposes what was written to a colleague: what has still to be done with a text, and who may not see it."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, NamedTuple

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.remarks import whole_sentence
from algreg_lib.privacy.triggers import any_of

#: So many letters of what is found may be the verb of the sentence: `de inwoner moet nog …`.
_VERB_SIZE: Final = 6
#: Who does in a sentence what a citizen may read about.
_ANYONE: Final = re.compile(
    r"\b(?:u|men|inwoners?|aanvragers?|medewerkers?|gebruikers?|algoritme|systeem|tool|model|chatbot|computer)\b[^.\n]*"
    r"\b(?:kan|kunt|kunnen|moet|moeten|wil|willen|vraagt|helpt|gaat|wacht|checkt)\b",
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


def _note(needs: str | Iterable[str], *patterns: str, word: re.Pattern[str] | None = None) -> Note:
    """A note with one or more patterns; in its needs an underscore stands for a space."""
    words = needs.split() if isinstance(needs, str) else needs
    spaced = dict.fromkeys(each.replace("_", " ") for each in words)
    return Note(tuple(spaced), re.compile("|".join(patterns), re.IGNORECASE), word)


def _each(*columns: str) -> tuple[str, ...]:
    """Every row of one word from each column."""
    return tuple("_".join(row) for row in product(*(column.split() for column in columns)))


_EDIT_WORDS: Final = (
    "aanvullen aan_te_vullen invullen in_te_vullen navragen uitzoeken uit_te_zoeken checken controleren nakijken "
    "afstemmen af_te_stemmen bespreken bevestigen aanpassen bijwerken verwijderen weghalen weglaten schrappen lakken "
    "weglakken anonimiseren uitwerken uit_te_werken toevoegen opzoeken overleggen vaststellen meelezen te_bepalen "
    "nalopen omzetten nagaan regelen inplannen testen opvragen vertalen herschrijven inkorten afronden aanleveren "
    "ophalen aanscherpen verifiëren dubbelchecken vragen te_bespreken te_controleren te_doen te_vullen te_beantwoorden "
    "te_vragen te_checken te_regelen doorlopen updaten actualiseren overnemen onderbouwen specificeren concretiseren "
    "schrijven op_te_vragen"
)
_PLACE_WORDS: Final = "publicatie register algoritmeregister website site openbare_versie"
_OUTSIDER_WORDS: Final = "pers media raad bewoners burgers publiek externen derden leverancier buitenwereld"


def _any(words: str) -> str:
    return any_of(word.replace("_", " ") for word in words.split())


_EDITS: Final = _any(_EDIT_WORDS)
_PLACES: Final = rf"(?:de |het |dit |ons )?{_any(_PLACE_WORDS)}"
_OUTSIDERS: Final = rf"(?:de |het )?{_any(_OUTSIDER_WORDS)}"
_PASSAGE: Final = (
    r"(?:zin|alinea|tekst|passage|paragraaf|veld|regel|naam|namen|cel|kolom|stuk|bijlage|link|onderdeel|rij|deel)"
)
_PUT: Final = "opnemen zetten plaatsen vermelden tonen noemen"
_AT: Final = r"(?:opnemen|zetten|plaatsen|vermelden|tonen|noemen)"
_APPROVAL: Final = r"(?:akkoord|antwoord|reactie|input|terugkoppeling|goedkeuring|bevestiging)"
#: Where a sentence or a part of it begins, and where a whole sentence does.
_OPENS: Final = r"(?:^|(?<=[.:;,!?(\[>\n|•-])|(?<=[.:;,!?>|•-] ))"
_STARTS: Final = r"(?:^|(?<=[\n|•])|(?<=[.!?|] ))"
_NEAR: Final = r"[^.\n]{0,30}"
#: Where it ends: before a stop, a bracket, or the end of the line.
_CLOSES: Final = r"(?=\s*(?:$|[.!;)\n]))"
_CLOSES_PART: Final = r"(?=\s*(?:$|[.,;:)\n]))"

#: What has still to be done.
_TO_DO: Final = (
    _note(
        "graag_ svp s.v.p a.u.b aub_ gelieve",
        rf"\b(?:graag|svp|s\.v\.p\.|a\.u\.b\.|aub|gelieve)(?: [\w-]+){{0,3}}? {_EDITS}\b",
    ),
    _note(
        _each("nog even eerst nader", _EDIT_WORDS), rf"{_OPENS}(?:nog|moet nog|even|eerst)(?: even| nader)? {_EDITS}\b"
    ),
    _note("nog_te_bepalen nader_te_bepalen", rf"\b(?:nog|nader) (?:nader )?te bepalen{_CLOSES_PART}"),
    _note("dient_nog_te", r"\bdient nog te worden \w+"),
    _note(
        _each("nog", "bij worden in. langs door naar via"),
        rf"\b(?:moet|moeten) (?:hier )?nog (?:\w+ ){{0,3}}?(?:bij|in|worden \w+|\w+en){_CLOSES}",
        r"\bmoet nog (?:langs|door|naar|via|worden \w+ door) (?:het |de )?(?:mt|managementteam|directie|jurist\w*|fg"
        r"|ciso|college|bestuur|communicatie|privacy\w*|cio|or|team\w*|redactie)\b",
    ),
    _note(_each("wacht wachten", "op nog"), rf"\bwacht(?:en)? (?:nog )?op (?:\w+ )?{_APPROVAL}\b"),
    _note("in_afwachting", rf"{_OPENS}in afwachting van (?:\w+ )?{_APPROVAL}\b"),
    _note(
        "in_bewerking in_behandeling onder_handen niet_af",
        rf"{_OPENS}(?:nog )?in bewerking{_CLOSES_PART}",
        r"\bstatus ?: ?(?:in bewerking|in behandeling|onder handen|niet af)",
    ),
    _note("nog_open onder_voorbehoud", r"\b(?:(?:staat|staan) nog open|onder voorbehoud)(?=\s*(?:$|[.;)\n]))"),
    _note(
        "",
        rf"{_OPENS}(?:n\.?t\.?b\.?|t\.?b\.?d\.?|p\.?m\.?)(?=\s*(?:$|[;:,\n])|\.\s*(?:$|\n))",
        word=re.compile(r"^(?:ntb|n\.t\.b\.?|tbd|t\.b\.d\.?|pm|p\.m\.?)[.:;,]?$", re.MULTILINE),
    ),
    _note("invullen_door", r"\binvullen door\b"),
    _note(">> -> →", r"(?:>>|->|→) ?\w+"),
    _note(_each("hier", "komt volgt", "nog"), r"\bhier (?:komt|volgt) nog\b"),
    _note("lorem_ipsum", r"\blorem ipsum\b"),
    _note("volgt_nog volgt_later", r"\bvolgt (?:nog|later)(?=[.!)\n]|$)"),
    _note("to_do to-do nog_te_doen", rf"{_OPENS}(?:to[ -]do|nog te doen)\b"),
    _note(
        (
            *_each("[nog (nog <nog [in (in", "in_te te"),
            *(f"{opens}{word}" for opens in "[(<" for word in ("invullen", "tekst", "naam", "datum", "link")),
        ),
        r"[\[<(](?:nog in te vullen|invullen|in te vullen|tekst|naam|datum|link)[\])>]",
    ),
    _note(
        _each("tekst naam link datum bron artikel bedrag cijfers", "invoegen invullen toevoegen volgt nog"),
        r"\b(?:tekst|naam|link|datum|bron|artikel|bedrag|cijfers) (?:nog )?(?:invoegen|invullen|toevoegen|volgt)\b"
        r"(?=\s*(?:$|[.\])>\n]))",
    ),
    _note(
        ":_?? :_nnb :_n.n.b :_volgt :_nog_onbekend :_… :_... :_[…",
        r"(?<=: )(?:\?{2,}|n\.?n\.?b\.?|volgt|nog onbekend\b[^.\n]{0,30}|\[?(?:\.\.\.|…)\]?)(?=\s*(?:$|\n))",
    ),
    _note(
        (*_each("ligt", "nog bij ter"), "ter_review", "ter_redactie"),
        rf"{_OPENS}ligt (?:nog )?(?:bij|ter) (?:de |het )?(?:jurist\w*|fg|ciso|directie|mt|communicatie|review"
        r"|beoordeling)\b",
        rf"{_OPENS}ter (?:review|redactie){_CLOSES}",
    ),
    _note(
        "afstemmen_met copy-paste geknipt_uit",
        rf"{_OPENS}afstemmen met (?:de |het )?\w+{_CLOSES}|\b(?:copy-paste|geknipt) uit\b",
    ),
)

#: What is not meant for outside.
_NOT_OUTSIDE: Final = (
    _note(
        "weglaten schrappen weghalen verwijderen lakken eruit niet_opnemen",
        rf"\b(?:weglaten|schrappen|weghalen|verwijderen|lakken|eruit|niet opnemen) (?:in|uit|op|bij|van) {_PLACES}",
        rf"(?<!te )\b(?:weg)?(?:lakken|schrappen|weghalen|weglaten|verwijderen|eruit halen)\b{_NEAR}"
        rf"\b(?:voor|voordat|bij)\b{_NEAR}(?:publicatie|online|openbaar|plaatsing)",
    ),
    _note(
        "eruit er_uit mag_weg moet_weg kan_weg nog_weg",
        rf"\b(?:mag|moet|kan) (?:nog )?(?:er ?uit|weg)\b{_NEAR}{_CLOSES}",
    ),
    _note(
        "eruit schrappen verwijderen weglaten niet_doorzetten niet_tonen niet_laten_zien niet_meesturen",
        rf"\b(?:deze|dit|die|bovenstaande|onderstaande) {_PASSAGE}\b{_NEAR}?"
        r"\b(?:eruit|schrappen|verwijderen|weglaten|niet (?:doorzetten|tonen|laten zien|meesturen))",
    ),
    _note(
        "voor_intern voor_eigen",
        r"\b(?:alleen|uitsluitend|enkel|strikt) voor (?:intern|eigen) gebruik(?=\s*(?:$|[)\]]))",
        rf"{_OPENS}(?:alleen )?voor eigen gebruik{_CLOSES}",
    ),
    _note(
        _each("niet nooit", "doorsturen delen verspreiden publiceren naar_buiten"),
        r"\b(?:niet|nooit) (?:doorsturen|delen|verspreiden|publiceren|naar buiten)(?=\s*(?:$|[.!;)\]\n]))",
    ),
    _note(
        "niet_verder niet_breder niet_verspreiden niet_delen niet_doorsturen niet_doorzetten niet_doorgeven",
        r"\bniet (?:verder|breder) (?:verspreiden|delen|doorsturen)\b",
        r"\bniet (?:verder |breder )?(?:verspreiden|delen|doorsturen|doorzetten|doorgeven) (?:met|aan|naar|onder) "
        rf"{_OUTSIDERS}",
    ),
    _note(
        _each("niet_met niet_aan niet_naar", " ".join((_OUTSIDER_WORDS, *_each("de het", _OUTSIDER_WORDS)))),
        rf"\bniet (?:met|aan|naar) {_OUTSIDERS}(?: (?:delen|sturen|geven|brengen|communiceren)\b|(?=[.!)\n]|$))",
    ),
    _note(
        (
            "niet_bestemd",
            "niet_bedoeld",
            *_each("niet_voor", " ".join((_OUTSIDER_WORDS, *_each("de het", _OUTSIDER_WORDS)))),
        ),
        rf"\bniet (?:bestemd |bedoeld )?voor {_OUTSIDERS}(?: bestemd| bedoeld)?(?=[.,!)\n]|$)",
    ),
    _note(
        _each(_PUT, "in op"),
        rf"\bniet (?:\w+ )?{_AT} (?:in|op) {_PLACES}",
    ),
    _note(
        _each("niet", "in op", " ".join((_PLACE_WORDS, *_each("de het dit ons", _PLACE_WORDS)))),
        rf"\bniet (?:in|op) {_PLACES} {_AT}\b",
        r"\bmag (?:nog )?niet (?:op|in) (?:de |het )?(?:(?:web)?site|register|internet)\b",
    ),
    _note(_each("niet_voor", "site website de_site de_website"), r"\bniet voor (?:de )?(?:web)?site\b"),
    _note(
        _each("alleen uitsluitend slechts enkel", "voor bedoeld_voor bestemd_voor"),
        rf"{_OPENS}(?:alleen|uitsluitend|slechts|enkel)(?: bedoeld| bestemd)? voor (?:het |de |onze |eigen )*"
        r"(?:managementteam|mt|directie|college|bestuur|collega'?s|medewerkers|afdeling|team|ambtenaren|raad)\b",
    ),
    _note("binnenshuis onder_ons blijft_intern", r"\bblijft (?:\w+ )?(?:binnenshuis|onder ons|intern)\b"),
    _note(_each("politiek bestuurlijk zeer erg", "gevoelig"), r"\b(?:politiek|bestuurlijk) (?:zeer |erg )?gevoelig\b"),
    _note("gevoelig:_", rf"{_OPENS}(?:politiek |bestuurlijk )?gevoelig: (?!persoonsgegevens|bijzondere)"),
    _note("onder_geheimhouding", r"\bonder geheimhouding\b"),
    _note("off_the_record tussen_ons discreet_mee", r"\b(?:off the record|tussen ons|discreet mee om)"),
    _note("tlp: tlp_ dep.", r"\b(?:tlp ?: ?(?:amber|red|green)\b|dep\.? ?v\.(?!\w))"),
    _note(
        "vertrouwelijk",
        rf"{_OPENS}(?:graag )?(?:strikt )?vertrouwelijk (?:behandelen|houden)\b",
        rf"{_STARTS}(?:strikt |zeer )?vertrouwelijk{_CLOSES}",
    ),
    _note(
        ("intern_houden", *_each("hou houd houden", "dit het")),
        r"\bintern houden\b|\b(?:hou|houd|houden) (?:dit|het) (?:onder ons|intern|stil|binnen)\b",
    ),
    _note(
        ("op_papier", *_each("bewust", "weggelaten vaag niet"), "liever_niet"),
        r"\bniet op papier zetten\b|\bbewust (?:weggelaten|vaag|niet (?:vermeld|genoemd|opgenomen|benoemd))\b",
        r"\bliever niet (?:te veel|noemen|vermelden|openbaar|opschrijven)\b",
    ),
)

#: What is not finished.
_UNFINISHED: Final = (
    _note("voorlopige_versie", r"\bvoorlopige versie\b"),
    _note(
        "concept draft",
        r"\bversie \d[\d.]* ?\(?(?:concept|draft)\b",
        r"\bconcept(?:versie|tekst)\b(?=[,.;:!]|$)",
        r"\bconcept,? (?:versie|v\.?) ?\d[\d.]*",
        r"\bconcept,? niet (?:definitief|af)\b|\bconcept(?:tekst|versie)? (?:-|van|d\.?d\.?) \d",
    ),
    _note(
        _each("nog_niet", "vastgesteld definitief akkoord goedgekeurd geaccordeerd afgestemd"),
        r"\bnog niet (?:vastgesteld|definitief|akkoord|goedgekeurd|geaccordeerd|afgestemd)\b",
    ),
    _note(
        _each("nog_niet", "compleet af klaar gecontroleerd besproken bekend ingevuld geverifieerd juist zeker"),
        r"\bnog niet (?:compleet|af|klaar|gecontroleerd|besproken|bekend|ingevuld|geverifieerd|juist|zeker)"
        r"(?=\s*(?:$|[.!;,)\n]))",
    ),
    _note(
        "opzet aanzet klad",
        rf"{_OPENS}(?:eerste |ruwe )?(?:opzet|aanzet|kladje|klad){_CLOSES_PART}",
    ),
)

#: What is asked of, or told to, one colleague.
_TO_COLLEAGUE: Final = (
    _note("klopt_dit klopt_dat", r"\bklopt (?:dit|dat)(?: nog| wel| zo| hier)?(?:\?|(?=\s*$))"),
    _note(
        (*_each("weet heeft kan", "iemand"), *_each("wie", "vult pakt kan levert regelt doet")),
        rf"\b(?:weet|heeft|kan) iemand {_NEAR}\?|\bwie (?:vult|pakt|kan|levert|regelt|doet) {_NEAR}\?",
    ),
    _note(
        "bron? check? juist? zeker? welke? wat? waar?",
        rf"{_OPENS}(?:bron|check|juist|zeker|welke|wat|waar)\?(?=\s*(?:$|[)\n]))",
    ),
    _note("is_dit_", rf"\bis dit (?:nog )?(?:juist|correct|actueel|goed|nodig|de juiste)\b{_NEAR}\?"),
    _note("laten_staan_of weg_of", r"\b(?:laten staan|weg) of (?:weg|laten staan)\?"),
    _note(_each("wie", "weet zoekt", "dit dat"), rf"\bwie (?:weet|zoekt) (?:dit|dat){_NEAR}\?"),
    _note(
        "opm_ opm._ opmerking_ noot_ nb_ nb._",
        r"\b(?:opm|opmerking|noot|nb)\.? (?-i:[A-Z]{2,4}) ?:",
        rf"{_OPENS}opmerking (?:voor|van|aan) [^:\n]{{2,30}}:",
    ),
    _note(_each("zie", "mijn jouw"), r"\bzie (?:mijn|jouw) (?:mail|opmerking|appje|bericht)\b"),
    _note(
        tuple(f"{opens}{word}" for opens in "([" for word in ("vraag", "check", "let")),
        r"[(\[](?:vraag|check|let op) ?:[^)\]\n]{2,120}[)\]]",
    ),
    _note(
        (
            *_each("kan kun wil zou", "je", "dit dat deze hier nog even svp"),
            *_each("kan kun wil zou", "jij"),
            *_each("kunnen willen", "jullie"),
        ),
        r"\b(?:kan|kun|wil|zou|kunnen|willen) (?:jij|je|jullie) (?=[^.?\n]*\b(?:dit|dat|deze|hier|nog|even)\b)"
        rf"(?![^.?\n]*\bniet\b)[^.?\n]{{0,50}}\b(?:{_EDITS}|kijken|uitleggen|doen)\b",
    ),
    _note(
        tuple(
            f"{opens}{word}"
            for opens in "([<"
            for word in ("nog_", "check", "navragen", "controleren", "uitzoeken", "aanvullen", "invullen")
        ),
        r"[(\[<](?:nog )?(?:check|checken|navragen|controleren|uitzoeken|aanvullen|invullen)(?: (?:dit|dat|nog|even))*"
        r"[)\]>]",
    ),
    _note(
        _each("check checken", "dit dat of"),
        rf"{_OPENS}(?:even |graag )?check(?:en)? (?:dit|dat|of)\b(?! (?:op|in|bij)){_NEAR}(?=\s*(?:$|[.!?;)\n]))",
    ),
    _note(_each("ik", "weet twijfel denk"), r"\bik (?:weet|twijfel|denk)\b[^.\n]{0,60}\b(?:dit|dat)\b"),
    _note("volgens_mij weet_niet_of", rf"{_OPENS}volgens mij\b|\bklopt volgens mij\b|{_OPENS}weet niet of\b"),
    _note(
        ("mag_dit", "mag_dat", *_each("kan", "dit dat", "weg eruit")),
        rf"\bmag (?:dit|dat) (?:wel|ook)?{_NEAR}(?:register|site|openbaar|online){_NEAR}\?"
        r"|\bkan (?:dit|dat) (?:weg|eruit)\?",
    ),
)

#: Each is looked for only in the sentences that hold one of its needs.
NOTES: Final = (*_TO_DO, *_NOT_OUTSIDE, *_UNFINISHED, *_TO_COLLEAGUE)
