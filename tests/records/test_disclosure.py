"""What must stand in the record of disclosures: 34 CFR 99.32, 300.614, and the table of bases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.paths import resources
from desktop.records.disclosure import (
    Bases,
    Disclosure,
    Need,
    Receiver,
    entry_needed,
    faults,
    load_bases,
    receiver_of,
    refusal_needed,
)
from desktop.records.ids import DisclosureId, StudentId
from desktop.records.party import Relationship
from tests.offices import TODAY, a_student

BASES = load_bases(resources("disclosures", "bases.toml"))
LOGGED = (
    "enrolling_school", "court_order", "emergency", "child_welfare", "child_court",
    "juvenile_justice", "recruiters", "dependent", "audit", "study", "accreditor",
    "financial_aid", "meals", "lawsuit", "sex_offender", "minor_student",
)  # fmt: skip
NEVER = ("staff", "contractor", "directory", "grand_jury", "secret_subpoena", "terrorism", "family")


def an_entry(**override):
    values = {
        "id": DisclosureId(1), "student": StudentId(1), "party": "Lincoln High School",
        "interest": "She enrolls there.", "basis": "enrolling_school", "disclosed_on": TODAY,
    }  # fmt: skip
    return Disclosure(**{**values, **override})


def need(basis, receiver=Receiver.OTHER, special=False):
    return entry_needed(BASES.by_id[basis], receiver, special_education=special)


def test_the_shipped_table_can_be_read():
    assert BASES.faults == ()
    assert {*LOGGED, *NEVER, "consent", "without_identity"} == {one.id for one in BASES.offered()}


@pytest.mark.parametrize("special", [False, True])
@pytest.mark.parametrize("basis", LOGGED, ids=lambda one: f"{one} {BASES.by_id[one].citation}")
def test_99_32_a_what_goes_out_under_an_exception_is_entered(basis, special):
    assert need(basis, special=special) is Need.RECORD


@pytest.mark.parametrize("special", [False, True])
@pytest.mark.parametrize("basis", NEVER, ids=lambda one: f"{one} {BASES.by_id[one].citation}")
def test_99_32_d_2_4_5_staff_directory_and_secret_orders_are_never_entered(basis, special):
    assert need(basis, special=special) is Need.NONE


@pytest.mark.parametrize(
    ("special", "expected"), [(False, Need.NONE), (True, Need.IDEA_ONLY)],
    ids=["99.32(d)(3)", "300.614"],
)  # fmt: skip
def test_consent_is_entered_for_special_education_only(special, expected):
    assert need("consent", special=special) is expected


@pytest.mark.parametrize(
    "receiver", [Receiver.PARENT, Receiver.ELIGIBLE_STUDENT, Receiver.SCHOOL_OFFICIAL]
)
@pytest.mark.parametrize("basis", [*LOGGED, "consent"])
def test_99_32_d_1_2_parent_adult_student_and_officials_are_never_entered(basis, receiver):
    assert need(basis, receiver, special=True) is Need.NONE
    assert refusal_needed(BASES.by_id[basis], receiver) is Need.NONE


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (None, Need.RECORD),
        ("court_order", Need.RECORD),
        ("consent", Need.NONE),
        ("directory", Need.NONE),
        ("grand_jury", Need.NONE),
    ],
    ids=["99.32(a)(1)", "99.32(a)(1) court", "99.32(d)(3)", "99.32(d)(4)", "99.32(d)(5)"],
)
def test_a_refused_request_of_somebody_else_is_entered(basis, expected):
    assert refusal_needed(basis and BASES.by_id[basis], Receiver.OTHER) is expected


ADULT = a_student(born_on=TODAY.replace(year=TODAY.year - 18))
ALMOST = a_student(born_on=TODAY.replace(year=TODAY.year - 18) + timedelta(days=1))


@pytest.mark.parametrize(
    ("relationship", "student", "revoked", "expected"),
    [
        (Relationship.MOTHER, a_student(), False, Receiver.PARENT),
        (Relationship.GUARDIAN, a_student(), False, Receiver.PARENT),
        (Relationship.FATHER, a_student(), True, Receiver.OTHER),
        (Relationship.FATHER, ALMOST, False, Receiver.PARENT),
        (Relationship.FATHER, ADULT, False, Receiver.OTHER),
        (Relationship.SELF, ADULT, False, Receiver.ELIGIBLE_STUDENT),
        (Relationship.SELF, ALMOST, False, Receiver.MINOR_STUDENT),
        (Relationship.SELF, a_student(born_on=None), False, Receiver.MINOR_STUDENT),
        (Relationship.GRANDPARENT, a_student(), False, Receiver.OTHER),
        (Relationship.OTHER, a_student(), False, Receiver.OTHER),
    ],
    ids=["99.4", "99.3 parent", "99.4 revoked", "99.5 day before", "99.5 at 18", "99.3 eligible",
         "99.3 minor", "no birth date", "no paper", "third party"],
)  # fmt: skip
def test_who_somebody_is_to_the_record(relationship, student, revoked, expected):
    assert receiver_of(relationship, student, on=TODAY, revoked=revoked) is expected


def test_99_33_d_who_must_be_told_not_to_pass_it_on():
    told = {one.id for one in BASES.offered() if one.redisclosure}
    assert told == {
        "consent", "contractor", "enrolling_school", "emergency", "study", "audit",
        "financial_aid", "juvenile_justice", "accreditor", "child_welfare", "meals",
    }  # fmt: skip


def test_what_is_for_colleges_is_not_offered_here():
    hidden = {one.citation for one in BASES.by_id.values()} - {
        one.citation for one in BASES.offered()
    }
    assert hidden == {f"34 CFR 99.31(a)({one})" for one in (13, 14, 15)}


@pytest.mark.parametrize(
    ("override", "wrong"),
    [
        ({}, set()),
        ({"party": ""}, {"party"}),
        ({"interest": ""}, {"interest"}),
        ({"interest": "", "refused": True}, set()),
        ({"basis": ""}, {"basis"}),
        ({"basis": "", "refused": True}, set()),
        ({"basis": "gossip", "refused": True}, {"basis"}),
        ({"disclosed_on": TODAY + timedelta(days=1)}, {"disclosed_on"}),
        ({"basis": "emergency"}, {"threat", "recipients"}),
        ({"basis": "emergency", "threat": "A note."}, {"recipients"}),
        ({"basis": "emergency", "threat": "A note.", "recipients": "Police"}, set()),
        ({"basis": "emergency", "refused": True}, set()),
        ({"records": "No. 123-45-6789"}, {"records"}),
        ({"party": "x" * 301}, {"party"}),
        ({"further": "x" * 2_001}, {"further"}),
    ],
    ids=["whole", "99.32(a)(1)(i)", "99.32(a)(1)(ii)", "refused", "99.31", "refused no basis",
         "unknown basis", "later", "99.32(a)(5)", "99.32(a)(5)(ii)", "99.36", "refused emergency",
         "nine digits", "long party", "long text"],
)  # fmt: skip
def test_what_an_entry_must_have(override, wrong):
    assert set(faults(an_entry(**override), BASES, today=TODAY)) == wrong


def test_a_broken_table_is_told_with_its_place_and_offers_nothing(tmp_path):
    file = tmp_path / "bases.toml"
    text = resources("disclosures", "bases.toml").read_text("utf-8")
    file.write_text(text.replace("logged = true", "logged = 1", 1), "utf-8")
    broken = load_bases(file)
    assert (broken.offered(), broken.faults[0].file) == ((), "bases.toml")
    assert broken.faults[0].line > 1
    file.write_text(text + text[text.index("[[basis]]") :], "utf-8")
    assert load_bases(file).faults[0].why == "an id stands twice"


def test_an_unknown_basis_is_called_by_its_id():
    assert Bases().title("gossip") == "gossip"
    assert BASES.title("court_order") == "Court order or subpoena"
