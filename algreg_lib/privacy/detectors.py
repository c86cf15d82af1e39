"""Which detectors there are, and what a text must hold before one of them is worth its time."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from algreg_lib.privacy.kinds import Hit
from algreg_lib.privacy.names import STRANGE_START, initials_hits
from algreg_lib.privacy.patterns import (
    account_said_hits,
    account_shape_hits,
    address_hits,
    assigned_hits,
    at_host_hits,
    bare_account_hits,
    bare_plate_hits,
    birth_date_hits,
    birth_year_hits,
    bsn_hits,
    case_hits,
    case_shape_hits,
    command_hits,
    date_of_person_hits,
    directory_hits,
    domain_user_hits,
    extension_hits,
    home_hits,
    house_in_town_hits,
    house_said_hits,
    iban_hits,
    inside_hits,
    ip_hits,
    key_hits,
    link_hits,
    listed_account_hits,
    login_hits,
    login_name_hits,
    long_ago_hits,
    machine_hits,
    machine_said_hits,
    pair_hits,
    password_hits,
    path_hits,
    person_number_hits,
    phone_hits,
    phrase_hits,
    pin_hits,
    plate_hits,
    plate_said_hits,
    registered_hits,
    server_hits,
    service_hits,
    shaped_account_hits,
    written_account_hits,
)
from algreg_lib.privacy.remarks import (
    ASIDE_NEEDS,
    ASIDE_WORD,
    NOTES,
    aside_hits,
    draft_hits,
    label_hits,
    note_hits,
    sentence_hits,
)


class Detector(NamedTuple):
    """A detector with what brings it to work: a word that holds one of the needs, or has the shape of `word`."""

    find: Callable[[str], Iterator[Hit]]
    needs: tuple[str, ...] = ()  #: in lower case; what a text must hold, spaces too
    word: re.Pattern[str] | None = None  #: of a word in lower case
    number: re.Pattern[str] | None = None  #: as `word`, of a word with a digit
    letters: re.Pattern[str] | None = None  #: as `word`, but of a long word of letters too
    shape: re.Pattern[str] | None = None  #: what the text must hold besides
    numeric: bool = False  #: finds nothing in a text without digits
    sentence: bool = False  #: looks at one sentence at a time


def _words(words: str) -> tuple[str, ...]:
    """The words separated by white space; an underscore stands for a space."""
    return tuple(word.replace("_", " ") for word in words.split())


#: A number of some digits that is no year.
_CODE: Final = re.compile(r"[0-9](?<!\d\d)(?<!(?=(?:19|20)\d\d(?!\d|[-/.]\d)).)(?:[./ -]?\d){2}")
_LONG_NUMBER: Final = re.compile(r"[0-9](?:[ .()/-]{0,3}\d){6}")
_STREETS: Final = _words(
    "straat laan weg plein kade gracht singel steeg plantsoen dreef hof dijk pad park markt ring erf haven wal baan "
    "poort veld boulevard"
)


def _long_number_hits(text: str) -> Iterator[Hit]:
    for find in (bsn_hits, iban_hits, phone_hits):
        yield from find(text)


#: In an order that makes no difference to what is found, but for what is found twice.
DETECTORS: Final = (
    Detector(_long_number_hits, shape=_LONG_NUMBER),
    Detector(extension_hits, _words("toestel doorkies intern_nummer tst bel_intern sein_ _*"), numeric=True),
    Detector(plate_hits, number=re.compile(r"[a-z0-9]-[a-z0-9]{2,3}-[a-z0-9]")),
    Detector(
        plate_said_hits,
        _words("kenteken auto voertuig bus scooter brommer motor aanhanger taxi wagen"),
        shape=re.compile(r"[0-9](?:[- ]?[A-Za-z]|(?<=[A-Za-z].)|(?<=[A-Za-z][- ].))"),
        numeric=True,
    ),
    Detector(
        bare_plate_hits,
        number=re.compile(
            r"^\W?(?:[a-z]{2}(?:\d{4}|\d\d[a-z]{2}|[a-z]{2}\d\d|\d{3}[a-z])|\d\d(?:\d\d[a-z]{2}|[a-z]{2}\d\d|[a-z]{4}"
            r"|[a-z]{3}\d)|\d[a-z]{3}\d\d|[a-z]\d{3}[a-z]{2}|[a-z]{3}\d\d[a-z]|[a-z]\d\d[a-z]{3}|\d[a-z]{2}\d{3}"
            r"|\d{3}[a-z]{2}\d)\W?$",
            re.MULTILINE,
        ),
        numeric=True,
    ),
    Detector(
        birth_date_hits,
        _words(
            "gebor geboorte gebdat hij_is_van zij_is_van die_is_van geb. geb: d.o.b birth dob jarig verjaar g.d "
            "verjaardag gbdat born gd: * °"
        ),
        word=re.compile(r"^[^\w\n]?(?:geb|gb)[.:]?$", re.MULTILINE),
        numeric=True,
    ),
    Detector(
        birth_year_hits,
        _words(
            "patient_ patiënt_ bewoner_ geboortejaar vader_ moeder_ zoon_ dochter_ partner_ kind_ cliënt_ client_ "
            "mevrouw_ mevr. mevr_ mw_ mw. dhr_ dhr. meneer_ heer_ broer_ zus_ opa_ oma_ buurman_ buurvrouw_ dame_ "
            "man_ vrouw_ jongen_ meisje_ zusje_ broertje_ (van_ jaargang gebjr geb.jr *1 *_1 ben_van bin_van "
            "hij_is_van zij_is_van die_is_van en_is_van _van_19 _van_' _van_’ _van_jan _van_feb _van_maa _van_apr "
            "_van_mei _van_jun _van_jul _van_aug _van_sep _van_okt _van_nov _van_dec"
        ),
        shape=re.compile(r"(?<!\d)(?:19[2-9]\d|20[01]\d)(?!\d)|['’]\d\d|\d[-/]\d"),
        numeric=True,
    ),
    Detector(
        long_ago_hits,
        word=re.compile(r"['’]\d\d|^\W?bsn|^\W?\d{9}\W?$|^\W?\d{3,4}\.\d{2,3}\.\d{3}\W?$", re.MULTILINE),
        shape=re.compile(
            r"[0-9] ?[-/. ] ?(?:\d{1,2}|[a-z]{3,9}\.?) ?[-/. ] ?(?:19\d|20[01]|['’])\d|\b(?:19|20)\d{6}\b"
        ),
    ),
    Detector(
        date_of_person_hits,
        number=re.compile(r"19\d\d|20[01]\d|\d[-/.]\d{1,2}[-/.]['’]?\d\d|^['’]\d\d", re.MULTILINE),
        shape=re.compile(
            r"[0-9] ?[-/. ] ?(?:\d{1,2}|[a-z]{3,9}) ?[-/. ] ?(?:19\d|20[01]|\d)\d(?!\d)|[\da-z.][ -]['’]\d\d"
        ),
        numeric=True,
    ),
    Detector(address_hits, shape=re.compile(r"[1-9]\d{3}[ \u00a0]?[A-Z]{2}(?![A-Za-z_]|-(?!\d))")),
    Detector(
        house_said_hits,
        _words("adres woont wonend woonachtig verhuisd achter huisn boerderij woning_ oprit perceel_ hoeve_"),
        shape=re.compile(
            r"Achter (?:de|het|den|'t) [A-ZÀ-Þ][\w'-]+ \d|(?:dres|woon|wonend|verhuisd|huisn|oerderij|oning|prit"
            r"|erceel|oeve)[^\n\d.;]{2,50} \d"
        ),
        numeric=True,
    ),
    Detector(
        house_in_town_hits,
        number=re.compile(r"^\d{1,4}[a-z]?,$", re.MULTILINE),
        shape=re.compile(r"[0-9][a-zA-Z]?, (?:te )?[A-ZÀ-Þ]"),
    ),
    Detector(home_hits, tuple(f"{street} {digit}" for street in _STREETS for digit in "0123456789")),
    Detector(
        case_hits,
        _words(
            "nummer nr kenmerk zaak dossier casus melding incident ticket topdesk beschikking verzoek referentie -id "
            "aanvraag klacht bezwaar beroep procedure zaken referentie olo_ dso_ olo- dso- bvh cjib cliënt client "
            "patiënt aangifte pv_ datalek debiteur claim jira werkorder proces-verbaal zorgindicatie ref._ ref:"
        ),
        shape=_CODE,
        numeric=True,
    ),
    Detector(
        case_shape_hits,
        ("topdesk", "change", "zk ", "zk. ", "inzage "),
        number=re.compile(r"\d[-/._]\d{3}|[a-z][-/]?\d{4}|\d/\d{1,2}/[a-z]|\d[-/_.][a-z]{2,4}[-/_.]\d{3}"),
    ),
    Detector(
        registered_hits,
        _words(
            "gemeld geregistreerd ingeschreven vastgelegd afgehandeld beantwoord bekend staat_ staan_ ingediend "
            "ingeboekt opgenomen"
        ),
        shape=re.compile(
            r"(?:onder|als|in|met)(?: (?:het )?(?:nummer|nr\.?|kenmerk|zaak\w*))? [A-Z][A-Z&_./ -]{0,14}\d"
        ),
        numeric=True,
    ),
    Detector(ip_hits, word=re.compile(r"\d\.\d{1,3}\.\d|:[0-9a-f]{0,4}:"), numeric=True),
    Detector(
        person_number_hits,
        _words(
            "nummer nr -id medewerkerid userid user_id gebruikersid code_ code: badge pas_ medewerker_ medewerker: "
            "gebruiker_ gebruiker:"
        ),
        shape=_CODE,
        numeric=True,
    ),
    Detector(
        account_said_hits,
        (
            *_words(
                "gebruikersnaam gebruikers-id gebruikersid gebruikersaccount gebruikerscode gebruiker_ gebruiker: "
                "gebruiker= account login inlogn inlogc inloga user samaccount netwerkn ad-login upn_ upn: owner "
                "run-as uid="
            ),
            "gebruikers_id",
        ),
        word=re.compile(r"^[^\w\n]?uid[:=]?$", re.MULTILINE),
    ),
    Detector(
        account_shape_hits,
        (
            "adm-",
            "adm_",
            "admin-",
            "admin_",
            "svc-",
            "svc_",
            "beheer-",
            "beheer_",
            "adm.",
            "ext-",
            "ext_",
            "ad-",
            "beh-",
            "svc",
            "@",
        ),
        shape=re.compile(r"[mcrnth][-_.][a-zA-Z]|AD-[a-z]|svc[A-Z]|(?:^|[\s(])@[a-z]|(?:ADM|SVC|ADMIN)[-_]"),
    ),
    Detector(directory_hits, _words("s-1-5-21 uid= cn=")),
    Detector(domain_user_hits, ("\\",)),
    Detector(
        login_name_hits,
        _words(
            "beheerder inlog ingelogd login inl. aanmelden_ aangemeld_ toegang console account gebruiker user "
            "service_principal service-principal assignee reporter sp_ log_in logged_in"
        ),
        shape=re.compile(r"[A-Za-z0-9][-_.][A-Za-z0-9]|[a-z]\d"),
    ),
    Detector(
        pair_hits,
        (
            *_words("inlog ingelogd login inl. aanmelden aangemeld toegang console account gebruiker user log_in"),
            " / ",
        ),
        shape=re.compile(r"(?: ?/ ?| met | (?:ww|wachtwoord|password|pass|pw):? )\S*[\d!@#$%^&*_+=~]"),
    ),
    Detector(
        command_hits,
        _words(
            "psql pg_dump mysql sqlcmd sqlplus ssh_ scp_ sftp_ rsync sudo curl_ smbclient ldapsearch runas kinit "
            "docker user= usr= username= login= uid="
        ),
    ),
    Detector(at_host_hits, ("@",), shape=re.compile(r"[\w]@[a-z][\w-]*(?![\w.-])")),
    Detector(
        listed_account_hits,
        (
            *_words(
                "autorisatie: autorisaties: accounts: accounts_ gebruikers: beheerders: rechten: rechten_van "
                "rechten_voor inloggen_ ingelogd_ aanmelden_ aangemeld_ login_van sudo_-u chown git-auteur"
            ),
            *_words(
                " ".join(
                    f"{done}_{tie}"
                    for done in "vergrendeld geopend uitgecheckt geblokkeerd toegekend beheerd".split()
                    for tie in ("door", "aan")
                )
            ),
            *(f"{done}{tie}by" for done in ("created", "modified", "updated") for tie in " _"),
        ),
    ),
    Detector(bare_account_hits, _words("log: logboek:"), word=re.compile(r"\([a-z]{6,12}\d{0,3}\)")),
    Detector(
        shaped_account_hits,
        _words(
            "gewijzigd_door ingevoerd_door aangemaakt_door goedgekeurd_door ingecheckt_door bijgewerkt_door "
            "verwerkt_door aangepast_door verwijderd_door doorgevoerd_door opgeslagen_door behandelaar: auteur: "
            "reviewer: assignee: commit"
        ),
        word=re.compile(
            r"^[^\w\n]?[a-z]{1,12}\d{1,7}[^\w\n]*$|^[^\w\n]?[a-z]{3,}[_-][a-z]{1,6}\d?[^\w\n]*$|^[a-z]{2,}_[a-z]"
            r"|^[^\w\n]?[a-z]{1,12}[._][a-z]{4,}[^\w\n]*$|^[a-z]{3,}\.(?:ext|adm|beh)\W?$",
            re.MULTILINE,
        ),
    ),
    Detector(written_account_hits, letters=re.compile(rf"^[^\w\n]?{STRANGE_START.pattern}", re.MULTILINE)),
    Detector(
        initials_hits,
        word=re.compile(r"^[^\w\n]?(?:[a-z]|th|ch|ph|chr)\.|^[^\w\n]?[a-z]{1,3}vd[a-z]{1,2}\b", re.MULTILINE),
    ),
    Detector(link_hits, ("://",)),
    Detector(
        inside_hits,
        _words(
            ".local .lokaal .rijksnet .cluster -int .intern .intra .rijksnet .lan .corp .prv .private .ad .home "
            ".domain .int. .prd. .tst. .acc. .mgmt. .dmz. .srv. .infra. .prod. .ota."
        ),
    ),
    Detector(
        service_hits,
        _words(
            "-int. -intern. intranet rijksnet rijksweb rijksportaal sharepoint idms confluence. jira wiki. gitlab "
            "adfs. vpn. citrix. webmail. dev. test. acc. acceptatie. staging. ota. prod. -acc -tst -test. -dev -ota "
            "-prd acc- tst- test- dev- ota- prd- mgmt .windows.net .azuredatabricks. .azure.net"
        ),
        number=re.compile(r"\d\.[\w-]{1,40}\.[\w.-]{0,60}(?:nl|com|net|eu)\b"),
    ),
    Detector(
        server_hits,
        _words(
            "server host machine_ node_ srv svr sql werkstation vm cluster_ computernaam app- web- db- dc- fs- nb- "
            "lt- ws- werkplek container farm tns_ rdp_ ping_ storage_acc storageacc pc_ app0 web0 db0 dc0 fs0 ts0 "
            "rds databa databank data_source laptop esx"
        ),
        word=re.compile(
            r"(?:srv|sql|prd|tst|dev|acc|node|batch|worker|master|rds|cluster|hal|gw|nas|file|farm)-?\d|-(?:prd|tst"
            r"|acc|prod|ota)\b"
            r"|^\W?(?:lnx|linux|win|ctx|kub|k8s|prt|geo|hv|sap|dwh|bi)-?[a-z]*-?\d",
            re.MULTILINE,
        ),
    ),
    Detector(
        machine_hits,
        word=re.compile(
            r"^\W?(?:nas|pg|db|sql|dwh|gis|jenkins|nexus|hpc|gpu|esx|vm|fs|mail|proxy|jump|jmp|bastion|backup"
            r"|bkp)[a-z0-9]*-[a-z]"
            r"|^\W?[a-z][a-z0-9]+(?:-[a-z0-9]+)*-[a-z]*\d{1,4}\W*$|^\W?[a-z]{3,}0\d\W*$",
            re.MULTILINE,
        ),
    ),
    Detector(
        machine_said_hits,
        _words(
            "host machine server cluster router switch firewall printer recorder node mach. pc_ pc: _(10. _(192. _(172."
        ),
        shape=re.compile(r"[A-Za-z0-9]-[A-Za-z0-9]"),
    ),
    Detector(
        path_hits,
        _words(
            "\\ :/ > schijf ../ onedrive /sites/ /teams/ /app/ /apps/ /volume /media/ /u01/ /oracle/ /dbfs /hdfs /dfs/ "
            "/groups/ /home/ /mnt/ /var/ /opt/ /srv/ /etc/ /usr/ /root/ /data/ /users/ /volumes/ /export/ "
            "// =/ teams/ sharepoint/ samenwerken/ documenten/ dms/ corsa/ documenten/ documents/ verseon/ "
            "/nfs/ /share /tmp/ /nas/ ~/ git@ .sharepoint. map_/ map:_/ map_"
        ),
    ),
    Detector(
        label_hits,
        _words(
            "niet_openbaar niet-openbaar vertrouwelijk confident geheim embargo concept draft todo fixme ntb n.t.b "
            "tbd niet_publiceren alleen_intern intern_gebruik intern) intern. intern: intern- intern_- "
            "interne_notitie interne_opmerking"
        ),
    ),
    Detector(
        note_hits,
        _words(
            "intern: intern_: interne: noot opm: opm. opmerking: opmerking_ aantekening notitie: todo actie: vraag_aan"
        ),
    ),
    Detector(
        draft_hits,
        _words(
            "concept_v concept_d.d conceptversie concepttekst werkversie werkdocument kladversie praatstuk xxx @ ??? "
            "voor_extern ,_niet_openbaar (intern) vertrouwelijk rubricering classificatie: classificatie_: status: "
            "status_:"
        ),
    ),
    Detector(
        sentence_hits,
        _words(
            "niet_openbaar niet-openbaar niet_publi niet_verspr niet_delen niet_extern niet_naar_buiten niet_doorst "
            "niet_gedeeld niet_gepubl niet_worden_gepubl niet_worden_gedeeld voor_publi voor_de_publi voor_buiten "
            "voor_extern voor_verspr voor_openbaarm voor_het_publiek embargo vertrouwelijk geheim een_concept "
            "is_concept zijn_concept blijft_concept blijven_concept nog_concept alleen_intern uitsluitend_intern "
            "slechts_intern enkel_intern bedoeld_intern bestemd_intern voor_intern is_intern zijn_intern "
            "blijft_intern blijven_intern nog_intern strikt_intern zeer_intern voorlopig_intern vooralsnog_intern "
            "interne_opmerking interne_aantekening interne_notitie interne_noot eigen_opmerking eigen_aantekening "
            "eigen_notitie eigen_noot nog_aanvullen nog_aan_te nog_in_te nog_invullen nog_navragen nog_uitzoeken "
            "nog_checken nog_afstemmen nog_nagaan svp s.v.p"
        ),
    ),
    *(Detector(note.find, note.needs, note.word, sentence=True) for note in NOTES),
    Detector(aside_hits, ASIDE_NEEDS, ASIDE_WORD, sentence=True),
    Detector(
        assigned_hits,
        _words(
            "wachtw passw passp pgpass pwd ww: ww_ ww= pw_ pw: pw= psw p/w pass: pass= pass_ pin: pin_ pincode "
            "pin-code key sleutel token secret toegangscode toegangss inlogg inlogcode connectie puk wifi wi-fi "
            "wachtzin credential ontgrendel alarm deurcode deur-code gastcode logincode login_code unlock hekcode "
            "poortcode bearer"
        ),
    ),
    Detector(password_hits, _words("wachtwoord password _passw _passp pwd ww: ww_ pw: pw_")),
    Detector(phrase_hits, _words("passphrase wachtzin wachtwoordzin basic_ ?sig= &sig= ?code= &code= token= key=")),
    Detector(
        login_hits,
        _words("inlog login credential aanmelden account admin root/ root_/ test beheer gebruiker user"),
        shape=re.compile(r"[/,](?= ?\S*\d)"),
        numeric=True,
    ),
    Detector(
        pin_hits,
        _words(
            "pincode pin-code pin: pin_ alarm deur kluis kast hek_ depot slagboom loods pas_ berging toegangscode "
            "inlogcode hekcode slotcode poortcode puk beveiligingscode code_van code_voor toegang_met_code"
        ),
        numeric=True,
    ),
    Detector(
        key_hits,
        _words("akia ghp_ gho_ ghu_ ghs_ ghr_ github_pat glpat sk- xox eyj aiza -----begin bearer :// thin:"),
        shape=re.compile(
            r"\b(?:AKIA|gh[pousr]_|github_|glpat|sk-|xox|eyJ|AIza)|[Bb]earer |-----BEGIN|[:/][^@\s/:]{3,}@"
        ),
    ),
)
