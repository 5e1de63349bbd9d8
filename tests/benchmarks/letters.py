"""Letters on paper: the first, one more, and a thousand in one PDF."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from dataclasses import replace

from desktop.letters.page import Page, draw
from desktop.letters.press import Press
from desktop.letters.proof import proof_page
from desktop.letters.template import load_templates
from tests.benchmarks.stores import Large
from tests.benchmarks.timing import Line, beside, median, timed

TOGETHER = 1000
ROUNDS = 15


def measure(_office: Large) -> Iterator[Line]:
    """The appointment letter with its sample values."""
    page = proof_page(load_templates().get("appointment", "en"), {})
    first = timed(lambda: draw(page))
    press = Press()
    times = beside({"fresh": lambda: draw(page), "warm": lambda: press.printed([page])}, ROUNDS)
    all_together = timed(lambda: press.printed(_different(page)))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Line(what="the first letter, fonts and all", value=first)
    yield Line(what="one letter, its own PDF", value=median(times["fresh"]), goal=50)
    yield Line(what="one letter, fonts at hand", value=median(times["warm"]))
    yield Line(
        what=f"{TOGETHER:,} letters in one PDF, each", value=all_together / TOGETHER,
        note=f"the process's largest size so far {most:.0f} MiB",
    )  # fmt: skip


def _different(page: Page) -> Iterator[Page]:
    return (replace(page, reference=f"2026-{number:04d}") for number in range(TOGETHER))
