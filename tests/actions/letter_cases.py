"""Cases worked through the actions up to the step whose letter is wanted: one for each letter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from desktop.actions import families, giving, release, searching, steps, visits
from desktop.records.case import Fee, SourceState
from desktop.records.ids import RequestId
from desktop.records.party import Relationship
from desktop.records.release import ItemAnswer
from desktop.records.request import Right
from desktop.store import cases
from tests.offices import TODAY, Office, a_party, a_student

OPEN = (("identity", "photo_id", {}), ("authority", "parent_no_paper", {}))
POINT = (
    "point", "",
    {"record": "Attendance of September 18", "wrong": "She was on the trip.",
     "wanted": "Present.", "ground": "inaccurate"},
)  # fmt: skip
CHECKED = ("check", "no_meeting", {"checked": "The list of the trip was read."})
CHANGED = {
    "changed_from": "Absent.", "changed_to": "Present.", "changed_on": "2026-10-05",
}  # fmt: skip
HEARING = (
    *OPEN,
    ("standing", "after_refusal",
     {"record": "Attendance of September 18", "wrong": "She was on the trip."}),
    ("officer", "", {"officer": "Dr. Leah Brandt", "officer_interest": "outside"}),
    ("set", "",
     {"hearing_on": "2026-10-19", "hearing_at": "15:30", "hearing_place": "Room 12"}),
)  # fmt: skip
HELD = (
    *HEARING,
    ("notice", "", {"noticed_on": "2026-10-05"}),
    ("held", "family_came", {"came": "The father and his sister"}),
)
WRITTEN = {
    "evidence": "The sheet of the museum.\nThe list of room 12.", "reasons": "The sheet is plain.",
    "decided_on": "2026-10-05",
}  # fmt: skip
CONSENT = {
    "consent_signer": "Rafael Alvarez", "consent_capacity": "parent",
    "consent_signed_on": "2026-10-01", "consent_signed_how": "by_hand",
    "consent_records": "Report cards", "consent_purpose": "Summer school",
    "consent_recipient": "Harbor Summer School",
}  # fmt: skip
WHO = {"party_kind": "subpoena", "party_interest": "A lawsuit", "comply_by": "2026-10-26"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A request as it is logged and what was done with it before its letter; what it must say."""

    right: Right
    done: tuple[tuple[str, str, dict[str, str]], ...] = OPEN
    asked: dict[str, Any] = field(default_factory=dict)
    says: tuple[str, ...] = ()


