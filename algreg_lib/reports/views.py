"""What the reports show of the results, as small tables with Dutch column names. Pure: from tables to tables."""

from __future__ import annotations

from typing import Final

import pandas as pd

from algreg_lib.findings import SEVERITIES, SEVERITY_LABELS
from algreg_lib.quality import LEVELS, rules
from algreg_lib.reports.outcome import Results
from algreg_lib.standard import standard, working_fields

#: The ladder of completeness, from the ground up, and what each step means.
LADDER: Final = dict(
    zip(
        LEVELS,
        (
            "Het register weigert deze registratie.",
            "Het register neemt de registratie aan, maar er staan nog lege velden op de site.",
            "Geen enkel veld op de site is leeg.",
            "Volledig, en ook de taal en de vorm kloppen.",
        ),
        strict=True,
    )
)

#: Why a registration stays behind, by the rule of publication.release.
_WITHHELD: Final = {
    "keuze": "De organisatie kiest ervoor",
    "keuze-onduidelijk": "Onduidelijk of het gepubliceerd mag worden",
    "status": "Deze status wordt niet gepubliceerd",
    "categorie": "Deze publicatiecategorie wordt niet gepubliceerd",
    "onvolledig": "Verplichte velden zijn leeg",
    "akkoord": "Niet iedereen gaf akkoord",
    "tweede-persoon": "Een tweede persoon keurde het nog niet goed",
    "privacy-open": "Er is nog geen besluit over persoonsgegevens",
    "privacy-besluit": "Besluit vanwege persoonsgegevens",
    "privacy-rest": "Een gemaskeerde tekst staat nog op een andere plek",
    "past-niet": "De tekst past niet in Excel",
}

_UNKNOWN: Final = "Niet ingevuld"
_NO_CHOICE: Final = "Niet uit de keuzelijst"
_NAMES: Final = {field.key: field.title for field in (*standard().fields, *working_fields())}


def field_title(key: str) -> str:
    """What a reader calls a field; the key itself when it is a column of the organisation's own."""
    return _NAMES.get(key, key)


def critical(found: Results) -> pd.DataFrame:
    """The findings without whose solution the register refuses the registration."""
    return found.findings[found.findings["severity"] == "critical"]


def deliverable(found: Results) -> pd.Series[bool]:
    """Per registration whether the register would take it."""
    return found.completeness["level"] != "niet aan te leveren"


def ladder(found: Results) -> pd.DataFrame:
    """How many algorithms stand on each step of the ladder: Trede, Algoritmes, Wat dit betekent."""
    counts = found.completeness["level"].value_counts()
    return pd.DataFrame(
        {
            "Trede": [step.capitalize() for step in LADDER],
            "Algoritmes": [int(counts.get(step, 0)) for step in LADDER],
            "Wat dit betekent": list(LADDER.values()),
        }
    )


def counted_by(found: Results, field: str) -> pd.DataFrame:
    """How many algorithms have each choice of a field, and how many of these can be delivered; most first.

    What is not one of the choices of the standard is counted together: it may be a whole story.
    """
    typed, of = found.registrations[field], standard()[field]
    known = typed.isna() | typed.isin({*of.choices, *of.choices_en})
    values = typed.where(known, _NO_CHOICE).fillna(_UNKNOWN)
    able = deliverable(found).reindex(values.index, fill_value=False)
    counts = pd.DataFrame({"all": 1, "able": able.astype(int)}).groupby(values).sum()
    ordered = counts.sort_values("all", ascending=False, kind="stable")
    return pd.DataFrame(
        {
            field_title(field): ordered.index.astype("str"),
            "Algoritmes": ordered["all"].to_numpy(),
            "Kan worden aangeleverd": ordered["able"].to_numpy(),
        }
    )


def algorithms(found: Results) -> pd.DataFrame:
    """One line per algorithm, by rank: Algoritme, Plaats, Eigenaar, Status, Trede, Gevuld (%), Moet opgelost."""
    named = found.registrations
    solve = critical(found)["registration_id"].value_counts()
    lines = pd.DataFrame(
        {
            "Algoritme": names(found),
            "Plaats": found.ranking["rank"].reindex(named.index),
            "Eigenaar": named["owner"],
            "Afdeling": named["department"],
            "Status": named["status"],
            "Trede": found.completeness["level"].reindex(named.index),
            "Gevuld (%)": found.completeness["vulling"].reindex(named.index),
            "Moet opgelost": solve.reindex(named.index).fillna(0).astype(int),
        }
    )
    return lines.sort_values("Plaats", kind="stable").reset_index(drop=True)


