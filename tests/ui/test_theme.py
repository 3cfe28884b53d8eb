"""The look: every palette can be read, every sheet is whole, every icon that is named ships."""

import ast
import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from bra_desktop.domain.kinds import ACTION_STATUS_WORDS, MEETING_STATE_WORDS, ActionStatus, MeetingState
from bra_desktop.ui.app import dress
from bra_desktop.ui.live.forms.form import FieldKind, FormField
from bra_desktop.ui.live.forms.form_editors import make_editor
from bra_desktop.ui.theme.icons import Icons
from bra_desktop.ui.theme.ring import FocusRing, Ring
from bra_desktop.ui.theme.style_sheet import COMMENT, fill
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.theme.tokens import Tokens
from bra_desktop.ui.widgets.search_field import SearchField
from tests.ui.keyboard import press

RESOURCES = Path(__file__).parents[2] / "resources"
UI = Path(__file__).parents[2] / "src" / "bra_desktop" / "ui"
TOKENS = Tokens.load(RESOURCES / "tokens.json")
PLANES = ("background", "surface", "raised", "sunken", "header")
TONES = ("primary", "done", "attention", "late", "neutral")
FORUMS = ("bra", "au", "est", "op")
TEXT = [
    *itertools.product(("text", "muted", "primary", "done", "attention", "late"), PLANES),
    *((tone, f"{tone}-soft") for tone in TONES),
    *(("text", f"{tone}-soft") for tone in TONES),
    *((ink, f"{tone}-soft") for ink in ("primary", "muted") for tone in TONES),
    *itertools.product(("on-primary",), ("primary-fill", "primary-fill-hover")),
    *itertools.product(("text", "primary", "muted", "late"), ("selection",)),
    *itertools.product(("text", "muted"), ("inserted", "removed")),
    *((f"forum-{forum}", "surface") for forum in FORUMS),
]
CONTROLS = [
    *itertools.product(("control", "focus", "primary-fill"), ("background", "surface", "raised", "sunken")),
    *itertools.product(("control",), ("primary-soft", "neutral-soft")),
    *((f"forum-{forum}", plane) for forum in FORUMS for plane in ("surface", "background")),
    ("wheel-today", "surface"),
]
ICON_AT = {  # where a call takes the name of an icon: by place, by keyword
    "Button": 4, "NavButton": 3, "Glyph": 1, "EmptyPage": 1, "PageSpec": 2, "Link": 0, "StatusLook": 2,
    "icon": 0, "pixmap": 0, "draw_icon": 1, "set_icon": 0, "show_icon": 0, "SearchField": 3, "Cell": 3,
}  # fmt: skip


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """The contrast of WCAG 2.2, success criteria 1.4.3 and 1.4.11."""
    high, low = sorted((luminance(one), luminance(two)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", TOKENS.palettes)
def test_text_and_controls_have_the_contrast_that_reading_takes(name: str) -> None:
    palette = TOKENS.palettes[name]
    text, control = (7.0, 4.5) if name == "high-contrast" else (4.5, 3.0)
    low = [
        f"{ink} on {plane}: {contrast(palette[ink], palette[plane]):.2f}"
        for pairs, least in ((TEXT, text), (CONTROLS, control))
        for ink, plane in pairs
        if contrast(palette[ink], palette[plane]) < least
    ]
    assert not low


def test_a_grey_that_is_too_pale_would_be_found() -> None:
    assert contrast("#FFFFFF", "#999999") < 3.0 < contrast("#FFFFFF", "#7B8794")


@pytest.mark.parametrize("name", TOKENS.palettes)
@pytest.mark.parametrize("scale", TOKENS.scales)
def test_the_sheet_is_filled_to_the_last_name(name: str, scale: float) -> None:
    template = (RESOURCES / "theme.qss").read_text(encoding="utf-8")
    sheet = fill(template, TOKENS.palettes[name], TOKENS.type_pt, scale, lambda icon, colour: f"{icon}-{colour}")
    assert "@" not in sheet
    assert "border-radius: 0px" not in sheet


def test_a_name_that_no_palette_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        fill("QLabel { color: @pimary; }", TOKENS.palettes["light"], TOKENS.type_pt, 1, lambda *_: "")


def named_icons() -> set[str]:
    """Every icon that code, tokens or sheet name in so many words."""
    names = {look.icon for group in TOKENS.status.values() for look in group.values() if look.icon}
    sheet = COMMENT.sub("", (RESOURCES / "theme.qss").read_text(encoding="utf-8"))
    names |= set(re.findall(r"@icon\(([\w-]+),", sheet))
    for file in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                names |= icons_of(node)
            elif isinstance(node, ast.Assign) and "ICONS" in ast.unparse(node.targets[0]):
                names |= set(re.findall(r": '([\w-]+)'", ast.unparse(node.value)))
    return names


def icons_of(call: ast.Call) -> set[str]:
    called = getattr(call.func, "id", getattr(call.func, "attr", ""))
    place = ICON_AT.get(called)
    given = [call.args[place]] if place is not None and place < len(call.args) else []
    given += [keyword.value for keyword in call.keywords if keyword.arg == "icon"]
    return {str(one.value) for one in given if isinstance(one, ast.Constant) and one.value}


def test_every_icon_that_is_named_ships_and_can_be_drawn(qapp: QApplication) -> None:
    names = named_icons() - {"dot", "on-primary"}
    assert {"send", "chevron-down", "triangle-alert", "search"} <= names
    icons = Icons(RESOURCES / "icons")
    for name in sorted(names):
        assert icons.renderer(name, "#1B2733").isValid(), name


def test_the_icons_come_with_their_licence() -> None:
    text = (RESOURCES / "icons" / "LICENSE").read_text(encoding="utf-8")
    assert "ISC" in text
    assert "Feather" in text


def test_another_theme_is_in_force_at_once(qtbot: QtBot, theme: Theme) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(choice="dark")
    assert theme.hex("background") == "#11161C"
    assert "#11161C" in theme.style_sheet()


class _Counting(QObject):
    """Counts how often anybody is told of a new style."""

    told = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.told += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


def test_another_theme_tells_each_widget_a_few_times_however_deep_it_lies(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    inmost, widgets = root, 200
    for _ in range(widgets):
        inmost = QWidget(inmost)
    root.show()
    counting = _Counting()
    before = len(qapp.allWidgets()) - widgets
    qapp.installEventFilter(counting)
    theme.choose("dark")
    qapp.removeEventFilter(counting)
    assert counting.told <= 4 * (before + widgets)
    assert inmost.palette().window().color() == theme.colour("background")


def test_what_has_a_style_of_its_own_looks_as_before_when_the_theme_has_been_there_and_back(
    qtbot: QtBot, theme: Theme
) -> None:
    field = SearchField(theme, "test.search", "Filtrera i listan", "filter")
    qtbot.addWidget(field)
    field.show()
    field.adjustSize()
    before, size = field.grab().toImage(), field.sizeHint()
    theme.choose("dark")
    assert field.grab().toImage().pixelColor(field.width() // 2, 4) == theme.colour("surface")
    theme.choose("light")
    assert field.sizeHint() == size
    assert field.grab().toImage() == before


def test_lengths_and_type_follow_the_scale(theme: Theme) -> None:
    before = theme.metrics("body").height()
    theme.choose(scale=1.6)
    assert theme.px(10) == 16
    assert theme.metrics("body").height() > before * 1.5


@pytest.mark.parametrize("state", MeetingState)
def test_every_state_of_a_meeting_has_a_look_with_the_domains_word(theme: Theme, state: MeetingState) -> None:
    look = theme.status("meeting", state.value)
    assert look.word.lower() == MEETING_STATE_WORDS[state]
    assert look.icon


@pytest.mark.parametrize("status", ActionStatus)
def test_every_status_of_an_action_has_a_look_with_the_domains_word(theme: Theme, status: ActionStatus) -> None:
    assert theme.status("action", status.value).word.lower() == ACTION_STATUS_WORDS[status]


def test_every_look_has_a_word(theme: Theme) -> None:
    for group, looks in theme.tokens.status.items():
        assert all(theme.status(group, name).word for name in looks)


def test_the_shipped_font_is_the_one_that_is_used(theme: Theme) -> None:
    from PySide6.QtGui import QFontInfo

    assert QFontInfo(theme.font()).family() == "Noto Sans"


def test_the_ring_follows_the_keyboard_and_not_the_mouse(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    buttons = [QPushButton(word) for word in ("Ett", "Två", "Tre")]
    for button in buttons:
        layout.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    ring = FocusRing.on(qapp, theme)
    buttons[0].setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.widget() is None
    press(buttons[0], Qt.Key.Key_Tab)
    assert ring.widget() is buttons[1]


def test_the_ring_is_whole_at_the_edge_of_the_window(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 2)
    buttons = [QPushButton(word) for word in ("Ett", "Två")]
    for button in buttons:
        layout.addWidget(button)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    buttons[0].setFocus(Qt.FocusReason.MouseFocusReason)
    press(buttons[0], Qt.Key.Key_Tab)
    assert FocusRing.on(qapp, theme).widget() is buttons[1]
    ring = next(one for one in window.findChildren(Ring) if one.isVisible())
    assert window.rect().contains(ring.geometry())
    assert ring.geometry().contains(buttons[1].geometry())


def test_a_click_takes_the_ring_away_and_what_it_leads_to_gets_none(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    buttons = [QPushButton(word) for word in ("Ett", "Två")]
    for button in buttons:
        layout.addWidget(button)
    buttons[0].clicked.connect(lambda: buttons[1].setFocus(Qt.FocusReason.ShortcutFocusReason))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    ring, left, none = FocusRing.on(qapp, theme), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    buttons[0].setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert ring.widget() is buttons[1]
    place = buttons[0].mapTo(window, buttons[0].rect().center())
    QTest.mouseClick(window.windowHandle(), left, none, place)
    assert buttons[1].hasFocus()
    assert ring.widget() is None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert ring.widget() is buttons[0]


def test_an_application_that_is_dressed_again_keeps_its_one_ring(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    again = dress(qapp, RESOURCES, "dark")
    try:
        assert len(qapp.findChildren(FocusRing)) == 1
        assert FocusRing.on(qapp, again) is FocusRing.on(qapp, theme)
    finally:
        again.deleteLater()


def test_the_ring_outlives_the_window_it_was_shown_in(qtbot: QtBot, theme: Theme, qapp: QApplication) -> None:
    ring = FocusRing.on(qapp, theme)
    for _ in range(2):
        window = QWidget()
        buttons = [QPushButton(word, window) for word in ("Ett", "Två")]
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        press(buttons[0], Qt.Key.Key_Tab)
        assert ring.widget() is buttons[1]
        delete(window)
        assert ring.widget() is None


@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_a_number_is_dressed_as_a_line_of_words(qtbot: QtBot, theme: Theme, scale: float) -> None:
    theme.choose(scale=scale)
    plane = QWidget()
    qtbot.addWidget(plane)
    column = QVBoxLayout(plane)
    number = make_editor(theme, FormField("yes", "Ja", FieldKind.NUMBER, 7))
    line = make_editor(theme, FormField("text", "Ja-röst för", FieldKind.LINE, "7"))
    assert isinstance(number, QSpinBox)
    assert isinstance(line, QLineEdit)
    for editor in (number, line):
        column.addWidget(editor)
    with qtbot.waitExposed(plane):
        plane.show()
    assert number.height() == line.height()
    starts = []
    for field in (number.lineEdit(), line):
        field.home(False)
        starts.append(field.mapTo(plane, field.cursorRect().center()).x())
    assert abs(starts[0] - starts[1]) <= 2


@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox, QComboBox, QDateEdit, QLineEdit, QSpinBox])
def test_what_cannot_be_chosen_looks_so(qtbot: QtBot, theme: Theme, kind: type[QWidget]) -> None:
    """As the choices of the computer's own box for printing that do nothing for a file."""
    control = kind()
    qtbot.addWidget(control)
    control.resize(160, 34)
    control.show()
    usual = control.grab().toImage()
    control.setEnabled(False)
    shown = control.grab().toImage()
    assert shown != usual
    colours = {shown.pixelColor(x, y).name() for x in range(shown.width()) for y in range(shown.height())}
    assert theme.colour("sunken").name() in colours
