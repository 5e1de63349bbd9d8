"""The rule books: every limit the law sets, as data: federal law, one file a state, local policy.

Read from ``resources/rules/*.toml``. Code holds no number of days, no citation and no extension.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Annotated

import msgspec

from desktop.errors import DeskError, ResourceError
from desktop.records.calendar import Counting
from desktop.records.ids import RuleId
from desktop.records.request import EventKind, Right
from desktop.records.toml_file import fault_at, read_toml

FEDERAL, LOCAL = "US", "LOCAL"
_FEDERAL_FILE, _LOCAL_FILE = "federal.toml", "local.toml"
ACCESS = frozenset({Right.INSPECT, Right.COPIES})
"""The rights that are about seeing records: what a state's access limits speak of."""

Days = Annotated[int, msgspec.Meta(ge=1, le=366)]
Text = Annotated[str, msgspec.Meta(min_length=1)]


class Students(StrEnum):
    """Whose records a rule speaks of."""

    ALL = "all"
    SPECIAL_EDUCATION = "special_education"


class CountedFrom(StrEnum):
    """Where a rule starts to count: day 0.

    ``AMENDMENT_HEARING`` is the day of the hearing on the record; without one nothing is counted.
    """

    RECEIPT = "receipt"
    REQUEST_MADE = "request_made"
    WRITTEN_REQUEST = "written_request"
    AMENDMENT_HEARING = "amendment_hearing"


class OralCounts(StrEnum):
    """Whether a spoken request starts the clock; ``UNKNOWN`` where the text read is silent."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Use(StrEnum):
    """Whether a rule is applied, offered for the office to decide, or only a target of its own.

    ``OFF``: the office decided that it does not apply here.
    """

    YES = "yes"
    ASK = "ask"
    TARGET = "target"
    OFF = "off"


class Confidence(StrEnum):
    """How a limit was read.

    ``OFFICE_TARGET`` is no law: days the office aims at where the law names none.
    ``OFFICE_RULE`` is a number the office set or corrected itself.
    """

    STATUTE_TEXT_SEEN = "statute text seen"
    SECONDARY_SOURCE = "secondary source"
    NOT_FOUND = "not found"
    OFFICE_TARGET = "office target"
    OFFICE_RULE = "office rule"


class ExtensionMode(StrEnum):
    """Days on top of the limit, a new total from the same start, or days without a number."""

    ADDED = "added"
    TOTAL_FROM_START = "total_from_start"
    OPEN_ENDED = "open_ended"


class ExtensionTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The longest extension a rule allows; ``condition`` completes "when ...".

    ``days`` is None where the rule names no number; the days taken are then added to the limit.
    """

    counting: Counting
    mode: ExtensionMode
    condition: Text
    days: Days | None = None

    def __post_init__(self) -> None:
        if (self.days is None) != (self.mode is ExtensionMode.OPEN_ENDED):
            raise ValueError("only an open-ended extension has no number of days")

    @property
    def total(self) -> bool:
        """Whether the days taken are a new total instead of days on top."""
        return self.mode is ExtensionMode.TOTAL_FROM_START


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One limit.

    ``covers`` are the rights it speaks of. ``days`` counts from the day after the start, in days
    of ``counting``, or back from the event ``ahead_of``; an event that is not set leaves no limit.
    ``before`` are events that the right must be served before besides, ``by`` those whose own day
    is the last. ``ends_with`` is the step of the right that meets the limit; without it the limit
    runs until the request is closed. ``in_force_from`` and ``in_force_until`` are days of receipt,
    both included. ``office`` is the reason of an office that changed or added the rule.
    ``most_cents_a_page`` is the most a page of copies may cost, in US cents, where the rule says
    so. ``counting_basis``, ``request_form``, ``pauses``, ``amendment``, ``copy_fee`` and ``note``
    are for reading.
    """

    id: Text
    title: Text
    students: Students
    covers: Annotated[tuple[Right, ...], msgspec.Meta(min_length=1)]
    days: Days
    counting: Counting
    counted_from: CountedFrom
    oral_counts: OralCounts
    use: Use
    citation: Text
    source: Text
    source_kind: Text
    confidence: Confidence
    reviewed_on: date
    before: tuple[EventKind, ...] = ()
    by: tuple[EventKind, ...] = ()
    ahead_of: EventKind | None = None
    ends_with: str = ""
    extension: ExtensionTerms | None = None
    in_force_from: date = date.min
    in_force_until: date = date.max
    counting_basis: str = ""
    request_form: str = ""
    pauses: str = ""
    amendment: str = ""
    copy_fee: str = ""
    most_cents_a_page: Annotated[int, msgspec.Meta(ge=0)] | None = None
    note: str = ""
    office: str = ""

    def __post_init__(self) -> None:
        if self.in_force_from > self.in_force_until:
            raise ValueError("in_force_from is later than in_force_until")
        terms = self.extension
        if terms is None:
            return
        if self.ahead_of is not None:
            raise ValueError("a limit counted back from an event cannot be extended")
        if not terms.total and terms.counting is not self.counting:
            raise ValueError("an added extension must count the same kind of days as its rule")

    @property
    def rule_id(self) -> RuleId:
        """The id as other values carry it."""
        return RuleId(self.id)

    def in_force(self, received_on: date) -> bool:
        """Whether the rule binds a request received on that day."""
        return self.in_force_from <= received_on <= self.in_force_until

    @property
    def events(self) -> tuple[EventKind, ...]:
        """Every event whose day sets or moves a date of this rule."""
        counted = EventKind.AMENDMENT_HEARING
        start = (counted,) if self.counted_from is CountedFrom.AMENDMENT_HEARING else ()
        ahead = (self.ahead_of,) if self.ahead_of else ()
        return (*self.before, *self.by, *ahead, *start)


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A law found without a usable limit: shown to the office, never counted."""

    id: Text
    title: Text
    source: Text
    source_kind: Text
    confidence: Confidence
    reviewed_on: date
    note: Text
    citation: str = ""
    request_form: str = ""
    amendment: str = ""
    copy_fee: str = ""


