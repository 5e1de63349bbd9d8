"""``python -m tests.store.fixture``: the small file of today's schema that later programs open.

Run it once for each released schema and keep the file: it is what an office of that time has.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.actions import steps
from desktop.actions.intake import log_request
from desktop.records.ids import PartyId, StudentId
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.place import Place
from desktop.store import engine, office, schema, vault
from desktop.store.journal import Event
from desktop.store.mark import mark_of
from desktop.store.store import Store
from tests.offices import TODAY, a_party, a_school, a_student, an_intake, the_law
from tests.store.files import BY, KEYS, create

FOLDER = Path(__file__).with_name("fixtures")


def fixture_of(version: int) -> Path:
    """The file kept for a schema."""
    return FOLDER / f"schema-{version}.records"


def main() -> None:
    """Make the file of this schema, once."""
    path = fixture_of(schema.VERSION)
    store = create(path)
    with store.change(Event(kind="school.changed"), by=BY) as change:
        office.save_school(change, a_school())
        office.set_places(change, [Place(id=1, name="Cumulative folder", keeper="Registrar")])
    _log(store, the_law(), BY)
    # Small enough to be kept: nothing but what is used.
    store._connection.execute("pragma wal_checkpoint(truncate)")
    store._connection.execute("vacuum")
    store.close()
    mark_of(path).unlink()


def _log(store: Store, law: Law, by: Initials) -> None:
    intake = an_intake(
        student=a_student(id=StudentId(1)),
        requester=a_party(id=PartyId(1)),
        received_on=date(2026, 10, 1),
    )
    logged = log_request(store, intake, law=law, today=TODAY, by=by)
    steps.do_step(store, logged.request, "receipt", law=law, today=TODAY, by=by)
    steps.write_note(store, logged.request, "Called back at noon.", by=by)


def opened(path: Path) -> Store:
    """The file as this program opens it, brought up to date where it is older."""
    vault.open_file(path, KEYS, upgrade=True).close()
    return Store.open(path, KEYS)


def tables(connection: engine.Connection) -> dict[str, str]:
    """What the file says its tables, indexes and triggers are."""
    rows = connection.execute(
        "select name, sql from sqlite_schema where sql is not null and name not like '%_search_%'"
        " and name not like '\\_sqlite%' escape '\\'"
    )
    return dict(rows.fetchall())


if __name__ == "__main__":
    main()
