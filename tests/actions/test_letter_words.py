"""What a letter must not say: by the words, and by what only the records file can tell."""

from __future__ import annotations

import pytest

from desktop.actions import letter_drafting
from desktop.actions.families import put_on_file, save_student
from desktop.actions.letter_check import LetterWordsError
from desktop.errors import DeskError
from desktop.records.case import LetterState
from desktop.records.party import Relationship
from desktop.records.request import Right
from desktop.records.school import Address
from desktop.store import cases, naming
from tests import mail
from tests.offices import TODAY, a_party, a_student

HOME = Address(street="118 Alder Street", city="Reno", state="NV", postal_code="89501")


@pytest.fixture
def request_id(office):
    """The father asked; the mother is on file too."""
    student = a_student(middle="Rosalind")
    logged = office.log(student=student, words="The file of Mia.", put_on_file=True)
    mother = a_party(name="Elena Ruiz", address=HOME, phone="775-555-0142")
    put_on_file(office.store, student.id, mother, Relationship.MOTHER, by=office.sign())
    return logged.request


def enrolled(office, student):
    save_student(office.store, student, today=TODAY, by=office.sign())


def saying(office, request, words, template="receipt"):
    one = mail.draft(office, request, template)
    text = mail.read(office, request, one).text
    mail.edit(office, request, one, f"{text}\n\n{words}")
    return one


def refused(office, request, one):
    with pytest.raises(LetterWordsError) as fault:
        mail.finish(office, request, one)
    assert mail.read(office, request, one).state is LetterState.DRAFT
    return fault.value


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Born on March 14, 2017.", id="99.30-birth date"),
        pytest.param("Born on 3/14/2017.", id="99.30-birth date in figures"),
        pytest.param("Nacida el 14 de marzo de 2017.", id="99.30-birth date in Spanish"),
        pytest.param("Her number is 20417.", id="99.37(e)-student number"),
        pytest.param("Mia Rosalind Alvarez", id="99.30-middle name"),
        pytest.param("Her mother is Elena Ruiz.", id="99.30-the other parent"),
    ],
)
def test_nothing_of_the_file_goes_to_somebody_not_checked(office, request_id, words):
    """R-13.1: nothing beyond what the asker said."""
    one = saying(office, request_id, words)
    fault = refused(office, request_id, one)
    assert fault.code == "letter_never"
    assert "not checked yet" in fault.message
    for part in words.strip(".").split()[-1:]:
        assert part not in fault.sentence()
    mail.clear_to_release(office, request_id)
    mail.finish(office, request_id, one)


def test_a_middle_name_that_is_a_word_and_a_short_number_are_no_secret(office):
    student = a_student(middle="Will", local_number="5")
    request = office.log(student=student).request
    mail.finish(office, request, saying(office, request, "We will write on May 5."))


def test_what_the_asker_said_themselves_may_stand(office):
    request = office.log(words="Her number is 20417, born March 14, 2017.").request
    mail.finish(office, request, saying(office, request, "Number 20417, March 14, 2017."))


@pytest.mark.parametrize(
    ("words", "citation"),
    [("Mia is enrolled here.", "99.37(e)"), ("Please bring her teacher.", "99.30")],
)
def test_a_letter_before_the_check_confirms_no_student(office, request_id, words, citation):
    one = saying(office, request_id, words)
    assert citation in refused(office, request_id, one).message
    mail.clear_to_release(office, request_id)
    mail.finish(office, request_id, one)


def test_more_time_is_told_only_where_a_rule_gave_it(office, request_id):
    one = saying(office, request_id, "The deadline has been extended.")
    assert "99.10(b)" in refused(office, request_id, one).message


