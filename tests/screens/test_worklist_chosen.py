"""Several requests chosen in the queue: given to somebody, given back, exported."""

from __future__ import annotations

import threading
from datetime import timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from desktop.actions import searching
from desktop.actions.chasing import ask_again
from desktop.actions.chasing_many import ask_all_again
from desktop.actions.closing import close_request
from desktop.actions.printouts import Chosen, request_pages
from desktop.errors import StoppedError
from desktop.records.case import SourceState
from desktop.records.chasing import ladder
from desktop.records.request import Outcome
from desktop.screens import printout_drawing, worklist_asking, worklist_chosen
from desktop.screens.export_form import ExportForm
from desktop.screens.printout import PrintoutDialog
from desktop.screens.printout_drawing import Matter, drawing_of
from desktop.screens.worklist import WorklistPage
from desktop.store import cases
from tests.actions.refusals import events
from tests.desks import a_desk
from tests.letters.pages import PRESS
from tests.offices import TODAY, a_student, the_defaults

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def three(office):
    return [office.log(student=a_student(given=name)).request for name in ("Ann", "Ben", "Cy")]


@pytest.fixture
def page(qtbot, office, three):
    office.principal()
    made = WorklistPage(a_desk(office, TODAY))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.rows.setFocus()
    made.rows.choose_place(0)
    return made


def owners(office, requests):
    return [cases.case(office.store, one).request.owner for one in requests]


def choose_two(qtbot, page):
    qtbot.keyClick(page.rows, Qt.Key.Key_Down, SHIFT)


def test_one_chosen_line_needs_no_bar(page):
    assert page._bar is None


def test_several_are_chosen_by_keyboard_after_the_first_column_gave_way(qtbot, page):
    page.resize(1400, 700)
    assert not page.rows.isColumnHidden(0)
    page.rows.choose_place(0)
    page.resize(1000, 700)
    assert page.rows.isColumnHidden(0)
    choose_two(qtbot, page)
    assert page._bar.says.text() == "2 chosen"


def test_several_are_given_to_somebody_by_keyboard_and_given_back(qtbot, office, page, three):
    choose_two(qtbot, page)
    bar = page._bar
    assert bar.says.text() == "2 chosen"
    bar._fill_people()
    dana = next(one for one in bar.people.actions() if "Dana" in one.text())
    dana.trigger()
    assert owners(office, three[:2]) == [office.principal().person] * 2
    assert owners(office, three[2:]) == [office.opened.person.id]
    assert page.notices.sentence.text() == "2 requests are Dana Whitfield's now."
    page.notices.action.click()
    assert owners(office, three) == [office.opened.person.id] * 3
    assert page.notices.sentence.text() == "2 requests are back with whoever had it."


def test_what_is_chosen_stays_chosen_after_it_was_given(qtbot, office, page):
    choose_two(qtbot, page)
    page._bar.give_to(page._desk.people()[0])
    assert len(page.rows.chosen_rows()) == 2
    assert page._bar.isVisible()


def test_the_chosen_ones_are_exported_in_the_order_of_the_list(qtbot, office, page, three):
    choose_two(qtbot, page)
    page._bar.export_chosen.click()
    form = page.window().findChild(ExportForm)
    qtbot.waitUntil(form.isVisible)
    sheet = form._make(office.store)
    assert [row[1] for row in sheet.rows] == ["Alvarez, Ann", "Alvarez, Ben"]
    assert sheet.rows[0][2:6] == ("Rafael Alvarez", "Father", "See the records", "JR")


def test_all_are_chosen_by_one_key(qtbot, page):
    qtbot.keyClick(page.rows, Qt.Key.Key_A, CONTROL)
    assert page._bar.says.text() == "3 chosen"


def silent(office, request, place=0):
    source = cases.case(office.store, request).sources[place].id
    searching.answer_source(
        office.store, request, source, SourceState.ASKED,
        today=TODAY - timedelta(days=9), by=office.sign(),
    )  # fmt: skip


def again(office, request):
    source = cases.case(office.store, request).sources[0].id
    ask_again(
        office.store, request, source,
        rungs=ladder(the_defaults().chase), today=TODAY - timedelta(days=2), by=office.sign(),
    )  # fmt: skip


def askings(office, request) -> int:
    return len(cases.case(office.store, request).sources[0].askings)


def places_menu(page) -> dict[str, QAction]:
    menu = page._bar.asking.menu
    menu.aboutToShow.emit()
    return {one.text(): one for one in menu.actions() if not one.isSeparator()}


ALL = "Note 2 places of 2 requests as asked again today"
DONE = "2 silent places were noted as asked again today, for 2 requests."


def test_it_is_said_before_how_many_places_of_how_many_requests_and_whom(
    qtbot, office, page, three
):
    for request in three:
        silent(office, request)
    silent(office, three[0], place=1)
    choose_two(qtbot, page)
    said = places_menu(page)
    assert list(said) == [
        "Note 3 places of 2 requests as asked again today",
        "3 places whose head is asked",
        "Nothing is sent: ask by memo (Papers), by e-mail or on the telephone",
    ]
    assert [one.isEnabled() for one in said.values()] == [True, False, False]


def test_silent_places_of_those_chosen_are_asked_again_and_it_can_be_taken_back(
    qtbot, office, page, three
):
    for request in three:
        silent(office, request)
    choose_two(qtbot, page)
    places_menu(page)[ALL].trigger()
    qtbot.waitUntil(lambda: page.notices.sentence.text() == DONE)
    assert [askings(office, one) for one in three] == [2, 2, 1]
    page.notices.action.click()
    qtbot.waitUntil(lambda: page.notices.sentence.text() == "The askings are taken back.")
    assert [askings(office, one) for one in three] == [1, 1, 1]


