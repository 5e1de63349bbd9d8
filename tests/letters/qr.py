"""Reading a printed QR code back, from its picture alone: ISO/IEC 18004 without error repair.

A print without a fault needs no repair; what is read is held against the reference anyway. Only
versions 1 to 6 are known here, which hold any reference the program gives out.
"""

from itertools import chain

ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
# Data bytes of each block at error correction level M, by version.
BLOCKS = {1: [16], 2: [28], 3: [44], 4: [32, 32], 5: [43, 43], 6: [27] * 4}
PATTERNS = [
    lambda r, c: (r + c) % 2 == 0,
    lambda r, _: r % 2 == 0,
    lambda _, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
]


def decoded(picture):
    """The text of the code that fills the gray `picture`."""
    modules = _modules(picture)
    level, pattern = _format(modules)
    assert level == 0b00, "level M"
    version = (len(modules) - 17) // 4
    codewords = list(_bytes(_bits(modules, version, PATTERNS[pattern])))
    return _text(_together(codewords, BLOCKS[version]), version)


def _modules(picture):
    """Dark or light, by the middle of each module; the finder pattern tells how large one is."""
    row = [picture.getpixel((x, 2)) < 128 for x in range(picture.width)]
    finder = row.index(False)  # the upper edge of the left finder is seven modules wide
    count = round(picture.width / (finder / 7))
    step = picture.width / count
    return [
        [
            picture.getpixel((int((c + 0.5) * step), int((r + 0.5) * step))) < 128
            for c in range(count)
        ]
        for r in range(count)
    ]


def _format(modules):
    """Error correction level and pattern, from the bits beside the upper left finder."""
    columns = [0, 1, 2, 3, 4]
    bits = [modules[8][c] for c in columns]
    value = int("".join(str(int(bit)) for bit in bits), 2) ^ 0b10101
    return value >> 3, value & 0b111


def _is_data(r, c, count, version):
    if (r < 9 and c < 9) or (r < 9 and c >= count - 8) or (r >= count - 8 and c < 9):
        return False
    if 6 in (r, c):
        return False
    middle = count - 7
    return version == 1 or not (abs(r - middle) <= 2 and abs(c - middle) <= 2)


def _bits(modules, version, pattern):
    count = len(modules)
    upwards = True
    right = count - 1
    while right > 0:
        right -= right == 6
        for r in range(count - 1, -1, -1) if upwards else range(count):
            for c in (right, right - 1):
                if _is_data(r, c, count, version):
                    yield modules[r][c] ^ pattern(r, c)
        upwards, right = not upwards, right - 2


def _bytes(bits):
    for eight in zip(*[iter(bits)] * 8, strict=False):
        yield int("".join(str(int(bit)) for bit in eight), 2)


def _together(codewords, blocks):
    """The data bytes of every block one after the other; they are printed taking turns."""
    count = len(blocks)
    data = codewords[: sum(blocks)]
    return list(chain.from_iterable(data[block::count] for block in range(count)))


def _text(data, version):
    bits = "".join(f"{byte:08b}" for byte in data)
    taken = 0

    def take(count):
        nonlocal taken
        taken += count
        return int(bits[taken - count : taken], 2)

    mode = take(4)
    if mode == 0b0001:
        return _digits(take, take(10))
    if mode == 0b0010:
        return _alphanumeric(take, take(9))
    assert mode == 0b0100, mode
    return bytes(take(8) for _ in range(take(8))).decode()


def _digits(take, length):
    groups = [3] * (length // 3) + [length % 3] * bool(length % 3)
    return "".join(f"{take({3: 10, 2: 7, 1: 4}[group]):0{group}}" for group in groups)


def _alphanumeric(take, length):
    text = ""
    for _ in range(length // 2):
        pair = take(11)
        text += ALPHANUMERIC[pair // 45] + ALPHANUMERIC[pair % 45]
    return text + (ALPHANUMERIC[take(6)] if length % 2 else "")
