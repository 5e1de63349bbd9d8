"""The queue: its lists, its search, its order, and what it does when the office changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from desktop.actions import steps
from desktop.actions.approving import ask_approval
from desktop.actions.closing import close_request
from desktop.actions.families import note_order, put_on_file
from desktop.records.ids import OrderId, PartyId, StudentId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.person import Role
from desktop.records.request import Outcome, Waiting
from desktop.screens.due import Sign
from desktop.screens.tables import ITEM_ROLE
from desktop.screens.theme import theme
from desktop.screens.worklist import SEARCH_WAIT_MS, WorklistPage
from desktop.store.queries import QueueFilter, QueueSort
from tests.desks import a_desk
from tests.offices import AT, TODAY, WHOLE, a_party, a_student

NUMBER, STUDENT, WHO, RIGHT, STEP, OWNER, DUE, STATE = range(8)
KEYS = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def about(given: str, family: str, asker: str = "Dana Lee", **more):
    student = a_student(id=StudentId(new_id(AT)), given=given, family=family)
    return {"student": student, "requester": a_party(id=PartyId(new_id(AT)), name=asker), **more}


@pytest.fixture
def desk(office):
    return a_desk(office, TODAY)


@pytest.fixture
def open_page(qtbot, desk):
    def build(role: Role | None = None) -> WorklistPage:
        if role is not None:
            desk.person = type(desk.person)(
                id=desk.person.id, name="Dana Whitfield", initials="DW", role=role
            )
        page = WorklistPage(desk)
        qtbot.addWidget(page)
        page.resize(1300, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.setFocus()
        return page

    return build


def cell(page: WorklistPage, place: int, column: int) -> str:
    return page.rows.model().index(place, column).data()


def column(page: WorklistPage, number: int) -> list[str]:
    return [cell(page, place, number) for place in range(page.rows.model().rowCount())]


def tabs(page: WorklistPage) -> list[str]:
    return [page._tabs.tabText(place) for place in range(page._tabs.count())]


def type_search(qtbot, page: WorklistPage, text: str) -> None:
    page.search.setFocus()
    page.search.clear()
    if text.isascii():
        qtbot.keyClicks(page.search, text)
    else:  # QTest has keys for Latin-1 only and aborts on others
        page.search.setText(text)
        page.search.textEdited.emit(text)
    qtbot.waitUntil(lambda: not page._wait.isActive(), timeout=SEARCH_WAIT_MS * 50)


def test_the_list_is_ordered_by_days_left_and_says_all_of_a_request(office, desk, open_page):
    office.log(**about("Mia", "Alvarez", "Rafael Alvarez", received_on=TODAY))
    office.log(**about("Jordan", "Lee", received_on=TODAY - timedelta(days=50)))
    page = open_page()
    assert column(page, STUDENT) == ["Lee, Jordan", "Alvarez, Mia"]
    assert [cell(page, 1, one) for one in range(8)] == [
        "2026-0002" if cell(page, 1, NUMBER) == "2026-0002" else "2026-0001",
        "Alvarez, Mia",
        "Rafael Alvarez (Father)",
        "Inspect",
        "Give the receipt",
        "JR",
        "Thu Nov 19",
        "45 days left",
    ]
    assert cell(page, 0, STATE) == "5 days late"
    assert page.rows.model().index(0, STATE).data(ITEM_ROLE).sign is Sign.LATE


def test_the_model_keeps_qts_rules(office, open_page):
    office.log(**about("Mia", "Alvarez"))
    page = open_page()
    QAbstractItemModelTester(page.rows.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.reread()


def test_each_list_shows_its_count(office, desk, open_page, qtbot):
    office.log(**about("A", "One", received_on=TODAY - timedelta(days=50)))
    soon = office.log(**about("B", "Two", received_on=TODAY - timedelta(days=42)))
    office.log(**about("C", "Three"))
    gone = office.log(**about("D", "Four"))
    steps.wait_for(office.store, soon.request, Waiting.FAMILY_VISIT, by=office.sign())
    close_request(
        office.store, gone.request, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    page = open_page()
    qtbot.waitUntil(lambda: tabs(page)[6] == "Closed  1")
    assert tabs(page) == [
        "Open  3", "Mine  3", "Due this week  1", "Overdue  1", "Waiting  1",
        "To decide  0", "Closed  1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "students"),
    [
        (KEYS.Key_1, ["One, A", "Two, B", "Three, C"]),
        (KEYS.Key_2, ["One, A", "Two, B", "Three, C"]),
        (KEYS.Key_3, ["Two, B"]),
        (KEYS.Key_4, ["One, A"]),
        (KEYS.Key_5, ["Two, B"]),
        (KEYS.Key_6, []),
        (KEYS.Key_7, ["Four, D"]),
    ],
)
def test_alt_and_a_digit_turns_to_a_list(office, open_page, qtbot, key, students):
    office.log(**about("A", "One", received_on=TODAY - timedelta(days=50)))
    soon = office.log(**about("B", "Two", received_on=TODAY - timedelta(days=42)))
    office.log(**about("C", "Three"))
    gone = office.log(**about("D", "Four"))
    steps.wait_for(office.store, soon.request, Waiting.FAMILY_VISIT, by=office.sign())
    close_request(
        office.store, gone.request, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    page = open_page()
    qtbot.keyClick(page.rows, key, ALT)
    assert column(page, STUDENT) == students
    assert page.rows.hasFocus()


def test_a_waiting_request_says_for_whom_and_keeps_its_days(office, open_page):
    logged = office.log(**about("Mia", "Alvarez"))
    steps.wait_for(office.store, logged.request, Waiting.FAMILY_SCOPE, by=office.sign())
    page = open_page()
    assert cell(page, 0, STEP) == "Waiting for the family to say what they want to see"
    assert cell(page, 0, STATE) == "Waiting, 45 days left"
    assert cell(page, 0, DUE) == "Thu Nov 19"


def test_a_list_left_before_it_was_painted_counts_nothing_in_the_closed_file(qtbot, desk, office):
    page = WorklistPage(desk)
    qtbot.addWidget(page)
    desk.leaving.emit()
    office.store.close()
    with qtbot.waitExposed(page):
        page.show()
    qtbot.wait(50)  # a count in the closed file would be an error caught here


def test_once_all_was_given_the_state_says_so_and_counts_no_day(office, open_page):
    late = office.log(**about("Mia", "Alvarez", received_on=TODAY - timedelta(days=50))).request
    for code, how in (
        ("identity", {"choice": "photo_id"}),
        ("authority", {"choice": "parent_no_paper"}),
        ("review", WHOLE),
        ("inspected", {}),
    ):
        steps.do_step(
            office.store, late, code, law=office.law, today=TODAY, by=office.sign(), **how
        )
    page = open_page()
    assert cell(page, 0, STATE) == "Dates met, work left"
    assert page.rows.model().index(0, STATE).data(ITEM_ROLE).sign is Sign.MET
    assert tabs(page)[3] == "Overdue  0"


def test_a_closed_request_says_how_and_when_it_ended(office, open_page):
    logged = office.log(**about("Mia", "Alvarez"))
    close_request(
        office.store, logged.request, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    page = open_page()
    page.show_filter(QueueFilter.CLOSED)
    assert cell(page, 0, STEP) == "The family withdrew it"
    assert cell(page, 0, STATE) == "Closed Mon Oct 5"


def test_the_last_office_day_stands_beside_a_date_on_a_closed_day(office, open_page):
    office.log(**about("Mia", "Alvarez", received_on=date(2026, 9, 30)))
    page = open_page()
    assert cell(page, 0, DUE) == "Sat Nov 14, by Fri"


@pytest.mark.parametrize(
    ("received_on", "today", "said"),
    [
        (date(2026, 11, 18), date(2026, 11, 18), "Sat Jan 2, by Thu"),
        (date(2026, 3, 1), date(2027, 1, 11), "Wed Apr 15, 2026"),
    ],
    ids=["six weeks off", "nine months ago"],
)
def test_the_year_stands_with_a_date_only_where_it_could_be_another(
    office, open_page, desk, received_on, today, said
):
    office.log(**about("Mia", "Alvarez", received_on=received_on), today=today)
    desk.today = lambda: today
    assert cell(open_page(), 0, DUE) == said


PAPERS = [
    ((), False, {}, "paper", "a paper is on file that limits nobody"),
    ((Limit.RECORDS, Limit.CONTACT), True, {}, "records",
     "a paper on file limits who asks: may not see the records, no contact"),
    ((Limit.ADDRESS,), False, {}, "address",
     "a paper on file limits somebody: may not learn the address"),
    ((Limit.DECISIONS,), True, {"until_on": TODAY}, "decisions",
     "a paper on file limits who asks: may not decide for the child"),
]  # fmt: skip


def words(index) -> list[str]:
    return [mark.word for mark in index.data(ITEM_ROLE)]


def a_paper(office, facts, limits, *, on_asker=True, **dates):
    other = a_party(name="Somebody Else")
    put_on_file(office.store, facts["student"].id, other, Relationship.MOTHER, by=office.sign())
    limited = facts["requester"] if on_asker else other
    order = Order(
        id=OrderId(new_id(AT)), student=facts["student"].id, kind=OrderKind.CUSTODY,
        limited_party=limited.id if limits else None, limits=frozenset(limits),
        passage="He may not see them.", read_by=office.opened.person.id, **dates,
    )  # fmt: skip
    note_order(office.store, order, by=office.sign())


@pytest.mark.parametrize(("limits", "on_asker", "dates", "mark", "spoken"), PAPERS)
def test_a_paper_on_file_says_what_it_limits_and_whether_it_is_who_asks(
    office, open_page, limits, on_asker, dates, mark, spoken
):
    facts = about("Mia", "Alvarez")
    office.log(**facts)
    a_paper(office, facts, limits, on_asker=on_asker, **dates)
    index = open_page().rows.model().index(0, STUDENT)
    assert words(index) == [mark]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"Alvarez, Mia; {spoken}"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"Alvarez, Mia; {spoken}"


def test_a_paper_that_has_run_out_is_no_mark(office, open_page):
    facts = about("Mia", "Alvarez")
    office.log(**facts)
    a_paper(office, facts, (Limit.RECORDS,), until_on=TODAY - timedelta(days=1))
    index = open_page().rows.model().index(0, STUDENT)
    assert words(index) == []
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Alvarez, Mia"
    assert index.data(Qt.ItemDataRole.ToolTipRole) is None


def test_what_a_paper_says_of_who_asks_comes_before_what_another_says(office, open_page):
    facts = about("Mia", "Alvarez")
    office.log(**facts)
    a_paper(office, facts, (Limit.RECORDS,), on_asker=False)
    a_paper(office, facts, (Limit.CONTACT,))
    index = open_page().rows.model().index(0, STUDENT)
    assert words(index) == ["no contact"]


@pytest.mark.parametrize(
    ("born_on", "relationship", "marks"),
    [
        (date(2008, 11, 19), Relationship.MOTHER, ["18 on Nov 19"]),
        (date(2008, 11, 20), Relationship.MOTHER, []),
        (date(2008, 10, 5), Relationship.MOTHER, []),
        (date(2008, 11, 19), Relationship.SELF, []),
        (None, Relationship.MOTHER, []),
    ],
    ids=["99.5(a)(1) on the due day", "a day after", "18 before it came", "the student asks", "-"],
)
def test_a_birthday_before_the_due_day_is_marked_from_the_first_day(
    office, open_page, born_on, relationship, marks
):
    facts = about("Jordan", "Reed", relationship=relationship)
    facts["student"] = replace(facts["student"], born_on=born_on)
    office.log(**facts)
    index = open_page().rows.model().index(0, STUDENT)
    assert words(index) == marks
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert ("the student turns 18 on Thursday, November 19, 2026" in spoken) is bool(marks)


def test_the_signs_beside_a_name_do_not_hang_on_what_was_painted_before(office, open_page):
    facts = about("Jordan", "Reed")
    facts["student"] = replace(facts["student"], born_on=date(2008, 11, 19))
    office.log(**facts)
    page = open_page()
    index = page.rows.model().index(0, STUDENT)
    delegate = page.rows.itemDelegateForColumn(STUDENT)

    def painted(width: int, left: str) -> QImage:
        image = QImage(width, 34, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setFont(theme().font(left))
        delegate.paint_content(painter, image.rect(), index)
        painter.end()
        return image

    assert all(painted(width, "small") == painted(width, "title") for width in range(90, 260, 4))


def test_paper_and_birthday_stand_beside_one_name(office, open_page):
    facts = about("Jordan", "Reed")
    facts["student"] = replace(facts["student"], born_on=date(2008, 11, 10))
    office.log(**facts)
    a_paper(office, facts, (Limit.RECORDS,))
    index = open_page().rows.model().index(0, STUDENT)
    assert words(index) == ["records", "18 on Nov 10"]


def test_the_student_who_asks_is_not_named_twice(office, open_page):
    office.log(**about("Zoë", "Washington", "Zoë Washington", relationship=Relationship.SELF))
    assert cell(open_page(), 0, WHO) == "The student"


@pytest.mark.parametrize("typed", ["nguyen", "NGUYỄN", "van hung", "anh nguyen", "20260001"])
def test_the_search_finds_open_and_closed_while_typing(office, open_page, qtbot, typed):
    logged = office.log(**about("Ánh", "Nguyễn", "Nguyễn Văn Hùng"))
    office.log(**about("Mia", "Alvarez"))
    close_request(
        office.store, logged.request, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    page = open_page()
    type_search(qtbot, page, typed)
    assert column(page, STUDENT) == ["Nguyễn, Ánh"]
    assert page.found.text() == "1 request found, open and closed. Esc ends the search."
    assert not page._tabs.isVisible()


@pytest.mark.parametrize("typed", ["kowalcyk", "Kowalzcyk", "stanislw kowalczyk"])
def test_a_typing_error_finds_what_is_spelled_nearly_so(office, open_page, qtbot, typed):
    office.log(**about("Stanisław", "Kowalczyk"))
    office.log(**about("Mia", "Alvarez"))
    page = open_page()
    type_search(qtbot, page, typed)
    assert column(page, STUDENT) == ["Kowalczyk, Stanisław"]
    assert page.found.text().startswith("Nothing fits as typed. 1 request is spelled nearly so.")
    with qtbot.assertNotEmitted(page.request_opened):
        qtbot.keyClick(page.search, KEYS.Key_Return)
    assert page.rows.hasFocus()


def test_what_fits_as_typed_leaves_out_what_is_only_near(office, open_page, qtbot):
    office.log(**about("Ana", "Alvarez"))
    office.log(**about("Mia", "Alvares"))
    page = open_page()
    type_search(qtbot, page, "alvarez")
    assert column(page, STUDENT) == ["Alvarez, Ana"]


def test_no_number_is_near_another(office, open_page, qtbot):
    office.log(**about("Mia", "Alvarez"))
    page = open_page()
    type_search(qtbot, page, "2026-0009")
    assert column(page, STUDENT) == []


@pytest.mark.parametrize("typed", ["2026-0002", "20260002", " 2026-0002 "])
def test_a_number_and_enter_opens_it(office, open_page, qtbot, typed):
    for _ in range(3):
        logged = office.log(**about("Mia", "Alvarez"))
    second = logged.request if logged.number == "2026-0002" else None
    page = open_page()
    qtbot.keyClick(page.rows, KEYS.Key_F, CTRL)
    qtbot.keyClicks(page.search, typed)
    with qtbot.waitSignal(page.request_opened) as opened:
        qtbot.keyClick(page.search, KEYS.Key_Return)
    assert cell(page, 0, NUMBER) == "2026-0002"
    assert opened.args == [page.rows.model().ids[0]]
    assert second is None or opened.args == [second]


@pytest.mark.parametrize("closing_key", [KEYS.Key_Return, KEYS.Key_Enter])
def test_a_scanned_code_opens_its_request_as_fast_as_a_scanner_types(
    office, open_page, qtbot, closing_key
):
    for _ in range(12):
        office.log(**about("Mia", "Alvarez"))
    wanted = office.log(**about("Jordan", "Lee"))
    page = open_page()
    heard = []
    page.request_opened.connect(heard.append)
    for code in ("2026-0002", wanted.number):  # one paper after the other
        qtbot.keyClick(page.search, KEYS.Key_F, CTRL)
        for letter in code:  # no event is worked off between the keys of a wedge
            press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(page.search, press)
        QTest.keyClick(page.search, closing_key)
    assert heard[1:] == [wanted.request]
    assert len(heard) == 2


def test_enter_in_the_search_opens_the_only_hit_else_goes_to_the_list(office, open_page, qtbot):
    only = office.log(**about("Mia", "Alvarez"))
    office.log(**about("Jordan", "Lee"))
    office.log(**about("Dana", "Lee"))
    page = open_page()
    type_search(qtbot, page, "lee")
    with qtbot.assertNotEmitted(page.request_opened):
        qtbot.keyClick(page.search, KEYS.Key_Return)
    assert page.rows.hasFocus()
    assert page.rows.current_row() is not None
    type_search(qtbot, page, "alv")
    with qtbot.waitSignal(page.request_opened) as opened:
        qtbot.keyClick(page.search, KEYS.Key_Return)
    assert opened.args == [only.request]


def test_slash_starts_a_search_and_escape_ends_it(office, open_page, qtbot):
    office.log(**about("Mia", "Alvarez"))
    office.log(**about("Jordan", "Lee", words="All records."))
    page = open_page()
    qtbot.keyClick(page.rows, KEYS.Key_Slash)
    assert page.search.hasFocus()
    assert page.search.text() == ""
    type_search(qtbot, page, "mia")
    assert column(page, STUDENT) == ["Alvarez, Mia"]
    qtbot.keyClick(page.search, KEYS.Key_Escape)
    qtbot.waitUntil(lambda: page.rows.model().rowCount() == 2)
    assert page._tabs.isVisible()
    qtbot.keyClick(page.search, KEYS.Key_Escape)
    assert page.rows.hasFocus()


def test_who_is_named_so_stands_before_who_wrote_so(office, open_page, qtbot):
    office.log(**about("Mia", "Alvarez", words="All records."))
    office.log(
        **about("Jordan", "Lee", words="As Mia's family got.", received_on=TODAY - timedelta(1))
    )
    page = open_page()
    type_search(qtbot, page, "mia")
    assert column(page, STUDENT) == ["Alvarez, Mia", "Lee, Jordan"]
    assert page.found.text() == (
        "2 requests found, 1 of them by what was written. Esc ends the search."
    )


def test_a_slash_can_be_typed_in_the_search(office, open_page, qtbot):
    page = open_page()
    type_search(qtbot, page, "a/b")
    assert page.search.text() == "a/b"


def test_down_leads_from_the_search_to_the_first_row(office, open_page, qtbot):
    office.log(**about("Mia", "Alvarez"))
    page = open_page()
    page.search.setFocus()
    qtbot.keyClick(page.search, KEYS.Key_Down)
    assert page.rows.hasFocus()
    assert page.rows.currentIndex().row() == 0


@pytest.mark.parametrize("typed", ['"', "*", "NEAR(a b)", "😀", "' or 1=1 --", "()", "\u202e"])
def test_hostile_searches_find_nothing_and_break_nothing(office, open_page, qtbot, typed):
    office.log(**about("Mia", "Alvarez"))
    page = open_page()
    type_search(qtbot, page, typed)
    empty = page.rows.empty_state()
    assert page.rows.model().rowCount() == 0
    assert empty is not None
    assert empty.sentence().startswith("Nothing fits")


def test_enter_and_double_click_open_the_row(office, open_page, qtbot):
    logged = office.log(**about("Mia", "Alvarez"))
    page = open_page()
    page.rows.choose_place(0)
    with qtbot.waitSignal(page.request_opened) as opened:
        qtbot.keyClick(page.rows, KEYS.Key_Return)
    assert opened.args == [logged.request]
    spot = page.rows.visualRect(page.rows.model().index(0, STUDENT)).center()
    qtbot.mouseClick(page.rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(page.request_opened) as opened:
        qtbot.mouseDClick(page.rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened.args == [logged.request]


def click_header(qtbot, page: WorklistPage, number: int) -> None:
    header = page.rows.horizontalHeader()
    x = header.sectionViewportPosition(number) + header.sectionSize(number) // 2
    spot = header.viewport().rect().center()
    spot.setX(x)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_the_header_sorts_and_sorts_back(office, open_page, qtbot):
    for given, family, days in (("Al", "Álvarez", 1), ("Bo", "alba", 3), ("Cy", "Zed", 2)):
        office.log(**about(given, family, received_on=TODAY - timedelta(days=days)))
    page = open_page()
    click_header(qtbot, page, STUDENT)
    assert column(page, STUDENT) == ["alba, Bo", "Álvarez, Al", "Zed, Cy"]
    click_header(qtbot, page, STUDENT)
    assert column(page, STUDENT) == ["Zed, Cy", "Álvarez, Al", "alba, Bo"]
    click_header(qtbot, page, DUE)
    assert column(page, STUDENT) == ["alba, Bo", "Zed, Cy", "Álvarez, Al"]


def test_a_header_that_does_not_sort_leaves_the_arrow_where_it_was(office, open_page, qtbot):
    office.log(**about("Mia", "Alvarez"))
    page = open_page()
    before = page.rows.horizontalHeader().sortIndicatorSection()
    click_header(qtbot, page, STEP)
    assert page.rows.horizontalHeader().sortIndicatorSection() == before == DUE


def test_the_chosen_row_and_the_place_stay_when_the_office_changes(office, desk, open_page, qtbot):
    for place in range(60):
        office.log(**about(f"Student{place}", "Lee", received_on=TODAY - timedelta(days=2)))
    page = open_page()
    page.rows.choose_place(40)
    chosen, scrolled = page.rows.current_row().id, page.rows.verticalScrollBar().value()
    assert scrolled > 0
    older = office.log(**about("New", "One", received_on=TODAY - timedelta(days=30)))
    desk.did(older.changes)
    assert page.rows.model().ids[0] == older.request
    assert page.rows.current_row().id == chosen
    assert page.rows.currentIndex().row() == 41
    assert page.rows.verticalScrollBar().value() == scrolled


def test_a_row_that_left_the_list_is_no_longer_chosen(office, desk, open_page, qtbot):
    logged = office.log(**about("Mia", "Alvarez"))
    page = open_page()
    page.rows.choose_place(0)
    changes = close_request(
        office.store, logged.request, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    desk.did(changes)
    assert page.rows.current_row() is None
    qtbot.waitUntil(lambda: tabs(page)[6] == "Closed  1")
    assert tabs(page)[0] == "Open  0"


def test_midnight_moves_the_days_on(office, desk, open_page):
    office.log(**about("Mia", "Alvarez", received_on=TODAY - timedelta(days=45)))
    page = open_page()
    assert cell(page, 0, STATE) == "Due today"
    desk.day = TODAY + timedelta(days=1)
    page._watch_day()
    assert cell(page, 0, STATE) == "1 day late"
    assert tabs(page)[3] == "Overdue  1"


@pytest.mark.parametrize(
    ("shown", "sentence"),
    [
        (QueueFilter.OPEN, "No request is open"),
        (QueueFilter.MINE, "No open request is yours"),
        (QueueFilter.DUE_THIS_WEEK, "Nothing is due this week"),
        (QueueFilter.OVERDUE, "Nothing is overdue"),
        (QueueFilter.WAITING, "Nothing is waiting"),
        (QueueFilter.CLOSED, "No request is closed yet"),
    ],
)
def test_an_empty_list_says_what_to_do(office, open_page, shown, sentence):
    page = open_page()
    page.show_filter(shown)
    empty = page.rows.empty_state()
    assert empty is not None
    assert empty.sentence().startswith(sentence)
    assert len(empty.sentence()) > len(sentence)


def test_the_empty_queue_offers_to_log_a_request(open_page, qtbot):
    page = open_page()
    with qtbot.waitSignal(page.new_wanted):
        page.rows.empty_action.emit()


def test_the_button_of_an_empty_search_ends_it(office, open_page, qtbot):
    office.log(**about("Mia", "Alvarez"))
    page = open_page()
    type_search(qtbot, page, "zzz")
    page.rows.empty_action.emit()
    assert page.search.text() == ""
    assert page.rows.model().rowCount() == 1


@pytest.mark.parametrize(
    ("days", "moment"),
    [(50, "deadline_overdue"), (45, "deadline_near"), (40, "deadline_near"), (1, "intake")],
)
def test_the_guidance_follows_the_chosen_row(office, open_page, qtbot, days, moment):
    office.log(**about("Mia", "Alvarez", received_on=TODAY - timedelta(days=days)))
    page = open_page()
    page.rows.choose_place(0)
    assert page.moment == moment


def test_a_principal_gets_the_guidance_for_principals(office, open_page):
    assert open_page(Role.PRINCIPAL).moment == "principal_queue"


def test_a_narrow_window_leaves_out_what_matters_least(office, open_page, qtbot):
    office.log(**about("Mia", "Alvarez"))
    page = open_page()
    hidden = page.rows.isColumnHidden
    assert not any(hidden(place) for place in range(8))
    page.resize(700, 700)
    qtbot.waitUntil(lambda: hidden(RIGHT))
    assert [place for place in range(8) if hidden(place)] == [NUMBER, WHO, RIGHT, OWNER, DUE]
    page.rows.choose_place(0)
    assert page.rows.shows_keyboard_at(page.rows.model().index(0, STUDENT))
    assert not hidden(STATE)


def test_a_name_is_shown_as_typed(office, open_page):
    office.log(**about("<b>Jordan</b>", 'O\'Brien & "Co" 😀'))
    assert cell(open_page(), 0, STUDENT) == 'O\'Brien & "Co" 😀, <b>Jordan</b>'


def spoil(office) -> None:
    """Overwrite every page of the file but the first, behind the open connection's back."""
    connection = office.store._connection
    connection.execute("pragma wal_checkpoint(truncate)")
    connection.execute("pragma shrink_memory")
    with office.home.records_file.open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))


