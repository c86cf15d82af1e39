"""The parts of a file, read with care: a stranger's file may be a bomb."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from algreg_lib.errors import InputError

_MOST_PARTS: Final = 20_000
_LARGEST: Final = 1_000_000_000  #: bytes, of all parts together
_HIGHEST_RATIO: Final = 500
_SMALL: Final = 10_000_000  #: a file this small is read whatever its ratio
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STEP: Final = 1_000_000


def parts_of(path: Path, data: bytes) -> dict[str, bytes]:
    """The parts of an Office file by name. Raises InputError when it is none, is locked, damaged, or a zip bomb."""
    if data.startswith(_OLE):
        raise InputError(
            path,
            "is met een wachtwoord beveiligd, of een heel oud soort Office-bestand.",
            advice="Sla het op als gewoon .xlsx- of .docx-bestand zonder wachtwoord.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(path, archive, len(data))
            return _by_name(path, archive)
    # ValueError: a part that would begin before the file does, when its first bytes are lost.
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as error:
        raise InputError(
            path,
            "is beschadigd of geen Office-bestand.",
            advice="Open het in Excel of Word en sla het opnieuw op.",
        ) from error


def _by_name(path: Path, archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Every part; of two with one name a program shows one, so the other gets a name that no program knows."""
    found: dict[str, bytes] = {}
    taken = set()
    for info in archive.infolist():
        if not info.is_dir() or info.file_size:
            name = info.filename
            while name.casefold() in taken:  # for Office `XL/Workbook.xml` is the same name
                name += " (nog een)"
            taken.add(name.casefold())
            found[name] = _read(path, archive, info)
    return found


def _refuse_bomb(path: Path, archive: zipfile.ZipFile, size: int) -> None:
    infos = archive.infolist()
    total = sum(info.file_size for info in infos)
    if len(infos) > _MOST_PARTS or total > _LARGEST or (total > _SMALL and total > _HIGHEST_RATIO * size):
        raise _bomb(path)


def _read(path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The part, never more than the zip said it would be: a bomb lies about its size."""
    with archive.open(info) as part:
        data = part.read(info.file_size + 1)
        if len(data) > info.file_size:
            raise _bomb(path)
        return data


def _bomb(path: Path) -> InputError:
    return InputError(
        path,
        "wordt bij het uitpakken onwaarschijnlijk groot; zo'n bestand openen wij niet.",
        advice="Controleer waar het vandaan komt. Is het van u? Kopieer de inhoud dan naar een nieuw bestand.",
    )


def xml_tree(path: Path, name: str, data: bytes) -> Element:
    """The tree of an XML part. Raises InputError when it is broken, or declares entities (which Office never does)."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        tree: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise InputError(
            path,
            f"het onderdeel {name} is geen gewone XML.",
            advice="Open het bestand in Excel of Word en sla het opnieuw op.",
        ) from error
    return tree


def local(tag: object) -> str:
    """The name of an element or attribute without its namespace, in which strict and usual Office files differ."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The attribute with this name, in whatever namespace; empty when absent."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def is_on(element: Element, name: str) -> bool:
    """Whether a switch is on."""
    return attribute(element, name) in {"1", "true", "on"}


def number(text: str, default: float) -> float:
    """The number that a text is; the default where it is none, as a stranger's file may hold anything."""
    try:
        found = float(text)
    except ValueError:
        return default
    return found if isfinite(found) else default


def every(tree: Element, *names: str) -> list[Element]:
    """All elements with one of these names, in the order of the document."""
    return [element for element in tree.iter() if local(element.tag) in names]


def text_of(element: Element) -> str:
    """All text inside."""
    return "".join(element.itertext())


class Relation(NamedTuple):
    """What a part points to."""

    target: str  #: the name of a part as the file has it, or an address outside
    kind: str  #: the last word of its type
    outside: bool


def relations(path: Path, parts: Mapping[str, bytes], name: str) -> dict[str, Relation]:
    """The relations of a part by id; those of the file itself for an empty name."""
    folder, _, file = name.rpartition("/")
    wanted = f"{folder}/_rels/{file}.rels".lstrip("/")
    by_name = {other.casefold(): other for other in parts}
    if wanted.casefold() not in by_name:
        return {}
    found = {}
    for relation in every(xml_tree(path, wanted, parts[by_name[wanted.casefold()]]), "Relationship"):
        target, outside = relation.get("Target", ""), relation.get("TargetMode") == "External"
        if not outside:
            resolved = _resolved(folder, target)
            target = by_name.get(resolved.casefold(), resolved)
        found[relation.get("Id", "")] = Relation(target, relation.get("Type", "").rpartition("/")[2], outside)
    return found


def main_part(path: Path, parts: Mapping[str, bytes], usual: str) -> str:
    """The part with which a program begins: the file itself says which; empty when there is none."""
    told = (each.target for each in relations(path, parts, "").values() if each.kind == "officeDocument")
    by_name = {name.casefold(): name for name in parts}
    return next((target for target in told if target in parts), by_name.get(usual, ""))


def reachable(path: Path, parts: Mapping[str, bytes], main: str) -> dict[str, Relation]:
    """By name each part that another part points to, with how; from the file itself and its main part on."""
    todo = [Relation(main, "officeDocument", outside=False), *relations(path, parts, "").values()]
    found: dict[str, Relation] = {}
    while todo:
        relation = todo.pop()
        if relation.target in parts and relation.target not in found and not relation.outside:
            found[relation.target] = relation
            todo += relations(path, parts, relation.target).values()
    return found


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    steps = folder.split("/") if folder else []
    for step in target.split("/"):
        steps = steps[:-1] if step == ".." else [*steps, *([step] if step != "." else [])]
    return "/".join(steps)
