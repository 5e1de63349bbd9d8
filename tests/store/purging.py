"""An office that destroys an old file while it is stopped: whole or gone, and nothing left over.

What ``tests.store.interrupted`` needs for its scenario "purge".
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desktop.actions.closing import close_request
from desktop.actions.letter_drafting import draft_letter
from desktop.actions.retention import destroy_files, review, set_schedule
from desktop.actions.steps import write_note
from desktop.letters.template import load_templates
from desktop.paths import Home
from desktop.records.ids import PersonId
from desktop.records.person import Initials
from desktop.records.request import Outcome
from desktop.store import retention as files
from desktop.store.journal import PURGED
from desktop.store.store import Store
from tests.offices import TODAY, Office
from tests.store.pages import clear_text

WORD = "zugzwangquilombo"
_KEPT_YEARS = 5
_LATER = TODAY + timedelta(days=(_KEPT_YEARS + 1) * 366)
_LATER_AT = datetime(_LATER.year, _LATER.month, _LATER.day, 15, tzinfo=UTC)


def lay_out_old_file(made: Office) -> None:
    """A closed request with the word in its request, its note, its letter and the journal."""
    request, by = made.log(words=WORD).request, made.sign()
    write_note(made.store, request, WORD.upper(), by=by)
    draft_letter(
        made.store, request, "receipt", templates=load_templates(), law=made.law, today=TODAY, by=by
    )
    close_request(
        made.store, request, Outcome.WITHDRAWN, note=WORD, law=made.law, today=TODAY, by=by
    )
    set_schedule(made.store, _KEPT_YEARS, reason="District schedule 4.2", by=by)


def destroy_old_file(store: Store, person: PersonId) -> None:
    """Destroy it, six years on."""
    by = Initials(person=person, initials="JR", at=_LATER_AT)
    old = [one.id for one in review(store, today=_LATER)]
    destroy_files(store, old, reason="District schedule 4.2", today=_LATER, by=by)


def half_destroyed(store: Store) -> str:
    """What of the file is there without the rest, or was destroyed without its certificate."""
    whole = bool(review(store, today=_LATER))
    told = store.rows("select count(*) from event where kind = ?", (PURGED,))[0][0]
    if (told, len(files.purges(store))) != ((0, 0) if whole else (1, 1)):
        return "destroyed without its certificate, or the other way round"
    there = {table: _holds_word(store, table) for table in ("request", "note", "letter", "event")}
    if set(there.values()) != {whole}:
        return f"half destroyed: {there}"
    return ""


def gone(store: Store) -> bool:
    """Whether the old file is destroyed."""
    return not review(store, today=_LATER)


def left_over(home: Home, key: bytes) -> str:
    """A word of the destroyed file that still stands in some page of the closed records file."""
    found = clear_text(home.records_file, key).lower()
    return "what was destroyed can still be read" if WORD.encode() in found else ""


def _holds_word(store: Store, table: str) -> bool:
    source = "event join event_facts using (seq)" if table == "event" else table
    return any(WORD in str(row).lower() for row in store.rows(f"select * from {source}"))  # noqa: S608
