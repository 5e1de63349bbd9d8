"""The registers as the office reads, searches and works them, with the keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.actions import closing, disclosing, families, listing, opting_out, steps
from desktop.actions.intake import log_request
from desktop.records.disclosure import Disclosure
from desktop.records.ids import DisclosureId, OptOutId
from desktop.records.opt_out import OptOut
from desktop.records.opt_out_window import OptOutWindow
from desktop.records.party import Relationship
from desktop.records.request import Outcome, Right
from desktop.records.scope import Scope
from desktop.records.student import Enrollment
from desktop.records.student_list import ListAsked
from desktop.screens.consent_form import ConsentForm
from desktop.screens.disclosure_form import DisclosureForm
from desktop.screens.list_form import ListForm
from desktop.screens.opt_out_form import OptOutForm
from desktop.screens.opt_out_window import WindowForm
from desktop.screens.printout import PrintoutDialog
from desktop.screens.register_end import EndDialog, ReleaseHoldDialog, RescindDialog, RevokeDialog
from desktop.screens.registers import RegistersPage
from desktop.screens.room import room_for
from desktop.screens.student_page import StudentPage
from desktop.screens.student_registers import RegisterLine
from desktop.store import consents, disclosures, holds, opt_outs
from tests.actions.small_rights import CONSENT, OPT_OUT, law_with
from tests.desks import a_desk
from tests.offices import TODAY, a_party, a_student, an_intake
from tests.screens.request_pages import Opened

KEYS = Qt.Key
MIA, LEO = a_student(), a_student(given="Leo", family="Ng", enrollment=Enrollment.FORMER)
FATHER = a_party()


@pytest.fixture
def desk(office):
    office.log(student=MIA, requester=FATHER)
    families.save_student(office.store, LEO, today=TODAY, by=office.sign())
    return a_desk(office, TODAY)


@pytest.fixture
def page(qtbot, desk):
    made = RegistersPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def enter(office, number=1, **override):
    values = {
        "id": DisclosureId(number), "student": MIA.id, "party": "Lincoln High",
        "interest": "She enrolls there.", "basis": "enrolling_school", "disclosed_on": TODAY,
    }  # fmt: skip
    entry = Disclosure(**{**values, **override})
    disclosing.enter_disclosure(office.store, entry, law=office.law, today=TODAY, by=office.sign())
    return entry


def opt_out(office, number=1, **override):
    values = {
        "id": OptOutId(number), "student": MIA.id, "scope": Scope.DIRECTORY,
        "received_on": TODAY - timedelta(days=3),
    }  # fmt: skip
    one = OptOut(**{**values, **override})
    opting_out.note_opt_out(office.store, one, today=TODAY, by=office.sign())
    return one


def refuse_amendment(office):
    request = office.log(student=MIA, student_is_new=False, requester=FATHER,
                         requester_is_new=False, right=Right.AMEND).request  # fmt: skip
    done = {"law": office.law, "today": TODAY, "by": office.sign()}
    steps.do_step(office.store, request, "triage", choice="fact", **done)
    note = "The sheet shows that she was absent."
    steps.do_step(office.store, request, "decision", choice="refused", note=note, **done)
    signed = {**done, "by": office.principal(), "note": "The sheet is plain."}
    steps.do_step(office.store, request, "approve_refusal", choice="agreed", **signed)
    steps.do_step(office.store, request, "tell_refused", **done)
    closing.close_request(office.store, request, Outcome.REFUSED, note="", **done)
    return request


def consent(office, **told):
    asked = an_intake(student=MIA, student_is_new=False, requester=FATHER, requester_is_new=False,
                      right=Right.CONSENT, relationship=Relationship.FATHER)  # fmt: skip
    done = {"law": law_with(office.law, CONSENT), "today": TODAY, "by": office.sign()}
    request = log_request(office.store, asked, **done).request
    details = {
        "consent_records": "Evaluation", "consent_purpose": "A second opinion",
        "consent_recipient": "Dr. Lee", "consent_capacity": "parent",
        "consent_signed_on": TODAY.isoformat(),
    }  # fmt: skip
    steps.do_step(office.store, request, "note", details=details | told, **done)
    return consents.consent_of_request(office.store, request)


def turn_to(page, tab):
    page.tabs.setCurrentWidget(tab)
    return tab


def shown(tab):
    model = tab.rows.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def dialog(qtbot, page, kind):
    found = [one for one in page.window().findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    qtbot.waitUntil(lambda: QApplication.activeWindow() is found[0])
    return found[0]


def choose(tab, place=0):
    tab.rows.setFocus()
    tab.rows.choose_place(place)


# The lists


def test_every_empty_register_says_what_to_do(page, office):
    closing.close_request(
        office.store, holds.hold_ids(office.store)[0], Outcome.WITHDRAWN, note="He called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    for tab, says in (
        (page.disclosures, "log a request"),
        (page.lists, "Make it here"),
        (page.holds, "goes on by itself"),
        (page.opt_outs, "school's own form"),
        (page.consents, "Log a request"),
    ):
        turn_to(page, tab)
        assert says in tab.rows.empty_state().sentence()


def test_the_models_keep_qts_rules(qtmodeltester, page, office):
    enter(office)
    opt_out(office)
    for tab in (page.disclosures, page.lists, page.holds, page.opt_outs, page.consents):
        turn_to(page, tab).reread()
        qtmodeltester.check(tab.rows.model())


def test_the_record_is_listed_newest_first_and_searched_by_keyboard(qtbot, page, office):
    enter(office, disclosed_on=TODAY - timedelta(days=9))
    enter(office, 2, student=LEO.id, party="County Court", basis="court_order")
    page.disclosures.reread()
    assert [row[1:4] for row in shown(page.disclosures)] == [
        ["Ng, Leo", "County Court", "Court order or subpoena"],
        ["Alvarez, Mia", "Lincoln High", "School where the student enrolls or is enrolled"],
    ]
    page.disclosures.rows.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Slash)
    qtbot.keyClicks(QApplication.focusWidget(), "lincoln")
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Return)
    assert [row[1] for row in shown(page.disclosures)] == ["Alvarez, Mia"]
    assert page.disclosures.found.text() == "1 line fits"
    assert page.disclosures.rows.hasFocus()


def test_a_search_that_finds_nothing_can_be_ended(qtbot, page, office):
    enter(office)
    tab = page.disclosures
    tab.reread()
    assert len(shown(tab)) == 1
    qtbot.keyClicks(tab.search, "nobody")
    qtbot.waitUntil(lambda: tab.rows.empty_state() is not None)
    assert "nobody" in tab.rows.empty_state().sentence()
    tab.rows.empty_state().button.click()
    assert (len(shown(tab)), tab.search.text()) == (1, "")


def test_a_line_is_told_in_full_below(page, office):
    enter(office, basis="emergency", threat="A note.", recipients="Police", party="Officer Diaz")
    page.disclosures.reread()
    assert not page.disclosures.details.isVisible()
    choose(page.disclosures)
    told = dict(page.disclosures.facts.facts())
    assert (told["The threat"], told["Who was told"]) == ("A note.", "Police")
    assert "99.36" in told["On what ground"]
    assert told["Entered"] == "Typed by hand, Jo Reyes"
    assert not page.disclosures.open_request.isVisible()


def test_enter_opens_the_request_behind_a_line_or_the_student(qtbot, page, office):
    enter(office)
    page.disclosures.reread()
    choose(page.disclosures)
    with qtbot.waitSignal(page.student_opened) as opened:
        qtbot.keyClick(page.disclosures.rows, KEYS.Key_Return)
    assert opened.args == [MIA.id]
    choose(turn_to(page, page.holds))
    with qtbot.waitSignal(page.request_opened) as opened:
        qtbot.keyClick(page.holds.rows, KEYS.Key_Return)
    assert opened.args == holds.hold_ids(office.store)


def test_a_register_out_of_sight_is_read_when_it_is_turned_to(page, office, desk):
    made = opt_out(office)
    desk.did(opting_out.rescind_opt_out(
        office.store, made.id, on=TODAY, today=TODAY, by=desk.sign()))  # fmt: skip
    assert len(shown(turn_to(page, page.opt_outs))) == 1


# Holds


def test_a_hold_left_on_comes_off_with_a_reason(qtbot, page, office):
    request = refuse_amendment(office)
    tab = turn_to(page, page.holds)
    tab.reread()
    assert [row[2] for row in shown(tab)] == ["2026-0002", "2026-0001"]
    choose(tab)
    assert tab.act.isVisible()
    tab.act.click()
    asked = dialog(qtbot, page, ReleaseHoldDialog)
    qtbot.keyClick(QApplication.focusWidget(), KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "reason is missing" in asked.reason_message.text()
    qtbot.keyClicks(asked.reason, "The time to ask is over.")
    asked.save.click()
    assert not holds.hold_of(office.store, request).live
    assert [row[2] for row in shown(tab)] == ["2026-0001"]


def test_the_slip_and_the_list_are_printed_from_the_register(qtbot, page, office):
    tab = turn_to(page, page.holds)
    choose(tab)
    tab.other.click()
    slip = dialog(qtbot, page, PrintoutDialog)
    assert slip.windowTitle().startswith("Memo: hold, destroy nothing")
    slip.reject()
    tab.more.click()
    paper = next(
        one for one in page.window().findChildren(PrintoutDialog)
        if one.isVisible() and one is not slip
    )  # fmt: skip
    assert paper.windowTitle().startswith("List of folders on hold")
    assert "Mia" not in paper.windowTitle()


def test_a_half_typed_reason_is_there_again(qtbot, page, office):
    refuse_amendment(office)
    tab = turn_to(page, page.holds)
    tab.reread()
    for typed in ("The time", " is over"):
        choose(tab)
        tab.act.click()
        asked = dialog(qtbot, page, EndDialog)
        qtbot.keyClicks(asked.reason, typed)
        said = asked.reason.toPlainText()
        asked.reject()
    assert "The time" in said
    assert " is over" in said


def test_34_cfr_99_10_e_the_hold_of_an_open_request_offers_no_way_off(page):
    tab = turn_to(page, page.holds)
    choose(tab)
    assert dict(tab.facts.facts())["Why it is on"] == "The request is open"
    assert not tab.act.isVisible()


# Disclosures by hand


def test_an_entry_is_typed_by_hand_from_the_keyboard(qtbot, page, office):
    page.disclosures.add.click()
    form = dialog(qtbot, page, DisclosureForm)
    form.student.setFocus()
    qtbot.keyClicks(form.student, "alv")
    form.student.search_now()
    qtbot.keyClick(form.student, KEYS.Key_Return)
    form.basis.setCurrentIndex(form.basis.findData("enrolling_school"))
    assert "may not pass it on (34 CFR 99.33(d))" in form.basis_says.text()
    qtbot.keyClicks(form.party, "Lincoln High")
    qtbot.keyClicks(form.interest, "She enrolls there.")
    qtbot.keyClicks(form.records, "Transcript")
    form.save.click()
    (row,) = disclosures.disclosures_of(office.store, MIA.id)
    assert (row.entry.party, row.entry.records, row.entry.disclosed_on) == (
        "Lincoln High", "Transcript", TODAY)  # fmt: skip
    assert len(shown(page.disclosures)) == 1


def test_a_missing_field_is_told_beside_it_and_nothing_typed_is_lost(qtbot, desk, office):
    form = DisclosureForm(desk, student=MIA.id)
    qtbot.addWidget(form)
    form.open()
    form.basis.setCurrentIndex(form.basis.findData("emergency"))
    assert form.emergency.isVisible()
    form.party.setText("Officer Diaz")
    form.save.click()
    assert "99.32(a)(5)(i)" in form.threat_message.text()
    assert "99.32(a)(5)(ii)" in form.recipients_message.text()
    assert not form.party_message.isVisible()
    form.reject()
    again = DisclosureForm(desk, student=MIA.id)
    qtbot.addWidget(again)
    assert again.party.text() == "Officer Diaz"
    assert disclosures.disclosures_of(office.store, MIA.id) == []


def test_without_a_student_there_is_no_entry(qtbot, desk):
    form = DisclosureForm(desk)
    qtbot.addWidget(form)
    form.open()
    form.save.click()
    assert "Pick the student" in form.student_message.text()


@pytest.mark.parametrize(
    ("basis", "refused", "says"),
    [
        ("staff", False, "No entry is needed on this ground."),
        ("staff", True, "No entry is needed on this ground."),
        ("court_order", False, "This goes into the record of disclosures."),
        ("court_order", True, "A refused request goes into the record as well"),
    ],
    ids=["99.32(d)(2)", "99.32(d)(2) refused", "99.32(a)", "99.32(a)(1)"],
)
def test_the_form_says_whether_an_entry_is_needed(qtbot, desk, basis, refused, says):
    form = DisclosureForm(desk, student=MIA.id)
    qtbot.addWidget(form)
    form.basis.setCurrentIndex(form.basis.findData(basis))
    form.refused.setChecked(refused)
    assert says in form.basis_says.text()


def test_99_32_d_an_entry_the_law_does_not_ask_for_is_refused_beside_its_ground(qtbot, desk):
    form = DisclosureForm(desk, student=MIA.id)
    qtbot.addWidget(form)
    form.open()
    form.basis.setCurrentIndex(form.basis.findData("staff"))
    form.party.setText("The counselor")
    form.interest.setPlainText("Her work")
    form.save.click()
    assert "asks for no entry" in form.basis_message.text()


def test_a_correction_begins_with_the_old_words_and_leaves_the_old_entry(qtbot, page, office):
    first = enter(office)
    page.disclosures.reread()
    choose(page.disclosures)
    page.disclosures.act.click()
    form = dialog(qtbot, page, DisclosureForm)
    assert form.party.text() == "Lincoln High"
    form.party.setText("Lincoln Middle")
    form.save.click()
    old, new = disclosures.disclosures_of(office.store, MIA.id)
    assert (old.entry, new.entry.party, new.entry.corrects) == (first, "Lincoln Middle", first.id)
    choose(page.disclosures, 1)
    assert "A later entry corrects this one" in dict(page.disclosures.facts.facts())["Note"]
    assert not page.disclosures.act.isVisible()


# Lists


def some_pupils(office):
    for place, given in enumerate(("Ada", "Bo", "Cy")):
        one = a_student(
            given=given, grade="11", local_number=f"10{place}", born_on=date(2009, 5, 2)
        )
        families.save_student(office.store, one, today=TODAY, by=office.sign())
        if given == "Bo":
            opt_out(office, 7, student=one.id, scope=Scope.RECRUITERS)


def test_story_11_a_list_is_made_and_told_by_its_hash_and_its_count(qtbot, page, office, tmp_path):
    some_pupils(office)
    tab, path = turn_to(page, page.lists), tmp_path / "numbers.csv"
    tab.add.click()
    form = dialog(qtbot, page, ListForm)
    form.receiver.setFocus()
    qtbot.keyClicks(form.receiver, "Sgt. Dale")
    form.purpose.setCurrentIndex(form.purpose.findData("military"))
    assert [tick.text() for tick in form._ticks.values()] == ["11"]
    assert "2 students on the list today" in form.outcome.text()
    assert "1 opted out of recruiters" in form.outcome.text()
    qtbot.keyClicks(form.interest, "To tell seniors about service")
    form.save_to(path)
    qtbot.waitUntil(lambda: len(shown(tab)) == 1)
    assert path.read_text().split() == ["student_number", "100", "102"]
    choose(tab)
    told = dict(tab.facts.facts())
    assert told["SHA-256"] == sha256(path.read_bytes()).hexdigest()
    assert (told["Students"], told["Taken out first"]) == ("2", "1 opted out of recruiters")
    assert not tab.open_student.isVisible()


def test_who_is_taken_out_is_read_before_a_list_is_made(qtbot, page, office):
    some_pupils(office)
    turn_to(page, page.lists).add.click()
    form = dialog(qtbot, page, ListForm)
    assert not form.grades_label.isVisible()  # there is nothing below it yet
    form.resize(form.width(), form.sizeHint().height() - 40)  # as it is where texts are taller
    form.purpose.setCurrentIndex(form.purpose.findData("military"))
    qtbot.waitUntil(lambda: form.field_scroll.verticalScrollBar().maximum() == 0)
    assert form.grades_label.isVisible()
    shown_part = form.field_scroll.viewport()
    end = form.outcome.mapTo(shown_part, form.outcome.rect().bottomLeft())
    assert shown_part.rect().contains(end)
    assert form.height() <= room_for(form).height()


def test_a_list_is_compared_with_today(qtbot, page, office, tmp_path):
    some_pupils(office)
    asked = ListAsked(purpose="military", receiver="Sgt. Dale", interest="To tell", grades=("11",))
    listing.make_list(
        office.store, asked, path=tmp_path / "a.csv", law=office.law, today=TODAY,
        by=office.sign(),
    )  # fmt: skip
    tab = turn_to(page, page.lists)
    tab.reread()
    choose(tab)
    tab.act.click()
    assert "the same list" in tab.notices.sentence.text()
    opt_out(office, 8, student=students_named(office, "100"), scope=Scope.RECRUITERS)
    tab.act.click()
    assert "1 student instead of 2" in tab.notices.sentence.text()


def students_named(office, number):
    return office.store.rows("select id from student where local_number = ?", (number,))[0][0]


def test_a_list_that_is_refused_is_told_beside_its_field(qtbot, page, office):
    turn_to(page, page.lists).add.click()
    form = dialog(qtbot, page, ListForm)
    form.save.click()
    assert "missing" in form.receiver_message.text()
    form.receiver.setText("Sgt. Dale")
    form.save.click()
    assert "missing" in form.interest_message.text()
    form.interest.setPlainText("To tell seniors about service")
    form.save.click()
    assert "missing" in form.purpose_message.text()
    form.purpose.setCurrentIndex(form.purpose.findData("military"))
    form.save.click()
    assert "No grade is ticked" in form.grades_message.text()
    assert form.receiver.text() == "Sgt. Dale"


# Opt-outs


def test_story_11_a_recruiter_opt_out_is_noted_and_warns_before_a_list_goes_out(
    qtbot, page, desk, office
):
    tab = turn_to(page, page.opt_outs)
    tab.add.click()
    form = dialog(qtbot, page, OptOutForm)
    form.student.setFocus()
    qtbot.keyClicks(form.student, "ng")
    form.student.search_now()
    qtbot.keyClick(form.student, KEYS.Key_Return)
    form.scope.setCurrentIndex(form.scope.findData("recruiters"))
    form.save.click()
    (one,) = opt_outs.opt_outs_of(office.store, LEO.id)
    assert (one.scope, one.received_on) == (Scope.RECRUITERS, TODAY)
    assert [row[2] for row in shown(tab)] == ["Recruiters and colleges"]
    entry = DisclosureForm(desk, student=LEO.id)
    qtbot.addWidget(entry)
    entry.basis.setCurrentIndex(entry.basis.findData("recruiters"))
    assert "opt-out of October 5, 2026 stops this" in entry.basis_message.text()
    entry.basis.setCurrentIndex(entry.basis.findData("court_order"))
    assert entry.basis_message.text() == ""


def test_99_37_a_3_the_form_says_whether_a_no_came_in_time(qtbot, page, desk, office):
    tab = turn_to(page, page.opt_outs)
    tab.more.click()
    form = dialog(qtbot, page, WindowForm)
    form.save.click()
    assert "Type the day" in form.noticed_on.message.text()
    form.noticed_on.set_value(TODAY - timedelta(days=40))
    form.save.click()
    assert "no number of days" in form.days_message.text()
    qtbot.keyClicks(form.days, "30")
    form.takes_late.setChecked(False)
    form.save.click()
    note = OptOutForm(desk, student=MIA.id)
    qtbot.addWidget(note)
    assert note.window_says.text().startswith("Late: the notice gave until September 25, 2026")
    assert "takes none until the next notice" in note.window_says.text()
    note.received_on.set_value(TODAY - timedelta(days=10))
    assert note.window_says.text().startswith("In time")
    note.scope.setCurrentIndex(note.scope.findData("recruiters"))
    assert "any day of the year" in note.window_says.text()


def test_99_37_a_3_the_step_of_a_request_says_it_too(qtbot, desk, office):
    window = OptOutWindow(noticed_on=TODAY - timedelta(days=40), calendar_days=30)
    opting_out.set_window(office.store, window, today=TODAY, by=office.sign())
    request = office.log(right=Right.DIRECTORY_OPT_OUT, student=a_student(local_number="9"),
                         requester=a_party(name="Elena Alvarez")).request  # fmt: skip
    done = {"law": office.law, "today": TODAY, "by": office.sign()}
    for code, choice in (("receipt", ""), ("identity", "photo_id"),
                         ("authority", "parent_no_paper")):  # fmt: skip
        steps.do_step(office.store, request, code, choice=choice, **done)
    opened = Opened(qtbot, desk, request)
    assert "Our policy takes it all the same" in opened.page.steps.panel.says.text()


def test_the_kinds_a_family_can_choose_are_those_of_the_right(qtbot, office, desk):
    desk._law = (desk.school.state, law_with(office.law, OPT_OUT))
    form = OptOutForm(desk, student=MIA.id)
    qtbot.addWidget(form)
    form.open()
    assert [tick.text() for tick in form._ticks.values()] == ["Address!", "Photo!"]
    form._ticks["photo"].click()
    form.save.click()
    (one,) = opt_outs.opt_outs_of(office.store, MIA.id)
    assert one.kinds == ("photo",)


def test_99_37_b_an_opt_out_of_a_former_student_stands_until_it_is_taken_back(qtbot, page, office):
    opt_out(office, student=LEO.id)
    tab = turn_to(page, page.opt_outs)
    tab.reread()
    choose(tab)
    assert "after leaving too" in dict(tab.facts.facts())["How it stands"]
    tab.act.click()
    asked = dialog(qtbot, page, RescindDialog)
    asked.on.entry.clear()
    qtbot.keyClicks(asked.on.entry, "10/6/2026")
    asked.save.click()
    assert "still to come" in asked.on.message.text()
    asked.on.set_value(TODAY)
    asked.save.click()
    assert opt_outs.opt_outs_of(office.store, LEO.id)[0].rescinded_on == TODAY
    choose(tab)
    assert not tab.act.isVisible()


# Consents


def test_a_consent_stands_until_it_is_taken_back_from_a_day(qtbot, page, office):
    one = consent(office)
    tab = turn_to(page, page.consents)
    tab.reread()
    assert shown(tab) == [["Alvarez, Mia", "Dr. Lee", "Evaluation", "Mon Oct 5", "Counts"]]
    choose(tab)
    tab.act.click()
    dialog(qtbot, page, RevokeDialog).save.click()
    assert consents.consent(office.store, one.id).revoked_on == TODAY
    assert "Revoked from October 5, 2026" in shown(tab)[0][-1]


def test_99_30_a_consent_without_a_request_is_entered_from_the_keyboard(qtbot, page, office):
    tab = turn_to(page, page.consents)
    tab.add.click()
    form = dialog(qtbot, page, ConsentForm)
    form.student.setFocus()
    qtbot.keyClicks(form.student, "alv")
    form.student.search_now()
    qtbot.keyClick(form.student, KEYS.Key_Return)
    qtbot.keyClicks(form.signer, "Elena Alvarez")
    qtbot.keyClicks(form.recipient, "Dr. Lee")
    qtbot.keyClick(form.recipient, KEYS.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "dated" in form.signed_on.message.text()
    assert "parent or the student" in form.signed_as_message.text()
    assert form.recipient.text() == "Dr. Lee"
    form.signed_as.setCurrentIndex(form.signed_as.findData("parent"))
    form.signed_on.set_value(TODAY)
    qtbot.keyClicks(form.records, "Evaluation")
    qtbot.keyClicks(form.purpose, "A second opinion")
    form.save.click()
    assert shown(tab) == [["Alvarez, Mia", "Dr. Lee", "Evaluation", "Mon Oct 5", "Counts"]]
    (one,) = consents.consents_of(office.store, MIA.id)
    assert (one.signer, one.request) == ("Elena Alvarez", None)


# The student's page and the request's


def lines(page):
    return [
        [label.text() for label in line.findChildren(QLabel) if label.text()]
        for line in page.findChildren(RegisterLine)
        if not line.isHidden()
    ]


def test_the_students_page_shows_what_the_registers_hold(qtbot, desk, office):
    opt_out(office)
    consent(office)
    enter(office)
    page = StudentPage(desk)
    qtbot.addWidget(page)
    page.show_student(MIA.id)
    said = [" ".join(line) for line in lines(page)]
    assert len(said) == 3
    assert "Directory information: everything" in said[0]
    assert "Dr. Lee: Evaluation" in said[1]
    assert "as parent" in said[1]
    assert "Lincoln High" in said[2]
    assert "nothing may be destroyed" in page._registers.hold.sentence.text()


def test_a_student_without_entries_has_calm_cards_and_no_hold(qtbot, desk):
    page = StudentPage(desk)
    qtbot.addWidget(page)
    page.show_student(LEO.id)
    assert lines(page) == []
    assert page._registers.hold.isHidden()


def test_an_opt_out_is_noted_from_the_students_page(qtbot, desk, office):
    page = StudentPage(desk)
    qtbot.addWidget(page)
    page.show_student(MIA.id)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page._registers.opt_outs_head.action.click()
    form = dialog(qtbot, page, OptOutForm)
    assert form.student.text() == "Alvarez, Mia"
    form.save.click()
    qtbot.waitUntil(lambda: bool(lines(page)))  # shown once Qt has laid it out
    assert "Directory information" in lines(page)[0][0]


def test_99_37_b_an_opt_out_is_taken_back_from_the_students_page(qtbot, desk, office):
    opt_out(office)
    page = StudentPage(desk)
    qtbot.addWidget(page)
    page.show_student(MIA.id)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    (line,) = page.findChildren(RegisterLine)
    line.act.click()
    dialog(qtbot, page, RescindDialog).save.click()
    assert opt_outs.opt_outs_of(office.store, MIA.id)[0].rescinded_on == TODAY
    says = "Taken back from October 5, 2026"
    qtbot.waitUntil(lambda: any(says in " ".join(line) for line in lines(page)))


def test_the_request_page_says_that_nothing_may_be_destroyed_until_it_is_closed(
    qtbot, desk, office
):
    request = holds.hold_ids(office.store)[0]
    opened = Opened(qtbot, desk, request)
    line = opened.page.hold
    assert line.sentence.text() == ("On hold since October 5, 2026: nothing may be destroyed.")
    assert any("put the records on hold" in one for one in opened.history())
    desk.did(closing.close_request(
        office.store, request, Outcome.WITHDRAWN, note="He called.",
        law=office.law, today=TODAY, by=office.sign()))  # fmt: skip
    assert not line.isVisible()
    assert any("took the hold off the records" in one for one in opened.history())
