"""PDFs made by hand: packed as PDF 1.5 has it, made to do harm, or damaged by chance."""

import random
import re
import zlib
from functools import cache

from tests.letters.filling import BLANKS, a_blank, by_pypdf

_TOKENS = (
    *(b"<<", b">>", b"[", b"]", b"(", b")", b"endobj", b"stream", b" 1 0 R "),
    *(b"/Kids", b"/Length 0", b"%%EOF", b"xref", b"obj"),
)


def objects(pdf):
    """Number and body of every object of a file without object streams."""
    for found in re.finditer(rb"(?ms)^(\d+) 0 obj\s*(.*?)\s*endobj", pdf):
        yield int(found[1]), found[2]


def in_object_streams(pdf):
    """The same objects, those that are no streams packed into one that is."""
    whole = dict(objects(pdf))
    root = re.findall(rb"/Root (\d+) 0 R", pdf)[-1]
    loose = {number: body for number, body in whole.items() if b"stream" not in body}
    kept = {number: body for number, body in whole.items() if number not in loose}
    pack, index = max(whole) + 1, max(whole) + 2
    kept[pack] = _packed(loose)
    out, places = b"%PDF-1.5\n", {}
    for number, body in kept.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    places[index] = start = len(out)
    rows = b"".join(_row(number, places, list(loose), pack) for number in range(index + 1))
    head = b"/Type/XRef/Size %d/W[1 4 2]/Root %s 0 R" % (index + 1, root)
    out += b"%d 0 obj\n%s\nendobj\n" % (index, _stream(head, rows))
    return out + b"startxref\n%d\n%%%%EOF" % start


def _packed(loose):
    heads, bodies = [], b""
    for number, body in loose.items():
        heads.append(b"%d %d" % (number, len(bodies)))
        bodies += body + b" "
    head = b" ".join(heads) + b" "
    return _stream(b"/Type/ObjStm/N %d/First %d" % (len(loose), len(head)), head + bodies)


def _stream(entries, content):
    data = zlib.compress(content)
    entries += b"/Filter/FlateDecode/Length %d" % len(data)
    return b"<<%s>>stream\n%s\nendstream" % (entries, data)


def _row(number, places, loose, pack):
    if number in places:
        return bytes([1]) + places[number].to_bytes(4, "big") + bytes(2)
    if number in loose:
        at = loose.index(number)
        return bytes([2]) + pack.to_bytes(4, "big") + at.to_bytes(2, "big")
    return bytes(5) + b"\xff\xff"


def hostile(bodies):
    """A small PDF of these objects, numbered from 1; the first is its catalog."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count, start = len(places) + 1, len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table)
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, start)


@cache
def _samples():
    values = {"name": "Nguyễn", "words": "x"}
    filled = [by_pypdf(a_blank(which), values) for which in BLANKS.by_id]
    return [*filled, in_object_streams(filled[0])]


def mutated(seed):
    """A filled form with some bytes changed, moved, doubled or lost, and some of its numbers."""
    chance = random.Random(seed)  # noqa: S311  # the same files in every run
    data = bytearray(_samples()[seed % len(_samples())])
    for _ in range(chance.choice((1, 2, 5, 20, 100))):
        _mutate(data, chance)
    return bytes(data)


def _mutate(data, chance):
    at, long = chance.randrange(len(data)), chance.choice((1, 10, 1000))
    match chance.randrange(6):
        case 0:
            data[at] = chance.randrange(256)
        case 1:
            del data[at : at + long]
        case 2:
            data[at:at] = data[at : at + long]
        case 3:
            data[at:at] = chance.choice(_TOKENS)
        case 4:
            found = chance.choice(list(re.finditer(rb"\d+", bytes(data))))
            data[found.start() : found.end()] = chance.choice((b"0", b"-1", b"99999999", b"3"))
        case _:
            other = chance.randrange(len(data))
            data[at : at + 50] = data[other : other + 50]
