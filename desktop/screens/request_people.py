"""Who asks, for what, and whether they may see it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.records.authority import Answer, Reason
from desktop.records.care import Question, carried, questions
from desktop.records.request import Status
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icon_label import IconLabel
from desktop.screens.icons import set_icon
from desktop.screens.long_words import breakable
from desktop.screens.request_part import RequestPart, clear_layout, plain_label
from desktop.screens.request_view import (
    Related,
    RequestView,
    asker_said,
    local,
    right_said,
)
from desktop.screens.theme import set_look
from desktop.screens.widgets import KeyValues, SectionHeader
from desktop.wording.dates import day_date, plain_date

_SIGNS = {
    Answer.YES: ("check-circle", "accent"),
    Answer.CONDITIONS: ("shield", "warning"),
    Answer.ASK: ("shield", "warning"),
    Answer.NO: ("alert", "danger"),
}
_LONG_NAME = 120
_AGE_REASONS = {Reason.STUDENT_HOLDS_RIGHTS, Reason.ELIGIBLE_STUDENT, Reason.STUDENT_UNDER_18}


class VerdictCard(RequestPart):
    """May this person see the records: one sentence, where it stands, and what to mind.

    Signals:
        care_wanted: ask who cares for the child, or correct what was told.
    """

    header: SectionHeader
    sign: IconLabel
    says: QLabel
    citation: QLabel
    warnings: QVBoxLayout
    carried: QLabel
    ask_care: QPushButton
    what_changes: QPushButton
    changes: QLabel

    care_wanted = Signal()

    def __init__(self, desk: Desk, view: RequestView) -> None:
        super().__init__(desk, view)
        load_form(self, "request_verdict")
        set_icon(self.ask_care, "edit", "accent")
        self.ask_care.clicked.connect(self.care_wanted)
        self._warned: tuple[str, ...] = ()
        asks = view.right.asks == "family" and not view.right.gives
        self.header.set_title(
            self.tr("May they ask for this?") if asks else self.tr("May they see the records?")
        )
        self.what_changes.toggled.connect(self._turn)
        self._turn(shown=False)

    @property
    def moment(self) -> str:
        """The tips on authority, or on the 18th birthday where that decides."""
        birthday = any("birthday" in one.code for one in self._view.verdict.warnings)
        of_age = birthday or self._view.verdict.reason in _AGE_REASONS
        return "eligible_student" if of_age else "authority"

    def warned(self) -> tuple[str, ...]:
        """The warnings shown, in order."""
        return self._warned

    def _turn(self, shown: bool) -> None:
        self.changes.setVisible(shown)
        set_icon(self.what_changes, "chevron-down" if shown else "chevron-right", "accent")

    def _fill(self) -> None:
        words, verdict = self._desk.wording, self._view.verdict
        self.sign.show_icon(*_SIGNS[verdict.answer], 20)
        self.sign.setAccessibleName(words.text(f"verdict.answer.{verdict.answer}"))
        self.says.setText(words.say(verdict.says()))
        self.citation.setText(words.say(verdict.citation()))
        self.changes.setText(words.say(verdict.would_change()))
        self._fill_care()
        warned = tuple(words.say(one) for one in verdict.warnings)
        if warned != self._warned:
            self._warned = warned
            self._fill_warnings()

    def _fill_care(self) -> None:
        """What each answer of somebody who is no parent on paper carries, and the way to ask."""
        words, view, care = self._desk.wording, self._view, self._view.case.care
        relationship = view.case.request.relationship
        asked = questions(relationship)
        told = carried(relationship, care, view.today) if care and asked else ()
        self.carried.setText("\n".join(words.say(one) for one in told))
        self.carried.setVisible(bool(told))
        first = "care.ask" if Question.LIVES_WITH in asked else "care.ask_paper"
        self.ask_care.setText(words.text("care.again" if told else first))
        self.ask_care.setVisible(bool(asked) and not view.closed)

    def _fill_warnings(self) -> None:
        clear_layout(self.warnings)
        for said in self._warned:
            sign, text, row = IconLabel(), plain_label(), QHBoxLayout()
            sign.show_icon("warning", "warning", 16)
            text.setText(said)
            row.setSpacing(8)
            row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(text, 1)
            self.warnings.addLayout(row)


class PeopleCard(RequestPart):
    """The student, the person who asks and how to reach them; the requests linked with this one.

    Signals:
        student_wanted: show the student's page.
        request_wanted: show a linked request; carries its id.
    """

    header: SectionHeader
    facts: KeyValues
    linked_title: QLabel
    linked: QVBoxLayout

    student_wanted = Signal()
    request_wanted = Signal(object)

    def __init__(self, desk: Desk, view: RequestView) -> None:
        super().__init__(desk, view)
        load_form(self, "request_people")
        self._related: tuple[Related, ...] = ()
        self._facts: list[tuple[str, str]] = []
        self.header.set_title(self.tr("People"), self.tr("Student's page"))
        self.header.acted.connect(self.student_wanted)

    def _fill(self) -> None:
        facts = [*self._student(), *self._asker(), *self._office()]
        if facts != self._facts:
            self._facts = facts
            self.facts.show_facts(facts)
        self.linked_title.setVisible(bool(self._view.related))
        if self._view.related != self._related:
            self._related = self._view.related
            self._fill_linked()

    def _student(self) -> Iterator[tuple[str, str]]:
        student = self._view.case.student
        yield self.tr("Student"), _short(student.full_name())
        yield (
            self.tr("Known as"),
            ", ".join(filter(None, (student.preferred, *student.other_names))),
        )
        yield self.tr("Grade"), student.grade
        yield self.tr("Number"), student.local_number
        if student.born_on:
            yield self.tr("Born"), plain_date(student.born_on)
        if self._view.case.request.special_education:
            yield self.tr("Special education"), self.tr("Yes")

    def _asker(self) -> Iterator[tuple[str, str]]:
        party = self._view.case.requester
        yield self.tr("Who asks"), _short(asker_said(self._view, self._desk.wording))
        yield self.tr("Phone"), party.phone
        yield self.tr("E-mail"), party.email
        yield self.tr("Address"), "\n".join(party.address.lines())
        yield self.tr("Answer goes to"), self._view.case.reply_address

    def _office(self) -> Iterator[tuple[str, str]]:
        taken_by = self._view.people.get(self._view.case.request.taken_by)
        if taken_by is not None:
            yield self.tr("Taken by"), taken_by.name

    def _fill_linked(self) -> None:
        clear_layout(self.linked)
        for one in self._related:
            button = QPushButton(self._linked_said(one))
            set_look(button, bare=True)
            set_icon(button, "link", "accent")
            button.clicked.connect(lambda _=False, to=one.id: self.request_wanted.emit(to))
            self.linked.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _linked_said(self, one: Related) -> str:
        state = Status.OPEN if one.status is Status.WAITING else one.status
        standing = self._desk.wording.text(f"request.status.{state}").lower()
        return self.tr("{number}, {standing}").format(number=one.number, standing=standing)


def _short(name: str) -> str:
    """A name of some lines at most; all of it stands in the head of the page."""
    return breakable(name if len(name) <= _LONG_NAME else f"{name[:_LONG_NAME]}…")


class AskedCard(RequestPart):
    """What was asked for: the asker's own words, and how and when it came."""

    header: SectionHeader
    words: QLabel
    facts: KeyValues

    def __init__(self, desk: Desk, view: RequestView) -> None:
        super().__init__(desk, view)
        load_form(self, "request_asked")
        self.words.setMinimumWidth(1)
        self._facts: list[tuple[str, str]] = []
        self.header.set_title(self.tr("What they ask for"))

    @property
    def moment(self) -> str:
        """How to agree on what is meant."""
        return "scope"

    def _fill(self) -> None:
        request = self._view.case.request
        self.words.setText(breakable(f"“{request.words}”") if request.words else "")
        self.words.setVisible(bool(request.words))
        facts = [*self._wanted(), *self._came()]
        if facts != self._facts:
            self._facts = facts
            self.facts.show_facts(facts)

    def _wanted(self) -> Iterator[tuple[str, str]]:
        request, defaults = self._view.case.request, self._desk.defaults
        yield self.tr("Right"), right_said(self._view, self._desk.wording)
        kinds = (defaults.record_kind_title(kind) for kind in request.record_kinds)
        yield self.tr("Records"), ", ".join(kinds)
        yield self.tr("Language"), self._language()

    def _language(self) -> str:
        request = self._view.case.request
        title = self._desk.defaults.language_title(request.language)
        with_help = self.tr("{language}, with an interpreter").format(language=title)
        return with_help if request.interpreter else title

    def _came(self) -> Iterator[tuple[str, str]]:
        request, today = self._view.case.request, self._view.today
        channel = self._desk.wording.text(f"word.channel.{request.channel}")
        yield self.tr("Received"), f"{day_date(request.received_on, today)}, {channel}"
        if request.requested_on and request.requested_on != request.received_on:
            yield self.tr("Dated"), day_date(request.requested_on, today)
        entered_on = local(request.entered_at).date()
        if entered_on != request.received_on:
            yield self.tr("Entered"), day_date(entered_on, today)
