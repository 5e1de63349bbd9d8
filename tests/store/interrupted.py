"""Run as a program of its own, with the shim: stop what an office does at every place it can stop.

``python -m tests.store.interrupted ROOT SCENARIO faults|kills COUNT SEED`` lays an office out, lets
a child do the scenario, and stops it: by a file call that fails, or by ``kill -9`` at some moment.
Then it signs in as staff would and looks whether everything that was acknowledged is there. It
prints one line for each trial that went wrong, and last how many there were.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from desktop.actions.backing_up import back_up
from desktop.actions.intake import log_request
from desktop.actions.office import has_office, open_office
from desktop.actions.restoring import offered_in, restore
from desktop.actions.signing_in import unlock_office
from desktop.actions.steps import do_step, write_note
from desktop.actions.upgrading import bring_up_to_date
from desktop.actions.vault_key import change_vault_key
from desktop.errors import DeskError
from desktop.office import key_files, keys, swap
from desktop.office.keys import VaultKeys
from desktop.paths import Home
from desktop.records.backups import Why
from desktop.records.ids import PersonId, RequestId
from desktop.store import backup
from desktop.store.copying import copy_pages
from desktop.store.journal import Event
from desktop.store.store import Store
from desktop.store.verify import Outcome, verify
from tests.offices import AT, CHEAP, PASSPHRASE, TODAY, an_intake, an_office, the_law
from tests.store.files import DATABASE_KEY
from tests.store.fixture import fixture_of
from tests.store.purging import (
    destroy_old_file,
    gone,
    half_destroyed,
    lay_out_old_file,
    left_over,
)
from tests.store.shimmed import Shim

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)
ROUNDS = 120  # five acknowledged each: 2,000 kills at any moment meet more than 300,000
Ack = Callable[[str], None]


class FixtureKeys(VaultKeys):
    """The keys of a vault whose journal was begun with the fixture's key."""

    @property
    def journal(self) -> bytes:
        return bytes(range(32, 64))


