"""Papers that left the office, as the journal knows them: for whom, when, and with what answers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from desktop.records.ids import StudentId
from desktop.store.store import Store

_LEFT = (
    " from event e join event_facts f on f.seq = e.seq"
    " where e.kind = 'paper.left' and json_extract(f.facts, '$.paper') = ?"
)


def printed_for(store: Store, paper: str) -> Iterator[tuple[StudentId, date]]:
    """The students a paper was printed or saved for and the day of it, in UTC, oldest first."""
    rows = store.rows(
        f"select e.student_id, e.at{_LEFT} and e.student_id is not null order by e.seq", (paper,)
    )
    return ((StudentId(id_), datetime.fromisoformat(at).date()) for id_, at in rows)


def last_answers(store: Store, paper: str) -> dict[str, str]:
    """What was answered when a paper was last printed or saved, by field; empty where never."""
    rows = store.rows(
        f"select json_extract(f.facts, '$.answers'){_LEFT} order by e.seq desc limit 1", (paper,)
    )
    answers = rows[0][0] if rows else None
    return msgspec.json.decode(answers, type=dict[str, str]) if answers else {}
