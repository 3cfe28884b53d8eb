"""From an empty folder to a signed protocol and follow-up sheets, through the real window alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import is_zipfile

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import ItemContent, MeetingContent
from bra_desktop.domain.kinds import Ballot, DecisionKind, MeetingState
from bra_desktop.domain.swedish import NBSP
from bra_desktop.domain.text import Heading, ListItem, Paragraph, Table
from bra_desktop.domain.votes import totals
from bra_desktop.services.adjusted import signing
from bra_desktop.services.office import Office
from bra_desktop.services.reading import PersonRow
from bra_desktop.ui.actions.page import ActionsPage
from bra_desktop.ui.adjustment.page import AdjustmentPage
from bra_desktop.ui.first_start.page import FirstStartPage
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.scene import Step
from bra_desktop.ui.meeting.page import MeetingPage
from bra_desktop.ui.meeting.people.people_lines import PersonLine
from bra_desktop.ui.meetings.page import MeetingsPage
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.overview.page import OverviewPage
from bra_desktop.ui.register.page import RegisterPage
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.filter_table import FilterTable
from bra_desktop.ui.widgets.tabs import Tabs
from tests.journeys.keyboard import ALT, CONTROL, SHIFT
from tests.journeys.secretary import Secretary, Wall, at_the_window
from tests.ui.almby_office import MEETINGS
from tests.ui.keyboard import part

REF = "BRA-2026-12-03"
BEFORE = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
TEN = datetime(2026, 12, 3, 9, 0, tzinfo=UTC)
"""Ten o'clock in Sweden."""
PIN = "481516"
SIGNERS = ("Anna Svedin", "Eva Lind", "Per Alm", "Siv Östling")
ABSENT = ("Karin Berg", "Björn Åkerlund")
KEY = Qt.Key


def test_a_council_meeting_goes_from_an_empty_folder_to_signed_protocol_and_sheets(
    qtbot: QtBot, theme: Theme, operations: Operations, tmp_path: Path
) -> None:
    wall = Wall(BEFORE)
    folder, files = tmp_path / "data", tmp_path / "filer"
    folder.mkdir()
    files.mkdir()
    with at_the_window(qtbot, theme, operations, folder, wall) as (anna, desk):
        begins(anna)
        reads_the_register_in(anna)
        plans_and_calls(anna)
        wall.now = TEN
        page = opens_and_calls_the_roll(anna)
        writes_the_items(anna, page)
        closes(anna, page)
        issues_certificates(anna, files)
        adjusts_and_signs(anna, files)
        content = desk.office.content(REF)
        assert_the_protocol(content)
        assert_the_signatures(desk.office)
        hands_out_sheets(anna, files)


# ── before the meeting ───────────────────────────────────────────────────────────────────────
def begins(anna: Secretary) -> None:
    """Three fields make the municipality."""
    page = anna.page("first_start", FirstStartPage)
    for edit, words in ((page.municipality, "Almby kommun"), (page.name, "Anna Svedin"), (page.title, "sekreterare")):
        edit.setFocus()
        anna.types(words)
    anna.presses(KEY.Key_Return)
    anna.page("overview", OverviewPage)


def reads_the_register_in(anna: Secretary) -> None:
    """The council's last meeting comes as a meeting file and brings its people, seats and organisations along."""
    page = anna.goes_to("meetings", MeetingsPage)
    page.choose_file = lambda: MEETINGS / "2026-09-17-bra.json"
    anna.clicks("meetings.read_in")
    anna.sees(lambda: any("Mötesfilen är inläst." in words for words in anna.window.messages.words()))


