"""The finished letters of one family that wait for the printer, put together for one envelope each.

A pack holds what goes to one person at one address, and never a letter to anybody else. Each letter
stays what it is, with its own kept pages and its own history; the cover names no child.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.actions.addressing import block_for
from desktop.actions.days import school_page
from desktop.actions.letter_batch import kept_pdf
from desktop.actions.letter_facts import contact_name, contact_phone, load_phrases
from desktop.paths import resources
from desktop.records.ids import PartyId, StudentId
from desktop.records.printout import PACK_COVER
from desktop.store import cases, students
from desktop.store.letter_lists import LetterRow, open_drafts, ready_letters
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.letters.page import Page
    from desktop.letters.template import Templates


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Letters for one envelope, in the order of the folders.

    ``block`` is name and address, top to bottom. Where ``mailed`` is False there is no address that
    may be used: it is the name alone, and the letters are handed over.
    """

    recipient: PartyId
    block: tuple[str, ...]
    mailed: bool
    letters: tuple[LetterRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyLetters:
    """The packs of a family, by name, and its letters that are still being written."""

    packs: tuple[Pack, ...]
    unfinished: tuple[LetterRow, ...]


def family_letters(store: Store, student: StudentId, *, today: date) -> FamilyLetters:
    """What waits for the family of a student: those who share a parent or whoever stands in.

    An address given with one request is used for that request only, so a person may have two packs.
    """
    family = {one.id for one in students.family_of(store, student)}
    ready = [row for row in ready_letters(store) if row.student_id in family]
    return FamilyLetters(
        packs=tuple(_packs(store, ready, today)),
        unfinished=tuple(row for row in open_drafts(store) if row.student_id in family),
    )


def _packs(store: Store, ready: Iterable[LetterRow], today: date) -> list[Pack]:
    found: dict[tuple[PartyId, tuple[str, ...], bool], list[LetterRow]] = {}
    for row in ready:
        case = cases.case(store, row.request)
        block, mailed = block_for(store, case, row.recipient_id, today=today)
        found.setdefault((row.recipient_id, block, mailed), []).append(row)
    return sorted(
        (
            Pack(recipient=who, block=block, mailed=mailed, letters=tuple(rows))
            for (who, block, mailed), rows in found.items()
        ),
        key=lambda pack: (pack.block, pack.recipient),
    )


def pack_cover(
    store: Store,
    pack: Pack,
    papers: Templates,
    *,
    letters: Templates,
    count: Callable[[bytes], int],
    today: date,
    practice: bool,
) -> Page:
    """The sheet before the letters of a pack: which letters, of which requests, on how many pages.

    Args:
        store: the office's file.
        pack: its letters.
        papers: the texts of the papers.
        letters: the texts of the letters, for what each is called in its own language. Its title as
            edited may name a child.
        count: how many pages a kept letter has.
        today: the day on the sheet.
        practice: whether it is marked as of the practice office.

    Raises:
        DeskError: ``letter_damaged``: a letter is not what was finished; or its text is not there.
    """
    from desktop.letters.page import Letterhead, Page  # noqa: PLC0415  # after first paint

    template = papers.get(PACK_COVER, _language(pack))
    phrases = load_phrases(resources("letters"), template.language)
    school = school_page(store)
    draft = template.fill(
        {
            "letters": [
                {
                    "what": letters.get(row.template, row.language).title,
                    "note": row.number,
                    "pages": count(kept_pdf(store, row)),
                }
                for row in pack.letters
            ],
            "written_on": today,
            "contact_name": contact_name(school, phrases),
            "contact_phone": contact_phone(school),
        }
    )
    return Page(
        letterhead=Letterhead(school=school),
        recipient=pack.block,
        on=today,
        reference="",
        title=draft.title,
        text=draft.text,
        language=draft.language,
        practice=practice,
        paper=school.paper,
    )


def _language(pack: Pack) -> str:
    """That of most letters; the first one's where they are as many."""
    return Counter(row.language for row in pack.letters).most_common(1)[0][0]
