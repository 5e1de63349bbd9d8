"""Every kind of request federal law knows, row by row, as its page shows it.

Who asks, by when, what can be written to them and printed inside the office. What the steps of a
right are stands in ``tests/records/test_rights.py``; that each is worked to its end, beside here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest

from desktop.records.party import Relationship
from desktop.records.request import Channel, EventKind, Right
from desktop.screens.request import RequestPage
from desktop.wording.dates import day_date
from tests.desks import a_desk
from tests.offices import TODAY, a_student

MOTHER, OTHER, SELF = Relationship.MOTHER, Relationship.OTHER, Relationship.SELF
# Receipt, the same by letter, proof of identity and of authority, an end at their own wish.
TO_A_FAMILY = (
    "receipt", "acknowledgement", "identity_needed", "authority_needed", "withdrawal_confirmed",
)  # fmt: skip
SURVEY = TODAY + timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One kind of request.

    ``rule`` is what its date comes from; ``letters`` can be drafted from the first day on, ``then``
    once the steps have gone that way; ``papers`` can be printed. ``asks`` is who may, ``asked``
    what else is told when it is logged.
    """

    right: Right
    citation: str
    rule: str
    letters: tuple[str, ...]
    then: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    asks: Relationship = MOTHER
    asked: dict[str, Any] = field(default_factory=dict)


ROWS = [
    Row(right=Right.INSPECT, citation="34 CFR 99.10(b)", rule="US-1",
        letters=(*TO_A_FAMILY, "scope_question", "appointment", "partly_given", "not_a_record",
                 "no_records"),
        then=("copies_enclosed", "fee_decision", "not_entitled", "rights_with_student"),
        papers=("hold_memo", "search_memo", "cover")),
    Row(right=Right.COPIES, citation="34 CFR 99.10(d)", rule="US-1",
        letters=(*TO_A_FAMILY, "scope_question", "fee_decision", "copies_enclosed", "partly_given",
                 "not_a_record", "no_records"),
        then=("not_entitled", "rights_with_student"), papers=("hold_memo", "search_memo")),
    Row(right=Right.EXPLANATION, citation="34 CFR 99.10(c)", rule="LOCAL-explanation",
        letters=TO_A_FAMILY, then=("explanation_reply",), papers=("hold_memo",)),
    Row(right=Right.AMEND, citation="34 CFR 99.20", rule="LOCAL-amend",
        letters=TO_A_FAMILY,
        then=("amendment_granted", "amendment_refused", "amendment_referred"),
        papers=("hold_memo",)),
    Row(right=Right.HEARING, citation="34 CFR 99.22", rule="LOCAL-hearing",
        letters=TO_A_FAMILY,
        then=("hearing_notice", "hearing_decision_amended", "hearing_decision_refused"),
        papers=("hold_memo",)),
    Row(right=Right.STATEMENT, citation="34 CFR 99.21(c)", rule="LOCAL-statement",
        letters=(*TO_A_FAMILY, "statement_placed"), papers=("hold_memo",)),
    Row(right=Right.DISCLOSURE_RECORD, citation="34 CFR 99.32(c)(1)",
        rule="LOCAL-disclosure-record",
        letters=(*TO_A_FAMILY, "disclosure_list"), papers=("hold_memo",)),
    Row(right=Right.CONSENT, citation="34 CFR 99.30", rule="LOCAL-consent",
        letters=(*TO_A_FAMILY, "consent_form", "consent_confirmed"), then=("redisclosure_notice",)),
    Row(right=Right.REVOKE_CONSENT, citation="34 CFR 300.9(c)", rule="LOCAL-revoke-consent",
        letters=(*TO_A_FAMILY, "consent_revoked")),
    Row(right=Right.DIRECTORY_OPT_OUT, citation="34 CFR 99.37", rule="LOCAL-directory-opt-out",
        letters=TO_A_FAMILY, then=("opt_out_confirmed", "opt_out_declined")),
    Row(right=Right.RECRUITER_OPT_OUT, citation="20 USC 7908", rule="LOCAL-recruiter-opt-out",
        letters=TO_A_FAMILY, then=("opt_out_confirmed", "student_answer")),
    Row(right=Right.RECORD_TYPES, citation="34 CFR 300.616", rule="LOCAL-record-types",
        letters=("receipt", "acknowledgement", "authority_needed", "types_and_locations",
                 "withdrawal_confirmed"),
        asked={"special_education": True}),
    Row(right=Right.PPRA, citation="20 USC 1232h", rule="LOCAL-ppra.survey",
        letters=TO_A_FAMILY, then=("ppra_reply",), asked={"events": {EventKind.SURVEY: SURVEY}}),
    Row(right=Right.COMPLAINT, citation="34 CFR 99.63", rule="LOCAL-complaint",
        letters=("complaint_information",), asks=OTHER),
    Row(right=Right.THIRD_PARTY, citation="34 CFR 99.31", rule="LOCAL-third-party",
        letters=(), then=("third_party_notice", "third_party_refused", "transfer_notice",
                          "redisclosure_notice"), asks=OTHER),
    Row(right=Right.STUDENT_QUESTION, citation="34 CFR 99.5(b)", rule="LOCAL-student-question",
        letters=("identity_needed",), then=("student_answer",), asks=SELF),
]  # fmt: skip
IDS = [f"{row.right} {row.citation}" for row in ROWS]


@pytest.fixture
def shown(qtbot, office):
    """The page of a request of this kind, logged today; and what its clock says."""

    def show(row: Row):
        student = a_student(special_education=True)
        logged = office.log(
            right=row.right, relationship=row.asks, student=student, channel=Channel.LETTER,
            **{"special_education": True, **row.asked},
        )  # fmt: skip
        page = RequestPage(a_desk(office, TODAY), logged.request)
        qtbot.addWidget(page)
        page.show()
        return page, logged

    return show


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_request_has_its_date_from_its_own_rule(shown, row):
    page, logged = shown(row)
    limit = logged.clocks.acting_limit
    assert limit.rule == row.rule
    assert page.dates.due_on.text() == day_date(limit.due_on, TODAY)


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_its_letters_and_papers_are_offered_on_its_page(shown, row):
    page, _ = shown(row)
    desk = page._desk
    offered = {action.text() for action in page.letters.menu.actions()}
    wanted = {desk.letter_title(one).replace("&", "&&") for one in row.letters}
    assert wanted <= offered
    later = {letter for step in desk.law.rights[row.right].step for letter in step.offers}
    assert later >= set(row.then)
    assert all(desk.letter_title(one) for one in row.then)
    papers = {one for one, action in page.menu.papers._actions.items() if action.isVisible()}
    assert papers >= set(row.papers)


def test_the_table_has_every_right():
    assert sorted(row.right for row in ROWS) == sorted(Right)
