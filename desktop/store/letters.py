"""The letters of a request: drafts, kept PDFs, every time one left, words kept with a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar

import msgspec

from desktop.records.case import (
    AllowedWords,
    FacingText,
    Letter,
    LetterState,
    LetterWish,
    Sending,
)
from desktop.records.ids import LetterId, PartyId, PersonId, RequestId, new_id
from desktop.records.person import Initials
from desktop.store.request_words import index_words
from desktop.store.store import Change, Store

T = TypeVar("T")


def letters_of(store: Store, request: RequestId) -> tuple[Letter, ...]:
    """The letters of one request, oldest first."""
    rows = store.rows(
        "select id, template, template_version, language, title, text, state, sha256, drafted_at,"
        " finished_at, sent_how, sent_on, recipient_id, office_version, finished_by, large_print,"
        " facing"
        " from letter where request_id = ? order by id",
        (request,),
    )
    sendings, allowed = _sendings(store, request), _allowed(store, request)
    return tuple(
        Letter(
            id=row[0],
            template=row[1],
            template_version=row[2],
            language=row[3],
            title=row[4],
            text=row[5],
            state=LetterState(row[6]),
            sha256=row[7],
            drafted_at=datetime.fromisoformat(row[8]),
            finished_at=datetime.fromisoformat(row[9]) if row[9] else None,
            sent_how=row[10],
            sent_on=date.fromisoformat(row[11]) if row[11] else None,
            recipient=PartyId(row[12]),
            office_version=row[13],
            finished_by=row[14],
            large_print=bool(row[15]),
            facing=_facing(row[16]),
            sendings=tuple(sendings[row[0]]),
            allowed=tuple(allowed[row[0]]),
        )
        for row in rows
    )


def _facing(kept: str) -> FacingText | None:
    return msgspec.json.decode(kept, type=FacingText) if kept else None


def _sendings(store: Store, request: RequestId) -> dict[int, list[Sending]]:
    rows = store.rows(
        "select letter_id, how, sent_on, person_id from sending where request_id = ? order by id",
        (request,),
    )
    return _by_letter((row[0], Sending(how=row[1], on=_day(row[2]), by=row[3])) for row in rows)


def _allowed(store: Store, request: RequestId) -> dict[int, list[AllowedWords]]:
    rows = store.rows(
        "select letter_id, rule, words, reason, person_id from allowed_words"
        " where request_id = ? order by id",
        (request,),
    )
    return _by_letter(
        (row[0], AllowedWords(rule=row[1], words=row[2], reason=row[3], by=row[4])) for row in rows
    )


def _by_letter(rows: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for letter, one in rows:
        found[letter].append(one)
    return found


def _day(text: str) -> date:
    return date.fromisoformat(text)


def save_draft(change: Change, request: RequestId, letter: Letter, *, by: PersonId) -> None:
    """Keep a draft; a finished letter is never written again."""
    change.execute(
        "insert into letter (id, request_id, template, template_version, office_version, language,"
        " recipient_id, title, text, large_print, facing, sha256, state, drafted_by, drafted_at,"
        " sent_how) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 'draft', ?, ?, '')"
        " on conflict (id) do update set template_version = excluded.template_version,"
        " office_version = excluded.office_version, language = excluded.language,"
        " title = excluded.title, text = excluded.text, large_print = excluded.large_print,"
        " facing = excluded.facing where letter.state = 'draft'",
        (
            letter.id,
            request,
            letter.template,
            letter.template_version,
            letter.office_version,
            letter.language,
            letter.recipient,
            letter.title,
            letter.text,
            letter.large_print,
            msgspec.json.encode(letter.facing).decode() if letter.facing else "",
            by,
            letter.drafted_at.isoformat(timespec="seconds"),
        ),
    )


def wish_of(store: Store, party: PartyId) -> LetterWish:
    """How somebody reads letters best; the usual way where nobody chose."""
    rows = store.rows("select large_print, facing from letter_wish where party_id = ?", (party,))
    return LetterWish(large_print=bool(rows[0][0]), facing=rows[0][1]) if rows else LetterWish()


def save_wish(change: Change, party: PartyId, wish: LetterWish) -> None:
    """Keep it for the next letter to the same person."""
    change.execute(
        "insert into letter_wish (party_id, large_print, facing) values (?, ?, ?)"
        " on conflict (party_id) do update set large_print = excluded.large_print,"
        " facing = excluded.facing",
        (party, wish.large_print, wish.facing),
    )


def finish(change: Change, letter: LetterId, *, pdf: bytes, sha256: str, by: Initials) -> None:
    """Keep the final PDF and its hash, and who made it final; only a draft can become so."""
    change.execute(
        "update letter set state = 'finished', pdf = ?, sha256 = ?, finished_at = ?,"
        " finished_by = ? where id = ? and state = 'draft'",
        (pdf, sha256, by.at.isoformat(timespec="seconds"), by.person, letter),
    )
    for (request,) in change.execute("select request_id from letter where id = ?", (letter,)):
        index_words(change, request)


def add_sending(
    change: Change, request: RequestId, letter: LetterId, sending: Sending, *, at: datetime
) -> None:
    """Note one time a finished letter was printed, saved or left; earlier ones stay."""
    change.execute(
        "insert into sending (id, letter_id, request_id, how, sent_on, person_id)"
        " values (?, ?, ?, ?, ?, ?)",
        (new_id(at), letter, request, sending.how, sending.on.isoformat(), sending.by),
    )


def mark_sent(change: Change, letter: LetterId, *, how: str, on: date) -> None:
    """Note how and when a finished letter left the office, for lists of letters."""
    change.execute(
        "update letter set sent_how = ?, sent_on = ? where id = ? and state = 'finished'",
        (how, on.isoformat(), letter),
    )


def allow_words(
    change: Change, request: RequestId, letter: LetterId, allowed: AllowedWords, *, at: datetime
) -> None:
    """Keep why words stay in a letter that are mostly wrong there."""
    change.execute(
        "insert into allowed_words (id, letter_id, request_id, rule, words, reason, person_id)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (
            new_id(at),
            letter,
            request,
            allowed.rule,
            allowed.words,
            allowed.reason,
            allowed.by,
        ),
    )


def drop_draft(change: Change, letter: LetterId) -> None:
    """Throw a draft away on purpose; finished letters stay."""
    change.execute(
        "delete from allowed_words where letter_id in"
        " (select id from letter where id = ? and state = 'draft')",
        (letter,),
    )
    change.execute("delete from letter where id = ? and state = 'draft'", (letter,))
