# ruff: noqa: RUF001  # characters that look alike are the subject here
"""Names print the way the family writes them, in any script, and are never markup."""

import time

import pypdfium2
import pytest

from desktop.errors import DeskError
from desktop.letters.fonts import INVISIBLE, Fonts, missing_characters
from desktop.letters.page import draw
from desktop.letters.press import Press
from desktop.letters.printable import check_printable
from tests.letters.pages import (
    a_letterhead,
    a_page,
    drawn,
    ink,
    letters_only,
    places,
    render,
    whole_text,
)

NAMES = {
    "Vietnamese": "Nguyễn Thị Ngọc Ánh",
    "Lithuanian, Polish, Czech": "Ąžuolas Łukasz Žižek",
    "Icelandic": "Þórdís Guðmundsdóttir",
    "Turkish": "İpek Yıldız",
    "Yoruba with marks typed apart": "Ọlúwaṣeun Adébáyò\u0329",
    "Navajo": "Bidziłí Hózhǫ\u0301ǫ\u0301gó",
    "Greek": "Ελένη Παπαδοπούλου",
    "Russian": "Юлия Щербакова",
    "Ukrainian": "Ґалаґан Їжакевич",
    "Arabic": "محمد علي الحسيني",
    "Persian with a joiner": "فاطمه\u200cزهرا",
    "Urdu": "ٹیپو گُل",
    "Hebrew": "שרה כהן לוי",
    "Hindi": "अनिल क्षत्रिय त्रिपाठी",
    "Nepali": "कृष्ण श्रेष्ठ",
    "Chinese": "李小龍 王芳",
    "Japanese": "佐藤さくら ヤマダ",
    "Korean": "김민준 박서연",
    "Amharic": "አበበ ቢቂላ",
    "Armenian": "Հայկ Պետրոսյան",
    "Georgian": "გიორგი",
    "punctuation": "O'Brien-Ñandú & Søn “x” <b>",
    "signs": "Mia 😀 ✓",
}


RIGHT_TO_LEFT = ("Arabic", "Persian with a joiner", "Urdu", "Hebrew")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_in_the_text_reads_back_as_typed(name):
    read = whole_text(drawn(a_page(text=f"The records of {name} are here.")))
    assert letters_only(name) in letters_only(read)


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_name_in_the_address_and_the_subject_reads_back_as_typed(name):
    page = a_page(recipient=(name, "Denver, CO 80202"), title=f"About {name}")
    assert letters_only(whole_text(drawn(page))).count(letters_only(name)) == 2


def shown(pdf):
    """The text as a viewer copies it, which is not how pypdf puts it together."""
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_bold_name_is_heavier_than_a_plain_one_and_reads_back_too(name):
    """Also in scripts whose typeface comes without a bold."""
    plain, bold, empty = (
        drawn(a_page(text=text)) for text in (f"{name} here.", f"**{name}** here.", "here.")
    )
    assert letters_only(name) in letters_only(whole_text(bold))
    assert ink(render(plain, scale=4)) > ink(render(empty, scale=4)) + 300
    of_plain, of_bold = (
        sum((255 - shade) * count for shade, count in enumerate(render(pdf, scale=4).histogram()))
        - sum(
            (255 - shade) * count for shade, count in enumerate(render(empty, scale=4).histogram())
        )
        for pdf in (plain, bold)
    )
    assert of_bold > of_plain * 1.1


@pytest.mark.parametrize(
    "name", [name for script, name in NAMES.items() if script not in RIGHT_TO_LEFT]
)
@pytest.mark.parametrize("weight", ["{}", "**{}**"], ids=["plain", "bold"])
def test_a_name_can_be_copied_from_a_viewer_as_typed(name, weight):
    text = shown(drawn(a_page(text=f"{weight.format(name)} here.")))
    assert letters_only(name) in letters_only(text)


