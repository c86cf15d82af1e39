"""What makes Excel say that it found unreadable content, looked up in the parts of a workbook.

Excel itself runs on no build machine. The limits are those of Excel's specifications and of ECMA-376 part 1; the order
of elements is that of CT_Worksheet (18.3.1.99). What a schema cannot say (lengths of formulas, indexes that point
nowhere, formulas that do not parse) is here because it is what generated workbooks get wrong.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from openpyxl.formula import Tokenizer
from openpyxl.utils import FORMULAE, column_index_from_string

_ELEMENTS = """
    sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
    autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
    hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
    ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems
    tableParts extLst""".split()
_ORDER = {name: place for place, name in enumerate(_ELEMENTS)}
_ROWS, _COLUMNS = 1_048_576, 16_384
_TEXT, _FORMULA, _CHECK = 32_767, 8_192, 255
_CELL_TYPES = {"b", "d", "e", "inlineStr", "n", "s", "str"}
_VALIDATIONS = {"none", "whole", "decimal", "list", "date", "time", "textLength", "custom"}
_MARKINGS = {"expression", "cellIs", "dataBar", "colorScale", "iconSet", "duplicateValues", "containsText"}
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_NAME = re.compile(r"[A-Za-z_\\][\w.\\]{0,254}")
_OPERAND = re.compile(r"(?:(?:'[^']+'|[\w.]+)!)?(?P<first>[^:!]+)(?::(?P<last>[^:!]+))?")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def repairs(path: Path) -> list[str]:
    """Everything for which Excel would offer to repair this workbook; empty when it opens without a word."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        twice = [f"{name} is packed twice" for name, count in Counter(map(str.lower, names)).items() if count > 1]
        parts = {name: archive.read(name) for name in names}
    trees, broken = {}, []
    for name, content in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            try:
                trees[name] = ElementTree.fromstring(content)
            except ElementTree.ParseError as error:
                broken.append(f"{name}: {error}")
    if broken or "xl/workbook.xml" not in trees:
        return [*twice, *broken, *([] if "xl/workbook.xml" in trees else ["xl/workbook.xml is missing"])]
    return [*twice, *_Book(trees, set(names)).found()]


