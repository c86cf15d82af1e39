"""The workspace: algreg.toml, validated: the organisation, its choices, and where its files are."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from algreg_lib.errors import AlgregError, InputError, SettingError
from algreg_lib.files import replacing, sha256
from algreg_lib.findings import Severity
from algreg_lib.standard import standard

FILE_NAME: Final = "algreg.toml"
#: How a line in the file starts that tells who changed the weights, when and why.
_CHANGED: Final = "# Gewichten veranderd op "

RelativePath = Annotated[str, Field(min_length=1)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Organisation(_Section):
    """Who publishes."""

    name: str = ""
    tooi_id: str = ""  #: such as gm0363; part of the register's public address
    contact: str = ""  #: general mailbox or page, shown on the cover of the publication copy


class Files(_Section):
    """Where the files of the workspace are, relative to it."""

    inventory: RelativePath = "inventaris.xlsx"
    decisions: RelativePath = "besluiten.xlsx"
    publication: RelativePath = "publicatie"
    internal: RelativePath = "intern"
    runs: RelativePath = "runs"
    expectations: RelativePath = "expectations"
    #: Exports of the national register and templates of suppliers: examples of what others wrote.
    registers: list[RelativePath] = Field(default_factory=list)


class Quality(_Section):
    """How bad a rule is for this organisation, by rule id; silent rules keep the severity of their suite."""

    severity: dict[str, Severity] = Field(default_factory=dict)
    ignore: list[str] = Field(default_factory=list)


class Criterion(_Section):
    """A criterion of the ranking, on a scale of 1 to 5."""

    key: str
    label: str
    weight: float = Field(ge=0, allow_inf_nan=False)
    direction: Literal["max", "min"] = "max"
    #: `given` (column `score_<key>`), `measured` (impact and ease only), or `both`: measured where nobody gave a score.
    source: Literal["given", "measured", "both"] = "both"
    scale: dict[Literal["1", "2", "3", "4", "5"], str] = Field(default_factory=dict)


DEFAULT_CRITERIA: Final = (
    Criterion(key="impact", label="Impact op de burger", weight=0.5),
    Criterion(key="ease", label="Laagdrempelig in te vullen", weight=0.2),
    Criterion(key="urgency", label="Politieke urgentie", weight=0.3),
)


class Priority(_Section):
    """The ranking: its criteria, how many count as top, and the seeded draws that measure how firm it is."""

    criteria: list[Criterion] = Field(default_factory=lambda: list(DEFAULT_CRITERIA), min_length=1)
    top: int = Field(default=10, ge=1)
    draws: int = Field(default=20_000, ge=100, le=1_000_000)
    seed: int = 20_261_121

    @model_validator(mode="after")
    def _keys_differ(self) -> "Priority":
        keys = [criterion.key for criterion in self.criteria]
        if len(set(keys)) < len(keys):
            raise ValueError("twee criteria hebben dezelfde key")
        return self


class Release(_Section):
    """What may be published. Fields and registrations that do not meet this are withheld, with the reason."""

    statuses: list[str] = Field(default_factory=lambda: ["In gebruik", "In ontwikkeling", "Buiten gebruik"])
    categories: list[str] = Field(default_factory=lambda: list(standard()["publication_category"].choices))
    require_complete: bool = True  #: all fields that the register makes mandatory are filled in
    require_agreement: bool = False  #: every interviewee agreed
    require_second_person: bool = False
    licence: str = "CC0 1.0"  #: under which the copy goes out; stands on its cover

    @model_validator(mode="after")
    def _known_values(self) -> "Release":
        for values, key in ((self.statuses, "status"), (self.categories, "publication_category")):
            for value in values:
                if value not in standard()[key].choices:
                    choices = ", ".join(standard()[key].choices)
                    raise ValueError(f"'{value}' bestaat niet; kies uit: {choices}")
        return self


class Settings(_Section):
    """Everything that algreg.toml can hold; what it leaves out has these defaults."""

    organisation: Organisation = Organisation()
    files: Files = Files()
    quality: Quality = Quality()
    priority: Priority = Priority()
    release: Release = Release()


@dataclass(frozen=True)
class Workspace:
    """A folder of an organisation, with its settings."""

    folder: Path
    settings: Settings

    @cached_property
    def inventory(self) -> Path:
        """The inventory workbook."""
        return self.folder / self.settings.files.inventory

    @cached_property
    def decisions(self) -> Path:
        """The workbook with decisions on privacy findings."""
        return self.folder / self.settings.files.decisions

    @cached_property
    def publication(self) -> Path:
        """The folder that holds only what may be public."""
        return self.folder / self.settings.files.publication

    @cached_property
    def making(self) -> Path:
        """Where a new publication copy is made, beside the folder that it will replace; absent at rest."""
        return self.publication.parent / ".algreg-kopie"

    @cached_property
    def internal(self) -> Path:
        """The folder for what was withheld and why."""
        return self.folder / self.settings.files.internal

    @cached_property
    def runs(self) -> Path:
        """The folder of the runs."""
        return self.folder / self.settings.files.runs

    @cached_property
    def expectations(self) -> Path:
        """The folder with the organisation's own expectations."""
        return self.folder / self.settings.files.expectations

    @cached_property
    def own_suite(self) -> Path:
        """The organisation's own expectations; the file need not be there."""
        return self.expectations / "organisatie.json"

    @cached_property
    def registers(self) -> list[Path]:
        """Exports of the national register and templates of suppliers, with examples of what others wrote."""
        return [self.folder / name for name in self.settings.files.registers]


