"""Logging a request: what cannot be so, its number, its checklist, and asking twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.actions import closing, merging
from desktop.actions.intake import IntakeRefusedError, log_again, log_request
from desktop.actions.office import set_places
from desktop.actions.steps import do_step
from desktop.records.ids import PartyId, StudentId
from desktop.records.intake import Place
from desktop.records.place import Place as Kept
from desktop.records.request import Access, Channel, EventKind, Outcome, Right, Status
from desktop.records.steps import StepState
from desktop.records.typed_words import LONGEST_NAME, LONGEST_WORDS
from desktop.store import cases, students
from desktop.store.repeats import likely_repeats
from tests.actions.refusals import events, refused
from tests.offices import TODAY, a_party, a_student, an_intake
from tests.store.files import broken_entry

LONG = "x" * (LONGEST_NAME + 1)
DAY = timedelta(days=1)

# What is typed, the field it is told beside, and the sentence.
FAULTS = {
    "received in the future": ({"received_on": TODAY + DAY}, Place.RECEIVED_ON, "received_later"),
    "born in the future": (
        {"student": a_student(born_on=TODAY + DAY)}, Place.BORN_ON, "born_later"),
    "born after received": (
        {"student": a_student(born_on=TODAY), "received_on": TODAY - DAY},
        Place.RECEIVED_ON, "received_before_birth"),
    "dated after received": (
        {"requested_on": TODAY, "received_on": TODAY - DAY}, Place.REQUESTED_ON, "requested_later"),
    "meeting before received": (
        {"events": {EventKind.IEP_MEETING: TODAY - DAY}}, Place.EVENT, "event_before"),
    "hearing before received": (
        {"events": {EventKind.HEARING: TODAY - DAY}}, Place.EVENT, "event_before"),
    "no student": ({"student": a_student(given=" ", family="\u200b")}, Place.STUDENT, "no_student"),
    "nobody asks": (
        {"requester": a_party(name="\u200b ", organization="")}, Place.REQUESTER, "no_requester"),
    "student's name too long": (
        {"student": a_student(family=LONG)}, Place.STUDENT, "name_long"),
    "asker's name too long": ({"requester": a_party(name=LONG)}, Place.REQUESTER, "name_long"),
    "body's name too long": (
        {"requester": a_party(organization=LONG)}, Place.REQUESTER, "name_long"),
    "words with a Social Security number": (
        {"words": "Mia, 123-45-6789"}, Place.WORDS, "nine_digits"),
    "words without an end": ({"words": "x" * (LONGEST_WORDS + 1)}, Place.WORDS, "words_long"),
}  # fmt: skip


def log(office, intake, today=TODAY, at=None):
    by = office.sign(at) if at else office.sign()
    return log_request(office.store, intake, law=office.law, today=today, by=by)


@pytest.mark.parametrize("what", FAULTS)
def test_what_cannot_be_so_is_told_beside_its_field_and_nothing_is_written(office, what):
    override, place, says = FAULTS[what]
    intake = an_intake(**override)
    with refused(office.store, "intake") as fault:
        log(office, intake)
    assert [(one.place, one.says.code) for one in fault.value.faults] == [
        (place, f"intake.fault.{says}")
    ]


@pytest.mark.parametrize(
    "override",
    [
        {"received_on": TODAY},
        {"student": a_student(born_on=TODAY)},
        {"student": a_student(born_on=None)},
        {"student": a_student(given="Prince", family="", middle="")},
        {"requester": a_party(name="", organization="Kids in Care")},
        {"student": a_student(given="", family="x" * LONGEST_NAME)},
        {"requested_on": TODAY},
        {"events": {EventKind.HEARING: TODAY}},
        {"words": "x" * LONGEST_WORDS},
        {"words": "My number is 555-0100, his student number 123456789012."},
    ],
    ids=[
        "received today", "born today", "no birth date", "one name", "a body asks",
        "longest name", "dated as received", "hearing today", "longest words", "other numbers",
    ],
)  # fmt: skip
def test_what_is_just_possible_is_logged(office, override):
    log(office, an_intake(**override))
    assert office.store.rows("select count(*) from request") == [(1,)]


def test_every_fault_is_told_at_once_in_the_order_of_the_form():
    with pytest.raises(IntakeRefusedError) as fault:
        log_request(
            None,
            an_intake(
                student=a_student(given="", family=""),
                requester=a_party(name=""),
                received_on=TODAY + DAY,
                words="123-45-6789",
            ),
            law=None,
            today=TODAY,
            by=None,
        )
    assert [one.place for one in fault.value.faults] == [
        Place.STUDENT, Place.REQUESTER, Place.RECEIVED_ON, Place.WORDS,
    ]  # fmt: skip


def test_a_logged_request_stands_in_the_file_as_it_was_typed(office):
    logged = log(
        office,
        an_intake(
            right=Right.INSPECT,
            access=Access.COPIES,
            channel=Channel.LETTER,
            received_on=date(2026, 10, 1),
            requested_on=date(2026, 9, 29),
            record_kinds=("grades", "attendance"),
            language="es",
            interpreter=True,
            special_education=True,
            reply_address="PO Box 9",
            words="  All of it.\n",
        ),
    )
    case = cases.case(office.store, logged.request)
    request = case.request
    assert (request.number, request.status, request.words) == (
        "2026-0001", Status.OPEN, "All of it.")  # fmt: skip
    assert (request.received_on, request.requested_on) == (date(2026, 10, 1), date(2026, 9, 29))
    assert (request.access, request.channel, request.language, request.interpreter) == (
        Access.COPIES, Channel.LETTER, "es", True)  # fmt: skip
    assert (request.record_kinds, request.special_education) == (("grades", "attendance"), True)
    assert (request.taken_by, request.owner) == (office.opened.person.id,) * 2
    assert case.reply_address == "PO Box 9"
    assert case.clocks == logged.clocks
    assert request.due_on == logged.clocks.driving_limit.due_on


def test_the_checklist_is_that_of_the_right_and_of_the_way_access_is_given(office):
    visit = cases.case(office.store, office.log(access=Access.VISIT).request)
    copies = cases.case(
        office.store,
        office.log(
            access=Access.COPIES, student=a_student(id=5), requester=a_party(id=PartyId(5))
        ).request,
    )
    codes = [[step.code for step in case.steps] for case in (visit, copies)]
    assert codes[0][-2:] == ["appointment", "inspected"]
    assert codes[1][-2:] == ["copies", "handover"]
    assert {step.state for step in visit.steps} == {StepState.OPEN}


def test_every_place_of_the_office_is_to_be_searched(office):
    places = [Kept(name="Vault", keeper="Ana"), Kept(name="Nurse")]
    set_places(office.store, places, by=office.sign())
    case = cases.case(office.store, office.log().request)
    assert [(one.name, one.keeper, one.pages) for one in case.sources] == [
        ("Vault", "Ana", 0), ("Nurse", "", 0)]  # fmt: skip


def test_the_journal_tells_of_the_request_and_of_the_new_student(office):
    logged = office.log()
    event, _hold = events(office.store, logged.request)
    assert event.kind == "request.logged"
    assert event.facts["number"] == "2026-0001"
    assert event.facts["due_on"] == "2026-11-19"
    assert office.store.rows("select kind from event where seq > 1 order by seq") == [
        ("student.added",), ("request.logged",), ("hold.placed",)]  # fmt: skip
    assert broken_entry(office.store) is None


def test_no_name_and_no_word_of_the_family_stands_in_the_journal(office):
    office.log()
    kept = str(office.store.rows("select facts from event_facts"))
    assert "Alvarez" not in kept
    assert "would like" not in kept


def test_invisible_characters_are_left_out_of_names(office):
    logged = office.log(
        student=a_student(given="Mi\u200ba\u202e", family=" Alvarez "),
        requester=a_party(name="Rafael\x00 Alvarez"),
        words="all\x00",
    )
    case = cases.case(office.store, logged.request)
    assert case.student.full_name() == "Mia Alvarez"
    assert case.requester.name == "Rafael Alvarez"
    assert case.request.words == "all"


@pytest.mark.parametrize("wanted", [True, False])
def test_a_new_asker_is_put_on_file_only_when_that_is_wanted(office, wanted):
    student = a_student()
    office.log(student=student, put_on_file=wanted)
    assert bool(students.guardians(office.store, student.id)) is wanted


# Numbers


def test_numbers_count_within_the_year_and_start_anew_in_the_next(office):
    def number(place: int, at: datetime) -> str:
        intake = an_intake(
            student=a_student(id=StudentId(place)), requester=a_party(id=PartyId(place))
        )
        return log(office, intake, at=at).number

    days = [(2026, 12, 30), (2026, 12, 31), (2027, 1, 4), (2026, 12, 31), (2027, 1, 5)]
    found = [number(place, datetime(*on, 18, tzinfo=UTC)) for place, on in enumerate(days, 10)]
    assert found == ["2026-0001", "2026-0002", "2027-0001", "2026-0003", "2027-0002"]


def test_a_refused_request_takes_no_number(office):
    with refused(office.store, "intake"):
        log(office, an_intake(words="123-45-6789"))
    assert office.log().number == "2026-0001"


# Groups


def test_a_request_logged_into_a_group_belongs_to_all_of_it(office):
    student = a_student()
    first = office.log(student=student).request

    def another(place: int, to):
        return office.log(
            student=student,
            student_is_new=False,
            requester=a_party(id=PartyId(place)),
            link_to=to,
        ).request

    second = another(11, first)
    third = another(12, second)
    assert cases.case(office.store, third).related == (first, second)
    assert cases.case(office.store, first).related == (second, third)
    assert events(office.store, third)[0].facts["linked_to"] == second


# Asking again


def again(office, earlier, today=TODAY + 2 * DAY, **override):
    case = cases.case(office.store, earlier)
    intake = an_intake(
        student=case.student,
        student_is_new=False,
        requester=case.requester,
        requester_is_new=False,
        **override,
    )
    return log_again(office.store, earlier, intake, law=office.law, today=today, by=office.sign())


@pytest.mark.parametrize(
    ("received_on", "counts_from", "due_on"),
    [
        (date(2026, 10, 7), date(2026, 10, 5), date(2026, 11, 19)),
        (date(2026, 10, 2), date(2026, 10, 2), date(2026, 11, 16)),
    ],
    ids=["34 CFR 99.10(b): later, the first receipt counts", "34 CFR 99.10(b): earlier after all"],
)
def test_asking_again_counts_from_the_first_receipt(office, received_on, counts_from, due_on):
    earlier = office.log().request
    again(office, earlier, received_on=received_on, channel=Channel.PHONE, words="Where is it?")
    case = cases.case(office.store, earlier)
    assert (case.request.received_on, case.request.due_on) == (counts_from, due_on)
    assert [note.text for note in case.notes] == ["Where is it?"]
    event = events(office.store, earlier)[-1]
    assert event.kind == "request.repeated"
    assert event.facts["counts_from_on"] == counts_from.isoformat()
    assert office.store.rows("select count(*) from request") == [(1,)]


def test_asking_again_without_words_writes_no_note(office):
    earlier = office.log().request
    again(office, earlier, words="  \x00 ")
    assert cases.case(office.store, earlier).notes == ()


def test_asking_again_is_checked_like_a_new_request(office):
    earlier = office.log().request
    with refused(office.store, "intake"):
        again(office, earlier, words="123-45-6789")


def test_asking_again_after_the_answer_is_a_request_of_its_own(office):
    earlier = office.log().request
    closing.close_request(
        office.store, earlier, Outcome.WITHDRAWN, note="He called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    with refused(office.store, "closed"):
        again(office, earlier)


# Likely duplicates


@pytest.fixture
def families(office):
    """One child; the father asked in May and again today, the mother today, and closed ones."""
    student, father, mother = a_student(), a_party(), a_party(name="Elena Alvarez")
    asked = {
        "father in May": (father, date(2026, 5, 4), Right.INSPECT, ""),
        "father today": (father, TODAY, Right.INSPECT, ""),
        "mother today": (mother, TODAY, Right.INSPECT, ""),
        "copies": (father, TODAY, Right.COPIES, ""),
        "closed in spring": (father, date(2026, 3, 2), Right.INSPECT, Outcome.WITHDRAWN),
        "closed long ago": (father, date(2025, 3, 3), Right.INSPECT, Outcome.WITHDRAWN),
    }
    known, seen = {}, set()
    for name, (asker, on, right, outcome) in asked.items():
        logged = office.log(
            student=student, student_is_new=not known,
            requester=asker, requester_is_new=asker.id not in seen,
            received_on=on, right=right,
        )  # fmt: skip
        known[logged.request] = name
        seen.add(asker.id)
        if outcome:
            closing.close_request(
                office.store, logged.request, outcome, note="Called.",
                law=office.law, today=on, by=office.sign(),
            )  # fmt: skip
    return student, father, known


def repeats(office, student, requester, known, right=Right.INSPECT):
    found = likely_repeats(
        office.store, student=student.id, requester=requester, right=right,
        since=date(2025, 10, 5),
    )  # fmt: skip
    return [(known[one.id], one.same_requester) for one in found]


def test_earlier_requests_of_the_year_and_open_ones_may_be_the_same(office, families):
    student, father, known = families
    assert repeats(office, student, father.id, known) == [
        ("father today", True),
        ("father in May", True),
        ("closed in spring", True),
        ("mother today", False),
    ]
    assert repeats(office, student, father.id, known, Right.COPIES) == [("copies", True)]


def test_before_the_asker_is_known_nobody_is_the_same(office, families):
    student, _, known = families
    assert {same for _, same in repeats(office, student, None, known)} == {False}


def test_a_merged_double_is_never_offered_again(office, families):
    student, father, known = families
    ids = {name: one for one, name in known.items()}
    merging.merge_requests(
        office.store, ids["father today"], ids["father in May"],
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    assert ("father today", True) not in repeats(office, student, father.id, known)


def test_an_open_request_is_offered_however_old_it_is(office):
    student, father = a_student(), a_party()
    old = office.log(student=student, requester=father, received_on=date(2024, 5, 6))
    found = likely_repeats(
        office.store, student=student.id, requester=father.id, right=Right.INSPECT, since=TODAY
    )
    assert [(one.id, one.number) for one in found] == [(old.request, "2026-0001")]


def test_the_initials_under_a_request_are_those_of_who_took_it(office):
    by = replace(office.sign(), initials="SO")
    logged = log_request(office.store, an_intake(), law=office.law, today=TODAY, by=by)
    assert cases.history(office.store, logged.request)[0].initials == "SO"


@pytest.mark.parametrize(
    ("right", "carries"),
    [(Right.HEARING, {"record": "Reading report", "wrong": "The date."}), (Right.INSPECT, {})],
    ids=["34 CFR 99.21(a): the hearing is about the refused correction", "another right"],
)
def test_a_hearing_begins_with_what_the_correction_says_is_contested(office, right, carries):
    student, party = a_student(), a_party()
    correction = office.log(right=Right.AMEND, student=student, requester=party).request
    do_step(
        office.store, correction, "point", law=office.law, today=TODAY, by=office.sign(),
        details={"record": "Reading report", "wrong": "The date.", "ground": "inaccurate"},
    )  # fmt: skip
    linked = office.log(
        right=right, student=student, student_is_new=False,
        requester=party, requester_is_new=False, link_to=correction,
    ).request  # fmt: skip
    case = cases.case(office.store, linked)
    assert dict(case.details) == carries
    assert all(step.state is StepState.OPEN for step in case.steps)
