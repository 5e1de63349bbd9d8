"""Tips put away: for one person, for a year, and no longer than they say the same."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from desktop.office.guidance import load_guidance
from desktop.office.hidden_tips import HiddenTips
from desktop.paths import Home
from desktop.records.ids import PersonId

CARD, OTHER = (load_guidance().by_id[one] for one in ("INT-01", "INT-03"))
ON = date(2028, 2, 29)
JO, SAM = PersonId(1), PersonId(2)


@pytest.fixture
def home(tmp_path):
    return Home(folder=tmp_path / "home")


def test_it_is_hidden_for_that_person_and_after_the_program_ended(home):
    HiddenTips(home, JO).hide(CARD, ON)
    again = HiddenTips(home, JO)
    assert again.hides(CARD, ON)
    assert not again.hides(OTHER, ON)
    assert not HiddenTips(home, SAM).hides(CARD, ON)


@pytest.mark.parametrize(
    ("today", "hidden"),
    [(ON, True), (date(2029, 2, 28), True), (date(2029, 3, 1), False), (date(2031, 1, 1), False)],
)
def test_it_comes_back_after_a_year(home, today, hidden):
    tips = HiddenTips(home, JO)
    tips.hide(CARD, ON)
    assert tips.hides(CARD, today) is hidden


@pytest.mark.parametrize("part", ["headline", "body", "citation"])
def test_it_comes_back_when_its_words_change(home, part):
    tips = HiddenTips(home, JO)
    tips.hide(CARD, ON)
    changed = msgspec.structs.replace(CARD, **{part: "34 CFR 99.10"})
    assert not tips.hides(changed, ON)


def test_it_can_be_shown_again_and_others_keep_theirs(home):
    tips, sams = HiddenTips(home, JO), HiddenTips(home, SAM)
    tips.hide(CARD, ON)
    sams = HiddenTips(home, SAM)
    sams.hide(CARD, ON)
    sams.show_again([CARD])
    assert not HiddenTips(home, SAM).hides(CARD, ON)
    assert HiddenTips(home, JO).hides(CARD, ON)


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"[{}]", b"\xff"])
def test_a_file_that_cannot_be_read_hides_nothing(home, content):
    home.folder.mkdir()
    home.tips_file.write_bytes(content)
    tips = HiddenTips(home, JO)
    assert not tips.hides(CARD, ON)
    tips.hide(CARD, ON)
    assert HiddenTips(home, JO).hides(CARD, ON)


def test_the_file_holds_ids_and_no_words(home):
    HiddenTips(home, JO).hide(CARD, ON)
    text = home.tips_file.read_text("utf-8")
    assert CARD.headline not in text
    assert "INT-01" in text


def test_a_disk_that_takes_nothing_still_hides_until_the_program_ends(tmp_path):
    (tmp_path / "file").write_text("in the way")
    tips = HiddenTips(Home(folder=tmp_path / "file"), JO)
    tips.hide(CARD, ON)
    assert tips.hides(CARD, ON)
