"""The box of decisions: numbered att-satser written in place, prepared proposals, and chips of what belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from bra_desktop.domain.content import DecisionContent, ProposalContent
from bra_desktop.domain.kinds import DecisionKind
from bra_desktop.services.office import Office
from bra_desktop.ui.layouts import STRETCH, box, column, empty, row, scroll, take_out
from bra_desktop.ui.live.forms.decision_form import day_words, meaning_words
from bra_desktop.ui.live.item.begin_button import BeginButton
from bra_desktop.ui.live.item.decision_line import DecisionLine
from bra_desktop.ui.live.item.decision_room import height_for, wrapped_height
from bra_desktop.ui.live.item.kept_lines import KeptLines
from bra_desktop.ui.live.item.part_chips import part_chips
from bra_desktop.ui.live.saving.keepers import DecisionKeeper, TypedDecision
from bra_desktop.ui.live.saving.savers import Savers
from bra_desktop.ui.live.wording import PartChip, proposal_words
from bra_desktop.ui.tab_order import tab_after
from bra_desktop.ui.theme.theme import Theme
from bra_desktop.ui.widgets.buttons import Button
from bra_desktop.ui.widgets.flow_layout import FlowLayout, flow_box
from bra_desktop.ui.widgets.labels import Glyph, key_cap, label


class DecisionBox(QFrame):
    """`removed` hands over a line that is to go, `emptied` one that is left without words, `moved` one that has got
    another place, `decided` turns proposals into decisions, `part_opened` a chip's field and key, `kind_asked` a line
    whose kind and day are to be said, `line_made` one that is new on the screen, `line_read` an att-sats that was read,
    `left` gives the keyboard back to the text.
    """

    removed = Signal(object)
    emptied = Signal(object)
    moved = Signal(object)
    decided = Signal()
    part_opened = Signal(str, str)
    kind_asked = Signal(object)
    line_made = Signal(object)
    line_read = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, office: Office, savers: Savers) -> None:
        super().__init__()
        self._theme, self._office, self._savers = theme, office, savers
        self._item, self._locked, self._withheld, self._notes, self._made = "", False, False, False, 0
        self._said: tuple[bool, bool, str] | None = None
        self.lines, self._kept = list[DecisionLine](), KeptLines()
        self._proposed: tuple[ProposalContent, ...] = ()
        self._parts: tuple[PartChip, ...] = ()
        self.setProperty("look", "note-primary")
        self._title, self._preamble = label("Beslut", "h3", "primary"), label("", "caption")
        self._hint, self._cap = label("ny att-sats", "caption"), key_cap("Ctrl+Enter")
        self.new = BeginButton(theme, self.add_line, self.focused_line)
        self.decide = Button(theme, "live.decide", "Gör till beslut", "plain", "gavel", tip="Ctrl+G")
        self.decide.clicked.connect(lambda: self.decided.emit())
        self._decide = box(row(theme, self.decide, key_cap("Ctrl+G"), space=6))
        self._decide.hide()
        glyph = Glyph(theme, "gavel", "primary", 18)
        head = row(theme, glyph, self._title, self._preamble, STRETCH, self._decide, self._cap, self._hint)
        self._rows, self._proposals = column(theme, space=1), column(theme, space=2)
        self._chips = FlowLayout(theme.px(6))
        self._chip_box = flow_box(self._chips)
        add = row(theme, self.new, STRETCH, margin=(22, 1, 0, 1))
        chips = row(theme, (self._chip_box, 1), margin=(22, 3, 0, 0))
        self._inner = box(column(theme, self._rows, self._proposals, add, chips, STRETCH, space=2))
        self._area = scroll(self._inner)
        self.setLayout(column(theme, head, (self._area, 1), space=4, margin=(12, 7, 8, 7)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    # ── showing ──────────────────────────────────────────────────────────────────────────────
    def show_item(self, item: str, preamble: str, *, notes: bool, locked: str, withheld: bool) -> None:
        """Another item: its lines are made anew; what is unsaved of the old one goes on being saved."""
        changed, self._withheld = item != self._item, withheld
        self._item, self._notes, self._locked = item, notes, bool(locked)
        if (notes, self._locked, preamble) != self._said:
            self._said = notes, self._locked, preamble
            self._show_words(notes, preamble)
        if changed:
            for line in self.lines:
                self._drop(line)
            self.lines.clear()
            self._kept.forget()
        for line in self.lines:
            line.set_locked(self._locked)

    def _show_words(self, notes: bool, preamble: str) -> None:
        self._title.setText("Överenskommet" if notes else "Beslut")  # in notes nothing is decided: those who meet agree
        self._preamble.setText("" if notes else preamble)
        self._hint.setText("ny överenskommelse" if notes else "ny att-sats")
        self.new.set_words("Lägg till överenskommelse" if notes else "Lägg till beslut")
        self.new.setVisible(not self._locked)
        self._follow_proposals()

    def show_decisions(self, decisions: Sequence[DecisionContent]) -> None:
        """Lines that are being written keep their words; the others follow what is on the disk."""
        unsaved = {} if self._withheld else self._savers.unsaved_decisions(self._item)
        stood = self._kept.beside(self.lines, unsaved, decisions, self._make)
        # Where nothing may be seen, what is new goes too.
        known = {line.saved_id or line.key: line for _, line in stood if line.saved_id or self._withheld}
        new = sorted((one for one in stood if one[1] not in known.values()), key=lambda one: one[0])
        on_their_way = {line.edit.words() for _, line in new if not self._savers.clean(line.key)}
        before, wanted, focused, read = self.lines, [], self.focused_line(), []
        for decision in decisions:
            line = known.pop(decision.key, None)
            if line is None:
                if decision.text in on_their_way:
                    continue
                keeper = DecisionKeeper(self._office, self._item, decision.key, kind=decision.kind)
                line = self._kept.back(decision) or self._make(keeper, decision.key, decision.text)
                read.append(line)
            elif self._savers.clean(line.key) and not line.says(decision.text) and line.may_follow(focused):
                line.edit.show_words(decision.text)
            line.show_meaning(meaning_words(decision), day_words(decision))
            wanted.append(line)
        for gone in known.values():
            self._drop(gone, keep=True)
        for place, line in new:
            wanted.insert(min(place, len(wanted)), line)
        if wanted != self.lines:
            self._arrange(wanted)
        self._number()
        if focused is not None and focused not in wanted:
            self._focus_place(max(0, min(before.index(focused) - 1, len(wanted) - 1)))
        for line in read:
            self.line_read.emit(line)

    def show_proposals(self, proposals: tuple[ProposalContent, ...]) -> None:
        if proposals == self._proposed:
            return
        self._proposed = proposals
        empty(self._proposals)
        several = "förslagen" if len(proposals) > 1 else "förslaget"
        self.decide.setToolTip(f"Gör {several} till beslut. Ctrl+G")
        self._follow_proposals()
        if proposals:
            lines = [label(proposal_words(one), "muted", wrap=True) for one in proposals]
            listed = box(column(self._theme, *lines, space=3, margin=(22, 3, 0, 2)))
            self._proposals.addWidget(listed)
            listed.show()  # at once, or the box would not make room for it
        self._fit_later()

    def _follow_proposals(self) -> None:
        """In the head, where it is seen however little room the box has."""
        shown = bool(self._proposed) and not self._locked
        self._decide.setVisible(shown)
        for widget in (self._cap, self._hint):
            widget.setVisible(not shown and not self._locked)

    def show_parts(self, parts: tuple[PartChip, ...]) -> None:
        if parts == self._parts:
            return
        self._parts = parts
        empty(self._chips)
        chips = part_chips(self._theme, parts, self.part_opened.emit)
        for chip in chips:
            self._chips.addWidget(chip)
            chip.show()  # at once: a layout shows what it is given when the loop of events is back
        tab_after(self.new, chips)
        self._chip_box.setVisible(bool(parts))
        self._fit_later()

    def part_words(self) -> list[str]:
        return [part.words for part in self._parts]

    # ── writing ──────────────────────────────────────────────────────────────────────────────
    def add_line(self, after: DecisionLine | None = None) -> None:
        """A new att-sats after that line, or last; an empty one that waits already is used."""
        if self._locked:
            return
        place = self.lines.index(after) + 1 if after in self.lines else len(self.lines)
        if place and not self.lines[place - 1].edit.words().strip():
            self._focus_place(place - 1)
            return
        line = self._make(DecisionKeeper(self._office, self._item))
        self._arrange([*self.lines[:place], line, *self.lines[place:]])
        line.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_worded(self, words: str, kind: DecisionKind) -> DecisionLine | None:
        """A new att-sats last that has its words and its kind already; None when nothing may be decided."""
        if self._locked:
            return None
        line = self._make(DecisionKeeper(self._office, self._item, kind=kind, chosen=True), words=words)
        self._arrange([*self.lines, line])
        self._edited(line)
        return line

    def focused_line(self) -> DecisionLine | None:
        """The line that has the keyboard."""
        focused = self.window().focusWidget()
        return next((line for line in self.lines if line.edit is focused), None)

    def confirm(self, key: str, decision_id: str) -> bool:
        """A line has been saved under that id. Tells whether it is new."""
        lines = [line for line in self.lines if line.key == key and line.saved_id != decision_id] if decision_id else []
        for line in lines:
            line.saved_id = decision_id
        return bool(lines)

    def _make(self, keeper: DecisionKeeper, saved_id: str = "", words: str = "", key: str = "") -> DecisionLine:
        self._made += 1
        key = key or f"decision/{self._item}/{saved_id or f'new{self._made}'}"
        line = DecisionLine(self._theme, self._made, key, keeper, saved_id, not self._notes)
        line.set_locked(self._locked)
        edit = line.edit
        edit.edited.connect(partial(self._edited, line))
        edit.wants_new.connect(partial(self.add_line, line))
        edit.wants_removed.connect(partial(self.take_away, line))
        edit.wants_moved.connect(partial(self._move, line))
        edit.wants_focus.connect(partial(self._focus, line))
        edit.wants_kind.connect(partial(self.kind_asked.emit, line))
        edit.left.connect(partial(self._left_line, line))
        edit.document().documentLayout().documentSizeChanged.connect(self._fit_later)
        line.remove.clicked.connect(partial(self.take_away, line))
        self.line_made.emit(line)
        if words:
            line.edit.show_words(words)
        return line

    def _edited(self, line: DecisionLine) -> None:
        words, keeper, place = line.edit.words(), line.keeper, self.lines.index(line)
        self._savers.decisions[line.key] = TypedDecision(self._item, keeper, words, place, line.saved_id)
        self._savers.typed(line.key, lambda: keeper.write(words))

    def _left_line(self, line: DecisionLine) -> None:
        self._savers.flush(line.key)
        if line in self.lines and not line.edit.words().strip() and not self._locked:
            self.emptied.emit(line)

    def take_away(self, line: DecisionLine, _on: bool = False, quiet: bool = False) -> None:
        """quiet: nobody asked for it, so the keyboard stays where it is going."""
        if line not in self.lines or self._locked:
            return
        place, had_focus = self.lines.index(line), line.edit.hasFocus()
        self.lines = [other for other in self.lines if other is not line]
        self._drop(line)
        self._savers.decisions.pop(line.key, None)
        self._number()
        if had_focus and not quiet:
            self._focus_place(place - 1 if place else 0)
        self.removed.emit(line)

    def _move(self, line: DecisionLine, step: int) -> None:
        place = self.lines.index(line) + step
        if 0 <= place < len(self.lines) and line.edit.words().strip() and not self._locked:
            others = [other for other in self.lines if other is not line]
            self._arrange([*others[:place], line, *others[place:]])
            line.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.moved.emit(line)

    def _focus(self, line: DecisionLine, step: int) -> None:
        self._focus_place(self.lines.index(line) + step if step else -1)

    def _focus_place(self, place: int) -> None:
        if 0 <= place < len(self.lines):
            self.lines[place].edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif place < 0 or not self.lines:
            self.left.emit()

    # ── room ─────────────────────────────────────────────────────────────────────────────────
    def _arrange(self, wanted: list[DecisionLine]) -> None:
        self.lines = wanted
        for place, line in enumerate(wanted):
            if self._rows.indexOf(line) != place:
                self._rows.insertWidget(place, line)
                line.show()
        tab_after(self.decide, [*(line.edit for line in wanted), self.new])
        self._number()

    def _drop(self, line: DecisionLine, *, keep: bool = False) -> None:
        self._savers.flush(line.key)
        line.edit.blockSignals(True)
        (self._kept.leave if keep else take_out)(self._rows, line)

    def _number(self) -> None:
        for number, line in enumerate(self.lines, 1):
            line.set_number(number)
        self._savers.arranged((line.key, line.keeper) for line in self.lines)
        self._fit_later()

    def _fit_later(self, _size: object = None) -> None:
        self._inner.updateGeometry()
        self.updateGeometry()
        self.fit()

    def fit(self, most: int = 0) -> None:
        """As high as it needs, within what the page can spare."""
        self._most = most or getattr(self, "_most", self._theme.px(220))
        self.setFixedHeight(height_for(self._theme, self.needed(), self._most, None if self._parts else self.new))

    def needed(self) -> int:
        """The height at which all of it is seen."""
        head = self._theme.px(46 if self._decide.isHidden() else 58)
        return wrapped_height(self._inner, self._area.viewport().width()) + head
