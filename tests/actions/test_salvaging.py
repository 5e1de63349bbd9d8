"""What was saved of a damaged office works as an office: what it holds is found."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from desktop.actions.salvaging import save_beside, told, told_on_paper, use_rescued
from desktop.errors import DeskError
from desktop.store import btree, queries
from desktop.store.raw_pages import PAGE
from desktop.store.salvage import read_pages
from desktop.store.salvage_tables import roots_of
from desktop.store.store import Store
from tests.letters.pages import texts
from tests.offices import AT, a_party, a_student, an_office, the_wording

INDEXES = ("student_search", "party_search", "request_search", "words_search")


@pytest.fixture
def office(tmp_path):
    """A closed office with one request, every page of its search indexes spoilt."""
    made = an_office(tmp_path / "home")
    made.log(
        student=a_student(given="Quentin"),
        requester=a_party(name="Ottilie Brandt"),
        words="A xylophone lesson.",
    )
    made.store.close()
    path = made.home.records_file
    pages, _total = read_pages(path, made.opened.keys.database)
    roots = roots_of(pages)
    with path.open("r+b") as file:
        for index in INDEXES:
            for number in btree.walk(pages, roots[f"{index}_content"]).seen:
                file.seek((number - 1) * PAGE + 700)
                file.write(b"spoilt by a bad block")
    return made


def rescued(office):
    return save_beside(office.home, office.opened.person.id, office.opened.keys, at=AT)


@pytest.mark.parametrize("typed", ["quentin", "ottilie", "xylophone"])
def test_what_no_index_held_any_more_is_found_again(office, typed):
    use_rescued(office.home, rescued(office), at=AT)
    with closing(Store.open(office.home.records_file, office.opened.keys)) as store:
        assert queries.search_ids(store, typed) or queries.words_ids(store, typed)
        for index in INDEXES:
            assert store.rows(f"select count(*) from {index}") == [(1,)]  # noqa: S608


def test_the_list_says_what_may_be_missing(office):
    lines = told(rescued(office).saved, the_wording())
    assert "Search words: 0 saved; some may be missing." in lines
    assert "Students: 1 saved." in lines


def test_the_list_on_paper_says_the_same_under_the_school_s_head_and_names_no_family(office):
    rescue = rescued(office)
    (text,) = texts(told_on_paper(rescue, the_wording(), on=AT.date()))
    said = " ".join(text.split())
    assert all(line in said for line in told(rescue.saved, the_wording()))
    assert "Maple Grove School" in said
    assert not any(name in said for name in ("Quentin", "Alvarez", "Ottilie", "Brandt"))


def test_a_list_can_be_printed_where_the_school_itself_is_lost(office):
    rescue = replace(rescued(office), school=None)
    (text,) = texts(told_on_paper(rescue, the_wording(), on=AT.date()))
    assert text.startswith("School records office")


def test_a_person_the_saved_file_does_not_know_cannot_put_it_in_place(office):
    rescue = rescued(office)
    with closing(Store.open(rescue.at.records_file, office.opened.keys)) as store:
        store._connection.execute("pragma foreign_keys = off")
        store._connection.execute("delete from person")
    before = office.home.records_file.read_bytes()
    with pytest.raises(DeskError, match="role"):
        use_rescued(office.home, rescue, at=AT)
    assert office.home.records_file.read_bytes() == before