class _Book:
    def __init__(self, trees: dict[str, Element], names: set[str]) -> None:
        self.trees, self.names = trees, names
        self.book = trees["xl/workbook.xml"]
        self.sheets = [e for e in self.book.iter() if _local(e) == "sheet"]
        self.defined = {e.get("name", "").casefold() for e in self.book.iter() if _local(e) == "definedName"}
        styles = trees.get("xl/styles.xml", Element("styleSheet"))
        self.styles = {_local(group): list(group) for group in styles}
        self.style_counts = {_local(group): group.get("count") for group in styles}
        self.strings = [e for e in trees.get("xl/sharedStrings.xml", Element("sst")) if _local(e) == "si"]

    def found(self) -> Iterator[str]:
        yield from self._package()
        yield from self._relations()
        yield from self._names_of_sheets()
        yield from self._defined_names()
        yield from self._styles()
        yield from _too_long("a shared text", (_text(e) for e in self.strings), _TEXT)
        targets = self.relations("xl/workbook.xml")
        for sheet in self.sheets:
            part = targets.get(sheet.get(_RELATION, ""), "")
            if part not in self.trees:
                yield f"sheet {sheet.get('name')} has no part"
                continue
            yield from (f"{part}: {what}" for what in _Sheet(self, part).found())

    def _package(self) -> Iterator[str]:
        types = self.trees.get("[Content_Types].xml", Element("Types"))
        extensions = {e.get("Extension", "").lower() for e in types if _local(e) == "Default"}
        overrides = Counter(e.get("PartName", "").lstrip("/") for e in types if _local(e) == "Override")
        yield from (f"type of {name} is named twice" for name, count in overrides.items() if count > 1)
        yield from (f"type of {name}, which is not there" for name in overrides if name not in self.names)
        for name in self.names - {"[Content_Types].xml"}:
            # a part that is only covered by the plain xml type is none that Excel understands
            if name not in overrides and (name.endswith(".xml") or name.rpartition(".")[2].lower() not in extensions):
                yield f"{name} has no content type"

    def relations(self, part: str) -> dict[str, str]:
        """Target by relation id."""
        tree = self.trees.get(f"{dirname(part)}/_rels/{part.rpartition('/')[2]}.rels", Element("Relationships"))
        return {e.get("Id", ""): _target(part, e) for e in tree}

    def _relations(self) -> Iterator[str]:
        for name, tree in self.trees.items():
            if not name.endswith(".rels"):
                continue
            part = name.replace("_rels/", "").removesuffix(".rels")
            ids = [e.get("Id", "") for e in tree]
            if len(ids) != len(set(ids)):
                yield f"{name}: an id is used twice"
            for element in tree:
                if element.get("TargetMode") != "External" and _target(part, element) not in self.names:
                    yield f"{name}: {element.get('Target')} is not there"

    def _names_of_sheets(self) -> Iterator[str]:
        names = [e.get("name", "") for e in self.sheets]
        for name in names:
            if not 0 < len(name) <= 31 or re.search(r"[\[\]:*?/\\]", name) or name[:1] == "'" or name[-1:] == "'":
                yield f"a sheet cannot be called {name!r}"
        if len({name.casefold() for name in names}) < len(names):
            yield "two sheets have one name"
        if len({e.get("sheetId") for e in self.sheets}) < len(names):
            yield "two sheets have one number"
        if all(e.get("state") in {"hidden", "veryHidden"} for e in self.sheets):
            yield "no sheet is visible"

    def _defined_names(self) -> Iterator[str]:
        seen: set[tuple[str, str | None]] = set()
        for element in self.book.iter():
            if _local(element) != "definedName":
                continue
            name, scope = element.get("name", ""), element.get("localSheetId")
            cell_like = re.fullmatch(r"[A-Za-z]{1,3}\d+|[RrCc]|[Rr]\d*[Cc]\d*", name)
            if not _NAME.fullmatch(name) or cell_like:
                yield f"{name!r} cannot be a defined name"
            if (name.casefold(), scope) in seen:
                yield f"the name {name} is defined twice"
            seen.add((name.casefold(), scope))
            if scope is not None and int(scope) >= len(self.sheets):
                yield f"the name {name} belongs to no sheet"
            yield from (f"the name {name}: {what}" for what in self.formula(element.text or ""))

    def _styles(self) -> Iterator[str]:
        for group, count in self.style_counts.items():
            if count is not None and int(count) != len(self.styles[group]):
                yield f"styles: {count} {group} said, {len(self.styles[group])} given"
        kinds = {"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"}
        for form in self.styles.get("cellXfs", []):
            for attribute, group in kinds.items():
                if int(form.get(attribute, 0)) >= len(self.styles.get(group, [])):
                    yield f"styles: {attribute} {form.get(attribute)} is not there"
        if len(self.styles.get("cellXfs", [])) > 65_490 or len(self.styles.get("fonts", [])) > 1_024:
            yield "more formats than Excel takes"

    def formula(self, text: str, limit: int = _FORMULA) -> Iterator[str]:
        """What is wrong with a formula; separators are commas, as in the file."""
        if not 0 < len(text) <= limit:
            yield f"a formula of {len(text)} characters"
        tokens = Tokenizer("=" + text).items
        depth = deepest = 0
        for token in tokens:
            depth += {"OPEN": 1, "CLOSE": -1}.get(token.subtype, 0)
            deepest = max(deepest, depth)
            if token.type == "FUNC" and token.subtype == "OPEN" and not _is_function(token.value):
                yield f"no function of Excel: {token.value}"
            if token.type == "OPERAND" and token.subtype == "RANGE" and not self._is_operand(token.value):
                yield f"points nowhere: {token.value}"
        if depth or deepest > 64:
            yield f"parentheses do not close: {text[:60]}"
        solid = [token for token in tokens if token.type != "WHITE-SPACE"]
        side_by_side = any(a.type == b.type == "OPERAND" for a, b in pairwise(solid))
        if side_by_side or solid[-1].type.startswith("OPERATOR-INFIX"):
            yield f"no formula: {text[:60]}"

    def _is_operand(self, text: str) -> bool:
        sheet, mark, _ = text.rpartition("!")
        known = {e.get("name", "").casefold() for e in self.sheets}
        if mark and sheet.strip("'").replace("''", "'").casefold() not in known:
            return False
        found = _OPERAND.fullmatch(text)
        if found is None:
            return False
        ends = [end for end in found.group("first", "last") if end]
        whole = all(re.fullmatch(r"\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}", end) for end in ends) and len(ends) == 2
        return whole or all(_is_cell(end) for end in ends) or text.casefold() in self.defined


