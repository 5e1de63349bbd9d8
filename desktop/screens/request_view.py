"""Everything the page of one request shows, read in one go and handed to its cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.actions.authority import asker_of, steps_today, verdict_of
from desktop.actions.letter import LEFT_THE_OFFICE
from desktop.errors import DeskError
from desktop.records.approval import may_decide
from desktop.records.authority import Verdict
from desktop.records.case import Case, Letter, LetterState
from desktop.records.cautions import flips_on
from desktop.records.hold import Hold
from desktop.records.ids import PartyId, PersonId, RequestId, StudentId
from desktop.records.lateness import is_late
from desktop.records.order import Order
from desktop.records.party import Party
from desktop.records.person import Person
from desktop.records.request import Outcome, Right, Status
from desktop.records.rights import OutcomeRule, RightRule, Rights, StepRule
from desktop.records.steps import Step, is_done, next_step, open_gates
from desktop.screens.desk import Desk
from desktop.screens.due import Due, due_at
from desktop.store import cases, queries, students
from desktop.store.holds import hold_of
from desktop.store.journal import Entry
from desktop.wording.history import REQUEST_FACTS, Line, Names, history_lines
from desktop.wording.sentences import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A request linked with the one shown. ``answered`` counts the places its search heard from."""

    id: RequestId
    number: str
    student: StudentId
    right: Right
    asker: str
    status: Status
    outcome: Outcome | None
    answered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """The 18th birthday of the student, while somebody else asks.

    ``passed`` once it has come and nobody has confirmed since who may see the records.
    ``finish_by`` is the last office day before it, None where there is none left.
    """

    on: date
    passed: bool
    finish_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """One request as it stands today.

    ``papers`` are those that bind now or will; ``limited`` names whom they limit. ``fault`` says
    that the file of the right cannot be read: the request is shown, its steps cannot be worked.
    ``standing`` is the checklist as it counts today: checks made on other facts are open again,
    until it is closed. ``flip`` is there when the 18th birthday takes the right from whoever asks.
    ``hold`` is what the request keeps from being destroyed, live or not. ``late``: the legal date
    was not kept.
    """

    case: Case
    right: RightRule
    fault: DeskError | None
    verdict: Verdict
    standing: tuple[Step, ...]
    today: date
    due: Due
    people: Mapping[PersonId, Person]
    person: PersonId
    papers: tuple[Order, ...]
    limited: Mapping[PartyId, str]
    related: tuple[Related, ...]
    history: tuple[Line, ...]
    flip: Flip | None = None
    hold: Hold | None = None
    late: bool = False

    @property
    def closed(self) -> bool:
        """Whether nothing can be worked on it until it is opened again."""
        return self.case.request.status is Status.CLOSED

    def lapsed(self, code: str) -> bool:
        """Whether a check that was made holds no longer: the facts have changed since."""
        return is_done(self.case.steps, code) and not is_done(self.standing, code)

    @property
    def merged(self) -> bool:
        """Whether it was put together with another entry of the same request."""
        return self.case.request.outcome is Outcome.MERGED

    @property
    def linked(self) -> bool:
        """Whether another request belongs with it; an entry put together with it does not count."""
        return any(one.outcome is not Outcome.MERGED for one in self.related)

    @property
    def ended(self) -> OutcomeRule | None:
        """How it ended, in the terms of its right; None while it is open or was merged."""
        found = (one for one in self.right.outcome if one.id is self.case.request.outcome)
        return next(found, None) if self.closed else None

    def may_follow(self, outcome: OutcomeRule | None, offered: Rights) -> tuple[Right, ...]:
        """The rights the family has from ``outcome`` on that are not logged with this one yet."""
        logged = {one.right for one in self.related}
        opens = outcome.opens if outcome else ()
        return tuple(one for one in opens if one in offered.by_id and one not in logged)

    @property
    def next_rule(self) -> StepRule | None:
        """The step to do next."""
        step = next_step(self.standing)
        return self.right.step_rule(step.code) if step else None

    @property
    def may_decide(self) -> bool:
        """Whether whoever is signed in may do what only the principal does."""
        return may_decide(self.people.get(self.person))

    def initials(self, person: PersonId | None) -> str:
        """A member of staff's initials; empty for nobody."""
        found = self.people.get(person) if person else None
        return found.initials if found else ""


def read_view(desk: Desk, request: RequestId) -> RequestView:
    """Read one request; ``KeyError`` when there is none with that id."""
    case = cases.case(desk.store, request)
    today = desk.today()
    people = {person.id: person for person in desk.people()}
    right, fault = _right(desk, case)
    verdict = verdict_of(case, today=today)
    open_still = case.request.status is not Status.CLOSED
    holding = steps_today(case, right, today=today) if open_still else case.steps
    papers = tuple(order for order in case.orders if _binds(order, today))
    asked = case.request
    return RequestView(
        case=case,
        right=right,
        fault=fault,
        verdict=verdict,
        standing=holding,
        today=today,
        due=due_at(
            desk,
            due_on=asked.due_on,
            work_by=asked.work_by,
            status=asked.status,
            met=asked.dates_met,
            work_left=next_step(holding) is not None,
            closed_on=asked.closed_on,
        ),
        people=people,
        person=desk.person.id,
        papers=papers,
        limited=_limited(desk, papers),
        related=tuple(_related(desk, one) for one in case.related),
        history=_history(desk, request, right, people),
        flip=_flip(desk, case, open_gates(right, holding), verdict) if open_still else None,
        hold=hold_of(desk.store, request),
        late=is_late(case, desk.law, today=today),
    )


