"""Work out the charge for copies."""

from __future__ import annotations

from dataclasses import replace

from desktop.actions.changes import Changes
from desktop.actions.days import books_of, school_page
from desktop.actions.open_case import open_case
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.case import Case, Fee
from desktop.records.ids import RequestId
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.store import requests
from desktop.store.journal import Event
from desktop.store.store import Store

MOST_PAGES = 100_000
MOST_CENTS = 100_000


def set_fee(store: Store, request: RequestId, fee: Fee, *, law: Law, by: Initials) -> Changes:
    """Write the charge for copies; only copying and postage can be charged (34 CFR 99.11).

    Raises:
        DeskError: ``fee_amount``, ``fee_cap`` (more a page than the state allows), ``fee_waiver``
            (a waiver without its reason), ``nine_digits`` or ``closed``.
    """
    case = open_case(store, request)
    _check_cap(store, case, fee, law)
    amounts = (fee.cents_a_page, fee.postage_cents)
    if not 0 <= fee.pages <= MOST_PAGES or not all(0 <= cents <= MOST_CENTS for cents in amounts):
        raise DeskError("fee_amount", "That charge cannot be right.", "Check pages and amounts.")
    if fee.waived and not fee.waiver_reason.strip():
        raise DeskError(
            "fee_waiver",
            "The reason for no charge is missing.",
            "A few words are enough; no proof of income is needed.",
        )
    fee = replace(fee, waiver_reason=kept_words(fee.waiver_reason) if fee.waived else "")
    event = Event(
        kind="fee.waived" if fee.waived else "fee.set",
        request=request,
        student=case.student.id,
        facts={"pages": fee.pages, "total_cents": fee.total_cents},
    )
    with store.change(event, by=by) as change:
        requests.save_fee(change, request, fee)
    return Changes.of_request(request)


def _check_cap(store: Store, case: Case, fee: Fee, law: Law) -> None:
    state, received_on = school_page(store).state, case.request.received_on
    cap = books_of(store, law).copy_cap(state, received_on=received_on)
    most = cap.most_cents_a_page if cap else None
    if cap is None or most is None or fee.waived or fee.cents_a_page <= most:
        return
    raise DeskError(
        "fee_cap",
        f"The state allows {most} cents a page at most ({cap.citation}).",
        "Lower the rate.",
    )
