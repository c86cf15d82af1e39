"""Each rule with its bad case, its edge and its good twin."""
# ruff: noqa: E501  a table reads best with a case on each line

from datetime import date

import pytest

from algreg_lib.quality import check, rules
from algreg_lib.workspace import Quality
from tests.quality.records import inventory, judge_by_masks

A_OR_B = {
    "publication_category": "Impactvolle algoritmes",
    "impacttoetsen": "Er is nog geen toets gedaan; dat gebeurt in mei.",
}
OTHER_DPIA = "Data Protection Impact Assessment (DPIA) | https://a.nl/dpia"
HARD = (
    "De implementatie van de onderhavige verantwoordelijkheidsverdeling veronderstelt voorafgaande organisatorische "
    "besluitvorming aangaande gegevensuitwisselingsprocedures. Verwerkingsverantwoordelijken beoordelen "
    "risicobeheersingsmaatregelen overeenkomstig informatiebeveiligingsvoorschriften. Overheidsorganisaties evalueren "
    "verantwoordingsverplichtingen gezamenlijk en documenteren uitvoeringsconsequenties, uitzonderingssituaties en "
    "afwegingen voorafgaand aan ingebruikname van voorspellingsmethoden binnen dienstverleningsprocessen en toezicht. "
    "Belanghebbenden raadplegen beleidsverantwoordingsdocumenten overeenkomstig archiveringsverplichtingen."
)
LONG_SENTENCE = "Dit is een zin die wij " + "heel erg " * 10 + "lang maken om te laten zien dat hij te lang is."

