"""The ranking as files: rangorde.csv for further work, rangorde.xlsx to send to somebody."""

from pathlib import Path
from typing import Final

import pandas as pd

from algreg_lib.files import replacing
from algreg_lib.formulas import without_formulas
from algreg_lib.priority.ranking import Ranking
from algreg_lib.priority.sentences import chances, number, standing_label, tipping_sentence
from algreg_lib.workbooks import Sheet, write_workbook

CSV_NAME: Final = "rangorde.csv"
WORKBOOK_NAME: Final = "rangorde.xlsx"


def write_ranking(ranking: Ranking, folder: Path) -> list[Path]:
    """Writes rangorde.csv (all columns of the table) and rangorde.xlsx, and returns their paths. Raises OutputError."""
    csv, workbook = folder / CSV_NAME, folder / WORKBOOK_NAME
    with replacing(csv) as beside:
        # With a byte order mark, so that Excel reads the letters well.
        without_formulas(ranking.table.round(9).reset_index()).to_csv(
            beside, index=False, encoding="utf-8-sig", lineterminator="\n"
        )
    write_workbook(workbook, _sheets(ranking), title="Rangorde van algoritmes")
    return [csv, workbook]


def _sheets(ranking: Ranking) -> list[Sheet]:
    makers = (_order_sheet, _points_sheet, _firmness_sheet, _weights_sheet, _explanation_sheet)
    sheets = [make(ranking) for make in makers]
    if len(ranking.first_to_score):
        sheets.insert(1, _open_sheet(ranking))
    if len(ranking.findings):
        sheets.append(_findings_sheet(ranking))
    return sheets


def _order_sheet(ranking: Ranking) -> Sheet:
    table, top = ranking.table, ranking.settings.top
    shown = pd.DataFrame(
        {
            "rank": table["rank"],
            "shared": table["rank"].duplicated(keep=False).map({True: "gedeeld", False: ""}),
            "name": _names(table),
            "score": table["score"],
            "band": table["band"],
            "chance": chances(table),
            "standing": [standing_label(standing, top) for standing in table["standing"]],
            "reason": table["reason"],
            "head_start": table["head_start"],
            "registration_id": table.index,
        }
    )
    headers = {
        "rank": "Plaats",
        "shared": "Gedeeld",
        "name": "Algoritme",
        "score": "Score (1 tot 5)",
        "band": "Groep",
        "chance": f"Kans op top {top}",
        "standing": "Hoe zeker",
        "reason": "Waarom deze plaats",
        "head_start": "Voorbeeld om mee te beginnen",
        "registration_id": "Registratie-ID",
    }
    widths = {"rank": 8, "shared": 10, "name": 38, "score": 12, "band": 8, "chance": 20, "standing": 18}
    if not table["head_start"].any():  # no register was given, or nothing in it is alike
        shown = shown.drop(columns="head_start")
        del headers["head_start"]
    return Sheet(
        name="Rangorde",
        table=shown,
        headers=headers,
        widths={**widths, "reason": 70, "head_start": 50, "registration_id": 22},
        formats={"score": "0.00"},
        bars={"score": (0, 5)},
    )


def _open_sheet(ranking: Ranking) -> Sheet:
    """What to find out first: unknown points of registrations that may still reach the top."""
    table, top = ranking.first_to_score, ranking.settings.top
    unknown = [
        ", ".join(c.label for c in ranking.settings.criteria if row[f"low_{c.key}"] < row[f"high_{c.key}"])
        for row in table.to_dict("records")
    ]
    shown = pd.DataFrame(
        {
            "name": _names(table),
            "unknown": unknown,
            "rank": table["rank"],
            "may_be": _span(table["rank_best"], table["rank_worst"]),
            "top_k_high": table["top_k_high"],
            "registration_id": table.index,
        }
    )
    headers = {
        "name": "Algoritme",
        "unknown": "Nog te scoren",
        "rank": "Plaats nu",
        "may_be": "Plaats kan worden",
        "top_k_high": f"Kans op top {top} bij de hoogste score",
        "registration_id": "Registratie-ID",
    }
    return Sheet(
        name="Eerst scoren",
        table=shown,
        headers=headers,
        widths={"name": 40, "unknown": 44, "rank": 10, "may_be": 14, "top_k_high": 18},
        formats={"top_k_high": "0%"},
        bars={"top_k_high": (0, 1)},
    )


