"""A district's own words: its file may put its text in place of ours, and add tips of its own.

The file is ``guidance.toml`` in the office's folder, written by the district's own people. What is
wrong in it costs the entry it stands in; the rest is used.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from desktop.errors import ResourceError
from desktop.office.cards import Card, CardKind, DistrictCard
from desktop.office.guidance_file import GuidanceFile

_TABLE = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class District:
    """What a district says, by the ids of its tips; nothing where it has no file."""

    cards: Mapping[str, DistrictCard] = field(default_factory=dict)
    file: GuidanceFile | None = None

    def spoken(self, card: Card) -> Card:
        """A tip of ours in the district's words, where it has some for it."""
        own = self.cards.get(card.id)
        if own is None:
            return card
        headline = own.headline or card.headline
        return msgspec.structs.replace(card, headline=headline, body=own.body, district=True)

    def added(self, is_ours: Callable[[str], bool], moments: Collection[str]) -> dict[str, Card]:
        """The district's own tips that can be shown: with a headline, at moments there are."""
        return {
            own.id: _card(own)
            for own in self.cards.values()
            if not is_ours(own.id) and not _wrong(own, moments)
        }

    def faults_beside(
        self, is_ours: Callable[[str], bool], moments: Collection[str]
    ) -> tuple[ResourceError, ...]:
        """What cannot be used of the file beside the program's tips and moments."""
        if self.file is None:
            return ()
        found = [
            self.file.fault(_TABLE, own.id, why)
            for own in self.cards.values()
            if not is_ours(own.id) and (why := _wrong(own, moments))
        ]
        return (*self.file.faults, *found)


def read_district(path: Path) -> District:
    """The district's file; an empty one where there is none."""
    if not path.exists():
        return District()
    file = GuidanceFile(path, headed=False)
    file.only([_TABLE])
    return District(cards=file.entries(_TABLE, DistrictCard), file=file)


def _wrong(own: DistrictCard, moments: Collection[str]) -> str:
    """Why a tip of the district's own cannot be shown; empty where it can."""
    unknown = [one for one in own.moments if one not in moments]
    if unknown:
        return f"there is no moment {unknown[0]}"
    if not own.moments:
        return "it is no tip of ours, so it needs moments"
    if not own.headline.strip():
        return "it is no tip of ours, so it needs a headline"
    if own.kind is CardKind.LAW and not own.citation.strip():
        return "a tip of kind law needs a citation"
    return ""


def _card(own: DistrictCard) -> Card:
    return Card(
        id=own.id,
        moments=own.moments,
        headline=own.headline,
        body=own.body,
        primer=(),
        points=(),
        citation=own.citation,
        links=(),
        audience=own.audience,
        kind=own.kind,
        district=True,
    )