#: rule, field, values that break it, values that are just right.
CASES = [
    ("verplicht", "name", [None], ["x", "Naam"]),
    ("te-lang", "name", ["x" * 101], ["x" * 100]),
    ("te-lang", "goal", [f"<p>{'x' * 1250}</p><p>{'x' * 1250}</p>"], [f"<p>{'x' * 1249}</p><p>{'x' * 1249}</p>"]),
    ("te-lang-handboek", "description_short", ["x" * 350], ["x" * 349]),
    ("keuze", "status", ["in gebruik", "In gebruik ", "Actief"], ["In gebruik", "In ontwikkeling"]),
    ("keuze", "category", ["Verkeer;Werk", "verkeer", "Verkeer\nx"], ["Verkeer", "Verkeer\nWerk"]),
    ("leeg", "goal", [None], ["Een antwoord."]),
    ("leeg-handboek", "provider", [None], ["Een leverancier"]),
    ("alleen-spaties", "provider", [" ", "\n"], [" x"]),
    ("plaatshouder", "risks", ["n.v.t.", "-", "Volgt nog", "xxx", "Geen."], ["Geen, want het telt alleen auto's.", "Test gedaan."]),
    ("datum", "begin_date", ["jan2023", "2023-1", "2023-13", "03-2022", "2023-00"], ["2023-01", "1999-12", None]),
    ("link", "website", ["http://a.nl", "www.a.nl", "a.nl", "https://a", "https://a.nl en b"], ["https://a.nl", "https://a.nl/b?c=1#d"]),
    ("contact", "contact_email", ["14 010", "a@b", "bel ons", "http://a.nl"], ["info@a.nl", "https://a.nl/contact"]),
    ("contact-persoonlijk", "contact_email", ["j.jansen@a.nl", "jan.de.vries@a.nl"], ["cio-office@a.nl", "team.data@a.nl", "register.fez@a.nl"]),
    ("verwijzing-titel", "lawful_basis_grouping", ["| https://a.nl", "https://a.nl", "a | https://a.nl\n| https://b.nl"], ["Wet | https://a.nl"]),
    ("verwijzing-link", "lawful_basis_grouping", ["Wegenwet", "Wegenwet |", "a | https://a.nl\nWet B"], ["Wet | https://a.nl\n\nB|https://b.nl"]),
    ("verwijzing-omgedraaid", "source_data_grouping", ["https://a.nl | BRP"], ["BRP | https://a.nl", "https://a.nl | https://b.nl"]),
    ("verwijzing-vorm", "source_data_grouping", ["BRP | zie de site", "BRP | http://a.nl"], ["BRP | https://a.nl"]),
    ("verwijzing-lang", "lawful_basis_grouping", ["x" * 101 + " | https://a.nl"], ["x" * 100 + " | https://a.nl"]),
    ("toetsnaam", "impacttoetsen_grouping", ["Eigen toets", "AI Impact Assesment (AIIA)"], ["Pre-scan DPIA", OTHER_DPIA]),
    ("leverancier-intern", "provider", ["intern ontwikkeld", "Intern", "eigen beheer"], ["Intern ontwikkeld", "Internet BV"]),
    ("organisatie-onbekend", "organization", ["Gemeente Utrect"], ["Gemeente Utrecht", "gemeente utrecht"]),
    ("organisatie-meerdere", "organization", ["Gemeente Utrecht en gemeente Delft", "Gemeente Utrecht; Delft"], ["Gemeente Utrecht"]),
    ("organisatie-opgeheven", "organization", ["Gemeente Haarlemmerliede en Spaarnwoude"], ["Gemeente Haarlemmermeer"]),
    ("html", "goal", ["<b>Let op</b> dit.", '<a href="https://a.nl">a</a>'], ["<p>Goed.</p>", "Als a < b dan niet, en c > d."]),
    ("html", "provider", ["<p>Bedrijf</p>"], ["Bedrijf"]),
    ("link-haakjes", "goal", ["Zie <https://a.nl>.", "Zie < https://a.nl >."], ["Zie https://a.nl."]),
    ("intern-adres", "goal", ["Zie http://idms/1.", "Zie \\\\server\\map.", "Op D:\\data."], ["Zie https://a.nl/idms."]),
    ("niet-openbaar", "goal", ["Dit stuk is niet openbaar."], ["Het niet-openbaar vervoer.", "Dit is openbaar."]),
    ("verloren-tekens", "goal", ["Dat is co\ufffdrdinatie.", "CoÃ¶rdinatie."], ["Coördinatie."]),
    ("mogelijk-afgekapt", "source_data", ["x" * 5000], ["x" * 2400]),
    ("spaties", "goal", [" Tekst.", "Tekst. "], ["Tekst."]),
    ("onzichtbaar", "goal", ["Te\u200bkst.", "Een\u00a0tekst."], ["Een tekst."]),
    ("vastgeplakt", "goal", ["Dit is een zin.En dit ook."], ["Zie www.Site.nl.", "De heer J.Jansen.", "Een zin. Nog een."]),
    ("vastgeplakt", "description_short", ["Dit is een zin.En dit ook."], ["Dit is een zin. En dit ook."]),
    ("formule", "goal", ["=1+1", "- een punt", "@naam"], ["Een - ander."]),
    ("leesbaarheid", "goal", [HARD], ["Wij tellen auto's. Zo weten wij hoe druk het is. " * 6]),
    ("lange-zin", "goal", [LONG_SENTENCE, "en dan " * 13], ["Dit is kort. " * 12, "een\n" * 40, "en dan " * 12 + "niet"]),
    ("moeilijk-woord", "goal", ["Derhalve doen wij dit."], ["Daarom doen wij dit."]),
    ("afkorting", "goal", ["De GBPRO kijkt mee."], ["De AVG geldt.", "Het proces (GBPRO) is nieuw. De GBPRO helpt.", "LET OP DIT IS ALLES IN HOOFDLETTERS"]),
    ("zelfde-tekst", "goal", ["x" * 50, "x" * 40], ["y" * 50, "x" * 39]),
]  # fmt: skip


@pytest.fixture(scope="module")
def found():
    """(rule, value index, good or bad) to whether the rule was broken: one check for all cases."""
    changes, places = [], []
    for number, (rule, field, bad, good) in enumerate(CASES):
        for kind, values in (("bad", bad), ("good", good)):
            for position, value in enumerate(values):
                change = {field: value}
                if rule == "zelfde-tekst":
                    change["description_short"] = value.replace("y", "x")
                changes.append(change)
                places.append((number, kind, position))
    findings = check(inventory(*changes), settings=Quality()).findings
    broken = set(findings[["registration_id", "field", "rule"]].itertuples(index=False, name=None))
    return {
        place: (f"a{row}", CASES[place[0]][1], CASES[place[0]][0]) in broken
        for row, place in enumerate(places, start=1)
    }


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"{rule}-{field}" for rule, field, _, _ in CASES])
def test_a_rule_finds_what_breaks_it_and_nothing_else(found, number):
    rule, _, bad, good = CASES[number]
    assert [found[number, "bad", n] for n in range(len(bad))] == [True] * len(bad), rule
    assert [found[number, "good", n] for n in range(len(good))] == [False] * len(good), rule


