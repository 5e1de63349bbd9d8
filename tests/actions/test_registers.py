"""What a step puts into the registers, and what staff enter and end there by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.actions import (
    closing,
    consenting,
    disclosing,
    families,
    opting_out,
    registers,
    steps,
)
from desktop.actions.intake import log_request
from desktop.actions.told import Told
from desktop.records.consent import Capacity, Consent, ConsentKind, Standing, standing
from desktop.records.disclosure import Disclosure
from desktop.records.ids import ConsentId, DisclosureId, OptOutId, OrderId
from desktop.records.opt_out import OptOut
from desktop.records.opt_out_window import OptOutWindow
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.request import Outcome, Right
from desktop.records.rights import Effect
from desktop.records.scope import Scope
from desktop.records.steps import StepRefusedError
from desktop.store import cases, consents, disclosures, opt_outs
from tests.actions.refusals import events, last_event, refused, unchanged
from tests.actions.small_rights import (
    CONSENT,
    OPT_OUT,
    RECRUITERS,
    REVOKE,
    THIRD_PARTY,
    law_with,
)
from tests.offices import TODAY, a_party, a_student, an_intake

EARLY = TODAY - timedelta(days=5)
MIA, MOTHER = a_student(), a_party(name="Elena Alvarez")
COURT = a_party(name="Sam Roe", organization="County Court")
WHOLE = {
    "consent_records": "Evaluation", "consent_purpose": "A second opinion",
    "consent_recipient": "Dr. Lee", "consent_capacity": "parent",
    "consent_signed_on": EARLY.isoformat(),
}  # fmt: skip
GIVEN = {"disclosure_basis": "court_order", "party_interest": "Case 12",
         "disclosure_records": "grades health"}  # fmt: skip


class Desk:
    """One office with the small rights; every request is about one child."""

    def __init__(self, office, student=MIA):
        self.office, self.store, self.student = office, office.store, student
        self.law = law_with(office.law, CONSENT, OPT_OUT, RECRUITERS, REVOKE, THIRD_PARTY)
        families.save_student(office.store, student, today=TODAY, by=office.sign())

    def log(self, right, requester=MOTHER, relationship=Relationship.MOTHER, on=EARLY):
        known = self.store.rows("select 1 from party where id = ?", (requester.id,))
        asked = an_intake(
            student=self.student, student_is_new=False, requester=requester,
            requester_is_new=not known, relationship=relationship, right=right, received_on=on,
        )  # fmt: skip
        return log_request(
            self.store, asked, law=self.law, today=TODAY, by=self.office.sign()
        ).request

    def do(self, request, code="note", choice="", note="", by=None, **details):
        steps.do_step(
            self.store, request, code, law=self.law, today=TODAY, by=by or self.office.sign(),
            choice=choice, note=note, details=details,
        )  # fmt: skip

    def undo(self, request, code="note"):
        steps.reopen_step(self.store, request, code, law=self.law, by=self.office.sign())

    def third_party(self, choice="given", requester=COURT, relationship=Relationship.OTHER, **told):
        request = self.log(Right.THIRD_PARTY, requester, relationship)
        self.do(request, choice=choice, **{**GIVEN, **told})
        return request

    def entries(self):
        return disclosures.disclosures_of(self.store, self.student.id)

    def kinds(self, request):
        return [one.kind for one in events(self.store, request)][2:]


@pytest.fixture
def desk(office):
    return Desk(office)


# Opt-outs


def a_window(**override):
    values = {"noticed_on": EARLY - timedelta(days=30), "calendar_days": 20}
    return OptOutWindow(**{**values, **override})


def test_99_37_a_3_the_time_of_the_notice_is_set_for_a_school_year_and_set_again(desk):
    by = desk.office.sign()
    opting_out.set_window(desk.store, a_window(), today=TODAY, by=by)
    changed = a_window(calendar_days=45, takes_late=False)
    opting_out.set_window(desk.store, changed, today=TODAY, by=by)
    assert opt_outs.windows(desk.store) == [changed]
    kind, facts = last_event(desk.store)
    assert kind == "opt_out.window_set"
    assert "+20" in facts  # what it was before


@pytest.mark.parametrize(
    ("override", "code"),
    [
        ({"calendar_days": 0}, "window_days"), ({"calendar_days": 400}, "window_days"),
        ({"noticed_on": TODAY + timedelta(days=1)}, "window_noticed"),
    ],
)  # fmt: skip
def test_a_time_that_cannot_be_is_refused(desk, override, code):
    with refused(desk.store, code):
        opting_out.set_window(desk.store, a_window(**override), today=TODAY, by=desk.office.sign())


def test_99_37_a_opt_out_is_noted_by_kind_from_the_day_it_came(desk):
    request = desk.log(Right.DIRECTORY_OPT_OUT)
    desk.do(request, opt_out_kinds="photo")
    (one,) = opt_outs.opt_outs_of(desk.store, MIA.id)
    assert (one.scope, one.kinds, one.received_on) == (Scope.DIRECTORY, ("photo",), EARLY)
    assert one.request == request
    assert desk.kinds(request) == ["opt_out.noted", "step.done"]


def test_done_again_it_is_one_opt_out_and_taken_back_none(desk):
    request = desk.log(Right.DIRECTORY_OPT_OUT)
    desk.do(request, opt_out_kinds="photo")
    desk.do(request, opt_out_kinds="")
    (one,) = opt_outs.opt_outs_of(desk.store, MIA.id)
    assert one.kinds == ()
    desk.undo(request)
    assert opt_outs.opt_outs_of(desk.store, MIA.id) == []
    assert desk.kinds(request)[-2:] == ["opt_out.taken_back", "step.reopened"]


def test_20_usc_7908_the_recruiter_opt_out_is_its_own(desk):
    desk.do(desk.log(Right.RECRUITER_OPT_OUT))
    (one,) = opt_outs.opt_outs_of(desk.store, MIA.id)
    assert one.scope is Scope.RECRUITERS


def an_opt_out(desk, **override):
    values = {"id": OptOutId(5), "student": MIA.id, "scope": Scope.PPRA, "received_on": EARLY}
    one = OptOut(**{**values, **override})
    opting_out.note_opt_out(desk.store, one, today=TODAY, by=desk.office.sign())
    return one


def rescind(desk, on):
    return opting_out.rescind_opt_out(
        desk.store, OptOutId(5), on=on, today=TODAY, by=desk.office.sign()
    )


def test_99_37_b_an_opt_out_ends_on_the_day_it_is_rescinded_and_stays_listed(desk):
    an_opt_out(desk)
    rescind(desk, TODAY)
    rescind(desk, EARLY)  # a second time changes nothing
    (one,) = opt_outs.opt_outs_of(desk.store, MIA.id)
    assert one.rescinded_on == TODAY
    rows = desk.store.rows(
        "select kind, coalesce(facts, '{}') from event left join event_facts using (seq)"
        " where kind like 'opt_out.%' order by seq"
    )
    assert [row[0] for row in rows] == ["opt_out.noted", "opt_out.rescinded"]
    assert TODAY.isoformat() in rows[1][1]


@pytest.mark.parametrize(
    ("days", "fault"), [(1, "ended_later"), (-6, "ended_early")], ids=["to come", "before it came"]
)
def test_an_opt_out_ends_on_no_impossible_day(desk, days, fault):
    an_opt_out(desk)
    with refused(desk.store, fault):
        rescind(desk, TODAY + timedelta(days=days))


def test_an_opt_out_of_tomorrow_is_refused(desk):
    with refused(desk.store, "received_later"):
        an_opt_out(desk, received_on=TODAY + timedelta(days=1))


def test_the_list_shows_those_in_force_first_and_finds_by_student(desk):
    an_opt_out(desk)
    other = an_opt_out(desk, id=OptOutId(6), scope=Scope.DIRECTORY)
    rescind(desk, TODAY)
    assert opt_outs.opt_out_ids(desk.store) == [other.id, OptOutId(5)]
    assert opt_outs.opt_out_ids(desk.store, "alv") == [other.id, OptOutId(5)]
    assert opt_outs.opt_out_ids(desk.store, "ng") == []
    assert opt_outs.opt_out_rows(desk.store, [other.id])[0].name == "Alvarez, Mia"


# Consents


def test_99_30_a_whole_consent_is_kept(desk):
    request = desk.log(Right.CONSENT)
    desk.do(request, **WHOLE)
    (one,) = consents.consents_of(desk.store, MIA.id)
    assert (one.signer, one.signed_as, one.recipient, one.signed_on) == (
        "Elena Alvarez", Capacity.PARENT, "Dr. Lee", EARLY)  # fmt: skip
    assert standing(one, MIA, on=TODAY) is Standing.VALID
    assert desk.kinds(request) == ["consent.kept", "step.done"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("consent_records", ""), ("consent_purpose", ""), ("consent_recipient", ""),
        ("consent_signed_on", ""), ("consent_signed_on", (TODAY + timedelta(days=1)).isoformat()),
        ("consent_until_on", (EARLY - timedelta(days=1)).isoformat()),
    ],
    ids=["99.30(b)(1)", "99.30(b)(2)", "99.30(b)(3)", "99.30(a) undated", "dated later",
         "ends before it begins"],
)  # fmt: skip
def test_99_30_without_an_element_there_is_no_consent_and_nothing_is_written(desk, field, value):
    request = desk.log(Right.CONSENT)
    with unchanged(desk.store), pytest.raises(StepRefusedError) as caught:
        desk.do(request, **{**WHOLE, field: value})
    assert set(caught.value.fields) == {field}


def test_a_student_signs_as_the_student(office):
    adult = a_student(born_on=TODAY.replace(year=TODAY.year - 18))
    desk = Desk(office, adult)
    request = desk.log(Right.CONSENT, a_party(name="Mia Alvarez"), Relationship.SELF)
    desk.do(request, **{**WHOLE, "consent_capacity": "", "consent_signed_on": TODAY.isoformat()})
    (one,) = consents.consents_of(desk.store, adult.id)
    assert (one.signer, one.signed_as) == ("Mia Alvarez", Capacity.STUDENT)
    assert standing(one, adult, on=TODAY) is Standing.VALID


def test_300_9_c_3_a_revocation_counts_from_the_day_it_came_and_not_backwards(desk):
    desk.do(desk.log(Right.CONSENT), **WHOLE)
    desk.do(desk.log(Right.CONSENT), **{**WHOLE, "consent_recipient": "Dr. Park"})
    request = desk.log(Right.REVOKE_CONSENT, on=TODAY - timedelta(days=1))
    desk.do(request, revoked_recipient="lee")
    revoked = {one.recipient: one for one in consents.consents_of(desk.store, MIA.id)}
    assert revoked["Dr. Park"].revoked_on is None
    lee = revoked["Dr. Lee"]
    assert standing(lee, MIA, on=TODAY - timedelta(days=2)) is Standing.VALID
    assert standing(lee, MIA, on=TODAY - timedelta(days=1)) is Standing.REVOKED
    desk.undo(request)
    assert {one.revoked_on for one in consents.consents_of(desk.store, MIA.id)} == {None}
    assert desk.kinds(request) == [
        "consent.revoked", "step.done", "consent.unrevoked", "step.reopened"]  # fmt: skip


def test_a_revocation_of_nothing_on_file_says_so(desk):
    request = desk.log(Right.REVOKE_CONSENT)
    desk.do(request, revoked_recipient="Dr. Lee")
    assert desk.kinds(request) == ["consent.none_to_revoke", "step.done"]


def test_a_consent_unticked_is_gone_and_one_revoked_by_hand_stays_listed(desk):
    request = desk.log(Right.CONSENT)
    desk.do(request, **WHOLE)
    desk.undo(request)
    assert consents.consents_of(desk.store, MIA.id) == []
    desk.do(request, **WHOLE)
    (one,) = consents.consents_of(desk.store, MIA.id)
    by = desk.office.sign()
    consenting.revoke_consent(desk.store, one.id, on=TODAY, today=TODAY, by=by)
    assert consents.consent(desk.store, one.id).revoked_on == TODAY
    with unchanged(desk.store):
        consenting.revoke_consent(desk.store, one.id, on=EARLY, today=TODAY, by=by)


def a_consent(**override):
    values = {
        "id": ConsentId(7), "student": MIA.id, "signer": "Elena Alvarez",
        "signed_as": Capacity.PARENT, "recipient": "Dr. Lee", "purpose": "A second opinion",
        "records": "Evaluation", "signed_on": EARLY,
    }  # fmt: skip
    return Consent(**{**values, **override})


def test_99_30_a_consent_without_a_request_is_kept_and_journaled_without_a_name(desk):
    by = desk.office.sign()
    changes = consenting.keep_consent(desk.store, a_consent(), today=TODAY, by=by)
    assert consents.consents_of(desk.store, MIA.id) == [a_consent()]
    assert MIA.id in changes.students
    ((kind, facts),) = desk.store.rows(
        "select kind, facts from event join event_facts using (seq) order by seq desc limit 1"
    )
    assert kind == "consent.kept"
    assert "Lee" not in facts


@pytest.mark.parametrize(
    ("override", "lacks"),
    [
        ({"signer": " "}, "signer"), ({"signed_as": None}, "capacity"),
        ({"signed_on": None}, "signed_on"), ({"records": ""}, "records"),
        ({"purpose": ""}, "purpose"), ({"recipient": ""}, "recipient"),
        ({"signed_on": TODAY + timedelta(days=1)}, "signed_on"),
        ({"until_on": EARLY - timedelta(days=1)}, "until_on"),
    ],
)  # fmt: skip
def test_99_30_b_by_hand_too_a_consent_lacking_an_element_is_none(desk, override, lacks):
    with unchanged(desk.store), pytest.raises(consenting.ConsentRefusedError) as told:
        consenting.keep_consent(
            desk.store, a_consent(**override), today=TODAY, by=desk.office.sign()
        )
    assert set(told.value.lacks) == {lacks}


def a_survey(desk, on=TODAY + timedelta(days=9), signed=EARLY):
    """A request about a survey the Department of Education pays for, to which they said yes."""
    desk.law = desk.office.law
    request = desk.log(Right.PPRA)
    desk.do(request, "identity", "photo_id")
    desk.do(request, "authority", "parent")
    desk.do(request, "what", "funded_material", material="Youth survey", survey=on.isoformat())
    desk.do(request, "part", "consent_signed")
    desk.do(
        request, "paper", consent_signer="Elena Alvarez", consent_capacity="parent",
        consent_signed_on=signed.isoformat(),
    )  # fmt: skip
    return request


def test_20_usc_1232h_b_consent_to_a_funded_survey_stands_with_the_consents(desk):
    request = a_survey(desk)
    (one,) = consents.consents_of(desk.store, MIA.id)
    assert (one.kind, one.records, one.request) == (ConsentKind.SURVEY, "Youth survey", request)
    assert standing(one, MIA, on=TODAY) is Standing.VALID
    desk.undo(request, "paper")
    assert consents.consents_of(desk.store, MIA.id) == []


def test_20_usc_1232h_b_it_comes_before_the_survey(desk):
    with pytest.raises(StepRefusedError) as told:
        a_survey(desk, on=EARLY + timedelta(days=1), signed=TODAY)
    assert set(told.value.fields) == {"consent_signed_on"}
    assert consents.consents_of(desk.store, MIA.id) == []


def test_consents_are_found_by_student_and_recipient(desk):
    desk.do(desk.log(Right.CONSENT), **WHOLE)
    (one,) = consents.consents_of(desk.store, MIA.id)
    for text in ("", "alvarez", "lee", "dr lee"):
        assert consents.consent_ids(desk.store, text) == [one.id]
    assert consents.consent_ids(desk.store, "park") == []
    assert consents.consent_rows(desk.store, [one.id])[0].name == "Alvarez, Mia"


# Disclosures made by a step


def test_99_32_a_disclosure_to_a_third_party_is_entered_with_party_and_interest(desk):
    request = desk.third_party()
    (row,) = desk.entries()
    entry = row.entry
    assert (entry.party, entry.interest, entry.records) == (
        "Sam Roe, County Court", "Case 12", "Grades!; Health!")  # fmt: skip
    assert (entry.basis, entry.disclosed_on, entry.refused) == ("court_order", TODAY, False)
    assert (row.number, row.entered_by) == ("2026-0001", desk.office.opened.person.id)
    assert desk.kinds(request) == ["disclosure.entered", "step.done"]


def test_the_journal_names_nobody(desk):
    request = desk.third_party()
    said = str([one.facts for one in events(desk.store, request)])
    assert "Roe" not in said
    assert "Case 12" not in said


def test_99_32_a_1_a_refused_request_is_entered_too(desk):
    request = desk.third_party("refused", disclosure_basis="", party_interest="")
    (row,) = desk.entries()
    assert (row.entry.refused, row.entry.basis) == (True, "")
    assert desk.kinds(request)[0] == "disclosure.refused"


@pytest.mark.parametrize(
    ("relationship", "basis"),
    [(Relationship.OTHER, "directory"), (Relationship.MOTHER, "court_order")],
    ids=["99.32(d)(4)", "99.32(d)(1)"],
)
def test_who_is_exempt_is_not_entered_and_the_history_says_so(desk, relationship, basis):
    request = desk.third_party(relationship=relationship, disclosure_basis=basis)
    assert desk.entries() == []
    assert desk.kinds(request) == ["disclosure.not_needed", "step.done"]


def test_a_would_be_parent_whose_right_was_revoked_is_entered_when_refused(desk):
    order = Order(
        id=OrderId(1), student=MIA.id, kind=OrderKind.CUSTODY, limited_party=COURT.id,
        limits=frozenset({Limit.RECORDS}), passage="No access to records.",
        read_by=desk.office.opened.person.id,
    )  # fmt: skip
    request = desk.log(Right.THIRD_PARTY, COURT, Relationship.FATHER)
    families.note_order(desk.store, order, by=desk.office.sign())
    desk.do(request, choice="refused")
    assert [row.entry.refused for row in desk.entries()] == [True]


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ({"party_interest": ""}, {"party_interest"}),
        ({"disclosure_basis": ""}, {"disclosure_basis"}),
        ({"disclosure_basis": "emergency"}, {"threat", "recipients"}),
        ({"disclosed_on": (TODAY + timedelta(days=1)).isoformat()}, {"disclosed_on"}),
    ],
    ids=["99.32(a)(1)(ii)", "99.31", "99.32(a)(5)", "to come"],
)
def test_an_entry_lacking_something_refuses_the_step_beside_its_field(desk, told, lacks):
    request = desk.log(Right.THIRD_PARTY, COURT, Relationship.OTHER)
    with unchanged(desk.store), pytest.raises(StepRefusedError) as caught:
        desk.do(request, choice="given", **{**GIVEN, **told})
    assert set(caught.value.fields) == lacks


def test_99_32_a_5_an_emergency_is_entered_with_threat_and_recipients(desk):
    desk.third_party(disclosure_basis="emergency", threat="A note.", recipients="Police, nurse")
    (row,) = desk.entries()
    assert (row.entry.threat, row.entry.recipients) == ("A note.", "Police, nurse")
    assert disclosures.disclosure_ids(desk.store, "nurse") == [row.id]


def test_done_again_differently_is_a_new_entry_that_corrects_the_old(desk):
    request = desk.third_party()
    desk.undo(request)
    assert len(desk.entries()) == 1
    desk.do(request, choice="given", **GIVEN)
    assert len(desk.entries()) == 1
    desk.do(request, choice="given", **{**GIVEN, "party_interest": "Case 13"})
    old, new = desk.entries()
    assert (new.entry.interest, new.entry.corrects) == ("Case 13", old.id)
    assert (old.corrected, new.corrected) == (True, False)
    assert "disclosure.corrected" in desk.kinds(request)


@pytest.mark.parametrize(
    ("special", "found"), [(False, []), (True, [("Dr. Lee", "consent", True)])],
    ids=["99.32(d)(3)", "300.614"],
)  # fmt: skip
def test_access_by_consent_is_listed_for_special_education_only(office, special, found):
    desk = Desk(office, replace(MIA, special_education=special))
    request = desk.log(Right.CONSENT)
    desk.do(request, **WHOLE)
    desk.do(request, "send")
    entries = [row.entry for row in desk.entries()]
    assert [(one.party, one.basis, one.idea_only) for one in entries] == found


def test_99_32_a_1_who_was_refused_to_see_records_is_entered_at_the_end(desk):
    request = desk.log(Right.INSPECT, COURT, Relationship.GRANDPARENT)
    desk.do(request, "authority", "may_not", note="No paper.")
    desk.do(request, "approve_no", "agreed", "No paper at all.", by=desk.office.principal())
    desk.do(request, "tell_no")
    closing.close_request(
        desk.store, request, Outcome.NOT_ENTITLED, note="No paper.",
        law=desk.law, today=TODAY, by=desk.office.sign(),
    )  # fmt: skip
    entries = [row.entry for row in desk.entries()]
    assert [(one.party, one.refused) for one in entries] == [("Sam Roe, County Court", True)]


def test_99_4_a_parent_without_a_paper_against_them_cannot_be_refused(desk):
    request = desk.log(Right.INSPECT, COURT, Relationship.FATHER)
    with pytest.raises(StepRefusedError, match="choice_answer"):
        desk.do(request, "authority", "may_not", note="The mother says no.")
    assert desk.entries() == []


# Disclosures entered by hand


def by_hand(desk, **override):
    values = {
        "id": DisclosureId(9), "student": MIA.id, "party": " Lincoln High ", "interest": "Enrolls",
        "basis": "enrolling_school", "disclosed_on": EARLY,
    }  # fmt: skip
    entry = Disclosure(**{**values, **override})
    disclosing.enter_disclosure(desk.store, entry, law=desk.law, today=TODAY, by=desk.office.sign())
    return entry


def test_an_entry_is_typed_by_hand_and_corrected_by_another(desk):
    first = by_hand(desk)
    by_hand(desk, id=DisclosureId(10), party="Lincoln Middle", corrects=first.id)
    old, new = desk.entries()
    assert (old.entry.party, old.corrected, new.entry.corrects) == ("Lincoln High", True, first.id)
    rows = desk.store.rows("select kind from event where kind like 'disclosure.%' order by seq")
    assert rows == [("disclosure.entered",), ("disclosure.corrected",)]


def test_what_is_missing_is_told_by_field_and_nothing_is_written(desk):
    with refused(desk.store, "entry") as caught:
        by_hand(desk, party=" ", basis="emergency")
    assert set(caught.value.fields) == {"party", "threat", "recipients"}


@pytest.mark.parametrize("basis", ["staff", "directory", "consent", "grand_jury", "family"])
def test_99_32_d_what_the_law_exempts_is_not_entered_by_hand_either(desk, basis):
    with refused(desk.store, "not_needed"):
        by_hand(desk, basis=basis)


def test_300_614_consent_by_hand_counts_for_special_education_only(office):
    desk = Desk(office, replace(MIA, special_education=True))
    by_hand(desk, basis="consent")
    assert [row.entry.idea_only for row in desk.entries()] == [True]


def test_a_social_security_number_never_gets_into_the_record(desk):
    with refused(desk.store, "nine_digits"):
        by_hand(desk, records="123-45-6789")


# The shipped rights


def test_every_ground_a_right_offers_is_one_of_the_table(office):
    grounds = [
        option.id
        for right in office.law.rights.offered()
        for field in [right.field("disclosure_basis")]
        if field is not None
        for option in field.option
    ]
    offered = {basis.id for basis in office.law.bases.offered()}
    assert grounds
    assert set(grounds) <= offered


def test_a_right_asks_for_everything_its_effects_need(office):
    needs = {
        Effect.CONSENT: {"consent_signer", "consent_signed_on", "consent_records",
                         "consent_purpose", "consent_recipient"},
        Effect.REVOKE_CONSENT: {"revoked_recipient"},
        Effect.OPT_OUT: {"opt_out_kinds"},
        Effect.DISCLOSURE: {"disclosure_records", "disclosed_on"},
    }  # fmt: skip
    for right in office.law.rights.offered():
        for step in right.step:
            effects = {*step.effect, *(one for choice in step.choice for one in choice.effect)}
            for effect in effects & set(needs):
                lacking = {one for one in needs[effect] if right.field(one) is None}
                assert lacking == set(), (right.id, step.id)


def test_a_third_party_is_refused_and_stands_in_the_record(desk):
    desk.law = desk.office.law
    request = desk.log(Right.THIRD_PARTY, COURT, Relationship.AGENCY)
    desk.do(request, "who", party_kind="agency", party_interest="A tax case")
    desk.do(request, "basis", "fits")
    desk.do(request, "which", disclosure_basis="court_order", basis_shown="Nothing but a letter")
    steps.do_step(
        desk.store, request, "answer", law=desk.law, today=TODAY, by=desk.office.sign(),
        choice="refuse", note="It is no order.",
    )  # fmt: skip
    yesterday = TODAY - timedelta(days=1)
    desk.do(request, "tell_refused", refused_on=yesterday.isoformat())
    (row,) = desk.entries()
    assert (row.entry.refused, row.entry.interest, row.entry.disclosed_on) == (
        True, "A tax case", yesterday)  # fmt: skip


def test_99_31_a_12_a_student_under_18_who_saw_the_own_record_is_entered(desk):
    desk.law = desk.office.law
    request = desk.log(Right.STUDENT_QUESTION, a_party(name="Mia Alvarez"), Relationship.SELF)
    right = desk.law.rights[Right.STUDENT_QUESTION]
    told = Told(
        store=desk.store, case=cases.case(desk.store, request), step="show", law=desk.law,
        details={"disclosure_records": "Her grades", "disclosed_on": TODAY.isoformat(),
                 "question": "What do my grades say?"},
        today=TODAY, by=desk.office.sign(),
    )  # fmt: skip
    with desk.store.change(None, by=desk.office.sign()) as change:
        for write in registers.follow(told, right.step_rule("show").effects("")):
            write(change)
    (row,) = desk.entries()
    assert (row.entry.party, row.entry.basis) == ("Mia Alvarez", "minor_student")
    assert row.entry.interest == "What do my grades say?"


def test_a_third_party_with_consent_is_entered_under_its_own_name(office):
    desk = Desk(office, replace(MIA, special_education=True))
    request = desk.third_party(disclosure_basis="consent", further="Nobody")
    (row,) = desk.entries()
    assert (row.entry.party, row.entry.idea_only, row.entry.further) == (
        "Sam Roe, County Court", True, "Nobody")  # fmt: skip
    assert desk.kinds(request)[0] == "disclosure.entered"
