"""What was sent is reached on the meeting's page: seen, printed, saved and mailed as it was sent, also much later."""

import email
from collections.abc import Iterator
from email import policy
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from bra_desktop.domain.extracts import Choice
from bra_desktop.domain.kinds import MeetingState
from bra_desktop.domain.register import Forum
from bra_desktop.domain.swedish_dates import day_and_month
from bra_desktop.services import reading, register
from bra_desktop.services.live import attendance, opening
from bra_desktop.services.office import Office
from bra_desktop.services.papers import extracts
from bra_desktop.services.papers.sent import kept_papers
from bra_desktop.services.preparing import notice, planning, supplements
from bra_desktop.services.preparing.planning import PlannedItem
from bra_desktop.ui.meeting.papers.document_tab import DocumentTab
from bra_desktop.ui.meeting.tab_stack import DOCUMENT
from bra_desktop.ui.shared_screen import SharedScreen
from tests.builders import pdf_text
from tests.ui.almby_office import HELD, almby
from tests.ui.keyboard import part, press
from tests.ui.meeting.conftest import REF, Shown
from tests.ui.meeting.test_mails import opened

__all__ = ["opened"]

NEW, NEWER = "Belysning på gångstråk", "Kameror vid stationen"


def tab(shown: Shown) -> DocumentTab:
    return shown.page.parts.document


def made_as(shown: Shown, key: str) -> bytes:
    shown.settle(lambda: (made := tab(shown)._made) is not None and made.kind == key and tab(shown)._ready)
    made = tab(shown)._made
    assert made is not None
    return made.content


def choices(shown: Shown) -> list[str]:
    """The papers in the choice, in pills or in the menu of the rest."""
    return [words.replace("\u00a0", " ") for words in tab(shown)._there.values()]


def day(shown: Shown) -> str:
    return day_and_month(shown.office.today()).replace("\u00a0", " ")


@pytest.fixture
def called(shown: Shown) -> bytes:
    """The meeting's notice as it was sent, the tab open."""
    made = notice.send_notice(shown.office, REF)
    shown.reload()
    shown.settle(lambda: shown.view().content.state is MeetingState.CALLED)
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    return made.content


def test_the_notice_stays_as_it_was_sent_and_says_that_the_agenda_is_another(shown: Shown, called: bytes) -> None:
    assert f"Kallelse, {day(shown)}" in choices(shown)
    assert made_as(shown, "notice") == called
    assert tab(shown)._changed.isHidden()
    planning.add_item(shown.office, REF, PlannedItem(NEW))
    shown.reload()
    shown.settle(lambda: tab(shown)._changed.isVisible())
    assert made_as(shown, "notice") == called
    assert tab(shown)._changed.bar.words() == (
        "Kallelsen visas som den skapades. Mötet är ändrat sedan dess, och komplettering 1 berättar vad som är nytt."
    )
    tab(shown)._changed.bar.link_chosen.emit()
    assert NEW in pdf_text(made_as(shown, "supplement"))
    assert tab(shown)._changed.isHidden()


def test_what_is_told_already_is_where_the_notice_leads_to(shown: Shown, called: bytes) -> None:
    planning.add_item(shown.office, REF, PlannedItem(NEW))
    supplements.send_supplement(shown.office, REF)
    shown.reload()
    shown.settle(lambda: tab(shown)._changed.isVisible())
    assert tab(shown)._changed.bar.words().endswith("det nya är skickat i en komplettering.")
    tab(shown)._changed.bar.link_chosen.emit()
    assert tab(shown)._kind.startswith("kept/")
    assert NEW in pdf_text(made_as(shown, tab(shown)._kind))


