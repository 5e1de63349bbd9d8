"""Papers that are no letters, as pages to draw; and the journal's word that one was printed.

Each function fills the paper's template from the records. The pages know no store, so they can be
drawn beside the window.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from desktop.actions.authority import steps_today
from desktop.actions.changes import Changes, Kind
from desktop.actions.days import office_calendar, school_page
from desktop.actions.letter import Writing, facts_for
from desktop.actions.letter_facts import (
    Phrases,
    contact_name,
    contact_phone,
    load_phrases,
    place_to_bring,
)
from desktop.actions.printout_values import PaperFacts, PrintoutRefusedError, paper_values
from desktop.errors import DeskError
from desktop.paths import resources
from desktop.records import details
from desktop.records.age import turns_18_on
from desktop.records.case import Case, Source
from desktop.records.chasing import Rung
from desktop.records.details import Details
from desktop.records.disclosure import Disclosure
from desktop.records.ids import PartyId, RequestId, SourceId, StudentId
from desktop.records.law import Law
from desktop.records.opt_out_window import window_of
from desktop.records.person import Initials
from desktop.records.printout import About, Printout, Printouts, offered_printouts
from desktop.records.request import Right
from desktop.records.rights import FieldKind
from desktop.records.rules import FEDERAL
from desktop.records.school import School
from desktop.records.school_year import school_year
from desktop.records.searching import answers_by
from desktop.records.sentence import sentence
from desktop.records.student import Student
from desktop.store import cases, disclosures, opt_outs, queries, students
from desktop.store.holds import HoldRow, hold_of, holds_between
from desktop.store.journal import Event, Fact
from desktop.store.printed import last_answers
from desktop.store.store import Store
from desktop.wording.dates import plain_date
from desktop.wording.sentences import Wording

if TYPE_CHECKING:
    from desktop.letters.page import Page
    from desktop.letters.template import Template


_HOLDS_A_PART = 200
"""Lines of one paper; a longer list comes in parts, each signed for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What papers are filled with, besides the records.

    ``writing`` holds the papers' own templates. ``answers_business_days`` is how long before the
    work-by date the places must have answered, ``rungs`` whom a silent place's next asking goes to.
    """

    writing: Writing
    wording: Wording
    answers_business_days: int
    rungs: tuple[Rung, ...] = ()
    practice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was chosen before printing: a language, what was typed, the place, the person.

    ``large_print`` is for whoever reads with effort (34 CFR 99.7(b)(1)). ``place`` is None for
    every place that has not answered, ``recipient`` for whoever asked.
    """

    language: str = "en"
    typed: Details = field(default_factory=dict)
    large_print: bool = False
    place: SourceId | None = None
    recipient: PartyId | None = None


def request_pages(
    store: Store, request: RequestId, printout: Printout, chosen: Chosen, desk: Printing
) -> tuple[Page, ...]:
    """A paper about a request: one page, or one for each place where it goes to the places.

    Raises:
        PrintoutRefusedError: what was typed does not fit; it names the fields.
        DeskError: something the paper tells of is not there.
    """
    check_typed(printout, chosen.typed, desk.writing.law)
    case = cases.case(store, request)
    template = desk.writing.templates.get(printout.id, chosen.language)
    places = _places(case, chosen.place) if printout.each_place else (None,)
    filled = (
        paper_values(_facts(store, case, template, place, chosen.typed, desk), template.fields)
        for place in places
    )
    number = case.request.number
    return tuple(_page(store, template, values, desk, reference=number) for values in filled)


def several_for(
    store: Store, chosen: Sequence[RequestId], printouts: Printouts, law: Law
) -> dict[Printout, tuple[RequestId, ...]]:
    """Which papers can be printed for many requests in one go, and for which of ``chosen``.

    A paper that fits none of them is left out.
    """
    found: dict[str, list[RequestId]] = {}
    for request in chosen:
        case, hold = cases.case(store, request), hold_of(store, request)
        right = law.rights.by_id.get(case.request.right)
        if right is None:  # its file cannot be read
            continue
        held = hold is not None and hold.live
        for paper in offered_printouts(printouts, right, case, held=held):
            if paper.several:
                found.setdefault(paper.id, []).append(request)
    return {paper: tuple(found[paper.id]) for paper in printouts.printout if paper.id in found}


def student_pages(
    store: Store, student: StudentId, printout: Printout, chosen: Chosen, desk: Printing
) -> tuple[Page, ...]:
    """A paper about a student: the record of disclosures (34 CFR 99.32), the page for the birthday.

    That page tells a student what becomes theirs at 18 (34 CFR 99.5(a)(1)).

    Raises:
        DeskError: ``no_birth_date``: a page tells of the birthday and none is on file.
    """
    template = desk.writing.templates.get(printout.id, chosen.language)
    one, school = students.student(store, student), school_page(store)
    phrases = load_phrases(resources("letters"), template.language)
    values = {
        "student": one.full_name(),
        "student_whole": one.full_name(),
        "local_number": one.local_number,
        "written_on": desk.writing.today,
        "disclosures": _noted(store, one),
        "special_education": one.special_education,
        "inspect_days": _inspect_days(desk.writing.law),
        **_whom_to_ask(school, phrases),
    }
    if "birthday_on" in template.fields:
        values["birthday_on"] = _birthday(one)
    return (_page(store, template, _declared(values, template), desk),)


