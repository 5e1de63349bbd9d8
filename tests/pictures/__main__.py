"""``python -m tests.pictures OUT [NAME…]`` draws the pictures as PNG files, without a display."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

import tests.pictures
from desktop.screens.theme import apply_theme, new_application, register_more_fonts
from desktop.screens.window import DeskWindow
from tests.pictures import Picture
from tests.pictures.clipped import clipped

LOOKS = {"light": (False, 1.0), "dark": (True, 1.0), "large": (False, 2.0)}
LARGE_WINDOW = 1.5
_REST_SECONDS = 20
_JOBS_MS = 2_000
_ROUNDS = 10  # of wrapped texts inside cards inside a panel that scrolls
README_FOLDER = Path(__file__).with_name("readme")
README = {
    "window-queue": "queue",
    "intake-mother": "intake",
    "request-working-days": "dates",
    "window-request": "request",
    "letter-draft": "letter",
    "library-retired": "library",
    "library-self-check": "self_check",
}
"""Which picture the README shows under which name."""


def all_pictures() -> Iterator[Picture]:
    """Every picture of every module in this folder."""
    for found in pkgutil.iter_modules(tests.pictures.__path__):
        if found.name != "__main__":
            module = importlib.import_module(f"tests.pictures.{found.name}")
            yield from (one for one in vars(module).values() if isinstance(one, Picture))
            yield from getattr(module, "pictures", tuple)()


def draw_all(app: QApplication, out: Path, names: list[str]) -> Iterator[Path]:
    """Draw those whose name holds one of ``names``, or all, in every look."""
    out.mkdir(parents=True, exist_ok=True)
    for one in all_pictures():
        if not names or any(name in one.name for name in names):
            yield from draw(app, one, out)


def draw(app: QApplication, one: Picture, out: Path) -> list[Path]:
    """Draw one picture in every look, or a PDF page by page."""
    files = []
    for look, (dark, scale) in LOOKS.items():
        apply_theme(app, dark, scale)
        made = one.draw()
        if isinstance(made, bytes):
            return _draw_pages(made, one.name, out)
        files.append(_grab(app, made, one, out / f"{one.name}-{look}.png", scale))
    return files


def draw_readme(app: QApplication) -> list[Path]:
    """Draw the README's pictures, in light and with few colours so that they stay small."""
    from PIL import Image  # noqa: PLC0415  # only these need it

    README_FOLDER.mkdir(exist_ok=True)
    apply_theme(app, dark=False)
    files = []
    for one in all_pictures():
        if one.name in README:
            file = README_FOLDER / f"{README[one.name]}.png"
            files.append(_grab(app, one.draw(), one, file, 1.0))
            Image.open(file).convert("RGB").quantize(
                method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
            ).save(file, optimize=True)
    return files


def _grab(app: QApplication, widget: QWidget, one: Picture, file: Path, scale: float) -> Path:
    show(app, widget, one, scale)
    for line in clipped(widget):
        print(f"{file.stem}, {line}", file=sys.stderr)  # noqa: T201  # a tool for the eye
    widget.grab().save(str(file))
    put_away(widget)
    return file


def show(app: QApplication, widget: QWidget, one: Picture, scale: float) -> None:
    """Show what a picture is drawn of, at its size, until it has settled."""
    grow = LARGE_WINDOW if scale > 1 else 1
    widget.resize(round(one.size[0] * grow), round(one.size[1] * grow))
    widget.show()
    _wait_for_rest(app, widget)
    _settle(app)
    prepare = getattr(widget, "prepare_picture", None)
    if prepare:
        prepare()
        _settle(app)


def put_away(widget: QWidget) -> None:
    """Close what was shown, and be rid of it."""
    widget.close()
    widget.deleteLater()
    # No event loop runs that would delete it, and the next look would polish it once more.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _wait_for_rest(app: QApplication, widget: QWidget) -> None:
    """A window reads law and words beside itself once it is painted; tips and strip come then."""
    if not isinstance(widget, DeskWindow):
        return
    until = time.monotonic() + _REST_SECONDS
    while widget.care is None:
        if time.monotonic() > until:
            raise TimeoutError(widget.windowTitle())
        app.processEvents()
        time.sleep(0.01)
    QThreadPool.globalInstance().waitForDone(_JOBS_MS)


def _settle(app: QApplication) -> None:
    """Texts that wrap need some rounds until every height is right."""
    for _ in range(_ROUNDS):
        app.processEvents()


def _draw_pages(pdf: bytes, name: str, out: Path) -> list[Path]:
    import pypdfium2  # noqa: PLC0415  # only letters need it

    files = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        files.append(out / f"{name}-{number}.png")
        page.render(scale=100 / 72).to_pil().save(files[-1])
    return files


def _quiet(kind: QtMsgType, _context: object, message: str) -> None:
    if "propagateSizeHints" not in message:
        print(f"{kind.name}: {message}", file=sys.stderr)  # noqa: T201  # a tool for the eye


def main() -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", help="folder for the PNG files")
    parser.add_argument("names", nargs="*", help="only pictures whose name holds one of these")
    parser.add_argument("--readme", action="store_true", help="draw those of the README anew")
    given = parser.parse_args()
    if given.readme == bool(given.out):
        parser.error("give a folder, or --readme")
    qInstallMessageHandler(_quiet)
    app = new_application()
    apply_theme(app, dark=False)
    register_more_fonts()
    for file in draw_readme(app) if given.readme else draw_all(app, given.out, given.names):
        print(file)  # noqa: T201  # a tool for the eye


if __name__ == "__main__":
    main()
