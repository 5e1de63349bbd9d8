"""What a letter tells of records: what was asked for, found and copied, and where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from desktop.actions.letter_facts import Facts
from desktop.errors import DeskError
from desktop.records.appointment import standing_visit
from desktop.records.case import Source, SourceState
from desktop.records.disclosure import Disclosure
from desktop.records.release import Item, ItemAnswer
from desktop.records.request import Access, Right

_EVERYTHING = "everything"
_RECORDS = frozenset({Right.INSPECT, Right.COPIES})
_ANSWERED = frozenset({SourceState.FOUND, SourceState.NONE})


def _words(facts: Facts) -> list[str]:
    return [line for line in facts.case.request.words.splitlines() if line.strip()]


def _kinds(facts: Facts) -> list[str]:
    titles = facts.phrases.record_kind
    return [titles.get(kind, kind) for kind in facts.case.request.record_kinds]


def _asked(facts: Facts) -> list[str]:
    return _kinds(facts) or [facts.phrases.the_records]


def _sees(facts: Facts) -> bool:
    request = facts.case.request
    return request.right is Right.INSPECT and request.access is Access.VISIT


def _copies(facts: Facts) -> bool:
    return facts.case.request.right in _RECORDS and not _sees(facts)


def _helper(facts: Facts) -> str:
    visit = standing_visit(facts.case.appointments)
    return visit.sits_in if visit and visit.sits_in else facts.phrases.someone


def _interpreter(facts: Facts) -> str:
    request = facts.case.request
    wanted = request.interpreter or any(one.interpreter for one in facts.case.appointments)
    return facts.phrases.language.get(request.language, request.language) if wanted else ""


# Copies


def _items(facts: Facts) -> list[dict[str, object]]:
    found = _in_state(facts, SourceState.FOUND)
    if found:
        return [{"what": one.name, "pages": one.pages} for one in found]
    return [{"what": facts.phrases.pages_of, "pages": _pages(facts)}]


def _pages(facts: Facts) -> int:
    if facts.case.fee is not None:
        return facts.case.fee.pages
    return sum(one.pages for one in facts.case.sources)


def _fee(facts: Facts, part: str) -> int | None:
    amount: int = getattr(facts.case.fee, part) if facts.case.fee else 0
    return amount or None


def _lowered(facts: Facts) -> bool:
    """Whether less is asked for a page than the office usually takes."""
    fee = facts.case.fee
    return fee is not None and not fee.waived and fee.cents_a_page < facts.school.cents_a_page


# The search


def _in_state(facts: Facts, *states: SourceState) -> list[Source]:
    return [one for one in facts.case.sources if one.state in states]


def _given(facts: Facts) -> list[str]:
    """What the family can have: answered record by record, else the places that have something."""
    given = [one.what for one in facts.case.items if one.answer is ItemAnswer.GIVEN]
    return given or [one.name for one in _in_state(facts, SourceState.FOUND)]


def _withheld(facts: Facts) -> list[str]:
    """What is not given, or not whole, and why: never whose it is."""
    kept_back = (one for one in facts.case.items if one.answer is not ItemAnswer.GIVEN)
    return [" ".join(_why(one, facts)) for one in kept_back]


def _why(item: Item, facts: Facts) -> Iterator[str]:
    yield f"{item.what}:"
    yield facts.phrases.reason.get(item.reason, "")
    if item.note:
        yield f"({' '.join(item.note.split())})"


def _not_records(facts: Facts) -> list[dict[str, object]]:
    """Each thing that is no education record, and all that makes it none: 34 CFR 99.3."""
    left_out = (one for one in facts.case.items if one.answer is ItemAnswer.NOT_RECORD)
    return [{"what": one.what, "note": " ".join(_excluded(one, facts))} for one in left_out]


def _excluded(item: Item, facts: Facts) -> Iterator[str]:
    yield from facts.phrases.exclusion.get(item.reason, ())
    if item.note:
        yield f"({' '.join(item.note.split())})"
    reason = facts.reasons.named(item.reason)
    if reason is not None:
        yield f"({reason.citation})"


def _searched(facts: Facts) -> list[str]:
    """Every place that was looked through, once all have answered and none has anything."""
    if not facts.case.sources or len(_in_state(facts, *_ANSWERED)) < len(facts.case.sources):
        raise DeskError(
            "search_open",
            "Not every place was searched yet.",
            "Finish the search first; this letter tells where you looked.",
        )
    if _in_state(facts, SourceState.FOUND):
        raise DeskError(
            "records_found",
            "A place on the list has records.",
            "This letter says that you hold none. Correct the list, or write another letter.",
        )
    return [one.name for one in facts.case.sources]


def _records_out(facts: Facts) -> list[str]:
    """What goes out to somebody else: as a step wrote it down, else what was agreed or asked."""
    fields = ("disclosure_records", "consent_records")
    written = (facts.details.get(field, "").splitlines() for field in fields)
    return next(filter(None, written), None) or _asked(facts)


def _purpose(facts: Facts) -> str:
    """What whoever gets them needs them for, as the log has it."""
    fields = ("party_interest", "consent_purpose")
    return next(filter(None, (facts.details.get(field, "") for field in fields)), "")


def _ground(facts: Facts) -> str:
    """The exception it goes out under: as picked, as the check on who may says, or consent."""
    picked = facts.details.get("disclosure_basis", "")
    consent = "consent" if facts.details.get("consent_recipient") else ""
    return picked or next(_checked_grounds(facts), "") or consent


def _checked_grounds(facts: Facts) -> Iterator[str]:
    chosen = facts.case.chosen
    for step in facts.right.step if facts.right else ():
        for choice in step.choice:
            if choice.basis and chosen.get(step.id) == choice.id:
                yield choice.basis


def _redisclosure_rule(facts: Facts) -> str:
    """The limit, where the ground is one whose receiver must be told: 34 CFR 99.33(c), (d)."""
    basis = facts.bases.by_id.get(_ground(facts))
    if basis is None or not basis.redisclosure:
        raise DeskError(
            "no_redisclosure",
            "Nothing is written down on which ground they must be told not to pass it on.",
            "Note what allows it first. A court order, directory information and the family's own"
            " records need no such letter.",
        )
    return facts.bases.redisclosure_citation


# What the office keeps


def _types(facts: Facts) -> list[str]:
    return [title for kind, title in facts.phrases.record_kind.items() if kind != _EVERYTHING]


def _places(facts: Facts) -> list[dict[str, object]]:
    return [{"what": name, "note": keeper} for name, keeper in facts.places]


def _disclosures(facts: Facts) -> list[Disclosure]:
    """The record of disclosures without what was corrected since.

    What only special education records are noted for (300.614) stands in theirs alone.
    """
    special = facts.case.request.special_education
    return [one for one in facts.disclosures if special or not one.idea_only]


READERS: Mapping[str, Callable[[Facts], object]] = {
    "words": _words,
    "kinds": _kinds,
    "asked": _asked,
    "shown": _asked,
    "sees": _sees,
    "copies": _copies,
    "helper": _helper,
    "interpreter": _interpreter,
    "items": _items,
    "pages": _pages,
    "page_fee": partial(_fee, part="cents_a_page"),
    "postage": partial(_fee, part="postage_cents"),
    "waived": lambda facts: bool(facts.case.fee and facts.case.fee.waived),
    "lowered": _lowered,
    "given": _given,
    "withheld": _withheld,
    "omissions": _withheld,
    "not_records": _not_records,
    "searched": _searched,
    "records_out": _records_out,
    "purpose": _purpose,
    "redisclosure_rule": _redisclosure_rule,
    "types": _types,
    "places": _places,
    "disclosures": _disclosures,
}