def _noted(store: Store, student: Student) -> list[Disclosure]:
    """The record of disclosures as the family reads it: what was corrected since is left out.

    What is noted for special education only (34 CFR 300.614) stands in theirs alone.
    """
    rows = disclosures.disclosures_of(store, student.id)
    special = student.special_education
    return [row.entry for row in rows if not row.corrected and (special or not row.entry.idea_only)]


def _birthday(student: Student) -> date:
    if student.born_on is None:
        raise DeskError(
            "no_birth_date",
            "There is no birth date on file, and this page names the day.",
            "Correct the student first.",
        )
    return turns_18_on(student.born_on)


def _whom_to_ask(school: School, phrases: Phrases) -> dict[str, object]:
    return {
        "school_name": school.name,
        "contact_name": contact_name(school, phrases),
        "contact_phone": contact_phone(school),
        "bring_to": place_to_bring(school, phrases),
    }


def office_pages(
    store: Store, printout: Printout, chosen: Chosen, desk: Printing
) -> tuple[Page, ...]:
    """A paper of the office: the handout of the rights, the notice of the year (34 CFR 99.7).

    The list of folders on hold is one too (99.10(e)); a long one comes in parts.

    Raises:
        PrintoutRefusedError: what was typed does not fit; it names the fields.
    """
    law, typed, today = desk.writing.law, chosen.typed, desk.writing.today
    check_typed(printout, typed, law)
    template = desk.writing.templates.get(printout.id, chosen.language)
    phrases = load_phrases(resources("letters"), template.language)
    school = school_page(store)
    first, last = school_year(today)
    values = {
        **_whom_to_ask(school, phrases),
        "school_year": f"{first.year}-{last.year}",
        "inspect_days": _inspect_days(law),
        "written_on": today,
        **_typed_values(printout, typed, law, phrases),
    }
    if "holds" in template.fields:
        return tuple(
            _page(store, template, one, desk) for one in _parts(store, values, template, desk)
        )
    return (_page(store, template, _declared(values, template), desk),)


def _parts(
    store: Store, values: Mapping[str, object], template: Template, desk: Printing
) -> Iterator[dict[str, object]]:
    """The list of holds in parts that a page takes, each saying which it is.

    Raises:
        PrintoutRefusedError: the time ends before it begins.
    """
    first, last = values["first_on"], values["last_on"]
    if not isinstance(first, date) or not isinstance(last, date) or last < first:
        raise PrintoutRefusedError({"last_on": sentence("printout.fault.ends_before")})
    lines = [_hold_line(one, desk) for one in holds_between(store, first, last)]
    parts = [lines[at : at + _HOLDS_A_PART] for at in range(0, len(lines), _HOLDS_A_PART)] or [[]]
    for place, part in enumerate(parts, 1):
        told = f"{place} / {len(parts)}" if len(parts) > 1 else ""
        yield _declared({**values, "holds": part, "part": told}, template)


def _hold_line(one: HoldRow, desk: Printing) -> dict[str, str]:
    """Whose folder, for which request and since when."""
    number = f" ({one.local_number})" if one.local_number else ""
    code = "printout.hold.until" if one.released_on else "printout.hold.since"
    days = {"since": one.from_on, "until": one.released_on}
    told = {name: plain_date(on) for name, on in days.items() if on}
    note = desk.wording.text(code, number=one.number, **told)
    return {"what": f"{one.name}{number}", "note": note}


def known_values(store: Store, printout: Printout, law: Law, *, today: date) -> dict[str, str]:
    """What the office has answered already of what a paper asks, by field.

    That is what a paper for every family was last printed with, except a day that is over, and the
    end of the time to opt out.
    """
    window = window_of(opt_outs.windows(store), today)
    ends = {"opt_out_by": window.ends_on.isoformat()} if window is not None else {}
    if printout.about is not About.FAMILIES or not printout.asks(law.rights).field:
        return ends
    last = _in_codes(printout, last_answers(store, printout.id), law)
    days = {one.id for one in printout.asks(law.rights).field if one.kind is FieldKind.DATE}
    over = {field for field in days if last.get(field, "") < today.isoformat()}
    return {field: text for field, text in last.items() if field not in over} | ends


def _in_codes(printout: Printout, typed: Details, law: Law) -> dict[str, str]:
    """The answers that are days and options as they are offered now; never words."""
    found = {}
    for asked in printout.asks(law.rights).field:
        text = typed.get(asked.id, "").strip()
        if asked.kind is FieldKind.TICKS:
            offered = {option.id for option in asked.option}
            text = " ".join(one for one in text.split() if one in offered)
        elif asked.kind is not FieldKind.DATE:
            continue
        if text:
            found[asked.id] = text
    return found


