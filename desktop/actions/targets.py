"""Set the numbers of days the office works by; each change with its reason."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.actions.changes import Changes
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.defaults import Defaults
from desktop.records.ids import new_ids
from desktop.records.person import Initials
from desktop.records.targets import Target, check_bounds, check_hours, number_of, settled
from desktop.store import targets
from desktop.store.journal import Event, Fact
from desktop.store.store import Store


def set_targets(
    store: Store,
    numbers: Mapping[Target, int],
    *,
    reason: str,
    shipped: Defaults,
    by: Initials,
) -> Changes:
    """Let ``numbers`` hold from now on; one that is as shipped follows what is shipped again.

    Raises:
        DeskError: ``target_bounds`` or ``target_hours``; ``target_reason``; ``nine_digits``.
    """
    before = settled(shipped, targets.decided(store))
    news = {one: to for one, to in numbers.items() if to != number_of(before, one)}
    if not news:
        return Changes.of_office()
    for one, to in news.items():
        check_bounds(shipped, one, to)
    check_hours(settled(before, {str(one): to for one, to in news.items()}))
    if not reason.strip():
        raise DeskError("target_reason", "The reason is missing.", "Write why, and who said so.")
    words = kept_words(reason)
    facts: dict[str, Fact] = {"reason": words}
    facts |= {str(one): to for one, to in news.items()}
    facts |= {f"{one}_before": number_of(before, one) for one in news}
    rows = zip(new_ids(by.at, len(news)), news.items(), strict=True)
    with store.change(Event(kind="target.set", facts=facts), by=by) as change:
        decided = {row: (one, _kept(shipped, one, to)) for row, (one, to) in rows}
        targets.decide(change, decided, words, by)
    return Changes.of_office()


def _kept(shipped: Defaults, target: Target, number: int) -> int | None:
    return None if number == number_of(shipped, target) else number
