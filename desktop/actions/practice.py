"""The practice office: an encrypted file of invented families, made through the real actions.

How it is opened and made afresh each day is told in ``practising``. Nothing crosses to the real
file: it has its own folder, its own keys, and a mark on every screen and print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desktop.actions import (
    approving,
    chasing,
    closing,
    families,
    intake,
    letter_drafting,
    letter_finishing,
    letter_leaving,
    office,
    release,
    searching,
    steps,
    visits,
)
from desktop.actions.days import dates_of
from desktop.actions.office import Opened
from desktop.actions.people import NewPerson
from desktop.actions.practice_registers import Registrar
from desktop.errors import DeskError, ResourceError
from desktop.office.recovery import new_code
from desktop.office.sealing import KdfCost
from desktop.paths import Home, resources
from desktop.records.approval import DECIDING
from desktop.records.case import SourceState
from desktop.records.chasing import Rung, ladder
from desktop.records.clock import Asked
from desktop.records.defaults import Defaults
from desktop.records.ids import OrderId, PartyId, PersonId, RequestId, StudentId, new_id
from desktop.records.intake import Intake
from desktop.records.law import Law
from desktop.records.order import Order
from desktop.records.party import Party
from desktop.records.person import Initials, Person
from desktop.records.practice import (
    SELF,
    PracticeAsking,
    PracticeFamily,
    PracticeOffice,
    PracticeOrder,
    PracticeRequest,
    PracticeStep,
    load_practice_office,
)
from desktop.records.practice_registers import load_practice_registers
from desktop.records.request import Access, Outcome
from desktop.records.roles import shipped_roles
from desktop.records.school import NO_ADDRESS, School
from desktop.records.student import Student
from desktop.store import cases, queries, students
from desktop.store import families as family_rows
from desktop.store import office as office_rows
from desktop.store.journal import Event
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.letters.press import Press
    from desktop.letters.template import Templates

Progress = Callable[[int, int], None]

# Not a secret: whoever has the program has the practice office.
OPEN_TO_ALL = "practice office, nothing real"
_CHEAP = KdfCost(memory_kib=1024, passes=1, lanes=1)
_LONGEST_LIMIT_DAYS = 60
_MORNING = time(10, 0)


def build_practice_office(
    home: Home,
    law_of: Callable[[str | None], Law],
    defaults: Defaults,
    *,
    now: datetime,
    progress: Progress,
) -> Opened:
    """Make the practice file of a day in an empty folder, and open it.

    Args:
        home: the practice folder.
        law_of: gives the law of a state.
        defaults: the shipped lists.
        now: this moment, with its zone.
        progress: told how many of the families and requests are there, and of how many; what it
            raises ends the making, and what is there by then is whole in itself but not all.

    Raises:
        DeskError: the folder cannot be written, or the invented families cannot be read.
    """
    data = invented()
    law = law_of(data.school.state)
    return _Builder(data=data, law=law, now=now).build(home, defaults, progress)


def invented() -> PracticeOffice:
    """The invented office as shipped.

    Raises:
        ResourceError: the file is damaged; it names the key and the line.
    """
    return load_practice_office(resources("practice", "families.toml"))


def add_request(store: Store, told: PracticeRequest, *, law: Law, now: datetime) -> RequestId:
    """Log one more request of an invented family in the practice office, worked as far as told.

    Raises:
        DeskError: ``practice_changed``: who it is about is no longer there as invented; what
            logging it and its steps refuse.
    """
    data = invented()
    builder = _Builder(data=data, law=law, now=now)
    builder.go_on(store, told.student)
    try:
        builder.add(told)
    except (KeyError, StopIteration):
        raise _changed() from None
    return builder.requests[told.key]


def student_of(store: Store, told: PracticeRequest) -> StudentId:
    """The invented student a request is about.

    Raises:
        DeskError: ``practice_changed``: the student is no longer there as invented.
    """
    data = invented()
    number = next(one.local_number for _, one in data.students() if one.key == told.student)
    for student in students.all_students(store):
        if student.local_number == number:
            return student.id
    raise _changed()


def _changed() -> DeskError:
    return DeskError(
        "practice_changed",
        "This invented family was changed, so the drill cannot begin.",
        "Tomorrow the practice office is made afresh.",
    )


@dataclass(slots=True, kw_only=True)
class _Builder:
    """Makes the practice file; the dictionaries lead from the data's keys to ids."""

    data: PracticeOffice
    law: Law
    now: datetime
    store: Store = field(init=False)
    templates: Templates = field(init=False)
    people: dict[str, Person] = field(default_factory=dict)
    students: dict[str, Student] = field(default_factory=dict)
    parties: dict[str, Party] = field(default_factory=dict)
    requests: dict[str, RequestId] = field(default_factory=dict)
    rungs: tuple[Rung, ...] = ()
    _press: Press | None = None

    @property
    def today(self) -> date:
        return self.now.astimezone().date()

    def build(self, home: Home, defaults: Defaults, progress: Progress) -> Opened:
        from desktop.letters.template import load_templates  # noqa: PLC0415  # only when making it

        self.templates = load_templates(resources("letters"))
        opened = self._office(home, defaults)
        self._staff(opened.person)
        try:
            self._fill(home, progress)
        except BaseException:
            opened.store.close()
            raise
        return opened

    def _fill(self, home: Home, progress: Progress) -> None:
        total = len(self.data.family) + len(self.data.request) + 1
        for done, family in enumerate(self.data.family):
            progress(done, total)
            self._family(family)
        for done, asked in enumerate(self._in_order_of_receipt(), len(self.data.family)):
            progress(done, total)
            self._request(asked)
        progress(total - 1, total)
        self._registers(home)
        progress(total, total)

    def _registers(self, home: Home) -> None:
        file = resources("practice", "registers.toml")
        Registrar(
            store=self.store,
            law=self.law,
            today=self.today,
            students=self.students,
            parties=self.parties,
            sign=self._sign,
            folder=home.folder,
        ).enter(load_practice_registers(file, self.data))

    def go_on(self, store: Store, child: str) -> None:
        """Work in the practice office there is, with the family of one student."""
        self.store = store
        staff = {one.initials: one for one in queries.people(store)}
        self.people = {
            one.key: staff[one.initials] for one in self.data.staff if one.initials in staff
        }
        family = self.data.family_of(child)
        numbers = {one.local_number: one.key for one in family.student}
        for student in students.all_students(store):
            if student.local_number in numbers:
                self.students[numbers[student.local_number]] = student
                self._know_guardians(family, student.id)

    def _know_guardians(self, family: PracticeFamily, student: StudentId) -> None:
        on_file = {one.party.name: one.party for one in students.guardians(self.store, student)}
        for told in family.guardian:
            if told.name in on_file:
                self.parties[told.key] = on_file[told.name]

    def add(self, told: PracticeRequest) -> None:
        """Log one request and work it as far as it is told."""
        self._request(told)

    def _office(self, home: Home, defaults: Defaults) -> Opened:
        told, first = self.data.school, self.data.staff[0]
        school = School(
            name=told.name,
            district=told.district,
            address=told.address.address(),
            phone=told.phone,
            email=told.email,
            principal=told.principal,
            records_contact=told.records_contact,
            records_contact_title=told.records_contact_title,
            state=told.state,
            office_hours=told.office_hours,
            promise_calendar_days=told.promise_calendar_days,
            cents_a_page=told.cents_a_page,
        )
        opened = office.create_office(
            home,
            school,
            NewPerson(
                name=first.name, initials=first.initials, role=first.role, passphrase=OPEN_TO_ALL
            ),
            places=[shipped.place() for shipped in defaults.place],
            at=self.now,
            recovery=new_code(),  # printed nowhere: nothing here is worth recovering
            cost=_CHEAP,
        )
        self.store = opened.store
        self.rungs = ladder(defaults.chase)
        return opened

    def _staff(self, first: Person) -> None:
        self.people[self.data.staff[0].key] = first
        by = self._sign(self.data.staff[0].key, self.today)
        for told in self.data.staff[1:]:
            person = Person(
                id=PersonId(new_id(self.now)),
                name=told.name,
                initials=told.initials,
                role=told.role,
            )
            with self.store.change(
                Event(kind="person.added", facts={"person": person.id, "role": person.role}), by=by
            ) as change:
                office_rows.add_person(change, person)
            self.people[told.key] = person

    def _family(self, family: PracticeFamily) -> None:
        """One family in one change, as a roster would bring it; papers through their action."""
        by = self._sign("carol", self.today)
        for child in family.student:
            self.students[child.key] = child.student(
                StudentId(new_id(self.now)), self.data.school.name, family.language, self.today
            )
        for guardian in family.guardian:
            self.parties[guardian.key] = Party(
                id=PartyId(new_id(self.now)),
                name=guardian.name,
                address=family.home_of(guardian),
                phone=guardian.phone,
                email=guardian.email,
                language=guardian.language or family.language,
            )
        event = Event(kind="roster.imported", facts={"new": len(family.student)})
        with self.store.change(event, by=by) as change:
            family_rows.save_students(change, [self.students[one.key] for one in family.student])
            family_rows.save_parties(change, [self.parties[one.key] for one in family.guardian])
            family_rows.save_guardians(
                change,
                [
                    (self.students[child.key].id, self.parties[one.key].id, one.relationship)
                    for child in family.student
                    for one in family.guardians_of(child.key)
                ],
            )
        for order in family.order:
            self._order(order)

    def _order(self, told: PracticeOrder) -> None:
        order = Order(
            id=OrderId(new_id(self.now)),
            student=self.students[told.student].id,
            kind=told.kind,
            court=told.court,
            dated_on=self.today - timedelta(told.dated_days_ago),
            until_on=None
            if told.until_in_days is None
            else self.today + timedelta(told.until_in_days),
            limited_party=self.parties[told.limited].id if told.limited else None,
            limits=frozenset(told.limits),
            passage=told.passage,
            read_by=self.people[told.read_by].id,
        )
        families.note_order(self.store, order, by=self._sign(told.read_by, self.today))

    def _in_order_of_receipt(self) -> Iterator[PracticeRequest]:
        """Oldest first, so that numbers follow the days; a linked one after what it links to."""
        yield from sorted(
            self.data.request, key=lambda one: (self._received_on(one), bool(one.linked_to))
        )

    def _received_on(self, told: PracticeRequest) -> date:
        received = told.received_on(self.today)
        if received is not None:
            return received
        for days_ago in range(_LONGEST_LIMIT_DAYS):
            candidate = self.today - timedelta(days_ago)
            limit = dates_of(
                self._asked(told, candidate), store=self.store, law=self.law
            ).acting_limit
            if limit is not None and limit.due_on <= self.today:
                return candidate
        return self.today - timedelta(_LONGEST_LIMIT_DAYS)

    def _asked(self, told: PracticeRequest, received_on: date) -> Asked:
        return Asked(
            right=told.right,
            copies=told.given_by is Access.COPIES,
            received_on=received_on,
            in_writing=told.channel.written,
            special_education=self.students[told.student].special_education,
            state=self.data.school.state,
            events=told.events(self.today),
        )

    def _request(self, told: PracticeRequest) -> None:
        received_on = self._received_on(told)
        by = self._sign(told.taken_by, received_on)
        party, known = self._requester(told)
        logged = intake.log_request(
            self.store,
            Intake(
                student=self.students[told.student],
                requester=party,
                requester_is_new=not known,
                relationship=self.data.relationship_of(told),
                right=told.right,
                access=told.given_by,
                channel=told.channel,
                received_on=received_on,
                requested_on=told.requested_on(self.today),
                words=told.words,
                record_kinds=told.record_kinds,
                language=told.language,
                interpreter=told.interpreter,
                special_education=self.students[told.student].special_education,
                events=told.events(self.today),
                reply_address=told.reply_address,
                owner=self.people[told.owner or told.taken_by].id,
                link_to=self.requests.get(told.linked_to),
            ),
            law=self.law,
            today=received_on,
            by=by,
        )
        self.requests[told.key] = logged.request
        self._work(told, logged.request, received_on)

    def _requester(self, told: PracticeRequest) -> tuple[Party, bool]:
        """Who asks, and whether they are on file already."""
        key = f"{SELF}:{told.student}" if told.requester == SELF else told.requester
        known = key in self.parties
        if not known:
            self.parties[key] = self._new_party(told)
        return self.parties[key], known

    def _new_party(self, told: PracticeRequest) -> Party:
        fresh = PartyId(new_id(self.now))
        if told.requester == SELF:
            return Party(id=fresh, name=self.students[told.student].full_name())
        asker = next(one for one in self.data.asker if one.key == told.requester)
        return Party(
            id=fresh,
            name=asker.name,
            organization=asker.organization,
            address=asker.address.address() if asker.address else NO_ADDRESS,
            phone=asker.phone,
            email=asker.email,
            language=asker.language,
        )

    def _work(self, told: PracticeRequest, request: RequestId, received_on: date) -> None:
        """What was done so far, a step a day, none after today or the day of closing."""
        last = told.closed_on(self.today) or self.today
        for number, step in enumerate(told.steps_done()):
            on = min(received_on + timedelta(number), last)
            self._do(told, request, step, on)
        by = self._sign(told.owner or told.taken_by, last)
        if told.ask is not None:
            approving.ask_approval(
                self.store, request, told.ask.step, note=told.ask.note, law=self.law, by=by
            )
        if told.visit is not None:
            self._visit(told, request, by)
        for note in told.notes:
            steps.write_note(self.store, request, note, by=by)
        for asking in told.asked:
            self._ask(told, request, asking)
        if told.waiting_for is not None:
            steps.wait_for(self.store, request, told.waiting_for, by=by)
        if told.outcome is not None:
            self._close(told, told.outcome, request, last, by)

    def _ask(self, told: PracticeRequest, request: RequestId, asking: PracticeAsking) -> None:
        """A silent place, asked again up the shipped ladder."""
        places = cases.case(self.store, request).sources
        place = next((one.id for one in places if one.name == asking.place), None)
        if place is None:
            return  # the shipped list of places cannot be read
        for number, days_ago in enumerate(asking.days_ago):
            on = self.today - timedelta(days_ago)
            by = self._sign(told.owner or told.taken_by, on)
            if number == 0:
                searching.answer_source(
                    self.store, request, place, SourceState.ASKED, today=on, by=by
                )
            else:
                chasing.ask_again(self.store, request, place, rungs=self.rungs, today=on, by=by)

    def _visit(self, told: PracticeRequest, request: RequestId, by: Initials) -> None:
        if told.visit is not None:
            visits.set_visit(
                self.store,
                request,
                meet_on=self.today + timedelta(told.visit.in_days),
                meet_at=told.visit.at,
                place=told.visit.place,
                sits_in=told.visit.sits_in,
                interpreter=told.interpreter,
                today=self.today,
                by=by,
            )

    def _do(self, told: PracticeRequest, request: RequestId, step: PracticeStep, on: date) -> None:
        rule = self.law.rights[told.right].step_rule(step.step)
        by = self._sign(told.owner or told.taken_by, on)
        if rule.id in {"receipt", "acknowledge"} and told.outcome is None:
            try:
                self._letter(request, rule.id, on, by)
            except ResourceError:
                pass  # its letter cannot be used: the step is done all the same
            else:
                return
        self._before(told, request, step, on, by)
        steps.do_step(
            self.store,
            request,
            rule.id,
            choice=step.choice,
            note=step.note,
            details=step.details,
            law=self.law,
            today=on,
            by=self._sign(self._decider(told), on) if rule.approval else by,
        )

    def _before(
        self, told: PracticeRequest, request: RequestId, step: PracticeStep, on: date, by: Initials
    ) -> None:
        """What stands on the lists before a step is done: the search's answers, and the items."""
        if step.step == "search" and told.outcome is Outcome.NO_RECORDS:
            self._search(request, on, by)
        for item in told.item if step.step == "review" else ():
            reason = self.law.reasons.named(item.reason)
            release.answer_item(
                self.store,
                request,
                what=item.what,
                answer=item.answer,
                reason=item.reason,
                note=item.note,
                answered=[one.id for one in reason.question] if reason else (),
                law=self.law,
                today=on,
                by=by,
            )

    def _search(self, request: RequestId, on: date, by: Initials) -> None:
        """No place has anything."""
        for source in cases.case(self.store, request).sources:
            searching.answer_source(
                self.store, request, source.id, SourceState.NONE, today=on, by=by
            )

    def _decider(self, told: PracticeRequest) -> str:
        """Who decides on it: the first who may and did not propose it."""
        able = [one.key for one in self.data.staff if shipped_roles().may(one.role, DECIDING)]
        return next((key for key in able if key != (told.owner or told.taken_by)), able[0])

    def _letter(self, request: RequestId, code: str, on: date, by: Initials) -> None:
        """A step done by its letter: drafted, finished and printed, as at the counter."""
        case = cases.case(self.store, request)
        template = self.law.rights[case.request.right].step_rule(code).letters[0]
        kept = letter_drafting.draft_letter(
            self.store,
            request,
            template,
            templates=self.templates,
            law=self.law,
            today=on,
            by=by,
        )
        letter_finishing.finish_letter(
            self.store,
            request,
            kept.letter,
            templates=self.templates,
            law=self.law,
            practice=True,
            today=on,
            by=by,
            press=self._warm_press(),
        )
        letter_leaving.mark_sent(
            self.store, request, kept.letter, "printed", law=self.law, on=on, today=on, by=by
        )

    def _warm_press(self) -> Press:
        """One for all letters: the next one finds fonts and markup ready."""
        if self._press is None:
            from desktop.letters.press import Press  # noqa: PLC0415  # loads reportlab

            self._press = Press()
        return self._press

    def _close(
        self, told: PracticeRequest, outcome: Outcome, request: RequestId, on: date, by: Initials
    ) -> None:
        closing.close_request(
            self.store,
            request,
            outcome,
            note=told.closing_note,
            law=self.law,
            today=on,
            by=by,
        )

    def _sign(self, key: str, on: date) -> Initials:
        """Somebody's initials on a past morning, or now when that is today."""
        person = self.people[key] if key in self.people else next(iter(self.people.values()))
        at = self.now
        if on != self.today:
            at = datetime.combine(on, _MORNING).astimezone().astimezone(UTC)
        return Initials(person=person.id, initials=person.initials, at=at)
