"""A table leaves: what is asked, what is kept of it, and what never leaves in one."""

from __future__ import annotations

import csv
import hashlib
import io

import msgspec
import openpyxl
import pytest

from desktop.actions import families
from desktop.actions.exporting import export_sheet
from desktop.records.export import ExportAsked
from desktop.records.ids import OrderId, PartyId, PersonId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.person import Initials, Person, Role
from desktop.records.school import Address
from desktop.records.sheet import Sheet, SheetFormat
from desktop.store import exports
from desktop.store.journal import Event
from desktop.store.office import add_person
from tests.actions.refusals import last_event, refused
from tests.offices import AT, TODAY, a_party, a_student, the_wording

ASKED = ExportAsked(receiver="Dana Whitfield", reason="For the board", format=SheetFormat.CSV)
MOTHER = a_party(
    id=PartyId(7), name="Elena Alvarez", phone="555-0147", email="elena@example.org",
    address=Address(street="9 Hidden Court", city="Farville", state="TX", postal_code="75009"),
)  # fmt: skip


def a_sheet(*rows):
    return Sheet(id="holds", title="Holds", heads=("Student", "Note"), rows=rows)


def export(office, path, sheet=None, asked=ASKED, by=None):
    return export_sheet(
        office.store, sheet or a_sheet(("Xanthippe", "=1")), asked, path=path,
        wording=the_wording(), today=TODAY, by=by or office.sign(),
    )  # fmt: skip


@pytest.mark.parametrize("kind", SheetFormat)
def test_a_table_leaves_with_its_hash_in_the_register(office, tmp_path, kind):
    asked = ExportAsked(receiver=" The board ", reason="Question 4", format=kind)
    path = tmp_path / f"one.{kind}"
    made = export(office, path, asked=asked).made
    assert made.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert exports.exports_between(office.store, TODAY, TODAY) == [made]
    assert (made.asked.receiver, made.count, made.withheld) == ("The board", 1, 0)
    assert path.stat().st_mode & 0o077 == 0


def test_the_journal_tells_count_and_hash_and_names_nobody(office, tmp_path):
    made = export(office, tmp_path / "one.csv").made
    kind, facts = last_event(office.store)
    assert kind == "export.made"
    assert msgspec.json.decode(facts) == {
        "export": made.id, "sheet": "holds", "format": "csv", "count": 1, "withheld": 0,
        "sha256": made.sha256,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"receiver": " "}, "export_receiver"),
        ({"receiver": "x" * 301}, "export_receiver"),
        ({"reason": "\n"}, "export_reason"),
        ({"reason": "about 123-45-6789"}, "nine_digits"),
    ],
)
def test_without_who_and_what_for_nothing_leaves(office, tmp_path, change, code):
    values = {"receiver": "The board", "reason": "Question 4", "format": SheetFormat.CSV}
    with refused(office.store, code):
        export(office, tmp_path / "one.csv", asked=ExportAsked(**values | change))
    assert list(tmp_path.glob("one*")) == []


@pytest.mark.parametrize("name", ["CON.csv", "a:b.csv"])
def test_a_name_another_computer_takes_for_something_else_is_refused(office, tmp_path, name):
    with refused(office.store, "file_name"):
        export(office, tmp_path / name)


def test_the_front_office_takes_no_table_out(office, tmp_path):
    clerk = Person(id=PersonId(5), name="Cy Lee", initials="CL", role=Role.FRONT_OFFICE)
    with office.store.change(Event(kind="person.added"), by=office.sign()) as change:
        add_person(change, clerk)
    with refused(office.store, "role"):
        export(office, tmp_path / "one.csv", by=Initials(person=clerk.id, initials="CL", at=AT))
    assert list(tmp_path.glob("one*")) == []


def test_a_folder_that_is_gone_leaves_no_entry(office, tmp_path):
    with refused(office.store, "not_saved"):
        export(office, tmp_path / "missing" / "one.csv")


# What a paper keeps from somebody


@pytest.fixture
def kept(office):
    """A student whose mother's address a protection order keeps from the father."""
    student, father, by = a_student(), a_party(id=PartyId(8)), office.sign()
    families.save_student(office.store, student, today=TODAY, by=by)
    families.put_on_file(office.store, student.id, MOTHER, Relationship.MOTHER, by=by)
    families.put_on_file(office.store, student.id, father, Relationship.FATHER, by=by)
    order = Order(
        id=OrderId(new_id(AT)), student=student.id, kind=OrderKind.PROTECTION,
        limited_party=father.id, limits=frozenset({Limit.ADDRESS}),
        read_by=office.opened.person.id, passage="The address shall not be disclosed.",
    )  # fmt: skip
    families.note_order(office.store, order, by=by)
    return office


@pytest.mark.parametrize("kind", SheetFormat)
@pytest.mark.parametrize(
    "cell",
    ["Sent to 9 Hidden Court, Farville", "call 555 0147", "ELENA@example.org", "9  hidden   court"],
)
def test_a_kept_address_leaves_in_no_table(kept, tmp_path, cell, kind):
    asked = ExportAsked(receiver="The board", reason="Question 4", format=kind)
    path = tmp_path / "one"
    made = export(kept, path, a_sheet(("Mia", cell), ("Mia", "Transcript")), asked).made
    assert made.withheld == 1
    told = contents(path, kind)
    assert told == [["Mia", the_wording().text("export.withheld")], ["Mia", "Transcript"]]


def contents(path, kind):
    if kind is SheetFormat.CSV:
        return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))[1:]
    page = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).active
    return [list(row) for row in page.iter_rows(min_row=2, values_only=True)]
