"""The first start: a short wizard that makes the office in four pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions.office import Opened, check_school, create_office, open_office
from desktop.actions.people import NewPerson, check_person, names_in
from desktop.errors import DeskError
from desktop.office import moment
from desktop.office.guidance import load_guidance
from desktop.office.keys import VaultKeys
from desktop.paths import Home
from desktop.records.defaults import Defaults
from desktop.records.law import Law
from desktop.records.person import Person
from desktop.records.place import Place
from desktop.records.school import School
from desktop.records.state_limits import in_short, state_names
from desktop.screens import jobs
from desktop.screens.form import load_form
from desktop.screens.guidance import GuidancePanel
from desktop.screens.icons import pixmap
from desktop.screens.notices import FieldMessage, NoticeBar
from desktop.screens.person_form import PersonForm
from desktop.screens.recovery_code import RecoveryCodeForm
from desktop.screens.room import room_for
from desktop.screens.school_form import SchoolForm
from desktop.screens.theme import set_look, theme
from desktop.screens.widgets import KeyValues
from desktop.wording.sentences import Wording, load_wording

_MOMENT = "about_privacy"
_NARROWEST = (1040, 760)  # pixels at normal text; less where the screen has less
_ROOM_FOR_TIPS = 860
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Page(IntEnum):
    """The pages in order."""

    SCHOOL = 0
    PERSON = 1
    CODE = 2
    READY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A new office on disk, not open yet."""

    person: Person
    keys: VaultKeys


