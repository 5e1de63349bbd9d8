"""Ask the office once what it decides about the rules of its state, in one calm line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.actions.changes import Changes, Kind
from desktop.actions.policy import put_off
from desktop.errors import DeskError
from desktop.records.office_policy import may_answer, to_ask
from desktop.records.rules import Rule
from desktop.screens.desk import Desk
from desktop.screens.notices import NoticeBar
from desktop.screens.request_part import attempt
from desktop.store.policy import decisions


class RuleQuestion(QObject):
    """Asks whoever may answer; answered in Settings or put off, it goes away.

    ``show`` turns to the rule with the id it is given.
    """

    def __init__(self, desk: Desk, notices: NoticeBar, show: Callable[[str], object]) -> None:
        super().__init__(notices)
        self._desk = desk
        self._notices = notices
        self._show = show
        self._asked: tuple[Rule, ...] = ()
        desk.changed.connect(self._office_changed)

    def ask(self) -> None:
        """Ask about what is open, where there is something and this person may answer."""
        self._asked = self._open() if may_answer(self._desk.person) else ()
        if self._asked:
            rules = len(self._asked)
            self._notices.say(
                self._desk.wording.text("policy.ask", rules=rules),
                action=self.tr("Show in Settings"),
                on_action=lambda: self._show(self._asked[0].id),
                other=self.tr("Ask me later"),
                on_other=self._put_off,
            )

    def _open(self) -> tuple[Rule, ...]:
        """What is open to decide; nothing where the books or the file cannot be read now."""
        desk = self._desk
        try:
            return to_ask(
                desk.law.books,
                desk.school.state,
                decisions(desk.store),
                today=desk.today(),
                again_calendar_days=desk.defaults.ask_again_calendar_days,
            )
        except DeskError:
            return ()  # the faults of the law are told in the same place

    def _put_off(self) -> None:
        desk, rules = self._desk, [rule.id for rule in self._asked]
        attempt(
            desk,
            lambda: put_off(desk.store, rules, law=desk.law, today=desk.today(), by=desk.sign()),
            self._notices.say_fault,
        )

    def _office_changed(self, changes: Changes) -> None:
        """Take the question away once it is answered, wherever that was done."""
        asked = bool(self._asked) and self._notices.other.isVisible()
        if asked and Kind.OFFICE in changes.kinds and not self._open():
            self._notices.clear()
