"""The expectations on one field: filled in, chosen from the list, short enough, of the right form, clean."""

from collections.abc import Iterator
from typing import Final

from algreg_lib.quality import patterns
from algreg_lib.quality.declaring import (
    IN_SET,
    MATCH,
    NO_MATCH,
    NOT_NULL,
    Expectation,
    expectation,
    forbidden,
    no_evidence,
    together,
    where,
)
from algreg_lib.quality.language import hard_word_list
from algreg_lib.quality.registrations import HIGH_RISK, IMPACTFUL
from algreg_lib.quality.rules import DERIVED
from algreg_lib.quality.table import language_checks
from algreg_lib.standard import VERSIONS, Field, impact_assessment_titles, standard
from algreg_lib.workbooks import CELL_LIMIT

#: Fields that a category A or B algorithm has to explain, with the rule that says so (Algoritmekader, risk selection).
_EXPLAINED: Final = {"human_intervention": "zonder-tussenkomst", "risks": "zonder-risicos"}

_LANGUAGE_RULES: Final = {
    "readability": "leesbaarheid",
    "long_sentence": "lange-zin",
    "abbreviations": "afkorting",
}


def of_field(field: Field, *, categories: bool) -> Iterator[Expectation]:
    """All expectations on one field; `categories` says whether its version of the standard has them."""
    yield from _filled(field)
    if categories and field.key in _EXPLAINED:
        condition = where("publication_category", "IN", [HIGH_RISK, IMPACTFUL])
        yield expectation(_EXPLAINED[field.key], field, NOT_NULL, row_condition=condition)
    yield from _choices(field)
    yield from _format(field)
    yield from together([*_lengths(field), *_references(field), *_unfit(field), *_clean(field)])
    for check in language_checks(field):
        yield no_evidence(_LANGUAGE_RULES[check], field, check)


def _filled(field: Field) -> Iterator[Expectation]:
    if field.required:
        yield expectation("verplicht", field, NOT_NULL)
    elif field.show_always:
        yield expectation("leeg", field, NOT_NULL)
    elif field.handbook_shown == "Ja" and field.key != "end_date":  # an end date belongs to what is out of use only
        yield expectation("leeg-handboek", field, NOT_NULL)


def _expected_answer(field: Field) -> str:
    match field.format:
        case "url":
            return "Is er geen pagina? Maak de cel dan leeg."
        case "year-month":
            return "Schrijf jaar en maand, zoals 2023-01, of maak de cel leeg."
        case "contact":
            return "Zet hier een e-mailadres of link waar inwoners vragen kunnen stellen."
    if field.key == "provider":
        return "Schrijf de naam van de leverancier, of 'Intern ontwikkeld'."
    if field.required or field.show_always:
        return "Schrijf in een zin wat hier geldt, ook als er niets is: leg dan uit waarom."
    return "Leg in een zin uit waarom het niet geldt, of maak de cel leeg."


def _choices(field: Field) -> Iterator[Expectation]:
    if field.kind == "choice":
        facts = {"kies": "Kies precies een van"}
        yield expectation("keuze", field, IN_SET, facts=facts, value_set=list(field.choices))
    elif field.kind == "choices":
        facts = {"kies": "Kies er een of meer, elk op een eigen regel en precies zo geschreven"}
        yield expectation("keuze", field, MATCH, facts=facts, regex=patterns.lines_of(field.choices))


def _lengths(field: Field) -> Iterator[Expectation]:
    """Limits on the cell itself where it holds no HTML, and on the calculated column with the plain text where it does.

    So that a limit can be checked on the file as it is: what the register counts as one sign shows in HTML only.
    """
    for column, sign in ((field.key, patterns.WITHOUT_MARKUP), (f"{field.key}{DERIVED}plain", patterns.ANY_SIGN)):
        for rule, limit in (("te-lang", field.max_length), ("te-lang-handboek", field.handbook_max_length)):
            if limit is not None:
                facts, regex = {"limiet": str(limit)}, patterns.longer_than(limit, sign=sign)
                declared = expectation(rule, field, NO_MATCH, facts=facts, column=column, regex=regex)
                declared["meta"]["limit"] = limit
                yield declared
        if field.max_length is not None and (cut := _old_limits(field)):
            regex = patterns.of_length(cut, sign=sign)
            yield expectation("mogelijk-afgekapt", field, NO_MATCH, column=column, regex=regex)


def _old_limits(field: Field) -> list[int]:
    """Lengths at which another version, or Excel, cut a long text; not the limit of the field itself."""
    others = {standard(v)[field.key].max_length for v in VERSIONS if field.key in standard(v)}
    limits = {limit for limit in others if limit is not None and limit >= 1000} | {CELL_LIMIT}
    return sorted(limits - {field.max_length}) if field.html else []


def _format(field: Field) -> Iterator[Expectation]:
    expected = {
        "year-month": ("datum", patterns.YEAR_MONTH),
        "url": ("link", patterns.LINK),
        "contact": ("contact", patterns.CONTACT),
    }.get(field.format)
    if expected:
        rule, regex = expected
        yield expectation(rule, field, MATCH, regex=regex)


def _unfit(field: Field) -> Iterator[Expectation]:
    """What is well-formed, and still not what belongs in the field."""
    unfit = {}
    if field.format in {"contact", "email"}:
        unfit["contact-persoonlijk"] = patterns.PERSONAL_EMAIL
    if field.key == "provider":
        unfit["leverancier-intern"] = patterns.MADE_INSIDE
    if field.b1:
        unfit["moeilijk-woord"] = patterns.one_of_words(hard_word_list())
    yield from forbidden(field, unfit)


def _references(field: Field) -> Iterator[Expectation]:
    if field.kind != "grouping":
        return
    form = {}
    required = {part.key for part in field.parts if part.required}
    if "title" in required:
        form["verwijzing-titel"] = patterns.REFERENCE_WITHOUT_TITLE
    if "link" in required:
        form["verwijzing-link"] = patterns.REFERENCE_WITHOUT_LINK
    form |= {"verwijzing-omgedraaid": patterns.REFERENCE_SWAPPED, "verwijzing-vorm": patterns.REFERENCE_NOT_A_LINK}
    longest = {part.key: part.max_length for part in field.parts if part.max_length is not None}
    if longest:
        form["verwijzing-lang"] = patterns.reference_longer_than(longest)
    if field.key == "impacttoetsen_grouping":
        form["toetsnaam"] = patterns.title_not_among(impact_assessment_titles())
    limit = ", ".join(f"{key} {length}" for key, length in longest.items()).replace("title", "titel")
    yield from forbidden(field, form, {"limiet": limit})


def _clean(field: Field) -> Iterator[Expectation]:
    dirt = {"alleen-spaties": patterns.ONLY_SPACES}
    if field.kind == "text":
        dirt["plaatshouder"] = patterns.PLACEHOLDER
    if field.kind in {"text", "grouping"} and field.format != "year-month":
        dirt |= {
            "html": patterns.HTML_IN_TEXT if field.html else patterns.HTML_ANYWHERE,
            "link-haakjes": patterns.LINK_IN_BRACKETS,
            "intern-adres": patterns.INTERNAL_ADDRESS,
            "verloren-tekens": patterns.LOST,
            "spaties": patterns.OUTER_SPACE,
            "onzichtbaar": patterns.INVISIBLE,
            "formule": patterns.FORMULA,
        }
        if field.format != "url":
            dirt["niet-openbaar"] = patterns.NOT_PUBLIC
    if field.html or field.b1:
        dirt["vastgeplakt"] = patterns.GLUED
    yield from forbidden(field, dirt, {"verwacht": _expected_answer(field)})
