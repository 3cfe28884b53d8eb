"""A sheet with every building block in its states: `python -m tests.ui.gallery [theme] [scale] [file.png]`."""

import sys
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QRadioButton, QWidget

from bra_desktop.ui.app import dress
from bra_desktop.ui.layouts import STRETCH, column, frame, row, rule
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.bars import Bar, Bars
from bra_desktop.ui.widgets.buttons import Button, FilterPill
from bra_desktop.ui.widgets.card import Card
from bra_desktop.ui.widgets.chain import Chain, Link
from bra_desktop.ui.widgets.chip import Chip
from bra_desktop.ui.widgets.date_field import DateField
from bra_desktop.ui.widgets.empty_page import EmptyPage
from bra_desktop.ui.widgets.fields import choice_field, text_field
from bra_desktop.ui.widgets.labels import key_cap, label
from bra_desktop.ui.widgets.note_bar import NoteBar
from bra_desktop.ui.widgets.page_head import PageHead
from bra_desktop.ui.widgets.progress import Progress
from bra_desktop.ui.widgets.stepper import Step, Stepper
from bra_desktop.ui.widgets.tabs import Segments, Tabs
from bra_desktop.ui.widgets.undo_bar import UndoBar
from bra_desktop.ui.widgets.year_wheel import Ring, WheelEvent, YearWheel

RESOURCES = Path(__file__).parents[2] / "resources"
TODAY = date(2026, 11, 24)
GROUPS = (
    ("meeting", "Möte"),
    ("action", "Åtgärd"),
    ("duty", "Lagens krav"),
    ("signature", "Underskrift"),
    ("problem", "EST-ärende"),
)
STEPS = (
    Step("Planerad", "2 november", "done"),
    Step("Kallad", "senast 26 nov", "now"),
    Step("Pågår", "3 december", "next"),
    Step("Granskning", "", "next"),
    Step("Justering", "senast 17 dec", "next"),
    Step("Arkiverad", "", "next"),
)
BARS = (
    Bar("Teknik och service", 2, 7, "teknik"),
    Bar("Almby Bostäder AB", 1, 5, "bostader"),
    Bar("Polisen", 1, 4, "polisen"),
    Bar("Barn och utbildning", 0, 4, "barn"),
    Bar("Socialtjänsten", 0, 3, "social"),
)
LINKS = (
    Link("gavel", "Beslut § 36, 17 september", "Rådet ökar närvaron i Stationsparken.", "done"),
    Link("list-checks", "Åtgärd: fotpatrull, senast 15 november", "Ansvariga: polisen och Almby Bostäder AB.", "done"),
    Link("message-square", "Svar från förvaltningen saknas", "Påminnelse skickad 18 november.", "late"),
    Link("calendar-clock", "Nästa möte: BRÅ 3 december", "Tas upp under Uppföljning, punkt 6.", "next"),
    Link("circle-check", "Avslutande beslut", "Föreslås när svaret har kommit.", "next"),
)
RINGS = (
    Ring("Lägesbild (OP)", "dot", "forum-op"),
    Ring("EST-grupp", "diamond", "forum-est"),
    Ring("BRÅ arbetsutskott", "square", "forum-au"),
    Ring("BRÅ", "circle", "forum-bra"),
    Ring("Sista dag", "triangle", "attention"),
)


def year_events() -> list[WheelEvent]:
    """A year's meetings and last days of the invented municipality."""
    new_year = date(2025, 12, 31)
    days = {
        0: [day for day in range(13, 360, 14) if not 180 < day < 222],
        1: [35, 77, 119, 161, 245, 280, 308, 343],
        2: [48, 118, 240, 316],
        3: [64, 141, 260, 337],
        4: [57, 78, 134, 155, 253, 274, 330, 351, 364],
    }
    return [
        WheelEvent(ring, new_year + timedelta(days=day), RINGS[ring].name)
        for ring, places in days.items()
        for day in places
    ]


