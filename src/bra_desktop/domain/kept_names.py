"""A meeting with a § that is locked apart goes on saying the names of that day: one protocol has one name for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bra_desktop.domain.content import (
    ForumContent,
    MeetingContent,
    MunicipalityContent,
    OrganisationContent,
    PersonContent,
)
from bra_desktop.domain.content_builder import RegisterView
from bra_desktop.domain.register import Organisation, Person


@dataclass(frozen=True)
class KeptNames:
    """What was locked with a § of the register: who there was, and how the forum and the municipality were called."""

    municipality: MunicipalityContent
    forum: ForumContent
    people: tuple[PersonContent, ...] = ()
    organisations: tuple[OrganisationContent, ...] = ()


def with_kept_people(register: RegisterView, kept: Iterable[KeptNames]) -> RegisterView:
    """The register with people and organisations as they were locked first; ``kept`` in the order of locking.

    An e-mail address stands on no § and is the one of today. Who has come since is called what the register says.
    """
    people, organisations = dict(register.people), dict(register.organisations)
    for names in reversed(tuple(kept)):
        people |= {p.key: _person(p, register.people) for p in names.people}
        organisations |= {
            o.key: Organisation(id=o.key, name=o.name, short_name=o.short_name, kind=o.kind)
            for o in names.organisations
        }
    return replace(register, people=people, organisations=organisations)


def with_kept_words(content: MeetingContent, kept: KeptNames) -> MeetingContent:
    """The content with the forum and the municipality called what they were, and the forum's §§ laid out as then."""
    was = kept.forum
    forum = replace(
        content.forum,
        name=was.name,
        definite=was.definite,
        short_name=was.short_name,
        adjusters_word=was.adjusters_word,
        numbered_decisions=was.numbered_decisions,
        sections=was.sections,
        headings=was.headings,
    )
    return replace(content, forum=forum, municipality=kept.municipality)


def _person(kept: PersonContent, now: Mapping[str, Person]) -> Person:
    email = now[kept.key].email if kept.key in now else kept.email
    organisation = kept.organisation or None
    return Person(
        id=kept.key, name=kept.name, title=kept.title, organisation_id=organisation, party=kept.party, email=email
    )
