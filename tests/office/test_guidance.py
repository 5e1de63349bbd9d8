"""The tips: all of them are there, in order, for the right reader; faults cost one tip each."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from desktop.office.guidance import CardKind, load_guidance
from desktop.paths import resources
from desktop.records.person import Role
from desktop.records.request import Right
from tests.records.reading_grade import grade

GUIDANCE = load_guidance()
MOMENTS = (
    "intake", "intake_phone", "intake_in_person", "intake_letter", "intake_email", "identity",
    "authority", "eligible_student", "scope", "search", "search_vendor", "review_others",
    "explain", "appointment", "copies_fees", "amendment", "hearing", "directory_optout",
    "consent", "disclosure_log", "letters", "deadline_near", "deadline_overdue", "closing",
    "annual_notice", "principal_queue", "training", "lock_backup", "vendor_questions",
    "student_questions", "about_privacy",
)  # fmt: skip
SEES = (Right.INSPECT, Right.COPIES)
LAW_FIRST = ("identity", "authority", "search", "review_others")


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "guidance"
    shutil.copytree(resources("guidance"), copy)
    return copy


def change(folder, old, new, file="cards.toml"):
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    return text[: text.index(old)].count("\n") + 1


# What is shipped


def test_the_shipped_files_have_no_fault():
    assert GUIDANCE.faults == ()
    assert (len(GUIDANCE.by_id), len(GUIDANCE.moments)) == (150, 31)
    assert len(GUIDANCE.catalog.points) == 69


def test_the_moments_are_the_ones_the_program_knows():
    assert set(GUIDANCE.moments) == set(MOMENTS)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("reader", [None, *Role])
def test_every_moment_has_tips_for_every_reader(moment, reader):
    everything = load_guidance(proven=GUIDANCE.meta.promise_cards)
    assert everything.cards(moment, reader)


@pytest.mark.parametrize("moment", MOMENTS)
def test_tips_come_in_the_order_of_the_moment(moment):
    found = [card.id for card in GUIDANCE.cards(moment)]
    assert found == [one for one in GUIDANCE.moments[moment].cards if one in found]


@pytest.mark.parametrize("moment", LAW_FIRST)
@pytest.mark.parametrize("reader", Role)
def test_law_comes_first_where_a_wrong_step_would_break_a_rule(moment, reader):
    assert GUIDANCE.cards(moment, reader)[0].kind is CardKind.LAW


@pytest.mark.parametrize("card", GUIDANCE.by_id.values(), ids=lambda card: card.id)
def test_every_tip_rests_on_the_primer_and_law_is_cited(card):
    assert len(GUIDANCE.primer_titles(card)) == len(card.primer) > 0
    assert len(GUIDANCE.reading(card)) == len(card.links)
    assert card.citation or card.kind is not CardKind.LAW
    assert len(card.body.split()) <= 60


@pytest.mark.parametrize("card", GUIDANCE.by_id.values(), ids=lambda card: card.id)
def test_only_checked_addresses_are_given_and_never_a_printed_one(card):
    items, links = GUIDANCE.catalog.items, GUIDANCE.catalog.links
    printed = {item.printed_url for item in items.values()} - {""}
    allowed = {one.safe_url for one in (*items.values(), *links.values()) if one.show_url}
    for reading in GUIDANCE.reading(card):
        assert reading.address in {"", *allowed}
        assert reading.address not in printed - allowed


@pytest.mark.parametrize("card", GUIDANCE.by_id.values(), ids=lambda card: card.id)
def test_every_tip_reads_at_the_eighth_grade_or_below(card):
    assert grade(f"{card.headline}. {card.body}") <= 8


def test_what_was_retired_is_known_as_such():
    readings = GUIDANCE.reading(GUIDANCE.by_id["VQ-02"])
    assert "retired" in {reading.status for reading in readings}
    assert not any(reading.address for reading in readings if reading.status == "retired")


# For whom


def test_the_front_office_is_spared_what_others_decide():
    own = {card.audience for card in GUIDANCE.cards("amendment", Role.FRONT_OFFICE)}
    assert own == {Role.FRONT_OFFICE}


def test_those_who_answer_for_others_see_their_tips_too():
    assert GUIDANCE.cards("amendment", Role.PRINCIPAL) == GUIDANCE.cards("amendment")
    seen = {card.audience for card in GUIDANCE.cards("amendment", Role.REGISTRAR)}
    assert seen == {Role.FRONT_OFFICE, Role.REGISTRAR}


ABOUT_SEEING = {"45", "forty-five", "all records"}


@pytest.mark.parametrize("right", [one for one in Right if one not in SEES])
@pytest.mark.parametrize("moment", ["intake", "intake_letter", "scope", "deadline_near"])
def test_99_10_b_is_told_beside_no_other_right(right, moment):
    """The 45 days are for seeing records: 99.20(b) gives a correction no number of days."""
    said = " ".join(
        f"{card.headline} {card.body}".lower() for card in GUIDANCE.cards(moment, right=right)
    )
    assert not [words for words in ABOUT_SEEING if words in said]


@pytest.mark.parametrize("right", SEES)
def test_99_10_b_is_told_beside_a_request_to_see_records(right):
    shown = [card.id for card in GUIDANCE.cards("intake", right=right)]
    assert shown == [card.id for card in GUIDANCE.cards("intake")]
    assert "INT-02" in shown


def test_where_nothing_is_for_the_reader_all_is_shown():
    assert GUIDANCE.cards("hearing", Role.FRONT_OFFICE) == GUIDANCE.cards("hearing")


def test_a_moment_nobody_knows_has_no_tips():
    assert GUIDANCE.cards("lunch") == ()


def test_a_promise_is_shown_only_while_a_test_proves_it():
    bare = load_guidance(proven=())
    promised = set(bare.meta.promise_cards)
    shown = {card.id for moment in MOMENTS for card in bare.cards(moment)}
    assert not promised & shown
    kept = load_guidance(proven=["INT-02"])
    assert "INT-02" in {card.id for card in kept.cards("intake")}


# Age


@pytest.mark.parametrize(
    ("today", "stale"),
    [
        (date(2026, 11, 23), False),
        (date(2027, 11, 23), False),
        (date(2027, 11, 24), True),
        (date(2029, 1, 1), True),
        (date(2020, 1, 1), False),
    ],
)
def test_after_twelve_months_the_tips_are_old(today, stale):
    assert GUIDANCE.meta.reviewed == date(2026, 11, 23)
    assert GUIDANCE.is_stale(today) is stale


# Faults


def test_an_unknown_key_costs_one_tip_and_is_named_with_its_line(folder):
    line = change(folder, 'id = "PHN-01"', 'id = "PHN-01"\ncolour = "red"')
    broken = load_guidance(folder)
    assert "PHN-01" not in [card.id for card in broken.cards("intake_phone")]
    assert broken.cards("intake_phone")
    (fault,) = broken.faults
    assert (fault.file, fault.key) == ("cards.toml", "PHN-01")
    assert abs(fault.line - line) <= 1
    assert "colour" in fault.message


def test_broken_toml_costs_one_tip_and_names_the_very_line(folder):
    line = change(folder, 'headline = "On the phone', "headline = On the phone")
    broken = load_guidance(folder)
    assert "PHN-02" in [card.id for card in broken.cards("intake_phone")]
    (fault,) = broken.faults
    assert (fault.key, fault.line) == ("PHN-01", line)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('audience = "front_office"', 'audience = "parents"'),
        ('kind = "primer"', 'kind = "gossip"'),
        ('citation = ""\n', ""),
        ('primer = ["B5", "S1"]', "primer = 5"),
    ],
)
def test_a_value_that_cannot_be_is_a_fault(folder, old, new):
    change(folder, old, new)
    assert len(load_guidance(folder).faults) == 1
    assert "INT-01" not in load_guidance(folder).by_id


def test_a_moment_that_lists_a_card_that_is_not_there_is_told(folder):
    change(folder, '"INT-07"]', '"INT-99"]')
    broken = load_guidance(folder)
    assert "INT-99" in broken.faults[0].message
    assert len(broken.cards("intake")) >= 5


def test_an_id_that_is_there_twice_is_told_and_the_first_stays(folder):
    change(folder, 'id = "INT-03"', 'id = "INT-01"')
    broken = load_guidance(folder)
    assert any("twice" in fault.message for fault in broken.faults)
    assert broken.by_id["INT-01"].headline.startswith("Welcome")


def test_a_broken_catalogue_leaves_the_tips(folder):
    (folder / "catalog.toml").write_text("[[item]\n", "utf-8")
    broken = load_guidance(folder)
    card = broken.cards("intake")[0]
    assert broken.primer_titles(card) == ()
    assert broken.reading(card) == ()
    assert [fault.file for fault in broken.faults] == ["catalog.toml"]


@pytest.mark.parametrize("file", ["cards.toml", "catalog.toml"])
def test_a_missing_file_is_a_fault_and_no_failure(folder, file):
    (folder / file).unlink()
    broken = load_guidance(folder)
    assert broken.cards("intake") == () or file == "catalog.toml"
    assert file in [fault.file for fault in broken.faults]


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"=", b"[[card]]\n", b"x" * 1000])
def test_rubbish_is_a_fault_and_no_failure(folder, content):
    (folder / "cards.toml").write_bytes(content)
    broken = load_guidance(folder)
    assert broken.cards("intake") == ()
    assert broken.faults
    assert not broken.is_stale(date(2030, 1, 1))


def test_a_file_without_its_practices_shows_no_promise(folder):
    (folder / "practices.toml").unlink()
    broken = load_guidance(folder)
    assert "INT-02" not in {card.id for card in broken.cards("intake")}
    assert "practices.toml" in [fault.file for fault in broken.faults]


def test_the_catalogue_is_read_only_when_it_is_asked_for(folder):
    fresh = load_guidance(folder)
    fresh.cards("intake")
    assert "catalog" not in vars(fresh)
