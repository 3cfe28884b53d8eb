"""A shared screen: F4 on any page, and then nothing that is marked can be read anywhere in the window."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import MotionContent, RecusalContent, VoteContent
from bra_desktop.domain.errors import RuleBroken
from bra_desktop.domain.kinds import DecisionKind, MeetingState, VoteMethod
from bra_desktop.domain.text import Paragraph, Run, TextDocument
from bra_desktop.services import actions, stepping
from bra_desktop.services.actions import NewAction
from bra_desktop.services.live import decisions, minutes, private_notes
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import planning
from bra_desktop.services.preparing.agenda_items import PlannedItem
from bra_desktop.storage.database import Database
from bra_desktop.ui.actions.page import ActionsPage
from bra_desktop.ui.adjustment.page import AdjustmentPage
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.page import MeetingPage
from bra_desktop.ui.meetings.page import MeetingsPage
from bra_desktop.ui.palette.palette import Palette
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.shared_bar import SharedBar
from bra_desktop.ui.shared_screen import SHARED_WORDS
from bra_desktop.ui.theme.theme import Theme
from tests.endurance.running_meeting import REF, make_running_meeting, office_on
from tests.ui.keyboard import part
from tests.ui.program import Program
from tests.ui.readable import readable

GROUND = "21 kap. 3 § OSL"
ITEM, PASSAGE, ANNEX, REMOVED, STRUCK = "Hemligtärende", "Stycketgömt", "Bilagangömd", "Borttagetgömt", "Struketgömt"
SECRETS = (ITEM, PASSAGE, ANNEX, REMOVED, STRUCK)
NEW = "Nyttgömt"
"""What is written and marked while the screen is shared."""
AROUND = re.compile(f".{{0,60}}({'|'.join(SECRETS)}).{{0,30}}")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A meeting that is going on, with everything that can be marked, and an action of each."""
    folder = tmp_path / "data"
    make_running_meeting(folder)
    with Database.open(folder) as database:
        office = office_on(database)
        one, other, gone, struck = (item.key for item in office.content(REF).items[2:6])
        minutes.strike(office, struck)
        for key, word in ((one, ITEM), (gone, REMOVED), (struck, STRUCK)):
            text = TextDocument((Paragraph("p", (Run(f"{word} i texten"),)),))
            planning.change_item(office, key, {"title": f"{word} i rubriken", "basis": text, "confidential": GROUND})
            minutes.save_text(office, key, text)
            decisions.add_decision(office, key, f"{word} i beslutet", DecisionKind.OTHER)
            private_notes.save_note(office, key, f"{word} i anteckningen")
        marked = TextDocument((Paragraph("p", (Run("Larmet är "), Run(PASSAGE, confidential=True))),))
        minutes.save_text(office, other, marked)
        for key, word in ((one, ITEM), (other, PASSAGE), (gone, REMOVED), (struck, STRUCK)):
            actions.add_action(office, NewAction(f"{word} som åtgärd", item_id=key, note=word))
        hidden = annexes.add_annex(office, REF, title=f"{ANNEX} i rubriken", text=ANNEX)
        annexes.change_annex(office, hidden, {"confidential": GROUND})
        annexes.add_annex(office, REF, title=f"{ITEM} som bilaga", text=ITEM, item_id=one)
        decided = office.content(REF).item(gone).decisions[0].key
        decisions.remove_decision(office, decided)
        planning.remove_item(office, gone)
    return folder


@pytest.fixture
def program(qtbot: QtBot, theme: Theme, folder: Path) -> Iterator[Program]:
    program = Program(qtbot, theme, folder)
    program.shows("overview")
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    yield program
    program.end()


def told() -> str:
    """What can be read in any window of the program, in its title, and by a screen reader."""
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return "\n".join([*(readable(one, QWidget.isVisible) for one in windows), *(one.windowTitle() for one in windows)])


def leaks(word: str = "") -> list[str]:
    """Where one of the secrets can be read, or that word."""
    lines, around = told().splitlines(), re.compile(f".{{0,60}}{word}.{{0,30}}") if word else AROUND
    return [found.group() for line in lines for found in around.finditer(line)]


def share(window: MainWindow) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F4)


def shared_bar(window: MainWindow) -> bool:
    return any(bar.isVisible() for bar in window.findChildren(SharedBar))


@pytest.mark.parametrize("name", ["overview", "meetings", "actions", "register", "settings", "meeting", "live"])
def test_the_key_is_one_of_the_whole_window_and_the_bar_says_what_it_does(
    qtbot: QtBot, program: Program, name: str
) -> None:
    program.host.go(name, REF if name in ("meeting", "live") else None)
    qtbot.wait(50)
    share(program.window)
    assert shared_bar(program.window)
    assert SHARED_WORDS in told()
    share(program.window)
    assert not shared_bar(program.window)


