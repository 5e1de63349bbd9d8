"""A filled blank as facts: cleaned, in the right places, with a sentence for what was not used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import DeskError
from desktop.paths import forms
from desktop.records.blank import load_blanks
from desktop.records.filled import take
from desktop.records.party import Relationship
from desktop.records.request import Right
from desktop.records.typed_words import LONGEST_NAME

BLANKS = load_blanks(forms("paper"))


def taken(code="inspect.1.en", ticks=(), **values):
    return take(code, values or {"name": "Ana Ortiz"}, frozenset(ticks), blanks=BLANKS)


def refused(*given, **named):
    with pytest.raises(DeskError) as fault:
        take(*given, blanks=BLANKS, **named)
    return fault.value.code


def notes(filled):
    return [one.code.rpartition(".")[2] for one in filled.notes]


@pytest.mark.parametrize(
    ("code", "ticks", "right"),
    [
        ("inspect.1.en", [], Right.INSPECT),
        ("amend.1.es", [], Right.AMEND),
        ("hearing.1.en", [], Right.HEARING),
        ("consent.1.es", [], Right.CONSENT),
        ("opt-out.1.en", ["no_to_directory"], Right.DIRECTORY_OPT_OUT),
        ("opt-out.1.en", ["no_to_recruiters"], Right.RECRUITER_OPT_OUT),
    ],
)
def test_each_form_asks_for_its_right(code, ticks, right):
    assert taken(code, ticks).right is right


def test_both_noes_are_two_rights_and_the_second_is_not_forgotten_20_usc_7908():
    filled = taken("opt-out.1.en", ["no_to_directory", "no_to_recruiters"])
    assert filled.right is Right.DIRECTORY_OPT_OUT
    assert notes(filled) == ["two_rights"]


def test_a_consent_filled_in_on_screen_is_said_to_be_unsigned_99_30_a():
    assert "unsigned" in notes(taken("consent.1.en"))
    assert "unsigned" not in notes(taken("inspect.1.en"))


@pytest.mark.parametrize(
    ("ticks", "relationship"),
    [
        (["relationship_mother"], Relationship.MOTHER),
        (["relationship_self"], Relationship.SELF),
        (["relationship_other"], None),
        (["relationship_mother", "relationship_father"], None),
        ([], None),
    ],
)
def test_a_relationship_counts_where_it_is_clear(ticks, relationship):
    assert taken(ticks=ticks, name="Ana").relationship is relationship


def test_two_relationships_are_told():
    ticks = ["relationship_mother", "relationship_guardian"]
    filled = taken(ticks=ticks, name="Ana")
    assert notes(filled) == ["relationships"]
    assert "You are: Mother; Guardian" in filled.words


def test_what_has_no_place_of_its_own_stands_in_the_words_behind_its_label():
    filled = taken(
        "amend.1.es",
        ["ground_inaccurate"],
        record="Asistencia, 3 de mayo",
        wrong="Dice ausente\nEstuvo en la excursión",
        name="Ana Ortiz",
    )
    assert filled.words.splitlines() == [
        "Which record: the paper or entry, and its date: Asistencia, 3 de mayo",
        "What is wrong with it: Dice ausente",
        "Estuvo en la excursión",
        "Why: It is not correct",
    ]


def test_their_own_words_come_first_and_once():
    filled = taken(words="Todo", representative="Ms. Lee")
    assert filled.words == ("Todo\nSomeone who may look for you (special education): Ms. Lee")


@pytest.mark.parametrize(
    ("code", "ticks", "language"),
    [
        ("inspect.1.es", [], "es"),
        ("inspect.1.es", ["language_en"], "en"),
        ("inspect.1.en", ["language_en", "language_es"], "en"),
        ("inspect.1.en", ["language_other"], "en"),
    ],
)
def test_the_language_is_the_one_ticked_else_that_of_the_form(code, ticks, language):
    assert taken(code, ticks, name="Ana").language == language


def test_ticks_of_records_visit_and_interpreter_are_found():
    ticks = ["record_kinds_grades", "record_kinds_health", "visit_cannot_come"]
    filled = taken(ticks=[*ticks, "language_interpreter"])
    assert filled.record_kinds == ("grades", "health")
    assert filled.cannot_come
    assert filled.interpreter
    assert not taken().cannot_come


@pytest.mark.parametrize("value", ["Yes", "On", "1", "X", "Sí"])
def test_a_tick_that_another_program_wrote_as_text_counts(value):
    assert taken(relationship_mother=value).relationship is Relationship.MOTHER


@pytest.mark.parametrize("value", ["Off", "off", "No", "0", "", " "])
def test_a_tick_that_is_off_does_not_count_however_it_is_written(value):
    assert taken(relationship_mother=value, name="Ana").relationship is None


def test_names_the_form_does_not_have_are_left_out():
    filled = taken(name="Ana", owner="1", right="complaint", signature="Ana")
    assert dict(filled.texts) == {"name": "Ana"}
    assert filled.words == ""


def test_a_line_has_no_breaks_and_nothing_that_cannot_be_shown():
    assert taken(name="Ana\r\nOrtiz\x00\u202e").texts["name"] == "Ana Ortiz"


def test_a_text_keeps_its_lines_however_the_program_ended_them():
    assert taken(words="one\rtwo\r\nthree\nfour").words == "one\ntwo\nthree\nfour"


def test_what_is_too_long_is_cut_and_told():
    filled = taken(name="A" * 5000)
    assert len(filled.texts["name"]) == LONGEST_NAME
    assert [dict(one.values) for one in filled.notes] == [{"field": "Your name"}]


@pytest.mark.parametrize("values", [{}, {"name": " \n"}, {"unknown": "x"}])
def test_an_empty_form_is_told(values):
    assert refused("inspect.1.en", values, frozenset()) == "form_empty"


@pytest.mark.parametrize("code", ["", "report-card.1.en", "inspect.1.fr", "inspect.one.en"])
def test_a_form_we_do_not_have_is_told(code):
    assert refused(code, {"name": "Ana"}, frozenset()) == "form_unknown"


def test_a_form_of_another_version_is_told():
    assert refused("inspect.2.en", {"name": "Ana"}, frozenset()) == "form_other_version"


@given(
    values=st.dictionaries(
        st.sampled_from([*BLANKS.by_id["inspect"].field_names()]), st.text(max_size=400)
    ),
    ticks=st.frozensets(st.sampled_from([*BLANKS.by_id["inspect"].field_names()])),
)
def test_whatever_is_filled_in_becomes_clean_facts(values, ticks):
    filled = take("inspect.1.es", {**values, "name": "Ana"}, ticks, blanks=BLANKS)
    lines = [text for name, text in filled.texts.items() if name != "words"]
    assert all(len(line) <= LONGEST_NAME and "\n" not in line for line in lines)
    assert all(line == line.strip() for line in lines)
