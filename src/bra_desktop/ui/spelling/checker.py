"""Asks the speller's process, and remembers what it has answered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from bra_desktop.domain.spelling import name_forms
from bra_desktop.system.spelling import command
from bra_desktop.ui.memory import Memory
from bra_desktop.ui.operations import Operations

OWN_WORDS, SWITCHED_OFF = "spelling.words", "spelling.off"
LATER = 2_000
"""Milliseconds from the first question to the start of the process: what is opened is shown first."""
STARTS = 3
"""Times that the process may be begun; a machine where it always ends does without."""
REMEMBERED = 20_000
"""Words; after so many the oldest answers are asked for again."""

Take = Callable[[list[str]], None]


class Checker(QObject):
    """One for the whole program. `changed`: some words count otherwise than before.

    Nothing is started before the first word is asked about. Without the process every word counts as right.
    """

    changed = Signal()

    def __init__(self, parent: QObject, memory: Memory, later: int = LATER) -> None:
        super().__init__(parent)
        self._memory = memory
        self._questions: list[bytes] = []
        self._start = QTimer(self)
        self._start.setSingleShot(True)
        self._start.setInterval(later)
        self._start.timeout.connect(self._begin)
        self._known: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._takers: dict[str, list[Take]] = {}
        self._own = set(filter(None, memory.recall(OWN_WORDS).split("\n")))
        self._names: set[str] = set()
        self._process: QProcess | None = None
        self._starts = 0

    @classmethod
    def of(cls, operations: Operations, memory: Memory) -> Checker:
        """The one that lives as long as the road to the database."""
        found = operations.findChild(cls)
        if isinstance(found, cls):
            return found
        made = cls(operations, memory)
        operations.stopping.connect(made.stop)
        return made

    # ── words ────────────────────────────────────────────────────────────────────────────────
    def wrong(self, words: Iterable[str]) -> set[str]:
        """Those that are known to be wrong. The others are asked about; `changed` tells when there is an answer."""
        if not self.is_on():
            return set()
        looked_up = [word for word in set(words) if not self.is_own(word) and not self._is_name(word)]
        unknown = [word for word in looked_up if word not in self._known and word not in self._asked]
        if unknown:
            self._asked.update(unknown)
            self._ask({"check": unknown})
        return {word for word in looked_up if self._known.get(word) is False}

    def suggest(self, word: str, take: Take) -> None:
        """Hands over words like it, when the process has found them."""
        self._takers.setdefault(word, []).append(take)
        self._ask({"suggest": word})

    def is_own(self, word: str) -> bool:
        """Whether the person has said that it is right."""
        return word in self._own or word[:1].lower() + word[1:] in self._own

    def add(self, word: str) -> None:
        """From now on it is right, on this computer."""
        self._own.add(word)
        self._keep()

    def remove(self, word: str) -> None:
        """The dictionary decides again."""
        self._own -= {word, word[:1].lower() + word[1:]}
        self._keep()

    def set_names(self, names: Iterable[str]) -> None:
        """Names of people, organisations and forums, which are never marked."""
        forms = set().union(*map(name_forms, names))
        if forms - self._names:
            self._names |= forms
            self.changed.emit()

    def is_on(self) -> bool:
        """Whether wrong words are to be marked."""
        return not self._memory.recall(SWITCHED_OFF)

    def switch(self, on: bool) -> None:
        """Marks wrong words, or none."""
        self._memory.remember(SWITCHED_OFF, "" if on else "1")
        self.changed.emit()

    # ── the process ──────────────────────────────────────────────────────────────────────────
    def _ask(self, question: dict[str, object]) -> None:
        line = json.dumps(question, ensure_ascii=False).encode() + b"\n"
        if self._process is not None:
            self._process.write(line)
        elif self._starts < STARTS:
            self._questions.append(line)
            if not self._start.isActive():
                self._start.start()

    def _begin(self) -> None:
        self._starts += 1
        process = self._process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._heard)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        program, *arguments = command()
        process.start(program, arguments)
        for line in self._questions:
            process.write(line)
        self._questions.clear()

    def _heard(self) -> None:
        found = False
        while self._process is not None and self._process.canReadLine():
            said = json.loads(bytes(self._process.readLine().data()))
            if "suggest" in said:
                for take in self._takers.pop(said["suggest"], []):
                    take(said["suggestions"])
                continue
            wrong = set(said["wrong"])
            if len(self._known) > REMEMBERED:
                self._known.clear()
            self._known.update((word, word not in wrong) for word in said["check"])
            self._asked.difference_update(said["check"])
            found = True
        if found:
            self.changed.emit()

    def _ended(self) -> None:
        """What it was asked is asked again by the next one, when the words are looked at again."""
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self._asked.clear()
        self._takers.clear()

    def stop(self) -> None:
        """Ends the process; the program is closing."""
        self._start.stop()
        process, self._process, self._starts = self._process, None, STARTS
        if process is not None:
            process.blockSignals(True)
            process.closeWriteChannel()
            if not process.waitForFinished(500):
                process.kill()
                process.waitForFinished(500)

    def _keep(self) -> None:
        self._memory.remember(OWN_WORDS, "\n".join(sorted(self._own)))
        self.changed.emit()

    def _is_name(self, word: str) -> bool:
        plain = word.casefold()
        return plain in self._names or plain.removesuffix(":s") in self._names
