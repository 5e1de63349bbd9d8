"""Papers that are no letters: the dialog they are printed from, and each paper with its samples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from desktop.letters.page import draw
from desktop.letters.proof import proof_page
from desktop.letters.template import load_templates
from desktop.paths import resources
from desktop.records.ids import RequestId
from desktop.screens.desk import Desk
from desktop.screens.printout import PrintoutDialog
from desktop.screens.printout_drawing import Matter
from desktop.store import cases
from tests.pictures import Picture, picture
from tests.pictures.practice import practice_desk, request_of

_SIZE = (1000, 760)


def _nothing(_: PrintoutDialog) -> None:
    """Nothing is chosen before it is drawn."""


def _dialog(
    at: Desk,
    paper: str,
    request: RequestId | None,
    prepare: Callable[[PrintoutDialog], object] = _nothing,
) -> PrintoutDialog:
    number = cases.case(at.store, request).request.number if request is not None else ""
    matter = Matter(request=request, number=number)
    dialog = PrintoutDialog(at, at.printouts.get(paper), matter, printer=lambda: None)

    def settle() -> None:
        prepare(dialog)
        if not dialog.preview.isHidden():
            dialog.drawing.draw_now()
        for _ in range(3):
            QThreadPool.globalInstance().waitForDone()
            QApplication.processEvents()

    dialog.prepare_picture = settle  # type: ignore[attr-defined]
    dialog.kept_desk = at  # type: ignore[attr-defined]
    return dialog


def _of_arjun(paper: str, prepare: Callable[[PrintoutDialog], object] = _nothing) -> QWidget:
    at = practice_desk(practice=False)
    return _dialog(at, paper, request_of(at, "Arjun", "Vikram"), prepare)


@picture("printout-cover", _SIZE)
def cover() -> QWidget:
    return _of_arjun("cover")


@picture("printout-label", _SIZE)
def label() -> QWidget:
    def choose(dialog: PrintoutDialog) -> None:
        dialog.first.choose(7)
        dialog.count.setCurrentIndex(2)
        dialog.count.activated.emit(2)
        dialog.first.setFocus()

    return _of_arjun("folder_label", choose)


@picture("printout-envelope", _SIZE)
def envelope() -> QWidget:
    return _of_arjun("envelope")


def _second_place(dialog: PrintoutDialog) -> None:
    dialog.place.setCurrentIndex(2)
    dialog.place.activated.emit(2)


@picture("printout-memo", _SIZE)
def memo() -> QWidget:
    return _of_arjun("search_memo", _second_place)


@picture("printout-notice-empty", _SIZE)
def notice_empty() -> QWidget:
    at = practice_desk(practice=True)
    return _dialog(at, "annual_notice", None, lambda dialog: dialog.print_paper.click())


@picture("printout-notice", _SIZE)
def notice() -> QWidget:
    def fill(dialog: PrintoutDialog) -> None:
        dialog.fields.row("opt_out_by").put("2027-04-15")
        dialog.fields.row("opt_out_kinds").put("name photo grade")
        dialog.fields.row("serves").put("special_education forwards")

    at = practice_desk(practice=True)
    return _dialog(at, "annual_notice", None, fill)


def pictures() -> Iterator[Picture]:
    """One for each paper and language, with sample values."""
    for template in load_templates(resources("printouts"), rules_in=resources("letters")):
        page = replace(proof_page(template, {}), recipient=(), signer=())
        name = f"paper-{template.id}-{template.language}"
        yield picture(name)(partial(draw, page))
