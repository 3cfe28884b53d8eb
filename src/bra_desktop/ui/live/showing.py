"""What others see of a meeting while it runs: the projector, the shared screen, and a computer that stays awake."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from bra_desktop.ui.live.awake import Awake
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.projector.desk import ProjectorDesk
from bra_desktop.ui.shared_screen import SharedScreen
from bra_desktop.ui.widgets.question import ask

UNVEILS = "Projektorn är öppen. Där syns ärendets rubrik och beslut igen när markeringen är ångrad."
ALONE_WORDS = "Bara en skärm hittades. Dra projektorns fönster till den andra skärmen när den är ansluten."
CLOSED_WORDS = "Projektorns fönster är stängt."
MIRRORED_WORDS = "Skärmen speglas, så det som är sekretessmarkerat är dolt här. F4 visar det igen."
WHILE_SHARED = "visas inte medan skärmen delas"
"""In what is said of that which is hidden, and is true no longer when it is shown again."""
WRITES_TEXT = "Stödanteckningar visas inte medan skärmen delas. Det du skriver nu hamnar i texten. F4 visar dem igen."
NO_NOTES = "Stödanteckningar visas inte medan skärmen delas. F4 visar dem igen."


class Showing(QObject):
    """What the room sees of the meeting on this page, in the projector's window and here."""

    def __init__(self, page: QWidget, parts: LiveParts, presenter: LivePresenter, context: PageContext) -> None:
        super().__init__(page)
        parts.may_unveil = self.may_unveil
        self._page, self._parts, self._presenter, self._context = page, parts, presenter, context
        self._screen = SharedScreen.of(context.operations)
        self._screen.changed.connect(self._screen_changed)
        self.projector = ProjectorDesk.of(context.operations, context.theme, context.memory)
        self.projector.changed.connect(parts.strip.show_projector)
        self.projector.changed.connect(self._projector_changed)
        parts.strip.show_projector(self.projector.is_open())
        parts.strip.projector_asked.connect(self.toggle_projector)
        self._awake = Awake()
        self._hides = False
        self._unseen: frozenset[str] | None = None
        self.ask_unveil: Callable[[str], bool] = lambda title: ask(
            context.theme, "live.question", title, UNVEILS, "Ångra markeringen", "eye", page.window()
        )

    @property
    def shared(self) -> bool:
        """Whether others see this computer's screen."""
        return self._screen.on

    # ── coming and going ─────────────────────────────────────────────────────────────────────
    def arrive(self) -> None:
        self._awake.hold()
        self._follow_screen()

    def leave(self) -> None:
        """What is changed elsewhere isn't followed here, so the projector shows nothing of the items."""
        self._awake.release()
        self.projector.rest()

    def follow(self, scene: Scene) -> None:
        """The meeting has changed, or another item is shown, or an att-sats has been written on."""
        lines = self._parts.item.decisions.lines
        typed = {line.saved_id: line.edit.words() for line in lines if line.saved_id}
        self.projector.follow(scene.view.content, scene.ongoing, typed)
        if self._unseen is not None and scene.unseen - self._unseen:
            self._screen.take_back()  # what was said of an item goes with it when it is marked
        self._unseen = scene.unseen if scene.shared else None
        self._screen.follow(scene.view.content)

    # ── the projector ────────────────────────────────────────────────────────────────────────
    def toggle_projector(self) -> None:
        """Opens it, and says what the person should know of the screens; or closes it."""
        self.projector.toggle(self._page)
        self._parts.strip.show_projector(self.projector.is_open())
        if not self.projector.is_open():
            return
        if self.projector.is_mirrored():
            if not self.shared:
                self.toggle_shared()
            self._context.messages.finished(MIRRORED_WORDS)
        elif self.projector.is_alone():
            self._context.messages.finished(ALONE_WORDS)

    def _projector_changed(self, is_open: bool) -> None:
        """What was said of where its window is is true no longer when it is closed."""
        if not is_open and ALONE_WORDS in self._context.messages.words():
            self._context.messages.finished(CLOSED_WORDS)

    def hold_here(self) -> None:
        """The shown item stays on the projector until the next one is taken up; again, and it follows by itself."""
        if self._presenter.scene is not None:
            self.projector.hold("" if self.holds_here() else self._presenter.scene.shown)

    def holds_here(self) -> bool:
        scene = self._presenter.scene
        return scene is not None and self.projector.held == scene.shown

    def may_unveil(self, item: str) -> bool:
        """Whether the room may see again what is marked in an item, which is asked while the projector is open."""
        scene = self._presenter.scene
        if scene is None or not self.projector.is_open() or item not in {i.key for i in scene.content.items}:
            return True
        return self.ask_unveil(f"Ångra sekretessmarkeringen i {scene.at_item(item).item_words()}?")

    def toggle_votes(self) -> None:
        self.projector.show_votes(not self.projector.shows_votes())

    def toggle_dark(self) -> None:
        self.projector.set_dark(not self.projector.is_dark())

    # ── the shared screen ────────────────────────────────────────────────────────────────────
    def toggle_shared(self) -> None:
        """Hides what is confidential at once, or shows it again; the bar says which."""
        self._screen.toggle()

    def _screen_changed(self, _on: bool) -> None:
        if self._page.isVisible():
            self._follow_screen()

    def _follow_screen(self) -> None:
        if self._hides == self.shared:
            return
        self._hides, parts = self.shared, self._parts
        waited, noting = parts.has_let_go(), parts.sides.notes_have_keyboard()
        parts.put_away()
        parts.sides.hide_notes(self.shared)
        self._presenter.share_screen(self.shared)
        if noting and self.shared:
            self._write_on()
        elif waited and not self.shared:
            self._note_on()
        elif not self.shared and any(WHILE_SHARED in words for words in self._context.messages.words()):
            self._context.messages.written()

    def _write_on(self) -> None:
        """The note that was being written is away: the keyboard goes to what is shown, and that is said."""
        editor = self._parts.item.minutes.editor
        if editor.isVisible():
            editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._parts.to_agenda()
        self._context.messages.refuse(WRITES_TEXT if editor.hasFocus() and not editor.isReadOnly() else NO_NOTES)

    def _note_on(self) -> None:
        """Somebody asked for the notes while there were none: they have the keyboard when they are back."""
        self._context.messages.written()
        if not self._parts.sides.notes_have_keyboard():
            self._parts.sides.toggle_notes()
