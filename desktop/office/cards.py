"""The values of the guidance: tips, the moments they belong to, and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec

from desktop.errors import ResourceError
from desktop.records.person import Role
from desktop.records.request import Right

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=600)]


class CardKind(StrEnum):
    """What a tip rests on."""

    LAW = "law"
    PRACTICE = "practice"
    PRIMER = "primer"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry of a guidance file; a key nobody knows is a fault."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]


class Card(Entry, frozen=True, kw_only=True):
    """One tip. ``citation`` is set for law; the ids lead into the catalogue.

    ``rights``: the only rights beside whose requests it is true; empty for all of them.
    ``district``: the words are the district's own.
    """

    moments: tuple[str, ...]
    headline: str
    body: str
    primer: tuple[str, ...]
    points: tuple[str, ...]
    citation: str
    links: tuple[str, ...]
    audience: Role
    kind: CardKind
    rights: tuple[Right, ...] = ()
    district: bool = False


class Moment(Entry, frozen=True, kw_only=True):
    """A place in the work where tips help, with its tips in the order of showing."""

    title: str
    where: str
    cards: tuple[str, ...]


class Item(Entry, frozen=True, kw_only=True):
    """Something the primer says or names. ``printed_url`` is kept for the record, never shown."""

    group: str
    title: str
    gist: str = ""
    link: str = ""
    printed_url: str = ""
    printed_problem: str = ""
    safe_url: str = ""
    show_url: bool = False
    status: str = ""
    status_note: str = ""
    evidence: str = ""


class Link(Entry, frozen=True, kw_only=True):
    """Further reading the primer does not name."""

    title: str
    safe_url: str = ""
    show_url: bool = False
    note: str = ""


class Point(Entry, frozen=True, kw_only=True):
    """One piece of advice drawn from an item of the primer."""

    item: str
    text: str
    citation: str = ""
    sources: tuple[str, ...] = ()


class Behavior(Entry, frozen=True, kw_only=True):
    """How the program itself practises an item of the primer, and the tests that prove it."""

    item: str
    says: str
    tests: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class Promise(Entry, frozen=True, kw_only=True):
    """A tip, by its id, that says something about the program, and the tests that prove it."""

    tests: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class DistrictCard(Entry, frozen=True, kw_only=True):
    """A district's own words: for a tip of ours (``id`` and ``body``), or a tip of its own."""

    body: Text
    headline: Annotated[str, msgspec.Meta(max_length=80)] = ""
    moments: tuple[str, ...] = ()
    citation: Annotated[str, msgspec.Meta(max_length=120)] = ""
    audience: Role = Role.FRONT_OFFICE
    kind: CardKind = CardKind.PRACTICE


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The pack of tips as a whole; ``show_first`` says how many are shown before "More"."""

    version: str
    reviewed: date
    show_first: int
    catalog: str
    promise_cards: tuple[str, ...] = ()


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands above the entries of a guidance file."""

    schema: int = 0
    meta: Meta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Something to read on. ``address`` is empty unless it was checked and may be shown."""

    title: str
    address: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """What the primer says and names, by id."""

    items: Mapping[str, Item]
    links: Mapping[str, Link]
    points: Mapping[str, Point]
    faults: tuple[ResourceError, ...]