def plans_and_calls(anna: Secretary) -> None:
    anna.clicks("meetings.new")
    anna.picks("meetings.forum", "Brottsförebyggande rådet")
    anna.fills("meetings.day", "2026-12-03")
    anna.fills("meetings.starts", "10.00")
    anna.fills("meetings.place", "Rådhuset, sal Almen")
    anna.clicks("meetings.plan")
    page = anna.page("meeting", MeetingPage)
    anna.sees(lambda: page._loaded is not None and page._loaded.shown.ref == REF)
    names_officers(anna, page)
    anna.clicks("meeting.next_step")  # shows the notice as it will be
    anna.sees(lambda: page.parts.document.pages() > 0)
    anna.clicks("meeting.next_step")
    anna.sees(lambda: page._loaded is not None and page._loaded.shown.state is MeetingState.CALLED)


def names_officers(anna: Secretary, page: MeetingPage) -> None:
    """Who presides: the file told who sits on which seat, and she keeps the minutes already."""
    page.tabs.setFocus()
    anna.presses(KEY.Key_Right)
    anna.sees(lambda: any(p.name == "Anna Svedin" and "för protokollet" in p.role for p in _people(page)))
    anna.finds("meeting.duty_preside", "Eva Lind")
    anna.sees(lambda: any(p.name == "Eva Lind" and "leder mötet" in p.role for p in _people(page)))


def _people(page: MeetingPage) -> list[PersonLine]:
    model = page.parts.people.model
    return [model.row_at(model.index(at, 0)) for at in range(model.rowCount())]


# ── the meeting ──────────────────────────────────────────────────────────────────────────────
def opens_and_calls_the_roll(anna: Secretary) -> LivePage:
    anna.clicks("meeting.next_step")
    page = anna.page("live", LivePage)
    anna.sees(lambda: page.presenter.scene is not None)
    anna.presses(KEY.Key_F8)
    rows = page.attendance.list
    anna.sees(lambda: page.attendance.rows())
    anna.sees(rows.hasFocus)
    for at, row in enumerate(page.attendance.rows()):
        anna.sees(lambda at=at: rows.currentRow() == at)  # type: ignore[misc]
        if not any(row.spoken.startswith(name) for name in ABSENT):
            anna.presses(KEY.Key_Space)
        anna.presses(KEY.Key_Down)
    anna.settles(page)
    anna.presses(KEY.Key_F7)
    anna.presses(KEY.Key_Down, CONTROL)
    anna.sees(lambda: page.presenter.step() is Step.NEXT)
    anna.settles(page)
    return page


def goes_on(anna: Secretary, page: LivePage, title: str) -> None:
    """To the item whose title begins so, taking up those that are passed."""
    scene = page.presenter.scene
    assert scene is not None
    for _turn in scene.content.items:
        if page.presenter.scene is not None and page.presenter.scene.item.title.startswith(title):
            break
        leaves_item(anna, page)
    assert page.presenter.scene is not None
    assert page.presenter.scene.item.title.startswith(title)
    anna.presses(KEY.Key_F7)


def leaves_item(anna: Secretary, page: LivePage) -> None:
    """To the next item, five minutes later, with a sentence in the one that is left, and what was proposed decided."""
    writes_something(anna, page)
    scene = page.presenter.scene
    if scene is not None and scene.item.proposals and not scene.item.decisions:
        anna.presses(KEY.Key_G, CONTROL)
        anna.settles(page)
    anna.wall.go_on(5)
    anna.presses(KEY.Key_Down, CONTROL)
    anna.settles(page)


def writes_something(anna: Secretary, page: LivePage) -> None:
    anna.presses(KEY.Key_F7)
    if not page.item.minutes.editor.text():
        anna.types("Ordföranden går igenom ärendet.")
        anna.settles(page)


def fills_form(anna: Secretary, page: LivePage, shortcut: Qt.Key, modifiers: Qt.KeyboardModifier, **words: str) -> None:
    """Opens a form by its keys, writes its fields, and sends it."""
    anna.presses(shortcut, modifiers)
    anna.sees(page.form.is_open)
    for name, value in words.items():
        anna.keys.fills(page.form.editor(name), value)
    anna.presses(KEY.Key_Return, CONTROL)
    anna.sees(lambda: not page.form.is_open())
    anna.settles(page)
    anna.presses(KEY.Key_F7)


