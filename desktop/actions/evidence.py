"""One request's whole evidence as a PDF and a copy for machines, kept out of others' affairs.

Nothing of another family is read for it, and what a paper on file keeps from somebody is in
neither: nobody here knows whose hands it goes through.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from desktop.actions.authority import verdict_of
from desktop.actions.changes import Changes
from desktop.actions.days import school_page
from desktop.actions.evidence_facts import Gathered, finished_letters
from desktop.actions.evidence_parts import sections
from desktop.office.private_file import private_file
from desktop.records.case import Case, Letter
from desktop.records.confidential import kept_quiet, reach_lines, shows
from desktop.records.evidence import Item, Section, without_kept
from desktop.records.ids import PartyId, RequestId
from desktop.records.law import Law
from desktop.records.party import Party
from desktop.records.person import Initials
from desktop.store import cases, disclosures, queries, students
from desktop.store.holds import hold_of
from desktop.store.journal import Entry, Event
from desktop.store.store import Store
from desktop.wording.history import REQUEST_FACTS, Names
from desktop.wording.sentences import Wording

if TYPE_CHECKING:
    from desktop.letters.page import Page

KIND = "evidence.made"
FORMAT = "records-desk evidence 1"
# Well below what one text of a page takes, so that nothing is ever cut.
_LONGEST_PART = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What a pack is made with, besides the records."""

    law: Law
    wording: Wording
    today: date
    practice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """The PDF, and the copy for machines that is attached to it; ``letters`` are drawn in it."""

    pdf: bytes
    copy: bytes
    letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """Where a pack was saved, and what changed with it."""

    pdf: Path
    copy: Path
    changes: Changes


def save_evidence(
    store: Store, request: RequestId, path: Path, *, making: Making, by: Initials
) -> Saved:
    """Save the pack at ``path`` and its copy beside it; the journal keeps the hash of both.

    Raises:
        DeskError: ``role``; ``file_name``, ``not_saved``. Nothing is saved then.
    """
    pack = make_evidence(store, request, making=making, by=by)
    beside = path.with_name(f"{path.stem}.evidence.json")
    event = Event(
        kind=KIND,
        request=request,
        student=cases.case(store, request).student.id,
        facts={
            "letters": pack.letters,
            "pdf_sha256": hashlib.sha256(pack.pdf).hexdigest(),
            "copy_sha256": hashlib.sha256(pack.copy).hexdigest(),
        },
    )
    with private_file(path, pack.pdf) as put, private_file(beside, pack.copy) as put_copy:
        with store.change(event, by=by):
            pass  # the event is all there is to write
        put_copy()
        put()
    return Saved(pdf=path, copy=beside, changes=Changes.of_request(request))


def make_evidence(store: Store, request: RequestId, *, making: Making, by: Initials) -> Pack:
    """Everything on one request as it stands, in numbered parts, with its letters as they left."""
    from desktop.letters.binding import Bound, bind  # noqa: PLC0415  # after first paint
    from desktop.letters.page import draw_all  # noqa: PLC0415

    found = _gather(store, request, making)
    parts = _open_parts(store, found)
    shown = [
        (place, one)
        for place, one in enumerate(finished_letters(found.case), 1)
        if one.id not in found.withheld
    ]
    copy = _copy(store, found, parts, by)
    pages = draw_all(_pages(store, found, parts, copy, making, by), one_paper=True)
    kept = {place: cases.letter_pdf(store, one.id) or b"" for place, one in shown}
    number, says = found.case.request.number, found.says
    pdf = bind(
        Bound(title=says("title", number=number), pdf=pages),
        (
            Bound(title=says("bookmark", place=place, title=one.title), pdf=kept[place])
            for place, one in shown
        ),
        {
            f"{number}.evidence.json": copy,
            **{says("attached", place=place): body for place, body in kept.items()},
        },
    )
    return Pack(pdf=pdf, copy=copy, letters=len(shown))


# Reading


def _gather(store: Store, request: RequestId, making: Making) -> Gathered:
    case = cases.case(store, request)
    history = cases.history(store, request)
    people = {one.id: one for one in queries.people(store)}
    own = frozenset(cases.requests_of(store, case.student.id))
    parties, hidden = _parties(store, case), _hidden(store, case, making.today)
    return Gathered(
        case=case,
        right=making.law.rights[case.request.right],
        law=making.law,
        verdict=verdict_of(case, today=making.today),
        people=people,
        parties={id_: one.name or one.organization for id_, one in parties.items()},
        related=list(_numbers(store, [one for one in case.related if one in own]).values()),
        names=Names(
            people={id_: one.name for id_, one in people.items()},
            requests=_told_of(store, history, own, making.wording),
            reasons={one.id: one.title for one in making.law.reasons.every},
        ),
        history=history,
        disclosures=[
            row
            for row in disclosures.disclosures_of(store, case.student.id)
            if row.entry.request == request
        ],
        hold=hold_of(store, request),
        withheld=frozenset(one.id for one in case.letters if _tells(one, parties, case, hidden)),
        wording=making.wording,
        today=making.today,
    )


