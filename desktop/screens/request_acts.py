"""Acts on a request as a whole: who has it, waiting, linking, putting together, closing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.actions.assigning import assign
from desktop.actions.changes import Changes
from desktop.actions.closing import reopen_request
from desktop.actions.evidence import Making, Saved, save_evidence
from desktop.actions.extension import take_back_extension
from desktop.actions.handover import student_asks
from desktop.actions.merging import link_requests, unmerge_request
from desktop.actions.steps import give_by, resume, wait_for
from desktop.records.ids import PersonId, RequestId
from desktop.records.printout import Printout
from desktop.records.request import Access, Outcome, Waiting
from desktop.screens.desk import Desk
from desktop.screens.list_form import ListForm
from desktop.screens.office_job import run_with_store
from desktop.screens.printing import ask_for_file
from desktop.screens.printout_drawing import Matter
from desktop.screens.request_care import CareDialog
from desktop.screens.request_close import CloseDialog
from desktop.screens.request_correct import CorrectDialog
from desktop.screens.request_extend import ExtendDialog
from desktop.screens.request_part import Kept, attempt
from desktop.screens.request_pick import LinkDialog, MergeDialog
from desktop.screens.request_reason import Asking, ReasonDialog
from desktop.screens.request_view import RequestView

if TYPE_CHECKING:
    from desktop.screens.letter_pack import PackDialog
    from desktop.screens.printout import PrintoutDialog


class RequestActs(QObject):
    """Does them, or opens the dialog that does; what is refused is told by the page.

    Signals:
        refused: an act was refused; carries the ``DeskError``.
        told: something is under way, or done; carries the sentence.
        closing_begun: the dialog for closing is open.
        closing_over: it is not open any more, whatever came of it.
        right_wanted: it is closed and the family goes on; carries the ``Right``.
    """

    refused = Signal(object)
    told = Signal(str)
    closing_begun = Signal()
    closing_over = Signal()
    right_wanted = Signal(object)

    def __init__(self, desk: Desk, view: RequestView, kept: Kept, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._view = view
        self._kept = kept
        self._page = page

    def show_view(self, view: RequestView) -> None:
        """Act on the request as it stands now."""
        self._view = view

    def assign(self, owner: PersonId) -> None:
        """Give the request to one person."""
        desk, request = self._desk, self._request()
        self._act(lambda: assign(desk.store, request, owner, by=desk.sign()))

    def wait_for(self, whom: Waiting) -> None:
        """Say whom the office waits for."""
        desk, request = self._desk, self._request()
        self._act(lambda: wait_for(desk.store, request, whom, by=desk.sign()))

    def resume(self) -> None:
        """The wait is over."""
        desk, request = self._desk, self._request()
        self._act(lambda: resume(desk.store, request, by=desk.sign()))

    def open_care(self) -> CareDialog:
        """Ask who cares for the child."""
        dialog = CareDialog(self._desk, self._view, self._kept, self._page.window())
        dialog.open()
        return dialog

    def student_asks(self) -> None:
        """The student, who holds the right now, asks in the place of whoever asked."""
        desk, request = self._desk, self._request()
        self._act(
            lambda: student_asks(
                desk.store, request, law=desk.law, today=desk.today(), by=desk.sign()
            )
        )

    def open_printout(self, printout: Printout) -> PrintoutDialog:
        """Print a paper for this request."""
        from desktop.screens.printout import PrintoutDialog  # noqa: PLC0415  # loads print support

        request = self._view.case.request
        matter = Matter(request=request.id, number=request.number)
        dialog = PrintoutDialog(self._desk, printout, matter, self._page.window())
        dialog.open()
        return dialog

    def open_pack(self) -> PackDialog:
        """Print what waits for whoever asks here, also of their other children."""
        from desktop.screens.letter_pack import PackDialog  # noqa: PLC0415  # loads print support

        request = self._view.case.request
        dialog = PackDialog(self._desk, request.student, request.requester, self._page.window())
        dialog.open()
        return dialog

    def ask_for_evidence_file(self) -> None:
        """Ask where the evidence pack is to be saved, and save it."""
        number = self._view.case.request.number
        title, kind = self.tr("Save the evidence pack"), self.tr("PDF (*.pdf)")
        name = f"evidence-{number}.pdf"
        ask_for_file(title, kind, name, self._page.window(), self.save_evidence)

    def save_evidence(self, path: Path) -> None:
        """Save the evidence pack as ``path`` and its copy for machines beside it."""
        desk, request, by = self._desk, self._request(), self._desk.sign()
        making = Making(
            law=desk.law, wording=desk.wording, today=desk.today(), practice=desk.practice
        )
        self.told.emit(self.tr("Putting the evidence pack together…"))
        run_with_store(
            desk,
            lambda store: save_evidence(store, request, path, making=making, by=by),
            owner=self,
            on_done=self._evidence_saved,
            on_failed=self.refused.emit,
        )

    def _evidence_saved(self, saved: Saved) -> None:
        said = self.tr(
            "Saved as {file}, with {copy} beside it. Read it before it leaves: notes and other"
            " words stand as they were typed. These copies are not locked."
        )
        self._desk.did(saved.changes)
        self.told.emit(said.format(file=saved.pdf.name, copy=saved.copy.name))

    def unlink(self) -> None:
        """Take the link away."""
        desk, request = self._desk, self._request()
        self._act(lambda: link_requests(desk.store, request, None, by=desk.sign()))

    def unmerge(self) -> None:
        """Take a merge back."""
        desk, request = self._desk, self._request()
        self._act(lambda: unmerge_request(desk.store, request, law=desk.law, by=desk.sign()))

    def open_close(self, outcome: Outcome | None = None) -> CloseDialog:
        """Close the request, with ``outcome`` proposed."""
        dialog = CloseDialog(self._desk, self._view, self._kept, outcome, self._page.window())
        dialog.finished.connect(self.closing_over)
        dialog.right_wanted.connect(self.right_wanted)
        dialog.open()
        self.closing_begun.emit()
        return dialog

    def open_withdraw(self) -> CloseDialog:
        """Close the request because the family withdraws it."""
        return self.open_close(Outcome.WITHDRAWN)

    def open_correct(self) -> CorrectDialog:
        """Put right what was logged."""
        dialog = CorrectDialog(self._desk, self._view, self._kept, self._page.window())
        dialog.open()
        return dialog

    def open_extend(self) -> ExtendDialog:
        """Take an extension where a rule allows one."""
        dialog = ExtendDialog(self._desk, self._view, self._kept, self._page.window())
        dialog.open()
        return dialog

    def take_extension_back(self) -> None:
        """Count as if nothing had been extended."""
        desk, request = self._desk, self._request()
        self._act(lambda: take_back_extension(desk.store, request, law=desk.law, by=desk.sign()))

    def open_list(self) -> ListForm:
        """Make the list of students the request asks for."""
        form = ListForm(self._desk, self._page.window(), case=self._view.case)
        form.open()
        return form

    def open_link(self) -> LinkDialog:
        """Link the request with another one."""
        dialog = LinkDialog(self._desk, self._view, self._kept, self._page.window())
        dialog.open()
        return dialog

    def open_merge(self) -> MergeDialog:
        """Put the entry together with another entry of the same request."""
        dialog = MergeDialog(self._desk, self._view, self._kept, self._page.window())
        dialog.open()
        return dialog

    def open_reopen(self) -> ReasonDialog:
        """Ask why the request is opened again, and open it."""
        desk, request = self._desk, self._request()
        asking = Asking(
            window=self.tr("Open the request again"),
            title=self.tr("Open the request again"),
            says=self.tr("Its dates are what they were: closing did not stop the clock."),
            save=self.tr("Open again"),
            place="reopen",
            act=lambda reason: reopen_request(
                desk.store, request, reason=reason, law=desk.law, by=desk.sign()
            ),
        )
        return self._ask(asking)

    def open_give_otherwise(self) -> ReasonDialog:
        """Ask why access is given the other way, and change it."""
        desk, request = self._desk, self._request()
        visit = self._view.case.request.access is Access.VISIT
        other = Access.COPIES if visit else Access.VISIT
        title = self.tr("Give as copies instead") if visit else self.tr("Give by a visit instead")
        asking = Asking(
            window=self.tr("How the records are given"),
            title=title,
            says=self.tr("Steps that both ways share keep what was done. The dates follow."),
            save=self.tr("Change it"),
            place="give_otherwise",
            act=lambda reason: give_by(
                desk.store, request, other, reason=reason, law=desk.law, by=desk.sign()
            ),
        )
        return self._ask(asking)

    def _request(self) -> RequestId:
        return self._view.case.request.id

    def _act(self, act: Callable[[], Changes]) -> None:
        attempt(self._desk, act, self.refused.emit)

    def _ask(self, asking: Asking) -> ReasonDialog:
        dialog = ReasonDialog(self._desk, self._view, self._kept, asking, self._page.window())
        dialog.open()
        return dialog
