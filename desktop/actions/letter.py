"""What every act on a letter shares: with what it is written, its facts, its journal entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.actions.changes import Changes, Kind
from desktop.actions.days import school_page
from desktop.actions.letter_facts import (
    Facts,
    hidden_in,
    load_phrases,
    recipient_of,
)
from desktop.actions.letter_values import values_for
from desktop.errors import DeskError
from desktop.paths import resources
from desktop.records.case import (
    Case,
    Letter,
    LetterState,
)
from desktop.records.disclosure import Disclosure
from desktop.records.ids import LetterId, RequestId
from desktop.records.law import Law
from desktop.records.party import Party
from desktop.records.request import Right
from desktop.store import cases, disclosures, queries
from desktop.store.journal import Event, Fact
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.letters.template import Draft, Template, Templates

FIRST_LANGUAGE = "en"
"""What a letter has on one side at least where it is printed in two languages."""
FAMILY = "family"
"""The audience of a notice to the student's family, whoever asked for the records."""
RECEIVER = "receiver"
"""The audience of what goes with records: whoever gets them, asker or not."""
_AMENDS = frozenset({Right.AMEND, Right.HEARING})
_FOLLOWS_AMENDMENT = frozenset({Right.HEARING, Right.STATEMENT})
LEFT_THE_OFFICE = frozenset({"handed_over", "mailed", "emailed"})
SENT_HOW = ("printed", "saved", "exported", "handed_over", "mailed", "emailed")
LONGEST_CHARACTERS = 50_000
"""Of a letter's text: about thirty pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What a letter is written with: the templates, the law whose steps it tells of, the day."""

    templates: Templates
    law: Law
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A letter just written or changed, and what changed with it."""

    letter: LetterId
    changes: Changes


def fill_draft(
    store: Store, case: Case, recipient: Party, template: str, desk: Writing, language: str
) -> Draft:
    """A template of one language with this case's facts in it."""
    found = desk.templates.get(template, language)
    facts = facts_for(store, case, recipient, desk, found.language)
    return found.fill(values_for(facts, found.fields))


def facts_for(store: Store, case: Case, recipient: Party, desk: Writing, language: str) -> Facts:
    """What a letter or another paper of this case is filled from, in ``language``."""
    people = {person.id: person.name for person in queries.people(store)}
    school = school_page(store)
    return Facts(
        case=case,
        school=school,
        right=desk.law.rights.by_id.get(case.request.right),
        recipient=recipient,
        taken_by=people.get(case.request.taken_by, ""),
        phrases=load_phrases(resources("letters"), language),
        today=desk.today,
        details=_details(store, case),
        places=tuple((one.name, one.keeper) for one in queries.places(store)),
        disclosures=_disclosures(store, case),
        bases=desk.law.bases,
        reasons=desk.law.reasons,
        # A paper that bound when the request came hides to its end, and so does one of today.
        hidden=hidden_in(case, school, recipient, case.request.received_on)
        | hidden_in(case, school, recipient, desk.today),
    )


def _disclosures(store: Store, case: Case) -> tuple[Disclosure, ...]:
    if case.request.right is not Right.DISCLOSURE_RECORD:
        return ()
    rows = disclosures.disclosures_of(store, case.student.id)
    return tuple(row.entry for row in rows if not row.corrected)


def _details(store: Store, case: Case) -> Mapping[str, str]:
    """What the steps wrote down; a hearing or statement also tells what its amendment did."""
    found: dict[str, str] = {}
    if case.request.right in _FOLLOWS_AMENDMENT:
        for one in sorted(case.related):
            before = cases.case(store, one)
            if before.request.right in _AMENDS:
                found |= before.details
    return found | dict(case.details)


def read_for(store: Store, case: Case, draft: Letter, desk: Writing) -> tuple[Template, Facts]:
    """The template a draft was made from, and the facts as they are today."""
    template = desk.templates.get(draft.template, draft.language)
    recipient = recipient_of(store, case, draft.recipient)
    return template, facts_for(store, case, recipient, desk, template.language)


def draft_of(case: Case, letter: LetterId) -> Letter:
    """One letter that may still change; DeskError where it is finished."""
    found = next((one for one in case.letters if one.id == letter), None)
    if found is None or found.state is not LetterState.DRAFT:
        raise DeskError(
            "letter_finished",
            "This letter is finished and never changes.",
            "Write a new letter instead.",
        )
    return found


def letter_event(kind: str, case: Case, letter: Letter) -> Event:
    """What the journal keeps of a letter: codes, versions and its hash, no names."""
    facts: dict[str, Fact] = {
        "letter": letter.id,
        "template": letter.template,
        "version": letter.template_version,
        "office_version": letter.office_version,
        "language": letter.language,
        "sha256": letter.sha256,
        "large_print": letter.large_print,
        "facing": letter.facing.language if letter.facing else "",
    }
    if letter.sent_on is not None:
        facts |= {"how": letter.sent_how, "sent_on": letter.sent_on.isoformat()}
    return Event(kind=kind, request=case.request.id, student=case.student.id, facts=facts)


def letter_changes(request: RequestId, letter: LetterId) -> Changes:
    """What an act on a letter touched."""
    return Changes(
        kinds=frozenset({Kind.LETTER, Kind.REQUEST}),
        requests=frozenset({request}),
        letter=letter,
    )