def test_a_damaged_file_is_told_on_the_page_and_the_list_stays(office, open_page):
    office.log(**about("Mia", "Alvarez"))
    page = open_page()
    spoil(office)
    page.reread()
    assert page.notices.isVisible()
    assert page.notices.sentence.text().startswith("The records file is damaged.")
    assert column(page, STUDENT) == ["Alvarez, Mia"]


def test_sorting_also_orders_what_was_found(office, open_page, qtbot):
    office.log(**about("Cy", "Lee", received_on=TODAY - timedelta(days=3)))
    office.log(**about("Al", "Lee"))
    page = open_page()
    type_search(qtbot, page, "lee")
    assert column(page, STUDENT) == ["Lee, Cy", "Lee, Al"]
    page._sort_by(QueueSort.STUDENT, True)
    assert column(page, STUDENT) == ["Lee, Al", "Lee, Cy"]


def test_what_the_principal_is_asked_stands_on_a_list_of_its_own(office, desk, open_page, qtbot):
    asked = office.log(**about("Mia", "Alvarez", relationship=Relationship.GRANDPARENT))
    office.log(**about("Theo", "Braun"))
    steps.do_step(
        office.store, asked.request, "authority", choice="principal_decided", note="Lives there.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    page = open_page()
    assert tabs(page)[5] == "To decide  0"
    changes = ask_approval(
        office.store, asked.request, "approve_odd", note="She lives there.", law=office.law,
        by=office.sign(),
    )  # fmt: skip
    desk.did(changes)
    assert tabs(page)[5] == "To decide  1"
    qtbot.keyClick(page.rows, KEYS.Key_6, ALT)
    assert column(page, STUDENT) == ["Alvarez, Mia"]
    assert cell(page, 0, STEP) == "Waiting for the principal"
    changes = steps.do_step(
        office.store, asked.request, "approve_odd", choice="agreed", note="I know her.",
        law=office.law, today=TODAY, by=office.principal(),
    )  # fmt: skip
    desk.did(changes)
    assert tabs(page)[5] == "To decide  0"
    assert page.rows.empty_state().sentence().startswith("Nothing waits for the principal")
