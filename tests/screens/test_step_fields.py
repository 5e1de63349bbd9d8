"""What a step writes down: typed by keyboard, kept half typed, told beside its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import QPoint

from desktop.actions.steps import do_step, reopen_step
from desktop.paths import resources
from desktop.records.law import Law
from desktop.records.request import EventKind, Right
from desktop.records.rights import Field, FieldKind, Option, Rights
from desktop.records.steps import StepState
from desktop.screens.request import RequestPage
from desktop.screens.step_fields import StepFields
from tests.desks import a_desk
from tests.offices import TODAY, the_law
from tests.screens.request_pages import CTRL, KEYS, SHIFT, Opened

POINT = {
    "record": "Attendance of September 30",
    "wrong": "She was on the field trip & counted as absent.",
    "ground": "inaccurate",
}
# One field of every kind, as a right's file may have them.
EVERY_KIND = (
    Field(id="officer", title="Who holds the hearing", kind=FieldKind.LINE),
    Field(id="why", title="Why & how", kind=FieldKind.TEXT, says="In a sentence or two."),
    Field(id="held_on", title="Day", kind=FieldKind.DATE, event=EventKind.AMENDMENT_HEARING),
    Field(id="held_at", title="Hour", kind=FieldKind.TIME),
    Field(
        id="told", title="Told by", kind=FieldKind.CHOICE, needed=False,
        option=(Option(id="mail", title="Mail"), Option(id="phone", title="Phone")),
    ),
    Field(
        id="checked", title="Checked", kind=FieldKind.TICKS,
        option=(Option(id="author", title="Not the author"), Option(id="kin", title="No kin")),
    ),
)  # fmt: skip


@pytest.fixture
def amend(office):
    return office.log(right=Right.AMEND).request


@pytest.fixture
def opened(qtbot, office, amend):
    return Opened(qtbot, a_desk(office, TODAY), amend)


@pytest.fixture
def at_the_point(opened):
    opened.page.steps.open_step("point")
    return opened


def fields(opened) -> StepFields:
    return opened.page.steps.panel.fields


def write_the_point(office, request):
    do_step(
        office.store, request, "point", law=office.law, today=TODAY, by=office.sign(),
        details=POINT,
    )  # fmt: skip


def test_a_step_is_written_down_and_done_by_keyboard_alone(at_the_point):
    at_the_point.type("Attendance")
    at_the_point.press(KEYS.Key_Tab)
    at_the_point.type("She was there.")
    at_the_point.press(KEYS.Key_Tab)
    at_the_point.press(KEYS.Key_Tab)
    at_the_point.type("1")
    at_the_point.done()
    case = at_the_point.case
    assert case.details == {
        "record": "Attendance", "wrong": "She was there.", "ground": "inaccurate"
    }  # fmt: skip
    assert [step.state for step in case.steps if step.code == "point"] == [StepState.DONE]


def test_the_keyboard_is_in_the_first_field_that_is_still_needed(at_the_point):
    assert at_the_point.focus() is fields(at_the_point).row("record").entry
    at_the_point.type("Attendance")
    at_the_point.page.steps.open_step("identity")
    at_the_point.page.steps.open_step("point")
    assert at_the_point.focus() is fields(at_the_point).row("wrong").entry


def test_the_tab_key_goes_through_the_fields_and_on_to_done(at_the_point):
    rows, panel = fields(at_the_point), at_the_point.page.steps.panel
    visited = []
    for _ in range(5):
        visited.append(at_the_point.focus())
        at_the_point.press(KEYS.Key_Tab)
    ground = rows.row("ground").entry
    assert visited[:3] == [rows.row(one).entry for one in ("record", "wrong", "wanted")]
    assert visited[3] is ground.rows[0].radio
    assert visited[4] is panel.note
    assert at_the_point.focus() is panel.done


def test_names_and_help_stand_with_each_field_and_take_no_mnemonic(at_the_point):
    row = fields(at_the_point).row("wanted")
    assert row.label.text() == "What it should say (optional)"
    assert row.label.buddy() is row.entry
    assert row.entry.accessibleName() == "What it should say"
    assert fields(at_the_point).row("record").says.text() == "The paper or entry, with its date."
    assert not row.says.isVisible()


def test_each_missing_field_is_told_beside_it_and_the_keyboard_is_on_the_first(at_the_point):
    at_the_point.press(KEYS.Key_Tab)
    at_the_point.done()
    rows = fields(at_the_point)
    said = "“Which record” is still empty. Fill it in first."
    assert rows.row("record").message.text() == said
    assert rows.row("record").entry.accessibleDescription() == said
    assert rows.row("wrong").message.isVisible()
    assert not rows.row("wanted").message.isVisible()
    assert rows.row("ground").message.isVisible()
    assert at_the_point.focus() is rows.row("record").entry
    at_the_point.type("A")
    assert not rows.row("record").message.isVisible()
    assert at_the_point.case.details == {}


def test_a_social_security_number_is_told_beside_its_field(at_the_point):
    rows = fields(at_the_point)
    for field, value in (POINT | {"wrong": "Number 123-45-6789"}).items():
        rows.row(field).put(value)
    at_the_point.done()
    assert "Social Security number" in rows.row("wrong").message.text()
    assert at_the_point.case.details == {}


def test_what_is_half_typed_outlives_the_page(qtbot, at_the_point, amend):
    at_the_point.type("Attendance of")
    at_the_point.page.keep_now()
    page = RequestPage(at_the_point.desk, amend)
    qtbot.addWidget(page)
    page.steps.open_step("point")
    assert page.steps.panel.fields.row("record").value() == "Attendance of"


def test_what_was_written_down_is_read_on_the_page_as_plain_text(qtbot, office, amend):
    write_the_point(office, amend)
    opened = Opened(qtbot, a_desk(office, TODAY), amend)
    detail = opened.page.steps.row("point").detail
    assert detail.text().split("\n") == [
        "JR, Mon Oct 5.",
        "Which record: Attendance of September 30",
        "What is said to be wrong: She was on the field trip & counted as absent.",
        "Why: It is inaccurate",
    ]
    assert detail.textFormat().name == "PlainText"


def test_a_step_opened_again_shows_what_was_written_down(qtbot, office, amend):
    write_the_point(office, amend)
    reopen_step(office.store, amend, "point", law=office.law, by=office.sign())
    opened = Opened(qtbot, a_desk(office, TODAY), amend)
    opened.page.steps.open_step("point")
    shown = {id_: value for id_, value in fields(opened).values().items() if value}
    assert shown == POINT


def test_a_saved_value_taken_out_stays_out_until_the_step_is_done(qtbot, office, amend):
    write_the_point(office, amend)
    reopen_step(office.store, amend, "point", law=office.law, by=office.sign())
    opened = Opened(qtbot, a_desk(office, TODAY), amend)
    opened.page.steps.open_step("point")
    opened.press(KEYS.Key_A, CTRL)
    opened.press(KEYS.Key_Delete)
    opened.page.steps.open_step("identity")
    opened.page.steps.open_step("point")
    assert fields(opened).row("record").value() == ""


def test_a_choice_says_what_it_means_and_brings_the_steps_that_follow(opened):
    opened.page.steps.open_step("triage")
    rows = {row.code: row for row in opened.page.steps.panel.choices.rows}
    assert rows["recorded_wrongly"].says.text() == "It is checked like any other fact."
    assert rows["recorded_wrongly"].says.isVisible()
    assert not rows["fact"].says.isVisible()
    assert rows["judgement"].radio.accessibleDescription().startswith("It goes the school's own")
    opened.type("1")
    opened.done()
    assert {"check", "decision"} <= {step.code for step in opened.case.steps}
    assert opened.page.steps.row("decision").isVisible()


def test_only_letters_that_there_are_can_be_drafted_and_bear_their_own_title(opened, monkeypatch):
    panel = opened.page.steps.panel
    assert [button.text() for button in panel.letter_buttons()] == ["Draft: Receipt"]
    file = resources("letters", "en", "receipt.md")
    monkeypatch.setitem(opened.desk.__dict__, "_letters", {"receipt": file, "new": file})
    assert opened.desk.letter_title("new") == "Receipt for your request"
    assert opened.desk.letter_title("receipt") == "Receipt"
    assert opened.desk.letter_title("nowhere") == ""


def with_a_step(office, right: Right, step: str, **change) -> Law:
    """The law with one step of one right changed."""
    law = the_law()
    rule = law.rights[right]
    steps = tuple(
        msgspec.structs.replace(one, **change) if one.id == step else one for one in rule.step
    )
    changed = msgspec.structs.replace(rule, step=steps)
    rights = Rights(by_id={**law.rights.by_id, right: changed})
    return replace(law, rights=rights)


@pytest.fixture
def hearing_like(qtbot, office):
    """A step with every kind of field."""
    return at_a_step(qtbot, office, field=EVERY_KIND)


def at_a_step(qtbot, office, **rule):
    law = with_a_step(office, Right.AMEND, "receipt", **rule)
    desk = a_desk(office, TODAY)
    desk.law_of = lambda _: law
    made = office.log(right=Right.AMEND)
    opened = Opened(qtbot, desk, made.request)
    opened.page.steps.open_step("receipt")
    return opened


def test_every_kind_of_field_is_typed_the_way_it_is_said(hearing_like):
    opened = hearing_like
    opened.type("Dana Whitfield")
    opened.press(KEYS.Key_Tab)
    opened.type("Asked for by letter")
    opened.press(KEYS.Key_Tab)
    opened.type("10/20")
    opened.press(KEYS.Key_Tab)
    opened.type("2:30")
    opened.press(KEYS.Key_Tab)
    opened.type("2")
    opened.press(KEYS.Key_Tab)
    opened.type("12")
    opened.done()
    assert opened.case.details == {
        "officer": "Dana Whitfield",
        "why": "Asked for by letter",
        "held_on": "2026-10-20",
        "held_at": "14:30",
        "told": "phone",
        "checked": "author kin",
    }
    assert opened.case.request.events == {EventKind.AMENDMENT_HEARING: date(2026, 10, 20)}
    assert opened.page.steps.row("receipt").detail.text().split("\n")[1:] == [
        "Who holds the hearing: Dana Whitfield",
        "Why & how: Asked for by letter",
        "Day: Tuesday, October 20",
        "Hour: 2:30 p.m.",
        "Told by: Phone",
        "Checked: Not the author; No kin",
    ]


def test_a_day_and_an_hour_that_are_none_are_told_beside_their_fields(hearing_like):
    rows = fields(hearing_like)
    rows.row("held_on").put("someday")
    rows.row("held_at").put("noonish")
    hearing_like.done()
    assert rows.row("held_on").message.text().startswith("“Day” is not a date.")
    assert rows.row("held_at").message.text().startswith("“Hour” is not an hour.")


def test_a_day_before_the_request_came_is_told_beside_its_field(hearing_like):
    rows = fields(hearing_like)
    full = {
        "officer": "Dana",
        "why": "So",
        "held_on": "2026-10-01",
        "held_at": "9",
        "checked": "kin",
    }
    for field, value in full.items():
        rows.row(field).put(value)
    hearing_like.done()
    assert "before the day the request came in" in rows.row("held_on").message.text()
    assert hearing_like.focus() is rows.row("held_on").entry.entry


def test_an_answer_that_is_not_needed_can_be_left_open_again(hearing_like):
    row = fields(hearing_like).row("told")
    row.take_keyboard()
    hearing_like.type("1")
    assert row.value() == "mail"
    hearing_like.type("3")
    assert row.value() == ""


def test_the_principals_step_says_so(qtbot, office):
    opened = at_a_step(qtbot, office, approval=True)
    panel = opened.page.steps.panel
    assert panel.approval.isVisible()
    assert panel.approval.text() == "The principal decides this."
    opened.page.steps.open_step("identity")
    assert not panel.approval.isVisible()


def test_an_ampersand_in_a_fields_name_is_no_mnemonic(hearing_like):
    row = fields(hearing_like).row("why")
    assert row.label.text() == "Why && how"
    hearing_like.press(KEYS.Key_Tab, SHIFT)
    assert hearing_like.focus() is not row.entry


def test_what_is_refused_below_several_ways_is_scrolled_into_sight(qtbot, at_the_point):
    page, row = at_the_point.page, fields(at_the_point).row("ground")
    at_the_point.type("Attendance")
    at_the_point.press(KEYS.Key_Tab)
    at_the_point.type("She was there.")
    place = row.entry.rows[0].mapTo(page.content, QPoint(0, 0)).y()
    page.resize(page.width(), 420)
    shown = page.scroll_area.viewport()
    qtbot.waitUntil(lambda: shown.height() < 420)
    page.scroll_area.verticalScrollBar().setValue(place - shown.height() + 60)
    at_the_point.done()
    qtbot.waitUntil(row.message.isVisible)

    def in_sight():
        end = row.message.mapTo(shown, row.message.rect().bottomLeft())
        assert shown.rect().contains(end)

    qtbot.waitUntil(in_sight)
    assert row.message.text() == "“Why” is still empty. Fill it in first."
