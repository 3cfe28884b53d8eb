"""Keeps on the disk what is typed in the form that is open, until it is sent or thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bra_desktop.domain.errors import UserError
from bra_desktop.services.live import form_drafts
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.form import Form, Task, Value
from bra_desktop.ui.live.forms.form_draft import FormDraft, FormPlace, draft_text, read_draft, spoken
from bra_desktop.ui.live.forms.form_panel import FormPanel
from bra_desktop.ui.live.saving.savers import Savers
from bra_desktop.ui.running import Runner

KEY = "form"
"""What drafts are called among the things that are saved."""
Wanted = dict[tuple[str, str], FormDraft | None]
"""What the disk should hold, by meeting and key; None for a draft that is to go."""


class FormDrafts(QObject):
    """`let_go` hands over what stood in a form that was left; `found` says that a meeting's drafts have been read."""

    let_go = Signal(object)
    found = Signal()

    def __init__(self, panel: FormPanel, savers: Savers, office: Office) -> None:
        super().__init__(panel)
        self._panel, self._savers, self._office = panel, savers, office
        self._form: Form | None = None
        self._settled: Form | None = None  # what stood in it has been put where it belongs, though it may be there yet
        self._key, self._place = "", FormPlace()
        self._kept: dict[str, FormDraft] = {}
        self._known: set[str] = set()
        self._wanted: Wanted = {}
        panel.typed.connect(self._typed)
        panel.moved.connect(self._moved)
        panel.let_go.connect(self._left)
        panel.emptied.connect(self._emptied)
        savers.saved.connect(self._saved)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keyboard_moved)

    # ── of a meeting ─────────────────────────────────────────────────────────────────────────
    def read(self, meeting: str, runner: Runner) -> None:
        """Asks what was left in the meeting's forms, when what is on its way there has been written."""
        office = self._office

        def answer(texts: Mapping[str, str]) -> None:
            self._take(meeting, texts)
            self.found.emit()

        # It is no hindrance when they cannot be read: the same disk says so where the minutes are saved.
        runner.write(lambda: form_drafts.drafts_of(office, meeting), answer, refused=lambda _error: None)

    def left_in(self, meeting: str) -> list[FormDraft]:
        """What was typed in forms of the meeting and not sent, the latest first; not that of the form that is open."""
        mine = self._key if self._is_followed() else ""
        left = [d for d in self._kept.values() if d.address.meeting == meeting and d.key != mine]
        return sorted(left, key=lambda draft: draft.at, reverse=True)

    # ── of the form that is open ─────────────────────────────────────────────────────────────
    def resume(self, form: Form, draft: FormDraft) -> None:
        """The form that is opened next goes on with that draft."""
        self._form, self._key, self._place = form, draft.key, draft.place

    def sending(self, task: Task) -> Task:
        """The task with the end of the draft: what has been sent is not offered again."""
        self._savers.flush(KEY)
        draft = self._kept.get(self._key) if self._is_followed() else None
        if draft is None:
            return task
        meeting, key = draft.address.meeting, draft.key

        def send(office: Office) -> object:
            done = task(office)
            with suppress(UserError, OSError):  # it is tried again, and told, when the form has gone
                form_drafts.drop_draft(office, meeting, key)
            return done

        return send

    def drop(self, draft: FormDraft) -> None:
        """It is no longer wanted."""
        if self._kept.pop(draft.key, None) is not None:
            self._want(draft, None)

    def leave(self) -> None:
        """Somebody goes elsewhere: the form is offered when she is back, and does not open by itself."""
        draft = self._now()
        if draft is not None and draft.changed():
            self._put(replace(draft, is_open=False))
        self._settled = self._panel.form()
        self._savers.flush(KEY)

    def stay(self) -> bool:
        """The window closes over the form: it opens by itself at the next start. Whether there is such a form."""
        draft = self._now()
        if draft is None or not draft.changed():
            return False
        self._put(draft)
        self._settled = self._panel.form()
        self._savers.flush(KEY)
        return True

    # ── what happens in the panel ────────────────────────────────────────────────────────────
    def _typed(self) -> None:
        self._settled = None
        self._moved_in_form()
        self._savers.typed(KEY, self._snapshot)

    def _moved(self) -> None:
        self._moved_in_form()
        if self._is_followed() and self._key in self._kept:
            self._savers.typed(KEY, self._snapshot)

    def _moved_in_form(self) -> None:
        place = self._panel.place_of_keyboard() if self._is_followed() else None
        self._place = place or self._place

    def _keyboard_moved(self, before: QWidget | None, _now: QWidget | None) -> None:
        if before is not None and isValid(before) and isValid(self._panel) and self._panel.isAncestorOf(before):
            self._savers.flush(KEY)
            self._moved()

    def _left(self, _form: Form, _begun: Mapping[str, Value], thrown: bool) -> None:
        draft = self._now()
        if draft is None:
            return
        left = replace(draft, is_open=False)
        if thrown:
            self._put(left)
            self.drop(left)
        else:
            self._put(left)
        self._settled, self._form = self._panel.form(), None
        self._savers.flush(KEY)
        self.let_go.emit(left)

    def _emptied(self) -> None:
        """It has been sent, or stands as it was opened."""
        draft = self._kept.get(self._key) if self._is_followed() else None
        self._settled, self._form = self._panel.form(), None
        if draft is not None:
            self.drop(draft)
            self._savers.flush(KEY)

    def _is_followed(self) -> bool:
        return self._form is not None and self._panel.form() is self._form

    # ── to the disk and back ─────────────────────────────────────────────────────────────────
    def _now(self) -> FormDraft | None:
        """What stands in the form that is open."""
        form = self._panel.form()
        if form is None or form.address is None or form is self._settled:
            return None
        if form is not self._form:
            self._form, self._key = form, self._office.new_id()
            self._known.add(self._key)
            self._place = self._panel.place_of_keyboard() or FormPlace(form.focus)
        typed = self._panel.values()
        said, at = spoken(form, typed), self._office.clock().isoformat()
        begun = self._panel.begun()
        return FormDraft(self._key, form.address, form.title, begun, typed, said, self._place, at=at, line=form.line)

    def _put(self, draft: FormDraft) -> None:
        self._kept[draft.key] = draft
        self._want(draft, draft)

    def _want(self, draft: FormDraft, wanted: FormDraft | None) -> None:
        self._wanted[draft.address.meeting, draft.key] = wanted
        self._savers.typed(KEY, self._snapshot)

    def _snapshot(self) -> Callable[[], Wanted]:
        self._note()
        office, wanted = self._office, dict(self._wanted)

        def save() -> Wanted:
            for (meeting, key), draft in wanted.items():
                if draft is None:
                    form_drafts.drop_draft(office, meeting, key)
                else:
                    form_drafts.keep_draft(office, meeting, key, draft_text(draft))
            return wanted

        return save

    def _note(self) -> None:
        draft = self._now() if isValid(self._panel) else None
        if draft is not None and draft.changed():
            self._kept[draft.key] = draft
            self._wanted[draft.address.meeting, draft.key] = draft
        elif draft is not None and self._kept.pop(draft.key, None) is not None:
            self._wanted[draft.address.meeting, draft.key] = None

    def _saved(self, key: str, answer: object) -> None:
        if key == KEY and isinstance(answer, dict):
            for place, draft in answer.items():
                if place in self._wanted and self._wanted[place] is draft:
                    del self._wanted[place]

    def _take(self, meeting: str, texts: Mapping[str, str]) -> None:
        """What was read from the disk. Of those that this window has known itself it knows best."""
        for key, text in texts.items():
            draft = read_draft(key, text) if key not in self._known else None
            if draft is not None and draft.address.meeting == meeting:
                self._known.add(key)
                self._kept[key] = draft
