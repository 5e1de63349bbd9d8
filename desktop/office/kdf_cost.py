"""How much work one guess of a passphrase is made to cost: what this computer does in a moment."""

from __future__ import annotations

import time
from collections.abc import Callable

from desktop.office.sealing import KdfCost, stretched

SHORTEST_SECONDS = 0.25
LONGEST_SECONDS = 0.6
LEAST = KdfCost(memory_kib=64 * 1024, passes=3, lanes=2)
"""No computer is so slow that less would do."""

_WISHED_SECONDS = 0.4
_MOST_MEMORY_KIB = 256 * 1024
_MOST_PASSES = 40

Measure = Callable[[KdfCost], float]
"""How many seconds one guess takes at a cost."""


def calibrated(measure: Measure | None = None) -> KdfCost:
    """The cost that takes between a quarter and six tenths of a second here, never below ``LEAST``.

    Memory comes first: it is what makes guessing on special hardware dear. Takes about a second.
    """
    measure = measure or seconds
    cost = LEAST
    took = measure(cost)
    while took < _WISHED_SECONDS / 2 and cost.memory_kib < _MOST_MEMORY_KIB:
        cost = _with(cost, memory_kib=cost.memory_kib * 2)
        took = measure(cost)
    if took >= SHORTEST_SECONDS:
        return cost
    passes = round(cost.passes * _WISHED_SECONDS / max(took, 0.001))
    return _with(cost, passes=min(max(passes, cost.passes), _MOST_PASSES))


def seconds(cost: KdfCost) -> float:
    """What one guess takes on this computer, the better of two tries."""
    return min(_once(cost) for _ in range(2))


def _once(cost: KdfCost) -> float:
    began = time.perf_counter()
    stretched("how long does it take", bytes(16), cost)
    return time.perf_counter() - began


def _with(cost: KdfCost, *, memory_kib: int = 0, passes: int = 0) -> KdfCost:
    return KdfCost(
        memory_kib=memory_kib or cost.memory_kib, passes=passes or cost.passes, lanes=cost.lanes
    )