class SetupWizard(QWidget):
    """Asks for the school and the first person, then makes the records file beside the window.

    Nothing is written before the last page, and going back loses nothing.

    Signals:
        created: the office is made and open; carries ``Opened``.
        restored: a copy was put in place instead; carries ``Restored``.
    """

    step: QLabel
    title: QLabel
    intro: QLabel
    notices: NoticeBar
    pages: QStackedWidget
    school_scroll: QScrollArea
    school_place: QVBoxLayout
    person_scroll: QScrollArea
    person_place: QVBoxLayout
    code_place: QVBoxLayout
    facts: KeyValues
    state_says: QLabel
    safe_note: QFrame
    safe_picture: QLabel
    back: QPushButton
    restore: QPushButton
    next: QPushButton
    progress: QProgressBar
    guidance_place: QFrame
    guidance_holder: QVBoxLayout

    created = Signal(object)  # Opened
    restored = Signal(object)  # Restored

    def __init__(
        self,
        home: Home,
        law: Law,
        defaults: Defaults,
        *,
        wording: Wording | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._home = home
        self._law = law
        self._defaults = defaults
        self._wording = wording or load_wording()
        self._tips_wanted = True
        load_form(self, "setup")
        self.school = SchoolForm(state_names(law.books))
        self.person = PersonForm(first=True)
        self.code = RecoveryCodeForm(self._wording, self.school.value)
        self._place_forms()
        self._place_guidance()
        self.back.clicked.connect(self._go_back)
        self.restore.clicked.connect(self._restore)
        self.next.clicked.connect(self._go_on)
        self.school.state_chosen.connect(self._tell_state)
        theme().changed.connect(self._draw)
        self._draw()
        self._turn_to(Page.SCHOOL)

    def _place_forms(self) -> None:
        for place, form in (
            (self.school_place, self.school),
            (self.person_place, self.person),
            (self.code_place, self.code),
        ):
            place.addWidget(form)
            place.addStretch(1)
        self.school.say_of_state([])

    def _restore(self) -> None:
        from desktop.screens.restore_dialog import RestoreDialog  # noqa: PLC0415  # rarely needed

        dialog = RestoreDialog(self._home, self)
        dialog.restored.connect(self.restored)
        dialog.open()

    def _place_guidance(self) -> None:
        self.panel = GuidancePanel(load_guidance(), moment.today())
        self.panel.show_moment(_MOMENT)
        self.panel.closed.connect(self._put_tips_away)
        self.guidance_holder.addWidget(self.panel)

    def _put_tips_away(self) -> None:
        self._tips_wanted = False
        self.guidance_place.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() >= theme().sizes.px(_ROOM_FOR_TIPS)
        self.guidance_place.setVisible(self._tips_wanted and room)

    @override
    def sizeHint(self) -> QSize:
        wanted = QSize(*(theme().sizes.px(side) for side in _NARROWEST))
        return wanted.boundedTo(room_for(self))

    # The way through the pages

    @property
    def page(self) -> Page:
        """The page in sight."""
        return Page(self.pages.currentIndex())

    def _turn_to(self, page: Page) -> None:
        titles, intro = {
            Page.SCHOOL: (
                self.tr("Your school"),
                self.tr(
                    "This stands on your letters, and the state decides which rules apply. Only"
                    " the name and the state are needed today; all of it can be changed later."
                ),
            ),
            Page.PERSON: (
                self.tr("You"),
                self.tr("You are the first to sign in. Colleagues are added in Settings."),
            ),
            Page.CODE: (
                self.tr("Recovery code"),
                self.tr("For the day nobody knows a passphrase. It is shown here only."),
            ),
            Page.READY: (
                self.tr("Ready"),
                self.tr("Look it over. Nothing has been saved yet."),
            ),
        }[page]
        self._forget_refusals()
        self.restore.setVisible(page is Page.SCHOOL)
        self.step.setText(self.tr("Step {n} of {all}").format(n=page + 1, all=len(Page)))
        self.title.setText(titles)
        self.intro.setText(intro)
        self.pages.setCurrentIndex(page)
        self.back.setVisible(page is not Page.SCHOOL)
        ready = page is Page.READY
        self.next.setText(self.tr("&Create the office") if ready else self.tr("&Next"))
        self._focus_first()

    def _forget_refusals(self) -> None:
        """What was wrong when a page was left is not said to whoever comes back to it."""
        for message in self.pages.findChildren(FieldMessage):
            message.clear()

    def _focus_first(self) -> None:
        first = {
            Page.SCHOOL: self.school,
            Page.PERSON: self.person,
            Page.CODE: self.code,
            Page.READY: self.next,
        }
        first[self.page].setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFocusProxy(first[self.page])

    def _go_back(self) -> None:
        self.notices.clear()
        self._turn_to(Page(max(self.page - 1, Page.SCHOOL)))

    def _go_on(self) -> None:
        self.notices.clear()
        match self.page:
            case Page.SCHOOL:
                if self._school_is_fine():
                    self._turn_to(Page.PERSON)
            case Page.PERSON:
                if self._person_is_fine():
                    self._turn_to(Page.CODE)
            case Page.CODE:
                if self.code.check():
                    self._show_summary()
                    self._turn_to(Page.READY)
            case Page.READY:
                self._create()

    def _school_is_fine(self) -> bool:
        try:
            check_school(self.school.value())
        except DeskError as fault:
            self._refuse(fault)
            return False
        return True

    def _person_is_fine(self) -> bool:
        try:
            check_person(
                self.person.value(),
                at=moment.now(),
                needs_passphrase=True,
                names=names_in(self.school.value()),
            )
        except DeskError as fault:
            self._refuse(fault)
            return False
        return self.person.passphrase.check()

    def _refuse(self, fault: DeskError) -> None:
        """Tell a fault beside its field, on the page it is on; else above the page."""
        if self.school.tell(fault):
            self._come_back_to(Page.SCHOOL, self.school_scroll)
            self.school.tell(fault)
        elif self.person.tell(fault):
            self._come_back_to(Page.PERSON, self.person_scroll)
            self.person.tell(fault)
        else:
            self.notices.say_fault(fault)

    def _come_back_to(self, page: Page, scroll: QScrollArea) -> None:
        if self.page is not page:
            self._turn_to(page)
        field = self.focusWidget()
        if field is not None:
            scroll.ensureWidgetVisible(field)

    # What the pages show

    def _tell_state(self, state: str) -> None:
        self.school.say_of_state(self._state_lines(state))

    def _state_lines(self, state: str) -> list[str]:
        if not state:
            return []
        try:
            said = in_short(self._law.books, state, received_on=moment.today())
            return [self._wording.say(one) for one in said]
        except DeskError as fault:
            return [fault.sentence()]

    def _show_summary(self) -> None:
        school, person = self.school.value(), self.person.value()
        self.facts.show_facts(
            [
                (self.tr("School"), school.name),
                (self.tr("District"), school.district),
                (self.tr("Address"), ", ".join(school.address.lines())),
                (self.tr("State"), self.school.state.currentText()),
                (self.tr("First person"), self._first_person(person)),
                (self.tr("Records file"), str(self._home.records_file)),
            ]
        )
        self.state_says.setText("\n".join(self._state_lines(school.state)))

    def _first_person(self, person: NewPerson) -> str:
        return self.tr("{name} ({initials}), {role}").format(
            name=person.name, initials=person.initials.upper(), role=self.person.role_words()
        )

    def _draw(self) -> None:
        side = theme().sizes.px(20)
        self.safe_picture.setPixmap(pixmap("lock", side, self.devicePixelRatioF(), "accent"))
        set_look(self.safe_note, look="notice")

    # Making the office

    def _create(self) -> None:
        school, first, code = self.school.value(), self.person.value(), self.code.code
        places = [shipped.place() for shipped in self._defaults.place]
        self._set_busy(True)
        jobs.run(
            lambda _progress, _cancelled: _make(self._home, school, first, places, code),
            owner=self,
            on_done=self._open,
            on_failed=self._failed,
        )

    def _open(self, made: _Made) -> None:
        # A connection belongs to its thread: the window opens its own.
        try:
            opened = open_office(self._home, made.person.id, made.keys)
        except DeskError as fault:
            self._failed(fault)
            return
        self.created.emit(opened)

    def _failed(self, fault: DeskError) -> None:
        self._set_busy(False)
        self._refuse(fault)

    def _set_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        for part in (self.back, self.next, self.pages):
            part.setEnabled(not busy)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        pressed = self.focusWidget()
        button = pressed if isinstance(pressed, QPushButton) else self.next
        if button.isEnabled():
            button.click()


def _make(home: Home, school: School, first: NewPerson, places: list[Place], code: str) -> _Made:
    opened: Opened = create_office(
        home, school, first, places=places, at=moment.now(), recovery=code
    )
    opened.store.close()
    return _Made(person=opened.person, keys=opened.keys)
