"""What was found in one inventory: computed once, kept as plain tables, opened by every notebook."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from algreg_lib.errors import InputError
from algreg_lib.files import replacing
from algreg_lib.findings import COLUMNS
from algreg_lib.reports.latest import is_current, latest_run
from algreg_lib.standard import standard
from algreg_lib.workspace import FILE_NAME, Workspace, open_workspace

if TYPE_CHECKING:
    from algreg_lib.inventory import Inventory
    from algreg_lib.priority import Ranking
    from algreg_lib.privacy import Redaction
    from algreg_lib.publication import Copy
    from algreg_lib.quality import Check

#: The folder of a run in which its tables are kept.
TABLES: Final = "tabellen"
_FACTS: Final = "inhoud.json"

#: The short columns of a registration that reports show; long texts stay in the inventory.
SHOWN: Final = (
    "name",
    "organization",
    "department",
    "owner",
    "status",
    "publication_category",
    "progress",
    "publish",
    "withhold_ground",
)

#: Told the Dutch name of the step that starts.
Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is true of the whole: for whom, when, from which file, with which criteria."""

    organisation: str
    moment: str  #: ISO 8601
    inventory: str  #: file name, without folder
    standard: str
    criteria: list[dict[str, str | float]]  #: key, label, weight (the weights sum to 1), in the order of algreg.toml
    top: int = 10  #: how many count as the first
    explanation: str = ""  #: Dutch; how the ranking came about