class BookFacts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Whose book it is and when it was last read over; ``note`` is said where it has no rule."""

    state: Annotated[str, msgspec.Meta(pattern="^([A-Z]{2}|LOCAL)$")]
    name: Text
    reviewed_on: date
    note: str = ""


class RuleBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rules of federal law or of one state, in the order of the file."""

    book: BookFacts
    rule: tuple[Rule, ...] = ()
    for_reading: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBooks:
    """Every book that could be read, by state ("US" is federal), and the faults of the others.

    ``local`` holds the targets an office has where the law names no number of days.
    """

    by_state: Mapping[str, RuleBook]
    faults: tuple[ResourceError, ...] = ()
    local: RuleBook | None = None

    def rules_for(self, state: str, *, received_on: date) -> tuple[Rule, ...]:
        """The federal rules, those of ``state``, then local policy, in force on receipt.

        ``state`` is empty for federal law and local policy alone. A state whose book is damaged
        adds nothing: ``fault_of`` says so, and whoever shows dates must too.

        Raises:
            ResourceError: the federal book is missing or damaged; no outer limit is known.
            DeskError: no such state.
        """
        rules = self.book(FEDERAL).rule
        if state not in {"", FEDERAL} and self.fault_of(state) is None:
            rules += self.book(state).rule
        if self.local is not None:
            rules += self.local.rule
        return tuple(rule for rule in rules if rule.in_force(received_on))

    def events_for(
        self, right: Right, state: str, *, received_on: date, special_education: bool = True
    ) -> tuple[EventKind, ...]:
        """The events that set or move a date of ``right``, in the order of ``EventKind``.

        Without ``special_education`` those are left out that only rules on it name. Raises as
        ``rules_for``.
        """
        rules = (
            rule
            for rule in self.rules_for(state, received_on=received_on)
            if special_education or rule.students is not Students.SPECIAL_EDUCATION
        )
        named = {kind for rule in rules if right in rule.covers for kind in rule.events}
        return tuple(kind for kind in EventKind if kind in named)

    def ending(self, right: Right) -> frozenset[str]:
        """The steps of ``right`` that a limit of any book ends with."""
        books = (*self.by_state.values(), *filter(None, [self.local]))
        rules = (rule for book in books for rule in book.rule if rule.ends_with)
        return frozenset(rule.ends_with for rule in rules if right in rule.covers)

    def copy_cap(self, state: str, *, received_on: date) -> Rule | None:
        """The rule that caps the charge for a page lowest; None where no rule read names a cap.

        Raises as ``rules_for``.
        """
        rules = self.rules_for(state, received_on=received_on)
        caps = [(rule.most_cents_a_page, rule) for rule in rules]
        known = [(cents, rule) for cents, rule in caps if cents is not None]
        return min(known, key=lambda one: one[0])[1] if known else None

    def book(self, state: str) -> RuleBook:
        """The book of ``state``.

        Raises:
            ResourceError: it is damaged.
            DeskError: there is none.
        """
        if state in self.by_state:
            return self.by_state[state]
        raise self.fault_of(state) or DeskError(
            "unknown_state",
            f"There is no rule book for the state {state!r}.",
            "Give a state's two letters, such as CA, or DC.",
        )

    def fault_of(self, state: str) -> ResourceError | None:
        """Why the book of ``state`` cannot be used; ``None`` when it can or there is none."""
        file = _file_name(state)
        return next((fault for fault in self.faults if fault.file == file), None)


