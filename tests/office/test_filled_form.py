"""Reading filled forms, whatever program filled them in, and whatever else is dropped here."""

import io
import time

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from desktop.errors import DeskError
from desktop.office.filled_form import LARGEST_BYTES, read_form
from tests.letters.filling import BLANKS, a_blank, by_pdfium, by_pypdf, written
from tests.letters.pages import a_page, drawn
from tests.office.pdfs import hostile, in_object_streams, mutated

NAME = "Nguyễn Thị Ánh Łódź"
TEXTS = {"student_given": NAME, "words": "línea uno\nlínea dos", "student_born_on": "5/12/2017"}


def refusal(pdf):
    with pytest.raises(DeskError) as fault:
        read_form(pdf)
    assert fault.value.remedy
    return fault.value.code


def changed(change, pdf=None):
    """The blank with ``change`` made to each of its fields by name."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf or a_blank()))
    for one in writer.pages[0]["/Annots"]:
        change(one.get_object())
    return written(writer)


def with_value(name, value, **more):
    """The blank with one field's value set as another program would."""

    def change(field):
        if field["/T"] == name:
            field[NameObject("/V")] = value
            field.update({NameObject(f"/{key}"): one for key, one in more.items()})

    return changed(change)


@pytest.mark.parametrize("which", BLANKS.by_id)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_field_of_every_blank_reads_back(which, language):
    names = list(BLANKS.by_id[which].field_names())
    ticks = {f"{f.name}_{o.id}" for f in BLANKS.by_id[which].fields() for o in f.option}
    values = {name: "/Yes" if name in ticks else f"{name} ễ" for name in names}
    form = read_form(by_pypdf(a_blank(which, language), values))
    assert form.mark == f"{which}.1.{language}"
    assert set(form.ticked) == ticks
    assert form.values == {name: text for name, text in values.items() if name not in ticks}


def test_a_form_filled_in_by_pypdf_is_read():
    form = read_form(by_pypdf(a_blank("inspect", "es"), {**TEXTS, "relationship_mother": "/Yes"}))
    assert (form.mark, form.values) == ("inspect.1.es", TEXTS)
    assert form.ticked == ("relationship_mother",)


def test_a_form_filled_in_by_chromes_pdfium_is_read():
    values = {"student_given": NAME, "student_family": "O'Brien", "relationship_mother": True}
    form = read_form(by_pdfium(a_blank(), values))
    assert form.values == {"student_given": NAME, "student_family": "O'Brien"}
    assert form.ticked == ("relationship_mother",)


def test_a_form_saved_as_an_incremental_update_gives_its_newest_values():
    first = by_pypdf(a_blank(), {"name": "Ana"})
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    writer.update_page_form_field_values(writer.pages[0], {"name": NAME}, auto_regenerate=False)
    second = written(writer)
    assert second.startswith(first[:1000])
    assert read_form(second).values == {"name": NAME}


def test_a_form_in_object_streams_is_read():
    pdf = by_pypdf(a_blank(), TEXTS)
    packed = in_object_streams(pdf)
    assert b"/ObjStm" in packed
    assert read_form(packed).values == TEXTS


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"\xfe\xff" + NAME.encode("utf-16-be"), NAME),
        (b"\xff\xfe" + NAME.encode("utf-16-le"), NAME),
        (b"\xef\xbb\xbf" + NAME.encode(), NAME),
        ("Peña".encode("latin-1"), "Peña"),
        (b"O\x27Brien", "O'Brien"),
    ],
    ids=["utf-16-be", "utf-16-le", "utf-8", "pdfdoc", "ascii"],
)
def test_a_text_is_read_in_every_encoding_a_program_may_choose(raw, text):
    assert read_form(with_value("name", ByteStringObject(raw))).values["name"] == text


def test_a_text_kept_in_a_stream_is_read():
    stream = DecodedStreamObject()
    stream.set_data(b"\xfe\xff" + NAME.encode("utf-16-be"))
    assert read_form(with_value("words", stream)).values["words"] == NAME


@pytest.mark.parametrize("state", ["/Yes", "/On", "/1", "/Checked", "/mother"])
def test_a_tick_counts_whatever_a_program_calls_it(state):
    pdf = with_value("relationship_mother", NameObject(state), AS=NameObject(state))
    assert read_form(pdf).ticked == ("relationship_mother",)


def test_a_tick_that_only_shows_counts_and_one_that_is_off_does_not():
    def only_shown(field):
        if field["/T"] == "relationship_mother":
            field[NameObject("/AS")] = NameObject("/Yes")
            del field["/V"]

    assert read_form(changed(only_shown)).ticked == ("relationship_mother",)
    assert read_form(with_value("name", TextStringObject("Ana"))).ticked == ()


def test_fields_that_a_program_put_under_a_common_name_are_read():
    writer = PdfWriter()
    reader = PdfReader(io.BytesIO(by_pypdf(a_blank(), TEXTS)))
    reader.add_form_topname("form1")
    writer.append(reader)
    form = read_form(written(writer))
    assert form.values == TEXTS


def test_needs_appearances_changes_nothing():
    writer = PdfWriter(clone_from=io.BytesIO(by_pypdf(a_blank(), TEXTS)))
    writer.root_object["/AcroForm"][NameObject("/NeedAppearances")] = BooleanObject(True)
    assert read_form(written(writer)).values == TEXTS


