"""The registers in words: every code has its sentence, and each line says how things stand."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

import desktop.actions
from desktop.records.consent import Capacity, Element, Standing
from desktop.records.disclosure import Need
from desktop.records.hold import Hold, KeepReason
from desktop.records.ids import RequestId, StudentId
from desktop.records.scope import Scope
from desktop.records.student import Enrollment
from desktop.wording.registers import (
    consent_said,
    entry_marks,
    hold_said,
    kind_titles,
    kinds_said,
    need_said,
    opt_out_said,
    signer_said,
)
from tests.offices import TODAY, a_student, the_law, the_wording
from tests.records.test_disclosure import BASES, an_entry
from tests.records.test_registers import a_consent, an_opt_out

WORDS = the_wording()


def test_every_code_of_the_registers_has_its_sentence():
    codes = {
        *(f"consent.lacks.{one}" for one in Element),
        *(f"consent.as.{one}" for one in Capacity),
        *(f"consent.standing.{one}" for one in Standing),
        *(f"opt_out.stops_{one}" for one in Scope),
        *(f"word.scope.{one}" for one in Scope),
        *(f"disclosure.{one}" for one in Need),
        *(f"hold.{one}" for one in KeepReason if one),
        *(f"word.hold.{one}" for one in KeepReason if one),
    }
    assert codes - WORDS.codes() == set()


def test_every_event_of_the_registers_has_its_sentence_in_the_history():
    sources = Path(desktop.actions.__path__[0]).glob("*.py")
    kinds = re.compile(r'"((?:hold|disclosure|opt_out|consent)\.[a-z_]+)"')
    journaled = {kind for file in sources for kind in kinds.findall(file.read_text("utf-8"))}
    journaled -= {"consent.signed_later", "consent.until_before", "consent.after_survey"}
    journaled |= {f"disclosure.{one}" for one in ("entered", "refused", "corrected")}
    assert {one for one in journaled if f"history.{one}" not in WORDS} == set()
    assert len(journaled) > 15


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (KeepReason.OPEN, "nothing may be destroyed."),
        (KeepReason.HEARING_TIME, "while a hearing or a statement may still be asked for"),
        (KeepReason.MATTER_GOES_ON, "while the matter goes on"),
    ],
)
def test_a_hold_says_since_when_and_why(reason, says):
    hold = Hold(request=RequestId(1), student=StudentId(1), from_on=TODAY, keep_reason=reason)
    said = hold_said(hold, WORDS)
    assert "October 5, 2026" in said
    assert says in said


@pytest.mark.parametrize(
    ("override", "on", "says"),
    [
        ({}, TODAY, "Counts"),
        ({"until_on": TODAY}, TODAY, "Counts until October 5, 2026"),
        ({"until_on": TODAY}, TODAY + timedelta(days=1), "Ended October 5, 2026"),
        ({"revoked_on": TODAY}, TODAY, "Revoked from October 5, 2026; what went out before"),
        ({}, TODAY - timedelta(days=1), "Counts from October 5, 2026"),
        ({"purpose": ""}, TODAY, "something is missing"),
        ({}, TODAY.replace(year=2036), "the student is 18 and must sign"),
        ({"signed_as": Capacity.STUDENT}, TODAY, "before 18"),
    ],
    ids=["99.30", "its last day", "past it", "300.9(c)", "to come", "99.30(b)", "99.5(a)", "99.3"],
)
def test_a_consent_says_whether_it_counts_and_why_not(override, on, says):
    assert says in consent_said(a_consent(**override), a_student(), on, WORDS)


def test_who_signed_and_as_who():
    assert signer_said(a_consent(), WORDS) == "Elena Alvarez, as parent"


@pytest.mark.parametrize(
    ("override", "enrollment", "says"),
    [
        ({}, Enrollment.ENROLLED, "In force since October 5, 2026"),
        ({}, Enrollment.FORMER, "it holds after leaving too (34 CFR 99.37(b))"),
        ({"rescinded_on": TODAY}, Enrollment.FORMER, "Taken back from October 5, 2026"),
    ],
)
def test_an_opt_out_says_that_leaving_does_not_end_it(override, enrollment, says):
    assert says in opt_out_said(an_opt_out(**override), enrollment, WORDS)


@pytest.mark.parametrize("scope", Scope)
def test_the_kinds_of_every_no_have_their_titles(scope):
    titles = kind_titles(scope, the_law())
    one = an_opt_out(scope=scope, kinds=tuple(titles))
    assert titles
    assert kinds_said(one, the_law(), WORDS) == ", ".join(titles.values())


def test_kinds_without_a_title_are_said_as_they_are_kept():
    assert kinds_said(an_opt_out(), the_law(), WORDS) == "everything"
    one = an_opt_out(kinds=("no_such_kind",))
    assert kinds_said(one, the_law(), WORDS) == "no such kind"


def test_what_sets_an_entry_apart_is_said():
    plain = an_entry()
    assert entry_marks(plain, corrected=False, wording=WORDS) == ""
    said = entry_marks(an_entry(refused=True, idea_only=True), corrected=True, wording=WORDS)
    assert said == "Refused · Special education list only · A later entry corrects this one"


@pytest.mark.parametrize(
    ("basis", "need", "refused", "says"),
    [
        ("enrolling_school", Need.RECORD, False, "may not pass it on"),
        ("court_order", Need.RECORD, False, "before complying"),
        ("consent", Need.IDEA_ONLY, False, "34 CFR 300.614"),
        ("staff", Need.NONE, False, "No entry is needed"),
        ("staff", Need.NONE, True, "No entry is needed"),
        (None, Need.RECORD, True, "34 CFR 99.32(a)(1)"),
    ],
)
def test_a_ground_says_what_it_asks_for_and_what_follows(basis, need, refused, says):
    chosen = BASES.by_id[basis] if basis else None
    assert says in need_said(chosen, need, refused=refused, wording=WORDS)
