"""Each detector: what it finds, and the twin that looks like it but is fine."""

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De heer Bouazzaoui heeft het model gevalideerd.", "Bouazzaoui"),
        ("Mw. mr. S. Abdoellakhan maakte bezwaar.", "S. Abdoellakhan"),
        ("Contactpersoon: Marloes van Kesteren", "Marloes van Kesteren"),
        ("Opgesteld door T.H. Wieringa (afdeling Data).", "T.H. Wieringa"),
        ("Het script is van Piotr Kowalczyk.", "Piotr Kowalczyk"),
        ("Vandaag heeft Zeynep Arslan-Kılıç het ingesteld.", "Zeynep Arslan-Kılıç"),
        ("Wij spraken met Mohammed El Khattabi.", "Mohammed El Khattabi"),
        ("Petra Bloem neemt waar.", "Petra Bloem"),
        ("getraind door Ngozi Okafor", "Ngozi Okafor"),
        ("Bel Yvonne even.", "Yvonne"),
        ("Dit zegt Van den Heuvel.", "Van den Heuvel"),
        ("Vries, M. de (2021) interne notitie", "Vries, M. de"),
        ("terecht bij Annemiek van Hooijdonk", "Annemiek van Hooijdonk"),
    ],
)
def test_a_name_is_proposed_with_all_its_parts(found, text, name):
    assert found(text) == [("name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "De Monte Carlo-simulatie en de methode Holt-Winters.",
        "Op grond van de Wet Bibob, de Wet Mulder en de Wet Van der Hoeven.",
        "De camera hangt op de Jan van Galenstraat en de Willem-Alexanderkade.",
        "De Dr. Schaepmanstraat en de Burgemeester Jansenlaan zijn afgesloten.",
        "Stichting Jan Pieter Heije en het Van Gogh Museum doen mee.",
        "Burgers en bedrijven in de gemeente Den Haag gebruiken chatbot Wout.",
        "Burgemeester en Wethouders van Bergen op Zoom.",
        "Contactpersoon: Klant Contact Centrum. Opgesteld door Bureau Onderzoek en Statistiek.",
        "Het algoritme van Dijkstra en de Poisson-verdeling.",
        "Albert Heijn en Centric leveren Microsoft Power BI.",
        "De wethouder Sociaal Domein en de directeur Publieke Dienstverlening.",
    ],
)
def test_a_street_law_method_organisation_or_product_is_no_name(found, text):
    assert found(text) == []


def test_a_house_in_a_street_named_after_a_person_is_an_address_and_a_law_with_a_year_is_not(found):
    assert found("Het is de Jan van Galenstraat 12.") == [("address", "Jan van Galenstraat 12")]
    assert found("De Wet inburgering 2021 en de Jan van Galenstraat.") == []


def test_a_first_name_stands_alone_only_where_nothing_calls_it_a_thing(found):
    assert found("Bij ziekte van Dennis neemt Monique het over.") == [("name", "Dennis"), ("name", "Monique")]
    assert found("Het pakket Emma leest post en het systeem heet Thomas.") == []


def test_a_name_tied_to_a_name_is_proposed_too(found):
    assert found("Besproken met Priya Ramlal en Dennis.") == [("name", "Priya Ramlal"), ("name", "Dennis")]


@pytest.mark.parametrize(
    ("kind", "text", "stretch"),
    [
        ("email", "Mail s.hiemstra@gemeente-x.nl.", "s.hiemstra@gemeente-x.nl"),
        ("email", "pvdberg@waterschap.nl", "pvdberg@waterschap.nl"),
        ("email", "mo.haddad [at] gemeente.nl", "mo.haddad [at] gemeente.nl"),
        ("phone", "bel (070) 312 45 67", "(070) 312 45 67"),
        ("phone", "of +31 6 12345678", "+31 6 12345678"),
        ("phone", "doorkiesnummer 4567", "4567"),
        ("bsn", "nummer 123456782 van haar", "123456782"),
        ("bsn", "bsn: 1112.22.333", "1112.22.333"),
        ("iban", "NL91 ABNA 0417 1643 00", "NL91 ABNA 0417 1643 00"),
        ("iban", "BE68 5390 0754 7034", "BE68 5390 0754 7034"),
        ("plate", "de 12-ABC-3 reed", "12-ABC-3"),
        ("plate", "kenteken gx481k", "gx481k"),
        ("birth_date", "geboren op 12 maart 1981 te Utrecht", "12 maart 1981"),
        ("birth_date", "geboortedatum: 01-02-1990", "01-02-1990"),
        ("birth_date", "de inwoner (14.06.1992) belde", "14.06.1992"),
        ("birth_date", "geboren in mei 1978", "mei 1978"),
        ("address", "hij woont op Brinkhof 3 nu", "Brinkhof 3"),
        ("address", "postcode 3511 LX 12", "postcode 3511 LX 12"),
        ("address", "Hij zag Kerkweg 3, 8321 AB Urk", "Kerkweg 3, 8321 AB Urk"),
        ("ip", "draait op 10.12.3.44.", "10.12.3.44"),
        ("ip", "2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3::8a2e:370:7334"),
        ("user_id", "account jdejong heeft toegang", "jdejong"),
        ("user_id", r"GEMEENTE\pietersf", r"GEMEENTE\pietersf"),
        ("user_id", "personeelsnummer 104523", "104523"),
        ("user_id", "gewijzigd door hkaya02 op maandag", "hkaya02"),
        ("user_id", "de rechten van dkoster_ext", "dkoster_ext"),
        ("case_number", "loopt onder AWB 22/3471", "AWB 22/3471"),
        ("case_number", "zaaknummer Z2023-004512", "Z2023-004512"),
        ("case_number", "ons kenmerk 2023/0004512", "2023/0004512"),
        ("internal_host", "zie http://idms/apps/wbu", "http://idms/apps/wbu"),
        ("internal_host", "op sql-prd-01.stad.local", "sql-prd-01.stad.local"),
        ("internal_path", r"in \\fs01\Model WOZ\lijst.xlsx", r"\\fs01\Model WOZ\lijst.xlsx"),
        ("internal_host", "op sqlprd02.intern.stadx.nl", "sqlprd02.intern.stadx.nl"),
        ("internal_path", r"C:\Users\ab\test.py", r"C:\Users\ab\test.py"),
        ("remark", "Het verslag (nog niet openbaar) volgt.", "(nog niet openbaar)"),
        ("remark", "Ja. Let op, niet publiceren. Nee.", "Let op, niet publiceren"),
        ("credential", "wachtwoord: Welkom01!", "Welkom01!"),
        ("credential", "password=geheim", "geheim"),
        ("credential", "Wachtwoord van de test: Welkom2022!", "Welkom2022!"),
    ],
)
def test_a_pattern_is_proposed_and_nothing_around_it(found, kind, text, stretch):
    assert found(text) == [(kind, stretch)]


