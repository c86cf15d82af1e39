"""What says that a text, or a part of it, is not meant for outside."""

from typing import Final

from algreg_lib.privacy.remarks.notes import (
    AT,
    CLOSES,
    CLOSES_PART,
    DOCUMENT,
    GROUPS,
    NEAR,
    OPENS,
    OUTSIDER_WORDS,
    OUTSIDERS,
    PASSAGE,
    PLACE_WORDS,
    PLACES,
    PUT,
    STARTS,
    each,
    note,
)

#: What is not meant for outside.
NOT_OUTSIDE: Final = (
    note(
        "weglaten schrappen weghalen verwijderen lakken eruit niet_opnemen",
        rf"\b(?:weglaten|schrappen|weghalen|verwijderen|lakken|eruit|niet opnemen) (?:in|uit|op|bij|van) {PLACES}",
        rf"(?<!te )\b(?:weg)?(?:lakken|schrappen|weghalen|weglaten|verwijderen|eruit halen)\b{NEAR}"
        rf"\b(?:voor|voordat|bij)\b{NEAR}(?:publicatie|online|openbaar|plaatsing)",
    ),
    note(
        "eruit er_uit mag_weg moet_weg kan_weg nog_weg",
        rf"\b(?:mag|moet|kan) (?:nog )?(?:er ?uit|weg)\b{NEAR}{CLOSES}",
    ),
    note(
        "eruit schrappen verwijderen weglaten niet_doorzetten niet_tonen niet_laten_zien niet_meesturen",
        rf"\b(?:deze|dit|die|bovenstaande|onderstaande) {PASSAGE}\b{NEAR}?"
        r"\b(?:eruit|schrappen|verwijderen|weglaten|niet (?:doorzetten|tonen|laten zien|meesturen))",
    ),
    note(
        "voor_intern voor_eigen",
        r"\b(?:alleen|uitsluitend|enkel|strikt) voor (?:intern|eigen) gebruik(?=\s*(?:$|[)\]]))",
        rf"{OPENS}(?:alleen )?voor eigen gebruik{CLOSES}",
    ),
    note(
        each("niet nooit", "doorsturen delen verspreiden publiceren naar_buiten"),
        r"\b(?:niet|nooit) (?:doorsturen|delen|verspreiden|publiceren|naar buiten)(?=\s*(?:$|[.!;)\]\n]))",
    ),
    note(
        "niet_verder niet_breder niet_verspreiden niet_delen niet_doorsturen niet_doorzetten niet_doorgeven",
        r"\bniet (?:verder|breder) (?:verspreiden|delen|doorsturen)\b",
        r"\bniet (?:verder |breder )?(?:verspreiden|delen|doorsturen|doorzetten|doorgeven) (?:met|aan|naar|onder) "
        rf"{OUTSIDERS}",
    ),
    note(
        each("niet_met niet_aan niet_naar", " ".join((OUTSIDER_WORDS, *each("de het", OUTSIDER_WORDS)))),
        rf"\bniet (?:met|aan|naar) {OUTSIDERS}(?: (?:delen|sturen|geven|brengen|communiceren)\b|(?=[.!)\n]|$))",
    ),
    note(
        (
            "niet_bestemd",
            "niet_bedoeld",
            *each("niet_voor", " ".join((OUTSIDER_WORDS, *each("de het", OUTSIDER_WORDS)))),
        ),
        rf"\bniet (?:bestemd |bedoeld )?voor {OUTSIDERS}(?: bestemd| bedoeld)?(?=[.,!)\n]|$)",
    ),
    note(
        each(PUT, "in op"),
        rf"\bniet (?:\w+ )?{AT} (?:in|op) {PLACES}",
    ),
    note(
        each("niet", "in op", " ".join((PLACE_WORDS, *each("de het dit ons", PLACE_WORDS)))),
        rf"\bniet (?:in|op) {PLACES} {AT}\b",
        r"\bmag (?:nog )?niet (?:op|in) (?:de |het )?(?:(?:web)?site|register|internet)\b",
    ),
    note(each("niet_voor", "site website de_site de_website"), r"\bniet voor (?:de )?(?:web)?site\b"),
    note(
        each("alleen uitsluitend slechts enkel", "voor bedoeld_voor bestemd_voor"),
        rf"{OPENS}(?:alleen|uitsluitend|slechts|enkel)(?: bedoeld| bestemd)? voor (?:het |de |onze |eigen )*{GROUPS}\b",
        rf"\b(?:dit|deze|die) (?:\w+ )?(?:{PASSAGE}|{DOCUMENT})\b{NEAR}\b(?:alleen|uitsluitend|slechts|enkel)"
        rf"(?: bedoeld| bestemd)? voor (?:het |de |onze |eigen )*{GROUPS}\b",
        r"\b(?:alleen|uitsluitend|enkel) voor (?:jullie|ons|mij|onszelf)\b",
    ),
    note(
        "alleen_delen alleen_bespreken verspreiding_beperkt verspreiding_alleen beperkte_verspreiding",
        rf"{OPENS}alleen (?:delen|bespreken) (?:met|binnen|in)\b",
        rf"{OPENS}(?:verspreiding (?:is )?(?:beperkt|alleen)|beperkte verspreiding)\b",
    ),
    note(
        "niet_buiten",
        rf"{OPENS}(?:mag |mogen |nog |dit |kan )*niet buiten (?:[\w-]+ ){{0,3}}?[\w-]+{CLOSES}",
        r"\bniet buiten (?:[\w-]+ ){1,4}?(?:delen|verspreiden|bespreken|brengen|komen|sturen|noemen)\b",
    ),
    note(
        each(
            "blijft blijven houd hou houden", "onder binnen tussen intern binnenskamers binnenshuis dit het deze hier"
        ),
        rf"\b(?:blijft|blijven) (?:\w+ )?(?:binnenshuis|binnenskamers|onder ons|tussen ons|intern){CLOSES_PART}",
        rf"\b(?:blijft|blijven) binnen (?:de |het |ons |dit )?{GROUPS}\b",
        rf"{OPENS}(?:graag )?(?:hou|houd|houden) (?:dit|het|deze|hier)\b{NEAR}"
        rf"\b(?:voor jezelf|voor je|binnen|onder ons|intern|stil|tussen)\b",
    ),
    note(
        "in_vertrouwen onder_de_pet grote_klok mondje_dicht wissen_na vernietigen_na",
        rf"{OPENS}(?:graag )?in vertrouwen\b|\bonder de pet\b|\bgrote klok\b|\bmondje dicht\b"
        r"|\b(?:wissen|vernietigen) na (?:lezen|gebruik)\b",
    ),
    note(each("politiek bestuurlijk zeer erg", "gevoelig"), r"\b(?:politiek|bestuurlijk) (?:zeer |erg )?gevoelig\b"),
    note(
        "gevoelig",
        rf"{OPENS}(?:politiek |bestuurlijk )?gevoelig: (?!persoonsgegevens|bijzondere)",
        rf"{STARTS}(?:(?:politiek|bestuurlijk|commercieel|zeer|erg|concurrentie-?)[ -]?)?gevoelig{CLOSES}",
        r"\bligt (?:nogal |erg |zeer |politiek |heel )*gevoelig\b"
        r"|\bte gevoelig (?:voor (?:buiten|het register|publi)|om te)",
        r"\b(?:dit|dat|het) (?:ligt|is) (?:nogal |erg |zeer |te |politiek |heel )*gevoelig" + CLOSES,
    ),
    note(
        "bedrijfsvertrouwelijk concurrentiegevoelig bedrijfsgeheim bedrijfsgevoelig zijn_vertrouwelijk",
        rf"\b(?:is|zijn) (?:\w+ )?(?:bedrijfsvertrouwelijk|concurrentiegevoelig|bedrijfsgevoelig){CLOSES_PART}",
        rf"\b(?:onderstaande|bovenstaande|deze) \w+ zijn (?:nog |strikt |zeer )?vertrouwelijk{CLOSES_PART}",
    ),
    note(
        each("dit_is dat_is", "intern vertrouwelijk geheim confidentieel gevoelig niet strikt zeer puur wel echt"),
        r"\b(?:dit|dat) is (?:strikt |nog |zeer |wel |echt |puur |erg |alleen |heel |te )*"
        rf"(?:intern|vertrouwelijk|geheim|confidentieel|gevoelig){CLOSES_PART}",
    ),
    note("onder_geheimhouding", r"\bonder geheimhouding\b"),
    note("off_the_record tussen_ons discreet_mee", r"\b(?:off the record|tussen ons|discreet mee om)"),
    note("tlp: tlp_ dep.", r"\b(?:tlp ?: ?(?:amber|red|green)\b|dep\.? ?v\.(?!\w))"),
    note(
        "vertrouwelijk",
        rf"{OPENS}(?:graag |svp |s\.v\.p\. |aub |dit )?(?:strikt )?vertrouwelijk (?:behandelen|houden)\b",
        rf"{STARTS}(?:strikt |zeer )?vertrouwelijk{CLOSES}",
    ),
    note(
        ("intern_houden", *each("hou houd houden", "dit het")),
        r"\bintern houden\b|\b(?:hou|houd|houden) (?:dit|het) (?:onder ons|intern|stil|binnen)\b",
    ),
    note(
        ("op_papier", *each("bewust", "weggelaten vaag niet"), "liever_niet", "liever_vaag"),
        r"\bniet op papier zetten\b|\bbewust (?:weggelaten|vaag|niet (?:vermeld|genoemd|opgenomen|benoemd|ingevuld"
        r"|beschreven))\b",
        r"\bliever niet (?:te veel|noemen|vermelden|openbaar|opschrijven|opnemen)\b",
        rf"\b(?:we|wij|ik)\b{NEAR}\bliever (?:niet|vaag){CLOSES}",
    ),
)
