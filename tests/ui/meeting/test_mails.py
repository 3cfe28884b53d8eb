"""A meeting's mails are opened in the computer's own mail program, or saved where it has none."""

import email
from datetime import time
from email.policy import default
from pathlib import Path

import pytest
import vobject
from PySide6.QtGui import QAction

from bra_desktop.domain.kinds import MeetingState
from bra_desktop.services.preparing import notice, planning
from bra_desktop.services.preparing.planning import PlannedItem
from tests.ui.meeting.conftest import REF, Shown


@pytest.fixture
def opened(shown: Shown) -> list[Path]:
    """The files that were handed to the computer to open."""
    files: list[Path] = []

    def take(path: Path) -> bool:
        files.append(path)
        return True

    shown.page.mails.open_file = take
    return files


def entries(shown: Shown) -> dict[str, QAction]:
    return {action.text(): action for action in shown.page.head.menu().actions() if action.text()}


def call(shown: Shown) -> None:
    notice.send_notice(shown.office, REF)
    shown.reload()
    shown.settle(lambda: shown.view().content.state is MeetingState.CALLED)


def test_the_notice_is_offered_as_a_mail_when_it_is_made(shown: Shown, opened: list[Path]) -> None:
    shown.page.head.main.click()
    shown.settle(lambda: shown.page.parts.document.pages() > 0)
    shown.page.head.main.click()
    shown.settle(lambda: any("Skicka den till de kallade" in words for words in shown.window.messages.words()))
    shown.page.mails.open(REF, "notice_mail")
    shown.settle(lambda: bool(opened))
    message = email.message_from_bytes(opened[0].read_bytes(), policy=default)
    assert message["Subject"].startswith("Kallelse: BRÅ")
    shown.settle(lambda: any("Brevet är lämnat" in words for words in shown.window.messages.words()))
    assert opened[0].parent.stat().st_mode & 0o077 == 0, "others on the computer can't read it"


def test_a_mail_that_no_program_showed_after_all_can_still_be_saved(
    shown: Shown, opened: list[Path], tmp_path: Path
) -> None:
    call(shown)
    shown.page.mails.open(REF, "notice_mail")
    shown.settle(lambda: any("Öppnades det inte?" in words for words in shown.window.messages.words()))
    place = tmp_path / "Kallelse.eml"
    shown.page.mails.choose_place = lambda _title, _name, _kinds: place
    shown.window.messages._kinds.finished.link_chosen.emit()
    shown.settle(place.exists)
    assert place.read_bytes() == opened[0].read_bytes()


def test_the_mail_stands_beside_the_paper_that_it_goes_with(shown: Shown, opened: list[Path]) -> None:
    page = shown.page
    page.preview()
    assert page.parts.document.mail.isHidden(), "a notice that isn't made is not sent"
    call(shown)
    page.parts.document.show_kind("notice")
    assert not page.parts.document.mail.isHidden()
    page.parts.document.show_kind("agenda")
    assert page.parts.document.mail.isHidden()
    planning.add_item(shown.office, REF, PlannedItem("Belysning på gångstråk"))
    shown.reload()
    page.parts.document.show_kind("supplement")
    page.parts.document.mail.click()
    shown.settle(lambda: bool(opened))
    assert opened[0].name.startswith("Komplettering 1")


def test_without_a_mail_program_the_mail_can_be_saved(shown: Shown, tmp_path: Path) -> None:
    call(shown)
    place = tmp_path / "brev.eml"
    shown.page.mails.open_file = lambda _path: False
    shown.page.mails.choose_place = lambda _title, _name, _kinds: place
    entries(shown)["Kallelsen i e-post"].trigger()
    shown.settle(lambda: any("inget program" in words for words in shown.window.messages.words()))
    shown.window.messages._kinds.refused.link_chosen.emit()
    shown.settle(place.is_file)
    assert b"X-Unsent: 1" in place.read_bytes()


def test_the_meeting_is_saved_as_a_calendar_file(shown: Shown, tmp_path: Path) -> None:
    place = tmp_path / "mote.ics"
    shown.page.mails.choose_place = lambda _title, _name, _kinds: place
    entries(shown)["Spara kalenderfil…"].trigger()
    shown.settle(place.is_file)
    assert b"BEGIN:VEVENT" in place.read_bytes()


def test_a_meeting_that_is_off_is_told_in_a_mail(shown: Shown, opened: list[Path]) -> None:
    call(shown)
    planning.cancel(shown.office, REF)
    shown.reload()
    shown.settle(lambda: "Inställt i e-post" in entries(shown))
    entries(shown)["Inställt i e-post"].trigger()
    shown.settle(lambda: bool(opened))
    assert opened[0].name.startswith("Inställt BRÅ")


def test_a_saved_calendar_file_follows_the_meeting_until_it_is_off(shown: Shown, tmp_path: Path) -> None:
    saved: list[vobject.base.Component] = []

    def save() -> vobject.base.Component:
        place = tmp_path / f"{len(saved)}.ics"
        shown.page.mails.choose_place = lambda _title, _name, _kinds: place
        entries(shown)["Spara kalenderfil…"].trigger()
        shown.settle(lambda: place.is_file() and bool(place.read_bytes()))
        saved.append(vobject.readOne(place.read_text("utf-8")).vevent)
        return saved[-1]

    call(shown)
    save()
    shown.page.presenter.change({"starts": time(9)}, lambda: None, lambda _error: None)
    shown.settle(lambda: shown.view().content.starts == time(9))
    assert save().dtstart.value.hour == 9
    shown.page.head._cancel()
    shown.settle(lambda: "Inställt i e-post" in entries(shown))
    assert save().status.value == "CANCELLED"
    assert len({one.uid.value for one in saved}) == 1
    first, moved, off = (int(one.sequence.value) for one in saved)
    assert first < moved < off
