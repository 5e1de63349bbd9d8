"""The fields of a step: what is kept, what is refused beside the field, what the dates follow."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records import details
from desktop.records.request import EventKind
from desktop.records.rights import Field, FieldKind, StepRule
from tests.offices import the_wording

OPTIONS = [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]


def a_field(kind, **override):
    offers = {"option": OPTIONS} if kind in {"choice", "ticks"} else {}
    return msgspec.convert({"id": "it", "title": "It", "kind": kind} | offers | override, Field)


def a_step(*fields):
    return StepRule(id="step", title="Step", says="", moment="intake", field=fields)


def fault(kind, value, **override):
    found = details.faults(a_step(a_field(kind, **override)), {"it": value})
    return found["it"].code.rsplit(".", 1)[1] if found else ""


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("line", "Attendance of October 3"),
        ("text", "One\nTwo"),
        ("date", "2027-02-03"),
        ("time", "14:30"),
        ("choice", "a"),
        ("ticks", "b a"),
        ("line", "<b>O'Neil & 王</b> 🎒"),
    ],
)
def test_a_value_that_fits_its_field_is_kept(kind, value):
    assert fault(kind, value) == ""


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("line", "", "missing"),
        ("line", "   ", "missing"),
        ("line", "x" * 301, "line"),
        ("line", "one\ntwo", "line"),
        ("text", "x" * 20_001, "text"),
        ("date", "2/30", "date"),
        ("time", "25:00", "time"),
        ("choice", "c", "choice"),
        ("ticks", "a c", "ticks"),
        ("text", "SSN 123-45-6789", "nine_digits"),
    ],
)
def test_a_value_that_does_not_fit_is_told_beside_the_field(kind, value, code):
    assert fault(kind, value) == code


def test_an_empty_field_that_need_not_be_filled_is_no_fault():
    assert fault("line", "", needed=False) == ""


def test_every_fault_has_words():
    kinds = [str(kind) for kind in FieldKind]
    for code in ["missing", "nine_digits", "event_before", *kinds]:
        assert the_wording().text(f"details.fault.{code}", title="It")


def test_values_are_kept_without_blanks_and_other_fields_are_left_out():
    step = a_step(a_field("line"))
    assert details.cleaned(step, {"it": "  x\x00y ", "other": "z"}) == {"it": "xy"}


def test_a_date_can_be_one_the_dates_follow():
    step = a_step(a_field("date", event="amendment_hearing"))
    found = dict(details.events(step, {"it": "2027-02-03"}))
    assert found == {EventKind.AMENDMENT_HEARING: date(2027, 2, 3)}


@given(st.text())
def test_no_text_breaks_a_field(text):
    for kind in FieldKind:
        step = a_step(a_field(str(kind)))
        if not details.faults(step, {"it": text}):
            assert details.cleaned(step, {"it": text})


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "choice", "option": []},
        {"kind": "line", "option": OPTIONS},
        {"kind": "line", "event": "survey"},
        {"id": "Not an id", "kind": "line"},
    ],
)
def test_a_field_that_cannot_be_asked_is_refused_when_it_is_read(wrong):
    with pytest.raises(msgspec.ValidationError):
        a_field(**{"kind": "line"} | wrong)
