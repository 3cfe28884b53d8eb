"""The two forms of Åtgärder: which is open, whether something is typed in it, and the way to have that back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bra_desktop.domain.errors import UserError
from bra_desktop.ui.actions.forms import ActionForm, AnswerForm
from bra_desktop.ui.actions.lines import ActionLine
from bra_desktop.ui.actions.presenter import Listed
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

    def __init__(self, theme: Theme) -> None:
        self.answer, self.form = AnswerForm(theme), ActionForm(theme)
        self.side: SideBySide

    def open_answer(self, line: ActionLine, listed: Listed) -> None:
        self.side.open(self.answer)
        self.answer.begin_for(line, listed)

    def open_form(self, line: ActionLine | None, listed: Listed) -> None:
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

    def draft(self, line: ActionLine | None) -> Draft | None:
        """What is typed about this action, None when nothing would be lost."""
        form = self.edited()
        typed = form.draft() if form is not None else None
        return None if typed is None else Draft(form is self.answer, line.id if line else "", typed)

    def take_up(self, draft: Draft, line: ActionLine | None, listed: Listed) -> None:
        """Opens the form again with what was typed. An answer about an action that is gone is about nothing."""
        if not draft.is_answer:
            self.open_form(line, listed)
            self.form.take_up(draft.typed)
        elif line is not None:
            self.open_answer(line, listed)
            self.answer.take_up(draft.typed)
