"""The charge for copies."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from desktop.actions import closing, giving
from desktop.records.case import Fee
from desktop.records.request import Access, Outcome, Right
from desktop.store import cases
from tests.actions.refusals import events, refused
from tests.offices import TODAY, an_office

DUE = date(2026, 11, 19)


@pytest.fixture
def request_id(office):
    return office.log().request


def charge(office, request, **fee):
    return giving.set_fee(office.store, request, Fee(**fee), law=office.law, by=office.sign())


def close(office, request):
    closing.close_request(
        office.store, request, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip


def test_a_charge_is_pages_times_the_rate_and_postage(office, request_id):
    charge(office, request_id, pages=32, cents_a_page=10, postage_cents=146)
    fee = cases.case(office.store, request_id).fee
    assert (fee.copy_cents, fee.total_cents) == (320, 466)
    event = events(office.store, request_id)[-1]
    assert (event.kind, event.facts) == ("fee.set", {"pages": 32, "total_cents": 466})


def test_a_charge_worked_out_again_takes_the_place_of_the_first(office, request_id):
    charge(office, request_id, pages=32, cents_a_page=10)
    charge(office, request_id, pages=30, cents_a_page=10)
    assert cases.case(office.store, request_id).fee == Fee(pages=30, cents_a_page=10)
    assert office.store.rows("select count(*) from fee") == [(1,)]


def test_a_waived_charge_asks_for_nothing_and_says_why(office, request_id):
    charge(office, request_id, pages=32, cents_a_page=10, waived=True, waiver_reason=" Hardship ")
    fee = cases.case(office.store, request_id).fee
    assert (fee.total_cents, fee.waiver_reason) == (0, "Hardship")
    assert events(office.store, request_id)[-1].kind == "fee.waived"


def test_the_reason_goes_with_the_waiver(office, request_id):
    charge(office, request_id, pages=1, cents_a_page=10, waiver_reason="Hardship")
    assert cases.case(office.store, request_id).fee.waiver_reason == ""


CHARGES = {
    "fewer than no pages": ({"pages": -1}, "fee_amount"),
    "more pages than there are": ({"pages": giving.MOST_PAGES + 1}, "fee_amount"),
    "a negative rate": ({"cents_a_page": -1}, "fee_amount"),
    "a rate beyond belief": ({"cents_a_page": giving.MOST_CENTS + 1}, "fee_amount"),
    "negative postage": ({"postage_cents": -1}, "fee_amount"),
    "34 CFR 99.11(a): waived without a word": (
        {"waived": True, "waiver_reason": " "}, "fee_waiver"),
    "a Social Security number": (
        {"waived": True, "waiver_reason": "123-45-6789"}, "nine_digits"),
}  # fmt: skip


@pytest.mark.parametrize("why", CHARGES)
def test_a_charge_that_cannot_be_is_refused(office, request_id, why):
    fee, code = CHARGES[why]
    with refused(office.store, code):
        charge(office, request_id, **fee)


def test_there_is_no_place_for_search_retrieval_or_redaction():
    """34 CFR 99.11(b): an office may not charge to search for or to retrieve records."""
    names = {one.name for one in fields(Fee)}
    assert names == {"pages", "cents_a_page", "postage_cents", "waived", "waiver_reason"}


def test_no_charge_is_set_on_a_closed_request(office, request_id):
    close(office, request_id)
    with refused(office.store, "closed"):
        charge(office, request_id, pages=1)


def test_ri_gen_laws_16_71_3_more_than_fifteen_cents_a_page_is_refused(tmp_path):
    office = an_office(tmp_path, state="RI")
    request = office.log(right=Right.COPIES, access=Access.COPIES).request
    with refused(office.store, "fee_cap") as dear:
        charge(office, request, pages=10, cents_a_page=16)
    assert "15 cents a page" in dear.value.message
    charge(office, request, pages=10, cents_a_page=15)
    charge(office, request, pages=10, cents_a_page=16, waived=True, waiver_reason="They asked.")


def test_a_state_without_a_cap_in_our_table_leaves_the_rate_to_the_office(office, request_id):
    charge(office, request_id, pages=10, cents_a_page=50)
    assert cases.case(office.store, request_id).fee.total_cents == 500
