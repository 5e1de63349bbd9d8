"""A letter as an e-mail that waits to be sent."""

from __future__ import annotations

import email
from email import policy

import pytest

from desktop.letters.mail import message
from desktop.letters.proof import proof
from desktop.records.party import is_mail_address


def read(raw):
    return email.message_from_bytes(raw, policy=policy.default)


def a_message(**override):
    values = {
        "to": "rafael@example.org",
        "subject": "Your request 2026-0001",
        "text": "The letter is attached.\n",
        "name": "2026-0001.pdf",
    }
    return message(proof("receipt"), **{**values, **override})


def test_a_mail_program_opens_it_as_a_message_to_send():
    mail = read(a_message())
    assert mail["X-Unsent"] == "1"
    assert mail["To"] == "rafael@example.org"
    assert mail["Subject"] == "Your request 2026-0001"
    for header in ("From", "Date", "Cc", "Bcc", "Message-ID"):
        assert header not in mail


def test_the_kept_bytes_are_attached_as_they_are():
    (attached,) = read(a_message()).iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == "2026-0001.pdf"
    assert attached.get_content() == proof("receipt")


def test_without_an_address_it_has_none():
    assert "To" not in read(a_message(to=""))


def test_the_words_are_read_in_any_language():
    said = "Ábrala, por favor, para leer la respuesta.\n"
    assert read(a_message(text=said)).get_body().get_content().splitlines() == [said.strip()]


def test_the_same_letter_gives_the_same_bytes():
    assert a_message() == a_message()


def test_lines_end_as_mail_wants_and_are_short_enough():
    raw = a_message(text="word " * 400)
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("rafael@example.org", True),
        ("r.alvarez+school@mail.example.co.uk", True),
        ("O'Brien@example.org", True),
        ("", False),
        ("45 Pine Street", False),
        ("rafael@example", False),
        ("a@example.org, b@example.org", False),
        ("a@example.org\nBcc: b@example.org", False),
        ("Rafael <a@example.org>", False),
        ("ñ@example.org", False),
        ("a@" + "x" * 260 + ".org", False),
    ],
)
def test_what_an_address_is(text, is_one):
    assert is_mail_address(text) is is_one
