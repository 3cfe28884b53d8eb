"""A whole council meeting is written in the window with keys alone, and its protocol says what it is to say."""

from __future__ import annotations

import json
import re
import uuid
from datetime import date, time
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.kinds import DecisionKind, Duty, ItemType, MeetingState, Reply
from bra_desktop.domain.text import TextDocument
from bra_desktop.plays.demo_register import play_register
from bra_desktop.plays.stage import Stage
from bra_desktop.services.meeting_file import meeting_files
from bra_desktop.services.office import Office
from bra_desktop.services.papers import documents
from bra_desktop.storage.database import Database
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.scene import Step
from bra_desktop.ui.meeting.page import MeetingPage
from bra_desktop.ui.meeting.people.people_lines import PersonLine
from bra_desktop.ui.meeting.tab_stack import ANNEXES, PEOPLE
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.overview.page import OverviewPage
from bra_desktop.ui.theme.theme import Theme
from tests.documents.blocks_as_text import blocks_as_text
from tests.journeys.comparing import differences, without_ids
from tests.journeys.keyboard import CONTROL, KEY, SHIFT
from tests.journeys.live_secretary import LiveSecretary, at
from tests.journeys.secretary import Secretary, Wall, at_the_window
from tests.journeys.writing import Typist
from tests.ui.almby_office import HELD, MEETINGS, PLANNED
from tests.ui.keyboard import part

REF = "BRA-2026-12-03"
REPLIES = {Reply.PREVENTED: "prevented", Reply.SUBSTITUTE_CALLED: "substitute_called"}
CLOSING_WORDS = "Ordföranden tackar deltagarna och avslutar sammanträdet kl. 12.04."
"""What the phrase /avs says at that clock."""
BY_NAME_SIGN = {"Gunilla Westin": "Guni", "Amira Said": "Ami", "Malin Frisk": "Malin F"}
BY_PHRASE = {"notera informationen till protokollet.": "not", "bordlägga ärendet till sammanträdet den": "bord"}
"""The beginning of an att-sats, and what stands after the / that brings it."""


