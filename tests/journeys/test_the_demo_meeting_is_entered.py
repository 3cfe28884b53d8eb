"""The whole demo meeting is written in the window: what the exported file says is what the original says."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import ActionContent, ItemContent, MeetingContent, VoteContent
from bra_desktop.domain.kinds import Ballot, Duty, MeetingState, Mode, Reply
from bra_desktop.domain.text import plain_text
from bra_desktop.plays.demo_register import play_register
from bra_desktop.plays.stage import Stage
from bra_desktop.services import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.storage.database import Database
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.rows_edit import RowsEdit
from bra_desktop.ui.live.scene import Step
from bra_desktop.ui.meeting.page import MeetingPage
from bra_desktop.ui.meeting.people_lines import PersonLine
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.theme.theme import Theme
from tests.journeys.comparing import differences, without_ids
from tests.journeys.secretary import ALT, CONTROL, SHIFT, Secretary, Wall
from tests.journeys.test_a_whole_meeting_in_the_window import at_the_window, settles
from tests.journeys.writing import write
from tests.ui.almby_office import HELD, MEETINGS, PLANNED
from tests.ui.keyboard import part

REF = "BRA-2026-12-03"
SWEDEN = ZoneInfo("Europe/Stockholm")
KEY = Qt.Key
PEOPLE_TAB, ANNEX_TAB = 1, 2
VOTES = {
    Ballot.YES: KEY.Key_J, Ballot.NO: KEY.Key_N, Ballot.ABSTAIN: KEY.Key_A, Ballot.ABSENT: KEY.Key_F,
}  # fmt: skip
REPLIES = {Reply.COMING: "coming", Reply.PREVENTED: "prevented", Reply.SUBSTITUTE_CALLED: "substitute_called"}


def at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, SWEDEN).astimezone(UTC)


def test_the_whole_demo_meeting_is_entered_in_the_window(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    content, wanted = the_original()
    folder = tmp_path / "data"
    prepares(folder)
    wall = Wall(at(date(2026, 11, 26), time(9)))
    with at_the_window(qtbot, theme, operations, folder, wall) as (anna, desk):
        calls_and_keeps_the_replies(anna, content)
        page = opens(anna, content)
        for item in content.items:
            takes_up(anna, page, content, item)
            writes_item(anna, page, content, item)
        closes(anna, page, content)
        corrects_the_clocks(anna, page, content)
        the_parties_sign(anna, content)
        anna.operations.wait_for_writes()
        entered = meeting_files.export_meeting(desk.office, REF)
    assert differences(without_ids(wanted), without_ids(entered)) == []


# ── before ───────────────────────────────────────────────────────────────────────────────────
def the_original() -> tuple[MeetingContent, bytes]:
    """The demo's file of the held meeting, as data of its own say and export it."""
    now = at(date(2026, 12, 4), time(9))
    with Database.in_memory() as database:
        office = Office(database, "Anna Svedin", "test", lambda: now, lambda: str(uuid.uuid4()))
        meeting_files.import_meeting(office, MEETINGS / f"{HELD}.json")
        return office.content(REF), meeting_files.export_meeting(office, REF)


def prepares(folder: Path) -> None:
    """The register, the council's meeting before, and the agenda with its annexes, as they were planned."""
    folder.mkdir()
    stage = Stage(folder, "Anna Svedin", lambda _words: None)
    play_register(stage)
    stage.at(date(2026, 11, 20))
    for name in ("2026-09-17-bra", PLANNED):
        meeting_files.import_meeting(stage.office, MEETINGS / f"{name}.json")
    stage.close()


def calls_and_keeps_the_replies(anna: Secretary, content: MeetingContent) -> None:
    anna.sees(lambda: anna.window.shown() != "")
    anna.window.go("meeting", REF)
    page = anna.page("meeting", MeetingPage)
    anna.sees(lambda: page._loaded is not None and page._loaded.shown.ref == REF)
    anna.clicks("meeting.next_step")
    anna.sees(lambda: page.parts.document.pages() > 0)
    anna.clicks("meeting.next_step")
    anna.sees(lambda: page._loaded is not None and page._loaded.shown.state is MeetingState.CALLED)
    page.tabs.setCurrentIndex(PEOPLE_TAB)
    names = {p.person: content.person(p.person).name for p in content.participants}
    for who in content.participants:
        line = next(p for p in _people(page) if p.name == names[who.person])
        page.parts.people.table.choose(line.key)
        anna.clicks(f"meeting.reply_{REPLIES[who.reply]}")
        anna.sees(lambda name=line.name, reply=who.reply: _reply(page, name) is reply)  # type: ignore[misc]


