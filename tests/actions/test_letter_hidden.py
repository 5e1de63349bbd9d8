"""A letter to a person whom a paper keeps an address from never shows it."""

from __future__ import annotations

import pypdfium2
import pytest

from desktop.actions import letter_drafting, letter_leaving, steps
from desktop.actions.families import note_order, put_on_file
from desktop.records.ids import OrderId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.request import Access, Right
from desktop.records.school import Address
from desktop.store import cases, students
from tests import mail
from tests.actions.letter_cases import worked
from tests.actions.refusals import refused
from tests.offices import AT, TODAY, a_party, a_student

SAFE = Address(street="118 Alder Street", city="Reno", state="NV", postal_code="89501")
HIS = Address(street="9 Elm Court", city="Austin", state="TX", postal_code="78701")
SECRETS = ("118 Alder", "Alder Street", "89501", "555-0142", "elena@example.org")


def a_request(office, *, limits=(Limit.ADDRESS,), by_father=True, address=HIS, **asked):
    """One of two parents asks; a paper limits the father."""
    student = a_student()
    father = a_party(name="Rafael Alvarez", address=address)
    mother = a_party(
        name="Elena Alvarez", address=SAFE, phone="775-555-0142", email="elena@example.org"
    )
    asks, other = (father, mother) if by_father else (mother, father)
    logged = office.log(
        student=student, requester=asks, put_on_file=True, access=Access.COPIES,
        relationship=Relationship.FATHER if by_father else Relationship.MOTHER, **asked,
    )  # fmt: skip
    relationship = Relationship.MOTHER if by_father else Relationship.FATHER
    put_on_file(office.store, student.id, other, relationship, by=office.sign())
    order = Order(
        id=OrderId(new_id(AT)), student=student.id, kind=OrderKind.PROTECTION,
        limited_party=father.id, limits=frozenset(limits), read_by=office.opened.person.id,
        passage="The address of the mother shall not be disclosed.",
    )  # fmt: skip
    note_order(office.store, order, by=office.sign())
    return logged.request


def printed(office, request, template, language="en"):
    one = mail.draft(office, request, template, language)
    mail.finish(office, request, one)
    document = pypdfium2.PdfDocument(cases.letter_pdf(office.store, one))
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def released(office, request):
    """Everything was checked, so that every letter can be finished."""
    mail.set_visit(office, request)
    mail.set_fee(office, request)
    for code, choice in (("identity", "photo_id"), ("authority", "principal_decided")):
        steps.do_step(
            office.store, request, code, choice=choice, note="She read the paper.",
            law=office.law, today=TODAY, by=office.sign(),
        )  # fmt: skip
    steps.do_step(
        office.store, request, "approve_odd", choice="agreed", note="I read the paper too.",
        law=office.law, today=TODAY, by=office.principal(),
    )  # fmt: skip
    office.review(request)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("template", mail.OF_A_PLAIN_CASE)
def test_no_letter_to_him_holds_where_they_live(office, template, language):
    words = "I know they live at 118 Alder Street, Reno.\nI want the report card."
    request = a_request(office, words=words, reply_address="118 Alder Street\nReno, NV 89501")
    (mail.say_no if template in mail.OF_A_NO else released)(office, request)
    text = printed(office, request, template, language)
    assert "Rafael Alvarez" in text
    assert not [one for one in SECRETS if one in text]


def test_his_own_words_stand_but_for_the_line_with_the_address(office):
    request = a_request(office, words="They live at 118 Alder Street.\nI want the report card.")
    text = printed(office, request, "receipt")
    assert "I want the report card." in text
    assert "Alder" not in text


def test_the_roster_gave_both_the_same_street_it_goes_to_no_street(office):
    request = a_request(office, address=SAFE)
    assert "Alder" not in printed(office, request, "receipt")


def test_his_own_address_stands(office):
    assert "9 Elm Court" in printed(office, a_request(office), "receipt")


def test_her_own_letter_goes_to_her_own_address(office):
    request = a_request(office, by_father=False)
    assert "118 Alder Street" in printed(office, request, "receipt")


@pytest.mark.parametrize("limits", [(Limit.RECORDS,), (Limit.CONTACT,), (Limit.DECISIONS,)])
def test_a_paper_that_does_not_speak_of_the_address_hides_none(office, limits):
    request = a_request(office, limits=limits, reply_address="118 Alder Street")
    assert "118 Alder Street" in printed(office, request, "receipt")


@pytest.mark.parametrize(
    "typed", ["She lives at 118 Alder Street.", "Call 775 555 0142.", "elena@EXAMPLE.org"]
)
def test_what_somebody_types_in_is_refused_when_it_is_finished(office, typed):
    request = a_request(office)
    one = mail.draft(office, request, "receipt", "en")
    text = mail.read(office, request, one).text
    letter_drafting.edit_letter(
        office.store, request, one, title="", text=f"{text}\n\n{typed}", by=office.sign()
    )
    with refused(office.store, "address_hidden"):
        mail.finish(office, request, one)


