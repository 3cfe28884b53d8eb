"""What is missing when the meeting is to be closed: one panel at a time, fresh, and left by Esc."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.attendance import deciding
from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import (
    MotionContent,
    ProposalContent,
    RecusalContent,
    ReservationContent,
    VoteContent,
)
from bra_desktop.domain.errors import Missing
from bra_desktop.domain.kinds import Capacity, DecisionKind, Duty, MeetingState, VoteMethod
from bra_desktop.domain.text import plain_document
from bra_desktop.services import actions, reading
from bra_desktop.services.changing import item_to_change
from bra_desktop.services.live import attendance, coming_and_going, decisions, minutes, opening
from bra_desktop.services.office import Office
from bra_desktop.services.preparing import planning
from bra_desktop.ui.live.closing.closing_lines import ClosingList, lead_words, told_gaps
from bra_desktop.ui.live.closing.closing_panel import ClosingPanel
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.sides.attendance_panel import ROLE
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.theme import Theme
from tests.ui.clipping import clipped
from tests.ui.keyboard import click, part
from tests.ui.live.conftest import REF, content, enter, settle

OpenWindow = Callable[..., MainWindow]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
NEXT = date(2027, 3, 4)
NOBODY_ADJUSTS = "Justerare är inte utsedda."


def hands(page: LivePage) -> QWidget:
    return hands_of(page)


def hands_of(widget: QWidget) -> QWidget:
    found = widget.window().focusWidget()
    assert found is not None
    return found


def asked(qtbot: QtBot, page: LivePage, operations: Operations) -> None:
    page.acts.ask_close()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: page.closing.isVisible() and page.closing.is_listening())


def test_an_enter_pressed_before_the_list_was_there_closes_nothing_and_leads_nowhere(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.ask_close()
    settle(qtbot, page, operations)
    qtbot.waitUntil(page.closing.isVisible)
    assert not page.closing.is_listening()
    QTest.keyClick(hands(page), KEY.Key_Return)
    settle(qtbot, page, operations)
    assert page.closing.isVisible()
    assert content(running).state is MeetingState.IN_PROGRESS


def test_where_something_is_missing_enter_leads_there_and_a_key_of_its_own_closes(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    assert page.closing.gaps()
    assert hands(page).objectName() == "live.closing_0"
    QTest.keyClick(page.closing, KEY.Key_Return)
    assert page.closing.isVisible(), "what is missing is not passed over by a key in the panel's plane"
    QTest.keyClick(hands(page), KEY.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not page.closing.isVisible())
    settle(qtbot, page, operations)
    assert content(running).state is MeetingState.DRAFT


def test_where_nothing_is_missing_enter_closes(qtbot: QtBot, theme: Theme) -> None:
    with_a_page = QWidget()
    qtbot.addWidget(with_a_page)
    with_a_page.resize(1000, 600)
    panel = ClosingPanel(theme, with_a_page)
    with qtbot.waitExposed(with_a_page):
        with_a_page.show()
    with_a_page.activateWindow()
    panel.open(ClosingList(()))
    qtbot.waitUntil(panel.is_listening)
    button = panel.findChild(QPushButton, "live.closing_confirm")
    assert button is not None
    assert button.hasFocus()
    with qtbot.waitSignal(panel.confirmed):
        QTest.keyClick(button, KEY.Key_Return)


def test_the_closing_panel_takes_the_place_of_an_open_form(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.times())
    asked(qtbot, page, operations)
    assert not page.form.isVisible()
    assert page.closing.isAncestorOf(hands(page))
    page.acts.open_form(page.forms.times())
    assert page.form.isVisible()
    assert not page.closing.isVisible()


def test_each_line_says_where_it_leads_however_long_its_words_are(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    key = content(running).items[5].key
    planning.change_item(running, key, {"title": "Rapport om läget vid Resecentrum och i Lindängen " * 3})
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    area = page.closing.findChild(QScrollArea)
    assert area is not None
    words = [w for w in area.findChildren(QLabel) if w.text().startswith("till ")]
    assert words
    for one in words:
        assert one.mapTo(area.viewport(), one.rect().bottomRight()).x() <= area.viewport().width()


def test_the_keys_that_lead_to_the_ends_of_a_list_lead_along_its_lines(qtbot: QtBot, theme: Theme) -> None:
    with_a_page = QWidget()
    qtbot.addWidget(with_a_page)
    with_a_page.resize(1000, 420)
    panel = ClosingPanel(theme, with_a_page)
    with qtbot.waitExposed(with_a_page):
        with_a_page.show()
    with_a_page.activateWindow()
    panel.open(ClosingList(tuple(Missing(f"Punkt {n} är inte behandlad.", f"item/{n}") for n in range(40))))
    qtbot.waitUntil(panel.is_listening)
    area = panel.findChild(QScrollArea)
    assert area is not None
    at = []
    for key in (KEY.Key_End, KEY.Key_Home, KEY.Key_PageDown, KEY.Key_PageDown, KEY.Key_PageUp):
        QTest.keyClick(hands_of(panel), key)
        link = hands_of(panel)
        assert area.viewport().rect().contains(QRect(link.mapTo(area.viewport(), QPoint(0, 0)), link.size()))
        at.append(int(link.objectName().rpartition("_")[2]))
    assert at[:2] == [39, 0]
    assert 4 < at[2] < 20
    assert at[3:] == [2 * at[2], at[2]]


def test_esc_leaves_the_closing_panel_and_gives_the_text_the_keyboard(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    QTest.keyClick(hands(page), KEY.Key_Escape)
    assert not page.closing.isVisible()
    assert page.item.minutes.editor.hasFocus()
    assert content(running).state is MeetingState.IN_PROGRESS


def test_the_keyboard_stays_in_the_closing_panel(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    seen = []
    for key in [KEY.Key_Tab] * 30 + [KEY.Key_Backtab] * 30:
        QTest.keyClick(hands(page), key)
        seen.append(hands(page))
    assert all(page.closing.isAncestorOf(widget) for widget in seen)
    assert len({widget.objectName() for widget in seen}) >= 3


def test_the_keyboard_stays_in_the_closing_panel_when_something_is_saved_behind_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    page.presenter.reload()
    settle(qtbot, page, operations)
    assert page.closing.isAncestorOf(hands(page))


def test_the_list_follows_what_is_mended_while_it_stands_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    assert NOBODY_ADJUSTS in [gap.text for gap in page.closing.gaps()]
    person = content(running).participants[1].person
    page.presenter.act(lambda office: attendance.appoint(office, REF, Duty.ADJUST, person))
    settle(qtbot, page, operations)
    assert NOBODY_ADJUSTS not in [gap.text for gap in page.closing.gaps()]
    assert page.closing.isVisible()
    assert page.closing.isAncestorOf(hands(page))


def test_a_key_shows_the_list_again_from_any_item(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    place = next(gap.place for gap in page.closing.gaps() if "inte behandlad" in gap.text)
    page.closing.place_chosen.emit(place)
    settle(qtbot, page, operations)
    page.closing.hide()
    QTest.keyClick(page.item.minutes.editor, KEY.Key_A, CONTROL | SHIFT)
    settle(qtbot, page, operations)
    assert page.closing.isVisible()


def test_enter_on_a_line_goes_there_and_closes_nothing(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    QTest.keyClick(hands(page), KEY.Key_Tab)
    assert hands(page).objectName() == "live.closing_1"
    QTest.keyClick(hands(page), KEY.Key_Return)
    settle(qtbot, page, operations)
    assert not page.closing.isVisible()
    assert content(running).state is MeetingState.IN_PROGRESS


def plan_next(office: Office) -> str:
    """The forum's next meeting, already planned."""
    forum = next(row.forum_id for row in reading.meetings(office) if row.ref == REF)
    return planning.plan_meeting(office, planning.MeetingPlan(forum, NEXT, time(10), time(12)))


