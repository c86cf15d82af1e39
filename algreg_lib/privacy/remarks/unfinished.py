"""What was written to a colleague: what has still to be done with a text, and what is asked about it."""

import re
from typing import Final

from algreg_lib.privacy.remarks.notes import (
    APPROVAL,
    CLOSES,
    CLOSES_PART,
    EDIT_WORDS,
    EDITS,
    NEAR,
    OPENS,
    STARTS,
    each,
    note,
)
from algreg_lib.privacy.remarks.notes_english import ENGLISH
from algreg_lib.privacy.remarks.notes_secret import NOT_OUTSIDE

#: What has still to be done.
_TO_DO: Final = (
    note(
        "graag_ svp s.v.p a.u.b aub_ gelieve",
        rf"\b(?:graag|svp|s\.v\.p\.|a\.u\.b\.|aub|gelieve)(?: [\w-]+){{0,3}}? {EDITS}\b",
    ),
    note(
        each("nog even eerst nader later ff", EDIT_WORDS),
        rf"{OPENS}(?:nog|moet nog|even|eerst|later|nog ff|ff)(?: even| nader)? {EDITS}\b(?!\?)",
    ),
    note("nog_te_bepalen nader_te_bepalen", rf"\b(?:nog|nader) (?:nader )?te bepalen{CLOSES_PART}"),
    note("dient_nog_te", r"\bdient nog te worden \w+"),
    note(
        each("nog", "bij worden in. langs door naar via"),
        rf"\b(?:moet|moeten) (?:hier )?nog (?:\w+ ){{0,3}}?(?:bij|in|{EDITS}){CLOSES}",
        r"\bmoet nog (?:langs|door|naar|via|worden \w+ door) (?:het |de )?(?:mt|managementteam|directie|jurist\w*|fg"
        r"|ciso|college|bestuur|communicatie|privacy\w*|cio|or|team\w*|redactie)\b",
    ),
    note(
        each("wacht wachten", "op nog"),
        rf"(?:{OPENS}wacht(?:en)?|\bwacht(?:en)? nog) (?:nog )?op (?:\w+ )?(?:{APPROVAL}|fiat|reactie)\b",
    ),
    note("in_afwachting", rf"{OPENS}in afwachting van (?:\w+ )?{APPROVAL}\b"),
    note(
        "in_bewerking in_behandeling onder_handen niet_af",
        rf"{OPENS}(?:nog )?in bewerking{CLOSES_PART}",
        r"\bstatus ?: ?(?:in bewerking|in behandeling|onder handen|niet af)",
    ),
    note("onder_voorbehoud", rf"\bonder voorbehoud(?: van (?:\w+ )?{APPROVAL}\b|{CLOSES})"),
    note(
        "staat_nog_open staan_nog_open",
        rf"\b(?:vraag|vragen|punt|punten|dit|veld|opmerkingen?|reactie|review)\b{NEAR}\b(?:staat"
        rf"|staan) nog open{CLOSES}",
    ),
    note("nog_geen_akkoord nog_geen_goedkeuring", r"\bnog geen (?:akkoord|goedkeuring)\b"),
    note(
        "",
        rf"{OPENS}(?:n\.?t\.?b\.?|t\.?b\.?d\.?|p\.?m\.?|wip|w\.i\.p\.?)(?=\s*(?:$|[;:,\n]| [–-])|\.\s*(?:$|\n))",
        word=re.compile(r"^[(\[]?(?:ntb|n\.t\.b\.?|tbd|t\.b\.d\.?|pm|p\.m\.?|wip|w\.i\.p\.?)[.:;,)\]]*$", re.MULTILINE),
    ),
    note("invullen_door", r"\binvullen door\b"),
    note(">> -> →", rf"(?:^|(?<=[.!?|] ))(?:>>|->|→) ?\w+|(?:>>|->|→) ?(?:\w+ ){{0,2}}?{EDITS}\b"),
    note(each("hier", "komt volgt", "nog"), r"\bhier (?:komt|volgt) nog\b"),
    note("lorem_ipsum", r"\blorem ipsum\b"),
    note("volgt_nog volgt_later", r"\bvolgt (?:nog|later)(?=[.!)\n]|$)"),
    note("to_do to-do nog_te_doen", rf"{OPENS}(?:to[ -]do|nog te doen)\b"),
    note(
        (
            *each("[nog (nog <nog [in (in", "in_te te"),
            *(f"{opens}{word}" for opens in "[(<" for word in ("invullen", "tekst", "naam", "datum", "link")),
        ),
        r"[\[<(](?:nog in te vullen|invullen|in te vullen|tekst|naam|datum|link)[\])>]",
    ),
    note(
        each("tekst naam link datum bron artikel bedrag cijfers", "invoegen invullen toevoegen volgt nog"),
        r"\b(?:tekst|naam|link|datum|bron|artikel|bedrag|cijfers) (?:nog )?(?:invoegen|invullen|toevoegen|volgt)\b"
        r"(?=\s*(?:$|[.\])>\n]))",
    ),
    note(
        ":_?? :_nnb :_n.n.b :_volgt :_nog_onbekend :_… :_... :_[…",
        r"(?<=: )(?:\?{2,}|n\.?n\.?b\.?|volgt|nog onbekend\b[^.\n]{0,30}|\[?(?:\.\.\.|…)\]?)(?=\s*(?:$|\n))",
    ),
    note(
        (*each("ligt", "nog bij ter"), "ter_review", "ter_redactie"),
        rf"{OPENS}ligt (?:nog )?(?:bij|ter) (?:de |het )?(?:jurist\w*|fg|ciso|directie|mt|communicatie|review"
        r"|beoordeling)\b",
        rf"{OPENS}ter (?:review|redactie){CLOSES}",
    ),
    note(
        "afstemmen_met copy-paste geknipt_uit",
        rf"(?:^|(?<=[\n|(\[]))afstemmen met (?:de |het )?\w+{CLOSES}|\b(?:copy-paste|geknipt) uit\b",
    ),
)

