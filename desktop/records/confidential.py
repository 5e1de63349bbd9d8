"""Addresses a paper on file keeps from one person: what of other people must not reach them.

The paper names whom it limits (``Limit.ADDRESS``). Everything that reaches that person goes
through here, so that the address of the other household is in none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from desktop.records.ids import PartyId
from desktop.records.names import fold
from desktop.records.order import Limit, Order
from desktop.records.party import Guardian, Party
from desktop.records.school import School

_LEAST = 6  # letters and digits; "Apt 3" alone tells nothing and stands in many words


def hides_from(orders: Iterable[Order], party: PartyId, today: date) -> bool:
    """Whether a paper keeps an address from ``party``; one that begins later does so already."""
    return any(
        Limit.ADDRESS in order.limits and order.limited_party == party and not order.over(today)
        for order in orders
    )


def hidden_from(
    orders: Iterable[Order],
    on_file: Sequence[Guardian],
    party: Party,
    school: School,
    today: date,
) -> frozenset[str]:
    """What must not reach ``party``: others' addresses, telephones and e-mails, made comparable.

    A town the school or the person is in as well tells nothing. A street does, also where the
    roster gives one to both: the person may not know that it is still the family's.
    """
    if not hides_from(orders, party.id, today):
        return frozenset()
    towns = (*school.address.lines()[-1:], *party.address.lines()[-1:])
    open_to_all = {_comparable(one) for one in (*towns, school.phone, school.email)}
    told = {
        _comparable(line)
        for one in on_file
        if one.party.id != party.id
        for line in (*one.party.address.lines(), one.party.phone, one.party.email)
    }
    return frozenset(one for one in told - open_to_all if len(one) >= _LEAST)


def shows(text: str, hidden: Iterable[str]) -> bool:
    """Whether ``text`` holds something hidden, however it is spaced, cased or punctuated."""
    comparable = _comparable(text)
    return any(one in comparable for one in hidden)


def without_hidden(lines: Iterable[str], hidden: frozenset[str]) -> tuple[str, ...]:
    """The lines that show nothing hidden."""
    return tuple(line for line in lines if not shows(line, hidden))


def _comparable(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())
