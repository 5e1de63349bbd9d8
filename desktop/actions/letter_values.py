"""What a case puts into a letter's declared fields, in the letter's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import msgspec

from desktop.errors import DeskError
from desktop.records.case import Appointment, AppointmentState, Case, SourceState
from desktop.records.confidential import hidden_from, shows
from desktop.records.request import Access, Channel
from desktop.records.school import School
from desktop.records.steps import is_done
from desktop.records.toml_file import read_toml


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one language for places the office left empty, and titles of codes."""

    front_office: str
    someone: str
    the_records: str
    pages_of: str
    record_kind: dict[str, str]
    language: dict[str, str]


def load_phrases(folder: Path, language: str) -> Phrases:
    """The phrases of ``language``.

    Raises:
        ResourceError: the file is damaged or not there.
    """
    return read_toml(folder / language / "phrases.toml", Phrases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All a letter can be filled from. ``taken_by`` is the name of who took the request.

    ``hidden`` is what a paper on file keeps from the person written to: no value holds it.
    """

    case: Case
    school: School
    taken_by: str
    phrases: Phrases
    hidden: frozenset[str] = frozenset()


def values_for(facts: Facts, fields: Mapping[str, object]) -> dict[str, object]:
    """The values of the declared ``fields``; what the case does not tell stays empty.

    Raises:
        DeskError: ``no_visit``: an appointment letter before a visit is set.
    """
    return {
        name: _fit_to_send(_READERS[name](facts), facts.hidden)
        for name in fields
        if name in _READERS
    }


def _fit_to_send(value: object, hidden: frozenset[str]) -> object:
    """A value without what a paper keeps from the person written to."""
    match value:
        case str():
            return "" if shows(value, hidden) else value
        case list():
            return [one for one in value if not shows(str(one), hidden)]
        case _:
            return value


def hidden_in(case: Case, school: School, today: date) -> frozenset[str]:
    """What a paper on file keeps from the person this case's letters go to."""
    return hidden_from(case.orders, case.on_file, case.requester, school, today)


def recipient_lines(case: Case, hidden: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The address block: the name, then the answer-to address of this request or the one on file.

    An address given with this request is used for its letters only, never put on file. One that
    holds something ``hidden`` is left out whole: half an address would still send it there.
    """
    party = case.requester
    names = tuple(line for line in (party.name, party.organization) if line)
    typed = tuple(line.strip() for line in case.reply_address.splitlines() if line.strip())
    lines = typed or party.address.lines()
    return names if shows(" ".join(lines), hidden) else names + lines


def _recipient(facts: Facts) -> str:
    return facts.case.requester.name or facts.case.requester.organization


def _student(facts: Facts) -> str:
    """The whole name for somebody whose identity is checked, else only what an asker says."""
    if is_done(facts.case.steps, "identity"):
        return facts.case.student.full_name()
    return _student_as_asked(facts)


def _student_as_asked(facts: Facts) -> str:
    """Given and family name only; nothing else of the file may show to people not checked yet."""
    student = facts.case.student
    return " ".join(part for part in (student.given, student.family) if part)


def _words(facts: Facts) -> list[str]:
    lines = [line for line in facts.case.request.words.splitlines() if line.strip()]
    return lines or _asked(facts)


def _asked(facts: Facts) -> list[str]:
    titles = facts.phrases.record_kind
    kinds = [titles.get(kind, kind) for kind in facts.case.request.record_kinds]
    return kinds or [facts.phrases.the_records]


def _orally(facts: Facts) -> bool:
    return facts.case.request.channel in {Channel.IN_PERSON, Channel.PHONE}


def _meeting_on(facts: Facts) -> date | None:
    return min(facts.case.request.events.values(), default=None)


def _contact_name(facts: Facts) -> str:
    return facts.school.records_contact or facts.school.principal or facts.phrases.front_office


def _visit(facts: Facts) -> Appointment:
    for visit in reversed(facts.case.appointments):
        if visit.state is AppointmentState.SET:
            return visit
    raise DeskError("no_visit", "No visit is set yet.", "Set the day and time first.")


def _helper(facts: Facts) -> str:
    sits_in = [one.sits_in for one in facts.case.appointments if one.sits_in]
    return sits_in[-1] if sits_in else facts.phrases.someone


def _interpreter(facts: Facts) -> str:
    request = facts.case.request
    wanted = request.interpreter or any(one.interpreter for one in facts.case.appointments)
    return facts.phrases.language.get(request.language, request.language) if wanted else ""


def _bring_to(facts: Facts) -> str:
    return ", ".join((facts.phrases.front_office, *facts.school.address.lines()))


def _items(facts: Facts) -> list[dict[str, object]]:
    found = [one for one in facts.case.sources if one.state is SourceState.FOUND]
    if found:
        return [{"what": one.name, "pages": one.pages} for one in found]
    return [{"what": facts.phrases.pages_of, "pages": _pages(facts)}]


def _pages(facts: Facts) -> int:
    if facts.case.fee is not None:
        return facts.case.fee.pages
    return sum(one.pages for one in facts.case.sources)


def _fee(facts: Facts, part: str) -> int | None:
    amount: int = getattr(facts.case.fee, part) if facts.case.fee else 0
    return amount or None


_READERS: Mapping[str, Callable[[Facts], object]] = {
    "recipient": _recipient,
    "student": _student,
    "student_as_asked": _student_as_asked,
    "received_on": lambda facts: facts.case.request.received_on,
    "due_on": lambda facts: facts.case.request.due_on,
    "meeting_on": _meeting_on,
    "taken_by": lambda facts: facts.taken_by,
    "orally": _orally,
    "words": _words,
    "asked": _asked,
    "copies": lambda facts: facts.case.request.access is Access.COPIES,
    "caller": _contact_name,
    "contact_name": _contact_name,
    "contact_phone": lambda facts: (
        facts.school.phone or facts.school.email or facts.phrases.front_office
    ),
    "complaint_line": lambda facts: facts.school.complaint_line,
    "visit_on": lambda facts: _visit(facts).meet_on,
    "visit_at": lambda facts: _visit(facts).meet_at,
    "place": lambda facts: _visit(facts).place,
    "shown": _asked,
    "helper": _helper,
    "interpreter": _interpreter,
    "bring_id": lambda facts: not is_done(facts.case.steps, "identity"),
    "special_education": lambda facts: facts.case.request.special_education,
    "bring_to": _bring_to,
    "office_hours": lambda facts: facts.school.office_hours,
    "items": _items,
    "pages": _pages,
    "page_fee": partial(_fee, part="cents_a_page"),
    "postage": partial(_fee, part="postage_cents"),
    "waived": lambda facts: bool(facts.case.fee and facts.case.fee.waived),
}
