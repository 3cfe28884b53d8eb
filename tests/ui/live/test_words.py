"""What Mötesläge says, and how its presenter leads a meeting, without a window."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from bra_desktop.domain.content import VoteContent
from bra_desktop.domain.decisions import preamble
from bra_desktop.domain.errors import UserError
from bra_desktop.domain.kinds import Ballot, DecisionKind, MotionKind, VoteMethod
from bra_desktop.services import reading
from bra_desktop.services.office import Office
from bra_desktop.services.preparing.carrying import Unreached
from bra_desktop.ui.live.closing.closing_lines import few
from bra_desktop.ui.live.course import agenda, gone_minutes, strip
from bra_desktop.ui.live.forms.form import clock_of, keys_of
from bra_desktop.ui.live.presenter import LivePresenter
from bra_desktop.ui.live.saving.keepers import DecisionKeeper
from bra_desktop.ui.live.scene import Scene, Step
from bra_desktop.ui.live.undoing.timeline import Act
from bra_desktop.ui.live.wording import chips, kind_of_words, motion_kind
from tests.domain.almby import council, key, with_item
from tests.ui.almby_office import almby
from tests.ui.at_once import AtOnce
from tests.ui.live.conftest import REF, Wall, content

KNOWN = (("Per Alm", "P2"), ("Karin Berg", "P3"), ("Karin Alm", "P4"))


class Screen:
    """Notes what it was shown."""

    def __init__(self) -> None:
        self.scenes: list[Scene] = []
        self.refusals: list[str] = []
        self.undos: list[str] = []
        self.acts: list[str] = []

    def show_scene(self, scene: Scene, *, item_changed: bool) -> None:
        self.scenes.append(scene)

    def offer_undo(self, words: str, undo: Callable[[], None], *, keyed: bool = True) -> None:
        self.undos.append(words)

    def done(self, act: Act) -> None:
        self.acts.append(act.words)

    def undo(self, act: Act) -> None:
        raise NotImplementedError

    def refuse(self, error: UserError) -> None:
        self.refusals.append(error.text)

    def closed(self, ref: str, unreached: Unreached) -> None:
        self.undos.append(ref)


def test_the_strip_says_how_long_the_item_has_gone_on_and_who_is_there(running: Office, wall: Wall) -> None:
    scene = Scene(reading.meeting_view(running, REF), content(running).items[0].key)
    words = strip(scene, time(10, 6))
    label = f"§\u00a0{content(running).items[0].paragraph}"
    assert words.item == f"{label} har pågått 6 min, planerat 5"
    assert (words.present, words.quorum) == ("15 av 15 närvarande", "beslutsfört, minst 8")
    assert agenda(scene, time(10, 6))[0].below == f"{label} · 6 av 5 min"


def test_a_struck_item_keeps_its_section_and_one_not_taken_up_leaves(running: Office) -> None:
    screen = Screen()
    presenter = LivePresenter(AtOnce(), running, screen)
    presenter.open(REF)
    first, second = content(running).items[:2]
    presenter.strike_or_remove(first.key)
    presenter.strike_or_remove(second.key)
    after = content(running)
    assert after.items[0].struck
    assert after.items[0].paragraph == first.paragraph
    assert second.key not in [item.key for item in after.items]
    assert screen.undos == ["Ärendet är struket och behåller sin paragraf.", "Punkten är borttagen."]


def test_the_last_item_offers_to_close_the_meeting(running: Office) -> None:
    presenter = LivePresenter(AtOnce(), running, Screen())
    presenter.open(REF)
    while presenter.step() is Step.NEXT:
        presenter.go(1)
    assert presenter.step() is Step.CLOSE
    numbers = content(running).paragraphs
    assert list(numbers) == list(range(numbers[0], numbers[0] + len(content(running).items)))


def test_notes_agree_and_decide_nothing() -> None:
    with almby("2026-12-10-est-planned") as office:
        ref = reading.meetings(office)[0].ref
        view = reading.meeting_view(office, ref)
        scene = Scene(view, view.content.items[0].key)
        assert scene.notes
        assert preamble(view.content) == "Överenskommet:"
        assert strip(scene, time(9)).quorum == ""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("notera informationen.", DecisionKind.NOTE),
        ("att bordlägga ärendet till den 4 mars.", DecisionKind.TABLED),
        ("ge EST-gruppen i uppdrag att", DecisionKind.ASSIGN),
        ("göra något annat", DecisionKind.OTHER),
        ("lägga till ett ärende.", DecisionKind.OTHER),
        ("att lägga till ärendet Ny belysning på dagordningen", DecisionKind.OTHER),
        ("lägga ner arbetsgruppen.", DecisionKind.OTHER),
        ("lägga informationen till handlingarna.", DecisionKind.FILE),
        ("lägga till handlingarna", DecisionKind.FILE),
        ("lägga rapporten till\u00a0handlingarna.", DecisionKind.FILE),
        ("notera rapporten till protokollet och lägga den till handlingarna.", DecisionKind.NOTE),
        ("noteras", DecisionKind.OTHER),
        ("ge ordet till polisen", DecisionKind.OTHER),
        ("ge samhällsbyggnadsförvaltningen i uppdrag att se över belysningen", DecisionKind.ASSIGN),
        ("ge polisen uppdraget att ringa", DecisionKind.ASSIGN),
        ("uppdra åt polisen att ringa", DecisionKind.ASSIGN),
        ("uppdraget ska utredas", DecisionKind.OTHER),
        ("uppdraget i § 41 är utfört och avslutas.", DecisionKind.CLOSE_ACTION),
        ("uppdraget i § 41 den 5 mars är inte utfört.", DecisionKind.OTHER),
        ("uppdraget i § 41 fortsätter.", DecisionKind.OTHER),
        ("uppdraget är utfört.", DecisionKind.CLOSE_ACTION),
        ("avbryta uppdraget i § 41, eftersom det inte behövs.", DecisionKind.CLOSE_ACTION),
        ("antalet ledamöter är nio", DecisionKind.OTHER),
        ("anteckna att rådet är positivt", DecisionKind.OTHER),
        ("anta planen att gälla från den 1 januari.", DecisionKind.ADOPT),
        ("fastställa dagordningen.", DecisionKind.ADOPT),
        ("fastställandet skjuts upp", DecisionKind.OTHER),
        ("välja bort förslaget", DecisionKind.OTHER),
        ("välja Eva Lind till justerare", DecisionKind.APPOINT),
        ("utse Eva Lind att justera", DecisionKind.APPOINT),
        ("utsedda personer kallas", DecisionKind.OTHER),
        ("utsett råd kallas", DecisionKind.OTHER),
        ("föreslå kommunstyrelsen att anta planen", DecisionKind.PROPOSE),
        ("föreslagen plan skickas", DecisionKind.OTHER),
        ("inte godkänna rapporten", DecisionKind.OTHER),
        ("godkänna rapporten.", DecisionKind.APPROVE),
        ("bifalla förslaget", DecisionKind.OTHER),
        ("förlänga tiden för uppdraget i § 41 till den 4 mars.", DecisionKind.EXTEND_ACTION),
        ("Bordlägga ärendet", DecisionKind.TABLED),
        ("avslå förslaget", DecisionKind.REJECT),
        ("avslå", DecisionKind.REJECT),
        ("skicka planen på remiss till polisen med svar senast den 4 mars.", DecisionKind.REFERRED),
        ("paragrafen justeras omedelbart.", DecisionKind.IMMEDIATE),
    ],
)
def test_what_a_decision_does_is_read_from_its_words(words: str, kind: DecisionKind) -> None:
    assert kind_of_words(words) is kind


def test_half_written_words_do_not_say_what_the_decision_does_when_they_go_on_otherwise(running: Office) -> None:
    item = content(running).items[0].key
    keeper = DecisionKeeper(running, item)
    assert keeper.write("anta")().kind is DecisionKind.ADOPT
    assert keeper.write("antalet platser är nio")().kind is DecisionKind.OTHER
    kept = keeper.write("anta planen")()
    assert kept.kind is DecisionKind.ADOPT
    known = DecisionKeeper(running, item, kept.id, kind=kept.kind)
    assert known.write("planen antas")().kind is DecisionKind.ADOPT, "somebody may have chosen it"


def test_names_may_be_shortened_as_long_as_only_one_fits() -> None:
    assert keys_of("per, berg", KNOWN, "persons") == ("P2", "P3")
    with pytest.raises(UserError, match="kan vara flera"):
        keys_of("Karin", KNOWN, "persons")
    with pytest.raises(UserError, match="finns inte i listan"):
        keys_of("Nils", KNOWN, "persons")


def test_clock_times_are_read_as_people_write_them() -> None:
    assert [clock_of(words, "came") for words in ("10.20", "1020", "kl. 9", "9:05", "")] == [
        time(10, 20), time(10, 20), time(9), time(9, 5), None,
    ]  # fmt: skip
    with pytest.raises(UserError, match=r"25\.10"):
        clock_of("25.10", "came")


def test_a_clock_that_was_set_back_is_no_day_of_minutes() -> None:
    assert gone_minutes(council(opened_at=time(10)), time(10, 18), time(9, 55)) == 0
    assert gone_minutes(council(opened_at=time(22, 50)), time(23, 50), time(0, 10)) == 20


def test_a_name_that_holds_the_word_och_is_one_name() -> None:
    known = (("Barn- och utbildningsförvaltningen", "BUF"), ("Barn- och ungdomsrådet", "BUR"), ("Polisen", "POL"))
    assert keys_of("Barn- och utbildningsförvaltningen, Polisen", known, "who") == ("BUF", "POL")
    assert keys_of("Barn- och ungdomsrådet", known, "who") == ("BUR",)
    assert keys_of("Per Alm och Karin Berg", KNOWN, "who") == ("P2", "P3")


def test_many_items_that_were_not_dealt_with_are_told_in_few_words() -> None:
    titles = [f"Ärende {number}" for number in range(1, 101)]
    assert few(titles[:2]) == "Ärende 1 och Ärende 2"
    assert few(titles[:13]).endswith("Ärende 12 och Ärende 13")
    assert few(titles).endswith("Ärende 11, Ärende 12 och 88 till")


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        ({"yes": 4, "no": 4, "casting": Ballot.NO}, "Omröstning: 4 ja, 4 nej, ordförandens utslagsröst nej"),
        ({"yes": 4, "no": 4, "casting": Ballot.YES, "by_lot": True}, "Omröstning: 4 ja, 4 nej, lotten ja"),
        ({"yes": 4, "no": 4}, "Omröstning: 4 ja, 4 nej"),
        ({"yes": 5, "no": 4, "casting": Ballot.NO}, "Omröstning: 5 ja, 4 nej"),
    ],
)
def test_the_casting_vote_stands_with_the_count(vote: dict[str, Any], words: str) -> None:
    made = VoteContent("v", "bifall", "avslag", VoteMethod.SHOW_OF_HANDS, **vote)
    meeting = with_item(council(), 46, votes=(made,))
    assert [chip.words for chip in chips(meeting, meeting.item(key(46))) if chip.field == "votes"] == [words]


@pytest.mark.parametrize(
    ("words", "chosen", "kind"),
    [
        ("avslag på förslaget", MotionKind.APPROVE, MotionKind.REJECT),
        ("Återremiss för ny utredning", MotionKind.APPROVE, MotionKind.REFER_BACK),
        ("bifall till förslaget", MotionKind.APPROVE, MotionKind.APPROVE),
        ("högst 85 000 kronor", MotionKind.CHANGE, MotionKind.CHANGE),
        ("avslag på andra satsen", MotionKind.CHANGE, MotionKind.CHANGE),
        ("", MotionKind.APPROVE, MotionKind.APPROVE),
    ],
)
def test_a_motion_is_what_its_first_word_says_unless_something_else_was_chosen(
    words: str, chosen: MotionKind, kind: MotionKind
) -> None:
    assert motion_kind(words, chosen) is kind