def test_a_letter_finished_before_the_paper_came_in_does_not_leave_after_it(office):
    student = a_student()
    mother = a_party(name="Elena Alvarez", address=SAFE)
    request = office.log(
        student=student,
        requester=a_party(address=HIS),
        put_on_file=True,
        words="At 118 Alder Street.",
    ).request
    put_on_file(office.store, student.id, mother, Relationship.MOTHER, by=office.sign())
    one = mail.draft(office, request, "receipt", "en")
    mail.finish(office, request, one)
    father = cases.case(office.store, request).requester
    order = Order(
        id=OrderId(new_id(AT)), student=student.id, kind=OrderKind.PROTECTION,
        limited_party=father.id, limits=frozenset({Limit.ADDRESS}),
        read_by=office.opened.person.id,
    )  # fmt: skip
    note_order(office.store, order, by=office.sign())
    with refused(office.store, "address_hidden"):
        letter_leaving.mark_sent(
            office.store, request, one, "mailed", law=office.law, on=TODAY, today=TODAY,
            by=office.sign(),
        )  # fmt: skip


def test_a_letter_to_his_lawyer_holds_no_more_than_one_to_him(office):
    first = cases.case(office.store, a_request(office))
    lawyer = a_party(name="Nora Kemp", organization="Kemp Law", address=HIS)
    words = "My client knows they live at 118 Alder Street, Reno."
    request = office.log(
        student=first.student, student_is_new=False, requester=lawyer, words=words,
        relationship=Relationship.ATTORNEY,
    ).request  # fmt: skip
    text = printed(office, request, "receipt")
    assert "Nora Kemp" in text
    assert not [one for one in SECRETS if one in text]


def test_whom_his_own_consent_names_is_told_no_more_than_he_is(office):
    first = cases.case(office.store, a_request(office))
    request = office.log(
        student=first.student, student_is_new=False, requester=first.requester,
        requester_is_new=False, right=Right.CONSENT,
    ).request  # fmt: skip
    told = {
        "consent_signer": "Rafael Alvarez", "consent_capacity": "parent",
        "consent_signed_on": TODAY.isoformat(), "consent_signed_how": "by_hand",
        "consent_records": "Report cards", "consent_purpose": "To write to 118 Alder Street",
        "consent_recipient": "Kemp Law",
    }  # fmt: skip
    for code, choice, details in (
        ("identity", "photo_id", {}), ("authority", "paper_read", {}), ("form", "signed", {}),
        ("paper", "", told), ("use", "now", {}),
    ):  # fmt: skip
        steps.do_step(
            office.store, request, code, choice=choice, note="She read the paper.",
            details=details, law=office.law, today=TODAY, by=office.sign(),
        )  # fmt: skip
    text = printed(office, request, "redisclosure_notice")
    assert "Kemp Law" in text
    assert "Report cards" in text
    assert not [one for one in SECRETS if one in text]


def test_the_receiver_of_a_consent_becomes_a_party_once(office):
    request = worked(office, "redisclosure_notice")
    letters = [mail.draft(office, request, "redisclosure_notice") for _ in range(2)]
    case = cases.case(office.store, request)
    (receiver,) = {one.recipient for one in case.letters if one.id in letters}
    assert receiver != case.requester.id
    assert students.party(office.store, receiver).name == "Harbor Summer School"


@pytest.mark.parametrize("basis", ["court_order", "recruiters", "directory"])
def test_99_33_c_a_ground_without_the_limit_has_no_such_letter(office, basis):
    request = office.log(
        right=Right.THIRD_PARTY, relationship=Relationship.OTHER,
        requester=a_party(name="Sam Roe", organization="County Court"),
    ).request  # fmt: skip
    for code, choice, details in (
        ("who", "", {"party_kind": "other", "party_interest": "A case"}),
        ("identity", "call_back", {}), ("basis", "fits", {}),
        ("which", "", {"disclosure_basis": basis, "basis_shown": "A paper"}),
    ):  # fmt: skip
        steps.do_step(
            office.store, request, code, choice=choice, details=details, law=office.law,
            today=TODAY, by=office.sign(),
        )  # fmt: skip
    with refused(office.store, "no_redisclosure"):
        mail.draft(office, request, "redisclosure_notice")


def test_99_33_d_who_sees_records_under_a_consent_on_file_is_told_too(office):
    request = office.log(
        relationship=Relationship.REPRESENTATIVE, access=Access.COPIES,
        requester=a_party(name="Nora Kemp"),
    ).request  # fmt: skip
    codes = {step.code for step in cases.case(office.store, request).steps}
    assert "no_further" not in codes
    done = {"law": office.law, "today": TODAY, "by": office.sign()}
    steps.do_step(office.store, request, "identity", choice="photo_id", **done)
    steps.do_step(office.store, request, "authority", choice="consent_on_file",
                  note="Of October 1.", **done)  # fmt: skip
    text = printed(office, request, "redisclosure_notice")
    assert "Nora Kemp" in text
    assert "only for what you asked for them for" in text
