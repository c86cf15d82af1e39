"""What a zip holds beside its parts: names, remarks, and bytes of no part, such as a deleted one."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final, NamedTuple

_LOCAL: Final = b"PK\x03\x04"
_CENTRAL: Final = b"PK\x01\x02"
_END: Final = b"PK\x05\x06"
_END_64: Final = b"PK\x06\x06"
_LOCATOR_64: Final = b"PK\x06\x07"
_DESCRIPTOR: Final = b"PK\x07\x08"
_LOCAL_SIZE, _CENTRAL_SIZE, _END_SIZE, _LOCATOR_64_SIZE = 30, 46, 22, 20
#: Extra fields that tell nothing: sizes above 4 GB, times, user numbers, room to grow.
_USUAL_EXTRA: Final = frozenset({0x0001, 0x000A, 0x5455, 0x5855, 0x7855, 0x7875, 0xA220})
_LONGEST_USUAL: Final = 48
_LARGEST_PART: Final = 200_000_000


class Envelope(NamedTuple):
    """What stands around the parts."""

    names: str  #: of the parts, as the list at the end and as the parts themselves have them
    remarks: tuple[str, ...]  #: of the zip and of its parts, and fields that no usual program writes
    loose: bytes  #: that belong to no part


def envelope(data: bytes) -> Envelope:
    """What stands around the parts of a zip that zipfile can open."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos, comment, directory = archive.infolist(), archive.comment, archive.start_dir
    names = [info.filename for info in infos]
    remarks = [comment, *(raw for info in infos for raw in (info.comment, *_unusual(info.extra)))]
    spans = []
    for info in infos:
        start, name, extra = _local_header(data, info)
        names.append(_text(name))
        remarks += _unusual(extra)
        spans.append((info.header_offset, _end_of(data, start + info.compress_size, info)))
    spans.append((directory, _end_of_directory(data, directory, len(infos))))
    told = tuple(dict.fromkeys(text for raw in remarks if (text := _text(raw).strip("\0 \r\n\t"))))
    return Envelope("\n".join(dict.fromkeys(names)), told, _between(data, spans))


def entries(data: bytes) -> Iterator[bytes]:
    """The content of each part that begins somewhere in these bytes, whether or not a list at the end names it."""
    left = _LARGEST_PART
    start = data.find(_LOCAL)
    while start >= 0 and left > 0:
        content = _entry(data, start, left)
        if content:
            left -= len(content)
            yield content
        start = data.find(_LOCAL, start + 4)


def _entry(data: bytes, start: int, most: int) -> bytes:
    if start + _LOCAL_SIZE > len(data):
        return b""
    method, size = struct.unpack_from("<H", data, start + 8)[0], struct.unpack_from("<I", data, start + 18)[0]
    begin = start + _LOCAL_SIZE + sum(struct.unpack_from("<HH", data, start + 26))
    if method == zipfile.ZIP_STORED:
        return data[begin : begin + min(size, most)]
    return inflated(memoryview(data)[begin:], -zlib.MAX_WBITS, most) if method == zipfile.ZIP_DEFLATED else b""


def inflated(packed: memoryview, shape: int, most: int) -> bytes:
    """What can be unpacked from the beginning of these bytes; `shape` as the wbits of zlib."""
    machine, found, left = zlib.decompressobj(shape), [], most
    try:
        for start in range(0, len(packed), 65_536):
            found.append(machine.decompress(packed[start : start + 65_536], max(left, 1)))
            left -= len(found[-1])
            if machine.eof or left <= 0:
                break
    except zlib.error:
        pass  # what came out before the damage counts
    return b"".join(found)


def _local_header(data: bytes, info: zipfile.ZipInfo) -> tuple[int, bytes, bytes]:
    """Where the content of a part starts, and the name and extra fields before it."""
    head = info.header_offset + _LOCAL_SIZE
    name, extra = struct.unpack_from("<HH", data, info.header_offset + 26)
    return head + name + extra, data[head : head + name], data[head + name : head + name + extra]


def _end_of(data: bytes, end: int, info: zipfile.ZipInfo) -> int:
    """The end of a part, with what may stand behind it about its sizes."""
    if not info.flag_bits & 8:
        return end
    marked = 4 if data[end : end + 4] == _DESCRIPTOR else 0
    for sizes in (12, 20):
        if data[end + marked + sizes :][:4] in {_LOCAL, _CENTRAL}:
            return end + marked + sizes
    return end + marked + 12


def _end_of_directory(data: bytes, start: int, count: int) -> int:
    place = start
    for _ in range(count):
        place += _CENTRAL_SIZE + sum(struct.unpack_from("<HHH", data, place + 28))
    if data[place : place + 4] == _END_64:
        place += 12 + struct.unpack_from("<Q", data, place + 4)[0]
    if data[place : place + 4] == _LOCATOR_64:
        place += _LOCATOR_64_SIZE
    if data[place : place + 4] == _END:
        place += _END_SIZE + struct.unpack_from("<H", data, place + 20)[0]
    return place


def _between(data: bytes, spans: list[tuple[int, int]]) -> bytes:
    found, place = [], 0
    for start, end in sorted(spans):
        found.append(data[place:start])
        place = max(place, end)
    found.append(data[place:])
    return b"\n".join(piece for piece in found if piece.strip(b"\0"))


def _unusual(extra: bytes) -> Iterator[bytes]:
    place = 0
    while place + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, place)
        said = extra[place + 4 : place + 4 + size].strip(b"\0")
        if kind not in _USUAL_EXTRA or len(said) > _LONGEST_USUAL:
            yield said
        place += 4 + size


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace")
