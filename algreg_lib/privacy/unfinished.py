"""Proposes what was written to a colleague: what has still to be done with a text, and who may not see it."""

import re
from collections.abc import Iterator
from typing import Final

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.remarks import whole_sentence
from algreg_lib.privacy.triggers import any_of

_EDIT_WORDS: Final = (
    *("aanvullen", "aan te vullen", "invullen", "in te vullen", "navragen", "uitzoeken", "uit te zoeken", "checken"),
    *("controleren", "nakijken", "afstemmen", "af te stemmen", "bespreken", "bevestigen", "aanpassen", "bijwerken"),
    *("verwijderen", "weghalen", "weglaten", "schrappen", "lakken", "weglakken", "anonimiseren", "uitwerken"),
    *("uit te werken", "toevoegen", "opzoeken", "overleggen", "vaststellen", "meelezen", "te bepalen", "nalopen"),
    *("omzetten", "nagaan", "regelen", "inplannen", "testen", "opvragen", "vertalen", "herschrijven", "inkorten"),
    *("afronden", "aanleveren", "ophalen", "aanscherpen", "verifiëren", "dubbelchecken", "vragen", "te bespreken"),
    *(
        "te controleren",
        "te doen",
        "te vullen",
        "te beantwoorden",
        "te vragen",
        "te checken",
        "te regelen",
        "doorlopen",
    ),
    *(
        "updaten",
        "actualiseren",
        "overnemen",
        "onderbouwen",
        "specificeren",
        "concretiseren",
        "schrijven",
        "op te vragen",
    ),
)
_EDITS: Final = any_of(_EDIT_WORDS)
_PLACE_WORDS: Final = ("publicatie", "register", "algoritmeregister", "website", "site", "openbare versie")
_PLACES: Final = rf"(?:de |het |dit |ons )?{any_of(_PLACE_WORDS)}"
_PASSAGE: Final = (
    r"(?:zin|alinea|tekst|passage|paragraaf|veld|regel|naam|namen|cel|kolom|stuk|bijlage|link|onderdeel|rij|deel)"
)
_OUTSIDER_WORDS: Final = (
    *("pers", "media", "raad", "bewoners", "burgers", "publiek", "externen", "derden", "leverancier", "buitenwereld"),
)
_OUTSIDERS: Final = rf"(?:de |het )?{any_of(_OUTSIDER_WORDS)}"
#: Where a sentence or a part of it begins.
_OPENS: Final = r"(?:^|(?<=[.:;,!?(\[>\n|•-])|(?<=[.:;,!?>|•-] ))"
#: Where a whole sentence begins.
_STARTS: Final = r"(?:^|(?<=[\n|•])|(?<=[.!?|] ))"
_NEAR: Final = r"[^.\n]{0,30}"
_PATTERNS: Final = (
    # what has still to be done
    rf"\b(?:graag|svp|s\.v\.p\.|a\.u\.b\.|aub|gelieve)(?: [\w-]+){{0,3}}? {_EDITS}\b",
    rf"{_OPENS}(?:nog|moet nog|even|eerst)(?: even| nader)? {_EDITS}\b",
    r"\b(?:nog|nader) (?:nader )?te bepalen(?=\s*(?:$|[.,;:)\n]))",
    r"\bdient nog te worden \w+",
    r"\b(?:moet|moeten) (?:hier )?nog (?:\w+ ){0,3}?(?:bij|in|worden \w+|\w+en)(?=\s*(?:$|[.!;)\n]))",
    r"\bwacht(?:en)? (?:nog )?op (?:\w+ )?(?:akkoord|antwoord|reactie|input|terugkoppeling|goedkeuring|bevestiging)\b",
    (
        rf"{_OPENS}(?:nog )?in bewerking(?=\s*(?:$|[.,;)\n]))|\bstatus ?: ?(?:in bewerking|in behandeling|onder "
        rf"handen|niet af)"
    ),
    r"\b(?:staat|staan) nog open(?=\s*(?:$|[.;)\n]))|\bonder voorbehoud(?=\s*(?:$|[.;)\n]))",
    rf"{_OPENS}(?:n\.?t\.?b\.?|t\.?b\.?d\.?|p\.?m\.?)(?=\s*(?:$|[;:,\n])|\.\s*(?:$|\n))",
    r"\binvullen door\b",
    r"(?:>>|->|→) ?\w+",
    r"\bhier (?:komt|volgt) nog\b",
    r"\blorem ipsum\b",
    r"\bvolgt (?:nog|later)(?=[.!)\n]|$)",
    # what is not for outside
    rf"\b(?:weglaten|schrappen|weghalen|verwijderen|lakken|eruit|niet opnemen) (?:in|uit|op|bij|van) {_PLACES}",
    rf"\b(?:mag|moet|kan) (?:nog )?(?:er ?uit|weg)\b{_NEAR}(?=\s*(?:$|[.!;)\n]))",
    r"\b(?:alleen|uitsluitend|enkel|strikt) voor (?:intern|eigen) gebruik(?=\s*(?:$|[)\]]))",
    r"\b(?:niet|nooit) (?:doorsturen|delen|verspreiden|publiceren|naar buiten)(?=\s*(?:$|[.!;)\]\n]))",
    r"\bblijft (?:\w+ )?(?:binnenshuis|onder ons|intern)\b",
    rf"\bniet (?:\w+ )?(?:opnemen|zetten|plaatsen|vermelden|tonen|noemen) (?:in|op) {_PLACES}",
    rf"\bniet (?:in|op) {_PLACES} (?:opnemen|zetten|plaatsen|vermelden|tonen|noemen)\b",
    (
        rf"(?<!te )\b(?:weg)?(?:lakken|schrappen|weghalen|weglaten|verwijderen|eruit halen)\b"
        rf"{_NEAR}\b(?:voor|voordat|bij)\b"
        rf"{_NEAR}(?:publicatie|online|openbaar|plaatsing)"
    ),
    (
        rf"\b(?:deze|dit|die|bovenstaande|onderstaande) {_PASSAGE}\b{_NEAR}?"
        r"\b(?:eruit|schrappen|verwijderen|weglaten|niet (?:doorzetten|tonen|laten zien|meesturen))"
    ),
    rf"\bniet (?:met|aan|naar) {_OUTSIDERS}(?: (?:delen|sturen|geven|brengen|communiceren)\b|(?=[.!)\n]|$))",
    (
        rf"\bniet (?:verder |breder )?(?:verspreiden|delen|doorsturen|doorzetten|doorgeven) (?:met|aan|naar|onder) "
        rf"{_OUTSIDERS}"
    ),
    r"\bniet (?:verder|breder) (?:verspreiden|delen|doorsturen)\b",
    rf"\bniet (?:bestemd |bedoeld )?voor {_OUTSIDERS}(?: bestemd| bedoeld)?(?=[.,!)\n]|$)",
    (
        rf"{_OPENS}(?:alleen|uitsluitend|slechts|enkel)(?: bedoeld| bestemd)? voor (?:het |de |onze |eigen )*"
        r"(?:managementteam|mt|directie|college|bestuur|collega'?s|medewerkers|afdeling|team|ambtenaren|raad)\b"
    ),
    r"\b(?:politiek|bestuurlijk) (?:zeer |erg )?gevoelig\b",
    r"\bonder geheimhouding\b",
    r"\b(?:off the record|tussen ons|discreet mee om)",
    r"\b(?:tlp ?: ?(?:amber|red|green)\b|dep\.? ?v\.(?!\w))",
    rf"{_OPENS}(?:graag )?(?:strikt )?vertrouwelijk (?:behandelen|houden)\b",
    # what is not finished
    r"\bvoorlopige versie\b",
    r"\bversie \d[\d.]* ?\(?(?:concept|draft)\b",
    r"\bconcept(?:versie|tekst)\b(?=[,.;:!]|$)",
    r"\bnog niet (?:vastgesteld|definitief|akkoord|goedgekeurd|geaccordeerd|afgestemd)\b",
    (
        r"\bnog niet (?:compleet|af|klaar|gecontroleerd|besproken|bekend|ingevuld|geverifieerd|juist"
        r"|zeker)(?=\s*(?:$|[.!;,)\n]))"
    ),
    rf"{_OPENS}(?:eerste |ruwe )?(?:opzet|aanzet|kladje|klad)(?=\s*(?:$|[.:;,)\n]))",
    r"\bconcept,? (?:versie|v\.?) ?\d[\d.]*",
    # what is asked or told to one person
    r"\bklopt (?:dit|dat)(?: nog| wel| zo| hier)?(?:\?|(?=\s*$))",
    rf"\b(?:weet|heeft|kan) iemand {_NEAR}\?|\bwie (?:vult|pakt|kan|levert|regelt|doet) {_NEAR}\?",
    rf"{_OPENS}(?:bron|check|juist|zeker|welke|wat|waar)\?(?=\s*(?:$|[)\n]))",
    rf"\bis dit (?:nog )?(?:juist|correct|actueel|goed|nodig|de juiste)\b{_NEAR}\?",
    r"\b(?:laten staan|weg) of (?:weg|laten staan)\?",
    rf"\bwie (?:weet|zoekt) (?:dit|dat){_NEAR}\?",
    r"\b(?:opm|opmerking|noot|nb)\.? (?-i:[A-Z]{2,4}) ?:",
    r"[(\[](?:vraag|check|let op) ?:[^)\]\n]{2,120}[)\]]",
)
#: What is asked of, or told to, one colleague, and what was left open.
_TO_COLLEAGUE: Final = (
    (
        r"\b(?:kan|kun|wil|zou|kunnen|willen) (?:jij|je|jullie) (?=[^.?\n]*\b(?:dit|dat|deze|hier|nog|even)\b)"
        r"(?![^.?\n]*\bniet\b)"
        rf"[^.?\n]{{0,50}}\b(?:{_EDITS}|kijken|uitleggen|doen)\b"
    ),
    rf"{_OPENS}to[ -]do\b|{_OPENS}nog te doen\b",
    (
        r"\bmoet nog (?:langs|door|naar|via|worden \w+ door) (?:het |de )?(?:mt|managementteam|directie|jurist\w*|fg"
        r"|ciso"
        r"|college|bestuur|communicatie|privacy\w*|cio|or|team\w*|redactie)\b"
    ),
    rf"{_STARTS}(?:strikt |zeer )?vertrouwelijk!?(?=\s*(?:$|[.!;)\n]))",
    (
        r"[(\[<](?:nog )?(?:check|checken|navragen|controleren|uitzoeken|aanvullen|invullen)(?: (?:dit|dat|nog|even))*"
        r"[)\]>]"
    ),
    rf"{_OPENS}(?:even |graag )?check(?:en)? (?:dit|dat|of)\b(?! (?:op|in|bij)){_NEAR}(?=\s*(?:$|[.!?;)\n]))",
    r"\bik (?:weet|twijfel|denk)\b[^.\n]{0,60}\b(?:dit|dat)\b",
    rf"{_OPENS}volgens mij\b|\bklopt volgens mij\b|{_OPENS}weet niet of\b",
    r"\bconcept,? niet (?:definitief|af)\b|\bconcept(?:tekst|versie)? (?:-|van|d\.?d\.?) \d",
    (
        r"\bniet voor (?:de )?(?:web)?site\b"
        r"|\bmag (?:nog )?niet (?:op|in) (?:de |het )?(?:(?:web)?site|register|internet)\b"
    ),
    (
        rf"\bmag (?:dit|dat) (?:wel|ook)?{_NEAR}(?:register|site|openbaar|online){_NEAR}\?"
        r"|\bkan (?:dit|dat) (?:weg|eruit)\?"
    ),
    (
        r"\b(?:tekst|naam|link|datum|bron|artikel|bedrag|cijfers) (?:nog )?(?:invoegen|invullen|toevoegen|volgt)\b"
        r"(?=\s*(?:$|[.\])>\n]))"
    ),
    r"[\[<(](?:nog in te vullen|invullen|in te vullen|tekst|naam|datum|link)[\])>]",
    r"(?<=: )(?:\?{2,}|n\.?n\.?b\.?|volgt|nog onbekend\b[^.\n]{0,30}|\[?(?:\.\.\.|…)\]?)(?=\s*(?:$|\n))",
    (
        rf"{_OPENS}in afwachting van (?:\w+ )?(?:akkoord|antwoord|reactie|input|terugkoppeling|goedkeuring|bevestiging)"
        r"\b"
    ),
    (
        rf"{_OPENS}ligt (?:nog )?(?:bij|ter) (?:de |het )?(?:jurist\w*|fg|ciso|directie|mt|communicatie|review"
        rf"|beoordeling)\b|{_OPENS}ter (?:review|redactie)(?=\s*(?:$|[.!;)\n]))"
    ),
    rf"{_OPENS}opmerking (?:voor|van|aan) [^:\n]{{2,30}}:|\bzie (?:mijn|jouw) (?:mail|opmerking|appje|bericht)\b",
    r"\bintern houden\b|\b(?:hou|houd|houden) (?:dit|het) (?:onder ons|intern|stil|binnen)\b",
    rf"{_OPENS}(?:alleen )?voor eigen gebruik(?=\s*(?:$|[.!;)\n]))",
    (
        r"\bniet op papier zetten\b|\bbewust (?:weggelaten|vaag|niet (?:vermeld|genoemd|opgenomen|benoemd))\b"
        r"|\bliever niet (?:te veel|noemen|vermelden|openbaar|opschrijven)\b"
    ),
    rf"{_OPENS}(?:politiek |bestuurlijk )?gevoelig: (?!persoonsgegevens|bijzondere)",
    rf"{_OPENS}afstemmen met (?:de |het )?\w+(?=\s*(?:$|[.!;)\n]))|\b(?:copy-paste|geknipt) uit\b",
)
_UNFINISHED: Final = re.compile("|".join(_PATTERNS), re.IGNORECASE)
_ASKED: Final = re.compile("|".join(_TO_COLLEAGUE), re.IGNORECASE)
_THE: Final = ("", "de_", "het_", "dit_", "ons_")
_TIES: Final = ("met", "aan", "naar", "voor")
_ONLY: Final = ("alleen", "uitsluitend", "slechts", "enkel")
_POINTERS: Final = ("dit", "dat", "deze", "hier", "nog", "even", "svp")
_NOT_YET: Final = ("vastgesteld", "definitief", "akkoord", "goedgekeurd", "geaccordeerd", "afgestemd")
#: Here and above an underscore stands for a space.
_LITERAL: Final = """
niet_opnemen niet_zetten niet_plaatsen niet_vermelden niet_tonen niet_noemen niet_verder niet_breder
niet_verspreiden niet_delen niet_doorsturen niet_doorzetten niet_doorgeven niet_bestemd niet_bedoeld niet_laten_zien
niet_meesturen graag_ svp s.v.p a.u.b aub_ gelieve dient_nog_te invullen_door >> -> → hier_komt_nog hier_volgt_nog
lorem_ipsum volgt_nog volgt_later lakken schrappen weghalen weglaten verwijderen eruit politiek_gevoelig
bestuurlijk_gevoelig zeer_gevoelig erg_gevoelig onder_geheimhouding off_the_record tussen_ons tlp: tlp_ dep.
discreet vertrouwelijk_behandelen vertrouwelijk_houden voorlopige_versie concept draft klopt_dit klopt_dat
nog_bij nog_worden nog_in. wacht_op wachten_op wacht_nog
in_bewerking status:_in status_:_in onder_handen nog_open onder_voorbehoud
voor_intern voor_eigen niet_delen niet_publiceren niet_naar_buiten binnenshuis onder_ons blijft_intern
nog_niet_compleet nog_niet_af nog_niet_klaar nog_niet_gecontroleerd nog_niet_besproken
nog_niet_bekend nog_niet_ingevuld nog_niet_zeker nog_niet_juist opzet: aanzet:
kladje klad: eerste_opzet ruwe_opzet eerste_aanzet weet_iemand
heeft_iemand kan_iemand wie_vult wie_pakt wie_kan
wie_levert wie_regelt wie_doet bron? check? juist? zeker? welke? wat? waar? niet_opnemen
is_dit_nog is_dit_juist is_dit_correct is_dit_actueel is_dit_goed is_dit_nodig is_dit_de_juiste laten_staan_of
weg_of wie_weet_d wie_zoekt_d opm opmerking_ noot_ nb_ nb. (vraag [vraag (check [check (let [let
"""
#: The same, of what is asked of one colleague or left open.
_ASKING: Final = """
concept,_niet concept_niet concept_van concept_- concept_d concepttekst_van concepttekst_d conceptversie_van
conceptversie_d nog_worden
kan_jij kun_jij wil_jij zou_jij kunnen_jullie willen_jullie to_do to-do nog_langs nog_door
nog_naar nog_via vertrouwelijk! vertrouwelijk. vertrouwelijk; vertrouwelijk) (navragen) (controleren) (uitzoeken)
(aanvullen) (invullen) [invullen <invullen (nog_ [nog_ <nog_ check_dit check_dat check_of checken_of ik_weet ik_twijfel
ik_denk volgens_mij weet_niet_of niet_voor_de_site niet_voor_de_website
niet_voor_site niet_voor_website niet_op_de_site niet_op_de_website niet_in_het_register mag_dit mag_dat kan_dit_weg
kan_dat_weg kan_dit_eruit tekst_invoegen nog_tekst naam_invullen tekst_volgt link_volgt datum_volgt bron_volgt
link_toevoegen bron_toevoegen tekst_toevoegen datum_invullen [tekst [naam [datum [link :_?? :_nnb
:_n.n.b :_volgt nog_onbekend :_… :_... :_[… in_afwachting ligt_nog ligt_bij ligt_ter ter_review ter_redactie
opmerking_voor opmerking_van opmerking_aan nog_te_doen intern_houden hou_dit houd_dit houden_dit hou_het houd_het
eigen_gebruik op_papier bewust_niet bewust_weggelaten bewust_vaag liever_niet gevoelig:_ zie_mijn zie_jouw
afstemmen_met copy-paste geknipt_uit
"""
_ASKING_NEEDS: Final = tuple(
    phrase.replace("_", " ")
    for phrase in (
        *(f"{verb}_je_{word}" for verb in ("kan", "kun", "wil", "zou") for word in _POINTERS),
        *_ASKING.split(),
    )
)
_ASKING_NEED: Final = re.compile(any_of(_ASKING_NEEDS))
#: One of these, in lower case, stands in every text in which something is found; so does a word of UNKNOWN.
NEEDS: Final = (
    *_ASKING_NEEDS,
    *(
        phrase.replace("_", " ")
        for phrase in (
            *(f"{opens}_{word}" for opens in ("nog", "even", "eerst", "nader") for word in _EDIT_WORDS),
            *(f"niet_{tie}_{the}{word}" for tie in ("in", "op") for the in _THE for word in _PLACE_WORDS),
            *(f"niet_{tie}_{the}{word}" for tie in _TIES for the in _THE[:3] for word in _OUTSIDER_WORDS),
            *(f"{only}_{what}" for only in _ONLY for what in ("voor_", "bedoeld", "bestemd")),
            *(f"nog_niet_{word}" for word in _NOT_YET),
            *_LITERAL.split(),
        )
    ),
)
UNKNOWN: Final = re.compile(r"^(?:ntb|n\.t\.b\.?|tbd|t\.b\.d\.?|pm|p\.m\.?)[.:;,]?$", re.MULTILINE)
_NEED: Final = re.compile(rf"{any_of(NEEDS)}|\b(?:n\.?t\.?b|t\.?b\.?d|p\.?m)\b")
#: The stop of `Opm. JK:` ends no sentence.
_STOP: Final = re.compile(r"(?<![Oo]pm)(?<![Nn]b)[.!?](?=\s)|\n")
#: So many letters of what is found may be the verb of the sentence: `de inwoner moet nog …`.
_VERB_SIZE: Final = 6
#: Who does in a sentence what a citizen may read about.
_ANYONE: Final = re.compile(
    r"\b(?:u|men|inwoners?|aanvragers?|medewerkers?|gebruikers?|algoritme|systeem|tool|model|chatbot|computer)\b[^.\n]*"
    r"\b(?:kan|kunt|kunnen|moet|moeten|wil|willen|vraagt|helpt|gaat|wacht|checkt)\b",
    re.IGNORECASE,
)


def unfinished_hits(text: str) -> Iterator[Hit]:
    """Sentences to a colleague about the text itself; not what a reader or the system can do."""
    for start, end in _sentences(text):
        for match in _found(text, start, end):
            if not _ANYONE.search(text, start, match.start() + _VERB_SIZE):
                bracketed = match.group()[0] in "(["
                yield Hit(*(match.span() if bracketed else whole_sentence(text, *match.span())), "remark", 0.6)


def _found(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    yield from _UNFINISHED.finditer(text, start, end)
    if _ASKING_NEED.search(text[start:end].lower()):
        yield from _ASKED.finditer(text, start, end)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences stand in which something may be found: looking at all of them costs far more."""
    done = 0
    lowered = text.lower()
    if len(lowered) != len(text):  # places in the one are not places in the other
        yield 0, len(text)
        return
    for match in _NEED.finditer(lowered):
        if match.start() < done:
            continue
        before = max(text.rfind(stop, 0, match.start()) for stop in ("\n", ". ", "! ", "? "))
        behind = _STOP.search(text, match.end())
        done = behind.end() if behind else len(text)
        yield before + 1, done
