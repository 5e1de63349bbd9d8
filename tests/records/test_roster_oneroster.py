"""OneRoster sets: what is taken, what never is, and every fault with its file and line."""

import csv
import io
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.party import Relationship
from desktop.records.roster import FaultCode, ReadingStoppedError
from desktop.records.roster_oneroster import ONEROSTER_FILES, is_oneroster, read_oneroster
from desktop.records.student import Enrollment
from tests.rosters import (
    DEMOGRAPHICS,
    ENROLLMENTS,
    ORGS,
    ROLES,
    SCHOOL,
    USERS_1_1,
    USERS_1_2,
    one_roster,
    table,
)

TODAY = date(2026, 9, 1)
MIA = {
    "sourcedId": "s1", "role": "student", "givenName": "Mia", "familyName": "Alvarez",
    "identifier": "1001", "grades": "04", "orgSourcedIds": "org-1", "agentSourcedIds": "p1",
}  # fmt: skip
ANA = {
    "sourcedId": "p1", "role": "parent", "givenName": "Ana", "familyName": "Alvarez",
    "phone": "555-0101", "email": "ana@example.org",
}  # fmt: skip


def a_set(*users, columns=USERS_1_1, **files):
    named = {f"{name}.csv": data for name, data in files.items()}
    return {"users.csv": table(columns, users), **named}


def plan_of(*users, **files):
    return read_oneroster(a_set(*users, **files), today=TODAY)


def only_fault(plan):
    (fault,) = plan.faults
    return fault.file, fault.line, fault.column, fault.says.code.removeprefix("roster.fault.")


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_a_set_of_either_version_brings_students_guardians_and_who_belongs_to_whom(version):
    plan = read_oneroster(one_roster(20, version=version), today=TODAY)
    assert plan.faults == ()
    assert plan.applicable
    assert len(plan.students) == 20
    assert len(plan.links) == 40
    assert {one.school_name for one in plan.students} == {SCHOOL}
    assert all(one.born_on and one.grade and one.local_number for one in plan.students)
    assert {link.relationship for link in plan.links} == {Relationship.PARENT}
    assert plan.counts.other_people == 2


def test_names_grades_and_contacts_are_taken_as_the_office_writes_them():
    demographics = table(DEMOGRAPHICS, [{"sourcedId": "s1", "birthDate": "2016-05-06"}])
    orgs = table(ORGS, [{"sourcedId": "org-1", "name": SCHOOL, "type": "school"}])
    plan = plan_of(MIA, ANA, demographics=demographics, orgs=orgs)
    (mia,), (ana,), (link,) = plan.students, plan.guardians, plan.links
    assert (mia.roster_key, mia.full_name(), mia.grade) == ("s1", "Mia Alvarez", "4")
    assert (mia.born_on, mia.school_name, mia.local_number) == (date(2016, 5, 6), SCHOOL, "1001")
    assert mia.enrollment is Enrollment.ENROLLED
    assert (ana.name, ana.phone, ana.email) == ("Ana Alvarez", "555-0101", "ana@example.org")
    assert (link.student, link.guardian) == ("s1", "p1")


def test_only_the_fields_of_the_office_leave_the_reader():
    """Every other column of every file carries a mark that must appear nowhere."""
    canary = "CANARY"
    taken = {
        "sourcedId", "status", "role", "givenName", "familyName", "middleName", "identifier",
        "phone", "sms", "email", "agentSourcedIds", "grades", "orgSourcedIds", "birthDate",
        "userSourcedId", "orgSourcedId", "schoolSourcedId", "primaryOrgSourcedId",
        "preferredGivenName", "preferredMiddleName", "preferredFamilyName", "name", "type",
    }  # fmt: skip

    def marked(columns, row):
        return table(columns, [{name: canary for name in columns if name not in taken} | row])

    files = {
        "users.csv": marked(USERS_1_2, {
            **MIA, "role": "", "primaryOrgSourcedId": "org-1", "email": canary, "phone": canary,
            "sms": canary, "agentSourcedIds": ""}),
        "roles.csv": marked(ROLES, {
            "userSourcedId": "s1", "role": "student", "orgSourcedId": "org-1"}),
        "orgs.csv": marked(ORGS, {"sourcedId": "org-1", "name": SCHOOL, "type": "school"}),
        "demographics.csv": marked(DEMOGRAPHICS, {"sourcedId": "s1", "birthDate": "2016-05-06"}),
        "enrollments.csv": marked(ENROLLMENTS, {
            "userSourcedId": "s1", "schoolSourcedId": "org-1", "role": "student"}),
    }  # fmt: skip
    plan = read_oneroster(files, today=TODAY)
    assert plan.applicable
    assert plan.students[0].born_on == date(2016, 5, 6)
    assert canary not in repr(plan)


