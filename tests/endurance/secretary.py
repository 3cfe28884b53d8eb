"""Somebody who holds a long meeting by keys alone. Started by ``replay``, with what she is to do as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from bra_desktop.ui.live.page import LivePage
from tests.endurance.driven import CONTROL, Driver, Script, run

WORDS = "Rådet går igenom ärende {number} och Åke Öhman svarar på frågor om läget vid torget. "
TYPING = 0.6
"""The part of a minute in which she types; the rest she listens."""
MINUTE = 60.0


class Meeting:
    """One meeting, minute by minute; `pause` is a second of the meeting."""

    def __init__(self, driver: Driver, plan: dict[str, Any]) -> None:
        self.driver, self.plan = driver, plan
        self.second = 1.0 / plan["factor"]

    def hold(self) -> Script:
        driver = self.driver
        yield lambda: driver.window.shown() == "overview"
        driver.host.go("live", self.plan["ref"])
        yield lambda: driver.live() is not None
        for minute in range(1, self.plan["minutes"] + 1):
            yield from self._act(minute)
            yield from self._types(WORDS.format(number=minute))
            yield MINUTE * (1 - TYPING) * self.second
            if minute % self.plan["every"] == 0 or minute == self.plan["minutes"]:
                driver.tell(minute=minute, rss=psutil.Process().memory_info().rss / 1e6)
        yield self._is_still
        driver.window.close()

    def _act(self, minute: int) -> Script:
        acts: dict[int, Callable[[], Script]] = {
            0: self._next, 3: self._looks_back, 5: self._decides, 7: self._roll, 10: self._action
        }  # fmt: skip
        if act := acts.get(minute % 12):
            yield from act()
            yield self._is_still
            self.driver.key(Qt.Key.Key_F7)
            self.driver.key(Qt.Key.Key_End, CONTROL)

    def _next(self) -> Script:
        self.driver.key(Qt.Key.Key_Down, CONTROL)
        yield self.second

    def _looks_back(self) -> Script:
        """What was said before, and back to what is said now."""
        if self._page().agenda.list.currentRow() > 0:
            for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.driver.key(key, CONTROL)
                yield self._is_still

    def _decides(self) -> Script:
        self.driver.key(Qt.Key.Key_Return, CONTROL)
        yield self.second
        yield from self._types("att notera informationen till protokollet.")

    def _roll(self) -> Script:
        """Somebody goes, and comes back the next time."""
        self.driver.key(Qt.Key.Key_F8)
        yield self._page().attendance.list.hasFocus
        for _row in range(4):
            self.driver.key(Qt.Key.Key_Down)
        self.driver.key(Qt.Key.Key_Space)
        yield self.second

    def _action(self) -> Script:
        page = self._page()
        self.driver.key(Qt.Key.Key_Aring, CONTROL)
        yield page.form.is_open
        for name, words in (("text", "Se över belysningen."), ("responsible", "Polisen"), ("due", "2027-03-04")):
            editor = page.form.editor(name)
            editor.setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(editor, QLineEdit):
                editor.selectAll()
            yield from self._types(words)
        page.setFocus()
        self.driver.key(Qt.Key.Key_Return, CONTROL)
        yield lambda: not page.form.is_open()

    def _types(self, words: str) -> Script:
        for letter in words:
            self.driver.letter(letter)
            yield MINUTE * TYPING / 80 * self.second

    def _is_still(self) -> bool:
        return self.driver.live() is not None and self._page().savers.clean()

    def _page(self) -> LivePage:
        page = self.driver.window.page("live")
        assert isinstance(page, LivePage)
        return page


if __name__ == "__main__":
    folder, pipe, plan = sys.argv[1:]
    sys.exit(run(Path(folder), int(pipe), lambda driver: Meeting(driver, json.loads(plan)).hold()))
