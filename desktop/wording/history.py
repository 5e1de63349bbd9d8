"""The journal of one request as sentences: who did what, when, in the words of the counter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Protocol

from desktop.records.rights import RightRule
from desktop.records.sentence import Value
from desktop.wording.dates import clock_time
from desktop.wording.sentences import Wording


class Happened(Protocol):
    """An event as the journal keeps it: a dotted kind and facts in ids and codes."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def facts(self) -> Mapping[str, object]:
        """Before and after."""


class Entry(Protocol):
    """A journal entry: when, under whose initials, what."""

    @property
    def at(self) -> datetime:
        """The moment, with its zone."""

    @property
    def initials(self) -> str:
        """Whose initials stand under it."""

    @property
    def event(self) -> Happened:
        """What happened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the history."""

    at: datetime
    initials: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What ids and codes in facts are called: staff and requests by id, reasons by their code."""

    people: Mapping[int, str]
    requests: Mapping[int, str]
    reasons: Mapping[str, str] = field(default_factory=dict)


REQUEST_FACTS = ("to", "into", "from", "other", "linked_to")
"""The facts that hold the id of another request."""

# Facts that hold a code of the catalogue, and where that code's words stand.
_CODES = {
    "right": "right",
    "access": "access",
    "channel": "channel",
    "relationship": "relationship",
    "outcome": "outcome",
    "event": "event",
    "state": "source_state",
    "whom": "whom",
    "for": "waiting",
    "how": "sent_how",
    "template": "letter",
    "paper": "printout",
    "language": "language",
    "scope": "scope",
    "why": "hold",
    "answer": "item_answer",
    "answer_before": "item_answer",
    "moved_by": "moved_by",
    "late_reason": "late_reason",
    "late_reason_before": "late_reason",
}


def history_lines(
    entries: Sequence[Entry], *, right: RightRule, names: Names, wording: Wording
) -> list[Line]:
    """The history, oldest first; an event without a sentence is told by its code."""
    return [
        Line(
            at=entry.at,
            initials=entry.initials,
            text=_text(entry.event, right, names, wording),
        )
        for entry in entries
    ]


def _text(event: Happened, right: RightRule, names: Names, wording: Wording) -> str:
    code = f"history.{event.kind}"
    values = dict(_values(event.facts, right, names, wording))
    for variant in _variants(code, event.facts):
        if variant in wording:
            return wording.text(variant, **values)
    return event.kind


def _variants(code: str, facts: Mapping[str, object]) -> Iterator[str]:
    """The sentence for these facts, the more telling first: with a note, with a choice, plain."""
    if facts.get("choice") and facts.get("note"):
        yield f"{code}_with_choice_and_note"
    for name in (
        "note",
        "choice",
        "before_on",
        "linked_to",
        "pages",
        "ground",
        "moved_by",
        "companions",
    ):
        if facts.get(name):
            yield f"{code}_with_{name}"
    yield code


def _values(
    facts: Mapping[str, object], right: RightRule, names: Names, wording: Wording
) -> Iterator[tuple[str, Value]]:
    for name, fact in facts.items():
        yield name, _said(name, fact, names, wording)
    step = facts.get("step")
    if isinstance(step, str):
        yield from _step_values(step, facts, right)
    corrected = facts.get("corrected")
    if isinstance(corrected, list):
        yield "corrected", "; ".join(_corrected(one, facts, wording) for one in corrected)


def _corrected(field: str, facts: Mapping[str, object], wording: Wording) -> str:
    """One corrected field: what it is, and what it was before where the journal may say so."""
    bare, on = field.removesuffix("_on"), "_on" if field.endswith("_on") else ""
    before, now = (f"{bare}_{when}{on}" for when in ("before", "now"))
    if now not in facts:
        return wording.text(f"history.corrected.{bare}")
    values = {
        when: _one_corrected(bare, name, facts[name], wording)
        for when, name in (("before", before), ("now", now))
    }
    return wording.text(f"history.corrected.{bare}", **values)


def _one_corrected(field: str, name: str, fact: object, wording: Wording) -> Value:
    if isinstance(fact, bool):
        return wording.text(f"word.yes_no.{'yes' if fact else 'no'}")
    if not fact:
        return wording.text("word.yes_no.nothing")
    if name.endswith("_on"):
        return date.fromisoformat(str(fact))
    code = f"word.{_CODES.get(field, field)}.{fact}"
    return wording.text(code) if code in wording else str(fact)


def _said(name: str, fact: object, names: Names, wording: Wording) -> Value:
    if name in {"ground", "ground_before"}:
        return names.reasons.get(str(fact), str(fact))
    if isinstance(fact, str):
        return _written(name, fact, wording)
    return _counted(name, fact, names) if isinstance(fact, int) else ""


def _written(name: str, fact: str, wording: Wording) -> Value:
    if name.endswith("_on"):
        return date.fromisoformat(fact)
    if name.endswith("_at"):
        return clock_time(time.fromisoformat(fact))
    if name in _CODES or name in {"before", "now"}:
        return _coded(name, fact, wording)
    return fact


def _counted(name: str, fact: int, names: Names) -> Value:
    if name in {"owner", "person"}:
        return names.people.get(fact, "")
    if name in REQUEST_FACTS:
        return names.requests.get(fact, "")
    return f"${fact / 100:.2f}" if name.endswith("_cents") else fact


def _coded(name: str, fact: str, wording: Wording) -> str:
    places = [_CODES[name]] if name in _CODES else ["access", "source_state"]
    for place in places:
        if f"word.{place}.{fact}" in wording:
            return wording.text(f"word.{place}.{fact}")
    return fact


def _step_values(
    step: str, facts: Mapping[str, object], right: RightRule
) -> Iterator[tuple[str, Value]]:
    rules = {rule.id: rule for rule in right.step}
    rule = rules.get(step)
    yield "step", rule.title if rule else step
    chosen = facts.get("choice")
    choices = {one.id: one.title for one in rule.choice} if rule else {}
    if isinstance(chosen, str) and chosen:
        yield "choice", choices.get(chosen, chosen)
