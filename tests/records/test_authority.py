"""Who may: the truth table of the verdict, a row for each case with its citation, and properties.

A row reads: citation and case, what is asked by whom, further facts, the answer and its reason.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paths import resources
from desktop.records.asker import Asker, Holder
from desktop.records.authority import Answer, Reason, verdict
from desktop.records.care import Care, Question, carried, questions
from desktop.records.ids import OrderId, PartyId, PersonId, StudentId
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.request import Right
from desktop.records.student import Enrollment, Student
from tests.offices import the_wording

R = Relationship
TODAY = date(2026, 11, 18)
ASKER, OTHER = PartyId(7), PartyId(8)
CHILD = {"born_on": date(2017, 3, 14)}
ADULT = {"born_on": date(2008, 11, 18)}  # 18 today
EVE = {"born_on": date(2008, 11, 19)}  # 18 tomorrow
DUAL = {"born_on": date(2009, 1, 5), "postsecondary": True}
COLLEGE = {**DUAL, "enrollment": Enrollment.FORMER}
AGELESS = {"born_on": None}
YES, IF, ASK, NO = Answer.YES, Answer.CONDITIONS, Answer.ASK, Answer.NO
P, S = Holder.PARENTS, Holder.STUDENT
INSPECT, COPIES, EXPLAIN = Right.INSPECT, Right.COPIES, Right.EXPLANATION


def a_student(**facts):
    values = {"id": StudentId(1), "given": "Mia", "family": "Alvarez", **CHILD, **facts}
    return Student(**values)


def a_paper(*limits, on=ASKER, kind=OrderKind.CUSTODY, **dates):
    return Order(
        id=OrderId(1),
        student=StudentId(1),
        kind=kind,
        limited_party=on,
        limits=frozenset(limits),
        read_by=PersonId(1),
        **dates,
    )


def told(*answers, until=None, idea=False):
    """What a caregiver said: any of "lives", "absent", "paper"."""
    return Care(
        student=StudentId(1),
        party=ASKER,
        lives_with="lives" in answers,
        parent_absent="absent" in answers,
        paper="Power of attorney" if "paper" in answers else "",
        paper_until_on=until,
        idea_parent=idea,
        told_on=TODAY,
    )


def an_asker(who=R.MOTHER, right=INSPECT, **facts):
    student = {key: facts.pop(key) for key in tuple(facts) if key in _OF_THE_STUDENT}
    values = {"requester": ASKER, "orders": (), "identity_checked": True, **facts}
    return Asker(student=a_student(**student), relationship=who, right=right, **values)


_OF_THE_STUDENT = {"born_on", "postsecondary", "enrollment", "special_education"}
IDEA = {"special_education": True}
EMANCIPATED = (a_paper(on=None, kind=OrderKind.EMANCIPATION),)
REVOKED, NO_CONTACT = (a_paper(Limit.RECORDS),), (a_paper(Limit.CONTACT),)
PAST = {"dated_on": date(2020, 1, 1), "until_on": TODAY - timedelta(1)}
LAST_DAY = {"dated_on": date(2020, 1, 1), "until_on": TODAY}
ENDED = {"dated_on": date(2020, 1, 1), "ended_on": TODAY}
COMING = {"dated_on": TODAY + timedelta(1)}
ALL3 = ("lives", "absent", "paper")

TABLE = [
    # Parents may, each of them, under 99.4
    ("99.4 a mother", R.MOTHER, INSPECT, {}, YES, Reason.PARENT),
    ("99.4 a father", R.FATHER, INSPECT, {}, YES, Reason.PARENT),
    ("99.4 a parent", R.PARENT, INSPECT, {}, YES, Reason.PARENT),
    ("99.4 a parent not on file yet", R.FATHER, INSPECT, {"requester": None}, YES, Reason.PARENT),
    ("99.3 a guardian", R.GUARDIAN, INSPECT, {}, YES, Reason.GUARDIAN),
    ("99.4 copies", R.FATHER, COPIES, {}, YES, Reason.PARENT),
    ("99.10(c) an explanation", R.FATHER, EXPLAIN, {}, YES, Reason.PARENT),
    ("99.20(a) to amend", R.MOTHER, Right.AMEND, {}, YES, Reason.PARENT),
    ("99.21(a) a hearing", R.MOTHER, Right.HEARING, {}, YES, Reason.PARENT),
    ("99.21(b)(2) a statement", R.MOTHER, Right.STATEMENT, {}, YES, Reason.PARENT),
    ("99.32(c)(1) the log", R.FATHER, Right.DISCLOSURE_RECORD, {}, YES, Reason.PARENT),
    ("99.30(a) to consent", R.FATHER, Right.CONSENT, {}, YES, Reason.PARENT),
    ("99.30(a) to revoke", R.FATHER, Right.REVOKE_CONSENT, {}, YES, Reason.PARENT),
    ("99.37(a) directory opt-out", R.MOTHER, Right.DIRECTORY_OPT_OUT, {}, YES, Reason.PARENT),
    ("7908 recruiter opt-out", R.MOTHER, Right.RECRUITER_OPT_OUT, {}, YES, Reason.PARENT),
    ("300.616 the list of types", R.MOTHER, Right.RECORD_TYPES, IDEA, YES, Reason.PARENT),
    ("1232h(c) a survey", R.MOTHER, Right.PPRA, {}, YES, Reason.PARENT),
    ("99.31(a)(12) as third party", R.MOTHER, Right.THIRD_PARTY, {}, YES, Reason.PARENT),
    # Papers: only one that revokes, in force, against this person
    ("99.4 revoked", R.FATHER, INSPECT, {"orders": REVOKED}, NO, Reason.RECORDS_REVOKED),
    ("99.4 revoked for copies", R.FATHER, COPIES, {"orders": REVOKED}, NO, Reason.RECORDS_REVOKED),
    ("99.4 revoked to amend", R.FATHER, Right.AMEND, {"orders": REVOKED}, NO,
     Reason.RECORDS_REVOKED),
    ("99.4 revoked for a guardian", R.GUARDIAN, INSPECT, {"orders": REVOKED}, NO,
     Reason.RECORDS_REVOKED),
    ("99.4 revoked for a grandparent with paper", R.GRANDPARENT, INSPECT,
     {"orders": REVOKED, "care": told(*ALL3)}, NO, Reason.RECORDS_REVOKED),
    ("99.4 revoked beats consent", R.FATHER, INSPECT, {"orders": REVOKED, "consent_by": P}, NO,
     Reason.RECORDS_REVOKED),
    ("99.4 revoked, student 18", R.FATHER, INSPECT, {**ADULT, "orders": REVOKED}, NO,
     Reason.RECORDS_REVOKED),
    ("99.4 revocation over", R.FATHER, INSPECT, {"orders": (a_paper(Limit.RECORDS, **PAST),)}, YES,
     Reason.PARENT),
    ("99.4 revocation on its last day", R.FATHER, INSPECT,
     {"orders": (a_paper(Limit.RECORDS, **LAST_DAY),)}, NO, Reason.RECORDS_REVOKED),
    ("99.4 revocation ended today", R.FATHER, INSPECT,
     {"orders": (a_paper(Limit.RECORDS, **ENDED),)}, YES, Reason.PARENT),
    ("99.4 revocation from tomorrow", R.FATHER, INSPECT,
     {"orders": (a_paper(Limit.RECORDS, **COMING),)}, YES, Reason.PARENT),
    ("99.4 revokes the other parent", R.MOTHER, INSPECT,
     {"orders": (a_paper(Limit.RECORDS, on=OTHER),)}, YES, Reason.PARENT_ORDER_ON_FILE),
    ("99.4 custody paper, decisions only", R.FATHER, INSPECT,
     {"orders": (a_paper(Limit.DECISIONS),)}, YES, Reason.PARENT_ORDER_ON_FILE),
    ("99.4 custody paper that limits nobody", R.FATHER, INSPECT, {"orders": (a_paper(on=None),)},
     YES, Reason.PARENT_ORDER_ON_FILE),
    ("99.4 power of attorney to grandmother", R.MOTHER, INSPECT,
     {"orders": (a_paper(on=None, kind=OrderKind.POWER_OF_ATTORNEY),)}, YES,
     Reason.PARENT_ORDER_ON_FILE),
    ("99.4 no contact", R.FATHER, INSPECT, {"orders": NO_CONTACT}, ASK, Reason.PROTECTION_ORDER),
    ("99.4 address hidden from him", R.FATHER, INSPECT, {"orders": (a_paper(Limit.ADDRESS),)}, ASK,
     Reason.PROTECTION_ORDER),
    ("99.4 no contact, to amend", R.FATHER, Right.AMEND, {"orders": NO_CONTACT}, ASK,
     Reason.PROTECTION_ORDER),
    ("99.4 no contact, for the other", R.MOTHER, INSPECT,
     {"orders": (a_paper(Limit.CONTACT, on=OTHER),)}, YES, Reason.PARENT_ORDER_ON_FILE),
    ("99.4 no contact, over", R.FATHER, INSPECT, {"orders": (a_paper(Limit.CONTACT, **PAST),)},
     YES, Reason.PARENT),
    ("99.4 no contact, with consent", R.FATHER, INSPECT, {"orders": NO_CONTACT, "consent_by": P},
     ASK, Reason.PROTECTION_ORDER),
    ("99.4 no contact, student 18", R.FATHER, INSPECT, {**ADULT, "orders": NO_CONTACT}, ASK,
     Reason.PROTECTION_ORDER),
    ("99.4 no contact, a representative", R.REPRESENTATIVE, INSPECT,
     {"orders": NO_CONTACT, "consent_by": P}, ASK, Reason.PROTECTION_ORDER),
    ("300.30(b)(2) a decree, list of types", R.FATHER, Right.RECORD_TYPES,
     {**IDEA, "orders": (a_paper(Limit.DECISIONS),)}, ASK, Reason.DECISIONS_TAKEN),
    ("300.613(c) a decree, to inspect", R.FATHER, INSPECT,
     {**IDEA, "orders": (a_paper(Limit.DECISIONS),)}, YES, Reason.PARENT_ORDER_ON_FILE),
    ("300.30(b)(2) a decree about the other", R.MOTHER, Right.RECORD_TYPES,
     {**IDEA, "orders": (a_paper(Limit.DECISIONS, on=OTHER),)}, YES, Reason.PARENT_ORDER_ON_FILE),
    # 18 and college: 99.5
    ("99.5(a)(1) 18 today, mother", R.MOTHER, INSPECT, ADULT, IF, Reason.STUDENT_HOLDS_RIGHTS),
    ("99.5(a)(1) 18 today, guardian", R.GUARDIAN, INSPECT, ADULT, IF,
     Reason.STUDENT_HOLDS_RIGHTS),
    ("99.5(a)(1) 18 tomorrow, mother", R.MOTHER, INSPECT, EVE, YES, Reason.PARENT),
    ("99.5(a)(1) 18, to amend", R.MOTHER, Right.AMEND, ADULT, IF, Reason.STUDENT_HOLDS_RIGHTS),
    ("99.5(a)(1) 18, a hearing", R.MOTHER, Right.HEARING, ADULT, IF, Reason.STUDENT_HOLDS_RIGHTS),
    ("99.5(a)(1) 18, to consent", R.MOTHER, Right.CONSENT, ADULT, IF, Reason.STUDENT_HOLDS_RIGHTS),
    ("99.5(a)(1) 18, directory", R.MOTHER, Right.DIRECTORY_OPT_OUT, ADULT, IF,
     Reason.STUDENT_HOLDS_RIGHTS),
    ("99.32(c)(1) 18, the log", R.MOTHER, Right.DISCLOSURE_RECORD, ADULT, IF,
     Reason.STUDENT_HOLDS_RIGHTS),
    ("300.625 18, list of types", R.MOTHER, Right.RECORD_TYPES, {**ADULT, **IDEA}, IF,
     Reason.STUDENT_HOLDS_RIGHTS),
    ("99.30 18, with the student's consent", R.MOTHER, INSPECT, {**ADULT, "consent_by": S}, YES,
     Reason.CONSENT_ON_FILE),
    ("99.5(a)(1) 18, a parent's consent counts no more", R.REPRESENTATIVE, INSPECT,
     {**ADULT, "consent_by": P}, IF, Reason.STUDENT_HOLDS_RIGHTS),
    ("99.5(a)(1) 18, consent is not a right to amend", R.MOTHER, Right.AMEND,
     {**ADULT, "consent_by": S}, IF, Reason.STUDENT_HOLDS_RIGHTS),
    ("99.5(a)(1) 18, grandparent with paper", R.GRANDPARENT, INSPECT,
     {**ADULT, "care": told(*ALL3)}, IF, Reason.STUDENT_HOLDS_RIGHTS),
    ("99.3 in college under 18, still here", R.MOTHER, INSPECT, DUAL, YES, Reason.PARENT),
    ("99.3 in college under 18, still here, copies", R.FATHER, COPIES, DUAL, YES, Reason.PARENT),
    ("99.3 in college under 18, gone from here", R.MOTHER, INSPECT, COLLEGE, IF,
     Reason.STUDENT_HOLDS_RIGHTS),
    ("99.3 in college, no birth date, still here", R.MOTHER, INSPECT,
     {**AGELESS, "postsecondary": True}, YES, Reason.PARENT),
    ("99.3 a former student under 18", R.MOTHER, INSPECT, {"enrollment": Enrollment.FORMER}, YES,
     Reason.PARENT),
    ("99.3 a former student, grown up", R.MOTHER, INSPECT,
     {"born_on": date(1990, 5, 1), "enrollment": Enrollment.FORMER}, IF,
     Reason.STUDENT_HOLDS_RIGHTS),
    ("99.3 no birth date", R.MOTHER, INSPECT, AGELESS, YES, Reason.PARENT),
    # The student asks
    ("99.5(a)(1) the student, 18 today", R.SELF, INSPECT, ADULT, YES, Reason.ELIGIBLE_STUDENT),
    ("99.5(a)(1) the student, 18, to amend", R.SELF, Right.AMEND, ADULT, YES,
     Reason.ELIGIBLE_STUDENT),
    ("99.5(a)(1) the student, 18, to consent", R.SELF, Right.CONSENT, ADULT, YES,
     Reason.ELIGIBLE_STUDENT),
    ("99.5(a)(1) a grown former student", R.SELF, COPIES,
     {"born_on": date(1990, 5, 1), "enrollment": Enrollment.FORMER}, YES, Reason.ELIGIBLE_STUDENT),
    ("99.3 the student, in college, gone from here", R.SELF, INSPECT, COLLEGE, YES,
     Reason.ELIGIBLE_STUDENT),
    ("99.5(b) the student, 18 tomorrow", R.SELF, INSPECT, EVE, ASK, Reason.STUDENT_UNDER_18),
    ("99.5(b) the student, dual enrolled", R.SELF, INSPECT, DUAL, ASK, Reason.STUDENT_UNDER_18),
    ("99.5(b) the student, a child, to amend", R.SELF, Right.AMEND, {}, ASK,
     Reason.STUDENT_UNDER_18),
    ("99.5(b) the student, a child, the log", R.SELF, Right.DISCLOSURE_RECORD, {}, ASK,
     Reason.STUDENT_UNDER_18),
    ("99.5(b) a student's question", R.SELF, Right.STUDENT_QUESTION, {}, ASK,
     Reason.STUDENT_UNDER_18),
    ("99.30 the student under 18, a parent consents", R.SELF, INSPECT, {"consent_by": P}, YES,
     Reason.CONSENT_ON_FILE),
    ("99.30(a) the student under 18 cannot consent", R.SELF, Right.CONSENT, {}, IF,
     Reason.HOLDER_SIGNS),
    ("99.30(a) the student under 18 cannot revoke", R.SELF, Right.REVOKE_CONSENT, {}, IF,
     Reason.HOLDER_SIGNS),
    ("99.37(a) the student under 18, directory", R.SELF, Right.DIRECTORY_OPT_OUT, EVE, IF,
     Reason.HOLDER_SIGNS),
    ("99.5(b) the student, no birth date", R.SELF, INSPECT, AGELESS, ASK, Reason.STUDENT_UNDER_18),
    ("99.5 a paper about a parent does not touch the student", R.SELF, INSPECT,
     {**ADULT, "orders": (a_paper(Limit.RECORDS, on=OTHER),)}, YES, Reason.ELIGIBLE_STUDENT),
    # PPRA: 18 or emancipated, not college
    ("20 USC 1232h the student under 18", R.SELF, Right.PPRA, {}, ASK, Reason.PPRA_PARENTS),
    ("20 USC 1232h the student, 18", R.SELF, Right.PPRA, ADULT, YES, Reason.ELIGIBLE_STUDENT),
    ("20 USC 1232h the student, emancipated", R.SELF, Right.PPRA, {"orders": EMANCIPATED}, YES,
     Reason.ELIGIBLE_STUDENT),
    ("20 USC 1232h the student, in college", R.SELF, Right.PPRA, COLLEGE, ASK,
     Reason.PPRA_PARENTS),
    ("20 USC 1232h the mother, student 18", R.MOTHER, Right.PPRA, ADULT, IF,
     Reason.PPRA_STUDENT),
    ("20 USC 1232h the mother, emancipated", R.MOTHER, Right.PPRA, {"orders": EMANCIPATED}, IF,
     Reason.PPRA_STUDENT),
    ("20 USC 1232h the mother, student in college", R.MOTHER, Right.PPRA, COLLEGE, YES,
     Reason.PARENT),
    ("20 USC 1232h a caseworker", R.CASEWORKER, Right.PPRA, {}, IF, Reason.HOLDER_SIGNS),
    ("99.3 emancipation is not in FERPA: mother", R.MOTHER, INSPECT, {"orders": EMANCIPATED}, YES,
     Reason.PARENT_ORDER_ON_FILE),
    ("99.5(b) emancipation is not in FERPA: student", R.SELF, INSPECT, {"orders": EMANCIPATED},
     ASK, Reason.STUDENT_UNDER_18),
    # Recruiters: until 18 a parent, from then on the student
    ("7908(a)(2) the student, 17", R.SELF, Right.RECRUITER_OPT_OUT, EVE, NO,
     Reason.RECRUITER_PARENT_ONLY),
    ("7908(a)(2) the student, 17, in college", R.SELF, Right.RECRUITER_OPT_OUT, COLLEGE, NO,
     Reason.RECRUITER_PARENT_ONLY),
    ("7908(a)(2) the student, 18", R.SELF, Right.RECRUITER_OPT_OUT, ADULT, YES,
     Reason.ELIGIBLE_STUDENT),
    ("7908(a)(2) the mother, student 17", R.MOTHER, Right.RECRUITER_OPT_OUT, EVE, YES,
     Reason.PARENT),
    ("7908(a)(2) the mother, student 17 in college", R.MOTHER, Right.RECRUITER_OPT_OUT, COLLEGE,
     YES, Reason.PARENT),
    ("7908(a)(2) the mother, student 18", R.MOTHER, Right.RECRUITER_OPT_OUT, ADULT, IF,
     Reason.RECRUITER_STUDENT_ONLY),
    ("7908(a)(2) an attorney", R.ATTORNEY, Right.RECRUITER_OPT_OUT, {}, IF, Reason.HOLDER_SIGNS),
    # Acting as a parent: 99.3
    ("99.3 grandparent, nothing asked", R.GRANDPARENT, INSPECT, {}, ASK, Reason.ACTING_AS_PARENT),
    ("99.3 stepparent, nothing asked", R.STEPPARENT, INSPECT, {}, ASK, Reason.ACTING_AS_PARENT),
    ("99.3 caregiver, nothing asked", R.CAREGIVER, COPIES, {}, ASK, Reason.ACTING_AS_PARENT),
    ("99.3 grandparent: all three", R.GRANDPARENT, INSPECT, {"care": told(*ALL3)}, YES,
     Reason.ACTING_WITH_PAPER),
    ("99.3 stepparent: all three", R.STEPPARENT, INSPECT, {"care": told(*ALL3)}, YES,
     Reason.ACTING_WITH_PAPER),
    ("99.3 caregiver: all three, to amend", R.CAREGIVER, Right.AMEND, {"care": told(*ALL3)}, YES,
     Reason.ACTING_WITH_PAPER),
    ("99.3 caregiver: all three, directory", R.CAREGIVER, Right.DIRECTORY_OPT_OUT,
     {"care": told(*ALL3)}, YES, Reason.ACTING_WITH_PAPER),
    ("99.3 lives with, parent away, no paper", R.GRANDPARENT, INSPECT,
     {"care": told("lives", "absent")}, ASK, Reason.ACTING_NO_PAPER),
    ("99.3 the paper ran out yesterday", R.GRANDPARENT, INSPECT,
     {"care": told(*ALL3, until=TODAY - timedelta(1))}, ASK, Reason.ACTING_NO_PAPER),
    ("99.3 the paper's last day", R.GRANDPARENT, INSPECT, {"care": told(*ALL3, until=TODAY)}, YES,
     Reason.ACTING_WITH_PAPER),
    ("99.3 a paper, but a parent is there", R.GRANDPARENT, INSPECT,
     {"care": told("lives", "paper")}, ASK, Reason.PAPER_ALONE),
    ("99.3 a paper, but lives elsewhere", R.GRANDPARENT, INSPECT,
     {"care": told("absent", "paper")}, ASK, Reason.PAPER_ALONE),
    ("99.3 only a paper", R.CAREGIVER, INSPECT, {"care": told("paper")}, ASK, Reason.PAPER_ALONE),
    ("99.30 only a paper that ran out", R.CAREGIVER, INSPECT,
     {"care": told("paper", until=TODAY - timedelta(1))}, IF, Reason.NOT_A_PARENT),
    ("99.30 lives with, a parent is there", R.STEPPARENT, INSPECT, {"care": told("lives")}, IF,
     Reason.NOT_A_PARENT),
    ("99.30 a parent away, lives elsewhere", R.GRANDPARENT, INSPECT, {"care": told("absent")}, IF,
     Reason.NOT_A_PARENT),
    ("99.30 pick-up only", R.GRANDPARENT, INSPECT, {"care": told()}, IF, Reason.NOT_A_PARENT),
    ("99.30 pick-up only, a parent consents", R.GRANDPARENT, INSPECT,
     {"care": told(), "consent_by": P}, YES, Reason.CONSENT_ON_FILE),
    ("99.20(a) pick-up only, to amend", R.GRANDPARENT, Right.AMEND, {"care": told()}, IF,
     Reason.HOLDER_SIGNS),
    ("99.30 nothing asked, a parent consents", R.CAREGIVER, INSPECT, {"consent_by": P}, YES,
     Reason.CONSENT_ON_FILE),
    # IDEA parents: 300.30
    ("300.30(a)(2) foster parent, nothing asked", R.FOSTER_PARENT, INSPECT, {}, ASK,
     Reason.FOSTER_PARENT),
    ("99.3 foster parent: all three", R.FOSTER_PARENT, INSPECT, {"care": told(*ALL3)}, YES,
     Reason.ACTING_WITH_PAPER),
    ("300.30(a)(2) found to be the parent", R.FOSTER_PARENT, INSPECT,
     {**IDEA, "care": told("absent", idea=True)}, YES, Reason.IDEA_PARENT),
    ("300.30(a)(4) grandparent found to be the parent", R.GRANDPARENT, Right.RECORD_TYPES,
     {**IDEA, "care": told("lives", "absent", idea=True)}, YES, Reason.IDEA_PARENT),
    ("300.30(b)(1) found, but a parent acts", R.FOSTER_PARENT, INSPECT,
     {**IDEA, "care": told("lives", "paper", idea=True)}, ASK, Reason.IDEA_PARENT_PRESUMED),
    ("300.30(b)(1) the mother beside a foster parent", R.MOTHER, INSPECT, IDEA, YES,
     Reason.PARENT),
    ("300.30 counts in special education only", R.FOSTER_PARENT, INSPECT,
     {"care": told("absent", idea=True)}, IF, Reason.NOT_A_PARENT),
    ("300.30(a)(5) surrogate, appointment shown", R.SURROGATE_PARENT, INSPECT,
     {**IDEA, "care": told("paper")}, YES, Reason.SURROGATE),
    ("300.30(a)(5) surrogate, list of types", R.SURROGATE_PARENT, Right.RECORD_TYPES,
     {**IDEA, "care": told("paper")}, YES, Reason.SURROGATE),
    ("300.30(a)(5) surrogate, nothing shown", R.SURROGATE_PARENT, INSPECT, IDEA, ASK,
     Reason.SURROGATE_PAPER),
    ("300.30(a)(5) surrogate, appointment over", R.SURROGATE_PARENT, INSPECT,
     {**IDEA, "care": told("paper", until=TODAY - timedelta(1))}, ASK, Reason.SURROGATE_PAPER),
    ("300.30(a)(5) surrogate, no special education", R.SURROGATE_PARENT, INSPECT,
     {"care": told("paper")}, ASK, Reason.SURROGATE_BEYOND),
    ("300.30(a)(5) surrogate, directory", R.SURROGATE_PARENT, Right.DIRECTORY_OPT_OUT,
     {**IDEA, "care": told("paper")}, ASK, Reason.SURROGATE_BEYOND),
    # Representatives: 300.613(b)(3), 99.30, 99.22(d)
    ("99.30 representative, nothing", R.REPRESENTATIVE, INSPECT, {}, IF, Reason.REPRESENTATIVE),
    ("99.30 attorney, nothing", R.ATTORNEY, INSPECT, {}, IF, Reason.REPRESENTATIVE),
    ("99.30 attorney, a letter is not a consent", R.ATTORNEY, INSPECT, {"care": told("paper")}, IF,
     Reason.REPRESENTATIVE),
    ("99.30 attorney, with consent", R.ATTORNEY, INSPECT, {"consent_by": P}, YES,
     Reason.CONSENT_ON_FILE),
    ("99.30 attorney of the student, 18", R.ATTORNEY, COPIES, {**ADULT, "consent_by": S}, YES,
     Reason.CONSENT_ON_FILE),
    ("300.613(b)(3) advocate, nothing shown", R.REPRESENTATIVE, INSPECT, IDEA, IF,
     Reason.REPRESENTATIVE_IDEA),
    ("300.613(b)(3) advocate, authorization shown", R.REPRESENTATIVE, INSPECT,
     {**IDEA, "care": told("paper")}, YES, Reason.REPRESENTATIVE_AUTHORIZED),
    ("300.613(b)(3) attorney, authorization over", R.ATTORNEY, INSPECT,
     {**IDEA, "care": told("paper", until=TODAY - timedelta(1))}, IF, Reason.REPRESENTATIVE_IDEA),
    ("300.613(b)(3) the request names special education", R.REPRESENTATIVE, EXPLAIN,
     {"special_ed_asked": True, "care": told("paper")}, YES, Reason.REPRESENTATIVE_AUTHORIZED),
    ("99.20(a) representative, to amend", R.REPRESENTATIVE, Right.AMEND, {"consent_by": P}, IF,
     Reason.HOLDER_SIGNS),
    ("99.22(d) attorney, a hearing", R.ATTORNEY, Right.HEARING, {}, IF,
     Reason.REPRESENTS_AT_HEARING),
    ("99.30(a) attorney cannot consent", R.ATTORNEY, Right.CONSENT, {}, IF, Reason.HOLDER_SIGNS),
    ("300.616 representative, list of types", R.REPRESENTATIVE, Right.RECORD_TYPES, IDEA, IF,
     Reason.HOLDER_SIGNS),
    # Child welfare: 1232g(b)(1)(L)
    ("1232g(b)(1)(L) caseworker, nothing shown", R.CASEWORKER, INSPECT, {}, IF,
     Reason.AGENCY_TO_SHOW),
    ("1232g(b)(1)(L) caseworker, responsibility shown", R.CASEWORKER, INSPECT,
     {"care": told("paper")}, IF, Reason.AGENCY_RESPONSIBLE),
    ("1232g(b)(1)(L) caseworker, student 18", R.CASEWORKER, COPIES,
     {**ADULT, "care": told("paper")}, IF, Reason.AGENCY_RESPONSIBLE),
    ("1232g(b)(1)(L) caseworker, order over", R.CASEWORKER, INSPECT,
     {"care": told("paper", until=TODAY - timedelta(1))}, IF, Reason.AGENCY_TO_SHOW),
    ("99.30 caseworker, with consent", R.CASEWORKER, INSPECT, {"consent_by": P}, YES,
     Reason.CONSENT_ON_FILE),
    ("1232g(b)(1)(L) caseworker is no parent: to amend", R.CASEWORKER, Right.AMEND,
     {"care": told("paper")}, IF, Reason.HOLDER_SIGNS),
    ("1232g(b)(1)(L) the mother keeps her rights", R.MOTHER, INSPECT,
     {"orders": (a_paper(on=None, kind=OrderKind.OTHER),)}, YES, Reason.PARENT_ORDER_ON_FILE),
    # Third parties: no right of their own
    ("99.31(a) another school", R.OTHER_SCHOOL, Right.THIRD_PARTY, {}, IF, Reason.THIRD_PARTY),
    ("99.31(a) an agency", R.AGENCY, Right.THIRD_PARTY, {}, IF, Reason.THIRD_PARTY),
    ("99.31(a) a recruiter", R.RECRUITER, Right.THIRD_PARTY, {}, IF, Reason.THIRD_PARTY),
    ("99.31(a) an agency that asks to inspect", R.AGENCY, INSPECT, {}, IF, Reason.THIRD_PARTY),
    ("99.31(a) somebody else, as third party", R.OTHER, Right.THIRD_PARTY, {}, IF,
     Reason.THIRD_PARTY),
    ("99.31(a) an agency, student 18", R.AGENCY, Right.THIRD_PARTY, ADULT, IF, Reason.THIRD_PARTY),
    ("99.30 an agency, with consent", R.AGENCY, Right.THIRD_PARTY, {"consent_by": P}, YES,
     Reason.CONSENT_ON_FILE),
    ("99.30 an agency, 18, a parent's consent", R.AGENCY, Right.THIRD_PARTY,
     {**ADULT, "consent_by": P}, IF, Reason.THIRD_PARTY),
    ("99.30 somebody else", R.OTHER, INSPECT, {}, IF, Reason.NOT_A_PARENT),
    ("99.30 somebody else, with consent", R.OTHER, COPIES, {"consent_by": P}, YES,
     Reason.CONSENT_ON_FILE),
    ("99.30 consent of a student under 18 is none", R.OTHER, COPIES, {"consent_by": S}, IF,
     Reason.NOT_A_PARENT),
    ("99.20(a) an agency cannot amend", R.AGENCY, Right.AMEND, {}, IF, Reason.HOLDER_SIGNS),
    ("99.37(a) somebody else, directory", R.OTHER, Right.DIRECTORY_OPT_OUT, {}, IF,
     Reason.HOLDER_SIGNS),
    ("99.32(c) an agency, the log", R.AGENCY, Right.DISCLOSURE_RECORD, {}, IF,
     Reason.HOLDER_SIGNS),
    ("99.31(a) a recruiter under a paper", R.RECRUITER, Right.THIRD_PARTY, {"orders": REVOKED}, NO,
     Reason.RECORDS_REVOKED),
    # Anyone may be told where to complain
    ("99.63 a parent", R.MOTHER, Right.COMPLAINT, {}, YES, Reason.ANYONE),
    ("99.63 a parent whose right was revoked", R.FATHER, Right.COMPLAINT, {"orders": REVOKED}, YES,
     Reason.ANYONE),
    ("99.63 a student", R.SELF, Right.COMPLAINT, {}, YES, Reason.ANYONE),
    ("99.63 anybody", R.OTHER, Right.COMPLAINT, ADULT, YES, Reason.ANYONE),
]  # fmt: skip


@pytest.mark.parametrize(
    ("who", "right", "facts", "answer", "reason"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_verdict(who, right, facts, answer, reason):
    facts = dict(facts)
    asked = facts.pop("special_ed_asked", False)
    asker = an_asker(who, right, **facts)
    if asked:
        asker = replace(asker, special_education=True)
    found = verdict(asker, today=TODAY)
    assert (found.answer, found.reason) == (answer, reason)


def test_the_table_is_large_and_names_no_case_twice(capsys):
    names = [row[0] for row in TABLE]
    with capsys.disabled():
        sys.stdout.write(f"\nauthority truth table: {len(TABLE)} rows\n")
    assert len(TABLE) >= 120
    assert len(set(names)) == len(names)


def test_every_reason_is_reached_by_a_row():
    assert {row[5] for row in TABLE} == set(Reason)


def test_every_relationship_asks_in_a_row():
    assert {row[1] for row in TABLE} == set(R)


def test_every_right_is_asked_for_in_a_row():
    assert {row[2] for row in TABLE} == set(Right)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words(reason):
    words = the_wording()
    for part in ("says", "citation", "changes"):
        assert words.text(f"verdict.{reason}.{part}")


def test_the_catalogue_holds_no_words_of_a_reason_that_is_gone():
    file = resources("wording", "en", "verdict.toml")
    told_of = set(tomllib.loads(file.read_text(encoding="utf-8"))["verdict"])
    assert told_of - {"warning", "answer"} == set(Reason)


# Cautions


def codes(asker, today=TODAY):
    return {
        one.code.removeprefix("verdict.warning.") for one in verdict(asker, today=today).warnings
    }


DUE = TODAY + timedelta(45)
CAUTIONS = [
    ("99.31(c) identity open", {"identity_checked": False}, "identity_open"),
    ("99.5(a)(1) 18 on the due day", {"born_on": date(2009, 1, 2), "due_on": date(2027, 1, 2)},
     "birthday_before_due"),
    ("99.5(a)(1) 18 tomorrow", {**EVE, "due_on": DUE}, "birthday_before_due"),
    ("99.5(a)(1) leap day", {"born_on": date(2008, 2, 29), "due_on": date(2026, 3, 20)},
     "leap_day"),
    ("99.3 dual enrolled", DUAL, "dual_enrolled"),
    ("99.3 no birth date", AGELESS, "no_birth_date"),
    ("300.625 special education at 18", {**ADULT, **IDEA}, "idea_majority"),
    ("99.4 address hidden from the other", {"orders": (a_paper(Limit.ADDRESS, on=OTHER),)},
     "hide_address"),
    ("99.4 a paper begins before the records are due",
     {"orders": (a_paper(Limit.RECORDS, **COMING),), "due_on": DUE}, "paper_begins"),
    ("99.4 somebody new, a paper limits somebody", {"requester": None, "orders": REVOKED},
     "limits_somebody"),
    ("99.5(a)(1) limited and 18", {**ADULT, "orders": NO_CONTACT}, "student_holds"),
    ("99.3 the paper ran out", {"care": told(*ALL3, until=TODAY - timedelta(1))}, "paper_over"),
    ("99.3 the paper ends before the due day",
     {"care": told(*ALL3, until=TODAY), "due_on": DUE}, "paper_ends"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "code"), [row[1:] for row in CAUTIONS], ids=[row[0] for row in CAUTIONS]
)
def test_caution(facts, code):
    today = date(2026, 2, 10) if code == "leap_day" else TODAY
    found = codes(an_asker(R.GRANDPARENT, **facts), today)
    assert code in found
    assert f"verdict.warning.{code}" in the_wording()


def test_nothing_is_cautioned_where_nothing_is_to_be_said():
    assert codes(an_asker(due_on=DUE)) == set()


@pytest.mark.parametrize(
    ("citation", "today", "answer"),
    [
        ("99.5(a)(1) 27 February", date(2026, 2, 27), YES),
        ("99.5(a)(1) 28 February, the earlier reading", date(2026, 2, 28), IF),
        ("99.5(a)(1) 1 March", date(2026, 3, 1), IF),
    ],
)
def test_born_on_29_february_the_parent_keeps_no_right_a_day_too_long(citation, today, answer):
    asker = an_asker(born_on=date(2008, 2, 29))
    assert verdict(asker, today=today).answer is answer, citation


def test_the_leap_day_is_spoken_of_on_the_day_both_ask():
    for who in (R.MOTHER, R.SELF):
        assert "leap_day" in codes(an_asker(who, born_on=date(2008, 2, 29)), date(2026, 2, 28))


def test_the_birthday_is_told_from_the_first_day_and_not_after_it():
    asker = an_asker(born_on=date(2008, 12, 28), due_on=date(2027, 1, 2))
    assert "birthday_before_due" in codes(asker)
    assert "birthday_before_due" not in codes(asker, date(2026, 12, 28))
    assert "birthday_before_due" not in codes(replace(asker, due_on=date(2026, 12, 27)))
    assert "birthday_before_due" not in codes(replace(asker, relationship=R.SELF))


@pytest.mark.parametrize(
    ("who", "today", "since"),
    [
        (R.MOTHER, date(2026, 12, 27), None),
        (R.MOTHER, date(2026, 12, 28), date(2026, 12, 28)),
        (R.MOTHER, date(2027, 5, 1), date(2026, 12, 28)),
        (R.SELF, date(2027, 5, 1), None),
    ],
    ids=["99.5(a)(1) the eve", "99.5(a)(1) the day", "99.5(a)(1) later", "99.5(a)(1) the student"],
)
def test_checks_before_the_birthday_count_no_longer(who, today, since):
    asker = an_asker(who, born_on=date(2008, 12, 28))
    assert verdict(asker, today=today).since == since


# The three questions


def test_three_questions_for_those_who_may_act_as_a_parent_and_none_for_a_parent():
    three = {one for one in R if len(questions(one)) == len(Question)}
    assert three == {R.FOSTER_PARENT, R.STEPPARENT, R.GRANDPARENT, R.CAREGIVER}
    paper = {one for one in R if questions(one) == (Question.PAPER,)}
    assert paper == {R.SURROGATE_PARENT, R.REPRESENTATIVE, R.ATTORNEY, R.CASEWORKER}
    assert not any(questions(one) for one in (R.MOTHER, R.FATHER, R.PARENT, R.GUARDIAN, R.SELF))


@pytest.mark.parametrize("yes", [True, False])
@pytest.mark.parametrize("paper", ["open", "until", "over", "no"])
def test_each_answer_says_what_it_carries(yes, paper):
    ends = {"until": TODAY, "over": TODAY - timedelta(1)}.get(paper)
    answers = (*(("lives", "absent") if yes else ()), *(() if paper == "no" else ("paper",)))
    said = [one.code for one in carried(R.GRANDPARENT, told(*answers, until=ends), TODAY)]
    word = "yes" if yes else "no"
    assert said == [f"care.lives_with.{word}", f"care.parent_absent.{word}", f"care.paper.{paper}"]
    assert all(code in the_wording() for code in said)


# Properties

_DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))
_PAPERS = st.builds(
    a_paper,
    st.sampled_from(Limit),
    on=st.sampled_from([ASKER, OTHER, None]),
    kind=st.sampled_from([one for one in OrderKind if one is not OrderKind.EMANCIPATION]),
    dated_on=st.none() | _DAYS,
    until_on=st.none() | _DAYS,
    ended_on=st.none() | _DAYS,
)
_CARE = st.none() | st.builds(
    told,
    *(st.sampled_from(["", word]) for word in ALL3),
    until=st.none() | _DAYS,
    idea=st.booleans(),
)
_ASKERS = st.builds(
    an_asker,
    st.sampled_from(R),
    st.sampled_from(Right),
    born_on=st.none() | st.dates(date(2004, 1, 1), date(2022, 12, 31)),
    postsecondary=st.booleans(),
    enrollment=st.sampled_from(Enrollment),
    special_education=st.booleans(),
    orders=st.lists(_PAPERS, max_size=3).map(tuple),
    care=_CARE,
    consent_by=st.none() | st.sampled_from(Holder),
    due_on=st.none() | _DAYS,
)


def strictness(asker, today):
    """0 for yes, and more for each answer that lets less happen."""
    return list(Answer).index(verdict(asker, today=today).answer)


@given(_ASKERS, _PAPERS, _DAYS)
def test_one_more_restriction_never_makes_the_answer_freer(asker, paper, today):
    more = replace(asker, orders=(*asker.orders, paper))
    assert strictness(more, today) >= strictness(asker, today)


@given(_ASKERS, _DAYS, st.sampled_from(Holder))
def test_a_consent_never_makes_the_answer_stricter(asker, today, signer):
    without = replace(asker, consent_by=None)
    assert strictness(replace(asker, consent_by=signer), today) <= strictness(without, today)


@given(_ASKERS, _DAYS, st.lists(st.sampled_from(Limit), min_size=1))
def test_what_a_paper_says_of_somebody_else_never_decides(asker, today, limits):
    about_other = a_paper(*limits, on=OTHER)
    more = replace(asker, orders=(*asker.orders, about_other))
    assert verdict(more, today=today).answer is verdict(asker, today=today).answer


@given(_ASKERS, _DAYS)
def test_the_kind_of_paper_never_decides_only_what_it_says(asker, today):
    """A custody paper is no stronger than another: 99.4 asks what it specifically revokes."""
    custody = replace(
        asker, orders=tuple(replace(one, kind=OrderKind.CUSTODY) for one in asker.orders)
    )
    assert verdict(custody, today=today).answer is verdict(asker, today=today).answer


@pytest.mark.parametrize("parent", [R.MOTHER, R.FATHER, R.PARENT, R.GUARDIAN])
@given(_ASKERS, _DAYS, _CARE)
def test_who_the_child_lives_with_never_decides_for_a_parent(parent, asker, today, care):
    asker = replace(asker, relationship=parent)
    assert (
        verdict(replace(asker, care=care), today=today).answer
        is verdict(replace(asker, care=None), today=today).answer
    )


def test_mother_and_father_are_never_told_apart():
    for right, facts in product(Right, ({}, ADULT, DUAL, IDEA, {"orders": NO_CONTACT})):
        found = {
            verdict(an_asker(who, right, **facts), today=TODAY).reason
            for who in (R.MOTHER, R.FATHER, R.PARENT)
        }
        assert len(found) == 1


@given(_ASKERS, _DAYS)
def test_a_no_needs_a_paper_that_speaks_of_records_or_the_recruiters_law(asker, today):
    found = verdict(asker, today=today)
    if found.answer is NO:
        assert found.reason in {Reason.RECORDS_REVOKED, Reason.RECRUITER_PARENT_ONLY}


@given(_ASKERS, _DAYS)
def test_the_same_facts_give_the_same_answer(asker, today):
    assert verdict(asker, today=today) == verdict(asker, today=today)
