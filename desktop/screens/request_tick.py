"""A dialog of the request page that can tick off the step it belongs to."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from desktop.actions.changes import Changes
from desktop.actions.steps import do_step
from desktop.records.steps import StepState
from desktop.screens.request_part import ActDialog, attempt


class TickingDialog(ActDialog):
    """Does its act, and ticks the step off with it where that is wanted."""

    step_done: QCheckBox

    def _offer_step(self, code: str) -> None:
        self._code = code
        steps = {step.code: step for step in self._view.case.steps}
        still = code in steps and steps[code].state is StepState.OPEN
        self.step_done.setVisible(still)
        self.step_done.setChecked(still)
        if still:
            rule = self._view.right.step_rule(code)
            said = self.tr("Tick off “{step}”").format(step=rule.title.replace("&", "&&"))
            self.step_done.setText(said)

    def _saved(self) -> None:
        if self.step_done.isChecked():
            attempt(self._desk, self._tick, self._refused)

    def _tick(self) -> Changes:
        desk = self._desk
        return do_step(
            desk.store,
            self._view.case.request.id,
            self._code,
            law=desk.law,
            today=desk.today(),
            by=desk.sign(),
        )
