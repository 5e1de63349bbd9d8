"""Small id types, so that two ids cannot be swapped, and how an id is made."""

from __future__ import annotations

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
AppointmentId = NewType("AppointmentId", int)
ClosureId = NewType("ClosureId", int)
RuleId = NewType("RuleId", str)

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
_RANDOM_BITS = 22


def new_id(at: datetime) -> int:
    """A positive 63-bit id that sorts by the moment it was made, never reused by a retry.

    The upper 41 bits are milliseconds since 2020 (enough until 2089), the lower 22 bits random:
    ids are made by the program before the write, so doing the write again cannot double a row.
    """
    return _moment(at) | secrets.randbits(_RANDOM_BITS)


def new_ids(at: datetime, count: int) -> list[int]:
    """``count`` different ids of one moment, ascending.

    ``new_id`` called some thousand times with one moment would give two rows the same id.

    Raises:
        ValueError: more than 4,194,304 are asked for.
    """
    picked = secrets.SystemRandom().sample(range(1 << _RANDOM_BITS), count)
    moment = _moment(at)
    return [moment | one for one in sorted(picked)]


def _moment(at: datetime) -> int:
    milliseconds = int((at - _EPOCH).total_seconds() * 1000)
    return max(milliseconds, 0) << _RANDOM_BITS