def names(found: Results) -> pd.Series[str]:
    """What to call each registration: its name, else its id."""
    named = found.registrations["name"]
    return named.where(named.notna(), found.registrations.index.to_series().map("(naamloos, {})".format))


def owners(found: Results) -> pd.Series[str]:
    """Who owns each registration; missing too where somebody typed a sign such as `?` or `-`."""
    typed = found.registrations["owner"]
    return typed.where(typed.str.contains(r"[^\W_]", na=False))


def by_severity(found: Results) -> pd.DataFrame:
    """How many findings of each severity, in how many algorithms."""
    groups = {severity: found.findings[found.findings["severity"] == severity] for severity in SEVERITIES}
    return pd.DataFrame(
        {
            "Ernst": [SEVERITY_LABELS[severity] for severity in groups],
            "Bevindingen": [len(rows) for rows in groups.values()],
            "Algoritmes": [rows["registration_id"].nunique() for rows in groups.values()],
        }
    )


def by_rule(findings: pd.DataFrame) -> pd.DataFrame:
    """The findings per field and rule, what touches most algorithms first: Veld, Wat er is, Algoritmes, Bevindingen."""
    groups = findings.groupby(["field", "rule", "severity"], sort=False, dropna=False)
    counts = groups.agg(algorithms=("registration_id", "nunique"), findings=("rule", "size")).reset_index()
    ordered = counts.sort_values(["algorithms", "findings", "field"], ascending=[False, False, True], kind="stable")
    return pd.DataFrame(
        {
            "Veld": ordered["field"].map(field_title),
            "Wat er is": ordered["rule"].map(rule_title),
            "Ernst": ordered["severity"].map(dict(SEVERITY_LABELS)),
            "Algoritmes": ordered["algorithms"],
            "Bevindingen": ordered["findings"],
        }
    ).reset_index(drop=True)


def rule_title(rule: str) -> str:
    """What a reader calls a rule; of a rule that the catalogue does not know, the id without hyphens."""
    known = rules().get(rule)
    return known.title if known else rule.replace("-", " ").capitalize()


def by_owner(found: Results) -> pd.DataFrame:
    """Who has work to do: Eigenaar, Algoritmes, Nog niet aan te leveren, Moet opgelost; most work first."""
    named = owners(found).fillna("Geen eigenaar ingevuld")
    solve = critical(found)["registration_id"].value_counts().reindex(named.index).fillna(0).astype(int)
    stuck = (~deliverable(found)).reindex(named.index, fill_value=True).astype(int)
    counts = pd.DataFrame({"all": 1, "stuck": stuck, "solve": solve}).groupby(named).sum()
    ordered = counts.sort_values(["stuck", "solve"], ascending=False, kind="stable")
    return pd.DataFrame(
        {
            "Eigenaar": ordered.index.astype("str"),
            "Algoritmes": ordered["all"].to_numpy(),
            "Nog niet aan te leveren": ordered["stuck"].to_numpy(),
            "Moet opgelost": ordered["solve"].to_numpy(),
        }
    )


def to_solve(findings: pd.DataFrame, found: Results) -> pd.DataFrame:
    """The findings in words: Algoritme, Veld, Ernst, Wat u doet, Cel."""
    called = names(found)
    return pd.DataFrame(
        {
            "Algoritme": findings["registration_id"].map(called).fillna(findings["registration_id"]),
            "Veld": findings["field"].map(field_title),
            "Ernst": findings["severity"].map(dict(SEVERITY_LABELS)),
            "Wat u doet": findings["message"],
            "Cel": (findings["sheet"] + " " + findings["cell"]).str.strip(),
        }
    ).reset_index(drop=True)


def withheld_whole(found: Results) -> pd.DataFrame:
    """The reasons for which whole registrations stay out of the publication copy; see publication.Copy.withheld."""
    return found.withheld[found.withheld["field"] == ""]


