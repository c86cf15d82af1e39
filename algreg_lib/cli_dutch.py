"""The command's own words in Dutch: typer speaks English in its help pages and usage errors, without translations."""

import re
from collections.abc import Callable
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

#: typer's public BadParameter is one kind of it; the base itself, which every wrong call raises, has no public name.
UsageError: Final[type[typer.BadParameter]] = typer.BadParameter.__mro__[1]

_HELP: Final = (
    (re.compile(r"^Usage:", re.MULTILINE), "Gebruik:"),
    (re.compile(r"^Options:", re.MULTILINE), "Opties:"),
    (re.compile(r"^Arguments:", re.MULTILINE), "Argumenten:"),
    (re.compile(r"^Commands:", re.MULTILINE), "Commando's:"),
    (re.compile(r"\[OPTIONS\]"), "[OPTIES]"),
    (re.compile(r"\bCOMMAND \[ARGS\]\.\.\."), "COMMANDO ..."),
    (re.compile(r"Show this message and exit\."), "Toon deze uitleg."),
    (re.compile(r"\[default:(\s)"), r"[standaard:\1"),
    (re.compile(r"\[required\]"), "[verplicht]"),
)

_USAGE_ERRORS: Final = (
    (re.compile(r"No such command '(.*?)'\.?"), r"het commando '\1' bestaat niet."),
    (re.compile(r"No such option: (\S+)(.*)"), r"de optie \1 bestaat niet.\2"),
    (re.compile(r"Missing argument (\S+)\."), r"er ontbreekt een argument: \1."),
    (re.compile(r"Missing option (.+?)\."), r"er ontbreekt een optie: \1."),
    (re.compile(r"Got unexpected extra argument\(s\) \((.*)\)"), r"dit is te veel: \1."),
    (re.compile(r"Option (\S+) requires an argument\."), r"achter \1 hoort een waarde."),
    (re.compile(r"Invalid value for (.+?): (.*)"), r"\1 klopt niet: \2"),
    (re.compile(r"Did you mean (.+?)\??$"), r"Bedoelt u \1?"),
    (re.compile(r"Possible options:"), "Mogelijk:"),
)


class DutchCommand(TyperCommand):
    """A command whose help page is in Dutch."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _translated(super().get_help(ctx), _HELP)


class DutchGroup(TyperGroup):
    """A group of commands whose help page is in Dutch."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return _translated(super().get_help(ctx), _HELP)


class DutchTyper(typer.Typer):
    """A typer app of Dutch commands, without completion and without the slow rich pages."""

    def __init__(self, *, name: str, help: str) -> None:  # noqa: A002  (typer's own name)
        super().__init__(
            name=name,
            help=help,
            cls=DutchGroup,
            add_completion=False,
            no_args_is_help=True,
            pretty_exceptions_enable=False,
            rich_markup_mode=None,
        )

    def command(self, name: str | None = None, **options: Any) -> Callable[[Any], Any]:
        """Registers a function as command."""
        return super().command(name, cls=DutchCommand, **options)


def usage_sentence(error: typer.BadParameter) -> str:
    """What is wrong with the call and which help page says how it should be; that page itself for an empty call."""
    message = error.format_message()
    if message.startswith("Gebruik:"):
        return message
    page = error.ctx.command_path if error.ctx else "algreg"
    return f"Fout: {_translated(message, _USAGE_ERRORS).strip()} Zie: {page} --help"


def _translated(text: str, words: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for english, dutch in words:
        text = english.sub(dutch, text)
    return text
