"""Phrases in Register: shown, reworded, taken out and brought back, to a file and in from one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from bra_desktop.domain.phrases import BankPhrase
from bra_desktop.services import phrases
from bra_desktop.services.office import Office
from bra_desktop.services.phrases import Wording
from bra_desktop.ui.register.page import RegisterPage
from tests.ui.keyboard import click, part

OpenPage = Callable[..., RegisterPage]


def known(office: Office, trigger: str) -> BankPhrase | None:
    return next((p for p in phrases.bank(office).phrases if p.trigger == trigger), None)


def filled(page: RegisterPage, **values: object) -> None:
    for entry in page.phrases.form.entries:
        if entry.name in values:
            entry.show(values[entry.name])
    page.phrases.form.send()


def wrong(page: RegisterPage) -> str:
    return " ".join(entry.field.error() for entry in page.phrases.form.entries)


def test_a_new_phrase_is_kept_for_the_forums_that_are_named(
    qtbot: QtBot, office: Office, open_register: OpenPage
) -> None:
    page = open_register(office, "phrases")
    page.phrases.open_new()
    filled(page, trigger="tryggt", text="Rådet ser allvarligt på läget.", kind="information", forums=["brå"])
    qtbot.waitUntil(lambda: known(office, "tryggt") is not None)
    kept = known(office, "tryggt")
    assert kept is not None
    assert len(kept.forums) == 1


def test_what_is_wrong_is_said_at_its_field(qtbot: QtBot, office: Office, open_register: OpenPage) -> None:
    page = open_register(office, "phrases")
    page.phrases.open_new()
    filled(page, trigger="ny", text="Något.", kind="information", forums=["Okänt"])
    assert "inget forum" in wrong(page)
    filled(page, trigger="not", text="Något.", kind="information", forums=[])
    qtbot.waitUntil(lambda: "finns redan" in wrong(page))
    assert known(office, "ny") is None


def test_a_shipped_phrase_is_reworded_and_has_its_words_back(
    qtbot: QtBot, office: Office, open_register: OpenPage
) -> None:
    page = open_register(office, "phrases")
    shipped = known(office, "not")
    assert shipped is not None
    page.phrases.open_row(shipped)
    filled(page, text="att tacka för informationen.")
    qtbot.waitUntil(lambda: getattr(known(office, "not"), "text", "") == "att tacka för informationen.")
    qtbot.waitUntil(lambda: page.phrases.row is not None and bool(page.phrases.row.own_id))
    click(part(page, QPushButton, "register.phrases_form.remove"))
    qtbot.waitUntil(lambda: known(office, "not") == shipped)


def test_a_removed_phrase_is_brought_back(qtbot: QtBot, office: Office, open_register: OpenPage) -> None:
    page = open_register(office, "phrases")
    shipped = known(office, "not")
    assert shipped is not None
    page.phrases.open_row(shipped)
    click(part(page, QPushButton, "register.phrases_form.remove"))
    qtbot.waitUntil(lambda: known(office, "not") is None)
    back = part(page, QPushButton, "register.phrases_bring_back")
    qtbot.waitUntil(back.isVisible)
    assert "1 borttagen fras" in back.text().replace("\u00a0", " ")
    click(back)
    qtbot.waitUntil(lambda: known(office, "not") == shipped)


def test_the_bank_goes_to_a_file_and_comes_in_from_one(
    qtbot: QtBot, office: Office, open_register: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_register(office, "phrases")
    phrases.put_phrase(office, Wording("tryggt", "Rådet ser allvarligt på läget.", "information"))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "fraser"), ""))
    click(part(page, QPushButton, "register.phrases_write"))
    file = tmp_path / "fraser.json"
    qtbot.waitUntil(file.exists)
    own = known(office, "tryggt")
    assert own is not None
    phrases.remove_phrase(office, own)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))

    click(part(page, QPushButton, "register.phrases_take_in"))

    qtbot.waitUntil(lambda: known(office, "tryggt") is not None)
