"""The students' list and one student's page, as the office sees and uses them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.actions import families
from desktop.actions.care import tell_care
from desktop.actions.changes import Changes
from desktop.actions.roster import apply_roster
from desktop.records.care import Care
from desktop.records.ids import OrderId, PartyId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.roster import never, silent
from desktop.records.roster_oneroster import read_oneroster
from desktop.records.school import Address
from desktop.records.student import Enrollment
from desktop.screens.confirm import ConfirmDialog
from desktop.screens.printout import PrintoutDialog
from desktop.screens.student_page import StudentPage
from desktop.screens.student_rows import PaperRow, PersonRow, RequestRow, breakable
from desktop.screens.students import StudentsPage
from desktop.screens.tables import ITEM_ROLE
from desktop.store import students
from tests.desks import a_desk
from tests.offices import AT, TODAY, a_party, a_student
from tests.rosters import one_roster

HOSTILE = [
    '<b>Bold</b> & "quoted" O\'Neil',
    "محمد \u200eالخطيب",  # noqa: RUF001  # a name as it is typed, with a mark nobody sees
    "Ginger 🦊 Fox",
    "W" * 290,
]


@pytest.fixture
def desk(office):
    return a_desk(office, TODAY)


@pytest.fixture
def put(office):
    def put(student, *people):
        by = office.sign()
        families.save_student(office.store, student, today=TODAY, by=by)
        for party, relationship in people:
            families.put_on_file(office.store, student.id, party, relationship, by=by)
        return student

    return put


@pytest.fixture
def note(office):
    def note(student, **override):
        values = {
            "id": OrderId(new_id(AT)), "student": student.id, "kind": OrderKind.CUSTODY,
            "court": "County Court", "limited_party": None, "limits": frozenset(),
            "read_by": office.opened.person.id,
        }  # fmt: skip
        order = Order(**{**values, **override})
        families.note_order(office.store, order, by=office.sign())
        return order

    return note


@pytest.fixture
def father_of(office):
    def put_father(student):
        father = a_party(id=PartyId(new_id(AT)))
        families.put_on_file(
            office.store, student.id, father, Relationship.FATHER, by=office.sign()
        )
        return father

    return put_father


@pytest.fixture
def listed(qtbot, desk):
    def listed():
        page = StudentsPage(desk)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        with qtbot.waitExposed(page):
            page.show()
        page.setFocus()
        return page

    return listed


@pytest.fixture
def opened(qtbot, desk):
    def opened(student):
        page = StudentPage(desk)
        qtbot.addWidget(page)
        page.resize(900, 1200)
        with qtbot.waitExposed(page):
            page.show()
        page.show_student(student.id)
        return page

    return opened


def names(page):
    model = page.rows.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def rows_in(layout):
    widgets = [layout.itemAt(place).widget() for place in range(layout.count())]
    return [widget for widget in widgets if isinstance(widget, RequestRow)]


# The list


def test_an_empty_office_is_told_what_to_do(listed):
    page = listed()
    said = page.rows.empty_state().sentence()
    assert "No student is on file yet" in said
    assert "Import a roster" in said


def test_students_are_listed_by_family_name_with_what_tells_them_apart(listed, put, office):
    put(a_student(given="Zoë", family="Abbot", grade="5", local_number="11"))
    mia = put(a_student(preferred="Mimi", school_name="Maple Grove School"))
    put(a_student(given="Old", family="Timer", enrollment=Enrollment.FORMER))
    office.log(student=mia, student_is_new=False)
    page = listed()
    assert names(page) == ["Abbot, Zoë", "Alvarez, Mia", "Timer, Old"]
    row = [page.rows.model().index(1, column).data() for column in range(6)]
    assert row == ["Alvarez, Mia", "Mimi", "4", "Maple Grove School", "20417", "1 open"]
    assert page.rows.model().index(2, 2).data() == "former"


def test_a_paper_on_file_says_in_the_list_what_it_limits(listed, put, note, father_of):
    mia = put(a_student())
    note(mia, limited_party=father_of(mia).id, limits=frozenset({Limit.ADDRESS}))
    index = listed().rows.model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ("Alvarez, Mia; a paper on file limits somebody: may not learn the address")
    assert [mark.word for mark in index.data(ITEM_ROLE)] == ["address"]


def test_a_paper_that_limits_nobody_is_spoken_in_the_list(listed, put, note):
    note(put(a_student()))
    spoken = listed().rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Alvarez, Mia; a paper is on file that limits nobody"


@pytest.mark.parametrize("typed", ["alv", "ALVAREZ", "mimi", "20417", "álvarez", "alvares"])
def test_the_search_forgives_accents_and_typing_errors(qtbot, listed, put, typed):
    put(a_student(preferred="Mimi"))
    put(a_student(given="Leo", family="Wong", local_number="3"))
    page = listed()
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    # The test's keyboard has no accents.
    page.search.setText(typed)
    page.search.textEdited.emit(typed)
    qtbot.waitUntil(lambda: names(page) == ["Alvarez, Mia"])
    assert page.found.text() == "1 student fits"


def test_what_begins_as_typed_stands_before_near_spellings(qtbot, listed, put):
    put(a_student(given="Zed", family="Meyer", local_number="1"))
    put(a_student(given="Ann", family="Meier", local_number="2"))
    page = listed()
    qtbot.keyClicks(page.search, "meyer")
    qtbot.waitUntil(lambda: names(page) == ["Meyer, Zed", "Meier, Ann"])


def test_nobody_found_says_so_and_the_search_can_end(qtbot, listed, put):
    put(a_student())
    page = listed()
    qtbot.keyClicks(page.search, "Featherstonehaugh")
    qtbot.waitUntil(lambda: page.rows.empty_state() is not None)
    assert "Nobody fits" in page.rows.empty_state().sentence()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: names(page) == ["Alvarez, Mia"])


def test_enter_in_the_search_opens_the_only_hit_and_escape_leads_back(qtbot, listed, put):
    mia = put(a_student())
    put(a_student(given="Leo", family="Wong", local_number="3"))
    page = listed()
    qtbot.keyClicks(page.search, "mia")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    shown = page.pages.currentWidget()
    assert isinstance(shown, StudentPage)
    assert shown.student == mia.id
    qtbot.waitUntil(shown.new_request.hasFocus)
    qtbot.keyClick(shown.new_request, Qt.Key.Key_Escape)
    assert page.pages.currentWidget() is page.list_page


def test_enter_on_a_row_opens_the_student(qtbot, listed, put):
    put(a_student())
    page = listed()
    page.rows.setFocus()
    page.rows.choose_place(0)
    qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    assert page.pages.currentWidget().name.text() == "Mia Alvarez"


def test_the_list_follows_what_happens_elsewhere(listed, put, desk):
    page = listed()
    student = put(a_student())
    desk.did(Changes.of_student(student.id))
    assert names(page) == ["Alvarez, Mia"]


def test_a_new_name_is_found_at_once_also_with_a_typing_error(qtbot, listed, put, desk):
    put(a_student())
    page = listed()
    qtbot.keyClicks(page.search, "alvarz")
    qtbot.waitUntil(lambda: len(names(page)) == 1)
    page.search.clear()
    late = put(a_student(given="Ida", family="Krzyzewski", local_number="7"))
    desk.did(Changes.of_student(late.id))
    qtbot.keyClicks(page.search, "krzyzwski")
    qtbot.waitUntil(lambda: names(page) == ["Krzyzewski, Ida"])


def test_a_long_list_is_read_as_far_as_it_is_seen(qtbot, listed, desk, monkeypatch):
    plan = read_oneroster(one_roster(2_000), today=TODAY)
    apply_roster(desk.store, plan, source="oneroster", progress=silent, cancelled=never,
                 by=desk.sign())  # fmt: skip
    asked = []
    real = students.student_rows

    def counted(store, ids):
        asked.append(len(ids))
        return real(store, ids)

    monkeypatch.setattr(students, "student_rows", counted)
    page = listed()
    assert page.rows.model().rowCount() == 2_000
    assert sum(asked) <= 400


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_shown_as_they_were_typed(listed, put, opened, name):
    student = put(a_student(given="", family=name), (a_party(name=name), Relationship.MOTHER))
    on_file = students.student(opened(student)._desk.store, student.id)
    assert names(listed()) == [on_file.family]
    page = opened(student)
    assert page.name.text().replace("\u200b", "") == on_file.family
    assert page.name.textFormat() is Qt.TextFormat.PlainText
    person = page.findChild(PersonRow)
    assert breakable(on_file.family) in texts(person)


# One student


def test_the_facts_are_shown_and_the_birth_date_only_when_asked_for(qtbot, opened, put):
    page = opened(put(a_student(
        other_names=("Mia Lopez",), name_while_attending="Mia Ruiz", special_education=True,
        home_language="es", school_name="Maple Grove School",
    )))  # fmt: skip
    assert page.subline.text() == "Grade 4 · Maple Grove School · Number 20417"
    facts = dict(page.about.facts())
    assert facts["Turns 18"] == "Wednesday, March 14, 2035"
    assert facts["Other names"] == "Mia Lopez"
    assert facts["Name while attending"] == "Mia Ruiz"
    assert facts["Home language"] == "Spanish"
    assert facts["Special education"].startswith("Yes")
    assert "2017" not in texts(page)
    page.birth.setFocus()
    qtbot.keyClick(page.birth, Qt.Key.Key_Space)
    assert dict(page.about.facts())["Birth date"] == "Tuesday, March 14, 2017"
    qtbot.keyClick(page.birth, Qt.Key.Key_Space)
    assert "Birth date" not in dict(page.about.facts())


@pytest.mark.parametrize(
    ("born_on", "offered"),
    [
        (date(2008, 10, 6), True),
        (date(2009, 1, 3), True),
        (date(2009, 1, 4), False),
        (date(2008, 10, 5), False),
        (None, False),
    ],
)
def test_the_page_for_the_18th_birthday_is_offered_in_the_days_before(
    opened, put, born_on, offered
):
    assert opened(put(a_student(born_on=born_on))).at_18.isVisibleTo(None) is offered


def test_the_page_for_the_18th_birthday_is_printed_for_this_student(qtbot, opened, put):
    page = opened(put(a_student(born_on=date(2008, 11, 2))))
    page.at_18.click()
    dialog = page.window().findChild(PrintoutDialog)
    qtbot.waitUntil(dialog.print_paper.isEnabled, timeout=10_000)
    assert dialog.windowTitle() == "Page for the 18th birthday"
    dialog.reject()


def test_another_students_birth_date_is_covered_again(qtbot, opened, put):
    page = opened(put(a_student()))
    page.birth.click()
    leo = put(a_student(given="Leo", local_number="2", born_on=date(2019, 1, 5)))
    page.show_student(leo.id)
    assert "Birth date" not in dict(page.about.facts())


def test_without_a_birth_date_the_page_says_what_cannot_be_told(opened, put):
    page = opened(put(a_student(born_on=None)))
    assert "nobody can tell" in dict(page.about.facts())["Turns 18"]
    assert page.birth.isHidden()


def test_no_paper_is_said_too(opened, put):
    page = opened(put(a_student()))
    assert "No paper is on file" in texts(page)
    assert page.moment == ""


def test_a_paper_says_whom_it_limits_in_what_and_that_records_stay_open(opened, put, note):
    father = a_party()
    mia = put(a_student(), (father, Relationship.FATHER))
    note(mia, limited_party=father.id, limits=frozenset({Limit.CONTACT}),
         passage="Father may visit every other weekend.", dated_on=date(2025, 6, 1))  # fmt: skip
    page = opened(mia)
    said = texts(page.findChild(PaperRow))
    assert "Custody paper, County Court" in said
    assert "Limits Rafael Alvarez: no contact." in said
    assert "It does not take away the right to see the records." in said
    assert "Father may visit every other weekend." in said
    assert "Dated Sunday, June 1, 2025." in said
    assert "Read by JR." in said
    assert page.moment == "authority"


def test_a_paper_that_takes_the_records_away_is_told_beside_the_person_too(opened, put, note):
    father, mother = a_party(), a_party(name="Elena Alvarez")
    mia = put(a_student(), (father, Relationship.FATHER), (mother, Relationship.MOTHER))
    note(mia, limited_party=father.id, limits=frozenset({Limit.RECORDS}), passage="None.")
    page = opened(mia)
    assert "may not see the records" in texts(page.findChild(PaperRow))
    told = {row.findChildren(QLabel)[1].text(): texts(row) for row in page.findChildren(PersonRow)}
    assert "A paper on file limits this person: may not see the records." in told["Rafael Alvarez"]
    assert "limits" not in told["Elena Alvarez"]


def test_a_paper_ends_only_after_it_was_asked(qtbot, opened, put, note, desk):
    mia = put(a_student())
    note(mia)
    page = opened(mia)
    row = page.findChild(PaperRow)
    row.end.click()
    qtbot.keyClick(page.window().findChild(ConfirmDialog), Qt.Key.Key_Return)
    assert students.orders(desk.store, mia.id)[0].ended_on is None
    row.end.click()
    page.window().findChildren(ConfirmDialog)[-1].act.click()
    assert students.orders(desk.store, mia.id)[0].ended_on == TODAY
    qtbot.waitUntil(lambda: "it no longer binds" in texts(page))
    assert page.moment == ""


def test_the_birthday_is_the_moment_when_18_is_near(opened, put):
    soon = date(2008, 12, 28)
    assert opened(put(a_student(born_on=soon))).moment == "eligible_student"
    of_age = put(a_student(born_on=date(2008, 3, 1), local_number="2"))
    page = opened(of_age)
    assert page.moment == "eligible_student"
    assert "rights are the student's" in dict(page.about.facts())["Turns 18"]


def test_people_are_shown_with_how_to_reach_them(opened, put):
    mother = a_party(
        name="Elena Alvarez", phone="555-0117", email="elena@example.org", language="es",
        address=Address(street="418 Cedar Street", city="Maple Grove", state="TX"),
    )  # fmt: skip
    page = opened(put(a_student(), (mother, Relationship.MOTHER)))
    said = texts(page.findChild(PersonRow))
    for part in ("Elena Alvarez", "Mother · Spanish", "555-0117 · elena@example.org",
                 "418 Cedar Street, Maple Grove, TX"):  # fmt: skip
        assert part in said


def test_what_somebody_told_of_the_childs_care_stands_beside_them(office, opened, put):
    lucia = a_party(name="Lucia Moreno")
    mia = put(a_student(), (lucia, Relationship.GRANDPARENT))
    answers = Care(
        student=mia.id, party=lucia.id, lives_with=True, parent_absent=True, told_on=TODAY,
        paper="Power of attorney", paper_until_on=date(2027, 6, 30),
    )  # fmt: skip
    tell_care(office.store, answers, by=office.sign())
    page = opened(mia)
    said = texts(page.findChild(PersonRow))
    assert "Paper shown: Power of attorney, until" in said


def test_taken_off_by_mistake_a_person_comes_back_with_undo(qtbot, opened, put, desk):
    father = a_party(phone="555-0142")
    mia = put(a_student(), (father, Relationship.FATHER))
    page = opened(mia)
    page.findChild(PersonRow).take_off.click()
    assert students.guardians(desk.store, mia.id) == []
    assert "no longer on file" in page.notices.sentence.text()
    page.notices.action.click()
    (back,) = students.guardians(desk.store, mia.id)
    assert (back.party, back.relationship) == (father, Relationship.FATHER)


def test_an_address_for_one_answer_is_not_the_households(opened, put, office):
    """Story 1: the father's e-mail names another address; his page keeps the one on file."""
    home = Address(street="12 Spruce Court", city="Juneau", state="AK", postal_code="99801")
    father = a_party(address=home, email="on.file@example.org")
    mia = put(a_student(), (father, Relationship.FATHER))
    office.log(student=mia, student_is_new=False, requester=father, requester_is_new=False,
               reply_address="other@example.org")  # fmt: skip
    page = opened(mia)
    said = texts(page.findChild(PersonRow))
    assert "12 Spruce Court, Juneau, AK 99801" in said
    assert "on.file@example.org" in said
    assert "other@example.org" not in texts(page)
    assert students.party(office.store, father.id) == father


