"""What they want and how it came: the right, the channel, the days, the words, the language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from desktop.records.ids import PersonId
from desktop.records.request import Access, Channel, EventKind, Right
from desktop.records.rights import RightRule
from desktop.records.student import Student
from desktop.screens.choices import TickGrid
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.intake_part import FormPart
from desktop.screens.intake_requester import Asking
from desktop.screens.intake_typed import TypedDetails, put_date, typed_date
from desktop.screens.theme import theme
from desktop.screens.typed_date import Lean

_ENGLISH = "en"
# Who exercises the rights of a group: those of families first, those of others last.
_GROUPS = ({"family", "anyone"}, {"student"}, {"third_party"})


class DetailsPart(FormPart):
    """Everything about the request itself. Most of it has a default that needs no key."""

    form: QFormLayout
    right: QComboBox
    right_says: QLabel
    cannot_come: QCheckBox
    channel_phone: QRadioButton
    channel_in_person: QRadioButton
    channel_letter: QRadioButton
    channel_email: QRadioButton
    received_on: DateField
    requested_on: DateField
    requested_row: QWidget
    words: QPlainTextEdit
    record_kinds: TickGrid
    language: QComboBox
    interpreter: QCheckBox
    special_education: QCheckBox
    iep_meeting: DateField
    iep_row: QWidget
    hearing: DateField
    hearing_row: QWidget
    resolution: DateField
    resolution_row: QWidget
    survey: DateField
    survey_row: QWidget
    comply_by: DateField
    comply_by_row: QWidget
    reply_address: QPlainTextEdit
    owner: QComboBox

    def __init__(self, root: QWidget, desk: Desk) -> None:
        super().__init__(root)
        self._desk = desk
        self._language: str | None = None
        self._special: bool | None = None
        self._channels = {
            Channel.PHONE: self.channel_phone,
            Channel.IN_PERSON: self.channel_in_person,
            Channel.LETTER: self.channel_letter,
            Channel.EMAIL: self.channel_email,
        }
        self._events = {
            EventKind.IEP_MEETING: (self.iep_meeting, self.iep_row),
            EventKind.HEARING: (self.hearing, self.hearing_row),
            EventKind.RESOLUTION_SESSION: (self.resolution, self.resolution_row),
            EventKind.SURVEY: (self.survey, self.survey_row),
            EventKind.COMPLY_BY: (self.comply_by, self.comply_by_row),
        }
        self._offer()
        self._connect()
        theme().changed.connect(self._fit)
        self._fit()
        self.put(self.blank())

    def _offer(self) -> None:
        self._offer_rights()
        kinds = self._desk.defaults.record_kind
        self.record_kinds.offer([(one.id, one.title) for one in kinds])
        for one in self._desk.defaults.language:
            self.language.addItem(one.title, one.id)
        for person in self._desk.people():
            if person.active:
                self.owner.addItem(person.name, person.id)
        self.received_on.set_today(self._desk.today(), Lean.PAST)
        self.requested_on.set_today(self._desk.today(), Lean.PAST)
        for field, _ in self._events.values():
            field.set_today(self._desk.today(), Lean.FUTURE)

    def _offer_rights(self) -> None:
        """Every right, those of a family first; a line between the groups."""
        offered = self._desk.law.rights.offered()
        for who in _GROUPS:
            rules = [rule for rule in offered if rule.asks in who]
            if rules and self.right.count():
                self.right.insertSeparator(self.right.count())
            for rule in rules:
                self.right.addItem(rule.title, rule.id.value)
        self.right.setMaxVisibleItems(self.right.count())

    def _connect(self) -> None:
        for box in (self.right, self.owner):
            box.currentIndexChanged.connect(self._touched)
        for tick in (self.cannot_come, self.interpreter):
            tick.toggled.connect(self._touched)
        for radio in self._channels.values():
            radio.toggled.connect(self._touched)
        for field in self._dates():
            field.changed.connect(self._touched)
            field.entry.textEdited.connect(self._touched)
        self.record_kinds.changed.connect(self._touched)
        self.words.textChanged.connect(self.changed)
        self.reply_address.textChanged.connect(self.changed)
        self.language.currentIndexChanged.connect(self._language_by_hand)
        self.special_education.toggled.connect(self._special_by_hand)

    def _dates(self) -> tuple[DateField, ...]:
        events = (field for field, _ in self._events.values())
        return (self.received_on, self.requested_on, *events)

    def _fit(self) -> None:
        """Three lines for their words, two for an address, at any text size."""
        around = theme().sizes.px(14)
        for field, lines in ((self.words, 3), (self.reply_address, 2)):
            field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + around)

    # What it says

    def asked_right(self) -> Right:
        """The right exercised."""
        return Right(self.right.currentData())

    def access(self) -> Access:
        """Copies when they are asked for, or when a visit is not possible (34 CFR 99.10(d))."""
        copies = self.asked_right() is Right.COPIES
        kept_away = self._rule().access and self.cannot_come.isChecked()
        return Access.COPIES if copies or kept_away else Access.VISIT

    def _rule(self) -> RightRule:
        return self._desk.law.rights[self.asked_right()]

    def by_a_body(self) -> bool:
        """Whether the right is one of a third party: an agency, a court, another school."""
        return self._rule().asks == "third_party"

    def kinds(self) -> tuple[str, ...]:
        """The kinds of records asked for, where the right has a search."""
        return self.record_kinds.ticked() if self._rule().search else ()

    def channel(self) -> Channel:
        """How the request came."""
        return next(one for one, radio in self._channels.items() if radio.isChecked())

    def chosen_channel(self) -> QRadioButton:
        """The button that says how the request came."""
        return self._channels[self.channel()]

    def requested_day(self) -> date | None:
        """The date a letter or e-mail bears, where it is given."""
        return self.requested_on.value() if self.channel().written else None

    def events(self) -> Mapping[EventKind, date]:
        """The meetings and days that the dates of this right follow."""
        days = {kind: self._events[kind][0].value() for kind in self._counted()}
        return {kind: on for kind, on in days.items() if on is not None}

    def _counted(self) -> list[EventKind]:
        """Which events move a date of this right, for this student."""
        counted = self._desk.books.events_for(
            self.asked_right(),
            self._desk.school.state,
            received_on=self.received_on.value() or self._desk.today(),
            special_education=self.special_education.isChecked(),
        )
        return [kind for kind in counted if kind in self._events]

    def owner_id(self) -> PersonId | None:
        """Who handles it."""
        chosen = self.owner.currentData()
        return None if chosen is None else PersonId(chosen)

    def unreadable(self) -> DateField | None:
        """The first field in sight that holds something that is no date."""
        rows = (None, self.requested_row, *(row for _, row in self._events.values()))
        for field, row in zip(self._dates(), rows, strict=True):
            if field.is_wrong() and not (row and row.isHidden()):
                return field
        return None

    def preset(self, student: Student | None, asking: Asking | None) -> None:
        """Take over what the file knows, where nobody has said otherwise by hand."""
        spoken = (asking.party.language if asking else "") or (
            student.home_language if student else ""
        )
        special = student.special_education if student else False
        with QSignalBlocker(self.language), QSignalBlocker(self.special_education):
            self._set_language(self._language or spoken or _ENGLISH)
            self.special_education.setChecked(special if self._special is None else self._special)
        self._show()

    def _set_language(self, code: str) -> None:
        if self.language.findData(code) < 0:
            self.language.addItem(code, code)
        self.language.setCurrentIndex(self.language.findData(code))

    def _language_by_hand(self) -> None:
        self._language = self.language.currentData()
        self.changed.emit()

    def _special_by_hand(self, ticked: bool) -> None:  # Qt's signal
        self._special = ticked
        self._touched()

    # What is typed

    def blank(self) -> TypedDetails:
        """The form before anything is typed: see the records, by phone, received today, mine."""
        return TypedDetails(
            right=self.right.itemData(0) or "",
            channel=Channel.PHONE,
            received_on=self._desk.today().isoformat(),
            owner=self._desk.person.id,
        )

    def typed(self) -> TypedDetails:
        """What stands in the fields."""
        return TypedDetails(
            right=self.right.currentData() or "",
            cannot_come=self.cannot_come.isChecked(),
            channel=self.channel(),
            received_on=typed_date(self.received_on),
            requested_on=typed_date(self.requested_on),
            words=self.words.toPlainText(),
            record_kinds=self.record_kinds.ticked(),
            language=self._language,
            interpreter=self.interpreter.isChecked(),
            special_education=self._special,
            iep_meeting=typed_date(self.iep_meeting),
            hearing=typed_date(self.hearing),
            resolution=typed_date(self.resolution),
            survey=typed_date(self.survey),
            comply_by=typed_date(self.comply_by),
            reply_address=self.reply_address.toPlainText(),
            owner=self.owner.currentData() or 0,
        )

    def put(self, typed: TypedDetails) -> None:
        """Put back what ``typed`` gave."""
        self._language, self._special = typed.language, typed.special_education
        self.right.setCurrentIndex(max(self.right.findData(typed.right), 0))
        self.cannot_come.setChecked(typed.cannot_come)
        self._channels[Channel(typed.channel)].setChecked(True)
        put_date(self.received_on, typed.received_on)
        put_date(self.requested_on, typed.requested_on)
        self.words.setPlainText(typed.words)
        self.record_kinds.set_ticked(typed.record_kinds)
        self.interpreter.setChecked(typed.interpreter)
        put_date(self.iep_meeting, typed.iep_meeting)
        put_date(self.hearing, typed.hearing)
        put_date(self.resolution, typed.resolution)
        put_date(self.survey, typed.survey)
        put_date(self.comply_by, typed.comply_by)
        self.reply_address.setPlainText(typed.reply_address)
        self.owner.setCurrentIndex(max(self.owner.findData(typed.owner), 0))
        self.preset(None, None)
        self.changed.emit()

    # What is shown

    def _touched(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        rule, counted = self._rule(), self._counted()
        self.right_says.setText(rule.says)
        self.cannot_come.setVisible(rule.access)
        self.form.setRowVisible(self.record_kinds, rule.search)
        self.form.setRowVisible(self.requested_row, self.channel().written)
        for kind, (_, row) in self._events.items():
            self.form.setRowVisible(row, kind in counted)