def test_the_form_is_known_by_its_foot_where_a_program_dropped_the_hidden_field():
    def drop(field):
        if field["/T"] == "records_desk_form":
            del field["/V"]

    form = read_form(changed(drop, by_pypdf(a_blank("amend", "es"), {"name": "Ana"})))
    assert (form.mark, form.values) == ("amend.1.es", {"name": "Ana"})


def test_a_blank_carries_the_number_of_the_request_it_was_handed_out_for():
    form = read_form(by_pypdf(a_blank(reference="2026-0142"), {"name": "Ana"}))
    assert form.reference == "2026-0142"
    assert form.values == {"name": "Ana"}


def test_a_flattened_form_is_told_from_a_foreign_one():
    document = pypdfium2.PdfDocument(by_pypdf(a_blank(), TEXTS))
    document.init_forms()
    for page in document:
        page.flatten()
    file = io.BytesIO()
    document.save(file)
    assert refusal(file.getvalue()) == "form_flattened"


def test_a_form_printed_to_a_new_pdf_is_told_to_be_flattened():
    writer = PdfWriter(clone_from=io.BytesIO(a_blank()))
    writer.remove_annotations(None)
    del writer.root_object["/AcroForm"]
    assert refusal(written(writer)) == "form_flattened"


def test_a_locked_form_is_told():
    writer = PdfWriter(clone_from=io.BytesIO(a_blank()))
    writer.encrypt("secret", algorithm="AES-256")
    assert refusal(written(writer)) == "form_encrypted"


def test_a_foreign_pdf_is_told():
    assert refusal(drawn(a_page())) == "form_foreign"


@pytest.mark.parametrize("junk", [b"", b"hello", b"PK\x03\x04" + bytes(100), bytes(5000)])
def test_what_is_no_pdf_is_told(junk):
    assert refusal(junk) == "form_not_pdf"


@pytest.mark.parametrize("junk", [b"%PDF-", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\n1 0 obj\n<<>>"])
def test_a_broken_pdf_is_told(junk):
    assert refusal(junk) == "form_damaged"


def test_a_huge_file_is_told_before_it_is_looked_at():
    assert refusal(b"%PDF-1.4" + bytes(LARGEST_BYTES)) == "form_large"


# Files made to do harm


CATALOG = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>"
PAGES = b"<</Type/Pages/Kids[]/Count 0>>"


@pytest.mark.parametrize(
    "field",
    [
        b"<</T(a)/Kids[3 0 R]>>",
        b"<</T(a)/Kids[4 0 R 4 0 R]>>",
        b"3 0 R",
        b"<</T 3 0 R/V 3 0 R>>",
        b"<</T(records_desk_form)/V 99 0 R>>",
        b"<</T(a)/V(b)/Kids 7>>",
        b"[3 0 R 3 0 R]",
        b"(" * 5000,
        b"<</T(a)/Kids" + b"[" * 3000 + b"]" * 3000 + b">>",
        b"<</T" + b"<</T" * 3000,
    ],
    ids=["own-child", "twins", "itself", "own-name", "no-value", "odd-kids", "list", "open", "deep",
         "nested"],
)  # fmt: skip
def test_fields_that_lead_in_circles_end_in_a_sentence(field):
    pdf = hostile([CATALOG, PAGES, field, b"<</T(b)/Kids[3 0 R 3 0 R]>>"])
    started = time.monotonic()
    assert refusal(pdf) in {"form_foreign", "form_damaged"}
    assert time.monotonic() - started < 10


def test_more_fields_than_a_form_has_are_not_read_to_the_end():
    many = b"<</T(a)/Kids[" + b"4 0 R " * 100_000 + b"]>>"
    assert refusal(hostile([CATALOG, PAGES, many, b"<</T(b)/V(c)>>"])) == "form_foreign"


def test_a_value_without_end_is_cut():
    form = read_form(with_value("words", TextStringObject("x" * 1_000_000)))
    assert len(form.values["words"]) == 20_000


def test_scripts_links_and_attachments_of_a_form_are_left_alone():
    writer = PdfWriter(clone_from=io.BytesIO(by_pypdf(a_blank(), TEXTS)))
    writer.add_attachment("virus.exe", b"MZ")
    action = DictionaryObject()
    action[NameObject("/S")] = NameObject("/JavaScript")
    action[NameObject("/JS")] = TextStringObject("app.launchURL('http://x.example')")
    writer.root_object[NameObject("/OpenAction")] = action
    box = ArrayObject([NumberObject(0)] * 4)
    link = {"/Type": "/Annot", "/Subtype": "/Link"}
    annotation = DictionaryObject({NameObject(k): NameObject(v) for k, v in link.items()})
    annotation.update({NameObject("/Rect"): box, NameObject("/A"): action})
    writer.pages[0]["/Annots"].append(writer._add_object(annotation))
    assert read_form(written(writer)).values == TEXTS


# Mutated files: a share in every suite, all of them with -m slow


CODES = {"read", "form_not_pdf", "form_damaged", "form_foreign", "form_flattened", "form_encrypted"}


def code_of(pdf):
    try:
        read_form(pdf)
    except DeskError as fault:
        return fault.code
    return "read"


def every_one_of(seeds):
    for seed in seeds:
        assert code_of(mutated(seed)) in CODES, seed


def test_mutated_forms_are_read_or_refused_in_a_sentence():
    every_one_of(range(60))


@pytest.mark.slow
def test_two_thousand_mutated_forms_are_read_or_refused_in_a_sentence():
    every_one_of(range(2000))
