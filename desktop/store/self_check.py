"""Counts about the office as a whole, for the self-check, and which routines were done when."""

from __future__ import annotations

from datetime import date
from statistics import median_low

from desktop.records.age import turns_18_on
from desktop.records.printout import TURNING_18
from desktop.records.self_check import Figure, FigureKind
from desktop.store.printed import printed_for
from desktop.store.store import Change, Store

_CONFIRMING = ("receipt", "acknowledge")


def counted(store: Store, *, since: date, today: date) -> dict[FigureKind, Figure]:
    """What the file can count from ``since`` to ``today``; a kind is missing where nothing is.

    Counts only: no id and no name leaves this function. Requests entered wrongly are not counted.
    """
    days: dict[str, object] = {"since": since.isoformat(), "today": today.isoformat()}
    return {
        **_timeliness(store, days),
        **_ownership(store),
        **_confirming(store, days),
        **_places(store),
        **_copies_tried(store, days),
        **_birthdays(store, since, today),
    }


def _timeliness(store: Store, days: dict[str, object]) -> dict[FigureKind, Figure]:
    rows = store.rows(
        "select received_on, closed_on, due_on, dates_met from request"
        " where coalesce(outcome, '') <> 'entered_wrongly'"
        " and (closed_on is null or closed_on >= :since)",
        days,
    )
    if not rows:
        return {}
    today = str(days["today"])
    late = sum(
        1 for _, closed, due, met in rows if (closed > due if closed else due < today) and not met
    )
    found = {FigureKind.LATE: Figure(value=late, of=len(rows))}
    taken = [
        (date.fromisoformat(closed) - date.fromisoformat(received)).days
        for received, closed, _, _ in rows
        if closed
    ]
    if taken:
        found[FigureKind.DAYS_TO_ANSWER] = Figure(value=median_low(taken), of=len(taken))
    return found


def _ownership(store: Store) -> dict[FigureKind, Figure]:
    count, owned = store.rows(
        "select count(*), count(owner_id) from request where closed_on is null", ()
    )[0]
    if not count:
        return {}
    return {FigureKind.WITHOUT_OWNER: Figure(value=count - owned, of=count)}


def _confirming(store: Store, days: dict[str, object]) -> dict[FigureKind, Figure]:
    """Requests received in the term and no longer new whose confirming steps are all open."""
    marks = ", ".join(f"'{code}'" for code in _CONFIRMING)
    count, confirmed = store.rows(
        "select count(*), coalesce(sum(done), 0) from (select r.id,"
        f" max(s.state = 'done') as done from request r join step s on s.request_id = r.id"
        f" and s.code in ({marks}) where r.received_on between :since and :today"
        " and coalesce(r.outcome, '') <> 'entered_wrongly' group by r.id)",
        days,
    )[0]
    if not count:
        return {}
    return {FigureKind.UNCONFIRMED: Figure(value=count - confirmed, of=count)}


def _places(store: Store) -> dict[FigureKind, Figure]:
    rows = store.rows("select trim(keeper) <> '', vendor from place where active = 1", ())
    found = {}
    for kind, kept in (
        (FigureKind.PLACES_WITHOUT_KEEPER, [named for named, _ in rows]),
        (FigureKind.COMPANIES_WITHOUT_CONTACT, [named for named, vendor in rows if vendor]),
    ):
        if kept:
            found[kind] = Figure(value=len(kept) - sum(kept), of=len(kept))
    return found


def _copies_tried(store: Store, days: dict[str, object]) -> dict[FigureKind, Figure]:
    tried = store.rows(
        "select count(*) from event where kind = 'backup.tried' and substr(at, 1, 10) >= :since",
        days,
    )
    return {FigureKind.BACKUPS_TRIED: Figure(value=tried[0][0])}


def _birthdays(store: Store, since: date, today: date) -> dict[FigureKind, Figure]:
    """18th birthdays of students still here, and those no page was printed for until the day.

    34 CFR 99.5(a)(1): from that day on the rights are the student's.
    """
    rows = store.rows(
        "select id, born_on from student where enrollment = 'enrolled' and born_on is not null", ()
    )
    turned = {id_: turns_18_on(date.fromisoformat(born_on)) for id_, born_on in rows}
    turned = {id_: on for id_, on in turned.items() if since <= on <= today}
    if not turned:
        return {}
    told = {
        id_ for id_, on in printed_for(store, TURNING_18) if id_ in turned and on <= turned[id_]
    }
    untold = len(turned) - len(told)
    return {FigureKind.BIRTHDAYS_UNTOLD: Figure(value=untold, of=len(turned))}


def finished_letters(store: Store, *, since: date) -> list[tuple[str, str, str]]:
    """The letters finished from ``since`` on: template, language, text as kept."""
    return store.rows(
        "select template, language, text from letter where state = 'finished'"
        " and substr(finished_at, 1, 10) >= ?",
        (since.isoformat(),),
    )


def routines_done(store: Store) -> dict[str, date]:
    """When each routine was last done, by its id."""
    rows = store.rows("select routine, max(done_on) from routine_done group by routine", ())
    return {routine: date.fromisoformat(on) for routine, on in rows}


def add_routine_done(change: Change, routine: str, on: date) -> None:
    """Note that a routine was done on a day."""
    change.execute(
        "insert into routine_done (routine, done_on) values (?, ?) on conflict do nothing",
        (routine, on.isoformat()),
    )
