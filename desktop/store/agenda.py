"""What stands on the page of the day: which requests, and what is said of each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from desktop.records.agenda import (
    COPIES_STEP,
    Agenda,
    Horizon,
    Item,
    Load,
    Risk,
    Section,
    never_gone_on_with,
)
from desktop.records.chasing import next_whom
from desktop.records.ids import PersonId
from desktop.records.request import Right, Waiting
from desktop.store.letter_lists import ready_letters
from desktop.store.store import Row, Store

MOST = 500
"""Lines of one list; the count beside it says how many there are."""

Values = dict[str, object]
Deciding = Collection[tuple[Right, str]]
"""The steps that only the principal does, with their right."""


def read_agenda(
    store: Store, sections: Sequence[Section], *, days: Horizon, deciding: Deciding
) -> Agenda:
    """Read every list of ``sections``; it takes some milliseconds for a thousand open requests."""
    items: dict[Section, tuple[Item, ...]] = {}
    counts: dict[Section, int] = {}
    for section in sections:
        found, count = _READ[section](store, days, deciding)
        items[section], counts[section] = tuple(found), count
    loads = _loads(store, days) if Section.LOADS in sections else ()
    return Agenda(days=days, items=items, counts=counts, loads=loads)


def requests_of(store: Store, person: PersonId | None) -> tuple[Item, ...]:
    """The open requests of one person, or of nobody, due first."""
    owner = "r.owner_id is null" if person is None else "r.owner_id = :person"
    found, _ = _listed(store, f"{_OPEN} and {owner}", {"person": person})
    return tuple(found)


_Found = tuple[Sequence[Item], int]
_OPEN = "r.closed_on is null"
_RUNNING = f"{_OPEN} and r.dates_met = 0"
_FIRST_DUE = f" order by r.dates_met, r.work_by, r.due_on, r.id limit {MOST}"


def _rows(store: Store, sql: str, values: Values) -> tuple[list[Row], int]:
    """The rows without the count of all that each carries first."""
    rows = store.rows(sql, values)
    return [row[1:] for row in rows], rows[0][0] if rows else 0


def _listed(store: Store, where: str, values: Values) -> _Found:
    sql = f"select count(*) over (), r.id from request r where {where}{_FIRST_DUE}"
    rows, count = _rows(store, sql, values)
    return [Item(request=row[0]) for row in rows], count


def _late(store: Store, days: Horizon, _deciding: Deciding) -> _Found:
    # The work-by date is never later than the legal one; saying so lets the index find them.
    where = f"{_RUNNING} and r.work_by < :today and r.due_on < :today"
    return _listed(store, where, {"today": days.today.isoformat()})


def _soon(store: Store, days: Horizon, _deciding: Deciding) -> _Found:
    where = f"{_RUNNING} and r.work_by <= :soon and r.due_on >= :today"
    return _listed(
        store, where, {"today": days.today.isoformat(), "soon": days.soon_on.isoformat()}
    )


def _over_break(store: Store, days: Horizon, _deciding: Deciding) -> _Found:
    if days.closed is None:
        return [], 0
    values: Values = {
        "from": max(days.closed.from_on, days.today).isoformat(),
        "until": days.closed.until_on.isoformat(),
    }
    return _listed(store, f"{_RUNNING} and r.due_on between :from and :until", values)


def _to_decide(store: Store, _days: Horizon, deciding: Deciding) -> _Found:
    """What was asked and waits, and what has come to a step of the principal's unasked.

    What waits for the principal by a clerk's word is there too; it has no step to decide in.
    """
    pairs = {f"step{place}": f"{one[0]}:{one[1]}" for place, one in enumerate(sorted(deciding))}
    places = ", ".join(f":{name}" for name in pairs) or "''"
    theirs = f"r.\"right\" || ':' || r.next_step in ({places})"
    rows, count = _rows(
        store,
        "select count(*) over (), r.id,"
        f" coalesce(a.step, case when {theirs} then r.next_step else '' end),"
        " coalesce(a.ask_note, ''), a.asked_at, coalesce(p.initials, '') from request r"
        " left join approval a on a.request_id = r.id and a.decision = ''"
        " left join person p on p.id = a.asked_by"
        f" where {_OPEN} and (a.id is not null or {theirs}"
        f" or (r.status = 'waiting' and r.waiting_for = :principal)){_FIRST_DUE}",
        {**pairs, "principal": Waiting.PRINCIPAL},
    )
    return [
        Item(request=row[0], step=row[1], words=row[2], on=row[3] and _day(row[3]), at=row[4])
        for row in rows
    ], count


_PAPER = (
    "exists (select 1 from court_order c where c.student_id = r.student_id and c.ended_on is null"
    " and c.limits <> '[]' and coalesce(c.until_on, :today) >= :today)"
)
_LAWYER = "r.relationship = 'attorney'"
_AGAIN = (
    ":again > 0 and (select count(*) from request q where q.requester_id = r.requester_id"
    " and q.student_id = r.student_id and q.received_on between :since and r.received_on"
    " and coalesce(q.outcome, '') <> 'merged') >= :again"
)
# Eighteen years on as text: for a birthday on February 29 every real day compares as with March 1.
_BIRTHDAY = "cast(cast(substr(s.born_on, 1, 4) as integer) + 18 as text) || substr(s.born_on, 5)"
_TURNS_18 = (
    f"r.relationship <> 'self' and s.born_on is not null and {_BIRTHDAY} > r.received_on"
    f" and {_BIRTHDAY} <= (case when r.due_on > :today then r.due_on else :today end)"
)
_RISKS = {
    Risk.PAPER: _PAPER,
    Risk.LAWYER: _LAWYER,
    Risk.AGAIN: _AGAIN,
    Risk.TURNS_18: _TURNS_18,
}


def _risky(store: Store, days: Horizon, _deciding: Deciding) -> _Found:
    marks = ", ".join(f"({sql}) as {risk}" for risk, sql in _RISKS.items())
    rows, count = _rows(
        store,
        f"select count(*) over (), r.id, {', '.join(_RISKS)} from (select r.*, {marks}"
        f" from request r join student s on s.id = r.student_id where {_OPEN}) r"
        f" where {' or '.join(f'r.{risk}' for risk in _RISKS)}{_FIRST_DUE}",
        {
            "today": days.today.isoformat(),
            "since": days.again_since.isoformat(),
            "again": days.again,
        },
    )
    return [
        Item(
            request=row[0],
            codes=tuple(risk for risk, holds in zip(_RISKS, row[1:], strict=True) if holds),
        )
        for row in rows
    ], count


def _untouched(store: Store, days: Horizon, _deciding: Deciding) -> _Found:
    """What nobody went on with since it came in. Dates that moved by themselves are no touch."""
    rows = store.rows(
        "select r.id, r.entered_at, (select e.at from event e where e.request_id = r.id"
        " and e.kind not in ('dates.recomputed', 'dates.caught_up') order by e.seq desc limit 1)"
        f" from request r where {_RUNNING} and r.status <> 'waiting'"
        " order by r.entered_at, r.id"
    )
    found = [
        Item(request=row[0], on=entered.astimezone().date())
        for row in rows
        if (entered := datetime.fromisoformat(row[1])).astimezone().date() <= days.untouched_on
        and never_gone_on_with(entered, datetime.fromisoformat(row[2] or row[1]))
    ]
    return found[:MOST], len(found)


def _loads(store: Store, days: Horizon) -> tuple[Load, ...]:
    """Everybody who has something open, the most first, and what nobody has."""
    rows = store.rows(
        "select p.id, coalesce(p.name, ''), count(*), sum(case when r.dates_met = 0"
        " and r.due_on < :today then 1 else 0 end) from request r"
        f" left join person p on p.id = r.owner_id where {_OPEN}"
        " group by p.id, p.name order by p.id is not null, 3 desc, 2",
        {"today": days.today.isoformat()},
    )
    return tuple(Load(person=row[0], name=row[1], open=row[2], late=row[3]) for row in rows)


def _all_open(store: Store, _days: Horizon, _deciding: Deciding) -> _Found:
    return [], store.rows(f"select count(*) from request r where {_OPEN}")[0][0]


def _letters(store: Store, _days: Horizon, _deciding: Deciding) -> _Found:
    rows = ready_letters(store)
    return [
        Item(request=row.request, letter=row.id, codes=(row.template,), on=row.since)
        for row in rows[:MOST]
    ], len(rows)


def _visits(store: Store, days: Horizon, _deciding: Deciding) -> _Found:
    """Visits of today in their order; before them those of which nobody said how they went."""
    rows, count = _rows(
        store,
        "select count(*) over (), r.id, a.meet_on, a.meet_at, a.place, a.interpreter"
        " from appointment a join request r on r.id = a.request_id"
        f" where {_OPEN} and a.state = 'set' and a.meet_on <= :today"
        f" order by a.meet_on, a.meet_at, r.id limit {MOST}",
        {"today": days.today.isoformat()},
    )
    return [
        Item(
            request=row[0],
            on=date.fromisoformat(row[1]),
            at=row[2],
            words=row[3],
            codes=("interpreter",) if row[4] else (),
        )
        for row in rows
    ], count


def _chase(store: Store, days: Horizon, _deciding: Deciding) -> _Found:
    """Places whose last asking was long enough ago; the longest wait first."""
    if not days.silent:
        return [], 0
    since = {f"since{made}": one.asked_by.isoformat() for made, one in enumerate(days.silent, 1)}
    cases = " ".join(f"when {made} then :since{made}" for made in range(1, len(since)))
    allowed = f"case count(*) {cases} else :since{len(since)} end" if cases else ":since1"
    rows, count = _rows(
        store,
        "select count(*) over (), r.id, s.id, s.name, max(a.asked_on), count(*)"
        " from source s join request r on r.id = s.request_id join asking a on a.source_id = s.id"
        f" where {_OPEN} and s.state = 'asked' group by s.id having max(a.asked_on) <= {allowed}"
        f" order by 5, r.id, s.id limit {MOST}",
        dict(since),
    )
    return [
        Item(
            request=row[0],
            source=row[1],
            words=row[2],
            on=date.fromisoformat(row[3]),
            asked=row[4],
            codes=(next_whom(days.silent, row[4]),),
        )
        for row in rows
    ], count


def _copies(store: Store, _days: Horizon, _deciding: Deciding) -> _Found:
    return _listed(
        store,
        f"{_OPEN} and r.status <> 'waiting' and r.next_step = :copies",
        {"copies": COPIES_STEP},
    )


def _replies(store: Store, _days: Horizon, _deciding: Deciding) -> _Found:
    rows, count = _rows(
        store,
        "select count(*) over (), r.id, r.waiting_for from request r"
        f" where {_OPEN} and r.status = 'waiting'{_FIRST_DUE}",
        {},
    )
    return [Item(request=row[0], codes=(row[1],)) for row in rows], count


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone().date()


_READ: Mapping[Section, Callable[[Store, Horizon, Any], _Found]] = {
    Section.LATE: _late,
    Section.SOON: _soon,
    Section.BREAK: _over_break,
    Section.DECIDE: _to_decide,
    Section.RISKY: _risky,
    Section.UNTOUCHED: _untouched,
    Section.LOADS: _all_open,
    Section.LETTERS: _letters,
    Section.VISITS: _visits,
    Section.CHASE: _chase,
    Section.COPIES: _copies,
    Section.REPLIES: _replies,
}
