"""The cards beside the signing: who signs, what the check says, and the protocol itself in small."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bra_desktop.domain.kinds import Medium
from bra_desktop.domain.swedish import plural
from bra_desktop.services.papers.documents import MadeDocument
from bra_desktop.ui.adjustment.check import Check, SignerLine
from bra_desktop.ui.adjustment.presenter import Loaded
from bra_desktop.ui.layouts import STRETCH, box, column, empty, frame, row, rule, scroll
from bra_desktop.ui.naming import named
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.avatar import Avatar
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.card import Card
from bra_desktop.ui.widgets.chip import Chip
from bra_desktop.ui.widgets.labels import Glyph, breakable, label, retone

PAPER = 1.414
WIDE = 150
NOT_SEEN = "Visas inte medan skärmen delas. Att spara går."
AFTERWARDS = {
    True: (
        ("lock", "Protokollet är justerat", "Fel som hittas senare skrivs som rättelse bredvid."),
        ("archive", "Mötet kan arkiveras", "Då prövas filen och underskrifterna en gång till."),
    ),
    False: (
        ("lock", "Paragrafen är omedelbart justerad", "Beslutet kan användas genast."),
        ("pen-line", "Resten av protokollet justeras för sig", "Paragrafen följer med, som den är underskriven."),
    ),
}


class SignersCard(Card):
    """`chosen` tells whose turn it is to sign, `certificate_asked` who needs a certificate.

    `apart_asked`: to the signatures of a § (its key) that is signed apart, or of the whole (empty). `laid_out`: the
    list may need another height.
    """

    apart_asked = Signal(str)
    chosen = Signal(object)
    certificate_asked = Signal(object)
    laid_out = Signal()

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._lines: QVBoxLayout = column(theme, space=0)
        self._count = label("", "caption")
        super().__init__(theme, "Vem ska skriva under", self._lines, side=self._count)

    def show_signers(self, loaded: Loaded, chosen: SignerLine | None) -> None:
        empty(self._lines)
        self._add_apart(loaded)
        done = sum(1 for one in loaded.signers if one.status == "signed")
        self._count.setText(f"{done} av {len(loaded.signers)} klara" if loaded.frozen else "")
        for at, one in enumerate(loaded.signers):
            if at:
                self._lines.addWidget(rule())
            self._lines.addWidget(self._row(at, one, loaded, one is chosen))
        if not loaded.signers:
            self._lines.addWidget(label("Ingen är utsedd att skriva under än.", "muted", wrap=True))
        self._lines.addStretch(1)  # or few names would be drawn apart from their duties

    def needs(self, width: int) -> int:
        """The height in which the whole list is seen, at that width; both in pixels."""
        return max(self.heightForWidth(width), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return done

    def _add_apart(self, loaded: Loaded) -> None:
        """First, since the list may be long: to each § that is signed apart, and from one of them to the whole."""
        ways = [(one.key, one.words, f"Visar underskrifterna för {one.name}") for one in loaded.apart]
        if loaded.item:
            ways.append(("", "Visa protokollets underskrifter", "Underskrifterna för de andra paragraferna"))
        for at, (key, words, tip) in enumerate(ways):
            go = Button(self._theme, f"adjustment.apart_{at}" if key else "adjustment.whole", words, "link", tip=tip)
            go.clicked.connect(lambda _on=False, key=key: self.apart_asked.emit(key))
            self._lines.addWidget(box(row(self._theme, go, STRETCH, margin=(0, 0, 0, 4))))
        if ways:
            self._lines.addWidget(rule())

    def _row(self, at: int, one: SignerLine, loaded: Loaded, chosen: bool) -> QWidget:
        theme = self._theme
        about = one.when or ("väntar på underskrift" if loaded.frozen else "")
        same = loaded.frozen and len({other.items for other in loaded.signers}) == 1
        electronic = loaded.medium is Medium.ELECTRONIC
        lacks = electronic and one.status == "waiting" and not one.has_certificate
        below = ", ".join(filter(None, (one.role_words, "" if same else one.items, "" if lacks else about)))
        name = label(breakable(one.name), "strong", wrap=True)
        text = column(theme, name, label(below, "caption", wrap=True), space=1)
        if lacks:
            tip = f"Inget certifikat är registrerat. Visar certifikaten för {one.name} i Register"
            get = Button(theme, f"adjustment.certificate_{at}", "Skaffa certifikat", "link", tip=tip)
            get.clicked.connect(lambda: self.certificate_asked.emit(one))
            text.addLayout(row(theme, get, STRETCH))
        parts: list[QWidget] = [Chip(theme, theme.status("signature", one.status))] if loaded.frozen else []
        if loaded.frozen and one.status == "waiting" and not loaded.done and not chosen:
            pick = Button(theme, f"adjustment.pick_{at}", "Välj", "link", tip=f"{one.name} skriver under nu")
            pick.clicked.connect(lambda: self.chosen.emit(one))
            parts.insert(0, pick)
        line = frame(row(theme, Avatar(theme, one.name), (text, 1), *parts, space=10, margin=(0, 6, 0, 6)), "")
        line.setAccessibleName(f"{one.name}, {one.role_words}")
        return line


class CheckCard(Card):
    """`again` asks for the check anew, `file_asked` for a file of the user's own choice."""

    again = Signal()
    file_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        again = Button(theme, "adjustment.check_again", "Pröva igen", "link", tip="Prövar underskrifterna på nytt")
        other = Button(theme, "adjustment.check_file", "Pröva underskrifter…", "link", tip="Prövar en vald fil")
        self._narrow = False
        self._sign = Glyph(theme, "info", "primary", 24)
        self._headline = label("", "h3", wrap=True)
        self._below = label("", "caption", wrap=True)
        words = column(theme, self._headline, self._below, space=2)
        self._plane = frame(row(theme, self._sign, (words, 1), space=14, margin=(14, 10, 14, 10)), "note-primary")
        self._plane.hide()
        self._lines: QVBoxLayout = column(theme, space=10)
        after: QVBoxLayout = column(theme, label("När alla har skrivit under", "overline"), space=8)
        self._afterwards = {whole: self._afterwards_of(whole) for whole in (True, False)}
        for part in self._afterwards.values():
            after.addWidget(part)
        self._after = box(column(theme, rule(), after, space=10))
        held = column(theme, self._plane, self._lines, STRETCH, space=12, margin=(0, 0, 8, 0))
        super().__init__(theme, "Vad kontrollen säger", (scroll(box(held)), 1), self._after, side=box(
            row(theme, other, again, space=12)
        ))  # fmt: skip
        self.show_whole(True)
        again.clicked.connect(self.again)
        other.clicked.connect(self.file_asked)

    def _afterwards_of(self, whole: bool) -> QWidget:
        """What follows, for the whole protocol or for one paragraph."""
        lines = [self._line(icon, "muted", what, meaning) for icon, what, meaning in AFTERWARDS[whole]]
        return box(column(self._theme, *lines, space=8))

    def show_whole(self, whole: bool) -> None:
        """Whether it is the whole protocol that is signed, or one paragraph."""
        for of_whole, part in self._afterwards.items():
            part.setVisible(of_whole is whole)

    def show_check(self, check: Check, *, ended: bool = False) -> None:
        self._plane.show()
        retone(self._plane, "look", f"note-{check.tone}")
        self._sign.show_icon(check.icon, check.tone)
        self._headline.setText(check.headline)
        self._below.setText(check.below)
        empty(self._lines)
        for one in check.lines:
            self._lines.addWidget(self._line(one.icon, one.tone, one.words, one.meaning))
        self._after.setVisible(not ended and not self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """Leaves out what comes afterwards when room is short."""
        self._narrow = narrow
        self._after.setVisible(not narrow)

    def headline(self) -> str:
        return self._headline.text()

    def _line(self, icon: str, tone: str, what: str, meaning: str) -> QWidget:
        theme = self._theme
        words = [label(what, wrap=True)] + ([label(meaning, "caption", wrap=True)] if meaning else [])
        sign = column(theme, Glyph(theme, icon, tone), STRETCH, margin=(0, 2, 0, 0))
        return box(row(theme, sign, (column(theme, *words, space=1), 1), space=12))


class DocumentCard(Card):
    """The first page in small, the number of pages, and the annexes' names."""

    opened = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._pages = label("", "caption")
        self._picture = named(QLabel(), "adjustment.first_page", "Protokollets första sida")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._picture.setWordWrap(True)
        self._picture.setFixedHeight(round(theme.px(WIDE) * PAPER))
        open_it = Button(theme, "adjustment.open", "Öppna", "plain", "eye", "Visar hela protokollet")
        self.save = Button(theme, "adjustment.save", "Spara…", "plain", "download", "Sparar protokollet som pdf")
        self._annexes = label("", "caption", wrap=True)
        held = scroll(box(column(theme, self._annexes, STRETCH)))
        self._annex_title = label("Bilagor", "overline")
        super().__init__(
            theme, "Protokollet", self._picture, row(theme, open_it, self.save, STRETCH), 4, self._annex_title,
            (held, 1), side=self._pages,
        )  # fmt: skip
        self.setFixedWidth(theme.px(244))
        self.made: MadeDocument | None = None
        self._drawn: tuple[MadeDocument | None, bool] = (None, False)
        self.save.setEnabled(False)
        open_it.clicked.connect(self.opened)
        self.save.clicked.connect(self.save_asked)

    def show_annexes(self, titles: tuple[str, ...]) -> None:
        self._annexes.setText("\n".join(titles))
        self._annex_title.setVisible(bool(titles))
        self._annexes.setVisible(bool(titles))

    def show_picture(self, *, seen: bool) -> None:
        """Draws the first page, unless it may not be seen; a document without pages leaves the place white."""
        made = self.made
        self.save.setEnabled(made is not None)
        before, self._drawn = self._drawn, (made, seen)
        if before == self._drawn:
            return
        if made is None or not seen:
            self._picture.setPixmap(QPixmap())
            self._picture.setText(NOT_SEEN if made is not None else "")
            self._pages.setText("")
            return
        document, buffer = QPdfDocument(self), QBuffer(self)
        buffer.setData(QByteArray(made.content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        wide = self._theme.px(WIDE)
        size = QSize(wide, round(wide * PAPER))
        paper = QImage(size * 2, QImage.Format.Format_RGB32)
        paper.fill(QColor("white"))
        painter = QPainter(paper)
        painter.drawImage(0, 0, document.render(0, size * 2))
        painter.setPen(self._theme.colour("line-strong"))
        painter.drawRect(paper.rect().adjusted(0, 0, -1, -1))
        painter.end()
        paper.setDevicePixelRatio(2)
        self._picture.setPixmap(QPixmap.fromImage(paper))
        self._pages.setText(f"{plural(document.pageCount(), 'sida', 'sidor')}, PDF/A")
        document.close()
