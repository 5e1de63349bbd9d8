"""The tables of the records file and how older files become today's, one numbered step at a time.

A migration is never edited after a release. SQL keeps to what SQLite and PostgreSQL share, except
for the full-text tables.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from desktop.store import engine, journal_1, request_words

if TYPE_CHECKING:
    import sqlite_utils

VERSION: Final = 2


def version_of(connection: engine.Connection) -> int:
    """The schema version the file says it has; 0 for a file without tables."""
    return int(connection.execute("pragma user_version").fetchone()[0])


def migrate(
    connection: engine.Connection,
    journal_key: bytes,
    *,
    version: int = VERSION,
    lost: Collection[int] = (),
) -> None:
    """Bring the file to ``version``; nothing happens, and nothing is imported, when it is there.

    Args:
        connection: the open file.
        journal_key: what its journal is chained with.
        version: an earlier one only to put back the rows of a damaged file.
        lost: entries of an older journal that are gone with a damaged file.

    Raises:
        DeskError: ``tampered``: an older journal is not as it was written.
    """
    if version_of(connection) == version:
        return
    database = engine.tables(connection)
    from sqlite_utils.migrations import Migrations  # noqa: PLC0415  # only after the engine's swap

    steps = Migrations("records-desk")
    steps(name="0001_the_counter")(_the_counter)
    steps(name="0002_every_right")(lambda opened: _every_right(opened, journal_key, lost))
    after = (step.name for step in steps.pending(database) if int(step.name[:4]) > version)
    steps.apply(database, stop_before=list(after))


def _the_counter(database: sqlite_utils.Database) -> None:
    for statement in (*_OFFICE, *_FAMILIES, *_REQUESTS, *_JOURNAL, *_SEARCH):
        database.execute(statement)
    for table in ("student_search", "party_search", "request_search"):
        # Off by default: a deleted name would stay readable in the index's pages.
        database.execute(f"insert into {table}({table}, rank) values ('secure-delete', 1)")
    database.execute("pragma user_version = 1")


def _every_right(
    database: sqlite_utils.Database, journal_key: bytes, lost: Collection[int]
) -> None:
    from desktop.store import packed  # noqa: PLC0415  # a start that changes no file needs none

    for statement in (*_DETAILS, *_REGISTERS, *_POLICY, *_LETTERS, *_HOLDS_OF_OPEN_REQUESTS):
        database.execute(statement)
    for statement in (*_PACKED_DATES, *_NEW_JOURNAL):
        database.execute(statement)
    packed.pack_all(database.conn)
    journal_1.rechain(database.conn, journal_key, lost)
    for statement in ("drop table dates_1", *_AFTER_RECHAINING):
        database.execute(statement)
    database.execute(
        "insert into disclosure_search (disclosure_search, rank) values ('secure-delete', 1)"
    )
    for statement in request_words.CREATE:
        database.execute(statement)
    request_words.index_all(database.conn)
    database.execute("pragma user_version = 2")


_OFFICE = (
    """create table person (
        id integer primary key,
        name text not null,
        initials text not null,
        role text not null,
        active integer not null default 1
    ) strict""",
    """create table school (
        id integer primary key check (id = 1),
        name text not null,
        district text not null,
        address text not null,
        phone text not null,
        email text not null,
        principal text not null,
        records_contact text not null,
        records_contact_title text not null,
        state text not null,
        office_days text not null,
        office_hours text not null,
        promise_calendar_days integer not null,
        cents_a_page integer not null,
        complaint_line text not null,
        logo blob not null
    ) strict""",
    """create table closure (
        id integer primary key,
        from_on text not null,
        until_on text not null,
        title text not null,
        kind text not null
    ) strict""",
    """create table place (
        id integer primary key,
        name text not null,
        keeper text not null,
        position integer not null,
        active integer not null default 1
    ) strict""",
    """create table request_number (
        year integer primary key,
        latest integer not null
    ) strict""",
    """create table draft (
        person_id integer not null references person(id),
        kind text not null,
        body text not null,
        saved_at text not null,
        primary key (person_id, kind)
    ) strict""",
)

_FAMILIES = (
    """create table student (
        id integer primary key,
        given text not null,
        middle text not null,
        family text not null,
        preferred text not null,
        name_while_attending text not null,
        other_names text not null,
        born_on text,
        grade text not null,
        school_name text not null,
        local_number text not null,
        enrollment text not null,
        postsecondary integer not null,
        special_education integer not null,
        home_language text not null,
        roster_key text,
        sorted_as text not null
    ) strict""",
    "create unique index student_roster_key on student(roster_key) where roster_key is not null",
    "create index student_by_name on student(sorted_as, id)",
    """create table party (
        id integer primary key,
        name text not null,
        organization text not null,
        address text not null,
        phone text not null,
        email text not null,
        language text not null,
        roster_key text,
        sorted_as text not null
    ) strict""",
    "create unique index party_roster_key on party(roster_key) where roster_key is not null",
    """create table guardian (
        student_id integer not null references student(id),
        party_id integer not null references party(id),
        relationship text not null,
        primary key (student_id, party_id)
    ) strict""",
    "create index guardian_by_party on guardian(party_id)",
    """create table court_order (
        id integer primary key,
        student_id integer not null references student(id),
        kind text not null,
        court text not null,
        dated_on text,
        until_on text,
        limited_party_id integer references party(id),
        limits text not null,
        passage text not null,
        read_by integer not null references person(id),
        ended_on text
    ) strict""",
    "create index court_order_by_student on court_order(student_id)",
)

_REQUESTS = (
    # The longest text stands last: the queue reads the columns before it and no further page.
    """create table request (
        id integer primary key,
        number text not null unique,
        "right" text not null,
        access text not null,
        student_id integer not null references student(id),
        requester_id integer not null references party(id),
        relationship text not null,
        channel text not null,
        received_on text not null,
        requested_on text,
        entered_at text not null,
        taken_by integer not null references person(id),
        language text not null,
        interpreter integer not null,
        special_education integer not null,
        owner_id integer references person(id),
        status text not null,
        waiting_for text not null,
        outcome text,
        closed_on text,
        linked_to integer references request(id),
        due_on text not null,
        work_by text not null,
        driving_rule text not null,
        next_step text not null,
        events text not null,
        record_kinds text not null,
        reply_address text not null,
        words text not null
    ) strict""",
    """create table dates (
        request_id integer primary key references request(id),
        clocks text not null
    ) strict""",
    "create index request_open on request(work_by, due_on) where closed_on is null",
    "create index request_open_status on request(status, work_by) where closed_on is null",
    "create index request_closed on request(closed_on, id) where closed_on is not null",
    "create index request_by_student on request(student_id, received_on)",
    "create index request_by_requester on request(requester_id)",
    "create index request_by_owner on request(owner_id, work_by) where closed_on is null",
    "create index request_linked on request(linked_to) where linked_to is not null",
    """create table step (
        id integer primary key,
        request_id integer not null references request(id),
        position integer not null,
        code text not null,
        state text not null,
        choice text not null,
        note text not null,
        done_by integer references person(id),
        done_on text,
        unique (request_id, code)
    ) strict""",
    """create table source (
        id integer primary key,
        request_id integer not null references request(id),
        name text not null,
        keeper text not null,
        state text not null,
        asked_on text,
        answered_on text,
        pages integer not null,
        note text not null
    ) strict""",
    "create index source_by_request on source(request_id)",
    """create table appointment (
        id integer primary key,
        request_id integer not null references request(id),
        meet_on text not null,
        meet_at text not null,
        place text not null,
        sits_in text not null,
        interpreter integer not null,
        state text not null
    ) strict""",
    "create index appointment_by_request on appointment(request_id)",
    """create table fee (
        request_id integer primary key references request(id),
        pages integer not null,
        cents_a_page integer not null,
        postage_cents integer not null,
        waived integer not null,
        waiver_reason text not null
    ) strict""",
    """create table note (
        id integer primary key,
        request_id integer not null references request(id),
        text text not null,
        person_id integer not null references person(id),
        written_at text not null
    ) strict""",
    "create index note_by_request on note(request_id)",
    """create table letter (
        id integer primary key,
        request_id integer not null references request(id),
        template text not null,
        template_version text not null,
        language text not null,
        recipient_id integer not null references party(id),
        title text not null,
        text text not null,
        pdf blob,
        sha256 text not null,
        state text not null,
        drafted_by integer not null references person(id),
        drafted_at text not null,
        finished_at text,
        sent_how text not null,
        sent_on text
    ) strict""",
    "create index letter_by_request on letter(request_id)",
)

_JOURNAL = (
    """create table event (
        seq integer primary key,
        at text not null,
        person_id integer not null,
        initials text not null,
        kind text not null,
        student_id integer,
        request_id integer,
        facts text not null,
        mac blob not null
    ) strict""",
    "create index event_by_request on event(request_id, seq) where request_id is not null",
    "create index event_by_student on event(student_id, seq) where student_id is not null",
    """create trigger event_no_update before update on event
        begin select raise(abort, 'the journal is append-only'); end""",
    """create trigger event_no_delete before delete on event
        begin select raise(abort, 'the journal is append-only'); end""",
)

# As text they were more than half of the file.
_PACKED_DATES = (
    "alter table dates rename to dates_1",
    """create table dates (
        request_id integer primary key references request(id),
        clocks blob not null
    ) strict""",
)

# An entry has a public part and a private one, which a purge may take; see ``journal``.
_NEW_JOURNAL = (
    "drop trigger event_no_update",
    "drop trigger event_no_delete",
    "drop index event_by_request",
    "drop index event_by_student",
    "alter table event rename to event_1",
    """create table event (
        seq integer primary key,
        at text not null,
        person_id integer not null,
        initials text not null,
        kind text not null,
        student_id integer,
        request_id integer,
        digest blob not null,
        mac blob not null
    ) strict""",
    """create table event_facts (
        seq integer primary key,
        salt blob not null,
        facts text not null
    ) strict""",
)

_AFTER_RECHAINING = (
    "drop table event_1",
    "create index event_by_request on event(request_id, seq) where request_id is not null",
    "create index event_by_student on event(student_id, seq) where student_id is not null",
    "create index event_purges on event(seq) where kind = 'retention.destroyed'",
    """create trigger event_no_update before update on event
        begin select raise(abort, 'the journal is append-only'); end""",
    """create trigger event_no_delete before delete on event
        begin select raise(abort, 'the journal is append-only'); end""",
    """create trigger event_no_replace before insert on event
        when new.seq <> (select coalesce(max(seq), 0) + 1 from event)
        begin select raise(abort, 'the journal is append-only'); end""",
    """create trigger event_facts_no_update before update on event_facts
        begin select raise(abort, 'the journal is append-only'); end""",
    # Only while the newest entry is a purge.
    """create trigger event_facts_no_delete before delete on event_facts
        when (select kind from event order by seq desc limit 1) <> 'retention.destroyed'
        begin select raise(abort, 'the journal is append-only'); end""",
    """create trigger event_facts_no_replace before insert on event_facts
        when new.seq <> (select max(seq) from event)
        begin select raise(abort, 'the journal is append-only'); end""",
)

_SEARCH = (
    """create virtual table student_search using fts5(
        names, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')""",
    """create virtual table party_search using fts5(
        names, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')""",
    """create virtual table request_search using fts5(
        names, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')""",
)

