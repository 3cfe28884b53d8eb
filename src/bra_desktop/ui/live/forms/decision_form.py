"""The form of one att-sats: what it does, and the day to which an item is tabled or an assignment extended."""

from __future__ import annotations

from bra_desktop.domain.content import DecisionContent
from bra_desktop.domain.decisions import DATED, day_in_words, until
from bra_desktop.domain.kinds import DECISION_KIND_WORDS, DecisionKind
from bra_desktop.domain.swedish_dates import clock, date_in_text, day_and_month, long_date
from bra_desktop.services.live.decision_times import correct_time
from bra_desktop.services.office import Office
from bra_desktop.ui.live.forms.action_form import due_day
from bra_desktop.ui.live.forms.form import FieldKind, Form, FormField, Task, Values, clock_of, text_of
from bra_desktop.ui.live.saving.keepers import DecisionKeeper
from bra_desktop.ui.live.scene import Scene
from bra_desktop.ui.live.wording import kind_of_words


def decision_form(scene: Scene, words: str, keeper: DecisionKeeper, known: DecisionContent | None) -> Form:
    """Filled with what is kept, else with what the words say."""
    kind = known.kind if known and known.kind is not DecisionKind.OTHER else kind_of_words(words)
    day = known.until if known else None
    if day is None and kind in DATED:
        day = day_in_words(words)
    kinds = tuple((text, one.value) for one, text in DECISION_KIND_WORDS.items())
    taken, timed = (known.decided_at if known else None), scene.item.opened_at is not None and not scene.notes
    when = FormField(
        "decided", "Beslutat klockan", value=clock(taken) if taken else "", example="t.ex. 10.42",
        help_words="De som var med då räknas för beslutet. Tomt betyder när ärendet slutade.",
    )  # fmt: skip
    fields: tuple[FormField, ...] = (
        FormField("kind", "Beslutet innebär", FieldKind.CHOICE, kind.value, kinds),
        FormField(
            "until", "Till den dag (frivilligt)", value=day.isoformat() if day else "",
            example="4/3, nästa möte eller 2027-03-04", explain=lambda text: _day(scene, text),
            help_words="När ärendet kommer tillbaka, eller när uppdraget ska vara klart.",
        ),
    )  # fmt: skip

    def submit(values: Values) -> Task:
        chosen = DecisionKind(text_of(values, "kind"))
        day = due_day(scene, text_of(values, "until"), "until")
        at = clock_of(text_of(values, "decided"), "decided") if timed else taken

        def task(office: Office) -> object:
            if known is not None and at != taken:  # a time that is refused leaves everything as it was
                correct_time(office, known.key, at)
            kept = keeper.choose(words, chosen, day)
            if kept and known is None and at is not None:
                correct_time(office, kept, at)
            return kept

        return task

    shown, act = ((*fields, when), "Ange slag, dag och tid") if timed else (fields, "Ange slag och dag")
    return Form("decision", f"Beslut i {scene.item_words()}", shown, act, submit, intro=f"att {words}")


def meaning_words(known: DecisionContent) -> str:
    """bordlägga, till den 4 mars 2027."""
    day = until(known)
    return f"{DECISION_KIND_WORDS[known.kind]}{f', till den {date_in_text(day)}' if day else ''}"


def day_words(known: DecisionContent) -> str:
    """The day for which it is, beside its words; empty without one."""
    day = until(known)
    return day_and_month(day) if day else ""


def _day(scene: Scene, text: str) -> str:
    from bra_desktop.domain.errors import UserError

    try:
        day = due_day(scene, text.strip(), "until")
    except UserError:
        return ""
    return long_date(day) if day else ""
