"""The look of every window: colours, sizes and the one small style sheet made from them.

Screens name what a thing is with a property in the form (``primary`` on the one main button,
``look`` on a label or frame) and never a colour or a size; those are decided here, once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paths import resources

FAMILY = "Noto Sans"
_FIRST_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_FUSION, _LOOK = "desk_fusion", "desk_look"
SMALLEST_TEXT, LARGEST_TEXT = 1.0, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """What each colour is for. ``PAIRS`` lists which text stands on which ground."""

    ground: str  # rail and guidance panel
    surface: str  # the work area, fields, lists
    sunken: str  # a row under the pointer, a well
    text: str
    quiet: str  # second-rank text
    hint: str  # text in an empty field
    disabled: str
    line: str  # hairlines between things; decoration only
    edge: str  # the border by which a control is recognised
    accent: str  # links, icons of the chosen place, the focus ring
    fill: str  # the one primary button
    fill_hover: str
    on_fill: str
    soft: str  # what is selected; quiet notices
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str


LIGHT = Colours(
    ground="#f5f6f8",
    surface="#ffffff",
    sunken="#eff1f4",
    text="#1a1e24",
    quiet="#545d69",
    hint="#69727e",
    disabled="#9aa2ad",
    line="#e2e5ea",
    edge="#8b94a0",
    accent="#2457c5",
    fill="#2457c5",
    fill_hover="#1c479f",
    on_fill="#ffffff",
    soft="#e6eefc",
    warning="#855000",
    warning_soft="#fcf1dc",
    danger="#b0241c",
    danger_soft="#fcebe9",
)

DARK = Colours(
    ground="#15171b",
    surface="#1c1f24",
    sunken="#272b32",
    text="#e7eaee",
    quiet="#aab3bf",
    hint="#949daa",
    disabled="#69717d",
    line="#30353d",
    edge="#727c8a",
    accent="#8fb4ff",
    fill="#3468da",
    fill_hover="#2a59c2",
    on_fill="#ffffff",
    soft="#22304e",
    warning="#f2b95f",
    warning_soft="#372a13",
    danger="#ffa198",
    danger_soft="#40201e",
)

# Every text and the grounds it stands on; a test holds each pair to WCAG's 4.5:1.
PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "quiet", "accent") for ground in ("ground", "surface")),
    *((text, ground) for text in ("text", "quiet", "accent") for ground in ("sunken", "soft")),
    ("hint", "surface"),
    ("on_fill", "fill"),
    ("on_fill", "fill_hover"),
    *(("warning", ground) for ground in ("surface", "ground", "sunken", "soft", "warning_soft")),
    *(("danger", ground) for ground in ("surface", "ground", "sunken", "soft", "danger_soft")),
    ("text", "warning_soft"),
    ("text", "danger_soft"),
    ("quiet", "warning_soft"),
    ("quiet", "danger_soft"),
)
# Borders and rings by which a control is known; WCAG 1.4.11 asks 3:1.
EDGES: tuple[tuple[str, str], ...] = (
    ("edge", "surface"),
    ("accent", "surface"),
    ("accent", "ground"),
    ("fill", "surface"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Lengths in pixels at one text scale; everything but hairlines grows with the text."""

    scale: float = 1.0

    def px(self, at_normal_size: float) -> int:
        """A length drawn for normal text, at this text size."""
        return round(at_normal_size * self.scale)

    def grid(self, steps: int) -> int:
        """``steps`` of the 4-pixel grid."""
        return self.px(4 * steps)

    @property
    def small(self) -> int:
        """Citations, headers of lists, second lines."""
        return self.px(12)

    @property
    def body(self) -> int:
        """Everything that is read or typed."""
        return self.px(14)

    @property
    def title(self) -> int:
        """The one title of a screen."""
        return self.px(20)

    @property
    def row(self) -> int:
        """Height of a row in a list: dense, but never less than a comfortable click."""
        return self.px(34)

    @property
    def icon(self) -> int:
        """An icon beside text."""
        return self.px(18)


