"""What else can be done with a request: the menu behind "More", with its shortcuts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions.evidence import KIND as EVIDENCE
from desktop.actions.listing import STEP as LIST_STEP
from desktop.records.appointment import standing_visit
from desktop.records.request import Access, Status, Waiting
from desktop.screens.desk import Desk
from desktop.screens.icons import set_icon
from desktop.screens.printout_menu import PrintoutMenu
from desktop.screens.request_extend import extendable
from desktop.screens.request_view import RequestView, capital


class RequestMenu(QMenu):
    """Every act on a request that is not a step. Its actions also work by their shortcuts.

    Signals:
        owner_chosen: give the request to this person; carries the id.
        wait_chosen: say whom the office waits for; carries the ``Waiting``.
    """

    owner_chosen = Signal(object)
    wait_chosen = Signal(object)  # Waiting

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.next_step = self._add(self.tr("Go to the &next step"), "chevron-right", "Ctrl+J")
        self.note = self._add(self.tr("&Write a note"), "note", "Ctrl+M")
        self.item = self._add(self.tr("Add an ite&m to the answer…"), "add", "Ctrl+I")
        self.visit = self._add(self.tr("Set a &visit…"), "calendar", "Ctrl+Shift+V")
        self.visit_end = self._add(self.tr("Say what &became of the visit…"), "check")
        self.charge = self._add(self.tr("&Charge for copies…"), "copy")
        self.student_list = self._add(self.tr("Make the lis&t of students…"), "disclosures")
        self.papers = PrintoutMenu(desk, page, self.tr("Print for this re&quest"), self)
        self.addMenu(self.papers)
        self.pack = self._add(self.tr("Letters for the famil&y…"), "letters", "Ctrl+Shift+L")
        self.evidence = self._add(self.tr("Save t&he evidence pack…"), "shield", "Ctrl+Shift+B")
        self.evidence.setEnabled(not desk.why_not(EVIDENCE))
        self.evidence.setToolTip(desk.why_not(EVIDENCE))
        self.addSeparator()
        self.owners = self.addMenu(self.tr("&Give to"))
        self.waits = self.addMenu(self.tr("Waiting &for"))
        self.resume = self._add(self.tr("No longer wa&iting"), "check")
        self.give_otherwise = self._add("", "edit")
        self.extend = self._add(self.tr("E&xtend a date…"), "clock")
        self.take_back = self._add(self.tr("Take the e&xtension back"), "undo")
        self.correct = self._add(self.tr("Co&rrect what was logged…"), "edit")
        self.addSeparator()
        self.link = self._add(self.tr("&Link with another request…"), "link", "Ctrl+Shift+K")
        self.unlink = self._add(self.tr("Take the lin&k away"))
        self.merge = self._add(self.tr("&Put together with another entry…"))
        self.unmerge = self._add(self.tr("Take the &merge back"), "undo")
        self.addSeparator()
        self.withdraw = self._add(self.tr("The family with&draws it…"))
        self.close_request = self._add(
            self.tr("Clo&se the request…"), "check-circle", "Ctrl+Shift+C"
        )
        self.reopen = self._add(self.tr("&Open it again…"), "undo")
        self._fill_waits()

    def show_view(self, view: RequestView, *, can_merge: bool) -> None:
        """Offer what can be done with the request as it stands."""
        working, request = not view.closed, view.case.request
        self.papers.show_view(view)
        for action in (self.next_step, self.correct, self.withdraw, self.close_request):
            action.setVisible(working)
        self.item.setVisible(working and view.right.gives)
        self.visit.setVisible(working and view.right.access)
        self.visit_end.setVisible(working and standing_visit(view.case.appointments) is not None)
        self.charge.setVisible(working and view.right.gives)
        self.student_list.setVisible(working and _asks_for_list(view))
        self.owners.menuAction().setVisible(working)
        self.waits.menuAction().setVisible(working)
        self.resume.setVisible(request.status is Status.WAITING)
        self._name_other_way(view)
        self.extend.setVisible(bool(extendable(self._desk, view)))
        self.take_back.setVisible(working and request.extension is not None)
        self.link.setVisible(not view.merged)
        self.unlink.setVisible(not view.merged and view.linked)
        self.merge.setVisible(working and can_merge)
        self.unmerge.setVisible(view.merged)
        self.reopen.setVisible(view.closed and not view.merged)
        self._fill_owners(view)

    def _name_other_way(self, view: RequestView) -> None:
        """A visit can become copies and back; a request for copies alone stays one."""
        request = view.case.request
        self.give_otherwise.setVisible(not view.closed and view.right.access)
        visit = request.access is Access.VISIT
        text = (
            self.tr("Give &as copies instead…") if visit else self.tr("Give by &a visit instead…")
        )
        self.give_otherwise.setText(text)

    def _add(self, text: str, icon: str = "", keys: str = "") -> QAction:
        action = self.addAction(text)
        if icon:
            set_icon(action, icon)
        if keys:
            action.setShortcut(QKeySequence(keys))
            self._page.addAction(action)
        return action

    def _fill_waits(self) -> None:
        words = self._desk.wording
        for whom in Waiting:
            action = self.waits.addAction(capital(words.text(f"word.waiting.{whom}")))
            action.triggered.connect(lambda _=False, one=whom: self.wait_chosen.emit(one))

    def _fill_owners(self, view: RequestView) -> None:
        self.owners.clear()
        for person in view.people.values():
            if not person.active and person.id != view.case.request.owner:
                continue
            name = person.name.replace("&", "&&")
            action = self.owners.addAction(f"{name} ({person.initials})")
            action.setCheckable(True)
            action.setChecked(person.id == view.case.request.owner)
            action.triggered.connect(lambda _=False, one=person.id: self.owner_chosen.emit(one))


def _asks_for_list(view: RequestView) -> bool:
    """Whether giving a list of many students is one of its steps."""
    return any(step.code == LIST_STEP for step in view.case.steps)
