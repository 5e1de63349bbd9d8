"""What an edited letter must still say and must never say, before it is finished.

The words no letter says are data (``resources/letters/never.toml``); what only the records file
can tell, other children, other homes, what nobody has checked yet may read, is looked up here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from desktop.actions.letter_facts import Facts
from desktop.actions.letter_values import values_for
from desktop.errors import DeskError
from desktop.letters.dates import letter_date, written_date
from desktop.letters.never import Found, Said, When, own_lines, own_words
from desktop.records.case import AllowedWords
from desktop.records.confidential import reach_lines, reach_of, shows
from desktop.records.names import fold
from desktop.records.sentence import Sentence, sentence
from desktop.records.steps import is_done
from desktop.store import naming, students
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.letters.never import NeverRules
    from desktop.letters.template import Template

_LEAST_NUMBER = 5  # signs


class LetterWordsError(DeskError):
    """A letter says what it must not; ``said`` has the words, which its sentences never do
    where they may be a name or an address.

    Code ``letter_never``; ``letter_ask`` where the words may stay with a reason.
    """  # noqa: D205  # one thought

    def __init__(self, said: Said) -> None:
        what = said.what or f"A letter of the school does not say “{said.words}”"
        keep = " Or keep it, with the reason." if said.ask else ""
        super().__init__(
            "letter_ask" if said.ask else "letter_never",
            f"{what} ({said.citation}).",
            f"{said.remedy}{keep}",
        )
        self.said = said


def check_says(
    template: Template,
    text: str,
    facts: Facts,
    *,
    store: Store,
    never: NeverRules,
    allowed: Iterable[AllowedWords] = (),
) -> None:
    """Hold the text of a letter against its template and against what no letter says.

    The family's own words, which stand as quotes, are theirs. ``allowed`` were kept with a reason.

    Raises:
        LetterWordsError: the school would say what it must not.
        DeskError: ``letter_gap``: a place is still to be written; ``letter_part``: what a rule
            wants in it is not there.
    """
    if facts.phrases.to_write.casefold() in own_words(text):
        raise DeskError(
            "letter_gap",
            f"There is still a place to fill in: {facts.phrases.to_write}…]",
            "Write it into the letter.",
        )
    kept = {(one.rule, one.words) for one in allowed}
    for said in _said(template, text, facts, store, never):
        if not (said.ask and (said.rule, said.words) in kept):
            raise LetterWordsError(said)
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


# What it says


def _said(
    template: Template, text: str, facts: Facts, store: Store, never: NeverRules
) -> Iterator[Said]:
    holds = {
        When.UNVERIFIED: _is_unverified(facts),
        When.NOT_EXTENDED: facts.case.request.extension is None,
    }
    yield from never.said(text, template=template.id, language=template.language, holds=holds)
    own = "\n".join(own_lines(text))
    if holds[When.UNVERIFIED]:
        yield from (never.of_file(Found.OF_THE_FILE, one) for one in _of_the_file(own, facts))
    for one in _other_homes(own, facts):
        yield never.of_file(Found.OTHER_HOME, one, may_ask=not holds[When.UNVERIFIED])
    for one in _other_students(own, facts, store):
        yield never.of_file(Found.OTHER_STUDENT, one)


def _is_unverified(facts: Facts) -> bool:
    """Whether nobody has checked yet that the reader is who they say."""
    asks = facts.recipient.id == facts.case.requester.id
    return asks and not is_done(facts.case.steps, "identity")


def _of_the_file(own: str, facts: Facts) -> Iterator[str]:
    """What only the file tells of the student; what the asker wrote themselves is theirs."""
    told = fold(facts.case.request.words)
    said = f" {fold(own)} "
    for words in _private(facts):
        if f" {words} " in said and words not in told:
            yield words


def _private(facts: Facts) -> Iterator[str]:
    student = facts.case.student
    if student.born_on is not None:
        on = student.born_on
        for written in (
            on.isoformat(),
            f"{on.month}/{on.day}/{on.year}",
            *(say(on, one) for say in (letter_date, written_date) for one in ("en", "es")),
        ):
            yield fold(written)
    names = (one.party.name for one in facts.case.on_file if one.party.id != facts.recipient.id)
    # A middle name alone may be a word, May or Will; a short number stands in many dates.
    middle = [f"{student.given} {student.middle}", f"{student.middle} {student.family}"]
    number = student.local_number if len(student.local_number) >= _LEAST_NUMBER else ""
    told = (number, *(middle if student.middle else ()), *names)
    asker = fold(facts.case.requester.name)
    yield from (words for words in map(fold, told) if words and words != asker)


def _other_homes(own: str, facts: Facts) -> Iterator[str]:
    """Ways to reach somebody else of the family, whether or not a paper hides them."""
    on_file = facts.case.on_file
    # What a paper hides has a refusal of its own, which no reason lifts.
    reach = reach_of(on_file, facts.recipient, facts.school) - facts.hidden
    theirs = "\n".join((*reach_lines(facts.recipient), facts.case.reply_address))
    yield from sorted(one for one in reach if shows(own, (one,)) and not shows(theirs, (one,)))


def _other_students(own: str, facts: Facts, store: Store) -> Iterator[str]:
    """Other children by name; those of the reader are theirs to read about."""
    mine = {one.id for one in students.students_of(store, facts.recipient.id)}
    mine.add(facts.case.student.id)
    known = [f" {fold(name)} " for name in _known(facts)]
    for one in naming.named_in(store, own):
        own_name = any(f" {fold(one.words)} " in name for name in known)
        if one.student not in mine and not own_name:
            yield one.words


def _known(facts: Facts) -> Iterator[str]:
    """Whom the letter is about and to, and the office: another child may be called the same."""
    school, case = facts.school, facts.case
    yield from (facts.recipient.name, case.requester.name, facts.taken_by)
    yield from (school.principal, school.records_contact)
    yield from (case.student.full_name(), f"{case.student.given} {case.student.family}")
    yield from (one.party.name for one in case.on_file)
