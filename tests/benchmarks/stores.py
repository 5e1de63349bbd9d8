"""Large invented records files, made once by bulk inserts through the real schema and kept.

They lie in the system's temporary folder and hold no real person. For comparison the same rows can
go into a plain file, made by the same engine without a key.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

import msgspec

from desktop.office.key_files import key_file_of, save
from desktop.office.keys import add_person, new_vault
from desktop.office.sealing import KdfCost
from desktop.paths import Home, resources
from desktop.records.ids import PartyId, PersonId, StudentId
from desktop.records.party import Party
from desktop.records.person import Initials, Person, Role
from desktop.records.student import Student
from desktop.store import (
    clocks_json,
    engine,
    families,
    journal,
    office,
    packed,
    request_words,
    salvage,
    schema,
    vault,
)
from desktop.store.journal import Event
from desktop.store.mark import Mark
from desktop.store.store import Store
from tests.offices import a_school, an_office
from tests.store.files import JOURNAL_KEY, KEYS

PASSPHRASE = "benchmark office passphrase"
ADDED = datetime(2024, 8, 1, 14, 0, tzinfo=UTC)
YEARS = 10
OPEN_DAYS = 47
OPEN_IN_A_HUNDRED = 3
EVENTS_EACH = 5
SALT = bytes(16)
STEPS = ("receipt", "acknowledge", "identity", "authority", "scope", "search", "review",
         "appointment", "inspected")  # fmt: skip

_GIVEN, _FAMILY = (
    line.split() for line in Path(__file__).with_name("names.txt").read_text("utf-8").splitlines()
)
_RELATIONSHIPS = ("mother", "father", "mother", "father", "guardian", "grandparent", "self")
_CHANNELS = ("in_person", "phone", "letter", "email")


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """A large office: where it lies, how many requests it holds, and a day to look at it on."""

    home: Home
    plain_file: Path
    requests: int
    today: date

    def open(self) -> Store:
        """The encrypted file as the program opens it, its keys at hand."""
        return Store.open(self.home.records_file, KEYS)

    def open_plain(self) -> Store:
        """The same rows in a plain file under the same settings; made when first asked for."""
        if not self.plain_file.exists():
            making = self.plain_file.with_suffix(".making")
            making.unlink(missing_ok=True)
            _fill(_create_plain(making), self.requests, self.today)
            making.rename(self.plain_file)
        connection = engine.connect(str(self.plain_file))
        vault._apply_settings(connection)
        return Store(connection, KEYS)


STAFF = tuple(
    Person(id=PersonId(place), name=name, initials=initials, role=role)
    for place, (name, initials, role) in enumerate(
        [
            ("Jo Reyes", "JR", Role.REGISTRAR),
            ("Sam Okafor", "SO", Role.FRONT_OFFICE),
            ("Dana Whitfield", "DW", Role.PRINCIPAL),
        ],
        start=1,
    )
)


def large_office(requests: int, today: date) -> Large:
    """The office with that many requests, made when it is not there yet.

    Args:
        requests: how many; five events each.
        today: the day its open requests are open on.
    """
    words = resources("clocks", f"{packed.NEWEST}.txt")
    sources = (__file__, schema.__file__, request_words.__file__, packed.__file__, words)
    made_by = hashlib.sha256(b"".join(Path(one).read_bytes() for one in sources))
    name = f"{requests}-{today.isoformat()}-{made_by.hexdigest()[:12]}"
    folder = Path(tempfile.gettempdir()) / "records-desk-benchmarks" / name
    found = Large(
        home=Home(folder=folder), plain_file=folder / "plain.sqlite", requests=requests, today=today
    )
    if not (folder / "done").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, mode=0o700)
        _make_keys(found.home)
        _fill(vault.create(found.home.records_file, KEYS), requests, today)
        _mark(found.home)
        (folder / "done").touch()
    return found


def _make_keys(home: Home) -> None:
    keys, file = new_vault()
    cheap = KdfCost(memory_kib=64, passes=1, lanes=1)
    person = STAFF[0]
    file = add_person(
        file, keys, person=person.id, label=person.initials, passphrase=PASSPHRASE, cost=cheap
    )
    save(key_file_of(home.records_file), file)


def _mark(home: Home) -> None:
    """Vouch for the newest entry, as the program does after each save."""
    connection = vault.open_to_look(home.records_file, KEYS.database)
    mark = Mark(home.records_file, KEYS.mark)
    mark.write(journal.head(connection))
    mark.close()
    connection.close()


def _create_plain(path: Path) -> engine.Connection:
    connection = engine.connect(str(path))
    vault._apply_settings(connection)
    schema.migrate(connection, JOURNAL_KEY)
    return connection


def _fill(connection: engine.Connection, requests: int, today: date) -> None:
    chance = random.Random(20260105)  # noqa: S311  # invented families, the same every time
    store = Store(connection, KEYS)
    by = Initials(person=STAFF[0].id, initials="JR", at=ADDED)
    students = max(requests // 5, 50)
    with store.change(None, by=by) as change:
        for person in STAFF:
            office.add_person(change, person)
        office.save_school(change, a_school())
        change.also(Event(kind="office.created", facts={"state": "TX"}))
    # One that is cut short is made anew, so nothing is written twice.
    connection.execute("pragma journal_mode = off")
    with salvage._unguarded(connection):
        names = _families(connection, students, chance)
        _requests(connection, requests, students, names, today, chance)
    for index in ("student_search", "party_search", "request_search", "words_search"):
        connection.execute(f"insert into {index}({index}) values ('optimize')")  # noqa: S608  # ours
    connection.execute("pragma journal_mode = wal")
    connection.close()


def _insert(connection: engine.Connection, table: str, rows: Iterator[Sequence[object]]) -> None:
    """Rows of the table's first columns; those added later keep what they are without a value."""
    first = next(rows, None)
    if first is None:
        return
    known = [column[1] for column in connection.execute(f"pragma table_info({table})")]
    known = ["rowid", *known] if table.endswith("_search") else known
    columns = ", ".join(f'"{name}"' for name in known[: len(first)])
    places = ", ".join("?" for _ in first)
    sql = f"insert into {table} ({columns}) values ({places})"  # noqa: S608  # our own names
    connection.execute(sql, first)
    while block := list(islice(rows, 10_000)):
        connection.executemany(sql, block)


