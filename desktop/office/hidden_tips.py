"""Which tips a person put away: kept on this computer, for a year, or until the words change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

import msgspec

from desktop.office.cards import Card
from desktop.office.kept_file import write_kept
from desktop.paths import Home
from desktop.records.ids import PersonId


class _Hidden(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One tip put away; ``words`` is a digest of what it said then."""

    person: int
    card: str
    on: date
    words: str


class HiddenTips:
    """The tips one person does not want to see for now.

    A convenience: a file that cannot be read means that nothing is hidden, and one that cannot be
    written that the choice holds until the program is closed.
    """

    def __init__(self, home: Home, person: PersonId) -> None:
        self._home = home
        self._person = person
        self._all = _load(home)

    def hides(self, card: Card, today: date) -> bool:
        """Whether the card was put away less than a year ago and says the same as then."""
        words = _words(card)
        return any(
            one.card == card.id and one.words == words and _within_a_year(one.on, today)
            for one in self._own()
        )

    def hide(self, card: Card, today: date) -> None:
        """Put the card away."""
        self._keep([*self._without({card.id}), self._hidden(card, today)])

    def show_again(self, cards: Iterable[Card]) -> None:
        """Bring cards back that were put away."""
        self._keep(self._without({card.id for card in cards}))

    def _hidden(self, card: Card, today: date) -> _Hidden:
        return _Hidden(person=self._person, card=card.id, on=today, words=_words(card))

    def _own(self) -> list[_Hidden]:
        return [one for one in self._all if one.person == self._person]

    def _without(self, cards: set[str]) -> list[_Hidden]:
        return [one for one in self._all if one.person != self._person or one.card not in cards]

    def _keep(self, hidden: list[_Hidden]) -> None:
        self._all = hidden
        write_kept(self._home.tips_file, msgspec.json.encode(hidden))


def _load(home: Home) -> list[_Hidden]:
    try:
        return msgspec.json.decode(home.tips_file.read_bytes(), type=list[_Hidden])
    except (OSError, msgspec.MsgspecError):
        return []


def _words(card: Card) -> str:
    said = f"{card.headline}\n{card.body}\n{card.citation}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def _within_a_year(since: date, today: date) -> bool:
    return today.timetuple()[:3] < (since.year + 1, since.month, since.day)
