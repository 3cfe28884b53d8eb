"""What becomes of a form that was left, however it was: what was typed in it comes back, or is offered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from bra_desktop.domain.confidentiality import screen_words
from bra_desktop.domain.swedish import quoted
from bra_desktop.ui.later import later
from bra_desktop.ui.live.forms.form import Form, Task
from bra_desktop.ui.live.forms.form_draft import FormDraft, taken_up
from bra_desktop.ui.live.forms.form_drafts import FormDrafts
from bra_desktop.ui.live.forms.forms_of import FormBook
from bra_desktop.ui.live.forms.outdone import is_of_what_is_there, is_outdone, is_same
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.widgets.form_pane import LET_GO

BACK = "Formuläret är öppnat igen med det du hade skrivit."
CLASH = "Uppgifterna har ändrats sedan du skrev. Det du skrev står här och gäller först när du sparar det."
OPEN, COPY = "Öppna formuläret", "Kopiera det du skrev"
COPIED = "Det du skrev är kopierat. Klistra in det där det ska stå."


class LeftForms:
    """Nothing that was typed in a panel goes without a word.

    A form that was open when the program ended is open again at the next start; one that somebody had left is offered.
    """

    def __init__(self, parts: LiveParts, context: PageContext, forms: FormBook, presenter: LivePresenter) -> None:
        self._parts, self._context, self._forms, self._presenter = parts, context, forms, presenter
        self.drafts = FormDrafts(parts.form, parts.savers, presenter.office)
        self.drafts.let_go.connect(self._offer_back)
        self.drafts.found.connect(self._found)
        self._runner = context.operations.for_page(self.drafts)
        self._meeting = ""
        self._wish: FormDraft | None = None
        self._offered: FormDraft | None = None
        self._hidden = False
        self._outdone: tuple[Form | None, list[FormDraft]] = (None, [])

    # ── coming and going ─────────────────────────────────────────────────────────────────────
    def arrive(self) -> None:
        """The page is entered: what is left in the meeting is looked for when it is shown."""
        self.drafts.leave()
        self._meeting = ""

    def follow(self, scene: Scene) -> None:
        """The meeting is shown, or has changed."""
        if scene.content.key != self._meeting:
            self._meeting = scene.content.key
            self.drafts.read(self._meeting, self._runner)
        elif self._hidden and not scene.shared:
            self._found()

    def lead(self, page: str, target: str) -> None:
        """To the page where what the form lacks is mended."""
        self._context.go(page, target)
        self._parts.form.close_form()  # afterwards, for another page begins without messages

    # ── back ─────────────────────────────────────────────────────────────────────────────────
    def left(self) -> list[FormDraft]:
        """What was typed in forms of the meeting and not sent, the latest first; nothing once it is adjusted."""
        scene = self._presenter.scene
        if scene is None or scene.notes_disposed:
            return []
        return self.drafts.left_in(scene.content.key)

    def sending(self, form: Form, task: Task) -> Task:
        """The task with the end of the form's draft, and of what was left before and is of no use then."""
        self._outdone = (form, [])
        if form.address is not None and self._parts.form.form() is form:
            sent, left = self._parts.form.values(), self.drafts.left_in(form.address.meeting)
            self._outdone = (form, [draft for draft in left if is_outdone(draft, form, sent)])
        return self.drafts.sending(task)

    def sent(self, form: Form) -> None:
        """It has been kept."""
        for draft in self._outdone[1] if self._outdone[0] is form else ():
            self.drafts.drop(draft)

    def told_title(self, draft: FormDraft) -> str:
        """What a form is called where others may see it: of an item that is hidden not even that."""
        scene = self._presenter.scene
        if scene is None or not scene.shared:
            return draft.title
        if draft.address.item in scene.unseen:
            return f"Formulär i {scene.at_item(draft.address.item).item_words()}"
        return screen_words(scene.view.content, draft.title)

    def have_back(self, draft: FormDraft) -> None:
        """Opens the form at its item, with what was typed in it; nothing that is there now is written over."""
        scene = self._presenter.scene
        if scene is None or not self._parts.strip.isVisible():
            self._wish = draft
            self._context.go("live", None)
            return
        there = draft.address.item in {item.key for item in scene.content.items}
        if there:
            self._presenter.show_item(draft.address.item)
        now = self._presenter.scene or scene
        form = self._forms.again(draft.address) if there else None
        if there and now.withheld:
            self._hidden = True
            self._context.messages.refuse(now.locked)
        elif form is not None:
            self._open(form, draft)
        else:
            self._offer_words(draft)

    def open(self, form: Form) -> None:
        """Opens the form; the one that a message offers has what was typed in it."""
        if not self._open_offered(form):
            self._parts.clear_for_form()
            self._parts.form.open(form)

    def _open_offered(self, form: Form) -> bool:
        draft, scene = self._offered, self._presenter.scene
        if draft is None or scene is None or scene.shared or form.address is None or draft not in self.left():
            return False
        if not is_of_what_is_there(form.address) or not is_same(draft.address, form.address):
            return False
        self._offered = None
        self._open(form, draft)
        self._context.messages.written()
        self._context.messages.finished(BACK)
        return True

    def _open(self, form: Form, draft: FormDraft) -> None:
        panel = self._parts.form
        self._parts.clear_for_form()
        panel.open(form)
        fresh = panel.values()
        panel.put_away()
        there = is_of_what_is_there(draft.address)
        # What is new stands as it stood, clock times that were filled in by themselves included.
        filled, clash = taken_up(form, fresh, draft if there else replace(draft, begun={}))
        if clash and there:
            filled = replace(filled, intro="\n".join(filter(None, (CLASH, form.intro))))
        filled = replace(filled, line=draft.line)
        self.drafts.resume(filled, draft)
        panel.open(filled, fresh, draft.place)

    def _offer_back(self, draft: FormDraft) -> None:
        """A form went with something typed in it: the message can bring it back."""
        self._context.messages.offer_undo(LET_GO, lambda: self.have_back(draft))

    def _found(self) -> None:
        later(self.drafts, 0, self._bring_back)  # when all parts show the item

    def _bring_back(self) -> None:
        """What was open when the program ended is open again; what was left before is offered."""
        self._hidden = False
        wish, self._wish = self._wish, None
        left, scene = self.left(), self._presenter.scene
        if scene is None or self._parts.panel_is_open():
            return
        broken = next((draft for draft in left if draft.is_open), None)
        if wish is not None:
            self.have_back(wish)
        elif broken is not None:
            self.have_back(broken)
            if self._parts.form.is_open():
                self._context.messages.finished(BACK)
        elif left:
            self._offered = left[0]
            words = f"Formuläret {quoted(self.told_title(left[0]))} är ifyllt men inte sparat."
            self._context.messages.refuse(words, OPEN, lambda: self.have_back(left[0]))

    def _offer_words(self, draft: FormDraft) -> None:
        """There is no such form any more, so the words can go elsewhere."""
        words = f"Formuläret {quoted(self.told_title(draft))} kan inte öppnas igen, men det du skrev i det finns kvar."
        self._context.messages.refuse(words, COPY, lambda: self._copy(draft))

    def _copy(self, draft: FormDraft) -> None:
        QGuiApplication.clipboard().setText("\n".join(draft.said))
        self.drafts.drop(draft)
        self._context.messages.finished(COPIED)
