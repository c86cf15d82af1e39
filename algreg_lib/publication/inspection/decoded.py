"""What bytes may say: a text stands in a file as UTF-8, UTF-16, XML, JSON, URL or base64, or inside another zip."""

import base64
import binascii
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote_plus

_TAG: Final = re.compile(r"<[^<>]*>")
_JSON_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([nrtbf\"\\/']))")
_EXCEL_ESCAPE: Final = re.compile(r"_x([0-9a-fA-F]{4})_")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{12,}={0,2}")
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
    if depth < _DEEPEST:
        found |= {text for inner in _inner(data, found) for text in texts(inner, depth + 1)}
    return found


def _wide(data: bytes) -> Iterator[str]:
    """Two bytes per sign, from either byte on; only where there are zero bytes is that likely."""
    if b"\0" in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        for start in (0, 1):
            yield data[start:].decode("utf-16-le", errors="replace")
            yield data[start:].decode("utf-16-be", errors="replace")


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
    number = found[1] or found[2]
    return chr(int(number, 16)) if number else _PLAIN.get(found[3], found[3])


def _excel(text: str) -> str:
    return _EXCEL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _inner(data: bytes, readings: set[str]) -> Iterator[bytes]:
    if data.startswith(b"PK\x03\x04"):
        yield from _zipped(data)
    runs = {run for reading in readings for run in _BASE64.findall(reading)}
    for run in runs:
        for start in range(4 if len(run) <= _SHIFTED_UP_TO else 1):
            yield from _base64(run[start:])


def _zipped(data: bytes) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) <= _LARGEST_INNER:
                for info in archive.infolist():
                    with archive.open(info) as part:
                        yield part.read(info.file_size)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zlib.error):
        return  # not a zip after all: its bytes were read as they are


def _base64(run: str) -> Iterator[bytes]:
    digits = run.rstrip("=").replace("-", "+").replace("_", "/")
    digits = digits[: len(digits) - (len(digits) % 4 == 1)]
    try:
        data = base64.b64decode(digits + "=" * (-len(digits) % 4), validate=True)
    except (binascii.Error, ValueError):
        return
    # Any long word can be read as base64; what comes out of that is noise.
    if len(run) > _SHIFTED_UP_TO or _is_text(data) or data.startswith(b"PK"):
        yield data


def _is_text(data: bytes) -> bool:
    wide = data.count(0) * 3 > len(data)  # two bytes per sign
    bare = data.replace(b"\0", b"") if wide else data
    readable = sum(byte >= 32 and byte != 127 for byte in bare)
    whole = wide or "\ufffd" not in bare.decode("utf-8", errors="replace")[:-1]
    return bool(bare) and whole and readable > 0.9 * len(bare)
