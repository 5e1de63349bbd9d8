"""The rights as data: a row of the law for each, and every way through each of them walked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest

from desktop.letters.template import load_templates
from desktop.office.guidance import load_guidance
from desktop.paths import resources
from desktop.records.authority import Answer, Reason, Verdict
from desktop.records.disclosure import load_bases
from desktop.records.request import Access, Outcome, Right
from desktop.records.right_files import Titles
from desktop.records.rights import Effect, Field, FieldKind, RightRule, StepRule, load_rights
from desktop.records.rules import load_rule_books
from desktop.wording.sentences import load_wording
from tests.records.reading_grade import grade

RIGHTS = load_rights(resources("rights"))
ALL = list(RIGHTS.by_id.values())
STEPS = [pytest.param(rule, step, id=f"{rule.id}-{step.id}") for rule in ALL for step in rule.step]
TITLE, SENTENCE, FIELD_HELP = 60, 120, 100


def step(right: Right, code: str) -> StepRule:
    return RIGHTS[right].step_rule(code)


def fields(right: Right, code: str) -> set[str]:
    return {one.id for one in step(right, code).field}


def letters(right: Right) -> set[str]:
    return {letter for one in RIGHTS[right].step for letter in one.offers}


def gates(right: Right) -> set[str]:
    return {one.id for one in RIGHTS[right].step if one.gate}


# Loading


def test_every_right_has_its_file_and_every_file_can_be_read():
    assert RIGHTS.faults == ()
    assert set(RIGHTS.by_id) == set(Right)


def test_a_shared_step_is_told_once_and_a_right_may_put_its_own_words_over_it(tmp_path):
    (tmp_path / "shared.toml").write_text(_SHARED)
    (tmp_path / "copies.toml").write_text(_LIKE)
    rights = load_rights(tmp_path)
    assert rights.faults == ()
    receipt = rights[Right.COPIES].step_rule("receipt")
    assert (receipt.title, receipt.says, receipt.letters) == ("Own title", "Print.", ("receipt",))


def test_a_step_like_one_that_is_not_shared_is_a_fault_of_its_file(tmp_path):
    (tmp_path / "shared.toml").write_text(_SHARED)
    (tmp_path / "copies.toml").write_text(_LIKE.replace('"receipt"', '"reciept"'))
    assert [fault.file for fault in load_rights(tmp_path).faults] == ["copies.toml"]


def test_a_damaged_shared_file_is_named_and_takes_no_other_right_along(tmp_path):
    (tmp_path / "shared.toml").write_text(_SHARED.replace("moment", "momment"))
    (tmp_path / "copies.toml").write_text(_LIKE)
    alone = _LIKE.replace('like = "receipt"', 'id = "x"\nsays = "x"\nmoment = "intake"')
    (tmp_path / "inspect.toml").write_text(alone.replace("copies", "inspect"))
    rights = load_rights(tmp_path)
    assert [fault.file for fault in rights.faults] == ["shared.toml", "copies.toml"]
    assert list(rights.by_id) == [Right.INSPECT]


def test_a_list_calls_every_step_what_its_right_calls_it():
    titles = Titles(resources("rights"))
    for rule in ALL:
        assert titles.of_right(rule.id) == rule.title
        for one in rule.step:
            assert titles.of_step(rule.id, one.id) == one.title


def test_what_cannot_be_read_is_called_by_its_code(tmp_path):
    (tmp_path / "shared.toml").write_text(_SHARED + "broken = = 1")
    (tmp_path / "copies.toml").write_text(_LIKE + "broken = = 1")
    titles = Titles(tmp_path)
    assert titles.of_right(Right.COPIES) == "copies"
    assert titles.of_step(Right.COPIES, "receipt") == "receipt"
    assert titles.of_right(Right.INSPECT) == "inspect"


_SHARED = """
[receipt]
id = "receipt"
title = "Give the receipt"
says = "Print."
moment = "intake"
letters = ["receipt"]
"""
_LIKE = """
id = "copies"
title = "Get copies"
says = "Copies."

[[step]]
like = "receipt"
title = "Own title"