class _Sheet:
    def __init__(self, book: _Book, part: str) -> None:
        self.book, self.tree = book, book.trees[part]
        self.relations = book.relations(part)

    def found(self) -> Iterator[str]:
        order = [_ORDER.get(_local(e), -1) for e in self.tree]
        if order != sorted(order) or -1 in order:
            yield f"elements out of order: {[_local(e) for e in self.tree]}"
        yield from self._columns()
        yield from self._cells()
        yield from self._merged()
        yield from self._validations()
        yield from self._markings()
        yield from self._links()
        for element in self.tree.iter():
            for attribute in ("sqref", "ref", "activeCell", "topLeftCell"):
                where = element.get(attribute)
                if where is not None and not all(_is_range(part) for part in where.split() or [""]):
                    yield f"{_local(element)}: no cells: {where}"
        for element in self._all("oddHeader", "oddFooter"):
            yield from _too_long("a header or footer", [element.text or ""], _CHECK)

    def _all(self, *names: str) -> Iterator[Element]:
        return (e for e in self.tree.iter() if _local(e) in names)

    def _columns(self) -> Iterator[str]:
        last = 0
        for column in self._all("col"):
            low, high = int(column.get("min", 0)), int(column.get("max", 0))
            if not last < low <= high <= _COLUMNS or float(column.get("width", 0)) > _CHECK:
                yield f"columns {low} to {high} do not follow, or are too wide"
            last = high

    def _cells(self) -> Iterator[str]:
        forms, above = len(self.book.styles.get("cellXfs", [])), 0
        for row in self._all("row"):
            number = int(row.get("r", above + 1))
            if not above < number <= _ROWS:
                yield f"row {number} stands behind row {above}"
            if float(row.get("ht", 0)) > 409.5:
                yield f"row {number} is too high"
            above, left = number, 0
            for cell in row:
                address = cell.get("r", "")
                found = _CELL.fullmatch(address)
                if found is None or int(found[2]) != number or column_index_from_string(found[1]) <= left:
                    yield f"cell {address} stands wrong on row {number}"
                left = column_index_from_string(found[1]) if found else left
                if int(cell.get("s", 0)) >= forms:
                    yield f"cell {address} has a format that is not there"
                yield from (f"cell {address}: {what}" for what in self._cell(cell))

    def _cell(self, cell: Element) -> Iterator[str]:
        kind, children = cell.get("t", "n"), {_local(e): e for e in cell}
        value = children["v"].text or "" if "v" in children else ""
        if kind not in _CELL_TYPES:
            yield f"no type of cell: {kind}"
        elif kind == "s" and not (value.isdigit() and int(value) < len(self.book.strings)):
            yield f"points at text {value}, which is not there"
        elif kind == "n" and value and not re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", value):
            yield f"no number: {value}"
        if "f" in children and children["f"].text:
            yield from self.book.formula(children["f"].text)
        yield from _too_long("a text", [value, _text(children["is"]) if "is" in children else ""], _TEXT)

    def _merged(self) -> Iterator[str]:
        areas = [_area(e.get("ref", "")) for e in self._all("mergeCell")]
        if any(_overlap(a, b) for i, a in enumerate(areas) for b in areas[:i]):
            yield "merged cells overlap"

    def _validations(self) -> Iterator[str]:
        rules = list(self._all("dataValidation"))
        for group in self._all("dataValidations"):
            if not 0 < len(group) <= 65_534 or int(group.get("count", len(group))) != len(group):
                yield f"{group.get('count')} validations said, {len(group)} given"
        for rule in rules:
            if rule.get("type", "none") not in _VALIDATIONS:
                yield f"no validation: {rule.get('type')}"
            titles = [rule.get("promptTitle", ""), rule.get("errorTitle", "")]
            yield from _too_long("the title of a message", titles, 32)
            yield from _too_long("a message", [rule.get("prompt", ""), rule.get("error", "")], _CHECK)
            if rule.get("type", "none") != "none" and not len(rule):
                yield "a validation without a formula"
            for formula in rule:
                yield from (f"validation: {what}" for what in self.book.formula(formula.text or "", _CHECK))
        areas = [_area(part) for rule in rules for part in rule.get("sqref", "").split() if _is_range(part)]
        if any(_overlap(a, b) for i, a in enumerate(areas) for b in areas[:i]):
            yield "two validations for one cell"

    def _markings(self) -> Iterator[str]:
        rules = list(self._all("cfRule"))
        priorities = [rule.get("priority") for rule in rules]
        if len(priorities) != len(set(priorities)):
            yield "two markings of one priority"
        for rule in rules:
            if rule.get("type") not in _MARKINGS:
                yield f"no marking: {rule.get('type')}"
            if int(rule.get("dxfId", -1)) >= len(self.book.styles.get("dxfs", [])):
                yield f"a marking with format {rule.get('dxfId')}, which is not there"
            for formula in (e for e in rule if _local(e) == "formula"):
                yield from (f"marking: {what}" for what in self.book.formula(formula.text or ""))

    def _links(self) -> Iterator[str]:
        links = list(self._all("hyperlink"))
        if len(links) > 65_530:
            yield "more links than Excel takes"
        for element in [*links, *self._all("drawing", "legacyDrawing", "tablePart")]:
            relation = element.get(_RELATION)
            if relation is not None and relation not in self.relations:
                yield f"{_local(element)} points at nothing"
            location = element.get("location")
            if location is not None:
                yield from (f"link: {what}" for what in self.book.formula(location))
        for part in self.relations.values():
            comments = [e for e in self.book.trees.get(part, ()) if _local(e) == "commentList"]
            where = [e.get("ref", "") for group in comments for e in group]
            if len(where) != len(set(where)) or not all(map(_is_cell, where)):
                yield f"{part}: two comments in one cell, or one in none"