def test_what_was_said_about_a_thing_goes_and_the_palette_does_the_same(qtbot: QtBot, program: Program) -> None:
    program.window.messages.offer_undo(f"”{ITEM}” är struket.", lambda: None)
    program.host.open_palette()
    palette = program.window.findChild(Palette)
    assert palette is not None
    palette.line.insert("dölj sekretess")
    qtbot.waitUntil(lambda: [offer.key for offer in palette.offers()][:1] == ["F4"])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert shared_bar(program.window)
    assert leaks() == []


def test_the_bar_stays_when_everything_is_built_anew(qtbot: QtBot, program: Program, theme: Theme) -> None:
    share(program.window)
    theme.choose(scale=1.25)
    qtbot.waitUntil(lambda: program.window._scale == 1.25)
    qtbot.waitUntil(lambda: shared_bar(program.window))
    share(program.window)
    assert not shared_bar(program.window)


def test_the_list_of_actions_gives_nothing_away(qtbot: QtBot, program: Program) -> None:
    share(program.window)
    program.host.go("actions")
    page = program.window.page("actions")
    assert isinstance(page, ActionsPage)
    qtbot.waitUntil(lambda: page.table().rowCount() > 0)
    for line in page.table().shown():
        page.view().choose(line.id)
        page.view().row_opened.emit(line)
        assert leaks() == []


def test_every_tab_of_the_meeting_gives_nothing_away(qtbot: QtBot, program: Program) -> None:
    program.host.go("meeting", REF)
    page = program.window.page("meeting")
    assert isinstance(page, MeetingPage)
    qtbot.waitUntil(lambda: ITEM in told())
    share(program.window)
    qtbot.waitUntil(lambda: not leaks())
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        qtbot.wait(300)
        assert leaks() == [], tab
    for item in program.desk.office.content(REF).items:
        page.side.open_item(item.key)
        assert leaks() == []
        page.show_versions()
        qtbot.wait(50)
        assert leaks() == []


def test_no_item_and_no_panel_of_the_running_meeting_gives_anything_away(qtbot: QtBot, program: Program) -> None:
    program.host.go("live", REF)
    page = program.live()
    share(program.window)
    program.live()
    for _item in program.desk.office.content(REF).items:
        assert leaks() == [], page.texts.shown
        for key, held in (
            (Qt.Key.Key_A, CONTROL | SHIFT), (Qt.Key.Key_F, CONTROL), (Qt.Key.Key_H, CONTROL | SHIFT),
            (Qt.Key.Key_D, CONTROL), (Qt.Key.Key_Y, CONTROL | SHIFT), (Qt.Key.Key_N, CONTROL | SHIFT),
        ):  # fmt: skip
            QTest.keyClick(page.item, key, held)
            qtbot.wait(30)
            assert leaks() == [], (page.texts.shown, key)
            QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
            page.parts.put_away()
        page.acts.step()
        program.live()


def test_a_refusal_on_the_meetings_page_names_a_hidden_item_by_its_number(qtbot: QtBot, program: Program) -> None:
    title = next(item.title for item in program.desk.office.content(REF).items if ITEM in item.title)
    share(program.window)
    program.host.go("meeting", REF)
    page = program.window.page("meeting")
    assert isinstance(page, MeetingPage)
    qtbot.waitUntil(lambda: page._loaded is not None)
    program.operations.refused.emit(RuleBroken(f"Nummer 4 står redan på ”{title}”."))
    assert program.window.messages.words()[0].startswith("Nummer 4 står redan på ")
    assert leaks() == []


def test_no_message_and_no_form_says_the_title_of_another_item_while_the_screen_is_shared(
    qtbot: QtBot, program: Program
) -> None:
    office, messages = program.desk.office, program.window.messages
    program.host.go("live", REF)
    page = program.live()
    items = office.content(REF).items
    secret = next(item for item in items if ITEM in item.title)
    share(program.window)
    program.live()
    number = {"agenda_number": secret.agenda_number}
    said: list[Callable[[], object]] = [
        lambda: program.operations.refused.emit(RuleBroken(f"{secret.title} är redan upptagen.", where=secret.title)),
        lambda: messages.refuse(f"Nummer 4 står redan på ”{secret.title}”."),
        lambda: messages.finished(f"Punkt 4 {secret.title} är flyttad.", "Visa", lambda: None),
        lambda: messages.offer_undo(f"”{secret.title}” är borttagen.", lambda: None),
        lambda: messages.offer_redo(f"Ångrat i {secret.title}: Stryk.", lambda: None),
        lambda: page.presenter.act(lambda office: planning.change_item(office, items[0].key, number)),
    ]
    for tell in said:
        tell()
        program.live()
        assert messages.words()
        assert leaks() == []
    form = page.forms.known_item()
    assert form is not None
    page.acts.open_form(form)
    page.acts.submit(form, lambda office: planning.change_item(office, items[0].key, number))
    qtbot.waitUntil(lambda: bool(page.form.errors()))
    assert leaks() == []
    assert "står redan på" in page.form.errors()[0]


