"""What the shipped letters say and never say, in both languages, whatever fields are filled."""

import itertools
import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.letters.fields import Kind
from desktop.letters.page import draw, preview
from desktop.letters.proof import SAMPLE_SCHOOL, proof, proof_page, samples
from desktop.letters.template import load_templates
from tests.letters.pages import PRESS, texts, whole_text
from tests.letters.reading import letter_grade, sentences, word_count
from tests.letters.said import SAYS

TEMPLATES = load_templates()
IDS = tuple(sorted({one.id for one in TEMPLATES}))
ALL = [TEMPLATES.get(name, language) for name in IDS for language in ("en", "es")]
NAMED = pytest.mark.parametrize("template", ALL, ids=lambda one: f"{one.language}-{one.id}")

UNVERIFIED = (
    "receipt",
    "identity_needed",
    "authority_needed",
    "not_entitled",
    "third_party_refused",
)
OPEN_FIELDS = 9
"""So many optional fields are tried in every mixture; of more, each alone and all together."""


def every_draft(template):
    """A draft for every choice of which optional fields and flags are filled."""
    filled = samples(template)
    open_fields = [
        name for name, field in template.fields.items() if field.optional or field.kind is Kind.FLAG
    ]
    for choice in choices(len(open_fields)):
        chosen = {
            name: (True if template.fields[name].kind is Kind.FLAG else filled[name])
            if on
            else None
            for name, on in zip(open_fields, choice, strict=True)
        }
        yield template.fill({**filled, **chosen})


def choices(count):
    if count <= OPEN_FIELDS:
        return itertools.product((True, False), repeat=count)
    alone = [[at == place for at in range(count)] for place in range(count)]
    without = [[not on for on in row] for row in alone]
    return [[True] * count, [False] * count, *alone, *without]


def plain(text):
    return re.sub(r"[*\\|]|^[#>\-\s]+|^\d+\. ", " ", text, flags=re.MULTILINE)


def test_all_templates_can_be_read():
    assert TEMPLATES.faults == ()
    assert {one.language for one in ALL} == {"en", "es"}


@pytest.mark.parametrize(
    ("template", "language", "words"),
    [pytest.param(one[0], one[1], one[3], id="-".join(one[:3])) for one in SAYS],
)
def test_the_letter_says_what_it_must(template, language, words):
    read = whole_text(proof(template, language))
    for one in words:
        assert one in read, one


def test_every_letter_has_its_line_of_what_it_must_say():
    assert {one[:2] for one in SAYS} == {(one.id, one.language) for one in ALL}


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_list_of_the_kinds_of_records_tells_of_no_student(language):
    """34 CFR 300.616 asks for types and places; nothing of a file belongs into it."""
    template = TEMPLATES.get("types_and_locations", language)
    assert not {"student", "grade", "items"} & set(template.fields)


@NAMED
def test_a_letter_gone_out_of_its_template_lacks_nothing_a_rule_wants(template):
    for draft in every_draft(template):
        assert template.missing(draft.text, samples(template)) == ()


@NAMED
def test_the_same_parts_are_required_in_both_languages(template):
    english = TEMPLATES.get(template.id, "en")
    asked = [(part.says, part.citation) for part in english.required]
    assert [(part.says, part.citation) for part in template.required] == asked


@NAMED
def test_every_letter_names_a_contact_and_offers_an_interpreter(template):
    for draft in every_draft(template):
        said = " ".join(draft.text.split())
        assert "Pat Morgan" in said
        assert "(555) 010-0140" in said
        english = template.language == "en"
        assert ("If you would like an interpreter" if english else "un intérprete") in said


@NAMED
def test_the_complaint_line_is_the_office_s_choice(template):
    filled = samples(template)
    said = template.fill({**filled, "complaint_line": "You may write to the Office."}).text
    assert said.endswith("You may write to the Office.")
    without = template.fill({**filled, "complaint_line": None}).text
    assert "Office." not in without


@NAMED
def test_both_languages_ask_for_the_same_fields(template):
    english = TEMPLATES.get(template.id, "en")
    assert {name: (one.kind, one.optional) for name, one in template.fields.items()} == {
        name: (one.kind, one.optional) for name, one in english.fields.items()
    }
    for part in ("version", "rights", "steps", "audience"):
        assert getattr(template, part) == getattr(english, part)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", UNVERIFIED)
