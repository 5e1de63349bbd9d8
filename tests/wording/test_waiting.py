"""Whom an office waits for: each code has its words, and none is kept that has none."""

from __future__ import annotations

import pytest

from desktop.actions import steps
from desktop.records.request import Waiting
from tests.actions.refusals import unchanged
from tests.offices import the_wording

WORDS = the_wording()


@pytest.mark.parametrize("whom", Waiting)
def test_whom_the_office_waits_for_is_said_in_words(whom):
    assert WORDS.text(f"word.waiting.{whom}").startswith("waiting for ")


def test_no_words_are_left_of_a_code_that_is_gone():
    said = {code for code in WORDS.codes() if code.startswith("word.waiting.")}
    assert said == {f"word.waiting.{whom}" for whom in Waiting}


@pytest.mark.parametrize("whom", ["family", "", "Principal"])
def test_a_code_without_words_is_refused_and_nothing_is_written(office, whom):
    request = office.log().request
    with unchanged(office.store), pytest.raises(ValueError, match="Waiting"):
        steps.wait_for(office.store, request, whom, by=office.sign())
