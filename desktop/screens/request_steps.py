"""The checklist of a request: what is done, what is next, what waits for something else."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.actions.approving import ask_approval
from desktop.actions.steps import reopen_step, skip_step
from desktop.records.approval import asked_for
from desktop.records.case import SourceState
from desktop.records.details import Details
from desktop.records.rights import StepRule
from desktop.records.steps import Step, StepState, is_done, next_step, open_gates, step_named
from desktop.screens.desk import Desk
from desktop.screens.focus_order import order_focus
from desktop.screens.form import load_form
from desktop.screens.notices import NoticeBar
from desktop.screens.request_part import Kept, RequestPart, finish_step
from desktop.screens.request_reason import Asking, ReasonDialog
from desktop.screens.request_step_panel import StepPanel
from desktop.screens.request_view import RequestView
from desktop.screens.theme import set_look
from desktop.screens.widgets import SectionHeader, StepRow
from desktop.wording.dates import short_date
from desktop.wording.details import detail_said

SEARCH = "search"
"""The step the list of places belongs to."""


class StepsCard(RequestPart):
    """The steps in the right's order; the one being worked on is open, the next one at first.

    Signals:
        letter_wanted: draft a letter; carries the template.
        letter_open_wanted: show a finished letter that has not left yet; carries its id.
    """

    header: SectionHeader
    progress: QLabel
    notices: NoticeBar
    rows: QVBoxLayout

    letter_wanted = Signal(str)
    letter_open_wanted = Signal(object)  # LetterId

    def __init__(self, desk: Desk, view: RequestView, kept: Kept) -> None:
        super().__init__(desk, view)
        load_form(self, "request_steps")
        self._kept = kept
        self._open = ""
        self._lines: dict[str, StepRow] = {}
        self.header.set_title(self.tr("Steps"))
        self.panel = StepPanel(desk, kept)
        self.panel.done_wanted.connect(self._do)
        self.panel.leave_out_wanted.connect(self.leave_out)
        self.panel.letter_wanted.connect(self.letter_wanted)
        self.panel.letter_open_wanted.connect(self.letter_open_wanted)
        self.panel.ask_wanted.connect(self._ask)

    @property
    def moment(self) -> str:
        """The tips of the step that is open."""
        rule = self._view.right.step_rule(self._open) if self._open else self._view.next_rule
        return rule.moment if rule else "closing"

    def open_step(self, code: str) -> None:
        """Work on this step, which is still open, in place of the one open before."""
        self._open = code
        self._fill()
        order_focus([self])  # fields made just now would be the last the Tab key comes to
        self.panel.take_keyboard()
        self.moment_changed.emit()

    def open_code(self) -> str:
        """The step being worked on; empty when all are done or the request is closed."""
        return self._open

    def go_to_next(self) -> None:
        """Open the next step and put the keyboard there."""
        upcoming = next_step(self._view.standing)
        if upcoming is not None and not self._view.closed:
            self.open_step(upcoming.code)

    def open_lapsed(self) -> None:
        """Open the check on who may see the records and put the keyboard there."""
        gates = open_gates(self._view.right, self._view.standing)
        again = next((rule for rule in gates if rule.rests_on_verdict), None)
        if again is not None:
            self.open_step(again.id)

    def row(self, code: str) -> StepRow:
        """The line of a step."""
        return self._lines[code]

    def leave_out(self, code: str) -> ReasonDialog:
        """Ask why a step is left out, and leave it out."""
        desk, rule = self._desk, self._view.right.step_rule(code)
        asking = Asking(
            window=self.tr("Leave a step out"),
            title=self.tr("Leave out “{step}”").format(step=rule.title),
            says=self.tr("The reason stands in the history."),
            save=self.tr("Leave out"),
            place=f"skip.{code}",
            act=lambda reason: skip_step(
                desk.store,
                self._view.case.request.id,
                code,
                reason=reason,
                law=desk.law,
                today=desk.today(),
                by=desk.sign(),
            ),
        )
        dialog = ReasonDialog(desk, self._view, self._kept, asking, self.window())
        dialog.open()
        return dialog

    def _fill(self) -> None:
        steps = self._view.standing
        self._settle_open(steps)
        self._lay_out(steps)
        done = sum(step.state is not StepState.OPEN for step in steps)
        said = self.tr("{done} of {all} done").format(done=done, all=len(steps))
        self.progress.setText(said)
        for step in steps:
            self._show_row(step)
        self.panel.setVisible(bool(self._open))
        if self._open:
            rule = self._view.right.step_rule(self._open)
            self.panel.show_step(rule, self._view, progress=self._progress(rule))

    def _settle_open(self, steps: tuple[Step, ...]) -> None:
        """The step worked on stays open; once it is done the next one opens."""
        still = {step.code for step in steps if step.state is StepState.OPEN}
        if self._view.closed or not still:
            self._open = ""
        elif self._open not in still:
            upcoming = next_step(steps)
            self._open = upcoming.code if upcoming else ""

    def _lay_out(self, steps: tuple[Step, ...]) -> None:
        codes = [step.code for step in steps]
        for gone in set(self._lines) - set(codes):
            row = self._lines.pop(gone)
            self.rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for code in codes:
            if code not in self._lines:
                self._lines[code] = self._new_row(code)
        wanted: list[QWidget] = [self._lines[code] for code in codes]
        wanted.insert(codes.index(self._open) + 1 if self._open else len(codes), self.panel)
        for place, widget in enumerate(wanted):
            if self.rows.indexOf(widget) != place:
                self.rows.removeWidget(widget)
                self.rows.insertWidget(place, widget)

    def _new_row(self, code: str) -> StepRow:
        row = StepRow()
        row.acted.connect(lambda: self._act_on(code))
        return row

    def _show_row(self, step: Step) -> None:
        row, rule = self._lines[step.code], self._view.right.step_rule(step.code)
        row.setVisible(step.code != self._open)
        icon, tone, action = self._look_of(step, rule)
        written = self._written(rule) if step.state is StepState.DONE else ()
        detail = "\n".join(filter(None, (" ".join(self._detail(step, rule)), *written)))
        row.show_step(icon, rule.title, detail=detail, tone=tone, action=action)
        set_look(row.action, quiet=True)
        _level_picture(row, with_title=bool(detail))
        row.action.setAccessibleName(f"{action}: {rule.title}")

    def _look_of(self, step: Step, rule: StepRule) -> tuple[str, str, str]:
        """Icon, tone and button of a line."""
        workable = not self._view.closed and self._view.fault is None
        back = self.tr("Take back") if workable else ""
        match step.state:
            case StepState.DONE if self._in_doubt(step, rule):
                return "alert", "warning", back
            case StepState.DONE:
                return "check-circle", "accent", back
            case StepState.SKIPPED:
                return "close", "quiet", back
            case _:
                waits = rule.release and open_gates(self._view.right, self._view.standing)
                return "lock" if waits else "circle", "quiet", self.tr("Open") if workable else ""

    def _in_doubt(self, step: Step, rule: StepRule) -> bool:
        """Whether a step that is done is not the end of it: a no, or places that are silent."""
        if rule.approval and rule.stops(step.choice):
            return True
        return rule.id == SEARCH and self._answered() < len(self._view.case.sources)

    def _answered(self) -> int:
        """How many places have said what they have."""
        said = {SourceState.FOUND, SourceState.NONE}
        return sum(one.state in said for one in self._view.case.sources)

    def _detail(self, step: Step, rule: StepRule) -> Iterator[str]:
        if step.state is StepState.OPEN:
            yield from self._open_detail(rule)
            return
        who = self._view.initials(step.done_by)
        when = short_date(step.done_on, self._view.today) if step.done_on else ""
        left = self.tr("Left out by {who}, {when}.")
        said = left if step.state is StepState.SKIPPED else self.tr("{who}, {when}.")
        yield said.format(who=who, when=when)
        chosen = next((one.title for one in rule.choice if one.id == step.choice), "")
        if chosen:
            yield f"{chosen}."
        if step.note:
            yield step.note
        if step.state is StepState.DONE and rule.id == SEARCH and self._in_doubt(step, rule):
            yield self._progress(rule)

    def _written(self, rule: StepRule) -> Iterator[str]:
        """What the step wrote down, a line for each field."""
        staff = {str(one.id): one.initials for one in self._view.people.values()}
        for field in rule.field:
            value = self._view.case.details.get(field.id, "")
            if value:
                asked = field.title if field.title.endswith("?") else f"{field.title}:"
                yield f"{asked} {detail_said(field, value, self._view.today, staff)}"

    def _open_detail(self, rule: StepRule) -> Iterator[str]:
        gates = open_gates(self._view.right, self._view.standing)
        if self._view.lapsed(rule.id):
            yield self._lapsed_said(rule)
        if asked_for(self._view.case.approvals, rule.id) is not None:
            yield self.tr("Waits for the principal.")
        if rule.gate and not is_done(self._view.standing, rule.id):
            yield self.tr("Needed before anything leaves the office.")
        elif rule.release and gates:
            no = is_done(self._view.standing, gates[0].id)
            said = self.tr("“{step}” was a no.") if no else self.tr("Waits for “{step}”.")
            yield said.format(step=gates[0].title)

    def _lapsed_said(self, rule: StepRule) -> str:
        """That a check was made, by whom, and why it counts no longer."""
        step = step_named(self._view.standing, rule.id)
        since, done_on = self._view.verdict.since, step.done_on
        birthday = since is not None and done_on is not None and done_on < since
        return self._desk.wording.text(
            f"request.again.{'birthday' if birthday else 'facts'}",
            who=self._view.initials(step.done_by),
            when=short_date(done_on, self._view.today) if done_on else "",
        )

    def _progress(self, rule: StepRule) -> str:
        """How far the step has come already."""
        if self._view.lapsed(rule.id):
            return self._lapsed_said(rule)
        if rule.id != SEARCH:
            return ""
        sources = self._view.case.sources
        pages = sum(one.pages for one in sources)
        code, words = "request.search.progress", self._desk.wording
        return words.text(code, answered=self._answered(), all=len(sources), pages=pages)

    def _act_on(self, code: str) -> None:
        """The button of a line: open an open step, take a finished one back."""
        states = {step.code: step.state for step in self._view.standing}
        if states[code] is StepState.OPEN:
            self.open_step(code)
        else:
            self.take_back(code)

    def take_back(self, code: str) -> None:
        """Take a finished step back and put the keyboard there."""
        desk, request = self._desk, self._view.case.request.id
        self._open = code
        if self._attempt(
            lambda: reopen_step(desk.store, request, code, law=desk.law, by=desk.sign()),
            self.notices.say_fault,
        ):
            self.open_step(code)

    def _ask(self, code: str, note: str) -> None:
        """Ask the principal; the step stays open until they have decided."""
        desk, request = self._desk, self._view.case.request.id
        if self._attempt(
            lambda: ask_approval(
                desk.store, request, code, note=note, law=desk.law, by=desk.sign()
            ),
            self.panel.tell,
        ):
            self._kept.drop(f"step.{code}")
            self.panel.note.clear()
            self.notices.say(self.tr("The principal is asked; it stands on their list."))

    def _do(self, code: str, choice: str, note: str, details: Details) -> None:
        done = finish_step(
            self._desk,
            self._view.case.request.id,
            code,
            choice=choice,
            note=note,
            details=details,
            kept=self._kept,
            refused=self.panel.tell,
        )
        if done:
            self.panel.let_go()
            self.go_to_next()


def _level_picture(row: StepRow, *, with_title: bool) -> None:
    """Stand the sign beside the title, or in the middle of a line that is all title."""
    layout = row.layout()
    if layout is not None:
        level = Qt.AlignmentFlag.AlignTop if with_title else Qt.AlignmentFlag.AlignVCenter
        layout.setAlignment(row.picture, level)
