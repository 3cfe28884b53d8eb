"""Keeps the computer awake during a meeting: by the desktop's screen saver on Linux, else by the system's own way."""

from __future__ import annotations

import sys

from bra_desktop.system.awake import SystemAwake

SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
PROGRAM, REASON = "BRÅ Desktop", "Ett möte pågår"
CONNECTION = "bra-desktop-awake"
PATIENCE = 300
"""Milliseconds that an answer is waited for; a desktop without an answer does as it is set."""


class Awake:
    """Held while Mötesläge is shown. The desktop lets go by itself when the program ends."""

    def __init__(self) -> None:
        self._system = SystemAwake()
        self._cookie: int | None = None

    def held(self) -> bool:
        """Whether the desktop has agreed to it."""
        return self._cookie is not None

    def hold(self) -> None:
        if sys.platform == "linux":
            self._inhibit()
        else:
            self._system.hold()

    def release(self) -> None:
        if sys.platform == "linux":
            self._uninhibit()
        else:
            self._system.release()

    def _inhibit(self) -> None:
        """On a connection of its own: the desktop forgets the wish when that goes, and PySide can't take it back by
        its number, which is unsigned on the bus.
        """
        from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage

        if self._cookie is not None:
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, CONNECTION)
        if not bus.isConnected():
            return
        saver = QDBusInterface(SERVICE, PATH, SERVICE, bus)
        saver.setTimeout(PATIENCE)
        answer = saver.call("Inhibit", PROGRAM, REASON)
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self._cookie = int(answer.arguments()[0])

    def _uninhibit(self) -> None:
        if self._cookie is not None:
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(CONNECTION)
            self._cookie = None
