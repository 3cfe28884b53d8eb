"""A correction beside a locked protocol: each error at its own field, and nothing typed is lost by a refusal."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from bra_desktop.domain.kinds import Medium
from bra_desktop.services import reading
from bra_desktop.services.adjusted import adjustment, paper
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.meeting.papers.after_lock import AfterLock
from bra_desktop.ui.meeting.tab_stack import DOCUMENT
from tests.ui.almby_office import HELD, almby
from tests.ui.meeting.conftest import REF, Shown

SIGNED_AT = datetime(2026, 12, 10, 9, 0, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    """The council's protocol, signed on paper by everybody."""
    with almby(HELD, now=SIGNED_AT) as office:
        adjustment.hand_to_review(office, REF)
        planning.change_meeting(office, REF, {"medium": Medium.INK})
        adjustment.hand_to_adjustment(office, REF)
        for one in reading.meeting_view(office, REF).signers:
            paper.record_ink_signature(office, REF, one.person_id, SIGNED_AT.date(), one.role)
        yield office


@pytest.fixture
def after(shown: Shown) -> AfterLock:
    shown.page.tabs.setCurrentIndex(DOCUMENT)
    found = shown.page.findChild(AfterLock)
    assert isinstance(found, AfterLock)
    found._write.setChecked(True)
    return found


def save(after: AfterLock) -> None:
    button = after.findChild(QPushButton, "correction.save")
    assert isinstance(button, QPushButton)
    button.click()


def test_the_button_that_ends_the_form_stands_whole_in_sight_in_a_low_window(after: AfterLock) -> None:
    after.window().resize(1366, 740)
    QApplication.processEvents()
    button = after.findChild(QPushButton, "correction.save")
    assert isinstance(button, QPushButton)
    assert button.visibleRegion().boundingRect() == button.rect()


def test_the_one_at_work_is_the_author_until_another_is_chosen(shown: Shown, after: AfterLock) -> None:
    assert after._author.currentText().startswith("Anna Svedin")
    other = shown.view().content.people[0].key
    after._author.choose(other)
    shown.reload()
    assert after._author.person_id() == other


def test_what_is_missing_is_said_where_it_is_typed(after: AfterLock) -> None:
    after._author.setCurrentIndex(-1)
    save(after)
    assert after._text_field.error() == "Skriv vad som ska stå."
    assert after._reason_field.error() == "Skriv skälet till rättelsen."
    assert after._author_field.error() == "Välj vem som rättar."
    after.editor.setPlainText("Tolv, inte tretton.")
    after._author.setCurrentIndex(0)
    assert (after._text_field.error(), after._author_field.error()) == ("", "")
    assert after._reason_field.error() == "Skriv skälet till rättelsen."


def test_a_refused_correction_keeps_what_was_typed_and_a_taken_one_clears_the_form(
    shown: Shown, after: AfterLock
) -> None:
    after.editor.setPlainText("Trasigt \0 tecken")
    after._reason.setText("skrivfel")
    after._author.choose(shown.view().content.people[0].key)
    save(after)
    shown.settle(lambda: after._text_field.error() != "")
    assert after._reason.text() == "skrivfel"
    after.editor.setPlainText("Det ska stå tolv.")
    save(after)
    shown.settle(lambda: [c.text for c in shown.view().corrections] == ["Det ska stå tolv."])
    shown.settle(lambda: after.editor.toPlainText() == "")
    assert not after._write.isChecked()