def test_a_link_to_a_paper_writes_the_forums_own_word_as_the_forum_does(shown: Shown, called: bytes) -> None:
    planning.add_item(shown.office, REF, PlannedItem(NEW))
    shown.reload()
    shown.settle(lambda: tab(shown)._changed.isVisible())
    loaded, made = tab(shown)._loaded, tab(shown)._made
    assert loaded is not None
    assert made is not None
    for words, link in (
        ("Zz2", "Visa Zz2"),
        ("KS-tillägg, skickat 3 maj", "Visa KS-tillägg"),
        ("Tillägg 1", "Visa tillägg 1"),
    ):
        tab(shown)._changed.tell_of(loaded, made, {"supplement": words})
        buttons = tab(shown)._changed.bar.findChildren(QPushButton)
        assert link in [button.text() for button in buttons]


def test_a_supplement_that_was_saved_is_reached_again_and_the_next_stands_beside_it(
    shown: Shown, called: bytes, tmp_path: Path
) -> None:
    planning.add_item(shown.office, REF, PlannedItem(NEW))
    shown.reload()
    place = tmp_path / "Komplettering.pdf"
    tab(shown).choose_place = lambda _name: place
    tab(shown).show_kind("supplement")
    made_as(shown, "supplement")
    tab(shown).save.click()
    shown.settle(place.exists)
    sent = f"Komplettering 1, {day(shown)}"
    shown.settle(lambda: sent in choices(shown))
    key = next(paper.key for paper in kept_papers(shown.view().documents) if paper.kind == "supplement")
    assert made_as(shown, key) == place.read_bytes(), "what was just sent stays in front"
    planning.add_item(shown.office, REF, PlannedItem(NEWER))
    shown.reload()
    assert [words for words in choices(shown) if "Komplettering" in words and "offentlig" not in words] == [
        sent, "Komplettering 2",
    ]  # fmt: skip
    other = tmp_path / "igen.pdf"
    tab(shown).choose_place = lambda _name: other
    tab(shown).show_kind(key)
    made_as(shown, key)
    tab(shown).save.click()
    shown.settle(other.exists)
    assert other.read_bytes() == place.read_bytes()
    assert "Komplettering 2" in choices(shown), "saving what was sent sends nothing"


@pytest.mark.parametrize("sent", [True, False])
def test_once_the_meeting_has_begun_its_protocol_is_in_front_and_not_what_was_sent_before_it(
    shown: Shown, called: bytes, sent: bool
) -> None:
    planning.add_item(shown.office, REF, PlannedItem(NEW))
    if sent:
        supplements.send_supplement(shown.office, REF)
    shown.reload()
    kept = [key for key in tab(shown)._there if key.startswith("kept/") and "offentlig" not in tab(shown)._there[key]]
    tab(shown).show_kind(kept[-1] if sent else "supplement")
    for row in shown.view().participants.values():
        attendance.mark_present(shown.office, row)
    opening.open_meeting(shown.office, REF)
    shown.reload()
    assert tab(shown)._kind == "protocol"
    made_as(shown, "protocol")


def test_what_was_sent_is_mailed_again(shown: Shown, called: bytes, opened: list[Path]) -> None:
    planning.add_item(shown.office, REF, PlannedItem(NEW))
    supplements.send_supplement(shown.office, REF)
    shown.reload()
    key = next(paper.key for paper in kept_papers(shown.view().documents) if paper.kind == "supplement")
    tab(shown).show_kind(key)
    assert not tab(shown).mail.isHidden()
    tab(shown).mail.click()
    shown.settle(lambda: len(opened) == 1)
    assert opened[0].name.startswith("Komplettering 1")
    tab(shown).show_kind("notice")
    tab(shown).mail.click()
    shown.settle(lambda: len(opened) == 2)
    shown.settle(lambda: any("som den skickades" in words for words in shown.window.messages.words()))


def test_no_mail_is_offered_with_a_paper_that_has_none_after_the_page_is_read_anew(shown: Shown, called: bytes) -> None:
    tab(shown).show_kind("agenda")
    assert tab(shown).mail.isHidden()
    shown.reload()
    assert tab(shown).mail.isHidden()


