"""The parts of an evidence pack about what was written: letters, registers, notes, journal."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.actions.evidence_facts import Gathered, finished_letters, iso
from desktop.records.case import Letter
from desktop.records.evidence import Item, Plain
from desktop.store.disclosures import DisclosureRow
from desktop.wording.history import history_lines
from desktop.wording.registers import basis_said

# Letters, registers, notes, journal


def letters(found: Gathered) -> Iterator[Item]:
    """The letters, finished ones first, as they are numbered in the pack."""
    finished = finished_letters(found.case)
    drafts = [one for one in found.case.letters if one not in finished]
    for place, one in enumerate((*finished, *drafts), 1):
        yield _letter(place, one, found)


def _letter(place: int, one: Letter, found: Gathered) -> Item:
    recipient = found.parties.get(one.recipient, "")
    return Item(
        says=found.says("letter.says", place=place, title=one.title, recipient=recipient),
        lines=tuple(_letter_lines(one, found)),
        facts={
            "place": place,
            "template": one.template,
            "template_version": one.template_version,
            "language": one.language,
            "title": one.title,
            "recipient": recipient,
            "state": one.state,
            "sha256": one.sha256,
            "finished_at": one.finished_at.isoformat() if one.finished_at else None,
            "finished_by": found.who(one.finished_by),
            "sent": [f"{sent.on.isoformat()} {sent.how}" for sent in one.sendings],
            "text": one.text if one.id not in found.withheld else "",
        },
    )


def _letter_lines(one: Letter, found: Gathered) -> Iterator[str]:
    if one.finished_at is None:
        yield found.says("letter.draft")
        return
    who = found.who(one.finished_by)
    yield found.when("letter.finished", one.finished_at, who=who, sha256=one.sha256)
    for sent in one.sendings:
        how = found.wording.text(f"word.sent_how.{sent.how}")
        how = how[:1].upper() + how[1:]
        yield found.says("letter.sent", how=how, on=sent.on, who=found.who(sent.by))
    for kept in one.allowed:
        yield found.says("letter.allowed", words=kept.words, reason=kept.reason)
    if one.id in found.withheld:
        yield found.says("letter.withheld")


def disclosures(found: Gathered) -> Iterator[Item]:
    """The entries this request made in the record of disclosures."""
    return (_disclosure(row, found) for row in found.disclosures)


def _disclosure(row: DisclosureRow, found: Gathered) -> Item:
    entry = row.entry
    code = "refused" if entry.refused else "given"
    basis = basis_said(entry, found.law.bases)
    lines = (
        entry.interest and found.says("gave.interest", interest=entry.interest),
        entry.records and found.says("gave.records", records=entry.records),
        basis and found.says("gave.basis", basis=basis),
        row.corrected and found.says("gave.corrected"),
    )
    return Item(
        says=found.says(f"gave.{code}", on=entry.disclosed_on, party=entry.party),
        lines=tuple(str(line) for line in lines if line),
        facts={
            "party": entry.party,
            "interest": entry.interest,
            "records": entry.records,
            "basis": entry.basis,
            "disclosed_on": entry.disclosed_on.isoformat(),
            "refused": entry.refused,
            "corrected": row.corrected,
        },
    )


def holds(found: Gathered) -> Iterator[Item]:
    """What the request keeps from being destroyed."""
    hold = found.hold
    if hold is None:
        return
    says = (
        found.says("held.live", on=hold.from_on)
        if hold.released_on is None
        else found.says(
            "held.released",
            on=hold.from_on,
            until=hold.released_on,
            who=found.who(hold.released_by),
        )
    )
    facts: dict[str, Plain] = {
        "from_on": hold.from_on.isoformat(),
        "keep_reason": hold.keep_reason,
        "released_on": iso(hold.released_on),
    }
    yield Item(says=says, facts=facts)


def notes(found: Gathered) -> Iterator[Item]:
    """The notes written on it."""
    for one in found.case.notes:
        who = found.who(one.person)
        yield Item(
            says=found.when("note.says", one.written_at, who=who, note=one.text),
            facts={"at": one.written_at.isoformat(), "by": who, "note": one.text},
        )


def journal(found: Gathered) -> Iterator[Item]:
    """What the journal has on it, oldest first."""
    lines = history_lines(
        found.history, right=found.right, names=found.names, wording=found.wording
    )
    for entry, line in zip(found.history, lines, strict=True):
        seq, text = entry.seq, line.text
        yield Item(
            says=found.when("entry.says", entry.at, seq=seq, who=entry.initials, says=text),
            facts={
                "seq": seq,
                "at": entry.at.isoformat(),
                "by": entry.initials,
                "kind": entry.event.kind,
            },
        )
