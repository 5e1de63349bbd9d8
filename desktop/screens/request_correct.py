"""Correct what was logged: the days, how it came, the words and the rest, with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPlainTextEdit, QScrollArea, QWidget
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.correcting import CorrectionRefusedError, correct_request, dates_corrected
from desktop.errors import DeskError
from desktop.records.correction import Correction
from desktop.records.intake import Place
from desktop.records.party import Relationship
from desktop.records.request import Channel
from desktop.screens.choices import TickGrid
from desktop.screens.date_field import DateField
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import ActDialog, Kept
from desktop.screens.request_view import RequestView, capital
from desktop.screens.theme import theme
from desktop.screens.typed_date import Lean


class CorrectDialog(ActDialog):
    """The entry as it stands, to be put right; what the dates come to is shown while one types."""

    _place = "correct.reason"

    entry_area: QScrollArea
    received_on: DateField
    requested_label: QLabel
    requested_on: DateField
    channel: QComboBox
    relationship: QComboBox
    words: NoteField
    words_message: FieldMessage
    record_kinds_label: QLabel
    record_kinds: TickGrid
    language: QComboBox
    interpreter: QCheckBox
    special_education: QCheckBox
    reply_address: NoteField
    reply_message: FieldMessage
    reason: NoteField
    reason_message: FieldMessage
    preview: QLabel

    def __init__(
        self, desk: Desk, view: RequestView, kept: Kept, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, view, kept, parent)
        load_form(self, "request_correct")
        self._wire()
        self._before = Correction.of(view.case)
        self._offer()
        self._put(self._before)
        kept.hold(self.reason, self._place)
        self._connect()
        self._show_dates()
        self.received_on.setFocus()
        self.resize(theme().sizes.px(640), theme().sizes.px(720))

    def _offer(self) -> None:
        words, defaults = self._desk.wording, self._desk.defaults
        for channel in Channel:
            self.channel.addItem(capital(words.text(f"word.channel.{channel}")), channel.value)
        for one in Relationship:
            self.relationship.addItem(words.text(f"word.relationship.{one}"), one.value)
        for spoken in defaults.language:
            self.language.addItem(spoken.title, spoken.id)
        self.record_kinds.offer([(kind.id, kind.title) for kind in defaults.record_kind])
        for field in (self.received_on, self.requested_on):
            field.set_today(self._view.today, Lean.PAST)
        kinds = self._view.right.search
        self.record_kinds.setVisible(kinds)
        self.record_kinds_label.setVisible(kinds)

    def _put(self, entry: Correction) -> None:
        self.received_on.set_value(entry.received_on)
        self.requested_on.set_value(entry.requested_on)
        _choose(self.channel, entry.channel)
        _choose(self.relationship, entry.relationship)
        _choose(self.language, entry.language)
        self.words.setPlainText(entry.words)
        self.record_kinds.set_ticked(entry.record_kinds)
        self.interpreter.setChecked(entry.interpreter)
        self.special_education.setChecked(entry.special_education)
        self.reply_address.setPlainText(entry.reply_address)
        self._show_requested()

    def _connect(self) -> None:
        for field in (self.received_on, self.requested_on):
            field.changed.connect(self._show_dates)
        self.channel.currentIndexChanged.connect(self._show_requested)
        self.channel.currentIndexChanged.connect(self._show_dates)
        self.special_education.toggled.connect(self._show_dates)
        for text, message in self._texts():
            text.textChanged.connect(message.clear)

    def _texts(self) -> tuple[tuple[QPlainTextEdit, FieldMessage], ...]:
        return (
            (self.words, self.words_message),
            (self.reply_address, self.reply_message),
            (self.reason, self.reason_message),
        )

    def _channel(self) -> Channel:
        return Channel(self.channel.currentData())

    def _show_requested(self) -> None:
        """Only a letter or an e-mail bears a date of its own."""
        written = self._channel().written
        self.requested_on.setVisible(written)
        self.requested_label.setVisible(written)

    def entry(self) -> Correction | None:
        """The entry as it stands in the fields; None while a day cannot be read."""
        received = self.received_on.value()
        written = self._channel().written
        if received is None or (written and self.requested_on.is_wrong()):
            return None
        known = {one.id for one in self._desk.defaults.record_kind}
        kept = tuple(one for one in self._before.record_kinds if one not in known)
        return Correction(
            received_on=received,
            requested_on=self.requested_on.value() if written else None,
            channel=self._channel(),
            words=self.words.toPlainText(),
            record_kinds=(*self.record_kinds.ticked(), *kept),
            relationship=Relationship(self.relationship.currentData()),
            language=self.language.currentData(),
            interpreter=self.interpreter.isChecked(),
            special_education=self.special_education.isChecked(),
            reply_address=self.reply_address.toPlainText(),
        )

    def _show_dates(self) -> None:
        """What the last day comes to, as the entry stands."""
        entry, desk = self.entry(), self._desk
        self.preview.clear()
        if entry is None:
            return
        said = self._foreseen(lambda: dates_corrected(desk.store, self._view.case, entry, desk.law))
        self.preview.setText(said)

    @override
    def _save(self) -> None:
        if self.received_on.value() is None:
            self.received_on.message.tell(self.tr("Type the day the request came in."))
        elif self.entry() is None:
            self.requested_on.setFocus()
        else:
            super()._save()

    @override
    def _act(self) -> Changes:
        desk = self._desk
        return correct_request(
            desk.store,
            self._view.case.request.id,
            self.entry() or self._before,
            reason=self.reason.toPlainText(),
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )

    @override
    def _refused(self, fault: DeskError) -> None:
        if isinstance(fault, CorrectionRefusedError):
            self._tell_faults(fault)
        elif fault.code == "reason":
            self.reason_message.tell(fault.sentence())
        elif fault.code == "nine_digits":
            self._message_of_number().tell(fault.sentence())
        else:
            super()._refused(fault)

    def _tell_faults(self, fault: CorrectionRefusedError) -> None:
        """Each beside its field, the keyboard on the first."""
        beside = {Place.REQUESTED_ON: self.requested_on.message, Place.WORDS: self.words_message}
        for one in reversed(fault.faults):
            message = beside.get(one.place, self.received_on.message)
            message.tell(self._desk.wording.say(one.says))

    def _message_of_number(self) -> FieldMessage:
        """The words that hold a number nobody needs: the address or the reason."""
        address = self.reply_address.toPlainText().strip()
        return self.reason_message if address == self._before.reply_address else self.reply_message


def _choose(box: QComboBox, code: str) -> None:
    """Choose a code; one that is no longer on offer stays as it is."""
    if box.findData(code) < 0:
        box.addItem(code, code)
    box.setCurrentIndex(box.findData(code))