def test_a_preferred_name_is_kept_and_findable():
    plan = plan_of(
        {**MIA, "preferredGivenName": "Max", "preferredFamilyName": "Rivera"},
        columns=(*USERS_1_2, "role"),
    )
    assert plan.students[0].preferred == "Max"
    assert plan.students[0].other_names == ("Max Rivera",)


def test_a_guardian_may_name_the_children_instead_of_the_child_the_guardian():
    plan = plan_of({**MIA, "agentSourcedIds": ""}, {**ANA, "agentSourcedIds": "s1"})
    assert [(link.student, link.guardian) for link in plan.links] == [("s1", "p1")]


def test_a_pair_told_from_both_sides_counts_once():
    plan = plan_of(MIA, {**ANA, "agentSourcedIds": "s1"})
    assert len(plan.links) == 1


def test_several_guardians_stand_in_one_cell():
    second = {**ANA, "sourcedId": "p2", "role": "relative", "givenName": "Rosa"}
    plan = plan_of({**MIA, "agentSourcedIds": "p1, p2"}, ANA, second)
    assert [link.relationship for link in plan.links] == [Relationship.PARENT, Relationship.OTHER]


def test_a_teacher_who_is_a_parent_is_taken_as_a_parent():
    roles = table(ROLES, [{"userSourcedId": "p1", "role": "parent"}])
    plan = plan_of(MIA, {**ANA, "role": "teacher"}, roles=roles)
    assert [one.name for one in plan.guardians] == ["Ana Alvarez"]


def test_students_and_guardians_marked_for_deletion_are_former_and_not_taken():
    gone = {"status": "tobedeleted"}
    plan = plan_of(MIA | gone, ANA | gone)
    assert plan.students[0].enrollment is Enrollment.FORMER
    assert plan.guardians == plan.links == ()


def test_a_closed_login_does_not_make_a_student_former():
    plan = plan_of(MIA | {"enabledUser": "false"}, ANA)
    assert plan.students[0].enrollment is Enrollment.ENROLLED


def test_a_guardian_of_nobody_in_the_file_is_counted_and_not_taken():
    plan = plan_of({**MIA, "agentSourcedIds": "p9"}, ANA)
    assert plan.applicable
    assert plan.guardians == ()
    assert plan.counts.unlinked_guardians == 1
    assert plan.counts.unknown_guardians == 1


def test_the_school_comes_from_the_enrollment_when_the_student_names_none():
    plan = plan_of(
        {**MIA, "orgSourcedIds": "org-d"}, ANA,
        orgs=table(ORGS, [{"sourcedId": "org-1", "name": SCHOOL, "type": "school"},
                          {"sourcedId": "org-d", "name": "Ridgefield", "type": "district"}]),
        enrollments=table(ENROLLMENTS, [{"userSourcedId": "s1", "schoolSourcedId": "org-1"}]),
    )  # fmt: skip
    assert plan.students[0].school_name == SCHOOL


def test_single_names_are_names():
    plan = plan_of({**MIA, "givenName": "", "familyName": "Suharto", "agentSourcedIds": ""})
    assert plan.students[0].full_name() == "Suharto"


def test_titles_in_other_capitals_and_order_are_the_same_titles():
    columns = tuple(reversed([name.upper() for name in USERS_1_1]))
    plan = plan_of({name.upper(): value for name, value in MIA.items()}, columns=columns)
    assert plan.students[0].full_name() == "Mia Alvarez"


