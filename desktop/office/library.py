"""The library: what the primer says and names, further reading, and every tip, to be searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.office.cards import Behavior, Card, Item, Link, Moment, Point, Reading
from desktop.office.guidance import Guidance
from desktop.records.names import fold


class EntryKind(StrEnum):
    """What an entry of the library is, in the order of the shelf."""

    PRACTICE = "practice"
    POLICY = "policy"
    COMMITMENT = "commitment"
    STATEMENT = "statement"
    RESOURCE = "resource"
    READING = "reading"
    TIP = "tip"


_KINDS = {
    "best practice": EntryKind.PRACTICE,
    "privacy policy": EntryKind.POLICY,
    "commitment": EntryKind.COMMITMENT,
    "resource": EntryKind.RESOURCE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing in the library.

    ``status`` is the catalogue's code for what became of a resource, empty for what has none;
    ``searched`` is everything it says, folded as a search folds it.
    """

    id: str
    kind: EntryKind
    title: str
    status: str
    searched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An entry in full.

    ``says`` is what it is about, ``points`` what it means at the desk, ``behaviors`` what the
    program does about it, ``tips`` the tips that rest on it or on which it is one, and ``moments``
    the places in the program where those are met.
    """

    says: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    behaviors: tuple[Behavior, ...] = ()
    reading: tuple[Reading, ...] = ()
    tips: tuple[Card, ...] = ()
    moments: tuple[Moment, ...] = ()


class Library:
    """Everything there is to read about records and privacy, from the guidance's own files."""

    def __init__(self, guidance: Guidance) -> None:
        self._guidance = guidance
        self._tips = tuple(card for card in guidance.by_id.values() if guidance.is_shown(card))
        self.entries: tuple[Entry, ...] = tuple(sorted(self._all(), key=_place))

    def find(self, typed: str) -> tuple[Entry, ...]:
        """The entries that hold every word typed, those with it in the title first."""
        words = fold(typed).split()
        found = [one for one in self.entries if all(word in one.searched for word in words)]
        if words:
            found.sort(key=lambda one: not all(word in fold(one.title) for word in words))
        return tuple(found)

    def tell(self, entry: Entry) -> Told:
        """The entry in full."""
        if entry.kind is EntryKind.TIP:
            return self._tell_tip(self._guidance.by_id[entry.id])
        if entry.kind is EntryKind.READING:
            return self._tell_reading(self._guidance.catalog.links[entry.id])
        return self._tell_item(self._guidance.catalog.items[entry.id])

    def _all(self) -> Iterator[Entry]:
        catalog = self._guidance.catalog
        for item in catalog.items.values():
            told = (item.title, item.gist, item.status_note, *self._points_said(item))
            yield _entry(item.id, _KINDS.get(item.group, EntryKind.STATEMENT), told, item.status)
        for link in catalog.links.values():
            yield _entry(link.id, EntryKind.READING, (link.title, link.note))
        for card in self._tips:
            rests_on = (*card.primer, *card.links, *card.points, card.citation)
            yield _entry(card.id, EntryKind.TIP, (card.headline, card.body, *rests_on))

    def _points_said(self, item: Item) -> list[str]:
        return [one.text for one in self._guidance.catalog.points.values() if one.item == item.id]

    def _tell_item(self, item: Item) -> Told:
        tips = self._resting_on(item.id)
        behaviors = self._guidance.behaviors.values()
        refs = (item.link,) if item.link else (item.id,) if item.status else ()
        return Told(
            says=tuple(filter(None, (item.gist, item.status_note))),
            points=tuple(
                one for one in self._guidance.catalog.points.values() if one.item == item.id
            ),
            behaviors=tuple(one for one in behaviors if one.item == item.id),
            reading=self._readings(refs),
            tips=tips,
            moments=self._moments(tips),
        )

    def _tell_reading(self, link: Link) -> Told:
        tips = self._resting_on(link.id)
        return Told(
            says=(link.note,) if link.note else (),
            reading=self._readings((link.id,)),
            tips=tips,
            moments=self._moments(tips),
        )

    def _tell_tip(self, card: Card) -> Told:
        return Told(tips=(card,), moments=self._moments((card,)))

    def _resting_on(self, ref: str) -> tuple[Card, ...]:
        return tuple(card for card in self._tips if ref in {*card.primer, *card.links})

    def _readings(self, refs: Iterable[str]) -> tuple[Reading, ...]:
        return tuple(filter(None, map(self._guidance.source, refs)))

    def _moments(self, cards: Iterable[Card]) -> tuple[Moment, ...]:
        named = {moment for card in cards for moment in card.moments}
        return tuple(one for one in self._guidance.moments.values() if one.id in named)


def _entry(id_: str, kind: EntryKind, told: tuple[str, ...], status: str = "") -> Entry:
    searched = fold(" ".join((id_, *told)))
    return Entry(id=id_, kind=kind, title=told[0], status=status, searched=searched)


def _place(entry: Entry) -> int:
    return tuple(EntryKind).index(entry.kind)
