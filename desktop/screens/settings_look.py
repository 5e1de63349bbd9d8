"""Settings: colors and the size of the text on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QRadioButton, QWidget

from desktop.office import settings
from desktop.office.settings import Look
from desktop.screens.desk import Desk
from desktop.screens.form import load_form
from desktop.screens.notices import Kind, NoticeBar
from desktop.screens.settings_kept import KeptTab, save_by_keyboard
from desktop.screens.theme import apply_theme

_SIZES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class LookTab(QWidget):
    """Holds for every window at once when it is saved."""

    notices: NoticeBar
    system: QRadioButton
    light: QRadioButton
    dark: QRadioButton
    text_size: QComboBox
    save: QPushButton

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        load_form(self, "settings_look")
        self._choices = {Look.SYSTEM: self.system, Look.LIGHT: self.light, Look.DARK: self.dark}
        for size in _SIZES:
            self.text_size.addItem(self.tr("{n} %").format(n=round(size * 100)), size)
        self.setFocusProxy(self.system)
        save_by_keyboard(self, self.save)
        self.save.clicked.connect(self._save)
        self.refresh()
        self._kept = KeptTab(
            desk,
            "settings.look",
            self,
            notices=self.notices,
            read=self._typed,
            put=self._put,
            start_over=self.refresh,
        )

    def refresh(self) -> None:
        """Show what is remembered."""
        now = settings.load(self._desk.home)
        self._show(now.look, now.text_scale)

    def _show(self, look: Look, text_scale: float) -> None:
        self._choices[look].setChecked(True)
        nearest = min(_SIZES, key=lambda size: abs(size - text_scale))
        self.text_size.setCurrentIndex(_SIZES.index(nearest))
        self._saved = self._chosen()

    def look(self) -> Look:
        """The look chosen."""
        return next(look for look, button in self._choices.items() if button.isChecked())

    def _chosen(self) -> dict[str, Any]:
        return {"look": self.look(), "text_scale": self.text_size.currentData()}

    def _typed(self) -> dict[str, Any] | None:
        chosen = self._chosen()
        return None if chosen == self._saved else chosen

    def _put(self, typed: Mapping[str, Any]) -> None:
        saved = self._saved
        self._show(Look(typed["look"]), typed["text_scale"])
        self._saved = saved

    def _save(self) -> None:
        home = self._desk.home
        wanted = settings.replace(
            settings.load(home), look=self.look(), text_scale=self.text_size.currentData()
        )
        kept = settings.save(home, wanted)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, wanted.dark, wanted.text_scale)
        self._saved = self._chosen()
        self._kept.keep_now()
        if kept:
            self.notices.say(self.tr("Saved."), Kind.SUCCESS)
        else:
            self.notices.say(
                self.tr("This holds until the program is closed; the disk did not take it."),
                Kind.WARNING,
            )