def test_a_whole_council_meeting_is_written_with_keys_alone(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    content, wanted = the_original(tmp_path)
    folder = tmp_path / "data"
    prepares(folder)
    wall = Wall(at(date(2026, 11, 26), time(9)))
    with at_the_window(qtbot, theme, operations, folder, wall) as (anna, desk):
        calls_and_keeps_the_replies(anna, content)
        live = opens(anna, content)
        for item in content.items:
            takes_up(live, item)
            writes_item(live, item)
        closes(live)
        corrects_the_clocks(live)
        the_parties_sign(anna, content)
        anna.operations.wait_for_writes()
        entered = meeting_files.export_meeting(desk.office, REF)
        written = desk.office.content(REF)
    assert differences(without_ids(wanted), without_ids(entered)) == []
    protocol, expected = (blocks_as_text(documents.compose(one, "protocol")) for one in (written, content))
    assert protocol.split("\n") == expected.split("\n")


# ── before ───────────────────────────────────────────────────────────────────────────────────
def the_original(folder: Path) -> tuple[MeetingContent, bytes]:
    """The demo's held meeting, with headings and more that its text lacks, as data of its own say and export it."""
    now = at(date(2026, 12, 4), time(9))
    plain: dict[str, Any] = json.loads((MEETINGS / f"{HELD}.json").read_text(encoding="utf-8"))
    last = plain["items"][-1]["text"]["blocks"]
    last[-1:] = [
        {"kind": "heading", "level": 1, "text": "Inför nästa år"},
        {"kind": "list_item", "ordered": True, "text": "Uppdragen i §§ 40–43 följs upp:"},
        {"kind": "list_item", "ordered": True, "level": 1, "text": "É-gatans belysning,"},
        {
            "kind": "list_item", "ordered": True, "level": 1,
            "runs": [{"text": "fler "}, {"text": "gående", "bold": True}, {"text": " patruller."}],
        },
        {"kind": "paragraph", "text": CLOSING_WORDS},
    ]  # fmt: skip
    file = folder / "meeting.json"
    file.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    with Database.in_memory() as database:
        office = Office(database, "Anna Svedin", "test", lambda: now, lambda: str(uuid.uuid4()))
        meeting_files.import_meeting(office, file)
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
    """All are coming, and then those who are not."""
    page = opens_the_meeting(anna)
    anna.pushes("meeting.next_step")
    anna.sees(lambda: page.parts.document.pages() > 0)
    anna.pushes("meeting.next_step")
    anna.sees(lambda: page._loaded is not None and page._loaded.shown.state is MeetingState.CALLED)
    goes_to_tab(anna, page, PEOPLE)
    table = page.parts.people.table
    anna.keys.tabs_to(table)
    anna.presses(KEY.Key_A, CONTROL)
    anna.pushes("meeting.reply_coming")
    anna.sees(lambda: all(line.reply is Reply.COMING for line in _people(page)))
    for who in content.participants:
        if who.reply in REPLIES:
            name = content.person(who.person).name
            anna.keys.tabs_to(table, back=True)
            anna.keys.goes_to_row(table, next(n for n, line in enumerate(_people(page)) if line.name == name))
            anna.pushes(f"meeting.reply_{REPLIES[who.reply]}")
            anna.sees(lambda name=name, reply=who.reply: _reply(page, name) is reply)  # type: ignore[misc]


def opens_the_meeting(anna: Secretary) -> MeetingPage:
    """From Översikt, where it is the next one."""
    overview = anna.page("overview", OverviewPage)
    anna.sees(lambda: overview.findChild(QAbstractButton, "overview.meeting_0") is not None)
    anna.pushes("overview.meeting_0")
    page = anna.page("meeting", MeetingPage)
    anna.sees(lambda: page._loaded is not None and page._loaded.shown.ref == REF)
    return page


def goes_to_tab(anna: Secretary, page: MeetingPage, at: int) -> None:
    anna.keys.tabs_to(page.tabs)
    anna.keys.chooses_tab(page.tabs, at)


def _people(page: MeetingPage) -> list[PersonLine]:
    model = page.parts.people.model
    return [model.row_at(model.index(at, 0)) for at in range(model.rowCount())]


def _reply(page: MeetingPage, name: str) -> Reply | None:
    return next((p.reply for p in _people(page) if p.name == name), None)


# ── the meeting ──────────────────────────────────────────────────────────────────────────────
def opens(anna: Secretary, content: MeetingContent) -> LiveSecretary:
    """The roll by arrows and space, then the meeting is opened; who serves is said in a form."""
    anna.wall.now = at(content.date, content.opened_at or content.starts)
    anna.pushes("meeting.next_step")
    page = anna.page("live", LivePage)
    anna.sees(lambda: page.presenter.scene is not None)
    anna.sees(lambda: page.attendance.rows())
    live = LiveSecretary(anna, page, content)
    for number, who in enumerate(content.participants):
        if who.stays and who.stays[0].from_time is None and not who.stays[0].from_item:
            live.goes_to_person(number)
            anna.presses(KEY.Key_Space)
    live.settles()
    anna.presses(KEY.Key_Down, CONTROL)
    anna.sees(lambda: page.presenter.step() is Step.NEXT)
    live.settles()
    for number, who in enumerate(content.participants):
        if who.serves_for:
            live.lets_serve(number)
    return live


def takes_up(live: LiveSecretary, item: ItemContent) -> None:
    """At the clock that the original has. Those who come or go during the item before it did so then."""
    content, anna = live.content, live.anna
    if live.shown().title != item.title:
        pause = next((b for b in content.adjournments if b.to_time == item.opened_at), None)
        if pause is not None and pause.to_time is not None:
            for clock in (pause.from_time, pause.to_time):
                live.hears_it_at(clock)
                anna.presses(KEY.Key_F12)
                live.settles()
        live.hears_it_at(item.opened_at or content.starts)
        anna.presses(KEY.Key_F7)
        anna.presses(KEY.Key_Down, CONTROL)
        live.settles()
    assert live.shown().title == item.title
    come(live, item)


def come(live: LiveSecretary, item: ItemContent) -> None:
    """By the clock during the item, with one key; those known only by § through their form."""
    for number, who in enumerate(live.content.participants):
        for stay in who.stays:
            if stay.from_time is not None and stay.from_item == item.key:
                live.marks_person(number, stay.from_time)
            without_clock = stay.from_time is None and stay.to_time is None
            if without_clock and item.key == (stay.to_item or stay.from_item):
                live.enters_stay(number)
    live.anna.presses(KEY.Key_F7)


def go(live: LiveSecretary, item: ItemContent) -> None:
    """After the item's decision: till och med § 47."""
    leaving = [
        (number, stay.to_time)
        for number, who in enumerate(live.content.participants)
        for stay in who.stays
        if stay.to_time is not None and stay.to_item == item.key
    ]
    for number, clock in leaving:
        live.marks_person(number, clock)
    if leaving:
        live.anna.presses(KEY.Key_F7)


# ── one item ─────────────────────────────────────────────────────────────────────────────────
def writes_item(live: LiveSecretary, item: ItemContent) -> None:
    last = item is live.content.items[-1]
    if last:
        is_told_that_the_text_is_missing(live)
    live.anna.presses(KEY.Key_F7)
    writes_text(live, item)
    if item.type is ItemType.ELECTION:
        adjusters = [o.person for o in live.content.officers if o.duty is Duty.ADJUST]
        live.fills(KEY.Key_U, persons=live.people(*adjusters), decide="")
    live.led_to_decision(item)
    decides(live, item)
    live.followed(item)
    gives_actions(live, item)
    live.sends_to(item)
    if item.immediate_adjustment:
        live.chooses_in_more("Omedelbar justering")
    go(live, item)


def is_told_that_the_text_is_missing(live: LiveSecretary) -> None:
    """The check list before closing leads to it."""
    closing, minutes = live.page.closing, live.page.item.minutes.editor
    live.anna.presses(KEY.Key_A, CONTROL | SHIFT)
    live.anna.sees(closing.isVisible)
    number = next(n for n, gap in enumerate(closing.gaps()) if gap.place == f"item/{live.shown().key}/text")
    live.anna.pushes(f"live.closing_{number}")
    assert not closing.isVisible()
    assert live.keys.is_on(minutes)


def writes_text(live: LiveSecretary, item: ItemContent) -> None:
    """What the chair says last comes from a phrase, at its clock."""
    closed = live.content.closed_at if item is live.content.items[-1] else None
    blocks = item.text.blocks[:-1] if closed else item.text.blocks
    Typist(live.keys, live.page.item.minutes.editor, dict(BY_NAME_SIGN)).writes(TextDocument(blocks))
    if closed:
        live.hears_it_at(closed)
        live.anna.presses(KEY.Key_Return, times=3)
        live.anna.types("/avs")
        live.anna.presses(KEY.Key_Return)
    live.settles()


def decides(live: LiveSecretary, item: ItemContent) -> None:
    """What was proposed by one key; the others typed or brought by a phrase, the second of several last."""
    proposed = {(p.text, p.kind) for p in item.proposals}
    left = [d for d in item.decisions if (d.text, d.kind) not in proposed]
    if len(left) < len(item.decisions):
        live.anna.presses(KEY.Key_G, CONTROL)
        live.settles()
    if len(item.decisions) == 3:
        left = [left[0], left[2], left[1]]
    for decision in left:
        sign = next((typed for words, typed in BY_PHRASE.items() if decision.text.startswith(words)), "")
        if decision.kind is DecisionKind.TABLED:
            live.begins_decision()
            live.anna.types(f"/{sign}")
            live.anna.presses(KEY.Key_Return)
            live.anna.types("4 mars 2027")
            live.settles()
            live.says_kind(decision)
        elif sign:
            live.anna.presses(KEY.Key_F7)
            live.anna.types(f" /{sign}")
            live.anna.presses(KEY.Key_Return)
            live.settles()
        else:
            live.decides(decision)
    if len(item.decisions) == 3:
        live.moves_up(1)


def gives_actions(live: LiveSecretary, item: ItemContent) -> None:
    """One given at once by its line and filled in afterwards, one by its line and the form, the others by Ctrl+Å."""
    for action in item.actions:
        if action.everybody:
            begins_action_line(live, f"!{action.text} @alla")
            live.anna.presses(KEY.Key_Down)
            live.anna.presses(KEY.Key_Return)
            live.fills_action(item, action)
            live.anna.presses(KEY.Key_Backspace)
        elif item.type is ItemType.REPORT:
            begins_action_line(live, f"!{action.text} @Kommunledningsf")
            live.anna.presses(KEY.Key_Down)
            live.anna.presses(KEY.Key_Return)
            live.anna.types("4/3")
            live.anna.presses(KEY.Key_Return)
            live.anna.presses(KEY.Key_Backspace)
            live.settles()
            live.anna.pushes("live.chip_0")
            live.fills_action(item, action)
        else:
            live.gives(item, action)
    live.settles()


def begins_action_line(live: LiveSecretary, words: str) -> None:
    live.anna.presses(KEY.Key_F7)
    live.anna.presses(KEY.Key_End, CONTROL)
    live.anna.presses(KEY.Key_Return)
    live.anna.types(words)


# ── after ────────────────────────────────────────────────────────────────────────────────────
def closes(live: LiveSecretary) -> None:
    assert live.content.closed_at is not None
    live.hears_it_at(live.content.closed_at)
    live.anna.presses(KEY.Key_Down, CONTROL)
    live.anna.sees(lambda: live.page.closing.isVisible() and live.page.closing.is_listening())
    live.anna.pushes("live.closing_confirm")
    live.anna.sees(lambda: live.page.presenter.step() is Step.LEAVE)
    live.settles()


def corrects_the_clocks(live: LiveSecretary) -> None:
    """The item before the break ended when the break began."""
    for pause in live.content.adjournments:
        title = live.content.item(pause.after_item).title
        while live.shown().title != title:
            live.anna.presses(KEY.Key_Up, CONTROL)
            live.settles()
        live.chooses_in_more("Rätta klockslag")
        live.fills_form(ended=f"{pause.from_time:%H.%M}")


def the_parties_sign(anna: Secretary, content: MeetingContent) -> None:
    """On the meeting's page, where the annexes are."""
    anna.presses(KEY.Key_F6)
    step = part(anna.window, QAbstractButton, "live.step")
    anna.keys.tabs_to(step, back=True)
    anna.presses(KEY.Key_Space)
    page = anna.page("meeting", MeetingPage)
    anna.sees(lambda: page._loaded is not None and page._loaded.shown.state is MeetingState.DRAFT)
    goes_to_tab(anna, page, ANNEXES)
    table = page.parts.annexes.table
    for number, annex in enumerate(content.annexes):
        if any(s.signed_on for s in annex.signatures):
            anna.keys.tabs_to(table)
            anna.keys.goes_to_row(table, number)
            anna.presses(KEY.Key_Return)
            anna.sees(lambda wanted=len(annex.signatures): len(_days(page)) == wanted)  # type: ignore[misc]
            for edit, signature in zip(_days(page), annex.signatures, strict=True):
                anna.keys.fills(edit, signature.signed_on.isoformat() if signature.signed_on else "")
            anna.pushes("annex.save_text")
            anna.operations.wait_for_writes()


def _days(page: QWidget) -> list[QLineEdit]:
    days = [
        edit
        for edit in page.findChildren(QLineEdit)
        if edit.isVisible() and re.fullmatch(r"annex\.party_\d+_day", edit.objectName())
    ]
    return sorted(days, key=lambda edit: edit.mapTo(page, edit.rect().topLeft()).y())
