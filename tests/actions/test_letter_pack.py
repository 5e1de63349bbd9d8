"""The letters of one family in one envelope each, and nothing of anybody else in it."""

from __future__ import annotations

import hashlib

import pytest

from desktop.actions.letter_pack import family_letters, pack_cover
from desktop.letters.page import draw
from desktop.letters.template import load_templates
from desktop.paths import resources
from desktop.records.party import Relationship
from desktop.records.school import Address
from desktop.store import cases
from tests import mail
from tests.actions.refusals import unchanged
from tests.actions.test_letter_hidden import SECRETS, a_request
from tests.letters.pages import PRESS, whole_text
from tests.offices import TODAY, a_party, a_student

PAPERS = load_templates(resources("printouts"), rules_in=resources("letters"))
ELM = Address(street="12 Elm Street", city="Maple Grove", state="TX", postal_code="75001")


def receipt(office, request, language="en"):
    one = mail.draft(office, request, "receipt", language)
    mail.finish(office, request, one)
    return one


@pytest.fixture
def family(office):
    """Mia and Ben, their mother Elena and their father Rafael, with a receipt for each request."""
    mia, ben = a_student(), a_student(given="Ben", local_number="20418")
    elena = a_party(name="Elena Alvarez", address=ELM)
    rafael = a_party(name="Rafael Alvarez", address=ELM)
    requests = {
        "mia": office.log(student=mia, requester=elena, relationship=Relationship.MOTHER,
                          put_on_file=True).request,
        "ben": office.log(student=ben, student_is_new=True, requester=elena,
                          requester_is_new=False, relationship=Relationship.MOTHER,
                          put_on_file=True).request,
        "father": office.log(student=mia, student_is_new=False, requester=rafael,
                             requester_is_new=True, relationship=Relationship.FATHER,
                             put_on_file=True).request,
    }  # fmt: skip
    stranger = office.log(student=a_student(given="Noor", family="Haddad", local_number="1"),
                          requester=a_party(name="Samir Haddad", address=ELM),
                          put_on_file=True).request  # fmt: skip
    for one in (*requests.values(), stranger):
        receipt(office, one)
    return {"student": mia.id, "elena": elena, "rafael": rafael, **requests}


def packs(office, family):
    return family_letters(office.store, family["student"], today=TODAY).packs


def cover(office, pack, today=TODAY):
    page = pack_cover(office.store, pack, PAPERS, letters=mail.the_templates(),
                      count=lambda _pdf: 1, today=today, practice=False)  # fmt: skip
    return page, whole_text(draw(page, PRESS))


def test_each_person_has_an_envelope_of_their_own_though_they_live_together(office, family):
    found = {one.block[0]: [row.request for row in one.letters] for one in packs(office, family)}
    assert found == {
        "Elena Alvarez": [family["ben"], family["mia"]],
        "Rafael Alvarez": [family["father"]],
    }


def test_a_letter_to_a_stranger_at_the_same_address_is_in_no_pack(office, family):
    assert "Haddad" not in str(packs(office, family))


def test_a_letter_that_left_is_in_no_pack_any_more(office, family):
    row = packs(office, family)[1].letters[0]
    mail.send(office, row.request, row.id, "mailed")
    assert [one.block[0] for one in packs(office, family)] == ["Elena Alvarez"]


def test_an_address_given_with_one_request_makes_an_envelope_of_its_own(office, family):
    zoe = a_student(given="Zoe", local_number="20419")
    other = office.log(student=zoe, requester=family["elena"], requester_is_new=False,
                       relationship=Relationship.MOTHER, put_on_file=True,
                       reply_address="PO Box 7\nReno, NV 89501").request  # fmt: skip
    receipt(office, other)
    found = [(one.block[1], len(one.letters)) for one in packs(office, family)
             if one.block[0] == "Elena Alvarez"]  # fmt: skip
    assert found == [("12 Elm Street", 2), ("PO Box 7", 1)]


def test_the_cover_names_letters_and_requests_and_no_child(office, family):
    page, text = cover(office, packs(office, family)[0])
    assert page.recipient == ("Elena Alvarez", "12 Elm Street", "Maple Grove, TX 75001")
    numbers = [cases.case(office.store, family[one]).request.number for one in ("mia", "ben")]
    assert all(number in text for number in numbers)
    assert "Mia" not in text
    assert "Ben" not in text
    assert "Rafael" not in text


def test_an_address_a_paper_hides_stands_on_no_cover_and_no_envelope(office):
    """He gives the street she moved to, and a protection order keeps it from him."""
    request = a_request(office, reply_address="118 Alder Street\nReno, NV 89501")
    for _ in range(2):
        receipt(office, request)
    student = cases.case(office.store, request).student.id
    (pack,) = family_letters(office.store, student, today=TODAY).packs
    page, text = cover(office, pack)
    assert (pack.block, pack.mailed) == (("Rafael Alvarez",), False)
    assert page.recipient == ("Rafael Alvarez",)
    assert not [one for one in SECRETS if one in text]


def test_the_cover_is_in_the_language_of_the_letters(office):
    request = office.log(language="es").request
    receipt(office, request, "es")
    receipt(office, request, "es")
    student = cases.case(office.store, request).student.id
    (pack,) = family_letters(office.store, student, today=TODAY).packs
    text = cover(office, pack)[1]
    assert "Cartas en este sobre" in text
    assert mail.the_templates().get("receipt", "es").title in text


def test_unfinished_letters_are_told_and_in_no_pack(office, family):
    mail.draft(office, family["mia"], "acknowledgement", "en")
    found = family_letters(office.store, family["student"], today=TODAY)
    assert [row.template for row in found.unfinished] == ["acknowledgement"]
    assert [len(one.letters) for one in found.packs] == [2, 1]


def test_making_a_pack_changes_nothing_kept(office, family):
    before = {row.id: hashlib.sha256(cases.letter_pdf(office.store, row.id)).hexdigest()
              for one in packs(office, family) for row in one.letters}  # fmt: skip
    with unchanged(office.store):
        for pack in packs(office, family):
            cover(office, pack)
    after = {one: hashlib.sha256(cases.letter_pdf(office.store, one)).hexdigest() for one in before}
    assert before == after
