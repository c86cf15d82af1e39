"""Text in a Word document that nobody sees: hidden, tiny, or in the colour of what is behind it, also by its style."""

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from algreg_lib.publication.inspection.container import attribute, every, is_on, local, number
from algreg_lib.publication.inspection.styles import alike
from algreg_lib.publication.inspection.traces import Trace

#: `webHidden` is for the view as a web page only: Word puts it on the page numbers of every table of contents.
_HIDING: Final = ("vanish", "specVanish")
_TINY: Final = 4  #: half points
_WHITE: Final = "FFFFFF"
_LIGHT: Final = frozenset({"background1", "light1"})
Marks = Mapping[str, Element]


class WordStyles:
    """What the styles of a document say about text: marks by the id of the style, with those it is based on."""

    def __init__(self, tree: Element | None) -> None:
        styles = every(tree, "style") if tree is not None else []
        self._styles = {attribute(style, "styleId"): style for style in styles}
        self._usual = _marks_in(next(iter(every(tree, "rPrDefault")), None)) if tree is not None else {}
        normal = (
            attribute(s, "styleId") for s in styles if attribute(s, "type") == "paragraph" and is_on(s, "default")
        )
        self._normal = next(normal, "")

    def marks(self, paragraph_style: str, run_style: str) -> dict[str, Element]:
        """The marks that hold for a run, before its own."""
        return {**self._usual, **self._of(paragraph_style or self._normal), **self._of(run_style)}

    def fills(self, table_style: str) -> bool:
        """Whether a table style colours cells, so that we do not know what is behind a text."""
        return any(every(style, "shd") for style in self._chain(table_style))

    def _of(self, style: str) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for each in self._chain(style):
            found = {**_marks_in(each), **found}
        return found

    def _chain(self, style: str) -> list[Element]:
        chain: list[Element] = []
        while (found := self._styles.get(style)) is not None and found not in chain:
            chain.append(found)
            style = next((attribute(child, "val") for child in found if local(child.tag) == "basedOn"), "")
        return chain


def hidden_texts(name: str, tree: Element, styles: WordStyles) -> Iterator[Trace]:
    """Each run of a part whose text nobody sees."""
    parents = {child: parent for parent in tree.iter() for child in parent}
    for run in every(tree, "r"):
        text = "".join(part.text or "" for part in every(run, "t", "delText"))
        if text.strip():
            around = _around(run, parents)
            own = _marks_in(run)
            marks = styles.marks(_style(around, "p", "pPr", "pStyle"), _value(own, "rStyle")) | own
            if any(key in marks and attribute(marks[key], "val") not in {"0", "false"} for key in _HIDING):
                yield Trace("verborgen-tekst", name, value=text)
            if number(_value(marks, "sz"), _TINY + 1) <= _TINY or _is_behind(marks, around, styles):
                yield Trace("onzichtbare-opmaak", name, value=text)


def _is_behind(marks: Marks, around: list[Element], styles: WordStyles) -> bool:
    """Whether the text has the colour of what is behind it, as far as we can tell that."""
    if "color" not in marks:
        return False
    said = _value(marks, "color").upper()
    colour = _WHITE if said in {"", "AUTO"} and attribute(marks["color"], "themeColor") in _LIGHT else said
    return len(colour) == 6 and alike(colour, _background(marks, around, styles))


def _background(marks: Marks, around: list[Element], styles: WordStyles) -> str | None:
    if _value(marks, "highlight") not in {"", "none", "white"}:
        return None
    boxes = [marks.get("shd"), *(_shading(element) for element in around)]
    for box in boxes:
        if box is not None:
            if attribute(box, "themeFill"):
                return None
            if (fill := attribute(box, "fill").upper()) not in {"", "AUTO"}:
                return fill
    if any(local(element.tag) == "txbxContent" for element in around):
        return None
    return None if styles.fills(_style(around, "tbl", "tblPr", "tblStyle")) else _WHITE


def _shading(element: Element) -> Element | None:
    """The shading that a paragraph, cell or table has itself."""
    wanted = {"p": "pPr", "tc": "tcPr", "tbl": "tblPr"}.get(local(element.tag))
    own = next((child for child in element if local(child.tag) == wanted), None)
    return next((child for child in own if local(child.tag) == "shd"), None) if own is not None else None


def _around(run: Element, parents: Mapping[Element, Element]) -> list[Element]:
    """What the run stands in, from near to far."""
    found, element = [], run
    while element in parents:
        element = parents[element]
        found.append(element)
    return found


def _style(around: list[Element], kind: str, properties: str, mark: str) -> str:
    """The style of the nearest element of this kind."""
    near = next((element for element in around if local(element.tag) == kind), None)
    own = next((child for child in near if local(child.tag) == properties), None) if near is not None else None
    return next((attribute(child, "val") for child in own if local(child.tag) == mark), "") if own is not None else ""


def _marks_in(element: Element | None) -> dict[str, Element]:
    children = (child for child in element if local(child.tag) == "rPr") if element is not None else ()
    return {local(mark.tag): mark for child in children for mark in child}


def _value(marks: Marks, key: str) -> str:
    return attribute(marks[key], "val") if key in marks else ""
