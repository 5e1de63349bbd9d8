"""Every right worked from intake to each of its ends, step by step, through the actions."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.actions.authority import verdict_of
from desktop.actions.closing import close_request
from desktop.actions.listing import make_list
from desktop.actions.release import answer_item
from desktop.actions.steps import do_step
from desktop.records.party import Relationship
from desktop.records.release import ItemAnswer
from desktop.records.request import Outcome, Right, Status
from desktop.records.rights import FieldKind, StepRule
from desktop.records.steps import is_done, next_step
from desktop.records.student_list import ListAsked
from desktop.store import cases
from tests.offices import TODAY, a_student

FATHER, OTHER, SELF = Relationship.FATHER, Relationship.OTHER, Relationship.SELF
NEIGHBOUR = Relationship.OTHER
TEEN = {"born_on": date(2010, 3, 14), "grade": "11"}
ADULT = {"born_on": date(2008, 3, 14), "grade": "12"}
_FILLED = {
    FieldKind.LINE: "A line", FieldKind.TEXT: "Some words.", FieldKind.DATE: TODAY.isoformat(),
    FieldKind.TIME: "15:30",
}  # fmt: skip

ENDS = [
    # right, how it ends, who asks, what is chosen where it is not the first choice that fits
    ("inspect", "inspected", FATHER, {}),
    ("inspect", "partly_given", FATHER, {"review": "covered", "other_children": "yes"}),
    ("inspect", "no_records", FATHER, {}),
    ("inspect", "not_entitled", NEIGHBOUR, {"authority": "may_not"}),
    ("copies", "copies_sent", FATHER, {}),
    ("explanation", "answered", FATHER, {}),
    ("explanation", "referred", FATHER, {"reach": "elsewhere"}),
    ("amend", "amended", FATHER, {"check": "meet"}),
    ("amend", "refused", FATHER, {"decision": "refused"}),
    ("amend", "referred", FATHER, {"triage": "judgement"}),
    ("amend", "not_entitled", NEIGHBOUR, {"authority": "may_not"}),
    ("hearing", "amended", FATHER, {}),
    ("hearing", "refused", FATHER, {"written": "refused"}),
    ("hearing", "referred", FATHER, {"standing": "nothing_refused"}),
    ("statement", "placed", FATHER, {}),
    ("disclosure-record", "answered", FATHER, {}),
    ("consent", "entered", FATHER, {"use": "later"}),
    ("consent", "disclosed", FATHER, {}),
    ("consent", "declined", FATHER, {"form": "incomplete"}),
    ("revoke-consent", "entered", FATHER, {}),
    ("directory-opt-out", "entered", FATHER, {}),
    ("directory-opt-out", "declined", FATHER, {"window": "late_declined"}),
    ("recruiter-opt-out", "entered", FATHER, {}),
    ("recruiter-opt-out", "declined", SELF, {"authority": "student_under_18"}),
    ("record-types", "answered", FATHER, {}),
    ("ppra", "answered", FATHER, {"part": "left_out"}),
    ("ppra", "referred", FATHER, {"what": "test"}),
    ("third-party", "disclosed", OTHER, {"disclosure_basis": "consent"}),
    ("third-party", "disclosed", OTHER, {"disclosure_basis": "enrolling_school"}),
    ("third-party", "disclosed", OTHER, {"disclosure_basis": "court_order"}),
    ("third-party", "disclosed", OTHER, {"disclosure_basis": "emergency"}),
    ("third-party", "disclosed", OTHER, {"disclosure_basis": "child_welfare"}),
    ("third-party", "disclosed", OTHER, {"disclosure_basis": "grand_jury"}),
    ("third-party", "list_given", OTHER,
     {"disclosure_basis": "recruiters", "answer": "give_list", "opt_outs": "taken_out"}),
    ("third-party", "refused", OTHER, {"basis": "nothing_fits", "answer": "refuse"}),
    ("student-question", "answered", SELF, {}),
    ("student-question", "disclosed", SELF, {"way": "show"}),
    ("student-question", "referred", SELF, {"age": "adult"}),
    ("complaint", "answered", FATHER, {}),
    ("complaint", "referred", FATHER, {}),
]  # fmt: skip


def make_the_list(office, request, folder):
    asked = ListAsked(purpose="military", receiver="Sgt. Dale", interest="To tell of service",
                      grades=("11",), request=request)  # fmt: skip
    make_list(
        office.store, asked, path=folder / "list.csv", law=office.law, today=TODAY,
        by=office.sign(),
    )  # fmt: skip


def work(office, request, chosen, folder):
    """Do the next open step until none is left, or until a no was told."""
    while (open_step := next_step(cases.case(office.store, request).steps)) is not None:
        case = cases.case(office.store, request)
        if is_done(case.steps, "tell_no"):
            return
        rule = office.law.rights[case.request.right].step_rule(open_step.code)
        if chosen.get(rule.id) == "covered":
            answer_item(
                office.store, request, what="Bus video", answer=ItemAnswer.PART_WITHHELD,
                reason="other_child_out", note="Faces.", law=office.law, today=TODAY,
                by=office.sign(),
            )  # fmt: skip
        if rule.id == "student_list":
            make_the_list(office, request, folder)
        do_step(
            office.store, request, rule.id, law=office.law, today=TODAY,
            by=office.principal() if rule.approval else office.sign(),
            choice=chosen.get(rule.id) or first_that_fits(rule, verdict_of(case, today=TODAY)),
            note="As written here.", details=filled(rule, chosen, office),
        )  # fmt: skip


def first_that_fits(rule: StepRule, verdict) -> str:
    return next((one.id for one in rule.choice if one.fits(verdict) and not one.stops), "")


def filled(rule: StepRule, chosen, office) -> dict[str, str]:
    ready = _FILLED | {FieldKind.STAFF: str(office.principal().person)}
    return {
        one.id: chosen.get(one.id) or ready.get(one.kind) or one.option[0].id for one in rule.field
    }


@pytest.mark.parametrize(
    ("right", "end", "asker", "chosen"),
    ENDS,
    ids=["-".join([row[0], row[1], *row[3].values()]) for row in ENDS],
)
def test_a_right_is_worked_to_its_end(office, right, end, asker, chosen, tmp_path):
    born = ADULT if chosen.get("age") == "adult" else TEEN
    request = office.log(
        right=Right(right), relationship=asker, student=a_student(**born), received_on=TODAY
    ).request
    work(office, request, chosen, tmp_path)
    close_request(
        office.store, request, Outcome(end), note="As it went.", law=office.law, today=TODAY,
        by=office.sign(),
    )  # fmt: skip
    case = cases.case(office.store, request)
    assert (case.request.status, case.request.outcome) == (Status.CLOSED, Outcome(end))


def test_the_table_has_every_end_of_every_right_but_giving_it_up(office):
    told = {(Right(row[0]), Outcome(row[1])) for row in ENDS}
    # The same steps for all.
    alike = {Outcome.WITHDRAWN, Outcome.NOT_ENTITLED, Outcome.ENTERED_WRONGLY}
    copies = {Outcome.PARTLY_GIVEN, Outcome.NO_RECORDS, Outcome.COPIES_SENT}  # as in the other one
    shared = {(one, end) for one in (Right.INSPECT, Right.COPIES) for end in copies}
    rules = office.law.rights.by_id.values()
    ends = {(rule.id, end.id) for rule in rules for end in rule.outcome if end.id not in alike}
    assert ends - shared <= told
