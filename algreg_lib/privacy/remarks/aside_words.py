"""The words by which a sentence shows that it speaks about the text itself: each in one class, each class a weight."""

import re
from typing import Final

#: Signs between the parts of a sentence.
STOPS: Final = frozenset("?!:;,.()[]>–-")


def _classes(**words: str) -> dict[str, str]:
    """The class of each word: every word is in one."""
    return {word: name for name, those in words.items() for word in those.split()}


#: Parts of a text, things that stand in it, and how one points at them.
ABOUT: Final = _classes(
    part="zin zinnen zinnetje zinsnede alinea alinea's alineas passage passages paragraaf stukje stukjes formulering "
    "formuleringen bewoording bewoordingen voetnoot kopje kopjes tekst tekstje tekstblok tekstdeel alinia "
    "publicatietekst registertekst veld veldje invulveld citaat quote spelling taalniveau b1 zinsbouw typefout "
    "typefouten spelfout spelfouten bullet bullets haakjes woordkeus hoofdstuk",
    thing="naam namen getal getallen cijfer cijfers percentage percentages bedrag bedragen link linkje linkjes bijlage "
    "bijlagen tabel figuur schema screenshot bron bronnen voorbeeld voorbeelden onderdeel deel regel regels rij kolom "
    "cel stuk stukken punt vraag antwoord uitleg toelichting omschrijving beschrijving opmerking verwijzing "
    "bewering claim definitie term woord woorden versie document notitie memo verslag rapport "
    "tabelletje plaatje afbeelding",
    here="hier hiernaar hierin hieronder hierboven erin eruit eraf ertussen",
    this="dit",
    points="deze die dat bovenstaande onderstaande vorige volgende laatste hele genoemde oude eerste tweede derde",
)
#: What is done to a text, and to whom it goes.
DONE: Final = _classes(
    write="weglaten schrappen doorhalen doorstrepen herschrijven herformuleren inkorten nakijken nalezen meelezen "
    "doorlezen nalopen uitzoeken navragen nagaan opzoeken bijwerken redigeren vertalen invoegen samenvoegen "
    "verduidelijken concretiseren uitwerken aanscherpen vereenvoudigen uitleggen uitschrijven omwerken bespreken "
    "actualiseren",
    edit="verwijderen weghalen aanpassen checken controleren invullen aanvullen toevoegen noemen opnemen vermelden "
    "benoemen plaatsen zetten plakken lakken weglakken zwartlakken anonimiseren wijzigen verplaatsen reviewen "
    "verifiëren onderbouwen overnemen aanleveren afmaken afronden updaten verbeteren corrigeren meekijken "
    "overleggen afstemmen ophalen dubbelchecken nazoeken prijsgeven nakieke nakieken naokieken accorderen "
    "voorleggen verwerken invulle nakijke aanvulle navrage",
    edited="vervangen weggelaten geschrapt doorgehaald doorgestreept verwijderd weggehaald aangepast herschreven "
    "ingekort nagekeken gecheckt gecontroleerd ingevuld aangevuld ingevoegd toegevoegd genoemd opgenomen vermeld "
    "benoemd geplaatst gelakt weggelakt geanonimiseerd geredigeerd nagelopen uitgezocht nagevraagd bijgewerkt "
    "geactualiseerd gewijzigd verplaatst uitgewerkt onderbouwd overgenomen aangeleverd afgestemd besproken "
    "geverifieerd vertaald gekopieerd geplakt veranderd verzonnen gegokt",
    publish="publiceren openbaar openbaren online vrijgeven vrijgegeven meesturen meezenden verspreiden "
    "rondsturen doorsturen doorzetten doorvertellen gepubliceerd verspreid "
    "citeren uitlekken openbaarmaken meeleveren",
    send="naarbuiten meegeven mailen delen gedeeld sturen doorgeven kopiëren verstrekken",
    to="register algoritmeregister website site internet publicatie buitenwereld media extern externen "
    "openbaarmaking openbaar-versie openbaar-verslag openbaar-register openbaar-deel openbaar-set "
    "openbaar-stuk derden woo-set webredactie",
    outsider="burger journalist journalisten pers concurrent concurrenten buitenstaanders",
    weak="weg kiek kieken zeggen staan korter langer simpeler duidelijker anders onleesbaar zwart kijken brengen "
    "blijven",
)
INFINITIVES: Final = frozenset(
    word
    for word, name in DONE.items()
    if name in ("edit", "write") or (name in ("publish", "send") and word.endswith("en"))
) - {"vrijgegeven"}
INTO: Final = frozenset("op in voor naar mee bij met aan uit buiten tot".split())
#: Verbs at the start of an order: of a text, or of all sorts.
EDIT_ORDERS: Final = frozenset(
    "schrap verwijder check controleer noem vermeld publiceer anonimiseer wijzig herschrijf verplaats vertaal "
    "zet plaats verspreid lak corrigeer formuleer omschrijf verwoord anonymize redact".split()
)
ORDERS: Final = EDIT_ORDERS | frozenset(
    "haal laat streep pas kijk lees vul voeg neem gooi maak knip plak kort stuur zoek vraag vergeet hou houd bewaar "
    "gebruik deel".split()
)
SPLIT_VERBS: Final = frozenset(
    "haal haalt halen laat laten streep strepen past kijk kijkt lees leest loopt vul vult vullen voeg voegt "
    "neem neemt gooi gooit maak maakt knip plak werkt zoek zoekt schrijft levert".split()
)
PARTICLES: Final = frozenset("weg uit eruit door aan in na mee over toe om bij eraf onleesbaar erin".split())
#: How it is said.
SAID: Final = _classes(
    yet="nog noch eerst pas even effe effen straks later binnenkort voorlopig alsnog",
    only="alleen uitsluitend enkel slechts liever beter wel",
    speaker="ik mezelf mijzelf",
    team="we wij ons",
    reader="jullie jij jou jouw",
    you="je",
    anyone="iemand",
    please="graag svp aub gelieve please pls verzoeke gaarne ff",
    answer="reactie input feedback mening akkoord",
    doubt="eigenlijk bedoel bedoelen bedoelt snap misschien vermoed durf onduidelijk onbegrijpelijk onzeker gok",
    holds="klopt",
    no="niet nie ni nooit niks",
    ought="hoeft hoef hoort",
    may="mag mogen mot moet moeten dient dienen",
    can="kan kunnen zullen zal willen wil kun kunt zou zouden staat",
    passive="wordt worden werd werden",
)
#: Who or what acts in a text for citizens.
CITIZEN: Final = _classes(
    citizen="u uw uzelf",
    actor="medewerker medewerkers behandelaar behandelaars ambtenaar inspecteur inspecteurs inwoner inwoners burgers "
    "aanvrager aanvragers bezwaarmaker klant klanten gebruiker gebruikers mensen redacteur adviseur consulent "
    "toezichthouder toezichthouders student studenten leerling leerlingen ouders bewoner patiënt kandidaat ondernemer "
    "ondernemers bedrijven organisaties gemeenten beheerder beheerders agent agenten",
    system="algoritme algoritmes algoritmen model modellen systeem systemen tool applicatie chatbot programma computer "
    "software app robot dashboard portaal formulier proef",
    data="gegevens persoonsgegevens dataset uitkomst uitkomsten resultaten melding aanvraag meldingen aanvragen "
    "beslissing besluit",
    mine="mijn",
)
CLASS: Final = {**CITIZEN, **SAID, **DONE, **ABOUT}
CITIZEN_CLASSES: Final = frozenset(CITIZEN.values())
#: Small words behind `dit` that stands alone.
SMALL: Final = frozenset(
    "stond staat heb vast de is zijn zo echt ook wel dus allemaal anders onder op in bij van aan met voor te tot als "
    "heeft hebben blijft lijkt goed juist nodig gaat komt al toch maar soort het een".split()
)
#: What the words of a class count for; the other classes count together with something else.
WEIGHT: Final = {
    **dict.fromkeys(("edit", "write", "publish"), 1.5),
    **dict.fromkeys(("here", "this", "to", "yet", "reader", "please", "doubt", "ought"), 1.0),
    **dict.fromkeys(("weak", "only", "speaker", "holds", "no", "may"), 0.5),
    **dict.fromkeys(("system", "data", "mine"), -1.0),
    "actor": -2.0,
}

