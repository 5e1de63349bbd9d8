"""The short tips beside the work: which belong to a moment, what they rest on, what to read on.

The tips are the program's second voice. A fault in their files costs the tip it stands in and
nothing else; it is kept in ``faults`` and never raised. Showing them belongs to the screens.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from desktop.errors import ResourceError
from desktop.office.cards import (
    Behavior,
    Card,
    CardKind,
    Catalog,
    Item,
    Link,
    Moment,
    Point,
    Promise,
    Reading,
)
from desktop.office.district import District, read_district
from desktop.office.guidance_file import GuidanceFile
from desktop.paths import resources
from desktop.records.person import Role
from desktop.records.request import Right

__all__ = ["Card", "CardKind", "Guidance", "Moment", "Reading", "load_guidance"]

_STALE_MONTHS = 12
_CARDS, _PRACTICES = "cards.toml", "practices.toml"


class Guidance:
    """All tips of one folder; each is read when its moment first comes, the catalogue later.

    Args:
        folder: the program's guidance files.
        district: the district's own file, which need not be there.
        proven: the tips whose promise is kept; None: those ``practices.toml`` has tests for.
    """

    def __init__(
        self, folder: Path, *, district: Path | None = None, proven: Collection[str] | None = None
    ) -> None:
        self._folder = folder
        self._reader = GuidanceFile(folder / _CARDS)
        self.meta = self._reader.meta
        self.moments: Mapping[str, Moment] = self._reader.entries("moment", Moment)
        self._district = District() if district is None else read_district(district)
        self._proven = proven

    @cached_property
    def by_id(self) -> Mapping[str, Card]:
        """Every tip in the order of the file, then the district's own."""
        ours = self._reader.entries("card", Card)
        read = {name: self._district.spoken(card) for name, card in ours.items()}
        return {**read, **self._added}

    @cached_property
    def catalog(self) -> Catalog:
        """The catalogue behind the tips."""
        name = self.meta.catalog if self.meta else "catalog.toml"
        reader = GuidanceFile(self._folder / name)
        items = reader.entries("item", Item)
        links = reader.entries("link", Link)
        points = reader.entries("point", Point)
        return Catalog(items=items, links=links, points=points, faults=tuple(reader.faults))

    @cached_property
    def behaviors(self) -> Mapping[str, Behavior]:
        """How the program itself practises what the primer says, by id."""
        return self._practices.entries("behavior", Behavior)

    @cached_property
    def promises(self) -> Mapping[str, Promise]:
        """The tips that say something about the program, with the tests that prove it."""
        return self._practices.entries("promise", Promise)

    @property
    def faults(self) -> tuple[ResourceError, ...]:
        """Everything that is wrong in the files, with file, key and line; reads them all."""
        self._reader.entries("card", Card)  # a tip's fault is found by reading it
        practised = (self.behaviors, self.promises)
        return (
            *self._reader.faults,
            *self._loose_ends(),
            *self.catalog.faults,
            *(self._practices.faults if practised else ()),
            *self.district_faults,
        )

    @property
    def district_faults(self) -> tuple[ResourceError, ...]:
        """What is wrong in the district's own file."""
        return self._district.faults_beside(self._is_ours, self.moments)

    @property
    def show_first(self) -> int:
        """How many tips are shown before "More"."""
        return self.meta.show_first if self.meta else 3

    def cards(
        self, moment: str, audience: Role | None = None, right: Right | None = None
    ) -> tuple[Card, ...]:
        """The tips for a moment, in order; none for a moment nobody knows.

        A tip is for its audience and for those who answer for them: the front office's tips are
        for everyone, the registrar's also for the principal. Where that leaves nothing, the tips
        are for someone to be asked, and all are shown. A district's own tip follows the first of
        ours, so that it is among those seen at once and law stays first where it is. Beside a
        request of ``right``, a tip that is about other rights is not shown.
        """
        known = self.moments.get(moment)
        if known is None:
            return ()
        ours = [one for one in map(self._card, known.cards) if one and _is_about(one, right)]
        own = tuple(card for card in self._added.values() if moment in card.moments)
        found = (*ours[:1], *own, *ours[1:])
        reaching = tuple(card for card in found if _reaches(card.audience, audience))
        return reaching or found

    def primer_titles(self, card: Card) -> tuple[str, ...]:
        """The items of the primer a tip rests on, by their printed titles."""
        items = self.catalog.items
        return tuple(items[one].title for one in card.primer if one in items)

    def reading(self, card: Card) -> tuple[Reading, ...]:
        """What to read on; an address only where it was checked and may be shown."""
        return tuple(filter(None, map(self.source, card.links)))

    def source(self, ref: str) -> Reading | None:
        """Something to read by its id in the catalogue; None for an id nobody knows."""
        source = self.catalog.links.get(ref) or self.catalog.items.get(ref)
        if source is None:
            return None
        status = source.status if isinstance(source, Item) else ""
        address = source.safe_url if source.show_url else ""
        return Reading(title=source.title, address=address, status=status)

    def is_shown(self, card: Card) -> bool:
        """Whether a tip may be shown: what it promises of the program, if anything, is proven."""
        return card.id not in self._unproven

    def is_stale(self, today: date) -> bool:
        """Whether the tips were last reviewed more than twelve months ago."""
        if self.meta is None:
            return False
        since = self.meta.reviewed
        months = (today.year - since.year) * 12 + today.month - since.month
        return months > _STALE_MONTHS or (months == _STALE_MONTHS and today.day > since.day)

    @cached_property
    def _practices(self) -> GuidanceFile:
        return GuidanceFile(self._folder / _PRACTICES)

    @cached_property
    def _unproven(self) -> frozenset[str]:
        promised = self.meta.promise_cards if self.meta else ()
        proven = self.promises if self._proven is None else self._proven
        return frozenset(promised) - frozenset(proven)

    @cached_property
    def _added(self) -> Mapping[str, Card]:
        return self._district.added(self._is_ours, self.moments)

    def _is_ours(self, card: str) -> bool:
        return self._reader.has("card", card)

    def _card(self, name: str) -> Card | None:
        card = None if name in self._unproven else self._reader.entry("card", name, Card)
        return self._district.spoken(card) if card else None

    def _loose_ends(self) -> Iterator[ResourceError]:
        for moment in self.moments.values():
            for card in moment.cards:
                if not self._reader.has("card", card):
                    line = self._reader.line("moment", moment.id)
                    yield ResourceError(_CARDS, moment.id, line, f"there is no card {card}")


def load_guidance(
    folder: Path | None = None,
    *,
    district: Path | None = None,
    proven: Collection[str] | None = None,
) -> Guidance:
    """The tips in ``folder``, by default the program's own; faults are kept, never raised."""
    return Guidance(folder or resources("guidance"), district=district, proven=proven)


_RANK: Mapping[Role, int] = {
    Role.FRONT_OFFICE: 0,
    Role.REGISTRAR: 1,
    Role.PRINCIPAL: 2,
    Role.ADMINISTRATOR: 2,
}


def _reaches(audience: Role, reader: Role | None) -> bool:
    return reader is None or _RANK[audience] <= _RANK[reader]


def _is_about(card: Card, right: Right | None) -> bool:
    return right is None or not card.rights or right in card.rights
