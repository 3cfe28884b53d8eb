"""What becomes of a form that was left: what was typed in it is offered back, and a form may lead to another page."""

from __future__ import annotations

from bra_desktop.ui.live.forms.form import Form, Value
from bra_desktop.ui.live.parts import LiveParts
from bra_desktop.ui.pages import PageContext
from bra_desktop.ui.widgets.form_pane import LET_GO


class LeftForms:
    """Nothing that was typed in a panel goes without a word."""

    def __init__(self, parts: LiveParts, context: PageContext) -> None:
        self._parts, self._context = parts, context

    def offer_back(self, form: Form, begun: dict[str, Value]) -> None:
        """A form went with something typed in it: the message can bring it back."""
        self._context.messages.offer_undo(LET_GO, lambda: self._have_back(form, begun))

    def lead(self, page: str, target: str) -> None:
        """To the page where what the form lacks is mended."""
        self._context.go(page, target)
        self._parts.form.close_form()  # afterwards, for another page begins without messages

    def _have_back(self, form: Form, begun: dict[str, Value]) -> None:
        if not self._parts.strip.isVisible():
            self._context.go("live", None)
        self._parts.closing.hide()
        self._parts.sides.close()
        self._parts.form.open(form, begun)
