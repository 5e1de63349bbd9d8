"""The self-check: figures as counted by hand, what they say, and one thing to improve."""

from __future__ import annotations

from datetime import date, timedelta

import pypdf
import pytest

from desktop.actions.backing_up import back_up
from desktop.actions.closing import close_request
from desktop.actions.office import set_places
from desktop.actions.printouts import note_printed
from desktop.actions.restoring import try_restore
from desktop.actions.self_check import (
    figure_said,
    improve_said,
    printed_check,
    routine_done,
    self_check,
    since_of,
)
from desktop.actions.steps import do_step
from desktop.errors import DeskError, ResourceError
from desktop.letters.template import load_templates
from desktop.office.guidance import load_guidance
from desktop.office.learning import Finished, note_finished
from desktop.paths import Home, resources
from desktop.records.backups import Why
from desktop.records.place import Place
from desktop.records.printout import load_printouts
from desktop.records.request import Outcome
from desktop.records.routines import load_routines, standing_of
from desktop.records.self_check import FigureKind, load_self_check, to_improve
from desktop.store.self_check import routines_done
from tests import mail
from tests.offices import AT, TODAY, a_student, the_wording
from tests.records.reading_grade import grade
from tests.store.files import broken_entry

CHECK = load_self_check(resources("guidance", "self_check.toml"))
TEMPLATES = load_templates()
PAPERS = load_printouts(resources("printouts", "printouts.toml"))


def looked(office, on=TODAY):
    home = Home(folder=office.home.practice_folder)
    judged = self_check(office.store, CHECK, templates=TEMPLATES, practice_home=home, today=on)
    return {one.statement.figure: one for one in judged}


def figure(office, kind, on=TODAY):
    found = looked(office, on)[kind].figure
    return None if found is None else (found.value, found.of)


def closed(office, request, on):
    close_request(
        office.store, request, Outcome.WITHDRAWN, note="They asked no more.",
        law=office.law, today=on, by=office.sign(),
    )  # fmt: skip


def test_there_are_ten_statements_and_every_practice_has_one():
    assert len(CHECK.statement) == 10
    assert {one.item for one in CHECK.statement} == {f"B{n}" for n in range(1, 10)}
    assert {one.item for one in CHECK.statement} <= set(load_guidance().catalog.items)
    assert {one.figure for one in CHECK.statement} == set(FigureKind)


def test_the_figures_are_those_counted_by_hand(office):
    long_ago, late_on = TODAY - timedelta(80), TODAY - timedelta(20)
    first = office.log(today=long_ago, received_on=long_ago).request
    second = office.log(today=late_on, received_on=late_on).request
    third = office.log().request
    do_step(office.store, third, "receipt", law=office.law, today=TODAY, by=office.sign())
    closed(office, second, TODAY - timedelta(10))
    assert figure(office, FigureKind.LATE) == (1, 3)  # the first is past its 45 days
    assert figure(office, FigureKind.DAYS_TO_ANSWER) == (10, 1)
    owned = [office.store.rows("select owner_id from request where id = ?", (one,))[0][0]
             for one in (first, third)]  # fmt: skip
    assert figure(office, FigureKind.WITHOUT_OWNER) == (owned.count(None), 2)
    assert figure(office, FigureKind.UNCONFIRMED) == (2, 3)


def test_a_request_closed_after_its_date_counts_as_late(office):
    request = office.log(today=TODAY, received_on=TODAY).request
    after = TODAY + timedelta(60)
    closed(office, request, after)
    assert figure(office, FigureKind.LATE, after) == (1, 1)
    assert figure(office, FigureKind.DAYS_TO_ANSWER, after) == (60, 1)


def test_what_was_closed_before_the_term_is_not_counted(office):
    request = office.log().request
    closed(office, request, TODAY)
    later = TODAY + timedelta(CHECK.term_calendar_days + 1)
    assert figure(office, FigureKind.LATE, later) is None
    assert figure(office, FigureKind.DAYS_TO_ANSWER, later) is None


