"""The type-ahead over students and parties: forgiving, and best first."""

from __future__ import annotations

import pytest

from desktop.records.ids import PartyId, StudentId
from desktop.store import families
from desktop.store.journal import Event
from desktop.store.near_names import NameFinder
from tests.offices import a_party, a_student
from tests.store.files import BY

STUDENTS = [
    ("Mia", "Alvarez", "20417", ()),
    ("Miguel", "Álvarez Ortiz", "20998", ()),
    ("Ánh", "Nguyễn Thị", "30112", ()),
    ("Sean", "O'Brien", "30113", ("Seán Ó Briain",)),
    ("Anna", "Smith-Jones", "30114", ()),
    ("Jürgen", "Müller", "30115", ()),
    ("Juan", "de la Cruz", "30116", ("Johnny",)),
    ("Duncan", "McDonald", "30117", ()),
    ("小明", "王", "30118", ("Xiaoming Wang",)),
    ("محمد", "الخطيب", "30119", ("Mohammed al-Khatib",)),
    ("<b>Jo</b>", 'Quote"s', "A-77", ()),
]


@pytest.fixture
def finder(store):
    students = [
        a_student(id=StudentId(place), given=given, family=family, local_number=number,
                  other_names=others)
        for place, (given, family, number, others) in enumerate(STUDENTS, start=1)
    ]  # fmt: skip
    with store.change(Event(kind="roster"), by=BY) as change:
        families.save_students(change, students)
    return NameFinder(store, "student_search")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("mia", 1, id="the beginning of a name"),
        pytest.param("MIA ALV", 1, id="any case"),
        pytest.param("alvarez mia", 1, id="family name first"),
        pytest.param("mia alvarez", 1, id="given name first"),
        pytest.param("alvarez, mia", 1, id="as lists write it"),
        pytest.param("nguyen", 3, id="accents left out"),
        pytest.param("Nguyễn", 3, id="accents typed"),
        pytest.param("anh nguyen", 3, id="đ, ễ and ị by an English keyboard"),
        pytest.param("obrien", 4, id="the apostrophe left out"),
        pytest.param("o'brien", 4, id="a straight apostrophe"),
        pytest.param("o’brien", 4, id="a curled apostrophe"),  # noqa: RUF001
        pytest.param("o brien", 4, id="a space for the apostrophe"),
        pytest.param("smithjones", 5, id="the hyphen left out"),
        pytest.param("smith jones", 5, id="a space for the hyphen"),
        pytest.param("jones", 5, id="the second half"),
        pytest.param("mueller", 6, id="an umlaut spelled out"),
        pytest.param("muller", 6, id="an umlaut left out"),
        pytest.param("delacruz", 7, id="particles written together"),
        pytest.param("dela cruz", 7, id="some particles written together"),
        pytest.param("johnny", 7, id="a nickname"),
        pytest.param("mc donald", 8, id="mc with a space"),
        pytest.param("20417", 1, id="the school's number"),
        pytest.param("2041", 1, id="the beginning of the number"),
        pytest.param("xiaoming", 9, id="another spelling on file"),
        pytest.param("王", 9, id="Chinese"),
        pytest.param("محمد", 10, id="Arabic"),
        pytest.param("khatib", 10, id="a name after its article"),
        pytest.param("alvraez", 1, id="two letters swapped"),
        pytest.param("mcdonlad", 8, id="a typo in mc"),
        pytest.param("smth jones", 5, id="a letter missing"),
        pytest.param("jugen muler", 6, id="typos in both words"),
        pytest.param("duncan macdonald", 8, id="mac for mc"),
    ],
)
def test_a_student_is_found_as_a_hurried_person_types(finder, typed, found):
    assert found in finder.find(typed)


@pytest.mark.parametrize(
    "typed",
    ["", " ", '"', "*", "AND", "NEAR(a, b)", "(", "mia) OR (", "😀", "\x00", "^:", "- -", "zzzz"],
)
def test_hostile_text_finds_nobody_and_breaks_nothing(finder, typed):
    assert finder.find(typed) == []


def test_the_whole_name_comes_before_longer_names(finder, store):
    longer = [a_student(id=StudentId(100 + n), given=f"Mia{n}", family="Zed") for n in range(20)]
    with store.change(Event(kind="roster"), by=BY) as change:
        families.save_students(change, longer)
    assert finder.find("mia")[0] == 1


def test_names_that_begin_as_typed_come_before_near_spellings(finder):
    found = finder.find("alvarez")
    assert set(found[:2]) == {1, 2}


def test_no_more_are_offered_than_asked_for(finder, store):
    many = [a_student(id=StudentId(200 + n), given="Mia", family=f"Zed{n}") for n in range(30)]
    with store.change(Event(kind="roster"), by=BY) as change:
        families.save_students(change, many)
    assert len(finder.find("mia", limit=5)) == 5
    assert len(set(finder.find("mia", limit=31))) == 31


def test_a_new_name_is_found_at_once_and_with_a_typo_after_forgetting(finder, store):
    assert finder.find("featherstonehaugh") == []
    assert finder.find("alvraez")  # the words in use are read
    new = a_student(id=StudentId(50), given="Bea", family="Featherstonehaugh")
    with store.change(Event(kind="student.added"), by=BY) as change:
        families.save_students(change, [new])
    assert finder.find("featherstone") == [50]
    finder.forget()
    assert finder.find("featherstonhaugh") == [50]


def test_a_corrected_name_is_no_longer_found_by_the_old_one(finder, store):
    with store.change(Event(kind="student.changed"), by=BY) as change:
        families.save_students(change, [a_student(id=StudentId(1), given="Mia", family="Ruiz")])
    assert 1 not in finder.find("alvarez")
    assert finder.find("ruiz mia") == [1]


def test_parties_are_found_by_their_name_and_their_organization(store):
    with store.change(Event(kind="roster"), by=BY) as change:
        families.save_parties(
            change,
            [
                a_party(id=PartyId(1), name="Rafael Alvarez"),
                a_party(id=PartyId(2), name="", organization="Kids in Care"),
            ],
        )
    finder = NameFinder(store, "party_search")
    assert finder.find("rafael") == [1]
    assert finder.find("care kids") == [2]
