"""A plain CSV through a mapping: guessed from its titles, read row by row, all or nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paths import resources
from desktop.records.party import Relationship
from desktop.records.roster import FaultCode, ReadingStoppedError, RosterCounts
from desktop.records.roster_columns import RosterField, guess_mapping
from desktop.records.roster_csv import preview_csv, read_csv
from desktop.records.school import Address
from desktop.records.student import Enrollment
from desktop.wording.sentences import load_wording
from tests.rosters import PLAIN, plain_csv, text_of

TODAY = date(2026, 9, 1)
TITLES = ("Number", "First", "Last", "Born")
MAPPING = {
    0: RosterField.LOCAL_NUMBER,
    1: RosterField.GIVEN,
    2: RosterField.FAMILY,
    3: RosterField.BORN_ON,
}


def plan_of(*rows, titles=TITLES, mapping=None):
    data = text_of(titles, rows).encode()
    return read_csv("list.csv", data, mapping or MAPPING, today=TODAY)


def guessed(titles, *rows):
    return plan_of(*rows, titles=titles, mapping=guess_mapping(titles))


def faults_of(plan):
    return [
        (fault.line, fault.column, fault.says.code.removeprefix("roster.fault."))
        for fault in plan.faults
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_an_export_is_previewed_guessed_and_read(encoding, delimiter):
    data = plain_csv(20, encoding=encoding, delimiter=delimiter)
    preview = preview_csv("list.csv", data)
    assert preview.fault is None
    assert preview.headers == PLAIN
    assert len(preview.mapping) == len(PLAIN)
    assert len(preview.rows) == 5
    plan = read_csv("list.csv", data, preview.mapping, today=TODAY)
    assert plan.applicable
    assert len(plan.students) == 20
    assert len(plan.links) == 40


def test_every_field_is_taken_as_the_office_writes_it():
    plan = guessed(
        (
            "Student ID", "Last Name", "First Name", "Middle Name", "Preferred Name", "Other Names",
            "DOB", "Grade Level", "School Name", "Enrollment Status", "SPED", "Home Language",
            "Parent 1 Name", "Parent 1 Relationship", "Parent 1 Phone", "Parent 1 E-mail",
            "Parent 1 Street", "Parent 1 City", "Parent 1 State", "Parent 1 Zip",
            "Parent 1 Language",
        ),
        (
            "0042", "de la Cruz", "Ana", "María", "Anita", "Ana Cruz; Anita Cruz",
            "3/4/2015", "04", "Maple Grove", "Active", "Y", "Spanish",
            "de la Cruz, Rosa", "Mother", "(559) 555-0101", "rosa@example.org",
            "12 Elm St", "Fresno", "CA", "93701", "Spanish",
        ),
    )  # fmt: skip
    assert plan.faults == ()
    (ana,), (rosa,), (link,) = plan.students, plan.guardians, plan.links
    assert ana.roster_key == "csv:0042"
    assert (ana.given, ana.middle, ana.family) == ("Ana", "María", "de la Cruz")
    assert (ana.preferred, ana.other_names) == ("Anita", ("Ana Cruz", "Anita Cruz"))
    assert (ana.born_on, ana.grade, ana.school_name) == (date(2015, 3, 4), "4", "Maple Grove")
    assert (ana.enrollment, ana.special_education, ana.home_language) == (
        Enrollment.ENROLLED, True, "es",
    )  # fmt: skip
    assert (rosa.name, rosa.phone, rosa.email) == (
        "Rosa de la Cruz", "(559) 555-0101", "rosa@example.org",
    )  # fmt: skip
    assert rosa.address == Address(
        street="12 Elm St", city="Fresno", state="CA", postal_code="93701"
    )
    assert rosa.language == "es"
    assert link.relationship is Relationship.MOTHER


def test_columns_without_a_field_stay_unread():
    plan = plan_of(("1", "Mia", "Alvarez", "2015-03-04", "CANARY"), titles=(*TITLES, "Religion"))
    assert plan.applicable
    assert "CANARY" not in repr(plan)


def test_brothers_and_sisters_share_their_parent():
    titles = ("Number", "First Name", "Last Name", "Mother", "Mother Email")
    plan = guessed(
        titles,
        ("1", "Mia", "Alvarez", "Ana Alvarez", "ana@example.org"),
        ("2", "Leo", "Alvarez", "ANA ÁLVAREZ", "Ana@example.org"),
    )
    assert len(plan.guardians) == 1
    assert [link.student for link in plan.links] == ["csv:1", "csv:2"]
    assert {link.relationship for link in plan.links} == {Relationship.MOTHER}


def test_two_parents_of_one_name_without_contact_stay_two():
    titles = ("Number", "First Name", "Last Name", "Guardian 1")
    plan = guessed(
        titles, ("1", "Mia", "Garcia", "Maria Garcia"), ("2", "Leo", "Garcia", "Maria Garcia")
    )
    assert len(plan.guardians) == 2


def test_one_row_a_parent_makes_one_student_with_two_parents():
    titles = ("Number", "First Name", "Last Name", "Guardian 1 Name", "Guardian 1 Phone")
    plan = guessed(
        titles,
        ("1", "Mia", "Alvarez", "Ana Alvarez", "555-0101"),
        ("1", "Mia", "Alvarez", "Luis Alvarez", "555-0102"),
    )
    assert plan.applicable
    assert len(plan.students) == 1
    assert [one.name for one in plan.guardians] == ["Ana Alvarez", "Luis Alvarez"]
    assert plan.counts == RosterCounts(rows=2, same_rows=1)


def test_a_grown_students_own_contact_is_no_guardian():
    titles = ("Number", "First Name", "Last Name", "Contact 1 Name", "Contact 1 Relationship")
    plan = guessed(titles, ("1", "Mia", "Alvarez", "Mia Alvarez", "Self"))
    assert plan.guardians == ()


def test_without_a_number_name_and_birth_date_make_the_key():
    plan = plan_of(("", "José", "Peña", "3/4/2015"), ("", "Jose", "Pena", "3/5/2015"))
    again = plan_of(("", "JOSÉ", "PENA", "2015-03-04"))
    assert plan.applicable
    first, second = plan.students
    assert first.roster_key != second.roster_key
    assert again.students[0].roster_key == first.roster_key
    assert "pena" not in first.roster_key


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        (("1", "", "", "3/4/2015"), "Last", FaultCode.NAME_MISSING),
        (("", "Mia", "Alvarez", ""), "Number", FaultCode.KEY_MISSING),
        (("1", "Mia", "Alvarez", "2/30/2015"), "Born", FaultCode.DATE_IMPOSSIBLE),
        (("1", "Mia", "Alvarez", "42067"), "Born", FaultCode.DATE_NUMBER),
        (("123-45-6789", "Mia", "Alvarez", ""), "Number", FaultCode.SOCIAL_SECURITY),
        (("1.00042E+11", "Mia", "Alvarez", ""), "Number", FaultCode.NUMBER_SHORTENED),
        (("1", "Mia", "x" * 301, ""), "Last", FaultCode.TOO_LONG),
        (("1", "Mia"), "", FaultCode.ROW_TOO_SHORT),
        (("1", "Alvarez", " Mia", "3/4/2015", "Jr."), "", FaultCode.ROW_TOO_WIDE),
    ],
)
def test_a_faulty_row_names_its_line_and_column(row, column, code):
    plan = plan_of(("7", "Leo", "Kim", "4/30/2015"), row)
    assert faults_of(plan) == [(3, column, code)]
    assert [one.given for one in plan.students] == ["Leo"]
    assert plan.without_faulty_rows().applicable


def test_cells_that_are_neither_yes_nor_no_are_faults():
    titles = ("Number", "First Name", "Last Name", "Special Education", "Status")
    plan = guessed(titles, ("1", "Mia", "Alvarez", "280", "3"))
    assert {code for _, _, code in faults_of(plan)} == {"yes_or_no", "enrollment"}


def test_the_same_number_for_two_children_is_a_fault_on_both_lines():
    plan = plan_of(
        ("1", "Mia", "Alvarez", ""),
        ("2", "Leo", "Kim", ""),
        ("1", "Max", "Alvarez", ""),
        ("1", "Moe", "Alvarez", ""),
    )
    assert [(line, column) for line, column, _ in faults_of(plan)] == [
        (2, "Number"), (4, "Number"), (5, "Number"),
    ]  # fmt: skip
    assert [one.given for one in plan.students] == ["Leo"]
    assert plan.without_faulty_rows().counts.left_out_rows == 3


def test_in_a_file_with_the_day_first_a_date_that_reads_both_ways_is_a_fault():
    plan = plan_of(
        ("1", "Mia", "Alvarez", "31/12/2015"),
        ("2", "Leo", "Kim", "3/4/2015"),
        ("3", "Ana", "Diaz", "5/5/2015"),
    )
    assert faults_of(plan) == [
        (2, "Born", FaultCode.DATE_DAY_FIRST),
        (3, "Born", FaultCode.DATE_AMBIGUOUS),
    ]
    assert [one.given for one in plan.students] == ["Ana"]


def test_one_slip_in_a_file_with_the_month_first_casts_no_doubt_on_the_rest():
    plan = plan_of(
        ("1", "Mia", "Alvarez", "31/12/2015"),
        ("2", "Leo", "Kim", "3/4/2015"),
        ("3", "Ana", "Diaz", "4/30/2015"),
        ("4", "Kai", "Lee", "6/28/2015"),
    )
    assert faults_of(plan) == [(2, "Born", FaultCode.DATE_DAY_FIRST)]


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({0: RosterField.LOCAL_NUMBER}, FaultCode.NAME_NOT_MAPPED),
        ({1: RosterField.GIVEN}, FaultCode.KEY_NOT_MAPPED),
        ({**MAPPING, 1: RosterField.FAMILY}, FaultCode.FIELD_TWICE),
    ],
)
def test_a_mapping_that_cannot_work_is_told_at_once(mapping, code):
    plan = plan_of(("1", "Mia", "Alvarez", ""), mapping=mapping)
    assert faults_of(plan) == [(0, "", code)]
    assert not plan.mendable


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", FaultCode.EMPTY),
        (b"Number,First\r\n", FaultCode.HEADER_ONLY),
        (b"%PDF", FaultCode.PDF),
    ],
)
def test_a_file_without_a_table_is_told_at_the_preview_and_at_the_reading(data, code):
    preview = preview_csv("list.csv", data)
    assert preview.fault
    assert preview.fault.says.code == f"roster.fault.{code}"
    plan = read_csv("list.csv", data, MAPPING, today=TODAY)
    assert faults_of(plan) == [(0, "", code)]


def test_cancel_stops_the_reading():
    with pytest.raises(ReadingStoppedError):
        read_csv("list.csv", plain_csv(10), MAPPING, today=TODAY, cancelled=lambda: True)


@pytest.mark.parametrize(
    "titles",
    [
        ("Student_Number", "Last_Name", "First_Name", "DOB", "Grade_Level"),
        ("STU.ID", "STU.LN", "STU.FN", "STU.BD", "STU.GR"),
        ("studentID", "lastName", "firstName", "birthdate", "gradeLevel"),
        ("Perm ID", "Surname", "Given Name", "Date of Birth", "Gr"),
        ("Studnet ID", "Lastt Name", "Frist Name", "Brith Date", "Grade"),
    ],
)
def test_titles_of_the_usual_systems_are_guessed(titles):
    assert list(guess_mapping(titles).values()) == [
        RosterField.LOCAL_NUMBER,
        RosterField.FAMILY,
        RosterField.GIVEN,
        RosterField.BORN_ON,
        RosterField.GRADE,
    ]


@pytest.mark.parametrize(
    ("title", "guess"),
    [
        ("Mother", RosterField.GUARDIAN1_NAME),
        ("Father_Phone", RosterField.GUARDIAN2_PHONE),
        ("Guardian 3 E-mail", RosterField.GUARDIAN3_EMAIL),
        ("Parent2LastName", RosterField.GUARDIAN2_FAMILY),
        ("Guardain 1 Adress", RosterField.GUARDIAN1_ADDRESS),
        ("Student Name", RosterField.FULL_NAME),
        ("Home Language", RosterField.HOME_LANGUAGE),
        ("Emergency Contact 1", None),
        ("SSN", None),
        ("Ethnicity", None),
        ("Lunch Status", None),
        ("Student Email", None),
        ("School ID", None),
        ("State Student ID", None),
        ("Birth Place", None),
        ("Street", None),
        ("", None),
    ],
)
def test_a_title_is_guessed_or_left_alone(title, guess):
    assert guess_mapping([title]).get(0) == guess


def test_a_field_goes_to_the_surest_column_and_a_whole_name_yields_to_its_parts():
    titles = ["Student Name", "ID", "Student ID", "First Name", "Last Name"]
    assert guess_mapping(titles) == {
        2: RosterField.LOCAL_NUMBER,
        3: RosterField.GIVEN,
        4: RosterField.FAMILY,
    }


@given(st.lists(st.text(max_size=20), max_size=10))
def test_no_titles_bring_the_guess_down_and_no_field_is_guessed_twice(titles):
    fields = list(guess_mapping(titles).values())
    assert len(fields) == len(set(fields))


@given(st.lists(st.lists(st.text(max_size=15), min_size=4, max_size=4), min_size=1, max_size=4))
def test_no_cells_bring_the_reading_down(rows):
    plan = plan_of(*rows)
    assert plan.students or plan.faults


def test_everything_the_import_can_say_has_words():
    wording = load_wording("en")
    for code in FaultCode:
        assert f"roster.fault.{code}" in wording
    for found in RosterField:
        assert f"roster.field.{found}" in wording
    for place in ("file", "file_line", "file_column", "file_line_column"):
        assert f"roster.place.{place}" in wording


def test_a_fault_says_its_place_and_cause_in_words_and_no_persons_data():
    plan = plan_of(("1", "Mia", "Alvarez", "2/30/2015"))
    (fault,) = plan.faults
    wording = load_wording("en", resources("wording", "en"))
    assert wording.say(fault.place) == "list.csv, line 2, Born"
    assert wording.say(fault.says) == "There is no such day. Correct the date."
    assert "2015" not in repr(fault)
