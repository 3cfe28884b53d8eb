"""What is typed in a form and not sent outlives the program: it is open again, or offered, until it is dealt with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import (
    DispatchContent,
    MotionContent,
    RecusalContent,
    ReservationContent,
    StatementContent,
    VoteContent,
)
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Ballot, MotionKind
from bra_desktop.domain.text import plain_document, plain_text
from bra_desktop.services import actions
from bra_desktop.services.live import decisions, form_drafts, minutes
from bra_desktop.services.office import Office
from bra_desktop.services.papers import annexes
from bra_desktop.services.preparing import planning
from bra_desktop.ui import interrupted
from bra_desktop.ui.live.forms.file_edit import FileEdit
from bra_desktop.ui.live.forms.form import FieldKind
from bra_desktop.ui.live.forms.form_draft import FormDraft, read_draft
from bra_desktop.ui.live.forms.left_forms import BACK, CLASH, COPY, OPEN
from bra_desktop.ui.live.forms.roll_list import RollList
from bra_desktop.ui.live.forms.rows_edit import RowsEdit
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.widgets.form_pane import LET_GO
from tests.ui.keyboard import type_text
from tests.ui.live.conftest import REF, Wall, content, enter, new_decision, settle

OpenWindow = Callable[..., MainWindow]
KEY = Qt.Key
LONG = "Byt armaturer i gångtunneln vid stationen – belysningen är trasig på É-gatan, säger Åke Öhman. " * 5
WORDS = "Byt armaturer i gångtunneln"


@pytest.fixture
def restart(qtbot: QtBot, open_window: OpenWindow, running: Office) -> Callable[[], LivePage]:
    """Another window on the same data. The one before has never been left, as after a kill."""

    def begun() -> LivePage:
        page = enter(qtbot, open_window, running)
        qtbot.waitUntil(lambda: not page.presenter.busy())
        page.context.operations.wait_for_writes()
        QTest.qWait(0)
        return page

    return begun


def kept(office: Office) -> list[FormDraft]:
    """What the disk has."""
    texts = form_drafts.drafts_of(office, content(office).key)
    drafts = [read_draft(key, text) for key, text in texts.items()]
    assert None not in drafts
    return [draft for draft in drafts if draft is not None]


def line(page: LivePage, name: str) -> QLineEdit:
    editor = page.form.editor(name)
    assert isinstance(editor, QLineEdit)
    return editor


def new_action(page: LivePage, words: str = WORDS) -> QPlainTextEdit:
    page.acts.new_action()
    editor = page.form.editor("text")
    assert isinstance(editor, QPlainTextEdit)
    editor.setFocus()
    type_text(editor, words)
    return editor


def messages(page: LivePage) -> list[str]:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window.messages.words()


def choose(page: LivePage, kind: str) -> None:
    """The link of the message of that kind."""
    window = page.window()
    assert isinstance(window, MainWindow)
    bar = getattr(window.messages._kinds, kind)
    bar.link_chosen.emit()


def waiting(page: LivePage) -> list[str]:
    """What the menu Mer offers to open."""
    return [one.text() for one in page.more_menu().actions() if "som inte är sparat" in one.text()]


# ── every form and every kind of field ───────────────────────────────────────────────────────
def scribble(editor: QWidget) -> None:
    """Something else than what stands there, as somebody would put it there."""
    if isinstance(editor, QLineEdit):
        editor.setText(f"{editor.text()} – Åke".strip())
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(f"{editor.toPlainText()}§\u00a041 och É\nny rad")
    elif isinstance(editor, QComboBox):
        editor.setCurrentIndex((editor.currentIndex() + 1) % editor.count())
    elif isinstance(editor, QCheckBox):
        editor.toggle()
    elif isinstance(editor, QSpinBox):
        editor.setValue(editor.value() + 7)
    elif isinstance(editor, RollList):
        QTest.keyClick(editor, KEY.Key_N)
    elif isinstance(editor, FileEdit):
        editor.edit.setText("/tmp/rapport å.pdf")
    elif isinstance(editor, RowsEdit):
        editor.add.click()
        scribble(editor.editors(len(editor.lines()) - 1)[-1])
    else:
        raise AssertionError(editor)


def everything_of(office: Office) -> None:
    """One of each thing that a form changes, in the first item."""
    item, people = content(office).items[0].key, tuple(p.person for p in content(office).participants)
    decisions.put_motion(office, item, MotionContent("motion-1", people[:1], "bifall", MotionKind.APPROVE))
    decisions.put_vote(office, item, VoteContent("vote-1", "ja", "nej", yes=3, no=1))
    decisions.put_reservation(office, item, ReservationContent("reservation-1", people[:1], "eget yrkande"))
    decisions.put_recusal(office, item, RecusalContent("recusal-1", people[1]))
    decisions.put_statement(office, item, StatementContent("statement-1", people[0], "ord"))
    decisions.set_dispatch(office, item, (DispatchContent(name="Polisen"),))
    minutes.save_text(office, item, plain_document("Frågan ställs.", "gang"), field="proposition")
    actions.add_action(office, actions.NewAction("Se över", item_id=item))
    annexes.add_annex(office, REF, None, "Text", title="Bilagd text", item_id=item)


def of_item(page: LivePage, part: str) -> str:
    assert page.presenter.scene is not None
    found = getattr(page.presenter.scene.item, part)
    return str(found[0] if part == "annexes" else found[0].key)


ADDED = ("motion", "vote", "reservation", "recusal", "statement", "dispatch", "proposition", "annex", "adjusters")
CHANGED = ("motions", "votes", "reservations", "recusals", "statements", "annexes")


def added(name: str) -> Callable[[LivePage], object]:
    return lambda page: page.acts.add(name)


def known(part: str) -> Callable[[LivePage], object]:
    return lambda page: page.acts.open_form(page.forms.part(part, of_item(page, part)))


FORMS: dict[str, Callable[[LivePage], object]] = {
    **{f"new {name}": added(name) for name in ADDED},
    **{f"known {part}": known(part) for part in CHANGED},
    "known dispatch": lambda page: page.acts.open_form(page.forms.part("dispatch", "")),
    "known proposition": lambda page: page.acts.open_form(page.forms.part("proposition", "")),
    "new action": lambda page: page.acts.new_action(),
    "known action": lambda page: page.acts.open_form(page.forms.known_action(of_item(page, "actions"))),
    "new item": lambda page: page.acts.open_form(page.forms.item()),
    "known item": lambda page: page.acts.open_form(page.forms.known_item()),
    "officers": lambda page: page.acts.open_form(page.forms.officers()),
    "presence": lambda page: page.acts.open_form(page.forms.presence(content(page.presenter.office).people[0].key)),
    "guest": lambda page: page.acts.open_form(page.forms.guest()),
    "times": lambda page: page.acts.open_form(page.forms.times()),
}


@pytest.mark.parametrize("name", FORMS)
def test_whatever_is_changed_in_any_form_stands_there_again_after_a_kill(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage],
    name: str,
) -> None:  # fmt: skip
    everything_of(running)
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    FORMS[name](page)
    form = page.form.form()
    assert form is not None
    before = page.form.values()
    for field in form.fields:
        scribble(page.form.editor(field.name))
    typed = page.form.values()
    same = [field for field in typed if typed[field] == before[field]]
    assert all(getattr(page.form.editor(field), "count", lambda: 2)() == 1 for field in same), same
    settle(qtbot, page, operations)
    again = restart()
    assert again.form.is_open(), messages(again)
    assert again.form.values() == typed
    opened = again.form.form()
    assert opened is not None
    assert (opened.title, opened.intro, opened.submit_words) == (form.title, form.intro, form.submit_words)
    assert BACK in messages(again)


def test_those_forms_have_fields_of_every_kind(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    everything_of(running)
    page = enter(qtbot, open_window, running)
    kinds: set[FieldKind] = set()
    for show in FORMS.values():
        show(page)
        form = page.form.form()
        assert form is not None
        kinds |= {field.kind for field in form.fields}
    assert kinds == set(FieldKind)


def test_slag_och_dag_of_an_att_sats_comes_back_to_its_own_att_sats(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    for words in ("notera informationen.", "bordlägga ärendet."):
        type_text(new_decision(page).edit, words)
    settle(qtbot, page, operations)
    page.acts.ask_kind(page.item.decisions.lines[0])
    line(page, "until").setText("om två veckor")
    settle(qtbot, page, operations)
    again = restart()
    form = again.form.form()
    assert form is not None
    assert form.intro == "att notera informationen."
    assert again.form.values()["until"] == "om två veckor"


# ── when, and for how long ───────────────────────────────────────────────────────────────────
def test_a_long_text_is_on_the_disk_as_soon_as_the_minutes_would_be_with_the_caret_where_it_was(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    editor = new_action(page)
    editor.insertPlainText(LONG)
    for _step in range(7):
        QTest.keyClick(editor, KEY.Key_Left)
    assert not page.savers.clean()
    settle(qtbot, page, operations)
    (draft,) = kept(running)
    assert draft.typed["text"] == WORDS + LONG
    again = restart()
    back = again.form.editor("text")
    assert isinstance(back, QPlainTextEdit)
    assert back.toPlainText() == WORDS + LONG
    assert back.textCursor().position() == len(WORDS + LONG) - 7
    assert QApplication.focusWidget() is back


def test_the_item_is_shown_in_which_the_form_was_open_and_another_field_has_the_keyboard(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    item = content(running).items[2].key
    page.presenter.show_item(item)
    new_action(page)
    due = line(page, "due")
    due.setFocus()
    type_text(due, "31/1")
    QTest.keyClick(due, KEY.Key_Home)
    settle(qtbot, page, operations)
    page.presenter.show_item(content(running).items[0].key)
    settle(qtbot, page, operations)
    again = restart()
    assert again.presenter.scene is not None
    assert again.presenter.scene.shown == item
    assert QApplication.focusWidget() is again.form.editor("due")
    back = again.form.editor("due")
    assert isinstance(back, QLineEdit)
    assert (back.text(), back.cursorPosition()) == ("31/1", 0)


def test_a_second_kill_while_the_form_comes_back_loses_no_place(
    qtbot: QtBot,
    open_window: OpenWindow,
    operations: Operations,
    running: Office,
    restart: Callable[[], LivePage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    due = line(page, "due")
    due.setFocus()
    type_text(due, "31/1")
    settle(qtbot, page, operations)
    written: list[str] = []
    save = form_drafts.keep_draft

    def noted(office: Office, meeting: str, key: str, text: str) -> None:
        written.append(json.loads(text)["place"]["field"])
        save(office, meeting, key, text)

    monkeypatch.setattr(form_drafts, "keep_draft", noted)
    again = restart()
    settle(qtbot, again, operations)
    assert QApplication.focusWidget() is again.form.editor("due")
    assert set(written) <= {"due"}


def test_a_form_in_which_nothing_stands_that_was_not_there_is_not_kept(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    editor = new_action(page, "A")
    settle(qtbot, page, operations)
    assert len(kept(running)) == 1
    QTest.keyClick(editor, KEY.Key_Backspace)
    settle(qtbot, page, operations)
    assert kept(running) == []
    again = restart()
    assert not again.form.is_open()
    assert messages(again) == []


def test_what_has_been_sent_is_kept_no_longer(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    settle(qtbot, page, operations)
    line(page, "responsible").setText("Polisen")
    page.form.submit()
    settle(qtbot, page, operations)
    assert not page.form.is_open()
    assert [action.text for action in content(running).items[0].actions] == [WORDS]
    assert kept(running) == []
    assert not restart().form.is_open()


def test_the_draft_goes_in_the_same_breath_as_what_was_sent_is_saved(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    settle(qtbot, page, operations)
    page.form.submit()
    operations._writer.join(0)
    qtbot.waitUntil(lambda: bool(content(running).items[0].actions))
    reached = []
    page.runner.write(lambda: reached.append(kept(running)))
    operations.wait_for_writes()
    assert reached == [[]]
    settle(qtbot, page, operations)


def test_what_is_refused_stays_on_the_disk(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)

    def refuses(_office: Office) -> object:
        raise UserError("Det går inte.", "text")

    form = page.form.form()
    assert form is not None
    page.acts.submit(form, refuses)
    settle(qtbot, page, operations)
    assert page.form.errors() == ["Det går inte."]
    assert [draft.typed["text"] for draft in kept(running)] == [WORDS]


def test_esc_throws_it_away_and_undoing_that_keeps_it_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    editor = new_action(page)
    settle(qtbot, page, operations)
    QTest.keyClick(editor, KEY.Key_Escape)
    settle(qtbot, page, operations)
    assert kept(running) == []
    assert LET_GO in messages(page)
    choose(page, "undo")
    settle(qtbot, page, operations)
    assert [draft.typed["text"] for draft in kept(running)] == [WORDS]
    assert restart().form.values()["text"] == WORDS


# ── left in other ways ───────────────────────────────────────────────────────────────────────
def test_a_form_that_gave_way_to_the_next_item_is_offered_when_the_meeting_is_entered_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    first = content(running).items[0].key
    new_action(page)
    page.acts.go(1)
    settle(qtbot, page, operations)
    assert LET_GO in messages(page)
    assert waiting(page) == ["Öppna ”Åtgärd i §\u00a01”, som inte är sparat"]
    again = restart()
    assert not again.form.is_open()
    assert messages(again) == ["Formuläret ”Åtgärd i §\u00a01” är ifyllt men inte sparat."]
    choose(again, "refused")
    assert again.presenter.scene is not None
    assert again.presenter.scene.shown == first
    assert again.form.values()["text"] == WORDS
    assert waiting(again) == []
    settle(qtbot, again, operations)
    again.form.cancel()
    settle(qtbot, again, operations)
    assert kept(running) == []


def test_two_forms_that_were_left_are_both_there_the_latest_first(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage],
    wall: Wall,
) -> None:  # fmt: skip
    page = enter(qtbot, open_window, running)
    new_action(page)
    page.acts.add("statement")
    wall.later(1)
    type_text(page.form.editor("text"), "Till protokollet")
    page.acts.open_form(page.forms.guest())
    settle(qtbot, page, operations)
    assert len(kept(running)) == 2
    again = restart()
    assert "Protokollsanteckning" in messages(again)[0]
    assert ["Protokollsanteckning" in words for words in waiting(again)] == [True, False]


def test_a_window_that_is_closed_over_a_form_has_it_open_at_the_next_start(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    page.window().close()
    operations.wait_for_writes()
    assert interrupted.meeting(page.context.memory) == REF
    again = restart()
    assert again.form.values()["text"] == WORDS
    assert messages(again) == [BACK]


def test_a_form_that_was_begun_from_a_line_takes_that_line_away_also_after_a_restart(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    text = plain_document("Före.\n\n!byt armaturer\n\nEfter.", "x")
    minutes.save_text(running, content(running).items[0].key, text)
    page = enter(qtbot, open_window, running)
    qtbot.waitUntil(page.signs.has_bank)
    editor = page.item.minutes.editor
    cursor = editor.document().find("!byt armaturer")
    cursor.clearSelection()
    editor.setTextCursor(cursor)
    editor.setFocus()
    assert page.signs.typing.ask()
    QTest.keyClick(editor, KEY.Key_Tab)
    assert page.form.is_open()
    line(page, "due").setText("31/1")
    settle(qtbot, page, operations)
    again = restart()
    assert again.form.values()["due"] == "31/1"
    again.form.submit()
    settle(qtbot, again, operations)
    assert plain_text(again.item.minutes.editor.text()) == "Före.\n\nEfter."
    assert [action.text for action in content(running).items[0].actions] == ["Byt armaturer"]


def test_going_to_another_page_leaves_the_form_to_be_offered(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    page.leave()
    page.window().close()
    operations.wait_for_writes()
    (draft,) = kept(running)
    assert draft.typed["text"] == WORDS
    assert not interrupted.meeting(page.context.memory)
    again = restart()
    assert not again.form.is_open()
    assert "är ifyllt men inte sparat" in messages(again)[0]


def test_a_form_that_is_offered_and_opened_by_its_own_key_has_what_was_typed_and_is_offered_no_more(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.times())
    line(page, "opened").setText("9.55")
    settle(qtbot, page, operations)
    page.leave()
    page.window().close()
    operations.wait_for_writes()
    again = restart()
    assert any("är ifyllt men inte sparat" in words for words in messages(again))
    again.acts.open_form(again.forms.times())
    assert line(again, "opened").text() == "9.55"
    assert messages(again) == ["Formuläret är öppnat igen med det du hade skrivit."]
    settle(qtbot, again, operations)
    assert len(kept(running)) == 1


def test_coming_back_to_the_same_page_offers_it_once(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    page.leave()
    page.arrive(REF)
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: bool(messages(page)))
    assert messages(page) == ["Formuläret ”Åtgärd i §\u00a01” är ifyllt men inte sparat."]
    choose(page, "refused")
    assert page.form.values()["text"] == WORDS


# ── when something has changed meanwhile ─────────────────────────────────────────────────────
def test_an_action_that_others_have_changed_keeps_that_and_shows_what_was_typed(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    item = content(running).items[0].key
    actions.add_action(running, actions.NewAction("Se över", item_id=item))
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    key = of_item(page, "actions")
    page.acts.open_form(page.forms.known_action(key))
    editor = page.form.editor("text")
    assert isinstance(editor, QPlainTextEdit)
    editor.setPlainText("Mina ord")
    settle(qtbot, page, operations)
    actions.change_action(running, key, {"text": "Andras ord", "note": "Andras anteckning"})
    again = restart()
    form = again.form.form()
    assert form is not None
    assert CLASH in form.intro
    assert (again.form.values()["text"], again.form.values()["note"]) == ("Mina ord", "Andras anteckning")
    assert content(running).items[0].actions[0].text == "Andras ord"


def test_an_action_that_others_have_removed_can_be_added_as_a_new_one(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    item = content(running).items[0].key
    actions.add_action(running, actions.NewAction("Se över", item_id=item))
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    key = of_item(page, "actions")
    page.acts.open_form(page.forms.known_action(key))
    scribble(page.form.editor("text"))
    settle(qtbot, page, operations)
    actions.remove_action(running, key)
    again = restart()
    form = again.form.form()
    assert form is not None
    assert form.submit_words == "Lägg till åtgärd"
    assert "borttaget" in form.intro
    assert str(again.form.values()["text"]).startswith("Se över§")


def test_the_words_can_be_copied_when_the_item_itself_is_gone(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    last = content(running).items[-1].key
    page.presenter.show_item(last)
    new_action(page)
    settle(qtbot, page, operations)
    planning.remove_item(running, last)
    again = restart()
    assert not again.form.is_open()
    assert "kan inte öppnas igen, men det du skrev i det finns kvar" in messages(again)[0]
    choose(again, "refused")
    assert f"Åtgärd: {WORDS}" in QApplication.clipboard().text()
    settle(qtbot, again, operations)
    assert kept(running) == []
    assert COPY not in messages(again)


def test_a_draft_that_cannot_be_read_hinders_nobody(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    meeting = content(running).key
    form_drafts.keep_draft(running, meeting, "a", '{"format": 1, "address"')
    form_drafts.keep_draft(running, meeting, "b", '{"format": 99}')
    page = restart()
    assert not page.form.is_open()
    assert messages(page) == []


def test_votes_come_back_one_by_one(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.add("vote")
    roll = page.form.editor("roll")
    assert isinstance(roll, RollList)
    roll.setFocus()
    for key in (KEY.Key_J, KEY.Key_N, KEY.Key_A):
        QTest.keyClick(roll, key)
    settle(qtbot, page, operations)
    again = restart()
    back = again.form.editor("roll")
    assert isinstance(back, RollList)
    given = [one.choice for one in back.lines() if one.votes][:4]
    assert given == [Ballot.YES, Ballot.NO, Ballot.ABSTAIN, None]
    assert back.currentRow() == roll.currentRow()


# ── saving ───────────────────────────────────────────────────────────────────────────────────
def test_a_draft_that_cannot_be_written_is_told_as_the_minutes_are_and_tried_again(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    folder = Path(running.database.folder) / "utkast"
    folder.write_text("here stands something else", encoding="ascii")
    new_action(page)
    qtbot.waitUntil(page.savers.failing)
    assert any("Ej sparat" in words for words in messages(page))
    assert page.unsaved()
    folder.unlink()
    page.save()
    settle(qtbot, page, operations)
    assert not page.savers.failing()
    assert [draft.typed["text"] for draft in kept(running)] == [WORDS]


def test_the_state_of_saving_follows_the_form(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    assert page.savers.words() == "Sparar…"
    settle(qtbot, page, operations)
    assert page.savers.words().startswith("Sparat ")


def test_losing_the_keyboard_writes_at_once(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    page.form.editor("due").setFocus()
    operations.wait_for_writes()
    assert [draft.typed["text"] for draft in kept(running)] == [WORDS]
    assert OPEN not in messages(page)


def test_a_crash_finds_the_form_on_the_disk_and_the_next_start_has_it_open(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.save_all()
    assert [(draft.typed["text"], draft.is_open) for draft in kept(running)] == [(WORDS, True)]
    assert restart().form.values()["text"] == WORDS


def test_a_copy_elsewhere_holds_what_is_typed_in_the_form(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, tmp_path: Path
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    page.copies.choose_place = lambda name: tmp_path / name
    page.copies.save(page.presenter.scene)
    (file,) = tmp_path.iterdir()
    assert f"Åtgärd: {WORDS}" in file.read_text(encoding="utf-8")
    settle(qtbot, page, operations)


def test_on_a_shared_screen_a_form_of_a_confidential_item_stays_hidden_until_it_is_shared_no_longer(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    planning.change_item(running, content(running).items[0].key, {"confidential": "21 kap. 3 § OSL"})
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    new_action(page)
    page.showing.toggle_shared()
    assert not page.form.is_open()
    choose(page, "undo")
    assert not page.form.is_open()
    assert "F4 visar det igen" in messages(page)[0]
    settle(qtbot, page, operations)
    assert [draft.typed["text"] for draft in kept(running)] == [WORDS]
    page.showing.toggle_shared()
    qtbot.waitUntil(lambda: any("är ifyllt men inte sparat" in words for words in messages(page)))
    choose(page, "refused")
    assert page.form.values()["text"] == WORDS


def test_a_form_that_is_not_sent_is_named_before_the_meeting_is_closed_and_the_line_leads_to_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    new_action(page)
    page.acts.ask_close()
    settle(qtbot, page, operations)
    line = page.closing.gaps()[0]
    assert line.text == "Formuläret ”Åtgärd i §\u00a01” är ifyllt men inte sparat."
    page.closing.hide()
    page.closing.place_chosen.emit(line.place)
    settle(qtbot, page, operations)
    assert page.form.values()["text"] == WORDS
    page.form.cancel()
    page.acts.ask_close()
    settle(qtbot, page, operations)
    assert "Formuläret" not in page.closing.gaps()[0].text


def left_over(page: LivePage) -> None:
    """Goes on over the form that is open, which leaves what was typed in it."""
    page.acts.open_form(page.forms.guest())
    page.form.close_form()


def test_sending_the_form_anew_drops_the_one_that_was_left_before_and_says_no_more(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office, restart: Callable[[], LivePage]
) -> None:
    one, other = (content(running).person(who.person).name for who in content(running).participants[:2])
    page = enter(qtbot, open_window, running)
    page.acts.add("adjusters")
    line(page, "persons").setText(one)
    left_over(page)
    settle(qtbot, page, operations)
    assert len(kept(running)) == 1
    page.acts.add("adjusters")
    line(page, "persons").setText(other)
    page.form.submit()
    settle(qtbot, page, operations)
    assert not page.form.is_open()
    qtbot.waitUntil(lambda: waiting(page) == [])
    settle(qtbot, page, operations)
    assert kept(running) == []
    again = restart()
    assert (waiting(again), messages(again)) == ([], [])


def test_a_form_that_was_left_stays_while_it_holds_words_that_were_not_sent(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    for words, sent in (("Ordföranden frågar om bifall.", "Ordföranden frågar om avslag."), ("Frågar", "Han frågar.")):
        page.acts.add("proposition")
        editor = page.form.editor("text")
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(words)
        left_over(page)
        page.acts.add("proposition")
        editor = page.form.editor("text")
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(sent)
        page.form.submit()
        settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: len(waiting(page)) == 1)
    settle(qtbot, page, operations)
    assert [draft.typed["text"] for draft in kept(running)] == ["Ordföranden frågar om bifall."]


def test_another_thing_of_the_same_kind_is_dropped_only_when_the_same_was_sent(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    for words in (WORDS, "Måla om bänkarna"):
        new_action(page, words)
        left_over(page)
    new_action(page, WORDS)
    line(page, "responsible").setText("Polisen")
    page.form.submit()
    settle(qtbot, page, operations)
    qtbot.waitUntil(lambda: len(waiting(page)) == 1)
    settle(qtbot, page, operations)
    assert [draft.typed["text"] for draft in kept(running)] == ["Måla om bänkarna"]
