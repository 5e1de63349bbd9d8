"""Begin a drill in the practice office, look at what was done in it, and print who finished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.actions.days import school_page
from desktop.actions.practice import add_request, student_of
from desktop.letters.markup import escaped
from desktop.letters.page import Letterhead, Page, draw
from desktop.records.drills import Drill, Looked, look
from desktop.records.ids import RequestId, StudentId
from desktop.records.law import Law
from desktop.store import cases
from desktop.store.store import Store
from desktop.wording.sentences import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A drill somebody works on. ``request`` is the case laid ready, None where they log it."""

    drill: Drill
    began_on: date
    request: RequestId | None
    student: StudentId
    known: frozenset[RequestId]


def begin_drill(store: Store, drill: Drill, *, law: Law, now: datetime, today: date) -> Begun:
    """Lay the drill's case ready; each beginning is a fresh one.

    Raises:
        DeskError: ``practice_changed``: the invented family is no longer there.
    """
    student = student_of(store, drill.request)
    known = frozenset(cases.requests_of(store, student))
    request = add_request(store, drill.request, law=law, now=now) if drill.ready else None
    return Begun(drill=drill, began_on=today, request=request, student=student, known=known)


def request_of(store: Store, begun: Begun) -> RequestId | None:
    """The case of the drill; where the person logs it, the newest they logged since."""
    if begun.request is not None:
        return begun.request
    new = set(cases.requests_of(store, begun.student)) - begun.known
    return max(new, default=None)


def look_at_drill(store: Store, begun: Begun) -> tuple[Looked, ...]:
    """What was done, check by check, as it stands in the file."""
    request = request_of(store, begun)
    if request is None:
        return tuple(Looked(check=check, holds=False) for check in begun.drill.check)
    return look(begun.drill, cases.case(store, request), began_on=begun.began_on)


def learning_certificate(
    store: Store,
    who: str,
    finished: list[tuple[str, date]],
    wording: Wording,
    *,
    practice: bool,
    today: date,
) -> bytes:
    """The certificate of the drills one person finished, as a PDF; the titles with their days."""
    lines = "\n".join(
        f"- {wording.text('learning.line', title=title, on=on)}" for title, on in finished
    )
    text = wording.text("learning.certificate_text", who=escaped(who), lines=lines)
    page = Page(
        letterhead=Letterhead(school=school_page(store)),
        recipient=(),
        on=today,
        reference="",
        title=wording.text("learning.certificate_title"),
        text=text,
        signer=(school_page(store).records_contact,),
        practice=practice,
    )
    return draw(page)
