"""Working-outs are kept small, and come back to the letter whatever becomes of the law's words."""

from __future__ import annotations

import hashlib
import shutil
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paths import resources
from desktop.records.clock import Asked
from desktop.records.request import Right
from desktop.store import cases, clocks_json, packed, queries, vault
from desktop.store.queries import QueueFilter
from tests.offices import TODAY, the_law
from tests.store import fixture
from tests.store.clock_words import clocks_of
from tests.store.files import KEYS

WORDS = {1: "2da303c63afa57b35919806e12df973159d65f62f4744ce8d3ae7b9a1d02860b"}


@given(st.text())
def test_any_text_comes_back_as_it_was(text):
    assert packed.unpack(packed.pack(text)) == text


@pytest.mark.parametrize(("number", "sha256"), WORDS.items())
def test_words_once_used_are_never_changed(number, sha256):
    """Everything kept beside them would be unreadable."""
    kept = resources("clocks", f"{number}.txt").read_bytes()
    assert hashlib.sha256(kept).hexdigest() == sha256
    assert b"\n" not in kept, "a checkout may change the end of a line"


def test_new_text_is_kept_beside_the_newest_words():
    assert max(WORDS) == packed.NEWEST == packed.pack("")[0]


def test_each_right_in_each_state_takes_a_fifth_of_its_text_at_most():
    for state in the_law().books.by_state:
        for right in Right:
            asked = Asked(right=right, received_on=TODAY, state="" if state == "US" else state)
            text = clocks_json.encode(clocks_of(asked))
            assert len(packed.pack(text)) < len(text) / 5, (state, right)


def test_what_was_cut_short_is_never_taken_for_the_text():
    whole = packed.pack("34 CFR 99.10(b)")
    with pytest.raises(zlib.error):
        packed.unpack(whole[:1] + b"?" + whole[2:])
    with pytest.raises(zlib.error):
        packed.unpack(whole[:-4])


def test_the_dates_an_earlier_program_kept_as_text_are_read_the_same(tmp_path):
    path = tmp_path / "office.records"
    shutil.copy(fixture.fixture_of(1), path)
    connection = vault.keyed(path, KEYS.database)
    (before,) = connection.execute("select clocks from dates").fetchone()
    connection.close()
    store = fixture.opened(path)
    (request,) = queries.queue_ids(store, QueueFilter.OPEN, person=1, today=TODAY)
    assert cases.case(store, request).clocks == clocks_json.decode(before)
    store.close()
