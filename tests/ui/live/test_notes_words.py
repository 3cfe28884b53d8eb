"""A meeting with notes decides nothing: keys, tips and names of the window speak of what is agreed."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.kinds import ItemType
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.help.panel import HelpPanel
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.pages import live_pages
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meeting.agenda.lines import agenda_lines
from bra_desktop.ui.meeting.page import MeetingPage
from bra_desktop.ui.meeting.pages import meeting_pages
from tests.ui.almby_office import HELD, almby

NOTES, PROTOCOL = "EST-2026-11-05", "BRA-2026-12-03"


@pytest.fixture
def office() -> Iterator[Office]:
    with almby("2026-11-05-est", HELD) as made:
        yield made


def in_live(qtbot: QtBot, window: MainWindow, ref: str) -> LivePage:
    window.go("live", ref)
    page = window.page("live")
    assert isinstance(page, LivePage)
    qtbot.waitUntil(lambda: page.presenter.scene is not None and page.presenter.scene.content.ref == ref)
    return page


def said_of(page: QWidget) -> str:
    parts = [page, *page.findChildren(QWidget)]
    return " ".join(f"{one.toolTip()} {one.accessibleName()} {one.accessibleDescription()}" for one in parts).lower()


@pytest.mark.parametrize(("ref", "word", "other"), [(NOTES, "överenskommelse", "att-sats"),
                                                    (PROTOCOL, "att-sats", "överenskommelse")])  # fmt: skip
def test_keys_and_tips_call_a_line_what_the_meeting_calls_it(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office, ref: str, word: str, other: str
) -> None:
    window = open_window(*live_pages(lambda: office))
    page = in_live(qtbot, window, ref)
    panel = HelpPanel(window)
    keys = " ".join(means for _key, means in panel.told()).lower()
    decided = next(item for item in office.content(ref).items if item.decisions)
    page.presenter.show_item(decided.key)
    qtbot.waitUntil(lambda: word in said_of(page))
    assert word in keys
    assert other not in keys
    assert other not in said_of(page)


def test_the_agenda_of_notes_asks_for_proposals_without_att(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office
) -> None:
    window = open_window(*meeting_pages(lambda: office))
    window.go("meeting", NOTES)
    page = window.page("meeting")
    assert isinstance(page, MeetingPage)
    qtbot.waitUntil(lambda: page._loaded is not None)
    page.side.open_item(office.content(NOTES).items[0].key)
    qtbot.waitUntil(lambda: "lägg till förslag" in said_of(page))
    assert "att-sats" not in said_of(page)


@pytest.mark.parametrize(("ref", "word", "other"), [(NOTES, "Överenskommelse", "Beslut"),
                                                    (PROTOCOL, "Beslut", "Överenskommelse")])  # fmt: skip
def test_the_kinds_of_items_are_called_what_the_meeting_calls_them(
    qtbot: QtBot, open_window: Callable[..., MainWindow], office: Office, ref: str, word: str, other: str
) -> None:
    window = open_window(*meeting_pages(lambda: office), *live_pages(lambda: office))
    live = in_live(qtbot, window, ref)
    live.acts.open_form(live.forms.item())
    in_form = live.form.editor("type")
    assert isinstance(in_form, QComboBox)
    window.go("meeting", ref)
    page = window.page("meeting")
    assert isinstance(page, MeetingPage)
    qtbot.waitUntil(lambda: page._loaded is not None)
    key = office.content(ref).items[0].key
    page.side.open_item(key)
    qtbot.waitUntil(lambda: page.side.item.item_key() == key)
    for kinds in (in_form, page.side.item.fields.kind):
        shown = [kinds.itemText(at) for at in range(kinds.count())]
        assert word in shown
        assert other not in shown
        assert kinds.itemText(kinds.findData("decision")) == word


def test_the_agenda_of_notes_has_agreements_and_no_decisions(office: Office) -> None:
    content = office.content(NOTES)
    planning.change_item(office, content.items[0].key, {"type": ItemType.DECISION})
    lines = agenda_lines(office.content(NOTES))
    assert lines[0].type_words == "Överenskommelse"
    said = " ".join(f"{line.type_words} {line.sub}" for line in lines).lower()
    assert "beslut" not in said
    assert "överenskommelse" in " ".join(line.sub for line in lines)
