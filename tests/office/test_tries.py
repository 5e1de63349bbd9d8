"""Wrong passphrases: slower and slower, never for ever, and nothing a guesser does shortens it."""

from __future__ import annotations

import pytest

from desktop.errors import DeskError
from desktop.office.tries import LONGEST_SECONDS, Tries, wait_after
from desktop.paths import Home


class Clock:
    """Seconds a test moves by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def home(tmp_path):
    return Home(folder=tmp_path)


@pytest.fixture
def clock():
    return Clock()


def wrong(tries, times, person=1):
    for _ in range(times):
        tries.begin(person)


def test_the_waits_double_and_end_at_five_minutes():
    waits = [wait_after(number) for number in range(12)]
    assert waits == [0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]
    assert wait_after(10_000) == LONGEST_SECONDS


def test_the_first_slips_cost_nothing(home, clock):
    tries = Tries(home, clock)
    wrong(tries, 2)
    tries.check(1)


def test_after_three_the_next_waits_and_then_may_be_made(home, clock):
    tries = Tries(home, clock)
    wrong(tries, 3)
    with pytest.raises(DeskError, match="wait") as caught:
        tries.check(1)
    assert "waits 5 seconds" in caught.value.message
    clock.now += 4.5
    assert tries.seconds_left(1) == 1
    clock.now += 0.5
    tries.check(1)


def test_one_persons_slips_do_not_hold_up_another(home, clock):
    tries = Tries(home, clock)
    wrong(tries, 5)
    tries.check(2)


def test_starting_the_program_again_begins_the_wait_in_full(home, clock):
    wrong(Tries(home, clock), 6)
    clock.now += 1_000_000  # whatever the wall clock was set to meanwhile
    again = Tries(home, clock)
    assert again.seconds_left(1) == 40
    clock.now += 40
    again.check(1)


def test_the_right_passphrase_begins_anew(home, clock):
    tries = Tries(home, clock)
    wrong(tries, 9)
    tries.right(1)
    tries.check(1)
    assert Tries(home, clock).seconds_left(1) == 0


def test_even_after_a_night_of_guessing_the_morning_waits_five_minutes(home, clock):
    wrong(Tries(home, clock), 5000)
    assert Tries(home, clock).seconds_left(1) == LONGEST_SECONDS


@pytest.mark.parametrize("content", [b"", b"{", b'{"wrong": 7}'])
def test_a_file_that_cannot_be_read_keeps_nobody_out(home, clock, content):
    (home.folder / "office.tries").write_bytes(content)
    Tries(home, clock).check(1)


def test_a_folder_that_takes_nothing_keeps_nobody_out(clock, tmp_path):
    tries = Tries(Home(folder=tmp_path / "gone"), clock)
    wrong(tries, 1)
    tries.check(1)
