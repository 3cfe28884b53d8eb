"""What has been done in Mötesläge, in its order, so that it can be undone and done again. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bra_desktop.services import undoing
from bra_desktop.services.live import decisions
from bra_desktop.services.live.minutes import TYPING
from bra_desktop.services.live.replacing import REPLACING, Replaced
from bra_desktop.services.live.versions import TAKING_BACK
from bra_desktop.services.office import Office
from bra_desktop.ui.running import Runner

MOST = 10
"""Use cases that one act of the secretary's may consist of."""
NOT_BY_KEY = frozenset(
    {TYPING, "Byt ärende", "Ta upp ärende", "Öppna mötet", "Avsluta mötet", "Justera paragrafen nu",
     "Skriv stödanteckning"}
)  # fmt: skip
"""Going through the meeting is no act to undo by a key: nobody shall lose a § or reopen a meeting by mistake."""
IN_ITEM = frozenset({"agenda_item", "decision", "action", "annex"})
OF_ITEM = frozenset({"Utse justerare"})
"""What is done in an item though it is kept elsewhere."""
TOLD_AS = {"Ändra punkt": "Ärendets uppgifter"}
"""Use cases that Mötesläge calls something else than the history does."""
MARKING = "Sekretessmarkeringen"
Task = Callable[[Office], object]
ADDED, REMOVED = decisions.ADDING, decisions.REMOVING
"""What it is called that an att-sats has come, and has gone."""


@dataclass(frozen=True)
class Act:
    """Something done: the item that was shown, the use case's name, and what undoes it.

    ``in_item``: it belongs to the item, as a decision or a reservation does, and attendance doesn't.
    ``writes_text``: the item's own text became another by it.
    """

    item: str
    words: str
    undo: Task = field(compare=False)
    in_item: bool = True
    writes_text: bool = False
    changes: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()
    """The items that it changed, where it went through the whole meeting; the item is then where it was done."""
    decision: str = ""
    """The att-sats that came by it, for one that was typed."""
    hides: bool = False
    """It marked something as confidential, which others may see again once it is undone."""

    @property
    def place(self) -> str:
        """The item that it belongs to; empty for what is done outside them."""
        return self.item if self.in_item else ""


@dataclass(frozen=True)
class Recorded:
    """What a task answered, and the act that it was; None when nothing was done that a key undoes."""

    result: object
    act: Act | None


def record(office: Office, item: str, task: Task) -> Recorded:
    """Do a task on the writer's thread, where nothing else is written meanwhile, and see what it changed."""
    before = max((change.sequence for change in undoing.latest(office, 1)), default=0)
    result = task(office)
    changes = [change for change in undoing.latest(office, MOST) if change.sequence > before]
    counted = [change for change in changes if change.label not in NOT_BY_KEY]
    if not counted or len(changes) == MOST:
        return Recorded(result, None)
    areas = frozenset[str]().union(*(change.areas for change in counted))
    labels = {change.label for change in counted}
    ids = tuple(change.id for change in counted)
    writes_text = bool(labels & {TAKING_BACK, REPLACING})
    in_item = bool(areas & IN_ITEM or labels & OF_ITEM)
    touched = result.items if isinstance(result, Replaced) else ()
    marking = undoing.marking(office, ids)
    words = MARKING if marking.alone else TOLD_AS.get(counted[-1].label, counted[-1].label)
    act = Act(item, words, undo_all(ids), in_item, writes_text, ids, touched, hides=marking.hides)
    return Recorded(result, act)


def undo_all(changes: tuple[str, ...]) -> Task:
    """What undoes the changes, the latest first: all of them or none."""
    return lambda office: undoing.undo_all(office, changes)


def reversing(act: Act, runner: Runner) -> Task:
    """What undoes the act; while others see the screen not what is hidden from them."""

    def reverse(office: Office) -> object:
        if runner.shared:
            undoing.check_shown(office, act.changes)
        return act.undo(office)

    return reverse


def new_decision(item: str, decision_id: str) -> Act:
    """An att-sats that has been typed, with all that was changed in it afterwards."""
    return Act(item, ADDED, lambda office: decisions.remove_decision(office, decision_id), decision=decision_id)


class Timeline:
    """Acts done, and acts undone since; a new act ends what could be done again in the same item, or outside them."""

    def __init__(self) -> None:
        self.done: list[Act] = []
        self.undone: list[Act] = []

    def add(self, act: Act) -> None:
        self.done.append(act)
        self.undone = [other for other in self.undone if other.place != act.place]

    def last(self, item: str = "") -> Act | None:
        """The last act; of an item the last that belongs to it."""
        return next((act for act in reversed(self.done) if not item or (act.item == item and act.in_item)), None)

    def last_undone(self) -> Act | None:
        return self.undone[-1] if self.undone else None

    def drop(self, act: Act) -> None:
        """Somebody is about to undo it, or to do it again."""
        self.done = [other for other in self.done if other is not act]
        self.undone = [other for other in self.undone if other is not act]


Timelines = dict[str, Timeline]
"""What has been done in each meeting, by its reference."""