def _points_sheet(ranking: Ranking) -> Sheet:
    """Per criterion the point, where it comes from, and what it adds to the score."""
    table = ranking.table
    shown = pd.DataFrame({"rank": table["rank"], "name": _names(table), "score": table["score"]})
    headers = {"rank": "Plaats", "name": "Algoritme", "score": "Score"}
    widths: dict[str, float] = {"rank": 8, "name": 38, "score": 8}
    formats = {"score": "0.00"}
    for criterion in ranking.settings.criteria:
        key, label = criterion.key, criterion.label
        shown[f"point_{key}"] = _points(table[f"low_{key}"], table[f"high_{key}"])
        shown[f"contribution_{key}"] = table[f"contribution_{key}"]
        shown[f"source_{key}"] = table[f"source_{key}"]
        headers |= {f"point_{key}": label, f"contribution_{key}": "Telt voor", f"source_{key}": "Herkomst"}
        widths |= {f"point_{key}": 14, f"contribution_{key}": 9, f"source_{key}": 10}
        formats[f"contribution_{key}"] = "0.00"
        if table[f"signals_{key}"].ne("").any():
            shown[f"signals_{key}"] = table[f"signals_{key}"]
            headers[f"signals_{key}"] = "Gemeten op grond van"
            widths[f"signals_{key}"] = 36
    return Sheet(name="Punten", table=shown, headers=headers, widths=widths, formats=formats)


def _firmness_sheet(ranking: Ranking) -> Sheet:
    table, top = ranking.table, ranking.settings.top
    shown = pd.DataFrame(
        {
            "rank": table["rank"],
            "name": _names(table),
            "score": table["score"],
            "score_high": table["score_high"],
            "may_be": _span(table["rank_best"], table["rank_worst"]),
            "chance": table["top_k_chance"],
            "low": table["top_k_low"],
            "high": table["top_k_high"],
            "free": table["top_k_uninformed"],
            "dominated_by": table["dominated_by"],
        }
    )
    headers = {
        "rank": "Plaats",
        "name": "Algoritme",
        "score": "Score",
        "score_high": "Hoogst mogelijke score",
        "may_be": "Plaats kan worden",
        "chance": f"Kans op top {top}",
        "low": "Laagst, door wat onbekend is",
        "high": "Hoogst, door wat onbekend is",
        "free": f"Kans op top {top} bij elk gewicht",
        "dominated_by": "Zoveel staan er bij elk gewicht boven",
    }
    widths: dict[str, float] = dict.fromkeys(headers, 14.0) | {"rank": 8, "name": 38, "score": 8}
    chances = dict.fromkeys(("chance", "low", "high", "free"), "0%")
    formats = {"score": "0.00", "score_high": "0.00", **chances}
    return Sheet(name="Hoe zeker", table=shown, headers=headers, widths=widths, formats=formats)


def _weights_sheet(ranking: Ranking) -> Sheet:
    """The criteria, what each step of the scale means, and at which weight the top changes."""
    names = dict(zip(ranking.table.index, _names(ranking.table), strict=True))
    rows = []
    for criterion in ranking.settings.criteria:
        tips = [tip for tip in ranking.tipping.to_dict("records") if tip["key"] == criterion.key]
        rows.append(
            {
                "label": criterion.label,
                "weight": ranking.weights[criterion.key],
                "direction": "hoger is dringender" if criterion.direction == "max" else "lager is dringender",
                "scale": "\n".join(f"{step}: {text}" for step, text in sorted(criterion.scale.items())),
                "tipping": "\n".join(tipping_sentence(tip, names, ranking.settings.top) for tip in tips),
            }
        )
    headers = {
        "label": "Criterium",
        "weight": "Gewicht",
        "direction": "Richting",
        "scale": "Wat de punten betekenen",
        "tipping": f"Wanneer de top {ranking.settings.top} verandert",
    }
    return Sheet(
        name="Gewichten",
        table=pd.DataFrame(rows, columns=list(headers)),
        headers=headers,
        widths={"label": 30, "weight": 10, "direction": 20, "scale": 50, "tipping": 80},
        formats={"weight": "0%"},
    )


def _explanation_sheet(ranking: Ranking) -> Sheet:
    rows = [paragraph.split(". ", 1) for paragraph in ranking.explanation.split("\n\n")]
    headers = {"subject": "Onderwerp", "text": "Uitleg"}
    table = pd.DataFrame(rows, columns=list(headers), dtype="str")
    return Sheet(name="Uitleg", table=table, headers=headers, widths={"subject": 24, "text": 110})


def _findings_sheet(ranking: Ranking) -> Sheet:
    headers = {
        "registration_id": "Registratie-ID",
        "message": "Wat er mis is",
        "value": "Waarde",
        "file": "Bestand",
        "sheet": "Blad",
        "cell": "Cel",
    }
    table = ranking.findings[list(headers)]
    return Sheet(name="Bevindingen", table=table, headers=headers, widths={"message": 70, "cell": 8})


def _names(table: pd.DataFrame) -> "pd.Series[str]":
    return table["name"].fillna("(zonder naam)")


def _span(low: "pd.Series[int]", high: "pd.Series[int]") -> list[str]:
    return [str(a) if a == b else f"{a} tot en met {b}" for a, b in zip(low.tolist(), high.tolist(), strict=True)]


def _points(low: "pd.Series[float]", high: "pd.Series[float]") -> list[str]:
    return [
        number(a) if a == b else f"{number(a)} tot {number(b)}"
        for a, b in zip(low.tolist(), high.tolist(), strict=True)
    ]
