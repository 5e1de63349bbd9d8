"""The self-check of the office, its print, and noting that a routine was done."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.actions.changes import Changes
from desktop.actions.days import school_page
from desktop.errors import DeskError
from desktop.letters.page import Letterhead, Page, draw
from desktop.office.learning import finished_drills
from desktop.paths import Home
from desktop.records.person import Initials
from desktop.records.self_check import (
    Figure,
    FigureKind,
    Figures,
    Judged,
    SelfCheck,
    judge,
    to_improve,
)
from desktop.store import self_check as rows
from desktop.store.journal import Event
from desktop.store.store import Store
from desktop.wording.sentences import Wording

if TYPE_CHECKING:
    from desktop.letters.template import Templates


def since_of(check: SelfCheck, today: date) -> date:
    """The first day the check looks at."""
    return today - timedelta(check.term_calendar_days)


def self_check(
    store: Store, check: SelfCheck, *, templates: Templates, practice_home: Home, today: date
) -> tuple[Judged, ...]:
    """Every statement held against the office's figures of the last term.

    Args:
        store: the office's file.
        check: the statements.
        templates: the letters, to hold what was sent against what a rule wants in it.
        practice_home: where finished drills are kept.
        today: the last day counted.
    """
    since = since_of(check, today)
    figures: Figures = {
        **rows.counted(store, since=since, today=today),
        **_letters(store, templates, since),
        FigureKind.DRILLS_FINISHED: _drills(practice_home, since, today),
    }
    return judge(check, figures)


def figure_said(judged: Judged, wording: Wording) -> str:
    """The figure in words, or that there is none."""
    if judged.figure is None:
        return wording.text("self_check.not_measured")
    code = f"self_check.figure.{judged.statement.figure}"
    return wording.text(code, value=judged.figure.value, of=judged.figure.of)


def answer_said(judged: Judged, wording: Wording) -> str:
    """Whether the statement holds, in words; empty where nothing was measured."""
    if judged.holds is None:
        return ""
    return wording.text(f"self_check.{'holds' if judged.holds else 'does_not_hold'}")


def improve_said(judged: Sequence[Judged], wording: Wording) -> str:
    """The one thing to improve, in words."""
    first = to_improve(judged)
    return first.improve if first else wording.text("self_check.all_hold")


def printed_check(
    store: Store,
    judged: Sequence[Judged],
    wording: Wording,
    *,
    since: date,
    practice: bool,
    today: date,
) -> bytes:
    """The self-check as a PDF."""
    lines = [f"{place}. {_line(one, wording)}" for place, one in enumerate(judged, start=1)]
    text = "\n\n".join(
        (
            wording.text("self_check.intro", since=since),
            "\n".join(lines),
            f"**{wording.text('self_check.improve_title')}.** {improve_said(judged, wording)}",
        )
    )
    page = Page(
        letterhead=Letterhead(school=school_page(store)),
        recipient=(),
        on=today,
        reference="",
        title=wording.text("self_check.title"),
        text=text,
        practice=practice,
    )
    return draw(page)


def note_saved(store: Store, pdf: bytes, *, by: Initials) -> Changes:
    """Note in the journal that the self-check left the program as a file, with its digest."""
    facts = {"sha256": hashlib.sha256(pdf).hexdigest()}
    with store.change(Event(kind="self_check.saved", facts=facts), by=by):
        pass  # nothing but the event
    return Changes.of_office()


def routine_done(store: Store, routine: str, *, on: date, today: date, by: Initials) -> Changes:
    """Note that a routine was done on a day.

    Raises:
        DeskError: ``later``: the day is still to come.
    """
    if on > today:
        raise DeskError("later", "That day is still to come.", "Note it once it is done.")
    event = Event(kind="routine.done", facts={"routine": routine, "on": on.isoformat()})
    with store.change(event, by=by) as change:
        rows.add_routine_done(change, routine, on)
    return Changes.of_office()


def _letters(store: Store, templates: Templates, since: date) -> dict[FigureKind, Figure]:
    """Letters finished in the term that lack a part their rule wants, in today's templates."""
    lacking = count = 0
    for name, language, text in rows.finished_letters(store, since=since):
        try:
            template = templates.get(name, language)
        except DeskError:
            continue  # a template that is gone can hold nobody to anything
        count += 1
        lacking += template.lacks_fixed(text)
    return {FigureKind.LETTERS_LACKING: Figure(value=lacking, of=count)} if count else {}


def _drills(home: Home, since: date, today: date) -> Figure:
    return Figure(value=sum(since <= one.on <= today for one in finished_drills(home)))


def _line(one: Judged, wording: Wording) -> str:
    said = answer_said(one, wording)
    figure = figure_said(one, wording)
    if not said:
        return f"**{one.statement.says}** {figure}."
    return wording.text("self_check.line", says=one.statement.says, answer=said, figure=figure)