def decides(anna: Secretary, page: LivePage, words: str) -> None:
    anna.presses(KEY.Key_Return, CONTROL)
    line = page.item.decisions.focused_line()
    assert line is not None
    anna.types(words)


def adds_item(anna: Secretary, page: LivePage, title: str) -> None:
    """An item that was not on the agenda, before the next one."""
    anna.clicks("live.add_item")
    anna.sees(page.form.is_open)
    anna.types(title)
    anna.presses(KEY.Key_Return)
    anna.sees(lambda: not page.form.is_open())
    anna.settles(page)


def writes_the_items(anna: Secretary, page: LivePage) -> None:
    anna.types("Ordföranden hälsar välkommen – alla hör varandra.")
    goes_on(anna, page, "Val av justerare")
    fills_form(anna, page, KEY.Key_U, CONTROL | SHIFT, persons="Per Alm, Siv Östling")
    anna.types("Per Alm och Siv Östling utses.")
    goes_on(anna, page, "Information från polisen")
    writes_a_list_and_a_table(anna, page)
    decides(anna, page, "att notera informationen till protokollet.")
    anna.settles(page)
    anna.presses(KEY.Key_F7)
    fills_form(
        anna, page, KEY.Key_Aring, CONTROL,
        text="Ta fram ett förslag till kvällsaktiviteter.",
        responsible="Barn- och utbildningsförvaltningen, Social och arbetsmarknad, Polisen",
        due="2027-03-04",
    )  # fmt: skip
    adds_item(anna, page, "Kamerabevakning vid Resecentrum")
    goes_on(anna, page, "Kamerabevakning")
    writes_a_contested_item(anna, page)
    anna.settles(page)


def writes_a_list_and_a_table(anna: Secretary, page: LivePage) -> None:
    anna.types("Läget")
    anna.presses(KEY.Key_1, ALT)
    anna.presses(KEY.Key_Return)
    anna.types("- färre inbrott")
    anna.presses(KEY.Key_Return)
    anna.presses(KEY.Key_Tab)
    anna.types("även i Norrvik")
    for _out_of_the_list in range(3):
        anna.presses(KEY.Key_Return)
    anna.presses(KEY.Key_T, CONTROL | SHIFT)
    for at, cell in enumerate(("Slag", "2025", "2026", "Klotter", "27 500", "22 000", "Summa", "27 500", "22 000")):
        if at:
            anna.presses(KEY.Key_Tab)
        anna.types(cell)


def writes_a_contested_item(anna: Secretary, page: LivePage) -> None:
    keys = CONTROL | SHIFT
    anna.types("Underlaget redovisas.")
    fills_form(anna, page, KEY.Key_Y, keys, persons="Per Alm", text="bifall till förslaget.")
    fills_form(anna, page, KEY.Key_G, keys, text="Ordföranden frågar, och omröstning begärs.")
    anna.presses(KEY.Key_O, keys)
    anna.sees(page.form.is_open)
    for name, words in (("yes_means", "bifall till förslaget"), ("no_means", "avslag")):
        anna.keys.fills(page.form.editor(name), words)
    anna.keys.tabs_to(page.form.editor("roll"))
    anna.presses(KEY.Key_Down)
    anna.presses(KEY.Key_N)
    anna.presses(KEY.Key_Odiaeresis)  # the others vote ja
    anna.presses(KEY.Key_Return, CONTROL)
    anna.sees(lambda: not page.form.is_open())
    anna.settles(page)
    anna.presses(KEY.Key_F7)
    decides(anna, page, "bordlägga ärendet till sammanträdet den 4 mars 2027.")
    anna.settles(page)
    anna.presses(KEY.Key_Return, ALT)
    anna.sees(page.form.is_open)
    anna.presses(KEY.Key_Return)
    anna.sees(lambda: not page.form.is_open())
    anna.settles(page)
    anna.presses(KEY.Key_F7)
    fills_form(anna, page, KEY.Key_R, keys, persons="Mona Sundell", text="till förmån för avslag.")


