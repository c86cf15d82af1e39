"""The command algreg: thin, each command over one room. Heavy imports live inside the command that needs them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from algreg_lib.cli_dutch import DutchTyper, UsageError, usage_sentence
from algreg_lib.errors import AlgregError

if TYPE_CHECKING:
    from algreg_lib.workspace import Workspace

app = DutchTyper(
    name="algreg", help="Werkbank voor het algoritmeregister: inlezen, controleren, ordenen, opschonen en publiceren."
)
publish = DutchTyper(name="publish", help="Maak de publicatiekopie.")
app.add_typer(publish)

WorkspaceOption = Annotated[
    Path, typer.Option("--workspace", "-w", help="De werkmap; zonder deze optie de map waarin u nu staat.")
]
InventoryArgument = Annotated[
    Path | None, typer.Argument(help="De inventaris; zonder dit de inventaris van de werkmap.", show_default=False)
]
HERE = Path()

#: Done, but the content falls short (DESIGN: The command).
FALLS_SHORT = 1


def main() -> None:
    """Runs the command. Ends with 0 fine, 1 falls short, 2 wrong use or unreadable input, 3 a failed run or channel."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a Windows console may know fewer signs than our texts hold
            stream.reconfigure(errors="replace")
    try:
        sys.exit(app(standalone_mode=False))
    except UsageError as error:
        typer.echo(usage_sentence(error), err=True)
        sys.exit(2)
    except typer.Abort:
        typer.echo("Afgebroken.", err=True)
        sys.exit(2)
    except AlgregError as error:
        typer.echo(f"Fout: {error}", err=True)
        sys.exit(error.exit_code)


@app.command("init")
def init_command(
    folder: Annotated[Path, typer.Argument(help="De nieuwe werkmap.", show_default=False)],
    organisation: Annotated[
        str, typer.Option("--organisation", help="De volledige naam van uw organisatie.", show_default=False)
    ],
) -> None:
    """Maak een nieuwe werkmap: instellingen (algreg.toml) en een lege inventaris (inventaris.xlsx)."""
    from algreg_lib.inventory import start_workspace

    started = start_workspace(folder, organisation_name=organisation)
    for line in (*started.advice, *map(str, started.written)):
        typer.echo(line)


@app.command("template")
def template_command(
    output: Annotated[Path, typer.Option("--output", "-o", help="De sjabloon die het wordt (.xlsx).")] = Path(
        "sjabloon.xlsx"
    ),
    version: Annotated[str, typer.Option("--standard", help="De versie van de publicatiestandaard.")] = "1.0",
) -> None:
    """Maak een lege Excel-sjabloon met keuzelijsten, grenzen en uitleg."""
    from algreg_lib.inventory import new_template
    from algreg_lib.standard import VERSIONS, canonical_version

    try:
        canonical_version(version)
    except KeyError:
        raise typer.BadParameter(f"kies uit {', '.join(VERSIONS)}.", param_hint="--standard") from None
    new_template(output, version=version)
    typer.echo(str(output))


@app.command("import")
def import_command(
    sources: Annotated[
        list[Path], typer.Argument(help="Lijsten met algoritmes: Excel, CSV of JSON, in elke vorm.", show_default=False)
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="De inventaris die het wordt (.xlsx).")] = Path(
        "inventaris.xlsx"
    ),
    mapping: Annotated[
        Path | None, typer.Option("--mapping", help="Een bestand met welke kolom welk veld is.", show_default=False)
    ] = None,
) -> None:
    """Lees lijsten in elke vorm in één inventaris, met een conversieverslag ernaast."""
    from algreg_lib.inventory import import_files, import_summary

    imported = import_files(sources, output, mapping=mapping)
    for line in import_summary(imported):
        typer.echo(line)
    for path in imported.written:
        typer.echo(str(path))