[[outcome]]
id = "withdrawn"
title = "Withdrawn"
"""


# The thirteen rows of the law's table of requests, and third parties

ROWS = [
    # citation, right, gates, steps besides, letters, outcomes, hold
    ("34 CFR 99.10", "inspect", "identity authority approve_odd approve_part",
     "receipt acknowledge scope search review appointment inspected copies handover",
     "receipt acknowledgement identity_needed authority_needed appointment copies_enclosed",
     "inspected copies_sent partly_given no_records not_entitled withdrawn", True),
    ("34 CFR 99.10(d)", "copies", "identity authority approve_odd approve_part",
     "receipt acknowledge scope search review copies handover", "copies_enclosed",
     "copies_sent partly_given no_records not_entitled withdrawn", True),
    ("34 CFR 99.10(c)", "explanation", "identity authority approve_odd",
     "question reach explain", "explanation_reply",
     "answered referred not_entitled withdrawn", True),
    ("34 CFR 99.20", "amend", "identity authority tell_refused",
     "point triage check meeting decision change tell_granted approve_refusal refer",
     "acknowledgement amendment_granted amendment_refused amendment_referred",
     "amended refused referred not_entitled withdrawn", True),
    ("34 CFR 99.22", "hearing", "identity authority officer notice held tell_refused",
     "standing set written change tell_amended",
     "hearing_notice hearing_decision_amended hearing_decision_refused",
     "amended refused referred not_entitled withdrawn", True),
    ("34 CFR 99.21(c)", "statement", "identity authority place flag", "standing text tell",
     "statement_placed", "placed not_entitled withdrawn", True),
    ("34 CFR 99.32(c)(1)", "disclosure-record", "identity authority check", "outside show",
     "disclosure_list", "answered not_entitled withdrawn", True),
    ("34 CFR 99.30", "consent", "identity authority paper", "form use send copy",
     "consent_form", "entered disclosed declined not_entitled withdrawn", False),
    ("34 CFR 300.9(c)", "revoke-consent", "identity authority", "revoke stop tell",
     "consent_revoked", "entered not_entitled withdrawn", False),
    ("34 CFR 99.37", "directory-opt-out", "identity authority",
     "window enter spread recruiters tell", "opt_out_confirmed",
     "entered declined not_entitled withdrawn", False),
    ("20 USC 7908", "recruiter-opt-out", "identity authority", "enter spread tell",
     "opt_out_confirmed", "entered declined not_entitled withdrawn", False),
    ("34 CFR 300.616", "record-types", "authority check", "list give", "types_and_locations",
     "answered not_entitled withdrawn", False),
    ("20 USC 1232h", "ppra", "identity authority", "what reply show part", "ppra_reply",
     "answered referred not_entitled withdrawn", False),
    ("34 CFR 99.63", "complaint", "", "about give", "complaint_information",
     "answered referred withdrawn", True),
    ("34 CFR 99.31", "third-party",
     "identity basis which paper opt_outs transfer notified objection danger approve",
     "who notify answer give student_list tell_refused",
     "third_party_notice third_party_refused transfer_notice",
     "disclosed list_given refused withdrawn", True),
    ("34 CFR 99.5(b)", "student-question", "identity approve", "question age way show answer",
     "student_answer", "answered disclosed referred withdrawn", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("citation", "right", "shut_by", "besides", "written", "ends", "hold"),
    ROWS,
    ids=[f"{row[1]} {row[0]}" for row in ROWS],
)
def test_a_right_passes_through_what_its_law_asks(
    citation, right, shut_by, besides, written, ends, hold
):
    rule = RIGHTS[Right(right)]
    assert citation in rule.citation
    assert gates(rule.id) >= set(shut_by.split())
    assert {one.id for one in rule.step} >= set(besides.split())
    assert letters(rule.id) >= set(written.split())
    own = {one.id for one in rule.outcome} - {Outcome.ENTERED_WRONGLY}
    assert own == {Outcome(one) for one in ends.split()}
    assert rule.hold is hold


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_an_entry_about_the_wrong_person_can_be_closed_as_such(rule):
    end = rule.outcome_rule(Outcome.ENTERED_WRONGLY)
    assert end.note
    assert end.unless_done


def test_the_table_has_every_right():
    assert {Right(row[1]) for row in ROWS} == set(Right)


@pytest.mark.parametrize(
    ("right", "asks"),
    [(one, "family") for one in Right
     if one not in {Right.THIRD_PARTY, Right.STUDENT_QUESTION, Right.COMPLAINT}]
    + [(Right.THIRD_PARTY, "third_party"), (Right.STUDENT_QUESTION, "student"),
       (Right.COMPLAINT, "anyone")],
)  # fmt: skip
def test_who_exercises_it(right, asks):
    assert RIGHTS[right].asks == asks


def test_only_seeing_and_copying_search_the_places_and_only_seeing_has_two_ways():
    assert {one.id for one in ALL if one.search} == {Right.INSPECT, Right.COPIES}
    assert [one.id for one in ALL if one.access] == [Right.INSPECT]


@pytest.mark.parametrize(
    ("citation", "right", "code", "wanted"),
    [
        ("34 CFR 99.20(a)", "amend", "point", "record wrong wanted ground"),
        ("34 CFR 99.20(b)", "amend", "change", "changed_from changed_to changed_on"),
        ("34 CFR 99.22(c)", "hearing", "officer", "officer officer_interest"),
        ("34 CFR 99.22(b)", "hearing", "set", "hearing_on hearing_at hearing_place"),
        ("34 CFR 99.22(f)", "hearing", "written", "evidence reasons"),
        ("34 CFR 99.21(b)(2)", "statement", "text", "record statement_text"),
        ("34 CFR 99.10(c)", "explanation", "explain", "answer_text explained_by explained_on"),
        ("34 CFR 99.30(b)", "consent", "paper",
         "consent_records consent_purpose consent_recipient consent_signer consent_capacity "
         "consent_signed_on consent_signed_how"),
        ("34 CFR 99.30(b)", "third-party", "paper",
         "consent_records consent_purpose consent_recipient consent_signer consent_signed_on"),
        ("34 CFR 99.37(a)", "directory-opt-out", "enter", "opt_out_on"),
        ("20 USC 7908(a)(2)", "recruiter-opt-out", "enter", "opt_out_on"),
        ("34 CFR 300.616", "record-types", "list", "list_version"),
        ("20 USC 1232h(c)(1)", "ppra", "what", "material"),
        ("34 CFR 99.64", "complaint", "give", "complaint_given given_on"),
        ("34 CFR 99.32(a)(3)", "third-party", "who", "party_kind party_interest"),
        ("34 CFR 99.32(a)(5)", "third-party", "danger", "threat recipients"),
        ("34 CFR 99.31(a)(9)(ii)", "third-party", "notify", "notify_by object_by"),
        ("34 CFR 99.32(a)", "third-party", "give", "disclosure_records disclosed_on"),
    ],
)  # fmt: skip
def test_what_the_law_wants_kept_must_be_written_down(citation, right, code, wanted):
    needed = {one.id for one in step(Right(right), code).field if one.needed}
    optional = {"wanted"}
    assert needed >= set(wanted.split()) - optional


@pytest.mark.parametrize(
    ("right", "code", "field", "event"),
    [
        ("hearing", "set", "hearing_on", "amendment_hearing"),
        ("ppra", "what", "survey", "survey"),
        ("third-party", "who", "comply_by", "comply_by"),
    ],
)
def test_days_that_move_a_date_say_so(right, code, field, event):
    assert field in fields(Right(right), code)
    found = RIGHTS[Right(right)].field(field)
    assert found is not None
    assert found.event == event


@pytest.mark.parametrize(
    ("right", "code", "choice", "effect"),
    [
        ("directory-opt-out", "enter", "", Effect.OPT_OUT),
        ("recruiter-opt-out", "enter", "", Effect.RECRUITER_OPT_OUT),
        ("consent", "paper", "", Effect.CONSENT),
        ("consent", "send", "", Effect.DISCLOSURE),
        ("revoke-consent", "revoke", "", Effect.REVOKE_CONSENT),
        ("third-party", "paper", "", Effect.CONSENT),
        ("third-party", "give", "", Effect.DISCLOSURE),
        ("third-party", "tell_refused", "", Effect.REFUSED_DISCLOSURE),
        ("student-question", "show", "", Effect.DISCLOSURE),
        ("third-party", "student_list", "", Effect.LIST_GIVEN),
        ("ppra", "opt_out", "", Effect.PPRA_OPT_OUT),
        ("ppra", "paper", "", Effect.SURVEY_CONSENT),
    ],
)
def test_what_belongs_in_a_register_gets_there_by_itself(right, code, choice, effect):
    assert effect in step(Right(right), code).effects(choice)


def test_20_usc_1232h_no_survey_is_in_the_record_of_disclosures_nor_counted_in_45_days():
    ppra = RIGHTS[Right.PPRA]
    follows = {effect for one in ppra.step for effect in one.effects("")}
    follows |= {effect for one in ppra.step for way in one.choice for effect in way.effect}
    assert follows == {Effect.PPRA_OPT_OUT, Effect.SURVEY_CONSENT}
    federal = load_rule_books(resources("rules")).book("US")
    assert not any(Right.PPRA in rule.covers for rule in federal.rule)


def test_99_33_d_a_choice_that_lets_records_go_to_others_names_a_ground_that_is_there():
    bases = load_bases(resources("disclosures", "bases.toml")).by_id
    named = [
        (rule.id, bases[choice.basis])
        for rule in ALL for one in rule.step for choice in one.choice if choice.basis
    ]  # fmt: skip
    assert {right for right, _ in named} >= {Right.INSPECT, Right.COPIES}
    assert all(basis.redisclosure for _, basis in named)


# What no way through a right may do


@pytest.mark.parametrize(
    ("right", "reason", "choice"),
    [
        (right, reason, choice)
        for right, parent in (
            (Right.PPRA, "parent"), (Right.RECRUITER_OPT_OUT, "parent_no_paper"),
        )
        for reason, choice in (
            (Reason.PARENT, parent), (Reason.GUARDIAN, parent),
            (Reason.ELIGIBLE_STUDENT, ""), (Reason.ACTING_WITH_PAPER, "acts_as_parent"),
        )
    ],
)  # fmt: skip
def test_a_plain_yes_is_ticked_for_the_reason_it_was_given_for(right, reason, choice):
    """ "A parent" would otherwise fit a yes that was given to the adult student."""
    verdict = Verdict(answer=Answer.YES, reason=reason)
    plain = [one.id for one in step(right, "authority").choice if one.reasons and one.fits(verdict)]
    student = {Right.PPRA: "adult_student", Right.RECRUITER_OPT_OUT: "eligible_student"}[right]
    assert plain == [choice or student]


def test_r_6_2_no_refused_correction_ends_before_the_hearing_was_told():
    assert "tell_refused" in RIGHTS[Right.AMEND].outcome_rule(Outcome.REFUSED).needs
    assert step(Right.AMEND, "tell_refused").letters == ("amendment_refused",)
    assert Right.HEARING in RIGHTS[Right.AMEND].outcome_rule(Outcome.REFUSED).opens


def test_r_6_3_no_refused_hearing_ends_before_the_statement_was_told():
    assert "tell_refused" in RIGHTS[Right.HEARING].outcome_rule(Outcome.REFUSED).needs
    assert step(Right.HEARING, "tell_refused").letters == ("hearing_decision_refused",)
    assert Right.STATEMENT in RIGHTS[Right.HEARING].outcome_rule(Outcome.REFUSED).opens


def test_99_20_c_99_21_a_refusal_keeps_the_records_for_what_may_follow():
    for right in (Right.AMEND, Right.HEARING):
        assert RIGHTS[right].outcome_rule(Outcome.REFUSED).keeps_hold


def test_99_22_c_nobody_with_a_direct_interest_can_be_chosen():
    interest = RIGHTS[Right.HEARING].field("officer_interest")
    assert interest is not None
    assert {one.id for one in interest.option} == {"outside", "other_official"}


def test_r_11_1_before_18_only_a_parent_opts_out_of_recruiters():
    who = {one.id: one for one in step(Right.RECRUITER_OPT_OUT, "authority").choice}
    assert who["student_under_18"].stops
    assert not any(one.stops for one in who.values() if one.id.startswith(("parent", "eligible")))
    entering = step(Right.RECRUITER_OPT_OUT, "enter").only_if
    assert entering
    assert "authority:student_under_18" not in entering


def test_99_31_a_9_the_family_is_told_first_except_where_an_order_is_secret():
    told_first = step(Right.THIRD_PARTY, "notified").only_if
    assert told_first == ("disclosure_basis:court_order",)


def test_99_31_a_what_allows_it_is_picked_from_the_exceptions_a_school_has():
    basis = RIGHTS[Right.THIRD_PARTY].field("disclosure_basis")
    assert basis is not None
    known = load_bases(resources("disclosures", "bases.toml"))
    own = {"family", "minor_student"}  # no third parties
    assert {one.id for one in basis.option} == {one.id for one in known.offered()} - own


@pytest.mark.parametrize(
    ("right", "approved", "after"),
    [
        ("inspect", "approve_no", "tell_no"),
        ("inspect", "approve_part", "inspected"),
        ("inspect", "approve_odd", "inspected"),
        ("copies", "approve_part", "handover"),
        ("amend", "approve_refusal", "tell_refused"),
        ("amend", "approve_referral", "refer"),
        ("directory-opt-out", "approve_decline", "tell_declined"),
        ("third-party", "approve", "tell_refused"),
        ("third-party", "approve", "give"),
        ("student-question", "approve", "show"),
    ],
)
def test_the_principal_decides_before_a_no_or_an_odd_release_leaves(right, approved, after):
    order = [one.id for one in RIGHTS[Right(right)].step]
    assert step(Right(right), approved).approval
    assert order.index(approved) < order.index(after)


def test_every_approval_can_be_refused_and_a_refused_one_stops():
    for rule in ALL:
        for one in rule.step:
            if one.approval:
                assert [choice.id for choice in one.choice if choice.stops] == ["not_agreed"]


# Every step


@pytest.mark.parametrize(("rule", "one"), STEPS)
def test_a_step_has_guidance_that_is_there(rule, one):
    assert one.moment in _GUIDANCE.moments


_GUIDANCE = load_guidance()


@pytest.mark.parametrize(("rule", "one"), STEPS)
def test_a_condition_says_where_it_stands(rule, one):
    assert not one.gate or re.search(r"(CFR|USC) \d+", one.citation)


@pytest.mark.parametrize(("rule", "one"), STEPS)
def test_no_text_is_longer_than_it_fits(rule, one):
    assert len(one.title) <= TITLE
    assert 0 < len(one.says) <= SENTENCE
    for choice in one.choice:
        assert len(choice.title) <= TITLE + 12
        assert len(choice.says) <= SENTENCE
    for field in one.field:
        assert len(field.title) <= TITLE
        assert len(field.says) <= FIELD_HELP


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_the_right_and_its_ends_fit(rule):
    assert len(rule.title) <= TITLE
    assert 0 < len(rule.says) <= SENTENCE
    assert rule.citation
    assert all(len(end.title) <= TITLE for end in rule.outcome)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_a_right_reads_at_the_eighth_grade_or_below(rule):
    """Whole sentences only: titles are short and would make anything read easily."""
    said = [rule.says, *(one.says for one in rule.step)]
    said += [choice.says for one in rule.step for choice in one.choice]
    assert grade(" ".join(said)) <= 8


@pytest.mark.parametrize(("rule", "one"), STEPS)
def test_no_single_hint_is_hard(rule, one):
    assert grade(one.says) <= 10


def test_the_grade_tells_a_hard_sentence_from_an_easy_one():
    assert grade("See the cat. It is on the mat.") < 1
    assert grade("Educational institutions must necessarily consider parental objections.") > 12


@pytest.mark.parametrize("kind", [*Right, *Outcome])
def test_every_right_and_every_end_has_its_words(kind):
    place = "right" if isinstance(kind, Right) else "outcome"
    assert f"word.{place}.{kind}" in load_wording("en")


def test_every_step_that_ends_a_limit_is_one_of_the_right():
    books = load_rule_books(resources("rules"))
    assert books.local is not None
    for book in (*books.by_state.values(), books.local):
        for rule in book.rule:
            for right in rule.covers if rule.ends_with else ():
                assert rule.ends_with in {one.id for one in RIGHTS[right].step}, rule.id


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_every_letter_a_right_names_is_written(rule):
    written = {template.id for template in load_templates()}
    assert set(rule.letters_for(one.id for one in rule.step)) <= written


def test_a_letter_is_offered_in_the_step_it_says():
    for template in load_templates():
        for right in template.rights:
            codes = {one.id for one in RIGHTS[Right(right)].step}
            for code in codes.intersection(template.steps):
                assert template.id in step(Right(right), code).offers, (template.id, right, code)


def test_a_right_that_is_opened_from_an_end_is_there():
    opened = {right for rule in ALL for end in rule.outcome for right in end.opens}
    assert opened <= set(RIGHTS.by_id)


# Every way through


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_every_step_can_be_reached_and_every_end(rule):
    walked = list(_ways(rule))
    seen = {one.id for listed, _ in walked for one in listed}
    assert seen == {one.id for one in rule.step}
    for end in rule.outcome:
        assert any(_may_end(end.needs, listed, chosen) for listed, chosen in walked), end.id


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_every_answer_leads_to_an_end_that_is_no_withdrawal(rule):
    """Whatever is chosen, the office can go on to an end of its own."""
    walked = list(_ways(rule))
    ends = [end for end in rule.outcome if end.id is not Outcome.WITHDRAWN]
    for one in rule.step:
        for choice in one.choice:
            if choice.id == "not_agreed":
                continue
            through = [(a, b) for a, b in walked if b.get(one.id) == choice.id]
            assert any(
                _may_end(end.needs, listed, chosen) for listed, chosen in through for end in ends
            ), f"{one.id}:{choice.id}"


def _ways(rule: RightRule) -> Iterator[tuple[tuple[StepRule, ...], dict[str, str]]]:
    """Every finished checklist: the steps on it and what was answered in them."""
    for access in Access:
        yield from _walk(rule, access, {})


def _walk(
    rule: RightRule, access: Access, chosen: dict[str, str]
) -> Iterator[tuple[tuple[StepRule, ...], dict[str, str]]]:
    listed = rule.steps_for(access, chosen)
    forks = [one for one in listed if _forks(rule, one) and not _answered(one, chosen)]
    if not forks:
        yield listed, chosen
        return
    for answers in _all_answers(rule, forks[0]):
        yield from _walk(rule, access, chosen | answers)


def _forks(rule: RightRule, one: StepRule) -> bool:
    return bool(one.choice) or bool(_forking_fields(rule, one))


def _forking_fields(rule: RightRule, one: StepRule) -> list[Field]:
    named = {name.partition(":")[0] for other in rule.step for name in other.only_if}
    return [field for field in one.field if field.kind is FieldKind.CHOICE and field.id in named]


def _answered(one: StepRule, chosen: dict[str, str]) -> bool:
    return one.id in chosen or any(field.id in chosen for field in one.field)


def _all_answers(rule: RightRule, one: StepRule) -> Iterator[dict[str, str]]:
    offers = {field.id: [o.id for o in field.option] for field in _forking_fields(rule, one)}
    if one.choice:
        offers[one.id] = [choice.id for choice in one.choice]
    for picked in itertools.product(*offers.values()):
        yield dict(zip(offers, picked, strict=True))


def _may_end(needs: tuple[str, ...], listed: tuple[StepRule, ...], chosen: dict[str, str]) -> bool:
    """Whether all that an end needs is on the list, no "no" among it, and may be done."""
    on_list = {one.id: one for one in listed}
    shut = any(one.gate and one.stops(chosen.get(one.id, "")) for one in listed)
    return all(
        code in on_list
        and not on_list[code].stops(chosen.get(code, ""))
        and not (on_list[code].release and shut)
        for code in needs
    )