def _people(page: MeetingPage) -> list[PersonLine]:
    model = page.parts.people.model
    return [model.row_at(model.index(at, 0)) for at in range(model.rowCount())]


def _reply(page: MeetingPage, name: str) -> Reply | None:
    return next((p.reply for p in _people(page) if p.name == name), None)


# ── the meeting ──────────────────────────────────────────────────────────────────────────────
def opens(anna: Secretary, content: MeetingContent) -> LivePage:
    """The roll by arrows and space, those with other times by their form, then the meeting is opened."""
    anna.wall.now = at(content.date, content.opened_at or content.starts)
    anna.window.go("live", REF)
    page = anna.page("live", LivePage)
    anna.sees(lambda: page.presenter.scene is not None)
    anna.sees(lambda: page.attendance.rows())
    anna.presses(KEY.Key_F8)
    anna.sees(page.attendance.list.hasFocus)
    for number, who in enumerate(content.participants):
        anna.sees(lambda number=number: page.attendance.list.currentRow() == number)  # type: ignore[misc]
        if who.stays and who.stays[0].from_time is None and not who.stays[0].from_item:
            anna.presses(KEY.Key_Space)
        anna.presses(KEY.Key_Down)
    settles(anna, page)
    anna.presses(KEY.Key_Down, CONTROL)
    anna.sees(lambda: page.presenter.step() is Step.NEXT)
    settles(anna, page)
    for who in content.participants:
        if who.serves_for:
            seat = content.seat(who.serves_for)
            holder = content.person(seat.holders[0]).name
            opens_person(anna, page, content.person(who.person).name)
            chooses(page.form.editor("serves"), f"{holder[:1]}. {holder.partition(' ')[2]}")
            sends(anna, page)
    return page


def takes_up(anna: Secretary, page: LivePage, content: MeetingContent, item: ItemContent) -> None:
    """At the clock that the original has. Those who come or go during the item before it did so then."""
    scene = page.presenter.scene
    assert scene is not None
    if scene.item.title != item.title:
        pause = next((b for b in content.adjournments if b.to_time == item.opened_at), None)
        if pause is not None and pause.to_time is not None:
            anna.wall.now = at(content.date, pause.from_time)
            anna.clicks("live.adjourn")
            settles(anna, page)
            anna.wall.now = at(content.date, pause.to_time)
            anna.clicks("live.adjourn")
            settles(anna, page)
        anna.wall.now = at(content.date, item.opened_at or content.starts)
        anna.presses(KEY.Key_F7)
        anna.presses(KEY.Key_Down, CONTROL)
        settles(anna, page)
    assert page.presenter.scene is not None
    assert page.presenter.scene.item.title == item.title
    moves(anna, page, content, item)


def moves(anna: Secretary, page: LivePage, content: MeetingContent, item: ItemContent) -> None:
    """Who comes or goes by the clock during the item, with one key; those known only by § through their form."""
    for number, who in enumerate(content.participants):
        for stay in who.stays:
            by_clock = (stay.from_time, stay.from_item), (stay.to_time, stay.to_item)
            for clock, key in by_clock:
                if clock is not None and key == item.key:
                    anna.wall.now = at(content.date, clock)
                    anna.presses(KEY.Key_F8)
                    page.attendance.list.setCurrentRow(number)
                    anna.presses(KEY.Key_Space)
                    settles(anna, page)
            without_clock = stay.from_time is None and stay.to_time is None
            if without_clock and item.key == (stay.to_item or stay.from_item):
                enters_stay(anna, page, content, who.person)
    anna.presses(KEY.Key_F7)


def enters_stay(anna: Secretary, page: LivePage, content: MeetingContent, person: str) -> None:
    (stay,) = next(p.stays for p in content.participants if p.person == person)
    opens_person(anna, page, content.person(person).name)
    rows = page.form.editor("stays")
    assert isinstance(rows, RowsEdit)
    if not rows.lines():
        rows.add.setFocus()
        anna.presses(KEY.Key_Return)
    _came, start, _left, end, mode = rows.editors(0)
    for combo, key in ((start, stay.from_item), (end, stay.to_item)):
        if key:
            chooses(combo, content.item(key).title)
    chooses(mode, "på distans" if stay.mode is Mode.REMOTE else "på plats")
    sends(anna, page)


def opens_person(anna: Secretary, page: LivePage, name: str) -> None:
    anna.presses(KEY.Key_F8)
    anna.sees(page.attendance.list.hasFocus)
    page.attendance.list.setCurrentRow(next(n for n, row in enumerate(page.attendance.rows()) if row.name == name))
    anna.presses(KEY.Key_Return)
    anna.sees(page.form.is_open)