def test_what_is_marked_while_the_screen_is_shared_goes_from_everywhere_and_comes_back(
    qtbot: QtBot, program: Program
) -> None:
    office = program.desk.office
    program.host.go("live", REF)
    page = program.live()
    share(program.window)
    page = program.live()
    first = office.content(REF).items[0].key
    people = [who.person for who in office.content(REF).participants]
    page.presenter.act(lambda office: planning.add_item(office, REF, PlannedItem(f"{NEW} i rubriken")))
    program.live()
    key = office.content(REF).items[-1].key
    page.presenter.show_item(key)
    page.item.minutes.editor.insertPlainText(f"{NEW} i texten")
    qtbot.waitUntil(page.savers.clean)
    vote = VoteContent("v", f"{NEW} bifall", f"{NEW} avslag", VoteMethod.SHOW_OF_HANDS, yes=3, no=1)
    page.finding.open()
    page.finding.panel.words.setText(NEW)
    for change in (
        lambda office: minutes.take_up(office, key),
        lambda office: decisions.add_decision(office, key, f"{NEW} i beslutet", DecisionKind.OTHER),
        lambda office: decisions.put_motion(office, key, MotionContent("m", (people[1],), f"{NEW} yrkas")),
        lambda office: decisions.put_vote(office, key, vote),
        lambda office: decisions.put_recusal(office, key, RecusalContent("r", people[3], NEW)),
        lambda office: actions.add_action(office, NewAction(f"{NEW} som åtgärd", item_id=key)),
    ):
        page.presenter.act_with_undo(change, f"”{NEW}” är ändrat")
        program.live()
    assert NEW in told()
    form = page.forms.known_item()
    assert form is not None
    page.acts.open_form(form)
    ground = page.form.editor("secret")
    assert isinstance(ground, QLineEdit)
    ground.setText(GROUND)
    page.form.submit()
    qtbot.waitUntil(lambda: page.form.form() is None)
    program.live()
    qtbot.wait(500)
    assert leaks(NEW) == []
    for name in ("closing", "versions", "menu", "undo", "palette"):
        _look(qtbot, program, page, name)
        assert leaks(NEW) == [], name
        page.parts.put_away()
    for name in ("meeting", "actions", "overview", "meetings"):
        program.host.go(name, REF if name == "meeting" else None)
        qtbot.wait(200)
        assert leaks(NEW) == [], name
    program.host.go("live", REF)
    page = program.live()
    for one in (first, key):
        page.presenter.show_item(one)
        assert leaks(NEW) == []
    share(program.window)
    program.live()
    assert {f"{NEW} i texten", f"{NEW} i beslutet"} <= {line for text in told().split("\n") for line in [text.strip()]}


def _look(qtbot: QtBot, program: Program, page: LivePage, name: str) -> None:
    """Opens what may tell of it."""
    if name == "closing":
        page.acts.ask_close()
        qtbot.waitUntil(page.closing.isVisible)
    elif name == "versions":
        page.versions.show()
        qtbot.wait(100)
    elif name == "menu":
        menu = page.more_menu()
        assert not [one.text() for one in menu.actions() if NEW in one.text()]
        menu.deleteLater()
    elif name == "undo":
        page.presenter.act(lambda office: planning.change_item(office, page.texts.shown, {"planned_minutes": 7}))
        program.live()
        page.undoing.undo()
        program.live()
    else:
        program.host.open_palette()
        palette = program.window.findChild(Palette)
        assert palette is not None
        palette.line.insert(NEW[:-1])
        qtbot.waitUntil(lambda: "Ingen träff" in told())
        palette.close_veil()