#: What is not finished.
_UNFINISHED: Final = (
    note("voorlopige_versie ruwe_versie", r"\b(?:voorlopige|ruwe) versie\b"),
    note(
        "ontbreekt_nog ontbreekt nog_leeg nog_onvolledig nog_onaf nog_onduidelijk komt_later komt_nog volgt_later",
        rf"{STARTS}(?:\w+ )?ontbreekt(?: nog)?{CLOSES}|{STARTS}(?:\w+ )?nog (?:leeg|onvolledig|onaf"
        rf"|onduidelijk){CLOSES}",
        rf"{STARTS}(?:\w+ )?(?:komt|volgt) (?:later|nog){CLOSES}",
    ),
    note(
        "concept draft",
        r"\bversie \d[\d.]* ?\(?(?:concept|draft)\b",
        r"\bconcept(?:versie|tekst)\b(?=[,.;:!]|$)",
        r"\bconcept,? (?:versie|v\.?) ?\d[\d.]*",
        r"\bconcept,? niet (?:definitief|af)\b|\bconcept(?:tekst|versie)? (?:-|van|d\.?d\.?) \d",
    ),
    note(
        "nog_niet",
        r"\bnog niet (?:[\w-]+ )?(?:vastgesteld|definitief|akkoord|goedgekeurd|geaccordeerd|afgestemd|voorgelegd)\b",
    ),
    note(
        each("akkoord goedkeuring fiat", "van ontbreekt"),
        rf"\b(?:akkoord|goedkeuring|fiat)\b{NEAR}\bontbreekt\b",
    ),
    note("placeholder dummytekst", rf"{OPENS}(?:placeholder|dummytekst)\b"),
    note(each("moet moeten", "nog"), rf"{OPENS}moet(?:en)? (?:hier |er )?nog (?:worden )?\w+(?: worden)?{CLOSES}"),
    note("is_niet_af", rf"\bis niet af{CLOSES}"),
    note(
        "volgt_na weten_we geen_tijd",
        rf"{STARTS}volgt na\b|{STARTS}weten (?:we|wij) (?:nog )?niet{CLOSES}|{STARTS}geen tijd gehad\b",
    ),
    note(
        each("nog_niet", "compleet af klaar gecontroleerd besproken ingevuld geverifieerd juist zeker"),
        r"\bnog niet (?:compleet|af|klaar|gecontroleerd|besproken|ingevuld|geverifieerd|juist|zeker)"
        r"(?=\s*(?:$|[.!;,)\n]))",
    ),
    note(
        "opzet aanzet klad",
        rf"{OPENS}(?:eerste |ruwe )?(?:opzet|aanzet|kladje|klad){CLOSES_PART}",
    ),
)

