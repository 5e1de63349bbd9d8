"""Letters of every right: worked through the actions, and held to what a rule wants in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest

from desktop.actions import families, giving, letter, letter_finishing, release, steps
from desktop.actions.extension import extend
from desktop.actions.letter_check import LetterWordsError
from desktop.actions.letter_facts import load_phrases
from desktop.actions.office import save_school
from desktop.errors import DeskError
from desktop.letters.template import FALLBACK
from desktop.paths import resources
from desktop.records.case import Fee, LetterState
from desktop.records.ids import OrderId, RuleId, new_id
from desktop.records.offered import EXTENDED, LATE, offered_letters
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Channel, Right
from desktop.records.rights import FieldKind
from desktop.store import cases, queries
from tests import mail
from tests.actions.letter_cases import CONSENT, OPEN, TOLD, do, worked
from tests.offices import AT, TODAY, a_party, an_office, the_law

LANGUAGES = ("en", "es")
LAW = the_law()
ENGLISH = [one for one in mail.the_templates() if one.language == FALLBACK]
PARTS = [
    pytest.param(name, language, place, id=f"{language}-{name}-{part.citation}-{part.says}")
    for name in TOLD
    for language in LANGUAGES
    for place, part in enumerate(mail.the_templates().get(name, language).required)
]


def read(office, request, template, language="en", today=TODAY):
    one = mail.draft(office, request, template, language, today)
    return one, mail.read(office, request, one).text


def printed(office, request, one):
    mail.finish(office, request, one)
    document = pypdfium2.PdfDocument(cases.letter_pdf(office.store, one))
    return " ".join("\n".join(page.get_textpage().get_text_bounded() for page in document).split())


# Every letter, from a case


def test_every_letter_is_tried_from_a_case():
    ids = {one.id for one in mail.the_templates()}
    assert ids == {*TOLD, *mail.OF_A_PLAIN_CASE, LATE, EXTENDED}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TOLD)
def test_the_letter_is_finished_from_what_the_steps_wrote_down(office, template, language):
    request = worked(office, template)
    one, text = read(office, request, template, language)
    assert printed(office, request, one)
    if language == "en":
        for words in TOLD[template].says:
            assert words in text.replace("\\", "")


@pytest.mark.parametrize(("template", "language", "place"), PARTS)
def test_a_part_that_a_rule_wants_cannot_be_taken_out(office, template, language, place):
    """The right to a hearing, the day of one, who got records: an edit never loses them."""
    request = worked(office, template)
    one, text = read(office, request, template, language)
    part = mail.the_templates().get(template, language).required[place]
    mail.edit(office, request, one, f"{text[:20]}\n\nWe shortened this letter.")
    with pytest.raises(DeskError, match="letter_part") as fault:
        mail.finish(office, request, one)
    assert mail.read(office, request, one).state is LetterState.DRAFT
    assert part.citation
    assert "must say" in fault.value.message


@pytest.mark.parametrize(
    ("template", "gone", "says", "citation"),
    [
        ("amendment_refused", "right to a hearing", "the right to a hearing", "99.20(c)"),
        ("amendment_refused", "decided not to change", "the decision", "99.20(c)"),
        ("hearing_notice", "Monday, October 19, 2026", "the day", "99.22(b)"),
        ("hearing_notice", "3:30 p.m.", "the time", "99.22(b)"),
        ("hearing_notice", "Room 12", "the place", "99.22(b)"),
        ("hearing_notice", "even a lawyer", "even a lawyer", "99.22(d)"),
        ("hearing_decision_amended", "amended the record", "was amended", "99.21(b)(1)(ii)"),
        ("hearing_decision_amended", "The reasons", "the reasons", "99.22(f)"),
        ("hearing_decision_refused", "What was shown at the hearing", "evidence", "99.22(f)"),
        ("hearing_decision_refused", "right to place a statement", "statement", "99.21(b)(2)"),
        ("hearing_decision_refused", "or both", "or both", "99.21(b)(2)"),
        ("third_party_notice", "Tuesday, October 20, 2026", "object", "99.31(a)(9)(ii)"),
        ("third_party_refused", "does not say whether", "neither says nor denies", "99.37(e)"),
        ("transfer_notice", "a hearing", "a hearing", "99.34(a)(3)"),
        ("opt_out_declined", "still counts", "an earlier no", "99.37(b)"),
        ("opt_out_declined", "The yearbook is at the printer", "why the school", "99.37(a)(3)"),
        ("redisclosure_notice", "may not pass", "may not pass", "99.33(a)(1), (d)"),
        ("types_and_locations", "Types of records", "the kinds", "300.616"),
        ("types_and_locations", "Who keeps them", "where they are", "300.616"),
        ("complaint_information", "180 days", "180 days", "99.64(c)"),
        ("consent_form", "Signature:", "signature", "99.30(a)"),
        ("disclosure_list", "Nothing has been noted", "who asked", "99.32(a)(3)"),
    ],
)
def test_the_refusal_names_the_part_and_its_rule(office, template, gone, says, citation):
    request = worked(office, template)
    one, text = read(office, request, template)
    assert gone in text
    mail.edit(office, request, one, text.replace(gone, "…"))
    with pytest.raises(DeskError, match="letter_part") as fault:
        mail.finish(office, request, one)
    assert says in fault.value.message
    assert citation in fault.value.message


def test_a_part_may_be_said_with_other_marks_and_breaks(office):
    request = worked(office, "amendment_refused")
    one, text = read(office, request, "amendment_refused")
    mail.edit(office, request, one, text.replace("right to a hearing", "**right** to\na HEARING"))
    mail.finish(office, request, one)


def test_a_hearing_that_was_moved_makes_its_drafted_notice_stale(office):
    request = worked(office, "hearing_notice")
    one, _ = read(office, request, "hearing_notice")
    do(office, request, "set", "", {"hearing_on": "2026-10-20", "hearing_at": "15:30",
                                    "hearing_place": "Room 12"})  # fmt: skip
    with pytest.raises(DeskError, match="letter_part"):
        mail.finish(office, request, one)


# What no letter says


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_letter_says_is_refused_and_may_be_quoted(office, language):
    """R-13.2; what the family wrote themselves stands as a quote."""
    words = {"en": "within 10 business days", "es": "en 10 días hábiles"}[language]
    request = office.log(words="Please.").request
    one, text = read(office, request, "receipt", language)
    mail.edit(office, request, one, f"{text}\n\nSo: {words.upper()} it is.")
    with pytest.raises(LetterWordsError, match="letter_never") as fault:
        mail.finish(office, request, one)
    assert "99.10(b)" in fault.value.message
    mail.edit(office, request, one, f"{text}\n\n> {words}")
    mail.finish(office, request, one)


@pytest.mark.parametrize(
    ("language", "gap"), [("en", "[write the day]"), ("es", "[escriba el día]")]
)
def test_a_place_still_to_be_written_is_not_finished(office, language, gap):
    request = office.log(received_on=date(2026, 8, 1)).request
    one, text = read(office, request, "late_apology", language)
    assert gap in text
    with pytest.raises(DeskError, match="letter_gap"):
        mail.finish(office, request, one)
    mail.edit(office, request, one, text.replace(gap, "12"))
    mail.finish(office, request, one)


# What comes first


@pytest.mark.parametrize(
    ("right", "template", "step"),
    [
        (Right.AMEND, "amendment_refused", "Write down what should change"),
        (Right.HEARING, "hearing_decision_refused", "See what the hearing is about"),
        (Right.STATEMENT, "statement_placed", "Take down the statement"),
        (Right.EXPLANATION, "explanation_reply", "Write down the question"),
        (Right.REVOKE_CONSENT, "consent_revoked", "Enter it today"),
        (Right.DIRECTORY_OPT_OUT, "opt_out_confirmed", "Enter it today"),
        (Right.CONSENT, "consent_confirmed", "Check the paper, part by part"),
        (Right.PPRA, "ppra_reply", "What do they want to see?"),
    ],
)
def test_a_letter_too_early_names_the_step_to_do_first(office, right, template, step):
    request = office.log(right=right).request
    with pytest.raises(DeskError, match="letter_step") as fault:
        mail.draft(office, request, template)
    assert step in fault.value.message
    assert cases.case(office.store, request).letters == ()


def test_no_letter_says_none_were_found_before_every_place_has_answered(office):
    with pytest.raises(DeskError, match="search_open"):
        mail.draft(office, office.log().request, "no_records")


# Receipts


AIMED = [
    right
    for right in Right
    if any("receipt" in step.letters for step in LAW.rights[right].step)
    and right not in {Right.INSPECT, Right.COPIES}
]


@pytest.mark.parametrize("template", ["receipt", "acknowledgement"])
@pytest.mark.parametrize("right", AIMED)
def test_other_rights_are_named_in_their_own_words_and_with_the_office_s_aim(
    office, right, template
):
    """Federal law names no number of days: the day is an aim and is never called the law's."""
    request = office.log(right=right).request
    _, text = read(office, request, template)
    assert load_phrases(resources("letters"), "en").asked[right] in text
    assert "We aim to answer by" in text
    assert "The law does not name a number of days" in text
    for words in ("to see the records", "Latest date", "The law sets", "look at records"):
        assert words not in text


