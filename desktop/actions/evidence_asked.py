"""The parts of an evidence pack about what was asked: the request, its dates, who asked."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.actions.evidence_facts import Gathered, iso
from desktop.records.care import carried
from desktop.records.clock import Limit
from desktop.records.evidence import Item, Plain
from desktop.records.lateness import is_late
from desktop.records.request import Status
from desktop.wording.lateness import lateness_said
from desktop.wording.limits import limit_facts, limit_lines, shown_limits
from desktop.wording.papers import paper_line
from desktop.wording.registers import consent_said

# What was asked


def asked(found: Gathered) -> Iterator[Item]:
    """The request as it was logged: who, what, when, by which way, taken by whom."""
    request, says = found.case.request, found.says
    yield Item(
        says=says("asked.number", number=request.number, right=found.right.title),
        lines=(*_people(found), *_receipt(found), *_wanted(found), *_state(found)),
        facts=_request_facts(found),
    )


def _people(found: Gathered) -> Iterator[str]:
    case, says, wording = found.case, found.says, found.wording
    party = ", ".join(filter(None, (case.requester.name, case.requester.organization)))
    relationship = wording.text(f"word.relationship.{case.request.relationship}")
    yield says("asked.student", student=case.student.full_name())
    if case.student.local_number:
        yield says("asked.local_number", local_number=case.student.local_number)
    yield says("asked.requester", requester=party, relationship=relationship)


def _receipt(found: Gathered) -> Iterator[str]:
    request, says = found.case.request, found.says
    channel = found.wording.text(f"word.channel.{request.channel}")
    yield says("asked.received", on=request.received_on, channel=channel)
    if request.requested_on:
        yield says("asked.requested", on=request.requested_on)
    yield found.when("asked.taken", request.entered_at, who=found.who(request.taken_by))


def _wanted(found: Gathered) -> Iterator[str]:
    request, says, wording = found.case.request, found.says, found.wording
    if request.words:
        yield says("asked.words", words=request.words)
    if request.record_kinds:
        yield says("asked.kinds", kinds="; ".join(request.record_kinds))
    if found.right.access:
        yield says("asked.access", access=wording.text(f"request.access.{request.access}"))
    code = f"word.language.{request.language}"
    language = wording.text(code) if code in wording else request.language
    yield says("asked.language", language=language)
    if request.interpreter:
        yield says("asked.interpreter")
    if request.special_education:
        yield says("asked.special_education")


def _state(found: Gathered) -> Iterator[str]:
    request, says, wording = found.case.request, found.says, found.wording
    for kind, on in request.events.items():
        yield says("asked.event", event=wording.text(f"word.event.{kind}"), on=on)
    for number in found.related:
        yield says("asked.linked", number=number)
    if request.status is Status.CLOSED and request.closed_on:
        outcome = wording.text(f"word.outcome.{request.outcome}")
        yield says("asked.closed", on=request.closed_on, outcome=outcome)
    elif owner := found.who(request.owner):
        yield says("asked.open", who=owner)
    else:
        yield says("asked.unowned")


def _request_facts(found: Gathered) -> dict[str, Plain]:
    request = found.case.request
    return {
        "number": request.number,
        "right": request.right,
        "access": request.access,
        "student": found.case.student.full_name(),
        "requester": found.case.requester.name,
        "organization": found.case.requester.organization,
        "relationship": request.relationship,
        "channel": request.channel,
        "received_on": request.received_on.isoformat(),
        "requested_on": iso(request.requested_on),
        "entered_at": request.entered_at.isoformat(),
        "taken_by": found.who(request.taken_by),
        "words": request.words,
        "record_kinds": list(request.record_kinds),
        "language": request.language,
        "interpreter": request.interpreter,
        "special_education": request.special_education,
        "status": request.status,
        "outcome": request.outcome,
        "closed_on": iso(request.closed_on),
        "linked_with": list(found.related),
        **{f"{kind}_on": on.isoformat() for kind, on in request.events.items()},
    }


# Dates


def clocks(found: Gathered) -> Iterator[Item]:
    """Every limit with its working-out, earliest first, and why a day was not kept."""
    clocks = found.case.clocks
    for note in clocks.notes:
        yield Item(says=found.wording.say(note))
    for limit in shown_limits(clocks):
        yield _limit(limit, found, drives=limit.rule == clocks.driving)
    told = found.case.request.lateness
    if told is not None and is_late(found.case, found.law, today=found.today):
        yield Item(
            says=lateness_said(told, found.wording),
            facts={"late_reason": told.reason, "late_words": told.words},
        )


def _limit(limit: Limit, found: Gathered, *, drives: bool) -> Item:
    name, *lines = limit_lines(limit, found.wording)
    driving = (found.says("clock.drives"),) if drives else ()
    facts: dict[str, Plain] = {**limit_facts(limit, found.wording), "drives": drives}
    return Item(says=f"{name} ({limit.rule})", lines=(*driving, *lines), facts=facts)


# Who asked, and whether they may


def authority(found: Gathered) -> Iterator[Item]:
    """The verdict as the file stands, the care told of, papers and consents."""
    case, verdict, wording = found.case, found.verdict, found.wording
    yield Item(
        says=found.says("authority.verdict", says=wording.say(verdict.says())),
        lines=(
            wording.say(verdict.citation()),
            *(wording.say(one) for one in verdict.warnings),
        ),
        facts={"answer": verdict.answer, "reason": verdict.reason},
    )
    if case.care is not None:
        told = carried(case.request.relationship, case.care, found.today)
        yield Item(
            says=found.says("authority.care", on=case.care.told_on),
            lines=tuple(wording.say(one) for one in told),
            facts={"told_on": case.care.told_on.isoformat(), "paper": case.care.paper},
        )
    yield from _papers(found)
    yield from _consents(found)


def _papers(found: Gathered) -> Iterator[Item]:
    for order in found.case.orders:
        limited = found.parties.get(order.limited_party, "") if order.limited_party else ""
        reader = found.people.get(order.read_by)
        initials = reader.initials if reader else ""
        line = paper_line(order, limited, initials, found.today, found.wording)
        passage = found.says("authority.passage", passage=order.passage)
        yield Item(
            says=found.says("authority.paper"),
            lines=(line, *([passage] if order.passage else [])),
            facts={
                "kind": order.kind,
                "court": order.court,
                "dated_on": iso(order.dated_on),
                "until_on": iso(order.until_on),
                "ended_on": iso(order.ended_on),
                "limits": sorted(order.limits),
                "limited": limited,
                "passage": order.passage,
            },
        )


def _consents(found: Gathered) -> Iterator[Item]:
    """The consents this request brought, or that name whoever asks."""
    case = found.case
    for one in case.consents:
        if one.request != case.request.id or one.signed_on is None:
            continue
        yield Item(
            says=found.says(
                "authority.consent",
                signer=one.signer,
                on=one.signed_on,
                recipient=one.recipient or found.wording.text("consent.for.survey"),
            ),
            lines=(
                found.says("authority.consent_records", records=one.records, purpose=one.purpose),
                consent_said(one, case.student, found.today, found.wording),
            ),
            facts={
                "signer": one.signer,
                "signed_on": iso(one.signed_on),
                "until_on": iso(one.until_on),
                "revoked_on": iso(one.revoked_on),
            },
        )
