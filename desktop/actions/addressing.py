"""Envelopes and labels from the records: whose address, without one that a paper keeps hidden."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.actions.days import school_page
from desktop.actions.letter_facts import hidden_in, recipient_lines, recipient_of
from desktop.errors import DeskError
from desktop.letters.stationery import Envelope, Label
from desktop.records.case import Case
from desktop.records.ids import LetterId, PartyId, RequestId
from desktop.records.party import Party
from desktop.records.school import School
from desktop.store import cases
from desktop.store.store import Store
from desktop.wording.dates import long_date
from desktop.wording.sentences import Wording

_PRACTICE = "PRACTICE"


def addressees(store: Store, case: Case) -> tuple[Party, ...]:
    """Whom a paper of this request may go to: who asked, then whoever has a letter of it."""
    written = dict.fromkeys(letter.recipient for letter in case.letters)
    others = (one for one in written if one != case.requester.id)
    return (case.requester, *(recipient_of(store, case, one) for one in others))


def envelope_of(
    store: Store, request: RequestId, recipient: PartyId | None, *, today: date, practice: bool
) -> Envelope:
    """The envelope to one person of a request; to whoever asked for ``None``.

    Raises:
        DeskError: ``no_address``: there is none on file that may be used.
    """
    case, school = cases.case(store, request), school_page(store)
    return Envelope(
        recipient=_address(store, case, recipient, today), sender=_sender(school, practice)
    )


def envelopes_for(
    store: Store,
    letters: Iterable[tuple[RequestId, LetterId]],
    *,
    today: date,
    practice: bool,
) -> tuple[list[Envelope], list[LetterId]]:
    """One envelope for each letter, in their order, and the letters that have no address."""
    made: list[Envelope] = []
    without: list[LetterId] = []
    for request, letter in letters:
        found = next(one for one in cases.case(store, request).letters if one.id == letter)
        try:
            made.append(
                envelope_of(store, request, found.recipient, today=today, practice=practice)
            )
        except DeskError:
            without.append(letter)
    return made, without


def address_label(
    store: Store, request: RequestId, recipient: PartyId | None, *, today: date, practice: bool
) -> Label:
    """The address of one person of a request.

    Raises:
        DeskError: as ``envelope_of``.
    """
    lines = _address(store, cases.case(store, request), recipient, today)
    return Label(lines=(*_marked(practice), *lines))


def folder_label(store: Store, request: RequestId, wording: Wording, *, practice: bool) -> Label:
    """What stands on a folder: the number, the student, the day to be done by."""
    case = cases.case(store, request)
    due = wording.text("printout.folder.work_by", on=long_date(case.request.work_by))
    student = case.student
    name = ", ".join(part for part in (student.family, student.given) if part)
    return Label(lines=(case.request.number, *_marked(practice), name, due), strong=1)


def block_for(
    store: Store, case: Case, recipient: PartyId | None, *, today: date
) -> tuple[tuple[str, ...], bool]:
    """Name and address of one person of a request, and whether there is an address to use.

    One that a paper on file hides is left out whole, so that the name stands alone.
    """
    party = recipient_of(store, case, recipient) if recipient else case.requester
    lines = recipient_lines(case, party, hidden_in(case, school_page(store), party, today))
    return lines, len(lines) > sum(map(bool, (party.name, party.organization)))


def _address(store: Store, case: Case, recipient: PartyId | None, today: date) -> tuple[str, ...]:
    lines, usable = block_for(store, case, recipient, today=today)
    if not usable:
        raise DeskError(
            "no_address",
            "There is no address on file for this person that may be used.",
            "Enter it on the student's page, or hand the paper over.",
        )
    return lines


def _sender(school: School, practice: bool) -> tuple[str, ...]:
    return (*_marked(practice), school.name, *school.address.lines())


def _marked(practice: bool) -> tuple[str, ...]:
    return (_PRACTICE,) if practice else ()