def note_several_printed(
    store: Store,
    printout: Printout,
    how: str,
    *,
    language: str,
    requests: Sequence[RequestId],
    by: Initials,
) -> Changes:
    """Journal of each request that a paper about it was printed or saved, with those of others."""
    facts: dict[str, Fact] = {"paper": printout.id, "how": how, "language": language}
    students = queries.students_of(store, requests)
    with store.change(None, by=by) as change:
        for request in requests:
            about = students[request]
            change.also(Event(kind="paper.left", request=request, student=about, facts=facts))
    return Changes.of_request(*requests)


def note_printed(
    store: Store,
    printout: Printout,
    how: str,
    *,
    pages: int,
    language: str,
    request: RequestId | None = None,
    student: StudentId | None = None,
    typed: Details | None = None,
    law: Law,
    by: Initials,
) -> Changes:
    """Journal that a paper was printed or saved: which one, never whose name is on it.

    ``how`` is "printed" or "saved", ``pages`` the sheets it came to. Of a paper for every family
    the days and options of ``typed`` are journaled too: they are what the school told everybody.
    """
    about = cases.case(store, request).student.id if request is not None else student
    facts: dict[str, Fact] = {"paper": printout.id, "how": how, "pages": pages}
    facts["language"] = language
    if printout.about is About.FAMILIES and typed:
        facts["answers"] = _in_codes(printout, typed, law)
    event = Event(kind="paper.left", request=request, student=about, facts=facts)
    with store.change(event, by=by):
        pass  # the event is all there is to write
    return Changes(
        kinds=frozenset({Kind.REQUEST}),
        requests=frozenset() if request is None else frozenset({request}),
        students=frozenset() if about is None else frozenset({about}),
    )


# Filling


def _facts(
    store: Store,
    case: Case,
    template: Template,
    place: Source | None,
    typed: Details,
    desk: Printing,
) -> PaperFacts:
    request, writing = case.request, desk.writing
    filled = facts_for(store, case, case.requester, writing, template.language)
    owners = (one.name for one in queries.people(store) if one.id == request.owner)
    right = filled.right
    return PaperFacts(
        letter=filled,
        wording=desk.wording,
        owner=next(owners, ""),
        hold=hold_of(store, request.id),
        answers_by=answers_by(
            request.work_by,
            request.received_on,
            days_before=desk.answers_business_days,
            calendar=office_calendar(store),
        ),
        typed=typed,
        steps=steps_today(case, right, today=writing.today) if right else case.steps,
        place=place,
        rungs=desk.rungs,
    )


def _places(case: Case, place: SourceId | None) -> tuple[Source, ...]:
    """The place chosen, or all that have not answered; all of them once every one has."""
    if place is not None:
        return tuple(one for one in case.sources if one.id == place)
    waiting = tuple(one for one in case.sources if one.answered_on is None)
    return waiting or case.sources


def _page(
    store: Store,
    template: Template,
    values: Mapping[str, object],
    desk: Printing,
    *,
    reference: str = "",
) -> Page:
    from desktop.letters.page import Letterhead, Page  # noqa: PLC0415  # after first paint

    draft, school = template.fill(values), school_page(store)
    return Page(
        letterhead=Letterhead(school=school),
        recipient=(),
        on=desk.writing.today,
        reference=reference,
        title=draft.title,
        text=draft.text,
        language=draft.language,
        practice=desk.practice,
        paper=school.paper,
    )


def _declared(values: Mapping[str, object], template: Template) -> dict[str, object]:
    """The values that this paper tells."""
    return {name: value for name, value in values.items() if name in template.fields}


def check_typed(printout: Printout, typed: Details, law: Law) -> None:
    """Refuse what was typed where it does not fit; those that fill a paper ask it themselves.

    Raises:
        PrintoutRefusedError: it names the fields.
    """
    wrong = details.faults(printout.asks(law.rights), typed)
    if wrong:
        raise PrintoutRefusedError(wrong)


def _typed_values(
    printout: Printout, typed: Details, law: Law, phrases: Phrases
) -> dict[str, object]:
    """What was asked before printing, as a template takes it; a tick of its own is a yes."""
    values: dict[str, object] = {}
    for asked in printout.asks(law.rights).field:
        text = typed.get(asked.id, "").strip()
        if asked.kind is FieldKind.DATE:
            values[asked.id] = date.fromisoformat(text) if text else None
        elif asked.kind is FieldKind.TICKS:
            titles = phrases.option.get(asked.id, {})
            ticked = text.split()
            own = {option.id: option.title for option in asked.option}
            values[asked.id] = [titles.get(one) or own[one] for one in ticked]
            values |= {one: one in ticked for one in own}
        else:
            values[asked.id] = text
    return values


def _inspect_days(law: Law) -> int:
    """The federal outer limit for seeing records, in calendar days (34 CFR 99.10(b))."""
    rules = law.books.book(FEDERAL).rule
    return min(rule.days for rule in rules if Right.INSPECT in rule.covers and rule.days)
