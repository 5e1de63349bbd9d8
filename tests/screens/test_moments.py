"""Every moment of the guidance is a place in the program; these are the ways that lead there."""

from __future__ import annotations

from desktop.actions.office import set_places
from desktop.records.place import Place
from tests.desks import a_desk
from tests.offices import TODAY
from tests.screens.request_pages import Opened


def test_a_place_a_company_keeps_brings_its_own_tips(qtbot, office):
    places = [Place(name="Vault"), Place(name="Reading app", vendor=True)]
    set_places(office.store, places, by=office.sign())
    opened = Opened(qtbot, a_desk(office, TODAY), office.log().request)
    opened.page.search.places.setFocus()
    told = []
    opened.page.moment_changed.connect(told.append)
    assert opened.page.moment == "search"
    opened.page.search.places.choose_place(1)
    opened.page.search.places.choose_place(0)
    assert told == ["search_vendor", "search"]