def test_what_was_not_dealt_with_is_named_and_carried_over_by_the_button_and_undone(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    ref = plan_next(running)
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    left = content(running).items[-2].title
    titles = [item.title for item in content(running).items if item.title in page.closing.left_words()]
    assert page.closing.left_words().startswith("Ej behandlade ärenden: ")
    assert left in titles
    carry = page.closing.findChild(QPushButton, "live.closing_carry")
    assert carry is not None
    assert carry.text().replace("\u00a0", " ") == "För över till nästa möte, 4 mars 2027"
    click(carry)
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: not page.closing.left_words())
    assert [item.title for item in running.content(ref).items] == titles
    told = [gap.text.replace("\u00a0", " ") for gap in page.closing.gaps()]
    assert sum("Den är överförd till mötet den 4 mars 2027." in words for words in told) == len(titles)
    QTest.keyClick(hands(page), KEY.Key_Z, CONTROL)
    settle(qtbot, page, operations)
    assert running.content(ref).items == ()
    qtbot.waitUntil(lambda: bool(page.closing.left_words()))


def test_without_a_planned_meeting_the_list_says_when_they_come(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    assert page.closing.left_words().endswith("De kommer med när nästa möte planeras.")
    assert page.closing.findChild(QPushButton, "live.closing_carry") is None


def test_what_was_tabled_is_told_with_its_day_when_the_meeting_is_closed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    ref = plan_next(running)
    first = content(running).items[0]
    decisions.add_decision(running, first.key, "att bordlägga ärendet", DecisionKind.TABLED)
    page = enter(qtbot, open_window, running)
    asked(qtbot, page, operations)
    click(part(page.closing, QPushButton, "live.closing_confirm"))
    settle(qtbot, page, operations)
    assert [item.title for item in running.content(ref).items] == [first.title]
    window = page.window()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: "kommer tillbaka den 4" in " ".join(window.messages.words()))