def load_rule_books(folder: Path, *, states: Collection[str] | None = None) -> RuleBooks:
    """Read the rule books; a broken one is told in ``faults`` and the others still work.

    ``states`` limits it to federal law and these, about a millisecond a book; ``None`` reads all.
    A state without a file is left out.
    """
    books: dict[str, RuleBook] = {}
    faults: list[ResourceError] = []
    for file in _files(folder, states):
        try:
            book = read_toml(file, RuleBook)
            _check(book, file)
        except ResourceError as fault:
            faults.append(fault)
        else:
            books[book.book.state] = book
    local = books.pop(LOCAL, None)
    return RuleBooks(by_state=books, faults=tuple(faults), local=local)


def _files(folder: Path, states: Collection[str] | None) -> Iterator[Path]:
    yield folder / _FEDERAL_FILE
    if states is None:
        yield from sorted(file for file in folder.glob("*.toml") if file.name != _FEDERAL_FILE)
        return
    if (folder / _LOCAL_FILE).is_file():
        yield folder / _LOCAL_FILE
    for state in sorted(states):
        file = folder / _file_name(state)
        if file.is_file():
            yield file


def _file_name(state: str) -> str:
    return _FEDERAL_FILE if state == FEDERAL else f"{state.lower()}.toml"


def _check(book: RuleBook, file: Path) -> None:
    if _file_name(book.book.state) != file.name:
        raise fault_at(file, "book.state", "the book is of another state than its file name says")
    ids = [(f"rule[{at}].id", rule.id) for at, rule in enumerate(book.rule)]
    ids += [(f"for_reading[{at}].id", entry.id) for at, entry in enumerate(book.for_reading)]
    for key, identity in ids:
        if not identity.startswith(f"{book.book.state}-"):
            raise fault_at(file, key, "the id does not begin with the state")
    for (_, first), (second_at, second) in combinations(enumerate(book.rule), 2):
        if first.id == second.id and _overlap(first, second):
            why = "the id stands twice for the same days of receipt"
            raise fault_at(file, f"rule[{second_at}].id", why)


def _overlap(first: Rule, second: Rule) -> bool:
    return (
        first.in_force_from <= second.in_force_until
        and second.in_force_from <= first.in_force_until
    )