def published(found: Results) -> pd.DataFrame:
    """The registrations that are in the publication copy: Algoritme, Status, Publicatiecategorie, Trede."""
    inside = found.registrations[~found.registrations.index.isin(withheld_whole(found)["registration_id"])]
    return pd.DataFrame(
        {
            "Algoritme": names(found).reindex(inside.index),
            "Status": inside["status"],
            "Publicatiecategorie": inside["publication_category"],
            "Trede": found.completeness["level"].reindex(inside.index),
        }
    ).reset_index(drop=True)


def withheld_title(rule: str) -> str:
    """What a reader calls a release rule."""
    return _WITHHELD.get(rule, rule_title(rule))


def withheld_by_reason(found: Results) -> pd.DataFrame:
    """Why registrations stay behind: Waarom, Algoritmes; one registration may have several reasons."""
    counts = withheld_whole(found).groupby("rule", sort=False)["registration_id"].nunique()
    ordered = counts.sort_values(ascending=False, kind="stable")
    return pd.DataFrame(
        {"Waarom": [withheld_title(str(rule)) for rule in ordered.index], "Algoritmes": ordered.to_numpy()}
    )


def withheld_in_words(found: Results) -> pd.DataFrame:
    """Each registration that stays behind, with all its reasons: Algoritme, Eigenaar, Waarom en wat u doet."""
    reasons = withheld_whole(found).groupby("registration_id", sort=False)["reason"]
    told = reasons.agg(lambda texts: "\n".join(dict.fromkeys(texts)))
    return pd.DataFrame(
        {
            "Algoritme": names(found).reindex(told.index),
            "Eigenaar": found.registrations["owner"].reindex(told.index),
            "Waarom, en wat u kunt doen": told,
        }
    ).reset_index(drop=True)


def partly_withheld(found: Results) -> pd.DataFrame:
    """Fields that stay empty or are masked in registrations that do go out: Algoritme, Veld, Wat er gebeurt."""
    fields = found.withheld.loc[found.withheld["field"] != "", ["registration_id", "field", "reason"]]
    rows = pd.concat([fields, found.masked], ignore_index=True)
    rows = rows[~rows["registration_id"].isin(withheld_whole(found)["registration_id"])]
    return pd.DataFrame(
        {
            "Algoritme": rows["registration_id"].map(names(found)),
            "Veld": rows["field"].map(field_title),
            "Wat er gebeurt": rows["reason"],
        }
    ).reset_index(drop=True)


def ranked(found: Results, *, top: int) -> pd.DataFrame:
    """The first of the ranking, with the points that each criterion adds and the chance to stay among the first."""
    first = found.ranking.head(top)
    lines = {"Algoritme": names(found).reindex(first.index), "Plaats": first["rank"], "Score": first["score"]}
    lines |= {str(c["label"]): first[f"contribution_{c['key']}"] for c in found.facts.criteria}
    lines[f"Kans op de top {found.facts.top} (%)"] = (first["top_k_chance"] * 100).round().astype(int)
    return pd.DataFrame(lines).reset_index(drop=True)


def criteria(found: Results) -> pd.DataFrame:
    """The criteria and how heavy they weigh: Criterium, Gewicht (%)."""
    rows = found.facts.criteria
    return pd.DataFrame(
        {"Criterium": [str(row["label"]) for row in rows], "Gewicht (%)": [float(row["weight"]) * 100 for row in rows]}
    )


def examples(found: Results) -> pd.DataFrame:
    """Where another body or the supplier already described such an algorithm: Algoritme, Voorbeeld; highest first."""
    # A run of an older version has no such column.
    told = found.ranking.get("head_start", pd.Series(dtype="str"))
    told = told[told.fillna("") != ""]
    return pd.DataFrame({"Algoritme": names(found).reindex(told.index), "Voorbeeld": told}).reset_index(drop=True)


def unscored(found: Results) -> pd.DataFrame:
    """Algorithms of which a score is unknown: Algoritme, Onbekend, Beste rang, Slechtste rang."""
    ranking = found.ranking
    open_ones = ranking[ranking["score_high"] > ranking["score_low"]]
    missing = [
        ", ".join(str(c["label"]) for c in found.facts.criteria if pd.isna(row[f"score_{c['key']}"]))
        for _, row in open_ones.iterrows()
    ]
    return pd.DataFrame(
        {
            "Algoritme": names(found).reindex(open_ones.index),
            "Onbekend": missing,
            "Beste rang": open_ones["rank_best"],
            "Slechtste rang": open_ones["rank_worst"],
        }
    ).reset_index(drop=True)
