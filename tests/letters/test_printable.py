"""Whatever leaves on paper is looked at first: a character no font has is named, never a box."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.actions.vault_key import recovery_page
from desktop.errors import DeskError
from desktop.letters.envelope import draw_envelopes
from desktop.letters.labels import draw_labels
from desktop.letters.page import draw, draw_all, preview
from desktop.letters.proof import SAMPLE_SCHOOL, proof
from desktop.letters.stationery import Envelope, Label, load_stationery
from desktop.wording.sentences import load_wording
from tests.letters.filling import a_blank
from tests.letters.pages import PRESS, a_letterhead, a_page
from tests.offices import TODAY

OWL = "\U00013153"  # an Egyptian hieroglyph, which no font of ours has
NAME = f"Ana {OWL}"
SHEET = load_stationery().sheet_of("5160")
SCHOOL = replace(SAMPLE_SCHOOL, name=NAME)

EVERY = {
    "a letter": lambda: draw(a_page(recipient=(NAME,)), PRESS),
    "a batch": lambda: draw_all([a_page(), a_page(text=NAME)], PRESS),
    "a proof": lambda: proof("receipt", values={"student": NAME}),
    "an envelope": lambda: draw_envelopes([Envelope(recipient=(NAME,), sender=("School",))]),
    "its sender": lambda: draw_envelopes([Envelope(recipient=("Ana",), sender=(NAME,))]),
    "a label": lambda: draw_labels([Label(lines=(NAME,))], SHEET),
    "a blank": lambda: a_blank(letterhead=a_letterhead(name=NAME)),
    "the recovery code": lambda: recovery_page(SCHOOL, "x" * 24, load_wording("en"), on=TODAY),
}


@pytest.mark.parametrize("made", EVERY.values(), ids=EVERY)
def test_a_character_no_font_has_is_named_before_anything_is_printed(made):
    with pytest.raises(DeskError) as refused:
        made()
    assert refused.value.code == "characters"
    assert "U+13153" in refused.value.message
    assert "Ana" not in refused.value.sentence()


def test_while_a_letter_is_written_it_is_shown_all_the_same():
    assert preview(a_page(text=NAME), PRESS).startswith(b"%PDF")