def test_places_without_a_keeper_and_companies_without_a_contact_are_counted(office):
    set_places(
        office.store,
        [
            Place(name="Vault", keeper="Ana"), Place(name="Attic"),
            Place(name="App", keeper="IT", vendor=True), Place(name="Bus", vendor=True),
        ],
        by=office.sign(),
    )  # fmt: skip
    assert figure(office, FigureKind.PLACES_WITHOUT_KEEPER) == (2, 4)
    assert figure(office, FigureKind.COMPANIES_WITHOUT_CONTACT) == (1, 2)


def test_letters_are_held_against_what_a_rule_wants_in_them(office):
    request = office.log().request
    kept = mail.draft(office, request, "acknowledgement")
    mail.finish(office, request, kept)
    assert figure(office, FigureKind.LETTERS_LACKING) == (0, 1)
    template = next(
        one for one in TEMPLATES
        if one.language == "en" and one.required and one.lacks_fixed("Nothing of it.")
    )  # fmt: skip
    assert not template.lacks_fixed(
        " ".join(words for part in template.required for words in part.words)
    )


@pytest.mark.parametrize(
    ("on", "count"), [(TODAY, 1), (TODAY - timedelta(119), 1), (TODAY - timedelta(121), 0)]
)
def test_drills_of_the_term_are_counted(office, on, count):
    home = Home(folder=office.home.practice_folder)
    note_finished(home, Finished(drill="age_18", who="Jo", on=on))
    assert figure(office, FigureKind.DRILLS_FINISHED) == (count, 0)


def test_where_nobody_turned_18_it_is_said_to_be_not_measured(office):
    office.log()
    birthdays = looked(office)[FigureKind.BIRTHDAYS_UNTOLD]
    assert birthdays.holds is None
    assert figure_said(birthdays, the_wording()) == "Not measured yet"


@pytest.mark.parametrize(
    ("printed", "birthday", "counted"),
    [
        pytest.param((), TODAY, (1, 1), id="99.5(a)(1)-nobody told them"),
        pytest.param(("turning_18",), TODAY, (0, 1), id="99.5(a)(1)-told by the day itself"),
        pytest.param(("turning_18",), TODAY - timedelta(1), (1, 1), id="told too late"),
        pytest.param(("disclosure_table",), TODAY, (1, 1), id="another paper tells nothing of it"),
        pytest.param((), TODAY + timedelta(1), None, id="the day is still to come"),
        pytest.param((), TODAY - timedelta(121), None, id="before the term"),
    ],
)
def test_18th_birthdays_without_the_page_are_counted(office, printed, birthday, counted):
    student = a_student(born_on=birthday.replace(year=birthday.year - 18))
    office.log(student=student)
    for paper in printed:
        note_printed(
            office.store, PAPERS.get(paper), "printed", pages=1, language="en",
            student=student.id, law=office.law, by=office.sign(),
        )  # fmt: skip
    assert figure(office, FigureKind.BIRTHDAYS_UNTOLD) == counted


def test_a_copy_that_was_tried_this_term_counts(office):
    assert figure(office, FigureKind.BACKUPS_TRIED) == (0, 0)
    back_up(office.home, office.opened.keys, Why.ASKED, at=AT)
    try_restore(office.store, office.home, office.opened.keys, by=office.sign())
    assert figure(office, FigureKind.BACKUPS_TRIED) == (1, 0)


def test_an_empty_office_measures_nothing_about_requests(office):
    found = looked(office)
    measured = {kind for kind, one in found.items() if one.figure is not None}
    assert measured == {
        FigureKind.PLACES_WITHOUT_KEEPER, FigureKind.COMPANIES_WITHOUT_CONTACT,
        FigureKind.DRILLS_FINISHED, FigureKind.BACKUPS_TRIED,
    }  # fmt: skip