@app.command("check")
def check_command(
    inventory: InventoryArgument = None,
    workspace: WorkspaceOption = HERE,
    output: Annotated[Path, typer.Option("--output", "-o", help="De map waarin de bevindingen komen.")] = HERE,
    links: Annotated[bool, typer.Option("--links", help="Kijk ook op internet of de links werken.")] = False,
    data_docs: Annotated[
        bool, typer.Option("--data-docs", help="Maak ook de pagina van Great Expectations zelf, voor kenners.")
    ] = False,
) -> None:
    """Controleer de inventaris: bevindingen.csv, bevindingen.xlsx en volledigheid.csv."""
    import gc

    # Reading and writing make millions of objects that all stay in use: looking for garbage took a fifth of the time.
    gc.set_threshold(100_000, 50, 50)

    from datetime import UTC, datetime

    from algreg_lib.quality import check_ahead, judge_beside, summary, with_links, write_check, write_data_docs

    here = _opened(workspace)
    now = datetime.now(UTC)
    with judge_beside() as judge:
        from algreg_lib.inventory import read_inventory

        read = read_inventory(inventory or here.inventory)
        settings, today = here.settings.quality, now.astimezone().date()
        checked, confirm = check_ahead(read, settings=settings, own_suite=here.own_suite, judge=judge, today=today)
        if links:
            checked = with_links(checked, read, settings=settings, folder=output, now=now)
        # The files are written while Great Expectations judges, and take their places when it agrees.
        written = write_check(checked, read, output, confirm=confirm)
    typer.echo(summary(checked))
    for path in [*written, *([write_data_docs(read, output)] if data_docs else [])]:
        typer.echo(str(path))
    if (checked.findings["severity"] == "critical").any():
        raise typer.Exit(FALLS_SHORT)


