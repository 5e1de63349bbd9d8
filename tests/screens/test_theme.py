"""The look: contrast of every pair, text sizes, light and dark."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from desktop.screens import theme as looks
from desktop.screens.theme import DARK, EDGES, LIGHT, PAIRS, Colours, Sizes, apply_theme, set_look

SCHEMES = {"light": LIGHT, "dark": DARK}


def luminance(colour):
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_stands_out_from_its_ground(scheme, text, ground):
    colours = SCHEMES[scheme]
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5  # WCAG 1.4.3


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_every_control_is_known_by_its_edge(scheme, edge, ground):
    colours = SCHEMES[scheme]
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3  # WCAG 1.4.11


def test_no_colour_stands_outside_the_tokens():
    sheet = looks.style_sheet(LIGHT, Sizes())
    tokens = {getattr(LIGHT, name) for name in Colours.__slots__}
    assert set(re.findall(r"#[0-9a-f]{6}", sheet)) <= tokens


def test_the_pictures_in_the_sheet_are_there():
    sheet = looks.style_sheet(LIGHT, Sizes())
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert len(set(pictures)) >= 5
    assert all(looks.resources(picture).is_file() for picture in pictures)


@pytest.mark.parametrize(("asked", "given"), [(0.5, 1.0), (1.0, 1.0), (1.5, 1.5), (3.0, 2.0)])
def test_the_text_scale_stays_between_normal_and_double(qapp, asked, given):
    assert apply_theme(qapp, dark=False, text_scale=asked).sizes.scale == given


def test_labels_fields_and_buttons_grow_with_the_text(qapp, qtbot):
    widgets = [QLabel("Name"), QLineEdit("Name"), QPushButton("Save")]
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.show()
    before = [widget.sizeHint().height() for widget in widgets]
    apply_theme(qapp, dark=False, text_scale=2.0)
    after = [widget.sizeHint().height() for widget in widgets]
    assert all(new >= 1.8 * old for old, new in zip(before, after, strict=True))


def test_our_own_font_is_used_so_that_pictures_agree(qapp):
    assert looks.FAMILY in QFontDatabase.families()
    assert QFontInfo(qapp.font()).family() == looks.FAMILY
    assert QFontInfo(looks.theme().font("body", bold=True)).bold()


def test_the_other_scripts_fonts_can_be_registered_later():
    taken = looks.register_more_fonts()
    assert taken >= 4
    assert any("Arabic" in family for family in QFontDatabase.families())


def test_it_follows_the_system_live_while_nobody_chose(qapp, qtbot):
    look = apply_theme(qapp, dark=None, text_scale=1.5)
    assert look.dark is (qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    for scheme, dark in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)):
        with qtbot.waitSignal(look.changed):
            qapp.styleHints().colorSchemeChanged.emit(scheme)
        assert look.dark is dark
        assert look.sizes.scale == 1.5


def test_the_same_look_again_polishes_nothing(qapp, qtbot):
    look = apply_theme(qapp, dark=True, text_scale=1.5)
    with qtbot.assertNotEmitted(look.changed):
        apply_theme(qapp, dark=True, text_scale=1.5)


def test_a_choice_is_kept_when_the_system_changes(qapp, qtbot):
    look = apply_theme(qapp, dark=True)
    with qtbot.assertNotEmitted(look.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert look.dark
    assert qapp.palette().window().color().name() == DARK.surface


def test_a_property_changes_the_look_at_once(qtbot):
    button = QPushButton("Save")
    qtbot.addWidget(button)
    button.show()
    plain = button.grab().toImage().pixelColor(5, 15).name()
    set_look(button, primary=True)
    assert plain != LIGHT.fill
    assert button.grab().toImage().pixelColor(5, 15).name() == LIGHT.fill


def test_the_one_look_is_found_from_anywhere(qapp):
    assert looks.theme() is apply_theme(qapp, dark=False)