def lead(qtbot: QtBot, page: LivePage, operations: Operations, words: str) -> None:
    """Presses the line that says so."""
    asked(qtbot, page, operations)
    number = next(n for n, gap in enumerate(page.closing.gaps()) if words in gap.text)
    (link,) = [b for b in page.closing.findChildren(QPushButton, f"live.closing_{number}") if b.isVisible()]
    link.click()
    settle(qtbot, page, operations)
    assert not page.closing.isVisible()


def test_a_gap_in_a_decision_is_led_to_there_and_chosen(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first, second = content(running).items[:2]
    decisions.add_decision(running, first.key, "notera 😀 informationen")
    decisions.add_decision(running, first.key, "avslå 😀 {förslag}")
    page = enter(qtbot, open_window, running)
    page.presenter.show_item(second.key)
    lead(qtbot, page, operations, "”{förslag}” i beslutet är inte ifylld")
    line = page.item.decisions.focused_line()
    assert line is not None
    assert line is page.item.decisions.lines[-1]
    assert line.edit.textCursor().selectedText() == "{förslag}"


@pytest.mark.parametrize(("words", "title"), [("beslutsgången", "Beslutsgång"), ("reservationen", "eservation")])
def test_a_gap_in_a_form_is_led_to_there(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, words: str, title: str
) -> None:
    first, second = content(running).items[:2]
    minutes.save_text(running, first.key, plain_document("Ställer {förslag} mot avslag.", "g"), field="proposition")
    who = content(running).participants[0].person
    decisions.put_reservation(running, first.key, ReservationContent("r", (who,), "till förmån för {förslag}"))
    page = enter(qtbot, open_window, running)
    page.presenter.show_item(second.key)
    lead(qtbot, page, operations, f"”{{förslag}}” i {words} är inte ifylld")
    form = page.form.form()
    assert form is not None
    assert title in form.title
    assert page.texts.shown == first.key


def test_each_line_leads_to_its_place_with_the_form_that_mends_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first, second = content(running).items[:2]
    text = plain_document("Vi väntar på {person}.", "x")
    minutes.save_text(running, first.key, text)
    actions.add_action(running, actions.NewAction("Se över belysningen", item_id=first.key))
    vote = VoteContent("v", "ja", "nej", yes=5, no=5)
    decisions.put_vote(running, first.key, vote)
    opening.adjourn(running, REF)
    page = enter(qtbot, open_window, running)
    page.presenter.show_item(second.key)
    lead(qtbot, page, operations, "”{person}” i texten är inte ifylld")
    assert page.item.minutes.editor.hasFocus()
    assert page.item.minutes.editor.textCursor().selectedText() == "{person}"
    for words, title, field in (
        ("saknar ansvarig", "tgärd", "live.form_responsible"),
        ("är lika", "mröstning", "live.form_"),
        (NOBODY_ADJUSTS, "justerare", "live.form_"),
        ("har inget slut", "klockslag", "live.form_"),
    ):
        lead(qtbot, page, operations, words)
        form = page.form.form()
        assert form is not None, words
        assert title in form.title, words
        assert hands(page).objectName().startswith(field), words
        page.form.close_form()
    decisions.set_proposals(running, first.key, (ProposalContent("p", "anta planen"),))
    page.presenter.reload()
    settle(qtbot, page, operations)
    lead(qtbot, page, operations, "förslaget är inte avgjort")
    assert hands(page).objectName() == "live.decide"
    lead(qtbot, page, operations, f"{second.title} är inte behandlad")
    assert hands(page).objectName() == "live.take_up"


def test_who_took_part_though_she_was_disqualified_or_away_is_led_to_with_the_form_that_mends_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first = content(running).items[0].key
    out, gone, others = (content(running).participants[n].person for n in (2, 3, 4))
    decisions.put_recusal(running, first, RecusalContent("out", out))
    with running.work("Läs in") as work:  # as a meeting file may say it
        item_to_change(work, first).motions = (MotionContent("m", (out,), "avslag"),)
        work.commit()
    many = len(deciding(content(running), first))
    decisions.put_vote(running, first, VoteContent("v", "ja", "nej", VoteMethod.SHOW_OF_HANDS, yes=many))
    decisions.put_reservation(running, first, ReservationContent("r", (gone,), "", time(10)))
    attendance.mark_absent(running, reading.meeting_view(running, REF).participants[gone])
    attendance.mark_absent(running, reading.meeting_view(running, REF).participants[others])
    page = enter(qtbot, open_window, running)
    names = {key: content(running).person(key).name for key in (out, gone)}
    for words, title, field in (
        (f"{names[out]} har anmält jäv", "Jäv i", "live.form_person"),
        ("röster men", "Omröstning i", "live.form_"),
        (f"{names[gone]} har reserverat sig", names[gone], "live.form_"),
    ):
        lead(qtbot, page, operations, words)
        form = page.form.form()
        assert form is not None, words
        assert title in form.title, form.title
        assert hands(page).objectName().startswith(field), words
        page.form.close_form()


def test_each_line_says_in_words_where_it_leads() -> None:
    assert [lead_words(p) for p in ("item/x", "item/x/text", "item/x/votes", "participants", "meeting/closed_at")] == [
        "till ärendet",
        "till texten",
        "till omröstningen",
        "till närvaron",
        "till klockslagen",
    ]


def test_who_is_disqualified_in_a_marked_item_is_not_named_on_a_shared_screen(running: Office) -> None:
    meeting = content(running)
    item, person = meeting.items[0], meeting.participants[2].person
    motion, out = MotionContent("m", (person,), "avslag"), RecusalContent("out", person)
    marked = replace(item, confidential="18 kap. 1 § OSL", motions=(motion,), recusals=(out,))
    meeting = replace(meeting, items=(marked, *meeting.items[1:]))
    told, place = gaps(meeting), f"item/{item.key}/recusals/out"
    (own,) = [gap.text for gap in told_gaps(meeting, told, shared=False) if gap.place == place]
    assert meeting.person(person).name in own
    (shown,) = [gap.text for gap in told_gaps(meeting, told, shared=True) if gap.place == place]
    assert meeting.person(person).name not in shown
    assert "visas inte medan skärmen delas" in shown


def test_who_was_away_in_a_marked_item_is_not_named_on_a_shared_screen(running: Office) -> None:
    meeting = content(running)
    item, away = meeting.items[0], next(p.person for p in meeting.participants if not p.stays)
    motion = MotionContent("m", (away,), "avslag")
    meeting = replace(
        meeting, items=(replace(item, confidential="18 kap. 1 § OSL", motions=(motion,)), *meeting.items[1:])
    )
    told, name = gaps(meeting), meeting.person(away).name
    (own,) = [gap for gap in told_gaps(meeting, told, shared=False) if name in gap.text]
    assert own.place == f"participants/{away}"
    shown = told_gaps(meeting, told, shared=True)
    assert not [gap for gap in shown if name in gap.text or away in gap.place]
    (said,) = [gap for gap in shown if gap.place == "participants"]
    assert said.text == "Närvaron i §\N{NO-BREAK SPACE}1 går inte ihop. Vem det gäller visas inte medan skärmen delas."


def test_a_line_about_attendance_leads_to_the_row_of_the_person_it_is_about(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    item, away = content(running).items[0], next(p.person for p in content(running).participants if not p.stays)
    page = enter(qtbot, open_window, running)
    page.attendance.list.setCurrentRow(0)
    page.go_to(f"participants/{away}")
    qtbot.waitUntil(page.form.isVisible)
    row = page.attendance.list.currentItem().data(ROLE)
    assert row.person == away
    page.form.close_form()
    first, _, member = [p.person for p in content(running).participants if p.capacity is Capacity.MEMBER][:3]
    rows = reading.meeting_view(running, REF).participants
    attendance.mark_absent(running, rows[first])
    coming_and_going.leave(running, rows[member])
    page.presenter.reload()
    settle(qtbot, page, operations)
    page.attendance.list.setCurrentRow(0)
    page.go_to(f"item/{item.key}/attendance")
    assert page.attendance.list.currentItem().data(ROLE).person == member, "who left last, not who was away all day"


def test_a_title_without_a_space_is_whole_in_the_list_and_to_a_screen_reader(qtbot: QtBot, theme: Theme) -> None:
    with_a_page = QWidget()
    qtbot.addWidget(with_a_page)
    with_a_page.resize(1000, 700)
    panel, title = ClosingPanel(theme, with_a_page), "Samverkan" * 34
    left = f"Ej behandlade ärenden: {title} och Avslutning."
    gap = Missing(f"Punkt 5 {title} är inte behandlad. Ta upp eller stryk den.", "item/x")
    with qtbot.waitExposed(with_a_page):
        with_a_page.show()
    panel.open(ClosingList((gap,), left))
    qtbot.wait(20)
    (words,) = [one for one in panel.findChildren(QLabel) if one.accessibleName() == left]
    flow = int(Qt.TextFlag.TextWordWrap)
    taken = words.fontMetrics().boundingRect(QRect(0, 0, words.width(), 9999), flow, words.text())
    assert taken.width() <= words.width()
    assert taken.height() <= words.height()
    assert words.text().replace("\u200b", "") == left
    (link,) = panel.findChildren(QPushButton, "live.closing_0")
    link.grab()
    assert link.toolTip().startswith(gap.text)
    assert title in (link.accessibleName() or link.text())


LONG = (
    "Karin Berg har yrkat och röstat i § 42 Information från polisen om läget vid Resecentrum och i Lindängen men "
    "hade gått kl. 10.12. Rätta det ena eller det andra under Närvaro."
)


@pytest.mark.parametrize("width", [700, 1000, 1366])
def test_a_long_line_has_all_of_its_words_on_as_many_lines_as_they_take(qtbot: QtBot, theme: Theme, width: int) -> None:
    with_a_page = QWidget()
    qtbot.addWidget(with_a_page)
    with_a_page.resize(width, 600)
    panel = ClosingPanel(theme, with_a_page)
    with qtbot.waitExposed(with_a_page):
        with_a_page.show()
    panel.open(
        ClosingList((Missing(LONG, "participants/x"), Missing("Justerare är inte utsedda.", "item/x/adjusters")))
    )
    qtbot.wait(20)
    long, short = (panel.findChildren(QPushButton, f"live.closing_{n}")[0] for n in range(2))
    metrics = long.fontMetrics()
    needs = metrics.boundingRect(QRect(0, 0, long.width(), 9999), int(Qt.TextFlag.TextWordWrap), LONG).height()
    assert needs >= 2 * metrics.height(), "the words take more than a line"
    assert long.height() >= needs
    assert short.height() < 2 * metrics.height()
    for area in panel.findChildren(QScrollArea):
        assert area.verticalScrollBar().maximum() == 0, "both are in sight without scrolling"


@pytest.mark.parametrize("left", ["", "Ej behandlade ärenden: " + "Rapport från EST-gruppen, " * 12])
@pytest.mark.parametrize("count", [0, 1, 7])
def test_the_list_is_as_high_as_its_lines_and_no_higher(qtbot: QtBot, theme: Theme, count: int, left: str) -> None:
    with_a_page = QWidget()
    qtbot.addWidget(with_a_page)
    with_a_page.resize(1000, 700)
    panel = ClosingPanel(theme, with_a_page)
    gaps = tuple(Missing(f"Punkt {n} är inte behandlad. Ta upp eller stryk den.", "item/x") for n in range(count))
    with qtbot.waitExposed(with_a_page):
        with_a_page.show()
    panel.open(ClosingList(gaps, left))
    qtbot.wait(20)
    assert clipped(panel) == []
    for area in panel.findChildren(QScrollArea):
        inner = area.widget()
        assert inner is not None
        assert area.verticalScrollBar().maximum() == 0
        assert area.viewport().height() <= inner.sizeHint().height() + 2


def test_a_sign_that_nobody_made_anything_of_is_named_and_led_to_with_what_it_may_become(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    first, second = content(running).items[:2]
    everyday = "Klart 31/1, och/eller i /home. Se https://almby.example/just!"
    text = f"{everyday}\n\nVi /bordlb det.\n\nVi vill /just\n\n!tala @Polisen"
    minutes.save_text(running, first.key, plain_document(text, "x"))
    decisions.add_decision(running, first.key, "att /godk", DecisionKind.OTHER)
    page = enter(qtbot, open_window, running)
    qtbot.waitUntil(page.signs.has_bank)
    page.presenter.show_item(second.key)
    asked(qtbot, page, operations)
    told = [gap.text.replace("\xa0", " ") for gap in page.closing.gaps() if "”/" in gap.text or "”!" in gap.text]
    where = told[0].partition(":")[0]
    assert told == [
        f"{where}: sökningen ”/bordlb” efter en fras står kvar. Välj frasen eller ta bort den.",
        f"{where}: sökningen ”/just” efter en fras står kvar. Välj frasen eller ta bort den.",
        f"{where}: raden ”!tala @Polisen” blev ingen åtgärd. Fyll i den eller ta bort raden.",
        f"{where}: sökningen ”/godk” efter en fras står kvar. Välj frasen eller ta bort den.",
    ]
    editor = page.item.minutes.editor
    lead(qtbot, page, operations, "/bordlb")
    assert editor.hasFocus()
    assert editor.textCursor().selectedText() == "/bordlb"
    assert not page.signs.is_open()
    lead(qtbot, page, operations, "/just")
    assert page.signs.is_open()
    assert editor.textCursor().block().text() == "Vi vill /just"
    lead(qtbot, page, operations, "!tala")
    assert page.signs.is_open()
    assert editor.textCursor().block().text() == "!tala @Polisen"
    lead(qtbot, page, operations, "/godk")
    assert page.item.decisions.lines[0].edit.hasFocus()
