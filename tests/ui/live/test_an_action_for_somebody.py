"""A typed line that names a person alone: her organisation is responsible, and she is the one who is asked."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bra_desktop.domain.register import Person
from bra_desktop.services import reading, register
from bra_desktop.services.office import Office
from bra_desktop.ui.live.page import LivePage
from bra_desktop.ui.live.typed_signs.sign_rows import action_offer
from bra_desktop.ui.main_window import MainWindow
from bra_desktop.ui.operations import Operations
from tests.ui.live.conftest import content, enter, settle
from tests.ui.live.test_signs import pressed, typed, words

OpenWindow = Callable[..., MainWindow]
Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, open_window: OpenWindow, running: Office) -> LivePage:
    page = enter(qtbot, open_window, running)
    qtbot.waitUntil(page.signs.has_bank)
    page.acts.focus_text()
    return page


def at_home(office: Office) -> list[reading.PersonRow]:
    return [person for person in reading.people(office) if person.organisation_id]


@pytest.mark.parametrize(("day", "due"), [("om två veckor", date(2026, 12, 17)), ("31/1", date(2027, 1, 31))])
def test_a_person_that_is_chosen_from_the_list_and_a_day_are_enough(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office, day: str, due: date
) -> None:
    person = at_home(running)[0]
    typed(page, f"!Skriva brev @{person.name[:-2]}")
    pressed(page, Key.Key_Down)
    pressed(page, Key.Key_Return)
    assert words(page) == f"!Skriva brev @{person.name} "
    typed(page, day)
    pressed(page, Key.Key_Return)
    settle(qtbot, page, operations)
    assert words(page) == ""
    (action,) = content(running).items[0].actions
    assert (action.text, action.responsible) == ("Skriva brev", (person.organisation_id,))
    assert (action.contact, action.due) == (person.id, due)


def test_several_people_answer_by_their_organisations_and_none_of_them_is_lost(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    first = at_home(running)[0]
    second = next(p for p in at_home(running) if p.organisation_id != first.organisation_id)
    typed(page, f"!Skriva brev @{first.name} och @{second.name} 31/1")
    pressed(page, Key.Key_Return)
    settle(qtbot, page, operations)
    (action,) = content(running).items[0].actions
    assert action.responsible == (first.organisation_id, second.organisation_id)
    assert (action.contact, action.note) == (first.id, f"Tillsammans med {second.name}.")


def test_somebody_without_an_organisation_leads_to_the_form_which_says_so(
    qtbot: QtBot, page: LivePage, operations: Operations, running: Office
) -> None:
    register.add(running, Person(id="alone", name="Åsa Ensam"))
    page.presenter.forget_around()
    page.presenter.reload()
    settle(qtbot, page, operations)
    typed(page, "!Skriva brev @Åsa Ensam 31/1")
    assert page.presenter.scene is not None
    offer = action_offer(page.presenter.scene, "Skriva brev @Åsa Ensam 31/1")
    assert offer.rows[0].about == "Åsa Ensam har ingen organisation, fyll i ansvarig…"
    pressed(page, Key.Key_Return)
    form = page.form.form()
    assert form is not None
    assert form.focus == "responsible"
    assert {f.name: f.value for f in form.fields}["contact"] == "Åsa Ensam"


def test_what_is_lacking_is_said_exactly(page: LivePage) -> None:
    scene = page.presenter.scene
    assert scene is not None
    assert action_offer(scene, "Skriva brev 31/1").rows[0].about == "fyll i ansvarig…"
    assert action_offer(scene, "Skriva brev").rows[0].about == "fyll i ansvarig och dag…"
