"""What a state's rule book says about access, in a few sentences, for someone choosing the state.

Codes only; the words are in ``resources/wording/en/state.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from desktop.records.request import Right
from desktop.records.rules import ACCESS, FEDERAL, LOCAL, Rule, RuleBooks, Students, Use
from desktop.records.sentence import Sentence, sentence


def state_names(books: RuleBooks) -> list[tuple[str, str]]:
    """The states as (code, name) by name. One whose book is damaged is named by its code."""
    names = {code: book.book.name for code, book in books.by_state.items()}
    for fault in books.faults:
        code = fault.file.removesuffix(".toml").upper()
        names.setdefault(code, code)
    for other in (FEDERAL, "FEDERAL", LOCAL):
        names.pop(other, None)
    return sorted(names.items(), key=lambda one: one[1])


def in_short(books: RuleBooks, state: str, *, received_on: date) -> Iterator[Sentence]:
    """What applies in ``state`` to a request received on that day.

    First whether any limit of its own is shorter than the federal one for every student, then each
    shorter one, then each whose use the office decides.

    Raises:
        ResourceError: the federal book is damaged.
        DeskError: no such state.
    """
    fault = books.fault_of(state)
    if fault is not None:
        yield sentence("clock.state_unreadable", file=fault.file, line=fault.line)
        return
    federal = min(rule.days for rule in _on_access(books.book(FEDERAL).rule))
    book = books.book(state)
    in_force = [rule for rule in _on_access(book.rule) if rule.in_force(received_on)]
    shorter = [rule for rule in in_force if rule.days < federal]
    applied = [rule for rule in shorter if rule.use is Use.YES]
    if not any(map(_for_everyone, applied)):
        code = "state.none_for_all" if applied else "state.none"
        yield sentence(code, state=book.book.name, days=federal)
    for rule in applied:
        yield _limit("state.limit", rule)
    for rule in shorter:
        if rule.use is Use.ASK:
            yield _limit("state.ask", rule)


def _for_everyone(rule: Rule) -> bool:
    return rule.students is Students.ALL and Right.INSPECT in rule.covers


def _on_access(rules: Iterable[Rule]) -> list[Rule]:
    """The rules on seeing or copying records; limits on amendment are told elsewhere."""
    return [rule for rule in rules if not ACCESS.isdisjoint(rule.covers)]


def _limit(code: str, rule: Rule) -> Sentence:
    return sentence(
        f"{code}.{rule.counting}", title=rule.title, days=rule.days, citation=rule.citation
    )
