"""The card in which somebody signs, with a certificate file or on paper, or refuses with a reason."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QWidget

from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Medium
from bra_desktop.domain.swedish import genitive
from bra_desktop.ui.adjustment.check import SignerLine
from bra_desktop.ui.adjustment.choice_row import ChoiceRow
from bra_desktop.ui.adjustment.presenter import CERTIFICATE_FILE, PIN, Loaded, adjusted_words
from bra_desktop.ui.layouts import STRETCH, box, column, row
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.card import Card
from bra_desktop.ui.widgets.date_field import DateField
from bra_desktop.ui.widgets.fields import Field
from bra_desktop.ui.widgets.file_choice import CERTIFICATE, file_to_open
from bra_desktop.ui.widgets.labels import label
from bra_desktop.ui.widgets.plain_words import words_of

OTHER_TIP = "Låser samma ord en gång till, att skrivas under på det sättet i stället"
INK = "Skriv ut protokollet, skriv under och anteckna dagen här. Originalet förvaras hos kommunen."


class WaysCard(Card):
    """Before the lock it chooses the way; then it takes the signature of the one whose turn it is."""

    medium_chosen = Signal(object)
    sign_asked = Signal(object, str)
    ink_asked = Signal(object)
    refuse_asked = Signal(str)
    _sign: Button
    _record: Button
    _path: QLineEdit
    _pin: QLineEdit

    def __init__(self, theme: Theme) -> None:
        self._theme, self._other_medium = theme, Medium.INK
        self.choose_file: Callable[[], Path | None] = lambda: file_to_open(self, "Välj certifikatfil", CERTIFICATE)
        self._group = QButtonGroup()
        below = "Fil och pinkod. Inget nät behövs."
        self._electronic = ChoiceRow(
            theme, "adjustment.electronic", "Med certifikatfil", below, "file-badge", self._group
        )
        self._paper = ChoiceRow(
            theme, "adjustment.ink", "På papper", "Skriv ut, skriv under, anteckna dagen.", "printer", self._group
        )
        self._words = label("", "caption", wrap=True)
        self._with_file, self._on_paper, self._refusal = self._file_part(), self._ink_part(), self._refuse_part()
        self._refuse = Button(theme, "adjustment.refuse", "Avböj med skäl", "link", tip="Protokollet går tillbaka")
        self._refuse.clicked.connect(lambda: self._refusal.setVisible(self._refusal.isHidden()))
        self._other = Button(theme, "adjustment.other_way", "På papper", "link", tip=OTHER_TIP)
        self._other.clicked.connect(lambda: self.medium_chosen.emit(self._other_medium))
        super().__init__(
            theme, "Så skrivs protokollet under", self._electronic, self._paper, self._with_file, self._on_paper,
            row(theme, self._sign, self._record, STRETCH, self._other, self._refuse),
            self._refusal, self._words, STRETCH, space=9,
        )  # fmt: skip
        self._electronic.button.clicked.connect(lambda: self.medium_chosen.emit(Medium.ELECTRONIC))
        self._paper.button.clicked.connect(lambda: self.medium_chosen.emit(Medium.INK))
        # Nothing is known of the protocol yet.
        for part in (
            self._electronic, self._paper, self._with_file, self._on_paper, self._sign, self._record, self._other,
            self._refuse, self._refusal, self._words,
        ):  # fmt: skip
            part.hide()

    def show_adjustment(self, loaded: Loaded, signer: SignerLine | None) -> None:
        signing = loaded.frozen and not loaded.done and signer is not None
        electronic = loaded.medium is Medium.ELECTRONIC
        for choice, medium in ((self._electronic, Medium.ELECTRONIC), (self._paper, Medium.INK)):
            choice.button.setChecked(loaded.medium is medium)
            choice.setVisible(loaded.may_choose and not loaded.frozen)
        # What is locked is signed in the way it was locked for: the list of those who sign needs the room.
        self._other_medium = Medium.INK if electronic else Medium.ELECTRONIC
        self._other.set_words("På papper" if electronic else "Certifikatfil")
        self._other.setVisible(signing and loaded.may_choose)
        whose = f"{genitive(signer.name)} underskrift" if signing and signer else ""
        ways = "Alla har skrivit under" if loaded.done else "Så skrivs protokollet under"
        self.heading.setText(whose or ways)
        self._with_file.setVisible(signing and electronic)
        self._sign.setVisible(signing and electronic)
        self._on_paper.setVisible(signing and not electronic)
        self._record.setVisible(signing and not electronic)
        # What has been adjusted on the meeting is over; only the whole protocol can be refused.
        self._refuse.setVisible(signing and not loaded.item)
        self._refusal.setVisible(signing and not loaded.item and not self._refusal.isHidden())
        if loaded.done:
            self._words.setText(adjusted_words(loaded))
        elif not loaded.frozen:
            self._words.setText("Välj innan protokollet lämnas till justering. De två sätten blandas inte.")
        else:
            self._words.setText("" if electronic else " ".join(filter(None, (INK, loaded.on_paper))))
        self._words.setVisible(bool(self._words.text()))
        self._day.today = lambda: loaded.today - timedelta(days=364)  # a signature lies behind
        if self._day.value() is None:
            self._day.set_value(loaded.today)

    def focus_first(self) -> None:
        """The keyboard goes where the next one who signs begins."""
        if self._with_file.isVisible():
            self._path.setFocus()

    def refuse_signature(self, error: UserError) -> None:
        """Shows at the file what is wrong with it or the certificate in it, at the pin what is wrong with that."""
        self._clear_errors()
        self._sign.setEnabled(True)
        for where, field, edit in (
            (CERTIFICATE_FILE, self._file_field, self._path),
            (PIN, self._pin_field, self._pin),
        ):
            if error.where == where:
                field.set_error(error.text)
                edit.setFocus()
                edit.selectAll()

    def refuse_ink(self, error: UserError) -> None:
        self._day.set_error(error.text)

    def refuse_reason(self, error: UserError) -> None:
        self._reason_field.set_error(error.text)

    def take_file(self, path: Path) -> None:
        """The certificate file that will be used; what was wrong with another one is over."""
        self._path.setText(str(path))
        self._clear_errors()
        self._pin.setFocus()

    # ── inside ───────────────────────────────────────────────────────────────────────────────
    def _file_part(self) -> QWidget:
        theme = self._theme
        choose = Button(theme, "adjustment.choose_file", "Välj…", tip="Väljer certifikatfilen")
        choose.clicked.connect(self._choose_file)
        self._path = QLineEdit()
        self._path.textChanged.connect(self._path_changed)
        self._path.returnPressed.connect(lambda: self._pin.setFocus())
        self._file_field = Field(theme, "adjustment.file", "Certifikatfil", self._path, beside=choose)
        self._pin = QLineEdit()
        self._pin.setEchoMode(QLineEdit.EchoMode.Password)
        self._pin_field = Field(theme, "adjustment.pin", "Pinkod", self._pin)
        self._sign = Button(theme, "adjustment.sign", "Skriv under", "primary", "pen-line")
        self._sign.setEnabled(False)
        self._sign.clicked.connect(self._ask_sign)
        self._pin.returnPressed.connect(self._ask_sign)
        self._pin.textEdited.connect(lambda: self._pin_field.set_error(""))
        return box(column(theme, self._file_field, self._pin_field, space=8))

    def _ink_part(self) -> QWidget:
        theme = self._theme
        self._day = DateField(theme, "adjustment.ink_day", "Underskrivet den")
        self._record = Button(theme, "adjustment.record", "Anteckna underskrift", "primary", "pen-line")
        self._record.clicked.connect(self._ask_ink)
        return box(column(theme, self._day))

    def _refuse_part(self) -> QWidget:
        theme = self._theme
        self._reason = QPlainTextEdit()
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(theme.px(64))
        help_words = "Skälet följer med tillbaka till granskningen."
        self._reason_field = Field(theme, "adjustment.reason", "Skäl", self._reason, help_words)
        send = Button(theme, "adjustment.refuse_now", "Avböj", "plain", "x")
        send.clicked.connect(lambda: self.refuse_asked.emit(words_of(self._reason)))
        return box(column(theme, self._reason_field, row(theme, send, STRETCH), space=8))

    def _clear_errors(self) -> None:
        self._file_field.set_error("")
        self._pin_field.set_error("")

    def _path_changed(self, text: str) -> None:
        self._clear_errors()
        self._sign.setEnabled(bool(text.strip()))

    def _choose_file(self) -> None:
        if (path := self.choose_file()) is not None:
            self.take_file(path)

    def _ask_sign(self) -> None:
        path = self._path.text().strip()
        if not path:
            self._file_field.set_error("Välj certifikatfilen först.")
        elif not self._pin.text():
            self._pin_field.set_error("Skriv pinkoden till certifikatfilen.")
        else:
            self._clear_errors()
            self.sign_asked.emit(Path(path), self._pin.text())

    def _ask_ink(self) -> None:
        day = self._day.value()
        if day is not None and not self._day.error():
            self.ink_asked.emit(day)

    def reset(self) -> None:
        """Forgets file, pin and reason: somebody else signs next."""
        self._path.clear()
        self._pin.clear()
        self._clear_errors()
        self._reason.clear()
        self._reason_field.set_error("")
        self._refusal.hide()
