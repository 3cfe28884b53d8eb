"""A § that is locked in the meeting: said once, and all that is missing before the question."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import ProposalContent
from bra_desktop.domain.kinds import Duty
from bra_desktop.domain.officers import adjusting
from bra_desktop.domain.text import TextDocument
from bra_desktop.services import reading
from bra_desktop.services.adjusted import adjustment
from bra_desktop.services.live import attendance, decisions, minutes
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import content
from tests.ui.live.test_forms import fill_row
from tests.ui.live.test_undoing import Secretary, begin

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Asked:
    """The question before the lock, answered yes."""

    def __init__(self, page: LivePage) -> None:
        self.titles: list[str] = []
        page.acts.ask_lock = self

    def __call__(self, title: str) -> bool:
        self.titles.append(title)
        return True


def say(secretary: Secretary, words: str) -> None:
    """What the palette does when its line of that name is chosen."""
    next(one for one in secretary.page.offered() if one.words == words).act()
    secretary.press(KEY.Key_F7)


def first(office: Office) -> str:
    return content(office).items[0].key


def ready(office: Office) -> None:
    minutes.save_text(office, first(office), TextDocument.from_json_value("Klart.", "t"))
    decisions.add_decision(office, first(office), "notera det.")
    attendance.appoint(office, content(office).ref, Duty.ADJUST, content(office).participants[1].person)


def locked(office: Office) -> bool:
    return first(office) in reading.meeting_view(office, content(office).ref).frozen_items


def test_it_is_said_once_also_of_a_paragraph_that_was_not_ticked(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    ready(running)
    secretary = begin(qtbot, open_window, operations, running)
    asked = Asked(secretary.page)
    say(secretary, "Justera paragrafen nu")
    qtbot.waitUntil(lambda: locked(running))
    assert asked.titles == [f"Justera §\u00a0{content(running).items[0].paragraph} omedelbart?"]


def test_all_that_is_missing_is_said_before_the_question_and_nothing_is_changed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    asked, before = Asked(secretary.page), content(running)
    say(secretary, "Justera paragrafen nu")
    assert asked.titles == []
    assert (
        "§ 1 Sammanträdets öppnande kan inte justeras än. Texten är inte skriven. Skriv den. "
        "Beslutet är inte skrivet. Skriv det. Justerare saknas. Utse dem under punkten Val av justerare."
    ) in secretary.told
    assert content(running) == before


def test_what_is_said_of_a_gap_goes_when_the_gap_is_filled(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    ready(running)
    minutes.save_text(running, first(running), TextDocument.from_json_value("Ordet gavs till {namn}", "t"))
    secretary = begin(qtbot, open_window, operations, running)
    asked = Asked(secretary.page)
    say(secretary, "Justera paragrafen nu")
    assert "är inte ifylld" in secretary.told
    assert asked.titles == []
    secretary.press(KEY.Key_A, CONTROL)
    secretary.type("Ordet gavs till Bo")
    secretary.press(KEY.Key_End)
    assert secretary.told == ""


def test_what_was_closed_by_hand_is_not_said_again_when_something_of_it_is_mended(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    secretary = begin(qtbot, open_window, operations, running)
    window = secretary.page.window()
    assert isinstance(window, MainWindow)
    say(secretary, "Justera paragrafen nu")
    assert "Texten är inte skriven." in secretary.told
    window.messages.written()
    secretary.type("Klart")
    secretary.type(" nu")
    assert secretary.told == ""


def test_keys_that_would_decide_or_undecide_say_that_the_paragraph_is_locked(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    ready(running)
    decisions.set_proposals(running, first(running), (ProposalContent("p", "anta planen"),))
    adjustment.adjust_item_now(running, first(running))
    secretary = begin(qtbot, open_window, operations, running)
    window = secretary.page.window()
    assert isinstance(window, MainWindow)
    secretary.press(KEY.Key_G, CONTROL)
    assert "är låst" in secretary.told
    line = secretary.page.item.decisions.lines[0].edit
    for key in (KEY.Key_Delete, KEY.Key_Up):
        window.messages.clear()
        line.setFocus()
        secretary.press(key, ALT)
        assert "är låst" in secretary.told
    assert secretary.decided == ["notera det."]
    for key in (KEY.Key_F7, KEY.Key_F9):
        window.messages.clear()
        secretary.press(key)
        assert secretary.told == ""
        secretary.press(KEY.Key_X)
        assert "är låst" in secretary.told
    assert (secretary.text, secretary.decided) == ("Klart.", ["notera det."])


def test_a_meeting_that_was_opened_before_its_day_is_told_with_the_way_to_where_the_day_is_set(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    ready(running)
    held = content(running)
    planning.change_meeting(running, held.ref, {"day": held.date + timedelta(days=2)})
    secretary = begin(qtbot, open_window, operations, running)
    asked = Asked(secretary.page)
    say(secretary, "Justera paragrafen nu")
    assert asked.titles == []
    assert "Mötet öppnades" in secretary.told
    assert "Ändra dagen." in secretary.told
    secretary.page.go_to("meeting/day")
    qtbot.waitUntil(secretary.page.form.isVisible)
    planning.change_meeting(running, held.ref, {"day": held.date})
    say(secretary, "Justera paragrafen nu")
    qtbot.waitUntil(lambda: locked(running))


def test_who_adjusts_a_locked_paragraph_is_not_replaced_in_the_form_but_from_the_next(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    ready(running)
    adjustment.adjust_item_now(running, first(running))
    secretary = begin(qtbot, open_window, operations, running)
    page, there = secretary.page, content(running).participants
    old, new, following = there[1].person, there[2].person, content(running).items[1].key
    at = next(n for n, o in enumerate(content(running).officers) if o.duty is Duty.ADJUST)
    before = content(running).officers
    page.acts.open_form(page.forms.officers())
    fill_row(page, "officers", at, Duty.ADJUST.value, new, "", "", "")
    page.form.submit()
    qtbot.waitUntil(lambda: bool(page.form.errors()))
    (told,) = page.form.errors()
    assert told.startswith(
        f"{content(running).person(old).name} är justerare i §\u00a01, som är låst, och står kvar där."
    )
    assert content(running).officers == before
    fill_row(page, "officers", at, Duty.ADJUST.value, old, "", "", "")
    fill_row(page, "officers", len(before), Duty.ADJUST.value, new, following, "", "")
    page.form.submit()
    qtbot.waitUntil(lambda: adjusting(content(running), following) == (old, new))
    assert adjusting(content(running), first(running)) == (old,)
