"""Names are plain text everywhere: none becomes bold, a picture or a link, in a label or a tip."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTextEdit, QWidget

from desktop.actions import disclosing, opting_out
from desktop.application import Application, Start
from desktop.paths import forms
from desktop.records.disclosure import Disclosure
from desktop.records.ids import DisclosureId, OptOutId
from desktop.records.opt_out import OptOut
from desktop.records.scope import Scope
from desktop.screens import jobs
from desktop.screens.form import read_form
from desktop.screens.notices import Kind
from desktop.screens.plain_tip import plain_tip
from desktop.screens.widgets import ElidedLabel
from tests.office.fake_keychain import no_keychain
from tests.offices import TODAY, a_party, a_student, an_office

HOSTILE = ("<b>x</b>", '<img src="/etc/hostname">', '<a href="http://example.org">y</a>')
ROOT = Path(__file__).parents[2]
ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.StatusTipRole, Qt.ItemDataRole.WhatsThisRole)


def rich(label: QLabel) -> bool:
    kind = label.textFormat()
    guesses = kind is Qt.TextFormat.AutoText and "<" not in label.text()
    return kind is not Qt.TextFormat.PlainText and not guesses


@pytest.fixture
def hostile(tmp_path):
    """An office whose families, staff, school and registers have such names."""
    name = " ".join(HOSTILE)
    office = an_office(tmp_path / "home", name=name, district=name)
    student = a_student(
        given=name, family=name, other_names=(name,), preferred=name, local_number=name,
        name_while_attending=name,
    )  # fmt: skip
    request = office.log(student=student, requester=a_party(name=name, organization=name),
                         words=name).request  # fmt: skip
    entry = Disclosure(id=DisclosureId(1), student=student.id, party=name, interest=name,
                       records=name, basis="enrolling_school", disclosed_on=TODAY)  # fmt: skip
    by = office.sign()
    disclosing.enter_disclosure(office.store, entry, law=office.law, today=TODAY, by=by)
    no = OptOut(id=OptOutId(1), student=student.id, scope=Scope.DIRECTORY, received_on=TODAY)
    opting_out.note_opt_out(office.store, no, today=TODAY, by=by)
    return office, request, student.id


@pytest.fixture
def program(qtbot, qapp, hostile):
    office, request, student = hostile
    made = Application(qapp, Start(home=office.home), find=no_keychain)
    made._show_window(office.opened)
    yield made, request, student
    assert jobs.drain(10_000)
    made.window.close()


def closed(window):
    for dialog in window.findChildren(QWidget):
        if dialog.isWindow():
            dialog.close()


SCREENS = {
    "queue": lambda window, _request, _student: window.show_queue(),
    "today": lambda window, _request, _student: window.show_today(),
    "palette": lambda window, _request, _student: window.keys.find_anything(),
    "keys": lambda window, _request, _student: window.keys.show_keys(),
    "students": lambda window, _request, _student: window.show_students(),
    "student": lambda window, _request, student: window.open_student(student),
    "registers": lambda window, _request, _student: window.show_registers(),
    "letters": lambda window, _request, _student: window.show_letters(),
    "blanks": lambda window, _request, _student: window.show_blanks(),
    "reports": lambda window, _request, _student: window.show_reports(),
    "library": lambda window, _request, _student: window.show_library(),
    "settings": lambda window, _request, _student: window.show_settings(),
    "request": lambda window, request, _student: window.open_request(request),
    "intake": lambda window, _request, student: window.log_a_request(student),
    "letter": lambda window, request, _student: window.draft_letter(request, "receipt"),
    "notice": lambda window, _request, _student: window.notices.say(" ".join(HOSTILE), Kind.INFO),
}


def every_widget():
    for top in QApplication.topLevelWidgets():
        yield top
        yield from top.findChildren(QWidget)


def cells(widget):
    """The cells of a list or table, the first of them."""
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    wide = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
    if model is not None:
        for place in range(min(model.rowCount(), 20) * wide):
            yield model.index(place // wide, place % wide)


def drawn_rich(widget: QWidget):
    """What a widget would draw, or say when pointed at, as markup."""
    if isinstance(widget, QLabel) and rich(widget):
        yield widget.text()
    if isinstance(widget, QTextEdit):
        yield widget.toHtml()
    tips = [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
    tips += [str(one.data(role) or "") for one in cells(widget) for role in ROLES]
    yield from (tip for tip in tips if any(one in tip for one in HOSTILE))


def shown(widget):
    texts = [getattr(widget, name, None) for name in ("text", "toPlainText")]
    yield from (str(read()) for read in texts if callable(read))
    yield from (str(one.data()) for one in cells(widget))


@pytest.mark.parametrize("screen", SCREENS)
def test_a_name_that_looks_like_markup_is_shown_letter_by_letter(qtbot, program, screen):
    made, request, student = program
    SCREENS[screen](made.window, request, student)
    jobs.drain(10_000)
    QCoreApplication.processEvents()
    wrong = [
        f"{type(one).__name__} {one.objectName()}: {text}"
        for one in every_widget()
        for text in drawn_rich(one)
    ]
    assert wrong == []
    if screen in {"students", "student", "request", "intake", "notice", "queue"}:
        assert any("<b>x</b>" in text for one in every_widget() for text in shown(one))
    closed(made.window)


def test_the_look_for_markup_would_find_some(qtbot):
    label = QLabel(HOSTILE[0])
    label.setToolTip(HOSTILE[1])
    qtbot.addWidget(label)
    assert list(drawn_rich(label)) == [HOSTILE[0], HOSTILE[1]]


@pytest.mark.parametrize("name", sorted(one.stem for one in forms().glob("*.ui")))
def test_no_label_of_a_form_guesses_at_markup(qtbot, name):
    parent = QWidget()
    qtbot.addWidget(parent)
    labels = read_form(name, parent).findChildren(QLabel)
    assert [one.objectName() for one in labels
            if one.textFormat() is not Qt.TextFormat.PlainText] == []  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tip_that_looks_like_markup_is_escaped(qtbot, text):
    assert plain_tip("Mia & Leo") == "Mia & Leo"
    assert text not in plain_tip(text)
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(5, 20)
    label.set_full_text(f"{text} {text}")
    assert "&lt;" in label.toolTip()


OPENS = re.compile(
    r"QDesktopServices|openUrl|webbrowser|[sS]etOpenExternalLinks|openExternalLinks|linkActivated"
    r"|setOpenLinks|os\.startfile|xdg-open|QTextBrowser"
)


def test_nothing_in_the_program_opens_a_link():
    """An address is shown and can be copied: the program makes no connection, nor starts one."""
    sources = [*(ROOT / "desktop").rglob("*.py"), *forms().rglob("*.ui")]
    assert len(sources) > 300
    assert [path.name for path in sources if OPENS.search(path.read_text("utf-8"))] == []
    assert OPENS.search('QDesktopServices.openUrl(QUrl("http://example.org"))')


MARKUP = re.compile(r"setHtml|insertHtml|RichText|MarkdownText|setMarkdown|QTextDocument\(")


def test_no_screen_draws_markup():
    sources = [*(ROOT / "desktop" / "screens").rglob("*.py"), *forms().rglob("*.ui")]
    assert [path.name for path in sources if MARKUP.search(path.read_text("utf-8"))] == []
