"""The notebooks of a run, and the parameters that each of them knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from algreg_lib.errors import AlgregError
from algreg_lib.shipped import shipped

#: The reports in the order in which a reader meets them, and what they are called.
REPORTS: Final = {
    "managementsamenvatting": "Managementsamenvatting",
    "overzicht": "Overzicht",
    "kwaliteit": "Kwaliteit",
    "rangorde": "Rangorde",
    "publicatie": "Publicatie",
}


class ParameterError(AlgregError):
    """A report or a parameter that does not exist, or a value that it does not take."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """One notebook to run, with the parameters that it is given."""

    name: str
    title: str
    path: Path
    parameters: Mapping[str, Any]

    @property
    def page(self) -> str:
        """The file name of its page."""
        return f"{self.name}.html"


def tasks(
    reports: Iterable[str] | None = None,
    parameters: Mapping[str, Any] | None = None,
    *,
    folder: Path | None = None,
) -> list[Task]:
    """The notebooks of these reports (of all, when none is named), each with those of the parameters that it knows.

    Raises ParameterError when a report does not exist or no notebook knows a parameter.
    """
    place = shipped("notebooks") if folder is None else folder
    names = list(dict.fromkeys(REPORTS if reports is None else reports))
    for name in names:
        if name not in REPORTS:
            raise ParameterError(f"Er is geen rapport '{name}'.", advice=_nearest(name, REPORTS))
    given = dict(parameters or {})
    known = {name: _known_parameters(place / f"{name}.ipynb") for name in names}
    everywhere = dict.fromkeys(parameter for of_one in known.values() for parameter in of_one)
    for parameter in given:
        if parameter not in everywhere:
            raise ParameterError(
                f"Geen van deze rapporten kent de parameter '{parameter}': {', '.join(names)}.",
                advice=_nearest(parameter, everywhere),
            )
    return [
        Task(
            name=name,
            title=REPORTS[name],
            path=place / f"{name}.ipynb",
            parameters={key: value for key, value in given.items() if key in known[name]},
        )
        for name in names
    ]


def parameters_from(texts: Iterable[str]) -> dict[str, Any]:
    """Parameters from texts such as `top=5`. A whole number, `true` and `false` become what they say.

    Raises ParameterError when a text has no `=`.
    """
    found = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            raise ParameterError(f"'{text}' is geen parameter.", advice="Schrijf naam=waarde, bijvoorbeeld top=5.")
        found[name.strip()] = _typed(value.strip())
    return found


def _typed(value: str) -> str | int | bool:
    if value in {"true", "false"}:
        return value == "true"
    return int(value) if value.removeprefix("-").isdecimal() else value


def _known_parameters(path: Path) -> list[str]:
    import nbformat  # here: --help must not pay for these
    from papermill import inspect_notebook

    # read here: papermill takes a brace in a path for a parameter of the path
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    # `werkmap` is for who opens the notebook in JupyterLab; a run stands in its own folder
    return [name for name in inspect_notebook(notebook) if name != "werkmap"]


def _nearest(name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = get_close_matches(name, names, n=1)
    if near:
        return f"Bedoelt u '{near[0]}'?"
    return f"Kies uit: {', '.join(names)}." if names else "Deze rapporten hebben geen parameters."
