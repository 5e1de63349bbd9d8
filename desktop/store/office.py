"""Writing what the office says about itself: staff, the school, closures, places to search."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from desktop.records.ids import ClosureId, PersonId
from desktop.records.person import Person
from desktop.records.place import Place
from desktop.records.school import School
from desktop.store.store import Change


def add_person(change: Change, person: Person) -> None:
    """Enter a member of staff."""
    change.execute(
        "insert into person (id, name, initials, role, active) values (?, ?, ?, ?, ?)",
        (person.id, person.name, person.initials, person.role, person.active),
    )


def set_person(change: Change, person: Person) -> None:
    """Change what is known of a member of staff; nobody is ever deleted."""
    change.execute(
        "update person set name = ?, initials = ?, role = ?, active = ? where id = ?",
        (person.name, person.initials, person.role, person.active, person.id),
    )


def save_school(change: Change, school: School) -> None:
    """Write the school's page, new or changed."""
    values = {
        "name": school.name,
        "district": school.district,
        "address": msgspec.json.encode(school.address).decode(),
        "phone": school.phone,
        "email": school.email,
        "principal": school.principal,
        "records_contact": school.records_contact,
        "records_contact_title": school.records_contact_title,
        "state": school.state,
        "office_days": "".join(str(day) for day in sorted(school.office_days)),
        "office_hours": school.office_hours,
        "promise_calendar_days": school.promise_calendar_days,
        "cents_a_page": school.cents_a_page,
        "complaint_line": school.complaint_line,
        "logo": school.logo,
        "paper": msgspec.json.encode(school.paper).decode(),
    }
    columns = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    news = ", ".join(f"{name} = excluded.{name}" for name in values)
    change.execute(
        f"insert into school (id, {columns}) values (1, {places})"
        f" on conflict (id) do update set {news}",
        values,
    )


def set_signature(change: Change, person: PersonId, picture: bytes) -> None:
    """Keep the picture of a person's signature, or none where it is empty."""
    change.execute("delete from signature where person_id = ?", (person,))
    if picture:
        change.execute(
            "insert into signature (person_id, picture) values (?, ?)", (person, picture)
        )


def add_closure(
    change: Change, closure: ClosureId, *, from_on: date, until_on: date, title: str, kind: str
) -> None:
    """Enter days the office edits by hand.

    ``kind`` is "closure" (no school), "holiday" (a public holiday our calendar lacks) or
    "not_holiday" (one that is not kept here).
    """
    change.execute(
        "insert into closure (id, from_on, until_on, title, kind) values (?, ?, ?, ?, ?)",
        (closure, from_on.isoformat(), until_on.isoformat(), title, kind),
    )


def remove_closure(change: Change, closure: ClosureId) -> None:
    """Take an entry of the calendar back."""
    change.execute("delete from closure where id = ?", (closure,))


def set_places(change: Change, places: Sequence[Place]) -> None:
    """Write the office's list of places records live, in order; each has its id."""
    change.execute("update place set active = 0")
    for position, place in enumerate(places):
        change.execute(
            "insert into place (id, name, keeper, overwrites, vendor, position, active)"
            " values (?, ?, ?, ?, ?, ?, 1)"
            " on conflict (id) do update set name = excluded.name, keeper = excluded.keeper,"
            " overwrites = excluded.overwrites, vendor = excluded.vendor,"
            " position = excluded.position, active = 1",
            (place.id, place.name, place.keeper, place.overwrites, place.vendor, position),
        )