def test_a_state_that_sets_a_day_for_corrections_is_the_law(tmp_path):
    """Indiana: ten business days to decide on a correction."""
    office = an_office(tmp_path, state="IN")
    request = office.log(right=Right.AMEND, special_education=True).request
    _, text = read(office, request, "receipt")
    assert "Latest date for our answer" in text
    assert "The law sets the latest date" in text
    assert "aim" not in text


@pytest.mark.parametrize("template", ["receipt", "acknowledgement", "identity_needed"])
@pytest.mark.parametrize("right", [Right.INSPECT, Right.COPIES, Right.AMEND])
def test_a_late_request_is_promised_no_day_that_is_over(office, right, template):
    request = office.log(right=right, received_on=date(2026, 7, 1)).request
    _, text = read(office, request, template)
    assert "We are sorry: we are late." in text
    assert "Call" in text or "call" in text
    for words in ("August", "July 2", "Latest date", "aim to answer by", "stays the same: "):
        assert words not in text


@pytest.mark.parametrize("asked", [{"right": Right.COPIES}, {"access": Access.COPIES}])
def test_who_asks_for_copies_gets_no_word_of_a_visit(office, asked):
    request = office.log(**asked).request
    _, text = read(office, request, "receipt")
    assert "Latest date to get the copies" in text
    assert "when the copies are ready" in text
    assert "set a day and time" not in text
    assert "Latest date to see" not in text