def test_each_part_of_a_name_may_be_as_long_as_a_name_can_be():
    plan = plan_of(MIA | {"givenName": "x" * 300, "familyName": "y" * 300})
    assert plan.faults == ()
    assert len(plan.students[0].full_name()) > 600


@pytest.mark.parametrize(
    ("change", "column", "code"),
    [
        ({"sourcedId": ""}, "sourcedId", FaultCode.ID_MISSING),
        ({"givenName": "", "familyName": " "}, "familyName", FaultCode.NAME_MISSING),
        ({"givenName": "x" * 301}, "givenName", FaultCode.TOO_LONG),
        ({"familyName": "x" * 301}, "familyName", FaultCode.TOO_LONG),
        ({"middleName": "x" * 301}, "middleName", FaultCode.TOO_LONG),
        ({"identifier": "123-45-6789"}, "identifier", FaultCode.SOCIAL_SECURITY),
    ],
)
def test_a_faulty_student_row_names_its_file_line_and_column(change, column, code):
    liam = {**MIA, "sourcedId": "s2", "givenName": "Liam"}
    plan = plan_of(ANA, liam, MIA | change)
    assert only_fault(plan) == ("users.csv", 4, column, code)
    assert not plan.applicable
    assert [one.given for one in plan.students] == ["Liam"]


def test_a_row_cut_short_names_the_column_it_ends_before():
    files = a_set(MIA, ANA)
    files["users.csv"] += b"s2,,,true,org-1,student\r\n"
    assert only_fault(read_oneroster(files, today=TODAY)) == (
        "users.csv", 4, "", FaultCode.ROW_TOO_SHORT,
    )  # fmt: skip


def test_the_same_id_with_other_facts_is_a_fault_on_both_lines():
    plan = plan_of(MIA, ANA, {**MIA, "givenName": "Maya"})
    assert [(one.line, one.says.values["other"]) for one in plan.faults] == [(2, 4), (4, 2)]
    assert plan.students == ()


def test_the_same_row_twice_is_taken_once_and_counted():
    plan = plan_of(MIA, ANA, MIA)
    assert plan.applicable
    assert len(plan.students) == 1
    assert plan.counts.same_rows == 1


def test_a_doubtful_birth_date_is_a_fault_of_its_own_file():
    rows = [{"sourcedId": "s1", "birthDate": "31/12/2015"}, {"sourcedId": "p1", "birthDate": "?"}]
    plan = plan_of(MIA, ANA, demographics=table(DEMOGRAPHICS, rows))
    assert only_fault(plan) == ("demographics.csv", 2, "birthDate", FaultCode.DATE_DAY_FIRST)


def test_two_birth_dates_for_one_student_are_both_faults():
    rows = [
        {"sourcedId": "s1", "birthDate": "2015-01-01"},
        {"sourcedId": "s1", "birthDate": "2016-01-01"},
    ]
    plan = plan_of(MIA, ANA, demographics=table(DEMOGRAPHICS, rows))
    assert [fault.line for fault in plan.faults] == [2, 3]
    assert plan.without_faulty_rows().students[0].born_on is None


def test_leaving_faulty_rows_out_is_the_offices_own_choice():
    plan = plan_of(MIA, ANA, {**MIA, "sourcedId": "s2", "givenName": "", "familyName": ""})
    assert not plan.applicable
    assert plan.mendable
    mended = plan.without_faulty_rows()
    assert mended.applicable
    assert [one.given for one in mended.students] == ["Mia"]
    assert mended.counts.left_out_rows == 1