@pytest.mark.parametrize("script", RIGHT_TO_LEFT)
@pytest.mark.parametrize("weight", ["{}", "**{}**"], ids=["plain", "bold"])
def test_every_word_of_a_right_to_left_name_can_be_found_in_a_viewer(script, weight):
    pdf = drawn(a_page(text=f"{weight.format(NAMES[script])} here."))
    words = [word for word in NAMES[script].replace("\u200c", " ").split() if word.isalpha()]
    assert words  # a viewer puts a vowel mark before or after its letter as it likes
    for word in words:
        assert places(pdf, word), word


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_no_name_is_printed_as_boxes(name):
    """What a font lacks would be drawn as glyph 0, which no code of ours may name."""
    pdf = drawn(a_page(text=f"{name} **{name}**"))
    assert "\ufffd" not in whole_text(pdf)
    fonts = Fonts()
    for bold in (False, True):
        for character in letters_only(name):
            face = fonts.face_for(character, bold=bold)
            assert character in INVISIBLE or face.glyph(ord(character)), character


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_character_of_the_names_has_a_font(name):
    assert missing_characters(name) == ()


def test_arabic_letters_join():
    """Joined, the name is narrower than its letters standing apart."""
    joined, apart = "سسس", "س\u200cس\u200cس"
    assert width_of(joined) < width_of(apart)


def test_a_right_to_left_name_stands_in_its_place_inside_an_english_sentence():
    pdf = drawn(a_page(text="Records of محمد here."))
    name = [box for letter in "محد" for box in places(pdf, letter)]
    assert max(box[2] for box in places(pdf, "Records of")) <= min(box[0] for box in name) + 1
    assert max(box[2] for box in name) <= min(box[0] for box in places(pdf, "here")) + 1


def test_the_first_letter_of_a_right_to_left_name_is_its_rightmost():
    pdf = drawn(a_page(text="Records of שרה here."))
    (first,), (last,) = places(pdf, "ש"), places(pdf, "ה")
    assert first[0] > last[2] - 1


def test_a_devanagari_vowel_sign_is_drawn_before_its_consonant():
    """The sign for i is written after the letter and printed before it."""
    with_sign, without = width_of("कि"), width_of("क")
    assert with_sign > without
    assert letters_only(whole_text(drawn(a_page(text="कि")))).count("कि") == 1


def width_of(word):
    pdf = drawn(a_page(text="", title="", recipient=(), reference="", signer=()))
    empty = render(pdf)
    filled = render(
        drawn(a_page(text=word, title="", recipient=(), reference="", signer=())), scale=2.0
    )
    changed = [
        x
        for x in range(filled.width)
        if ink(filled, (x, 0, x + 1, filled.height)) != ink(empty, (x, 0, x + 1, empty.height))
    ]
    return max(changed) - min(changed)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Mia Alvarez", ()),
        ("ไทย and ไทย", ("ไ", "ท", "ย")),
        ("Mia 🦄", ("🦄",)),
        ("a\u200db\u200c\t\n", ()),
        (("Mia", "🦄", "ไ"), ("🦄", "ไ")),
    ],
)
def test_characters_no_font_has_are_named_before_printing(text, missing):
    assert missing_characters(text) == missing


def test_a_letter_names_all_its_texts_for_that_check():
    page = a_page(recipient=("ไ",), signer=("🦄",), title="T", enclosures=("ท",), reference="ย")
    assert set(missing_characters(page.texts())) == {"ไ", "🦄", "ท", "ย"}


WHERE = {
    "the school's name or address": {"letterhead": a_letterhead(district="🦄 District")},
    "line 2 of the address": {"recipient": ("Ana", "🦄 Street", "🦄")},
    "the reference": {"reference": "🦄"},
    "the subject": {"title": "🦄"},
    "line 3 of the text": {"text": "Dear Ana:\n\nA 🦄 and a second 🦄."},
    "the name under the letter": {"signer": ("Ana", "🦄 keeper")},
    "line 1 of what is enclosed": {"enclosures": ("A 🦄",)},
    "line 1 of the text, on the side in the other language": {"facing": a_page(text="🦄")},
}


