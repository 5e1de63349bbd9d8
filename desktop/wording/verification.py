"""What a check of the records file found, as sentences for the window and the command."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from desktop.records.sentence import Sentence, sentence


class _Head(Protocol):
    @property
    def seq(self) -> int: ...

    def short(self) -> str: ...


class _Standing(Protocol):
    @property
    def state(self) -> str: ...

    @property
    def marked(self) -> int: ...

    @property
    def newest(self) -> int: ...

    @property
    def missing(self) -> int: ...


class _Broken(Protocol):
    @property
    def seq(self) -> int: ...

    @property
    def why(self) -> str: ...


class _Found(Protocol):
    """A verification as the store gives it."""

    @property
    def outcome(self) -> str: ...

    @property
    def head(self) -> _Head | None: ...

    @property
    def standing(self) -> _Standing | None: ...

    @property
    def broken(self) -> _Broken | None: ...

    @property
    def copied_at(self) -> datetime | None: ...

    @property
    def purged(self) -> int: ...

    @property
    def pages_checked(self) -> bool: ...


LIMITS = (
    "roles",
    "computer",
    "deleting",
    "out",
    "destroyed",
    "together",
    "left",
    "guessing",
    "disk",
    "lost",
)
"""What the vault does not protect from, the last one what nobody can mend."""


def limits_said() -> Iterator[Sentence]:
    """What the program cannot do, plainly."""
    return (sentence(f"limits.{one}") for one in LIMITS)


def verification_said(found: _Found) -> Iterator[Sentence]:
    """The outcome in plain words, the gravest first. A file that did not open has its own fault."""
    standing = found.standing
    if found.head is not None and found.copied_at is not None:
        made_on = found.copied_at.astimezone().date()
        yield sentence("verify.copy", entries=found.head.seq, made_on=made_on)
        yield sentence("verify.head", head=found.head.short())
        return
    if found.head is None or standing is None:
        yield sentence("verify.damaged")
        return
    yield from _what_is_wrong(found, standing)
    if found.outcome == "clean":
        yield sentence("verify.clean", entries=found.head.seq)
        if standing.state == "behind":
            yield sentence("verify.behind", behind=standing.newest - standing.marked)
    if not found.pages_checked:
        yield sentence("verify.pages_left")
    if found.purged:
        yield sentence("verify.purged", purged=found.purged)
    yield sentence("verify.head", head=found.head.short())


def _what_is_wrong(found: _Found, standing: _Standing) -> Iterator[Sentence]:
    if found.broken is not None:
        yield sentence(f"verify.{found.broken.why}", seq=found.broken.seq)
    if standing.state == "forked":
        yield sentence("verify.forked", marked=standing.marked)
    if found.outcome == "tampered":
        yield sentence("verify.tampered")
    if standing.state == "ahead":
        yield sentence("verify.rolled_back", missing=standing.missing, newest=standing.newest)
    if standing.state in {"missing", "damaged"}:
        yield sentence(f"verify.mark_{standing.state}")