def test_a_fault_of_a_whole_file_cannot_be_left_out():
    plan = plan_of(MIA, ANA, demographics=b"%PDF-1.7")
    assert only_fault(plan) == ("demographics.csv", 0, "", FaultCode.PDF)
    assert not plan.without_faulty_rows().applicable


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        ({}, ("users.csv", 0, "", FaultCode.USERS_MISSING)),
        ({"users.csv": b""}, ("users.csv", 0, "", FaultCode.EMPTY)),
        ({"users.csv": table(USERS_1_1, [])}, ("users.csv", 0, "", FaultCode.NO_STUDENTS)),
        (
            {"users.csv": table(("sourcedId", "role", "givenName"), [{"sourcedId": "s1"}])},
            ("users.csv", 1, "", FaultCode.COLUMNS_MISSING),
        ),
        (
            {"users.csv": table((*USERS_1_1, "role"), [MIA])},
            ("users.csv", 1, "", FaultCode.COLUMN_TWICE),
        ),
        (
            {"users.csv": table(USERS_1_2, [MIA])},
            ("users.csv", 0, "", FaultCode.ROLES_MISSING),
        ),
        (
            {"users.csv": table(USERS_1_1, [MIA]) + b'"s2,,\r\n' * 3},
            ("users.csv", 3, "", FaultCode.QUOTES),
        ),
    ],
)  # fmt: skip
def test_an_unusable_set_has_one_clear_fault(files, fault):
    plan = read_oneroster(files, today=TODAY)
    assert only_fault(plan) == fault
    assert not plan.mendable


def test_missing_columns_are_named():
    plan = read_oneroster({"users.csv": b"sourcedId,role\r\ns1,student\r\n"}, today=TODAY)
    assert plan.faults[0].says.values == {"columns": "givenName, familyName"}


def test_a_delta_set_brings_what_changed_and_counts_nobody_as_missing():
    manifest = b"propertyName,value\r\noneroster.version,1.1\r\nfile.users,delta\r\n"
    plan = plan_of({**MIA, "agentSourcedIds": "on-file"}, ANA, manifest=manifest)
    assert not plan.complete
    assert [one.name for one in plan.guardians] == ["Ana Alvarez"]
    assert [(link.student, link.guardian) for link in plan.links] == [("s1", "on-file")]


def test_a_set_is_told_from_another_csv_by_its_titles():
    assert is_oneroster(one_roster(1))
    assert not is_oneroster({"users.csv": b"Name,Number\r\nMia,1\r\n"})
    assert not is_oneroster({})


def test_cancel_is_heard_within_five_hundred_rows():
    files = one_roster(2000)
    asked: list[None] = []

    def cancelled():
        asked.append(None)
        return len(asked) > 3

    with pytest.raises(ReadingStoppedError):
        read_oneroster(files, today=TODAY, cancelled=cancelled)
    assert len(asked) == 4


def test_progress_moves_to_its_end_at_least_every_five_hundred_rows():
    seen = []
    read_oneroster(one_roster(2000), today=TODAY, progress=lambda *at: seen.append(at))
    total = seen[-1][1]
    assert seen[-1] == (total, total)
    steps = [later[0] - earlier[0] for earlier, later in pairwise(seen[:-1])]
    assert max(steps) <= 500
    assert min(steps) >= 0


def test_cancel_is_heard_among_blank_rows_too():
    files = a_set(MIA) | {"orgs.csv": b"sourcedId,name,type\n" + b"\n" * 5000 + b"o,n,school\n"}
    asked: list[None] = []

    def cancelled():
        asked.append(None)
        return False

    read_oneroster(files, today=TODAY, cancelled=cancelled)
    assert len(asked) >= 10


@given(
    st.dictionaries(st.sampled_from(ONEROSTER_FILES), st.binary(max_size=120)),
    st.lists(st.text(max_size=12), min_size=len(USERS_1_1), max_size=len(USERS_1_1)),
)
def test_no_files_and_no_cells_bring_the_reader_down(files, cells):
    plan = read_oneroster(files, today=TODAY)
    assert plan.faults
    row = dict(zip(USERS_1_1, cells, strict=True)) | {"role": "student"}
    plan = plan_of(row)
    assert plan.students or plan.faults


def test_a_set_written_by_a_spreadsheet_with_semicolons_reads_the_same():
    files = one_roster(5)
    turned = {}
    for name, data in files.items():
        written = io.StringIO()
        rows = csv.reader(io.StringIO(data.decode(), newline=""))
        csv.writer(written, delimiter=";").writerows(rows)
        turned[name] = written.getvalue().encode("utf-16")
    assert read_oneroster(turned, today=TODAY) == read_oneroster(files, today=TODAY)
