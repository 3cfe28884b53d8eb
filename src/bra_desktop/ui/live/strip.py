"""The strip at the top of Mötesläge: clock, meeting, attendance, and the one filled button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from bra_desktop.ui.layouts import STRETCH, box, column, keep_place, row, rule
from bra_desktop.ui.live.course import Strip
from bra_desktop.ui.live.people_button import PeopleButton
from bra_desktop.ui.live.scene import STEP_WORDS, Step
from bra_desktop.ui.room import Room
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.labels import ElidedLabel, Glyph, label, retone

STEP_ICONS = {
    Step.OPEN: "play",
    Step.TAKE_UP: "play",
    Step.NEXT: "arrow-down",
    Step.CLOSE: "check",
    Step.LEAVE: "chevron-left",
}
STEP_TIPS = {
    Step.OPEN: "Öppnar mötet nu och tar upp det första ärendet. Ctrl+Pil ned",
    Step.TAKE_UP: "Tar upp ärendet som visas; det får sin paragraf nu. Ctrl+Pil ned",
    Step.NEXT: "Går till nästa ärende och sparar. Ctrl+Pil ned",
    Step.CLOSE: "Visar vad som saknas och avslutar mötet. Ctrl+Pil ned",
    Step.LEAVE: "Går till mötets sida, där protokollet lämnas vidare. Ctrl+Skift+M",
}


class LiveStrip(QFrame):
    """`stepped` is the filled button; the others are named after what they do."""

    stepped = Signal()
    back = Signal()
    adjourned = Signal()
    full_screen = Signal()
    projector_asked = Signal()
    more = Signal()
    people_asked = Signal()
    actions_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("look", "topbar")
        self._back = self._quiet("back", "Tillbaka", "chevron-left", "Går tillbaka; mötet fortsätter")
        self._back.set_compact(True)
        self._clock, self._title, self._item = label("", "h1"), ElidedLabel("", "strong"), ElidedLabel("", "caption")
        self._sign = Glyph(theme, "users", "done", 18)
        self._present, self._quorum = label(""), label("", "caption")
        self._people = PeopleButton(theme)
        self._actions = Button(theme, "live.actions", "", "plain", "list-checks", tip="Visar ärendets åtgärder")
        self._pause = self._quiet("adjourn", "Ajournera", "circle-pause", "Börjar eller avslutar en paus. F12")
        self._projector = self._quiet("projector", "Projektor F5", "monitor", "Visar ärendet på en annan skärm. F5")
        self._projector.setCheckable(True)
        self._full = self._quiet("full", "Helskärm F11", "maximize", "Fyller hela skärmen, eller återgår. F11")
        self._more = self._quiet("more", "Mer", "ellipsis", "Klockslag, personer, projektorn, avsluta mötet. F10")
        self.step = Button(theme, "live.step", "Nästa ärende", "primary", "arrow-down")
        self._step: Step | None = None
        self._words: Strip | None = None
        self._narrow = False
        self._paused: bool | None = None
        for button, signal in (
            (self._back, self.back), (self._people, self.people_asked), (self._actions, self.actions_asked),
            (self._pause, self.adjourned), (self._full, self.full_screen), (self._more, self.more),
            (self._projector, self.projector_asked),
            (self.step, self.stepped),
        ):  # fmt: skip
            button.clicked.connect(lambda _on=False, signal=signal: signal.emit())
        self._line = rule(vertical=True)
        for words in (self._title, self._item):  # else neither would be wider than the shorter of them
            words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        names = column(theme, self._title, self._item, space=0)
        self._here = box(row(theme, self._sign, column(theme, self._present, self._quorum, space=0), space=9))
        left, middle = (self._back, self._clock, self._line, names), (self._here, self._people, self._actions)
        right = (self._pause, self._projector, self._full, self._more, self.step)
        self._acts = keep_place(box(row(theme, *middle, *right, space=10)))
        self.setLayout(row(theme, *left, STRETCH, self._acts, space=10, margin=(8, 5, 16, 5)))
        self.setMinimumHeight(theme.px(theme.tokens.size["topbar"] + 4))
        self.set_room(Room())

    def wait(self) -> None:
        """Until the meeting has been read there is nothing to press but the way back."""
        self._acts.hide()
        self._words = None
        for said in (self._clock, self._title, self._item):
            said.setText("")

    def show_strip(self, words: Strip) -> None:
        """What is the same as before costs nothing: this is called at every change."""
        if words == self._words:
            return
        self._words = words
        self._acts.show()
        self._tell(words)

    def _tell(self, words: Strip) -> None:
        self._clock.setText(words.clock)
        self._title.setText(words.short_title if self._narrow and words.short_title else words.title)
        self._item.setText(words.shorter if self._narrow and words.shorter else words.item)
        self._present.setText(words.present)
        self._quorum.setText(words.quorum)
        self._quorum.setVisible(bool(words.quorum))
        tone = ("done" if words.quorate else "late") if words.counts else "muted"
        retone(self._quorum, "tone", tone)
        self._sign.show_icon("users" if words.quorate else "triangle-alert", tone)
        self._people.show_count(words.present, words.quorum, quorate=words.quorate, counts=words.counts)
        self._actions.setMinimumHeight(self._people.sizeHint().height())

    def show_actions(self, count: int) -> None:
        if self._actions.text() != str(count):
            self._actions.set_words(str(count))
        self._actions.setAccessibleName(f"Åtgärder i ärendet: {count}")

    def show_step(self, step: Step, *, running: bool, adjourned: bool) -> None:
        if step is not self._step:
            self._step = step
            self.step.set_words(STEP_WORDS[step])
            self.step.set_icon(STEP_ICONS[step])
            self.step.setToolTip(STEP_TIPS[step])
        self._pause.setVisible(running)
        if adjourned is not self._paused:
            self._paused = adjourned
            self._pause.set_words("Återuppta" if adjourned else "Ajournera")
            self._pause.set_icon("circle-play" if adjourned else "circle-pause")

    def _quiet(self, part: str, words: str, icon: str, tip: str) -> Button:
        return Button(self._theme, f"live.{part}", words, "quiet", icon, tip=tip)

    def show_projector(self, is_open: bool) -> None:
        self._projector.setChecked(is_open)

    def set_room(self, room: Room) -> None:
        """Without side panels their figures stand here as buttons; in a narrow window words give way to icons."""
        self._narrow = room.no_sides
        if self._words is not None:
            self._tell(self._words)
        self._here.setVisible(not room.no_sides)
        self._people.setVisible(room.no_sides)
        self._full.setVisible(not room.no_sides)
        self._actions.setVisible(room.no_sides)
        for button in (self._pause, self._projector, self._full, self._more):
            button.set_compact(room.narrow)

    def below_more(self) -> QPoint:
        """Where the menu opens, on the screen."""
        return self._more.mapToGlobal(self._more.rect().bottomLeft())

    def words(self) -> list[str]:
        """What can be read in it."""
        return [part.text() for part in (self._clock, self._title, self._item, self._present, self._quorum)]
