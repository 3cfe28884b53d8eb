"""The bank of standing phrases: the shipped ones, with the municipality's own beside and instead of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from bra_desktop.domain.errors import RuleBroken, UserError
from bra_desktop.domain.kinds import DocumentProfile
from bra_desktop.domain.phrases import BankPhrase, OwnPhrase, check_phrase
from bra_desktop.domain.register import Forum
from bra_desktop.domain.swedish import quoted
from bra_desktop.services.office import Office
from bra_desktop.services.wording import check_words
from bra_desktop.storage.ledger import ChangeSet
from bra_desktop.storage.queries.contents import reading_session
from bra_desktop.storage.work import Work
from bra_desktop.system.content import Phrase, phrases

PAPERS = ("public_notice", "extract", "correction", "public_version")
"""Kinds of phrases that stand in the program's own papers and are never typed."""


@dataclass(frozen=True)
class Wording:
    """What a person says of a phrase: what is typed after the slash, the text, its kind, and where it is offered."""

    trigger: str
    text: str
    kind: str
    profiles: tuple[DocumentProfile, ...] = ()
    forums: tuple[str, ...] = ()


@dataclass(frozen=True)
class PhraseBank:
    """Every phrase that is offered, the shipped ones that are left out, and what kinds and placeholders are called."""

    phrases: tuple[BankPhrase, ...]
    hidden: int
    kinds: dict[str, str]
    called: dict[str, str]


@dataclass(frozen=True)
class TakenIn:
    """What came of a file of phrases: how many were new, how many took the place of one, and what undoes it."""

    new: int
    replaced: int
    change: str


def kinds() -> dict[str, str]:
    """What each kind of typed phrase is called."""
    return {kind: words for kind, words in phrases().kinds.items() if kind not in PAPERS}


def bank(office: Office) -> PhraseBank:
    """The whole bank as it is now, the municipality's own first."""
    with office.database.reading() as connection, reading_session(connection) as session:
        own = [phrase for phrase in session.query(OwnPhrase).all() if phrase.deleted_at is None]
    called = kinds()
    instead = {phrase.origin for phrase in own if phrase.origin}
    offered = [_own(phrase, called) for phrase in own if not phrase.hidden]
    offered += [_shipped(phrase, called) for phrase in _all_shipped() if phrase.id not in instead]
    places = {name: place.label or name for name, place in phrases().placeholders.items()}
    return PhraseBank(tuple(offered), sum(phrase.hidden for phrase in own), called, places)


def triggers(office: Office) -> frozenset[str]:
    """What is typed after the slash for the phrases that are offered."""
    return frozenset(phrase.trigger for phrase in bank(office).phrases)


def put_phrase(office: Office, wording: Wording, known: BankPhrase | None = None) -> tuple[str, ChangeSet | None]:
    """Adds a phrase, or gives a known one another wording; answers its id and the change.

    A shipped phrase stays as it is, and the municipality's wording is offered instead. Raises UserError for what could
    not be typed or kept, RuleBroken for a trigger that is taken, Gone or Stale for a phrase that has moved on.
    """
    made = _checked(wording)
    with office.work("Ändra fras" if known else "Lägg till fras") as work:
        _refuse_taken(work, made, known)
        if known is not None and known.own_id:
            kept = work.get(OwnPhrase, known.own_id, known.revision)
            for name, value in vars(made).items():
                setattr(kept, name, value)
            kept.decision = _decides(made.kind)
        else:
            kept = _new(office, made, known.origin if known else "")
            work.add(kept)
        return kept.id, work.commit()


def remove_phrase(office: Office, known: BankPhrase) -> ChangeSet | None:
    """Takes a phrase out of the bank. Of a reworded shipped one the shipped words are offered again."""
    with office.work("Ta bort fras") as work:
        if known.own_id:
            work.delete(work.get(OwnPhrase, known.own_id))
        else:
            hidden = OwnPhrase(
                id=office.new_id(), trigger=known.trigger, text=known.text, kind=known.kind, origin=known.origin,
                hidden=True,
            )  # fmt: skip
            work.add(hidden)
        return work.commit()


def bring_back(office: Office) -> ChangeSet | None:
    """Offers every shipped phrase again that had been taken out."""
    with office.work("Ta tillbaka fraser") as work:
        for phrase in work.all(OwnPhrase, hidden=True):
            work.delete(phrase)
        return work.commit()


