"""A document is printed page after page by the computer's own box, and the window goes on answering."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

from bra_desktop.documents.pdf.pdf import render
from bra_desktop.plays.bench_documents import sample_protocol
from bra_desktop.services.papers.documents import MadeDocument
from tests.ui.meeting.conftest import Shown

LONG = render(sample_protocol(10))


@pytest.fixture
def paper(shown: Shown, tmp_path: Path) -> Path:
    """Where the printer puts what it prints: a printer that prints to a file."""
    place = tmp_path / "utskrift.pdf"

    def take(printer: QPrinter, _pages: int) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(place))
        return True

    shown.page.prints.printing.ask = take
    return place


def said(shown: Shown) -> str:
    return " ".join(shown.window.messages.words())


def pages(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def test_the_shown_document_is_printed_whole(shown: Shown, paper: Path) -> None:
    shown.page.preview()
    document = shown.page.parts.document
    shown.settle(lambda: document.pages() > 0)
    assert document._preview is not None
    document._preview.print_wanted.emit()
    shown.settle(lambda: "Utskriften är sparad i filen." in said(shown))
    assert pages(paper) == document.pages()


def test_the_window_answers_while_a_long_protocol_is_printed(shown: Shown, paper: Path) -> None:
    rounds: list[int] = []
    ticking = QTimer()
    ticking.timeout.connect(lambda: rounds.append(1))
    ticking.start(0)
    shown.page.prints.print_document(MadeDocument("protocol", "Protokoll.pdf", LONG))
    shown.settle(lambda: "Utskriften är sparad i filen." in said(shown))
    assert len(rounds) >= pages(paper) > 5


def test_a_print_that_is_broken_off_says_so_and_another_can_follow(shown: Shown, paper: Path) -> None:
    long = MadeDocument("protocol", "Protokoll.pdf", LONG)
    shown.page.prints.print_document(long)
    shown.page.prints.print_document(long)
    assert "pågår redan" in said(shown)
    shown.window.messages._kinds.work.cancelled.emit()
    shown.settle(lambda: "Utskriften är avbruten" in said(shown))
    shown.page.prints.print_document(long)
    shown.settle(lambda: "Utskriften är sparad i filen." in said(shown))


class BothSides(QPrinter):
    """A printer that can print on both sides; one that prints to a file can't. What it prints comes in the file."""

    def __init__(self) -> None:
        super().__init__()
        self._sides = QPrinter.DuplexMode.DuplexNone

    def outputFormat(self) -> QPrinter.OutputFormat:
        return QPrinter.OutputFormat.NativeFormat

    def duplex(self) -> QPrinter.DuplexMode:
        return self._sides

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
        self._sides = duplex


def test_one_or_both_sides_are_remembered(shown: Shown, paper: Path) -> None:
    chosen: list[str] = []
    printing = shown.page.prints.printing
    take = printing.ask

    def both(printer: QPrinter, pages: int) -> bool:
        chosen.append(printer.duplex().name)
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        return take(printer, pages)

    printing.ask = both
    for make in (BothSides, BothSides, QPrinter, BothSides):
        printing.make_printer = make
        print_long(shown)
    assert (chosen[1], chosen[3]) == ("DuplexLongSide", "DuplexLongSide"), "a file in between has no sides"


def print_long(shown: Shown) -> None:
    shown.page.prints.print_document(MadeDocument("protocol", "Protokoll.pdf", LONG))
    shown.settle(lambda: not shown.page.prints.printing.busy())


def words_on(file: Path) -> list[str]:
    """The size of the picture of each page tells them apart."""
    with pikepdf.open(file) as pdf:
        return [str(sum(len(image.read_raw_bytes()) for image in page.get_images().values())) for page in pdf.pages]


def test_a_file_has_the_pages_the_order_and_the_copies_that_were_chosen(shown: Shown, paper: Path) -> None:
    printing = shown.page.prints.printing
    take = printing.ask
    print_long(shown)
    whole = words_on(paper)
    assert len(set(whole)) == len(whole)

    def choose(printer: QPrinter, pages: int) -> bool:
        assert pages == len(whole)
        printer.setFromTo(2, 3)
        printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
        printer.setCopyCount(2)
        return take(printer, pages)

    printing.ask = choose
    print_long(shown)
    assert words_on(paper) == [whole[2], whole[1]] * 2


def test_what_is_printed_is_said_once_with_its_page(shown: Shown, paper: Path) -> None:
    heard: list[str] = []
    work = shown.window.messages._kinds.work
    work._bar.valueChanged.connect(lambda _at: QTimer.singleShot(0, lambda: heard.append(work._doing.text())))
    print_long(shown)
    count = pages(paper)
    assert f"Skriver ut, sida 2 av {count}" in heard


def test_the_computers_own_box_offers_the_pages_that_there_are(shown: Shown, tmp_path: Path) -> None:
    offered: list[int] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QPrintDialog)
        offered.extend((box.minPage(), box.maxPage()))
        box.reject()

    QTimer.singleShot(0, answer)
    shown.page.prints.print_document(MadeDocument("protocol", "Protokoll.pdf", LONG))
    assert offered[0] == 1
    assert offered[1] > 5
    assert not shown.page.prints.printing.busy()


def test_nothing_is_printed_when_the_box_is_closed(shown: Shown) -> None:
    shown.page.prints.printing.ask = lambda _printer, _pages: False
    shown.page.prints.print_document(MadeDocument("protocol", "Protokoll.pdf", LONG))
    assert not shown.page.prints.printing.busy()
