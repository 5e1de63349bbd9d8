"""The number on Today, the digest at the sign-in, the notice on the desktop: told, not nagged."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.actions import searching
from desktop.actions.office import open_office
from desktop.actions.targets import set_targets
from desktop.office import settings
from desktop.office.reminded import Memory
from desktop.office.settings import WindowSettings
from desktop.records.agenda import Section
from desktop.records.case import SourceState
from desktop.records.ids import PartyId, StudentId, new_id
from desktop.records.targets import Target
from desktop.screens import jobs
from desktop.screens.desktop_notice import DesktopNotice, notices_possible
from desktop.screens.settings_computer import ComputerTab
from desktop.screens.window import DeskWindow
from desktop.store import cases
from tests.desks import a_desk
from tests.office.fake_keychain import no_keychain
from tests.offices import AT, TODAY, a_party, a_student, an_office, the_defaults

TOMORROW, WEEK_ON = TODAY + timedelta(days=1), TODAY + timedelta(days=7)


@pytest.fixture
def office(tmp_path):
    made = an_office(tmp_path / "home")
    yield made
    assert jobs.drain(10_000)
    made.store.close()


class SignedIn:
    """One sign-in: a window on a day, read once."""

    def __init__(self, qtbot, office, on, *, practice=True):
        self.desk = a_desk(office, on, practice=practice)
        self.window = DeskWindow(self.desk, WindowSettings(tour_seen=True))
        qtbot.addWidget(self.window)
        self._qtbot = qtbot
        with qtbot.waitExposed(self.window):
            self.window.show()
        qtbot.waitUntil(lambda: hasattr(self.window, "reminders"))
        self.reminders = self.window.reminders
        qtbot.waitUntil(lambda: self.reminders._begun)

    @property
    def panel(self):
        return self.reminders.panel

    def numbers(self) -> dict[str, str]:
        """The digest's lists with their numbers, as a screen reader speaks them."""
        if self.panel is None:
            return {}
        return {one: figure.accessibleName() for one, figure in self.panel.figures.items()}

    def read_again(self):
        with self._qtbot.waitSignal(self.reminders.day.read):
            self.reminders.day.refresh()


@pytest.fixture
def sign_in(qtbot, office):
    """Sign in on a day; whoever was in before leaves, as by locking."""
    before = []

    def build(on, **options) -> SignedIn:
        if before:
            before.pop().window.close()
            opened = open_office(office.home, office.opened.person.id, office.opened.keys)
            object.__setattr__(office, "opened", opened)
        shown = SignedIn(qtbot, office, on, **options)
        before.append(shown)
        return shown

    return build


def log(office, given="Mia"):
    return office.log(
        student=a_student(id=StudentId(new_id(AT)), given=given),
        requester=a_party(id=PartyId(new_id(AT))),
    ).request


def ask(office, request, place=0, on=TODAY):
    source = cases.case(office.store, request).sources[place].id
    return searching.answer_source(
        office.store, request, source, SourceState.ASKED, today=on, by=office.sign()
    )


# The number on Today


def test_the_number_on_today_counts_the_requests_that_need_somebody(office, sign_in):
    for given in ("Mia", "Ben"):
        request = log(office, given)
        for place in (0, 1):
            ask(office, request, place)
    shown = sign_in(WEEK_ON)
    assert shown.reminders.pill.label.text() == "2"
    assert shown.window.today.accessibleName() == "Today, 2 requests need you"


def test_with_nothing_to_do_there_is_no_number(office, sign_in):
    shown = sign_in(TODAY)
    assert shown.reminders.pill.label.isHidden()
    assert shown.window.today.accessibleName() == "Today"


def test_the_number_follows_each_change(qtbot, office, sign_in):
    request = log(office)
    ask(office, request)
    shown = sign_in(WEEK_ON)
    source = cases.case(office.store, request).sources[0].id
    shown.desk.did(searching.answer_source(
        office.store, request, source, SourceState.NONE, today=WEEK_ON, by=shown.desk.sign()
    ))  # fmt: skip
    qtbot.waitUntil(shown.reminders.pill.label.isHidden)


def test_the_number_follows_the_day(qtbot, office, sign_in):
    ask(office, log(office))
    shown = sign_in(TODAY)
    assert shown.reminders.pill.label.isHidden()
    shown.desk.day = WEEK_ON
    shown.reminders.day._watch_day()
    qtbot.waitUntil(shown.reminders.pill.label.isVisible)


# The digest


def test_the_first_sign_in_ever_has_nothing_to_compare_with(office, sign_in):
    ask(office, log(office))
    assert sign_in(WEEK_ON).panel is None


def test_the_digest_tells_what_waits_and_how_much_of_it_is_new(office, sign_in):
    ask(office, log(office))
    sign_in(TODAY)
    shown = sign_in(WEEK_ON)
    assert shown.numbers()[Section.CHASE] == "1 Places to ask again, 1 new"
    assert shown.panel.heading.text().startswith(
        "What waits, and what is new since Monday, October 5,"
    )
    assert shown.numbers() == sign_in(WEEK_ON).numbers()  # still there until it is put away
    old = sign_in(WEEK_ON + timedelta(days=1)).numbers()
    assert old[Section.CHASE] == "1 Places to ask again"


def test_its_numbers_follow_the_work_and_with_nothing_left_it_goes(qtbot, office, sign_in):
    request = log(office)
    for place in (0, 1):
        ask(office, request, place)
    sign_in(TODAY)
    shown = sign_in(WEEK_ON)
    first, second = (one.id for one in cases.case(office.store, request).sources[:2])
    assert shown.numbers()[Section.CHASE] == "2 Places to ask again, 2 new"

    def answer(place):
        shown.desk.did(searching.answer_source(
            office.store, request, place, SourceState.NONE, today=WEEK_ON, by=shown.desk.sign()
        ))  # fmt: skip

    answer(first)
    left = "1 Places to ask again, 1 new"
    qtbot.waitUntil(lambda: shown.numbers()[Section.CHASE] == left)
    answer(second)
    qtbot.waitUntil(lambda: not shown.panel.isVisible())


