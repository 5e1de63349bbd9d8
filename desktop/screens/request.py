"""The page of one request: who asks for what, by when, what is done and what comes next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.actions.changes import Changes, Kind
from desktop.records.appointment import STEP
from desktop.records.case import LetterState
from desktop.records.ids import LetterId, RequestId
from desktop.records.logged import Request
from desktop.records.printout import HOLD_MEMO
from desktop.records.request import Right, Status
from desktop.records.rights import StepRule
from desktop.screens.desk import Desk
from desktop.screens.due import DueBadge, no_day_said
from desktop.screens.focus_order import keyboard_places, order_focus
from desktop.screens.form import load_form
from desktop.screens.hold_line import HoldLine
from desktop.screens.icons import set_icon
from desktop.screens.intake_linked import Linked
from desktop.screens.notices import NoticeBar
from desktop.screens.plain_tip import plain_tip
from desktop.screens.request_acts import RequestActs
from desktop.screens.request_bands import PapersBand, StateBand
from desktop.screens.request_dates import DatesCard, due_moment
from desktop.screens.request_flip import FlipBand
from desktop.screens.request_giving import COPIES, GivingCard
from desktop.screens.request_items import ItemsCard
from desktop.screens.request_letters import LettersCard
from desktop.screens.request_menu import RequestMenu
from desktop.screens.request_notes import HistoryCard, NotesCard
from desktop.screens.request_part import Kept, RequestPart
from desktop.screens.request_people import AskedCard, PeopleCard, VerdictCard
from desktop.screens.request_pick import merge_candidates
from desktop.screens.request_search import SearchCard
from desktop.screens.request_sent_back import SentBackBand
from desktop.screens.request_steps import SEARCH, StepsCard
from desktop.screens.request_view import asker_said, letter_at_hand, read_view, right_said
from desktop.screens.request_visit import visit_of
from desktop.screens.request_visit_end import release_step
from desktop.screens.theme import theme
from desktop.screens.widgets import ElidedLabel
from desktop.wording.dates import day_date

_CLOSING = "closing"
# Widths at normal text from which dates and people stand beside the steps, and from which the
# buttons stand beside the name.
_WIDE, _MEDIUM = 720, 520
_TOUCHING = frozenset({Kind.REQUEST, Kind.STUDENT, Kind.LETTER, Kind.OFFICE, Kind.CALENDAR})


class RequestPage(QWidget):
    """Everything about one request, on one page that scrolls.

    It reads itself anew when something it shows was touched, and keeps the keyboard's place, the
    scroll position and everything half typed.

    Signals:
        letter_wanted: draft a letter; carries the request and the template.
        letter_open_wanted: show a letter that is there; carries the request and the letter.
        request_wanted: show another request; carries its id.
        intake_wanted: log a request that goes with this one; carries ``Linked``.
        student_wanted: show the student; carries the id.
        back_wanted: back to the queue.
        moment_changed: other guidance belongs here now; carries the moment.
    """

    head_row: QHBoxLayout
    acts_column: QVBoxLayout
    back: QToolButton
    student: ElidedLabel
    asker: ElidedLabel
    standing: QLabel
    badge: DueBadge
    next_button: QPushButton
    more: QPushButton
    notices: NoticeBar
    scroll_area: QScrollArea
    content: QWidget
    bands: QVBoxLayout
    columns: QHBoxLayout
    main_column: QVBoxLayout
    side_column: QVBoxLayout

    letter_wanted = Signal(object, str)
    letter_open_wanted = Signal(object, object)
    request_wanted = Signal(object)
    intake_wanted = Signal(object)
    student_wanted = Signal(object)
    back_wanted = Signal()
    moment_changed = Signal(str)

    def __init__(self, desk: Desk, request: RequestId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._request = request
        self._view = read_view(desk, request)
        self._kept = Kept(desk, request, self)
        self._moment = ""
        self._focused: RequestPart | None = None
        self._arranged: tuple[list[RequestPart], list[RequestPart]] = ([], [])
        load_form(self, "request")
        self._build_parts()
        self._build_menu()
        self._connect()
        self._fill()
        self._take_moment()

    # What others ask of it

    @property
    def moment(self) -> str:
        """The guidance that belongs to what is in hand."""
        return self._moment

    @property
    def right(self) -> Right:
        """The right that is exercised; some tips are true of one and not of another."""
        return self._view.case.request.right

    def keep_now(self) -> None:
        """Write what is half typed into the records file now, before the page or the file goes."""
        self._kept.save()

    def do_next(self) -> None:
        """Do the next step, or take the person to where it is done."""
        rule = self._view.next_rule
        if rule is None:
            self.acts.open_close()
            return
        self.steps.open_step(rule.id)
        deed = self._deed(rule)
        if deed is not None:
            deed()

    # How it is put together

    def _build_parts(self) -> None:
        desk, view, kept = self._desk, self._view, self._kept
        self.acts = RequestActs(desk, view, kept, self)
        self.menu = RequestMenu(desk, self)
        self.papers = PapersBand(desk)
        self.flip = FlipBand(desk)
        self.state = StateBand(desk)
        self.sent_back = SentBackBand(desk)
        self.hold = HoldLine()
        self.hold.offer_memo()
        self.asked = AskedCard(desk, view)
        self.steps = StepsCard(desk, view, kept)
        self.search = SearchCard(desk, view, kept)
        self.items = ItemsCard(desk, view, kept)
        self.giving = GivingCard(desk, view, kept)
        self.letters = LettersCard(desk, view)
        self.notes = NotesCard(desk, view, kept)
        self.history = HistoryCard(desk, view)
        self.dates = DatesCard(desk, view, kept)
        self.verdict = VerdictCard(desk, view)
        self.people = PeopleCard(desk, view)
        for band in (self.papers, self.flip, self.sent_back, self.state, self.hold):
            self.bands.addWidget(band)
        for column in (self.main_column, self.side_column):
            column.addStretch(1)

    def _parts(self) -> list[RequestPart]:
        """The cards in the order they are read."""
        main, side = self._orders()
        return [*main, *side]

    def _orders(self) -> tuple[list[RequestPart], list[RequestPart]]:
        """What stands in the main and in the side column; in a narrow window all in the main."""
        wide = self.width() >= theme().sizes.px(_WIDE)
        work: list[RequestPart] = [
            self.asked,
            self.search,
            self.items,
            self.giving,
            self.letters,
            self.notes,
        ]
        if wide:
            main = [self.steps, *work, self.history]
            return main, [self.dates, self.verdict, self.people]
        return [self.verdict, self.steps, self.dates, *work, self.people, self.history], []

    def _build_menu(self) -> None:
        desk, menu, acts = self._desk, self.menu, self.acts
        self.more.setMenu(menu)
        does: dict[QAction, Callable[[], object]] = {
            menu.next_step: self.steps.go_to_next,
            menu.note: self.notes.take_keyboard,
            menu.item: self.items.open_add,
            menu.visit: self.giving.open_visit,
            menu.visit_end: self.giving.open_end,
            menu.charge: self.giving.open_charge,
            menu.student_list: acts.open_list,
            menu.pack: acts.open_pack,
            menu.evidence: acts.ask_for_evidence_file,
            menu.resume: acts.resume,
            menu.give_otherwise: acts.open_give_otherwise,
            menu.extend: acts.open_extend,
            menu.correct: acts.open_correct,
            menu.take_back: acts.take_extension_back,
            menu.link: acts.open_link,
            menu.unlink: acts.unlink,
            menu.merge: acts.open_merge,
            menu.unmerge: acts.unmerge,
            menu.withdraw: acts.open_withdraw,
            menu.close_request: acts.open_close,
            menu.reopen: acts.open_reopen,
        }
        for action, act in does.items():
            action.triggered.connect(lambda _=False, one=act: one())
        menu.papers.wanted.connect(acts.open_printout)
        self.hold.memo_wanted.connect(lambda: acts.open_printout(desk.printouts.get(HOLD_MEMO)))
        menu.owner_chosen.connect(acts.assign)
        menu.wait_chosen.connect(acts.wait_for)

    def _connect(self) -> None:
        set_icon(self.back, "chevron-left")
        set_icon(self.more, "more")
        self.back.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.do_next)
        self.steps.letter_wanted.connect(self._want_letter)
        self.steps.letter_open_wanted.connect(self._open_letter)
        for part in (self.steps, self.search):
            part.moment_changed.connect(self._take_moment)
        self.letters.letter_wanted.connect(self._want_letter)
        self.letters.letter_open_wanted.connect(self._open_letter)
        # A moment later: a list that just got shorter has not moved what stands below it yet.
        self.search.row_reached.connect(lambda: QTimer.singleShot(0, self, self._scroll_to_row))
        self.scroll_area.viewport().installEventFilter(self)
        self.dates.told.connect(self.notices.say)
        self.people.student_wanted.connect(self._want_student)
        self.people.request_wanted.connect(self.request_wanted)
        self.verdict.care_wanted.connect(self.acts.open_care)
        self.flip.confirm_wanted.connect(self.steps.open_lapsed)
        self.flip.student_asks_wanted.connect(self.acts.student_asks)
        self.state.request_wanted.connect(self.request_wanted)
        self.sent_back.take_back_wanted.connect(self.steps.take_back)
        self.state.resume_wanted.connect(self.acts.resume)
        self.state.reopen_wanted.connect(self.acts.open_reopen)
        self.state.unmerge_wanted.connect(self.acts.unmerge)
        self.state.right_wanted.connect(self._log_linked)
        self.acts.right_wanted.connect(self._log_linked)
        self.acts.refused.connect(self.notices.say_fault)
        self.acts.told.connect(self.notices.say)
        self.acts.closing_begun.connect(lambda: self._tell_moment(_CLOSING))
        self.acts.closing_over.connect(self._take_moment)
        self._desk.changed.connect(self._look_again)
        for keys, step in (("F6", 1), ("Shift+F6", -1)):
            walk = QShortcut(QKeySequence(keys), self, lambda one=step: self._to_part(one))
            walk.setWhatsThis(self.tr("From part to part of the request"))
            walk.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    # Showing it

    def _look_again(self, changes: Changes) -> None:
        if self._touched(changes):
            before, self._view = self._view, read_view(self._desk, self._request)
            self._fill()
            self._take_moment()
            self._tell_wait_over(before.case.request)
            self._ask_why_late(before.case.request)

    def _tell_wait_over(self, before: Request) -> None:
        """A step done ends a wait by itself: say so, and let the person wait on."""
        whom, now = before.waiting_for, self._view.case.request
        if whom is not None and now.status is Status.OPEN:
            wait = self._desk.wording.text(f"word.waiting.{whom}")
            self.notices.say(
                self._desk.wording.text("request.waiting.over", wait=wait),
                action=self.tr("Wait again"),
                on_action=lambda: self.acts.wait_for(whom),
            )

    def _ask_why_late(self, before: Request) -> None:
        """The answer left just now, after its day: ask why while it is fresh, and bar nothing."""
        now = self._view.case.request
        just_met = now.dates_met and not before.dates_met
        if just_met and self._view.late and now.lateness is None:
            self.notices.say(
                self._desk.wording.text("late.just_met", on=now.due_on),
                action=self.tr("Say why…"),
                on_action=self.dates.open_lateness,
            )

    def _touched(self, changes: Changes) -> bool:
        """Whether something shown here was touched; an empty set of ids means any of them."""
        if not changes.kinds & _TOUCHING:
            return False
        shown = {self._request, *self._view.case.related}
        if not changes.requests and not changes.students:
            return True
        ours = self._view.case.student.id in changes.students
        return ours or bool(shown & changes.requests)

    def _fill(self) -> None:
        bar = self.scroll_area.verticalScrollBar()
        place = bar.value()
        self.setUpdatesEnabled(False)
        self._fill_head()
        self.papers.show_view(self._view)
        self.flip.show_view(self._view)
        self.sent_back.show_view(self._view)
        self.state.show_view(self._view)
        self.hold.show_hold(self._view.hold, self._desk.wording)
        self.acts.show_view(self._view)
        for part in self._parts():
            part.show_view(self._view)
        self.menu.show_view(self._view, can_merge=bool(merge_candidates(self._desk, self._view)))
        self.setUpdatesEnabled(True)
        self._arrange()
        for part in self._parts():
            part.setVisible(part.wanted)
        bar.setValue(place)
        if self._view.fault is not None:
            self.notices.say_fault(self._view.fault)

    def _fill_head(self) -> None:
        view, request = self._view, self._view.case.request
        self.student.set_full_text(view.case.student.full_name())
        self.asker.set_full_text(f"{request.number} · {asker_said(view, self._desk.wording)}")
        self.standing.setText(" · ".join(self._standing()))
        tip = no_day_said(self._desk, due_on=request.due_on, work_by=request.work_by)
        self.badge.show_due(view.due, "" if view.closed else tip)
        self.next_button.setVisible(not view.closed)
        self.setFocusProxy(self.more if view.closed else self.next_button)

    def _standing(self) -> list[str]:
        view, request, words = self._view, self._view.case.request, self._desk.wording
        received = self.tr("Received {on}, {channel}").format(
            on=day_date(request.received_on, view.today),
            channel=words.text(f"word.channel.{request.channel}"),
        )
        owner = view.people.get(request.owner) if request.owner else None
        return [
            right_said(view, words),
            received,
            self.tr("Owner: {name}").format(name=owner.name if owner else self.tr("nobody yet")),
            words.text(f"request.status.{request.status}"),
        ]

    def _next_words(self) -> str:
        """What the button does, or where it leads when the step is done on its panel."""
        rule = self._view.next_rule
        if rule is None:
            return self.tr("Close the request")
        if self._deed(rule) is not None:
            return rule.title
        return self.tr("Go to: {step}").format(step=rule.title)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.search.give_room(self.scroll_area.viewport().height())
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Dates and people beside the steps, or all in one column; the Tab key follows."""
        main, side = self._orders()
        if (main, side) != self._arranged:
            self._arranged = (main, side)
            _put_into(self.main_column, main)
            _put_into(self.side_column, side)
            self.columns.setStretch(0, 5)
            self.columns.setStretch(1, 3 if side else 0)
        box, medium = QBoxLayout.Direction, self.width() >= theme().sizes.px(_MEDIUM)
        self.head_row.setDirection(box.LeftToRight if medium else box.TopToBottom)
        self.acts_column.setDirection(box.TopToBottom if medium else box.LeftToRight)
        self._fit_next_button()
        head = (self.next_button, self.more, self.back)
        bands = (self.papers, self.flip, self.sent_back, self.state, self.hold)
        order_focus([*head, *bands, *main, *side])

    def _fit_next_button(self) -> None:
        """A long step title gives way, so that the page never grows wider than its window."""
        words, px = self._next_words(), theme().sizes.px
        room = max(self.width() // 2, px(200)) - px(60)
        metrics = self.next_button.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.next_button.setText(shown.replace("&", "&&"))
        step = self._view.next_rule
        tip = self.tr("The next step: {step}").format(step=step.title) if step else words
        self.next_button.setToolTip(plain_tip(tip))
        self.next_button.setAccessibleName(words)

    # Guidance

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        self._focused = next((part for part in self._parts() if part.isAncestorOf(now)), None)
        if self.content.isAncestorOf(now) and not now.height() > self.scroll_area.height() // 2:
            self.scroll_area.ensureWidgetVisible(now, 0, theme().sizes.px(24))
        self._take_moment()

    def _take_moment(self) -> None:
        """That of the part with the keyboard, else how near the date is, else that of the step."""
        if self._view.closed:
            self._tell_moment(_CLOSING)
            return
        part = self._focused.moment if self._focused else ""
        self._tell_moment(part or due_moment(self._view) or self.steps.moment)

    def _tell_moment(self, moment: str) -> None:
        if moment != self._moment:
            self._moment = moment
            self.moment_changed.emit(moment)

    # Going about on the page

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keep_now()

    def _to_part(self, step: int) -> None:
        """Put the keyboard into the next part, or the one before."""
        parts = self._parts()
        here = parts.index(self._focused) if self._focused in parts else -1 if step > 0 else 0
        for count in range(1, len(parts) + 1):
            part = parts[(here + step * count) % len(parts)]
            places = (one for one in keyboard_places(part) if one.isEnabled() and one.isVisible())
            first = next(places, None)
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _scroll_to_row(self) -> None:
        """Show the list with its row and what is said about it: the end first, then the top."""
        part = self.search.place_in_hand()
        for corner in (part.bottomLeft(), part.topLeft()):
            place = self.search.mapTo(self.content, corner)
            self.scroll_area.ensureVisible(place.x(), place.y(), 0, theme().sizes.px(4))

    def _deed(self, rule: StepRule) -> Callable[[], object] | None:
        """Where a step is done: its list, its dialog or its letter. None: on its panel alone."""
        if rule.choice or rule.field:
            return None
        if rule.id == SEARCH:
            return self.search.take_keyboard
        visit = visit_of(self._view)
        if rule.id == STEP and visit is None:
            return self.giving.open_visit
        looks = rule == release_step(self._view)
        if looks and visit is not None and visit.meet_on <= self._view.today:
            return self.giving.open_end
        if rule.id == COPIES and self._view.case.fee is None:
            return self.giving.open_charge
        return self._letter_of(rule)

    def _letter_of(self, rule: StepRule) -> Callable[[], object] | None:
        """Write the letter that finishes a step; once one of them is finished, let it leave."""
        letters = self._view.case.letters
        finished = {one.template for one in letters if one.state is not LetterState.DRAFT}
        if finished.intersection(rule.letters):
            return self._letter_to_send(rule)
        first = next(filter(self._desk.letter_title, rule.letters), None)
        return None if first is None else lambda: self._want_letter(first)

    def _letter_to_send(self, rule: StepRule) -> Callable[[], object] | None:
        """A finished letter of the step that is still in the office: it is opened to leave."""
        found = filter(None, (letter_at_hand(self._view, one) for one in rule.letters))
        letter = next(found, None)
        return None if letter is None else lambda: self._open_letter(letter.id)

    def _want_letter(self, template: str) -> None:
        self.letter_wanted.emit(self._request, template)

    def _open_letter(self, letter: LetterId) -> None:
        self.letter_open_wanted.emit(self._request, letter)

    def _log_linked(self, right: Right) -> None:
        self.intake_wanted.emit(Linked(request=self._request, right=right))

    def _want_student(self) -> None:
        self.student_wanted.emit(self._view.case.student.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it is on; Escape leaves a request nothing is left to do for."""
        if event.key() == Qt.Key.Key_Escape and self._view.closed:
            self.back_wanted.emit()
            return
        button = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(
            button, QAbstractButton
        ):
            button.click()
            return
        super().keyPressEvent(event)


def _put_into(column: QVBoxLayout, parts: list[RequestPart]) -> None:
    """Lay these cards out from the top of the column; they leave where they stood before."""
    for place, part in enumerate(parts):
        if column.indexOf(part) != place:
            column.insertWidget(place, part)
