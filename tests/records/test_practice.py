"""The practice office holds the variety a clerk needs to practise on, and only harmless data."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from desktop.errors import ResourceError
from desktop.paths import resources
from desktop.records.age import turns_18_on
from desktop.records.asker import Asker
from desktop.records.authority import Answer, verdict
from desktop.records.defaults import load_defaults
from desktop.records.ids import OrderId, PartyId, PersonId, StepId, StudentId
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.person import Role
from desktop.records.practice import SELF, load_practice_office
from desktop.records.request import Access, Channel, Outcome, Right
from desktop.records.rights import load_rights
from desktop.records.steps import Step, StepState, check_closing, check_doing
from desktop.records.typed_words import holds_ssn

FILE = resources("practice", "families.toml")
OFFICE = load_practice_office(FILE)
TODAY = date(2026, 10, 5)
DAYS = [date(2026, 1, 1) + timedelta(days) for days in range(0, 900, 13)] + [date(2028, 2, 29)]
STUDENTS = [student for _, student in OFFICE.students()]
GUARDIANS = [guardian for family in OFFICE.family for guardian in family.guardian]
RIGHTS = load_rights(resources("rights"))


def on_file(key):
    """The student with this key as the office keeps them today."""
    family = OFFICE.family_of(key)
    student = next(one for one in family.student if one.key == key)
    return student.student(StudentId(1), OFFICE.school.name, family.language, TODAY)


def party_id(key):
    return PartyId(1 + [*[one.key for one in GUARDIANS], *_askers(), SELF].index(key))


def _askers():
    return [one.key for one in OFFICE.asker]


def orders_about(key):
    return [
        Order(
            id=OrderId(1),
            student=StudentId(1),
            kind=order.kind,
            dated_on=TODAY - timedelta(order.dated_days_ago),
            until_on=None
            if order.until_in_days is None
            else TODAY + timedelta(order.until_in_days),
            limited_party=party_id(order.limited) if order.limited else None,
            limits=frozenset(order.limits),
            read_by=PersonId(1),
        )
        for order in OFFICE.family_of(key).order
        if order.student == key
    ]


def answer_for(request):
    asker = Asker(
        student=on_file(request.student),
        requester=party_id(request.requester),
        relationship=OFFICE.relationship_of(request),
        orders=orders_about(request.student),
        identity_checked=True,
    )
    return verdict(asker, today=TODAY)


def request(key):
    return next(one for one in OFFICE.request if one.key == key)


def test_there_are_enough_students_families_and_requests():
    assert len(STUDENTS) >= 64
    assert 40 <= len(OFFICE.family) <= 55
    assert len(OFFICE.request) >= 40


def test_every_grade_has_students():
    grades = Counter(one.grade for one in STUDENTS)
    assert set(grades) >= {"PK", "K", *map(str, range(1, 13))}


def test_grades_fit_ages():
    for student in STUDENTS:
        if student.grade.isdigit() and student.age_years:
            assert 4 <= student.age_years - int(student.grade) <= 6, student.key


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_ages_hold_on_whatever_day_the_file_is_made(today):
    by_key = {one.key: one for one in STUDENTS}
    turning = turns_18_on(by_key["daniela"].born_on(today))
    assert timedelta(19) <= turning - today <= timedelta(20)
    assert turns_18_on(by_key["marcus"].born_on(today)) < today
    assert turns_18_on(by_key["jordan"].born_on(today)) > today + timedelta(30)
    assert by_key["isabel"].born_on(today) == by_key["ines"].born_on(today)
    for student in STUDENTS:
        assert student.born_on(today) < today - timedelta(365 * 3)


def test_the_students_are_as_various_as_a_real_school():
    assert sum(one.former for one in STUDENTS) == 2
    assert sum(one.special_education for one in STUDENTS) >= 4
    assert [one.key for one in STUDENTS if one.postsecondary] == ["jordan"]
    assert sum(not (one.given and one.family) for one in STUDENTS) >= 1
    names = " ".join(
        " ".join((one.given, one.middle, one.family, *one.other_names)) for one in STUDENTS
    )
    for script in ("[\u0600-\u06ff]", "[\u0590-\u05ff]", "[\u0400-\u04ff]", "[\u0370-\u03ff]",
                   "[\u0900-\u097f]", "[\u4e00-\u9fff]", "[\uac00-\ud7a3]", "[\u1200-\u137f]",
                   "[\u1ea0-\u1eff]", "[łŁ]", "\u2019", "-"):  # fmt: skip
        assert re.search(script, names), script
    assert max(len(on_file(one.key).full_name()) for one in STUDENTS) > 80
    assert len({family.language for family in OFFICE.family}) >= 12


def test_families_have_siblings_two_homes_and_every_kind_of_caregiver():
    assert sum(len(family.student) > 1 for family in OFFICE.family) >= 12
    two_homes = [
        family for family in OFFICE.family
        if len({family.home_of(one) for one in family.guardian}) > 1
    ]  # fmt: skip
    assert len(two_homes) >= 4
    relationships = {one.relationship for one in GUARDIANS}
    assert relationships >= {
        Relationship.MOTHER, Relationship.FATHER, Relationship.GUARDIAN, Relationship.GRANDPARENT,
        Relationship.FOSTER_PARENT, Relationship.STEPPARENT,
    }  # fmt: skip


def test_papers_on_file_limit_records_only_where_they_say_so():
    orders = [order for family in OFFICE.family for order in family.order]
    custody = [order for order in orders if order.kind is OrderKind.CUSTODY]
    assert {Limit.RECORDS in order.limits for order in custody} == {True, False}
    assert any(order.kind is OrderKind.PROTECTION for order in orders)
    assert any(order.kind is OrderKind.POWER_OF_ATTORNEY for order in orders)


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("mia_father", Answer.YES),
        ("harper_father", Answer.YES),
        ("emilia_mother", Answer.YES),
        ("marcus_self", Answer.YES),
        ("emilia_father", Answer.ASK),
        ("zoe_grandmother", Answer.ASK),
        ("dylan_foster", Answer.ASK),
        ("mackenzie_stepfather", Answer.ASK),
        ("marcus_father", Answer.CONDITIONS),
        ("deshawn_attorney", Answer.CONDITIONS),
        ("ivy_father", Answer.NO),
    ],
)
def test_the_counter_meets_every_answer(key, answer):
    assert answer_for(request(key)).answer is answer


def test_every_role_has_somebody_in_the_office():
    roles = Counter(one.role for one in OFFICE.staff)
    assert roles == {Role.FRONT_OFFICE: 2, **dict.fromkeys(set(Role) - {Role.FRONT_OFFICE}, 1)}


def test_requests_stand_in_every_state():
    open_ones = [one for one in OFFICE.request if one.outcome is None]
    assert sum(one.received_days_ago in {0, 1} and not one.done for one in open_ones) >= 4
    assert sum(bool(one.waiting_for) for one in open_ones) >= 6
    assert sum(one.due == "today" for one in open_ones) >= 3
    assert sum((one.received_days_ago or 0) >= 12 for one in open_ones) >= 4
    outcomes = {one.outcome for one in OFFICE.request}
    assert outcomes >= {
        Outcome.INSPECTED, Outcome.COPIES_SENT, Outcome.WITHDRAWN, Outcome.NO_RECORDS,
        Outcome.NOT_ENTITLED, Outcome.PARTLY_GIVEN,
    }  # fmt: skip
    assert {one.channel for one in OFFICE.request} == set(Channel)
    assert {one.right for one in OFFICE.request} == {Right.INSPECT, Right.COPIES, Right.AMEND}
    assert {one.given_by for one in OFFICE.request} == set(Access)
    assert sum(one.language == "es" for one in OFFICE.request) >= 5
    assert sum(one.interpreter for one in OFFICE.request) >= 4
    assert sum(one.iep_meeting_in_days is not None for one in OFFICE.request) >= 2


def listed(right, one, chosen):
    """The checklist after what was done so far, and how."""
    return tuple(
        Step(
            id=StepId(1),
            code=rule.id,
            state=StepState.DONE if rule.id in chosen else StepState.OPEN,
            choice=chosen.get(rule.id, ""),
        )
        for rule in right.steps_for(one.given_by, chosen)
    )


@pytest.mark.parametrize("one", OFFICE.request, ids=lambda one: one.key)
def test_what_is_done_and_how_it_ended_is_what_the_program_allows(one):
    """Walks each request as the actions would: choices fit the verdict, releases their gates."""
    right = RIGHTS[one.right]
    verdict = answer_for(one)
    steps = listed(right, one, {})
    chosen = {}
    for done in one.steps_done():
        assert done.step in {step.code for step in steps}
        check_doing(right, steps, done.step, choice=done.choice, note=done.note, verdict=verdict)
        chosen[done.step] = done.choice
        steps = listed(right, one, chosen)
    if one.outcome:
        check_closing(right, steps, one.outcome, note=one.closing_note)


def test_dates_of_a_request_count_from_today():
    owen = request("owen_mother")
    assert owen.received_on(TODAY) == date(2026, 10, 4)
    assert list(owen.events(TODAY).values()) == [date(2026, 10, 13)]
    assert request("caleb_mother").received_on(TODAY) is None
    assert request("david_mother").closed_on(TODAY) == date(2026, 9, 20)
    for one in OFFICE.request:
        received, requested = one.received_on(TODAY), one.requested_on(TODAY)
        assert requested is None or (received and requested <= received)


def test_a_request_is_linked_only_to_one_told_before_it():
    told = set()
    for one in OFFICE.request:
        assert not one.linked_to or one.linked_to in told
        told.add(one.key)


def test_record_kinds_are_those_of_the_intake_form():
    known = {kind.id for kind in load_defaults(resources("office", "defaults.toml")).record_kind}
    assert {kind for one in OFFICE.request for kind in one.record_kinds} <= known


def test_nothing_in_it_can_reach_or_name_anybody_real():
    text = FILE.read_text("utf-8")
    for phone in re.findall(r"\(\d{3}\) \d{3}-\d{4}", text):
        assert re.fullmatch(r"\(\d{3}\) 555-01\d\d", phone)
    for email in re.findall(r"[\w.]+@[\w.]+", text):
        assert email.endswith("example.org")
    phones = [one.phone for one in GUARDIANS if one.phone]
    assert len(set(phones)) == len(phones)
    numbers = [one.local_number for one in STUDENTS]
    assert len(set(numbers)) == len(numbers)
    assert not any(holds_ssn(one.words) for one in OFFICE.request)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('preferred = "Annie"', 'nickname = "Annie"', "unknown field"),
        ("age_years = 9, birthday_in_days = 96", "birthday_in_days = 96", "needs either age_years"),
        ('requester = "daniel_alvarez"', 'requester = "nobody"', "requester nobody is not there"),
        ('student = "camila"', 'student = "nobody"', "student nobody is not there"),
        ('taken_by = "ben"', 'taken_by = "nobody"', "staff nobody is not there"),
        ('linked_to = "harper_mother"', 'linked_to = "nobody"', "linked_to nobody is not there"),
        ('key = "tessa"', 'key = "carol"', "the key carol stands twice"),
        (
            'limited = "karel_novak"',
            'limited = "daniel_alvarez"',
            "names somebody who is not there",
        ),
        ('outcome = "withdrawn"\n', "", "needs both an outcome"),
        ('due = "today"\ntaken_by = "ben"', 'taken_by = "ben"', "needs either received_days_ago"),
        ("closed_days_ago = 15", "closed_days_ago = 25", "closed before it came"),
        ('right = "inspect"', 'right = "look"', "Invalid enum value"),
    ],
)
def test_a_damaged_practice_office_says_what_is_wrong(tmp_path, old, new, why):
    text = FILE.read_text("utf-8")
    assert old in text
    damaged = tmp_path / "families.toml"
    damaged.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(ResourceError) as caught:
        load_practice_office(damaged)
    assert why in caught.value.message
    assert caught.value.file == "families.toml"