#: One of these, or a word of that shape, stands in almost every such sentence, and in few texts for citizens. An
#: underscore stands for a space.
_NEEDS: Final = (
    "? ! _ik_ jullie jij_ aub a.u.b svp s.v.p graag gelieve verzoeke_ _erin _eruit _eraf weglaten weg_in_ schrappen "
    "weghalen doorstrepen openbaar_mag openbaar_kan openbare_versie pas_openbaar pas_online online_gaat online_zet "
    "online_gezet vrijgeven prijsgeven meesturen meezenden niet_verstrekken verstrekken_aan_derden verspreiden "
    "rondsturen doorsturen niet_doorgeven niet_delen niet_kopi niet_mail niet_plaatsen zo_plaatsen delen_met "
    "openbaarmaking hoort_niet hoort_hier hoort_dit hoeft_niet hoeft_hier hoeft_dit burger_niet naar_buiten "
    "naor_buuten internet alinea passage stukje formulering formuleer voetnoot kopje _zin_ _zinnen_ _veld_ klopt_ "
    "invullen navragen checken nakijken redactie deze_tekst tekst_moet tekst_te_ twijfel_ik volgens_mij lijkt_me "
    "lijkt_mij weet_niet bedoelen_ze bedoelen_jullie bedoelen_we bedoel_je ovenstaande_ nderstaande_ niet_noemen "
    "niet_vermelden niet_opnemen vragen_aan vraag_aan wie_weet zwart_maken onleesbaar_maken niet_voor_ niet_op_de_ "
    "niet_in_het_ niet_in_de_ _niet_zien nooit_openbaar nooit_publ nooit_delen zet_dit zet_die zet_hier zet_deze "
    "tekst: niet_in_deze_vorm mijn_naam reminder herinnering: later_ingevuld later_aangevuld jouw_reactie "
    "jullie_reactie maar_weten vinden_jullie doorhalen herschrijven herformuleren inkorten nalezen meelezen doorlezen "
    "nalopen uitzoeken nagaan opzoeken bijwerken redigeren invoegen samenvoegen verduidelijken concretiseren "
    "aanscherpen vereenvoudigen uitschrijven omwerken actualiseren publiceren geen_idee niet_zeker hoort_bij_ "
    "uitleggen_ bespreken_in bespreken_met dit_stuk deze_vraag dit_antwoord deze_naam die_namen deze_namen dit_bedrag "
    "deze_uitleg deze_omschrijving deze_bijlage dit_getal deze_cijfers die_cijfers deze_link niet_mee_ niet_meelev "
    "die_tekst_mo die_tekst_mag"
)
ASIDE_NEEDS: Final = tuple(need.replace("_", " ") for need in _NEEDS.split())
ASIDE_WORD: Final = re.compile(
    r"^\W?(?:ik|nog|even|effe|hier|eerst|pas|check|haal|zin|ff|@[a-z][\w-]*|maak|knip|plak|neem|gooi)\W?$",
    re.MULTILINE,
)
