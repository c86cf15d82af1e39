"""What the reports show: small tables that a reader can count after."""

from algreg_lib import reports
from algreg_lib.reports import Results
from tests.reports.conftest import texts


def rows(table) -> list[tuple]:
    return list(table.itertuples(index=False, name=None))


def test_the_ladder_counts_each_algorithm_once_and_keeps_empty_steps(found: Results) -> None:
    assert [row[:2] for row in rows(reports.ladder(found))] == [
        ("Niet aan te leveren", 3),
        ("Kan worden aangeleverd", 0),
        ("Volledig", 2),
        ("Goed", 1),
    ]


def test_a_value_that_is_missing_is_counted_as_not_filled_in(found: Results) -> None:
    assert rows(reports.counted_by(found, "status")) == [
        ("In gebruik", 4, 2),
        ("In ontwikkeling", 1, 0),
        ("Niet ingevuld", 1, 1),
    ]


def test_what_is_no_choice_of_the_standard_is_counted_together(found: Results) -> None:
    typed = found.registrations["status"].where(found.registrations.index != "a", "Een heel verhaal over de proef")
    odd = Results(**{**vars(found), "registrations": found.registrations.assign(status=typed)})

    assert ("Niet uit de keuzelijst", 1, 0) in [
        (name, count, 0) for name, count, _ in rows(reports.counted_by(odd, "status"))
    ]


def test_what_touches_most_algorithms_stands_first(found: Results) -> None:
    assert rows(reports.obstacles(found, top=5)) == [
        ("Doel en impact", "Verplicht veld is leeg", 3),
        ("Risicobeheer", "Verplicht veld is leeg", 1),
    ]


def test_a_rule_of_the_organisation_itself_is_shown_by_its_id(found: Results) -> None:
    table = found.findings.assign(rule="eigen-regel")
    assert set(reports.by_rule(table)["Wat er is"]) == {"Eigen regel"}


def test_the_work_is_counted_per_owner_with_most_work_first(found: Results) -> None:
    assert rows(reports.by_owner(found))[:2] == [("Ada", 2, 2, 3), ("Geen eigenaar ingevuld", 1, 1, 1)]


def test_a_sign_is_no_owner(found: Results) -> None:
    typed = found.registrations["owner"].replace({"Bo": "?", "Cas": " - "})
    odd = Results(**{**vars(found), "registrations": found.registrations.assign(owner=typed)})
    assert ("Geen eigenaar ingevuld", 3, 1, 1) in rows(reports.by_owner(odd))
    assert rows(reports.next_steps(odd))[0][2] == 3


def test_an_algorithm_without_a_name_is_called_by_its_id(found: Results) -> None:
    assert reports.names(found)["b"] == "(naamloos, b)"


def test_each_reason_to_withhold_is_counted_and_the_whole_is_counted_once(found: Results) -> None:
    assert rows(reports.in_and_out(found)) == [
        ("In de publicatiekopie", 3),
        ("Blijft achter", 3),
        ("… verplichte velden zijn leeg", 2),
        ("… er is nog geen besluit over persoonsgegevens", 1),
        ("… deze status wordt niet gepubliceerd", 1),
    ]


def test_all_reasons_of_one_algorithm_stand_together(found: Results) -> None:
    first = rows(reports.withheld_in_words(found))[0]
    assert first[2] == "Verplichte velden zijn leeg: Doel.\nNeem een besluit."


def test_a_masked_field_of_a_withheld_algorithm_is_not_told_as_published(found: Results) -> None:
    assert rows(reports.partly_withheld(found)) == [
        ("Parkeren", "Risicobeheer", "Dit veld blijft weg."),
        ("Parkeren", "Doel en impact", "Gemaskeerd: naam."),
    ]


def test_the_first_to_do_are_by_rank_and_not_yet_published(found: Results) -> None:
    assert [row[1:] for row in rows(reports.first_up(found, top=2))] == [
        (1, "Ada", "Verplichte velden zijn leeg\nEr is nog geen besluit over persoonsgegevens"),
        (2, "Ada", "Verplichte velden zijn leeg"),
    ]


def test_a_missing_score_is_shown_with_what_it_still_allows(found: Results) -> None:
    assert rows(reports.unscored(found)) == [("Toezicht", "Impact", 1, 4)]


def test_an_example_to_start_from_is_shown_with_its_algorithm_and_a_run_without_any_shows_none(found: Results) -> None:
    told = texts("", "voorbeeld bij Gemeente Elders: Zorg", "", None, "", "")
    with_examples = Results(**{**vars(found), "ranking": found.ranking.assign(head_start=told)})
    assert rows(reports.examples(with_examples)) == [("(naamloos, b)", "voorbeeld bij Gemeente Elders: Zorg")]
    assert rows(reports.examples(found)) == []


def test_the_next_steps_name_who_does_them_and_leave_out_what_is_done(found: Results) -> None:
    assert rows(reports.next_steps(found)) == [
        ("Wijs een eigenaar aan.", "Management", 1),
        ("Besluit over gevonden persoonsgegevens: houden, maskeren of achterhouden.", "Beheerder van het register", 1),
        ("Los op wat het register weigert.", "Ada (2)", 3),
        ("Publiceer wat klaar is.", "Beheerder van het register", 3),
    ]


def test_the_gate_passes_only_without_critical_findings(found: Results) -> None:
    assert reports.gate(found) == {
        "geslaagd": False,
        "registraties": 6,
        "aan_te_leveren": 3,
        "moet_opgelost": 4,
        "privacy_open": 1,
        "achtergehouden": 3,
    }


def test_an_empty_inventory_gives_sentences_and_not_an_error(nothing: Results) -> None:
    assert "nog geen algoritmes" in str(reports.headline(nothing))
    assert reports.gate(nothing)["geslaagd"]
    for table in (
        reports.ladder(nothing),
        reports.counted_by(nothing, "status"),
        reports.algorithms(nothing),
        reports.by_severity(nothing),
        reports.by_rule(nothing.findings),
        reports.by_owner(nothing),
        reports.in_and_out(nothing),
        reports.withheld_in_words(nothing),
        reports.partly_withheld(nothing),
        reports.published(nothing),
        reports.ranked(nothing, top=5),
        reports.unscored(nothing),
        reports.examples(nothing),
        reports.first_up(nothing, top=5),
        reports.next_steps(nothing),
        reports.to_solve(nothing.findings, nothing),
    ):
        reports.table(table, caption="Tabel")
    assert "compleet" in str(reports.remarks(nothing))
