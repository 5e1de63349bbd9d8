"""The letters of the whole office at once: what each waits for, and its kept bytes, checked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from desktop.actions.letter_finishing import approval_before
from desktop.errors import DeskError
from desktop.records.ids import LetterId
from desktop.records.law import Law
from desktop.store import cases
from desktop.store.letter_lists import LetterRow
from desktop.store.store import Store


def waiting_for(store: Store, rows: Iterable[LetterRow], law: Law) -> dict[LetterId, str]:
    """The step in which the principal must decide before each of these drafts can be finished.

    A letter that waits for nobody is left out.
    """
    found = {}
    for row in rows:
        rule = approval_before(cases.case(store, row.request), row.template, law)
        if rule is not None:
            found[row.id] = rule.title
    return found


def kept_pdf(store: Store, row: LetterRow) -> bytes:
    """The kept bytes of a finished letter, once they are what was finished.

    Raises:
        DeskError: ``letter_damaged``: they are not there or not what the hash is of.
    """
    pdf = cases.letter_pdf(store, row.id) or b""
    letters = cases.case(store, row.request).letters
    sha256 = next((one.sha256 for one in letters if one.id == row.id), "")
    if not pdf or hashlib.sha256(pdf).hexdigest() != sha256:
        raise DeskError(
            "letter_damaged",
            "The kept copy of this letter is not what was finished.",
            "Write the letter new, and tell who looks after this computer.",
        )
    return pdf