def _families(
    connection: engine.Connection, students: int, chance: random.Random
) -> list[tuple[str, str]]:
    """Students with one party each of the same family name; gives what both are found by."""
    names = []
    for number in range(1, students + 1):
        family = chance.choice(_FAMILY)
        student = Student(
            id=StudentId(number),
            given=chance.choice(_GIVEN),
            middle=chance.choice(_GIVEN) if number % 3 == 0 else "",
            family=family,
            born_on=date(2008, 1, 1) + timedelta(days=chance.randrange(4000)),
            grade=str(number % 12 + 1),
            local_number=str(20_000 + number),
        )
        party = Party(id=PartyId(number), name=f"{chance.choice(_GIVEN)} {family}")
        texts = families.student_text(student), families._party_text(party)
        connection.execute(families._SAVE_STUDENT, families._student_row(student))
        connection.execute(families._SAVE_PARTY, families._party_row(party))
        connection.execute(families._SAVE_STUDENT_SEARCH, (number, texts[0]))
        connection.execute(families._SAVE_PARTY_SEARCH, (number, texts[1]))
        names.append(texts)
    links = ((number, number, _RELATIONSHIPS[number % 5]) for number in range(1, students + 1))
    _insert(connection, "guardian", links)
    papers = (
        (number, number, "custody", "", None, None, None, "[]", "", 1, None)
        for number in range(1, students + 1, 50)
    )
    _insert(connection, "court_order", papers)
    return names


def _requests(
    connection: engine.Connection,
    requests: int,
    students: int,
    names: Sequence[tuple[str, str]],
    today: date,
    chance: random.Random,
) -> None:
    plan = list(_plan(requests, students, today, chance))
    clocks = _clocks_of_a_request()
    _insert(connection, "request", (_request_row(one) for one in plan))
    _insert(connection, "dates", ((one.id, clocks) for one in plan))
    _insert(connection, "step", (row for one in plan for row in _step_rows(one)))
    _insert(connection, "source", (row for one in plan if one.open for row in _source_rows(one)))
    _insert(connection, "appointment", (_appointment_row(one) for one in plan if not one.open))
    holds = (
        (one.id, one.student, one.received_on.isoformat(), "", None, None)
        for one in plan
        if one.open
    )
    _insert(connection, "hold", holds)
    _insert(connection, "request_search", (_search_row(one, names) for one in plan))
    request_words.index_all(connection)
    rows = _event_rows(connection, plan)
    while block := list(islice(rows, 10_000)):
        entries, facts = zip(*block, strict=True)
        _insert(connection, "event", iter(entries))
        _insert(connection, "event_facts", iter(facts))
    year = today.year
    latest = max(int(one.number[5:]) for one in plan if one.number.startswith(str(year)))
    connection.execute("insert into request_number values (?, ?)", (year, latest))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planned:
    id: int
    number: str
    student: int
    received_on: date
    open: bool
    done: int
    relationship: str
    channel: str
    waiting: bool
    owner: int


