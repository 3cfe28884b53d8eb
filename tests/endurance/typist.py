"""Somebody who writes minutes until her program is killed. Started by ``kills``, with her plan as JSON."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from bra_desktop.services.papers import documents
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.meetings.page import MeetingsPage
from tests.endurance.driven import CONTROL, FIELDS, FORM, Driver, FormWatcher, Painted, Script, Watcher, run

SENTENCES = (
    "Rådet diskuterar läget vid stationen och vad som behöver göras före sommaren. ",
    "Åke Öhman frågar om É-gatan är belyst – det är den inte. ",
    "Samhällsbyggnad återkommer på nästa möte.\n",
    "Polisen redovisr\b\bar tre händelser i centrum. ",
)
PACE = {"human": (0.06, 0.22), "fast": (0.004, 0.03)}
"""Seconds from one key to the next: a fast typist, and one who holds a key down or has her words typed for her."""


def play(plan: dict[str, Any]) -> Callable[[Driver], Script]:
    """What she does, by a plan that ``kills`` has drawn."""
    dice = random.Random(plan["seed"])

    def script(driver: Driver) -> Script:
        yield lambda: driver.window.shown() in ("overview", "live")
        if driver.window.shown() == "overview":
            driver.tell(opened="overview")
            driver.host.go("live", plan["ref"])
        yield lambda: driver.live() is not None
        page = driver.live()
        assert page is not None
        editor = page.item.minutes.editor
        yield page.form.is_open if plan["finds_form"] else editor.hasFocus
        painted = Painted(driver.tell, driver)
        Watcher(editor, lambda: page.texts.shown, painted)
        driver.tell(threads=[os.getpid(), driver.window.operations._writer.native_id])
        found = _watch_form(page, painted) if page.form.is_open() else None
        if found is not None:
            driver.tell(opened="live", ref=plan["ref"], item=FORM, caret=found.caret(), text=found.words())
        else:
            place, text = page.item.minutes.place(), _text(page)
            driver.tell(opened="live", ref=plan["ref"], item=page.texts.shown, caret=place, text=text)
        if found is None or not plan["form"]:
            yield from _leave_form(driver, page, found)
            yield from _find_a_place(driver, page, plan)
            yield from _open_form(driver, page, plan["form"], painted)
        at_work(driver, page, plan)
        driver.tell(typing=True)
        slow, quick = PACE[plan["pace"]]
        while True:
            for letter in dice.choice(SENTENCES):
                driver.letter(" " if plan["form"] and letter == "\n" else letter)  # Enter would send it
                yield dice.uniform(slow, quick)

    return script


def _watch_form(page: LivePage, painted: Painted) -> FormWatcher:
    form = page.form.form()
    assert form is not None
    assert form.address is not None
    editor = page.form.editor(FIELDS[form.address.name.rpartition("/")[2]])
    assert isinstance(editor, QLineEdit | QPlainTextEdit)
    assert editor.hasFocus()
    return FormWatcher(editor, painted)


def _leave_form(driver: Driver, page: LivePage, found: FormWatcher | None) -> Script:
    """What is found of the last turn is thrown away."""
    if found is not None:
        driver.key(Qt.Key.Key_Escape)
        found.thrown_away()
        yield page.item.minutes.editor.hasFocus
        _tell_place(driver, page)


def _open_form(driver: Driver, page: LivePage, name: str, painted: Painted) -> Script:
    if not name:
        return
    if name == "action":
        driver.key(Qt.Key.Key_Aring, CONTROL)
    elif name == "item":
        page.acts.open_form(page.forms.item())
    else:
        page.acts.add(name)
    yield page.form.is_open
    page.form.editor(FIELDS[name]).setFocus()
    _watch_form(page, painted)


def _find_a_place(driver: Driver, page: LivePage, plan: dict[str, Any]) -> Script:
    """Another item now and then, and the end of its text or somewhere within it."""
    if plan["turn"]:
        before = page.texts.shown
        scene = page.presenter.scene
        last = scene is not None and not scene.neighbour(1)
        driver.key(Qt.Key.Key_Up if last else Qt.Key.Key_Down, CONTROL)
        yield lambda: page.texts.shown != before and page.item.minutes.editor.hasFocus()
        _tell_place(driver, page)
    driver.key(Qt.Key.Key_End, CONTROL)
    for _word in range(plan["words_back"]):
        driver.key(Qt.Key.Key_Left, CONTROL)


def _tell_place(driver: Driver, page: LivePage) -> None:
    """Where the caret stands before anything is typed: until a letter is kept, that is where it may be found again."""
    driver.tell(item=page.texts.shown, text=_text(page), caret=page.item.minutes.place())


def _text(page: LivePage) -> str:
    return str(page.item.minutes.editor.document().toRawText().replace("\u2029", "\n"))


def at_work(driver: Driver, page: LivePage, plan: dict[str, Any]) -> None:
    """Something long beside the typing, begun again as often as it ends."""
    begin = {"backup": _back_up, "import": _read_in, "pdf": _make_pdf}.get(plan["work"])
    if begin is not None:
        begin(driver, page, plan, 0)


def _again(driver: Driver, page: LivePage, plan: dict[str, Any], turn: int) -> None:
    driver.tell(worked=plan["work"])
    at = {"backup": _back_up, "import": _read_in, "pdf": _make_pdf}[plan["work"]]
    at(driver, page, plan, turn + 1)


def _back_up(driver: Driver, page: LivePage, plan: dict[str, Any], turn: int) -> None:
    """As the command of the palette does it, once a place has been chosen."""
    driver.host.back_up(Path(plan["beside"]) / f"kopia {turn % 2}.brabackup")
    page.runner.work(
        lambda _report: None, lambda _none: _again(driver, page, plan, turn), lambda _words, _done, _total: None
    )


def _make_pdf(driver: Driver, page: LivePage, plan: dict[str, Any], turn: int) -> None:
    """As the meeting's page does it to show the protocol."""
    office = page.presenter.office
    page.runner.work(
        lambda _report: documents.make(office, plan["ref"], "protocol"),
        lambda _made: _again(driver, page, plan, turn),
        lambda _words, _done, _total: None,
    )


def _read_in(driver: Driver, page: LivePage, plan: dict[str, Any], turn: int) -> None:
    """As the page of meetings does it with a file that has been chosen."""
    window = driver.window
    if not isinstance(window.page("meetings"), MeetingsPage):
        window._pages.take("meetings")  # made as it is when it is first shown, but not shown
    meetings = window.page("meetings")
    assert isinstance(meetings, MeetingsPage)
    file = Path(plan["beside"]) / f"möte {turn % 2}.json"
    content = json.loads(Path(plan["meeting_file"]).read_text(encoding="utf-8"))
    content["items"][0]["title"] = f"Sammanträdets öppnande {plan['number']} {turn}"
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    changed = driver.window.operations.changed

    def written(areas: frozenset[str]) -> None:
        if "register" in areas:
            changed.disconnect(written)
            _again(driver, page, plan, turn)

    changed.connect(written)
    meetings._presenter.read_file(file)


if __name__ == "__main__":
    folder, pipe, drawn = sys.argv[1:]
    sys.exit(run(Path(folder), int(pipe), play(json.loads(drawn))))
