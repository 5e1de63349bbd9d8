"""What was written finds a request: the family's words, a telephone number, a finished letter."""

from __future__ import annotations

import pytest

from desktop.store import families, queries
from desktop.store.journal import Event
from desktop.store.request_words import words_text
from tests import mail
from tests.offices import a_party, a_student


@pytest.fixture
def find(office):
    return lambda text: queries.words_ids(office.store, text)


@pytest.mark.parametrize(
    "typed", ["bus video", "BUS", "vid", "vídeo", "school's", "schools", "video bus"]
)
def test_the_familys_own_words_find_it_in_any_order_and_spelling(office, find, typed):
    request = office.log(words="The video of the bus, and the school's e-mails.").request
    office.log(student=a_student(given="Ben"), words="Grades, please.")
    assert find(typed) == [request]


@pytest.mark.parametrize("typed", ["(512) 555-0143", "512-555-0143", "5125550143", "555-0143"])
def test_a_telephone_number_finds_it_however_it_is_typed(office, find, typed):
    request = office.log(requester=a_party(phone="(512) 555-0143")).request
    assert find(typed) == [request]


def test_a_letter_is_found_once_it_is_finished(office, find):
    request = office.log().request
    letter = mail.draft(office, request, "receipt")
    mail.edit(office, request, letter, "The zebra folder is at the counter.")
    assert find("zebra") == []
    mail.finish(office, request, letter)
    assert find("zebra") == [request]


def test_two_letters_begin_too_much_to_be_looked_for(office, find):
    office.log(words="Bus video.")
    assert find("vi") == []


def test_a_number_that_changed_is_found_by_the_new_one_only(office, find):
    asker = a_party(phone="555-0143")
    request = office.log(requester=asker).request
    with office.store.change(Event(kind="guardian.changed"), by=office.sign()) as change:
        families.save_parties(change, [a_party(id=asker.id, phone="555-0199")])
    assert find("555-0143") == []
    assert find("555-0199") == [request]


def test_names_do_not_stand_in_this_index(office, find):
    office.log(words="")
    assert find("alvarez") == []


def test_what_is_kept_for_the_search_is_folded():
    assert words_text("Señora's bus", "(512) 555-0143") == ("senoras bus 512 555 0143 5125550143")