def _parties(store: Store, case: Case) -> dict[PartyId, Party]:
    """Whom the letters go to and the papers limit."""
    wanted = {one.recipient for one in case.letters}
    wanted |= {one.limited_party for one in case.orders if one.limited_party is not None}
    found = students.parties(store, sorted(wanted)) if wanted else []
    return {one.id: one for one in found}


def _told_of(
    store: Store, history: Sequence[Entry], own: frozenset[RequestId], wording: Wording
) -> dict[int, str]:
    """The requests the journal tells of by number; one of another student by no number."""
    facts = (entry.event.facts.get(name) for entry in history for name in REQUEST_FACTS)
    ids = sorted({RequestId(fact) for fact in facts if isinstance(fact, int) and fact})
    others: dict[int, str] = dict.fromkeys(ids, wording.text("evidence.another"))
    return {**others, **_numbers(store, [one for one in ids if one in own])}


def _numbers(store: Store, requests: Sequence[RequestId]) -> dict[int, str]:
    rows = queries.queue_rows(store, requests) if requests else []
    return {row.id: row.number for row in rows}


def _hidden(store: Store, case: Case, today: date) -> frozenset[str]:
    return kept_quiet(case.orders, case.on_file, school_page(store), today)


def _tells(
    letter: Letter, parties: Mapping[PartyId, Party], case: Case, hidden: frozenset[str]
) -> bool:
    """Whether the page of a letter shows what a paper keeps, in its text or its address."""
    party = parties.get(letter.recipient)
    lines = [*(reach_lines(party) if party else ()), letter.text]
    if letter.recipient == case.requester.id:
        lines.append(case.reply_address)
    return any(shows(line, hidden) for line in lines)


def _open_parts(store: Store, found: Gathered) -> tuple[Section, ...]:
    hidden = _hidden(store, found.case, found.today)
    return tuple(without_kept(one, hidden, found.says("withheld")) for one in sections(found))


# The copy for machines


def _copy(store: Store, found: Gathered, parts: Sequence[Section], by: Initials) -> bytes:
    head = store.head()
    told = {
        "format": FORMAT,
        "number": found.case.request.number,
        "made_at": by.at.isoformat(),
        "made_by": found.who(by.person),
        "school": school_page(store).name,
        "journal_head": {"seq": head.seq, "mac": head.mac.hex()},
        "parts": [
            {
                "place": place,
                "part": one.part,
                "title": found.says(f"part.{one.part}"),
                "items": [_item_told(item) for item in one.items],
            }
            for place, one in enumerate(parts, 1)
        ],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2)


def _item_told(item: Item) -> dict[str, object]:
    return {"says": item.says, "lines": item.lines, "facts": item.facts}


# The pages


def _pages(
    store: Store,
    found: Gathered,
    parts: Sequence[Section],
    copy: bytes,
    making: Making,
    by: Initials,
) -> Iterator[Page]:
    from desktop.letters.page import Letterhead, Page  # noqa: PLC0415  # after first paint

    school, number = school_page(store), found.case.request.number
    texts = [_cover(store, found, parts, copy, by), *_chapters(found, parts)]
    for text in texts:
        yield Page(
            letterhead=Letterhead(school=school),
            recipient=(),
            on=making.today,
            reference=number,
            title=found.says("title", number=number),
            text=text,
            practice=making.practice,
            paper=school.paper,
        )


def _cover(
    store: Store, found: Gathered, parts: Sequence[Section], copy: bytes, by: Initials
) -> str:
    from desktop.letters.markup import escaped  # noqa: PLC0415  # after first paint

    says = found.says
    school = school_page(store).name
    titles = (says(f"part.{one.part}") for one in parts)
    return "\n\n".join(
        (
            escaped(says("made", on=found.today, who=found.who(by.person), school=school)),
            escaped(says("whose")),
            escaped(says("head", head=store.head().short())),
            escaped(says("copy", sha256=hashlib.sha256(copy).hexdigest())),
            f"## {escaped(says('contents'))}",
            "\n".join(escaped(f"{place}. {title}") for place, title in enumerate(titles, 1)),
        )
    )


def _chapters(found: Gathered, parts: Sequence[Section]) -> Iterator[str]:
    """The parts in texts that a page takes; each begins on a sheet of its own."""
    blocks: list[str] = []
    for block in _blocks(found, parts):
        if blocks and sum(map(len, blocks)) + len(block) > _LONGEST_PART:
            yield "\n\n".join(blocks)
            blocks = []
        blocks.append(block)
    yield "\n\n".join(blocks)


def _blocks(found: Gathered, parts: Sequence[Section]) -> Iterator[str]:
    from desktop.letters.markup import escaped  # noqa: PLC0415  # after first paint

    for place, one in enumerate(parts, 1):
        yield f"## {place}. {escaped(found.says(f'part.{one.part}'))}"
        for item in one.items:
            says = escaped(item.says)
            yield "\n".join((f"**{says}**" if item.lines else says, *map(escaped, item.lines)))
        if not one.items:
            yield escaped(found.says("nothing"))
