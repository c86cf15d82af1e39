"""What a standard is made of: fields, parts of a grouping, and the standard that holds them."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal

#: `text`: one text. `choice`: one of `choices`. `choices`: several of them. `grouping`: a list of {title, link}.
Kind = Literal["text", "choice", "choices", "grouping"]

#: What a text must look like; empty where any text is fine.
Format = Literal["", "year-month", "date", "url", "email", "contact", "uuid", "boolean", "const", "score", "yes-no"]

#: What a civil servant types for several values in one cell: one entry per line; in a grouping `title | link`.
ENTRY_SEPARATOR: Final = "\n"
PART_SEPARATOR: Final = " | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part (title or link) of an entry in a grouping."""

    key: str
    title: str
    required: bool = False
    max_length: int | None = None  #: asked by the register's config; its API does not enforce it inside groupings
    handbook_max_length: int | None = None
    format: Format = ""
    recommended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a registration, as one version of the standard declares it.

    Lengths are in characters after HTML has been stripped. `required` is what the software asks (present and not
    null); `handbook_*` and `schema_*` are what the other two specs of the same version say, None where silent.
    """

    key: str
    title: str
    section: str = ""  #: label of the tab on the public site, or of the section in an older document
    kind: Kind = "text"
    format: Format = ""
    max_length: int | None = None
    required: bool = False
    show_always: bool = False  #: the public site prints "Veld niet ingevuld" when it is empty
    choices: tuple[str, ...] = ()
    choices_en: tuple[str, ...] = ()
    recommended: tuple[str, ...] = ()
    html: bool = False  #: keeps p, div, br, ul, ol and li; other fields lose all tags
    weight: int = 0  #: in the register's own completeness score
    b1: bool = False  #: the standard asks for language level B1
    parts: tuple[Part, ...] = ()
    export_key: str = ""  #: header in the portal's CSV where it differs from the key
    set_by_register: bool = False
    handbook_title: str | None = None
    handbook_shown: str | None = None
    handbook_max_length: int | None = None
    handbook_input: str | None = None
    schema_key: str | None = None
    schema_required: bool | None = None
    schema_max_length: int | None = None
    schema_choices: tuple[str, ...] = ()
    public: bool = True
    sheet: str = "Registraties"  #: sheet of the template that holds it
    help: str = ""  #: Dutch, B1
    example: str = ""
    question: str = ""  #: to ask in an interview


@dataclass(frozen=True, kw_only=True)
class Standard:
    """One version of the publication standard; `fields` stand in the order in which the public site shows them."""

    version: str
    label: str
    source: str
    fields: tuple[Field, ...]
    aliases: tuple[str, ...] = ()
    api_path: str | None = None
    weights: bool = False  #: the register scores the completeness of this version
    by_key: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {f.key: f for f in self.fields})

    def __getitem__(self, key: str) -> Field:
        """The field with this key; KeyError when the version has none."""
        return self.by_key[key]

    def __contains__(self, key: object) -> bool:
        return key in self.by_key

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """All keys, in order."""
        return tuple(self.by_key)

    @cached_property
    def required(self) -> tuple[Field, ...]:
        """The fields without which the register refuses a registration."""
        return tuple(f for f in self.fields if f.required)

    @cached_property
    def asked(self) -> tuple[Field, ...]:
        """The fields that the register asks people for: mandatory, or shown as not filled in when empty."""
        return tuple(f for f in self.fields if (f.required or f.show_always) and not f.set_by_register)

    @cached_property
    def sections(self) -> dict[str, tuple[Field, ...]]:
        """The fields by section, in order. Fields that no section shows stand under the empty text."""
        names = dict.fromkeys(f.section for f in self.fields)
        return {name: tuple(f for f in self.fields if f.section == name) for name in names}


def disagreements(of: Field) -> tuple[str, ...]:
    """Where the specs of one version contradict each other on this field, as Dutch sentences; empty where they agree.

    Source: software config v1_0.json, the handbook (Publicatiestandaard 1.0, ch02) and the JSON Schema 1.0.0.
    """
    found = []
    lengths = {
        "software": of.max_length,
        "handboek": of.handbook_max_length,
        "JSON-schema": of.schema_max_length,
    }
    known = {name: length for name, length in lengths.items() if length is not None}
    if len(set(known.values())) > 1:
        found.append("Lengte: " + ", ".join(f"{name} hoogstens {length}" for name, length in known.items()) + ".")
    if of.handbook_title is not None and of.handbook_title != of.title:
        found.append(f"Naam: software '{of.title}', handboek '{of.handbook_title}'.")
    if of.schema_required is not None and of.schema_required != of.required:
        yes_no = {True: "ja", False: "nee"}
        found.append(f"Verplicht: software {yes_no[of.required]}, JSON-schema {yes_no[of.schema_required]}.")
    if of.handbook_shown == "Ja" and not of.show_always:
        found.append("Leeg veld: het handboek wil het tonen, de site toont het niet.")
    if of.schema_choices and set(of.schema_choices) != set(of.choices):
        found.append("Keuzes: het JSON-schema schrijft ze anders; alleen de spelling van de software wordt aangenomen.")
    return tuple(found)


def entry_line(title: str, link: str) -> str:
    """One entry of a grouping as a person types it: `title | link`, `title`, or `| link`."""
    if not link:
        # A title with the separator in it needs an empty link behind it, or its tail would be read as one.
        return f"{title}{PART_SEPARATOR}".rstrip(" ") if PART_SEPARATOR.strip() in title else title
    return f"{title}{PART_SEPARATOR}{link}".lstrip()
