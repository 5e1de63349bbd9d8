"""Whatever stands in a record, every letter can be drawn, and it never becomes more than text."""

import random
import re
from dataclasses import replace
from datetime import date, time

import pytest

from desktop.letters.fields import Entry, Item, Kind
from desktop.letters.proof import proof_page
from desktop.letters.template import load_templates
from tests.letters.pages import drawn
from tests.letters.test_names import HOSTILE, NAMES

TEMPLATES = list(load_templates())
EACH = 20_000 // len(TEMPLATES) + 1
"""Values for each template, so that all of them together get 20,000."""
IN_CI = 24

PIECES = (
    *HOSTILE,
    *NAMES.values(),
    "".join(map(chr, range(0x20))),
    "\u202e\u2066abc\u2069\u200f\u061c",
    "\ud800\udfff\ufffe\uffff",
    "e\u0301\u0323" * 40,
    "\u0600\u06dd\u08e2",
    "\U000e0041\U000e007f",
    "👩‍👩‍👧‍👦🇺🇸🏳️‍🌈",
    "ﷺ ﷽",
    "क्ष्म्य" * 20,
    "{{ school.__class__ }} {% for x in () %}",
    "+++\n\n# x\n\n| a |\n|---|\n| b |",
    "<font name='Courier'><img src='file:///etc/passwd'/>",
    "data:image/png;base64,iVBORw0KGgo=",
    ") Tj ET BT /F1 99 Tf (",
    "<</Type/Action/S/URI/URI(http://evil.example)>>",
    "0" * 400,
    "W" * 3_000,
    "",
    " ",
)
RANGES = (
    (0x20, 0x17F),
    (0x300, 0x36F),
    (0x590, 0x6FF),
    (0x900, 0x97F),
    (0x1E00, 0x206F),
    (0x2E80, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xE000, 0xFFFF),
    (0x1F300, 0x1FAFF),
    (0, 0x10FFFF),
)
# What a file would hold that opens, links, embeds or borrows anything.
TRACES = (
    b"/URI",
    b"/Link",
    b"/JavaScript",
    b"/Launch",
    b"/EmbeddedFile",
    b"/OpenAction",
    b"/GoTo",
    b"/AcroForm",
    b"/Image",
    b"/Helvetica",
    b"/Courier",
    b"/Times",
)
SHIPPED_FONT = re.compile(rb"/BaseFont /[A-Z]{6}\+(?:NotoSans|DroidSans|NanumSquare|DejaVuSans)")


def a_value(chance):
    """Text that nobody would type and somebody will."""

    def one():
        if chance.random() < 0.5:
            return chance.choice(PIECES)
        low, high = chance.choice(RANGES)
        return "".join(chr(chance.randint(low, high)) for _ in range(chance.randint(1, 60)))

    return chance.choice(("", " ", "\n")).join(one() for _ in range(chance.randint(1, 4)))


def a_text(chance):
    """A value as a person's field holds it: something, since empty ones are refused elsewhere."""
    return "x" + a_value(chance)


FUZZED = {
    Kind.TEXT: a_text,
    Kind.LINES: lambda chance: tuple(a_text(chance) for _ in range(chance.randint(1, 5))),
    Kind.NUMBER: lambda chance: chance.choice((0, 1, 10**18, chance.randint(0, 10**6))),
    Kind.MONEY: lambda chance: chance.choice((1, 99, 10**15, chance.randint(0, 10**6))),
    Kind.FLAG: lambda chance: chance.random() < 0.5,
    Kind.DATE: lambda chance: date.fromordinal(chance.randint(1, date.max.toordinal())),
    Kind.TIME: lambda chance: time(chance.randint(0, 23), chance.randint(0, 59)),
    Kind.ITEMS: lambda chance: tuple(
        Item(what=a_text(chance), pages=chance.randint(-1, 10**6), note=a_value(chance))
        for _ in range(chance.randint(1, 4))
    ),
    Kind.ENTRIES: lambda chance: tuple(
        Entry(
            disclosed_on=date(2026, 1, 1),
            party=a_text(chance),
            interest=a_value(chance),
            records=a_value(chance),
            refused=chance.random() < 0.5,
            threat=a_value(chance),
        )
        for _ in range(chance.randint(1, 3))
    ),
}


def a_fuzzed_page(template, chance):
    """A page whose every value is fuzzed, in the fields and around them, and how many there are."""
    values = {name: FUZZED[field.kind](chance) for name, field in template.fields.items()}
    page = proof_page(template, values)
    school = replace(
        page.letterhead.school,
        name=a_value(chance),
        district=a_value(chance),
        phone=a_value(chance),
        email=a_value(chance),
    )
    page = replace(
        page,
        letterhead=replace(page.letterhead, school=school),
        recipient=tuple(a_value(chance) for _ in range(chance.randint(0, 6))),
        reference=a_value(chance)[:80],
        signer=(a_value(chance), a_value(chance)),
        large_print=chance.random() < 0.2,
    )
    return page, len(values) + len(page.recipient) + 7


def check(pdf):
    """What the file holds outside its strings, and its streams, which may hold any bytes."""
    outside = re.sub(rb"\bstream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)
    outside = re.sub(rb"\((?:\\.|[^()\\])*\)", b"()", outside, flags=re.DOTALL)
    for trace in TRACES:
        assert not re.search(re.escape(trace) + rb"(?![A-Za-z])", outside), trace
    assert outside.count(b"/BaseFont") == len(SHIPPED_FONT.findall(outside))


def run(template, values, seed):
    """Draw pages until `values` have been in them, each twice with the same bytes."""
    chance = random.Random(f"{template.language}-{template.id}-{seed}")  # noqa: S311  # a test
    used = 0
    while used < values:
        page, more = a_fuzzed_page(template, chance)
        used += more
        pdf = drawn(page)
        check(pdf)
        assert drawn(page) == pdf
    return used


NAMED = pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: f"{one.language}-{one.id}")


@NAMED
def test_fuzzed_values_stay_text_and_give_the_same_file_twice(template):
    assert run(template, IN_CI, seed=0) >= IN_CI


@pytest.mark.slow
@NAMED
def test_twenty_thousand_fuzzed_values_stay_text(template):
    assert run(template, EACH, seed=1) >= EACH


def test_every_kind_of_field_is_fuzzed():
    assert set(FUZZED) == set(Kind)
