"""The blanks: one source in two languages, printable and fillable, readable by a screen reader."""

import io

import pytest
from pypdf import PdfReader

from desktop.letters.never import When, load_never
from desktop.letters.page import Letterhead
from desktop.paths import resources
from desktop.records.blank import Mark, read_mark
from desktop.records.request import Right
from tests.letters.filling import BLANKS, a_blank, by_pdfium, seen, widgets
from tests.letters.pages import a_letterhead, a_logo, ink, render, texts, whole_text
from tests.letters.qr import decoded
from tests.offices import the_defaults

NEVER = load_never(resources("letters"))
EVERY = [(one, language) for one in BLANKS.by_id for language in ("en", "es")]
# Vietnamese, Polish, Turkish, Pinyin, Yoruba, and what Spanish needs.
NAMES = "Nguyễn Thị Łódź Ğül ǎ Ẹ̀kọ́ ñ¿"


def every(pdf, kind="/Tx"):
    return {name: one for name, one in widgets(pdf).items() if one["/FT"] == kind}


@pytest.mark.parametrize(("which", "language"), EVERY)
def test_a_blank_fits_on_one_sheet_under_the_schools_head(which, language):
    pages = texts(a_blank(which, language))
    assert len(pages) == 1
    assert pages[0].startswith("Lincoln Elementary School")
    assert f"Records Desk form {which}.1.{language}" in pages[0]


@pytest.mark.parametrize(("which", "language"), EVERY)
def test_r_13_2_a_blank_says_that_nobody_has_to_use_it(which, language):
    says = {"en": "You do not have to use this form.", "es": "No tiene que usar este formulario."}
    assert says[language] in whole_text(a_blank(which, language))


@pytest.mark.parametrize(("which", "language"), EVERY)
def test_a_blank_says_nothing_that_no_letter_may_say(which, language):
    text = whole_text(a_blank(which, language))
    everything = dict.fromkeys(When, True)
    assert [*NEVER.said(text, template="", language=language, holds=everything)] == []


@pytest.mark.parametrize(("which", "language"), EVERY)
def test_every_field_has_its_place_a_name_and_a_name_to_be_spoken(which, language):
    found = widgets(a_blank(which, language))
    declared = set(BLANKS.by_id[which].field_names())
    assert set(found) == declared | {"records_desk_form"}
    spoken = [found[name]["/TU"] for name in declared]
    assert all(spoken)
    assert len(set(spoken)) == len(spoken)


def test_the_texts_of_both_languages_differ_everywhere():
    for blank in BLANKS.by_id.values():
        for one in blank.fields():
            assert one.label.en != one.label.es, (blank.id, one.name)


def test_99_30_b_the_consent_has_every_element_and_marks_it_as_needed():
    needed = {one.name for one in BLANKS.by_id["consent"].fields() if one.needed}
    elements = {"records", "purpose", "recipient", "name", "relationship", "signature", "signed_on"}
    assert elements <= needed


def test_a_signature_is_given_by_hand_so_it_has_no_field():
    assert "signature" not in widgets(a_blank("consent"))
    assert "Signature * (by hand, after printing)" in whole_text(a_blank("consent"))


def test_the_kinds_of_records_are_those_of_the_office():
    kinds = {one.id for one in the_defaults().record_kind}
    asked = next(f for f in BLANKS.by_id["inspect"].fields() if f.name == "record_kinds")
    assert {one.id for one in asked.option} <= kinds


def test_99_37_and_20_usc_7908_the_two_noes_are_two_boxes_of_two_rights():
    ticks = next(f for f in BLANKS.by_id["opt-out"].fields() if f.name == "no_to")
    assert [one.right for one in ticks.option] == [
        Right.DIRECTORY_OPT_OUT,
        Right.RECRUITER_OPT_OUT,
    ]


def test_every_field_is_a_form_element_that_its_box_leads_back_to():
    pdf = a_blank("amend")
    reader = PdfReader(io.BytesIO(pdf))
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    elements = dict(zip(numbers[::2], (one.get_object() for one in numbers[1::2]), strict=True))
    for name in BLANKS.by_id["amend"].field_names():
        box = widgets(pdf)[name]
        element = elements[box["/StructParent"]]
        assert element["/S"] == "/Form"
        assert element["/K"][0]["/Obj"].get_object()["/T"] == name


def test_the_fields_follow_the_page_in_the_order_they_are_read():
    found = [name for name in widgets(a_blank()) if not name.startswith("records_desk")]
    assert found == list(BLANKS.by_id["inspect"].field_names())


@pytest.mark.parametrize("letter", [one for one in NAMES if one != " "])
def test_the_fields_show_every_latin_letter_typed_in_a_browser(letter):
    empty = ink(seen(by_pdfium(a_blank(), {"name": "ooo"})))
    typed = ink(seen(by_pdfium(a_blank(), {"name": f"ooo{letter}"})))
    assert typed > empty


def test_the_fields_font_is_embedded_and_the_look_of_every_state_is_in_the_file():
    pdf = a_blank()
    form = PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/AcroForm"]
    fonts = form["/DR"]["/Font"].values()
    inner = [font["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts]
    assert [("/FontFile2" in one) for one in inner] == [True]
    assert "/NeedAppearances" not in form
    assert {*every(pdf, "/Btn")["relationship_mother"]["/AP"]["/N"]} == {"/Yes", "/Off"}
    assert "/N" in every(pdf)["name"]["/AP"]


def test_the_same_blank_is_the_same_file():
    assert a_blank() == a_blank()


def test_a_blank_carries_the_logo_the_reference_and_the_mark_of_practice():
    pdf = a_blank(
        letterhead=a_letterhead(logo=a_logo()), reference="2026-0142", practice=True, language="es"
    )
    assert "2026-0142" in whole_text(pdf)
    assert "PRÁCTICA" in whole_text(pdf)
    assert widgets(pdf)["records_desk_reference"]["/V"] == "2026-0142"
    assert PdfReader(io.BytesIO(pdf)).pages[0].images


def test_the_reference_stands_on_the_blank_as_a_code_that_reads_back():
    pdf = a_blank(reference="2026-0142")
    left, top = (612 - 50 - 42) * 4, 36 * 4
    picture = render(pdf, scale=4.0).crop((left, top, left + 42 * 4, top + 42 * 4))
    assert decoded(picture) == "2026-0142"
    assert "QR code of the reference 2026-0142" in spoken_figures(pdf)


def spoken_figures(pdf):
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]
    part = root["/K"][0]["/K"][0]["/K"]
    elements = [one.get_object() for one in part]
    return [one["/Alt"] for one in elements if one["/S"] == "/Figure"]


def test_a_school_with_a_long_name_goes_over_to_a_second_sheet_and_loses_nothing():
    name = "Escuela Secundaria Técnica y Preparatoria " * 7
    pdf = a_blank("consent", letterhead=Letterhead(school=a_letterhead(name=name).school))
    assert len(widgets(pdf)) == len(widgets(a_blank("consent")))
    assert len(texts(pdf)) == 2


@pytest.mark.parametrize("code", ["inspect.1.es", "opt-out.12.en"])
def test_a_mark_reads_back_as_it_was_written(code):
    mark = read_mark(code)
    assert mark is not None
    assert mark.code() == code


@pytest.mark.parametrize("code", ["", "inspect", "inspect..en", ".1.en", "inspect.99999.en", "a.²"])
def test_what_is_no_mark_is_told_apart(code):
    assert read_mark(code) is None


def test_a_mark_names_its_form():
    assert Mark(blank="amend", version=1, language="es").code() == "amend.1.es"