class Theme(QObject):
    """The look in force. One lives under the application; ``theme()`` finds it.

    ``changed`` follows every change of colours or text size, after palette and style sheet have
    been set.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours = LIGHT
        self.sizes = Sizes()
        self._wanted: bool | None = None
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], QFont] = {}

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self.colours is DARK

    def colour(self, name: str) -> QColor:
        """A token as a colour: ``colour("danger")``."""
        if name not in self._colours:
            self._colours[name] = QColor(getattr(self.colours, name))
        return self._colours[name]

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """One of the three text sizes: ``small``, ``body`` or ``title``."""
        if (size, bold) not in self._fonts:
            font = QFont(FAMILY)
            font.setPixelSize(getattr(self.sizes, size))
            font.setBold(bold)
            self._fonts[size, bold] = font
        return self._fonts[size, bold]

    def apply(self, app: QApplication, dark: bool | None, text_scale: float) -> None:
        """Put colours and sizes in force; ``dark=None`` follows the system, now and later."""
        self._wanted = dark
        hints = app.styleHints()
        hints.setColorScheme(_SCHEMES[dark])
        if dark is None:
            dark = hints.colorScheme() is Qt.ColorScheme.Dark
        scale = min(max(text_scale, SMALLEST_TEXT), LARGEST_TEXT)
        self._dress(app, DARK if dark else LIGHT, Sizes(scale=scale))

    def follow_system(self, scheme: Qt.ColorScheme) -> None:
        """Take over the system's light or dark, unless the office chose one."""
        app = QApplication.instance()
        if self._wanted is None and isinstance(app, QApplication):
            colours = DARK if scheme is Qt.ColorScheme.Dark else LIGHT
            self._dress(app, colours, self.sizes)

    def _dress(self, app: QApplication, colours: Colours, sizes: Sizes) -> None:
        # Every widget there is gets polished anew, so the same look again does nothing.
        if (colours, sizes) == (self.colours, self.sizes) and app.styleSheet():
            return
        self.colours, self.sizes = colours, sizes
        self._colours.clear()
        self._fonts.clear()
        app.setPalette(palette(colours))
        app.setFont(self.font())
        app.setStyleSheet(style_sheet(colours, sizes))
        self.changed.emit()


_SCHEMES = {
    None: Qt.ColorScheme.Unknown,
    True: Qt.ColorScheme.Dark,
    False: Qt.ColorScheme.Light,
}


def theme() -> Theme:
    """The look in force; the light one at normal size before ``apply_theme`` was called."""
    app = QCoreApplication.instance()
    if app is None:
        return Theme()
    # A property, not a child to be found: the search would touch every child, QStyle among them.
    found = app.property(_LOOK)
    if isinstance(found, Theme):
        return found
    made = Theme(app)
    app.setProperty(_LOOK, made)
    return made


def new_application(program: str = "records-desk") -> QApplication:
    """The application object, drawn by the Fusion style on every system."""
    # Said as an argument: the first touch of QStyle from Python costs 6 ms of the start.
    app = QApplication([program, "-style", "fusion"])
    app.setProperty(_FUSION, True)
    app.setDesktopFileName(program)  # by which a desktop knows whose number stands on the icon
    return app


def apply_theme(app: QApplication, dark: bool | None = None, text_scale: float = 1.0) -> Theme:
    """Give every window its look; may be called again at any time.

    Args:
        app: the running application.
        dark: dark, light, or (None) as the system has it, following its changes.
        text_scale: 1.0 to 2.0; values beyond are brought to the nearer end.
    """
    look = theme()
    if not app.property("desk_dressed"):
        app.setProperty("desk_dressed", True)
        if not app.property(_FUSION):
            app.setStyle("Fusion")
        _register(_FIRST_FONTS)
        app.styleHints().colorSchemeChanged.connect(look.follow_system)
    look.apply(app, dark, text_scale)
    return look


def register_more_fonts() -> int:
    """Register the other scripts' fonts for names on the screen; for an idle moment after start.

    Returns:
        How many font files were taken.
    """
    others = (file.name for file in sorted(resources("fonts").glob("*.[ot]tf")))
    return _register(name for name in others if name not in _FIRST_FONTS)


def _register(names: Iterable[str]) -> int:
    files = (str(resources("fonts", name)) for name in names)
    return sum(QFontDatabase.addApplicationFont(file) != -1 for file in files)


