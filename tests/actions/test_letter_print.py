"""How a letter is printed: large, or in two languages; chosen once, kept, and kept to."""

from __future__ import annotations

import hashlib

import pytest

from desktop.actions import letter, letter_batch, letter_drafting, letter_finishing
from desktop.actions.letter_check import LetterWordsError
from desktop.errors import DeskError
from desktop.letters.page import draw
from desktop.records.case import LetterWish
from desktop.records.request import Right
from desktop.store import cases
from desktop.store import letters as kept_letters
from desktop.store.letter_lists import ready_letters
from tests import mail
from tests.letters.pages import texts
from tests.offices import TODAY, a_party


@pytest.fixture
def request_id(office):
    return office.log(requester=a_party()).request


def lay_out(office, request, one, *, large_print=False, facing=""):
    return letter_drafting.lay_out(
        office.store, request, one, large_print=large_print, facing=facing,
        templates=mail.the_templates(), law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip


def kept_pdf(office, one):
    return cases.letter_pdf(office.store, one)


def edit_facing(office, request, one, text):
    kept = mail.read(office, request, one)
    letter_drafting.edit_letter(
        office.store, request, one, title=kept.title, text=kept.text,
        facing_title=kept.facing.title, facing_text=text, by=office.sign(),
    )  # fmt: skip


def test_two_languages_take_turns_and_the_kept_letter_draws_the_same_again(office, request_id):
    one = mail.draft(office, request_id, "receipt", "en")
    lay_out(office, request_id, one, large_print=True, facing="es")
    mail.finish(office, request_id, one)
    kept, pdf = mail.read(office, request_id, one), kept_pdf(office, one)
    sides = texts(pdf)
    assert len(sides) % 2 == 0
    assert "We received" in sides[0]
    assert "Recibimos" in sides[1]
    desk = letter.Writing(templates=mail.the_templates(), law=office.law, today=TODAY)
    case = cases.case(office.store, request_id)
    enclosed = letter_finishing.enclosures_of(office.store, case, kept, desk)
    page = letter_finishing.page_of(
        office.store, case, kept, enclosures=enclosed, practice=False, on=TODAY
    )
    assert hashlib.sha256(draw(page)).hexdigest() == kept.sha256


def test_a_batch_prints_a_letter_as_it_was_laid_out(office, request_id):
    one = mail.draft(office, request_id, "receipt", "en")
    lay_out(office, request_id, one, large_print=True, facing="es")
    mail.finish(office, request_id, one)
    (row,) = ready_letters(office.store)
    pdf = letter_batch.kept_pdf(office.store, row)
    sides = texts(pdf)
    assert ("We received" in sides[0], "Recibimos" in sides[1]) == (True, True)
    assert pdf == kept_pdf(office, one)


def test_large_print_takes_more_room_and_changes_no_word(office, request_id):
    small, large = (mail.draft(office, request_id, "receipt", "en") for _ in range(2))
    lay_out(office, request_id, large, large_print=True)
    for one in (small, large):
        mail.finish(office, request_id, one)
    assert mail.read(office, request_id, small).text == mail.read(office, request_id, large).text
    assert len(texts(kept_pdf(office, large))) > len(texts(kept_pdf(office, small)))


def test_the_next_letter_to_the_same_person_is_printed_alike_and_to_nobody_else(office, request_id):
    one = mail.draft(office, request_id, "receipt", "en")
    lay_out(office, request_id, one, large_print=True, facing="es")
    party = mail.read(office, request_id, one).recipient
    wish = LetterWish(large_print=True, facing="es")
    assert kept_letters.wish_of(office.store, party) == wish
    following = mail.read(office, request_id, mail.draft(office, request_id, "acknowledgement"))
    assert following.large_print
    assert following.facing.language == "es"
    other = office.log(requester=a_party(name="Nadia Okafor")).request
    somebody_else = mail.read(office, other, mail.draft(office, other, "receipt"))
    assert not somebody_else.large_print
    assert somebody_else.facing is None


def test_who_reads_spanish_first_gets_english_facing(office, request_id):
    one = mail.draft(office, request_id, "receipt", "en")
    lay_out(office, request_id, one, facing="es")
    spanish = mail.read(office, request_id, mail.draft(office, request_id, "receipt", "es"))
    assert (spanish.language, spanish.facing.language) == ("es", "en")
    assert "We received" in spanish.facing.text


def test_choosing_how_it_prints_leaves_what_was_written(office, request_id):
    one = mail.draft(office, request_id, "receipt", "en")
    mail.edit(office, request_id, one, f"{mail.read(office, request_id, one).text}\n\nThank you.")
    lay_out(office, request_id, one, facing="es")
    edit_facing(office, request_id, one, "Otras palabras.")
    lay_out(office, request_id, one, large_print=True, facing="es")
    kept = mail.read(office, request_id, one)
    assert kept.text.endswith("Thank you.")
    assert kept.facing.text == "Otras palabras."
    lay_out(office, request_id, one)
    assert mail.read(office, request_id, one).facing is None


def test_the_second_side_is_held_to_what_no_letter_says(office, request_id):
    one = mail.draft(office, request_id, "receipt", "en")
    lay_out(office, request_id, one, facing="es")
    said = mail.read(office, request_id, one).facing.text
    edit_facing(office, request_id, one, f"{said}\n\nTardamos diez días hábiles.")
    with pytest.raises(LetterWordsError) as refused:
        mail.finish(office, request_id, one)
    assert refused.value.said.words == "días hábiles"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("", "letter_empty", id="empty"),
        pytest.param("\U00013153", "characters", id="no-font"),
    ],
)
def test_a_second_side_that_cannot_go_out_stops_the_letter(office, request_id, text, code):
    one = mail.draft(office, request_id, "identity_needed", "en")
    lay_out(office, request_id, one, facing="es")
    whole = mail.read(office, request_id, one).facing.text
    edit_facing(office, request_id, one, f"{whole}\n\n{text}" if code == "characters" else text)
    with pytest.raises(DeskError) as refused:
        mail.finish(office, request_id, one)
    assert refused.value.code == code


def test_what_a_rule_wants_stands_on_both_sides(office):
    """34 CFR 99.63: where to write; on the side in the other language as well."""
    request = office.log(requester=a_party(), right=Right.COMPLAINT).request
    one = mail.draft(office, request, "complaint_information", "en")
    lay_out(office, request, one, facing="es")
    edit_facing(office, request, one, "Una carta.")
    with pytest.raises(DeskError) as refused:
        mail.finish(office, request, one)
    assert refused.value.code == "letter_part"


def test_a_finished_letter_is_not_laid_out_anew(office, request_id):
    one = mail.draft(office, request_id, "receipt", "en")
    mail.finish(office, request_id, one)
    with pytest.raises(DeskError) as refused:
        lay_out(office, request_id, one, large_print=True)
    assert refused.value.code == "letter_finished"


def test_the_history_tells_how_it_was_chosen_to_print(office, request_id):
    one = mail.draft(office, request_id, "receipt", "en")
    lay_out(office, request_id, one, large_print=True, facing="es")
    lay_out(office, request_id, one, large_print=True, facing="es")
    events = [entry.event for entry in cases.history(office.store, request_id)]
    assert [event.kind for event in events].count("letter.laid_out") == 1
    assert events[-1].facts["large_print"] is True
    assert events[-1].facts["facing"] == "es"
