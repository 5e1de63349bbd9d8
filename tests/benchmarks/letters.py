"""Letters on paper: the first, one more, and a thousand different ones, beside others' ways.

The same letter is drawn by a bare reportlab canvas, which tags nothing, and, where LibreOffice is
installed, converted by it from an OpenDocument file. All of them are timed by the processor, since
the clock would mostly tell what else a machine is doing.
"""

from __future__ import annotations

import gc
import io
import resource
import shutil
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw

from desktop.letters.page import Letterhead, Page, draw
from desktop.letters.press import Press
from desktop.letters.proof import SAMPLE_SCHOOL, proof_page
from desktop.letters.reference_code import bars
from desktop.letters.template import load_templates
from desktop.records.paper import USUAL, Paper
from tests.benchmarks.bare_letters import bare_letters
from tests.benchmarks.office_letters import convert, write_letters
from tests.benchmarks.stores import Large
from tests.benchmarks.timing import Line, beside, median, timed, worked

TOGETHER = 1000
ROUNDS = 15
TURNS = 3
BY_OFFICE = 40
"""Letters that LibreOffice is given at once: enough that its start hardly counts."""


def measure(_office: Large) -> Iterator[Line]:
    """The appointment letter, each time to somebody else, about another child, on another day."""
    page = a_letter()
    first = timed(lambda: draw(page))
    press = Press()
    times = beside({"fresh": lambda: draw(page), "warm": lambda: press.printed([page])}, ROUNDS)
    yield Line(what="the first letter, fonts and all", value=first)
    yield Line(what="one letter, its own PDF", value=median(times["fresh"]), goal=50)
    yield Line(what="one letter, fonts at hand", value=median(times["warm"]))
    yield from _thousand(press, page)
    coded = replace(page, paper=USUAL)
    code = beside(
        {
            "with": lambda: (bars.cache_clear(), press.printed(different(coded, ROUNDS))),
            "without": lambda: press.printed(different(page, ROUNDS)),
        },
        ROUNDS,
        worked,
    )
    yield Line(
        what="the reference's code, for each letter",
        value=(median(code["with"]) - median(code["without"])) / ROUNDS,
    )
    yield from _memory(press, page)


def a_letter() -> Page:
    """One page with a logo and a signature, without the code, which the others cannot draw."""
    page = proof_page(load_templates().get("appointment", "en"), {})
    school = replace(SAMPLE_SCHOOL, logo=_picture(600, 300))
    return replace(
        page,
        letterhead=Letterhead(school=school),
        signature=_picture(340, 80),
        paper=Paper(reference_code=False),
    )


def _picture(width: int, height: int) -> bytes:
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).ellipse((9, 9, width - 9, height - 9), fill=(30, 80, 160))
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def different(page: Page, count: int = TOGETHER) -> Iterator[Page]:
    """The letter again and again; recipient, reference, title and some of the text change."""
    for number in range(count):
        yield replace(
            page,
            reference=f"2026-{number:04d}",
            recipient=(f"Parent Number {number}", *page.recipient[1:]),
            text=page.text.replace("Alvarez", f"Alvarez-{number:04d}"),
        )


def _thousand(press: Press, page: Page) -> Iterator[Line]:
    def together() -> None:
        press.printed(different(page))

    def apart() -> None:
        for one in different(page):
            press.printed([one])

    works = {
        "together": together,
        "bare": lambda: bare_letters(different(page)),
        "apart": apart,
    }
    times = {name: median(taken) / TOGETHER for name, taken in beside(works, TURNS, worked).items()}
    yield Line(what=f"{TOGETHER:,} letters in one PDF, each", value=times["together"])
    yield Line(what="the same on a bare reportlab canvas, each", value=times["bare"])
    yield Line(
        what="ours beside the bare canvas", value=times["together"] / times["bare"], unit="x",
        goal=1.5,
    )  # fmt: skip
    yield Line(what=f"{TOGETHER:,} letters as PDFs of their own, each", value=times["apart"])
    yield from _beside_libreoffice(page, times)


def _beside_libreoffice(page: Page, times: dict[str, float]) -> Iterator[Line]:
    if not shutil.which("soffice"):
        yield Line(what="LibreOffice is not installed here", value=0, note="nothing to compare")
        return
    with TemporaryDirectory() as folder:
        files = write_letters(Path(folder), different(page, BY_OFFICE))
        convert(files[:1])  # makes its profile
        taken = worked(lambda: convert(files)) / BY_OFFICE
    yield Line(what="LibreOffice, each", value=taken, note=f"{BY_OFFICE} at once")
    for name, goal in (("together", 50), ("apart", 15)):
        yield Line(
            what=f"LibreOffice takes so many times ours, {name}", value=taken / times[name],
            unit="x", least=goal,
        )  # fmt: skip


def _memory(press: Press, page: Page) -> Iterator[Line]:
    """What a thousand letters need beyond one, and whether it grows with how many there were."""
    kept = []
    for _ in range(2):
        gc.collect()
        tracemalloc.start()
        press.printed(different(page))
        most = tracemalloc.get_traced_memory()[1]
        gc.collect()
        kept.append((most, tracemalloc.get_traced_memory()[0]))
        tracemalloc.stop()
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Line(
        what="the most that a thousand letters hold at once", value=kept[1][0] / 2**20, unit="MB",
        goal=80, note=f"the process's largest size so far {size:.0f} MiB",
    )  # fmt: skip
    yield Line(
        what="what stays after the second thousand", value=kept[1][1] / 2**20, unit="MB", goal=1
    )