def test_the_one_thing_to_improve_is_the_weightiest_that_does_not_hold(office):
    judged = tuple(looked(office).values())
    assert to_improve(judged).id == "backups"
    set_places(office.store, [Place(name="Attic")], by=office.sign())
    assert to_improve(tuple(looked(office).values())).id == "places"
    held = [one for one in judged if one.holds is not False]
    assert improve_said(held, the_wording()) == "Everything measured holds. Keep it so."


def test_the_print_has_all_ten_and_names_no_family(office, tmp_path):
    office.log()
    judged = tuple(looked(office).values())
    pdf = printed_check(
        office.store, judged, the_wording(),
        since=since_of(CHECK, TODAY), practice=False, today=TODAY,
    )  # fmt: skip
    path = tmp_path / "one.pdf"
    path.write_bytes(pdf)
    text = " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())
    for one in CHECK.statement:
        assert one.says in text
    assert "Not measured yet" in text
    assert "One thing to improve" in text
    assert "Alvarez" not in text
    assert "Mia" not in text


def test_statements_read_plainly():
    assert grade(" ".join(f"{one.says} {one.improve}" for one in CHECK.statement)) <= 8


def test_a_statement_that_asks_nothing_is_a_fault(tmp_path):
    path = tmp_path / "self_check.toml"
    path.write_text(
        'schema = 1\nterm_calendar_days = 9\n[[statement]]\nid = "a"\nitem = "B1"\nsays = "x"\n'
        'figure = "late"\nimprove = "y"\n'
    )
    with pytest.raises(ResourceError) as fault:
        load_self_check(path)
    assert fault.value.key == "a"


# Routines


def test_a_routine_is_noted_with_its_day_and_who(office):
    routine_done(office.store, "annual_notice", on=TODAY, today=TODAY, by=office.sign())
    assert routines_done(office.store) == {"annual_notice": TODAY}
    (row,) = office.store.rows("select initials from event where kind = 'routine.done'", ())
    assert row[0] == "JR"
    assert broken_entry(office.store) is None


def test_the_latest_day_counts_and_noting_twice_is_one(office):
    for on in (TODAY, TODAY - timedelta(9), TODAY):
        routine_done(office.store, "forms", on=on, today=TODAY, by=office.sign())
    assert routines_done(office.store) == {"forms": TODAY}


def test_a_day_to_come_is_refused(office):
    with pytest.raises(DeskError) as refused:
        routine_done(office.store, "forms", on=TODAY + timedelta(1), today=TODAY, by=office.sign())
    assert refused.value.code == "later"
    assert routines_done(office.store) == {}


@pytest.mark.parametrize(
    ("months", "done_on", "next_on"),
    [
        (12, date(2026, 8, 20), date(2027, 8, 20)),
        (12, date(2028, 2, 29), date(2029, 2, 28)),
        (4, date(2026, 10, 31), date(2027, 2, 28)),
        (4, date(2026, 8, 31), date(2026, 12, 31)),
        (12, None, None),
    ],
)
def test_when_a_routine_is_due_again(months, done_on, next_on):
    routine = next(
        one for one in load_routines(resources("guidance", "routines.toml"))
        if one.every_months == months
    )  # fmt: skip
    standing = standing_of(routine, done_on)
    assert standing.next_on == next_on
    assert standing.is_due(next_on or AT.date())
    assert next_on is None or not standing.is_due(next_on - timedelta(1))


@pytest.mark.parametrize(
    ("routine", "citation"),
    [("annual_notice", "34 CFR 99.7"), ("directory_notice", "34 CFR 99.37(a)")],
)
def test_what_the_rule_wants_each_year_is_cited(routine, citation):
    found = {one.id: one for one in load_routines(resources("guidance", "routines.toml"))}
    assert found[routine].citation == citation
    assert found[routine].every_months == 12
