"""Another person takes over at the same desk: how long it takes from the lock to their window."""

from __future__ import annotations

import time

import pytest

from desktop.actions.people import NewPerson, add_person
from desktop.office.kdf_cost import LONGEST_SECONDS
from desktop.records.person import Role
from tests.offices import an_office
from tests.programs import programs, screen, type_passphrase

SAMS = "quiet river under stones"
WISHED_SECONDS = 2.0


@pytest.fixture
def office(tmp_path):
    """With a day's work in it, Jo Reyes and Sam Lee."""
    office = an_office(tmp_path / "home")
    sam = NewPerson(name="Sam Lee", initials="SL", role=Role.FRONT_OFFICE, passphrase=SAMS)
    add_person(office.store, office.home, office.opened.keys, sam, by=office.sign())
    for _ in range(20):
        office.log()
    office.store.close()
    return office


def test_switching_person_takes_two_seconds(qtbot, qapp, office, figure):
    """Whoever waits longer stays signed in as somebody else.

    The guess that the passphrase costs is as cheap as tests have it; the dearest one is left out of
    what the rest may take. Counted is what the processor works, as other work here must not matter.
    """
    with programs(qapp) as start:
        program = start(office.home)
        screen(program).person.setCurrentText("JR")
        type_passphrase(qtbot, program)
        clock, worked = time.perf_counter(), time.process_time()
        program.window.lock_now()
        screen(program).person.setCurrentText("SL")
        type_passphrase(qtbot, program, SAMS)
        clock, worked = time.perf_counter() - clock, time.process_time() - worked
        assert program._desk.person.initials == "SL"
    figure(f"{clock:.2f} s by the clock, {worked:.2f} s of work, the guess not among them")
    assert worked < WISHED_SECONDS - LONGEST_SECONDS