RELATIONS = [
    ("einddatum-voor-begindatum", "end_date", {"status": "Buiten gebruik", "begin_date": "2023-02", "end_date": "2023-01"}),
    ("einddatum-voor-begindatum", "end_date", {"status": "Buiten gebruik", "begin_date": "2023-01", "end_date": "2022-12"}),
    ("datum-toekomst", "begin_date", {"begin_date": "2025-07"}),
    ("datum-toekomst", "begin_date", {"status": "Buiten gebruik", "begin_date": "2026-01", "end_date": "2026-02"}),
    ("datum-toekomst", "end_date", {"status": "Buiten gebruik", "end_date": "2025-07"}),
    ("einddatum-in-gebruik", "end_date", {"end_date": "2024-01"}),
    ("einddatum-in-gebruik", "end_date", {"status": "In ontwikkeling", "begin_date": None, "end_date": "2024-01"}),
    ("einddatum-ontbreekt", "end_date", {"status": "Buiten gebruik"}),
    ("ontwikkeling-begindatum", "begin_date", {"status": "In ontwikkeling"}),
    ("zonder-tussenkomst", "human_intervention", {**A_OR_B, "human_intervention": None}),
    ("zonder-risicos", "risks", {**A_OR_B, "risks": None}),
    ("zonder-wettelijke-basis", "lawful_basis", {**A_OR_B, "lawful_basis": None, "lawful_basis_grouping": None}),
    ("zonder-impacttoets", "impacttoetsen_grouping", {**A_OR_B, "impacttoetsen": None}),
    ("categorie-te-licht", "publication_category", {"test_legal_effect": "Ja"}),
    ("categorie-te-licht", "publication_category", {**A_OR_B, "test_high_risk": "Weet ik niet"}),
    ("categorie-te-licht", "publication_category", {"risk_selection": "Weet ik niet", "test_high_risk": "Nee"}),
    ("categorie-te-licht", "publication_category", {"test_high_risk": "Ja", "test_legal_effect": "Nee"}),
    ("categorie-te-zwaar", "publication_category", {"publication_category": "Hoog-risico AI-systeem", "test_classifies": "Ja"}),
    ("categorie-te-zwaar", "publication_category", {**A_OR_B, **dict.fromkeys(["test_high_risk", "test_legal_effect", "test_classifies", "test_own_judgement"], "Nee")}),
    ("risicoselectie-categorie", "publication_category", {"risk_selection": "Ja"}),
    ("risicoselectie-tekst", "goal", {"goal": "Dit helpt bij risicoselectie van aanvragen."}),
    ("zonder-dpia", "impacttoetsen_grouping", {**A_OR_B, "personal_data": "Bijzondere persoonsgegevens"}),
    ("zonder-dpia", "impacttoetsen_grouping", {**A_OR_B, "personal_data": "Gewone persoonsgegevens", "risk_selection": "Ja"}),
    ("zonder-dpia", "impacttoetsen_grouping", {**A_OR_B, "impacttoetsen_grouping": "Pre-scan DPIA | https://a.nl", "personal_data": "Bijzondere persoonsgegevens"}),
    ("tegenspraak-persoonsgegevens", "source_data", {"source_data": "Er zijn geen persoonsgegevens.", "personal_data": "Gewone persoonsgegevens"}),
    ("tegenspraak-persoonsgegevens", "source_data", {"source_data": "Er zijn geen persoonsgegevens.", "impacttoetsen_grouping": OTHER_DPIA}),
    ("tegenspraak-persoonsgegevens", "source_data", {**A_OR_B, "impacttoetsen_grouping": OTHER_DPIA, "source_data": "Er zijn geen persoonsgegevens.", "personal_data": "Bijzondere persoonsgegevens"}),
    ("tegenspraak-persoonsgegevens", "source_data", {"impacttoetsen_grouping": OTHER_DPIA, "personal_data": "Nee"}),
    ("tegenspraak-persoonsgegevens", "source_data", {"source_data": "Naam, BSN en adres.", "personal_data": "Nee"}),
]  # fmt: skip
TWINS = [
    {"status": "Buiten gebruik", "begin_date": "2023-01", "end_date": "2023-01"},
    {"status": "In ontwikkeling", "begin_date": None},
    {"begin_date": "2025-06"},
    {"status": "Buiten gebruik", "begin_date": "2023-2", "end_date": "2023-01"},
    {
        **dict.fromkeys(["test_high_risk", "test_legal_effect", "test_classifies", "test_own_judgement"], "Nee"),
        "risk_selection": "Nee",
    },
    {**dict.fromkeys(["test_high_risk", "test_legal_effect", "test_classifies"], "Nee")},
    {**A_OR_B, "publication_category": "Hoog-risico AI-systeem", "test_high_risk": "Weet ik niet"},
    {**A_OR_B, "publication_category": "Hoog-risico AI-systeem", "test_high_risk": "Ja", "test_classifies": "Ja"},
    {
        **A_OR_B,
        **dict.fromkeys(["test_high_risk", "test_legal_effect", "test_classifies", "test_own_judgement"], "Nee"),
        "risk_selection": "Ja",
        "personal_data": "Nee",
    },
    {"source_data": "Er zijn geen BSN en namen.", "personal_data": "Nee"},
    {**A_OR_B, "lawful_basis": None},
    {**A_OR_B, "test_legal_effect": "Ja", "risk_selection": "Ja", "personal_data": "Nee"},
    {**A_OR_B, "impacttoetsen_grouping": OTHER_DPIA, "personal_data": "Bijzondere persoonsgegevens"},
    {**A_OR_B, "impacttoetsen": "De DPIA volgt in mei.", "personal_data": "Bijzondere persoonsgegevens"},
    {**A_OR_B, "personal_data": "Gewone persoonsgegevens", "risk_selection": "Nee"},
    {"impacttoetsen_grouping": "Pre-scan DPIA | https://a.nl", "personal_data": "Nee"},
    {"impacttoetsen_grouping": OTHER_DPIA, "personal_data": "Gewone persoonsgegevens"},
    {
        "source_data": "Er worden geen persoonsgegevens gedeeld; wel naam en adres.",
        "personal_data": "Gewone persoonsgegevens",
    },
]


