"""Small id types, so that two ids cannot be swapped, and how an id is made."""

from __future__ import annotations

import itertools
import secrets
from datetime import UTC, datetime
from typing import NewType

PersonId = NewType("PersonId", int)
StudentId = NewType("StudentId", int)
PartyId = NewType("PartyId", int)
OrderId = NewType("OrderId", int)
RequestId = NewType("RequestId", int)
StepId = NewType("StepId", int)
SourceId = NewType("SourceId", int)
LetterId = NewType("LetterId", int)
NoteId = NewType("NoteId", int)
ItemId = NewType("ItemId", int)
ApprovalId = NewType("ApprovalId", int)
AppointmentId = NewType("AppointmentId", int)
ClosureId = NewType("ClosureId", int)
DisclosureId = NewType("DisclosureId", int)
OptOutId = NewType("OptOutId", int)
ConsentId = NewType("ConsentId", int)
ListId = NewType("ListId", int)
ExportId = NewType("ExportId", int)
RuleId = NewType("RuleId", str)

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_LOWER_BITS = 22
_LOWER = (1 << _LOWER_BITS) - 1
# The one thing counted for the whole program: two ids made here are never the same.
_sequence = itertools.count(secrets.randbits(_LOWER_BITS))


def new_id(at: datetime) -> int:
    """A positive 63-bit id that sorts by the moment it was made, never reused by a retry.

    The upper 41 bits are milliseconds since 2020 (enough until 2089). The lower 22 bits count on
    from a random start: ids of one program never meet, those of two programs hardly ever. They
    are made before the write, so doing the write again cannot double a row.
    """
    milliseconds = int((at - _EPOCH).total_seconds() * 1000)
    return (max(milliseconds, 0) << _LOWER_BITS) | (next(_sequence) & _LOWER)


def new_ids(at: datetime, count: int) -> list[int]:
    """``count`` different ids of one moment, ascending.

    Raises:
        ValueError: more than 4,194,304 are asked for; they could not all be different.
    """
    if count > _LOWER + 1:
        raise ValueError(f"{count} ids of one moment cannot all be different")
    return sorted(new_id(at) for _ in range(count))