_DETAILS = (
    # What the steps of a right write down, by the field's id in the right's file.
    """create table detail (
        request_id integer not null references request(id),
        field text not null,
        value text not null,
        primary key (request_id, field)
    ) strict""",
    # A place whose records are written over by themselves must be asked to keep them at once.
    "alter table place add column overwrites integer not null default 0",
    "alter table source add column overwrites integer not null default 0",
    "alter table source add column kept_on text",
    # Records a company keeps for the school are asked for by the school, not by the family.
    "alter table place add column vendor integer not null default 0",
    "alter table source add column vendor integer not null default 0",
    # When the office did what it does again and again, by the routine's id.
    """create table routine_done (
        routine text not null,
        done_on text not null,
        primary key (routine, done_on)
    ) strict""",
    # The extension the office took on one limit, as JSON; null where it took none.
    "alter table request add column extension text",
    # Who comes along to a visit, and what was left to see where only part was seen.
    "alter table appointment add column companions integer not null default 0",
    "alter table appointment add column companion_kinds text not null default '[]'",
    "alter table appointment add column companion_words text not null default ''",
    "alter table appointment add column remains text not null default ''",
    "create index appointment_by_day on appointment(state, meet_on)",
    # No day is left to keep: such requests stand below those that still run.
    "alter table request add column dates_met integer not null default 0",
    # Why the legal date was not kept, by the office's list and in its own words.
    "alter table request add column late_reason text not null default ''",
    "alter table request add column late_words text not null default ''",
    "drop index request_open",
    "create index request_open on request(dates_met, work_by, due_on) where closed_on is null",
    "drop index request_by_owner",
    "create index request_by_owner on request(owner_id, dates_met, work_by)"
    " where closed_on is null",
    """create table item (
        id integer primary key,
        request_id integer not null references request(id),
        position integer not null,
        what text not null,
        answer text not null,
        reason text not null,
        note text not null
    ) strict""",
    "create index item_by_request on item(request_id, position)",
    """create table approval (
        id integer primary key,
        request_id integer not null references request(id),
        step text not null,
        asked_by integer not null references person(id),
        asked_at text not null,
        ask_note text not null,
        decision text not null,
        decided_by integer references person(id),
        decided_at text,
        note text not null
    ) strict""",
    "create index approval_by_request on approval(request_id)",
    "create index approval_open on approval(request_id) where decision = ''",
)

