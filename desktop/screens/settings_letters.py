"""Settings: what the office's letters say, in its own words, with every version and the release's.

A wording is written here as templates are: text with fields in double braces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from desktop.actions.changes import Changes
from desktop.actions.changes import Kind as Touched
from desktop.actions.office_letter import change_wording, restore_shipped
from desktop.errors import DeskError
from desktop.letters.compare import Line, Mark, compared
from desktop.letters.own_wording import WordingError, check_wording
from desktop.letters.proof import proof_page
from desktop.letters.template import Template
from desktop.records.office_wording import Key, OfficeWording, newest
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.icons import set_icon
from desktop.screens.notices import FieldMessage, Kind, NoticeBar
from desktop.screens.proof_dialog import ProofDialog
from desktop.screens.settings_kept import KeptTab, save_by_keyboard
from desktop.screens.theme import theme
from desktop.screens.why import WhyDialog
from desktop.store import office_letters
from desktop.wording.dates import plain_date

_WRITE, _OURS, _RELEASE = "write", "ours", "release"
_SIGNS = {Mark.SAME: "  ", Mark.NEW: "+ ", Mark.GONE: "\u2212 "}
_GROUND = {Mark.NEW: "soft", Mark.GONE: "danger_soft"}
Words = tuple[str, str]
"""Title and text."""


class LettersTab(QWidget):
    """One letter in one language at a time; what is typed for another one waits unsaved."""

    notices: NoticeBar
    letter: QComboBox
    language: QComboBox
    view: QComboBox
    standing: QLabel
    sheets: QStackedWidget
    write_page: QWidget
    compare_page: QWidget
    letter_title: QLineEdit
    letter_text: QPlainTextEdit
    message: FieldMessage
    fields: QLabel
    compare_says: QLabel
    lines: QPlainTextEdit
    restore: QPushButton
    take_up: QPushButton
    proof: QPushButton
    save: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._versions: list[OfficeWording] = []
        self._typed: dict[Key, Words] = {}
        self._filling = False
        load_form(self, "settings_letters")
        self._dress()
        self._connect()
        self._kept = KeptTab(
            desk,
            "settings.letters",
            self,
            notices=self.notices,
            read=self._unsaved,
            put=self._put_back,
            start_over=self._start_over,
        )

    # How it is put together

    def _dress(self) -> None:
        self.letter_text.setTabChangesFocus(True)
        self.lines.setTabChangesFocus(True)
        set_icon(self.proof, "eye")
        set_icon(self.restore, "undo")
        self.setFocusProxy(self.letter)

    def _connect(self) -> None:
        save_by_keyboard(self, self.save)
        self.letter.currentIndexChanged.connect(self._offer_languages)
        self.language.currentIndexChanged.connect(self._show_letter)
        self.view.currentIndexChanged.connect(self._show_view)
        self.letter_title.textChanged.connect(self._touch)
        self.letter_text.textChanged.connect(self._touch)
        self.save.clicked.connect(self._ask_to_save)
        self.restore.clicked.connect(self._ask_to_restore)
        self.take_up.clicked.connect(self._ask_to_take_up)
        self.proof.clicked.connect(self._show_proof)
        self._desk.changed.connect(self._office_changed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._make_ready()
        super().showEvent(event)

    def _make_ready(self) -> None:
        """Read the letters when the tab is first looked at: it takes a moment."""
        if self.letter.count() == 0:
            self._read()
            self._offer_letters()

    def _offer_letters(self) -> None:
        desk = self._desk
        ids = dict.fromkeys(one.id for one in desk.shipped_templates)
        titled = sorted((desk.letter_title(one) or one, one) for one in ids)
        for title, one in titled:
            self.letter.addItem(title, one)

    def _offer_languages(self) -> None:
        words, before = self._desk.wording, self.language.currentData()
        self.language.blockSignals(True)
        self.language.clear()
        for code in self._desk.shipped_templates.languages(self.letter.currentData()):
            self.language.addItem(words.text(f"word.language.{code}"), code)
        self.language.setCurrentIndex(max(0, self.language.findData(before)))
        self.language.blockSignals(False)
        self._show_letter()

    # What counts

    def _read(self) -> None:
        self._versions = office_letters.wordings(self._desk.store)

    @property
    def key(self) -> Key:
        """The letter and language in sight."""
        return self.letter.currentData(), self.language.currentData()

    def _shipped(self) -> Template:
        return self._desk.shipped_templates.exactly(*self.key)

    def _latest(self) -> OfficeWording | None:
        return newest(self._versions).get(self.key)

    def _saved(self, key: Key) -> Words:
        """What counts for a letter as it is saved."""
        own = newest(self._versions).get(key)
        if own is not None and not own.is_shipped:
            return own.title, own.text
        shipped = self._desk.shipped_templates.exactly(*key)
        return shipped.title, shipped.body

    # What is shown

    def _show_letter(self) -> None:
        """Show the letter that is chosen, with what is typed for it."""
        title, text = self._typed.get(self.key, self._saved(self.key))
        self._filling = True
        self.letter_title.setText(title)
        self.letter_title.setCursorPosition(0)
        self.letter_text.setPlainText(text)
        self._filling = False
        self.message.clear()
        names = ", ".join(f"{{{{ {name} }}}}" for name in self._shipped().fields)
        self.fields.setText(self.tr("Fields: {names}").format(names=names))
        self.standing.setText(" ".join(self._standing()))
        self._offer_views()

    def _standing(self) -> Iterator[str]:
        words, shipped, own = self._desk.wording, self._shipped(), self._latest()
        if own is None:
            yield words.text("letter.wording.shipped", version=shipped.version)
            return
        version = shipped.version if own.is_shipped else own.version
        code = "restored" if own.is_shipped else "own"
        yield words.text(f"letter.wording.{code}", version=version, **self._told(own))
        if self.key in self._desk.templates.unfit:
            yield words.text("letter.wording.unfit", version=own.version)
        if self._release_changed(own):
            yield words.text("letter.wording.release_changed")

    def _told(self, own: OfficeWording) -> Mapping[str, Any]:
        initials = (one.initials for one in self._desk.people() if one.id == own.changed_by)
        return {
            "changed_on": own.changed_at.astimezone().date(),
            "initials": next(initials, ""),
            "reason": own.reason,
        }

    def _release_changed(self, own: OfficeWording | None) -> bool:
        if own is None or own.is_shipped:
            return False
        shipped = self._shipped()
        return (own.shipped_title, own.shipped_text) != (shipped.title, shipped.body)

    def _offer_views(self) -> None:
        own = self._latest()
        self.view.blockSignals(True)
        self.view.clear()
        self.view.addItem(self.tr("The wording, to change it"), _WRITE)
        if own is not None and not own.is_shipped:
            self.view.addItem(self.tr("What the office changed"), _OURS)
        if self._release_changed(own):
            self.view.addItem(self.tr("What the release changed"), _RELEASE)
        for one in reversed(self._versions):
            if one.key == self.key and not one.is_shipped:
                self.view.addItem(self._called(one), one.version)
        self.view.blockSignals(False)
        self._show_view()

    def _called(self, one: OfficeWording) -> str:
        said = self.tr("Version {version}, {day} ({initials})")
        told = self._told(one)
        day = plain_date(told["changed_on"])
        return said.format(version=one.version, day=day, initials=told["initials"])

    def _show_view(self) -> None:
        chosen = self.view.currentData()
        writes = chosen == _WRITE
        self.sheets.setCurrentWidget(self.write_page if writes else self.compare_page)
        if not writes:
            self._show_compared(*self._both(chosen))
        self._offer()

    def _both(self, chosen: str | int) -> tuple[Words, Words]:
        """The two wordings that are beside each other: before, and now."""
        shipped, own = self._shipped(), self._latest()
        as_shipped = shipped.title, shipped.body
        if chosen == _RELEASE and own is not None:
            return (own.shipped_title, own.shipped_text), as_shipped
        if chosen == _OURS:
            return as_shipped, self._saved(self.key)
        version = self._version(chosen)
        return (version.title, version.text), self._saved(self.key)

    def _version(self, number: str | int) -> OfficeWording:
        return next(one for one in self._versions if one.key == self.key and one.version == number)

    def _show_compared(self, before: Words, now: Words) -> None:
        lines = compared("\n".join(before), "\n".join(now))
        self.lines.setPlainText("\n".join(f"{_SIGNS[one.mark]}{one.text}" for one in lines))
        self.lines.setExtraSelections(list(self._grounds(lines)))
        new, gone = (sum(one.mark is mark for one in lines) for mark in (Mark.NEW, Mark.GONE))
        code = "letter.wording.compared" if new or gone else "letter.wording.compared_same"
        self.compare_says.setText(self._desk.wording.text(code, new=new, gone=gone))

    def _grounds(self, lines: list[Line]) -> Iterator[QTextEdit.ExtraSelection]:
        """A ground under each marked line; its sign says the same without colour."""
        for place, one in enumerate(lines):
            if one.mark is Mark.SAME:
                continue
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.lines.document().findBlockByNumber(place))
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            selection.cursor = cursor
            selection.format.setBackground(theme().colour(_GROUND[one.mark]))
            yield selection

    def _offer(self) -> None:
        may = not self._desk.why_not("wording.changed")
        own, chosen = self._latest(), self.view.currentData()
        writes = chosen == _WRITE
        differs = self._now() != self._saved(self.key)
        self.letter_title.setReadOnly(not may)
        self.letter_text.setReadOnly(not may)
        self.save.setEnabled(may and writes and differs)
        self.proof.setEnabled(writes)
        self.restore.setVisible(own is not None and not own.is_shipped)
        self.restore.setEnabled(may)
        self.take_up.setVisible(isinstance(chosen, int))
        self.take_up.setEnabled(may and isinstance(chosen, int) and self._is_old(chosen))

    def _is_old(self, chosen: int) -> bool:
        one = self._version(chosen)
        return (one.title, one.text) != self._saved(self.key)

    # What is typed

    def _now(self) -> Words:
        return self.letter_title.text(), self.letter_text.toPlainText()

    def _touch(self) -> None:
        if self._filling:
            return
        if self._now() == self._saved(self.key):
            self._typed.pop(self.key, None)
        else:
            self._typed[self.key] = self._now()
        self.message.clear()
        self._offer()

    def _unsaved(self) -> dict[str, Any] | None:
        typed = [[*key, *words] for key, words in sorted(self._typed.items())]
        return {"typed": typed} if typed else None

    def _put_back(self, typed: Mapping[str, Any]) -> None:
        self._make_ready()
        known = {(one.id, one.language) for one in self._desk.shipped_templates}
        rows = [row for row in typed["typed"] if (row[0], row[1]) in known]
        self._typed = {(row[0], row[1]): (row[2], row[3]) for row in rows}
        if rows:
            self.choose(rows[0][0], rows[0][1])
        self._show_letter()

    def _start_over(self) -> None:
        self._typed.clear()
        self._show_letter()

    def choose(self, template: str, language: str) -> None:
        """Turn to a letter."""
        self._make_ready()
        self.letter.setCurrentIndex(self.letter.findData(template))
        self.language.setCurrentIndex(self.language.findData(language))

    # Keeping it

    def _ask_to_save(self) -> None:
        """Hear what stands against the wording first, then ask why it is changed."""
        title, text = self._now()
        try:
            check_wording(self._shipped().worded(title, text), self._desk.shipped_templates.never)
        except WordingError as fault:
            self._refuse(fault)
            return
        except DeskError as fault:
            self.notices.say_fault(fault)
            return
        self._ask_why(
            self.tr("Why is the wording changed?"), lambda why: self._change(title, text, why)
        )

    def _refuse(self, fault: WordingError) -> None:
        """Say it beside the text, with the cursor on its line."""
        if fault.line:
            block = self.letter_text.document().findBlockByNumber(fault.line - 1)
            self.letter_text.setTextCursor(QTextCursor(block))
        self.message.tell(fault.sentence())

    def _ask_to_restore(self) -> None:
        self._ask_why(self.tr("Why go back to the shipped wording?"), self._restore)

    def _ask_to_take_up(self) -> None:
        one = self._version(self.view.currentData())
        self._ask_why(
            self.tr("Why is this version taken up again?"),
            lambda why: self._change(one.title, one.text, why),
        )

    def _ask_why(self, title: str, act: Callable[[str], Changes]) -> None:
        said = self.tr("It stands in the history with the new version.")
        key = self.key

        def do(reason: str) -> None:
            changes = act(reason)
            self._typed.pop(key, None)
            self._desk.did(changes)
            self._kept.keep_now()

        WhyDialog(title, said, self.tr("Save"), do, self).open()

    def _change(self, title: str, text: str, reason: str) -> Changes:
        changes = self._changed_to(title, text, reason)
        self.notices.say(self.tr("Saved. Letters drafted from now on follow it."), Kind.SUCCESS)
        return changes

    def _changed_to(self, title: str, text: str, reason: str) -> Changes:
        desk, (template, language) = self._desk, self.key
        return change_wording(
            desk.store, template, language,
            title=title, text=text, reason=reason, shipped=desk.shipped_templates, by=desk.sign(),
        )  # fmt: skip

    def _restore(self, reason: str) -> Changes:
        desk, key, before = self._desk, self.key, self._saved(self.key)
        changes = restore_shipped(
            desk.store, *key, reason=reason, shipped=desk.shipped_templates, by=desk.sign()
        )
        self.notices.say(
            self.tr("Letters are written as shipped again."),
            action=self.tr("Undo"),
            on_action=lambda: self._undo(key, before),
        )
        return changes

    def _undo(self, key: Key, before: Words) -> None:
        self.choose(*key)
        try:
            self._desk.did(self._changed_to(*before, self.tr("Going back was undone.")))
        except DeskError as fault:
            self.notices.say_fault(fault)

    def _show_proof(self) -> None:
        """The wording as it stands in the fields, with sample values."""
        template = self._shipped().worded(*self._now())
        try:
            check_wording(template, self._desk.shipped_templates.never)
            page = proof_page(template, {})
        except WordingError as fault:
            self._refuse(fault)
        except DeskError as fault:
            self.notices.say_fault(fault)
        else:
            ProofDialog(self.letter.currentText(), lambda: page, self).open()

    def _office_changed(self, changes: Changes) -> None:
        if Touched.OFFICE in changes.kinds and self.letter.count():
            self._read()
            self._show_letter()