def test_requests_of_the_student_open_and_a_new_one_can_be_logged(qtbot, opened, put, office):
    mia = put(a_student())
    logged = office.log(student=mia, student_is_new=False)
    page = opened(mia)
    row = page.findChild(RequestRow)
    assert logged.number in texts(row)
    assert "Rafael Alvarez (Father)" in texts(row)
    with qtbot.waitSignal(page.request_opened) as wanted:
        row.open.click()
    assert wanted.args == [logged.request]
    with qtbot.waitSignal(page.intake_wanted) as wanted:
        page.new_request.click()
    assert wanted.args == [mia.id]


def test_a_long_list_of_requests_is_cut_and_opens_whole(opened, put, office):
    mia = put(a_student())
    for _ in range(23):
        office.log(student=mia, student_is_new=False)
    page = opened(mia)
    assert len(rows_in(page.requests)) == 20
    assert page.all_requests.text() == "Show all 23"
    page.all_requests.click()
    assert len(rows_in(page.requests)) == 23
    assert page.all_requests.isHidden()


def test_the_page_follows_what_happens_elsewhere(opened, put, desk, office):
    mia = put(a_student())
    page = opened(mia)
    put(replace(mia, grade="5"))
    desk.did(Changes.of_student(mia.id))
    assert page.subline.text().startswith("Grade 5")
    office.log(student=mia, student_is_new=False)
    desk.did(Changes.of_request())
    assert page.findChildren(RequestRow)


def test_every_button_of_the_page_is_reached_with_the_tab_key(qtbot, opened, put, note):
    father = a_party()
    mia = put(a_student(), (father, Relationship.FATHER))
    note(mia, dated_on=TODAY - timedelta(days=3))
    page = opened(mia)
    page.back.setFocus()
    wanted = {one for one in page.findChildren(QPushButton) if one.isVisible()}
    reached = {page.back}
    for _ in range(40):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        reached.add(page.window().focusWidget())
    assert wanted - reached == set()
