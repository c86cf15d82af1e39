"""What the commands say about a copy and about a file, in Dutch."""

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.findings import SEVERITY_LABELS, worst_first
from algreg_lib.publication.copy import Copy

_MOST_SHOWN: Final = 5
_LONGEST_SHOWN: Final = 100

#: Why a registration stays behind, by rule of release.
REASON_LABELS: Final = {
    "keuze": "de organisatie kiest ervoor dit niet te publiceren",
    "keuze-onduidelijk": "niet duidelijk of de organisatie dit wil publiceren",
    "status": "de status wordt niet gepubliceerd",
    "categorie": "de publicatiecategorie wordt niet gepubliceerd",
    "onvolledig": "verplichte velden zijn leeg",
    "akkoord": "nog niet iedereen is akkoord",
    "tweede-persoon": "een tweede persoon heeft nog niet goedgekeurd",
    "privacy-open": "privacybevindingen staan nog open",
    "privacy-rest": "een gemaskeerde tekst staat er nog op een andere plek",
    "privacy-besluit": "besluit bij een privacybevinding",
    "past-niet": "een tekst past niet in een cel",
}


def copy_summary(copy: Copy) -> list[str]:
    """How many registrations are in the copy, and per reason how many are not."""
    registrations = copy.accounts[copy.accounts["field"] == ""]
    published = int((registrations["outcome"] == "published").sum())
    lines = [f"{published} van {len(registrations)} registraties staan in de publicatiekopie."]
    whole = copy.withheld[copy.withheld["field"] == ""].drop_duplicates(["registration_id", "rule"])
    if len(whole):
        lines.append("Waarom de andere niet (een registratie kan meer dan één reden hebben):")
    lines += [f"  {count}: {REASON_LABELS[str(rule)]}." for rule, count in whole["rule"].value_counts().items()]
    if len(whole):
        lines.append("Wat u per algoritme kunt doen, staat in verantwoording.xlsx.")
    fields = copy.accounts[copy.accounts["registration_id"].isin(copy.published.index) & (copy.accounts["field"] != "")]
    for outcome, told in (("masked", "gemaskeerd"), ("withheld", "niet gepubliceerd")):
        public = fields[fields["field"].isin(copy.published.columns) & (fields["outcome"] == outcome)]
        if len(public):
            lines.append(f"  {len(public)} {'veld' if len(public) == 1 else 'velden'} {told}.")
    return lines


def inspection_summary(findings: pd.DataFrame, path: Path) -> list[str]:
    """Each finding with its place and what to do, most severe first; or that nothing was found."""
    if findings.empty:
        return [f"{path.name}: niets gevonden wat een lezer niet ziet."]
    lines = [f"{path.name}: {len(findings)} {'bevinding' if len(findings) == 1 else 'bevindingen'}."]
    labelled = worst_first(findings)
    labelled["label"] = labelled["severity"].map(SEVERITY_LABELS)
    for (label, message), alike in labelled.groupby(["label", "message"], sort=False):
        lines.append(f"  {label}: {message}")
        shown = [_shown(row) for row in alike.head(_MOST_SHOWN).to_dict("records")]
        lines += [f"    {told}" for told in shown if told]
        if len(alike) > _MOST_SHOWN:
            lines.append(f"    en nog {len(alike) - _MOST_SHOWN}")
    return lines


def _shown(row: Mapping[Hashable, object]) -> str:
    """Place and text of one finding, on one line."""
    place = ", ".join(part for part in (str(row["sheet"]), str(row["cell"])) if part)
    text = " ".join(str(row["value"]).split())
    return ": ".join(part for part in (place, text[:_LONGEST_SHOWN]) if part)