def _flip(desk: Desk, case: Case, gates: Sequence[StepRule], verdict: Verdict) -> Flip | None:
    """The birthday to come before the due date, or come since the request and not answered yet."""
    today = desk.today()
    coming = flips_on(asker_of(case, today=today), today)
    if coming is not None:
        eve = coming - timedelta(days=1)
        last = desk.calendar.last_office_day(eve, not_before=today)
        return Flip(on=coming, passed=False, finish_by=last)
    unconfirmed = any(rule.rests_on_verdict for rule in gates)
    since = verdict.since
    if since is not None and since > case.request.received_on and unconfirmed:
        return Flip(on=since, passed=True)
    return None


def party_said(party: Party) -> str:
    """A party's name, with the body they write for."""
    return ", ".join(part for part in (party.name, party.organization) if part)


def asker_said(view: RequestView, wording: Wording) -> str:
    """Who asks and how they stand to the student: "Rafael Alvarez (Father)"."""
    relationship = wording.text(f"word.relationship.{view.case.request.relationship}")
    return f"{party_said(view.case.requester)} ({relationship})"


def right_said(view: RequestView, wording: Wording) -> str:
    """The right, and how access is given where that can be: "See the records, by a visit"."""
    if not view.right.access:
        return view.right.title
    return f"{view.right.title}, {wording.text(f'request.access.{view.case.request.access}')}"


def letter_at_hand(view: RequestView, template: str) -> Letter | None:
    """The newest finished letter of ``template`` that is still in the office; None for none."""
    for letter in sorted(view.case.letters, key=lambda one: one.drafted_at, reverse=True):
        if letter.template == template and letter.state is LetterState.FINISHED:
            return None if letter.sent_how in LEFT_THE_OFFICE else letter
    return None


def local(moment: datetime) -> datetime:
    """A moment in the office's own time."""
    return moment.astimezone()


def capital(text: str) -> str:
    """The text with its first letter large, for words of the catalogue that begin a line."""
    return text[:1].upper() + text[1:]


def _binds(order: Order, today: date) -> bool:
    """Whether a paper is in force, or will be."""
    coming = order.dated_on is not None and order.dated_on > today and order.ended_on is None
    return coming or order.in_force(today)


def _right(desk: Desk, case: Case) -> tuple[RightRule, DeskError | None]:
    """The right's rule; a bare one, with the fault, when its file is damaged."""
    rights = desk.law.rights
    found = rights.by_id.get(case.request.right)
    if found is not None:
        return found, None
    steps = tuple(
        StepRule(id=step.code, title=step.code, says="", moment="intake") for step in case.steps
    )
    title = capital(desk.wording.text(f"word.right.{case.request.right}"))
    bare = RightRule(id=case.request.right, title=title, says="", step=steps, outcome=())
    return bare, rights.fault_of(case.request.right)


def _limited(desk: Desk, papers: Sequence[Order]) -> dict[PartyId, str]:
    ids = sorted({order.limited_party for order in papers if order.limited_party is not None})
    found = students.parties(desk.store, ids) if ids else []
    return {party.id: party_said(party) for party in found}


def _related(desk: Desk, request: RequestId) -> Related:
    case = cases.case(desk.store, request)
    return Related(
        id=request,
        number=case.request.number,
        student=case.student.id,
        right=case.request.right,
        asker=party_said(case.requester),
        status=case.request.status,
        outcome=case.request.outcome,
        answered=sum(source.answered_on is not None for source in case.sources),
    )


def _history(
    desk: Desk, request: RequestId, right: RightRule, people: Mapping[PersonId, Person]
) -> tuple[Line, ...]:
    entries = cases.history(desk.store, request)
    names = Names(
        people={person.id: person.name for person in people.values()},
        requests=_numbers(desk, entries),
        reasons={one.id: one.title for one in desk.law.reasons.every},
    )
    lines = history_lines(entries, right=right, names=names, wording=desk.wording)
    return tuple(reversed(lines))


def _numbers(desk: Desk, entries: Sequence[Entry]) -> dict[int, str]:
    facts = [entry.event.facts.get(name) for entry in entries for name in REQUEST_FACTS]
    ids = sorted({RequestId(fact) for fact in facts if isinstance(fact, int) and fact})
    return {row.id: row.number for row in queries.queue_rows(desk.store, ids)} if ids else {}