@dataclass(frozen=True, kw_only=True)
class Results:
    """All that a report tells, as tables. Those per registration are indexed by `registration_id`."""

    facts: Facts
    registrations: pd.DataFrame  #: `SHOWN`
    findings: pd.DataFrame  #: findings.COLUMNS, worst first
    completeness: pd.DataFrame  #: see quality.Check
    filled: pd.DataFrame  #: `field` (all that the register asks for), in how many it is `filled`, of `total`
    ranking: pd.DataFrame  #: see priority.Ranking
    privacy: pd.DataFrame  #: findings.COLUMNS of the privacy findings that are still open
    withheld: pd.DataFrame  #: see publication.Copy: why registrations (empty `field`) or fields stay behind
    masked: pd.DataFrame  #: `registration_id`, `field`, `reason` of what is published with a part masked


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the rooms answered, in their own shapes; `results` is what the reports tell of it."""

    results: Results
    inventory: Inventory
    check: Check
    ranking: Ranking
    copy: Copy


def results(folder: str | Path = ".") -> Results:
    """The results of the run or the workspace in which `folder` lies.

    In the folder of a run its tables are opened. In a workspace those of the newest run are, as long as no file has
    changed since; else all is computed, which takes some seconds. Raises InputError when the folder lies in neither.
    """
    here = Path(folder).resolve()
    for place in (here, *here.parents):
        if (place / TABLES / _FACTS).is_file():
            return opened(place / TABLES)
        if (place / FILE_NAME).is_file():
            return _of_workspace(open_workspace(place))
    raise InputError(
        here,
        "hier is geen werkmap, want er is nergens een algreg.toml.",
        advice="Zet bij werkmap de map waarin die staat. Oefenen kan met: algreg demo",
    )


def _of_workspace(workspace: Workspace) -> Results:
    run = latest_run(workspace)
    if run is not None and is_current(run, workspace) and _has_all_tables(run / TABLES):
        return opened(run / TABLES)
    return computed(workspace).results


def computed(
    workspace: Workspace,
    *,
    inventory: Path | None = None,
    moment: datetime | None = None,
    progress: Progress = lambda _: None,
) -> Outcome:
    """Reads, checks, ranks and makes the publication copy in memory; writes nothing.

    Raises InputError when the inventory or the decisions cannot be read, SettingError on a wrong setting.
    """
    # here: each of these rooms brings heavy imports, and a notebook that opens stored tables needs none of them
    from algreg_lib.inventory import read_inventory
    from algreg_lib.priority import rank
    from algreg_lib.publication import data_moment, publication_copy
    from algreg_lib.quality import check
    from algreg_lib.register import head_starts

    path = workspace.inventory if inventory is None else inventory
    moment = moment or datetime.now(UTC).astimezone()
    settings = workspace.settings
    progress("Inventaris lezen")
    read = read_inventory(path)
    progress("Controleren")
    checked = check(read, settings=settings.quality, own_suite=workspace.own_suite, today=moment.date())
    progress("Rangorde bepalen")
    ranking = rank(read, settings=settings.priority, head_starts=head_starts(read, workspace))
    progress("Persoonsgegevens zoeken")
    redaction = _redaction(read, workspace)
    progress("Publicatiekopie samenstellen")
    copy = publication_copy(
        read,
        settings=settings,
        completeness=checked.completeness,
        privacy=redaction,
        moment=data_moment(path),
    )
    shown = read.registrations.reindex(columns=list(SHOWN)).astype("str")
    facts = Facts(
        organisation=settings.organisation.name or _only(shown["organization"]),
        moment=moment.isoformat(timespec="seconds"),
        inventory=path.name,
        standard=read.standard,
        criteria=_criteria(workspace),
        top=settings.priority.top,
        explanation=ranking.explanation,
    )
    found = Results(
        facts=facts,
        registrations=shown,
        findings=checked.findings,
        completeness=checked.completeness,
        filled=_filled(read.registrations),
        ranking=ranking.table,
        privacy=redaction.open[list(COLUMNS)],
        withheld=copy.withheld,
        masked=_masked(copy.accounts),
    )
    return Outcome(results=found, inventory=read, check=checked, ranking=ranking, copy=copy)


def _masked(accounts: pd.DataFrame) -> pd.DataFrame:
    return accounts.loc[accounts["outcome"] == "masked", ["registration_id", "field", "reason"]].astype("str")


def _filled(registrations: pd.DataFrame) -> pd.DataFrame:
    asked = [field.key for field in standard().asked]
    counts = registrations.reindex(columns=asked).notna().sum().to_numpy()
    return pd.DataFrame({"field": pd.Series(asked, dtype="str"), "filled": counts, "total": len(registrations)})


def stored(found: Results, folder: Path) -> list[Path]:
    """Writes the tables as JSON into `folder`, for `opened`; the paths that were written."""
    paths = [folder / _FACTS]
    _write_json(paths[0], {field.name: getattr(found.facts, field.name) for field in fields(Facts)})
    for name in _table_names():
        paths.append(folder / f"{name}.json")
        _write_json(paths[-1], _plain(getattr(found, name)))
    return paths


def opened(folder: Path) -> Results:
    """The results that `stored` wrote into `folder`."""
    facts = Facts(**json.loads((folder / _FACTS).read_text(encoding="utf-8")))
    tables = {name: _frame(folder / f"{name}.json") for name in _table_names()}
    return Results(facts=facts, **tables)


def _has_all_tables(folder: Path) -> bool:
    """Whether a run has what we read now; one of an older version may not."""
    return all((folder / f"{name}.json").is_file() for name in _table_names())


def _table_names() -> list[str]:
    return [field.name for field in fields(Results) if field.name != "facts"]


def _plain(table: pd.DataFrame) -> dict[str, object]:
    # our own few lines: pandas' own JSON loses the dtype `str` and turns texts that look like dates into dates
    columns = {str(name): {"dtype": str(column.dtype), **_values(column)} for name, column in table.items()}
    index = {"name": table.index.name, "dtype": str(table.index.dtype), "values": table.index.tolist()}
    return {"index": index, "columns": columns}


def _values(column: pd.Series[Any]) -> dict[str, list[Any]]:
    """The values by row; of a text that stands in many rows once, with for each row which one (-1 where missing)."""
    if column.dtype == "str":
        codes, texts = pd.factorize(column)
        if len(texts) < len(column) / 2:
            return {"values": texts.tolist(), "codes": codes.tolist()}
    return {"values": [None if pd.isna(value) else value for value in column.tolist()]}


def _frame(path: Path) -> pd.DataFrame:
    plain = json.loads(path.read_text(encoding="utf-8"))
    stored_index = plain["index"]
    index = pd.Index(stored_index["values"], name=stored_index["name"], dtype=stored_index["dtype"])
    columns = {
        name: pd.Series(_by_row(column), index=index, dtype=column["dtype"])
        for name, column in plain["columns"].items()
    }
    return pd.DataFrame(columns, index=index)


def _by_row(column: dict[str, Any]) -> list[Any]:
    values = column["values"]
    return [values[code] if code >= 0 else None for code in column["codes"]] if "codes" in column else values


def _write_json(path: Path, content: object) -> None:
    with replacing(path) as beside:
        beside.write_text(json.dumps(content, ensure_ascii=False, allow_nan=False), encoding="utf-8", newline="\n")


def _criteria(workspace: Workspace) -> list[dict[str, str | float]]:
    criteria = workspace.settings.priority.criteria
    total = sum(criterion.weight for criterion in criteria) or 1.0
    return [{"key": c.key, "label": c.label, "weight": c.weight / total} for c in criteria]


def _only(names: pd.Series[str]) -> str:
    different = names.dropna().unique()
    return str(different[0]) if len(different) == 1 else ""


def _redaction(inventory: Inventory, workspace: Workspace) -> Redaction:
    from algreg_lib.privacy import privacy_findings, read_decisions, read_lists, redacted

    findings = privacy_findings(inventory, lists=read_lists(workspace.folder))
    return redacted(inventory, findings, read_decisions(workspace.decisions))
