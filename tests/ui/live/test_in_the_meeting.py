"""What a secretary meets in the middle of a meeting: proposals, votes, forms that are left, and who is new."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.closing import gaps
from bra_desktop.domain.content import ProposalContent, RecusalContent
from bra_desktop.domain.kinds import Ballot, Capacity
from bra_desktop.domain.officers import presiding
from bra_desktop.services import reading
from bra_desktop.services.live import decisions, opening
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.presence_form import presence_form
from bra_desktop.ui.live.forms.roll_list import RollList
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from bra_desktop.ui.widgets.form_pane import LET_GO
from tests.ui.keyboard import click
from tests.ui.live.conftest import REF, content, enter, settle
from tests.ui.live.test_forms import fill, send

OpenWindow = Callable[..., MainWindow]
KEY, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_after_the_meeting_the_key_goes_on_to_the_next_item_and_never_leaves_the_page(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    opening.close_meeting(running, REF)
    page = enter(qtbot, open_window, running)
    keys = [item.key for item in content(running).items]
    page.presenter.show_item(keys[0])
    settle(qtbot, page, operations)
    for expected in (keys[1], keys[2]):
        QTest.keyClick(page.item.minutes.editor, KEY.Key_Down, CONTROL)
        settle(qtbot, page, operations)
        assert page.presenter.scene is not None
        assert page.presenter.scene.shown == expected
    page.presenter.show_item(keys[-1])
    settle(qtbot, page, operations)
    QTest.keyClick(page.item.minutes.editor, KEY.Key_Down, CONTROL)
    settle(qtbot, page, operations)
    assert page.isVisible()
    assert page.presenter.scene is not None
    assert page.presenter.scene.shown == keys[-1]


def test_an_item_with_a_proposal_has_a_button_in_sight_that_decides_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    key = content(running).items[0].key
    decisions.set_proposals(running, key, tuple(ProposalContent(f"p{n}", "Gata " * 40) for n in range(6)))
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    button = page.item.decisions.decide
    assert not button.visibleRegion().isEmpty()
    click(button)
    settle(qtbot, page, operations)
    assert len(content(running).items[0].decisions) == 6
    assert not button.isVisible()


def test_the_closing_list_names_a_proposal_that_was_not_decided(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    key = content(running).items[0].key
    decisions.set_proposals(running, key, (ProposalContent("p", "anta planen"),))
    told = [gap for gap in gaps(content(running)) if "förslaget är inte avgjort" in gap.text]
    assert [gap.place for gap in told] == [f"item/{key}/decisions"]
    decisions.decide_proposals(running, key)
    assert not any("förslaget är inte avgjort" in gap.text for gap in gaps(content(running)))


def test_pasted_words_keep_their_hard_spaces_in_a_decision(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.item.decisions.add_line()
    [line] = page.item.decisions.lines
    pasted = QMimeData()
    pasted.setText("  avsätta 85\u00a0000 kronor\n enligt §\u00a030 ")
    line.edit.insertFromMimeData(pasted)
    assert line.edit.words() == "avsätta 85\u00a0000 kronor enligt §\u00a030"


def vote(page: LivePage) -> RollList:
    page.acts.add("vote")
    for name, words in (("yes_means", "bifall"), ("no_means", "avslag")):
        fill(page.form.editor(name), words)
    roll = page.form.editor("roll")
    assert isinstance(roll, RollList)
    return roll


def test_nobody_has_voted_until_a_vote_is_given_and_who_is_missing_is_named(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    roll = vote(page)
    assert {line.choice for line in roll.lines() if line.votes} == {None}
    QTest.keyClick(roll, KEY.Key_N)
    page.form.submit()
    settle(qtbot, page, operations)
    [said] = page.form.errors()
    second = next(line.name for line in roll.lines() if line.votes and line.choice is None)
    assert said.startswith("Röst saknas för ")
    assert second in said
    assert content(running).items[0].votes == ()
    click(next(b for b in page.form.findChildren(QPushButton) if b.objectName() == "live.form_roll_rest"))
    page.form.submit()
    settle(qtbot, page, operations)
    ballots = content(running).items[0].votes[0].ballots
    assert [b.choice for b in ballots].count(Ballot.NO) == 1
    assert ballots[1].choice is Ballot.YES


def test_who_is_disqualified_has_no_line_in_the_vote_and_is_named_beside_it(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    item = content(running).items[0].key
    page = enter(qtbot, open_window, running)
    vote(page)
    names = [line.name for line in _roll(page).lines() if line.votes]
    page.form.close_form()
    person = next(p for p in content(running).people if p.name == names[2])
    page.presenter.act(lambda office: decisions.put_recusal(office, item, RecusalContent("r", person.key)))
    settle(qtbot, page, operations)
    roll = vote(page)
    assert person.name not in [line.name for line in roll.lines()]
    assert f"{person.name} är jävig och röstar inte." in " ".join(
        said.text() for said in page.form.findChildren(QLabel)
    )
    for _ in range(len(names) - 2):
        QTest.keyClick(roll, KEY.Key_N)
    page.form.submit()
    settle(qtbot, page, operations)
    [said] = page.form.errors()
    assert said == f"Röst saknas för {names[-1]}. Ange rösten, eller välj Övriga: ja."


def _roll(page: LivePage) -> RollList:
    roll = page.form.editor("roll")
    assert isinstance(roll, RollList)
    return roll


def test_an_equal_vote_shows_the_casting_vote_before_it_is_kept(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    roll = vote(page)
    scene = page.presenter.scene
    assert scene is not None
    chair = presiding(scene.content, scene.shown)
    voters = [line.person for line in roll.lines() if line.votes]
    others = [person for person in voters if person != chair]
    noes = (len(others) + 1) // 2  # with the chair's own as many ja
    for at, person in enumerate(others):
        roll.setCurrentRow([line.person for line in roll.lines()].index(person))
        spare = len(others) % 2 == 0 and at == 0
        QTest.keyClick(roll, KEY.Key_A if spare else KEY.Key_N if at < noes + (len(others) % 2 == 0) else KEY.Key_J)
    roll.setCurrentRow([line.person for line in roll.lines()].index(chair))
    QTest.keyClick(roll, KEY.Key_J)
    name = scene.content.person(chair).name
    assert f"ordförandens utslagsröst ({name}) är ja" in roll.totals()
    casting = page.form.editor("casting")
    assert isinstance(casting, QComboBox)
    assert casting.currentText() == "behöver inte anges"
    QTest.keyClick(roll, KEY.Key_A)


def test_esc_closes_the_list_of_names_first_and_what_was_typed_comes_back(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.new_action()
    fill(page.form.editor("text"), "Byt armaturer")
    names = page.form.editor("responsible")
    names.setFocus()
    QTest.keyClicks(names, "pol")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(names, KEY.Key_Escape)
    assert not popup.isVisible()
    assert page.form.is_open()
    QTest.keyClick(names, KEY.Key_Escape)
    assert not page.form.is_open()
    window = page.window()
    assert isinstance(window, MainWindow)
    undo = window.messages.undo
    assert undo.isVisible()
    assert undo.words() == LET_GO
    undo.link_chosen.emit()
    assert page.form.is_open()
    assert page.form.values()["text"] == "Byt armaturer"
    assert page.form.values()["responsible"] == "pol"
    page.form.close_form()
    assert undo.isVisible(), "it is still not kept"


def test_a_form_in_which_nothing_was_typed_goes_without_a_word(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    handed = []
    page.form.let_go.connect(lambda *given: handed.append(given))
    for name in ("motion", "vote", "annex", "reservation"):
        page.acts.add(name)
        page.form.close_form()
    assert handed == []
    page.acts.add("motion")
    fill(page.form.editor("text"), "bifall")
    page.acts.ask_close()
    settle(qtbot, page, operations)
    assert len(handed) == 1


def test_a_guest_whom_the_register_lacks_is_added_on_the_spot_by_a_tick(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.open_form(page.forms.guest())
    fill(page.form.editor("person"), "Nils  Nykter")
    page.form.submit()
    [said] = page.form.errors()
    assert said == "”Nils Nykter” finns inte i Register. Rätta namnet, eller kryssa i Ny person."
    fill(page.form.editor("new"), "ja")
    assert page.form.errors() == [], "the tick says that the name is meant"
    send(qtbot, page, operations)
    added = content(running).participants[-1]
    assert content(running).person(added.person).name == "Nils Nykter"
    assert added.capacity is Capacity.GUEST
    assert added.stays
    assert [p.name for p in reading.people(running)].count("Nils Nykter") == 1


def test_an_organisation_that_the_register_lacks_is_responsible_on_the_spot_by_a_tick(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    page.acts.new_action()
    fill(page.form.editor("text"), "Byt armaturer")
    fill(page.form.editor("responsible"), "Polisen, Natt och dag AB")
    page.form.submit()
    assert [said.partition(" Rätta")[0] for said in page.form.errors()] == ["”Natt och dag AB” finns inte i Register."]
    fill(page.form.editor("new"), "ja")
    send(qtbot, page, operations)
    meeting = content(running)
    [action] = meeting.items[0].actions
    assert [meeting.organisation(key).name for key in action.responsible][-1] == "Natt och dag AB"
    assert len(action.responsible) == 2
    page.acts.open_form(page.forms.known_action(action.key))
    assert "Natt och dag AB" in str(page.form.values()["responsible"])


def test_a_substitute_in_a_forum_without_seats_is_told_why_and_led_to_register(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    page = enter(qtbot, open_window, running)
    scene = page.presenter.scene
    assert scene is not None
    bare = replace(scene, view=replace(scene.view, content=replace(scene.content, seats=())))
    person = next(p.person for p in scene.content.participants if p.capacity is Capacity.SUBSTITUTE)
    assert presence_form(scene, person).lead_words == ""
    form = presence_form(bare, person)
    told = next(field.help_words for field in form.fields if field.name == "serves")
    assert "inga platser i Register" in told
    page.acts.open_form(form)
    asked = []
    page.form.led.disconnect()
    page.form.led.connect(lambda *to: asked.append(to))
    click(next(b for b in page.form.findChildren(QPushButton) if b.objectName() == "live.form_lead"))
    assert asked == [("register", "forums")]


def test_two_proposals_and_their_button_are_seen_whole(
    qtbot: QtBot, open_window: OpenWindow, operations: Operations, running: Office
) -> None:
    key = content(running).items[0].key
    decisions.set_proposals(
        running, key, (ProposalContent("p1", "anta planen"), ProposalContent("p2", "följa upp den"))
    )
    page = enter(qtbot, open_window, running)
    settle(qtbot, page, operations)
    box = page.item.decisions
    qtbot.waitUntil(lambda: all(b.visibleRegion().boundingRect() == b.rect() for b in (box.decide, box.new)))