def test_the_public_version_that_went_out_is_there_too(shown: Shown, called: bytes) -> None:
    public = next(paper for paper in kept_papers(shown.view().documents) if paper.public)
    tab(shown).show_kind(public.key)
    assert "Uppgifter är borttagna" in pdf_text(made_as(shown, public.key))


def test_what_was_confidential_when_it_was_sent_is_not_seen_on_a_shared_screen(shown: Shown, called: bytes) -> None:
    for item in shown.view().content.items:
        if item.confidential:
            planning.remove_item(shown.office, item.key)
    shown.reload()
    made_as(shown, "notice")
    SharedScreen.of(shown.page.context.operations).toggle()
    shown.settle(lambda: tab(shown)._stack.currentWidget() is tab(shown)._hidden)


def test_a_meeting_that_is_off_shows_the_notice_that_was_sent(shown: Shown, called: bytes) -> None:
    planning.cancel(shown.office, REF)
    shown.reload()
    shown.page.preview()
    assert made_as(shown, "notice") == called
    assert tab(shown).mail.isHidden()
    assert not {"protocol", "public"} & set(tab(shown)._there), "nothing was said at it"


def test_the_history_tells_of_one_paper_that_was_sent(shown: Shown, called: bytes) -> None:
    assert called
    loaded = shown.page._loaded
    assert loaded is not None
    assert [line.more for line in loaded.history if "Kallelsen" in line.what or "kallelse" in line.what][:1] == [""]


def test_escape_leaves_the_whole_window(shown: Shown, called: bytes) -> None:
    made_as(shown, "notice")
    whole = part(shown.page, QPushButton, "meeting.whole")
    whole.click()
    assert shown.page.head.isHidden()
    focused = shown.window.focusWidget()
    assert focused is not None
    press(focused, Qt.Key.Key_Escape)
    assert not shown.page.head.isHidden()
    assert not whole.isChecked()


def test_the_agenda_is_called_what_its_forum_calls_it(shown: Shown, office: Office) -> None:
    forum = (
        next(f for f in reading.forums(office) if f.id == shown.page._loaded.forum_id) if shown.page._loaded else None
    )
    assert forum is not None
    register.change(office, Forum, forum.id, {"agenda_word": "Föredragningslista"}, forum.revision)
    shown.reload()
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    assert "Föredragningslista" in choices(shown)
    tab(shown).show_kind("agenda")
    made_as(shown, "agenda")
    made = tab(shown)._made
    assert made is not None
    assert made.file_name.startswith("Föredragningslista BRÅ")


class TestAfterTheMeeting:
    @pytest.fixture
    def office(self) -> Iterator[Office]:
        with almby(HELD) as office:
            yield office

    def test_extracts_that_were_handed_out_are_chosen_beside_the_preview(
        self, shown: Shown, opened: list[Path]
    ) -> None:
        for number in (42, 45):
            item = next(i.key for i in shown.view().content.items if i.paragraph == number)
            composed, one = extracts.composed_extract(shown.office, REF, Choice((item,)))
            extracts.keep_extract(shown.office, composed, composed.as_pdf(), one.to)
        shown.reload()
        shown.page.tabs.setCurrentIndex(DOCUMENT)
        assert "Utlämnade utdrag" in choices(shown)
        tab(shown).show_kind("handed_out")
        pane = tab(shown).side.kept
        assert pane is not None
        assert pane.rows.count() == 2
        first = made_as(shown, pane.key())
        assert tab(shown).copy.isEnabled()
        assert tab(shown).mail.isVisible()
        tab(shown).mail.click()
        shown.settle(lambda: bool(opened))
        message = email.message_from_bytes(opened[0].read_bytes(), policy=policy.default)
        assert [part.get_payload(decode=True) for part in message.walk() if part.get_filename()] == [first]
        press(pane.rows, Qt.Key.Key_Down)
        second = made_as(shown, pane.key())
        assert first != second
        files = shown.office.database.attachments
        kept = {files.read(row.digest) for row in shown.view().documents if row.kind == "extract"}
        assert {first, second} == kept
