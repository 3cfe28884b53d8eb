"""What is typed is on the disk whatever is read in at the same time."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bra_desktop.domain.text import plain_text
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.meetings.page import MeetingsPage
from bra_desktop.ui.meetings.pages import meetings_pages
from bra_desktop.ui.operations import Operations
from tests.endurance.running_meeting import long_meeting_file
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import content, enter, settle

OpenWindow = Callable[..., MainWindow]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file that is read as slowly as the test wants")
def test_a_file_that_takes_long_to_read_keeps_no_word_from_the_disk(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, tmp_path: Path
) -> None:
    page = enter(qtbot, open_window, running)
    (spec,) = meetings_pages(lambda: running)
    meetings = spec.factory(page.context)
    assert isinstance(meetings, MeetingsPage)
    qtbot.addWidget(meetings)
    file = tmp_path / "möte.json"
    os.mkfifo(file)
    meetings._presenter.read_file(file)
    try:
        page.acts.focus_text()
        type_text(page.item.minutes.editor, "Rådet åt ärtsoppa.")
        qtbot.waitUntil(lambda: plain_text(content(running).items[0].text) == "Rådet åt ärtsoppa.", timeout=10_000)
    finally:
        words = long_meeting_file("BRA-2027-03-04", "2027-03-04", 5).encode()
        threading.Thread(target=file.write_bytes, args=(words,)).start()
    qtbot.waitUntil(lambda: "BRA-2027-03-04" in {row.ref for row in reading.meetings(running)})
    settle(qtbot, page, operations)


def test_what_is_typed_goes_first_when_something_long_is_to_be_written(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.focus_text()
    type_text(page.item.minutes.editor, "Ärtsoppa.")
    seen: list[str] = []
    operations.long_write.emit()
    page.runner.write(lambda: seen.append(plain_text(content(running).items[0].text)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["Ärtsoppa."]
    settle(qtbot, page, operations)