def buttons_card(theme: Theme) -> Card:
    """Every look of a button, with and without focus."""
    off = Button(theme, "gallery.off", "Justera", "primary", "pen-line")
    closed = Button(theme, "gallery.closed", "Avstängd")
    for button in (off, closed):
        button.setEnabled(False)
    late, opened = FilterPill(theme, "gallery.late", "Försenade", 4), FilterPill(theme, "gallery.open", "Öppna", 28)
    late.setChecked(True)
    first = Button(theme, "gallery.first", "Öppna mötet", "primary", "play")
    second = Button(theme, "gallery.second", "Skapa kallelsen", "primary", "send")
    plain = Button(theme, "gallery.plain", "Vanlig", "plain", "eye")
    focused = Button(theme, "gallery.focused", "Med fokus", "plain", "focus")
    quiet = Button(theme, "gallery.quiet", "Tyst", "quiet", "printer")
    link = Button(theme, "gallery.link", "Länk", "link")
    add = Button(theme, "gallery.add", "yrkande", "add", "plus")
    add2 = Button(theme, "gallery.add_vote", "omröstning", "add", "plus")
    return Card(
        theme,
        "Knappar",
        row(theme, first, second, off, STRETCH, space=10, margin=(0, 2, 0, 2)),
        row(theme, plain, focused, closed, quiet, link, STRETCH, space=10, margin=(0, 2, 0, 2)),
        row(theme, add, add2, late, opened, key_cap("Ctrl+K"), key_cap("F8"), STRETCH, space=8),
        label("En enda fylld knapp på en sida. Det som saknas står bredvid den.", "caption"),
    )


def fields_card(theme: Theme) -> Card:
    """Fields, one of them wrong, and the choices."""
    place, _ = text_field(theme, "gallery.place", "Plats", "t.ex. Rådhuset")
    forum, _ = choice_field(theme, "gallery.forum", "Forum", [("Brottsförebyggande rådet", "bra")])
    day = DateField(theme, "gallery.day", "Mötesdag")
    day.set_value(TODAY)
    day.editor.setProperty("text", "2026-11-31")
    day.set_error("November har 30 dagar. Skriv till exempel 2026-11-30.")
    here, away = QCheckBox("Närvarande"), QCheckBox("Frånvarande")
    formal, notes = QRadioButton("Formellt protokoll"), QRadioButton("Minnesanteckningar")
    for at, choice in enumerate((here, away, formal, notes)):
        named(choice, f"gallery.choice_{at}", choice.text())
    here.setChecked(True)
    formal.setChecked(True)
    pair = row(theme, (place, 1), (forum, 1), space=12)
    return Card(theme, "Fält", pair, day, row(theme, here, away, formal, notes, STRETCH, space=16), space=9)


def words_card(theme: Theme) -> Card:
    """Every status as a chip."""
    lines = []
    for group, title in GROUPS:
        chips = [Chip(theme, look) for look in theme.tokens.status[group].values()]
        for start in range(0, len(chips), 5):
            first = label(title if not start else "", "overline")
            first.setFixedWidth(theme.px(84))
            lines.append(row(theme, first, *chips[start : start + 5], STRETCH, space=6))
    return Card(theme, "Lägen: samma ord, ikon och färg överallt", *lines, space=5)


def notes_card(theme: Theme) -> Card:
    """The messages of the four kinds."""
    undo = UndoBar(theme, "gallery.undo")
    undo.offer("Åtgärden är borttagen.", lambda: None)
    refused = NoteBar(theme, "gallery.refused", "late")
    refused.show_note("Mötet kan öppnas när ordförande och sekreterare är närvarande.", "Gå till närvaro")
    unsaved = NoteBar(theme, "gallery.unsaved", "attention", closable=False)
    unsaved.show_note("Ej sparat – försöker igen. Texten finns kvar här.", "Spara en kopia…")
    done = NoteBar(theme, "gallery.done", "done")
    done.show_note("14 svar inlästa från Teknik och service. 2 skiljer sig.", "Jämför")
    return Card(theme, "Besked", undo, refused, unsaved, done, space=6)


