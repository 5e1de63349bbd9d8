"""What the shipped letters say and never say, in both languages, whatever fields are filled."""

import itertools
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.letters.fields import Kind
from desktop.letters.page import draw
from desktop.letters.proof import SAMPLE_SCHOOL, proof, proof_page, samples
from desktop.letters.template import load_templates
from tests.letters.pages import PRESS, texts, whole_text

TEMPLATES = load_templates()
IDS = (
    "receipt",
    "acknowledgement",
    "identity_needed",
    "authority_needed",
    "appointment",
    "copies_enclosed",
)
ALL = [TEMPLATES.get(name, language) for name in IDS for language in ("en", "es")]
NAMED = pytest.mark.parametrize("template", ALL, ids=lambda one: f"{one.language}-{one.id}")

# and what a reader could take for it in Spanish.
NEVER = {
    "en": (
        "business day", "school day", "extended", "extension", "our records office received",
        "you must use our form", "must fill out", "is allowed to take", "social security",
        "non-custodial", "noncustodial", "custody", "pause", "on hold", "immigration",
    ),
    "es": (
        "días hábiles", "día hábil", "prórroga", "extensión", "ampliad", "nuestra oficina de",
        "debe usar nuestro formulario", "debe llenar", "seguro social", "custodia", "pausa",
        "migratori", "suspend",
    ),
}  # fmt: skip

# What each letter must say, as the office may not leave it out.
SAYS = {
    ("receipt", "en"): ("Thursday, October 1, 2026", "Sunday, November 15, 2026", "Pat Morgan",
                        "I want everything about my daughter.", "Latest date", "costs nothing"),
    ("receipt", "es"): ("jueves, 1 de octubre de 2026", "domingo, 15 de noviembre de 2026",
                        "Quiero todo lo de mi hija.", "Fecha límite", "no cuesta nada"),
    ("acknowledgement", "en"): ("We received it on Thursday, October 1, 2026",
                                "The count began on the day we received your request",
                                "Sunday, November 15, 2026", "Report cards", "costs nothing",
                                "Pat Morgan will call", "before that meeting"),
    ("acknowledgement", "es"): ("La recibimos el jueves, 1 de octubre de 2026",
                                "La cuenta empezó el día en que recibimos su solicitud",
                                "domingo, 15 de noviembre de 2026", "no cuesta nada"),
    ("identity_needed", "en"): ("photo ID", "No ID? No problem.", "find another way",
                                "The latest date stays the same: Sunday, November 15, 2026",
                                "We keep working on your request",
                                "we cannot say whether there are any records"),
    ("identity_needed", "es"): ("identificación con foto", "¿No tiene identificación?",
                                "La fecha límite es la misma: domingo, 15 de noviembre de 2026",
                                "Seguimos trabajando", "no podemos decir si hay o no"),
    ("authority_needed", "en"): ("You act as the parent because no parent or guardian is there",
                                 "No paper? Call us.", "It does not matter who the child lives",
                                 "The latest date stays the same: Sunday, November 15, 2026",
                                 "we cannot say whether there are any records"),
    ("authority_needed", "es"): ("Usted actúa como padre o madre", "¿No tiene ningún papel?",
                                 "No importa con quién vive", "La fecha límite es la misma",
                                 "no podemos decir si hay o no"),
    ("appointment", "en"): ("Tuesday, October 20, 2026", "9:30 a.m.", "Report cards", "can explain",
                            "It costs nothing", "If you cannot come at all", "photo ID",
                            "Someone may also look at the records in your place"),
    ("appointment", "es"): ("martes, 20 de octubre de 2026", "9:30 a.m.", "puede explicarle",
                            "no cuesta nada", "Si no puede venir", "en su lugar"),
    ("copies_enclosed", "en"): ("Report cards 8", "Total 32", "32 pages at $0.10 a page $3.20",
                                "Mailing $1.20", "Total $4.40", "two lines are about another child",
                                "Tell us if the fee keeps you from getting the records"),
    ("copies_enclosed", "es"): ("Boletas de calificaciones 8", "Total 32",
                                "32 páginas a $0.10 cada una $3.20", "Correo $1.20", "Total $4.40",
                                "Díganos si este costo le impide obtener los expedientes"),
}  # fmt: skip