def test_the_records_ticked_stand_beside_the_words(office):
    request = office.log(
        words="All of it.", record_kinds=("grades", "health"), channel=Channel.PHONE
    ).request
    _, text = read(office, request, "receipt")
    assert "> All of it." in text
    assert "We noted these records: Grades and transcript; Health records" in text


# To whom


def test_a_notice_goes_to_each_parent_in_turn_with_their_own_address(office):
    request = worked(office, "third_party_notice")
    case = cases.case(office.store, request)
    father = a_party(name="Rafael Alvarez")
    families.put_on_file(
        office.store, case.student.id, father, Relationship.FATHER, by=office.sign()
    )
    first, _ = read(office, request, "third_party_notice")
    second, text = read(office, request, "third_party_notice")
    names = {mail.read(office, request, one).text.splitlines()[0] for one in (first, second)}
    assert names == {"Dear Elena Alvarez:", "Dear Rafael Alvarez:"}
    assert "County Court" in text
    assert "County Court" not in printed(office, request, first)[:200]


def test_a_notice_does_not_go_to_one_whose_right_a_paper_took_away(office):
    request = worked(office, "third_party_notice")
    student = cases.case(office.store, request).student.id
    father = a_party(name="Rafael Alvarez")
    families.put_on_file(office.store, student, father, Relationship.FATHER, by=office.sign())
    order = Order(
        id=OrderId(new_id(AT)), student=student, kind=OrderKind.CUSTODY,
        limited_party=father.id, limits=frozenset({Limit.RECORDS}),
        read_by=office.opened.person.id, passage="The father has no right to records.",
    )  # fmt: skip
    families.note_order(office.store, order, by=office.sign())
    for _ in range(2):
        _, text = read(office, request, "third_party_notice")
        assert text.startswith("Dear Elena Alvarez:")