def work_card(theme: Theme) -> Card:
    """Long work that is going on."""
    work = Progress(theme, "gallery.work")
    work.show_progress("Läser in svar från Almby Bostäder, 31 av 50 rader", 31, 50)
    return Card(theme, "Arbete som pågår", work)


def empty_card(theme: Theme) -> QFrame:
    """An empty page."""
    fill = Button(theme, "gallery.fill", "Lägg till löfte", "primary", "plus")
    words = "Här samlas löftena för året, vilka som har skrivit under och hur det går."
    return frame(column(theme, EmptyPage(theme, "handshake", "Inga medborgarlöften än", words, fill)))


def pictures_sheet(theme: Theme) -> QWidget:
    """The self-painted ones."""
    head = PageHead(
        theme,
        "gallery_head",
        "BRÅ 3 december 2026",
        parent_title="Möten",
        trail="Brottsförebyggande rådet",
        buttons=(
            Button(theme, "gallery_head.preview", "Förhandsgranska", "plain", "eye"),
            Button(theme, "gallery_head.call", "Skapa kallelsen", "primary", "send"),
        ),
    )
    head.set_lines(beside="torsdag 10–12, Rådhuset, sal Lillån")
    stepper = Stepper(theme, "gallery.stepper", STEPS)
    tabs = Tabs("gallery.tabs", "Mötets delar", ("Dagordning", "Deltagare", "Handlingar", "Protokoll", "Historik"))
    tabs.set_count(0, 9)
    segments = Segments(theme, "gallery.segments", "Visa som", (("list", "Lista"), ("board", "Tavla")))
    small, large = (YearWheel(theme, f"gallery.wheel{n}", TODAY, small=n == 0) for n in range(2))
    for wheel in (small, large):
        wheel.show_year(RINGS, year_events(), TODAY)
    bars = Card(theme, "Försenade åtgärder", (Bars(theme, "gallery.bars", "Försenade åtgärder", BARS), 1))
    chain = Card(theme, "Så hänger det ihop", Chain(theme, "gallery.chain", LINKS), STRETCH)
    left = column(theme, bars, (chain, 1), space=10)
    right = column(theme, (Card(theme, "Året", (small, 1)), 1), space=10)
    step_card = frame(column(theme, stepper, margin=(16, 10, 16, 10)))
    middle = row(theme, (left, 3), (Card(theme, "Årshjul", (large, 1)), 4), (right, 2), space=10)
    sheet = QWidget()
    sheet.setProperty("look", "page")
    sheet.setLayout(
        column(theme, head, step_card, row(theme, tabs, STRETCH, segments), rule(), (middle, 1), margin=(20, 8, 20, 10))
    )
    return sheet


def gallery(theme: Theme) -> QWidget:
    """The sheet of parts, as in the design's picture of them."""
    left = column(theme, buttons_card(theme), fields_card(theme), (empty_card(theme), 1), space=9)
    right = column(theme, words_card(theme), notes_card(theme), work_card(theme), STRETCH, space=9)
    title = row(theme, label("Byggstenar", "h1"), STRETCH, label(f"{theme.name}, skala {theme.scale:g}", "muted"))
    sheet = QWidget()
    sheet.setProperty("look", "page")
    sheet.setLayout(column(theme, title, (row(theme, (left, 1), (right, 1), space=10), 1), margin=(20, 8, 20, 10)))
    return sheet


def main() -> None:
    """Shows the sheet, or saves it as a picture when a file is named."""
    choice, scale, file = [*sys.argv[1:], *("light", "1", "")[len(sys.argv) - 1 :]][:3]
    application = QApplication([])
    theme = dress(application, RESOURCES, choice, float(scale))
    sheets = [gallery(theme), pictures_sheet(theme)]
    for number, sheet in enumerate(sheets):
        sheet.resize(1366, 768)
        sheet.show()
        if file:
            name = file.replace(".png", f"-{number + 1}.png")
            QTimer.singleShot(300, lambda sheet=sheet, name=name: sheet.grab().save(name))
    if file:
        QTimer.singleShot(600, application.quit)
    application.exec()


if __name__ == "__main__":
    main()