def test_another_student_is_named_only_with_a_reason(office, request_id):
    """34 CFR 99.12(a): a parent reads about their own child."""
    other = a_student(given="Liam", middle="James", family="O'Connor")
    enrolled(office, other)
    mail.clear_to_release(office, request_id)
    one = saying(office, request_id, "On that page stood **Liam O\u2019Connor**, too.")
    fault = refused(office, request_id, one)
    assert fault.code == "letter_ask"
    assert "another student" in fault.message
    assert "Liam" not in fault.sentence()
    letter_drafting.allow_words(
        office.store, request_id, one, fault.said, "He is her stepbrother.", by=office.sign()
    )
    mail.finish(office, request_id, one)
    kept = mail.read(office, request_id, one)
    assert [(one.rule, one.words, one.reason) for one in kept.allowed] == [
        ("other_student", "Liam O\u2019Connor", "He is her stepbrother.")
    ]
    (event,) = [
        one.event
        for one in cases.history(office.store, request_id)
        if one.event.kind == "letter.words_kept"
    ]
    assert event.facts["reason"] == "He is her stepbrother."
    assert "Liam" not in str(event.facts)


def test_the_reader_s_other_child_and_grown_ups_may_be_named(office):
    father = a_party()
    first, sister = a_student(), a_student(given="Sofia")
    request = office.log(student=first, requester=father, put_on_file=True).request
    enrolled(office, sister)
    put_on_file(office.store, sister.id, father, Relationship.FATHER, by=office.sign())
    enrolled(office, a_student(given="Rafael"))
    enrolled(office, a_student(given="Jo", family="Reyes"))
    mail.finish(
        office, request, saying(office, request, "Sofia Alvarez. Rafael Alvarez. Jo Reyes.")
    )


def test_another_child_of_the_same_name_is_nobody_else(office, request_id):
    """Two of one name: the letter is about this one."""
    enrolled(office, a_student(given="Mia", middle="Rosalind"))
    enrolled(office, a_student(given="Mia"))
    mail.clear_to_release(office, request_id)
    mail.finish(
        office, request_id, saying(office, request_id, "Mia Rosalind Alvarez, Mia Alvarez.")
    )


def test_the_home_of_another_parent_is_told_only_with_a_reason(office, request_id):
    mail.clear_to_release(office, request_id)
    one = saying(office, request_id, "Elena lives at 118 Alder St, call 775 555 0142.")
    fault = refused(office, request_id, one)
    assert (fault.code, fault.said.rule) == ("letter_ask", "other_home")
    assert "0142" not in fault.sentence()


def test_before_the_check_it_is_never_told(office, request_id):
    one = saying(office, request_id, "Write to 118 Alder Street.")
    assert refused(office, request_id, one).code == "letter_never"


def test_words_wrong_in_every_letter_are_kept_with_no_reason(office, request_id):
    one = saying(office, request_id, "Within 10 business days.")
    fault = refused(office, request_id, one)
    with pytest.raises(DeskError, match="not_allowed"):
        letter_drafting.allow_words(
            office.store, request_id, one, fault.said, "So.", by=office.sign()
        )


@pytest.mark.parametrize(("reason", "code"), [(" ", "reason"), ("123-45-6789", "nine_digits")])
def test_a_reason_is_needed_and_holds_no_number_that_is_never_kept(office, reason, code):
    request = office.log(right=Right.COPIES).request
    mail.clear_to_release(office, request)
    one = saying(office, request, "Send proof of income.", "copies_enclosed")
    fault = refused(office, request, one)
    with pytest.raises(DeskError, match=code):
        letter_drafting.allow_words(
            office.store, request, one, fault.said, reason, by=office.sign()
        )
    assert mail.read(office, request, one).allowed == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Then Mia Alvarez came.", ["Mia Alvarez"]),
        ("MIA ALVAREZ", ["MIA ALVAREZ"]),
        ("Mia Rosalind Alvarez", ["Mia Rosalind Alvarez"]),
        ("Alvarez, Mia", []),
        ("Alvarez - a child", []),
        ("mia alvarez", []),
        ("José de la Cruz", ["José de la Cruz"]),
        ("Jose De La Cruz", ["Jose De La Cruz"]),
        ("محمد علي", ["محمد علي"]),
        ("", []),
    ],
)
def test_names_are_found_as_people_write_them(office, text, named):
    for student in (
        a_student(middle="Rosalind"),
        a_student(given="José", family="de la Cruz"),
        a_student(given="محمد", family="علي"),
    ):
        enrolled(office, student)
    assert [one.words for one in naming.named_in(office.store, text)] == named
