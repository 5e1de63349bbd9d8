"""A finished letter taken out as an e-mail: to whom, with what, and nothing of anybody outside."""

from __future__ import annotations

import email
from email import policy

import pytest

from desktop.actions import letter_leaving
from desktop.records.case import LetterState
from desktop.store import cases
from tests import mail
from tests.actions.test_letter_hidden import a_request
from tests.offices import TODAY, a_party


def mailed(office, request, language="", *, practice=False):
    one = mail.draft(office, request, "receipt", language)
    mail.finish(office, request, one)
    case, kept = cases.case(office.store, request), mail.read(office, request, one)
    assert kept.state is LetterState.FINISHED
    raw = letter_leaving.mail_of(
        office.store, case, kept, cases.letter_pdf(office.store, one), on=TODAY, practice=practice
    )  # fmt: skip
    return email.message_from_bytes(raw, policy=policy.default), one


def test_it_goes_to_the_address_on_file(office):
    request = office.log(requester=a_party(email="rafael@example.org")).request
    message, _ = mailed(office, request)
    assert message["To"] == "rafael@example.org"


def test_an_address_given_with_the_request_goes_first(office):
    request = office.log(
        requester=a_party(email="rafael@example.org"), reply_address="work@example.org"
    ).request
    message, _ = mailed(office, request)
    assert message["To"] == "work@example.org"


@pytest.mark.parametrize("told", ["", "call me", "a@example.org\nBcc: b@example.org"])
def test_what_is_no_address_is_left_out(office, told):
    message, _ = mailed(office, office.log(requester=a_party(email=told)).request)
    assert "To" not in message


@pytest.mark.parametrize("language", ["en", "es"])
def test_nothing_outside_the_letter_names_anybody(office, language):
    request = office.log(requester=a_party(email="office@example.org")).request
    message, _ = mailed(office, request, language)
    (attached,) = message.iter_attachments()
    said = " ".join((message["Subject"], message.get_body().get_content(), attached.get_filename()))
    assert "2026-0001" in said
    for name in ("Mia", "Alvarez", "Rafael", "record", "expediente"):
        assert name not in said


@pytest.mark.parametrize(("language", "mark"), [("en", "PRACTICE: "), ("es", "PRÁCTICA: ")])
def test_a_message_of_the_practice_office_says_so_in_its_subject(office, language, mark):
    message, _ = mailed(office, office.log().request, language, practice=True)
    assert message["Subject"].startswith(mark)
    plain, _ = mailed(office, office.log().request, language)
    assert not plain["Subject"].startswith(mark)


def test_the_kept_bytes_go_out(office):
    message, one = mailed(office, office.log().request)
    (attached,) = message.iter_attachments()
    assert attached.get_content() == cases.letter_pdf(office.store, one)


def test_an_address_a_paper_hides_from_the_reader_is_no_address_to_write_to(office):
    """A request by the father that gives the hidden e-mail of the mother as his own."""
    request = a_request(office, reply_address="elena@example.org")
    case = cases.case(office.store, request)
    one = mail.draft(office, request, "receipt")
    kept = mail.read(office, request, one)
    assert letter_leaving.mail_address(office.store, case, kept, TODAY) == ""


def test_taking_it_out_is_journaled_and_is_not_yet_leaving(office):
    request = office.log().request
    _, one = mailed(office, request)
    mail.send(office, request, one, "exported")
    kept = mail.read(office, request, one)
    assert (kept.sent_how, [each.how for each in kept.sendings]) == ("exported", ["exported"])
    event = cases.history(office.store, request)[-1].event
    assert (event.kind, event.facts["how"]) == ("letter.sent", "exported")
    mail.send(office, request, one, "emailed")
    assert mail.read(office, request, one).sent_how == "emailed"
