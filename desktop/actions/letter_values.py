"""What a case puts into a letter's declared fields, in the letter's language.

A field that no function here knows is what a step wrote down under the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time

from desktop.actions import letter_dates, letter_records
from desktop.actions.letter_facts import Facts, contact_name, contact_phone, place_to_bring
from desktop.errors import DeskError
from desktop.letters.fields import Field, Kind
from desktop.records.confidential import shows
from desktop.records.order import Limit, Order
from desktop.records.request import Channel, EventKind, Right
from desktop.records.rights import Field as StepField
from desktop.records.rights import StepRule
from desktop.records.steps import is_done


def values_for(facts: Facts, fields: Mapping[str, Field]) -> dict[str, object]:
    """The values of the declared ``fields``; what the case does not tell stays empty.

    Raises:
        DeskError: ``letter_step``: a step has not written down yet what the letter must say; or
            ``no_visit``, ``not_extended``, ``search_open``, ``records_found``.
    """
    values = {
        name: _fit_to_send(_value(facts, name, field), facts.hidden)
        for name, field in fields.items()
    }
    for name, field in fields.items():
        if not (field.optional or values[name]) and field.kind is not Kind.FLAG:
            _refuse_before_step(facts, name)
    return values


def _fit_to_send(value: object, hidden: frozenset[str]) -> object:
    """A value without what a paper keeps from the person written to."""
    match value:
        case str():
            return "" if shows(value, hidden) else value
        case list():
            return [one for one in value if not shows(str(one), hidden)]
        case _:
            return value


def _value(facts: Facts, name: str, field: Field) -> object:
    reader = _READERS.get(name)
    return reader(facts) if reader else _written_down(facts, name, field.kind)


def _refuse_before_step(facts: Facts, name: str) -> None:
    """Say which step must be done first, where one writes this down."""
    step, _ = _step_with(facts, name)
    if step is not None:
        raise DeskError(
            "letter_step",
            f"This letter tells what is written down in the step “{step.title}”.",
            "Do that step first, then write the letter.",
        )


def _step_with(facts: Facts, name: str) -> tuple[StepRule | None, StepField | None]:
    """The step that writes down ``name``, and its field."""
    for step in facts.right.step if facts.right else ():
        for field in step.field:
            if field.id == name:
                return step, field
    return None, None


def _written_down(facts: Facts, name: str, kind: Kind) -> object:
    """What a step wrote down, as a field of this kind takes it."""
    text = facts.details.get(name, "")
    if not text:
        return None
    match kind:
        case Kind.DATE:
            return date.fromisoformat(text)
        case Kind.TIME:
            return time.fromisoformat(text)
        case Kind.LINES:
            return _titles(facts, name, text) or text.splitlines()
        case _:
            return "; ".join(_titles(facts, name, text)) or " ".join(text.split())


def _titles(facts: Facts, name: str, text: str) -> list[str]:
    """What the ticked options are called in the letter's language; empty for words."""
    _, field = _step_with(facts, name)
    own = facts.phrases.option.get(name, {})
    if not own and not (field and field.option):
        return []
    titles = {option.id: option.title for option in field.option} if field else {}
    return [own.get(one) or titles.get(one, one) for one in text.split()]


# Who it is about and who it goes to


def _recipient(facts: Facts) -> str:
    return facts.recipient.name or facts.recipient.organization


def _asker(facts: Facts) -> str:
    party = facts.case.requester
    return ", ".join(part for part in (party.name, party.organization) if part)


def _student(facts: Facts) -> str:
    """The whole name for somebody whose identity is checked, else only what an asker says."""
    family = facts.recipient.id != facts.case.requester.id
    if family or is_done(facts.case.steps, "identity"):
        return facts.case.student.full_name()
    return _student_as_asked(facts)


def _student_as_asked(facts: Facts) -> str:
    """Given and family name only; nothing else of the file may show to people not checked yet."""
    student = facts.case.student
    return " ".join(part for part in (student.given, student.family) if part)


def _asked_what(facts: Facts) -> str:
    return facts.phrases.asked[facts.case.request.right]


def _orally(facts: Facts) -> bool:
    return facts.case.request.channel in {Channel.IN_PERSON, Channel.PHONE}


# What else stands on the case


def _survey_on(facts: Facts) -> date | None:
    return facts.case.request.events.get(EventKind.SURVEY)


def _limiting_paper(facts: Facts) -> Order | None:
    """The paper that takes the right to records from the asker; for nobody who is not checked."""
    if not is_done(facts.case.steps, "identity"):
        return None
    asker = facts.case.requester.id
    papers = (one for one in facts.case.orders if one.limited_party == asker)
    limiting = (one for one in papers if Limit.RECORDS in one.limits)
    return next((one for one in limiting if one.in_force(facts.today)), None)


def _paper(facts: Facts) -> str:
    """Its kind and nothing else of it: what it says of others is theirs."""
    order = _limiting_paper(facts)
    return facts.phrases.order.get(order.kind, facts.phrases.paper) if order else ""


def _paper_on(facts: Facts) -> date | None:
    order = _limiting_paper(facts)
    return order.dated_on if order else None


_READERS: Mapping[str, Callable[[Facts], object]] = {
    **letter_dates.READERS,
    **letter_records.READERS,
    "recipient": _recipient,
    "asker": _asker,
    "student": _student,
    "student_as_asked": _student_as_asked,
    "asked_what": _asked_what,
    "taken_by": lambda facts: facts.taken_by,
    "orally": _orally,
    "caller": lambda facts: contact_name(facts.school, facts.phrases),
    "contact_name": lambda facts: contact_name(facts.school, facts.phrases),
    "contact_phone": lambda facts: contact_phone(facts.school),
    "complaint_line": lambda facts: facts.school.complaint_line,
    "bring_id": lambda facts: not is_done(facts.case.steps, "identity"),
    "special_education": lambda facts: facts.case.request.special_education,
    "bring_to": lambda facts: place_to_bring(facts.school, facts.phrases),
    "office_hours": lambda facts: facts.school.office_hours,
    # 34 CFR 99.37(b): a new no from a former student need not be taken, whenever it comes.
    "former": lambda facts: facts.case.chosen.get("window") == "former_declined",
    "recruiters": lambda facts: facts.case.request.right is Right.RECRUITER_OPT_OUT,
    "by_parent": lambda facts: facts.details.get("consent_capacity") == "parent",
    "survey_on": _survey_on,
    "paper": _paper,
    "paper_on": _paper_on,
}
