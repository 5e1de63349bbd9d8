"""The papers that are no letters, as they are worded: what each must say, in plain words."""

import re
from dataclasses import replace

import pytest

from desktop.letters.never import When
from desktop.letters.page import draw
from desktop.letters.proof import proof_page, samples
from desktop.letters.template import load_templates
from desktop.paths import resources
from tests.letters.pages import PRESS, texts
from tests.letters.reading import letter_grade, sentences, word_count
from tests.letters.test_letter_texts import every_draft

TEMPLATES = load_templates(resources("printouts"), rules_in=resources("letters"))
ALL = tuple(TEMPLATES)
NAMES = [f"{one.language}-{one.id}" for one in ALL]
ENGLISH = [one for one in ALL if one.language == "en"]
ONE_SHEET = ("handout", "sign_in", "reviewed", "fee_receipt", "search_memo", "hold_memo", "cover")


# The cover sheet is a list of facts; a measure of sentences says nothing of it.
WORDED = [one for one in ENGLISH if one.id != "cover"]


def a_paper(template):
    """A paper as it is printed: mailed to nobody and signed by nobody."""
    return replace(proof_page(template, {}), recipient=(), signer=())


def sheets(template):
    return texts(draw(a_paper(template), PRESS))


def test_every_paper_can_be_read():
    assert TEMPLATES.faults == ()


@pytest.mark.parametrize("template", ALL, ids=NAMES)
def test_whatever_is_left_open_a_paper_says_what_its_rule_wants(template):
    for draft in every_draft(template):
        assert template.missing(draft.text, samples(template)) == ()


@pytest.mark.parametrize("template", ALL, ids=NAMES)
def test_taking_out_what_a_rule_wants_is_noticed(template):
    values = samples(template)
    text = template.fill(values).text
    for part in template.required:
        gone = text
        for words in part.words:
            filled = words.replace("{{ opt_out_by }}", "")
            gone = re.sub(re.escape(filled.strip()), "", gone, flags=re.IGNORECASE)
        assert part in template.missing(gone, values), part.says


@pytest.mark.parametrize("template", WORDED, ids=[one.id for one in WORDED])
def test_the_english_text_reads_at_grade_8_or_below(template):
    for draft in every_draft(template):
        assert letter_grade(draft.text) <= 8


@pytest.mark.parametrize("template", WORDED, ids=[one.id for one in WORDED])
def test_no_sentence_of_the_english_text_is_longer_than_30_words(template):
    for draft in every_draft(template):
        assert [one for one in sentences(draft.text) if word_count(one) > 30] == []


@pytest.mark.parametrize("template", ALL, ids=NAMES)
def test_no_paper_says_what_no_letter_says_r_13_2(template):
    text = template.fill(samples(template)).text
    said = TEMPLATES.never.said(
        text, template=template.id, language=template.language, holds=dict.fromkeys(When, True)
    )
    assert [one.words for one in said if not one.ask] == []


@pytest.mark.parametrize("name", ONE_SHEET)
def test_a_paper_for_the_desk_is_one_sheet(name):
    for language in TEMPLATES.languages(name):
        assert len(sheets(TEMPLATES.get(name, language))) == 1


@pytest.mark.parametrize("name", [one.id for one in ALL if one.language == "es"])
def test_the_spanish_paper_asks_for_the_same_facts(name):
    english, spanish = TEMPLATES.get(name, "en"), TEMPLATES.get(name, "es")
    assert {key: one.kind for key, one in english.fields.items()} == {
        key: one.kind for key, one in spanish.fields.items()
    }
    assert [one.citation for one in english.required] == [one.citation for one in spanish.required]
    assert english.version == spanish.version