def open_workspace(folder: Path) -> Workspace:
    """The workspace in `folder`, with defaults where it has no algreg.toml.

    Raises InputError when the folder does not exist, SettingError on a setting that is misspelt or impossible.
    """
    if not folder.is_dir():
        raise InputError(
            folder, "deze map bestaat niet.", advice="Maak een werkmap met: algreg init MAP --organisation NAAM"
        )
    path = folder / FILE_NAME
    return Workspace(folder, read_settings(path) if path.exists() else Settings())


def read_settings(path: Path) -> Settings:
    """The settings in a file. Raises SettingError with the nearest name that does exist."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(
            path,
            "(hele bestand)",
            f"geen geldige TOML: {error}.",
            advice="Herstel die regel; aanhalingstekens vergeten?",
        ) from error
    try:
        return Settings.model_validate(raw)
    except ValidationError as error:
        raise _setting_error(path, error) from error


def settings_mark(path: Path) -> str:
    """What tells one state of the settings file from another; empty where there is no file."""
    return sha256(path) if path.is_file() else ""


def weight_changes(path: Path) -> list[str]:
    """The sentences in the settings file that tell who changed the weights, when and why; newest first."""
    lines = path.read_text(encoding="utf-8-sig").splitlines() if path.is_file() else []
    return [line.removeprefix("# ") for line in reversed(lines) if line.startswith(_CHANGED)]


def save_weights(
    path: Path, weights: Mapping[str, float], *, by: str, why: str, moment: datetime, unchanged_since: str
) -> str:
    """Puts the weights (by key of the criterion) in the settings file, and a line with who and why at its end.

    All else in the file stays as it was, comments and kind of line end included. The new `settings_mark` comes back.
    Raises AlgregError when nobody or no reason is named, or the file is no longer what it was at `unchanged_since`;
    OutputError.
    """
    import tomlkit  # here: reading settings does not need it

    who, reason = " ".join(by.split()), " ".join(why.split())
    if not who or not reason:
        raise AlgregError("Uw naam of de reden ontbreekt.", advice="Vul allebei in, zodat collega's het kunnen volgen.")
    if settings_mark(path) != unchanged_since:
        raise AlgregError(
            f"Iemand heeft {path.name} intussen veranderd.",
            advice="Er is niets bewaard. Voer de cel opnieuw uit, dan ziet u de nieuwe instellingen.",
        )
    old = path.read_bytes() if unchanged_since else b""
    document = tomlkit.parse(old.decode("utf-8-sig").replace("\r\n", "\n"))
    before = (read_settings(path) if unchanged_since else Settings()).priority.criteria
    section = document.setdefault("priority", tomlkit.table())
    if "criteria" not in section:
        section["criteria"] = [criterion.model_dump(exclude_defaults=True) for criterion in before]
    for criterion in section["criteria"]:
        criterion["weight"] = weights[criterion["key"]]
    line = f"{_CHANGED}{moment:%Y-%m-%d %H:%M} door {who}: {_weight_steps(before, weights)}. Waarom: {reason}"
    text = f"{tomlkit.dumps(document).rstrip()}\n{_printable(line)}\n"
    Settings.model_validate(tomllib.loads(text))
    with replacing(path) as beside:
        beside.write_text(text, encoding="utf-8", newline="\r\n" if b"\r\n" in old else "\n")
    return settings_mark(path)


def _weight_steps(before: list[Criterion], weights: Mapping[str, float]) -> str:
    steps = [f"{c.key} van {c.weight:g} naar {weights[c.key]:g}" for c in before if c.weight != weights[c.key]]
    return ", ".join(steps) or "geen verschil"


def _printable(text: str) -> str:
    """Without signs that a comment in TOML may not hold."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _setting_error(path: Path, error: ValidationError) -> SettingError:
    first = error.errors()[0]
    setting = ".".join(str(part) for part in first["loc"]) or "(hele bestand)"
    if first["type"] == "extra_forbidden":
        known = _names_at(first["loc"][:-1])
        near = get_close_matches(str(first["loc"][-1]), known, n=1)
        advice = f"Bedoelt u '{near[0]}'?" if near else f"Kies uit: {', '.join(known)}."
        return SettingError(path, setting, "deze instelling bestaat niet.", advice=advice)
    return SettingError(path, setting, _problem(dict(first)), advice="Pas de waarde aan; zie docs/instellingen.md.")


def _problem(first: dict[str, Any]) -> str:
    context = first.get("ctx", {})
    match first["type"]:
        case "literal_error":
            return f"kies uit {context['expected'].replace(' or ', ' of ')}."
        case "greater_than_equal":
            return f"moet ten minste {context['ge']} zijn."
        case "less_than_equal":
            return f"mag hoogstens {context['le']} zijn."
        case "missing":
            return "ontbreekt."
        case "value_error":
            return f"{context['error']}."
        case kind if "_type" in kind or "_parsing" in kind:
            return f"'{first['input']}' heeft niet de goede vorm."
        case _:
            return f"{first['msg']}."


def _names_at(location: tuple[int | str, ...]) -> list[str]:
    model: Any = Settings
    for part in location:
        if isinstance(part, int):
            continue
        annotation = model.model_fields[part].annotation
        arguments = getattr(annotation, "__args__", ())
        model = next((a for a in (annotation, *arguments) if isinstance(a, type) and issubclass(a, BaseModel)), model)
    return list(model.model_fields)
