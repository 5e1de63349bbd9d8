"""An office's own wording of a letter, tried in every mixture of its fields before it is kept."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from desktop.errors import DeskError
from desktop.letters.fields import Kind
from desktop.letters.never import NeverRules, When
from desktop.letters.proof import samples
from desktop.letters.writing import read

if TYPE_CHECKING:
    from desktop.letters.template import Draft, Template

LONGEST_CHARACTERS = 50_000
_ALL_MIXTURES = 6
"""Of so many open fields every mixture is tried; of more, each alone, all but each, all, none."""
# Only somebody who is known by what they said of themselves reads a letter with this field.
_OF_AN_UNKNOWN = "student_as_asked"


class WordingError(DeskError):
    """Why a wording cannot be kept; ``line`` counts from 1 in its text and is 0 for the title."""

    def __init__(self, code: str, line: int, message: str, remedy: str) -> None:
        where = f"Line {line}: " if line else ""
        super().__init__(code, f"{where}{message}", remedy)
        self.line = line


def check_wording(template: Template, never: NeverRules) -> None:
    """Hold a wording against the fields it may use and against what the rules want in the letter.

    Raises:
        WordingError: ``wording_empty``, ``wording_long``; ``wording_field``: a field that is not
            there, or a fault of spelling, with its line; ``wording_part``: what a rule wants is
            gone in some case; ``wording_never``: it says what no letter says.
    """
    _check_size(template)
    for line, source in ((0, template.title), (1, template.body)):
        for fault in read(source, template.fields).faults:
            at = fault.line if line else 0
            about = f"“{fault.word}”: " if fault.word else ""
            known = ", ".join(template.fields)
            raise WordingError(
                "wording_field", at, f"{about}{fault.why.rstrip('.')}.", f"The fields are {known}."
            )
    held: set[str] = set()
    for values in _mixtures(template):
        draft = _filled(template, values)
        _check_parts(template, draft, values)
        # Most paragraphs are alike in every mixture; the whole letter is held to it once more
        # when it is finished.
        new = [one for one in (draft.title, *draft.text.split("\n\n")) if one not in held]
        held.update(new)
        _check_never(template, "\n\n".join(new), never)


def _check_size(template: Template) -> None:
    if not template.title.strip() or not template.body.strip():
        raise WordingError("wording_empty", 0, "The letter is empty.", "Write title and text.")
    if len(template.title) + len(template.body) > LONGEST_CHARACTERS:
        raise WordingError(
            "wording_long", 0, "This is longer than thirty pages.", "Make it shorter."
        )


def _filled(template: Template, values: Mapping[str, object]) -> Draft:
    from jinja2 import TemplateError  # noqa: PLC0415  # 60 ms that only a letter should pay

    try:
        return template.fill(values)
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as fault:
        raise WordingError(
            "wording_field",
            0,
            "The text cannot be filled: a field is used in a way that does not work.",
            "Use fields as the shipped wording does, also where they may be empty.",
        ) from fault


def _check_parts(template: Template, draft: Draft, values: Mapping[str, object]) -> None:
    for part in template.missing(f"{draft.title}\n{draft.text}", values):
        raise WordingError(
            "wording_part",
            0,
            f"This letter must say {part.says} in every case ({part.citation}).",
            f"Write it in, with these words: {' / '.join(part.words)}",
        )


def _check_never(template: Template, text: str, never: NeverRules) -> None:
    holds = {When.UNVERIFIED: _OF_AN_UNKNOWN in template.fields, When.NOT_EXTENDED: True}
    for said in never.said(text, template=template.id, language=template.language, holds=holds):
        if not said.ask:
            raise WordingError(
                "wording_never",
                _line_of(template.body, said.words),
                f"A letter of the school does not say “{said.words}” ({said.citation}).",
                said.remedy,
            )


def _line_of(body: str, words: str) -> int:
    """The line of the text that has ``words``; 0 where they come together only when filled."""
    lines = body.casefold().splitlines()
    return next((at for at, line in enumerate(lines, 1) if words in line), 0)


def _mixtures(template: Template) -> Iterator[Mapping[str, object]]:
    """Sample values with the open fields filled and empty by turns."""
    filled = samples(template)
    open_fields = [
        name for name, one in template.fields.items() if one.optional or one.kind is Kind.FLAG
    ]
    for chosen in _choices(len(open_fields)):
        yield filled | {
            name: _value(template.fields[name].kind, filled[name], filled_in=on)
            for name, on in zip(open_fields, chosen, strict=True)
        }


def _value(kind: Kind, sample: object, *, filled_in: bool) -> object:
    if kind is Kind.FLAG:
        return filled_in
    return sample if filled_in else None


def _choices(count: int) -> Iterator[tuple[bool, ...]]:
    if count <= _ALL_MIXTURES:
        yield from itertools.product((True, False), repeat=count)
        return
    yield from ((True,) * count, (False,) * count)
    for place in range(count):
        alone = tuple(at == place for at in range(count))
        yield from (alone, tuple(not on for on in alone))