def test_a_notice_without_a_family_says_where_to_add_one(office):
    request = office.log(right=Right.THIRD_PARTY, relationship=Relationship.OTHER).request
    with pytest.raises(DeskError, match="no_family"):
        mail.draft(office, request, "transfer_notice")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", ["third_party_refused", "not_entitled"])
def test_a_no_to_somebody_unknown_confirms_nothing(office, template, language):
    """R-13.1: no grade, number or birth date, and no word that there is such a student."""
    right = Right.THIRD_PARTY if template == "third_party_refused" else Right.INSPECT
    request = office.log(right=right, relationship=Relationship.OTHER).request
    _, text = read(office, request, template, language)
    student = cases.case(office.store, request).student
    for told in (student.local_number, "2017", "Maple Grove", "enrolled", "inscrit"):
        assert told not in text


# Being late, and longer


def test_an_apology_is_offered_once_the_date_is_over(office):
    request = office.log().request
    case, right = cases.case(office.store, request), LAW.rights[Right.INSPECT]
    due_on = case.request.due_on
    assert LATE not in offered_letters(right, case, due_on)
    assert LATE in offered_letters(right, case, due_on + timedelta(days=1))


def test_word_of_an_extension_needs_one_that_a_rule_allows(office):
    request = office.log().request
    with pytest.raises(DeskError, match="not_extended"):
        mail.draft(office, request, "extension_notice")
    assert EXTENDED not in offered_letters(
        LAW.rights[Right.INSPECT], cases.case(office.store, request), TODAY
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_extension_that_was_taken_is_told_with_its_rule_and_reason(tmp_path, language):
    """Illinois lets a school take five business days more: 105 ILCS 10/5(c)."""
    office = an_office(tmp_path, state="IL")
    request = office.log().request
    limits = cases.case(office.store, request).clocks.limits
    rule = next(one.rule for one in limits if one.rule.startswith("IL-"))
    extend(
        office.store, request, RuleId(rule), days=5, reason="The records are in a vault.",
        law=office.law, by=office.sign(),
    )  # fmt: skip
    case = cases.case(office.store, request)
    extended = next(one for one in case.clocks.limits if one.extended)
    one, text = read(office, request, "extension_notice", language)
    assert extended.citation in text
    assert "The records are in a vault." in text
    assert str(extended.due_on.day) in text
    mail.finish(office, request, one)
    assert EXTENDED in offered_letters(LAW.rights[Right.INSPECT], case, TODAY)


def test_copies_with_no_pages_counted_are_asked_about_first(office):
    request = office.log(right=Right.COPIES).request
    case = cases.case(office.store, request)
    mail.draft(office, request, "copies_enclosed")
    desk = letter.Writing(templates=mail.the_templates(), law=office.law, today=TODAY)

    def cautions():
        now = cases.case(office.store, request)
        return [
            one.code
            for one in letter_finishing.cautions_of(office.store, now, now.letters[0], desk)
        ]

    assert case.fee is None
    assert cautions() == ["letter.caution.no_pages"]
    mail.set_fee(office, request)
    assert cautions() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_waived_charge_is_told_without_its_reason(office, language):
    """34 CFR 99.11(a): the ground is the law's; what the family told of its means is theirs."""
    request = worked(office, "fee_decision")
    one, text = read(office, request, "fee_decision", language)
    assert "cannot pay" not in text
    assert "$" not in text
    mail.finish(office, request, one)


@pytest.mark.parametrize(
    ("cents", "lowered"), [(4, True), (10, False)], ids=["99.11(a)-less", "99.11(a)-the-usual"]
)
def test_only_a_charge_below_the_usual_is_told_as_lowered(office, cents, lowered):
    school = replace(queries.school(office.store), cents_a_page=10)
    save_school(office.store, school, law=office.law, by=office.sign())
    request = office.log(right=Right.COPIES).request
    fee = Fee(pages=20, cents_a_page=cents, postage_cents=100)
    giving.set_fee(office.store, request, fee, law=office.law, by=office.sign())
    one, text = read(office, request, "fee_decision")
    assert ("You pay less than our usual price" in text) is lowered
    assert ("$1.80" in text) is lowered
    if not lowered:
        with pytest.raises(DeskError, match="letter_gap"):
            mail.finish(office, request, one)


def test_what_is_no_education_record_waits_for_the_principal(office):
    """34 CFR 99.3: whoever keeps a record does not alone decide that it is none."""
    request = worked(office, "not_a_record")
    steps.reopen_step(office.store, request, "approve_part", law=office.law, by=office.principal())
    one, _ = read(office, request, "not_a_record")
    with pytest.raises(DeskError, match="approval"):
        mail.finish(office, request, one)


def test_only_what_is_no_education_record_stands_in_its_letter(office):
    request = worked(office, "not_a_record")
    release.answer_item(
        office.store, request, what="Report cards", answer=ItemAnswer.GIVEN, law=office.law,
        today=TODAY, by=office.sign(),
    )  # fmt: skip
    _, text = read(office, request, "not_a_record")
    assert "Report cards" not in text


@pytest.mark.parametrize(("capacity", "ends"), [("parent", True), ("eligible_student", False)])
def test_99_5_a_parents_consent_is_told_to_end_at_18(office, capacity, ends):
    request = office.log(right=Right.CONSENT).request
    signed = {**CONSENT, "consent_capacity": capacity, "consent_until_on": "2027-06-30"}
    for code, choice, details in (*OPEN, ("form", "signed", {}), ("paper", "", signed)):
        do(office, request, code, choice, details)
    _, text = read(office, request, "consent_confirmed")
    assert ("When the student turns 18" in text) is ends
    assert "Wednesday, June 30, 2027" in text
    assert "## What went out" not in text


# The data fit together


def test_every_letter_a_right_names_is_there_and_every_letter_is_named_by_one():
    steps = {name for rule in LAW.rights.by_id.values() for one in rule.step for name in one.offers}
    ends = {
        name for rule in LAW.rights.by_id.values() for one in rule.outcome for name in one.letters
    }
    assert steps | ends | {LATE, EXTENDED} == {one.id for one in mail.the_templates()}


@pytest.mark.parametrize("template", ENGLISH, ids=lambda one: one.id)
def test_a_template_says_which_rights_it_is_for(template):
    for right in Right:
        rule = LAW.rights[right]
        named = {*rule.letters_for(one.id for one in rule.step)}
        if template.id in named:
            assert right in template.rights


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrases_know_every_code(language):
    phrases = load_phrases(resources("letters"), language)
    assert set(phrases.asked) == set(Right)
    assert set(phrases.order) == set(OrderKind)
    shown = {one.id for one in LAW.reasons.every if not one.college}
    assert set(phrases.reason) == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_thing_a_reason_asks_is_told_of_what_is_no_education_record(language):
    """34 CFR 99.3: an exclusion holds only with all that belongs to it, and the letter says all."""
    told = load_phrases(resources("letters"), language).exclusion
    none = [one for one in LAW.reasons.every if one.answer is ItemAnswer.NOT_RECORD]
    assert {name: len(lines) - 1 for name, lines in told.items()} == {
        one.id: len(one.question) for one in none
    }


def test_what_was_chosen_has_a_spanish_title_wherever_a_letter_shows_it():
    phrases = load_phrases(resources("letters"), "es")
    shown = {name for one in mail.the_templates() for name in one.fields}
    for right in LAW.rights.by_id.values():
        for step in right.step:
            for field in step.field:
                if field.id in shown and field.kind in {FieldKind.CHOICE, FieldKind.TICKS}:
                    ids = {option.id for option in field.option}
                    assert ids <= set(phrases.option[field.id]), field.id
