"""Days left: words, number and shape, in the badge and in a list."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.records.due import DueState, Urgency
from desktop.screens.due import DueBadge, Sign, due_said, paint_shape
from desktop.screens.theme import apply_theme
from desktop.wording.sentences import load_wording

WORDING = load_wording()


def due(urgency, days=0, waiting=False):
    return due_said(DueState(urgency=urgency, days=days, waiting=waiting), WORDING)


@pytest.mark.parametrize(
    ("urgency", "days", "waiting", "words", "sign"),
    [
        (Urgency.PLENTY, 22, False, "22 days left", Sign.PLENTY),
        (Urgency.SOON, 1, False, "1 day left", Sign.SOON),
        (Urgency.TODAY, 0, False, "Due today", Sign.PRESSING),
        (Urgency.LATE, 3, False, "3 days late", Sign.LATE),
        (Urgency.PLENTY, 12, True, "Waiting, 12 days left", Sign.WAITING),
        (Urgency.LATE, 4, True, "Waiting, 4 days late", Sign.LATE),
        (Urgency.MET, 0, False, "All dates met", Sign.MET),
        (Urgency.MET, 0, True, "Waiting, all dates met", Sign.WAITING),
        (Urgency.CLOSED, 0, False, "Closed", Sign.CLOSED),
    ],
)
def test_each_state_has_its_words_and_its_sign(urgency, days, waiting, words, sign):
    shown = due(urgency, days, waiting)
    assert (shown.words, shown.sign) == (words, sign)


def shape(sign, side=48):
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_shape(painter, QRectF(4, 4, side - 8, side - 8), sign, QColor("black"))
    painter.end()
    return image


def ink(image):
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return frozenset(point for point in points if image.pixelColor(*point).alpha() > 127)


def test_the_shapes_differ_without_any_colour():
    drawn = [ink(shape(sign)) for sign in Sign]
    for one, other in pairwise(drawn):
        assert len(one ^ other) > 100
    assert len(set(drawn)) == len(Sign)


def test_the_shapes_stay_inside_their_box():
    for sign in Sign:
        assert all(3 <= x <= 44 and 3 <= y <= 44 for x, y in ink(shape(sign)))


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_badge_has_room_for_its_words_at_every_text_size(qapp, qtbot, scale):
    look = apply_theme(qapp, dark=False, text_scale=scale)
    badge = DueBadge()
    qtbot.addWidget(badge)
    badge.show_due(due(Urgency.LATE, 365, waiting=True))
    badge.resize(badge.sizeHint())
    image = badge.grab().toImage()
    ground = look.colour("danger_soft").name()
    middle = image.height() // 2
    last = [
        image.pixelColor(image.width() - x, middle).name() for x in range(3, 3 + int(4 * scale))
    ]
    assert set(last) == {ground}


def test_the_badge_speaks_its_words(qtbot):
    badge = DueBadge()
    qtbot.addWidget(badge)
    badge.show_due(due(Urgency.SOON, 5))
    assert badge.accessibleName() == "5 days left"
    badge.show_due(None)
    assert badge.accessibleName() == ""
    assert badge.due() is None


@pytest.mark.parametrize(
    ("waiting", "words"), [(False, "Dates met, work left"), (True, "Waiting, dates met")]
)
def test_met_dates_say_where_something_is_still_to_be_done(waiting, words):
    """Indiana's limit is on the decision: it is met before the family is told (511 IAC 7-38-2)."""
    state = DueState(urgency=Urgency.MET, days=0, waiting=waiting)
    assert due_said(state, WORDING, work_left=True).words == words