def test_a_letter_to_somebody_not_yet_known_confirms_nothing(name, language):
    """R-13.1: nothing from the records, and no word that the child attends."""
    template = TEMPLATES.get(name, language)
    assert not {"grade", "school", "teacher", "birth_date", "address"} & set(template.fields)
    for draft in every_draft(template):
        said = f"{draft.title} {draft.text}".casefold()
        for words in ("enrolled", "attends", "our student", "your child's school", "teacher",
                      "inscrit", "asiste a", "nuestro estudiante", "maestr"):  # fmt: skip
            assert words not in said


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("changed", "shown", "hidden"),
    [
        ({"waived": True}, (), ("$",)),
        ({"page_fee": None, "postage": None}, (), ("$",)),
        ({"page_fee": None}, ("$1.20",), ("$3.20",)),
        ({"postage": None}, ("$3.20",), ("$1.20", "$4.40")),
        ({"pages": 1, "page_fee": 25}, ("1 pag", "$0.25", "$1.45"), ()),
        ({"pages": 1200, "page_fee": 100}, ("$1,200.00", "$1,201.20"), ()),
    ],
)
def test_the_fee_is_copies_and_mailing_and_adds_up(language, changed, shown, hidden):
    template = TEMPLATES.get("copies_enclosed", language)
    text = template.fill({**samples(template), **changed}).text.replace("á", "a")
    assert all(part in text for part in shown)
    assert not any(part in text for part in hidden)


@pytest.mark.parametrize("language", ["en", "es"])
def test_pages_nobody_counted_are_no_total_of_nought(language):
    template = TEMPLATES.get("copies_enclosed", language)
    values = samples(template) | {"pages": 0, "items": [{"what": "The records", "pages": 0}]}
    draft = template.fill(values | {"page_fee": None, "postage": None})
    assert "Total" not in draft.text
    assert not any("0" in line for line in draft.enclosures)


def test_no_letter_has_a_field_for_a_search_fee():
    money = {
        name
        for template in ALL
        for name, field in template.fields.items()
        if field.kind is Kind.MONEY
    }
    assert money == {"page_fee", "postage"}


def test_a_line_break_is_no_end_of_a_sentence():
    """A measure that takes lines for sentences flatters whatever is broken into lines."""
    said = "We looked in every place\nwhere the school keeps records. Then we wrote to you:"
    read = sentences(f"## A heading\n\n{said}\n\n- Bring a photo ID.\n- Call us (34 CFR 99.4(a)).")
    assert read == [
        "We looked in every place where the school keeps records.",
        "Then we wrote to you:",
        "Bring a photo ID.",
        "Call us.",
    ]  # fmt: skip


def test_a_long_sentence_of_long_words_reads_above_grade_8():
    hard = "Administrative determinations concerning inaccuracies necessitate adjudication."
    assert letter_grade(hard) > 8


@pytest.mark.parametrize("name", IDS)
def test_the_english_text_reads_at_grade_8_or_below(name):
    for draft in every_draft(TEMPLATES.get(name, "en")):
        assert letter_grade(draft.text) <= 8


@pytest.mark.parametrize("name", IDS)
def test_no_sentence_of_the_english_text_is_longer_than_30_words(name):
    for draft in every_draft(TEMPLATES.get(name, "en")):
        assert [one for one in sentences(draft.text) if word_count(one) > 30] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_receipt_fits_on_one_sheet(language):
    template = TEMPLATES.get("receipt", language)
    page = proof_page(template, {"meeting_on": None, "complaint_line": None})
    assert len(texts(draw(page, PRESS))) == 1


VALUE = st.text(alphabet=st.characters(exclude_categories=()), min_size=1, max_size=400)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_value_fills_and_draws(data):
    """No text from data breaks a letter or adds a link, a picture or a script to it."""
    template = data.draw(st.sampled_from(ALL))
    filled = samples(template)
    for name, field in template.fields.items():
        value = data.draw(VALUE).strip() or "x"
        if field.kind is Kind.TEXT:
            filled[name] = f"x{value}"
        elif field.kind is Kind.LINES:
            filled[name] = [f"x{value}", value]
        elif field.kind is Kind.ITEMS:
            filled[name] = [{"what": value, "pages": 3, "note": value}]
        elif field.kind is Kind.ENTRIES:
            entry = dict.fromkeys(("party", "interest", "records", "threat", "further"), value)
            filled[name] = [{**entry, "disclosed_on": date(2026, 3, 2)}]
    page = proof_page(template, filled)
    pdf = preview(page, PRESS)
    assert texts(pdf)
    outside = re.sub(rb"\bstream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)
    for trace in (b"/URI", b"/Link", b"/JavaScript", b"/Launch", b"/Subtype /Image"):
        # The whole name: the tag of a font's subset may begin like one of them.
        assert not re.search(re.escape(trace) + rb"(?![A-Za-z])", outside)


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="ab *_#>-+1.|\\`\n<&[]()é漢محमि", max_size=600))
def test_any_edited_text_draws(text):
    page = proof_page(TEMPLATES.get("receipt"), {})
    assert preview(
        type(page)(**{**{f: getattr(page, f) for f in page.__slots__}, "text": text}), PRESS
    )


def test_a_proof_takes_values_of_its_own():
    read = whole_text(proof("receipt", "en", {"student": "Zoë Quill"}))
    assert "Zoë Quill" in read
    assert SAMPLE_SCHOOL.name in read
