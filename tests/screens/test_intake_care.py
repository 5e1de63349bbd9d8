"""The three questions to somebody who is no parent on paper, asked on the phone by keyboard."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from desktop.actions.care import tell_care
from desktop.actions.families import put_on_file
from desktop.records.care import Care
from desktop.records.party import Relationship
from desktop.store import care as care_rows
from tests.actions.refusals import events
from tests.offices import TODAY, a_party
from tests.screens.intakes import Clerk, a_family, an_open_intake, ask, open_requests

LATER = TODAY + timedelta(days=200)


@pytest.fixture
def family(office):
    return a_family(office)


@pytest.fixture
def grandmother(office, family):
    party = a_party(name="Lucia Moreno", phone="555-0177")
    put_on_file(office.store, family.mia.id, party, Relationship.GRANDPARENT, by=office.sign())
    return party


@pytest.fixture
def dialog(qtbot, office, family, grandmother):
    return an_open_intake(qtbot, office)


def told(office, family, party, **answers):
    care = Care(student=family.mia.id, party=party.id, told_on=TODAY - timedelta(3), **answers)
    tell_care(office.store, care, by=office.sign())
    return care


def kept(office, family, party):
    return care_rows.care(office.store, family.mia.id, party.id)


def says(dialog):
    return dialog.verdict.verdict_says.text()


def test_nothing_is_asked_of_a_parent(dialog, family):
    ask(dialog, family, family.mother)
    assert not dialog.care.care.isVisible()
    ask(dialog, family, family.father)
    assert not dialog.care.care.isVisible()


def test_a_grandmother_is_asked_three_questions_and_keys_alone_answer_them(
    office, dialog, family, grandmother
):
    clerk = Clerk()
    clerk.types("mia").enter().types("3")
    fields = dialog.care.care
    assert fields.isVisible()
    assert QApplication.focusWidget() is fields.lives_with
    assert says(dialog).startswith("Ask the principal: this person counts as a parent when")
    clerk.types("y").tab().types("y").tab()
    assert says(dialog).startswith("Ask the principal: the child lives with this person and no")
    clerk.types("Power of attorney").tab().types(LATER.isoformat()).tab()
    assert says(dialog).startswith("Yes: the child lives with this person")
    assert "Paper shown: Power of attorney, until" in fields.carried.text()
    clerk.log()
    (case,) = open_requests(office)
    assert case.care == Care(
        student=family.mia.id,
        party=grandmother.id,
        lives_with=True,
        parent_absent=True,
        paper="Power of attorney",
        paper_until_on=LATER,
        told_on=TODAY,
    )
    assert [one.kind for one in events(office.store, case.request.id)].count("care.told") == 1


def test_pick_up_only_needs_a_consent_and_says_what_each_answer_carries(
    dialog, family, grandmother
):
    ask(dialog, family, grandmother)
    dialog.care.take_keyboard()
    Clerk().types("n").tab().types("n")
    assert says(dialog).startswith("Only with a parent's signed consent")
    assert dialog.care.care.carried.text().splitlines() == [
        "The child does not live with this person: pick-up or help now and then makes nobody a"
        " parent.",
        "A parent or guardian is there: then nobody else counts as the parent.",
        "No paper was shown.",
    ]


def test_one_answer_alone_is_not_kept(office, dialog, family, grandmother):
    ask(dialog, family, grandmother)
    dialog.care.take_keyboard()
    Clerk().types("y").log()
    (case,) = open_requests(office)
    assert case.care is None


def test_what_was_told_before_stands_there_and_is_not_told_anew(
    office, dialog, family, grandmother
):
    before = told(office, family, grandmother, lives_with=True, parent_absent=True)
    ask(dialog, family, grandmother)
    assert dialog.care.care.lives_with.currentText() == "Yes"
    assert says(dialog).startswith("Ask the principal: the child lives with this person and no")
    Clerk().log()
    assert kept(office, family, grandmother) == before
    (case,) = open_requests(office)
    assert "care.told" not in {one.kind for one in events(office.store, case.request.id)}


def test_a_paper_that_has_run_out_is_said_and_carries_nothing(office, dialog, family, grandmother):
    told(
        office, family, grandmother, lives_with=True, parent_absent=True, paper="Affidavit",
        paper_until_on=TODAY - timedelta(1),
    )  # fmt: skip
    ask(dialog, family, grandmother)
    assert "It ended on" in dialog.care.care.carried.text()
    assert "The paper shown (Affidavit) ended on" in dialog.verdict.verdict_warnings.text()


@pytest.mark.parametrize(
    ("relationship", "three", "paper"),
    [
        (Relationship.FOSTER_PARENT, True, True),
        (Relationship.STEPPARENT, True, True),
        (Relationship.CAREGIVER, True, True),
        (Relationship.SURROGATE_PARENT, False, True),
        (Relationship.ATTORNEY, False, True),
        (Relationship.CASEWORKER, False, True),
        (Relationship.OTHER, False, False),
        (Relationship.GUARDIAN, False, False),
    ],
)
def test_each_is_asked_what_the_law_makes_matter(dialog, family, relationship, three, paper):
    ask(dialog, family, family.mother)
    dialog.requester.askers.set_choice("other")
    box = dialog.requester.relationship
    box.setCurrentIndex(box.findData(relationship))
    fields = dialog.care.care
    assert (fields.lives_with.isVisible(), fields.parent_absent.isVisible()) == (three, three)
    assert fields.paper.isVisible() is paper


def test_the_finding_of_300_30_is_offered_in_special_education_only(dialog, family, grandmother):
    ask(dialog, family, grandmother)
    assert not dialog.care.care.idea_parent.isVisible()
    dialog.details.special_education.click()
    assert dialog.care.care.idea_parent.isVisible()


def test_answers_of_one_person_do_not_stand_for_the_next(office, dialog, family, grandmother):
    aunt = a_party(name="Rosa Moreno")
    put_on_file(office.store, family.mia.id, aunt, Relationship.CAREGIVER, by=office.sign())
    told(office, family, grandmother, lives_with=True, parent_absent=True)
    ask(dialog, family, grandmother)
    ask(dialog, family, aunt)
    assert dialog.care.care.lives_with.currentIndex() == -1


def test_a_draft_brings_the_answers_back(qtbot, office, dialog, family, grandmother):
    ask(dialog, family, grandmother)
    dialog.care.take_keyboard()
    Clerk().types("y").tab().types("n").tab().types("Affidavit").tab().types("2027-")
    typed = dialog.typed()
    dialog.reject()
    again = an_open_intake(qtbot, office)
    assert again.typed() == typed
    assert again.care.care.paper.text() == "Affidavit"
    assert again.care.care.until.entry.text() == "2027-"


def test_a_last_day_that_is_no_date_holds_the_logging(office, dialog, family, grandmother):
    ask(dialog, family, grandmother)
    dialog.care.take_keyboard()
    Clerk().types("y").tab().types("y").tab().types("Affidavit").tab().types("soon").log()
    assert open_requests(office) == []
    assert QApplication.focusWidget() is dialog.care.care.until.entry


def test_a_last_day_without_a_paper_is_refused_and_nothing_typed_is_lost(
    office, dialog, family, grandmother
):
    ask(dialog, family, grandmother)
    dialog.care.take_keyboard()
    Clerk().types("y").tab().types("y").tab().tab().types("2027-06-30").log()
    assert open_requests(office) == []
    assert "There is a last day, but no paper." in dialog.care.care.until.message.text()
    assert QApplication.focusWidget() is dialog.care.care.until.entry
    assert dialog.care.care.until.value() == date(2027, 6, 30)
