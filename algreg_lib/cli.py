"""The command algreg: thin, each command over one room. Heavy imports live inside the command that needs them."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from algreg_lib.cli_dutch import DutchTyper, UsageError, usage_sentence
from algreg_lib.errors import AlgregError

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


if __name__ == "__main__":
    main()