@pytest.mark.parametrize(("where", "changed"), WHERE.items(), ids=WHERE)
def test_a_character_no_font_has_is_refused_by_its_name_and_place_and_nothing_around_it(
    where, changed
):
    with pytest.raises(DeskError) as fault:
        check_printable(a_page(**changed))
    assert fault.value.message == (
        f"No font here can print “🦄” (unicorn face, U+1F984) in {where}."
    )
    assert "Ana" not in fault.value.sentence()


def test_further_characters_no_font_has_are_counted():
    with pytest.raises(DeskError) as fault:
        check_printable(a_page(text="ไ ท ย ไ"))
    assert fault.value.message.endswith("in line 1 of the text, and 2 more that are missing.")


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_page_with_any_of_the_names_can_be_printed(name):
    check_printable(a_page(text=name, title=f"**{name}**", recipient=(name,)))


def test_a_character_no_font_has_shows_a_replacement_and_keeps_what_was_typed():
    pdf = drawn(a_page(text="Mia 🦄 Alvarez"))
    assert "Mia \ufffd Alvarez" in whole_text(pdf)


def test_fonts_open_only_when_a_letter_needs_them():
    fonts = Fonts()
    press = Press(fonts)
    draw(a_page(), press)
    assert fonts.opened == {"NotoSans-Regular", "NotoSans-Bold"}
    draw(a_page(text="שלום"), press)
    assert "DroidSansFallbackFull" not in fonts.opened


HOSTILE = [
    "*Anna* _x_ [a](b) <b>",
    "**Anna**",
    "<img src='/etc/passwd'>",
    "<script>alert(1)</script>",
    "[click](http://evil.example)",
    "![x](file:///etc/passwd)",
    "&#x110000; &amp; &lt;",
    "http://evil.example",
    "# Anna",
    "1. Anna",
    "- Anna",
    "> Anna",
    "| Anna | Bob |",
    "`Anna` ```Anna```",
    "~~Anna~~ ^Anna^",
    "{{ 7 * 7 }} {% if %} {# #}",
    "\\Anna\\ \\* \\_",
    "Anna $x^2$ %PDF (( )) <<>> /Name",
    "' OR 1=1 --",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_prints_as_typed(name):
    page = a_page(
        recipient=(name, "Denver"), title=name, reference=name, signer=(name,), enclosures=(name,)
    )
    pdf = drawn(page)
    assert letters_only(whole_text(pdf)).count(letters_only(name)) >= 5
    for trace in (
        b"/URI",
        b"/Link",
        b"/JavaScript",
        b"/Launch",
        b"/EmbeddedFile",
        b"/Subtype /Image",
    ):
        assert trace not in pdf


@pytest.mark.parametrize(
    "name",
    [
        "Anna\u202eanitsirhC",
        "An\x00na\x1b[31m",
        "Anna\ud800",
        "\u2066Anna\u2069\u200f",
        "Anna\ufeff\u200b",
        "An\x85na\u2028",
    ],
)
def test_what_cannot_be_printed_or_turns_the_text_around_is_dropped(name):
    pdf = drawn(a_page(recipient=(name,), title=name, text=name))
    read = whole_text(pdf)
    assert "An" in read
    for character in "\u202e\x00\x1b\ud800\u2066\u2069\u200f\ufeff\u200b\x85\u2028":
        assert character not in read


@pytest.mark.parametrize("word", ["W" * 21_000, "محمد" * 5_250, "漢" * 21_000, "é\u0301" * 10_000])
def test_a_word_of_21000_characters_is_divided_in_good_time(word):
    started = time.process_time()
    pdf = drawn(a_page(text=word, title=word, recipient=(word,), reference=word))
    assert time.process_time() - started < 5
    assert len(pdf) < 400_000
    right = max(box[2] for box in places(pdf, word[0], page=1))
    assert right <= 612 - 36


def test_a_name_of_300_characters_is_printed_whole():
    name = ("Maximiliana " * 25)[:296] + " end"
    pdf = drawn(a_page(recipient=(name,), title=name, signer=(name,)))
    assert whole_text(pdf).count("end") >= 3