class Scenario:
    """One thing that is done, and how to look at what it left."""

    def __init__(self, root: Path, name: str) -> None:
        self.name = name
        self.base, self.home = root / "base", Home(folder=root / "work")
        self.keys = VaultKeys(vault_key=bytes(32))
        self.person = PersonId(1)
        if name != "create":
            (self._earlier if name == "migrate" else self._office)()

    def _office(self) -> None:
        made = an_office(self.base)
        made.log()
        self.keys, self.person = made.opened.keys, made.opened.person.id
        if self.name == "purge":
            lay_out_old_file(made)
        back_up(made.home, self.keys, Why.CHANGED, at=AT)
        made.log()
        made.store.close()

    def _earlier(self) -> None:
        home = Home(folder=self.base)
        self.base.mkdir(mode=0o700)
        made, file = keys.new_vault()
        self.keys = FixtureKeys(vault_key=made.vault_key)
        file = keys.add_person(
            file, made, person=self.person, label="JR", passphrase=PASSPHRASE, cost=CHEAP
        )
        key_files.save(key_files.key_file_of(home.records_file), file)
        copy_pages(fixture_of(1), DATABASE_KEY, home.records_file, self.keys.database)

    def lay_out(self) -> None:
        """The office as it is before."""
        shutil.rmtree(self.home.folder, ignore_errors=True)
        if self.base.exists():
            shutil.copytree(self.base, self.home.folder)

    def do(self, ack: Ack) -> None:
        """What is stopped; acknowledges what may not be lost from then on."""
        {
            "save": self._save,
            "mixed": self._mixed,
            "backup": lambda ack: ack(f"copy {self._back_up()}"),
            "restore": self._restore,
            "rotate": self._rotate,
            "purge": self._purge,
            "migrate": lambda _ack: bring_up_to_date(self.home, self.keys, self.person, at=AT),
            "create": lambda ack: ack(str(an_office(self.home.folder).opened.person.id)),
        }[self.name](ack)

    def _save(self, ack: Ack) -> None:
        opened = open_office(self.home, self.person, self.keys)
        for number in range(6):
            event = Event(kind="note.added", request=RequestId(1), facts={"text": f"note {number}"})
            with opened.store.change(event, by=signed(self.person)) as change:
                change.execute(
                    "insert into closure (from_on, until_on, title, kind)"
                    " values ('2026-01-01', '2026-01-01', ?, 'closure')",
                    (f"note {number}",),
                )
            ack(f"note {number}")
            if number == 3:
                opened.store.sweep_log()
        opened.store.close()

    def _mixed(self, ack: Ack) -> None:
        """What the counter does all day: requests, steps, notes, drafts, now and then a copy."""
        store = open_office(self.home, self.person, self.keys).store
        law, by = the_law(), signed(self.person)
        for number in range(ROUNDS):
            logged = log_request(store, an_intake(), law=law, today=TODAY, by=by)
            ack(f"request {logged.number}")
            do_step(store, logged.request, "receipt", law=law, today=TODAY, by=by)
            ack(f"receipt {logged.number}")
            for note in range(3):
                write_note(store, logged.request, f"note {number} {note}", by=by)
                ack(f"note {number} {note}")
            store.keep_draft((self.person, "intake", f"[{number}]", AT.isoformat()))
            if number % 10 == 9:
                store.sweep_log()
        store.close()

    def _back_up(self) -> int:
        return back_up(self.home, self.keys, Why.ASKED, at=AT).backup.number

    def _restore(self, ack: Ack) -> None:
        offered = offered_in(self.home.folder)
        if not offered:  # its note could not be read
            raise DeskError("no_backup", "There is no copy.")
        oldest = offered[-1]
        restore(self.home, oldest, self.keys, self.person, at=AT)
        ack("restored")

    def _rotate(self, ack: Ack) -> None:
        file = key_files.load(key_files.key_file_of(self.home.records_file))
        change_vault_key(self.home, file, self.keys, by=signed(self.person))
        ack("rotated")

    def _purge(self, ack: Ack) -> None:
        with closing(open_office(self.home, self.person, self.keys).store) as store:
            destroy_old_file(store, self.person)
            ack("destroyed")

    def check(self, acknowledged: list[str]) -> str:
        """What is wrong with what was left, in a word; empty when nothing is."""
        if self.name == "create" and not has_office(self.home):
            if acknowledged:
                return "the office is gone"
            an_office(self.home.folder).store.close()
            return ""
        found = self._signed_in()
        outcome = verify(self.home.records_file, found).outcome
        if outcome is not Outcome.CLEAN:
            return f"verify says {outcome}"
        for one in backup.all_in(self.home.backups_folder, found):
            state = backup.look(one.folder, found, read=True).state
            if state not in {backup.State.WHOLE, backup.State.OTHER_KEY}:
                return f"a copy is {state}"
        with closing(Store.open(self.home.records_file, found)) as store:
            destroyed = self.name == "purge" and gone(store)
            lost = self._lost(store, found, acknowledged)
        return lost or (left_over(self.home, found.database) if destroyed else "")

    def _signed_in(self) -> VaultKeys:
        if self.name == "migrate":
            swap.finish(self.home.folder)
            bring_up_to_date(self.home, self.keys, self.person, at=AT)
            return self.keys
        person = self.person
        if self.name == "create":
            person = PersonId(
                key_files.load(key_files.key_file_of(self.home.records_file)).slots[0].person
            )
        return unlock_office(self.home, person, PASSPHRASE)

    def _lost(self, store: Store, found: VaultKeys, acknowledged: list[str]) -> str:
        titles = [
            row[0] for row in store.rows("select title from closure where title like 'note%'")
        ]
        if len(titles) != len(set(titles)):
            return "a change is there twice"
        told = store.rows("select count(*) from event where kind = 'note.added'")[0][0]
        if self.name == "save" and told != len(titles):
            return "a change without its event"
        if self.name == "mixed" and (half := _half_written(store)):
            return half
        if self.name == "purge" and (half := half_destroyed(store)):
            return half
        numbers = {f"copy {one.number}" for one in backup.all_in(self.home.backups_folder, found)}
        lost = {
            "save": lambda: set(acknowledged) - set(titles),
            "mixed": lambda: set(acknowledged) - _mixed_there(store),
            "backup": lambda: set(acknowledged) - numbers,
            "restore": lambda: acknowledged and _requests(store) != 1,
            "purge": lambda: acknowledged and not gone(store),
            "rotate": lambda: acknowledged and found.vault_key == self.keys.vault_key,
        }.get(self.name, lambda: False)()
        if lost:
            return "what was acknowledged is gone"
        least = 0 if self.name == "create" else 1
        return "" if _requests(store) >= least else "requests are gone"


def _mixed_there(store: Store) -> set[str]:
    """What of the mixed work is in the file."""
    logged = {f"request {row[0]}" for row in store.rows("select number from request")}
    receipts = store.rows(
        "select r.number from step s join request r on r.id = s.request_id"
        " where s.code = 'receipt' and s.done_on is not null"
    )
    notes = store.rows("select text from note")
    return logged | {f"receipt {row[0]}" for row in receipts} | {row[0] for row in notes}


