"""The page of one request: open, waiting, closed, with papers and long names; and its dialogs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop.actions import (
    approving,
    chasing,
    closing,
    days,
    families,
    lateness,
    release,
    searching,
    steps,
    visits,
)
from desktop.records.appointment import AppointmentState, Companion, Company
from desktop.records.case import SourceState
from desktop.records.chasing import ladder
from desktop.records.ids import OrderId, RequestId, new_id
from desktop.records.logged import Lateness
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.person import Role
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Channel, EventKind, Outcome, Waiting
from desktop.screens.desk import Desk
from desktop.screens.guidance import GuidancePanel
from desktop.screens.request import RequestPage
from desktop.store import cases
from tests.desks import a_desk
from tests.offices import AT, TODAY, Office, a_party, a_student, an_office, the_defaults
from tests.pictures import picture
from tests.pictures.practice import practice_desk, request_of

_TOO_LATE = TODAY + timedelta(days=60)
LONG = "Bartholomew-Maximilian Montgomery Featherstonehaugh " * 5


@cache
def office() -> Office:
    return an_office(Path(mkdtemp()) / "home", promise_calendar_days=20)


def desk(today: date = TODAY) -> Desk:
    return a_desk(office(), today)


def page(request: RequestId, today: date = TODAY) -> QWidget:
    return WithGuidance(desk(today), request)


class WithGuidance(QWidget):
    """The page as the window shows it, the tips beside it."""

    def __init__(self, at: Desk, request: RequestId) -> None:
        super().__init__()
        self.page = RequestPage(at, request)
        self.panel = GuidancePanel(at.guidance, at.today())
        self.page.moment_changed.connect(self.panel.show_moment)
        self.panel.show_moment(self.page.moment)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addWidget(self.panel)
        self.kept_desk = at


@cache
def fresh() -> RequestId:
    return office().log(record_kinds=("cumulative", "messages"), interpreter=True).request


@cache
def half_way() -> RequestId:
    """Story 1 in the middle: identity and authority checked, a paper on file, the search begun."""
    student, father = a_student(), a_party(phone="555-0142", email="rafael@example.org")
    made = office().log(student=student, requester=father, received_on=TODAY - timedelta(days=20))
    law, by, store, request = office().law, office().sign(), office().store, made.request
    order = Order(
        id=OrderId(new_id(AT)), student=student.id, kind=OrderKind.PROTECTION,
        court="Dallas County District Court", dated_on=date(2026, 3, 2), until_on=date(2028, 3, 1),
        limited_party=father.id, limits=frozenset({Limit.CONTACT, Limit.ADDRESS}),
        passage="No contact with the mother; her address is not to be told.", read_by=by.person,
    )  # fmt: skip
    families.note_order(store, order, by=by)
    for code, choice, note in (
        ("receipt", "", ""), ("acknowledge", "", ""), ("identity", "call_back", ""),
        ("authority", "paper_read", "It speaks of contact, not of records."),
        ("scope", "", "Everything since kindergarten, also e-mail."),
    ):  # fmt: skip
        steps.do_step(store, request, code, law=law, today=TODAY, by=by, choice=choice, note=note)
    answers = [(SourceState.FOUND, 64), (SourceState.FOUND, 12), (SourceState.NONE, 0),
               (SourceState.ASKED, 0), (SourceState.ASKED, 0)]  # fmt: skip
    places = cases.case(store, request).sources
    ago = TODAY - timedelta(days=9)
    for source, (state, pages) in zip(places, answers, strict=False):
        on = ago if source is places[3] else TODAY
        searching.answer_source(store, request, source.id, state, pages=pages, today=on, by=by)
    rungs = ladder(the_defaults().chase)
    chasing.ask_again(
        store, request, places[3].id, rungs=rungs, today=TODAY - timedelta(days=3), by=by
    )
    steps.write_note(store, request, "He asked for copies of the reading tests too.", by=by)
    return request


@cache
def meeting() -> RequestId:
    """Story 6: the IEP meeting moves, and the date with it."""
    mother = a_party(name="Ana Alvarez")
    made = office().log(
        student=a_student(given="Nguyễn Thị", family="Ánh"), requester=mother,
        relationship=Relationship.MOTHER, channel=Channel.PHONE, special_education=True,
        events={EventKind.IEP_MEETING: TODAY + timedelta(days=8)},
    )  # fmt: skip
    office_ = office()
    days.set_event(
        office_.store, made.request, kind=EventKind.IEP_MEETING, on=TODAY + timedelta(days=12),
        law=office_.law, by=office_.sign(),
    )  # fmt: skip
    steps.wait_for(office_.store, made.request, Waiting.FAMILY_SCOPE, by=office_.sign())
    return made.request


@cache
def long_names() -> RequestId:
    return (
        office()
        .log(
            student=a_student(given="<b>Zoë</b>", middle=LONG, family="O'Malley & Søn"),
            requester=a_party(name=LONG, organization="Kids in Care <Legal Team>"),
            relationship=Relationship.REPRESENTATIVE,
            words="I ask to see <i>everything</i>. " * 20,
            received_on=TODAY - timedelta(days=60),
        )
        .request
    )


@cache
def closed() -> RequestId:
    made = office().log(access=Access.COPIES)
    closing.close_request(
        office().store, made.request, Outcome.WITHDRAWN, note="They moved away.",
        law=office().law, today=TODAY, by=office().sign(),
    )  # fmt: skip
    return made.request


@cache
def visit_set() -> RequestId:
    made = office().log(received_on=TODAY - timedelta(days=30))
    visits.set_visit(
        office().store, made.request, meet_on=TODAY + timedelta(days=17),
        meet_at=AT.time().replace(hour=14), place="Room 12", sits_in="Jo Reyes",
        interpreter=True, today=TODAY, by=office().sign(),
    )  # fmt: skip
    return made.request


def _a_visit(request: RequestId, on: date, **how: Any) -> None:
    visits.set_visit(
        office().store, request, meet_on=on, meet_at=AT.time().replace(hour=14), place="Room 12",
        sits_in="Jo Reyes", interpreter=False, today=TODAY, by=office().sign(), **how,
    )  # fmt: skip


@cache
def visit_today() -> RequestId:
    made = office().log()
    _a_visit(made.request, TODAY)
    return made.request


@cache
def visit_missed() -> RequestId:
    made = office().log(received_on=TODAY - timedelta(days=30))
    for state in (AppointmentState.SAW_PART, AppointmentState.NOT_COME):
        _a_visit(made.request, TODAY)
        visits.end_visit(
            office().store, made.request, state, remains="The health office's notes",
            law=office().law, today=TODAY, by=office().sign(),
        )  # fmt: skip
    advocate = Company(count=1, kinds=(Companion.ADVOCATE,), words="Rosa Pérez")
    _a_visit(made.request, TODAY + timedelta(days=17), company=advocate)
    return made.request


@picture("request-new", (1100, 800))
def request_new() -> QWidget:
    return page(fresh())


@picture("request-half-way", (1400, 1900))
def request_half_way() -> QWidget:
    return page(half_way())


@picture("request-small", (1024, 700))
def request_small() -> QWidget:
    return page(half_way())


@picture("request-meeting", (1400, 900))
def request_meeting() -> QWidget:
    return page(meeting())


@picture("request-long-names", (1100, 1600))
def request_long() -> QWidget:
    return page(long_names())


@picture("request-closed", (1100, 800))
def request_closed() -> QWidget:
    return page(closed())


@picture("request-visit", (1400, 2000))
def request_visit() -> QWidget:
    return page(visit_set())


# The dialogs of the page, each at the size it opens with.


def opened(dialog: QDialog, shown: QWidget) -> QDialog:
    """The dialog on its own; the page it belongs to stays alive with it."""
    dialog.setModal(False)
    dialog.page = shown
    return dialog


@picture("request-working", (560, 520))
def working() -> QWidget:
    shown = page(meeting())
    limit = shown.page.dates._view.case.clocks.driving_limit
    return opened(shown.page.dates.open_working(limit), shown)


@picture("request-working-days", (560, 620))
def working_days() -> QWidget:
    at = practice_desk(practice=False)
    shown = WithGuidance(at, request_of(at, "Harper", "Claire"))
    limit = shown.page.dates._view.case.clocks.driving_limit
    return opened(shown.page.dates.open_working(limit), shown)


@picture("request-working-state", (560, 620))
def working_state() -> QWidget:
    shown = page(fresh())
    limit = shown.page.dates._view.case.clocks.limits[0]
    return opened(shown.page.dates.open_working(limit), shown)


@picture("request-event", (480, 300))
def event() -> QWidget:
    shown = page(meeting())
    dialog = shown.page.dates.edit_event(EventKind.IEP_MEETING)
    dialog.on.set_value(TODAY + timedelta(days=20))
    return opened(dialog, shown)


@picture("request-visit-dialog", (520, 460))
def visit_dialog() -> QWidget:
    shown = page(fresh())
    dialog = shown.page.giving.open_visit()
    dialog.meet_on.set_value(TODAY + timedelta(days=60))
    return opened(dialog, shown)


@picture("request-visit-move", (520, 560))
def visit_move() -> QWidget:
    shown = page(visit_set())
    dialog = shown.page.giving.open_visit()
    dialog.companions.setText("2")
    dialog.kinds.set_ticked(["advocate", "interpreter"])
    dialog.save.click()
    return opened(dialog, shown)


@picture("request-visit-end", (520, 560))
def visit_end() -> QWidget:
    shown = page(visit_today())
    dialog = shown.page.giving.open_end()
    dialog.ways.choose("saw_part")
    dialog.save.click()
    return opened(dialog, shown)


@picture("request-visit-missed", (1100, 1900))
def visit_missed_page() -> QWidget:
    return page(visit_missed())


@picture("request-charge", (480, 480))
def charge() -> QWidget:
    shown = page(half_way())
    dialog = shown.page.giving.open_charge()
    dialog.waived.setChecked(True)
    return opened(dialog, shown)


@picture("request-close", (480, 520))
def close_dialog() -> QWidget:
    shown = page(half_way())
    dialog = shown.page.acts.open_close(Outcome.WITHDRAWN)
    dialog.save.click()
    return opened(dialog, shown)


@cache
def too_late() -> RequestId:
    asked = {"student": a_student(given="Lena"), "requester": a_party(name="Sara Novak")}
    return office().log(**asked).request


@picture("request-close-late", (480, 620))
def close_late() -> QWidget:
    shown = page(too_late(), _TOO_LATE)
    dialog = shown.page.acts.open_close(Outcome.WITHDRAWN)
    dialog.late.reason.setCurrentIndex(1)
    return opened(dialog, shown)


@picture("request-late", (1100, 800))
def late_page() -> QWidget:
    words = "The nurse was on leave, and nobody else had the key."
    lateness.tell_lateness(
        office().store, too_late(), Lateness(reason="place", words=words),
        law=office().law, today=_TOO_LATE, by=office().sign(),
    )  # fmt: skip
    return page(too_late(), _TOO_LATE)


@picture("request-link", (680, 420))
def link() -> QWidget:
    shown = page(fresh())
    dialog = shown.page.acts.open_link()
    dialog.search.setText("2026")
    return opened(dialog, shown)


@picture("request-merge", (680, 420))
def merge() -> QWidget:
    shown = page(fresh())
    return opened(shown.page.acts.open_merge(), shown)


@picture("request-reason", (460, 300))
def reason() -> QWidget:
    shown = page(fresh())
    dialog = shown.page.acts.open_give_otherwise()
    dialog.save.click()
    return opened(dialog, shown)


@picture("request-place", (480, 300))
def place() -> QWidget:
    shown = page(fresh())
    return opened(shown.page.search.open_add(), shown)


@picture("request-menu", (420, 520))
def menu() -> QWidget:
    shown = page(fresh())
    shown.page.menu.page = shown
    return shown.page.menu


@cache
def itemised() -> RequestId:
    """An answer with something of every kind."""
    made = office().log()
    for what, given, reason, note, answered in (
        ("Report cards, grades 1 to 4", ItemAnswer.GIVEN, "", "", ()),
        ("Bus video of September 30", ItemAnswer.PART_WITHHELD, "other_child_out",
         "Faces and seats of other riders.", ()),
        ("Reading tests of kindergarten", ItemAnswer.NOT_HELD, "elsewhere",
         "The Lakeside preschool.", ()),
        ("The counselor's own notes", ItemAnswer.NOT_RECORD, "sole_possession", "",
         ("maker", "memory", "unshared")),
    ):  # fmt: skip
        release.answer_item(
            office().store, made.request, what=what, answer=given, reason=reason, note=note,
            answered=answered, law=office().law, today=TODAY, by=office().sign(),
        )  # fmt: skip
    return made.request


@picture("request-items", (1400, 2000))
def request_items() -> QWidget:
    return page(itemised())


@picture("request-item", (560, 700))
def request_item() -> QWidget:
    shown = page(fresh())
    dialog = shown.page.items.open_add()
    dialog.what.setText("The counselor's own notes")
    dialog.answers.choose(ItemAnswer.NOT_RECORD)
    dialog.reason.setCurrentIndex(dialog.reason.findData("sole_possession"))
    dialog.questions.rows[0].choose()
    dialog.save.click()
    return opened(dialog, shown)


@picture("request-correct", (640, 720))
def request_correct() -> QWidget:
    shown = page(half_way())
    dialog = shown.page.acts.open_correct()
    dialog.received_on.set_value(TODAY - timedelta(days=27))
    dialog.save.click()
    return opened(dialog, shown)


@cache
def reviewing() -> RequestId:
    """The release check in hand: another child is named, and somebody looked a second time."""
    made = office().log(access=Access.COPIES)
    office().principal()
    release.answer_item(
        office().store, made.request, what="Bus video", answer=ItemAnswer.PART_WITHHELD,
        reason="other_child_out", note="Faces of other riders.", law=office().law, today=TODAY,
        by=office().sign(),
    )  # fmt: skip
    return made.request


@cache
def for_the_principal() -> RequestId:
    """Part is covered and the principal is asked."""
    made = office().log()
    release.answer_item(
        office().store, made.request, what="Report of the playground",
        answer=ItemAnswer.PART_WITHHELD, reason="other_child_out", note="One name.",
        law=office().law, today=TODAY, by=office().sign(),
    )  # fmt: skip
    steps.do_step(
        office().store, made.request, "review", choice="covered", note="One name.",
        details={"other_children": "yes", "separable": "yes"}, law=office().law, today=TODAY,
        by=office().sign(),
    )  # fmt: skip
    approving.ask_approval(
        office().store, made.request, "approve_part", law=office().law, by=office().sign(),
        note="One name in two places; the rest stays.",
    )  # fmt: skip
    return made.request


@picture("request-review", (1100, 1500))
def request_review() -> QWidget:
    shown = page(reviewing())
    steps_card = shown.page.steps
    steps_card.open_step("review")
    fields = steps_card.panel.fields
    steps_card.panel.choices.choose("covered")
    for field, value in (("other_children", "yes"), ("separable", "yes"), ("second_look", "done")):
        fields.row(field).put(value)
        fields.row(field).typed.emit()
    return shown


@picture("request-asked", (1100, 1100))
def request_asked() -> QWidget:
    shown = page(for_the_principal())
    shown.page.steps.open_step("approve_part")
    return shown


@picture("request-to-ask", (1100, 1100))
def request_to_ask() -> QWidget:
    shown = page(odd())
    shown.page.steps.open_step("approve_odd")
    return shown


@cache
def odd() -> RequestId:
    made = office().log(relationship=Relationship.GRANDPARENT)
    steps.do_step(
        office().store, made.request, "authority", choice="principal_decided",
        note="The child lives with her.", law=office().law, today=TODAY, by=office().sign(),
    )  # fmt: skip
    return made.request


@picture("request-decide", (1100, 1100))
def request_decide() -> QWidget:
    request, at = for_the_principal(), desk()
    by = office().principal()
    at.person = replace(at.person, id=by.person, initials=by.initials, role=Role.PRINCIPAL)
    shown = WithGuidance(at, request)
    shown.page.steps.open_step("approve_part")
    shown.page.steps.panel.choices.choose("agreed")
    shown.page.steps.panel.done.click()
    return shown


@cache
def gone_back() -> RequestId:
    """The principal did not agree to what is covered."""
    request, by = for_the_principal.__wrapped__(), office().principal()
    steps.do_step(
        office().store, request, "approve_part", choice="not_agreed", law=office().law,
        today=TODAY, by=by, note="The second sentence names nobody. Let her read it.",
    )  # fmt: skip
    return request


@picture("request-sent-back", (1100, 1100))
def request_sent_back() -> QWidget:
    return page(gone_back())