def _target(part: str, relation: Element) -> str:
    target = relation.get("Target", "")
    return target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _text(element: Element) -> str:
    return "".join(e.text or "" for e in element.iter() if _local(e) == "t")


def _too_long(what: str, texts: Iterable[str], limit: int) -> Iterator[str]:
    for text in texts:
        units = len(text.encode("utf-16-le", "surrogatepass")) // 2
        if units > limit:
            yield f"{what} of {units} characters, where {limit} fit: {text[:40]}"


def _is_function(opening: str) -> bool:
    name = opening.rstrip("(").upper()
    return name in FORMULAE or name.startswith("_XLFN.") or name == "IFERROR"


def _is_cell(text: str) -> bool:
    found = _CELL.fullmatch(text)
    return found is not None and column_index_from_string(found[1]) <= _COLUMNS and int(found[2]) <= _ROWS


def _is_range(text: str) -> bool:
    first, _, last = text.partition(":")
    return _is_cell(first) and (not last or _is_cell(last))


def _area(text: str) -> tuple[int, int, int, int]:
    ends = [_CELL.fullmatch(end) for end in (text.split(":") * 2)[:2]]
    (left, top), (right, bottom) = [(column_index_from_string(e[1]), int(e[2])) for e in ends if e]
    return left, top, right, bottom


def _overlap(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