def set_look(widget: QWidget, **properties: bool | str) -> None:
    """Set style properties (``primary``, ``look``, ``wrong``) and let the sheet see them."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # As the style's own ``polish``; the first touch of QStyle from Python costs 6 ms.
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))


def palette(colours: Colours) -> QPalette:
    """The Qt palette made from the tokens."""
    made = QPalette()
    role = QPalette.ColorRole
    for roles, name in (
        ((role.Window, role.Base, role.Button), "surface"),
        ((role.AlternateBase, role.Midlight), "sunken"),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "text"),
        ((role.PlaceholderText,), "hint"),
        ((role.Highlight, role.Accent), "fill"),
        ((role.HighlightedText, role.BrightText), "on_fill"),
        ((role.Link, role.LinkVisited), "accent"),
        ((role.Light, role.ToolTipBase), "surface"),
        ((role.Mid,), "line"),
        ((role.Dark, role.Shadow), "edge"),
    ):
        for one in roles:
            made.setColor(one, QColor(getattr(colours, name)))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.disabled))
    return made


def style_sheet(colours: Colours, sizes: Sizes) -> str:
    """The style sheet at these colours and sizes."""
    px = sizes.px
    values = {name: getattr(colours, name) for name in Colours.__slots__}
    lengths = {f"p{n}": f"{px(n)}px" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 28)}
    texts = {name: f"{getattr(sizes, name)}px" for name in ("small", "body", "title")}
    # A ring is one pixel wider than the border it replaces; the padding gives that pixel back.
    rings = {f"p{n}less": f"{px(n) - 1}px" for n in (5, 6, 10, 12, 14)}
    pictures = {
        name: resources("icons", "controls", f"{name}.svg").as_posix()
        for name in ("check", "dash", "chevron", "up", "down")
    }
    return Template(_SHEET).substitute(
        values, **lengths, **rings, **pictures, text_small=texts["small"],
        text_body=texts["body"], text_title=texts["title"], round=f"{px(6)}px",
        dial=f"{(px(16) + 2) // 2}px",
    )  # fmt: skip


_SHEET = """
QWidget { font-size: $text_body; }
QMainWindow, QDialog { background: $surface; }
QFrame[look="rail"] { background: $ground; border: none; }
QFrame[look="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[look="upright"] { background: $line; border: none; max-width: 1px; min-width: 1px; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: $p8; }
QFrame[look="popup"] { background: $surface; border: 1px solid $edge; border-radius: $p8; }
QFrame[look="well"] { background: $ground; border: none; border-radius: $p8; }
QFrame[look="notice"] { background: $soft; border: none; border-radius: $round; }
QFrame[look="warning"] { background: $warning_soft; border: none; border-radius: $round; }
QFrame[look="danger"] { background: $danger_soft; border: none; border-radius: $round; }
QLabel[look="title"] { font-size: $text_title; font-weight: bold; }
QLabel[look="title"][tone="danger"] { color: $danger; }
QLabel[look="heading"] { font-weight: bold; }
QLabel[look="quiet"] { color: $quiet; }
QLabel[look="small"] { color: $quiet; font-size: $text_small; }
QLabel[look="pill"] { background: $fill; color: $on_fill; font-size: $text_small;
  font-weight: bold; border-radius: $p8; padding: 0 $p8; }
QLabel[look="practice"] { background: $warning_soft; color: $warning; font-weight: bold;
  padding: $p4; }
QLabel[look="warning"] { color: $warning; background: transparent; }
QLabel[look="danger"] { color: $danger; background: transparent; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: $surface; border: 1px solid $edge; border-radius: $round;
  padding: $p5 $p10; selection-background-color: $fill; selection-color: $on_fill; }
QPlainTextEdit, QTextEdit { padding: $p2 $p4; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: $p5less $p10less; }
QComboBox:focus { padding-left: $p12less; padding-right: $p28; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: $p1 $p3; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit[readOnly="true"] {
  background: $ground; border-color: $line; }
QComboBox { padding-left: $p12; padding-right: $p28; combobox-popup: 0; }
QComboBox::drop-down { border: none; width: $p28; }
QComboBox::down-arrow { image: url("$chevron"); width: $p16; height: $p16; }
QComboBox QAbstractItemView { border: 1px solid $line; padding: $p4; outline: none; }

QPushButton { background: $surface; border: 1px solid $edge; border-radius: $round;
  padding: $p6 $p14; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: $p5 $p14less; }
QPushButton::menu-indicator { image: url("$chevron"); width: $p12; height: $p12;
  subcontrol-position: right center; right: $p8; }
QPushButton:disabled { border-color: $line; color: $disabled; background: $surface; }
QPushButton[primary="true"] { background: $fill; border-color: $fill; color: $on_fill;
  font-weight: bold; }
QPushButton[primary="true"]:hover { background: $fill_hover; border-color: $fill_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $line; border-color: $line; color: $disabled; }
QPushButton[danger="true"] { color: $danger; border-color: $danger; }
QPushButton[danger="true"]:hover { background: $danger_soft; }
QPushButton[quiet="true"] { border-color: transparent; background: transparent; color: $accent;
  padding-left: $p8; padding-right: $p8; }
QPushButton[quiet="true"]:hover { background: $sunken; }
QPushButton[quiet="true"]:checked { background: $soft; }
QPushButton[quiet="true"]:focus { border-color: $accent; padding-left: $p7; padding-right: $p7; }
QPushButton[quiet="true"]:disabled { color: $disabled; }
QPushButton[bare="true"] { border: 2px solid transparent; background: transparent;
  color: $accent; font-size: $text_small; padding: $p2 0; text-align: left; }
QPushButton[bare="true"][tone="danger"] { color: $danger; font-weight: bold; }
QPushButton[bare="true"]:hover { color: $text; }
QPushButton[bare="true"]:focus { border-color: $accent; border-radius: $p4; }
QPushButton[rail="true"] { border-color: transparent; background: transparent; color: $quiet;
  text-align: left; padding-left: $p10; }
QPushButton[rail="true"]:hover { background: $sunken; color: $text; }
QPushButton[rail="true"]:checked { background: $soft; color: $accent; font-weight: bold; }
QPushButton[rail="true"]:focus { border: 2px solid $accent; padding-left: $p10less; }
QPushButton[figure="true"] { border-color: $line; border-radius: $p8; padding: 0; }
QPushButton[figure="true"]:hover { background: $sunken; }
QPushButton[figure="true"]:checked { background: $soft; border-color: $accent; }
QPushButton[figure="true"]:focus { border: 2px solid $accent; padding: 0; }

QToolButton { background: transparent; border: 1px solid transparent; border-radius: $round;
  padding: $p5; }
QToolButton:hover { background: $sunken; }
QToolButton:checked { background: $soft; }
QToolButton:focus { border: 2px solid $accent; padding: $p5less; }
QToolButton::menu-indicator { image: none; }

QCheckBox, QRadioButton { spacing: $p8; padding: $p2; border: 2px solid transparent;
  border-radius: $p4; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator { width: $p16; height: $p16; border: 1px solid $edge; border-radius: $p4;
  background: $surface; }
QCheckBox::indicator:checked { background: $fill; border-color: $fill; image: url("$check"); }
QCheckBox::indicator:indeterminate { background: $fill; border-color: $fill;
  image: url("$dash"); }
QCheckBox::indicator:disabled { border-color: $line; }
QCheckBox::indicator:checked:disabled { background: $disabled; border-color: $disabled; }
QRadioButton::indicator { width: $p16; height: $p16; border: 1px solid $edge;
  border-radius: $dial; background: $surface; }
QRadioButton::indicator:checked { width: $p8; height: $p8; border: $p5 solid $fill;
  background: $on_fill; }
QRadioButton::indicator:disabled { border-color: $line; }

QAbstractItemView { background: $surface; border: none; outline: none;
  selection-background-color: $soft; selection-color: $text; }
QListView::item { padding: $p4 $p6; border-radius: $p4; }
QListView::item:hover { background: $sunken; }
QListView::item:selected { background: $soft; color: $text; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $quiet; font-size: $text_small;
  border: none; border-bottom: 1px solid $line; padding: $p6 $p10; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url("$up"); width: $p12; height: $p12; }
QHeaderView::down-arrow { image: url("$down"); width: $p12; height: $p12; }
QTableCornerButton::section { background: $surface; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; padding: $p8 $p12;
  border-bottom: 2px solid transparent; }
QTabBar[narrow="true"]::tab { padding: $p8 $p2; font-size: $text_small; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; font-weight: bold; }
QTabBar::tab:focus { background: $soft; }
QGroupBox { border: none; margin-top: $p28; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0; top: $p4; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea:focus { border: 2px solid $accent; }
QScrollBar:vertical { background: transparent; width: $p12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $p12; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: $p3; margin: $p3; }
QScrollBar::handle:vertical { min-height: $p28; }
QScrollBar::handle:horizontal { min-width: $p28; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QCalendarWidget QToolButton { color: $text; font-weight: bold; }
QCalendarWidget QAbstractItemView { selection-background-color: $fill;
  selection-color: $on_fill; }
QSplitter::handle { background: $line; }
QProgressBar { background: $sunken; border: none; border-radius: $p3; max-height: $p6;
  min-height: $p6; }
QProgressBar::chunk { background: $fill; border-radius: $p3; }
QMenu { background: $surface; border: 1px solid $line; padding: $p4; }
QMenu::item { padding: $p6 $p16; border-radius: $p4; }
QMenu::item:selected { background: $soft; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: $p4; }
QToolTip { background: $surface; color: $text; border: 1px solid $edge; padding: $p4; }
QStatusBar { background: $ground; color: $quiet; }
QStatusBar::item { border: none; }
"""
