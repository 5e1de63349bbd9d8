"""What an edited letter must still say and must never say, before it is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.actions.letter_facts import Facts
from desktop.actions.letter_values import values_for
from desktop.errors import DeskError
from desktop.letters.text import plain_words
from desktop.records.sentence import Sentence, sentence

if TYPE_CHECKING:
    from desktop.letters.template import Template

_QUOTE = ">"


def check_says(template: Template, text: str, facts: Facts) -> None:
    """Hold the text of a letter against its template and against what no letter says.

    The family's own words, which stand as quotes, are theirs.

    Raises:
        DeskError: ``letter_gap``: a place is still to be written; ``letter_never``: the school
            would say what it must not; ``letter_part``: what a rule wants in it is not there.
    """
    own = plain_words("\n".join(_own_lines(text)))
    if facts.phrases.to_write.casefold() in own:
        raise DeskError(
            "letter_gap",
            f"There is still a place to fill in: {facts.phrases.to_write}…]",
            "Write it into the letter.",
        )
    for words in facts.phrases.never:
        if words in own and words not in template.may_say:
            raise DeskError(
                "letter_never",
                f"A letter of the school does not say “{words}”.",
                "Say it another way: give the day, and what the family can do.",
            )
    _check_parts(template, text, facts)


def cautions(template: Template, facts: Facts) -> tuple[Sentence, ...]:
    """What is most likely forgotten: told once before the letter is finished, and no refusal."""
    if "pages" not in template.fields:
        return ()
    if values_for(facts, template.fields)["pages"]:
        return ()
    return (sentence("letter.caution.no_pages"),)


def _check_parts(template: Template, text: str, facts: Facts) -> None:
    if not template.required:
        return
    for part in template.missing(text, values_for(facts, template.fields)):
        raise DeskError(
            "letter_part",
            f"This letter must say {part.says} ({part.citation}).",
            "Write it in again, or write the letter new.",
        )


def _own_lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.lstrip().startswith(_QUOTE)]
