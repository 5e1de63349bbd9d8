"""Addresses a paper on file keeps from one person: what of other people must not reach them.

The paper names whom it limits (``Limit.ADDRESS``). Everything that reaches that person, or a
lawyer or representative who may act for them, goes through here, so that the address of the other
household is in none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.records.consent import Consent
from desktop.records.consented import names
from desktop.records.ids import PartyId
from desktop.records.names import fold
from desktop.records.order import Limit, Order
from desktop.records.party import SPEAKS_FOR_A_PARENT, Guardian, Party, Relationship
from desktop.records.school import School

_NOBODY = Party(id=PartyId(0), name="")
_LEAST = 6  # letters and digits; "Apt 3" alone tells nothing and stands in many words


def kept_from(orders: Iterable[Order], today: date) -> frozenset[PartyId | None]:
    """Whom papers keep an address from; one that begins later does so already.

    None stands for somebody the paper names who is not in the records file.
    """
    return frozenset(
        order.limited_party
        for order in orders
        if Limit.ADDRESS in order.limits and not order.over(today)
    )


def acts_for(
    party: Party,
    relationship: Relationship,
    others: Iterable[PartyId | None],
    on_file: Sequence[Guardian],
    consents: Iterable[Consent],
) -> frozenset[PartyId | None]:
    """Whom of ``others`` a lawyer or representative may act for; nobody where ``party`` is neither.

    The consents that name them say for whom: their signers. Where none does, it may be anyone, and
    so it may where the name of one of the others is not known.
    """
    if relationship not in SPEAKS_FOR_A_PARENT:
        return frozenset()
    signers = {fold(one.signer) for one in consents if names(one, party)}
    called = {one.party.id: fold(one.party.name) for one in on_file}
    return frozenset(
        one for one in others if not signers or one not in called or called[one] in signers
    )


def hidden_from(
    orders: Iterable[Order],
    on_file: Sequence[Guardian],
    party: Party,
    school: School,
    today: date,
    *,
    relationship: Relationship = Relationship.OTHER,
    consents: Iterable[Consent] = (),
) -> frozenset[str]:
    """What must not reach ``party``: others' addresses, telephones and e-mails, made comparable.

    ``relationship`` is how they stand to the student, ``consents`` say for whom they act where they
    act for somebody: what is kept from that person is kept from them, their own excepted.

    A town the school or the person is in as well tells nothing. A street does, also where the
    roster gives one to both: the person may not know that it is still the family's.
    """
    limited = kept_from(orders, today)
    reached = limited & {party.id} | acts_for(party, relationship, limited, on_file, consents)
    if not reached:
        return frozenset()
    return reach_of(on_file, party, school, but=reached)


def reach_of(
    on_file: Sequence[Guardian],
    party: Party,
    school: School,
    *,
    but: frozenset[PartyId | None] = frozenset(),
) -> frozenset[str]:
    """How the others on file can be reached, made comparable; not ``party``, nor those of ``but``.

    A town the school or the person is in as well tells nothing.
    """
    towns = (*school.address.lines()[-1:], *party.address.lines()[-1:])
    open_to_all = {_comparable(one) for one in (*towns, school.phone, school.email)}
    told = {
        _comparable(line)
        for one in on_file
        if one.party.id != party.id and one.party.id not in but
        for line in reach_lines(one.party)
    }
    return frozenset(one for one in told - open_to_all if len(one) >= _LEAST)


def kept_quiet(
    orders: Iterable[Order], on_file: Sequence[Guardian], school: School, today: date
) -> frozenset[str]:
    """What must not leave in a file for hands nobody here knows, made comparable.

    Where a paper keeps an address from somebody, how everybody else of that student can be reached.
    """
    limited = kept_from(orders, today)
    return reach_of(on_file, _NOBODY, school, but=limited) if limited else frozenset()


def reach_lines(party: Party) -> tuple[str, ...]:
    """The lines of an address, and the telephone and e-mail."""
    return (*party.address.lines(), party.phone, party.email)


def shows(text: str, hidden: Iterable[str]) -> bool:
    """Whether ``text`` holds something hidden, however it is spaced, cased or punctuated."""
    comparable = _comparable(text)
    return any(one in comparable for one in hidden)


def _comparable(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())
