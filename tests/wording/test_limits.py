"""What the program cannot do stands in the program and in the README, one like the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.wording.verification import LIMITS, limits_said
from tests.offices import the_wording

README = " ".join((Path(__file__).parents[2] / "README.md").read_text("utf-8").split())
# What both must say, in the words of both.
SAID = {
    "roles": ("Roles guard the program, not the file", "hold the same key"),
    "computer": ("Whoever rules", "the screen and the keyboard"),
    "deleting": ("can", "delete", "the newest backup included", "a backup in another place"),
    "out": ("out of the program's hands", "not where it lies now"),
    "destroyed": ("Destroying an old file", "free pages", "made before"),
    "together": ("look whole", "the newest printed one"),
    "left": ("A new key closes the file", "old passphrase"),
    "guessing": ("wrong tries", "Whoever copied the files guesses elsewhere"),
    "disk": ("A disk that lies", "the newest saves", "where the mark survived"),
    "lost": ("every passphrase and", "the records are lost"),
}


def test_every_limit_is_told_and_what_nobody_can_mend_comes_last():
    assert set(SAID) == set(LIMITS)
    assert LIMITS[-1] == "lost"
    codes = {one for one in the_wording().codes() if one.startswith("limits.")}
    assert codes == {f"limits.{one}" for one in LIMITS}


@pytest.mark.parametrize("limit", LIMITS)
def test_the_program_and_the_readme_say_it(limit):
    shown = dict(zip(LIMITS, (the_wording().say(one) for one in limits_said()), strict=True))
    section = README.split("### Honest limits")[1].split("## For developers")[0].lower()
    for words in SAID[limit]:
        assert words.lower() in shown[limit].lower(), words
        assert words.lower() in section, words
