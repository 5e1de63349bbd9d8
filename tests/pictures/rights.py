"""Rights other than access: steps with fields, the end and what follows, the form for each."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from desktop.actions import closing, days, steps
from desktop.actions.drafts import drop_draft
from desktop.records.ids import RequestId
from desktop.records.party import Relationship
from desktop.records.request import Channel, EventKind, Outcome, Right
from desktop.records.rights import Choice, Field, FieldKind, Option, StepRule
from desktop.screens.desk import Desk
from desktop.screens.intake import IntakeDialog
from desktop.screens.intake_draft import KIND
from desktop.screens.intake_linked import Linked
from desktop.screens.request import RequestPage
from tests.desks import a_desk
from tests.offices import TODAY, Office, a_party, a_student, an_office
from tests.pictures import picture
from tests.pictures.intake import _prepared
from tests.pictures.request import WithGuidance, opened
from tests.rights import a_right, law_with

LONG = "Bartholomew-Maximilian Montgomery Featherstonehaugh " * 3
_INTAKE = (1180, 820)
# Every kind of field in one step, with long names.
EVERY_KIND = (
    StepRule(
        id="notice", title="Tell the family the day, the hour and the place",
        says="Reasonably ahead. The person who holds it has no stake in the outcome.",
        moment="amendment", approval=True, gate=True, citation="34 CFR 99.22(b)",
        field=(
            Field(id="officer", title="Who holds the hearing", kind=FieldKind.LINE,
                  says="Somebody of the school, if they have no direct interest in it."),
            Field(id="held_on", title="Day", kind=FieldKind.DATE,
                  event=EventKind.AMENDMENT_HEARING),
            Field(id="held_at", title="Hour", kind=FieldKind.TIME, needed=False),
            Field(id="evidence", title="What the family brings", kind=FieldKind.TEXT,
                  needed=False),
            Field(id="told", title="How they were told", kind=FieldKind.CHOICE,
                  option=(Option(id="mail", title="By mail"),
                          Option(id="phone", title="By phone, and a letter after it"))),
            Field(id="checked", title="Checked", kind=FieldKind.TICKS,
                  option=(Option(id="author", title="Did not write the record"),
                          Option(id="decider", title="Did not decide on the correction, and"
                                 " does not work for the person who did so"))),
        ),
        choice=(
            Choice(id="yes", title="A hearing is held",
                   says="Tell the right to be helped or represented, at their own expense."),
            Choice(id="no", title="They take it back", note=True),
        ),
    ),
    StepRule(id="held", title="Hold the hearing", says="Fairly.", moment="amendment"),
)  # fmt: skip
HEARING = a_right(
    Right.HEARING, title="Have a hearing", step=EVERY_KIND,
    says="The school left the record as it is, and the family wants to be heard.",
)  # fmt: skip


@cache
def office() -> Office:
    made = an_office(Path(mkdtemp()) / "home")
    days.add_entry(
        made.store, from_on=date(2026, 10, 26), until_on=date(2026, 10, 30), title="Fall break",
        kind="closure", law=made.law, by=made.sign(),
    )  # fmt: skip
    return made


def desk() -> Desk:
    made, law = a_desk(office(), TODAY), law_with(HEARING)
    made.law_of = lambda _: law  # type: ignore[method-assign]
    return made


def page(request: RequestId) -> WithGuidance:
    return WithGuidance(desk(), request)


def do(request: RequestId, code: str, choice: str = "", note: str = "", **details: str) -> None:
    principals = code.startswith("approve")
    steps.do_step(
        office().store, request, code, law=office().law, today=TODAY,
        by=office().principal() if principals else office().sign(),
        choice=choice, note=note or ("I read it." if principals else ""), details=details,
    )  # fmt: skip


def an_amendment(**given: Any) -> RequestId:
    return office().log(
        right=Right.AMEND, channel=Channel.LETTER,
        words="Mia was on the field trip, not absent.", **given,
    ).request  # fmt: skip


@cache
def begun() -> RequestId:
    request = an_amendment()
    do(request, "receipt")
    do(request, "acknowledge")
    do(request, "identity", "known_in_person")
    do(request, "authority", "parent_no_paper")
    return request


@cache
def refused() -> RequestId:
    request = an_amendment(
        student=a_student(given="Nguyễn Thị", family="Ánh"),
        requester=a_party(name=LONG, organization="Kids in Care <Legal Team> & Co"),
        relationship=Relationship.REPRESENTATIVE,
    )
    do(request, "receipt")
    do(request, "identity", "known_in_person")
    do(
        request, "point", record="Attendance <b>of September 30</b>, 2026",
        wrong="She was on the field trip & is counted as absent. " * 6,
        wanted="Present, on a field trip.", ground="inaccurate",
    )  # fmt: skip
    do(request, "triage", "fact")
    do(request, "check", "no_meeting", checked="The sign-in sheet of the bus lacks her name.")
    do(request, "decision", "refused", "The sheet is clear.")
    do(request, "approve_refusal", "agreed")
    do(request, "tell_refused")
    return request


@cache
def closed(_which: str = "") -> RequestId:
    request = an_amendment()
    for code, choice, note, details in (
        ("point", "", "", {"record": "Grade", "wrong": "Too low.", "ground": "misleading"}),
        ("triage", "fact", "", {}),
        ("check", "no_meeting", "", {"checked": "The grade book."}),
        ("decision", "refused", "It is right.", {}),
        ("approve_refusal", "agreed", "", {}),
        ("tell_refused", "", "", {}),
    ):
        do(request, code, choice, note, **details)
    closing.close_request(
        office().store, request, Outcome.REFUSED, note="", law=office().law, today=TODAY,
        by=office().sign(),
    )  # fmt: skip
    return request


@picture("rights-fields", (1400, 1300))
def fields() -> QWidget:
    shown = page(begun())
    rows = shown.page.steps.panel.fields
    rows.row("record").put("Attendance of September 30")
    shown.prepare_picture = shown.page.steps.panel.done.click
    return shown


@picture("rights-every-kind", (1100, 1500))
def every_kind() -> QWidget:
    made = desk()
    request = _hearing(made)
    shown = RequestPage(made, request)
    shown.kept_desk = made
    rows = shown.steps.panel.fields
    rows.row("held_on").put("2026-10-27")
    rows.row("held_at").put("14:30")
    rows.row("checked").put("author")

    def prepare() -> None:
        shown.steps.panel.choices.choose("yes")
        shown.steps.panel.done.click()

    shown.prepare_picture = prepare
    return shown


@cache
def _hearing_of() -> dict[str, RequestId]:
    return {}


def _hearing(made: Desk) -> RequestId:
    kept = _hearing_of()
    if "id" not in kept:
        dialog = IntakeDialog(made, linked=Linked(request=closed("heard"), right=Right.HEARING))
        dialog.log.click()
        kept["id"] = dialog._linked.request  # type: ignore[union-attr]
    return kept["id"]


@picture("rights-written-down", (1400, 1500))
def written_down() -> QWidget:
    return page(refused())


@picture("rights-closed", (1100, 800))
def closed_page() -> QWidget:
    return page(closed())


@picture("rights-close", (520, 640))
def close_dialog() -> QWidget:
    shown = page(refused())
    dialog = shown.page.acts.open_close(Outcome.REFUSED)
    return opened(dialog, shown)


def _form(prepare: Any, **given: Any) -> IntakeDialog:
    drop_draft(office().store, KIND, by=office().sign())
    dialog = IntakeDialog(desk(), **given)
    return _prepared(dialog, lambda: prepare(dialog))


def _choose(dialog: IntakeDialog, right: Right) -> None:
    dialog.details.right.setCurrentIndex(dialog.details.right.findData(right.value))


@picture("intake-amend", _INTAKE)
def intake_amend() -> QWidget:
    return _form(lambda dialog: _choose(dialog, Right.AMEND))


@picture("intake-linked", _INTAKE)
def intake_linked() -> QWidget:
    linked = Linked(request=refused(), right=Right.HEARING)
    return _form(lambda _: None, linked=linked)


@picture("intake-point", _INTAKE)
def intake_point() -> QWidget:
    def prepare(dialog: IntakeDialog) -> None:
        dialog.details.channel_letter.setChecked(True)
        dialog.log.click()

    linked = Linked(request=begun(), right=Right.AMEND, same_letter=True)
    return _form(prepare, linked=linked)


@picture("intake-third-party", _INTAKE)
def intake_third_party() -> QWidget:
    made = desk()
    drop_draft(office().store, KIND, by=office().sign())
    begun()
    dialog = IntakeDialog(made)

    def prepare() -> None:
        dialog.student.student_name.setText("mia")
        dialog.student.student_name.search_now()
        dialog.student.choose(dialog.student.student_name.offers()[0].id)
        dialog.student.student_name.close_offers()
        _choose(dialog, Right.THIRD_PARTY)
        dialog.requester.organization.setText("County Department of Children & Families")
        dialog.details.comply_by.set_value(date(2026, 10, 9))
        QApplication.processEvents()
        dialog.form_scroll.ensureWidgetVisible(dialog.details.comply_by)

    return _prepared(dialog, prepare)


@picture("rights-fields-small", (900, 1000))
def fields_small() -> QWidget:
    shown = page(begun())
    shown.panel.hide()
    shown.prepare_picture = shown.page.steps.go_to_next
    return shown
