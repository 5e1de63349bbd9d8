"""A step that is being done, as the registers ask about it: what was written down so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop.records.case import Case
from desktop.records.details import Details
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.rights import FieldKind, RightRule
from desktop.store.journal import Event
from desktop.store.store import Change, Store

Write = Callable[[Change], None]
"""One thing decided, to be written with its event inside the step's transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A step that is being done, or the end, with all that the steps wrote down so far."""

    store: Store
    case: Case
    step: str
    details: Details
    law: Law
    today: date
    by: Initials

    @property
    def right(self) -> RightRule:
        """The right the request exercises."""
        return self.law.rights[self.case.request.right]

    def said(self, field: str) -> str:
        """A field in words: the titles of what was chosen, the text of what was typed."""
        value = self.details.get(field, "")
        known = self.right.field(field)
        if known is None or known.kind not in {FieldKind.CHOICE, FieldKind.TICKS}:
            return value
        titles = {option.id: option.title for option in known.option}
        return "; ".join(titles.get(one, one) for one in value.split())

    def day(self, field: str) -> date | None:
        """The date in a field."""
        value = self.details.get(field, "")
        return date.fromisoformat(value) if value else None

    def event(self, kind: str, **facts: str | int) -> Event:
        """An event of this request."""
        case = self.case
        return Event(kind=kind, request=case.request.id, student=case.student.id, facts=facts)


def with_event(write: Write, event: Event) -> Write:
    """``write`` and its event, as one."""

    def write_both(change: Change) -> None:
        write(change)
        change.also(event)

    return write_both
