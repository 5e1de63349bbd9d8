"""Dates with their working-out survive being kept as text."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.records.calendar import Counting
from desktop.records.clock import Applies, Clocks, Limit
from desktop.records.ids import RuleId
from desktop.records.request import EventKind
from desktop.records.rules import Confidence
from desktop.records.sentence import Sentence
from desktop.store import clocks_json

values = st.one_of(st.text(), st.integers(-(2**40), 2**40), st.dates())
sentences = st.builds(
    Sentence, st.text(min_size=1), st.dictionaries(st.text(min_size=1), values, max_size=3)
)
limits = st.builds(
    Limit,
    rule=st.text().map(RuleId),
    title=st.text(),
    citation=st.text(),
    counting=st.sampled_from(Counting),
    days=st.none() | st.integers(0, 10_000),
    counted_from=st.dates(),
    due_on=st.dates(),
    work_by=st.dates(),
    extended=st.booleans(),
    before_event=st.none() | st.sampled_from(EventKind),
    confidence=st.none() | st.sampled_from(Confidence),
    applies=st.sampled_from(Applies),
    working=st.lists(sentences, max_size=3).map(tuple),
)
all_clocks = st.builds(
    Clocks,
    limits=st.lists(limits, max_size=3).map(tuple),
    driving=st.none() | st.text(min_size=1).map(RuleId),
    promise=st.none() | limits,
    notes=st.lists(sentences, max_size=2).map(tuple),
)


@given(all_clocks)
def test_what_is_read_back_is_what_was_written(clocks):
    assert clocks_json.decode(clocks_json.encode(clocks)) == clocks


@given(all_clocks)
def test_the_text_is_json_that_anybody_can_read(clocks):
    assert set(json.loads(clocks_json.encode(clocks))) == {"limits", "driving", "promise", "notes"}


def test_a_date_in_a_sentence_stays_a_date_and_a_text_a_text():
    said = Sentence("clock.result", {"on": date(2026, 10, 29), "like": "2026-10-29", "days": 45})
    clocks = Clocks(limits=(), driving=None, notes=(said,))
    (back,) = clocks_json.decode(clocks_json.encode(clocks)).notes
    assert back.values == {"on": date(2026, 10, 29), "like": "2026-10-29", "days": 45}


def test_the_dates_of_a_real_request_come_back(office):
    from desktop.store import cases  # noqa: PLC0415

    logged = office.log(special_education=True, events={EventKind.IEP_MEETING: date(2026, 10, 20)})
    assert cases.case(office.store, logged.request).clocks == logged.clocks
