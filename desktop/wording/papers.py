"""A paper on file in words: what it is, whom it limits in what, and whether it binds today."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from desktop.records.order import Limit, Order
from desktop.wording.sentences import Wording


def paper_title(order: Order, wording: Wording) -> str:
    """The kind of paper and where it comes from: "Custody paper, Superior Court"."""
    kind = wording.text(f"request.paper.kind.{order.kind}")
    return ", ".join(part for part in (kind, order.court) if part)


def limits_said(limits: Collection[Limit], wording: Wording) -> str:
    """Limits as a list of phrases: "may not see the records, no contact"."""
    named = (one for one in Limit if one in limits)
    return ", ".join(wording.text(f"request.paper.limit.{one}") for one in named)


def paper_says(order: Order, limited: str, wording: Wording) -> str:
    """Whom the paper limits in what; and that records stay open where it does not name them."""
    return " ".join(_says(order, limited, wording))


def _says(order: Order, limited: str, wording: Wording) -> Iterator[str]:
    if not limited or not order.limits:
        yield wording.text("student.paper.limits_nothing")
        return
    yield wording.text("request.paper.limits", who=limited, what=limits_said(order.limits, wording))
    if Limit.RECORDS not in order.limits:
        yield wording.text("student.paper.records_stay")


def paper_dates(order: Order, today: date, wording: Wording) -> str:
    """When the paper was dated and how long it binds, or that it no longer does."""
    return " ".join(_dates(order, today, wording))


def _dates(order: Order, today: date, wording: Wording) -> Iterator[str]:
    if order.dated_on and order.dated_on <= today:
        yield wording.text("student.paper.dated", on=order.dated_on)
    if order.ended_on and order.ended_on <= today:
        yield wording.text("student.paper.ended", on=order.ended_on)
    elif order.until_on and order.until_on < today:
        yield wording.text("student.paper.past", on=order.until_on)
    elif order.dated_on and order.dated_on > today:
        yield wording.text("request.paper.until.begins", on=order.dated_on)
    elif order.until_on:
        yield wording.text("request.paper.until.day", on=order.until_on)
    else:
        yield wording.text("request.paper.until.open")


def paper_line(order: Order, limited: str, reader: str, today: date, wording: Wording) -> str:
    """A paper in one line, for screens about something else: what, whom, until when, who read it.

    ``limited`` and ``reader`` name the person it limits and who in the office read it.
    """
    read_by = wording.text("request.paper.read_by", initials=reader)
    says = paper_says(order, limited, wording)
    return f"{paper_title(order, wording)}. {says} {paper_dates(order, today, wording)} {read_by}"
