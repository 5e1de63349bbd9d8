"""The step being worked on: what to do, how it was done, what to write down, and the letters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.errors import DeskError
from desktop.records.approval import Approval, asked_for
from desktop.records.case import Letter
from desktop.records.details import Details
from desktop.records.rights import Choice, StepRule
from desktop.records.scope import Scope
from desktop.records.steps import StepRefusedError, check_doing, check_release
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icon_label import IconLabel
from desktop.screens.icons import set_icon
from desktop.screens.note_field import NoteField
from desktop.screens.notices import FieldMessage
from desktop.screens.request_part import Kept, clear_layout
from desktop.screens.request_view import RequestView, letter_at_hand, local
from desktop.screens.step_fields import StepFields
from desktop.screens.theme import set_look
from desktop.screens.ways import Ways
from desktop.store import opt_outs
from desktop.wording.dates import short_date
from desktop.wording.registers import window_said

_BESIDE_THE_NOTE = {"note", "nine_digits"}


class StepPanel(QFrame):
    """One open step, ready to be worked on.

    Signals:
        done_wanted: tick it off; carries code, choice, note and the fields' values by id.
        leave_out_wanted: leave it out; carries the code.
        letter_wanted: draft a letter; carries the template.
        letter_open_wanted: show a finished letter that has not left yet; carries its id.
        ask_wanted: ask the principal; carries the code and the note.
    """

    picture: IconLabel
    title: QLabel
    says: QLabel
    approval: QLabel
    gate: QLabel
    blocked: QLabel
    choices: Ways
    choice_message: FieldMessage
    fields: StepFields
    note_label: QLabel
    note: NoteField
    note_message: FieldMessage
    done: QPushButton
    ask: QPushButton
    leave_out: QPushButton
    letters: QVBoxLayout

    done_wanted = Signal(str, str, str, object)
    leave_out_wanted = Signal(str)
    letter_wanted = Signal(str)
    letter_open_wanted = Signal(object)  # LetterId
    ask_wanted = Signal(str, str)

    def __init__(self, desk: Desk, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept = kept
        self._rule: StepRule | None = None
        self._saved: Details = {}
        self._offered: tuple[Choice, ...] = ()
        self._asks = False
        self._at_hand: dict[str, Letter | None] = {}
        set_look(self, look="notice")
        load_form(self, "request_step")
        self.picture.show_icon("chevron-right", "accent", 20)
        self.choice_message.attach(self.choices)
        set_icon(self.done, "check")
        self.choices.chosen.connect(self._choice_made)
        self.fields.typed.connect(self._field_typed)
        self.note.textChanged.connect(self._note_typed)
        self.done.clicked.connect(self._ask_done)
        self.leave_out.clicked.connect(lambda: self.leave_out_wanted.emit(self.code()))
        set_icon(self.ask, "shield")
        self.ask.clicked.connect(lambda: self.ask_wanted.emit(self.code(), self.note.toPlainText()))
        finish = QShortcut(QKeySequence("Ctrl+Return"), self, self._finish)
        finish.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def code(self) -> str:
        """The step shown."""
        return self._rule.id if self._rule else ""

    def show_step(self, rule: StepRule, view: RequestView, *, progress: str = "") -> None:
        """Show a step; of the same one only what may have changed, and what is typed stays."""
        if self._rule is None or rule.id != self._rule.id:
            self._rule = rule
            self._turn_to(rule, view)
        elif self._offered != _offered(rule, view):
            self._offer_choices(rule, view)
        told = self._told(rule, view)
        self.says.setText(" ".join(filter(None, (rule.says, told, progress))))
        self._show_refusals(rule, view)
        self._show_approval(rule, view)
        self._show_letters(rule, view)

    def _told(self, rule: StepRule, view: RequestView) -> str:
        """What the office has set that this step turns on, as it stands for this request."""
        if not rule.tells:
            return ""
        windows, received_on = opt_outs.windows(self._desk.store), view.case.request.received_on
        return window_said(windows, received_on, self._desk.wording, scope=Scope.DIRECTORY)

    def let_go(self) -> None:
        """Forget what was typed and chosen: the step is done."""
        self._rule = None

    def take_keyboard(self) -> None:
        """Put the keyboard where the step begins."""
        if not self._asks and (self.choices.take_keyboard() or self.fields.take_keyboard()):
            return
        able = self.done.isEnabled() and not self._asks
        (self.done if able else self.note).setFocus()

    def tell(self, fault: DeskError) -> None:
        """Say why it was refused, beside what has to change."""
        if isinstance(fault, StepRefusedError) and fault.fields:
            say = self._desk.wording.say
            self.fields.tell({id_: say(wrong) for id_, wrong in fault.fields.items()})
        elif fault.code in _BESIDE_THE_NOTE:
            self.note_message.tell(fault.sentence())
        else:
            self.choice_message.tell(fault.sentence(), focus=False)
            self.choices.take_keyboard()

    def letter_buttons(self) -> list[QPushButton]:
        """The letters on offer."""
        items = (self.letters.itemAt(place) for place in range(self.letters.count()))
        widgets = (item.widget() for item in items if item)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _turn_to(self, rule: StepRule, view: RequestView) -> None:
        self.title.setText(rule.title)
        self.setAccessibleName(self.tr("Step: {title}").format(title=rule.title))
        needed = self.tr("Needed before anything leaves the office ({citation}).")
        self.gate.setText(needed.format(citation=rule.citation) if rule.gate else "")
        self.gate.setVisible(rule.gate)
        self.approval.setVisible(rule.approval)
        self.leave_out.setVisible(not (rule.gate or rule.approval))
        self._offer_choices(rule, view)
        self.choice_message.clear()
        self.note_message.clear()
        self._offer_fields(rule, view)
        self._kept_note()
        self._name_note(None)
        self._at_hand = {}
        clear_layout(self.letters)

    def _offer_choices(self, rule: StepRule, view: RequestView) -> None:
        """The ways that are worth showing under the answer of today."""
        self._offered = _offered(rule, view)
        self.choices.offer([(one.id, one.title, one.says) for one in self._offered])

    def _offer_fields(self, rule: StepRule, view: RequestView) -> None:
        """The fields with what is half typed in them, else with what was written down before."""
        self._saved = {one.id: view.case.details.get(one.id, "") for one in rule.field}
        standing = {id_: self._kept.text(self._place(id_), was) for id_, was in self._saved.items()}
        staff = [
            (str(one.id), f"{one.name} ({one.initials})")
            for one in view.people.values()
            if one.active and one.id != self._desk.person.id
        ]
        self.fields.offer(rule.field, standing, today=view.today, staff=staff)

    def _kept_note(self) -> None:
        self.note.blockSignals(True)
        self.note.setPlainText(self._kept.text(self._place()))
        self.note.blockSignals(False)

    def _place(self, field: str = "") -> str:
        return f"step.{self.code()}.{field}" if field else f"step.{self.code()}"

    def _name_note(self, choice: Choice | None) -> None:
        wanted = choice is not None and choice.note
        text = self.tr("&Note: who said so and why") if wanted else self.tr("&Note, if you like")
        if self._rule is not None and self._rule.approval:
            ask = self.tr("&Note: what the principal should know")
            text = ask if self._asks else self.tr("&Note: why")
        self.note_label.setText(text)

    def _show_approval(self, rule: StepRule, view: RequestView) -> None:
        """A step of the principal's: to decide for whoever may, to ask for by everyone else."""
        asked = asked_for(view.case.approvals, rule.id)
        self._asks = rule.approval and not view.may_decide
        waits = self._asks and asked is not None
        self.ask.setVisible(self._asks and not waits)
        self.ask.setEnabled(view.fault is None)
        self.done.setVisible(not self._asks)
        self.choices.setVisible(bool(rule.choice) and not self._asks)
        self.fields.setVisible(bool(rule.field) and not self._asks)
        self.note.setVisible(not waits)
        self.note_label.setVisible(not waits)
        self.approval.setText(self._approval_said(asked, view))
        if rule.approval:
            chosen = self.choices.code()
            self._name_note(next((one for one in rule.choice if one.id == chosen), None))

    def _approval_said(self, asked: Approval | None, view: RequestView) -> str:
        if asked is None:
            return self.tr("The principal decides this.")
        when = short_date(local(asked.asked_at).date(), view.today)
        said = self.tr("{who} asked the principal on {when}: “{note}”").format(
            who=view.initials(asked.asked_by), when=when, note=asked.ask_note
        )
        return said if view.may_decide else f"{said} {self.tr('It waits for the answer.')}"

    def _finish(self) -> None:
        """Ctrl+Enter: what the step is done with."""
        (self.ask if self._asks else self.done).click()

    def _show_refusals(self, rule: StepRule, view: RequestView) -> None:
        """Say what cannot be done now, and why, from the rules themselves."""
        blocked = _release_refusal(rule, view)
        self.blocked.setText(blocked)
        self.blocked.setVisible(bool(blocked))
        self.done.setEnabled(not blocked and view.fault is None)
        self.leave_out.setEnabled(view.fault is None)
        self.done.setAccessibleDescription(blocked)
        for row in self.choices.rows:
            row.allow(_choice_refusal(rule, row.code, view))

    def _show_letters(self, rule: StepRule, view: RequestView) -> None:
        """The letters of the step; one that is finished and still here is opened, not doubled."""
        named = filter(self._desk.letter_title, rule.offers)
        at_hand = {template: letter_at_hand(view, template) for template in named}
        if at_hand == self._at_hand:
            return
        self._at_hand = at_hand
        clear_layout(self.letters)
        for template, letter in at_hand.items():
            button = self._letter_button(template, letter)
            self.letters.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            button.show()  # at once, so that the Tab key finds it

    def _letter_button(self, template: str, letter: Letter | None) -> QPushButton:
        title = self._desk.letter_title(template).replace("&", "&&")
        says = self.tr("Draft: {letter}") if letter is None else self.tr("Open: {letter}")
        button = QPushButton(says.format(letter=title))
        set_look(button, quiet=True)
        set_icon(button, "letters", "accent")
        if letter is None:
            button.clicked.connect(lambda _=False, one=template: self.letter_wanted.emit(one))
        else:
            button.clicked.connect(lambda _=False, one=letter.id: self.letter_open_wanted.emit(one))
        return button

    def _choice_made(self) -> None:
        self.choice_message.clear()
        self.note_message.clear()
        chosen = self.choices.code()
        rules = self._rule.choice if self._rule else ()
        self._name_note(next((one for one in rules if one.id == chosen), None))

    def _note_typed(self) -> None:
        self.note_message.clear()
        self._kept.keep(self._place(), self.note.toPlainText())

    def _field_typed(self, field: str, value: str) -> None:
        self._kept.keep(self._place(field), value, self._saved.get(field, ""))

    def _ask_done(self) -> None:
        note, values = self.note.toPlainText(), self.fields.values()
        self.done_wanted.emit(self.code(), self.choices.code(), note, values)


def _offered(rule: StepRule, view: RequestView) -> tuple[Choice, ...]:
    return tuple(one for one in rule.choice if one.offered(view.verdict))


def _release_refusal(rule: StepRule, view: RequestView) -> str:
    """Why this step must wait; empty when it need not."""
    if not rule.release:
        return ""
    try:
        check_release(view.right, view.standing)
    except StepRefusedError as fault:
        return fault.sentence()
    return ""


def _choice_refusal(rule: StepRule, choice: str, view: RequestView) -> str:
    """Why this way cannot be chosen; empty when it can. A missing note is told later."""
    try:
        check_doing(
            view.right,
            view.standing,
            rule.id,
            choice=choice,
            note="-",
            verdict=view.verdict,
        )
    except StepRefusedError as fault:
        return "" if fault.code == "gate" else fault.message
    return ""
