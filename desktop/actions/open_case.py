"""The case an action works on, which must still be open."""

from __future__ import annotations

from desktop.errors import DeskError
from desktop.records.case import Case
from desktop.records.ids import RequestId
from desktop.records.request import Status
from desktop.store import cases
from desktop.store.store import Store


def open_case(store: Store, request: RequestId) -> Case:
    """The case, refused when it is closed.

    Raises:
        DeskError: ``closed``.
    """
    case = cases.case(store, request)
    if case.request.status is Status.CLOSED:
        raise DeskError(
            "closed", "This request is closed.", "Open it again first if something was missed."
        )
    return case
