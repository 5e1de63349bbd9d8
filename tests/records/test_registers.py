"""Holds, opt-outs and consents: what binds, on which day, and what it does not touch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.consent import (
    Capacity,
    Consent,
    ConsentKind,
    Element,
    Standing,
    meant_by,
    missing,
    standing,
)
from desktop.records.consented import consented_by
from desktop.records.hold import Hold, KeepReason, Linked, no_longer_waiting
from desktop.records.ids import ConsentId, OptOutId, RequestId, StudentId
from desktop.records.opt_out import OptOut, stopping
from desktop.records.request import Right
from desktop.records.scope import Scope
from tests.offices import TODAY, a_party, a_student
from tests.records.test_disclosure import BASES

LATER = TODAY + timedelta(days=60)


def an_opt_out(**override):
    values = {
        "id": OptOutId(1), "student": StudentId(1), "scope": Scope.DIRECTORY, "received_on": TODAY,
    }  # fmt: skip
    return OptOut(**{**values, **override})


def a_consent(**override):
    values = {
        "id": ConsentId(1), "student": StudentId(1), "signer": "Elena Alvarez",
        "signed_as": Capacity.PARENT, "recipient": "Dr. Lee", "purpose": "A second opinion",
        "records": "Evaluation of May", "signed_on": TODAY,
    }  # fmt: skip
    return Consent(**{**values, **override})


# Opt-outs


@pytest.mark.parametrize("scope", Scope)
def test_99_37_an_opt_out_stops_its_own_basis_and_nothing_else(scope):
    one = an_opt_out(scope=scope)
    stopped = {basis.id for basis in BASES.by_id.values() if stopping(basis, [one], on=TODAY)}
    expected = {Scope.DIRECTORY: {"directory"}, Scope.RECRUITERS: {"recruiters"}, Scope.PPRA: set()}
    assert stopped == expected[scope]


@pytest.mark.parametrize(
    ("on", "binds"),
    [
        (TODAY - timedelta(days=1), False),
        (TODAY, True),
        (date(2046, 6, 30), True),
        (LATER - timedelta(days=1), True),
    ],
    ids=["before it came", "the day it came", "99.37(b) twenty years after", "until rescinded"],
)
def test_99_37_b_it_binds_until_it_is_rescinded(on, binds):
    assert an_opt_out().in_force(on) is binds
    assert not an_opt_out(rescinded_on=LATER).in_force(LATER)
    assert an_opt_out(rescinded_on=LATER).in_force(on) is (binds and on < LATER)


# Consents


@pytest.mark.parametrize(
    ("override", "lacks"),
    [
        ({"signer": " "}, Element.SIGNER),
        ({"signed_as": None}, Element.CAPACITY),
        ({"signed_on": None}, Element.SIGNED_ON),
        ({"records": ""}, Element.RECORDS),
        ({"purpose": ""}, Element.PURPOSE),
        ({"recipient": ""}, Element.RECIPIENT),
    ],
    ids=["99.30(a) signed", "99.30(a) who", "99.30(a) dated", "99.30(b)(1)", "99.30(b)(2)",
         "99.30(b)(3)"],
)  # fmt: skip
def test_a_consent_lacking_an_element_is_none(override, lacks):
    assert missing(a_consent()) == ()
    one = a_consent(**override)
    assert missing(one) == (lacks,)
    assert standing(one, a_student(), on=TODAY) is Standing.INCOMPLETE


BORN_ON = LATER.replace(year=LATER.year - 18)  # turns 18 on LATER


@pytest.mark.parametrize(
    ("override", "on", "expected"),
    [
        ({}, TODAY, Standing.VALID),
        ({}, TODAY - timedelta(days=1), Standing.NOT_YET),
        ({"until_on": LATER - timedelta(days=30)}, LATER - timedelta(days=30), Standing.VALID),
        ({"until_on": LATER - timedelta(days=30)}, LATER - timedelta(days=29), Standing.OVER),
        ({}, LATER - timedelta(days=1), Standing.VALID),
        ({}, LATER, Standing.STUDENT_IS_18),
        ({"signed_as": Capacity.STUDENT}, TODAY, Standing.SIGNED_UNDER_18),
        ({"signed_as": Capacity.STUDENT, "signed_on": LATER}, LATER, Standing.VALID),
        ({"revoked_on": TODAY + timedelta(days=9)}, TODAY + timedelta(days=8), Standing.VALID),
        ({"revoked_on": TODAY + timedelta(days=9)}, TODAY + timedelta(days=9), Standing.REVOKED),
    ],
    ids=["99.30", "before it was signed", "last day", "past its own end", "day before 18",
         "99.5(a)(1) at 18", "99.3 not eligible", "signed at 18", "300.9(c)(3) not backwards",
         "300.9(c)(3)"],
)  # fmt: skip
def test_whether_the_office_may_rely_on_it(override, on, expected):
    student = a_student(born_on=BORN_ON, postsecondary=True)
    assert standing(a_consent(**override), student, on=on) is expected


def test_20_usc_1232h_b_consent_to_a_survey_lets_nobody_see_records():
    asks, student = a_party(name="Dr. Lee"), a_student()
    kinds = {kind: a_consent(kind=kind) for kind in ConsentKind}
    seen = {kind: consented_by([one], student, asks, on=TODAY) for kind, one in kinds.items()}
    assert seen[ConsentKind.SURVEY] is None
    assert seen[ConsentKind.DISCLOSURE] is not None


@given(days=st.integers(0, 4_000))
def test_revoking_never_makes_a_consent_count(days):
    on, one = TODAY + timedelta(days=days), a_consent()
    revoked = replace(one, revoked_on=LATER)
    if standing(one, a_student(), on=on) is not Standing.VALID:
        assert standing(revoked, a_student(), on=on) is not Standing.VALID


@pytest.mark.parametrize(
    ("recipient", "meant"),
    [("", True), ("dr lee", True), ("Dr. Anna Lee", True), ("Lee", True), ("Dr. Park", False)],
)
def test_a_revocation_means_the_consents_for_its_recipient(recipient, meant):
    assert meant_by(a_consent(), recipient) is meant


# Holds


def a_link(number, right, *, closed=True, live=True, kept=True, opens=()):
    hold = Hold(
        request=RequestId(number),
        student=StudentId(1),
        from_on=TODAY,
        keep_reason=KeepReason.HEARING_TIME if kept else KeepReason.OPEN,
        released_on=None if live else TODAY,
    )
    return Linked(request=RequestId(number), right=right, closed=closed, hold=hold, opens=opens)


REFUSED = a_link(1, Right.AMEND, opens=(Right.HEARING,))


@pytest.mark.parametrize(
    ("others", "freed"),
    [
        ([], ()),
        ([a_link(2, Right.HEARING, closed=False, kept=False)], ()),
        ([a_link(2, Right.HEARING, live=False)], (1,)),
        ([a_link(2, Right.INSPECT, live=False)], ()),
        ([a_link(2, Right.HEARING, opens=(Right.STATEMENT,))], ()),
        (
            [
                a_link(2, Right.HEARING, opens=(Right.STATEMENT,)),
                a_link(3, Right.STATEMENT, closed=False, kept=False),
            ],
            (),
        ),
        (
            [
                a_link(2, Right.HEARING, opens=(Right.STATEMENT,)),
                a_link(3, Right.STATEMENT, live=False),
            ],
            (2, 1),
        ),
        (
            [
                a_link(2, Right.HEARING, live=False),
                a_link(3, Right.HEARING, closed=False, kept=False),
            ],
            (),
        ),
    ],
    ids=["no hearing asked for", "hearing open", "hearing over", "another right",
         "statement may be asked for", "statement open", "statement placed", "second hearing open"],
)  # fmt: skip
def test_99_10_e_a_hold_for_a_hearing_ends_with_it(others, freed):
    assert no_longer_waiting([REFUSED, *others]) == freed


def test_a_hold_of_an_open_request_waits_for_nobody():
    still_open = replace(REFUSED, closed=False)
    assert no_longer_waiting([still_open, a_link(2, Right.HEARING, live=False)]) == ()