def closes(anna: Secretary, page: LivePage) -> None:
    for _turn in range(20):
        if page.presenter.step() is Step.CLOSE:
            break
        leaves_item(anna, page)
    writes_something(anna, page)
    anna.presses(KEY.Key_Down, CONTROL)
    anna.sees(lambda: page.closing.isVisible() and page.closing.is_listening())
    anna.pushes("live.closing_confirm")
    anna.sees(lambda: page.presenter.step() is Step.LEAVE)
    anna.settles(page)
    anna.clicks("live.step")
    anna.page("meeting", MeetingPage)


# ── after the meeting ────────────────────────────────────────────────────────────────────────
def issues_certificates(anna: Secretary, files: Path) -> None:
    page = anna.goes_to("register", RegisterPage)
    tabs = part(page, Tabs, "register.tabs")
    tabs.setFocus()
    anna.presses(KEY.Key_Right)
    people = page.people.table
    for name in SIGNERS:
        anna.sees(lambda name=name: _row(people, name))  # type: ignore[misc]
        people.table.choose(_row(people, name))
        anna.clicks("register.issue_certificate")
        form = "register.issue_form"
        for field, words in (
            ("authority", str(files / "utfärdare.p12")), ("password", "ett långt lösenord"),
            ("password_again", "ett långt lösenord"), ("place", str(files / f"{name}.p12")),
            ("pin", PIN), ("pin_again", PIN),
        ):  # fmt: skip
            if field != "password_again" or not (files / "utfärdare.p12").exists():
                anna.fills(f"{form}.{field}", words)
        anna.clicks(f"{form}.save")
        anna.sees(lambda name=name: (files / f"{name}.p12").exists())  # type: ignore[misc]
        anna.operations.wait_for_writes()


def _row(people: FilterTable[PersonRow], name: str) -> str:
    return next((one.id for one in people.model.shown() if one.name == name), "")


def adjusts_and_signs(anna: Secretary, files: Path) -> None:
    anna.window.go("meeting", REF)
    meeting = anna.page("meeting", MeetingPage)
    meeting.ask = lambda *_words: True
    for state in (MeetingState.REVIEW, MeetingState.ADJUSTMENT):
        anna.sees(lambda: meeting._loaded is not None and meeting._loaded.shown.step is not None)
        anna.clicks("meeting.next_step")
        wait_for(anna, meeting, state)
    page = anna.page("adjustment", AdjustmentPage)
    page.ask = lambda *_words: True
    anna.sees(lambda: page._turn is not None)
    for at in range(1, len(SIGNERS) + 1):
        assert page._turn is not None
        name = page._turn.name
        page.ways.choose_file = _chooser(files / f"{name}.p12")
        anna.clicks("adjustment.choose_file")
        anna.keys.tabs_to(page.ways._pin)
        anna.types(PIN)
        anna.clicks("adjustment.sign")
        anna.sees(lambda at=at: _signed(page) == at)  # type: ignore[misc]
    anna.sees(lambda: page._loaded is not None and page._loaded.done)
    assert page.check.headline().startswith("Oförändrat och underskrivet av")


def _chooser(path: Path) -> Callable[[], Path | None]:
    return lambda: path


def wait_for(anna: Secretary, meeting: MeetingPage, state: MeetingState) -> None:
    if state is MeetingState.ADJUSTMENT:
        anna.page("adjustment", AdjustmentPage)
    else:
        anna.sees(lambda: meeting._loaded is not None and meeting._loaded.shown.state is state)


def _signed(page: AdjustmentPage) -> int:
    loaded = page._loaded
    return sum(1 for one in loaded.signers if one.status == "signed") if loaded else 0


