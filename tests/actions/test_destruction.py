"""Special education records: the family is told before any are destroyed (34 CFR 300.624(a))."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.actions import destruction, families, retention
from desktop.actions.letter import Writing
from desktop.errors import DeskError
from desktop.letters.page import draw_all
from desktop.letters.template import load_templates
from desktop.paths import resources
from desktop.records.ids import OrderId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.retention import Keep, why_kept
from desktop.records.school import Address
from tests.actions.refusals import events, refused
from tests.actions.test_retention import LATER, LATER_AT, closed, destroy, keep
from tests.letters.pages import PRESS, whole_text
from tests.offices import AT, a_party, a_student, an_office

UNTIL = LATER + timedelta(days=60)
MOTHER = a_party(
    name="Elena Ortiz", language="es", address=Address(street="118 Alder Street", city="Reno")
)
FATHER = a_party(name="Rafael Alvarez", address=Address(street="9 Elm Court", city="Austin"))


@pytest.fixture
def office(tmp_path):
    """A closed file of a student in special education, past the schedule."""
    office = an_office(tmp_path)
    closed(office, student=a_student(special_education=True), requester=FATHER, put_on_file=True)
    keep(office)
    student = review(office)[0].student_id
    families.put_on_file(office.store, student, MOTHER, Relationship.MOTHER, by=office.sign())
    return office


def review(office, today=LATER):
    return retention.review(office.store, today=today)


def papers(office, today=LATER):
    templates = load_templates(resources("printouts"))
    return Writing(templates=templates, law=office.law, today=today)


def pages(office, until=UNTIL):
    return destruction.notices(
        office.store, review(office), destroy_on=until, desk=papers(office), practice=False
    )


def tell(office):
    return destruction.note_told(
        office.store, review(office), destroy_on=UNTIL, by=office.sign(LATER_AT)
    )


def test_300_624_a_nothing_goes_before_the_family_was_told(office):
    (file,) = review(office)
    assert why_kept(file, years=5, today=LATER) is Keep.NOT_TOLD
    assert destruction.to_tell([file], years=5, today=LATER) == (file,)
    with refused(office.store, "kept"):
        destroy(office, file.id)


def test_300_624_a_told_it_goes_once_the_time_to_answer_is_over(office):
    changes = tell(office)
    (file,) = review(office)
    assert changes.requests == {file.id}
    assert why_kept(file, years=5, today=UNTIL) is Keep.TIME_TO_ANSWER
    assert why_kept(file, years=5, today=UNTIL + timedelta(days=1)) is None
    told = events(office.store, file.id)[-1]
    assert (told.kind, told.facts) == ("retention.told", {"destroy_on": UNTIL.isoformat()})


def test_another_file_needs_no_notice(office):
    plain = closed(office)
    files = {file.id: why_kept(file, years=5, today=LATER) for file in review(office)}
    assert files[plain] is None


def test_99_4_each_parent_is_told_in_their_language_with_their_address(office):
    read = whole_text(draw_all(pages(office), PRESS))
    for said in (
        "Rafael Alvarez", "9 Elm Court", "118 Alder Street", "we no longer need", "2026-0001",
        "ya no necesitamos", "without a time limit", "sin límite de tiempo",
        "We plan to destroy them after",
    ):  # fmt: skip
        assert said in read


def test_300_625_from_18_on_the_student_alone_is_told(office):
    student = a_student(id=review(office)[0].student_id, special_education=True,
                        born_on=date(2012, 3, 14))  # fmt: skip
    families.save_student(office.store, student, today=LATER, by=office.sign())
    with pytest.raises(DeskError, match="no_family") as told:
        pages(office)
    assert "2026-0001" in told.value.message
    assert "Alvarez" not in told.value.message
    families.put_on_file(office.store, student.id, a_party(name="Mia Alvarez"),
                         Relationship.SELF, by=office.sign())  # fmt: skip
    assert [page.recipient[0] for page in pages(office)] == ["Mia Alvarez"]


def test_99_4_whose_right_a_paper_took_away_is_not_told(office):
    student = review(office)[0].student_id
    order = Order(
        id=OrderId(new_id(AT)), student=student, kind=OrderKind.PROTECTION,
        limited_party=FATHER.id, limits=frozenset({Limit.RECORDS}),
        read_by=office.opened.person.id, passage="No access to records.",
    )  # fmt: skip
    families.note_order(office.store, order, by=office.sign())
    assert [page.recipient[0] for page in pages(office)] == ["Elena Ortiz"]


def test_a_day_that_is_over_gives_no_time_to_answer(office):
    with pytest.raises(DeskError, match="destroy_early"):
        pages(office, until=LATER)
