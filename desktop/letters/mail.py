"""A letter as an e-mail that waits to be sent: any mail program opens it as a new message."""

from __future__ import annotations

import hashlib
from email import policy
from email.message import EmailMessage

_BOUNDARY = "records-desk-"


def message(pdf: bytes, *, to: str, subject: str, text: str, name: str) -> bytes:
    """The message as a file of RFC 5322, with ``pdf`` attached as ``name``.

    ``X-Unsent: 1`` makes mail programs open it to be looked at and sent. It has no sender and no
    date: those are of whoever sends it. ``to`` may be empty. The same letter gives the same bytes.
    """
    mail = EmailMessage(policy=policy.SMTP)
    if to:
        mail["To"] = to
    mail["Subject"] = subject
    mail["X-Unsent"] = "1"
    mail.set_content(text)
    mail.add_attachment(pdf, maintype="application", subtype="pdf", filename=name)
    mail.set_boundary(_BOUNDARY + hashlib.sha256(pdf).hexdigest()[:24])
    return mail.as_bytes()
