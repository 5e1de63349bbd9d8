"""Items of an answer: which reasons there are, for whom, and what each must say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import DeskError
from desktop.records.ids import ItemId
from desktop.records.release import (
    LONGEST_WHAT,
    Item,
    ItemAnswer,
    check_item,
    is_adult,
    load_reasons,
)
from tests.offices import a_student, the_law

REASONS = the_law().reasons
EXCLUSIONS = {
    "sole_possession": "(b)(1)",
    "law_enforcement": "(b)(2)",
    "employee": "(b)(3)",
    "treatment": "(b)(4)",
    "after_attendance": "(b)(5)",
    "peer_grades": "(b)(6)",
}


def an_item(reason, **override):
    found = REASONS.named(reason)
    values = {
        "id": ItemId(1), "what": "Counselor's folder", "answer": found.answer, "reason": reason,
        "note": "Written as it asks." if found.note else "",
    }  # fmt: skip
    return Item(**{**values, **override})


def yes_to_all(reason):
    return [one.id for one in REASONS.named(reason).question]


def refused(item, answered=(), *, adult=False):
    with pytest.raises(DeskError) as caught:
        check_item(item, REASONS, answered=answered, adult=adult)
    return caught.value.code


def test_the_shipped_reasons_can_be_read():
    assert REASONS.faults == ()
    assert len(REASONS.every) > 10


@pytest.mark.parametrize(("reason", "paragraph"), EXCLUSIONS.items())
def test_34_cfr_99_3_each_of_the_six_exclusions_asks_all_its_questions(reason, paragraph):
    rule = REASONS.named(reason)
    assert paragraph in rule.citation
    assert len(rule.question) >= 2
    item = an_item(reason)
    check_item(item, REASONS, answered=yes_to_all(reason), adult=True)
    for left_out in yes_to_all(reason):
        others = [one for one in yes_to_all(reason) if one != left_out]
        assert refused(item, others, adult=True) == "item_question"


def test_34_cfr_99_3_notes_of_ones_own_need_all_three_answers():
    assert yes_to_all("sole_possession") == ["maker", "memory", "unshared"]


@pytest.mark.parametrize(
    ("born_on", "adult"),
    [
        (date(2008, 10, 5), True),
        (date(2008, 10, 6), False),
        (None, False),
    ],
    ids=["34 CFR 99.3: 18 today", "34 CFR 99.3: 18 tomorrow", "no birth date on file"],
)
def test_treatment_records_are_an_exclusion_only_from_18(born_on, adult):
    known = is_adult(a_student(born_on=born_on), date(2026, 10, 5))
    assert known is adult
    offered = {one.id for one in REASONS.offered(ItemAnswer.NOT_RECORD, adult=known)}
    assert ("treatment" in offered) is adult


def test_34_cfr_99_3_college_classes_do_not_make_a_pupil_18():
    student = a_student(born_on=date(2010, 1, 1), postsecondary=True)
    assert not is_adult(student, date(2026, 10, 5))
    assert refused(an_item("treatment"), yes_to_all("treatment")) == "item_reason"


@pytest.mark.parametrize("reason", ["parents_finances", "confidential_letter"])
def test_34_cfr_99_12_b_a_school_cannot_keep_back_what_only_a_college_may(reason):
    for adult in (True, False):
        offered = REASONS.offered(ItemAnswer.PART_WITHHELD, adult=adult)
        assert reason not in {one.id for one in offered}
        assert refused(an_item(reason), adult=adult) == "item_reason"


@pytest.mark.parametrize("answer", [one for one in ItemAnswer if one is not ItemAnswer.GIVEN])
def test_every_answer_but_given_needs_a_reason_that_fits_it(answer):
    item = Item(id=ItemId(1), what="Bus video", answer=answer)
    assert refused(item) == "item_reason"
    wrong = "not_found" if answer is not ItemAnswer.NOT_HELD else "other_child_out"
    assert refused(replace(item, reason=wrong, note="So")) == "item_reason"
    assert REASONS.offered(answer, adult=False)


def test_34_cfr_99_12_a_what_is_taken_out_must_be_told_in_kind():
    assert refused(an_item("other_child_out", note=" ")) == "item_note"
    check_item(an_item("other_child_out"), REASONS, answered=(), adult=False)


def test_an_item_needs_its_name_and_one_line_of_it():
    given = Item(id=ItemId(1), what="Report cards", answer=ItemAnswer.GIVEN)
    check_item(given, REASONS, answered=(), adult=False)
    assert refused(replace(given, what="  ")) == "item_what"
    assert refused(replace(given, what="x" * (LONGEST_WHAT + 1))) == "item_what"


@given(st.sampled_from(REASONS.every), st.data())
def test_more_questions_answered_with_no_never_allow_more(reason, data):
    some = data.draw(st.sets(st.sampled_from([one.id for one in reason.question] or ["none"])))
    item = an_item(reason.id)
    try:
        check_item(item, REASONS, answered=some, adult=True)
    except DeskError:
        for left in some:
            with pytest.raises(DeskError):
                check_item(item, REASONS, answered=some - {left}, adult=True)


def test_a_damaged_file_is_told_and_nothing_can_be_withheld(tmp_path):
    file = tmp_path / "reasons.toml"
    file.write_text('[[reason]]\nid = "a"\nanswer = "withheld"\ntitle = ""\nsays = ""\n')
    reasons = load_reasons(file)
    assert reasons.every == ()
    assert (reasons.faults[0].file, reasons.faults[0].line) == ("reasons.toml", 3)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (2, "a reason stands twice"),
        (1, "what is given needs none"),
    ],
)
def test_reasons_that_contradict_themselves_are_told(tmp_path, rows, why):
    answer = "not_held" if rows == 2 else "given"
    row = f'[[reason]]\nid = "a"\nanswer = "{answer}"\ntitle = "A"\nsays = ""\ncitation = "C"\n'
    file = tmp_path / "reasons.toml"
    file.write_text(row * rows)
    assert why in load_reasons(file).faults[0].why