@pytest.mark.parametrize(
    "text",
    [
        "info@gemeente.nl, cio-office@amsterdam.nl, algoritmeregister.fez@minjenv.nl, no-reply@digid.nl",
        "Bel 14 010, 0800-8051, 0900 8844 of 112.",
        "KvK 12345678, RSIN 123456782, BAG 0363010000123456",
        "https://voorbeeld.nl/doc/123456782 en 3f2a1b4c-1234-5678-9abc-123456789012",
        "nummer 123456789 faalt de proef",
        "Route A12-N35 en besluit GX-2023-01.",
        "Mensen geboren voor 1 januari 1950 en na 01-01-2000.",
        "Wie geboren in 1950 is; de brief aan de inwoner van 12-03-2022.",
        "Verordening EU 2016/679, ISO 27001/2022, NEN 2022/7510 en CVE-2021-44228.",
        "Beheer ligt bij de afdeling; gewijzigd door borden te plaatsen.",
        "secretariaat tel. 088 - 771 12 13",
        "Postbus 20011, 2500 EA Den Haag. Bezoekadres: Stadhuisplein 1, 3012 AR Rotterdam.",
        "Versie 10.2.3.4, artikel 4.1.2.1 en 127.0.0.1.",
        "De gebruiker krijgt een melding over het account.",
        "Een zaaknummer bestaat uit 10 cijfers; zaak 2019; Stb. 2016, 340; ECLI:NL:HR:2019:1234.",
        "De server staat in Nederland en heeft 16 kernen.",
        "en/of, m/v, 24/7 en de map /algemeen/",
        "Gegevens worden vertrouwelijk behandeld. De broncode is niet openbaar. Het conceptbesluit gaat mee.",
        "Het wachtwoord moet minimaal 12 tekens hebben. Een token is een stukje tekst.",
    ],
)
def test_what_looks_like_a_pattern_but_is_public_passes(found, text):
    assert found(text) == []


def test_a_remark_may_hold_a_name_and_both_are_proposed(found):
    assert found("Niet delen met derden, zegt Henk Visser.") == [
        ("remark", "Niet delen met derden, zegt Henk Visser"),
        ("name", "Henk Visser"),
    ]


def test_a_path_that_holds_a_user_is_one_proposal(found):
    assert found(r"C:\Users\jdejong\model.py") == [("internal_path", r"C:\Users\jdejong\model.py")]


@pytest.mark.parametrize(
    "text",
    [
        "https://www.dataplatform.nl/#/data/f58f2b0e-8d93-480c-b6f7-da95ed7bbe1",
        "Zie https://www.gemeente.nl/home/kaart?map=/data/wegen en www.gemeente.nl/#/tmp/x.",
        "https://host.nl/a/b/c?bestand=C:/x",
    ],
)
def test_a_path_within_a_public_link_is_no_folder_of_ours(found, text):
    assert found(text) == []


def test_a_path_behind_a_link_is_still_proposed(found):
    assert found("https://host.nl/a en /data/wegen/x.csv") == [("internal_path", "/data/wegen/x.csv")]
    assert found("file://fs01/data/x.csv") == [("internal_path", "file://fs01/data/x.csv")]


@pytest.mark.parametrize(
    "text",
    [
        "Het model wordt slechts gebruikt voor analyses voor intern gebruik, zonder koppeling.",
        "De applicatie is alleen bedoeld voor intern gebruik door medewerkers.",
        "Nu zijn de resultaten van het model alleen voor intern gebruik.",
        "Deze hulp werkt alleen intern en heeft geen gevolgen.",
        "Deze dataset kunnen we in het register niet openbaar maken.",
        "Deze gegevens mogen niet gedeeld worden met anderen.",
    ],
)
def test_how_the_system_is_used_is_no_remark_about_the_text(found, text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Alleen voor intern gebruik",
        "Let op, deze gegevens niet publiceren",
        "Dit document is alleen voor intern gebruik",
        "De lijst mag niet naar buiten",
        "(LET OP: rapport is niet openbaar)",
    ],
)
def test_what_to_do_with_the_text_itself_is_a_remark(found, text):
    assert found(text) == [("remark", text)]


@pytest.mark.parametrize(
    "text",
    [
        "De gegevens in Melvin zijn actueel.",
        "De voorwaarden van Melvin(Melden van verstoringen) gelden.",
        "Regionale Dienst Zwarte Rijn Heuvelrug",
        "The area (square) and (square metres).",
    ],
)
def test_what_holds_something_or_is_part_of_a_long_name_is_no_person(found, text):
    assert found(text) == []