# ── one item ─────────────────────────────────────────────────────────────────────────────────
def writes_item(anna: Secretary, page: LivePage, content: MeetingContent, item: ItemContent) -> None:
    anna.presses(KEY.Key_F7)
    write(page.item.minutes.editor, item.text)
    settles(anna, page)
    if item.type.value == "election":
        adjusters = ", ".join(content.person(o.person).name for o in content.officers if o.duty is Duty.ADJUST)
        fills(anna, page, KEY.Key_U, CONTROL | SHIFT, persons=adjusters, decide="")
    led_to_decision(anna, page, content, item)
    for decision in item.decisions:
        decides(anna, page, decision.text, decision.kind.value, decision.until)
    followed(anna, page, content, item)
    if item.immediate_adjustment:
        part(anna.window, QCheckBox, "live.immediate").click()
        settles(anna, page)


def led_to_decision(anna: Secretary, page: LivePage, content: MeetingContent, item: ItemContent) -> None:
    def names(keys: tuple[str, ...]) -> str:
        return ", ".join(content.person(key).name for key in keys)

    for r in item.recusals:
        fills(
            anna, page, KEY.Key_J, CONTROL | SHIFT, person=names((r.person,)), reason=r.reason,
            left=f"{r.left_at:%H.%M}", returned=f"{r.returned_at:%H.%M}",
        )  # fmt: skip
    for m in item.motions:
        fills(
            anna, page, KEY.Key_Y, CONTROL | SHIFT, persons=names(m.persons), kind=m.kind.value, text=m.text,
            supported=names(m.supported_by),
        )  # fmt: skip
    if item.proposition:
        fills(anna, page, KEY.Key_G, CONTROL | SHIFT, text=plain_text(item.proposition))
    for vote in item.votes:
        votes(anna, page, content, vote)


def votes(anna: Secretary, page: LivePage, content: MeetingContent, vote: VoteContent) -> None:
    anna.presses(KEY.Key_O, CONTROL | SHIFT)
    anna.sees(page.form.is_open)
    for name, words in (("yes_means", vote.yes_means), ("no_means", vote.no_means)):
        fill(page.form.editor(name), words)
    roll = page.form.editor("roll")
    assert isinstance(roll, QListWidget)
    given = {content.person(b.person).name: b.choice for b in vote.ballots}
    roll.setFocus(Qt.FocusReason.TabFocusReason)
    for row in range(roll.count()):
        item = roll.item(row)
        choice = given[item.text().partition(" – ")[0]]
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            roll.setCurrentRow(row)
            anna.presses(VOTES[choice])
    sends(anna, page)


def followed(anna: Secretary, page: LivePage, content: MeetingContent, item: ItemContent) -> None:
    def name(key: str) -> str:
        return content.organisation(key).name

    for r in item.reservations:
        people = ", ".join(content.person(key).name for key in r.persons)
        at_clock = f"{r.announced_at:%H.%M}" if r.announced_at else ""
        fills(anna, page, KEY.Key_R, CONTROL | SHIFT, persons=people, text=r.text, announced=at_clock)
    for s in item.statements:
        fills(anna, page, KEY.Key_P, CONTROL | SHIFT, person=content.person(s.person).name, text=s.text)
    for action in item.actions:
        gives(anna, page, content, item, action)
    if item.dispatch:
        to = ", ".join(name(d.organisation) if d.organisation else d.name for d in item.dispatch)
        fills(anna, page, KEY.Key_S, CONTROL | SHIFT, to=to)


def gives(anna: Secretary, page: LivePage, content: MeetingContent, item: ItemContent, action: ActionContent) -> None:
    decided = next((f"att {d.text}" for d in item.decisions if d.key == action.decision), "")
    responsible = ", ".join(content.organisation(key).name for key in action.responsible)
    fills(
        anna, page, KEY.Key_Aring, CONTROL, text=action.text, responsible="alla" if action.everybody else responsible,
        lead=content.organisation(action.lead).name if action.lead else "",
        due=action.due.isoformat() if action.due else "",
        contact=content.person(action.contact).name if action.contact else "",
        decision=decided[:50], goal=action.goal, area=action.focus_area, note=action.note, status=action.status.value,
    )  # fmt: skip