@pytest.fixture(scope="module")
def related():
    given = inventory(*(change for _, _, change in RELATIONS), *TWINS)
    findings = check(given, settings=Quality(), today=date(2025, 6, 15)).findings
    return set(findings[["registration_id", "field", "rule"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    "number", range(len(RELATIONS)), ids=[f"{rule}-{n}" for n, (rule, _, _) in enumerate(RELATIONS)]
)
def test_fields_that_contradict_each_other_are_found(related, number):
    rule, field, _ = RELATIONS[number]
    assert (f"a{number + 1}", field, rule) in related


@pytest.mark.parametrize("number", range(len(TWINS)))
def test_fields_that_fit_together_give_none_of_these_findings(related, number):
    identifier = f"a{len(RELATIONS) + number + 1}"
    names = {rule for rule, _, _ in RELATIONS}
    assert {rule for found, _, rule in related if found == identifier} & names == set()


def test_without_a_day_no_date_lies_in_the_future():
    found = check(inventory({"begin_date": "2099-01"}), settings=Quality(), judge=judge_by_masks)
    assert found.findings.empty


def test_doubles_are_found_within_an_organisation_only():
    same, other = {"organization": "Gemeente Utrecht"}, {"organization": "Gemeente Delft"}
    text = {
        "goal": "Het doel is dat elke melding over de straat snel bij de juiste ploeg van de gemeente komt, zodat een bewoner "
        "binnen een dag een antwoord krijgt en de ploeg niet twee keer naar dezelfde plek rijdt voor niets."
    }
    given = inventory(
        {**same, "name": "Een", "source_id": "1"},
        {**same, "name": " een", "source_id": "1"},
        {**same, **text, "name": "Twee"},
        {**same, "name": "Drie", "goal": text["goal"].replace("snel", "vlug")},
        {**other, **text, "name": "Een"},
    )
    findings = check(given, settings=Quality()).findings
    found = findings[findings["rule"].isin(["dubbel", "bijna-dubbel", "bron-id-dubbel"])]
    assert sorted(found[["registration_id", "rule"]].itertuples(index=False, name=None)) == [
        ("a1", "bron-id-dubbel"),
        ("a1", "dubbel"),
        ("a2", "bron-id-dubbel"),
        ("a2", "dubbel"),
        ("a3", "bijna-dubbel"),
        ("a4", "bijna-dubbel"),
    ]


def test_every_rule_of_the_catalogue_has_a_case():
    here = {rule for rule, _, _, _ in CASES} | {rule for rule, _, _ in RELATIONS}
    assert set(rules()) - here == {"dubbel", "bijna-dubbel", "bron-id-dubbel", "link-dood"}