def write_file(office: Office) -> bytes:
    """Every phrase that is offered, as a file for another municipality."""
    from bra_desktop.exchange.phrase_file import WrittenPhrase, write_phrases

    with office.database.reading() as connection, reading_session(connection) as session:
        names = {forum.id: forum.name for forum in session.query(Forum).all()}
    return write_phrases(
        tuple(
            WrittenPhrase(
                p.trigger, p.text, p.kind, p.decision, p.profiles,
                tuple(names[key] for key in p.forums if key in names), p.origin,
            )
            for p in bank(office).phrases
        )
    )  # fmt: skip


def take_in(office: Office, content: bytes, name: str) -> TakenIn:
    """Takes in a file of phrases; one with the same trigger takes the place of the one that is there.

    A phrase that already reads so is left as it is. Raises UserError; then nothing has changed.
    """
    from bra_desktop.exchange.phrase_file import read_phrases

    read, before = read_phrases(content, name, kinds()), bank(office)
    known = {phrase.trigger.casefold(): phrase for phrase in before.phrases}
    new = replaced = 0
    with office.work("Läs in fraser") as work:
        keys = {forum.name: forum.id for forum in work.all(Forum)}
        for one in {phrase.trigger.casefold(): phrase for phrase in read}.values():
            forums = tuple(keys[forum] for forum in one.forums if forum in keys)
            made = _checked(Wording(one.trigger, one.text, one.kind, one.profiles, forums))
            old = known.get(one.trigger.casefold())
            if old is not None and _reads(old) == made:
                continue
            new, replaced = new + (old is None), replaced + (old is not None)
            if old is not None and old.own_id:
                kept = work.get(OwnPhrase, old.own_id)
                for field, value in vars(made).items():
                    setattr(kept, field, value)
                kept.decision = _decides(made.kind)
            else:
                work.add(_new(office, made, old.origin if old else ""))
        saved = work.commit()
    return TakenIn(new, replaced, saved.id if saved else "")


def _all_shipped() -> tuple[Phrase, ...]:
    return tuple(phrase for phrase in phrases().phrases if phrase.kind not in PAPERS)


def _shipped(phrase: Phrase, called: dict[str, str]) -> BankPhrase:
    trigger = phrase.trigger.removeprefix("/")
    made = partial(BankPhrase, phrase.id, trigger, phrase.text, phrase.kind, called.get(phrase.kind, ""))
    return made(decision=phrase.decision, profiles=phrase.profiles, origin=phrase.id)


def _own(phrase: OwnPhrase, called: dict[str, str]) -> BankPhrase:
    return BankPhrase(
        phrase.id, phrase.trigger, phrase.text, phrase.kind, called.get(phrase.kind, ""), phrase.decision,
        phrase.profiles, phrase.forums, phrase.origin, phrase.id, phrase.revision,
    )  # fmt: skip


def _reads(phrase: BankPhrase) -> Wording:
    return Wording(phrase.trigger, phrase.text, phrase.kind, phrase.profiles, phrase.forums)


def _decides(kind: str) -> bool:
    return kind.startswith("decision.")


def _new(office: Office, made: Wording, origin: str) -> OwnPhrase:
    values: dict[str, Any] = vars(made)
    return OwnPhrase(id=office.new_id(), origin=origin, decision=_decides(made.kind), **values)


def _checked(wording: Wording) -> Wording:
    trigger, text = wording.trigger.strip().removeprefix("/"), " ".join(wording.text.split())
    check_phrase(trigger, text)
    check_words("Frasen", "text", text)
    if wording.kind not in kinds():
        raise UserError("Välj vilket slag frasen har.", where="kind")
    if _decides(wording.kind) and not text.casefold().startswith("att "):
        raise UserError("Ett beslut börjar med att. Skriv t.ex. att notera informationen till protokollet.", "text")
    return Wording(trigger, text, wording.kind, tuple(wording.profiles), tuple(wording.forums))


def _refuse_taken(work: Work, made: Wording, known: BankPhrase | None) -> None:
    own = work.all(OwnPhrase)
    instead = {phrase.origin for phrase in own}
    taken = [(p.id, p.trigger) for p in own if not p.hidden]
    taken += [(p.id, p.trigger.removeprefix("/")) for p in _all_shipped() if p.id not in instead]
    if any(key != (known.id if known else "") and each.casefold() == made.trigger.casefold() for key, each in taken):
        raise RuleBroken(
            f"Det finns redan en fras för {quoted('/' + made.trigger)}. Välj ett annat kortkommando.", where="trigger"
        )