def decides(anna: Secretary, page: LivePage, words: str, kind: str, until: date | None) -> None:
    """Typed in place; what the words don't say is chosen with Alt+Enter."""
    anna.presses(KEY.Key_F7)
    anna.presses(KEY.Key_Return, CONTROL)
    line = page.item.decisions.focused_line()
    assert line is not None
    anna.types(f"att {words}", line.edit)
    settles(anna, page)
    anna.sees(lambda: page.item.decisions.focused_line() is not None)
    anna.presses(KEY.Key_Return, ALT)
    anna.sees(page.form.is_open)
    chooses(page.form.editor("kind"), kind)
    fill(page.form.editor("until"), until.isoformat() if until else "")
    sends(anna, page)


# ── after ────────────────────────────────────────────────────────────────────────────────────
def closes(anna: Secretary, page: LivePage, content: MeetingContent) -> None:
    assert content.closed_at is not None
    anna.wall.now = at(content.date, content.closed_at)
    anna.presses(KEY.Key_Down, CONTROL)
    anna.sees(page.closing.isVisible)
    anna.presses(KEY.Key_Return)
    anna.sees(lambda: page.presenter.step() is Step.LEAVE)
    settles(anna, page)


def corrects_the_clocks(anna: Secretary, page: LivePage, content: MeetingContent) -> None:
    """The item before the break ended when the break began."""
    for pause in content.adjournments:
        title = content.item(pause.after_item).title
        for _item in content.items:
            if page.presenter.scene is not None and page.presenter.scene.item.title == title:
                break
            anna.presses(KEY.Key_Up, CONTROL)
            settles(anna, page)
        page.acts.open_form(page.forms.times())
        fill(page.form.editor("ended"), f"{pause.from_time:%H.%M}")
        sends(anna, page)


def the_parties_sign(anna: Secretary, content: MeetingContent) -> None:
    """On the meeting's page, where the annexes are."""
    anna.clicks("live.step")
    page = anna.page("meeting", MeetingPage)
    anna.sees(lambda: page._loaded is not None and page._loaded.shown.state is MeetingState.DRAFT)
    for annex in content.annexes:
        if not any(s.signed_on for s in annex.signatures):
            continue
        page.tabs.setCurrentIndex(ANNEX_TAB)
        assert page._loaded is not None
        key = next(a.key for a in page._loaded.view.content.annexes if a.title == annex.title)
        anna.sees(lambda key=key, wanted=annex.signatures: _shows(page, key, len(wanted)))  # type: ignore[misc]
        for edit, signature in zip(_days(page), annex.signatures, strict=True):
            edit.setFocus(Qt.FocusReason.TabFocusReason)
            anna.types(signature.signed_on.isoformat() if signature.signed_on else "", edit)
            anna.presses(KEY.Key_Tab)
        anna.clicks("annex.save_text")
        anna.operations.wait_for_writes()


def _shows(page: MeetingPage, key: str, parties: int) -> bool:
    """Chosen and opened by Enter: in a narrow window its pane takes the place of the list."""
    table = page.parts.annexes.table
    if table.isVisible():
        table.choose(key)
        QTest.keyClick(table, KEY.Key_Return)
    return len(_days(page)) == parties


def _days(page: QWidget) -> list[QLineEdit]:
    days = [
        edit
        for edit in page.findChildren(QLineEdit)
        if edit.isVisible() and re.fullmatch(r"annex\.party_\d+_day", edit.objectName())
    ]
    return sorted(days, key=lambda edit: edit.mapTo(page, edit.rect().topLeft()).y())


# ── hands ────────────────────────────────────────────────────────────────────────────────────
def fill(editor: QWidget, words: str) -> None:
    if isinstance(editor, QComboBox):
        chooses(editor, words)
    elif isinstance(editor, QLineEdit):
        editor.setText(words)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(words)
    elif isinstance(editor, QCheckBox):
        editor.setChecked(bool(words))
    else:
        raise TypeError(editor)


def chooses(combo: QWidget, words: str) -> None:
    """The one with that value, or whose words hold these."""
    assert isinstance(combo, QComboBox)
    place = combo.findData(words)
    if place < 0:
        place = combo.findText(words, Qt.MatchFlag.MatchContains)
    assert place >= 0, (words, [combo.itemText(n) for n in range(combo.count())])
    combo.setCurrentIndex(place)


def fills(anna: Secretary, page: LivePage, key: Qt.Key, modifiers: Qt.KeyboardModifier, **words: str) -> None:
    """Opens a form by its keys, fills its fields in, and sends it."""
    anna.presses(KEY.Key_F7)
    anna.presses(key, modifiers)
    anna.sees(page.form.is_open)
    for name, value in words.items():
        fill(page.form.editor(name), value)
    sends(anna, page)


def sends(anna: Secretary, page: LivePage) -> None:
    anna.presses(KEY.Key_Return, CONTROL)
    settles(anna, page)
    assert not page.form.is_open(), page.form.errors()