def test_a_form_of_a_hidden_item_that_is_not_sent_is_named_without_its_title(qtbot: QtBot, program: Program) -> None:
    office = program.desk.office
    secret = next(item for item in office.content(REF).items if ITEM in item.title)
    program.host.go("live", REF)
    page = program.live()
    page.presenter.show_item(secret.key)
    program.live()
    form = page.forms.known_item()
    assert form is not None
    page.acts.open_form(replace(form, title=f"Uppgifter om {secret.title}"))
    title = page.form.editor("title")
    assert isinstance(title, QLineEdit)
    title.setText("Något annat")
    share(program.window)
    program.live()
    for key, held in ((Qt.Key.Key_A, CONTROL | SHIFT), (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier)):
        QTest.keyClick(page.item, key, held)
        qtbot.wait(50)
        assert leaks() == []
        page.parts.put_away()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
    page.acts.ask_close()
    qtbot.waitUntil(page.closing.isVisible)
    assert any("”Formulär i " in gap.text for gap in page.closing.gaps())
    assert leaks() == []
    assert not [one.text() for one in page.more_menu().actions() if AROUND.search(one.text())]
    page.leave()
    page.arrive(REF)
    program.live()
    qtbot.waitUntil(lambda: "är ifyllt men inte sparat" in told())
    assert leaks() == []


def test_words_that_were_looked_for_go_when_the_screen_is_shared_and_find_nothing_that_is_hidden(
    qtbot: QtBot, program: Program
) -> None:
    secret = next(item for item in program.desk.office.content(REF).items if ITEM in item.title)
    program.host.go("live", REF)
    page = program.live()
    page.presenter.show_item(secret.key)
    program.live()
    page.finding.open()
    page.finding.panel.words.setText(ITEM)
    page.item.minutes.editor.insertPlainText(f"{ITEM} igen. ")
    qtbot.waitUntil(page.savers.clean)
    assert page.finding.panel.isVisible()
    share(program.window)
    program.live()
    assert not page.finding.panel.isVisible()
    assert leaks() == []
    page.finding.open()
    page.finding.panel.words.setText(f"{ITEM} igen")
    assert page.finding.panel.count.text().startswith("Ingen")


@pytest.mark.parametrize("word", SECRETS)
def test_nothing_of_it_is_found(qtbot: QtBot, program: Program, word: str) -> None:
    share(program.window)
    program.host.open_palette()
    palette = program.window.findChild(Palette)
    assert palette is not None
    palette.line.insert(word)
    qtbot.waitUntil(lambda: "Ingen träff" in told())


def test_the_adjustment_shows_neither_titles_nor_the_document(qtbot: QtBot, program: Program) -> None:
    program.host.go("adjustment", REF)
    page = program.window.page("adjustment")
    assert isinstance(page, AdjustmentPage)
    picture = part(page, QLabel, "adjustment.first_page")
    qtbot.waitUntil(lambda: not picture.pixmap().isNull())
    assert ANNEX in told()
    share(program.window)
    qtbot.waitUntil(lambda: page._body.isVisible())
    assert leaks() == []
    assert picture.pixmap().isNull()
    assert page.document.save.isEnabled()
    share(program.window)
    qtbot.waitUntil(lambda: not picture.pixmap().isNull())
    assert ANNEX in told()


def test_an_agenda_that_is_planned_names_no_marked_item_that_comes_back(qtbot: QtBot, program: Program) -> None:
    office = program.desk.office
    one = next(item.key for item in office.content(REF).items if ITEM in item.title)
    decisions.add_decision(office, one, "bordlägga ärendet", DecisionKind.TABLED)
    stepping.simple_step(office, REF, MeetingState.DRAFT)
    program.host.go("meetings", "plan")
    page = program.window.page("meetings")
    assert isinstance(page, MeetingsPage)
    qtbot.waitUntil(part(page, QPushButton, "meetings.plan").isVisible)
    page._form._day.edit.setText("2027-03-04")
    page._form._day.read()
    page._form._ask()
    qtbot.waitUntil(lambda: ITEM in told())
    share(program.window)
    qtbot.waitUntil(lambda: "Sekretessmarkerat ärende" in told())
    assert leaks() == []
    share(program.window)
    qtbot.waitUntil(lambda: ITEM in told())


def test_register_settings_and_help_give_nothing_away(qtbot: QtBot, program: Program) -> None:
    share(program.window)
    for name in ("register", "settings", "overview", "meetings"):
        program.host.go(name)
        qtbot.wait(150)
        assert leaks() == [], name
    program.host.go("register")
    page = program.window.page("register")
    assert isinstance(page, RegisterPage)
    program.host.open_help()
    assert leaks() == []


def test_the_palette_leads_to_where_the_item_is_marked(qtbot: QtBot, program: Program) -> None:
    program.host.go("live", REF)
    page = program.live()
    program.host.open_palette()
    palette = program.window.findChild(Palette)
    assert palette is not None
    palette.line.insert("sekretessmarkera ärendet")
    qtbot.waitUntil(lambda: [offer.words for offer in palette.offers()][:1] == ["Sekretessmarkera ärendet"])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert page.form.editor("secret") is QApplication.focusWidget()