TOLD = {
    "explanation_reply": Told(
        right=Right.EXPLANATION,
        done=(*OPEN, ("question", "", {"record": "Reading report", "question": "What is Tier 2?"}),
              ("reach", "in_record", {}),
              ("explain", "", {"answer_text": "More help.", "explained_by": "Mr. Ito",
                               "explained_on": "2026-10-05"})),
        says=("What is Tier 2?", "More help.", "Mr. Ito"),
    ),
    "amendment_granted": Told(
        right=Right.AMEND,
        done=(*OPEN, POINT, ("triage", "fact", {}), CHECKED, ("decision", "granted", {}),
              ("change", "", CHANGED)),
        says=("Attendance of September 18", "Present.", "Absent.", "October 5, 2026"),
    ),
    "amendment_refused": Told(
        right=Right.AMEND,
        done=(*OPEN, POINT, ("triage", "fact", {}), CHECKED, ("decision", "refused", {}),
              ("approve_refusal", "agreed", {})),
        says=("She was on the trip.", "The list of the trip was read.", "99.21"),
    ),
    "amendment_referred": Told(
        right=Right.AMEND,
        done=(*OPEN, POINT, ("triage", "judgement", {}), ("approve_referral", "agreed", {}),
              ("refer", "", {"appeal_way": "Ask the principal by May 1."})),
        says=("Ask the principal by May 1.", "She was on the trip."),
    ),
    "hearing_notice": Told(
        right=Right.HEARING, done=HEARING,
        says=("October 19, 2026", "3:30", "Room 12", "Dr. Leah Brandt"),
    ),
    "hearing_decision_amended": Told(
        right=Right.HEARING,
        done=(*HELD, ("written", "amended", WRITTEN), ("change", "", CHANGED)),
        says=("The sheet of the museum.", "The list of room 12.", "The sheet is plain.",
              "Present."),
    ),
    "hearing_decision_refused": Told(
        right=Right.HEARING, done=(*HELD, ("written", "refused", WRITTEN)),
        says=("The sheet of the museum.", "The sheet is plain.", "Attendance of September 18"),
    ),
    "statement_placed": Told(
        right=Right.STATEMENT,
        done=(*OPEN, ("standing", "after_hearing", {}),
              ("text", "", {"record": "Attendance of September 18",
                            "statement_text": "I do not agree.\nShe was there."}),
              ("place", "", {"placed_where": "Folder, page 3", "placed_on": "2026-10-05"})),
        says=("I do not agree.", "She was there.", "Folder, page 3"),
    ),
    "disclosure_list": Told(
        right=Right.DISCLOSURE_RECORD, done=(*OPEN, ("outside", "none", {}), ("check", "", {})),
    ),
    "consent_form": Told(right=Right.CONSENT),
    "consent_revoked": Told(
        right=Right.REVOKE_CONSENT,
        done=(*OPEN, ("revoke", "", {"revoked_recipient": "Harbor Summer School"}),
              ("stop", "", {"stopped_with": "The registrar", "already_sent": "One report card"})),
        says=("Harbor Summer School", "The registrar", "One report card", "October 5, 2026"),
    ),
    "opt_out_confirmed": Told(
        right=Right.DIRECTORY_OPT_OUT,
        done=(*OPEN, ("window", "in_time", {}),
              ("enter", "", {"opt_out_kinds": "photo phone", "opt_out_on": "2026-10-05"})),
        says=("Photograph", "Telephone", "directory information"),
    ),
    "types_and_locations": Told(
        right=Right.RECORD_TYPES,
        done=(("authority", "parent_no_paper", {}), ("list", "", {"list_version": "August 2026"}),
              ("check", "", {})),
        says=("August 2026", "Health office", "School nurse", "Attendance"),
    ),
    "ppra_reply": Told(
        right=Right.PPRA,
        done=(("identity", "photo_id", {}), ("authority", "parent", {}),
              ("what", "third_party_survey", {"material": "Survey on sleep",
                                              "survey": "2026-11-09"})),
        says=("Survey on sleep", "November 9, 2026", "the conference room"),
    ),
    "complaint_information": Told(
        right=Right.COMPLAINT, done=(("about", "records", {}),), says=("180 days",),
    ),
    "student_answer": Told(
        right=Right.STUDENT_QUESTION,
        done=(("identity", "known_in_person", {}),
              ("question", "", {"question": "May I see my file?"}), ("age", "under_18", {}),
              ("way", "explain", {}), ("answer", "", {"answer_text": "Your parents may."})),
        asked={"relationship": Relationship.SELF},
        says=("May I see my file?", "Your parents may."),
    ),
    "third_party_notice": Told(
        right=Right.THIRD_PARTY,
        done=(("who", "", WHO), ("identity", "call_back", {}), ("basis", "fits", {}),
              ("which", "", {"disclosure_basis": "court_order", "basis_shown": "A subpoena"}),
              ("notify", "", {"notify_by": "2026-10-07", "object_by": "2026-10-20"})),
        says=("A lawsuit", "October 26, 2026", "October 20, 2026", "County Court"),
    ),
    "third_party_refused": Told(
        right=Right.THIRD_PARTY,
        done=(("who", "", WHO), ("basis", "nothing_fits", {}), ("answer", "refuse", {}),
              ("approve", "agreed", {})),
        says=("Mia Alvarez",),
    ),
    "transfer_notice": Told(
        right=Right.THIRD_PARTY,
        done=(("who", "", {**WHO, "party_kind": "new_school", "comply_by": ""}),
              ("identity", "call_back", {}), ("basis", "fits", {}),
              ("which", "", {"disclosure_basis": "enrolling_school", "basis_shown": "A form"})),
        says=("County Court",),
    ),
    "opt_out_declined": Told(
        right=Right.DIRECTORY_OPT_OUT,
        done=(*OPEN, ("window", "late_declined", {}),
              ("decline", "", {"declined_reason": "The yearbook is at the printer",
                               "ask_again_on": "2027-08-16"}),
              ("approve_decline", "agreed", {})),
        says=("The yearbook is at the printer", "August 16, 2027", "October 5, 2026"),
    ),
    "redisclosure_notice": Told(
        right=Right.CONSENT,
        done=(*OPEN, ("form", "signed", {}), ("paper", "", CONSENT), ("use", "now", {})),
        says=("Harbor Summer School", "Report cards", "only for this: Summer school"),
    ),
    "partly_given": Told(
        right=Right.INSPECT, says=("Report cards", "Nurse's notes", "Two lines"),
    ),
    "not_a_record": Told(
        right=Right.INSPECT,
        says=("Ms. Ito's own notes", "Only that person keeps them.", "but for a substitute.",
              "education records (b)(1)"),
    ),
    "fee_decision": Told(
        right=Right.COPIES,
        says=("You pay nothing for these copies", "November 19, 2026"),
    ),
    "consent_confirmed": Told(
        right=Right.CONSENT,
        done=(*OPEN, ("form", "signed", {}), ("paper", "", CONSENT), ("use", "later", {})),
        says=("Report cards", "Summer school", "Harbor Summer School",
              "Thursday, October 1, 2026", "names no last day", "turns 18"),
    ),
    "no_records": Told(right=Right.INSPECT, says=("Bus and camera video",)),
}  # fmt: skip
"""By template. A letter of a plain case needs none."""


