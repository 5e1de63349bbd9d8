"""The light markup of letter text: what it knows, and that everything else is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.letters.markup import (
    Bullets,
    Heading,
    Markup,
    Paragraph,
    Quote,
    Run,
    Table,
    escaped,
)
from desktop.letters.text import one_line

MARKUP = Markup()
# What one_line drops or evens out is its own subject; here the text is what can be printed.
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60).map(
    one_line
)


def said(block: object) -> str:
    """The plain text of a paragraph."""
    assert isinstance(block, Paragraph)
    return "\n".join("".join(run.text for run in line) for line in block.lines)


def test_bold_is_the_only_mark_inside_a_line():
    (paragraph,) = MARKUP.blocks("Your **last** day, *not* _this_ __one__")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.lines[0][:3] == (Run("Your "), Run("last", bold=True), Run(" day, "))
    assert said(paragraph) == "Your last day, *not* _this_ __one__"


def test_a_new_line_is_a_new_line_on_paper():
    (paragraph,) = MARKUP.blocks("one\ntwo")
    assert said(paragraph) == "one\ntwo"


def test_blocks_are_told_apart():
    blocks = MARKUP.blocks(
        "# Head\n\ntext\n\n- a\n- b\n\n3. c\n\n> said\n\n| A | B |\n|---|--:|\n| c | d |"
    )
    assert [type(block) for block in blocks] == [
        Heading,
        Paragraph,
        Bullets,
        Bullets,
        Quote,
        Table,
    ]
    bullets, numbers, table = blocks[2], blocks[3], blocks[5]
    assert isinstance(bullets, Bullets)
    assert isinstance(numbers, Bullets)
    assert isinstance(table, Table)
    assert bullets.start is None
    assert numbers.start == 3
    assert table.right == frozenset({1})


def test_lists_nest():
    (outer,) = MARKUP.blocks("- a\n  - b\n  - c\n- d")
    assert isinstance(outer, Bullets)
    assert len(outer.items) == 2
    assert isinstance(outer.items[0][1], Bullets)


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "[a](http://x.example)",
        "![a](file:///etc/passwd)",
        "http://x.example",
        "&amp; &#65;",
        "`code`",
        "~~gone~~",
        "{{ field }}",
        "Term\n: meaning",
        "a^2^ H~2~O",
        "unclosed **bold",
        "5 * 3 * 2",
        "***",
        "---",
        "\ttab\n    four spaces",
    ],
)
def test_everything_else_is_text(text):
    blocks = MARKUP.blocks(text)
    assert all(isinstance(block, Paragraph) for block in blocks)
    written = "".join(said(block) for block in blocks)
    assert written.replace(" ", "") == text.replace(" ", "").replace("\t", "")


@given(ANY_TEXT)
def test_an_escaped_value_says_itself_wherever_it_stands(value):
    for before, after in (("", ""), ("Dear ", ":"), ("**Name:** ", ".")):
        blocks = MARKUP.blocks(f"{before}{escaped(value)}{after}")
        if value:
            (paragraph,) = blocks
            text = said(paragraph).removeprefix(before.replace("*", "")).removesuffix(after)
            assert text == value


@given(ANY_TEXT.filter(bool))
def test_an_escaped_value_stays_in_its_cell_and_its_item(value):
    (table,) = MARKUP.blocks(f"| A | B |\n|---|---|\n| {escaped(value)} | end |")
    assert isinstance(table, Table)
    assert "".join(run.text for run in table.rows[1][0]).split() == value.split()
    (bullets,) = MARKUP.blocks(f"- {escaped(value)}\n- end")
    assert isinstance(bullets, Bullets)
    assert len(bullets.items) == 2


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    MARKUP.blocks(text)
