"""The line icons: one family, coloured by the look, sharp on every screen."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QPushButton

from desktop.paths import resources
from desktop.screens.icons import icon, pixmap, set_icon
from desktop.screens.theme import DARK, LIGHT, apply_theme

NAMES = sorted(file.stem for file in resources("icons").glob("*.svg"))


def colours(drawn):
    image = drawn.toImage()
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    solid = (image.pixelColor(*point) for point in points)
    return {colour.name() for colour in solid if colour.alpha() == 255}


def shown(button):
    return button.icon().pixmap(button.iconSize()).toImage()


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_is_of_the_family_and_draws_something(name):
    source = resources("icons", f"{name}.svg").read_text("ascii")
    assert 'viewBox="0 0 24 24"' in source
    assert 'stroke="currentColor"' in source
    assert 'stroke-width="1.75"' in source
    assert not re.search(r"#[0-9a-fA-F]{3}", source)
    assert colours(pixmap(name, 48, tone="text")) == {LIGHT.text}


def test_the_screens_icons_are_all_there():
    wanted = """queue new letters students disclosures calendar reports settings search print save
        edit check clock warning alert lock person phone mail envelope counter close chevron-right
        chevron-down info link shield book copy trash undo import family more note eye"""
    assert set(wanted.split()) <= set(NAMES)


def test_an_icon_nobody_drew_is_an_error():
    with pytest.raises(FileNotFoundError):
        icon("unicorn")


def test_an_icon_is_drawn_in_the_screens_pixels():
    drawn = pixmap("queue", 20, ratio=2.0)
    assert drawn.width() == 40
    assert drawn.devicePixelRatio() == 2.0


def test_a_buttons_icon_follows_dark_and_the_text_size(qapp, qtbot):
    button = QPushButton("Queue")
    qtbot.addWidget(button)
    set_icon(button, "queue", "text")
    small = button.iconSize()
    assert shown(button) == pixmap("queue", small.width(), tone="text").toImage()
    apply_theme(qapp, dark=True, text_scale=2.0)
    assert button.iconSize() == small * 2
    assert shown(button) == pixmap("queue", 2 * small.width(), tone="text").toImage()
    assert colours(pixmap("queue", 48, tone="text")) == {DARK.text}


def test_a_new_icon_takes_the_old_ones_place(qapp, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    set_icon(button, "queue")
    set_icon(button, "lock", "danger")
    apply_theme(qapp, dark=True)
    side = button.iconSize().width()
    assert shown(button) == pixmap("lock", side, tone="danger").toImage()