def worked(office: Office, template: str, **asked: Any) -> RequestId:
    """A request with everything done that its letter rests on."""
    told = TOLD[template]
    facts = {"right": told.right, "student": a_student(), **told.asked, **asked}
    if told.right is Right.THIRD_PARTY:
        facts |= {
            "requester": a_party(name="", organization="County Court"),
            "relationship": Relationship.OTHER,
        }
        mother = a_party(name="Elena Alvarez")
    request = office.log(**facts).request
    if told.right is Right.THIRD_PARTY:
        student = facts["student"].id
        families.put_on_file(
            office.store, student, mother, Relationship.MOTHER, by=office.sign()
        )  # fmt: skip
    for code, choice, details in told.done:
        do(office, request, code, choice, details)
    _besides(office, request, template)
    return request


def do(office: Office, request: RequestId, code: str, choice: str, details: dict[str, str]) -> None:
    """One step, with a sentence where one may be asked for."""
    steps.do_step(
        office.store, request, code, choice=choice, note="As it is in the file.",
        details=details, law=office.law, today=TODAY,
        by=office.principal() if code.startswith("approve") else office.sign(),
    )  # fmt: skip


def _besides(office: Office, request: RequestId, template: str) -> None:
    if template == "ppra_reply":
        visits.set_visit(
            office.store, request, meet_on=date(2026, 10, 19), meet_at=time(9, 30),
            place="the conference room", sits_in="", interpreter=False, today=TODAY,
            by=office.sign(),
        )  # fmt: skip
    if template == "partly_given":
        for item in (
            {"what": "Report cards", "answer": ItemAnswer.GIVEN},
            {"what": "Nurse's notes", "answer": ItemAnswer.PART_WITHHELD,
             "reason": "other_child_out", "note": "Two lines on another child's visit"},
        ):  # fmt: skip
            release.answer_item(
                office.store, request, **item, law=office.law, today=TODAY, by=office.sign()
            )
        do(office, request, "review", "covered", {"other_children": "yes", "separable": "yes"})
        do(office, request, "approve_part", "agreed", {})
    if template == "not_a_record":
        release.answer_item(
            office.store, request, what="Ms. Ito's own notes", answer=ItemAnswer.NOT_RECORD,
            reason="sole_possession", answered=("maker", "memory", "unshared"), law=office.law,
            today=TODAY, by=office.sign(),
        )  # fmt: skip
        do(office, request, "review", "kept_back", {"other_children": "no"})
        do(office, request, "approve_part", "agreed", {})
    if template == "fee_decision":
        fee = Fee(pages=32, cents_a_page=10, waived=True, waiver_reason="The family cannot pay")
        giving.set_fee(office.store, request, fee, law=office.law, by=office.sign())
    if template == "no_records":
        for source in cases.case(office.store, request).sources:
            searching.answer_source(
                office.store, request, source.id, SourceState.NONE, pages=0, today=TODAY,
                by=office.sign(),
            )  # fmt: skip
