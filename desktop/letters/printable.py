"""Before a page is printed: a character that no font has is named, and where it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.errors import DeskError
from desktop.letters.fonts import Fonts, missing_characters

if TYPE_CHECKING:
    from desktop.letters.page import Letterhead, Page

_OF_THE_SCHOOL = "the school's name or address"
_IN_SETTINGS = "Write it another way in Settings, School."
_IN_THE_LETTER = "Write it another way in the letter."
_OF_THE_PERSON = "Write it another way in their name or address."


def check_printable(page: Page, fonts: Fonts | None = None) -> None:
    """Refuse a page with a character that would print as a box.

    Raises:
        DeskError: ``characters``; it names the first of them and its place, never what stands
            around it.
    """
    fonts = fonts or Fonts()
    missing = missing_characters(page.texts(), fonts)
    if not missing:
        return
    first, remedy = next(_found(page, missing[0]), ("the page", _IN_THE_LETTER))
    raise _refusal(missing, first, remedy)


def check_head(letterhead: Letterhead, fonts: Fonts) -> None:
    """Refuse a paper whose only words from the office are those at its head.

    Raises:
        DeskError: as ``check_printable``.
    """
    missing = missing_characters(_head(letterhead), fonts)
    if missing:
        raise _refusal(missing, _OF_THE_SCHOOL, _IN_SETTINGS)


def check_lines(lines: Sequence[str], fonts: Fonts | None = None) -> None:
    """Refuse an envelope or a label with a character that would print as a box.

    Raises:
        DeskError: as ``check_printable``.
    """
    missing = missing_characters(lines, fonts or Fonts())
    if missing:
        number = next(number for number, line in enumerate(lines, 1) if missing[0] in line)
        raise _refusal(missing, f"line {number}", _OF_THE_PERSON)


def _refusal(missing: Sequence[str], where: str, remedy: str) -> DeskError:
    more = f", and {len(missing) - 1} more that are missing" if len(missing) > 1 else ""
    return DeskError(
        "characters",
        f"No font here can print “{missing[0]}” ({_name(missing[0])}) in {where}{more}.",
        remedy,
    )


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "").lower()
    return f"{name}, {code}" if name else code


def _found(page: Page, character: str) -> Iterator[tuple[str, str]]:
    """Where the character stands, in words, and where it is mended; the first place first."""
    for where, text, remedy in _places(page):
        if character in text:
            yield where, remedy
    if page.facing is not None:
        for where, remedy in _found(page.facing, character):
            yield f"{where}, on the side in the other language", remedy


def _head(letterhead: Letterhead) -> str:
    return "\n".join((letterhead.school.name, *letterhead.contact()))


def _places(page: Page) -> Iterator[tuple[str, str, str]]:
    yield _OF_THE_SCHOOL, _head(page.letterhead), _IN_SETTINGS
    for number, line in enumerate(page.recipient, 1):
        yield f"line {number} of the address", line, _OF_THE_PERSON
    yield "the reference", page.reference, _IN_THE_LETTER
    yield "the subject", page.title, _IN_THE_LETTER
    for number, line in enumerate(page.text.splitlines(), 1):
        yield f"line {number} of the text", line, _IN_THE_LETTER
    yield "the name under the letter", "\n".join(page.signer), _IN_SETTINGS
    for number, line in enumerate(page.enclosures, 1):
        yield f"line {number} of what is enclosed", line, _IN_THE_LETTER
