"""One decision of the principal's, with what they must know to make it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.records.approval import proposal
from desktop.records.details import Details
from desktop.records.ids import RequestId
from desktop.records.rights import StepRule
from desktop.records.steps import StepState
from desktop.screens.desk import Desk
from desktop.screens.icons import set_icon
from desktop.screens.request_part import Kept, finish_step
from desktop.screens.request_step_panel import StepPanel
from desktop.screens.request_view import RequestView, asker_said, read_view
from desktop.screens.theme import set_look
from desktop.screens.widgets import KeyValues


class DecisionPanel(QWidget):
    """Who asks, in which words, what is proposed; and the ways to decide.

    Signals:
        letter_wanted: draft a letter of the step; carries the request and the template.
        decided: it is written down; carries the request, and what was decided in a sentence.
    """

    letter_wanted = Signal(object, str)
    decided = Signal(object, str)

    def __init__(
        self, desk: Desk, request: RequestId, step: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.request = request
        self.step = step
        self._desk = desk
        self._kept = Kept(desk, request, self)
        view = read_view(desk, request)
        self.facts = KeyValues()
        self.panel = StepPanel(desk, self._kept)
        # On the request's page the button in its head is the main one; here there is no other.
        set_look(self.panel.done, primary=True)
        set_icon(self.panel.done, "check", "on_fill")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.facts)
        layout.addWidget(self.panel)
        rule = self._rule = view.right.step_rule(step)
        self._number = view.case.request.number
        self.facts.show_facts(list(self._known(view, rule)))
        self.panel.show_step(rule, view)
        self.panel.done_wanted.connect(self._decide)
        self.panel.letter_wanted.connect(lambda letter: self.letter_wanted.emit(request, letter))

    def take_keyboard(self) -> None:
        """Put the keyboard on the ways to decide."""
        self.panel.take_keyboard()

    def let_go(self) -> None:
        """Another one is shown now: what was typed is kept."""
        self._kept.save()

    def _known(self, view: RequestView, rule: StepRule) -> Iterator[tuple[str, str]]:
        words = self._desk.wording
        yield words.text("agenda.fact.asks"), asker_said(view, words)
        if view.case.request.words:
            yield words.text("agenda.fact.words"), view.case.request.words
        proposed = "\n".join(self._proposed(view, rule))
        if proposed:
            yield words.text("agenda.fact.proposed"), proposed

    def _proposed(self, view: RequestView, rule: StepRule) -> Iterator[str]:
        """How the steps were done that this is about, each with its note."""
        for step in proposal(view.right, view.standing, rule):
            if step.state is StepState.OPEN:
                continue
            done = view.right.step_rule(step.code)
            chosen = next((one.title for one in done.choice if one.id == step.choice), "")
            yield ". ".join(filter(None, (done.title, chosen, step.note)))

    def _decide(self, code: str, choice: str, note: str, details: Details) -> None:
        done = finish_step(
            self._desk,
            self.request,
            code,
            choice=choice,
            note=note,
            details=details,
            kept=self._kept,
            refused=self.panel.tell,
        )
        if done:
            self.decided.emit(self.request, self._told(choice))

    def _told(self, choice: str) -> str:
        chosen = next((one.title for one in self._rule.choice if one.id == choice), "")
        what = chosen or self._rule.title
        return self._desk.wording.text("agenda.decided", number=self._number, what=what)