UNVERIFIED = ("receipt", "identity_needed", "authority_needed")


def every_draft(template):
    """A draft for every choice of which optional fields and flags are filled."""
    filled = samples(template)
    open_fields = [
        name for name, field in template.fields.items() if field.optional or field.kind is Kind.FLAG
    ]
    for choice in itertools.product((True, False), repeat=len(open_fields)):
        chosen = {
            name: (True if template.fields[name].kind is Kind.FLAG else filled[name])
            if on
            else None
            for name, on in zip(open_fields, choice, strict=True)
        }
        yield template.fill({**filled, **chosen})


def plain(text):
    return re.sub(r"[*\\|]|^[#>\-\s]+|^\d+\. ", " ", text, flags=re.MULTILINE)


def test_all_templates_can_be_read():
    assert TEMPLATES.faults == ()
    assert {(one.id, one.language) for one in TEMPLATES} == {(one.id, one.language) for one in ALL}


@NAMED
def test_the_letter_says_what_it_must(template):
    read = whole_text(proof(template.id, template.language))
    for words in SAYS[template.id, template.language]:
        assert words in read, words


@NAMED
def test_the_letter_never_says_what_it_must_not(template):
    for draft in every_draft(template):
        said = f"{draft.title} {draft.text}".casefold()
        for words in NEVER[template.language]:
            assert words not in said


@NAMED
def test_every_letter_names_a_contact_and_offers_an_interpreter(template):
    said = " ".join(min((draft.text for draft in every_draft(template)), key=len).split())
    assert "Pat Morgan" in said
    assert "(555) 010-0140" in said
    offer = "If you would like an interpreter" if template.language == "en" else "un intérprete"
    assert offer in said


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
    assert (template.version, template.rights, template.steps) == (
        english.version,
        english.rights,
        english.steps,
    )


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", UNVERIFIED)
def test_a_letter_to_somebody_not_yet_known_confirms_nothing(name, language):
    """R-13.1: nothing from the records, and no word that the child attends."""
    template = TEMPLATES.get(name, language)
    assert not {"grade", "school", "teacher", "birth_date", "address"} & set(template.fields)
    for draft in every_draft(template):
        said = f"{draft.title} {draft.text}".casefold()
        for words in ("enrolled", "attends", "our student", "your child's school", "teacher",
                      "inscrit", "asiste", "nuestro estudiante", "maestr"):  # fmt: skip
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


def syllables(word):
    groups = re.findall(r"[aeiouy]+", word)
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and len(groups) > 1
    return max(1, len(groups) - silent - (word.endswith("ed") and word[-3:-2] not in "td"))


def reading_grade(text):
    """Flesch-Kincaid: how many years of school a reader needs."""
    sentences = [part for part in re.split(r"[.!?\n]+", text) if re.search("[a-z]{2}", part)]
    words = re.findall(r"[a-z']+", text.casefold())
    return (
        0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    )


@pytest.mark.parametrize("name", IDS)
def test_the_english_text_reads_at_grade_8_or_below(name):
    template = TEMPLATES.get(name, "en")
    filled = {**samples(template), "complaint_line": None}
    assert reading_grade(plain(template.fill(filled).text)) <= 8


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
    page = proof_page(template, filled)
    pdf = draw(page, PRESS)
    assert texts(pdf)
    for trace in (b"/URI", b"/Link", b"/JavaScript", b"/Launch", b"/Subtype /Image"):
        assert trace not in pdf


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="ab *_#>-+1.|\\`\n<&[]()é漢محमि", max_size=600))
def test_any_edited_text_draws(text):
    page = proof_page(TEMPLATES.get("receipt"), {})
    assert draw(
        type(page)(**{**{f: getattr(page, f) for f in page.__slots__}, "text": text}), PRESS
    )


def test_a_proof_takes_values_of_its_own():
    read = whole_text(proof("receipt", "en", {"student": "Zoë Quill"}))
    assert "Zoë Quill" in read
    assert SAMPLE_SCHOOL.name in read
