"""What bytes may say: a text stands in a file as UTF-8, UTF-16, XML, JSON, URL or base64, or packed in another file."""

import base64
import binascii
import html
import re
import zlib
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote_plus

from algreg_lib.publication.inspection.envelope import entries, inflated

_TAG: Final = re.compile(r"<[^<>]*>")
_JSON_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|u\{0*([0-9a-fA-F]{1,5})\}|([nrtbf\"\\/']))")
_EXCEL_ESCAPE: Final = re.compile(r"_x([0-9a-fA-F]{4})_")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
#: As mail and data addresses write it, in lines.
_BASE64_LINES: Final = re.compile(r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{40,}+\s+)+[A-Za-z0-9+/_-]++={0,2}")
_HEX: Final = re.compile(r"(?<![0-9a-zA-Z])(?:[0-9a-fA-F]{2}){8,}+(?![0-9a-zA-Z])")
#: How packed bytes begin: gzip, and zlib as in pictures and PDF files.
_PACKED: Final = re.compile(rb"\x1f\x8b\x08|\x78[\x01\x5e\x9c\xda]")
_EITHER_SHAPE: Final = zlib.MAX_WBITS | 32
#: Readings of one byte per sign, of Windows, macOS and DOS; their letters without accents are the same as in UTF-8.
_SINGLE_BYTE: Final = ("cp1252", "mac_roman", "cp850")
_PLAIN: Final = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " "}
#: Where a cell stands is no text: a code such as B105 would be "found" in every sheet of 105 rows.
_ADDRESSES: Final = re.compile(rb' (?:r|ref|sqref|spans)="[A-Z]{0,3}[0-9]+(?::[A-Z]{0,3}[0-9]+)?"')
_HEAD: Final = 1_000
_DEEPEST: Final = 3
_LAYERS: Final = 2
_LARGEST_INNER: Final = 200_000_000
#: Base64 may begin anywhere in a run of letters; a longer run is looked at from its beginning only.
_SHIFTED_UP_TO: Final = 4_000


def texts(data: bytes, depth: int = 0) -> set[str]:
    """All readings of the bytes."""
    if b"<worksheet" in data[:_HEAD]:
        data = _ADDRESSES.sub(b"", data)
    found = set(_unescaped({data.decode("utf-8", errors="replace"), *_wide(data)}))
    found |= _single_byte(data)
    if depth < _DEEPEST:
        found |= {text for inner in _inner(data, found) for text in texts(inner, depth + 1)}
    return found


def _wide(data: bytes) -> Iterator[str]:
    """Two bytes per sign, from either byte on; only where there are zero bytes is that likely."""
    if b"\0" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        for start in (0, 1):
            yield data[start:].decode("utf-16-le", errors="replace")
            yield data[start:].decode("utf-16-be", errors="replace")


def readings_of(text: str) -> set[str]:
    """All readings of a text, but for what may be packed in it."""
    return set(_unescaped({text}))


def _single_byte(data: bytes) -> set[str]:
    """One byte per sign, where the bytes are no UTF-8 (or zip, which is unpacked instead)."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        plain = {data.decode(name, errors="replace") for name in _SINGLE_BYTE}
        return plain | {bare for text in plain for bare in (_without_tags(text), _spaced_tags(text))}
    return set()


def _unescaped(readings: set[str]) -> Iterator[str]:
    """The readings, with and without tags, as they stand and without their escapes (which come in layers)."""
    for text in {form for reading in readings for form in (reading, _without_tags(reading), _spaced_tags(reading))}:
        yield text
        plain = text
        for _ in range(_LAYERS):
            for step in (_characters, _address, _json, _excel):
                plain = step(plain)
        yield plain


def _without_tags(text: str) -> str:
    """A word may be split over runs of text."""
    return _TAG.sub("", text) if "<" in text else text


def _spaced_tags(text: str) -> str:
    """And two cells are two words."""
    return _TAG.sub(" ", text) if "<" in text else text


def _characters(text: str) -> str:
    return html.unescape(text) if "&" in text else text


def _address(text: str) -> str:
    return unquote_plus(text) if "%" in text else text


def _json(text: str) -> str:
    if "\\" not in text:
        return text
    plain = _JSON_ESCAPE.sub(_json_sign, text)
    # Signs outside the first 65,536 stand in JSON as two halves.
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _json_sign(found: re.Match[str]) -> str:
    number = found[1] or found[2] or found[3]
    return chr(int(number, 16)) if number else _PLAIN.get(found[4], found[4])


def _excel(text: str) -> str:
    return _EXCEL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _inner(data: bytes, readings: set[str]) -> Iterator[bytes]:
    yield from entries(data)
    yield from _unpacked(data)
    runs = {run for reading in readings for run in _BASE64.findall(reading)}
    runs |= {"".join(lines.split()) for reading in readings for lines in _BASE64_LINES.findall(reading)}
    for run in runs:
        for start in range(4 if len(run) <= _SHIFTED_UP_TO else 1):
            yield from _base64(run[start:])
    for digits in {digits for reading in readings for digits in _HEX.findall(reading)}:
        if _is_text(plain := bytes.fromhex(digits)):
            yield plain


def _unpacked(data: bytes) -> Iterator[bytes]:
    """What is packed without being a zip; only where the first bytes do unpack."""
    left = _LARGEST_INNER
    for found in _PACKED.finditer(data):
        content = inflated(memoryview(data)[found.start() :], _EITHER_SHAPE, left)
        left -= len(content)
        if content:
            yield content
        if left <= 0:
            return


def _base64(run: str) -> Iterator[bytes]:
    digits = run.rstrip("=").replace("-", "+").replace("_", "/")
    digits = digits[: len(digits) - (len(digits) % 4 == 1)]
    try:
        data = base64.b64decode(digits + "=" * (-len(digits) % 4), validate=True)
    except (binascii.Error, ValueError):
        return
    # Any long word can be read as base64; what comes out of that is noise.
    if len(run) > _SHIFTED_UP_TO or _is_text(data) or b"PK\x03\x04" in data or _PACKED.match(data):
        yield data


def _is_text(data: bytes) -> bool:
    wide = data.count(0) * 3 > len(data)  # two bytes per sign
    bare = data.replace(b"\0", b"") if wide else data
    readable = sum(byte >= 32 and byte != 127 for byte in bare)
    whole = wide or "\ufffd" not in bare.decode("utf-8", errors="replace")[:-1]
    return bool(bare) and whole and readable > 0.9 * len(bare)