def hands_out_sheets(anna: Secretary, files: Path) -> None:
    page = anna.goes_to("actions", ActionsPage)
    folder = files / "ark"
    folder.mkdir()
    page.sheets.choose_folder = lambda: folder
    anna.sees(lambda: page.table().shown())
    anna.clicks("actions.sheets")
    anna.sees(lambda: anna.hands().objectName() == "actions.sheets_make")
    anna.presses(KEY.Key_Space)
    anna.sees(lambda: [p for p in folder.glob("Uppföljning alla*.xlsx") if is_zipfile(p)])  # the last one made
    books = {path.name: load_workbook(path) for path in folder.glob("*.xlsx")}
    wanted = "Ta fram ett förslag till kvällsaktiviteter."
    held = [name for name, book in books.items() if wanted in _cells(book)]
    assert len(held) == 4, sorted(books)  # one for each of the three, and the one with all


def _cells(book: object) -> set[object]:
    return {cell.value for sheet in book.worksheets for row in sheet.iter_rows() for cell in row}  # type: ignore[attr-defined]


# ── what the protocol says ───────────────────────────────────────────────────────────────────
def assert_the_protocol(content: MeetingContent) -> None:
    assert content.state is MeetingState.ADJUSTED
    titles = {item.title: item for item in content.items}
    numbers = [item.paragraph for item in content.items if item.paragraph is not None]
    assert numbers == list(range(38, 38 + len(content.items)))
    here = {content.person(p.person).name for p in content.participants if p.stays}
    assert here.isdisjoint(ABSENT)
    assert len(here) == len(content.participants) - len(ABSENT)
    first = content.items[0]
    assert _plain(first) == ["Ordföranden hälsar välkommen – alla hör varandra."]
    _assert_the_information(content, titles["Information från polisen"])
    _assert_the_contested_item(content, titles["Kamerabevakning vid Resecentrum"])


def _assert_the_information(content: MeetingContent, item: ItemContent) -> None:
    kinds = [type(block) for block in item.text.blocks]
    assert kinds[:3] == [Heading, ListItem, ListItem]
    assert [block.level for block in item.text.blocks if isinstance(block, ListItem)] == [0, 1]
    table = next(block for block in item.text.blocks if isinstance(block, Table))
    cells = [["".join(run.text for run in cell.runs) for cell in row.cells] for row in table.rows]
    assert cells == [["Slag", "2025", "2026"], ["Klotter", "27 500", "22 000"], ["Summa", "27 500", "22 000"]]
    assert [(d.text, d.kind) for d in item.decisions] == [("notera informationen till protokollet.", DecisionKind.NOTE)]
    (action,) = item.actions
    assert (action.text, action.due) == ("Ta fram ett förslag till kvällsaktiviteter.", date(2027, 3, 4))
    names = {content.organisation(key).name for key in action.responsible}
    assert len(names) == 3
    assert "Barn- och utbildningsförvaltningen" in names


def _assert_the_contested_item(content: MeetingContent, item: ItemContent) -> None:
    assert item.added_at_meeting
    assert _plain(item) == ["Underlaget redovisas."]
    assert [content.person(m.persons[0]).name for m in item.motions] == ["Per Alm"]
    proposition = [run.text for b in item.proposition.blocks if isinstance(b, Paragraph) for run in b.runs]
    assert proposition == ["Ordföranden frågar, och omröstning begärs."]
    (vote,) = item.votes
    assert (vote.yes_means, vote.no_means, totals(vote).no) == ("bifall till förslaget", "avslag", 1)
    assert sum(1 for ballot in vote.ballots if ballot.choice is Ballot.ABSENT) == len(ABSENT)
    (decision,) = item.decisions
    assert (decision.kind, decision.until) == (DecisionKind.TABLED, date(2027, 3, 4))
    assert [content.person(r.persons[0]).name for r in item.reservations] == ["Mona Sundell"]


def _plain(item: ItemContent) -> list[str]:
    return [
        "".join(run.text for run in b.runs).replace(NBSP, " ") for b in item.text.blocks if isinstance(b, Paragraph)
    ]


def assert_the_signatures(office: Office) -> None:
    verdict = signing.verify_so_far(office, REF)
    assert verdict is not None
    assert verdict.ok, verdict.why
    assert [one.name for one in verdict.signatures] == list(SIGNERS)
