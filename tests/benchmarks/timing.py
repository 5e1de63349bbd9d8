"""Time pieces of work beside each other, and print what came of it as a table."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Work = Callable[[], object]

_WHO = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the report, ``value`` in ``unit``; ``goal`` is the most it may be.

    ``least`` is a goal from below, for how many times faster something is.
    """

    what: str
    value: float
    unit: str = "ms"
    goal: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal holds, or there is none."""
        enough = self.least is None or self.value >= self.least
        return enough and (self.goal is None or self.value <= self.goal)


def timed(work: Work) -> float:
    """How long one run takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def worked(work: Work) -> float:
    """How long the processor works in one run, in milliseconds, processes it starts included.

    On a busy machine this says more than the clock does.
    """
    before = _processor()
    work()
    return (_processor() - before) * 1000


def _processor() -> float:
    own, started = (resource.getrusage(who) for who in _WHO)
    return own.ru_utime + own.ru_stime + started.ru_utime + started.ru_stime


def beside(
    works: Mapping[str, Work], rounds: int, clock: Callable[[Work], float] = timed
) -> dict[str, list[float]]:
    """Milliseconds of each run of each work, sorted.

    The works take turns, so that a busy machine slows all of them alike and ratios hold.
    """
    for work in works.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            taken[name].append(clock(work))
    return {name: sorted(times) for name, times in taken.items()}


def median(times: Sequence[float]) -> float:
    """The median of sorted times."""
    return statistics.median(times)


def nearly_worst(times: Sequence[float]) -> float:
    """The time that 99 of 100 runs stay under."""
    return times[min(len(times) - 1, len(times) * 99 // 100)]


def ratio(times: Mapping[str, Sequence[float]], name: str, to: str) -> float:
    """How many times ``name`` takes as long as ``to``, median by median."""
    return median(times[name]) / median(times[to])


def table(lines: Iterable[Line]) -> str:
    """The report as text, one line each: what, value, goal, and a mark where it is missed."""
    shown = []
    for line in lines:
        goal = "" if line.goal is None else f"goal {line.goal:g}"
        goal = goal if line.least is None else f"least {line.least:g}"
        mark = "" if line.met else "MISSED"
        value = f"{line.value:9.2f} {line.unit:<2}"
        shown.append(f"{line.what:<52} {value}  {goal:<10} {mark:<7} {line.note}".rstrip())
    return "\n".join(shown)
