"""The papers on file for a student, a line each, for screens that are about something else."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.records.order import Order
from desktop.screens.desk import Desk
from desktop.screens.request_view import party_said
from desktop.store import students
from desktop.wording.papers import paper_line


def paper_lines(desk: Desk, orders: Sequence[Order]) -> list[str]:
    """Those that bind today or will, each with what it limits, until when, and who read it."""
    today = desk.today()
    holding = [order for order in orders if not order.over(today)]
    limited = sorted({one.limited_party for one in holding if one.limited_party is not None})
    people = students.parties(desk.store, limited) if limited else []
    names = {one.id: party_said(one) for one in people}
    readers = {one.id: one.initials for one in desk.people()} if holding else {}
    return [
        paper_line(
            order,
            names.get(order.limited_party, "") if order.limited_party else "",
            readers.get(order.read_by, ""),
            today,
            desk.wording,
        )
        for order in holding
    ]