#: What is asked of, or told to, one colleague.
_TO_COLLEAGUE: Final = (
    note("klopt_dit klopt_dat", r"\bklopt (?:dit|dat)(?: nog| wel| zo| hier)?(?:\?|(?=\s*$))"),
    note(
        (
            *each("weet heeft kan", "iemand"),
            *each("wie", "vult pakt levert regelt doet"),
            "wie_kan_me",
            "wie_kan_mij",
            "wie_kan_hier",
            "wie_kan_even",
        ),
        rf"\b(?:weet|heeft|kan) iemand {NEAR}\?|\bwie (?:vult|pakt|levert|regelt|doet|kan (?:me|mij"
        rf"|hier|even)) {NEAR}\?",
    ),
    note(
        "bron? check? juist? zeker? welke? wat? waar?",
        rf"{OPENS}(?:bron|check|juist|zeker|welke|wat|waar)\?(?=\s*(?:$|[)\n]))",
    ),
    note("is_dit_", rf"\bis dit (?:nog )?(?:juist|correct|actueel|goed|nodig|de juiste)\b{NEAR}\?"),
    note("laten_staan_of weg_of", r"\b(?:laten staan|weg) of (?:weg|laten staan)\?"),
    note("wie_weet wie_zoekt_d", rf"{OPENS}wie weet\b[^.?\n]*\?|\bwie (?:weet|zoekt) (?:dit|dat){NEAR}\?"),
    note(
        "opm_ opm._ opmerking_ noot_ nb_ nb._",
        r"\b(?:opm|opmerking|noot|nb)\.? (?-i:[A-Z]{2,4}) ?:",
        rf"{OPENS}opmerking (?:voor|van|aan) [^:\n]{{2,30}}:",
    ),
    note(each("vraag verzoek", "staat_uit uitgezet"), r"\b(?:vraag|verzoek) (?:staat uit|uitgezet)\b"),
    note(
        "uitsluitend_ambtelijk ambtelijk_concept intern_beraad ter_kennisneming niet_ter_inzage",
        rf"{OPENS}(?:uitsluitend ambtelijk|ambtelijk concept)\b|\bvoor intern beraad{CLOSES}",
        rf"{OPENS}alleen ter kennisneming\b|\bniet ter inzage leggen\b",
    ),
    note(
        (*each("zie", "comment commentaar de_comment het_commentaar"), "voor_commentaar", "commentaar_verwerken"),
        r"\bzie (?:de |het )?comment(?:aar)?\b|\bversie voor commentaar\b|\bcommentaar verwerken\b",
    ),
    note(
        "track_changes link_werkt rode_tekst werktekst kladtekst ter_goedkeuring ter_accordering ter_vaststelling",
        rf"\btrack changes\b|\blink werkt niet\b|{OPENS}(?:rode tekst|werktekst|kladtekst)\b",
        rf"{OPENS}ter (?:goedkeuring|accordering|vaststelling) (?:bij|aan|naar|door)\b",
    ),
    note(
        (
            *each(
                "te",
                "lang vaag technisch moeilijk ingewikkeld stellig algemeen gedetailleerd kort onduidelijk negatief",
            ),
            *each("kan", "beter korter simpeler duidelijker"),
        ),
        rf"{STARTS}(?:dit is |klinkt |nog |nogal |veel |wat |iets )*te (?:lang|vaag|technisch|moeilijk"
        rf"|ingewikkeld|stellig|algemeen|gedetailleerd|kort|onduidelijk|negatief){CLOSES_PART}",
        rf"{STARTS}(?:dit|tekst|zin) kan (?:veel |nog )?(?:beter|korter|simpeler|duidelijker){CLOSES}",
    ),
    note("nog_langs", rf"\bnog langs (?:de |het )?\w+{CLOSES}"),
    note("in_de_kantlijn zie_opmerking zie_de_opmerking", r"\b(?:in de kantlijn|zie (?:de )?opmerking(?:en)?)\b"),
    note(each("zie", "mijn jouw"), r"\bzie (?:mijn|jouw) (?:mail|opmerking|appje|bericht)\b"),
    note(
        tuple(f"{opens}{word}" for opens in "([" for word in ("vraag", "check", "let")),
        r"[(\[](?:vraag|check|let op) ?:[^)\]\n]{2,120}[)\]]",
    ),
    note(
        (
            *each("kan kun wil zou", "je", "dit dat deze hier nog even svp"),
            *each("kan kun wil zou", "jij"),
            *each("kunnen willen", "jullie"),
        ),
        r"\b(?:kan|kun|wil|zou|kunnen|willen) (?:jij|je|jullie) (?=[^.?\n]*\b(?:dit|dat|deze|hier|nog|even)\b)"
        rf"(?![^.?\n]*\bniet\b)[^.?\n]{{0,50}}\b(?:{EDITS}|kijken|uitleggen|doen)\b",
    ),
    note(
        tuple(
            f"{opens}{word}"
            for opens in "([<"
            for word in ("nog_", "check", "navragen", "controleren", "uitzoeken", "aanvullen", "invullen")
        ),
        r"[(\[<](?:nog )?(?:check|checken|navragen|controleren|uitzoeken|aanvullen|invullen)(?: (?:dit|dat|nog|even))*"
        r"[)\]>]",
    ),
    note(
        each("check checken", "dit dat of"),
        rf"{OPENS}(?:even |graag )?check(?:en)? (?:dit|dat|of)\b(?! (?:op|in|bij)){NEAR}(?=\s*(?:$|[.!?;)\n]))",
    ),
    note(each("ik", "weet twijfel denk"), r"\bik (?:weet|twijfel|denk)\b[^.\n]{0,60}\b(?:dit|dat)\b"),
    note(
        each("reminder herinnering notitie vraag vraagje opmerking", "voor_mezelf voor_mij aan_mezelf aan_mij"),
        r"\b(?:reminder|herinnering|notitie|vraag|vraagje|opmerking) (?:voor|aan) (?:mezelf|mij)\b",
    ),
    note("volgens_mij weet_niet_of", rf"{OPENS}volgens mij\b|\bklopt volgens mij\b|{OPENS}weet niet of\b"),
    note(
        ("mag_dit", "mag_dat", *each("kan", "dit dat", "weg eruit")),
        rf"\bmag (?:dit|dat) (?:wel|ook)?{NEAR}(?:register|site|openbaar|online){NEAR}\?"
        r"|\bkan (?:dit|dat) (?:weg|eruit)\?",
    ),
)

#: Each is looked for only in the sentences that hold one of its needs.
NOTES: Final = (*_TO_DO, *NOT_OUTSIDE, *_UNFINISHED, *_TO_COLLEAGUE, *ENGLISH)
