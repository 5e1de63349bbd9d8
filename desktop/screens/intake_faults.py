"""What cannot be so, said beside its field while one types or when the request is to be logged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.records.intake import Fault, Place
from desktop.screens.date_field import DateField
from desktop.screens.intake_part import FormPart
from desktop.screens.notices import FieldMessage
from desktop.wording.sentences import Wording

# Said only once somebody wants to log: while one types these are simply not filled in yet.
_MISSING = frozenset(
    {
        "intake.fault.no_student",
        "intake.fault.no_requester",
        "intake.fault.no_relationship",
        "intake.fault.no_received",
    }
)


class FaultsPart(FormPart):
    """One message under each field that can be wrong.

    ``student_entrance`` and ``requester_entrance`` give the field the keyboard goes to.
    """

    student_message: FieldMessage
    born_message: FieldMessage
    requester_message: FieldMessage
    relationship_message: FieldMessage
    received_message: FieldMessage
    requested_message: FieldMessage
    words_message: FieldMessage
    iep_message: FieldMessage
    hearing_message: FieldMessage
    resolution_message: FieldMessage
    survey_message: FieldMessage
    comply_by_message: FieldMessage
    iep_meeting: DateField
    hearing: DateField
    resolution: DateField
    survey: DateField
    new_born_on: DateField

    def __init__(
        self,
        root: QWidget,
        wording: Wording,
        *,
        student_entrance: Callable[[], QWidget],
        requester_entrance: Callable[[], QWidget],
    ) -> None:
        super().__init__(root)
        self._wording = wording
        self._entrances = {
            self.student_message: student_entrance,
            self.requester_message: requester_entrance,
        }
        self._told: dict[FieldMessage, str] = {}
        self._asked_to_log = False

    def show_typing(self, found: Sequence[Fault]) -> None:
        """Say what is wrong already; what is only missing is said after the first try to log."""
        said = [one for one in found if self._asked_to_log or one.says.code not in _MISSING]
        self._show(said)

    def refuse(self, found: Sequence[Fault]) -> None:
        """Say everything, and put the keyboard on the first field."""
        self._asked_to_log = True
        self._told = {}
        self._show(found)
        if found:
            self.go_to(found[0])

    def go_to(self, fault: Fault) -> None:
        """Put the keyboard on the field of one fault."""
        message = self._message(fault)
        entrance = self._entrances.get(message)
        field = entrance() if entrance else message.field()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Nothing is wrong and nobody has tried to log yet."""
        self._asked_to_log = False
        self._show(())

    def _show(self, found: Sequence[Fault]) -> None:
        # Backwards, so that of two faults of one field the first stands.
        said = {self._message(one): self._wording.say(one.says) for one in reversed(found)}
        if said == self._told:
            return
        for message in self._told.keys() - said.keys():
            message.clear()
        for message, words in said.items():
            if self._told.get(message) != words:
                entrance = self._entrances.get(message)
                message.clear()
                if entrance is not None:
                    message.attach(entrance())
                message.tell(words, focus=False)
        self._told = said

    def _message(self, fault: Fault) -> FieldMessage:
        match fault.place:
            case Place.EVENT:
                return self._event_message(fault.says.values.get("event"))
            case Place.BORN_ON:
                hidden = self.new_born_on.isHidden() or not self.new_born_on.value()
                return self.student_message if hidden else self.born_message
            case place:
                return {
                    Place.STUDENT: self.student_message,
                    Place.REQUESTER: self.requester_message,
                    Place.RELATIONSHIP: self.relationship_message,
                    Place.RECEIVED_ON: self.received_message,
                    Place.REQUESTED_ON: self.requested_message,
                    Place.WORDS: self.words_message,
                }[place]

    def _event_message(self, on: object) -> FieldMessage:
        """The message of the field that holds this day."""
        fields = {
            self.iep_message: self.iep_meeting,
            self.hearing_message: self.hearing,
            self.resolution_message: self.resolution,
            self.survey_message: self.survey,
        }
        held = (message for message, field in fields.items() if field.value() == on)
        return next(held, self.comply_by_message)
