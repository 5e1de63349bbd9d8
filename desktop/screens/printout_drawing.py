"""From what was chosen to what draws it: a paper's pages, an envelope, labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, assert_never

from desktop.actions.addressing import (
    address_label,
    envelope_of,
    envelopes_for,
    folder_label,
)
from desktop.actions.letter import Writing
from desktop.actions.printouts import (
    Chosen,
    Printing,
    check_typed,
    office_pages,
    request_pages,
    student_pages,
)
from desktop.errors import StoppedError
from desktop.letters.page import Page, draw_all
from desktop.letters.stationery import Envelope, Feed, Label, LabelSheet, Shift
from desktop.records.chasing import ladder
from desktop.records.ids import LetterId, RequestId, StudentId
from desktop.records.printout import LabelOf, Printout, Shape
from desktop.screens import jobs
from desktop.screens.desk import Desk
from desktop.screens.letter_drawing import Drawing, at_once
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.letters.press import Press


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a paper is about: a request, a student, or neither for a paper to every family.

    ``number`` is the request's, for the name of the file. ``letters`` are those that envelopes are
    for, in place of one request; ``several`` are requests a paper is printed for one after another.
    """

    request: RequestId | None = None
    student: StudentId | None = None
    number: str = ""
    letters: tuple[tuple[RequestId, LetterId], ...] = ()
    several: tuple[RequestId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelChoice:
    """Which sheet, its first free label from 0, how many to print, and the printer's shift."""

    sheet: LabelSheet
    first: int
    count: int
    shift: Shift


def drawing_of(
    desk: Desk, printout: Printout, matter: Matter, chosen: Chosen, labels: LabelChoice
) -> Drawing:
    """What makes the PDF.

    Raises:
        PrintoutRefusedError: what was typed does not fit; it names the fields.
        DeskError: something it tells of is not there. What cannot be printed is told when drawn.
    """
    match printout.shape:
        case Shape.PAGE:
            if matter.several:
                return _several(desk, printout, matter.several, chosen)
            pages = _pages(desk, printout, matter, chosen)
            return at_once(partial(_draw_pages, pages, chosen))
        case Shape.ENVELOPE:
            envelopes = _envelopes(desk, matter, chosen)
            feed = Feed(chosen.typed.get("feed") or Feed.OWN)
            return at_once(partial(_draw_envelopes, envelopes, feed))
        case Shape.LABELS:
            label = _label(desk, printout, matter, chosen)
            return at_once(partial(_draw_labels, label, labels))
        case _:
            assert_never(printout.shape)


def _pages(desk: Desk, printout: Printout, matter: Matter, chosen: Chosen) -> tuple[Page, ...]:
    printing = _printing(desk)
    if matter.request is not None:
        return request_pages(desk.store, matter.request, printout, chosen, printing)
    if matter.student is not None:
        return student_pages(desk.store, matter.student, printout, chosen, printing)
    return office_pages(desk.store, printout, chosen, printing)


def _printing(desk: Desk) -> Printing:
    return Printing(
        writing=Writing(templates=desk.printout_templates, law=desk.law, today=desk.today()),
        wording=desk.wording,
        answers_business_days=desk.defaults.answers_business_days,
        rungs=ladder(desk.defaults.chase),
        practice=desk.practice,
    )


def _several(
    desk: Desk, printout: Printout, requests: Sequence[RequestId], chosen: Chosen
) -> Drawing:
    """Many papers are filled where they are drawn: hundreds of them take seconds."""
    printing, path, keys = _printing(desk), desk.home.records_file, desk.keys
    check_typed(printout, chosen.typed, desk.law)

    def draw(press: Press, progress: jobs.Progress, cancelled: jobs.Cancelled) -> bytes:
        with closing(Store.open(path, keys)) as store:
            return _draw_pages(filled(store, progress, cancelled), chosen, press)

    def filled(store: Store, progress: jobs.Progress, cancelled: jobs.Cancelled) -> Iterator[Page]:
        for done, one in enumerate(requests, 1):
            if cancelled():
                raise StoppedError
            yield from request_pages(store, one, printout, chosen, printing)
            progress(done, len(requests))

    return draw


def _draw_pages(pages: Iterable[Page], chosen: Chosen, press: Press) -> bytes:
    return draw_all((replace(one, large_print=chosen.large_print) for one in pages), press)


def _envelopes(desk: Desk, matter: Matter, chosen: Chosen) -> list[Envelope]:
    store, today, practice = desk.store, desk.today(), desk.practice
    if matter.letters:
        return envelopes_for(store, matter.letters, today=today, practice=practice)[0]
    request = _request(matter)
    return [envelope_of(store, request, chosen.recipient, today=today, practice=practice)]


def _label(desk: Desk, printout: Printout, matter: Matter, chosen: Chosen) -> Label:
    request, store = _request(matter), desk.store
    if printout.label is LabelOf.FOLDER:
        return folder_label(store, request, desk.wording, practice=desk.practice)
    return address_label(
        store, request, chosen.recipient, today=desk.today(), practice=desk.practice
    )


def _request(matter: Matter) -> RequestId:
    if matter.request is None:
        raise TypeError("only a request has an address or a folder")
    return matter.request


def _draw_envelopes(envelopes: Sequence[Envelope], feed: Feed, press: Press) -> bytes:
    from desktop.letters.envelope import draw_envelopes  # noqa: PLC0415  # loads reportlab

    return draw_envelopes(envelopes, feed, press.fonts)


def _draw_labels(label: Label, labels: LabelChoice, press: Press) -> bytes:
    from desktop.letters.labels import draw_labels  # noqa: PLC0415  # loads reportlab

    return draw_labels(
        [label] * labels.count,
        labels.sheet,
        first=labels.first,
        shift=labels.shift,
        fonts=press.fonts,
    )