@app.command("rank")
def rank_command(
    inventory: InventoryArgument = None,
    workspace: WorkspaceOption = HERE,
    output: Annotated[Path, typer.Option("--output", "-o", help="De map waarin de rangorde komt.")] = HERE,
    register: Annotated[
        list[Path] | None,
        typer.Option(
            "--register",
            metavar="<path>",
            help="Een export van het landelijke register of een sjabloon van een leverancier, om voorbeelden in te "
            "zoeken; mag vaker. Zonder dit de bestanden uit algreg.toml.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Zet de algoritmes op volgorde: rangorde.csv en rangorde.xlsx."""
    from algreg_lib.inventory import read_inventory
    from algreg_lib.priority import ANSWERS_FILE, rank, read_answers, write_ranking
    from algreg_lib.register import head_starts

    here = _opened(workspace)
    read = read_inventory(inventory or here.inventory)
    starts = head_starts(read, here, files=register)
    answers = read_answers(here.folder / ANSWERS_FILE)
    ranking = rank(read, settings=here.settings.priority, head_starts=starts, answers=answers)
    typer.echo(ranking.headline)
    for path in write_ranking(ranking, output):
        typer.echo(str(path))


@app.command("privacy")
def privacy_command(inventory: InventoryArgument = None, workspace: WorkspaceOption = HERE) -> None:
    """Zoek persoonsgegevens en interne zaken in de openbare velden; besluit erover in besluiten.xlsx."""
    from algreg_lib.inventory import read_inventory
    from algreg_lib.privacy import (
        open_findings,
        privacy_findings,
        read_decisions,
        read_lists,
        summary,
        write_decisions,
    )

    here = _opened(workspace)
    decisions = read_decisions(here.decisions)
    found = privacy_findings(read_inventory(inventory or here.inventory), lists=read_lists(here.folder))
    write_decisions(here.decisions, found, decisions)
    typer.echo(summary(found, decisions))
    typer.echo(str(here.decisions))
    if len(open_findings(found, decisions)):
        raise typer.Exit(FALLS_SHORT)


@app.command("run")
def run_command(
    inventory: InventoryArgument = None,
    workspace: WorkspaceOption = HERE,
    report: Annotated[
        list[str] | None, typer.Option("--report", help="Alleen dit rapport; mag vaker. Zonder dit alle rapporten.")
    ] = None,
    parameter: Annotated[
        list[str] | None, typer.Option("--parameter", "-p", help="Een parameter van een rapport: naam=waarde.")
    ] = None,
) -> None:
    """Maak de rapporten en de publicatiekopie in één keer."""
    from datetime import UTC, datetime

    from algreg_lib.runs import parameters_from, run_reports

    run = run_reports(
        _opened(workspace),
        inventory=inventory,
        reports=report,
        parameters=parameters_from(parameter or ()),
        moment=datetime.now(UTC).astimezone(),
        progress=_progress,
    )
    typer.echo(run.sentence)
    for path in (run.index, *run.publication):
        typer.echo(str(path))
    if run.falls_short:
        raise typer.Exit(FALLS_SHORT)


@app.command("demo")
def demo_command(
    folder: Annotated[Path, typer.Argument(help="De nieuwe map voor het voorbeeld.")] = Path("werk", "voorbeeld"),
) -> None:
    """Doe al het werk op het voorbeeld: van losse bestanden tot rapporten en publicatiekopie."""
    from datetime import UTC, datetime

    from algreg_lib.runs import run_demo

    demo = run_demo(folder, moment=datetime.now(UTC).astimezone(), progress=_progress)
    for line in demo.lines:
        typer.echo(line)


@app.command("lab", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab_command(
    context: typer.Context,
    workspace: WorkspaceOption = HERE,
    renew: Annotated[
        bool,
        typer.Option("--renew", help="Vernieuw eerst de notebooks die ouder zijn dan het programma; uw versie blijft."),
    ] = False,
) -> None:
    """Open JupyterLab in de werkmap, op de bladzijde die zegt wat u nu kunt doen."""
    from algreg_lib.renewal import told_at_start
    from algreg_lib.runs import open_lab

    here = _opened(workspace)
    for line in told_at_start(here, renew=renew):
        typer.echo(line)
    raise typer.Exit(open_lab(here, options=context.args))


@publish.command("copy")
def publish_copy_command(inventory: InventoryArgument = None, workspace: WorkspaceOption = HERE) -> None:
    """Maak de publicatiekopie (xlsx, csv en json) en de verantwoording van wat binnen blijft."""
    from algreg_lib.publication import copy_of_workspace, copy_summary, write_copy

    here = _opened(workspace)
    copy = copy_of_workspace(here, inventory=inventory)
    written = write_copy(copy, here)
    for line in copy_summary(copy):
        typer.echo(line)
    for path in written:
        typer.echo(str(path))
    if copy.published.empty:
        raise typer.Exit(FALLS_SHORT)


@app.command("inspect")
def inspect_command(
    file: Annotated[Path, typer.Argument(help="Het bestand: xlsx, csv, json, html of docx.", show_default=False)],
) -> None:
    """Bekijk een bestand zoals een vreemde: wat erin zit dat een lezer niet ziet."""
    from algreg_lib.publication import inspect_file, inspection_summary, workspace_around

    if not file.exists() and (folder := workspace_around(file)):
        _opened(folder)  # the file may be in a copy that was left aside
    findings = inspect_file(file)
    for line in inspection_summary(findings, file):
        typer.echo(line)
    if (findings["severity"] != "info").any():
        raise typer.Exit(FALLS_SHORT)


def _opened(folder: Path) -> "Workspace":
    """The workspace in a folder, with its publication copy, which a run that was cut off may have left aside."""
    from algreg_lib.workspace import open_workspace

    workspace = open_workspace(folder)
    if workspace.making.exists() and not workspace.publication.exists():
        from algreg_lib.publication import recover

        if recover(workspace):
            name = workspace.publication.name
            typer.echo(f"De map {name} was weg: een eerdere keer is algreg afgebroken. Zij staat er weer.", err=True)
    return workspace


def _progress(step: str) -> None:
    """Tells a person which step has begun; a pipe or a log gets only the outcome."""
    if sys.stderr.isatty():
        typer.echo(f"… {step}", err=True)


if __name__ == "__main__":
    main()