def test_put_away_it_does_not_come_again_that_day_and_comes_the_next(office, sign_in):
    ask(office, log(office))
    sign_in(TODAY)
    shown = sign_in(WEEK_ON)
    shown.panel.put.click()
    assert shown.panel is None
    assert sign_in(WEEK_ON).panel is None
    assert sign_in(WEEK_ON + timedelta(days=1)).panel is not None


def test_a_number_opens_its_list_and_puts_the_digest_away(qtbot, office, sign_in):
    ask(office, log(office))
    sign_in(TODAY)
    shown = sign_in(WEEK_ON)
    shown.panel.figures[Section.CHASE].click()
    page = shown.window.turn.kept["today"]
    assert shown.panel is None
    qtbot.waitUntil(lambda: bool(page.lines))
    assert page.section is Section.CHASE


def test_a_list_of_nobody_s_part_opens_too(qtbot, office, sign_in):
    """Late is the principal's part of the page; a registrar may ask to see it all the same."""
    log(office)
    sign_in(TODAY)
    shown = sign_in(TODAY + timedelta(days=60))
    assert shown.numbers()[Section.LATE] == "1 Late, 1 new"
    shown.panel.figures[Section.LATE].click()
    page = shown.window.turn.kept["today"]
    qtbot.waitUntil(lambda: len(page.lines) == 1)
    assert page.section is Section.LATE


def test_with_nothing_to_tell_or_switched_off_nothing_is_shown(office, sign_in):
    sign_in(TODAY)
    assert sign_in(TOMORROW).panel is None
    ask(office, log(office))
    settings.save(office.home, settings.replace(settings.load(office.home), digest=False))
    assert sign_in(WEEK_ON).panel is None


def test_the_digest_takes_no_keyboard_and_names_nobody(office, sign_in):
    ask(office, log(office))
    sign_in(TODAY)
    shown = sign_in(WEEK_ON)
    assert not shown.panel.isAncestorOf(shown.window.focusWidget() or shown.window)
    kept = office.home.reminded_file.read_text("utf-8")
    for private in ("Mia", "Alvarez", "Cumulative"):
        assert private not in kept


def test_a_damaged_memory_is_no_memory(office):
    office.home.reminded_file.write_bytes(b'[{"person": "')
    assert Memory(office.home, office.opened.person.id).mine.first_at is None


# Notices on the desktop


class Listening(DesktopNotice):
    """A place for notices that keeps what it was told."""

    def __init__(self, parent):
        super().__init__(parent.windowIcon(), parent)
        self.said = []

    def tell(self, said):
        self.said.append(said)
        return True


@pytest.fixture
def listening(office, sign_in, monkeypatch):
    """Signed in at any hour with the window behind others, and what the desktop was told."""
    set_targets(
        office.store, {Target.NOTICES_FROM_HOUR: 0, Target.NOTICES_UNTIL_HOUR: 24},
        reason="The clock of this computer", shipped=the_defaults(), by=office.sign(),
    )  # fmt: skip
    shown = sign_in(TODAY)
    notice = shown.reminders.notice = Listening(shown.window)
    monkeypatch.setattr(shown.reminders, "in_front", lambda: False)
    return shown, notice


def test_a_notice_is_a_number_and_comes_once(office, listening):
    shown, notice = listening
    ask(office, log(office))
    shown.desk.day = WEEK_ON
    for _ in range(3):
        shown.read_again()
    assert notice.said == ["1 request needs you."]


def test_what_came_up_while_the_office_was_closed_is_told_once_it_opens(office, listening):
    shown, notice = listening
    ask(office, log(office))
    shown.desk.day = WEEK_ON + timedelta(days=5)  # a Saturday
    shown.read_again()
    shown.desk.day = WEEK_ON + timedelta(days=7)
    shown.reminders._notify()
    assert notice.said == ["1 request needs you."]


def test_a_weekend_is_quiet(office, listening):
    shown, notice = listening
    ask(office, log(office))
    shown.desk.day = WEEK_ON + timedelta(days=5)  # a Saturday
    shown.read_again()
    assert notice.said == []


def test_what_somebody_looks_at_needs_no_notice(office, listening, monkeypatch):
    shown, notice = listening
    monkeypatch.setattr(shown.reminders, "in_front", lambda: True)
    ask(office, log(office))
    shown.desk.day = WEEK_ON
    shown.read_again()
    monkeypatch.setattr(shown.reminders, "in_front", lambda: False)
    shown.read_again()
    assert notice.said == []


def test_without_a_place_for_notices_nothing_is_shown_and_nothing_breaks(qtbot, office, sign_in):
    if notices_possible():
        pytest.skip("there is a place for notices here")
    window = sign_in(TODAY).window
    notice = DesktopNotice(window.windowIcon(), window)
    notice.want(True)
    assert notice.tell("1 request needs you.") is False


def test_both_are_switched_under_this_computer_and_notices_begin_switched_off(qtbot, office):
    tab = ComputerTab(a_desk(office, TODAY), no_keychain)
    qtbot.addWidget(tab)
    assert (tab.digest.isChecked(), tab.desktop_notices.isChecked()) == (True, False)
    tab.digest.setChecked(False)
    tab.desktop_notices.setChecked(True)
    tab.save_reminders.click()
    kept = settings.load(office.home)
    assert (kept.digest, kept.desktop_notices) == (False, True)
