"""A space that holds its words together, as in § 30 and 85 000 kr, stays one in every field where words are typed."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.content import ProposalContent
from bra_desktop.ui.adjustment.ways_card import WaysCard
from bra_desktop.ui.meeting.agenda.clauses import Clauses, without_att
from bra_desktop.ui.rich_text.paste import copied
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.entries import LongEntry
from tests.ui.keyboard import part

HARD = "bifalla §\xa030 och anslå 85\xa0000\xa0kr"


def test_in_a_proposed_decision(qtbot: QtBot, theme: Theme) -> None:
    clauses = Clauses(theme, "item.proposals")
    qtbot.addWidget(clauses)
    clauses.show_proposals((ProposalContent("p", HARD),))
    assert [proposal.text for proposal in clauses.proposals()] == [HARD]


def test_an_att_sats_on_several_lines_becomes_one_and_keeps_its_hard_spaces() -> None:
    assert without_att(f" Att {HARD}\n  under\t2027 ") == f"{HARD} under 2027"


def test_in_a_field_of_several_lines(qtbot: QtBot, theme: Theme) -> None:
    entry = LongEntry(theme, "page", "note", "Anteckning")
    qtbot.addWidget(entry.field)
    entry.show(f"{HARD}\nrad två")
    assert entry.read() == f"{HARD}\nrad två"


def test_in_the_reason_of_a_refusal(qtbot: QtBot, theme: Theme) -> None:
    card = WaysCard(theme)
    qtbot.addWidget(card)
    part(card, QPlainTextEdit, "adjustment.reason").setPlainText(HARD)
    with qtbot.waitSignal(card.refuse_asked) as asked:
        part(card, QPushButton, "adjustment.refuse_now").click()
    assert asked.args == [HARD]


def test_in_what_is_copied_as_plain_words(qtbot: QtBot) -> None:
    edit = QPlainTextEdit(f"{HARD}\nrad två")
    qtbot.addWidget(edit)
    cursor = QTextCursor(edit.document())
    cursor.select(QTextCursor.SelectionType.Document)
    assert copied(cursor, lambda: "b").text() == f"{HARD}\nrad två"
