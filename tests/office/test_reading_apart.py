"""Reading a filled form in a process of its own: whatever the file does, the window goes on."""

import sys
import threading
import time

import pytest

from desktop.errors import DeskError
from desktop.office import reading_apart
from desktop.office.filled_form import LARGEST_BYTES
from desktop.office.reading_apart import read_apart
from tests.letters.filling import a_blank, by_pypdf
from tests.letters.pages import a_page, drawn
from tests.office.pdfs import hostile

SLEEPS_SECONDS = 60
SLEEPER = f"import sys, time; sys.stdin.buffer.read(); time.sleep({SLEEPS_SECONDS})"
DEAF = f"import time; time.sleep({SLEEPS_SECONDS})"


def refusal(pdf, **how):
    with pytest.raises(DeskError) as fault:
        read_apart(pdf, **how)
    return fault.value


@pytest.fixture
def instead(monkeypatch):
    """Another process in place of the one that reads."""

    def put(script):
        start = reading_apart.subprocess.Popen

        def started(_command, **how):
            return start([sys.executable, "-c", script], **how)

        monkeypatch.setattr(reading_apart.subprocess, "Popen", started)

    return put


def test_a_filled_form_comes_back_as_the_reader_has_it():
    form = read_apart(by_pypdf(a_blank("amend", "es"), {"name": "Nguyễn Thị"}))
    assert (form.mark, form.values) == ("amend.1.es", {"name": "Nguyễn Thị"})


def test_a_refusal_comes_back_with_its_sentence():
    assert refusal(drawn(a_page())).sentence() == (
        "This PDF is not one of the forms this program prints. "
        "Type it in from the page: it counts all the same."
    )


@pytest.mark.parametrize("script", [SLEEPER, DEAF])
def test_a_file_that_keeps_the_reader_busy_ends_in_a_sentence(instead, script):
    instead(script)
    started = time.monotonic()
    assert refusal(a_blank(), longest_seconds=0.3).code == "form_slow"
    assert time.monotonic() - started < SLEEPS_SECONDS  # it was not waited for


def test_reading_ends_when_nobody_wants_it_any_more(instead):
    instead(SLEEPER)
    left = threading.Event()
    threading.Timer(0.2, left.set).start()
    assert refusal(a_blank(), cancelled=left.is_set, longest_seconds=50).code == "form_slow"


@pytest.mark.parametrize(
    "script",
    ["import os; os.abort()", "print('no json')", "raise SystemExit(3)", "print('{}')"],
    ids=["killed", "no-json", "failed", "other-json"],
)
def test_a_reader_that_breaks_down_ends_in_a_sentence(instead, script):
    instead(script)
    assert refusal(a_blank()).code == "form_damaged"


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")
def test_a_file_made_to_swell_takes_no_more_than_its_share():
    swell = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + b"[" * 4_000_000 + b">>>>"
    assert refusal(hostile([swell, b"<<>>"])).code in {"form_refused", "form_damaged", "form_slow"}


def test_a_huge_file_is_not_even_handed_over(instead):
    instead("raise SystemExit('started')")
    assert refusal(bytes(LARGEST_BYTES + 1)).code == "form_large"