_REGISTERS = (
    # 34 CFR 99.10(e): nothing is destroyed while a request to see it is open.
    """create table hold (
        request_id integer primary key references request(id),
        student_id integer not null references student(id),
        from_on text not null,
        keep_reason text not null,
        released_on text,
        released_by integer references person(id)
    ) strict""",
    "create index hold_open on hold(student_id) where released_on is null",
    # Lists of many students that went out: whom for, how many, which file. Nobody on it is named.
    """create table student_list (
        id integer primary key,
        request_id integer references request(id),
        purpose text not null,
        receiver text not null,
        interest text not null,
        grades text not null,
        former integer not null,
        count integer not null,
        removed text not null,
        sha256 text not null,
        made_on text not null,
        made_at text not null,
        made_by integer not null references person(id)
    ) strict""",
    "create index student_list_by_request on student_list(request_id) where request_id is not null",
    """create trigger student_list_no_update before update of purpose, receiver, interest, grades,
        former, count, removed, sha256, made_on, made_at, made_by on student_list
        begin select raise(abort, 'a list that went out is never edited'); end""",
    # Tables that left as files: who got them and what for, how many rows, which file.
    """create table export (
        id integer primary key,
        sheet text not null,
        format text not null,
        receiver text not null,
        reason text not null,
        count integer not null,
        withheld integer not null,
        sha256 text not null,
        made_on text not null,
        made_at text not null,
        made_by integer not null references person(id)
    ) strict""",
    "create index export_by_day on export(made_on, id)",
    """create trigger export_no_update before update on export
        begin select raise(abort, 'a table that left is never edited'); end""",
    """create trigger export_no_delete before delete on export
        begin select raise(abort, 'a table that left is never edited'); end""",
    # 34 CFR 99.32 and 300.614: who asked for or got the records of a student, and why.
    """create table disclosure (
        id integer primary key,
        student_id integer not null references student(id),
        request_id integer references request(id),
        step text not null,
        party text not null,
        interest text not null,
        records text not null,
        basis text not null,
        disclosed_on text not null,
        refused integer not null,
        idea_only integer not null,
        threat text not null,
        recipients text not null,
        further text not null,
        corrects integer references disclosure(id),
        list_id integer references student_list(id),
        entered_by integer not null references person(id),
        entered_at text not null
    ) strict""",
    "create index disclosure_by_student on disclosure(student_id, disclosed_on)",
    "create index disclosure_by_day on disclosure(disclosed_on, id)",
    "create index disclosure_by_request on disclosure(request_id) where request_id is not null",
    "create index disclosure_by_correction on disclosure(corrects) where corrects is not null",
    # Only the reference to a request goes, when that request's own file is destroyed.
    """create trigger disclosure_no_update before update of student_id, step, party, interest,
        records, basis, disclosed_on, refused, idea_only, threat, recipients, further, corrects,
        list_id, entered_by, entered_at on disclosure
        begin select raise(abort, 'an entry in the record of disclosures is never edited'); end""",
    """create virtual table disclosure_search using fts5(
        names, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')""",
    """create table opt_out (
        id integer primary key,
        student_id integer not null references student(id),
        request_id integer references request(id),
        scope text not null,
        kinds text not null,
        received_on text not null,
        rescinded_on text
    ) strict""",
    "create index opt_out_by_student on opt_out(student_id)",
    """create table consent (
        id integer primary key,
        student_id integer not null references student(id),
        request_id integer references request(id),
        kind text not null,
        signer text not null,
        signed_as text not null,
        recipient text not null,
        purpose text not null,
        records text not null,
        signed_on text not null,
        until_on text,
        revoked_on text,
        revoked_by_request integer references request(id)
    ) strict""",
    "create index consent_by_student on consent(student_id)",
    # How someone who is no parent on paper cares for a student: 34 CFR 99.3, 300.30.
    """create table care (
        student_id integer not null references student(id),
        party_id integer not null references party(id),
        lives_with integer not null,
        parent_absent integer not null,
        paper text not null,
        paper_until_on text,
        idea_parent integer not null,
        told_on text not null,
        primary key (student_id, party_id)
    ) strict""",
    """create table purge (
        id integer primary key,
        purged_at text not null,
        person_id integer not null references person(id),
        closed_before_on text not null,
        numbers text not null,
        reason text not null
    ) strict""",
)