def test_only_those_whose_turn_it_is_can_be_asked(qtbot, office, page, three):
    silent(office, three[0])
    silent(office, three[1])
    again(office, three[1])
    choose_two(qtbot, page)
    said = places_menu(page)
    assert list(said)[:3] == [
        ALL, "1 place whose head is asked", "1 place of which the principal is asked",
    ]  # fmt: skip
    said["1 place of which the principal is asked"].trigger()
    qtbot.waitUntil(lambda: askings(office, three[1]) == 3)
    assert askings(office, three[0]) == 1


def test_long_work_is_shown_and_stopped_by_keyboard_and_nothing_is_noted(
    qtbot, office, page, three, monkeypatch
):
    for request in three:
        silent(office, request)
    choose_two(qtbot, page)
    bar = page._bar
    noting, let_go = threading.Event(), threading.Event()

    def slow(store, chosen, *, cancelled, progress, **more):
        progress(0, 2)
        noting.set()
        let_go.wait(10)
        return ask_all_again(store, chosen, cancelled=cancelled, progress=progress, **more)

    monkeypatch.setattr(worklist_asking, "ask_all_again", slow)
    bar.chase.setFocus()
    places_menu(page)[ALL].trigger()
    qtbot.waitUntil(bar.work_row.isVisible)
    assert bar.work_says.text() == "Noting 2 places as asked again today"
    assert (bar.chase.isEnabled(), bar.stop.hasFocus()) == (False, True)
    page.rows.choose_place(0)
    assert bar.isVisible()
    assert not bar.chosen_row.isVisible()
    qtbot.keyClick(bar.stop, Qt.Key.Key_Space)
    let_go.set()
    qtbot.waitUntil(lambda: "stopped" in page.notices.sentence.text())
    assert page.notices.sentence.text() == "It was stopped, and nothing was changed."
    assert [askings(office, one) for one in three] == [1, 1, 1]
    assert (bar.chase.isEnabled(), bar.isVisible()) == (True, False)


def test_with_no_silent_place_it_is_told(qtbot, page):
    choose_two(qtbot, page)
    said = places_menu(page)
    assert list(said) == ["None of these waits for a place that could be asked again today"]
    assert not any(one.isEnabled() for one in said.values())


def test_papers_of_very_many_are_looked_for_while_the_menu_is_open(qtbot, page, three, monkeypatch):
    monkeypatch.setattr(worklist_chosen, "_AT_ONCE", 2)
    choose_two(qtbot, page)
    bar = page._bar
    bar.show_chosen(three)
    bar.papers.aboutToShow.emit()
    (waits,) = bar.papers.actions()
    assert (waits.text(), waits.isEnabled()) == ("Looking which papers fit…", False)
    qtbot.waitUntil(lambda: bar.papers.actions()[0].text().endswith("for 3 of 3…"))


def test_cover_sheets_of_those_chosen_are_one_paper_and_noted_of_each(
    qtbot, office, page, three, tmp_path
):
    close_request(
        office.store, three[1], Outcome.WITHDRAWN, note="The mother called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    choose_two(qtbot, page)
    bar = page._bar
    bar.show_chosen(three)
    bar.papers.aboutToShow.emit()
    titles = [one.text() for one in bar.papers.actions()]
    assert titles[0].endswith("for 2 of 3…")
    bar.papers.actions()[0].trigger()
    dialog = page.window().findChild(PrintoutDialog)
    assert not any(name in dialog.windowTitle() for name in ("Ann", "Cy", "Alvarez"))
    qtbot.waitUntil(lambda: dialog.preview.page_count() == 2, timeout=20_000)
    target = tmp_path / "covers.pdf"
    with qtbot.waitSignal(dialog.leaving.left, timeout=20_000):
        dialog._when_drawn(lambda pdf: dialog.leaving.save_to(pdf, target))
    said = [one.get_textpage().get_text_bounded() for one in pypdfium2.PdfDocument(target)]
    assert ("Ann" in said[0], said[1].strip(), "Cy" in said[2]) == (True, "", True)
    kinds = [
        [event.kind for event in events(office.store, one)].count("paper.left") for one in three
    ]
    assert kinds == [1, 0, 1]


def test_papers_of_many_are_filled_beside_the_window(qtbot, office, page, three, monkeypatch):
    """Five hundred memos to eleven places each take nine seconds to fill alone."""
    threads = set()

    def noted(*asked):
        threads.add(threading.current_thread())
        return request_pages(*asked)

    monkeypatch.setattr(printout_drawing, "request_pages", noted)
    cover = page._desk.printouts.get("cover")
    dialog = PrintoutDialog(page._desk, cover, Matter(several=tuple(three)), page)
    qtbot.addWidget(dialog)
    said = []
    dialog.drawing.progressed.connect(lambda *_: said.append(dialog.page_count.text()))
    dialog.open()
    qtbot.waitUntil(lambda: dialog.preview.page_count() == 3, timeout=20_000)
    assert said[-1] == "Drawing 3 of 3…"
    assert dialog.page_count.text() == "3 pages"  # and two empty backs, which nobody needs to see
    assert threads
    assert threading.main_thread() not in threads


def test_papers_of_many_end_when_nobody_waits_for_them(page, three):
    asked = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) == 2

    matter, none = Matter(several=tuple(three)), None
    drawing = drawing_of(page._desk, page._desk.printouts.get("cover"), matter, Chosen(), none)
    with pytest.raises(StoppedError):
        drawing(PRESS, lambda *_: None, cancelled)
    assert len(asked) == 2


def test_the_letters_of_those_chosen_are_asked_for(qtbot, page, three):
    choose_two(qtbot, page)
    with qtbot.waitSignal(page.letters_wanted) as wanted:
        page._bar.letters.click()
    assert wanted.args[0] == tuple(three[:2])
