"""The two forms of Åtgärder: which is open and what about, what is sent from it, and its way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.actions.forms import ActionForm, AnswerForm
from bra_desktop.ui.actions.lines import ActionLine
from bra_desktop.ui.actions.presenter import ActionsPresenter, Listed
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.form_pane import EDITED, FormPane
from bra_desktop.ui.widgets.side_by_side import SideBySide


@dataclass(frozen=True)
class Draft:
    """What stands unsaved in a form: which form, the action it is about (empty for a new one), and what is typed."""

    is_answer: bool
    action_id: str
    typed: Mapping[str, Any]


class FormDesk:
    """`side` is where the forms are shown, one at a time, with the other panes of the page."""

    def __init__(self, theme: Theme, presenter: ActionsPresenter) -> None:
        self._presenter = presenter
        self.answer, self.form = AnswerForm(theme), ActionForm(theme)
        self.side: SideBySide
        self._line: ActionLine | None = None
        self._coming: date | None = None
        self._kept: Draft | None = None
        self.answer.wanted.connect(self._send_answer)
        self.form.wanted.connect(self._send_form)
        self.form.remove_asked.connect(self._remove)

    def open_answer(self, line: ActionLine, listed: Listed) -> None:
        self._is_about(line, listed)
        self.side.open(self.answer)
        self.answer.begin_for(line, listed)

    def open_form(self, line: ActionLine | None, listed: Listed) -> None:
        self._is_about(line, listed)
        self.side.open(self.form)
        self.form.begin_for(line, listed)

    def edited(self) -> FormPane | None:
        """The open form, when something has been typed in it."""
        pane = self.side.pane()
        return pane if isinstance(pane, FormPane) and pane.edited() else None

    def is_held(self) -> bool:
        """Whether something typed has to be saved or left first; then the form says so."""
        form = self.edited()
        if form is not None:
            form.refuse(UserError(EDITED))
        return form is not None

    def done(self) -> None:
        """What stands in the forms is kept or given up."""
        self.answer.done()
        self.form.done()

    def put_away(self, withheld: frozenset[str]) -> None:
        """Closes the form that is open about one of these actions; what is typed in it is kept until it may be seen."""
        if isinstance(self.side.pane(), FormPane) and self._line is not None and self._line.id in withheld:
            self.keep_for_later(self.draft())
            self.done()
            self.side.close_side()

    # ── what was typed, had back ─────────────────────────────────────────────────────────────
    def draft(self) -> Draft | None:
        """What is typed and about which action, None when nothing would be lost."""
        form = self.edited()
        typed = form.draft() if form is not None else None
        return None if typed is None else Draft(form is self.answer, self._line.id if self._line else "", typed)

    def keep_for_later(self, draft: object) -> None:
        """Until there is a list to find its action in. What is no draft of these forms is passed over."""
        if isinstance(draft, Draft):
            self._kept = draft

    def kept(self) -> Draft | None:
        """What waits to be taken up."""
        return self._kept

    def can_take_up(self, listed: Listed) -> bool:
        """Whether something waits that may be seen, and nothing else is being typed."""
        line = self.line_kept(listed)
        return self._kept is not None and self.edited() is None and not (line is not None and line.withheld)

    def line_kept(self, listed: Listed) -> ActionLine | None:
        """The action that the kept draft is about, None for a new one or one that is gone."""
        about = self._kept.action_id if self._kept is not None else ""
        return next((line for line in listed.lines if line.id == about), None)

    def take_up(self, line: ActionLine | None, listed: Listed) -> None:
        """Opens the form again with what was typed. An answer about an action that is gone is about nothing."""
        draft, self._kept = self._kept, None
        if draft is None:
            return
        if not draft.is_answer:
            self.open_form(line, listed)
            self.form.take_up(draft.typed)
        elif line is not None:
            self.open_answer(line, listed)
            self.answer.take_up(draft.typed)

    # ── what is sent ─────────────────────────────────────────────────────────────────────────
    def _is_about(self, line: ActionLine | None, listed: Listed) -> None:
        meeting = listed.coming(line) if line else None
        self._line, self._coming = line, meeting.day if meeting else None

    def _send_answer(self, values: dict[str, Any]) -> None:
        if self._line is not None:
            self._presenter.answer(
                self._line, values["organisation"], values["status"], values["comment"], values["new_due"],
                self._coming, self.answer.refuse,
            )  # fmt: skip

    def _send_form(self, values: dict[str, Any]) -> None:
        self._presenter.save(self._line, values, self._coming, self.form.refuse)

    def _remove(self) -> None:
        if self._line is not None:
            self._presenter.remove(self._line, self.form.refuse)
