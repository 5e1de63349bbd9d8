"""A check on who may see the records holds as long as the facts it was made on; and no longer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.records.authority import Answer, Reason, Verdict, verdict
from desktop.records.ids import StepId
from desktop.records.request import Access, Right
from desktop.records.standing import kept_reason, lapsed, standing
from desktop.records.steps import Step, StepState, step_named
from tests.offices import TODAY, the_law
from tests.records.test_authority import TABLE, an_asker

INSPECT = the_law().rights[Right.INSPECT]
BIRTHDAY = TODAY + timedelta(10)


def checked(choice="parent_no_paper", on=TODAY):
    return tuple(
        Step(id=StepId(place), code=rule.id, state=StepState.DONE, choice=choice, done_on=on)
        for place, rule in enumerate(INSPECT.steps_for(Access.VISIT))
    )


def found(answer, reason, since=None):
    return Verdict(answer=answer, reason=reason, since=since)


def gone(steps, verdict, made_on=""):
    details = {kept_reason("authority"): made_on} if made_on else {}
    return lapsed(INSPECT, steps, verdict, details)


YES, IF, ASK, NO = Answer.YES, Answer.CONDITIONS, Answer.ASK, Answer.NO
HOLDS = [
    ("the same answer", "parent", YES, Reason.PARENT, True),
    ("yes for another reason", "parent", YES, Reason.PARENT_ORDER_ON_FILE, True),
    ("99.4 a paper takes it away", "parent", NO, Reason.RECORDS_REVOKED, False),
    ("99.4 a paper goes to the principal", "parent", ASK, Reason.PROTECTION_ORDER, False),
    ("the principal decided on just this", "protection_order", ASK, Reason.PROTECTION_ORDER, True),
    ("the principal decided on something else", "acting_as_parent", ASK, Reason.PROTECTION_ORDER,
     False),
    ("99.4 worse than what the principal knew", "protection_order", NO, Reason.RECORDS_REVOKED,
     False),
    ("99.30 the facts make a consent needed", "acting_as_parent", IF, Reason.NOT_A_PARENT, False),
    ("99.3 the facts make it a yes", "acting_as_parent", YES, Reason.ACTING_WITH_PAPER, True),
    ("99.30 a consent came in", "not_a_parent", YES, Reason.CONSENT_ON_FILE, True),
    ("300.9(c) the consent was revoked", "consent_on_file", IF, Reason.NOT_A_PARENT, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("made_on", "answer", "reason", "holds"), [row[1:] for row in HOLDS], ids=[r[0] for r in HOLDS]
)
def test_a_check_holds_on_the_reason_it_was_made_on_or_where_the_answer_is_yes(
    made_on, answer, reason, holds
):
    assert gone(checked("principal_decided"), found(answer, reason), made_on) == (
        () if holds else ("authority",)
    )


@pytest.mark.parametrize(
    ("choice", "answer", "reason", "holds"),
    [
        ("parent_no_paper", YES, Reason.PARENT, True),
        ("parent_no_paper", ASK, Reason.PROTECTION_ORDER, False),
        ("paper_read", ASK, Reason.PROTECTION_ORDER, True),
        ("principal_decided", NO, Reason.RECORDS_REVOKED, True),
        ("a choice of an older program", IF, Reason.NOT_A_PARENT, False),
    ],
)
def test_a_check_of_an_older_file_holds_where_its_choice_still_fits(choice, answer, reason, holds):
    assert (gone(checked(choice), found(answer, reason)) == ()) is holds


@pytest.mark.parametrize(
    ("on", "holds"),
    [(BIRTHDAY - timedelta(1), False), (BIRTHDAY, True), (BIRTHDAY + timedelta(1), True)],
    ids=["99.5(a)(1) the eve", "99.5(a)(1) the day", "99.5(a)(1) after"],
)
def test_after_the_birthday_only_a_check_made_since_counts(on, holds):
    """Also one that fits: the student's consent came in, and nobody has confirmed it."""
    steps, yes = checked("consent_on_file", on), found(YES, Reason.CONSENT_ON_FILE, BIRTHDAY)
    assert (gone(steps, yes, "consent_on_file") == ()) is holds


def test_only_the_check_that_rests_on_the_verdict_opens_and_what_was_chosen_is_kept():
    steps = checked()
    now = standing(INSPECT, steps, found(NO, Reason.RECORDS_REVOKED), {})
    assert [step.code for step in now if step.state is StepState.OPEN] == ["authority"]
    assert step_named(now, "authority").choice == "parent_no_paper"


def test_a_check_not_made_does_not_lapse():
    steps = tuple(Step(id=one.id, code=one.code) for one in checked())
    assert gone(steps, found(NO, Reason.RECORDS_REVOKED)) == ()


GATES = [
    (right, rule)
    for right in the_law().rights.by_id.values()
    for rule in right.step
    if rule.rests_on_verdict
]


def test_nearly_every_right_checks_who_asks():
    without = set(the_law().rights.by_id) - {right.id for right, _ in GATES}
    # Who complains need not be checked; a third party has no right, only an exception that fits.
    assert without <= {Right.COMPLAINT, Right.THIRD_PARTY, Right.STUDENT_QUESTION}


@pytest.mark.parametrize(("right", "rule"), GATES, ids=[right.id for right, _ in GATES])
def test_every_answer_has_a_way_to_say_how_it_was_checked(right, rule):
    """No row of the truth table leaves the office before a list of ways none of which fits."""
    for name, who, asked, facts, _, _ in TABLE:
        given = {key: value for key, value in facts.items() if key != "special_ed_asked"}
        one = verdict(an_asker(who, asked, **given), today=TODAY)
        if asked is right.id:
            fitting = [choice for choice in rule.choice if choice.fits(one)]
            plain = [choice for choice in fitting if choice.id != "paper_read"]
            assert plain, f"{name}: {one.answer} {one.reason}"
            if one.answer is YES:
                assert any(not choice.stops for choice in plain), name