# The first program knew only requests to see records: each open one holds them from its receipt.
_HOLDS_OF_OPEN_REQUESTS = (
    """insert into hold (request_id, student_id, from_on, keep_reason)
        select id, student_id, received_on, '' from request where closed_on is null""",
)

_POLICY = (
    # The time the yearly notice gives for saying no to directory information: 34 CFR 99.37(a)(3).
    """create table opt_out_window (
        school_year integer primary key,
        noticed_on text not null,
        calendar_days integer not null,
        takes_late integer not null
    ) strict""",
    # What the office decided about a limit, or set itself; the newest row of a rule counts.
    """create table office_rule (
        id integer primary key,
        rule text not null,
        kind text not null,
        body text not null,
        reason text not null,
        decided_by integer not null references person(id),
        decided_at text not null
    ) strict""",
    "create index office_rule_by_rule on office_rule(rule, id)",
    # How many years a closed request file is kept; no row where the office has no schedule.
    """create table retention (
        id integer primary key check (id = 1),
        closed_years integer not null
    ) strict""",
)

_LETTERS = (
    # Paper, envelope and marks; an empty object is what the program calls usual.
    "alter table school add column paper text not null default '{}'",
    # A person's own signature as a picture, printed above their name.
    """create table signature (
        person_id integer primary key references person(id),
        picture blob not null
    ) strict""",
    # 0 is the wording as shipped, else the number of the office's own wording.
    "alter table letter add column office_version integer not null default 0",
    "alter table letter add column finished_by integer references person(id)",
    "alter table letter add column large_print integer not null default 0",
    # The same letter in a second language, as JSON; empty for one language alone.
    "alter table letter add column facing text not null default ''",
    # How somebody reads letters best, as it was last chosen for one of theirs.
    """create table letter_wish (
        party_id integer primary key references party(id),
        large_print integer not null,
        facing text not null
    ) strict""",
    # Every time a letter was printed, saved or left: a second sending never hides the first.
    """create table sending (
        id integer primary key,
        letter_id integer not null references letter(id),
        request_id integer not null references request(id),
        how text not null,
        sent_on text not null,
        person_id integer not null references person(id)
    ) strict""",
    "create index sending_by_request on sending(request_id)",
    """insert into sending (id, letter_id, request_id, how, sent_on, person_id)
        select id, id, request_id, sent_how, sent_on, drafted_by from letter
        where sent_on is not null""",
    # What is mostly wrong in a letter and stays in one, with the reason.
    """create table allowed_words (
        id integer primary key,
        letter_id integer not null references letter(id),
        request_id integer not null references request(id),
        rule text not null,
        words text not null,
        reason text not null,
        person_id integer not null references person(id)
    ) strict""",
    "create index allowed_words_by_request on allowed_words(request_id)",
    "create index letter_to_leave on letter(state, sent_how) where sent_how = ''",
    # Each time somebody was asked for what a place keeps; who asked first in an older file was not
    # noted apart from the journal.
    """create table asking (
        id integer primary key,
        request_id integer not null references request(id),
        source_id integer not null references source(id),
        whom text not null,
        asked_on text not null,
        person_id integer references person(id)
    ) strict""",
    """insert into asking (id, request_id, source_id, whom, asked_on)
        select id, request_id, id, 'keeper', asked_on from source
        where state = 'asked' and asked_on is not null""",
    "create index asking_by_source on asking(source_id, asked_on)",
    "create index asking_by_request on asking(request_id)",
    "create index source_silent on source(request_id) where state = 'asked'",
    # The numbers of days the office set itself, every decision; the newest of each counts, and one
    # without a number goes back to what is shipped.
    """create table target (
        id integer primary key,
        name text not null,
        number integer,
        reason text not null,
        decided_by integer not null references person(id),
        decided_at text not null
    ) strict""",
    # How somebody looks at the queue, kept under a name and one of nine keys.
    """create table queue_view (
        person_id integer not null references person(id),
        place integer not null,
        body text not null,
        primary key (person_id, place)
    ) strict""",
    # The office's own wording of a letter, every version; the newest of a letter counts. It goes
    # back to the shipped wording with a row whose text is empty.
    """create table office_letter (
        id integer primary key,
        template text not null,
        language text not null,
        version integer not null,
        title text not null,
        text text not null,
        shipped_version text not null,
        shipped_title text not null,
        shipped_text text not null,
        reason text not null,
        changed_by integer not null references person(id),
        changed_at text not null,
        unique (template, language, version)
    ) strict""",
)