def _plan(requests: int, students: int, today: date, chance: random.Random) -> Iterator[_Planned]:
    closed = requests - requests * OPEN_IN_A_HUNDRED // 100
    long_ago = today - timedelta(days=YEARS * 365)
    lately = today - timedelta(days=OPEN_DAYS)
    in_year: dict[int, int] = {}
    for place in range(requests):
        is_open = place >= closed
        if is_open:
            on = lately + timedelta(days=(place - closed) * OPEN_DAYS // (requests - closed) + 1)
        else:
            on = long_ago + timedelta(days=place * (YEARS * 365 - OPEN_DAYS) // closed)
        in_year[on.year] = in_year.get(on.year, 0) + 1
        yield _Planned(
            id=(place + 1) << 22,
            number=f"{on.year}-{in_year[on.year]:04d}",
            student=chance.randrange(students) + 1,
            received_on=on,
            open=is_open,
            done=chance.randrange(1, 8) if is_open else len(STEPS),
            relationship=chance.choice(_RELATIONSHIPS),
            channel=chance.choice(_CHANNELS),
            waiting=is_open and chance.random() < 0.2,
            owner=chance.randrange(3) + 1,
        )


def _request_row(one: _Planned) -> tuple[object, ...]:
    due = one.received_on + timedelta(days=45)
    work_by = due - timedelta(days=max(due.weekday() - 4, 0))
    closed = None if one.open else (one.received_on + timedelta(days=30)).isoformat()
    status = "closed" if closed else "waiting" if one.waiting else "open"
    return (
        one.id, one.number, "inspect", "visit", one.student, one.student, one.relationship,
        one.channel, one.received_on.isoformat(), None,
        f"{one.received_on.isoformat()}T15:00:00+00:00", 1, "en", 0, 0, one.owner, status,
        "family_visit" if one.waiting else "", "inspected" if closed else None, closed, None,
        due.isoformat(), work_by.isoformat(), "US-1",
        STEPS[one.done] if one.done < len(STEPS) else "", "{}", "[]", "",
        "I would like to see all records of my child, please. Thank you for your time.", None,
        closed is not None,
    )  # fmt: skip


def _step_rows(one: _Planned) -> Iterator[tuple[object, ...]]:
    on = one.received_on.isoformat()
    for place, code in enumerate(STEPS):
        done = place < one.done
        yield (
            one.id + place, one.id, place, code, "done" if done else "open",
            "photo_id" if done and code == "identity" else "", "", 1 if done else None,
            on if done else None,
        )  # fmt: skip


def _source_rows(one: _Planned) -> Iterator[tuple[object, ...]]:
    for place in range(11):
        name = f"Place {place}"
        yield one.id + place, one.id, name, "Registrar", "to_ask", None, None, 0, "", 0, None


def _appointment_row(one: _Planned) -> tuple[object, ...]:
    meet_on = (one.received_on + timedelta(days=20)).isoformat()
    return one.id, one.id, meet_on, "10:00:00", "Office", "Registrar", 0, "saw_all"


def _search_row(one: _Planned, names: Sequence[tuple[str, str]]) -> tuple[object, ...]:
    student, party = names[one.student - 1]
    return one.id, f"{one.number} {student} {party}"


def _clocks_of_a_request() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        small = an_office(Path(folder) / "home")
        text = clocks_json.encode(small.log().clocks)
        small.store.close()
    return packed.pack(text)


def _event_rows(
    connection: engine.Connection, plan: Sequence[_Planned]
) -> Iterator[tuple[tuple[object, ...], tuple[object, ...]]]:
    seq, before = connection.execute("select seq, mac from event order by seq desc").fetchone()
    kinds = ("request.logged", "step.done", "step.done", "step.done", "request.closed")
    for one in plan:
        at = f"{one.received_on.isoformat()}T15:00:00.000+00:00"
        for kind in kinds[:EVENTS_EACH]:
            seq += 1
            facts = msgspec.json.encode(
                {"number": one.number, "due_on": at[:10], "rule": "US-1", "step": "identity"}
            ).decode()
            row = (seq, at, 1, "JR", kind, one.student, one.id, journal.digest_of(SALT, facts))
            before = journal.mac_of(JOURNAL_KEY, before, row)
            yield (*row, before), (seq, SALT, facts)
