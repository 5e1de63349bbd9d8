"""The evidence pack, from the page of a request: asked for by key, saved, told, kept in history."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog

from desktop.records.person import Role
from tests.desks import a_desk
from tests.offices import TODAY
from tests.screens.request_pages import CTRL, KEYS, SHIFT, Opened


@pytest.fixture
def desk(office):
    return a_desk(office, TODAY)


@pytest.fixture
def opened(qtbot, office, desk):
    return Opened(qtbot, desk, office.log().request)


def test_the_pack_is_asked_for_by_key_and_its_file_names_nobody(opened):
    opened.press(KEYS.Key_B, CTRL | SHIFT)
    asking = opened.page.window().findChild(QFileDialog)
    assert asking.isVisible()
    (chosen,) = asking.selectedFiles()
    assert chosen.endswith("evidence-2026-0001.pdf")
    asking.reject()


def test_the_pack_is_saved_told_and_kept_in_the_history(qtbot, opened, tmp_path):
    path = tmp_path / "pack.pdf"
    opened.page.acts.save_evidence(path)
    assert opened.page.notices.sentence.text() == "Putting the evidence pack together…"
    qtbot.waitUntil(
        lambda: "pack.evidence.json" in opened.page.notices.sentence.text(), timeout=20_000
    )
    assert "Read it before it leaves" in opened.page.notices.sentence.text()
    assert len(PdfReader(io.BytesIO(path.read_bytes())).pages) > 1
    assert opened.history()[0].startswith("JR put together the evidence pack; the SHA-256")


def test_a_folder_that_takes_no_file_is_told_and_nothing_is_noted(qtbot, opened, tmp_path):
    before = opened.history()
    opened.page.acts.save_evidence(tmp_path / "gone" / "pack.pdf")
    qtbot.waitUntil(lambda: "was not saved" in opened.page.notices.sentence.text(), timeout=20_000)
    assert opened.history() == before


def test_the_counter_is_told_who_may(qtbot, office):
    desk = a_desk(office, TODAY)
    desk.person = replace(desk.person, role=Role.FRONT_OFFICE)
    action = Opened(qtbot, desk, office.log().request).page.menu.evidence
    assert not action.isEnabled()
    assert "Only" in action.toolTip()
