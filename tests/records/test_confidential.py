"""What a paper keeps from one person, and how it is found in a text however it is written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.confidential import hidden_from, kept_from, shows
from desktop.records.consent import Capacity, Consent
from desktop.records.ids import ConsentId, OrderId, PersonId, StudentId
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Guardian, Relationship
from desktop.records.school import Address
from tests.offices import TODAY, a_party, a_school

SAFE = Address(street="118 Alder Street", street_2="Apt 3", city="Reno", state="NV",
               postal_code="89501")  # fmt: skip
FATHER = a_party(name="Rafael Alvarez", address=Address(street="9 Elm Court", city="Austin"))
MOTHER = a_party(
    name="Elena Alvarez", address=SAFE, phone="(775) 555-0142", email="elena@example.org"
)


def a_paper(*limits, on=FATHER, **dates):
    return Order(
        id=OrderId(1), student=StudentId(1), kind=OrderKind.PROTECTION, limited_party=on.id,
        limits=frozenset(limits or {Limit.ADDRESS}), read_by=PersonId(1), **dates,
    )  # fmt: skip


def hidden(*orders, party=FATHER, mother=MOTHER, school=None, today=TODAY, **stands):
    on_file = [
        Guardian(student=StudentId(1), party=mother, relationship=Relationship.MOTHER),
        Guardian(student=StudentId(1), party=FATHER, relationship=Relationship.FATHER),
    ]
    return hidden_from(orders, on_file, party, school or a_school(), today, **stands)


@pytest.mark.parametrize(
    "text",
    [
        "They live at 118 Alder Street now.",
        "118 ALDER STREET",
        "118, Alder  Street",
        "118\nAlder Street",
        "Call 775-555-0142.",
        "775 555 0142",
        "elena@example.org",
        "Reno, NV 89501",
        "118 Älder Street",
    ],
)
def test_found_however_it_is_written(text):
    assert shows(text, hidden(a_paper()))


@pytest.mark.parametrize("text", ["Apt 3", "Alder", "Reno", "9 Elm Court", "Rafael Alvarez", ""])
def test_what_tells_nobody_where_they_live_is_not_found(text):
    assert not shows(text, hidden(a_paper()))


@pytest.mark.parametrize(
    ("orders", "party", "hides"),
    [
        ((), FATHER, False),
        ((a_paper(),), FATHER, True),
        ((a_paper(),), MOTHER, False),
        ((a_paper(Limit.RECORDS, Limit.CONTACT),), FATHER, False),
        ((a_paper(until_on=TODAY),), FATHER, True),
        ((a_paper(until_on=TODAY - timedelta(1)),), FATHER, False),
        ((a_paper(ended_on=TODAY),), FATHER, False),
        ((a_paper(dated_on=TODAY + timedelta(9)),), FATHER, True),
    ],
    ids=[
        "no paper", "keeps the address", "the protected one", "speaks of no address", "last day",
        "over", "ended", "begins later",
    ],
)  # fmt: skip
def test_only_a_paper_about_the_address_hides_it_and_only_from_whom_it_limits(orders, party, hides):
    assert (party.id in kept_from(orders, TODAY)) is hides
    assert bool(hidden(*orders, party=party)) is hides


LAWYER = a_party(name="Nora Kemp", organization="Kemp Law")


def a_consent(signer, recipient="Nora Kemp, Kemp Law"):
    return Consent(
        id=ConsentId(1), student=StudentId(1), signer=signer, signed_as=Capacity.PARENT,
        recipient=recipient, purpose="To advise", records="All", signed_on=TODAY,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("relationship", "consents", "hides"),
    [
        (Relationship.ATTORNEY, (), True),
        (Relationship.REPRESENTATIVE, (), True),
        (Relationship.ATTORNEY, (a_consent("Rafael Alvarez"),), True),
        (Relationship.ATTORNEY, (a_consent("ELENA Álvarez"),), False),
        (Relationship.ATTORNEY, (a_consent("Elena Alvarez", "Dr. Lee"),), True),
        (
            Relationship.ATTORNEY,
            (a_consent("Elena Alvarez"), a_consent("Rafael Alvarez")),
            True,
        ),
        (Relationship.OTHER_SCHOOL, (), False),
    ],
    ids=[
        "nobody said for whom", "a representative", "acts for him", "acts for her",
        "her consent names somebody else", "acts for both", "acts for neither",
    ],
)  # fmt: skip
def test_who_may_act_for_him_is_told_no_more_than_he_is(relationship, consents, hides):
    kept = hidden(a_paper(), party=LAWYER, relationship=relationship, consents=consents)
    assert shows("118 Alder Street", kept) is hides
    assert not shows("9 Elm Court", kept)  # his own address is no secret from his lawyer


def test_whom_the_paper_names_may_be_unknown_and_a_lawyer_may_act_for_them():
    paper = a_paper(on=a_party(name="Not on file"))
    says_hers = (a_consent("Elena Alvarez"),)
    told = {"relationship": Relationship.ATTORNEY, "consents": says_hers}
    assert shows("118 Alder Street", hidden(paper, party=LAWYER, **told))


def test_one_street_on_the_roster_for_both_is_hidden_all_the_same():
    both = a_party(name="Elena Alvarez", address=FATHER.address)
    assert shows("9 Elm Court", hidden(a_paper(), mother=both))
    assert not shows("Austin", hidden(a_paper(), mother=both))


def test_the_schools_own_town_and_telephone_are_no_secret():
    school = a_school(address=Address(street="1 Oak", city="Reno", state="NV", postal_code="89501"),
                      phone=MOTHER.phone)  # fmt: skip
    kept = hidden(a_paper(), school=school)
    assert not shows("Reno, NV 89501", kept)
    assert not shows(MOTHER.phone, kept)
    assert shows("118 Alder Street", kept)


@given(st.text(max_size=40), st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_without_such_a_paper_nothing_is_hidden(text, today):
    assert not shows(text, hidden(a_paper(Limit.RECORDS), today=today))


@given(st.text(max_size=30), st.text(max_size=30))
def test_whatever_stands_around_it_it_is_found(before, after):
    assert shows(f"{before} 118 Alder Street {after}", hidden(a_paper()))