def _half_written(store: Store) -> str:
    """A change without its event, or an event without its change."""
    for kind, sql in (
        ("request.logged", "select count(*) from request"),
        ("note.added", "select count(*) from note"),
        ("step.done", "select count(*) from step where done_on is not null"),
    ):
        told = store.rows("select count(*) from event where kind = ?", (kind,))[0][0]
        if told != store.rows(sql)[0][0]:
            return f"{kind} is half written"
    return ""


def _requests(store: Store) -> int:
    return int(store.rows("select count(*) from request")[0][0])


def signed(person: int):
    """Somebody's initials."""
    from desktop.records.person import Initials  # noqa: PLC0415

    return Initials(person=PersonId(person), initials="JR", at=AT)


def in_child(work: Callable[[Ack], None], *, kill_after: float | None = None) -> list[str]:
    """Do ``work`` in a child; gives what it acknowledged, and last a line on how it ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        ended = "done"
        try:
            work(lambda line: os.write(writing, f"{line}\n".encode()) and None)
        except DeskError as fault:
            ended = f"refused: {fault.code}"
        except BaseException as fault:  # noqa: BLE001  # told to the parent, whatever it is
            ended = f"BROKE: {type(fault).__name__} {fault}"
        os.write(writing, f"end {ended}\n".encode())
        os._exit(0)
    os.close(writing)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(reading) as lines:
        said = [line.rstrip("\n") for line in lines if line.endswith("\n")]
    os.waitpid(child, 0)
    return said


def acknowledged(said: list[str]) -> list[str]:
    """What may not be lost."""
    return [line for line in said if not line.startswith("end ")]


def tried(scenario: Scenario, said: list[str]) -> str:
    """Look at what was left; anything but a clean office is told."""
    broke = next((line for line in said if line.startswith("end BROKE")), "")
    if broke:
        return broke
    try:
        return scenario.check(acknowledged(said))
    except Exception as fault:  # noqa: BLE001  # told as what went wrong with this trial
        code = getattr(fault, "code", "")
        return f"does not open: {type(fault).__name__} {code} {fault}"


def looked(scenario: Scenario, said: list[str]) -> str:
    """As ``tried``, in a child: who looks has threads, and whoever had threads must not fork.

    A lock of the encryption that a thread holds on its way out stays locked in every child.
    """
    return in_child(lambda ack: ack(" ".join(tried(scenario, said).split())))[0]


def faults(scenario: Scenario, shim: Shim, count: int, chance: random.Random) -> int:
    """Let each file call fail in turn, with each error; of too many a share by chance."""
    scenario.lay_out()

    def counted(ack: Ack) -> None:
        shim.arm(0, 0)
        scenario.do(lambda _line: None)
        ack(str(shim.calls()))

    calls = int(in_child(counted)[0])
    cases = [
        (call, error, sticky)
        for call in range(1, calls + 1)
        for error in ERRORS
        for sticky in (False, True)
    ]
    chosen = cases if count <= 0 or count >= len(cases) else chance.sample(cases, count)
    for call, error, sticky in chosen:

        def failing(ack: Ack, call: int = call, error: int = error, sticky: bool = sticky) -> None:
            shim.arm(call, error, sticky=sticky)
            try:
                scenario.do(ack)
            finally:
                shim.arm(0, 0)

        scenario.lay_out()
        wrong = looked(scenario, in_child(failing))
        if wrong:
            print(f"WRONG {scenario.name} call {call} {errno.errorcode[error]} {sticky}: {wrong}")
    print(f"{len(chosen)} of {len(cases)} faults, {calls} calls")
    return len(chosen)


def timed(scenario: Scenario) -> float:
    """Seconds it takes where nobody stops it."""
    scenario.lay_out()
    started = time.monotonic()
    in_child(scenario.do)
    return time.monotonic() - started


def kills(scenario: Scenario, count: int, chance: random.Random) -> None:
    """Kill it at some moment of its work."""
    lasts, told = max(timed(scenario) for _ in range(3)), 0
    for number in range(count):
        scenario.lay_out()
        moment = chance.uniform(0, lasts * 1.1)
        said = in_child(scenario.do, kill_after=moment)
        told += len(acknowledged(said))
        wrong = looked(scenario, said)
        if wrong:
            print(f"WRONG {scenario.name} kill {number} at {moment / lasts:.3f}: {wrong}")
    print(f"{count} kills within {lasts * 1000:.0f} ms, {told} acknowledged")


def main(root: str, name: str, how: str, count: str, seed: str) -> None:
    """Run the trials."""
    with suppress(AttributeError):
        sys.stdout.reconfigure(line_buffering=True)
    scenario = Scenario(Path(root), name)
    chance = random.Random(int(seed))  # noqa: S311
    if how == "faults":
        faults(scenario, Shim(), int(count), chance)
    else:
        kills(scenario, int(count), chance)


if __name__ == "__main__":
    main(*sys.argv[1:])
