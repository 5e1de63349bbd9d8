"""Roles times actions: everything that can be written is in the table, and the store asks it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from desktop.actions.people import NewPerson, add_person, change_passphrase, give_passphrase
from desktop.actions.retention import set_schedule
from desktop.errors import DeskError, ResourceError
from desktop.office import key_files
from desktop.records.ids import PersonId
from desktop.records.person import Initials, Person, Role
from desktop.records.roles import load_roles, shipped_roles
from desktop.store.journal import PURGED, SALVAGED, Event
from desktop.store.office import add_person as enter
from tests.offices import AT, PASSPHRASE, an_office

ACTIONS = Path(__file__).parents[2] / "desktop" / "actions"
# What is put together when it is written, and what a step's own name stands in.
PUT_TOGETHER = {
    "visit.saw_all", "visit.saw_part", "visit.not_come", "visit.moved_by_family",
    "visit.moved_by_school", "disclosure.entered", "disclosure.refused", "disclosure.corrected",
}  # fmt: skip
# Codes of sentences and refusals that look the same.
NOT_KINDS = re.compile(
    r"\w+\.(toml|csv|text|title|line|\w+_text|\w+_title|mark|faults|after_survey|signed_later"
    r"|until_before)"
)

ONLY_ABOVE_THE_COUNTER = re.compile(
    r"(roster|school|calendar|places|rule|target|retention|wording)\.\w+"
    r"|dates\.extended|dates\.extension_removed|request\.(merged|merged_in|unmerged|unmerged_from)"
    r"|hold\.kept|list\.given|(export|evidence)\.made|person\.(added|left|way_in)|vault\.recovery_code"
    r"|office\.(restored|salvaged)"
)


def codes_of_sentences(tree: ast.AST) -> set[str]:
    """What is asked of the wording is no kind of entry."""
    return {
        argument.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in {"text", "says", "when"}
        for argument in call.args
        if isinstance(argument, ast.Constant)
    }


def kinds() -> set[str]:
    """Every kind of entry that stands in the actions' source."""
    found: set[str] = {PURGED, SALVAGED}
    for path in ACTIONS.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        found |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.fullmatch(r"[a-z_]+\.[a-z_]+", node.value)
        } - codes_of_sentences(tree)
    return {one for one in found if not NOT_KINDS.fullmatch(one)} | PUT_TOGETHER


KINDS = sorted(kinds())


@pytest.fixture(scope="module")
def staffed(tmp_path_factory):
    """An office with one person of each role, by role."""
    office = an_office(tmp_path_factory.mktemp("roles") / "home")
    people = {}
    for number, role in enumerate(Role, start=1):
        person = Person(id=PersonId(number), name=role, initials=f"R{number}", role=role)
        with office.store.change(Event(kind="person.added"), by=office.sign()) as change:
            enter(change, person)
        people[role] = Initials(person=person.id, initials=person.initials, at=AT)
    yield office, people
    office.store.close()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", KINDS)
def test_the_store_writes_what_the_table_allows_and_nothing_else(staffed, role, kind):
    office, people = staffed
    before = office.store.head()
    wanted = role is not Role.FRONT_OFFICE or not ONLY_ABOVE_THE_COUNTER.fullmatch(kind)
    if kind.startswith("wording.") and role is Role.PRINCIPAL:
        wanted = False
    if wanted:
        with office.store.change(Event(kind=kind), by=people[role]):
            pass
        assert office.store.head().seq == before.seq + 1
        return
    with (
        pytest.raises(DeskError) as caught,
        office.store.change(Event(kind=kind), by=people[role]),
    ):
        pytest.fail("nothing is done before the role is checked")
    assert caught.value.code == "role"
    assert "registrar" in caught.value.message
    assert office.store.head() == before


def test_no_kind_is_left_out_of_the_table_and_no_line_of_it_is_stray():
    roles = shipped_roles()
    assert [kind for kind in KINDS if not roles.allowed(kind)] == []
    named = {roles.line_of(kind) for kind in KINDS}
    # Every kind of person is named one by one, and what the principal decides is asked by name.
    assert roles.lines() - named <= {"decision.*", "person.*"}


def test_what_no_line_names_nobody_may_do(staffed):
    office, people = staffed
    for role in Role:
        with (
            pytest.raises(DeskError, match="role"),
            office.store.change(Event(kind="moon.landed"), by=people[role]),
        ):
            pass


def test_a_second_entry_of_a_change_is_checked_as_well(staffed):
    office, people = staffed
    before = office.store.head()
    with (
        pytest.raises(DeskError, match="role"),
        office.store.change(Event(kind="note.added"), by=people[Role.FRONT_OFFICE]) as change,
    ):
        change.also(Event(kind="retention.set"))
    assert office.store.head() == before


def test_somebody_the_file_does_not_know_writes_nothing(staffed):
    office, _people = staffed
    stranger = Initials(person=PersonId(99), initials="XX", at=AT)
    with (
        pytest.raises(DeskError, match="role"),
        office.store.change(Event(kind="note.added"), by=stranger),
    ):
        pass


def test_the_front_office_gives_nobody_a_way_in_and_the_keys_stay(staffed):
    office, people = staffed
    clerk, store, home, vault = (
        people[Role.FRONT_OFFICE],
        office.store,
        office.home,
        office.opened.keys,
    )
    before = key_files.key_file_of(home.records_file).read_bytes()
    new = NewPerson(name="Pat Doe", initials="PD", role=Role.PRINCIPAL, passphrase=PASSPHRASE)
    with pytest.raises(DeskError, match="role"):
        add_person(store, home, vault, new, by=clerk)
    with pytest.raises(DeskError, match="role"):
        give_passphrase(store, home, vault, office.opened.person, PASSPHRASE, by=clerk)
    with pytest.raises(DeskError, match="role"):
        set_schedule(store, 5, reason="Schedule", by=clerk)
    assert key_files.key_file_of(home.records_file).read_bytes() == before


def test_everybody_changes_their_own_passphrase_and_it_is_journaled(office):
    change_passphrase(
        office.store,
        office.home,
        office.opened.keys,
        office.opened.person,
        old=PASSPHRASE,
        new="quiet river under stones",
        by=office.sign(),
    )
    assert office.store.rows("select kind from event order by seq desc limit 1") == [
        ("person.own_passphrase",)
    ]


def test_a_kind_named_twice_makes_the_table_faulty(tmp_path):
    file = tmp_path / "roles.toml"
    line = '[[may]]\nwhat = "x"\nroles = ["registrar"]\nkinds = ["a.b"]\n'
    file.write_text(line * 2)
    with pytest.raises(ResourceError) as caught:
        load_roles(file)
    assert "named twice" in caught.value.message
