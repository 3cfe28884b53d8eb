"""A forum's own headings: usual words above each field, a paper beside that follows, and nothing typed is lost."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.headings import HeadingWords, PaperHeading
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.reading import ForumRow
from bra_desktop.ui.register.page import RegisterPage
from tests.ui.keyboard import part, press, type_text
from tests.ui.register.test_nothing_typed_is_lost import council, said, take_back

OpenPage = Callable[..., RegisterPage]


def field(page: RegisterPage, name: str) -> QLineEdit:
    return part(page, QLineEdit, f"register.headings.{name}")


def opened(open_register: OpenPage, office: Office, forum: ForumRow | None = None) -> RegisterPage:
    page = open_register(office, "forums")
    page.forums.table.table.choose((forum or council(office)).id)
    part(page, QPushButton, "register.forum_headings").click()
    return page


def test_the_paper_follows_what_is_typed_and_marks_it(open_register: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = opened(open_register, office)
    decision = field(page, "decision")
    decision.setFocus()
    paper = page.inside.headings.paper
    qtbot.waitUntil(lambda: paper.marked() > 0)
    type_text(decision, "Rådets beslut")
    qtbot.waitUntil(lambda: page.inside.headings.paper.marked() == 1)


def test_what_is_typed_is_kept_on_the_forum_and_stands_there_again(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = opened(open_register, office)
    type_text(field(page, "others"), "Övriga deltagande")
    field(page, "adjusters_word").setText("Utses att justera")
    press(field(page, "others"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: council(office).headings != ())
    assert council(office).headings == (HeadingWords(PaperHeading.OTHERS, "Övriga deltagande"),)
    assert council(office).adjusters_word == "Utses att justera"
    qtbot.waitUntil(lambda: "Rubrikerna är sparade." in said(page))
    assert field(page, "others").text() == "Övriga deltagande"
    take_back(page)
    qtbot.waitUntil(lambda: council(office).headings == ())
    qtbot.waitUntil(lambda: field(page, "others").text() == "")


def test_a_field_that_is_emptied_gets_the_usual_word_again(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = opened(open_register, office)
    field(page, "agenda_word").setText("")
    field(page, "adjusters_word").setText(" ")
    type_text(field(page, "others"), "Övriga deltagande")
    press(field(page, "others"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: council(office).headings != ())
    assert (council(office).agenda_word, council(office).adjusters_word) == ("Dagordning", "Justerare")
    qtbot.waitUntil(lambda: field(page, "agenda_word").text() == "Dagordning")


def test_a_field_says_what_stands_there_without_it_and_how_others_word_it(
    open_register: OpenPage, office: Office
) -> None:
    page = opened(open_register, office)
    entry = page.inside.headings.form.entry("members")
    assert entry.field.title().text() == "Ledamöter"
    assert field(page, "members").placeholderText() == "t.ex. Närvarande"
    assert not field(page, "contents").isVisible()


def test_notes_have_only_their_own_headings(open_register: OpenPage, office: Office) -> None:
    group = next((f for f in reading.forums(office) if f.profile is DocumentProfile.NOTES), None)
    if group is None:
        group = council(office)
        from bra_desktop.domain.register import Forum
        from bra_desktop.services import register

        register.change(office, Forum, group.id, {"profile": DocumentProfile.NOTES}, group.revision)
    page = opened(open_register, office, group)
    assert field(page, "tasks").isVisible()
    assert not field(page, "certificate").isVisible()
    titles = {label.text() for label in page.inside.headings.findChildren(QLabel) if label.isVisible()}
    assert "Att göra till nästa möte" in titles


def test_what_is_refused_is_said_at_its_field(open_register: OpenPage, office: Office, qtbot: QtBot) -> None:
    page = opened(open_register, office)
    type_text(field(page, "dispatch"), "x" * 60)
    press(field(page, "dispatch"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "får ha högst 48" in page.inside.headings.form.entry("dispatch").field.error())
    assert council(office).headings == ()


def test_what_was_left_by_escape_is_had_back_and_another_forum_has_to_wait(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = opened(open_register, office)
    decision = field(page, "decision")
    type_text(decision, "Rådets beslut")
    part(page, QPushButton, "register.back_to_forums").click()
    assert "Spara eller avbryt först" in said(page)
    press(decision, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: decision.text() == "")
    take_back(page)
    qtbot.waitUntil(lambda: decision.text() == "Rådets beslut")


def test_the_heading_is_in_sight_and_not_the_same_word_within_another(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = opened(open_register, office)
    field(page, "decision").setFocus()
    paper = page.inside.headings.paper
    qtbot.waitUntil(lambda: paper.marked() > 1)
    scroll = page.inside.headings.paper.findChildren(QPdfView)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: scroll.value() > 0)
    low = scroll.value()
    field(page, "proposal").setFocus()
    qtbot.waitUntil(lambda: 0 < scroll.value() < low)


def test_what_is_refused_is_told_in_sight_below_its_field(
    open_register: OpenPage, office: Office, qtbot: QtBot
) -> None:
    page = opened(open_register, office)
    page.window().resize(1366, 768)
    place = page.inside.headings.form.entry("place").field
    field(page, "place").setFocus()
    field(page, "place").setText("Samhällsbyggnadsnämndens plats och tid")
    press(field(page, "place"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "får inte plats bredvid texten" in place.error())

    def seen() -> bool:
        told = next(one for one in place.findChildren(QLabel) if one.text() == place.error())
        return told.isVisible() and told.visibleRegion().boundingRect().height() == told.height() > 0

    qtbot.waitUntil(seen)
