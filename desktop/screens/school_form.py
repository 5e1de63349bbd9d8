"""The school's page as fields: in the set-up and in the settings."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from desktop.actions.office import school_faults
from desktop.errors import DeskError
from desktop.office.picture import read_picture
from desktop.records.names import clean_name
from desktop.records.paper import PageSize, Paper, Windows
from desktop.records.school import Address, School, read_price, read_promise, write_price
from desktop.screens import jobs
from desktop.screens.folding_grid import FoldingGrids
from desktop.screens.form import load_form
from desktop.screens.notices import FieldMessage
from desktop.screens.theme import theme

_LOGO_SIDE = 64  # pixels at normal text, as the two below
_SIDE_BY_SIDE, _NARROWEST = 600, 340
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_SMOOTH = Qt.TransformationMode.SmoothTransformation


class SchoolForm(QWidget):
    """What the office tells about itself. Saving is the business of the window around it.

    Signals:
        state_chosen: another state was chosen; carries its two letters, or "".
    """

    school_grid: QGridLayout
    who_grid: QGridLayout
    office_grid: QGridLayout
    paper_grid: QGridLayout
    name: QLineEdit
    name_message: FieldMessage
    district: QLineEdit
    street: QLineEdit
    street_2: QLineEdit
    city: QLineEdit
    state: QComboBox
    state_message: FieldMessage
    state_says: QLabel
    postal_code: QLineEdit
    phone: QLineEdit
    email: QLineEdit
    principal: QLineEdit
    records_contact: QLineEdit
    records_contact_title: QLineEdit
    monday: QCheckBox
    tuesday: QCheckBox
    wednesday: QCheckBox
    thursday: QCheckBox
    friday: QCheckBox
    saturday: QCheckBox
    sunday: QCheckBox
    days_message: FieldMessage
    office_hours: QLineEdit
    copy_rate: QLineEdit
    copy_rate_message: FieldMessage
    promise: QLineEdit
    promise_message: FieldMessage
    logo_picture: QLabel
    choose_logo: QPushButton
    remove_logo: QPushButton
    logo_message: FieldMessage
    page_size: QComboBox
    windows: QComboBox
    fold_marks: QCheckBox
    reference_code: QCheckBox

    state_chosen = Signal(str)

    def __init__(self, states: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "school")
        self._grids = FoldingGrids(
            self.school_grid, self.who_grid, self.office_grid, self.paper_grid
        )
        self._before: School | None = None
        self._logo = b""
        self._days = dict(
            enumerate(
                (
                    self.monday,
                    self.tuesday,
                    self.wednesday,
                    self.thursday,
                    self.friday,
                    self.saturday,
                    self.sunday,
                ),
                start=1,
            )
        )
        # Another form in the same window may use the same names.
        for message, field in self._messages().values():
            message.attach(field)
        self._offer_states(states)
        self._offer_paper()
        self.setFocusProxy(self.name)
        self._connect()
        self._show_logo(b"")

    @override
    def minimumSizeHint(self) -> QSize:
        """As narrow as one field; what stands side by side now would keep it wide."""
        return QSize(theme().sizes.px(_NARROWEST), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grids.fold(narrow=event.size().width() < theme().sizes.px(_SIDE_BY_SIDE))

    def _entries(self) -> tuple[QLineEdit, ...]:
        return (
            self.name,
            self.district,
            self.street,
            self.street_2,
            self.city,
            self.postal_code,
            self.phone,
            self.email,
            self.principal,
            self.records_contact,
            self.records_contact_title,
            self.office_hours,
            self.copy_rate,
            self.promise,
        )

    def _messages(self) -> dict[str, tuple[FieldMessage, QWidget]]:
        """Beside which field each refusal is told."""
        return {
            "school_name": (self.name_message, self.name),
            "no_state": (self.state_message, self.state),
            "unknown_state": (self.state_message, self.state),
            "office_days": (self.days_message, self.monday),
            "price": (self.copy_rate_message, self.copy_rate),
            "promise": (self.promise_message, self.promise),
            "logo": (self.logo_message, self.choose_logo),
            "logo_file": (self.logo_message, self.choose_logo),
        }

    def _offer_states(self, states: Sequence[tuple[str, str]]) -> None:
        self.state.addItem(self.tr("Choose"), "")
        for code, title in states:
            self.state.addItem(title, code)

    def _offer_paper(self) -> None:
        for size, words in (
            (PageSize.LETTER, self.tr("US Letter, 8½ by 11 inches")),
            (PageSize.A4, self.tr("A4, 210 by 297 mm")),
        ):
            self.page_size.addItem(words, size)
        for windows, words in (
            (Windows.ONE, self.tr("#10 with one window")),
            (Windows.TWO, self.tr("#10 with two windows, one for the school")),
        ):
            self.windows.addItem(words, windows)
        for box in (self.page_size, self.windows):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )

    def _connect(self) -> None:
        for message, field in self._messages().values():
            if isinstance(field, QLineEdit):
                field.textEdited.connect(message.clear)
        self.state.currentIndexChanged.connect(self._tell_state)
        for day in self._days.values():
            day.toggled.connect(self.days_message.clear)
        self.choose_logo.clicked.connect(self._choose_logo)
        self.remove_logo.clicked.connect(lambda: self._show_logo(b""))
        theme().changed.connect(self._draw_logo)

    def fill(self, school: School) -> None:
        """Show ``school``."""
        self._before = school
        for name in ("name", "district", "phone", "email", "principal", "records_contact",
                     "records_contact_title", "office_hours"):  # fmt: skip
            getattr(self, name).setText(getattr(school, name))
        for name in ("street", "street_2", "city", "postal_code"):
            getattr(self, name).setText(getattr(school.address, name))
        self.state.setCurrentIndex(max(self.state.findData(school.state), 0))
        for day, tick in self._days.items():
            tick.setChecked(day in school.office_days)
        self.copy_rate.setText(write_price(school.cents_a_page))
        self.promise.setText(str(school.promise_calendar_days or ""))
        self._show_logo(school.logo)
        self._show_paper(school.paper)

    def value(self) -> School:
        """What is typed. What the form does not show stays as it was.

        Raises:
            DeskError: ``price`` or ``promise`` is no number.
        """
        return self._value(read_price(self.copy_rate.text()), read_promise(self.promise.text()))

    def faults(self) -> list[DeskError]:
        """Everything that cannot be so, in the order of the form."""
        found = list(school_faults(self._value(0, 0)))
        for read, field in ((read_price, self.copy_rate), (read_promise, self.promise)):
            try:
                read(field.text())
            except DeskError as fault:
                found.append(fault)
        return found

    def _value(self, cents_a_page: int, promise: int) -> School:
        state = self.state.currentData()
        address = Address(
            street=_text(self.street),
            street_2=_text(self.street_2),
            city=_text(self.city),
            state=state,
            postal_code=_text(self.postal_code),
        )
        start = self._before or School(name="", address=address, state=state)
        return replace(
            start,
            name=_text(self.name),
            district=_text(self.district),
            address=address,
            phone=_text(self.phone),
            email=_text(self.email),
            principal=_text(self.principal),
            records_contact=_text(self.records_contact),
            records_contact_title=_text(self.records_contact_title),
            state=state,
            office_days=frozenset(day for day, tick in self._days.items() if tick.isChecked()),
            office_hours=_text(self.office_hours),
            promise_calendar_days=promise,
            cents_a_page=cents_a_page,
            logo=self._logo,
            paper=self._paper(),
        )

    def _paper(self) -> Paper:
        return Paper(
            size=PageSize(self.page_size.currentData()),
            windows=Windows(self.windows.currentData()),
            fold_marks=self.fold_marks.isChecked(),
            reference_code=self.reference_code.isChecked(),
        )

    def _show_paper(self, paper: Paper) -> None:
        self.page_size.setCurrentIndex(self.page_size.findData(paper.size))
        self.windows.setCurrentIndex(self.windows.findData(paper.windows))
        self.fold_marks.setChecked(paper.fold_marks)
        self.reference_code.setChecked(paper.reference_code)

    def typed(self) -> dict[str, Any]:
        """What stands in the form as plain values, right or wrong, to be put back later."""
        return {
            "entries": [entry.text() for entry in self._entries()],
            "state": self.state.currentData(),
            "days": [day for day, tick in self._days.items() if tick.isChecked()],
            "logo": base64.b64encode(self._logo).decode(),
            "paper": msgspec.to_builtins(self._paper()),
        }

    def put(self, typed: Mapping[str, Any]) -> None:
        """Put back what ``typed`` gave."""
        for entry, text in zip(self._entries(), typed["entries"], strict=True):
            entry.setText(text)
        self.state.setCurrentIndex(max(self.state.findData(typed["state"]), 0))
        for day, tick in self._days.items():
            tick.setChecked(day in typed["days"])
        self._show_logo(base64.b64decode(typed["logo"]))
        self._show_paper(msgspec.convert(typed.get("paper", {}), Paper))

    def tell(self, fault: DeskError) -> bool:
        """Say what is wrong beside its field; False when it belongs to none."""
        found = self._messages().get(fault.code)
        if found is None:
            return False
        found[0].tell(fault.sentence())
        return True

    def say_of_state(self, lines: Sequence[str]) -> None:
        """Show what applies in the chosen state, one line each."""
        self.state_says.setText("\n".join(lines))
        self.state_says.setVisible(bool(lines))

    def take_logo(self, file: Path) -> jobs.Job:
        """Read a picture from disk, beside the window; a faulty one is told beside the button."""
        return jobs.run(
            lambda _progress, _cancelled: read_picture(file, "logo"),
            owner=self,
            on_done=self._show_logo,
            on_failed=self.tell,
        )

    def _tell_state(self) -> None:
        self.state_message.clear()
        self.state_chosen.emit(self.state.currentData())

    def _choose_logo(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose the school's logo"))
        dialog.setNameFilter(self.tr("Pictures (*.png *.jpg *.jpeg)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_logo(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_logo(self, logo: bytes) -> None:
        self._logo = logo
        self.logo_message.clear()
        self._draw_logo()

    def _draw_logo(self) -> None:
        picture = QPixmap()
        shown = bool(self._logo) and picture.loadFromData(self._logo)
        if shown:
            ratio = self.devicePixelRatioF()
            side = round(theme().sizes.px(_LOGO_SIDE) * ratio)
            picture = picture.scaled(side, side, _KEEP, _SMOOTH)
            picture.setDevicePixelRatio(ratio)
            self.logo_picture.setPixmap(picture)
        self.logo_picture.setVisible(shown)
        self.remove_logo.setVisible(bool(self._logo))


def _text(field: QLineEdit) -> str:
    return clean_name(field.text())
